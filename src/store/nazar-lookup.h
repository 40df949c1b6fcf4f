/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarLookupUse:
 * @type: a kind of record
 * @field: the field of it that refers
 * @count: how many such records refer by it
 */
typedef struct
{
  GType type;
  const NazarField *field;
  gint64 count;
} NazarLookupUse;

GPtrArray *nazar_lookup_records (NazarConnection  *connection,
                                 GType             type,
                                 const char       *scope,
                                 const char       *typed,
                                 guint             limit,
                                 GError          **error);
GStrv      nazar_lookup_owned   (NazarConnection  *connection,
                                 GType             type,
                                 const NazarField *field,
                                 const char       *owner,
                                 GError          **error);
GArray    *nazar_lookup_uses    (NazarConnection  *connection,
                                 GType             type,
                                 const char       *id,
                                 GError          **error);

G_END_DECLS
