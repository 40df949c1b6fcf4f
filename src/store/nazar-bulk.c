/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bulk.h"

#include "nazar-record-sql.h"

/* What is done with many records at once: by their numbers, in a worker, so that
 * no more than one of them is in memory at a time. */
typedef struct
{
  GType type;
  GArray *numbers;
  NazarRecord *assessment;
} Bulk;

static Bulk *
bulk_new (GType   type,
          GArray *numbers)
{
  Bulk *bulk = g_new0 (Bulk, 1);

  bulk->type = type;
  bulk->numbers = g_array_ref (numbers);
  return bulk;
}

static void
bulk_free (gpointer data)
{
  Bulk *bulk = data;

  g_array_unref (bulk->numbers);
  g_clear_object (&bulk->assessment);
  g_free (bulk);
}

/* FALSE only on error: a record that was deleted meanwhile has no id. */
static gboolean
find_id (NazarConnection  *connection,
         GType             type,
         gint64            n,
         char            **id,
         GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE n = ?", nazar_record_info (type)->name);
  g_autoptr (NazarStatement) row = nazar_connection_query (connection, error, sql, "i", n);
  g_autoptr (GError) local_error = NULL;

  *id = NULL;
  if (row == NULL)
    return FALSE;
  if (nazar_statement_step (row, &local_error))
    *id = g_strdup (nazar_statement_text (row, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
for_each_id (NazarStore    *store,
             Bulk          *bulk,
             gboolean     (*func) (NazarStore *store, Bulk *bulk, const char *id, GError **error),
             GCancellable  *cancellable,
             GError       **error)
{
  NazarConnection *writer = nazar_store_get_writer (store);

  for (guint i = 0; i < bulk->numbers->len; i++)
    {
      g_autofree char *id = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !find_id (writer, bulk->type, g_array_index (bulk->numbers, gint64, i), &id, error))
        return FALSE;
      if (id != NULL && !func (store, bulk, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_one (NazarStore  *store,
            Bulk        *bulk,
            const char  *id,
            GError     **error)
{
  return nazar_store_delete (store, bulk->type, id, error);
}

static gboolean
delete_all (NazarStore    *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return for_each_id (store, data, delete_one, cancellable, error);
}

/**
 * nazar_bulk_delete_async:
 * @store: a register
 * @type: a kind of record
 * @numbers: (element-type gint64): numbers of such records
 * @callback: told when it is on the disk; ends with nazar_store_run_finish()
 * @user_data: for @callback
 *
 * Deletes the records, and what belongs to them, in one transaction that undo
 * takes back.
 */
void
nazar_bulk_delete_async (NazarStore          *store,
                         GType                type,
                         GArray              *numbers,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  nazar_store_run_async (store, NAZAR_JOURNAL_EDIT, delete_all, bulk_new (type, numbers), bulk_free, NULL, callback,
                         user_data);
}

/* The same words about another recommendation are another record. */
static gboolean
assess_one (NazarStore  *store,
            Bulk        *bulk,
            const char  *id,
            GError     **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (bulk->assessment);
  g_autoptr (NazarRecord) record = nazar_record_new (G_OBJECT_TYPE (bulk->assessment), NULL);

  for (guint i = 0; i < info->n_fields; i++)
    nazar_record_set_at (record, i, nazar_record_get_at (bulk->assessment, i));
  nazar_record_set (record, nazar_record_info_owner (info)->name, id);

  return nazar_store_save (store, record, error);
}

static gboolean
assess_all (NazarStore    *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return for_each_id (store, data, assess_one, cancellable, error);
}

/**
 * nazar_bulk_assess_async:
 * @store: a register
 * @numbers: (element-type gint64): numbers of recommendations
 * @assessment: what is said of each of them; the record itself is not stored
 * @callback: told when it is on the disk; ends with nazar_store_run_finish()
 * @user_data: for @callback
 *
 * Stores one assessment for each recommendation, all in one transaction.
 */
void
nazar_bulk_assess_async (NazarStore          *store,
                         GArray              *numbers,
                         NazarRecord         *assessment,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  const NazarField *owner = nazar_record_info_owner (nazar_record_get_info (assessment));
  Bulk *bulk;

  g_return_if_fail (owner != NULL);

  bulk = bulk_new (nazar_record_type_from_name (owner->target), numbers);
  bulk->assessment = nazar_record_copy (assessment);
  nazar_store_run_async (store, NAZAR_JOURNAL_EDIT, assess_all, bulk, bulk_free, NULL, callback, user_data);
}

/* The first long text: what people read. */
static const char *
main_text (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == NAZAR_KIND_LONG_TEXT)
      return nazar_record_get_at (record, i);

  return NULL;
}

static void
append_value (GString     *line,
              NazarRecord *record,
              const char  *field)
{
  const char *value = nazar_record_info_find (nazar_record_get_info (record), field, NULL) != NULL
                          ? nazar_record_get (record, field)
                          : NULL;

  if (value != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", value);
}

/* A line with what it is known by, then its text, then an empty line. */
static void
append_record (GString     *text,
               NazarRecord *record)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *long_text = main_text (record);
  gboolean has_own_title = nazar_record_info_find (nazar_record_get_info (record), "text", NULL) == NULL ||
                           nazar_record_get (record, "title") != NULL;

  append_value (line, record, "section");
  append_value (line, record, "number");
  if (has_own_title)
    {
      g_autofree char *title = nazar_record_dup_title (record);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", title);
    }

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (line->len > 0)
    g_string_append_printf (text, "%s\n", line->str);
  if (long_text != NULL)
    g_string_append_printf (text, "%s\n", long_text);
}

static void
write_text (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Bulk *bulk = task_data;
  GError *error = NULL;
  g_autoptr (NazarConnection) reader = nazar_store_new_reader (source, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; reader != NULL && i < bulk->numbers->len; i++)
    {
      g_autoptr (NazarRecord) record = nazar_record_sql_load_n (reader, bulk->type,
                                                                g_array_index (bulk->numbers, gint64, i), &error);

      if (record != NULL)
        append_record (text, record);
      else if (g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND))
        g_clear_error (&error);
      else
        break;
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_string_free (g_steal_pointer (&text), FALSE), g_free);
}

/**
 * nazar_bulk_text_async:
 * @store: a register
 * @type: a kind of record
 * @numbers: (element-type gint64): numbers of such records
 * @callback: told when the text is there
 * @user_data: for @callback
 *
 * Writes the records as plain text: number and title on a line, then the text.
 */
void
nazar_bulk_text_async (NazarStore          *store,
                       GType                type,
                       GArray              *numbers,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);

  g_task_set_task_data (task, bulk_new (type, numbers), bulk_free);
  g_task_run_in_thread (task, write_text);
}

/**
 * nazar_bulk_text_finish:
 * @store: a register
 * @result: what the callback was given
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
nazar_bulk_text_finish (NazarStore    *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
