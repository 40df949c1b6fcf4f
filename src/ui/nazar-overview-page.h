/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_OVERVIEW_PAGE (nazar_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (NazarOverviewPage, nazar_overview_page, NAZAR, OVERVIEW_PAGE, AdwBin)

GtkWidget *nazar_overview_page_new (NazarLive *live);

G_END_DECLS
