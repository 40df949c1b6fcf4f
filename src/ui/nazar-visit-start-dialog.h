/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_VISIT_START_DIALOG (nazar_visit_start_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitStartDialog, nazar_visit_start_dialog, NAZAR, VISIT_START_DIALOG, AdwWindow)

void nazar_visit_start_dialog_present (GtkWidget  *owner,
                                       NazarLive  *live,
                                       const char *facility);

G_END_DECLS
