/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-checklist.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which of the items does the register have already? By id, else by what makes a
 * record of its kind the same one. */

typedef struct
{
  NazarImportPlan *plan;
  NazarConnection *connection;
  GHashTable *known; /* key → GPtrArray of NazarRecord that no item has claimed */
  GHashTable *ids;   /* ids of records that items have claimed by their own id */
} Match;

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = or_empty (text); *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      {
        space = out->len > 0;
      }
    else
      {
        if (space)
          g_string_append_c (out, ' ');
        space = FALSE;
        g_string_append_c (out, *p);
      }

  return g_string_free (out, FALSE);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sorted_set (const char *value)
{
  g_auto (GStrv) words = nazar_strv_from_json (value);

  qsort (words, g_strv_length (words), sizeof (char *), compare_words);
  return g_strjoinv ("\x1d", words);
}

/* The same recommendation is: same source, section, paragraph and number; where
 * it has no number, same source, text and recommending States. */
static char *
recommendation_key (NazarRecord *record,
                    const char  *source)
{
  const char *number = nazar_record_get (record, "number");
  g_autofree char *text = NULL, *states = NULL;

  if (number != NULL)
    return g_strjoin ("\x1f", "recommendation", or_empty (source), or_empty (nazar_record_get (record, "section")),
                      or_empty (nazar_record_get (record, "paragraph")), number, NULL);

  text = squeeze (nazar_record_get (record, "text"));
  states = sorted_set (nazar_record_get (record, "states"));
  return g_strjoin ("\x1f", "recommendation-text", or_empty (source), text, states, NULL);
}

/* Records without a name of their own are the same when all of their fields are. */
static char *
whole_key (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  GString *key = g_string_new (info->name);

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (key, "\x1f%s", or_empty (nazar_record_get_at (record, i)));
  return g_string_free (key, FALSE);
}

static char *
make_key (NazarRecord *record)
{
  GType type = G_OBJECT_TYPE (record);

  if (type == NAZAR_TYPE_RECOMMENDATION)
    return recommendation_key (record, nazar_record_get (record, "source"));
  if (type == NAZAR_TYPE_TERM && nazar_record_get (record, "label") != NULL)
    return g_strjoin ("\x1f", "term", or_empty (nazar_record_get (record, "vocabulary")), nazar_record_get (record, "label"), NULL);
  if (type == NAZAR_TYPE_BODY && nazar_record_get (record, "name") != NULL)
    return g_strjoin ("\x1f", "body", nazar_record_get (record, "name"), NULL);
  if (type == NAZAR_TYPE_FACILITY && nazar_record_get (record, "name") != NULL)
    return g_strjoin ("\x1f", "facility", nazar_record_get (record, "name"), or_empty (nazar_record_get (record, "oblast")), NULL);
  return whole_key (record);
}

static void
add_known (Match       *match,
           NazarRecord *record,
           char        *key)
{
  GPtrArray *records = g_hash_table_lookup (match->known, key);

  if (records == NULL)
    {
      records = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (match->known, g_strdup (key), records);
    }
  g_ptr_array_add (records, g_object_ref (record));
  g_free (key);
}

/* All records of a kind, or those of one source. */
static gboolean
load_known (Match       *match,
            GType        type,
            const char  *condition,
            const char  *value,
            GError     **error)
{
  g_autoptr (NazarStatement) row = nazar_record_sql_select (match->connection, nazar_record_info (type), condition, value, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;

  while (nazar_statement_step (row, &local_error))
    {
      g_autoptr (NazarRecord) record = nazar_record_sql_read (row, type);

      if (!g_hash_table_contains (match->ids, nazar_record_get_id (record)))
        add_known (match, record, make_key (record));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Each record of the register is claimed by one item at most; among several that
 * are the same by their key, one with the same text comes first. */
static NazarRecord *
claim (Match       *match,
       NazarRecord *record)
{
  g_autofree char *key = make_key (record);
  GPtrArray *records = g_hash_table_lookup (match->known, key);
  gboolean has_text = nazar_record_info_find (nazar_record_get_info (record), "text", NULL) != NULL;
  guint best = 0;

  if (records == NULL || records->len == 0)
    return NULL;

  for (guint i = 0; has_text && i < records->len; i++)
    if (g_strcmp0 (nazar_record_get (g_ptr_array_index (records, i), "text"), nazar_record_get (record, "text")) == 0)
      {
        best = i;
        break;
      }

  return g_ptr_array_steal_index (records, best);
}

static gboolean
same_field (NazarRecord *a,
            NazarRecord *b,
            const char  *field)
{
  return g_strcmp0 (nazar_record_get (a, field), nazar_record_get (b, field)) == 0;
}

/* Sources are the same by symbol; without one by mechanism, State, session,
 * title and date. */
static gboolean
is_same_source (NazarRecord *a,
                NazarRecord *b)
{
  const char *symbol_a = nazar_record_get (a, "symbol");
  const char *symbol_b = nazar_record_get (b, "symbol");

  if (symbol_a != NULL && symbol_b != NULL)
    return g_ascii_strcasecmp (symbol_a, symbol_b) == 0;

  return same_field (a, b, "mechanism") && same_field (a, b, "state_concerned") && same_field (a, b, "session") &&
         same_field (a, b, "title") && same_field (a, b, "date");
}

static GPtrArray *
load_sources (Match   *match,
              GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  row = nazar_record_sql_select (match->connection, nazar_record_info (NAZAR_TYPE_SOURCE), "", NULL, error);
  if (row == NULL)
    return NULL;
  while (nazar_statement_step (row, &local_error))
    g_ptr_array_add (sources, nazar_record_sql_read (row, NAZAR_TYPE_SOURCE));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&sources);
}

static NazarRecord *
find_source (GPtrArray   *sources,
             NazarRecord *source)
{
  for (guint i = 0; i < sources->len; i++)
    if (is_same_source (g_ptr_array_index (sources, i), source))
      return g_ptr_array_index (sources, i);

  return NULL;
}

static void
difference_free (gpointer data)
{
  NazarImportDifference *difference = data;

  g_free (difference->value);
  g_free (difference);
}

/* Fields that the item has and the register has not, or otherwise. An answer
 * takes the place of a response that is still pending. */
static GPtrArray *
compare (NazarRecord *known,
         NazarRecord *found)
{
  const NazarRecordInfo *info = nazar_record_get_info (known);
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *old_value = nazar_record_get_at (known, i);
      const char *new_value = nazar_record_get_at (found, i);
      gboolean pending = strcmp (info->fields[i].name, "response") == 0 && g_strcmp0 (old_value, "pending") == 0;
      NazarImportDifference *difference;

      if (new_value == NULL || g_strcmp0 (old_value, new_value) == 0)
        continue;

      difference = g_new0 (NazarImportDifference, 1);
      difference->field = &info->fields[i];
      difference->value = g_strdup (new_value);
      difference->fills = old_value == NULL || pending;
      g_ptr_array_add (differences, difference);
    }

  return differences;
}

static void
set_known (NazarImportPlan *plan,
           NazarImportItem *item,
           NazarRecord     *known)
{
  g_autoptr (NazarRecord) mapped = nazar_record_copy (item->record);

  g_hash_table_insert (plan->remap, g_strdup (nazar_record_get_id (item->record)), g_strdup (nazar_record_get_id (known)));
  nazar_import_plan_remap_record (plan, mapped);
  item->state = NAZAR_IMPORT_KNOWN;
  g_set_object (&item->known, known);
  g_clear_pointer (&item->differences, g_ptr_array_unref);
  item->differences = compare (known, mapped);
}

static void
forget_known (NazarImportItem *item)
{
  if (item->state == NAZAR_IMPORT_KNOWN)
    item->state = NAZAR_IMPORT_NEW;
  g_clear_object (&item->known);
  g_clear_pointer (&item->differences, g_ptr_array_unref);
}

/**
 * nazar_import_plan_remap_record:
 * @self: what was found in a file
 * @record: a record whose references are ids of the plan
 *
 * Turns them into ids of the register where the plan knows those.
 */
void
nazar_import_plan_remap_record (NazarImportPlan *self,
                                NazarRecord     *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  if (g_hash_table_size (self->remap) == 0)
    return;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const NazarField *field = &info->fields[i];
      const char *value = nazar_record_get_at (record, i);

      if (value == NULL || !nazar_field_is_reference (field))
        continue;

      if (field->kind == NAZAR_KIND_REFERENCE)
        {
          const char *id = g_hash_table_lookup (self->remap, value);

          if (id != NULL)
            nazar_record_set_at (record, i, id);
        }
      else
        {
          g_auto (GStrv) ids = nazar_strv_from_json (value);

          for (guint j = 0; ids[j] != NULL; j++)
            {
              const char *id = g_hash_table_lookup (self->remap, ids[j]);

              if (id != NULL)
                {
                  g_free (ids[j]);
                  ids[j] = g_strdup (id);
                }
            }
          nazar_record_set_strv (record, field->name, (const char *const *) ids);
        }
    }
}

static gboolean
match_sources (Match      *match,
               GPtrArray  *items,
               GError    **error)
{
  g_autoptr (GPtrArray) sources = load_sources (match, error);

  if (sources == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (items, i);
      NazarRecord *known;

      if (G_OBJECT_TYPE (item->record) != NAZAR_TYPE_SOURCE || item->state == NAZAR_IMPORT_KNOWN ||
          item->state == NAZAR_IMPORT_REFUSED)
        continue;

      if (match->plan->source_is_chosen)
        known = match->plan->chosen_source;
      else
        known = find_source (sources, item->record);
      if (known != NULL)
        set_known (match->plan, item, known);
    }

  return TRUE;
}

/* Items that bring an id of their own are known by it first of all. */
static gboolean
match_by_id (Match            *match,
             NazarImportItem  *item,
             GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *id = nazar_record_get_id (item->record);
  GType type = nazar_record_sql_find_type (match->connection, id, &local_error);
  g_autoptr (NazarRecord) known = NULL;

  if (type == G_TYPE_INVALID)
    {
      if (g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (type != G_OBJECT_TYPE (item->record))
    {
      item->state = NAZAR_IMPORT_REFUSED;
      item->take = FALSE;
      g_free (item->doubt);
      item->doubt = g_strdup (_("Its id belongs to a record of another kind in the register."));
      return TRUE;
    }

  known = nazar_record_sql_load (match->connection, type, id, error);
  if (known == NULL)
    return FALSE;
  g_hash_table_add (match->ids, g_strdup (id));
  set_known (match->plan, item, known);
  return TRUE;
}

/* @ids: those of the file, with the names of their kinds. */
static gboolean
leads_somewhere (Match             *match,
                 GHashTable        *ids,
                 const NazarField  *field,
                 const char        *id,
                 gboolean          *leads,
                 GError           **error)
{
  const char *kind = g_hash_table_lookup (ids, id);

  *leads = (kind != NULL && nazar_field_may_refer_to (field, kind)) ||
           (nazar_field_may_refer_to (field, "checklist") && nazar_checklist_builtin_text (id, NULL) != NULL);
  return *leads || nazar_record_sql_leads (match->connection, field, id, leads, error);
}

static void
add_doubt (NazarImportItem  *item,
           const NazarField *field,
           const char       *id)
{
  /* Translators: a field's label and the id of a record. */
  g_autofree char *sentence = g_strdup_printf (_("%s: there is no record %s, neither in the file nor in the register."),
                                               nazar_field_label (field), id);

  nazar_import_item_doubt (item, sentence);
}

/* A value that does not go with the others, such as an end before the beginning, is
 * stored all the same, and seen. */
static void
add_problem (NazarImportItem  *item,
             const NazarField *field)
{
  g_autofree char *problem = nazar_record_dup_problem (item->record, field->name);
  g_autofree char *sentence = problem != NULL ? g_strdup_printf (_("%s: %s"), nazar_field_label (field), problem) : NULL;

  if (sentence != NULL)
    nazar_import_item_doubt (item, sentence);
}

/* A reference that leads nowhere is left out; a record that belongs to one which
 * is nowhere cannot be stored. */
static gboolean
check_field (Match             *match,
             GHashTable        *ids,
             NazarImportItem   *item,
             const NazarField  *field,
             GError           **error)
{
  g_auto (GStrv) members = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  gboolean leads;

  if (field->kind == NAZAR_KIND_REFERENCE)
    {
      g_autofree char *id = g_strdup (nazar_record_get (item->record, field->name));

      if (G_OBJECT_TYPE (item->record) == NAZAR_TYPE_ATTACHMENT && g_strcmp0 (g_hash_table_lookup (ids, id), "attachment") == 0)
        {
          nazar_import_item_refuse (item, _("It belongs to a file, and a file belongs to another kind of record."));
          return TRUE;
        }
      if (!leads_somewhere (match, ids, field, id, &leads, error))
        return FALSE;
      if (leads)
        return TRUE;
      add_doubt (item, field, id);
      nazar_record_set (item->record, field->name, NULL);
      if (field->flags & NAZAR_FIELD_OWNER)
        {
          item->state = NAZAR_IMPORT_REFUSED;
          item->take = FALSE;
        }
      return TRUE;
    }

  members = nazar_record_get_strv (item->record, field->name);
  for (guint i = 0; members[i] != NULL; i++)
    {
      if (!leads_somewhere (match, ids, field, members[i], &leads, error))
        return FALSE;
      if (leads)
        g_strv_builder_add (kept, members[i]);
      else
        add_doubt (item, field, members[i]);
    }
  rest = g_strv_builder_end (kept);
  nazar_record_set_strv (item->record, field->name, (const char *const *) rest);
  return TRUE;
}

static gboolean
check_item (Match            *match,
            GHashTable       *ids,
            NazarImportItem  *item,
            GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (item->record);

  for (guint i = 0; i < info->n_fields; i++)
    if (nazar_field_is_reference (&info->fields[i]) && nazar_record_get_at (item->record, i) != NULL &&
        !check_field (match, ids, item, &info->fields[i], error))
      return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    add_problem (item, &info->fields[i]);

  return TRUE;
}

/* What was refused may have been referred to, so this is done until nothing more
 * is refused. */
static gboolean
check_references (Match   *match,
                  GError **error)
{
  GPtrArray *items = match->plan->items;
  guint n_usable = items->len + 1, n_before;

  do
    {
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < items->len; i++)
        {
          NazarImportItem *item = g_ptr_array_index (items, i);

          if (item->state != NAZAR_IMPORT_REFUSED)
            g_hash_table_insert (ids, (gpointer) nazar_record_get_id (item->record),
                                 (gpointer) nazar_record_get_info (item->record)->name);
        }
      n_before = n_usable;
      n_usable = g_hash_table_size (ids);
      if (n_usable == n_before)
        return TRUE;

      for (guint i = 0; i < items->len; i++)
        {
          NazarImportItem *item = g_ptr_array_index (items, i);

          if (item->state != NAZAR_IMPORT_REFUSED && !check_item (match, ids, item, error))
            return FALSE;
        }
    }
  while (TRUE);
}

static gboolean
match_items (Match         *match,
             GPtrArray     *items,
             GType          type,
             GCancellable  *cancellable,
             GError       **error)
{
  if (g_hash_table_size (match->known) == 0)
    return TRUE;

  for (guint i = 0; i < items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (items, i);
      g_autoptr (NazarRecord) mapped = NULL, known = NULL;

      if (G_OBJECT_TYPE (item->record) != type || item->state != NAZAR_IMPORT_NEW)
        continue;
      if (i % 1000 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      mapped = nazar_record_copy (item->record);
      nazar_import_plan_remap_record (match->plan, mapped);
      known = claim (match, mapped);
      if (known != NULL)
        set_known (match->plan, item, known);
    }

  return TRUE;
}

/* The recommendations of the sources that the register has. */
static gboolean
load_recommendations (Match   *match,
                      GError **error)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *lists[] = { match->plan->sources, match->plan->items };
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        NazarImportItem *item = g_ptr_array_index (lists[i], j);

        if (item->known != NULL && G_OBJECT_TYPE (item->known) == NAZAR_TYPE_SOURCE)
          g_hash_table_add (sources, (gpointer) nazar_record_get_id (item->known));
        else if (G_OBJECT_TYPE (item->record) == NAZAR_TYPE_RECOMMENDATION && lists[i] == match->plan->items)
          {
            const char *source = nazar_record_get (item->record, "source");

            if (source != NULL && g_hash_table_lookup (match->plan->remap, source) == NULL)
              g_hash_table_add (sources, (gpointer) source);
          }
      }

  g_hash_table_iter_init (&iter, sources);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!load_known (match, NAZAR_TYPE_RECOMMENDATION, "WHERE source = ?", id, error))
      return FALSE;
  return TRUE;
}

static gboolean
holds_type (GPtrArray *items,
            GType      type)
{
  for (guint i = 0; i < items->len; i++)
    if (G_OBJECT_TYPE (((NazarImportItem *) g_ptr_array_index (items, i))->record) == type)
      return TRUE;

  return FALSE;
}

static gboolean
match_all (Match         *match,
           GCancellable  *cancellable,
           GError       **error)
{
  NazarImportPlan *plan = match->plan;
  GPtrArray *lists[] = { plan->terms, plan->sources, plan->items };
  /* Those that others refer to come first, for their ids are part of the others' keys. */
  const GType types[] = { NAZAR_TYPE_BODY,      NAZAR_TYPE_TERM,      NAZAR_TYPE_SOURCE,    NAZAR_TYPE_FACILITY,
                          NAZAR_TYPE_VISIT,     NAZAR_TYPE_INTERVIEW, NAZAR_TYPE_FINDING,   NAZAR_TYPE_RECOMMENDATION,
                          NAZAR_TYPE_REPLY,     NAZAR_TYPE_ASSESSMENT, NAZAR_TYPE_ATTACHMENT };

  if (plan->importer == &nazar_importer_json)
    nazar_import_answers_check (plan, match->connection);
  if (plan->importer == &nazar_importer_json && !check_references (match, error))
    return FALSE;
  for (guint i = 0; plan->importer == &nazar_importer_json && i < plan->items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (plan->items, i);

      if (item->state == NAZAR_IMPORT_NEW &&
          (!nazar_import_content_find (item, match->connection, error) || !match_by_id (match, item, error)))
        return FALSE;
      nazar_import_content_require (item);
    }

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        any = any || holds_type (lists[i], types[t]);
      if (!any)
        continue;

      if (types[t] == NAZAR_TYPE_RECOMMENDATION ? !load_recommendations (match, error)
          : types[t] != NAZAR_TYPE_SOURCE       ? !load_known (match, types[t], "", NULL, error)
                                                : FALSE)
        return FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        if (types[t] == NAZAR_TYPE_SOURCE ? !match_sources (match, lists[i], error)
                                          : !match_items (match, lists[i], types[t], cancellable, error))
          return FALSE;
    }

  return TRUE;
}

/**
 * nazar_import_plan_match:
 * @self: what was found in a file
 * @store: the register
 * @cancellable: (nullable): to end it
 * @error: return location for an error
 *
 * Looks which items the register has already and how they differ. To be called
 * again when an item's source, section, paragraph or number was corrected.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_import_plan_match (NazarImportPlan  *self,
                         NazarStore       *store,
                         GCancellable     *cancellable,
                         GError          **error)
{
  GPtrArray *lists[] = { self->terms, self->sources, self->items };
  Match match = { .plan = self };
  gboolean ok;

  g_hash_table_remove_all (self->remap);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      forget_known (g_ptr_array_index (lists[i], j));

  match.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  match.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  match.connection = nazar_store_new_reader (store, error);
  ok = match.connection != NULL && match_all (&match, cancellable, error);

  g_clear_pointer (&match.connection, nazar_connection_close);
  g_hash_table_unref (match.known);
  g_hash_table_unref (match.ids);
  return ok;
}
