/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_CHOICE_ROW (nazar_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarChoiceRow, nazar_choice_row, NAZAR, CHOICE_ROW, NazarFieldRow)

G_END_DECLS
