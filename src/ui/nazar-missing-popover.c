/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-missing-popover.h"

#include "nazar-language.h"

#include <glib/gi18n-lib.h>

/* The questions that are asked and not answered, under the titles of their areas. It is
 * filled when it is shown. */
struct _NazarMissingPopover
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkWidget *scroll;
};

G_DEFINE_FINAL_TYPE (NazarMissingPopover, nazar_missing_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const NazarQuestion *
get_question (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "question");
}

static void
on_activated_cb (NazarMissingPopover *self,
                 GtkListBoxRow       *row)
{
  const NazarQuestion *question = get_question (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, question);
}

static void
show_title (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       data)
{
  const NazarArea *area = get_question (row)->area;
  GtkWidget *label;

  if (before != NULL && get_question (before)->area == area)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (nazar_texts_get (&area->title, nazar_language_current ()));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "nazar-missing-title");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_row (const NazarQuestion *question)
{
  const char *text = nazar_texts_get (&question->text, nazar_language_current ());
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *number, *label;
  g_autofree char *place = g_strdup_printf ("%u", question->number);
  g_autofree char *words =
    /* Translators: the words of a question, of those that must be answered. */
    question->required ? g_strdup_printf (C_ ("question", "%s (required)"), text) : g_strdup (text);

  number = gtk_label_new (place);
  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "question", (gpointer) question);
  return row;
}

static void
fill (NazarMissingPopover *self,
      NazarNotebook       *notebook,
      const NazarArea     *area)
{
  GPtrArray *checklists = nazar_notebook_get_checklists (notebook);
  GtkWidget *here = NULL;

  for (guint i = 0; i < checklists->len; i++)
    {
      NazarChecklist *checklist = g_ptr_array_index (checklists, i);
      g_autoptr (GPtrArray) missing = nazar_answers_dup_missing (nazar_notebook_get_answers (notebook, checklist), FALSE);

      for (guint j = 0; j < missing->len; j++)
        {
          const NazarQuestion *question = g_ptr_array_index (missing, j);
          GtkWidget *row = make_row (question);

          gtk_list_box_append (self->list, row);
          if (here == NULL && question->area == area)
            here = row;
        }
    }

  if (here != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (here));
}

static gboolean
nazar_missing_popover_grab_focus (GtkWidget *widget)
{
  NazarMissingPopover *self = NAZAR_MISSING_POPOVER (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
nazar_missing_popover_class_init (NazarMissingPopoverClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = nazar_missing_popover_grab_focus;

  /**
   * NazarMissingPopover::chosen:
   * @question: a #NazarQuestion
   *
   * Somebody wants to answer it.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NAZAR_TYPE_MISSING_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_POINTER);
}

static void
nazar_missing_popover_init (NazarMissingPopover *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, show_title, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Missing answers"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated_cb), self);

  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroll), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), self->scroll);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-picker");
}

/**
 * nazar_missing_popover_new:
 * @notebook: the answers of a visit
 * @area: (nullable): where the list begins
 *
 * Returns: (transfer full): the questions without answers, to jump to
 */
GtkWidget *
nazar_missing_popover_new (NazarNotebook   *notebook,
                           const NazarArea *area)
{
  NazarMissingPopover *self;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (NAZAR_TYPE_MISSING_POPOVER, NULL);
  fill (self, notebook, area);
  return GTK_WIDGET (self);
}
