/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ANSWER_PICK (nazar_answer_pick_get_type ())
G_DECLARE_FINAL_TYPE (NazarAnswerPick, nazar_answer_pick, NAZAR, ANSWER_PICK, NazarAnswerInput)

G_END_DECLS
