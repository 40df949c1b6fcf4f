/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ENTRY_ROW (nazar_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarEntryRow, nazar_entry_row, NAZAR, ENTRY_ROW, NazarFieldRow)

G_END_DECLS
