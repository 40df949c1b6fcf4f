/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-search.h"

#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-tokenizer.h"

#include <glib/gi18n-lib.h>

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

/* Whether any kind of record has personal words to be passed over: to look at the
 * columns of each hit takes half as long again as to find it. */
static gboolean
has_personal_words (void)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[i]);

      for (guint j = 0; j < info->n_fields; j++)
        if ((info->fields[j].flags & NAZAR_FIELD_SEARCHABLE) && (info->fields[j].flags & NAZAR_FIELD_PERSONAL))
          return TRUE;
    }

  return FALSE;
}

static char *
restrict_expression (char     *words,
                     gboolean  personal)
{
  g_autofree char *expression = words;

  if (words == NULL || personal || !has_personal_words ())
    return g_steal_pointer (&expression);

  return g_strdup_printf ("{title body} : (%s)", expression);
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
  return restrict_expression (nazar_search_query (typed), personal);
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
  g_autofree char *exact = restrict_expression (nazar_search_query_exact (typed), personal);

  if (!collect (connection, exact, TRUE, limit, seen, hits, error) ||
      !collect (connection, related, FALSE, limit, seen, hits, error))
    return NULL;

  return g_steal_pointer (&hits);
}
