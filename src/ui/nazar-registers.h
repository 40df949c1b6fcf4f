/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-window.h"

G_BEGIN_DECLS

void nazar_registers_open           (AdwApplication *application,
                                     GFile          *file,
                                     gboolean        may_ask);
void nazar_registers_choose_new     (NazarWindow    *window);
void nazar_registers_choose_open    (NazarWindow    *window);
void nazar_registers_choose_example (NazarWindow    *window);

G_END_DECLS
