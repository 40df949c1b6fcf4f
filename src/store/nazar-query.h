/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

typedef struct _NazarQuery NazarQuery;

NazarQuery *nazar_query_new        (GType             type);
NazarQuery *nazar_query_copy       (NazarQuery       *self);
void        nazar_query_free       (NazarQuery       *self);
GType       nazar_query_get_record_type  (NazarQuery       *self);
gboolean    nazar_query_add_filter (NazarQuery       *self,
                                    const char       *field,
                                    const char       *value,
                                    GError          **error);
void        nazar_query_set_search (NazarQuery       *self,
                                    const char       *typed);
void        nazar_query_set_personal (NazarQuery     *self,
                                    gboolean          personal);
gboolean    nazar_query_set_sort   (NazarQuery       *self,
                                    const char       *field,
                                    gboolean          descending);
GArray     *nazar_query_run        (NazarQuery       *self,
                                    NazarConnection  *connection,
                                    GError          **error);
gboolean    nazar_query_count      (NazarQuery       *self,
                                    NazarConnection  *connection,
                                    gint64           *count,
                                    GError          **error);
GHashTable *nazar_query_values     (NazarConnection  *connection,
                                    GType             type,
                                    gint64            n,
                                    GError          **error);

#define NAZAR_QUERY_ERROR (nazar_query_error_quark ())
GQuark nazar_query_error_quark (void);

typedef enum
{
  NAZAR_QUERY_ERROR_UNKNOWN_FIELD,
} NazarQueryError;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarQuery, nazar_query_free)

G_END_DECLS
