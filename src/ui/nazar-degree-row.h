/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_DEGREE_ROW (nazar_degree_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarDegreeRow, nazar_degree_row, NAZAR, DEGREE_ROW, NazarFieldRow)

GtkWidget *nazar_degree_row_new (NazarLive        *live,
                                 const NazarField *field,
                                 gboolean          locked);

G_END_DECLS
