/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ANSWER_TABLE (nazar_answer_table_get_type ())
G_DECLARE_FINAL_TYPE (NazarAnswerTable, nazar_answer_table, NAZAR, ANSWER_TABLE, NazarAnswerInput)

G_END_DECLS
