/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_REFERENCE_ROW (nazar_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarReferenceRow, nazar_reference_row, NAZAR, REFERENCE_ROW, NazarFieldRow)

G_END_DECLS
