/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-finding-card.h"

#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* One finding of a visit. Two kinds of source make it cross-checked, and the card says
 * which it has. */
struct _NazarFindingCard
{
  NazarRecordCard parent_instance;

  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (NazarFindingCard, nazar_finding_card, NAZAR_TYPE_RECORD_CARD)

static const char *const card_fields[] = {
  "text", "area", "severity", "sources", "rules", "interviews", "obstruction", "language", NULL,
};

static const char *
word (const NazarVocabulary *vocabulary,
      const char            *id)
{
  return id != NULL ? nazar_vocabulary_label (vocabulary, id) : NULL;
}

static char *
dup_subtitle (NazarRecord *record)
{
  g_auto (GStrv) sources = nazar_record_get_strv (record, "sources");
  const char *area = word (&nazar_vocabulary_area, nazar_record_get (record, "area"));
  const char *severity = word (&nazar_vocabulary_severity, nazar_record_get (record, "severity"));
  guint n_sources = g_strv_length (sources);
  const char *checked = n_sources > 1 ? _("Cross-checked") : n_sources == 1 ? _("One kind of source") : _("Without a source");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (nazar_record_get_flag (record, "obstruction"))
    g_strv_builder_add (builder, _("Obstruction"));
  if (area != NULL)
    g_strv_builder_add (builder, area);
  if (severity != NULL)
    g_strv_builder_add (builder, severity);
  g_strv_builder_add (builder, checked);

  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static const char *
nazar_finding_card_first_field (NazarRecord *record)
{
  return "text";
}

static void
nazar_finding_card_show (NazarRecordCard *card,
                         NazarRecord     *record)
{
  NazarFindingCard *self = NAZAR_FINDING_CARD (card);
  const NazarChoice *severity = nazar_vocabulary_find (&nazar_vocabulary_severity, nazar_record_get (record, "severity"));
  g_autofree char *title = nazar_record_text_as_title (nazar_record_get (record, "text"));
  g_autofree char *subtitle = dup_subtitle (record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title != NULL ? title : _("Describe what was found."));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->icon, severity != NULL);
  if (severity != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), severity->icon);
  for (guint i = 0; i < nazar_vocabulary_severity.n_choices; i++)
    {
      const NazarChoice *choice = &nazar_vocabulary_severity.choices[i];
      g_autofree char *css_class = g_strconcat ("nazar-severity-", choice->id, NULL);

      if (choice == severity)
        gtk_widget_add_css_class (self->icon, css_class);
      else
        gtk_widget_remove_css_class (self->icon, css_class);
    }
}

static void
nazar_finding_card_add_buttons (NazarRecordCard *card,
                                GtkBox          *buttons)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Recommend…"));

  gtk_widget_set_tooltip_text (button, _("Make a recommendation out of this finding"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "findings.recommend");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", nazar_record_get_id (nazar_record_card_get_record (card)));
  gtk_box_append (buttons, button);
}

static void
nazar_finding_card_class_init (NazarFindingCardClass *klass)
{
  NazarRecordCardClass *card_class = NAZAR_RECORD_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete Finding");
  card_class->deleted = N_("Finding deleted");
  card_class->first_field = nazar_finding_card_first_field;
  card_class->show = nazar_finding_card_show;
  card_class->add_buttons = nazar_finding_card_add_buttons;
}

static void
nazar_finding_card_init (NazarFindingCard *self)
{
  self->icon = gtk_image_new ();
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
}
