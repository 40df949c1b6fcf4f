/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-question-row.h"

#include "nazar-answer-kinds.h"
#include "nazar-date.h"
#include "nazar-earlier-popover.h"
#include "nazar-language.h"
#include "nazar-question-note.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One question: its number and words, what answers it, what the last visit answered, a
 * sentence where the answer is doubtful, and a note. What is entered is written at once,
 * what is typed when typing pauses, or goes on for long, or the row is left. */
struct _NazarQuestionRow
{
  GtkListBoxRow parent_instance;

  NazarNotebook *notebook;
  const NazarQuestion *question;

  GtkWidget *content; /* all beside the number */
  GtkWidget *input;   /* NULL where it is calculated */
  GtkWidget *calculated;
  GtkWidget *foot;
  GtkWidget *previous;
  GtkWidget *note_button;
  GtkWidget *finding_button;
  GtkWidget *earlier;
  GtkWidget *check;
  GtkWidget *check_label;
  NazarQuestionNote *note;

  gboolean typed;      /* the answer has not been written */
  gboolean note_typed; /* nor has the note */
  gboolean note_open;
  gint64 typed_at;
  char *wrong; /* (nullable): why what was typed is no answer */
  guint pause;
  guint settle;
};

G_DEFINE_FINAL_TYPE (NazarQuestionRow, nazar_question_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_ADD_FINDING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A pause in typing, and how long typing may go on without one, in milliseconds. */
#define PAUSE_MS 400
#define MOST_MS 800

static NazarAnswers *
get_answers (NazarQuestionRow *self)
{
  return nazar_notebook_get_answers (self->notebook, self->question->checklist);
}

static gboolean
has_focus (NazarQuestionRow *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* ---- What it shows ---- */

/* A question of the monitor's own judgement, never a wall. */
static char *
dup_sentence (NazarQuestionRow *self)
{
  NazarAnswers *answers = get_answers (self);

  if (self->wrong != NULL)
    return g_strdup (self->wrong);
  if (nazar_answers_get_state (answers, self->question) != NAZAR_ANSWER_SHOWN && self->question->calculate == NULL)
    return g_strdup (_("Other answers say that this question does not apply. Its answer is kept until you take it out."));
  if (self->question->kind == NAZAR_QUESTION_TABLE)
    return NULL;

  return nazar_answers_check (answers, self->question, nazar_language_current (), NULL);
}

static char *
dup_previous (NazarQuestionRow *self)
{
  const char *value = nazar_notebook_get_previous (self->notebook, self->question);
  g_autofree char *shown = nazar_question_display_value (self->question, value, nazar_language_current ());

  /* Translators: %s is what the last visit to the same place answered. */
  return value != NULL ? g_strdup_printf (_("Last visit: %s"), shown) : NULL;
}

static void
show_previous (NazarQuestionRow *self)
{
  g_autofree char *words = dup_previous (self);

  gtk_label_set_text (GTK_LABEL (self->previous), words != NULL ? words : "");
  gtk_widget_set_tooltip_text (self->previous, words);
  gtk_widget_set_visible (self->previous, words != NULL);
  gtk_widget_set_visible (self->earlier, nazar_notebook_get_previous_visit (self->notebook) != NULL);
}

static void
show_sentence (NazarQuestionRow *self)
{
  g_autofree char *sentence = nazar_question_row_is_asked (self) ? dup_sentence (self) : NULL;
  g_autofree char *previous = dup_previous (self);
  const char *description = sentence != NULL ? sentence : previous;

  gtk_label_set_text (GTK_LABEL (self->check_label), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->check, sentence != NULL);
  if (self->input == NULL)
    return;

  if (self->question->kind != NAZAR_QUESTION_TABLE)
    nazar_answer_input_set_invalid (NAZAR_ANSWER_INPUT (self->input), self->wrong != NULL);
  nazar_answer_input_set_words (NAZAR_ANSWER_INPUT (self->input), nazar_texts_get (&self->question->text, nazar_language_current ()),
                                description);
}

static void
show_note (NazarQuestionRow *self)
{
  const char *note = nazar_answers_get_note (get_answers (self), self->question);

  if (!self->note_typed)
    nazar_question_note_show_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL || self->note_typed || self->note_open);
}

static void
show_editable (NazarQuestionRow *self)
{
  gboolean editable = !nazar_notebook_is_locked (self->notebook);

  if (self->input != NULL && nazar_answer_input_is_editable (NAZAR_ANSWER_INPUT (self->input)) != editable)
    nazar_answer_input_set_editable (NAZAR_ANSWER_INPUT (self->input), editable);
  nazar_question_note_set_editable (self->note, editable);
  gtk_widget_set_visible (self->note_button, editable && self->input != NULL);
  gtk_widget_set_visible (self->finding_button, editable);
}

/* ---- What is entered ---- */

static void
write_answer (NazarQuestionRow *self,
              gboolean          leaving)
{
  g_autofree char *input = nazar_answer_input_dup_input (NAZAR_ANSWER_INPUT (self->input));
  g_autoptr (GError) error = NULL;

  self->typed = FALSE;
  g_clear_pointer (&self->wrong, g_free);
  if (nazar_notebook_enter (self->notebook, self->question, input, &error))
    return;

  /* What cannot be stored stays on the screen. Half of a date is no error while somebody
   * is still typing it. */
  self->typed = TRUE;
  if (leaving || self->question->kind == NAZAR_QUESTION_NUMBER)
    self->wrong = g_strdup (error->message);
}

static void
flush (NazarQuestionRow *self,
       gboolean          leaving)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->typed && !self->note_typed)
    return;

  if (self->note_typed)
    {
      g_autofree char *note = nazar_question_note_dup_text (self->note);

      self->note_typed = FALSE;
      nazar_notebook_enter_note (self->notebook, self->question, note);
    }
  if (self->typed)
    write_answer (self, leaving);
  nazar_question_row_refresh (self);
}

static gboolean
on_pause_cb (gpointer data)
{
  NazarQuestionRow *self = data;

  self->pause = 0;
  flush (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
wait_for_pause (NazarQuestionRow *self)
{
  gint64 now = g_get_monotonic_time () / 1000, left;

  if (self->pause == 0)
    self->typed_at = now;
  left = self->typed_at + MOST_MS - now;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (CLAMP (left, 0, PAUSE_MS), on_pause_cb, self);
}

static void
on_typed_cb (NazarQuestionRow *self)
{
  self->typed = TRUE;
  wait_for_pause (self);
}

static void
on_note_typed_cb (NazarQuestionRow *self)
{
  self->note_typed = TRUE;
  wait_for_pause (self);
}

static gboolean
on_settle_cb (gpointer data)
{
  NazarQuestionRow *self = data;

  self->settle = 0;
  nazar_question_row_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Some things are shown only when it is known where the focus has gone. */
static void
settle_soon (NazarQuestionRow *self)
{
  if (self->settle == 0)
    self->settle = g_idle_add (on_settle_cb, self);
}

static void
on_entered_cb (NazarQuestionRow *self)
{
  self->typed = TRUE;
  flush (self, TRUE);
  settle_soon (self);
}

static void
on_focus_leave_cb (NazarQuestionRow *self)
{
  self->note_open = FALSE;
  flush (self, TRUE);
  settle_soon (self);
}

/* ---- Its parts ---- */

/* The language that a text stands in instead of that of the window. */
static const char *
find_fallback (const NazarTexts *texts)
{
  if (nazar_texts_exact (texts, nazar_language_current ()) != NULL)
    return NULL;

  for (const NazarLanguage *language = nazar_languages (); language->id != NULL; language++)
    if (nazar_texts_exact (texts, language->id) != NULL)
      return language->name;

  return NULL;
}

/* Rules, and what else is to be known of the question, small after its words. */
static char *
dup_remarks (NazarQuestionRow *self)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autofree char *rules = g_strjoinv (", ", (char **) self->question->rules);
  const char *fallback = find_fallback (&self->question->text);

  if (*rules != '\0')
    g_ptr_array_add (remarks, rules);
  if (self->question->required)
    g_ptr_array_add (remarks, (gpointer) C_ ("question", "required"));
  if (fallback != NULL)
    g_ptr_array_add (remarks, (gpointer) fallback);
  g_ptr_array_add (remarks, NULL);
  return g_strjoinv (" · ", (char **) remarks->pdata);
}

static GtkWidget *
make_text (NazarQuestionRow *self)
{
  g_autofree char *remarks = dup_remarks (self);
  g_autofree char *words =
    g_strdup_printf ("%s  %s", nazar_texts_get (&self->question->text, nazar_language_current ()), remarks);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *small = pango_attr_scale_new (0.82), *dim = pango_attr_foreground_alpha_new (G_MAXUINT16 * 0.6);
  GtkWidget *label = gtk_label_new (g_strchomp (words));

  small->start_index = dim->start_index = strlen (nazar_texts_get (&self->question->text, nazar_language_current ()));
  pango_attr_list_insert (attributes, small);
  pango_attr_list_insert (attributes, dim);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
make_caption (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
on_note_clicked_cb (NazarQuestionRow *self)
{
  nazar_question_row_open_note (self);
}

static void
on_finding_clicked_cb (NazarQuestionRow *self)
{
  flush (self, TRUE);
  g_signal_emit (self, signals[SIGNAL_ADD_FINDING], 0);
}

static GtkWidget *
make_button (NazarQuestionRow *self,
             const char       *icon_name,
             const char       *tooltip,
             const char       *name,
             GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
on_earlier_closed_cb (NazarQuestionRow *self)
{
  nazar_question_row_enter (self);
}

static void
make_earlier_cb (GtkMenuButton *button,
                 gpointer       data)
{
  NazarQuestionRow *self = data;
  GtkWidget *popover = nazar_earlier_popover_new (self->notebook, self->question);

  g_signal_connect_object (popover, "closed", G_CALLBACK (on_earlier_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_buttons (NazarQuestionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint number = self->question->number;
  /* Translators: %u is the number of a question; for screen readers. */
  g_autofree char *note = g_strdup_printf (_("Note to question %u"), number);
  /* Translators: %u is the number of a question; for screen readers. */
  g_autofree char *finding = g_strdup_printf (_("Add a finding from question %u"), number);
  /* Translators: %u is the number of a question; for screen readers. */
  g_autofree char *earlier = g_strdup_printf (_("Earlier answers to question %u"), number);

  self->note_button = make_button (self, "document-edit-symbolic", _("Note (Ctrl+M)"), note, G_CALLBACK (on_note_clicked_cb));
  self->finding_button = make_button (self, "list-add-symbolic", _("Add a finding (Ctrl+G)"), finding, G_CALLBACK (on_finding_clicked_cb));
  self->earlier = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->earlier), "document-open-recent-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->earlier), make_earlier_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->earlier, _("Earlier answers (F4)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->earlier), GTK_ACCESSIBLE_PROPERTY_LABEL, earlier, -1);
  gtk_widget_add_css_class (self->earlier, "flat");

  gtk_widget_add_css_class (box, "nazar-question-buttons");
  gtk_box_append (GTK_BOX (box), self->note_button);
  gtk_box_append (GTK_BOX (box), self->finding_button);
  gtk_box_append (GTK_BOX (box), self->earlier);
  return box;
}

static GtkWidget *
make_check (NazarQuestionRow *self)
{
  GtkWidget *icon =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "dialog-warning-symbolic", NULL);

  self->check = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->check_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->check_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->check_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->check_label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->check, "nazar-check");
  gtk_box_append (GTK_BOX (self->check), icon);
  gtk_box_append (GTK_BOX (self->check), self->check_label);
  return self->check;
}

/* Words and tables have a line of their own; what else stands beside a short answer. */
static void
add_input (NazarQuestionRow *self)
{
  NazarQuestionKind kind = self->question->kind;

  if (self->question->calculate != NULL)
    {
      self->calculated = gtk_label_new (NULL);
      gtk_label_set_selectable (GTK_LABEL (self->calculated), TRUE);
      gtk_widget_add_css_class (self->calculated, "numeric");
      gtk_box_append (GTK_BOX (self->foot), self->calculated);
      return;
    }

  self->input = nazar_answer_input_new (self->notebook, self->question, FALSE);
  g_signal_connect_object (self->input, "typed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "entered", G_CALLBACK (on_entered_cb), self, G_CONNECT_SWAPPED);
  if (kind == NAZAR_QUESTION_YES_NO_NA || kind == NAZAR_QUESTION_NUMBER || kind == NAZAR_QUESTION_DATE)
    gtk_box_append (GTK_BOX (self->foot), self->input);
  else
    gtk_box_append (GTK_BOX (self->content), self->input);
}

static void
add_number (NazarQuestionRow *self,
            GtkWidget        *box)
{
  g_autofree char *number = self->question->number > 0 ? g_strdup_printf ("%u", self->question->number) : g_strdup ("");
  GtkWidget *label = gtk_label_new (number);

  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
}

static void
build (NazarQuestionRow *self)
{
  const char *hint = nazar_texts_get (&self->question->hint, nazar_language_current ());
  /* Translators: %u is the number of a question; for screen readers. */
  g_autofree char *note_name = g_strdup_printf (_("Note to question %u"), self->question->number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (self->content, TRUE);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->foot, g_object_new (NAZAR_TYPE_WRAP_LAYOUT, NULL));

  add_number (self, box);
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_box_append (GTK_BOX (self->content), make_text (self));
  if (*hint != '\0')
    gtk_box_append (GTK_BOX (self->content), make_caption (hint));
  add_input (self);
  gtk_box_append (GTK_BOX (self->content), self->foot);
  gtk_box_append (GTK_BOX (self->foot), make_buttons (self));

  self->previous = make_caption (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->previous), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->previous), 3);
  gtk_widget_set_valign (self->previous, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->foot), self->previous);

  gtk_box_append (GTK_BOX (self->content), make_check (self));
  self->note = NAZAR_QUESTION_NOTE (nazar_question_note_new ());
  nazar_question_note_set_name (self->note, note_name);
  g_signal_connect_object (self->note, "typed", G_CALLBACK (on_note_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->note));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* ---- The widget ---- */

static gboolean
nazar_question_row_grab_focus (GtkWidget *widget)
{
  NazarQuestionRow *self = NAZAR_QUESTION_ROW (widget);

  return gtk_widget_grab_focus (self->input != NULL ? self->input : self->calculated);
}

static void
nazar_question_row_unmap (GtkWidget *widget)
{
  nazar_question_row_flush (NAZAR_QUESTION_ROW (widget));

  GTK_WIDGET_CLASS (nazar_question_row_parent_class)->unmap (widget);
}

static void
nazar_question_row_dispose (GObject *object)
{
  NazarQuestionRow *self = NAZAR_QUESTION_ROW (object);

  nazar_question_row_forget (self);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (nazar_question_row_parent_class)->dispose (object);
}

static void
nazar_question_row_finalize (GObject *object)
{
  g_free (NAZAR_QUESTION_ROW (object)->wrong);

  G_OBJECT_CLASS (nazar_question_row_parent_class)->finalize (object);
}

static void
nazar_question_row_class_init (NazarQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_question_row_finalize;
  widget_class->grab_focus = nazar_question_row_grab_focus;
  widget_class->unmap = nazar_question_row_unmap;

  /**
   * NazarQuestionRow::add-finding:
   *
   * Somebody wants a finding from the answer.
   */
  signals[SIGNAL_ADD_FINDING] =
    g_signal_new ("add-finding", NAZAR_TYPE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_question_row_init (NazarQuestionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-question");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * nazar_question_row_new:
 * @notebook: the answers of a visit
 * @question: one of its questions
 *
 * Returns: (transfer full): a row for it
 */
GtkWidget *
nazar_question_row_new (NazarNotebook       *notebook,
                        const NazarQuestion *question)
{
  NazarQuestionRow *self;

  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (notebook) && question != NULL, NULL);

  self = g_object_new (NAZAR_TYPE_QUESTION_ROW, NULL);
  self->notebook = g_object_ref (notebook);
  self->question = question;
  build (self);
  nazar_question_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * nazar_question_row_get_question:
 * @self: a row
 *
 * Returns: (transfer none): what it asks
 */
const NazarQuestion *
nazar_question_row_get_question (NazarQuestionRow *self)
{
  g_return_val_if_fail (NAZAR_IS_QUESTION_ROW (self), NULL);

  return self->question;
}

/**
 * nazar_question_row_is_asked:
 * @self: a row
 *
 * Returns: whether it is to be seen: what was answered is never hidden
 */
gboolean
nazar_question_row_is_asked (NazarQuestionRow *self)
{
  NazarAnswers *answers;

  g_return_val_if_fail (NAZAR_IS_QUESTION_ROW (self), FALSE);

  answers = get_answers (self);
  if (nazar_answers_get_state (answers, self->question) == NAZAR_ANSWER_SHOWN)
    return TRUE;

  return self->question->calculate == NULL && (nazar_answers_get (answers, self->question) != NULL ||
                                               nazar_answers_get_note (answers, self->question) != NULL);
}

/**
 * nazar_question_row_refresh:
 * @self: a row
 *
 * Shows what the notebook has, except where somebody is typing.
 */
void
nazar_question_row_refresh (NazarQuestionRow *self)
{
  const char *value;

  g_return_if_fail (NAZAR_IS_QUESTION_ROW (self));

  if (get_answers (self) == NULL)
    return;

  value = nazar_answers_get (get_answers (self), self->question);
  if (self->calculated != NULL)
    {
      g_autofree char *shown = nazar_calculated_dup_text (self->question, value);

      gtk_label_set_text (GTK_LABEL (self->calculated), shown);
    }
  else if (!self->typed)
    nazar_answer_input_show_value (NAZAR_ANSWER_INPUT (self->input), value);

  show_editable (self);
  show_previous (self);
  show_note (self);
  show_sentence (self);
  gtk_widget_set_visible (GTK_WIDGET (self), nazar_question_row_is_asked (self) || has_focus (self));
}

/**
 * nazar_question_row_flush:
 * @self: a row
 *
 * Writes what was typed and not written yet.
 */
void
nazar_question_row_flush (NazarQuestionRow *self)
{
  g_return_if_fail (NAZAR_IS_QUESTION_ROW (self));

  flush (self, TRUE);
}

/**
 * nazar_question_row_forget:
 * @self: a row
 *
 * Forgets what was typed and not written yet.
 */
void
nazar_question_row_forget (NazarQuestionRow *self)
{
  g_return_if_fail (NAZAR_IS_QUESTION_ROW (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  self->typed = self->note_typed = FALSE;
}

/**
 * nazar_question_row_enter:
 * @self: a row
 *
 * Leads the keyboard to what answers it.
 */
void
nazar_question_row_enter (NazarQuestionRow *self)
{
  g_return_if_fail (NAZAR_IS_QUESTION_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * nazar_question_row_open_note:
 * @self: a row
 *
 * Leads the keyboard to its note, or from there back to the answer.
 */
void
nazar_question_row_open_note (NazarQuestionRow *self)
{
  g_return_if_fail (NAZAR_IS_QUESTION_ROW (self));

  if (nazar_question_note_has_focus (self->note))
    {
      nazar_question_row_enter (self);
      return;
    }
  if (nazar_notebook_is_locked (self->notebook) || self->input == NULL)
    return;

  self->note_open = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/**
 * nazar_question_row_show_earlier:
 * @self: a row
 *
 * Shows what all earlier visits to the place answered.
 */
void
nazar_question_row_show_earlier (NazarQuestionRow *self)
{
  g_return_if_fail (NAZAR_IS_QUESTION_ROW (self));

  if (gtk_widget_get_visible (self->earlier))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->earlier));
}

/**
 * nazar_question_row_press:
 * @self: a row with the focus in it
 * @keyval: a key
 * @state: its modifiers, without locks
 *
 * Returns: what it meant
 */
NazarKeyResult
nazar_question_row_press (NazarQuestionRow *self,
                          guint             keyval,
                          GdkModifierType   state)
{
  gboolean answering;
  NazarKeyResult result;

  g_return_val_if_fail (NAZAR_IS_QUESTION_ROW (self), NAZAR_KEY_IGNORED);

  if (nazar_question_note_has_focus (self->note))
    {
      if (keyval != GDK_KEY_Escape)
        return nazar_question_note_press (self->note, keyval, state);
      nazar_question_row_enter (self);
      return NAZAR_KEY_TAKEN;
    }

  answering = self->input != NULL && nazar_answer_input_has_focus (NAZAR_ANSWER_INPUT (self->input));
  result = answering ? nazar_answer_input_press (NAZAR_ANSWER_INPUT (self->input), keyval, state) : NAZAR_KEY_IGNORED;
  if (answering && result == NAZAR_KEY_IGNORED && state == GDK_SHIFT_MASK && nazar_key_is_enter (keyval))
    {
      nazar_question_row_open_note (self);
      return NAZAR_KEY_TAKEN;
    }
  if (!answering && state == 0 && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return NAZAR_KEY_NEXT;
  if (!answering && state == 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return NAZAR_KEY_PREVIOUS;

  return result;
}
