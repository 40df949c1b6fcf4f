/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_SET_ROW (nazar_set_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarSetRow, nazar_set_row, NAZAR, SET_ROW, NazarFieldRow)

G_END_DECLS
