/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ANSWER_TEXT (nazar_answer_text_get_type ())
G_DECLARE_FINAL_TYPE (NazarAnswerText, nazar_answer_text, NAZAR, ANSWER_TEXT, NazarAnswerInput)

gboolean nazar_text_view_is_at_edge (GtkTextView *view,
                                     gboolean     down);

G_END_DECLS
