/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_RECORDS_PAGE (nazar_records_page_get_type ())
G_DECLARE_FINAL_TYPE (NazarRecordsPage, nazar_records_page, NAZAR, RECORDS_PAGE, AdwBin)

GtkWidget *nazar_records_page_new          (NazarLive        *live,
                                            GType             type);
void       nazar_records_page_show_record  (NazarRecordsPage *self,
                                            const char       *id);
void       nazar_records_page_set_filter   (NazarRecordsPage *self,
                                            const char       *field,
                                            const char       *value);
void       nazar_records_page_focus_search (NazarRecordsPage *self);
void       nazar_records_page_focus_rows   (NazarRecordsPage *self);
void       nazar_records_page_new_record   (NazarRecordsPage *self);
gboolean   nazar_records_page_back         (NazarRecordsPage *self);

G_END_DECLS
