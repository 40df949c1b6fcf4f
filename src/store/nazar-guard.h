/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NazarGuard NazarGuard;

NazarGuard *nazar_guard_take (const char *register_path);
void        nazar_guard_lift (NazarGuard *self);
void        nazar_guard_free (NazarGuard *self);

G_END_DECLS
