/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_EXPORT_DIALOG (nazar_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NazarExportDialog, nazar_export_dialog, NAZAR, EXPORT_DIALOG, AdwWindow)

void nazar_export_dialog_present (GtkWindow *parent,
                                  NazarLive *live,
                                  GType      type);

G_END_DECLS
