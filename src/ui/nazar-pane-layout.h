/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_PANE_LAYOUT (nazar_pane_layout_get_type ())
G_DECLARE_FINAL_TYPE (NazarPaneLayout, nazar_pane_layout, NAZAR, PANE_LAYOUT, GtkLayoutManager)

G_END_DECLS
