/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-entry.h"

#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A number, a date or, in a cell, words: one line, read in any usual way of writing it. */
struct _NazarAnswerEntry
{
  NazarAnswerInput parent_instance;

  GtkWidget *entry;
  char *value; /* (nullable): what it shows, unless somebody has typed since */
  gboolean typed; /* since it has the focus */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarAnswerEntry, nazar_answer_entry, NAZAR_TYPE_ANSWER_INPUT)

static const NazarQuestion *
get_question (NazarAnswerEntry *self)
{
  return nazar_answer_input_get_question (NAZAR_ANSWER_INPUT (self));
}

/* A number stands without its unit, which is beside it. */
static char *
dup_shown (NazarAnswerEntry *self,
           const char       *value)
{
  if (value != NULL && get_question (self)->kind == NAZAR_QUESTION_DATE)
    return nazar_question_display_value (get_question (self), value, nazar_language_current ());

  return g_strdup (value != NULL ? value : "");
}

/* The value itself where it stands as it was shown: not every way of showing it must be
 * a way of typing it. */
static char *
nazar_answer_entry_dup_input (NazarAnswerInput *input)
{
  NazarAnswerEntry *self = NAZAR_ANSWER_ENTRY (input);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *shown = dup_shown (self, self->value);

  return g_strdup (strcmp (typed, shown) == 0 ? self->value : typed);
}

static gboolean
is_value (NazarAnswerEntry *self,
          const char       *value)
{
  g_autofree char *typed = nazar_answer_entry_dup_input (NAZAR_ANSWER_INPUT (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *normal = nazar_question_normalize (get_question (self), typed, &error);

  return error == NULL && g_strcmp0 (normal, value) == 0;
}

static void
show (NazarAnswerEntry *self,
      const char       *value)
{
  g_autofree char *shown = dup_shown (self, value);

  if (self->value != value)
    {
      g_free (self->value);
      self->value = g_strdup (value);
    }
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), shown) == 0)
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
  self->showing = FALSE;
}

/* What somebody is typing stays as it was typed until it is left. */
static void
nazar_answer_entry_show_value (NazarAnswerInput *input,
                               const char       *value)
{
  NazarAnswerEntry *self = NAZAR_ANSWER_ENTRY (input);

  if (!nazar_answer_input_has_focus (input) || !is_value (self, value))
    show (self, value);
}

static void
on_focus_leave_cb (NazarAnswerEntry *self)
{
  g_autofree char *typed = nazar_answer_entry_dup_input (NAZAR_ANSWER_INPUT (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *normal = nazar_question_normalize (get_question (self), typed, &error);

  if (error == NULL)
    show (self, normal);
  if (self->typed)
    nazar_answer_input_entered (NAZAR_ANSWER_INPUT (self));
  self->typed = FALSE;
}

static void
nazar_answer_entry_set_editable (NazarAnswerInput *input,
                                 gboolean          editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (NAZAR_ANSWER_ENTRY (input)->entry), editable);
}

static GtkWidget *
nazar_answer_entry_get_target (NazarAnswerInput *input)
{
  return NAZAR_ANSWER_ENTRY (input)->entry;
}

static void
on_changed_cb (NazarAnswerEntry *self)
{
  if (self->showing)
    return;

  self->typed = TRUE;
  nazar_answer_input_typed (NAZAR_ANSWER_INPUT (self));
}

static void
set_measures (NazarAnswerEntry *self,
              gboolean          compact)
{
  switch (get_question (self)->kind)
    {
    case NAZAR_QUESTION_NUMBER:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), compact ? 5 : 9);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), compact ? 5 : 9);
      gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
      break;
    case NAZAR_QUESTION_DATE:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), compact ? 12 : 18);
      if (!compact)
        gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Day, month, year"));
      break;
    default:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
      break;
    }
}

static void
nazar_answer_entry_constructed (GObject *object)
{
  NazarAnswerEntry *self = NAZAR_ANSWER_ENTRY (object);
  gboolean compact = nazar_answer_input_is_compact (NAZAR_ANSWER_INPUT (object));
  const char *unit = nazar_texts_get (&get_question (self)->unit, nazar_language_current ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  G_OBJECT_CLASS (nazar_answer_entry_parent_class)->constructed (object);

  set_measures (self, compact);
  gtk_widget_set_hexpand (self->entry, compact);
  gtk_box_append (GTK_BOX (box), self->entry);
  if (!compact && *unit != '\0')
    gtk_box_append (GTK_BOX (box), gtk_label_new (unit));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
nazar_answer_entry_finalize (GObject *object)
{
  g_free (NAZAR_ANSWER_ENTRY (object)->value);

  G_OBJECT_CLASS (nazar_answer_entry_parent_class)->finalize (object);
}

static void
nazar_answer_entry_class_init (NazarAnswerEntryClass *klass)
{
  NazarAnswerInputClass *input_class = NAZAR_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = nazar_answer_entry_constructed;
  G_OBJECT_CLASS (klass)->finalize = nazar_answer_entry_finalize;
  input_class->show_value = nazar_answer_entry_show_value;
  input_class->dup_input = nazar_answer_entry_dup_input;
  input_class->set_editable = nazar_answer_entry_set_editable;
  input_class->get_target = nazar_answer_entry_get_target;
}

static void
nazar_answer_entry_init (NazarAnswerEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}
