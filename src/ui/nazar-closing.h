/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

G_BEGIN_DECLS

void nazar_closing_begin (NazarLive *live);
void nazar_closing_wait  (void);

G_END_DECLS
