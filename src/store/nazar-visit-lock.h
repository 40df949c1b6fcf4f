/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

typedef struct _NazarVisitLock NazarVisitLock;

NazarVisitLock *nazar_visit_lock_new   (NazarConnection  *connection);
void            nazar_visit_lock_free  (NazarVisitLock   *self);
gboolean        nazar_visit_lock_check (NazarVisitLock   *self,
                                        NazarRecord      *before,
                                        NazarRecord      *now,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarVisitLock, nazar_visit_lock_free)

G_END_DECLS
