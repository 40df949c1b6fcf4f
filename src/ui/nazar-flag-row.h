/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_FLAG_ROW (nazar_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarFlagRow, nazar_flag_row, NAZAR, FLAG_ROW, NazarFieldRow)

G_END_DECLS
