/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store-error.h"

G_BEGIN_DECLS

typedef struct _NazarLock NazarLock;

NazarLock *nazar_lock_take    (const char  *register_path,
                               GError     **error);
void       nazar_lock_release (NazarLock   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarLock, nazar_lock_release)

G_END_DECLS
