/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

typedef struct _NazarSearchIndex NazarSearchIndex;

NazarSearchIndex *nazar_search_index_begin  (NazarConnection   *connection);
gboolean          nazar_search_index_store  (NazarSearchIndex  *self,
                                             NazarRecord       *record,
                                             gboolean           is_new,
                                             GError           **error);
gboolean          nazar_search_index_delete (NazarSearchIndex  *self,
                                             NazarRecord       *record,
                                             GError           **error);
gboolean          nazar_search_index_write  (NazarSearchIndex  *self,
                                             GError           **error);
void              nazar_search_index_end    (NazarSearchIndex  *self);

GArray           *nazar_search_numbers      (NazarConnection   *connection,
                                             GType              type,
                                             const char        *expression,
                                             GError           **error);
char             *nazar_search_numbers_sql  (GType              type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarSearchIndex, nazar_search_index_end)

G_END_DECLS
