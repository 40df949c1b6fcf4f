/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-interview-row.h"

#include "nazar-consent-words.h"
#include "nazar-date.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* An interview in the list: its code and what kind of person spoke, never a name. */
struct _NazarInterviewRow
{
  GtkListBoxRow parent_instance;

  NazarRecord *interview;
  GtkWidget *code;
  GtkWidget *person;
  GtkWidget *marks;
};

G_DEFINE_FINAL_TYPE (NazarInterviewRow, nazar_interview_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * nazar_interview_code:
 * @interview: an interview
 *
 * Returns: (transfer none): its code; a word until the register has given it one
 */
const char *
nazar_interview_code (NazarRecord *interview)
{
  const char *code = nazar_record_get (interview, "code");

  return code != NULL ? code : C_("interview", "New");
}

/* "Man, 18 to 59, Accused, Detainee" */
static char *
dup_person (NazarRecord *interview)
{
  static const char *const fields[] = { "sex", "age_group", "status", "with" };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const NazarField *field = nazar_record_info_find (nazar_record_get_info (interview), fields[i], NULL);
      const char *value = nazar_record_get (interview, fields[i]);

      if (value != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", nazar_vocabulary_label (field->vocabulary, value));
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_mark (NazarInterviewRow *self,
          GString           *spoken,
          const char        *icon,
          const char        *word,
          const char        *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (box, css_class);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon, NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_parent (box, self->marks);
  g_string_append_printf (spoken, ", %s", word);
}

static void
clear_marks (NazarInterviewRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->marks)) != NULL)
    gtk_widget_unparent (child);
}

static void
nazar_interview_row_dispose (GObject *object)
{
  NazarInterviewRow *self = NAZAR_INTERVIEW_ROW (object);

  if (self->interview != NULL)
    clear_marks (self);
  g_clear_object (&self->interview);

  G_OBJECT_CLASS (nazar_interview_row_parent_class)->dispose (object);
}

static void
nazar_interview_row_class_init (NazarInterviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_interview_row_dispose;
}

static void
nazar_interview_row_init (NazarInterviewRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GtkLayoutManager) layout = g_object_new (NAZAR_TYPE_WRAP_LAYOUT, NULL);

  self->code = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->code), 0);
  gtk_widget_add_css_class (self->code, "heading");
  gtk_widget_add_css_class (self->code, "numeric");
  self->person = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->person), 0);
  gtk_label_set_wrap (GTK_LABEL (self->person), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->person), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->person, "caption");
  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->marks, g_steal_pointer (&layout));

  gtk_box_append (GTK_BOX (box), self->code);
  gtk_box_append (GTK_BOX (box), self->person);
  gtk_box_append (GTK_BOX (box), self->marks);
  gtk_widget_add_css_class (box, "nazar-interview");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * nazar_interview_row_new:
 * @interview: a live interview
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
nazar_interview_row_new (NazarRecord *interview)
{
  NazarInterviewRow *self = g_object_new (NAZAR_TYPE_INTERVIEW_ROW, NULL);

  self->interview = g_object_ref (interview);
  nazar_interview_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * nazar_interview_row_get_interview:
 * @self: a row
 *
 * Returns: (transfer none): the interview
 */
NazarRecord *
nazar_interview_row_get_interview (NazarInterviewRow *self)
{
  return self->interview;
}

/**
 * nazar_interview_row_update:
 * @self: a row
 *
 * Shows what the interview holds now.
 */
void
nazar_interview_row_update (NazarInterviewRow *self)
{
  g_autofree char *today = nazar_today ();
  g_autofree char *person = dup_person (self->interview);
  g_autoptr (GString) spoken = g_string_new (nazar_interview_code (self->interview));

  gtk_label_set_text (GTK_LABEL (self->code), nazar_interview_code (self->interview));
  gtk_label_set_text (GTK_LABEL (self->person), person);
  gtk_widget_set_visible (self->person, *person != '\0');
  if (*person != '\0')
    g_string_append_printf (spoken, ", %s", person);

  clear_marks (self);
  if (nazar_record_get_flag (self->interview, "allegation"))
    add_mark (self, spoken, "dialog-warning-symbolic", _("Ill-treatment alleged"), "nazar-mark-warning");
  if (g_strcmp0 (nazar_record_get (self->interview, "private"), "0") == 0)
    add_mark (self, spoken, "view-reveal-symbolic", _("Not in private"), "nazar-mark-warning");
  add_mark (self, spoken, nazar_consent_icon (self->interview, today), nazar_consent_word (self->interview, today),
            "nazar-mark");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}
