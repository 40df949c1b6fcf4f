/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-pick.h"

#include "nazar-answer-keys.h"
#include "nazar-field.h"
#include "nazar-language.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* Answers to choose from, side by side, each with its key on it: one of them, or as many
 * as apply. Choosing one again takes it back. */
struct _NazarAnswerPick
{
  NazarAnswerInput parent_instance;

  GPtrArray *buttons; /* in the order of the answers */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarAnswerPick, nazar_answer_pick, NAZAR_TYPE_ANSWER_INPUT)

static const char *const yes_no_na[NAZAR_N_YES_NO] = { "yes", "no", "na" };

static const NazarQuestion *
get_question (NazarAnswerPick *self)
{
  return nazar_answer_input_get_question (NAZAR_ANSWER_INPUT (self));
}

static gboolean
is_yes_no (NazarAnswerPick *self)
{
  return get_question (self)->kind == NAZAR_QUESTION_YES_NO_NA;
}

static GtkToggleButton *
get_button (NazarAnswerPick *self,
            guint            option)
{
  return g_ptr_array_index (self->buttons, option);
}

static const char *
get_value (NazarAnswerPick *self,
           guint            option)
{
  return is_yes_no (self) ? yes_no_na[option] : get_question (self)->options[option].id;
}

static void
set_active (NazarAnswerPick *self,
            guint            option,
            gboolean         active)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (get_button (self, option), active);
  self->showing = FALSE;
}

static void
nazar_answer_pick_show_value (NazarAnswerInput *input,
                              const char       *value)
{
  NazarAnswerPick *self = NAZAR_ANSWER_PICK (input);
  g_auto (GStrv) several = get_question (self)->kind == NAZAR_QUESTION_CHOICES ? nazar_strv_from_json (value) : NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    set_active (self, i,
                several != NULL ? nazar_strv_holds ((const char *const *) several, get_value (self, i))
                                : g_strcmp0 (value, get_value (self, i)) == 0);
}

static char *
nazar_answer_pick_dup_input (NazarAnswerInput *input)
{
  NazarAnswerPick *self = NAZAR_ANSWER_PICK (input);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (get_button (self, i)))
      g_ptr_array_add (chosen, (gpointer) get_value (self, i));

  if (chosen->len == 0)
    return NULL;
  if (get_question (self)->kind != NAZAR_QUESTION_CHOICES)
    return g_strdup (g_ptr_array_index (chosen, 0));

  g_ptr_array_add (chosen, NULL);
  return nazar_strv_to_json ((const char *const *) chosen->pdata);
}

static void
nazar_answer_pick_set_editable (NazarAnswerInput *input,
                                gboolean          editable)
{
  NazarAnswerPick *self = NAZAR_ANSWER_PICK (input);

  /* What was answered stays as easy to read as before. */
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_can_target (GTK_WIDGET (get_button (self, i)), editable);
}

static GtkWidget *
nazar_answer_pick_get_target (NazarAnswerInput *input)
{
  NazarAnswerPick *self = NAZAR_ANSWER_PICK (input);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (get_button (self, i)))
      return GTK_WIDGET (get_button (self, i));

  return self->buttons->len > 0 ? GTK_WIDGET (get_button (self, 0)) : NULL;
}

/* One key, one answer: pressed again it stays. Of several, it is taken back. */
static void
choose (NazarAnswerPick *self,
        guint            option)
{
  gboolean several = get_question (self)->kind == NAZAR_QUESTION_CHOICES;
  GtkToggleButton *button = get_button (self, option);

  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_toggle_button_set_active (button, !several || !gtk_toggle_button_get_active (button));
}

static void
clear (NazarAnswerPick *self)
{
  nazar_answer_pick_show_value (NAZAR_ANSWER_INPUT (self), NULL);
  nazar_answer_input_entered (NAZAR_ANSWER_INPUT (self));
}

static NazarKeyResult
nazar_answer_pick_press (NazarAnswerInput *input,
                         guint             keyval,
                         GdkModifierType   state)
{
  NazarAnswerPick *self = NAZAR_ANSWER_PICK (input);
  guint option = nazar_answer_key_find (get_question (self), keyval, state);

  if (state == 0 && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    return gtk_widget_child_focus (GTK_WIDGET (self), keyval == GDK_KEY_Left ? GTK_DIR_LEFT : GTK_DIR_RIGHT) ? NAZAR_KEY_TAKEN
                                                                                                             : NAZAR_KEY_IGNORED;
  if (!nazar_answer_input_is_editable (input) && (option != NAZAR_NO_OPTION || keyval == GDK_KEY_space))
    return NAZAR_KEY_TAKEN;
  if (option != NAZAR_NO_OPTION)
    {
      choose (self, option);
      return NAZAR_KEY_TAKEN;
    }
  if (state == 0 && nazar_answer_input_is_editable (input) && (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete))
    {
      clear (self);
      return NAZAR_KEY_TAKEN;
    }

  return NAZAR_ANSWER_INPUT_CLASS (nazar_answer_pick_parent_class)->press (input, keyval, state);
}

static void
on_toggled_cb (NazarAnswerPick *self,
               GtkToggleButton *button)
{
  if (self->showing)
    return;

  for (guint i = 0; i < self->buttons->len; i++)
    if (get_question (self)->kind != NAZAR_QUESTION_CHOICES && get_button (self, i) != button)
      set_active (self, i, FALSE);
  nazar_answer_input_entered (NAZAR_ANSWER_INPUT (self));
}

static GtkWidget *
make_key (const char *key)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", key, NULL);

  gtk_widget_add_css_class (label, "nazar-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

/* In a cell the key alone, and the word for those who ask. */
static GtkWidget *
make_button (NazarAnswerPick *self,
             guint            option)
{
  const NazarQuestion *question = get_question (self);
  gboolean compact = nazar_answer_input_is_compact (NAZAR_ANSWER_INPUT (self));
  g_autofree char *word = is_yes_no (self) ? nazar_question_display_value (question, yes_no_na[option], nazar_language_current ())
                                           : g_strdup (nazar_texts_get (&question->options[option].text, nazar_language_current ()));
  g_autofree char *key = nazar_answer_key_dup (question, option);
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (key != NULL)
    gtk_box_append (GTK_BOX (box), make_key (key));
  if (!compact || !is_yes_no (self))
    {
      GtkWidget *label = gtk_label_new (word);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), label);
    }
  else
    gtk_widget_set_tooltip_text (button, word);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "nazar-answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key != NULL ? key : "", -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled_cb), self);
  return button;
}

static void
nazar_answer_pick_constructed (GObject *object)
{
  NazarAnswerPick *self = NAZAR_ANSWER_PICK (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint n_options = is_yes_no (self) ? NAZAR_N_YES_NO : get_question (self)->n_options;

  G_OBJECT_CLASS (nazar_answer_pick_parent_class)->constructed (object);

  if (is_yes_no (self))
    gtk_widget_add_css_class (box, "linked");
  else
    gtk_widget_set_layout_manager (box, g_object_new (NAZAR_TYPE_WRAP_LAYOUT, NULL));
  for (guint i = 0; i < n_options; i++)
    {
      GtkWidget *button = make_button (self, i);

      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (self->buttons, button);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
nazar_answer_pick_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_ANSWER_PICK (object)->buttons);

  G_OBJECT_CLASS (nazar_answer_pick_parent_class)->finalize (object);
}

static void
nazar_answer_pick_class_init (NazarAnswerPickClass *klass)
{
  NazarAnswerInputClass *input_class = NAZAR_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = nazar_answer_pick_constructed;
  G_OBJECT_CLASS (klass)->finalize = nazar_answer_pick_finalize;
  input_class->show_value = nazar_answer_pick_show_value;
  input_class->dup_input = nazar_answer_pick_dup_input;
  input_class->set_editable = nazar_answer_pick_set_editable;
  input_class->press = nazar_answer_pick_press;
  input_class->get_target = nazar_answer_pick_get_target;
}

static void
nazar_answer_pick_init (NazarAnswerPick *self)
{
  self->buttons = g_ptr_array_new ();
}
