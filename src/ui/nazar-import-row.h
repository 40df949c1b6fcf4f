/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_ROW (nazar_import_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportRow, nazar_import_row, NAZAR, IMPORT_ROW, GtkBox)

GtkWidget *nazar_import_row_new        (void);
void       nazar_import_row_set_item   (NazarImportRow  *self,
                                        NazarImportItem *item);
char      *nazar_import_item_dup_place (NazarImportItem *item);
gboolean   nazar_import_item_may_take  (NazarImportItem *item);
void       nazar_import_item_set_take  (NazarImportItem *item,
                                        gboolean         take);

G_END_DECLS
