/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-stats.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_OVERVIEW_TABLE (nazar_overview_table_get_type ())
G_DECLARE_FINAL_TYPE (NazarOverviewTable, nazar_overview_table, NAZAR, OVERVIEW_TABLE, AdwBin)

void nazar_overview_table_set_stats (NazarOverviewTable *self,
                                     NazarStats         *stats);

G_END_DECLS
