/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/* Records in tables: what every kind of record has in common, made from its
 * field table. The columns are n, id, then the fields in the table's order. */

NazarStatement *nazar_record_sql_select    (NazarConnection       *connection,
                                            const NazarRecordInfo *info,
                                            const char            *condition,
                                            const char            *value,
                                            GError               **error);
NazarRecord    *nazar_record_sql_read      (NazarStatement        *row,
                                            GType                  type);
NazarRecord    *nazar_record_sql_load      (NazarConnection       *connection,
                                            GType                  type,
                                            const char            *id,
                                            GError               **error);
NazarRecord    *nazar_record_sql_load_n    (NazarConnection       *connection,
                                            GType                  type,
                                            gint64                 n,
                                            GError               **error);
gboolean        nazar_record_sql_insert    (NazarConnection       *connection,
                                            NazarRecord           *record,
                                            GError               **error);
gboolean        nazar_record_sql_update    (NazarConnection       *connection,
                                            NazarRecord           *record,
                                            GError               **error);
gboolean        nazar_record_sql_delete    (NazarConnection       *connection,
                                            GType                  type,
                                            const char            *id,
                                            GError               **error);
gboolean        nazar_record_sql_exists    (NazarConnection       *connection,
                                            const char            *table,
                                            const char            *id,
                                            gboolean              *exists,
                                            GError               **error);
gboolean        nazar_record_sql_leads     (NazarConnection       *connection,
                                            const NazarField      *field,
                                            const char            *id,
                                            gboolean              *leads,
                                            GError               **error);
GType           nazar_record_sql_find_type (NazarConnection       *connection,
                                            const char            *id,
                                            GError               **error);

G_END_DECLS
