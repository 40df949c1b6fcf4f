/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_LIST (nazar_import_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportList, nazar_import_list, NAZAR, IMPORT_LIST, AdwBin)

void             nazar_import_list_set_plan     (NazarImportList *self,
                                                 NazarImportPlan *plan);
NazarImportItem *nazar_import_list_get_selected (NazarImportList *self);
void             nazar_import_list_select       (NazarImportList *self,
                                                 NazarImportItem *item);
void             nazar_import_list_insert_after (NazarImportList *self,
                                                 NazarImportItem *item,
                                                 NazarImportItem *after);
void             nazar_import_list_remove       (NazarImportList *self,
                                                 NazarImportItem *item);
void             nazar_import_list_refilter     (NazarImportList *self);

G_END_DECLS
