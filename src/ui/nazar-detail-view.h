/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of one record. The header bar above it belongs to whoever shows it:
 * nazar_detail_view_get_menu_button() gives the button with the record's menu. */

#define NAZAR_TYPE_DETAIL_VIEW (nazar_detail_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarDetailView, nazar_detail_view, NAZAR, DETAIL_VIEW, AdwBin)

GtkWidget *nazar_detail_view_new             (NazarLive       *live);
void       nazar_detail_view_set_record      (NazarDetailView *self,
                                              NazarRecord     *record);
GtkWidget *nazar_detail_view_get_menu_button (NazarDetailView *self);
void       nazar_detail_view_flush           (NazarDetailView *self);

G_END_DECLS
