/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_QUESTION_ROW (nazar_question_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarQuestionRow, nazar_question_row, NAZAR, QUESTION_ROW, GtkListBoxRow)

GtkWidget           *nazar_question_row_new          (NazarNotebook       *notebook,
                                                      const NazarQuestion *question);
const NazarQuestion *nazar_question_row_get_question (NazarQuestionRow    *self);
gboolean             nazar_question_row_is_asked     (NazarQuestionRow    *self);
void                 nazar_question_row_refresh      (NazarQuestionRow    *self);
void                 nazar_question_row_flush        (NazarQuestionRow    *self);
void                 nazar_question_row_forget       (NazarQuestionRow    *self);
void                 nazar_question_row_enter        (NazarQuestionRow    *self);
void                 nazar_question_row_open_note    (NazarQuestionRow    *self);
void                 nazar_question_row_show_earlier (NazarQuestionRow    *self);
NazarKeyResult       nazar_question_row_press        (NazarQuestionRow    *self,
                                                      guint                keyval,
                                                      GdkModifierType      state);

G_END_DECLS
