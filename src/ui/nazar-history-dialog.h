/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_HISTORY_DIALOG (nazar_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NazarHistoryDialog, nazar_history_dialog, NAZAR, HISTORY_DIALOG, AdwWindow)

void nazar_history_dialog_present (GtkWindow   *parent,
                                   NazarLive   *live,
                                   NazarRecord *record);

G_END_DECLS
