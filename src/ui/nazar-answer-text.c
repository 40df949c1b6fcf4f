/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-text.h"

/* Words, as many as there are. Enter is ready; with Shift it begins a new line. */
struct _NazarAnswerText
{
  NazarAnswerInput parent_instance;

  GtkWidget *view;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarAnswerText, nazar_answer_text, NAZAR_TYPE_ANSWER_INPUT)

static GtkTextBuffer *
get_buffer (NazarAnswerText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static char *
nazar_answer_text_dup_input (NazarAnswerInput *input)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (NAZAR_ANSWER_TEXT (input)), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (NAZAR_ANSWER_TEXT (input)), &start, &end, FALSE);
}

/* Blanks that somebody has just typed at the end are theirs until they go on. */
static void
nazar_answer_text_show_value (NazarAnswerInput *input,
                              const char       *value)
{
  NazarAnswerText *self = NAZAR_ANSWER_TEXT (input);
  g_autofree char *typed = nazar_answer_text_dup_input (input);
  g_autofree char *normal = nazar_question_normalize (nazar_answer_input_get_question (input), typed, NULL);

  if (g_strcmp0 (normal, value) == 0)
    return;

  self->showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), value != NULL ? value : "", -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->showing = FALSE;
}

static void
nazar_answer_text_set_editable (NazarAnswerInput *input,
                                gboolean          editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (NAZAR_ANSWER_TEXT (input)->view), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (NAZAR_ANSWER_TEXT (input)->view), editable);
}

static GtkWidget *
nazar_answer_text_get_target (NazarAnswerInput *input)
{
  return NAZAR_ANSWER_TEXT (input)->view;
}

static NazarKeyResult
nazar_answer_text_press (NazarAnswerInput *input,
                         guint             keyval,
                         GdkModifierType   state)
{
  NazarAnswerText *self = NAZAR_ANSWER_TEXT (input);

  if (state == GDK_SHIFT_MASK && nazar_key_is_enter (keyval))
    {
      gtk_text_buffer_insert_interactive_at_cursor (get_buffer (self), "\n", -1, nazar_answer_input_is_editable (input));
      gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)));
      return NAZAR_KEY_TAKEN;
    }
  if (((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && !nazar_text_view_is_at_edge (GTK_TEXT_VIEW (self->view), TRUE)) ||
      ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && !nazar_text_view_is_at_edge (GTK_TEXT_VIEW (self->view), FALSE)))
    return NAZAR_KEY_IGNORED;

  return NAZAR_ANSWER_INPUT_CLASS (nazar_answer_text_parent_class)->press (input, keyval, state);
}

static void
on_changed_cb (NazarAnswerText *self)
{
  if (!self->showing)
    nazar_answer_input_typed (NAZAR_ANSWER_INPUT (self));
}

static void
nazar_answer_text_class_init (NazarAnswerTextClass *klass)
{
  NazarAnswerInputClass *input_class = NAZAR_ANSWER_INPUT_CLASS (klass);

  input_class->show_value = nazar_answer_text_show_value;
  input_class->dup_input = nazar_answer_text_dup_input;
  input_class->set_editable = nazar_answer_text_set_editable;
  input_class->press = nazar_answer_text_press;
  input_class->get_target = nazar_answer_text_get_target;
}

static void
nazar_answer_text_init (NazarAnswerText *self)
{
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "nazar-answer-text");
  gtk_widget_set_hexpand (self->view, TRUE);
  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (on_changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->view);
}

/**
 * nazar_text_view_is_at_edge:
 * @view: a text view
 * @down: in the last line, else in the first
 *
 * Returns: whether the cursor stands there, as lines are seen
 */
gboolean
nazar_text_view_is_at_edge (GtkTextView *view,
                            gboolean     down)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter cursor, edge;
  GdkRectangle here, there;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  if (down)
    gtk_text_buffer_get_end_iter (buffer, &edge);
  else
    gtk_text_buffer_get_start_iter (buffer, &edge);
  gtk_text_view_get_iter_location (view, &cursor, &here);
  gtk_text_view_get_iter_location (view, &edge, &there);
  return here.y == there.y;
}
