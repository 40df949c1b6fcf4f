/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"
#include "nazar-query.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_LIST_COUNTS (nazar_list_counts_get_type ())
G_DECLARE_FINAL_TYPE (NazarListCounts, nazar_list_counts, NAZAR, LIST_COUNTS, GObject)

NazarListCounts *nazar_list_counts_new        (NazarLive       *live,
                                               GType            type);
void             nazar_list_counts_set_query  (NazarListCounts *self,
                                               NazarQuery      *query);
gint64           nazar_list_counts_get_total  (NazarListCounts *self);
gint64           nazar_list_counts_get_differ (NazarListCounts *self);

G_END_DECLS
