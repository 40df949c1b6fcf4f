/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ROW (nazar_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarRow, nazar_row, NAZAR, ROW, GObject)

NazarRow    *nazar_row_new        (NazarLive  *live,
                                   GType       type,
                                   gint64      n);
gint64       nazar_row_get_n      (NazarRow   *self);
NazarRecord *nazar_row_get_record (NazarRow   *self);
NazarRecord *nazar_row_peek_record (NazarRow  *self);
const char  *nazar_row_get_value  (NazarRow   *self,
                                   const char *field);
void         nazar_row_invalidate (NazarRow   *self);

G_END_DECLS
