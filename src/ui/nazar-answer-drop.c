/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-drop.h"

#include "nazar-answer-keys.h"
#include "nazar-language.h"

/* One of several answers, in a cell of a table. */
struct _NazarAnswerDrop
{
  NazarAnswerInput parent_instance;

  GtkWidget *drop; /* its first choice is none */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarAnswerDrop, nazar_answer_drop, NAZAR_TYPE_ANSWER_INPUT)

static void
nazar_answer_drop_show_value (NazarAnswerInput *input,
                              const char       *value)
{
  NazarAnswerDrop *self = NAZAR_ANSWER_DROP (input);
  const NazarQuestion *question = nazar_answer_input_get_question (input);
  guint selected = 0;

  for (guint i = 0; i < question->n_options; i++)
    if (g_strcmp0 (question->options[i].id, value) == 0)
      selected = i + 1;

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), selected);
  self->showing = FALSE;
}

static char *
nazar_answer_drop_dup_input (NazarAnswerInput *input)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (NAZAR_ANSWER_DROP (input)->drop));

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
           ? NULL
           : g_strdup (nazar_answer_input_get_question (input)->options[selected - 1].id);
}

static void
nazar_answer_drop_set_editable (NazarAnswerInput *input,
                                gboolean          editable)
{
  gtk_widget_set_can_target (NAZAR_ANSWER_DROP (input)->drop, editable);
}

static GtkWidget *
nazar_answer_drop_get_target (NazarAnswerInput *input)
{
  return NAZAR_ANSWER_DROP (input)->drop;
}

static NazarKeyResult
nazar_answer_drop_press (NazarAnswerInput *input,
                         guint             keyval,
                         GdkModifierType   state)
{
  NazarAnswerDrop *self = NAZAR_ANSWER_DROP (input);
  guint option = nazar_answer_key_find (nazar_answer_input_get_question (input), keyval, state);
  gboolean clears = state == 0 && (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete);

  if (option == NAZAR_NO_OPTION && !clears && keyval != GDK_KEY_space)
    return NAZAR_ANSWER_INPUT_CLASS (nazar_answer_drop_parent_class)->press (input, keyval, state);
  if (!nazar_answer_input_is_editable (input))
    return NAZAR_KEY_TAKEN;
  if (keyval == GDK_KEY_space)
    return NAZAR_KEY_IGNORED;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), clears ? 0 : option + 1);
  return NAZAR_KEY_TAKEN;
}

static void
on_selected_cb (NazarAnswerDrop *self)
{
  if (!self->showing)
    nazar_answer_input_entered (NAZAR_ANSWER_INPUT (self));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static void
on_setup_choice_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_choice_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item)
{
  guint position = gtk_list_item_get_position (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *words = position > 0 && position < 10 ? g_strdup_printf ("%u  %s", position, text) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
nazar_answer_drop_constructed (GObject *object)
{
  NazarAnswerDrop *self = NAZAR_ANSWER_DROP (object);
  const NazarQuestion *question = nazar_answer_input_get_question (NAZAR_ANSWER_INPUT (object));
  GtkStringList *words = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) choices = gtk_signal_list_item_factory_new ();

  G_OBJECT_CLASS (nazar_answer_drop_parent_class)->constructed (object);

  gtk_string_list_append (words, "—");
  for (guint i = 0; i < question->n_options; i++)
    gtk_string_list_append (words, nazar_texts_get (&question->options[i].text, nazar_language_current ()));

  g_signal_connect (shown, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (choices, "setup", G_CALLBACK (on_setup_choice_cb), NULL);
  g_signal_connect (choices, "bind", G_CALLBACK (on_bind_choice_cb), NULL);
  self->drop = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop), shown);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop), choices);
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (on_selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->drop);
}

static void
nazar_answer_drop_class_init (NazarAnswerDropClass *klass)
{
  NazarAnswerInputClass *input_class = NAZAR_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = nazar_answer_drop_constructed;
  input_class->show_value = nazar_answer_drop_show_value;
  input_class->dup_input = nazar_answer_drop_dup_input;
  input_class->set_editable = nazar_answer_drop_set_editable;
  input_class->press = nazar_answer_drop_press;
  input_class->get_target = nazar_answer_drop_get_target;
}

static void
nazar_answer_drop_init (NazarAnswerDrop *self)
{
}
