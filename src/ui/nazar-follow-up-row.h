/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FOLLOW_UP_ROW (nazar_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarFollowUpRow, nazar_follow_up_row, NAZAR, FOLLOW_UP_ROW, AdwExpanderRow)

GtkWidget *nazar_follow_up_row_new    (NazarLive        *live,
                                       NazarRecord      *visit,
                                       NazarRecord      *recommendation,
                                       gboolean          locked);
void       nazar_follow_up_row_update (NazarFollowUpRow *self);
void       nazar_follow_up_row_flush  (NazarFollowUpRow *self);

G_END_DECLS
