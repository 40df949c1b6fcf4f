/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import.h"

#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-upr-info.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <string.h>

/* UPR Info's table: each State under review and session is a source. */

typedef struct
{
  NazarImportPlan *plan;
  const char *language;
  GHashTable *sources; /* State and session → NazarRecord, owned by the plan */
  GHashTable *items;   /* State, session, text and States → NazarImportItem, owned by the plan */
} Reading;

/* A file that calls itself a table is read as this one, the only table known: what
 * it lacks is then said in a sentence. */
static gboolean
recognise_upr_info (const NazarImportInput *input)
{
  g_auto (GStrv) header = nazar_csv_read_header (input->text, input->length, NULL);
  g_autofree char *name = g_ascii_strdown (input->path, -1);

  return g_str_has_suffix (name, ".csv") || (header != NULL && nazar_upr_info_recognise ((const char *const *) header));
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static NazarRecord *
find_source (Reading               *reading,
             const NazarUprInfoRow *row)
{
  g_autofree char *key = g_strjoin ("\x1f", or_empty (row->to), or_empty (row->session), NULL);
  NazarRecord *source = g_hash_table_lookup (reading->sources, key);

  if (source != NULL)
    return source;

  source = nazar_record_new (NAZAR_TYPE_SOURCE, NULL);
  nazar_record_set (source, "mechanism", "upr");
  nazar_record_set (source, "state_concerned", row->to);
  nazar_record_set (source, "session", row->session);
  nazar_record_set (source, "cycle", row->cycle);
  nazar_record_set (source, "language", reading->language);
  nazar_import_plan_add_source (reading->plan, source);
  g_hash_table_insert (reading->sources, g_steal_pointer (&key), source);
  return source;
}

static void
set_themes (Reading               *reading,
            NazarRecord           *record,
            const NazarUprInfoRow *row)
{
  g_auto (GStrv) old = nazar_record_get_strv (record, "themes");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) themes = NULL;

  g_strv_builder_addv (builder, (const char **) old);
  for (guint i = 0; row->issues != NULL && row->issues[i] != NULL; i++)
    g_strv_builder_add (builder, nazar_import_plan_add_term (reading->plan, "theme", row->issues[i], reading->language));
  themes = g_strv_builder_end (builder);
  nazar_record_set_strv (record, "themes", (const char *const *) themes);
}

static int
compare_states (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The order in which the States are printed says nothing. */
static char *
row_key (const NazarUprInfoRow *row)
{
  g_auto (GStrv) sorted = g_strdupv (row->from);
  g_autofree char *states = NULL;

  if (sorted != NULL)
    {
      qsort (sorted, g_strv_length (sorted), sizeof (char *), compare_states);
      states = g_strjoinv ("\x1d", sorted);
    }
  return g_strjoin ("\x1f", or_empty (row->to), or_empty (row->session), or_empty (row->text), or_empty (states), NULL);
}

static NazarImportItem *
make_item (Reading               *reading,
           const NazarUprInfoRow *row)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  NazarImportItem *item = nazar_import_item_new (record);

  nazar_record_set (record, "source", nazar_record_get_id (find_source (reading, row)));
  nazar_record_set (record, "text", row->text);
  nazar_record_set (record, "language", reading->language);
  nazar_record_set (record, "response", row->response);
  nazar_record_set (record, "response_text", row->response_text);
  nazar_record_set (record, "action", row->action);
  nazar_record_set_strv (record, "states", (const char *const *) row->from);
  item->line = row->line;
  item->start = row->start;
  item->end = row->end;
  item->doubt = g_strdup (row->doubt);
  return item;
}

/* Of two responses to the same recommendation the first stays. */
static void
unite_responses (NazarImportItem *first,
                 NazarImportItem *item)
{
  const char *kept = nazar_record_get (first->record, "response");
  const char *response = nazar_record_get (item->record, "response");

  if (kept == NULL)
    nazar_record_set (first->record, "response", response);
  else if (response != NULL && strcmp (kept, response) != 0 && item->doubt == NULL)
    item->doubt = g_strdup (_("The same recommendation stands above with another response. The first was kept."));
}

/* Rows equal in State, session, text and recommending States are one; their
 * issues are united. */
static void
add_row (Reading               *reading,
         const NazarUprInfoRow *row)
{
  g_autofree char *key = row_key (row);
  NazarImportItem *first = g_hash_table_lookup (reading->items, key);
  NazarImportItem *item = make_item (reading, row);

  if (first == NULL)
    {
      set_themes (reading, item->record, row);
      g_hash_table_insert (reading->items, g_steal_pointer (&key), item);
    }
  else
    {
      set_themes (reading, first->record, row);
      unite_responses (first, item);
      item->state = NAZAR_IMPORT_UNITED;
    }
  nazar_import_plan_add_item (reading->plan, item);
}

static gboolean
is_wanted (const NazarUprInfoRow *row,
           const char            *state)
{
  return state == NULL || g_strcmp0 (row->to, state) == 0;
}

/* Most rows decide: a table is in one language. */
static const char *
guess_language (GPtrArray *rows)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < rows->len && sample->len < 20000; i++)
    {
      const NazarUprInfoRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (sample, "%s\n", or_empty (row->text));
    }
  return nazar_language_guess (sample->str);
}

static gboolean
read_upr_info (const NazarImportInput  *input,
               NazarImportPlan         *plan,
               GCancellable            *cancellable,
               GError                 **error)
{
  Reading reading = { .plan = plan };
  const char *state = input->options != NULL ? g_hash_table_lookup (input->options, "state") : NULL;
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  guint n_empty, n_wanted = 0;

  rows = nazar_upr_info_read (input->text, input->length, &n_empty, input->progress, input->progress_data, cancellable, error);
  if (rows == NULL)
    return FALSE;

  reading.language = guess_language (rows);
  reading.sources = sources;
  reading.items = items;
  for (guint i = 0; i < rows->len; i++)
    {
      const NazarUprInfoRow *row = g_ptr_array_index (rows, i);

      if (is_wanted (row, state))
        {
          add_row (&reading, row);
          n_wanted++;
        }
    }

  if (n_wanted == 0 && rows->len > 0)
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_NOTHING_FOUND,
                   /* Translators: the name of a State. */
                   _("No recommendation in this file is for “%s”. Write the State’s name as the file does."), state);
      return FALSE;
    }
  return TRUE;
}

const NazarImporter nazar_importer_upr_info = { "upr-info", NC_ ("import", "UPR Info’s table (CSV)"), recognise_upr_info,
                                                read_upr_info };
