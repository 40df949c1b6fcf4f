/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-lookup.h"

#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-search.h"
#include "nazar-translit.h"

#include <string.h>

/* Finding the record that somebody means while its name is being typed, and what
 * refers to a record. */

typedef struct
{
  NazarRecord *record;
  char *title;
  gboolean begins; /* its title begins with what was typed */
} Candidate;

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_clear_object (&candidate->record);
  g_free (candidate->title);
}

static GStrv
folded_words (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  NazarWordIter iter;

  nazar_word_iter_init (&iter, text, -1);
  while (nazar_word_iter_next (&iter))
    g_strv_builder_add (builder, iter.folded);

  return g_strv_builder_end (builder);
}

/* The same words in the other script of Uzbek; "" where a word cannot be Uzbek. */
static GStrv
folded_words_of_other_script (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  NazarWordIter iter;

  nazar_word_iter_init (&iter, text, -1);
  while (nazar_word_iter_next (&iter))
    {
      g_autofree char *word = g_strndup (text + iter.start, iter.end - iter.start);
      g_autofree char *other = nazar_translit_other_script (word);
      g_autofree char *folded = nazar_fold (other);

      g_strv_builder_add (builder, folded);
    }

  return g_strv_builder_end (builder);
}

static gboolean
has_word (char       **words,
          const char  *beginning)
{
  for (guint i = 0; *beginning != '\0' && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;

  return FALSE;
}

/* Every word that was typed begins a word of the text. */
static gboolean
matches (const char  *text,
         char       **typed,
         char       **typed_other)
{
  g_auto (GStrv) words = folded_words (text);

  for (guint i = 0; typed[i] != NULL; i++)
    if (!has_word (words, typed[i]) && !has_word (words, typed_other[i]))
      return FALSE;

  return TRUE;
}

static void
append_structures (GString          *names,
                   const NazarField *field,
                   const char       *value)
{
  g_autoptr (JsonNode) root = nazar_json_parse (value, -1, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    for (guint j = 0; j < field->n_fields; j++)
      if (field->fields[j].kind == NAZAR_KIND_TEXT)
        g_string_append_printf (names, "\n%s",
                                json_object_get_string_member_with_default (json_array_get_object_element (array, i),
                                                                            field->fields[j].name, ""));
}

/* The title, and whatever else people may know the record by: short texts, and
 * names that it had. */
static char *
dup_names (NazarRecord *record,
           const char  *title)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  GString *names = g_string_new (title);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = nazar_record_get_at (record, i);

      if (value == NULL || (info->fields[i].flags & NAZAR_FIELD_PERSONAL))
        continue;
      if (info->fields[i].kind == NAZAR_KIND_TEXT)
        g_string_append_printf (names, "\n%s", value);
      else if (info->fields[i].kind == NAZAR_KIND_STRUCTURES)
        append_structures (names, &info->fields[i], value);
    }

  return g_string_free (names, FALSE);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->begins != second->begins)
    return first->begins ? -1 : 1;

  return nazar_collate (first->title, second->title);
}

static NazarStatement *
select_in_scope (NazarConnection  *connection,
                 GType             type,
                 const char       *scope,
                 GError          **error)
{
  const char *condition = scope == NULL              ? "WHERE 1"
                          : type == NAZAR_TYPE_TERM ? "WHERE vocabulary = ?"
                                                     : "WHERE mechanism = ?";

  return nazar_record_sql_select (connection, nazar_record_info (type), condition, scope, error);
}

/* Sources, bodies and terms are hundreds: all are read and compared. */
static GPtrArray *
find_by_name (NazarConnection  *connection,
              GType             type,
              const char       *scope,
              const char       *typed,
              guint             limit,
              GError          **error)
{
  g_autoptr (NazarStatement) row = select_in_scope (connection, type, scope, error);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *folded = nazar_fold (typed);
  g_auto (GStrv) words = folded_words (typed);
  g_auto (GStrv) others = folded_words_of_other_script (typed);

  if (row == NULL)
    return NULL;

  g_array_set_clear_func (candidates, candidate_clear);
  while (nazar_statement_step (row, &local_error))
    {
      g_autoptr (NazarRecord) record = nazar_record_sql_read (row, type);
      g_autofree char *title = nazar_record_dup_title (record);
      g_autofree char *names = dup_names (record, title);
      g_autofree char *folded_title = NULL;
      Candidate candidate;

      if (!matches (names, words, others))
        continue;

      folded_title = nazar_fold (title);
      candidate.record = g_steal_pointer (&record);
      candidate.title = g_steal_pointer (&title);
      candidate.begins = g_str_has_prefix (folded_title, folded);
      g_array_append_val (candidates, candidate);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (limit, candidates->len); i++)
    g_ptr_array_add (records, g_object_ref (g_array_index (candidates, Candidate, i).record));

  return g_steal_pointer (&records);
}

static gboolean
add_recommendations (NazarConnection  *connection,
                     GPtrArray        *records,
                     guint             limit,
                     NazarStatement   *row,
                     GError          **error)
{
  g_autoptr (NazarStatement) statement = row;
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (records->len < limit && nazar_statement_step (statement, &local_error))
    {
      gint64 n = nazar_statement_int (statement, 0);
      gboolean known = FALSE;
      NazarRecord *record;

      for (guint i = 0; i < records->len && !known; i++)
        known = nazar_record_get_n (g_ptr_array_index (records, i)) == n;
      if (known)
        continue;

      record = nazar_record_sql_load_n (connection, NAZAR_TYPE_RECOMMENDATION, n, &local_error);
      if (record == NULL)
        break;
      g_ptr_array_add (records, record);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Recommendations may be a hundred thousand: the number as typed, then the search. */
static GPtrArray *
find_recommendations (NazarConnection  *connection,
                      const char       *typed,
                      guint             limit,
                      GError          **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *number = g_strstrip (g_strdup (typed));
  g_autofree char *expression = nazar_search_expression (typed, FALSE);

  if (*number == '\0')
    return add_recommendations (connection, records, limit,
                                nazar_connection_query (connection, error,
                                                        "SELECT n FROM recommendation ORDER BY n DESC LIMIT ?", "i",
                                                        (gint64) limit),
                                error)
               ? g_steal_pointer (&records)
               : NULL;

  if (!add_recommendations (connection, records, limit,
                            nazar_connection_query (connection, error,
                                                    "SELECT n FROM recommendation WHERE number = ? ORDER BY n DESC LIMIT ?",
                                                    "si", number, (gint64) limit),
                            error))
    return NULL;
  if (expression != NULL &&
      !add_recommendations (connection, records, limit,
                            nazar_connection_query (connection, error,
                                                    "SELECT d.owner_n FROM search_fts JOIN search_doc d ON d.n = search_fts.rowid"
                                                    " WHERE search_fts MATCH ? AND d.type = 'recommendation'"
                                                    " ORDER BY rank LIMIT ?",
                                                    "si", expression, (gint64) limit),
                            error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * nazar_lookup_records:
 * @connection: a connection
 * @type: the kind of record that is meant
 * @scope: (nullable): for terms, their vocabulary; for sources, their mechanism
 * @typed: what was typed so far; "" for any
 * @limit: how many at most
 * @error: return location for a #NazarStoreError
 *
 * Finds records by their names as somebody types them: each word is the beginning
 * of a word, letters are folded as in the search.
 *
 * Returns: (transfer full) (element-type NazarRecord) (nullable): copies of the
 *   records, those whose name begins with what was typed first
 */
GPtrArray *
nazar_lookup_records (NazarConnection  *connection,
                      GType             type,
                      const char       *scope,
                      const char       *typed,
                      guint             limit,
                      GError          **error)
{
  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  if (type == NAZAR_TYPE_RECOMMENDATION)
    return find_recommendations (connection, typed, limit, error);

  return find_by_name (connection, type, scope, typed, limit, error);
}

/**
 * nazar_lookup_owned:
 * @connection: a connection
 * @type: a kind of record that belongs to another
 * @field: (nullable): the field by which they refer to it; %NULL for the one that says
 *   whom they belong to
 * @owner: id of the record that they belong to
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): ids of the records that belong to @owner,
 *   in the order of entry
 */
GStrv
nazar_lookup_owned (NazarConnection  *connection,
                    GType             type,
                    const NazarField *field,
                    const char       *owner,
                    GError          **error)
{
  const NazarRecordInfo *info = nazar_record_info (type);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *sql = NULL;

  if (field == NULL)
    field = nazar_record_info_owner (info);
  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ? ORDER BY n", info->name, field->name);
  row = nazar_connection_query (connection, error, sql, "s", owner);
  if (row == NULL)
    return NULL;

  while (nazar_statement_step (row, &local_error))
    g_strv_builder_add (builder, nazar_statement_text (row, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_strv_builder_end (builder);
}

static gboolean
count_uses (NazarConnection  *connection,
            GType             type,
            const NazarField *field,
            const char       *id,
            GArray           *uses,
            GError          **error)
{
  NazarLookupUse use = { type, field, 0 };
  g_autofree char *sql = NULL;

  sql = field->kind == NAZAR_KIND_REFERENCE
            ? g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?", nazar_record_info (type)->name, field->name)
            : g_strdup_printf ("SELECT count (*) FROM %s WHERE instr (%s, json_quote (?)) > 0",
                               nazar_record_info (type)->name, field->name);
  if (!nazar_connection_get_int (connection, &use.count, error, sql, "s", id))
    return FALSE;

  if (use.count > 0)
    g_array_append_val (uses, use);
  return TRUE;
}

/**
 * nazar_lookup_uses:
 * @connection: a connection
 * @type: a kind of record
 * @id: id of such a record
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (element-type NazarLookupUse) (nullable): by which
 *   fields of which records it is referred to, and how often
 */
GArray *
nazar_lookup_uses (NazarConnection  *connection,
                   GType             type,
                   const char       *id,
                   GError          **error)
{
  const char *name = nazar_record_info (type)->name;
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (NazarLookupUse));
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  g_return_val_if_fail (connection != NULL, NULL);

  for (guint i = 0; i < n_types; i++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[i]);

      for (guint j = 0; j < info->n_fields; j++)
        if (nazar_field_may_refer_to (&info->fields[j], name) &&
            !count_uses (connection, types[i], &info->fields[j], id, uses, error))
          return NULL;
    }

  return g_steal_pointer (&uses);
}
