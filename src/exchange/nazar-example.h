/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

G_BEGIN_DECLS

gboolean nazar_example_fill (NazarStore  *store,
                             GError     **error);

G_END_DECLS
