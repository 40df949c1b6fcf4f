/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-change.h"

#include "nazar-json.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-search-index.h"

#include <glib/gi18n-lib.h>

/* What follows from the capture of a transaction: each changed record gets its
 * journal entry, its place in the search index, and a line for the lists. */

typedef struct
{
  NazarConnection *connection;
  NazarJournal *journal;
  NazarSearchIndex *index;
  NazarStatement *rows; /* (nullable): of the type below, from the number after it on */
  GType rows_type;
  gint64 rows_n;
  GHashTable *known; /* ids that references were seen to lead to */
  GPtrArray *changes;
} Commit;

/* Columns of a record table before the fields. */
#define COLUMN_N 0
#define COLUMN_ID 1
#define FIRST_FIELD 2

/**
 * nazar_change_free:
 * @change: (transfer full): a change
 */
void
nazar_change_free (NazarChange *change)
{
  g_free (change->id);
  g_free (change->owner);
  g_free (change);
}

typedef int (*ReadColumn) (sqlite3_changeset_iter  *iterator,
                           int                      column,
                           sqlite3_value          **value);

static const char *
read_text (sqlite3_changeset_iter *iterator,
           ReadColumn              read,
           int                     column)
{
  sqlite3_value *value = NULL;

  read (iterator, column, &value);
  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static gint64
read_int (sqlite3_changeset_iter *iterator,
          ReadColumn              read,
          int                     column)
{
  sqlite3_value *value = NULL;

  read (iterator, column, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* The record as an insert made it or a delete left it: the capture holds all of it. */
static NazarRecord *
read_record (sqlite3_changeset_iter *iterator,
             ReadColumn              read,
             GType                   type)
{
  NazarRecord *record = nazar_record_new (type, read_text (iterator, read, COLUMN_ID));
  guint n_fields = nazar_record_info (type)->n_fields;

  nazar_record_set_n (record, read_int (iterator, read, COLUMN_N));
  for (guint i = 0; i < n_fields; i++)
    nazar_record_set_at (record, i, read_text (iterator, read, FIRST_FIELD + i));
  nazar_record_set_clean (record);

  return record;
}

static void
add_pair (JsonBuilder *builder,
          const char  *name,
          const char  *old_value,
          const char  *new_value)
{
  const char *values[] = { old_value, new_value };

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != NULL)
      json_builder_add_string_value (builder, values[i]);
    else
      json_builder_add_null_value (builder);
  json_builder_end_array (builder);
}

static char *
finish_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

/* The fields that an update changed, as {"field": [old, new]}. */
static char *
describe_update (sqlite3_changeset_iter *iterator,
                 const NazarRecordInfo  *info)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  for (guint i = 0; i < info->n_fields; i++)
    {
      sqlite3_value *new_value = NULL;

      sqlite3changeset_new (iterator, FIRST_FIELD + i, &new_value);
      if (new_value != NULL)
        add_pair (builder, info->fields[i].name, read_text (iterator, sqlite3changeset_old, FIRST_FIELD + i),
                  read_text (iterator, sqlite3changeset_new, FIRST_FIELD + i));
    }

  return finish_json (builder);
}

/* All that a deleted record held, so that undo can bring it back in its place. */
static char *
describe_delete (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, nazar_record_get_n (record));

  json_builder_begin_object (builder);
  add_pair (builder, "n", n, NULL);
  for (guint i = 0; i < info->n_fields; i++)
    if (nazar_record_get_at (record, i) != NULL)
      add_pair (builder, info->fields[i].name, nazar_record_get_at (record, i), NULL);

  return finish_json (builder);
}

static gboolean
check_reference (Commit            *commit,
                 const NazarField  *field,
                 const char        *id,
                 GError           **error)
{
  gboolean exists;

  if (g_hash_table_contains (commit->known, id))
    return TRUE;
  if (!nazar_record_sql_exists (commit->connection, field->target, id, &exists, error))
    return FALSE;

  if (!exists)
    {
      g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_REFERENCE,
                   /* Translators: a field's label, then the id of a record. */
                   _("%s: there is no record %s to refer to. Nothing was changed."), nazar_field_label (field), id);
      return FALSE;
    }

  g_hash_table_add (commit->known, g_strdup (id));
  return TRUE;
}

static gboolean
check_references (Commit       *commit,
                  NazarRecord  *record,
                  GError      **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const NazarField *field = &info->fields[i];
      const char *value = nazar_record_get_at (record, i);
      g_auto (GStrv) ids = NULL;

      if (value == NULL || !nazar_field_is_reference (field))
        continue;
      if (field->kind == NAZAR_KIND_REFERENCE)
        {
          if (!check_reference (commit, field, value, error))
            return FALSE;
          continue;
        }

      ids = nazar_strv_from_json (value);
      for (guint j = 0; ids[j] != NULL; j++)
        if (!check_reference (commit, field, ids[j], error))
          return FALSE;
    }

  return TRUE;
}

static void
add_change (Commit             *commit,
            NazarRecord        *record,
            NazarJournalAction  action)
{
  const NazarField *owner = nazar_record_info_owner (nazar_record_get_info (record));
  NazarChange *change = g_new0 (NazarChange, 1);

  change->type = G_OBJECT_TYPE (record);
  change->n = nazar_record_get_n (record);
  change->id = g_strdup (nazar_record_get_id (record));
  change->owner = owner != NULL ? g_strdup (nazar_record_get (record, owner->name)) : NULL;
  change->action = action;
  g_ptr_array_add (commit->changes, change);
}

/* A row that the transaction touched. */
typedef struct
{
  GType type;
  guint place; /* of the type among all */
  gint64 n;
  int operation;
  NazarRecord *deleted; /* (nullable): what the row was */
  char *changes;        /* (nullable): what the journal says of it */
} Touched;

static void
touched_clear (gpointer data)
{
  Touched *touched = data;

  g_clear_object (&touched->deleted);
  g_free (touched->changes);
}

static void
collect_one (sqlite3_changeset_iter *iterator,
             GArray                 *all)
{
  Touched touched = { 0 };
  const char *table;
  int n_columns;
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  sqlite3changeset_op (iterator, &table, &n_columns, &touched.operation, NULL);
  touched.type = nazar_record_type_from_name (table);
  while (types[touched.place] != touched.type)
    touched.place++;
  touched.n = read_int (iterator, touched.operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old, COLUMN_N);

  if (touched.operation == SQLITE_DELETE)
    {
      touched.deleted = read_record (iterator, sqlite3changeset_old, touched.type);
      touched.changes = describe_delete (touched.deleted);
    }
  else if (touched.operation == SQLITE_UPDATE)
    {
      touched.changes = describe_update (iterator, nazar_record_info (touched.type));
    }

  g_array_append_val (all, touched);
}

static int
compare_touched (gconstpointer a,
                 gconstpointer b)
{
  const Touched *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return (x->n > y->n) - (x->n < y->n);
}

/* The capture comes in no order. What others refer to comes first, and each kind
 * in the order of entry: so the journal reads well, and pages are filled one after
 * the other. */
static GArray *
collect (gconstpointer   changeset,
         int             changeset_length,
         GError        **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Touched));
  sqlite3_changeset_iter *iterator = NULL;
  int code;

  g_array_set_clear_func (all, touched_clear);
  code = sqlite3changeset_start (&iterator, changeset_length, (void *) changeset);
  if (code == SQLITE_OK)
    {
      while ((code = sqlite3changeset_next (iterator)) == SQLITE_ROW)
        collect_one (iterator, all);
      sqlite3changeset_finalize (iterator);
    }
  if (code != SQLITE_DONE && code != SQLITE_OK)
    {
      nazar_store_error_set (error, NULL, code);
      return NULL;
    }

  g_array_sort (all, compare_touched);
  return g_steal_pointer (&all);
}

static gboolean
apply_delete (Commit         *commit,
              const Touched  *touched,
              GError        **error)
{
  const char *id = nazar_record_get_id (touched->deleted);

  if (!nazar_search_index_delete (commit->index, id, error))
    return FALSE;

  add_change (commit, touched->deleted, NAZAR_JOURNAL_DELETE);
  return nazar_journal_append (commit->journal, NAZAR_JOURNAL_DELETE, nazar_record_info (touched->type)->name, id,
                               touched->changes, error);
}

/* The row as it is now. New rows come one after the other and are read so. */
static NazarRecord *
read_row (Commit         *commit,
          const Touched  *touched,
          GError        **error)
{
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, touched->n);

  if (commit->rows == NULL || touched->type != commit->rows_type || touched->n != commit->rows_n + 1)
    {
      g_clear_pointer (&commit->rows, nazar_statement_end);
      commit->rows = nazar_record_sql_select (commit->connection, nazar_record_info (touched->type), "WHERE n >= ? ORDER BY n", n,
                                              error);
      if (commit->rows == NULL)
        return NULL;
    }

  commit->rows_type = touched->type;
  commit->rows_n = touched->n;
  return nazar_record_sql_read_next (commit->rows, touched->type, n, error);
}

static gboolean
apply_store (Commit         *commit,
             const Touched  *touched,
             GError        **error)
{
  gboolean is_new = touched->operation == SQLITE_INSERT;
  NazarJournalAction action = is_new ? NAZAR_JOURNAL_CREATE : NAZAR_JOURNAL_CHANGE;
  g_autoptr (NazarRecord) record = read_row (commit, touched, error);

  if (record == NULL || !check_references (commit, record, error) ||
      !nazar_search_index_store (commit->index, record, is_new, error))
    return FALSE;

  add_change (commit, record, action);
  return nazar_journal_append (commit->journal, action, nazar_record_info (touched->type)->name, nazar_record_get_id (record),
                               touched->changes, error);
}

/**
 * nazar_changes_apply:
 * @connection: the connection, still inside the transaction
 * @journal: the transaction's entries
 * @changeset: what SQLite's session extension captured
 * @changeset_length: its bytes
 * @error: return location for a #NazarStoreError
 *
 * Reads the capture once: writes the journal entries, checks references and
 * brings the search index up to date.
 *
 * Returns: (transfer full) (element-type NazarChange) (nullable): what to tell the lists
 */
GPtrArray *
nazar_changes_apply (NazarConnection  *connection,
                     NazarJournal     *journal,
                     gconstpointer     changeset,
                     int               changeset_length,
                     GError          **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_change_free);
  g_autoptr (NazarSearchIndex) index = nazar_search_index_begin (connection);
  Commit commit = { .connection = connection, .journal = journal, .index = index, .known = known, .changes = changes };
  g_autoptr (GArray) all = collect (changeset, changeset_length, error);

  gboolean ok = all != NULL;

  for (guint i = 0; ok && i < all->len; i++)
    {
      const Touched *touched = &g_array_index (all, Touched, i);

      ok = touched->operation == SQLITE_DELETE ? apply_delete (&commit, touched, error) : apply_store (&commit, touched, error);
    }
  g_clear_pointer (&commit.rows, nazar_statement_end);

  return ok && nazar_search_index_write (index, error) ? g_steal_pointer (&changes) : NULL;
}
