/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_BULK_ASSESSMENT_DIALOG (nazar_bulk_assessment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NazarBulkAssessmentDialog, nazar_bulk_assessment_dialog, NAZAR, BULK_ASSESSMENT_DIALOG, AdwWindow)

GtkWidget *nazar_bulk_assessment_dialog_new (GtkWindow *parent,
                                             NazarLive *live,
                                             guint      n_recommendations);

G_END_DECLS
