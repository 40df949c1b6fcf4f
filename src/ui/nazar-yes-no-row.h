/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_YES_NO_ROW (nazar_yes_no_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarYesNoRow, nazar_yes_no_row, NAZAR, YES_NO_ROW, NazarFieldRow)

GtkWidget *nazar_yes_no_row_new (NazarLive        *live,
                                 const NazarField *field,
                                 gboolean          locked);

G_END_DECLS
