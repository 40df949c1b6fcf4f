/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-change.h"

#include "nazar-json.h"
#include "nazar-record-sql.h"
#include "nazar-search-index.h"
#include "nazar-visit-lock.h"

#include <glib/gi18n-lib.h>

/* What follows from the capture of a transaction: each changed record gets its
 * journal entry, its place in the search index, and a line for the lists. */

typedef struct
{
  NazarConnection *connection;
  NazarJournal *journal;
  NazarSearchIndex *index;
  NazarVisitLock *lock;
  NazarStatement *rows; /* (nullable): of the type below, from the number after it on */
  GType rows_type;
  gint64 rows_n;
  GHashTable *known; /* ids that references were seen to lead to */
  GPtrArray *changes;
} Commit;

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

/* A bit for each field in which the records differ. */
static guint64
find_changed (NazarRecord *before,
              NazarRecord *now)
{
  guint n_fields = nazar_record_get_info (now)->n_fields;
  guint64 changed = 0;

  for (guint i = 0; i < n_fields; i++)
    if (g_strcmp0 (nazar_record_get_at (before, i), nazar_record_get_at (now, i)) != 0)
      changed |= G_GUINT64_CONSTANT (1) << i;

  return changed;
}

/* The fields that an update changed, as {"field": [old, new]}. */
static char *
describe_update (NazarRecord *before,
                 NazarRecord *now,
                 guint64      changed)
{
  const NazarRecordInfo *info = nazar_record_get_info (now);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  for (guint i = 0; i < info->n_fields; i++)
    if (changed & (G_GUINT64_CONSTANT (1) << i))
      add_pair (builder, info->fields[i].name, nazar_record_get_at (before, i), nazar_record_get_at (now, i));

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
  if (!nazar_record_sql_leads (commit->connection, field, id, &exists, error))
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
                  guint64       changed,
                  GError      **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const NazarField *field = &info->fields[i];
      const char *value = nazar_record_get_at (record, i);
      g_auto (GStrv) ids = NULL;

      if (value == NULL || !nazar_field_is_reference (field) || (changed & (G_GUINT64_CONSTANT (1) << i)) == 0)
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

/* Whether words that are searched, or the place in the index, may have changed. */
static gboolean
concerns_search (const NazarRecordInfo *info,
                 guint64                changed)
{
  for (guint i = 0; i < info->n_fields; i++)
    if ((changed & (G_GUINT64_CONSTANT (1) << i)) && (info->fields[i].flags & (NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_OWNER)))
      return TRUE;

  return FALSE;
}

/* The row as it is now; none where it is no more. New rows come one after the
 * other, and are read so. */
static gboolean
read_row (Commit                  *commit,
          const NazarCapturedRow  *row,
          NazarRecord            **record,
          GError                 **error)
{
  gboolean follows = commit->rows != NULL && row->type == commit->rows_type && row->n == commit->rows_n + 1;
  g_autoptr (GError) local_error = NULL;

  *record = NULL;
  if (!follows)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, row->n);

      g_clear_pointer (&commit->rows, nazar_statement_end);
      commit->rows = nazar_record_sql_select (commit->connection, nazar_record_info (row->type), "WHERE n >= ? ORDER BY n", n, error);
      if (commit->rows == NULL)
        return FALSE;
    }

  commit->rows_type = row->type;
  commit->rows_n = row->n;
  if (nazar_statement_step (commit->rows, &local_error) && nazar_statement_int (commit->rows, 0) == row->n)
    *record = nazar_record_sql_read (commit->rows, row->type);
  else
    g_clear_pointer (&commit->rows, nazar_statement_end);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_delete (Commit       *commit,
              NazarRecord  *before,
              GError      **error)
{
  g_autofree char *changes = describe_delete (before);

  if (!nazar_visit_lock_check (commit->lock, before, NULL, error) || !nazar_search_index_delete (commit->index, before, error))
    return FALSE;

  add_change (commit, before, NAZAR_JOURNAL_DELETE);
  return nazar_journal_append (commit->journal, NAZAR_JOURNAL_DELETE, nazar_record_get_info (before)->name,
                               nazar_record_get_id (before), changes, error);
}

static gboolean
apply_store (Commit       *commit,
             NazarRecord  *before,
             NazarRecord  *now,
             GError      **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (now);
  guint64 changed = before != NULL ? find_changed (before, now) : G_MAXUINT64;
  NazarJournalAction action = before != NULL ? NAZAR_JOURNAL_CHANGE : NAZAR_JOURNAL_CREATE;
  g_autofree char *changes = before != NULL ? describe_update (before, now, changed) : NULL;

  if (changed == 0)
    return TRUE;
  if (!check_references (commit, now, changed, error) || !nazar_visit_lock_check (commit->lock, before, now, error) ||
      (concerns_search (info, changed) && !nazar_search_index_store (commit->index, now, before == NULL, error)))
    return FALSE;

  add_change (commit, now, action);
  return nazar_journal_append (commit->journal, action, info->name, nazar_record_get_id (now), changes, error);
}

static gboolean
apply_row (Commit                  *commit,
           const NazarCapturedRow  *row,
           GError                 **error)
{
  g_autoptr (NazarRecord) now = NULL;

  if (!read_row (commit, row, &now, error))
    return FALSE;
  if (now != NULL)
    return apply_store (commit, row->before, now, error);

  return row->before == NULL || apply_delete (commit, row->before, error);
}

/**
 * nazar_changes_apply:
 * @connection: the connection, still inside the transaction
 * @journal: the transaction's entries
 * @capture: what the transaction did
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
                     NazarCapture     *capture,
                     GError          **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_change_free);
  g_autoptr (NazarSearchIndex) index = nazar_search_index_begin (connection);
  g_autoptr (GPtrArray) rows = nazar_capture_get_rows (capture);
  g_autoptr (NazarVisitLock) lock = nazar_visit_lock_new (connection);
  Commit commit = { .connection = connection, .journal = journal, .index = index, .lock = lock, .known = known, .changes = changes };
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < rows->len; i++)
    ok = apply_row (&commit, g_ptr_array_index (rows, i), error);
  g_clear_pointer (&commit.rows, nazar_statement_end);

  return ok && nazar_search_index_write (index, error) ? g_steal_pointer (&changes) : NULL;
}
