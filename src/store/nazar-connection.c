/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-connection.h"

#include "nazar-collation.h"
#include "nazar-functions.h"
#include "nazar-language.h"
#include "nazar-store-resources.h"
#include "nazar-tokenizer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _NazarConnection
{
  sqlite3 *db;
  GHashTable *statements; /* SQL text → sqlite3_stmt */
  char *read_path;        /* of a connection that only reads */
};

struct _NazarStatement
{
  NazarConnection *connection;
  sqlite3_stmt *stmt;
  gboolean cached;
  int failure;
};

/* Statements are long and looked up several times for every record. Their lengths
 * and ends tell them apart well enough. */
static guint
hash_sql (gconstpointer sql)
{
  gsize length = strlen (sql);
  const char *end = (const char *) sql + length;
  guint hash = length;

  for (const char *p = end - MIN (length, 16); p < end; p++)
    hash = hash * 31 + (guint8) *p;
  return hash;
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static int
apply_key (sqlite3  *db,
           GBytes   *key,
           GError  **error)
{
  if (key == NULL)
    return SQLITE_OK;

  g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NO_ENCRYPTION,
                       _("This build of Nazar cannot open encrypted registers."));
  return SQLITE_ERROR;
}

static char *
file_uri (const char          *path,
          NazarConnectionMode  mode)
{
  /* SQLite reads file names as URIs: "?", "#" and "%" of a real name are escaped. */
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  switch (mode)
    {
    case NAZAR_CONNECTION_CREATE:
    case NAZAR_CONNECTION_WRITE:
      return g_strconcat ("file:", escaped, "?mode=rw", NULL);
    case NAZAR_CONNECTION_IMMUTABLE:
      return g_strconcat ("file:", escaped, "?mode=ro&immutable=1", NULL);
    case NAZAR_CONNECTION_READ:
    default:
      return g_strconcat ("file:", escaped, "?mode=ro", NULL);
    }
}

static int
set_up (sqlite3             *db,
        NazarConnectionMode  mode)
{
  int code;

  sqlite3_busy_timeout (db, 5000);
  sqlite3_extended_result_codes (db, 1);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  code = sqlite3_exec (db, "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON", NULL, NULL, NULL);
  /* A window has half a dozen readers, and the system keeps the pages for all of
   * them; what each keeps by itself, in KiB, it keeps another time. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, mode <= NAZAR_CONNECTION_WRITE ? "PRAGMA synchronous = FULL" : "PRAGMA cache_size = -512", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = nazar_functions_register (db);
  return code;
}

/**
 * nazar_connection_open:
 * @path: an existing file
 * @mode: what to do with it
 * @key: (nullable): the key of an encrypted register
 * @error: return location for a #NazarStoreError
 *
 * The one place where connections are opened. It knows SQLite, not registers:
 * whether the file is one is seen by nazar_schema_check().
 *
 * Returns: (transfer full) (nullable): a connection, for one thread at a time
 */
NazarConnection *
nazar_connection_open (const char           *path,
                       NazarConnectionMode   mode,
                       GBytes               *key,
                       GError              **error)
{
  g_autoptr (NazarConnection) self = g_new0 (NazarConnection, 1);
  g_autofree char *uri = file_uri (path, mode);
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
              (mode <= NAZAR_CONNECTION_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  int code;

  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, g_free, finalize_statement);
  self->read_path = mode == NAZAR_CONNECTION_READ ? g_strdup (path) : NULL;

  code = sqlite3_open_v2 (uri, &self->db, flags, NULL);
  if (code == SQLITE_OK && apply_key (self->db, key, error) != SQLITE_OK)
    return NULL;
  if (code == SQLITE_OK)
    code = set_up (self->db, mode);
  if (code != SQLITE_OK)
    {
      nazar_store_error_set (error, self->db, code);
      return NULL;
    }

  if (!nazar_tokenizer_register (self->db, error) ||
      !nazar_collation_register (self->db, nazar_language_current (), error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * nazar_connection_prepare_views:
 * @self: a connection to a register of the current schema
 * @error: return location for a #NazarStoreError
 *
 * Makes the temporary views of computed fields.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_connection_prepare_views (NazarConnection  *self,
                                GError          **error)
{
  return nazar_connection_run_script (self, "queries/computed.sql", error);
}

/* A reader leaves an empty WAL beside a register that nobody has open for writing.
 * SQLite removes it as the last connection closes, where that one may write. */
static void
tidy_up (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *uri = NULL;
  sqlite3 *db = NULL;
  GStatBuf st;

  if (g_stat (wal, &st) != 0 || st.st_size > 0 || g_access (path, W_OK) != 0)
    return;

  uri = file_uri (path, NAZAR_CONNECTION_WRITE);
  if (sqlite3_open_v2 (uri, &db, SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    sqlite3_exec (db, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
  sqlite3_close (db);
}

/**
 * nazar_connection_close:
 * @self: (transfer full): a connection
 */
void
nazar_connection_close (NazarConnection *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  if (self->read_path != NULL)
    tidy_up (self->read_path);
  g_free (self->read_path);
  g_free (self);
}

/**
 * nazar_connection_get_db:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own connection
 */
sqlite3 *
nazar_connection_get_db (NazarConnection *self)
{
  return self->db;
}

/**
 * nazar_connection_interrupt:
 * @self: a connection, perhaps busy in another thread
 *
 * Ends what it is doing, which then fails with %NAZAR_STORE_ERROR_CANCELLED.
 */
void
nazar_connection_interrupt (NazarConnection *self)
{
  sqlite3_interrupt (self->db);
}

static sqlite3_stmt *
find_statement (NazarConnection  *self,
                const char       *sql,
                gboolean         *cached,
                GError          **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);
  int code;

  *cached = stmt == NULL || !sqlite3_stmt_busy (stmt);
  if (stmt != NULL && *cached)
    return stmt;

  stmt = NULL;
  code = sqlite3_prepare_v3 (self->db, sql, -1, *cached ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);
  if (code != SQLITE_OK)
    {
      nazar_store_error_set (error, self->db, code);
      return NULL;
    }

  if (*cached)
    g_hash_table_insert (self->statements, g_strdup (sql), stmt);
  return stmt;
}

/* @copy: SQLITE_TRANSIENT where the parameters may go before the statement ends,
 * else SQLITE_STATIC, which is a third faster. */
static NazarStatement *
query_va (NazarConnection       *self,
          GError               **error,
          const char            *sql,
          const char            *types,
          va_list                args,
          sqlite3_destructor_type copy)
{
  NazarStatement *statement;
  sqlite3_stmt *stmt;
  gboolean cached;

  stmt = find_statement (self, sql, &cached, error);
  if (stmt == NULL)
    return NULL;

  statement = g_new0 (NazarStatement, 1);
  statement->connection = self;
  statement->stmt = stmt;
  statement->cached = cached;

  for (int i = 0; types != NULL && types[i] != '\0'; i++)
    {
      if (types[i] == 's')
        sqlite3_bind_text (stmt, i + 1, va_arg (args, const char *), -1, copy);
      else if (types[i] == 'i')
        nazar_statement_bind_int (statement, i + 1, va_arg (args, gint64));
      else
        {
          GBytes *bytes = va_arg (args, GBytes *);

          g_assert (types[i] == 'b');
          if (bytes != NULL)
            sqlite3_bind_blob64 (stmt, i + 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), copy);
        }
    }

  return statement;
}

/**
 * nazar_connection_query:
 * @self: a connection
 * @error: return location for a #NazarStoreError
 * @sql: one statement
 * @types: (nullable): a letter for each parameter: s text, i #gint64, b #GBytes
 * @...: the parameters; a %NULL is SQL's NULL
 *
 * Returns: (transfer full) (nullable): the statement before its first row
 */
NazarStatement *
nazar_connection_query (NazarConnection  *self,
                        GError          **error,
                        const char       *sql,
                        const char       *types,
                        ...)
{
  NazarStatement *statement;
  va_list args;

  va_start (args, types);
  statement = query_va (self, error, sql, types, args, SQLITE_TRANSIENT);
  va_end (args);
  return statement;
}

/**
 * nazar_connection_exec:
 * @self: a connection
 * @error: return location for a #NazarStoreError
 * @sql: one statement
 * @types: (nullable): as for nazar_connection_query()
 * @...: the parameters
 *
 * Runs the statement to its end.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_connection_exec (NazarConnection  *self,
                       GError          **error,
                       const char       *sql,
                       const char       *types,
                       ...)
{
  g_autoptr (NazarStatement) statement = NULL;
  va_list args;

  va_start (args, types);
  statement = query_va (self, error, sql, types, args, SQLITE_STATIC);
  va_end (args);

  if (statement == NULL)
    return FALSE;
  while (nazar_statement_step (statement, error))
    ;
  return statement->failure == SQLITE_OK;
}

/**
 * nazar_connection_get_int:
 * @self: a connection
 * @value: (out): the first column of the first row; 0 where there is no row
 * @error: return location for a #NazarStoreError
 * @sql: one statement
 * @types: (nullable): as for nazar_connection_query()
 * @...: the parameters
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_connection_get_int (NazarConnection  *self,
                          gint64           *value,
                          GError          **error,
                          const char       *sql,
                          const char       *types,
                          ...)
{
  g_autoptr (NazarStatement) statement = NULL;
  va_list args;

  va_start (args, types);
  statement = query_va (self, error, sql, types, args, SQLITE_STATIC);
  va_end (args);

  *value = 0;
  if (statement == NULL)
    return FALSE;
  if (nazar_statement_step (statement, error))
    *value = nazar_statement_int (statement, 0);
  return statement->failure == SQLITE_OK;
}

/**
 * nazar_connection_run_script:
 * @self: a connection
 * @resource: name of a built-in file with several statements
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_connection_run_script (NazarConnection  *self,
                             const char       *resource,
                             GError          **error)
{
  const char *sql = nazar_store_resource (resource, error);
  int code;

  if (sql == NULL)
    return FALSE;

  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || nazar_store_error_set (error, self->db, code);
}

/**
 * nazar_statement_step:
 * @self: a statement
 * @error: return location for a #NazarStoreError
 *
 * Returns: %TRUE where there is a row; %FALSE at the end and on error
 */
gboolean
nazar_statement_step (NazarStatement  *self,
                      GError         **error)
{
  int code;

  if (self->failure != SQLITE_OK)
    return FALSE;

  code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_DONE)
    return FALSE;

  self->failure = code;
  return nazar_store_error_set (error, self->connection->db, code);
}

/**
 * nazar_statement_bind_text:
 * @self: a statement before its first row
 * @place: a parameter's place, from 1
 * @value: (nullable): its value; copied
 */
void
nazar_statement_bind_text (NazarStatement *self,
                           int             place,
                           const char     *value)
{
  if (value != NULL)
    sqlite3_bind_text (self->stmt, place, value, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (self->stmt, place);
}

/**
 * nazar_statement_bind_static_text:
 * @self: a statement before its first row
 * @place: a parameter's place, from 1
 * @value: (nullable): its value, which must outlive the statement
 */
void
nazar_statement_bind_static_text (NazarStatement *self,
                                  int             place,
                                  const char     *value)
{
  sqlite3_bind_text (self->stmt, place, value, -1, SQLITE_STATIC);
}

/**
 * nazar_statement_bind_int:
 * @self: a statement before its first row
 * @place: a parameter's place, from 1
 * @value: its value
 */
void
nazar_statement_bind_int (NazarStatement *self,
                          int             place,
                          gint64          value)
{
  sqlite3_bind_int64 (self->stmt, place, value);
}

/**
 * nazar_statement_text:
 * @self: a statement on a row
 * @column: a column's place, from 0
 *
 * Returns: (transfer none) (nullable): its text, valid until the next step
 */
const char *
nazar_statement_text (NazarStatement *self,
                      int             column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * nazar_statement_int:
 * @self: a statement on a row
 * @column: a column's place, from 0
 *
 * Returns: its number; 0 for NULL
 */
gint64
nazar_statement_int (NazarStatement *self,
                     int             column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * nazar_statement_blob:
 * @self: a statement on a row
 * @column: a column's place, from 0
 * @length: (out): its bytes
 *
 * Returns: (transfer none) (nullable): the bytes, valid until the next step
 */
gconstpointer
nazar_statement_blob (NazarStatement *self,
                      int             column,
                      gsize          *length)
{
  gconstpointer bytes = sqlite3_column_blob (self->stmt, column);

  *length = sqlite3_column_bytes (self->stmt, column);
  return bytes;
}

/**
 * nazar_statement_is_null:
 * @self: a statement on a row
 * @column: a column's place, from 0
 *
 * Returns: whether it is NULL
 */
gboolean
nazar_statement_is_null (NazarStatement *self,
                         int             column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * nazar_statement_end:
 * @self: (transfer full): a statement
 *
 * Gives it back to its connection.
 */
void
nazar_statement_end (NazarStatement *self)
{
  if (self->cached)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
    }
  else
    {
      sqlite3_finalize (self->stmt);
    }
  g_free (self);
}

/**
 * nazar_store_resource:
 * @name: name of a built-in file, such as "queries/computed.sql"
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
nazar_store_resource (const char  *name,
                      GError     **error)
{
  g_autofree char *path = g_strconcat ("/kg/nazar/store/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (nazar_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* The resource is part of the program, so the bytes outlive the GBytes; the
   * build stores text files with a NUL after them. */
  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}
