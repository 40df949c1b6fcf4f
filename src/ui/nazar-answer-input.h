/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NazarKeyResult:
 * @NAZAR_KEY_IGNORED: not a key for it: whatever has the focus may use it
 * @NAZAR_KEY_TAKEN: it was used
 * @NAZAR_KEY_NEXT: ready: on to the next question
 * @NAZAR_KEY_PREVIOUS: back to the previous one
 *
 * What a key meant.
 */
typedef enum
{
  NAZAR_KEY_IGNORED,
  NAZAR_KEY_TAKEN,
  NAZAR_KEY_NEXT,
  NAZAR_KEY_PREVIOUS,
} NazarKeyResult;

#define NAZAR_TYPE_ANSWER_INPUT (nazar_answer_input_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarAnswerInput, nazar_answer_input, NAZAR, ANSWER_INPUT, AdwBin)

/**
 * NazarAnswerInputClass:
 * @show_value: shows the canonical value, or nothing for %NULL
 * @dup_input: what stands in it, as nazar_question_normalize() takes it
 * @set_editable: whether it may be changed
 * @press: what a key means to it; its modifiers have no locks among them
 * @get_target: the widget in it that takes the focus
 *
 * What answers one question, or fills one cell of a table.
 */
struct _NazarAnswerInputClass
{
  AdwBinClass parent_class;

  void           (*show_value)   (NazarAnswerInput *self,
                                  const char       *value);
  char          *(*dup_input)    (NazarAnswerInput *self);
  void           (*set_editable) (NazarAnswerInput *self,
                                  gboolean          editable);
  NazarKeyResult (*press)        (NazarAnswerInput *self,
                                  guint             keyval,
                                  GdkModifierType   state);
  GtkWidget     *(*get_target)   (NazarAnswerInput *self);
};

void                 nazar_answer_input_show_value   (NazarAnswerInput    *self,
                                                      const char          *value);
char                *nazar_answer_input_dup_input    (NazarAnswerInput    *self);
void                 nazar_answer_input_set_editable (NazarAnswerInput    *self,
                                                      gboolean             editable);
NazarKeyResult       nazar_answer_input_press        (NazarAnswerInput    *self,
                                                      guint                keyval,
                                                      GdkModifierType      state);
void                 nazar_answer_input_set_words    (NazarAnswerInput    *self,
                                                      const char          *label,
                                                      const char          *description);
void                 nazar_answer_input_set_invalid  (NazarAnswerInput    *self,
                                                      gboolean             invalid);
gboolean             nazar_answer_input_has_focus    (NazarAnswerInput    *self);

/* For its kinds. */
const NazarQuestion *nazar_answer_input_get_question (NazarAnswerInput    *self);
NazarNotebook       *nazar_answer_input_get_notebook (NazarAnswerInput    *self);
gboolean             nazar_answer_input_is_compact   (NazarAnswerInput    *self);
gboolean             nazar_answer_input_is_editable  (NazarAnswerInput    *self);
void                 nazar_answer_input_typed        (NazarAnswerInput    *self);
void                 nazar_answer_input_entered      (NazarAnswerInput    *self);
gunichar             nazar_key_letter                (guint                keyval,
                                                      GdkModifierType      state);
gboolean             nazar_key_is_enter              (guint                keyval);
char                *nazar_calculated_dup_text       (const NazarQuestion *question,
                                                      const char          *value);

G_END_DECLS
