/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

G_BEGIN_DECLS

void  nazar_bulk_delete_async (NazarStore           *store,
                               GType                 type,
                               GArray               *numbers,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
void  nazar_bulk_assess_async (NazarStore           *store,
                               GArray               *numbers,
                               NazarRecord          *assessment,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
void  nazar_bulk_text_async   (NazarStore           *store,
                               GType                 type,
                               GArray               *numbers,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
char *nazar_bulk_text_finish  (NazarStore           *store,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
