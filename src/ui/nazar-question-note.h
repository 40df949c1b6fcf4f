/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_QUESTION_NOTE (nazar_question_note_get_type ())
G_DECLARE_FINAL_TYPE (NazarQuestionNote, nazar_question_note, NAZAR, QUESTION_NOTE, AdwBin)

GtkWidget      *nazar_question_note_new          (void);
void            nazar_question_note_show_text    (NazarQuestionNote *self,
                                                  const char        *note);
char           *nazar_question_note_dup_text     (NazarQuestionNote *self);
void            nazar_question_note_set_editable (NazarQuestionNote *self,
                                                  gboolean           editable);
void            nazar_question_note_set_name     (NazarQuestionNote *self,
                                                  const char        *name);
gboolean        nazar_question_note_has_focus    (NazarQuestionNote *self);
NazarKeyResult  nazar_question_note_press        (NazarQuestionNote *self,
                                                  guint              keyval,
                                                  GdkModifierType    state);

G_END_DECLS
