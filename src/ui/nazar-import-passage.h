/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_PASSAGE (nazar_import_passage_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportPassage, nazar_import_passage, NAZAR, IMPORT_PASSAGE, AdwBin)

void nazar_import_passage_show (NazarImportPassage *self,
                                NazarImportPlan    *plan,
                                gsize               start,
                                gsize               end);

G_END_DECLS
