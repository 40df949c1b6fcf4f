/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_OCCUPANCY_CHART (nazar_occupancy_chart_get_type ())
G_DECLARE_FINAL_TYPE (NazarOccupancyChart, nazar_occupancy_chart, NAZAR, OCCUPANCY_CHART, GtkWidget)

GtkWidget *nazar_occupancy_chart_new        (void);
guint      nazar_occupancy_chart_set_visits (NazarOccupancyChart *self,
                                             GPtrArray           *visits,
                                             gint64               capacity);

G_END_DECLS
