/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_HELP_WINDOW (nazar_help_window_get_type ())
G_DECLARE_FINAL_TYPE (NazarHelpWindow, nazar_help_window, NAZAR, HELP_WINDOW, AdwWindow)

void nazar_help_window_present (GtkWindow *parent);

G_END_DECLS
