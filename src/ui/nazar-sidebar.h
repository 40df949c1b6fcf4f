/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_SIDEBAR (nazar_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (NazarSidebar, nazar_sidebar, NAZAR, SIDEBAR, AdwBin)

void nazar_sidebar_set_live  (NazarSidebar *self,
                              NazarLive    *live);
void nazar_sidebar_select    (NazarSidebar *self,
                              const char   *page);
void nazar_sidebar_show_menu (NazarSidebar *self);

G_END_DECLS
