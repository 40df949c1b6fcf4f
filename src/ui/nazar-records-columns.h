/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_RECORDS_COLUMNS (nazar_records_columns_get_type ())
G_DECLARE_FINAL_TYPE (NazarRecordsColumns, nazar_records_columns, NAZAR, RECORDS_COLUMNS, GObject)

NazarRecordsColumns *nazar_records_columns_new        (GtkColumnView       *view,
                                                       NazarLive           *live,
                                                       GType                type);
void                 nazar_records_columns_set_search (NazarRecordsColumns *self,
                                                       const char          *typed);
void                 nazar_records_columns_set_width  (NazarRecordsColumns *self,
                                                       int                  width);
void                 nazar_records_columns_set_sort   (NazarRecordsColumns *self,
                                                       const char          *field,
                                                       gboolean             descending);
guint                nazar_records_columns_find_row   (NazarRecordsColumns *self,
                                                       GtkWidget           *widget);

G_END_DECLS
