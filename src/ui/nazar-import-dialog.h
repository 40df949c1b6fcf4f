/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_IMPORT_DIALOG (nazar_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportDialog, nazar_import_dialog, NAZAR, IMPORT_DIALOG, AdwWindow)

void nazar_import_dialog_present (GtkWindow *parent,
                                  NazarLive *live,
                                  GFile     *file);

G_END_DECLS
