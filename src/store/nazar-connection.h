/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** "NAZR": tells a register from other SQLite files (PRAGMA application_id). */
#define NAZAR_FILE_ID 0x4E415A52

typedef struct _NazarConnection NazarConnection;
typedef struct _NazarStatement NazarStatement;

/**
 * NazarConnectionMode:
 * @NAZAR_CONNECTION_CREATE: an empty file becomes a database
 * @NAZAR_CONNECTION_WRITE: read and write
 * @NAZAR_CONNECTION_READ: read beside a writer
 * @NAZAR_CONNECTION_IMMUTABLE: read where no file can be made beside the register
 */
typedef enum
{
  NAZAR_CONNECTION_CREATE,
  NAZAR_CONNECTION_WRITE,
  NAZAR_CONNECTION_READ,
  NAZAR_CONNECTION_IMMUTABLE,
} NazarConnectionMode;

NazarConnection *nazar_connection_open      (const char           *path,
                                             NazarConnectionMode   mode,
                                             GBytes               *key,
                                             GError              **error);
gboolean         nazar_connection_prepare_views (NazarConnection  *self,
                                             GError              **error);
void             nazar_connection_close     (NazarConnection      *self);
sqlite3         *nazar_connection_get_db    (NazarConnection      *self);
gboolean         nazar_connection_exec      (NazarConnection      *self,
                                             GError              **error,
                                             const char           *sql,
                                             const char           *types,
                                             ...);
NazarStatement  *nazar_connection_query     (NazarConnection      *self,
                                             GError              **error,
                                             const char           *sql,
                                             const char           *types,
                                             ...);
gboolean         nazar_connection_run_script (NazarConnection     *self,
                                             const char           *resource,
                                             GError              **error);
gboolean         nazar_connection_get_int   (NazarConnection      *self,
                                             gint64               *value,
                                             GError              **error,
                                             const char           *sql,
                                             const char           *types,
                                             ...);
void             nazar_connection_interrupt (NazarConnection      *self);

gboolean         nazar_statement_step       (NazarStatement       *self,
                                             GError              **error);
void             nazar_statement_bind_text  (NazarStatement       *self,
                                             int                   place,
                                             const char           *value);
void             nazar_statement_bind_static_text (NazarStatement *self,
                                             int                   place,
                                             const char           *value);
void             nazar_statement_bind_int   (NazarStatement       *self,
                                             int                   place,
                                             gint64                value);
const char      *nazar_statement_text       (NazarStatement       *self,
                                             int                   column);
gint64           nazar_statement_int        (NazarStatement       *self,
                                             int                   column);
gconstpointer    nazar_statement_blob       (NazarStatement       *self,
                                             int                   column,
                                             gsize                *length);
gboolean         nazar_statement_is_null    (NazarStatement       *self,
                                             int                   column);
void             nazar_statement_end        (NazarStatement       *self);

const char      *nazar_store_resource       (const char           *name,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarConnection, nazar_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarStatement, nazar_statement_end)

G_END_DECLS
