/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-search.h"

#include "nazar-json.h"
#include "nazar-record-sql.h"
#include "nazar-tokenizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The three columns of a record's document. */
typedef struct
{
  GString *title;
  GString *body;
  GString *personal;
} Document;

static void
document_clear (Document *document)
{
  g_string_free (document->title, TRUE);
  g_string_free (document->body, TRUE);
  g_string_free (document->personal, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_structures (GString          *text,
                   const NazarField *field,
                   const char       *value)
{
  g_autoptr (JsonNode) root = nazar_json_parse (value, -1, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      for (guint j = 0; j < field->n_fields; j++)
        if (field->fields[j].flags & NAZAR_FIELD_SEARCHABLE)
          {
            const char *part = json_object_get_string_member_with_default (object, field->fields[j].name, NULL);

            if (part != NULL)
              append_line (text, part);
          }
    }
}

static void
append_field (Document         *document,
              const NazarField *field,
              const char       *value)
{
  GString *text = (field->flags & NAZAR_FIELD_PERSONAL)  ? document->personal
                  : strcmp (field->name, "title") == 0   ? document->title
                                                         : document->body;

  if (field->kind == NAZAR_KIND_STRUCTURES)
    {
      append_structures (text, field, value);
    }
  else if (nazar_field_is_set (field))
    {
      g_auto (GStrv) words = nazar_strv_from_json (value);

      for (guint i = 0; words[i] != NULL; i++)
        append_line (text, words[i]);
    }
  else
    {
      append_line (text, value);
    }
}

static Document
make_document (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  Document document = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = nazar_record_get_at (record, i);

      if ((info->fields[i].flags & NAZAR_FIELD_SEARCHABLE) && value != NULL)
        append_field (&document, &info->fields[i], value);
    }

  return document;
}

static const char *
text_or_null (const GString *text)
{
  return text->len > 0 ? text->str : NULL;
}

/* In whose list the record is found: in its own, or in that of the record it
 * belongs to where lists show only the latter. A recommendation stands in its
 * own list although it belongs to a source. */
static gboolean
find_owner (NazarConnection  *connection,
            NazarRecord      *record,
            const char      **type,
            gint64           *n,
            GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  const NazarField *owner = nazar_record_info_owner (info);
  const char *id = owner != NULL ? nazar_record_get (record, owner->name) : NULL;

  *type = info->name;
  *n = nazar_record_get_n (record);

  if (id != NULL && strcmp (owner->target, "recommendation") == 0)
    {
      if (!nazar_connection_get_int (connection, n, error, "SELECT n FROM recommendation WHERE id = ?", "s", id))
        return FALSE;
      *type = owner->target;
    }

  return TRUE;
}

/**
 * nazar_search_index_delete:
 * @connection: a connection inside a transaction
 * @id: id of a record
 * @error: return location for a #NazarStoreError
 *
 * Takes the record's document out of the index.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_search_index_delete (NazarConnection  *connection,
                           const char       *id,
                           GError          **error)
{
  /* An external-content index must be told the words that it forgets. */
  return nazar_connection_exec (connection, error,
                                "INSERT INTO search_fts (search_fts, rowid, title, body, personal)"
                                " SELECT 'delete', n, title, body, personal FROM search_doc WHERE id = ?",
                                "s", id) &&
         nazar_connection_exec (connection, error, "DELETE FROM search_doc WHERE id = ?", "s", id);
}

/**
 * nazar_search_index_store:
 * @connection: a connection inside a transaction
 * @record: a stored record
 * @is_new: whether it cannot be in the index yet
 * @error: return location for a #NazarStoreError
 *
 * Brings the record's document up to date.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_search_index_store (NazarConnection  *connection,
                          NazarRecord      *record,
                          gboolean          is_new,
                          GError          **error)
{
  g_auto (Document) document = make_document (record);
  const char *title = text_or_null (document.title);
  const char *body = text_or_null (document.body);
  const char *personal = text_or_null (document.personal);
  const char *owner_type;
  gint64 owner_n, n;

  if (!is_new && !nazar_search_index_delete (connection, nazar_record_get_id (record), error))
    return FALSE;
  if (title == NULL && body == NULL && personal == NULL)
    return TRUE;
  if (!find_owner (connection, record, &owner_type, &owner_n, error))
    return FALSE;

  if (!nazar_connection_exec (connection, error,
                              "INSERT INTO search_doc (type, id, owner_type, owner_n, title, body, personal)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?)",
                              "sssisss", nazar_record_get_info (record)->name, nazar_record_get_id (record),
                              owner_type, owner_n, title, body, personal))
    return FALSE;

  n = sqlite3_last_insert_rowid (nazar_connection_get_db (connection));
  return nazar_connection_exec (connection, error,
                                "INSERT INTO search_fts (rowid, title, body, personal) VALUES (?, ?, ?, ?)",
                                "isss", n, title, body, personal);
}

/**
 * nazar_search_check:
 * @connection: a connection that writes
 * @problem: (out) (transfer full) (nullable): a sentence where the index is not right
 * @error: return location for a #NazarStoreError
 *
 * Compares the index with what it was made from.
 *
 * Returns: %FALSE where that could not be done
 */
gboolean
nazar_search_check (NazarConnection  *connection,
                    char            **problem,
                    GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  *problem = NULL;
  if (nazar_connection_exec (connection, &local_error,
                             "INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)", NULL))
    return TRUE;

  if (!g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *problem = g_strdup (_("The search index does not agree with the records."));
  return TRUE;
}

/**
 * nazar_search_expression:
 * @typed: what was typed
 * @personal: whether personal fields are searched, too
 *
 * Returns: (transfer full) (nullable): FTS5's expression; %NULL where nothing was
 *   typed that can be found
 */
char *
nazar_search_expression (const char *typed,
                         gboolean    personal)
{
  g_autofree char *words = nazar_search_query (typed);

  if (words == NULL || personal)
    return g_steal_pointer (&words);

  return g_strdup_printf ("{title body} : (%s)", words);
}

void
nazar_search_hit_free (NazarSearchHit *hit)
{
  g_free (hit->type);
  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->text);
  g_free (hit);
}

/* The text that people read: the first long text that is not personal. */
static char *
main_text (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == NAZAR_KIND_LONG_TEXT && (info->fields[i].flags & NAZAR_FIELD_PERSONAL) == 0 &&
        nazar_record_get_at (record, i) != NULL)
      return g_strdup (nazar_record_get_at (record, i));

  return g_strdup ("");
}

static gboolean
collect (NazarConnection  *connection,
         const char       *expression,
         gboolean          exact,
         guint             limit,
         GHashTable       *seen,
         GPtrArray        *hits,
         GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  if (expression == NULL)
    return TRUE;

  row = nazar_connection_query (connection, error,
                                "SELECT d.type, d.id FROM search_fts JOIN search_doc d ON d.n = search_fts.rowid"
                                " WHERE search_fts MATCH ? ORDER BY rank LIMIT ?",
                                "si", expression, (gint64) limit);
  if (row == NULL)
    return FALSE;

  while (hits->len < limit && nazar_statement_step (row, &local_error))
    {
      const char *id = nazar_statement_text (row, 1);
      GType type = nazar_record_type_from_name (nazar_statement_text (row, 0));
      g_autoptr (NazarRecord) record = NULL;
      NazarSearchHit *hit;

      if (g_hash_table_contains (seen, id))
        continue;

      record = nazar_record_sql_load (connection, type, id, &local_error);
      if (record == NULL)
        break;

      hit = g_new0 (NazarSearchHit, 1);
      hit->type = g_strdup (nazar_record_info (type)->name);
      hit->id = g_strdup (id);
      hit->title = nazar_record_dup_title (record);
      hit->text = main_text (record);
      hit->exact = exact;
      g_ptr_array_add (hits, hit);
      g_hash_table_add (seen, hit->id);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/**
 * nazar_search_find:
 * @connection: a connection
 * @typed: what was typed
 * @personal: whether personal fields are searched, too
 * @limit: how many hits at most
 * @error: return location for a #NazarStoreError
 *
 * Finds records, those that have the very words first.
 *
 * Returns: (transfer full) (element-type NazarSearchHit) (nullable): the hits
 */
GPtrArray *
nazar_search_find (NazarConnection  *connection,
                   const char       *typed,
                   gboolean          personal,
                   guint             limit,
                   GError          **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_search_hit_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *related = nazar_search_expression (typed, personal);
  g_autofree char *words = nazar_search_query_exact (typed);
  g_autofree char *exact = words == NULL || personal ? g_strdup (words) : g_strdup_printf ("{title body} : (%s)", words);

  if (!collect (connection, exact, TRUE, limit, seen, hits, error) ||
      !collect (connection, related, FALSE, limit, seen, hits, error))
    return NULL;

  return g_steal_pointer (&hits);
}
