/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-record-sql.h"

#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns that each kind of record has in its table, with commas between them:
 * asked for with every record, so made once. */
static const char *
columns_of (const NazarRecordInfo *info)
{
  static GMutex mutex;
  static GHashTable *columns;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const char *text;

  if (columns == NULL)
    columns = g_hash_table_new (NULL, NULL);

  text = g_hash_table_lookup (columns, info);
  if (text == NULL)
    {
      GString *made = g_string_new ("n, id");

      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (made, ", \"%s\"", info->fields[i].name);
      text = g_string_free (made, FALSE);
      g_hash_table_insert (columns, (gpointer) info, (gpointer) text);
    }

  return text;
}

/**
 * nazar_record_sql_select:
 * @connection: a connection
 * @info: a kind of record
 * @condition: what follows FROM, with at most one parameter
 * @value: (nullable): the parameter
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): rows for nazar_record_sql_read()
 */
NazarStatement *
nazar_record_sql_select (NazarConnection        *connection,
                         const NazarRecordInfo  *info,
                         const char             *condition,
                         const char             *value,
                         GError                **error)
{
  g_autofree char *sql = g_strconcat ("SELECT ", columns_of (info), " FROM ", info->name, " ", condition, NULL);

  return nazar_connection_query (connection, error, sql, value != NULL ? "s" : NULL, value);
}

/**
 * nazar_record_sql_read:
 * @row: a row of nazar_record_sql_select()
 * @type: the kind of record
 *
 * Returns: (transfer full): the record
 */
NazarRecord *
nazar_record_sql_read (NazarStatement *row,
                       GType           type)
{
  NazarRecord *record = nazar_record_new (type, nazar_statement_text (row, 1));
  guint n_fields = nazar_record_info (type)->n_fields;

  nazar_record_set_n (record, nazar_statement_int (row, 0));
  for (guint i = 0; i < n_fields; i++)
    nazar_record_set_at (record, i, nazar_statement_text (row, i + 2));
  nazar_record_set_clean (record);

  return record;
}

static NazarRecord *
read_one (NazarStatement  *row,
          GType            type,
          const char      *id,
          GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  if (nazar_statement_step (row, &local_error))
    return nazar_record_sql_read (row, type);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
                 /* Translators: %s is the id of a record. */
                 _("There is no record %s in the register."), id);
  return NULL;
}

/**
 * nazar_record_sql_load:
 * @connection: a connection
 * @type: the kind of record
 * @id: its id
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): the record; %NULL with
 *   %NAZAR_STORE_ERROR_NOT_FOUND where there is none
 */
NazarRecord *
nazar_record_sql_load (NazarConnection  *connection,
                       GType             type,
                       const char       *id,
                       GError          **error)
{
  g_autoptr (NazarStatement) row = nazar_record_sql_select (connection, nazar_record_info (type), "WHERE id = ?", id, error);

  return read_one (row, type, id, error);
}

/**
 * nazar_record_sql_load_n:
 * @connection: a connection
 * @type: the kind of record
 * @n: its number in this file
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): as nazar_record_sql_load()
 */
NazarRecord *
nazar_record_sql_load_n (NazarConnection  *connection,
                         GType             type,
                         gint64            n,
                         GError          **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_autoptr (NazarStatement) row = nazar_record_sql_select (connection, nazar_record_info (type), "WHERE n = ?", number, error);

  return read_one (row, type, number, error);
}

/**
 * nazar_record_sql_insert:
 * @connection: a connection that writes
 * @record: a record that is not stored yet; where it has a number, it keeps it
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_record_sql_insert (NazarConnection  *connection,
                         NazarRecord      *record,
                         GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (NazarStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_string_append (sql, "INSERT INTO ");
  g_string_append (sql, info->name);
  g_string_append (sql, " (");
  g_string_append (sql, columns_of (info));
  g_string_append (sql, ") VALUES (?, ?");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  statement = nazar_connection_query (connection, error, sql->str, NULL);
  if (statement == NULL)
    return FALSE;

  if (nazar_record_get_n (record) > 0)
    nazar_statement_bind_int (statement, 1, nazar_record_get_n (record));
  nazar_statement_bind_static_text (statement, 2, nazar_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    nazar_statement_bind_static_text (statement, i + 3, nazar_record_get_at (record, i));

  nazar_statement_step (statement, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  nazar_record_set_n (record, sqlite3_last_insert_rowid (nazar_connection_get_db (connection)));
  nazar_record_set_clean (record);
  return TRUE;
}

/**
 * nazar_record_sql_update:
 * @connection: a connection that writes
 * @record: a stored record
 * @error: return location for a #NazarStoreError
 *
 * Writes the fields that were set since it was loaded or stored.
 *
 * Returns: %FALSE on error; %NAZAR_STORE_ERROR_NOT_FOUND where it was deleted meanwhile
 */
gboolean
nazar_record_sql_update (NazarConnection  *connection,
                         NazarRecord      *record,
                         GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  guint64 dirty = nazar_record_get_dirty (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (NazarStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  int place = 1;

  if (dirty == 0)
    return TRUE;

  g_string_append_printf (sql, "UPDATE %s SET ", info->name);
  for (guint i = 0; i < info->n_fields; i++)
    if (dirty & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (sql, "%s\"%s\" = ?", place++ > 1 ? ", " : "", info->fields[i].name);
  g_string_append (sql, " WHERE id = ?");

  statement = nazar_connection_query (connection, error, sql->str, NULL);
  if (statement == NULL)
    return FALSE;

  place = 1;
  for (guint i = 0; i < info->n_fields; i++)
    if (dirty & (G_GUINT64_CONSTANT (1) << i))
      nazar_statement_bind_static_text (statement, place++, nazar_record_get_at (record, i));
  nazar_statement_bind_static_text (statement, place, nazar_record_get_id (record));

  nazar_statement_step (statement, &local_error);
  if (local_error == NULL && sqlite3_changes (nazar_connection_get_db (connection)) == 0)
    g_set_error_literal (&local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
                         _("This record was deleted meanwhile. The change was not stored."));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  nazar_record_set_clean (record);
  return TRUE;
}

/**
 * nazar_record_sql_delete:
 * @connection: a connection that writes
 * @type: the kind of record
 * @id: its id
 * @error: return location for a #NazarStoreError
 *
 * Deletes the row alone; see nazar_store_delete() for what belongs to it.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_record_sql_delete (NazarConnection  *connection,
                         GType             type,
                         const char       *id,
                         GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", nazar_record_info (type)->name);

  return nazar_connection_exec (connection, error, sql, "s", id);
}

/**
 * nazar_record_sql_exists:
 * @connection: a connection
 * @table: name of a kind of record
 * @id: an id
 * @exists: (out): whether there is such a record
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_record_sql_exists (NazarConnection  *connection,
                         const char       *table,
                         const char       *id,
                         gboolean         *exists,
                         GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE id = ?", table);
  gint64 count;

  if (!nazar_connection_get_int (connection, &count, error, sql, "s", id))
    return FALSE;

  *exists = count > 0;
  return TRUE;
}

/**
 * nazar_record_sql_find_type:
 * @connection: a connection
 * @id: an id
 * @error: return location for a #NazarStoreError
 *
 * Returns: the kind of the record with this id; %G_TYPE_INVALID with
 *   %NAZAR_STORE_ERROR_NOT_FOUND where there is none
 */
GType
nazar_record_sql_find_type (NazarConnection  *connection,
                            const char       *id,
                            GError          **error)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      gboolean exists;

      if (!nazar_record_sql_exists (connection, nazar_record_info (types[i])->name, id, &exists, error))
        return G_TYPE_INVALID;
      if (exists)
        return types[i];
    }

  g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
               _("There is no record %s in the register."), id);
  return G_TYPE_INVALID;
}

/**
 * nazar_record_sql_leads:
 * @connection: a connection
 * @field: a reference
 * @id: an id that it holds
 * @leads: (out): whether there is such a record
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_record_sql_leads (NazarConnection   *connection,
                        const NazarField  *field,
                        const char        *id,
                        gboolean          *leads,
                        GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  GType type;

  if (strcmp (field->target, NAZAR_ANY_RECORD) != 0)
    return nazar_record_sql_exists (connection, field->target, id, leads, error);

  type = nazar_record_sql_find_type (connection, id, &local_error);
  *leads = type != G_TYPE_INVALID && nazar_field_may_refer_to (field, nazar_record_info (type)->name);
  if (local_error == NULL || g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
