/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"
#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_REVIEW (nazar_import_review_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportReview, nazar_import_review, NAZAR, IMPORT_REVIEW, AdwBin)

void         nazar_import_review_show             (NazarImportReview *self,
                                                   NazarLive         *live,
                                                   NazarImportPlan   *plan);
void         nazar_import_review_refresh          (NazarImportReview *self);
void         nazar_import_review_reset_choices    (NazarImportReview *self);
const char  *nazar_import_review_get_encoding     (NazarImportReview *self);
const char  *nazar_import_review_get_state        (NazarImportReview *self);
NazarRecord *nazar_import_review_dup_source       (NazarImportReview *self);

G_END_DECLS
