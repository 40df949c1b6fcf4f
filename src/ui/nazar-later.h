/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only until the pages are linked. */
#pragma once
#include "nazar-live.h"
#include <adwaita.h>
#include "nazar-records-page.h"
#pragma weak nazar_records_page_get_type
#pragma weak nazar_records_page_new
#pragma weak nazar_records_page_show_record
#pragma weak nazar_records_page_set_filter
#pragma weak nazar_records_page_focus_search
#pragma weak nazar_records_page_new_record
void nazar_import_dialog_present (GtkWindow *parent, NazarLive *live, GFile *file) __attribute__ ((weak));
void nazar_export_dialog_present (GtkWindow *parent, NazarLive *live, GType type) __attribute__ ((weak));
#pragma weak nazar_records_page_back
