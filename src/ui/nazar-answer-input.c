/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-input.h"

#include "nazar-language.h"

#include <math.h>

typedef struct
{
  NazarNotebook *notebook;
  const NazarQuestion *question;
  gboolean compact;
  gboolean editable;
} NazarAnswerInputPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarAnswerInput, nazar_answer_input, ADW_TYPE_BIN)

enum
{
  PROP_NOTEBOOK = 1,
  PROP_QUESTION,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TYPED,
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static NazarAnswerInputPrivate *
get_private (NazarAnswerInput *self)
{
  return nazar_answer_input_get_instance_private (self);
}

/* Enter and Down are ready, Up goes back; what is more, each kind knows itself. */
static NazarKeyResult
nazar_answer_input_default_press (NazarAnswerInput *self,
                                  guint             keyval,
                                  GdkModifierType   state)
{
  if (state != 0)
    return NAZAR_KEY_IGNORED;
  if (nazar_key_is_enter (keyval) || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return NAZAR_KEY_NEXT;
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return NAZAR_KEY_PREVIOUS;

  return NAZAR_KEY_IGNORED;
}

static gboolean
nazar_answer_input_grab_focus (GtkWidget *widget)
{
  GtkWidget *target = NAZAR_ANSWER_INPUT_GET_CLASS (widget)->get_target (NAZAR_ANSWER_INPUT (widget));

  return target != NULL && gtk_widget_grab_focus (target);
}

static void
nazar_answer_input_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  NazarAnswerInputPrivate *priv = get_private (NAZAR_ANSWER_INPUT (object));

  switch (prop_id)
    {
    case PROP_NOTEBOOK:
      priv->notebook = g_value_dup_object (value);
      break;
    case PROP_QUESTION:
      priv->question = g_value_get_pointer (value);
      break;
    case PROP_COMPACT:
      priv->compact = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nazar_answer_input_finalize (GObject *object)
{
  g_object_unref (get_private (NAZAR_ANSWER_INPUT (object))->notebook);

  G_OBJECT_CLASS (nazar_answer_input_parent_class)->finalize (object);
}

static void
nazar_answer_input_class_init (NazarAnswerInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = nazar_answer_input_set_property;
  object_class->finalize = nazar_answer_input_finalize;
  widget_class->grab_focus = nazar_answer_input_grab_focus;
  klass->press = nazar_answer_input_default_press;

  /**
   * NazarAnswerInput:notebook:
   *
   * The answers of the visit.
   */
  properties[PROP_NOTEBOOK] = g_param_spec_object ("notebook", NULL, NULL, NAZAR_TYPE_NOTEBOOK, flags);
  /**
   * NazarAnswerInput:question:
   *
   * The #NazarQuestion, which may be a column of a table.
   */
  properties[PROP_QUESTION] = g_param_spec_pointer ("question", NULL, NULL, flags);
  /**
   * NazarAnswerInput:compact:
   *
   * Whether it stands in a cell of a table.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * NazarAnswerInput::typed:
   *
   * Somebody is in the middle of typing.
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", NAZAR_TYPE_ANSWER_INPUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * NazarAnswerInput::entered:
   *
   * Somebody has decided.
   */
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", NAZAR_TYPE_ANSWER_INPUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nazar_answer_input_init (NazarAnswerInput *self)
{
  get_private (self)->editable = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-answer-input");
}

/**
 * nazar_answer_input_show_value:
 * @self: an input
 * @value: (nullable): a canonical value
 *
 * Shows it, unless it stands there already.
 */
void
nazar_answer_input_show_value (NazarAnswerInput *self,
                               const char       *value)
{
  g_return_if_fail (NAZAR_IS_ANSWER_INPUT (self));

  NAZAR_ANSWER_INPUT_GET_CLASS (self)->show_value (self, value);
}

/**
 * nazar_answer_input_dup_input:
 * @self: an input
 *
 * Returns: (transfer full) (nullable): what stands in it, as
 *   nazar_question_normalize() takes it
 */
char *
nazar_answer_input_dup_input (NazarAnswerInput *self)
{
  g_return_val_if_fail (NAZAR_IS_ANSWER_INPUT (self), NULL);

  return NAZAR_ANSWER_INPUT_GET_CLASS (self)->dup_input (self);
}

/**
 * nazar_answer_input_set_editable:
 * @self: an input
 * @editable: whether it may be changed
 */
void
nazar_answer_input_set_editable (NazarAnswerInput *self,
                                 gboolean          editable)
{
  g_return_if_fail (NAZAR_IS_ANSWER_INPUT (self));

  get_private (self)->editable = editable;
  NAZAR_ANSWER_INPUT_GET_CLASS (self)->set_editable (self, editable);
}

/**
 * nazar_answer_input_press:
 * @self: an input with the focus in it
 * @keyval: a key
 * @state: its modifiers, without locks
 *
 * Returns: what it meant
 */
NazarKeyResult
nazar_answer_input_press (NazarAnswerInput *self,
                          guint             keyval,
                          GdkModifierType   state)
{
  g_return_val_if_fail (NAZAR_IS_ANSWER_INPUT (self), NAZAR_KEY_IGNORED);

  return NAZAR_ANSWER_INPUT_GET_CLASS (self)->press (self, keyval, state);
}

static void
update_words (GtkAccessible *accessible,
              const char    *label,
              const char    *description)
{
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (description != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* An input of one widget has its words on that, a group of them on itself. */
static GtkAccessible *
find_accessible (NazarAnswerInput *self)
{
  GtkWidget *target = NAZAR_ANSWER_INPUT_GET_CLASS (self)->get_target (self);

  if (get_private (self)->question->kind == NAZAR_QUESTION_TABLE)
    return GTK_ACCESSIBLE (self);

  return GTK_ACCESSIBLE (GTK_IS_EDITABLE (target) || GTK_IS_TEXT_VIEW (target) || GTK_IS_DROP_DOWN (target) ? target
                                                                                                        : GTK_WIDGET (self));
}

/**
 * nazar_answer_input_set_words:
 * @self: an input
 * @label: the question, for screen readers
 * @description: (nullable): what else is to be known
 */
void
nazar_answer_input_set_words (NazarAnswerInput *self,
                              const char       *label,
                              const char       *description)
{
  g_return_if_fail (NAZAR_IS_ANSWER_INPUT (self) && label != NULL);

  update_words (find_accessible (self), label, description);
}

/**
 * nazar_answer_input_set_invalid:
 * @self: an input
 * @invalid: whether what stands in it is no answer
 */
void
nazar_answer_input_set_invalid (NazarAnswerInput *self,
                                gboolean          invalid)
{
  g_return_if_fail (NAZAR_IS_ANSWER_INPUT (self));

  gtk_accessible_update_state (find_accessible (self), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (invalid)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

/**
 * nazar_answer_input_has_focus:
 * @self: an input
 *
 * Returns: whether it, or something in it, has the focus
 */
gboolean
nazar_answer_input_has_focus (NazarAnswerInput *self)
{
  g_return_val_if_fail (NAZAR_IS_ANSWER_INPUT (self), FALSE);

  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * nazar_answer_input_get_question:
 * @self: an input
 *
 * Returns: (transfer none): the question, or the column of a table
 */
const NazarQuestion *
nazar_answer_input_get_question (NazarAnswerInput *self)
{
  return get_private (self)->question;
}

/**
 * nazar_answer_input_get_notebook:
 * @self: an input
 *
 * Returns: (transfer none): the answers of the visit
 */
NazarNotebook *
nazar_answer_input_get_notebook (NazarAnswerInput *self)
{
  return get_private (self)->notebook;
}

/**
 * nazar_answer_input_is_compact:
 * @self: an input
 *
 * Returns: whether it stands in a cell of a table
 */
gboolean
nazar_answer_input_is_compact (NazarAnswerInput *self)
{
  return get_private (self)->compact;
}

/**
 * nazar_answer_input_is_editable:
 * @self: an input
 *
 * Returns: whether it may be changed
 */
gboolean
nazar_answer_input_is_editable (NazarAnswerInput *self)
{
  return get_private (self)->editable;
}

/**
 * nazar_answer_input_typed:
 * @self: an input
 *
 * Says that somebody is in the middle of typing.
 */
void
nazar_answer_input_typed (NazarAnswerInput *self)
{
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

/**
 * nazar_answer_input_entered:
 * @self: an input
 *
 * Says that somebody has decided.
 */
void
nazar_answer_input_entered (NazarAnswerInput *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

/**
 * nazar_key_letter:
 * @keyval: a key
 * @state: its modifiers, without locks
 *
 * Returns: the letter, digit or mark that it types, in lower case; 0 where it types
 *   none
 */
gunichar
nazar_key_letter (guint           keyval,
                  GdkModifierType state)
{
  return (state & ~GDK_SHIFT_MASK) == 0 ? gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval)) : 0;
}

/**
 * nazar_key_is_enter:
 * @keyval: a key
 *
 * Returns: whether it is one of those called Enter
 */
gboolean
nazar_key_is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

/**
 * nazar_calculated_dup_text:
 * @question: a question, or a column of a table, that is calculated
 * @value: (nullable): its value
 *
 * Returns: (transfer full): it as people read it: numbers with two decimals at most, and
 *   with their unit unless it stands over the column; a dash where it is not known
 */
char *
nazar_calculated_dup_text (const NazarQuestion *question,
                           const char          *value)
{
  g_autofree char *rounded = NULL;
  double number;

  if (value == NULL)
    return g_strdup ("—");
  if (question->kind == NAZAR_QUESTION_NUMBER && nazar_number_from_text (value, &number))
    rounded = nazar_number_to_text (round (number * 100) / 100);
  if (rounded != NULL && question->table != NULL)
    return g_steal_pointer (&rounded);

  return nazar_question_display_value (question, rounded != NULL ? rounded : value, nazar_language_current ());
}
