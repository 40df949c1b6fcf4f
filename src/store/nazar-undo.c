/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-undo.h"

#include "nazar-identity.h"
#include "nazar-json.h"
#include "nazar-record-delete.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* Undo and redo are new transactions that apply an earlier one's journal entries
 * backwards. Nothing is ever taken out of the journal. */

typedef struct
{
  gint64 first;
  gint64 subject;
  NazarJournalKind kind;
} Transaction;

/* The transaction of this device that has the entry @seq. */
static gboolean
read_transaction (NazarConnection  *connection,
                  const char       *device,
                  gint64            seq,
                  Transaction      *transaction,
                  GError          **error)
{
  g_autoptr (NazarStatement) row = nazar_connection_query (connection, error,
                                                           "SELECT first, coalesce (subject, 0), kind FROM journal"
                                                           " WHERE device = ? AND seq = ?",
                                                           "si", device, seq);

  if (row == NULL || !nazar_statement_step (row, error))
    return FALSE;

  transaction->first = nazar_statement_int (row, 0);
  transaction->subject = nazar_statement_int (row, 1);
  transaction->kind = nazar_journal_kind_from_name (nazar_statement_text (row, 2));
  return TRUE;
}

typedef enum
{
  STEP_TAKE,
  STEP_PASS,
  STEP_STOP,
} Step;

/* What undo does at a transaction on the way back: exports and undos are passed
 * over, and so is what is undone already. */
static Step
undo_step (const Transaction *transaction,
           gboolean           is_subject)
{
  if (transaction->kind == NAZAR_JOURNAL_EXPORT || transaction->kind == NAZAR_JOURNAL_UNDO || is_subject)
    return STEP_PASS;
  return STEP_TAKE;
}

/* Redo takes the latest undo, while nothing newer was edited. */
static Step
redo_step (const Transaction *transaction,
           gboolean           is_subject)
{
  if (transaction->kind == NAZAR_JOURNAL_UNDO)
    return is_subject ? STEP_PASS : STEP_TAKE;
  if (transaction->kind == NAZAR_JOURNAL_EXPORT || transaction->kind == NAZAR_JOURNAL_REDO || is_subject)
    return STEP_PASS;
  return STEP_STOP;
}

static gint64
find_backwards (NazarConnection  *connection,
                Step            (*step) (const Transaction *, gboolean),
                GHashTable       *subjects,
                GError          **error)
{
  g_autofree char *device = nazar_identity_get_device ();
  gint64 seq;

  if (!nazar_connection_get_int (connection, &seq, error, "SELECT max (seq) FROM journal WHERE device = ?", "s", device))
    return 0;

  while (seq > 0)
    {
      Transaction transaction;
      gboolean is_subject;

      if (!read_transaction (connection, device, seq, &transaction, error))
        return 0;

      is_subject = g_hash_table_contains (subjects, &transaction.first);
      /* What an undo took back that was itself taken back by a redo is in force again. */
      if (!is_subject && transaction.subject > 0)
        g_hash_table_add (subjects, g_memdup2 (&transaction.subject, sizeof (gint64)));

      switch (step (&transaction, is_subject))
        {
        case STEP_TAKE:
          return transaction.first;
        case STEP_STOP:
          return 0;
        case STEP_PASS:
        default:
          seq = transaction.first - 1;
        }
    }

  return 0;
}

static gint64
find_in_store (NazarStore  *store,
               Step       (*step) (const Transaction *, gboolean),
               GError     **error)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  NazarConnection *connection = nazar_store_lock_reader (store);
  gint64 first = find_backwards (connection, step, subjects, error);

  nazar_store_unlock_reader (store);
  return first;
}

/**
 * nazar_undo_find:
 * @store: a register
 * @error: return location for a #NazarStoreError
 *
 * Returns: the `first` of the transaction of this device that undo would take
 *   back: the latest that is no export, no undo and not undone; 0 where there is none
 */
gint64
nazar_undo_find (NazarStore  *store,
                 GError     **error)
{
  return find_in_store (store, undo_step, error);
}

/**
 * nazar_redo_find:
 * @store: a register
 * @error: return location for a #NazarStoreError
 *
 * Returns: the `first` of the undo that redo would take back: the latest, while
 *   nothing newer was edited; 0 where there is none
 */
gint64
nazar_redo_find (NazarStore  *store,
                 GError     **error)
{
  return find_in_store (store, redo_step, error);
}

/* What is being taken back, and what is known meanwhile. */
typedef struct
{
  NazarStore *store;
  NazarConnection *connection;
  NazarUndoPolicy policy;
  GHashTable *undone;  /* `first` of transactions that are taken back already */
  GHashTable *created; /* ids of records that the transaction made and that go now */
  gboolean others;     /* whether another device wrote since */
} Undo;

/* Who wrote last: a field of the record, or anything of it. */
static char *
dup_later_author (NazarConnection *connection,
                  const char      *id,
                  const char      *field)
{
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (connection, NULL,
                                "SELECT author FROM journal WHERE record = ?1"
                                " AND (?2 IS NULL OR action = 'create' OR json_type (changes, '$.' || ?2) IS NOT NULL)"
                                " ORDER BY n DESC LIMIT 1",
                                "ss", id, field);
  if (row != NULL && nazar_statement_step (row, NULL) && nazar_statement_text (row, 0) != NULL)
    return g_strdup (nazar_statement_text (row, 0));

  return g_strdup (_("somebody"));
}

static gboolean
set_field_conflict (Undo              *undo,
                    NazarRecord       *record,
                    const NazarField  *field,
                    GError           **error)
{
  g_autofree char *author = dup_later_author (undo->connection, nazar_record_get_id (record), field->name);
  g_autofree char *title = nazar_record_dup_title (record);
  g_autofree char *value = NULL;

  if (field->kind == NAZAR_KIND_REFERENCE)
    value = nazar_store_dup_title (undo->store, nazar_record_type_from_name (field->target), nazar_record_get (record, field->name));
  else
    value = nazar_field_display (field, nazar_record_get (record, field->name));
  g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CONFLICT,
               /* Translators: a field's label, the title of a record, the field's value, a person's name. */
               _("The field “%s” of “%s” has been “%s” since, by %s. Nothing was undone."), nazar_field_label (field), title,
               value, author);
  return FALSE;
}

static gboolean
set_record_conflict (Undo         *undo,
                     NazarRecord  *record,
                     GError      **error)
{
  g_autofree char *author = dup_later_author (undo->connection, nazar_record_get_id (record), NULL);
  g_autofree char *title = nazar_record_dup_title (record);

  g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CONFLICT,
               /* Translators: the title of a record and a person's name. */
               _("“%s” was changed later by %s. Nothing was undone."), title, author);
  return FALSE;
}

static gboolean
set_deleted_conflict (Undo        *undo,
                      const char  *id,
                      GError     **error)
{
  g_autofree char *author = dup_later_author (undo->connection, id, NULL);

  g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CONFLICT,
               /* Translators: a person's name. */
               _("The record was deleted later by %s. Nothing was undone."), author);
  return FALSE;
}

static const char *
pair_value (JsonArray *pair,
            guint      index)
{
  JsonNode *node = json_array_get_length (pair) > index ? json_array_get_element (pair, index) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
undo_change (Undo        *undo,
             GType        type,
             const char  *id,
             JsonObject  *changes,
             GError     **error)
{
  const NazarRecordInfo *info = nazar_record_info (type);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NazarRecord) record = nazar_record_sql_load (undo->connection, type, id, &local_error);

  if (record == NULL)
    {
      if (!g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      return undo->policy != NAZAR_UNDO_REFUSE || set_deleted_conflict (undo, id, error);
    }

  for (guint i = 0; i < info->n_fields; i++)
    {
      const NazarField *field = &info->fields[i];
      JsonArray *pair;

      if (!json_object_has_member (changes, field->name))
        continue;

      pair = json_object_get_array_member (changes, field->name);
      if (undo->policy != NAZAR_UNDO_OVERWRITE && g_strcmp0 (nazar_record_get_at (record, i), pair_value (pair, 1)) != 0)
        {
          if (undo->policy == NAZAR_UNDO_REFUSE)
            return set_field_conflict (undo, record, field, error);
          continue;
        }
      nazar_record_set_at (record, i, pair_value (pair, 0));
    }

  return nazar_record_sql_update (undo->connection, record, error);
}

static gboolean
undo_delete (Undo        *undo,
             GType        type,
             const char  *id,
             JsonObject  *changes,
             GError     **error)
{
  const NazarRecordInfo *info = nazar_record_info (type);
  g_autoptr (NazarRecord) record = nazar_record_new (type, id);
  gboolean exists;

  if (!nazar_record_sql_exists (undo->connection, info->name, id, &exists, error))
    return FALSE;
  if (exists)
    return TRUE;

  if (json_object_has_member (changes, "n"))
    nazar_record_set_n (record, g_ascii_strtoll (pair_value (json_object_get_array_member (changes, "n"), 0), NULL, 10));
  for (guint i = 0; i < info->n_fields; i++)
    if (json_object_has_member (changes, info->fields[i].name))
      nazar_record_set_at (record, i, pair_value (json_object_get_array_member (changes, info->fields[i].name), 0));

  return nazar_record_sql_insert (undo->connection, record, error);
}

/* Whether a record was changed after the entry that created it. What later
 * transactions did that are undone by now has left no trace in the values, so
 * only entries in force count. */
static gboolean
was_changed (Undo        *undo,
             const char  *id,
             gint64       entry,
             gboolean    *changed,
             GError     **error)
{
  g_autofree char *device = nazar_identity_get_device ();
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  *changed = FALSE;
  row = nazar_connection_query (undo->connection, error,
                                "SELECT first, device, kind FROM journal WHERE record = ? AND n > ?", "si", id, entry);
  if (row == NULL)
    return FALSE;

  while (!*changed && nazar_statement_step (row, &local_error))
    {
      gint64 first = nazar_statement_int (row, 0);
      NazarJournalKind kind = nazar_journal_kind_from_name (nazar_statement_text (row, 2));
      gboolean own = g_strcmp0 (nazar_statement_text (row, 1), device) == 0;

      *changed = !own || (!g_hash_table_contains (undo->undone, &first) && kind != NAZAR_JOURNAL_UNDO && kind != NAZAR_JOURNAL_REDO);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* A record of somebody else that refers to one that this transaction made. */
static gboolean
find_later_referrer (Undo         *undo,
                     GType         target,
                     const char   *id,
                     NazarRecord **referrer,
                     GError      **error)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autoptr (GPtrArray) records = NULL;

          if (!nazar_field_may_refer_to (&info->fields[i], nazar_record_info (target)->name))
            continue;
          records = nazar_record_find_referring (undo->connection, types[t], &info->fields[i], id, error);
          if (records == NULL)
            return FALSE;
          for (guint j = 0; j < records->len; j++)
            if (!g_hash_table_contains (undo->created, nazar_record_get_id (g_ptr_array_index (records, j))))
              {
                *referrer = g_object_ref (g_ptr_array_index (records, j));
                return TRUE;
              }
        }
    }

  return TRUE;
}

/* A record that was changed since it was created, or that another one refers to
 * by now, is not taken away unasked. */
static gboolean
undo_create (Undo        *undo,
             GType        type,
             const char  *id,
             gint64       entry,
             GError     **error)
{
  g_autoptr (NazarRecord) record = nazar_record_sql_load (undo->connection, type, id, NULL);
  g_autoptr (NazarRecord) referrer = NULL;
  gboolean changed = FALSE;

  if (record == NULL)
    return TRUE;

  if (undo->policy != NAZAR_UNDO_OVERWRITE &&
      (!was_changed (undo, id, entry, &changed, error) ||
       (undo->others && !changed && !find_later_referrer (undo, type, id, &referrer, error))))
    return FALSE;

  if (!changed && referrer == NULL)
    return nazar_store_delete (undo->store, type, id, error);
  if (undo->policy == NAZAR_UNDO_REFUSE)
    return set_record_conflict (undo, changed ? record : referrer, error);

  /* What it refers to stays with it. */
  g_hash_table_remove (undo->created, id);
  return TRUE;
}

typedef struct
{
  gint64 n;
  NazarJournalAction action;
  GType type;
  char *record;
  char *changes;
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->record);
  g_free (entry->changes);
  g_free (entry);
}

/* All of a transaction's entries, last first; read before anything is changed. */
static GPtrArray *
read_entries (NazarConnection  *connection,
              gint64            first,
              GError          **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autofree char *device = nazar_identity_get_device ();
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  row = nazar_connection_query (connection, error,
                                "SELECT n, action, type, record, changes FROM journal"
                                " WHERE device = ?1 AND seq >= ?2 AND first = ?2 AND seq <"
                                "  (SELECT coalesce (min (seq), 9223372036854775807) FROM journal"
                                "    WHERE device = ?1 AND seq > ?2 AND first > ?2)"
                                " ORDER BY seq DESC",
                                "si", device, first);
  if (row == NULL)
    return NULL;

  while (nazar_statement_step (row, &local_error))
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->n = nazar_statement_int (row, 0);
      entry->action = nazar_journal_action_from_name (nazar_statement_text (row, 1));
      entry->type = nazar_record_type_from_name (nazar_statement_text (row, 2));
      entry->record = g_strdup (nazar_statement_text (row, 3));
      entry->changes = g_strdup (nazar_statement_text (row, 4));
      g_ptr_array_add (entries, entry);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&entries);
}

static gboolean
undo_entry (Undo         *undo,
            const Entry  *entry,
            GError      **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *changes = NULL;

  if (entry->action == NAZAR_JOURNAL_NOTE)
    return TRUE;
  if (entry->action == NAZAR_JOURNAL_CREATE)
    return undo_create (undo, entry->type, entry->record, entry->n, error);

  root = entry->changes != NULL ? nazar_json_parse (entry->changes, -1, error) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOTHING,
                             _("What this step changed was erased. It cannot be undone."));
      return FALSE;
    }

  changes = json_node_get_object (root);
  if (entry->action == NAZAR_JOURNAL_CHANGE)
    return undo_change (undo, entry->type, entry->record, changes, error);

  return undo_delete (undo, entry->type, entry->record, changes, error);
}

/* The entries stand with those records first that refer to others. */
static gboolean
undo_entries (Undo       *undo,
              GPtrArray  *entries,
              GError    **error)
{
  g_autofree char *device = nazar_identity_get_device ();
  gint64 n_others = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->action == NAZAR_JOURNAL_CREATE)
        g_hash_table_add (undo->created, entry->record);
    }
  if (entries->len > 0 &&
      !nazar_connection_get_int (undo->connection, &n_others, error,
                                 "SELECT count (*) FROM journal WHERE n > ? AND device <> ?", "is",
                                 ((const Entry *) g_ptr_array_index (entries, 0))->n, device))
    return FALSE;
  undo->others = n_others > 0;

  for (guint i = 0; i < entries->len; i++)
    if (!undo_entry (undo, g_ptr_array_index (entries, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
take_back (NazarStore        *store,
           NazarJournalKind   kind,
           gint64             first,
           GHashTable        *undone,
           NazarUndoPolicy    policy,
           GError           **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) created = g_hash_table_new (g_str_hash, g_str_equal);
  Undo undo = { .store = store, .policy = policy, .undone = undone, .created = created };
  gboolean ok;

  if (!nazar_store_begin (store, kind, first, error))
    return FALSE;

  /* The note keeps the transaction in the journal even where nothing is left to change. */
  undo.connection = nazar_store_get_writer (store);
  entries = read_entries (undo.connection, first, error);
  ok = entries != NULL && nazar_store_note (store, NULL, error) && undo_entries (&undo, entries, error);

  if (ok)
    return nazar_store_commit (store, error);

  nazar_store_rollback (store);
  return FALSE;
}

static gboolean
find_and_take_back (NazarStore        *store,
                    NazarJournalKind   kind,
                    NazarUndoPolicy    policy,
                    GError           **error)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  gboolean is_undo = kind == NAZAR_JOURNAL_UNDO;
  NazarConnection *connection = nazar_store_lock_reader (store);
  gint64 first = find_backwards (connection, is_undo ? undo_step : redo_step, subjects, &local_error);

  nazar_store_unlock_reader (store);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (first == 0)
    {
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOTHING,
                           is_undo ? _("There is nothing to undo.") : _("There is nothing to redo."));
      return FALSE;
    }

  return take_back (store, kind, first, subjects, policy, error);
}

/**
 * nazar_undo:
 * @store: a register, outside a transaction
 * @policy: what to do where a field was changed later
 * @error: return location for a #NazarStoreError: %NAZAR_STORE_ERROR_NOTHING, or
 *   %NAZAR_STORE_ERROR_CONFLICT, whose message names the field, its later value
 *   and who wrote it
 *
 * Takes back the latest transaction of this device, in a new one.
 *
 * Returns: %FALSE on error, and nothing was undone
 */
gboolean
nazar_undo (NazarStore       *store,
            NazarUndoPolicy   policy,
            GError          **error)
{
  return find_and_take_back (store, NAZAR_JOURNAL_UNDO, policy, error);
}

/**
 * nazar_redo:
 * @store: a register, outside a transaction
 * @policy: what to do where a field was changed later
 * @error: return location for a #NazarStoreError, as nazar_undo()
 *
 * Takes back the latest undo, in a new transaction.
 *
 * Returns: %FALSE on error, and nothing was redone
 */
gboolean
nazar_redo (NazarStore       *store,
            NazarUndoPolicy   policy,
            GError          **error)
{
  return find_and_take_back (store, NAZAR_JOURNAL_REDO, policy, error);
}
