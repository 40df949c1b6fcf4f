/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_ITEM_VIEW (nazar_import_item_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportItemView, nazar_import_item_view, NAZAR, IMPORT_ITEM_VIEW, AdwBin)

void nazar_import_item_view_show        (NazarImportItemView *self,
                                         NazarImportPlan     *plan,
                                         NazarImportItem     *item);
void nazar_import_item_view_focus_number (NazarImportItemView *self);

G_END_DECLS
