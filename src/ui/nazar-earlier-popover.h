/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *nazar_earlier_popover_new (NazarNotebook       *notebook,
                                      const NazarQuestion *question);

G_END_DECLS
