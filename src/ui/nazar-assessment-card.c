/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-assessment-card.h"

#include "nazar-display.h"
#include "nazar-records.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* One assessment. `planned` asks for the plan and its item. */
struct _NazarAssessmentCard
{
  NazarRecordCard parent_instance;

  GtkWidget *badge;
  GtkWidget *grade;
};

G_DEFINE_FINAL_TYPE (NazarAssessmentCard, nazar_assessment_card, NAZAR_TYPE_RECORD_CARD)

static const char *const card_fields[] = {
  "date", "grade", "status", "plan", "plan_item", "progress", "evidence", "url", "assessor", "language", NULL,
};

static gboolean
is_graded (NazarRecord *record)
{
  return g_strcmp0 (nazar_record_get (record, "track"), "mechanism") == 0;
}

static gboolean
is_planned (NazarRecord *record)
{
  return g_strcmp0 (nazar_record_get (record, "status"), "planned") == 0;
}

/* What the assessment lacks before it says something. */
static const char *
missing_words (NazarRecord *record)
{
  gboolean graded = is_graded (record);

  if (nazar_record_get (record, "status") == NULL && !(graded && nazar_record_get (record, "grade") != NULL))
    return graded ? _("Enter the grade.") : _("Choose the status.");
  if (!is_planned (record))
    return NULL;
  if (nazar_record_get (record, "plan") == NULL)
    return _("Choose the plan that it was taken into, and its item.");
  if (nazar_record_get (record, "plan_item") == NULL)
    return _("Enter the item of the plan.");
  return NULL;
}

static char *
dup_subtitle (NazarAssessmentCard *self,
              NazarRecord         *record)
{
  NazarLive *live = nazar_record_card_get_live (NAZAR_RECORD_CARD (self));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  const char *plan = nazar_record_get (record, "plan");
  const char *item = nazar_record_get (record, "plan_item");
  const char *says = nazar_record_get (record, "progress");
  g_autofree char *excerpt = NULL;

  if (missing_words (record) != NULL)
    g_strv_builder_add (builder, missing_words (record));

  if (plan != NULL)
    {
      g_autofree char *title = nazar_display_title (live, NAZAR_TYPE_SOURCE, plan);
      /* Translators: the title of a plan and the number of an item in it. */
      g_autofree char *named = item != NULL ? g_strdup_printf (_("%s, item %s"), title, item) : g_strdup (title);

      g_strv_builder_add (builder, named);
    }

  excerpt = nazar_record_text_as_title (says != NULL ? says : nazar_record_get (record, "evidence"));
  if (excerpt != NULL)
    g_strv_builder_add (builder, excerpt);

  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

static void
show_row (NazarRecordCard *card,
          const char      *field,
          gboolean         asked)
{
  NazarFieldRow *row = nazar_record_card_get_row (card, field);

  /* What is set is shown, whether it is asked for or not. */
  if (row != NULL)
    gtk_widget_set_visible (GTK_WIDGET (row), asked || nazar_record_get (nazar_record_card_get_record (card), field) != NULL);
}

static const char *
nazar_assessment_card_first_field (NazarRecord *record)
{
  return is_graded (record) ? "grade" : "status";
}

static void
nazar_assessment_card_show (NazarRecordCard *card,
                            NazarRecord     *record)
{
  NazarAssessmentCard *self = NAZAR_ASSESSMENT_CARD (card);
  const char *date = nazar_record_get (record, "date");
  const char *grade = nazar_record_get (record, "grade");
  const char *status = nazar_record_get (record, "status");
  gboolean graded = is_graded (record);
  g_autofree char *shown = nazar_display_value (nazar_record_card_get_live (card),
                                                nazar_record_info_find (nazar_record_get_info (record), "date", NULL), date);
  g_autofree char *subtitle = dup_subtitle (self, record);
  g_autofree char *title = NULL;

  title = graded && status == NULL
              ? g_strdup (date != NULL ? shown : _("Without a date"))
              : g_strdup_printf ("%s · %s", nazar_status_word (status), date != NULL ? shown : _("Without a date"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (missing_words (record) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-incomplete");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nazar-incomplete");

  nazar_status_badge_set_status (NAZAR_STATUS_BADGE (self->badge), status);
  gtk_widget_set_visible (self->badge, !graded || status != NULL);
  gtk_label_set_text (GTK_LABEL (self->grade), grade != NULL ? grade : "–");
  gtk_widget_set_visible (self->grade, graded || grade != NULL);

  show_row (card, "plan", is_planned (record));
  show_row (card, "plan_item", is_planned (record));
  show_row (card, "grade", graded);
}

static void
nazar_assessment_card_class_init (NazarAssessmentCardClass *klass)
{
  NazarRecordCardClass *card_class = NAZAR_RECORD_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete Assessment");
  card_class->deleted = N_("Assessment deleted");
  card_class->first_field = nazar_assessment_card_first_field;
  card_class->show = nazar_assessment_card_show;
}

static void
nazar_assessment_card_init (NazarAssessmentCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->badge = nazar_status_badge_new ();
  nazar_status_badge_set_compact (NAZAR_STATUS_BADGE (self->badge), TRUE);
  self->grade = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->grade, "nazar-grade");
  gtk_widget_set_valign (self->grade, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->grade);
  gtk_box_append (GTK_BOX (box), self->badge);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), box);
}
