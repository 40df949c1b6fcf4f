/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FILE_VIEWER (nazar_file_viewer_get_type ())
G_DECLARE_FINAL_TYPE (NazarFileViewer, nazar_file_viewer, NAZAR, FILE_VIEWER, AdwWindow)

void nazar_file_viewer_present (GtkWidget   *owner,
                                NazarLive   *live,
                                NazarRecord *attachment);

G_END_DECLS
