/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-records-page.h"

G_BEGIN_DECLS

/* The list of visits, and in its place the one that is open: a visit needs the
 * whole page. */

#define NAZAR_TYPE_VISITS_PAGE (nazar_visits_page_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitsPage, nazar_visits_page, NAZAR, VISITS_PAGE, AdwBin)

GtkWidget        *nazar_visits_page_new       (NazarLive       *live);
NazarRecordsPage *nazar_visits_page_get_list  (NazarVisitsPage *self);
NazarRecordsPage *nazar_visits_page_show_list (NazarVisitsPage *self);
void              nazar_visits_page_open      (NazarVisitsPage *self,
                                               const char      *id,
                                               NazarRecord     *part);
gboolean          nazar_visits_page_back      (NazarVisitsPage *self);

G_END_DECLS
