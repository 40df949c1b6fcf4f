/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_MISSING_POPOVER (nazar_missing_popover_get_type ())
G_DECLARE_FINAL_TYPE (NazarMissingPopover, nazar_missing_popover, NAZAR, MISSING_POPOVER, GtkPopover)

GtkWidget *nazar_missing_popover_new (NazarNotebook   *notebook,
                                      const NazarArea *area);

G_END_DECLS
