/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-question-note.h"

#include "nazar-answer-text.h"

#include <glib/gi18n-lib.h>

/* What a monitor notes beside an answer. It is not there until it is opened. */
struct _NazarQuestionNote
{
  AdwBin parent_instance;

  GtkWidget *view;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarQuestionNote, nazar_question_note, ADW_TYPE_BIN)

enum
{
  SIGNAL_TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (NazarQuestionNote *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
on_changed_cb (NazarQuestionNote *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static gboolean
nazar_question_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NAZAR_QUESTION_NOTE (widget)->view);
}

static void
nazar_question_note_class_init (NazarQuestionNoteClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = nazar_question_note_grab_focus;

  /**
   * NazarQuestionNote::typed:
   *
   * Somebody is in the middle of typing.
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", NAZAR_TYPE_QUESTION_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_question_note_init (NazarQuestionNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", _("Note"), NULL);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), caption);

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "nazar-answer-text");
  gtk_widget_add_css_class (self->view, "nazar-question-note");
  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (on_changed_cb), self);
  gtk_box_append (GTK_BOX (box), self->view);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * nazar_question_note_new:
 *
 * Returns: (transfer full): an empty note
 */
GtkWidget *
nazar_question_note_new (void)
{
  return g_object_new (NAZAR_TYPE_QUESTION_NOTE, NULL);
}

/**
 * nazar_question_note_dup_text:
 * @self: a note
 *
 * Returns: (transfer full): what stands in it, without blanks at its end
 */
char *
nazar_question_note_dup_text (NazarQuestionNote *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (NAZAR_IS_QUESTION_NOTE (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE));
}

/**
 * nazar_question_note_show_text:
 * @self: a note
 * @note: (nullable): what it says
 *
 * Shows it, unless it stands there already.
 */
void
nazar_question_note_show_text (NazarQuestionNote *self,
                               const char        *note)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (NAZAR_IS_QUESTION_NOTE (self));

  typed = nazar_question_note_dup_text (self);
  if (g_strcmp0 (typed, note != NULL ? note : "") == 0)
    return;

  self->showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), note != NULL ? note : "", -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->showing = FALSE;
}

/**
 * nazar_question_note_set_editable:
 * @self: a note
 * @editable: whether it may be changed
 */
void
nazar_question_note_set_editable (NazarQuestionNote *self,
                                  gboolean           editable)
{
  g_return_if_fail (NAZAR_IS_QUESTION_NOTE (self));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), editable);
}

/**
 * nazar_question_note_set_name:
 * @self: a note
 * @name: what screen readers call it
 */
void
nazar_question_note_set_name (NazarQuestionNote *self,
                              const char        *name)
{
  g_return_if_fail (NAZAR_IS_QUESTION_NOTE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * nazar_question_note_has_focus:
 * @self: a note
 *
 * Returns: whether somebody writes in it
 */
gboolean
nazar_question_note_has_focus (NazarQuestionNote *self)
{
  g_return_val_if_fail (NAZAR_IS_QUESTION_NOTE (self), FALSE);

  return gtk_widget_is_focus (self->view);
}

/**
 * nazar_question_note_press:
 * @self: a note that somebody writes in
 * @keyval: a key
 * @state: its modifiers, without locks
 *
 * Enter is ready; with Shift it begins a new line.
 *
 * Returns: what the key meant
 */
NazarKeyResult
nazar_question_note_press (NazarQuestionNote *self,
                           guint              keyval,
                           GdkModifierType    state)
{
  GtkTextView *view;

  g_return_val_if_fail (NAZAR_IS_QUESTION_NOTE (self), NAZAR_KEY_IGNORED);

  view = GTK_TEXT_VIEW (self->view);
  if (state != 0)
    return NAZAR_KEY_IGNORED;
  if (nazar_key_is_enter (keyval) ||
      ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && nazar_text_view_is_at_edge (view, TRUE)))
    return NAZAR_KEY_NEXT;
  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && nazar_text_view_is_at_edge (view, FALSE))
    return NAZAR_KEY_PREVIOUS;

  return NAZAR_KEY_IGNORED;
}
