/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ANSWER_ENTRY (nazar_answer_entry_get_type ())
G_DECLARE_FINAL_TYPE (NazarAnswerEntry, nazar_answer_entry, NAZAR, ANSWER_ENTRY, NazarAnswerInput)

G_END_DECLS
