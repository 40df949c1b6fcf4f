/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ANSWER_DROP (nazar_answer_drop_get_type ())
G_DECLARE_FINAL_TYPE (NazarAnswerDrop, nazar_answer_drop, NAZAR, ANSWER_DROP, NazarAnswerInput)

G_END_DECLS
