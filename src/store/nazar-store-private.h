/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

G_BEGIN_DECLS

GThreadPool *nazar_store_get_queue           (NazarStore  *self);
void         nazar_store_set_read_only_error (NazarStore  *self,
                                              GError     **error);
gboolean     nazar_store_is_in_queue         (void);
void         nazar_store_run_job             (gpointer     data,
                                              gpointer     user_data);

G_END_DECLS
