/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_STRUCTURES_ROW (nazar_structures_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarStructuresRow, nazar_structures_row, NAZAR, STRUCTURES_ROW, NazarFieldRow)

G_END_DECLS
