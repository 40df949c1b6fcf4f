/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_WRAP_LAYOUT (nazar_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NazarWrapLayout, nazar_wrap_layout, NAZAR, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
