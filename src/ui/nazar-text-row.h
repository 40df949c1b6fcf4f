/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_TEXT_ROW (nazar_text_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarTextRow, nazar_text_row, NAZAR, TEXT_ROW, NazarFieldRow)

G_END_DECLS
