/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-earlier-popover.h"

#include "nazar-date.h"
#include "nazar-earlier-answers.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>

/* What all earlier visits to a place answered to one question, the latest first. */

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_answer (const NazarQuestion      *question,
             const NazarEarlierAnswer *answer)
{
  const char *language = nazar_language_current ();
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *date = answer->date != NULL ? nazar_date_format (answer->date, language) : g_strdup (_("No date"));
  g_autofree char *shown = nazar_question_display_value (question, answer->value, language);

  gtk_box_append (GTK_BOX (box), make_label (date, "caption"));
  gtk_box_append (GTK_BOX (box), make_label (*shown != '\0' ? shown : "—", NULL));
  if (answer->note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (answer->note, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/**
 * nazar_earlier_popover_new:
 * @notebook: the answers of a visit
 * @question: one of its questions
 *
 * Returns: (transfer full): what was answered before, or a sentence about it
 */
GtkWidget *
nazar_earlier_popover_new (NazarNotebook       *notebook,
                           const NazarQuestion *question)
{
  GtkWidget *popover = gtk_popover_new (), *scroll = gtk_scrolled_window_new (), *list = gtk_list_box_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) earlier = nazar_notebook_load_earlier (notebook, question, &error);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Earlier answers"), -1);
  gtk_widget_add_css_class (popover, "nazar-picker");
  if (earlier == NULL || earlier->len == 0)
    {
      GtkWidget *label =
        make_label (error != NULL ? error->message : _("No earlier visit to this place has an answer to this question."), "dim-label");

      gtk_widget_set_margin_start (label, 6);
      gtk_widget_set_margin_end (label, 6);
      gtk_popover_set_child (GTK_POPOVER (popover), label);
      return popover;
    }

  for (guint i = 0; i < earlier->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_answer (question, g_ptr_array_index (earlier, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll);
  return popover;
}
