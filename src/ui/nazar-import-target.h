/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"
#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_TARGET (nazar_import_target_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportTarget, nazar_import_target, NAZAR, IMPORT_TARGET, AdwBin)

void         nazar_import_target_show          (NazarImportTarget *self,
                                                NazarLive         *live,
                                                NazarImportPlan   *plan);
NazarRecord *nazar_import_target_dup_chosen    (NazarImportTarget *self);

G_END_DECLS
