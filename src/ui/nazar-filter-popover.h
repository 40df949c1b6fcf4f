/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FILTER_POPOVER (nazar_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (NazarFilterPopover, nazar_filter_popover, NAZAR, FILTER_POPOVER, GtkPopover)

GtkWidget *nazar_filter_popover_new (NazarLive *live,
                                     GType      type);

G_END_DECLS
