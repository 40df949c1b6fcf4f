/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-history.h"

#include "nazar-json.h"
#include "nazar-record.h"

/* The journal as people read it: who changed what, when, from what to what. */

#define SELECT_ENTRIES                                                                             \
  "SELECT n, device, seq, first, coalesce (subject, 0), at, author, kind, action, type, record,"   \
  " changes FROM journal"

static void
change_free (gpointer data)
{
  NazarHistoryChange *change = data;

  g_free (change->field);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

/**
 * nazar_history_entry_free:
 * @entry: (transfer full): an entry
 */
void
nazar_history_entry_free (NazarHistoryEntry *entry)
{
  g_free (entry->device);
  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->type);
  g_free (entry->record);
  g_free (entry->details);
  g_ptr_array_unref (entry->changes);
  g_free (entry);
}

static char *
dup_element (JsonArray *array,
             guint      index)
{
  JsonNode *node = index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? g_strdup (json_node_get_string (node)) : NULL;
}

/* {"field": [old, new]}; what is no field of the type (the local number of a
 * deleted record) is left out. */
static void
read_changes (NazarHistoryEntry     *entry,
              const NazarRecordInfo *info,
              const char            *text)
{
  g_autoptr (JsonNode) root = nazar_json_parse (text, -1, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  for (guint i = 0; object != NULL && i < info->n_fields; i++)
    {
      JsonNode *pair = json_object_get_member (object, info->fields[i].name);
      NazarHistoryChange *change;

      if (pair == NULL || !JSON_NODE_HOLDS_ARRAY (pair))
        continue;

      change = g_new0 (NazarHistoryChange, 1);
      change->field = g_strdup (info->fields[i].name);
      change->old_value = dup_element (json_node_get_array (pair), 0);
      change->new_value = dup_element (json_node_get_array (pair), 1);
      g_ptr_array_add (entry->changes, change);
    }
}

static NazarHistoryEntry *
read_entry (NazarStatement *row)
{
  NazarHistoryEntry *entry = g_new0 (NazarHistoryEntry, 1);
  const char *changes = nazar_statement_text (row, 11);
  GType type;

  entry->n = nazar_statement_int (row, 0);
  entry->device = g_strdup (nazar_statement_text (row, 1));
  entry->seq = nazar_statement_int (row, 2);
  entry->first = nazar_statement_int (row, 3);
  entry->subject = nazar_statement_int (row, 4);
  entry->at = g_strdup (nazar_statement_text (row, 5));
  entry->author = g_strdup (nazar_statement_text (row, 6));
  entry->kind = nazar_journal_kind_from_name (nazar_statement_text (row, 7));
  entry->action = nazar_journal_action_from_name (nazar_statement_text (row, 8));
  entry->type = g_strdup (nazar_statement_text (row, 9));
  entry->record = g_strdup (nazar_statement_text (row, 10));
  entry->changes = g_ptr_array_new_with_free_func (change_free);

  type = nazar_record_type_from_name (entry->type);
  if (changes != NULL && entry->action == NAZAR_JOURNAL_NOTE)
    entry->details = g_strdup (changes);
  else if (changes != NULL && type != G_TYPE_INVALID)
    read_changes (entry, nazar_record_info (type), changes);

  return entry;
}

/**
 * nazar_history_read:
 * @connection: a connection
 * @record: (nullable): id of a record; %NULL for the whole journal
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (element-type NazarHistoryEntry) (nullable): the
 *   entries in the order in which they came into this file
 */
GPtrArray *
nazar_history_read (NazarConnection  *connection,
                    const char       *record,
                    GError          **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_history_entry_free);
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  if (record != NULL)
    row = nazar_connection_query (connection, error, SELECT_ENTRIES " WHERE record = ? ORDER BY n", "s", record);
  else
    row = nazar_connection_query (connection, error, SELECT_ENTRIES " ORDER BY n", NULL);
  if (row == NULL)
    return NULL;

  while (nazar_statement_step (row, &local_error))
    g_ptr_array_add (entries, read_entry (row));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&entries);
}
