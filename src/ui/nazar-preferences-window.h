/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_PREFERENCES_WINDOW (nazar_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (NazarPreferencesWindow, nazar_preferences_window, NAZAR, PREFERENCES_WINDOW, AdwPreferencesWindow)

void nazar_preferences_window_present (GtkWindow *parent);
void nazar_preferences_apply_colors   (void);

G_END_DECLS
