/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_POPULATION_TABLE (nazar_population_table_get_type ())
G_DECLARE_FINAL_TYPE (NazarPopulationTable, nazar_population_table, NAZAR, POPULATION_TABLE, GtkBox)

GtkWidget *nazar_population_table_new    (NazarLive            *live,
                                          NazarRecord          *visit,
                                          gboolean              locked);
void       nazar_population_table_flush  (NazarPopulationTable *self);
void       nazar_population_table_forget (NazarPopulationTable *self);

G_END_DECLS
