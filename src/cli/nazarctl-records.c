/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-export.h"
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-search.h"
#include "nazar-stats.h"
#include "nazar-value-json.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Commands that read records. */

#define MAX_HITS 1000
#define MAX_CELL_CHARS 60

/* One of a few formats; the first is the one used unless another is asked for. */
static int
choose_format (const NazarctlArguments *arguments,
               const char *const       *formats)
{
  g_autofree char *all = NULL, *sentence = NULL;

  if (arguments->format == NULL)
    return 0;
  for (int i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i], arguments->format) == 0)
      return i;

  all = g_strjoinv (", ", (char **) formats);
  /* Translators: --format stays as it is; %s is a list of words. */
  sentence = g_strdup_printf (_("--format needs one of these: %s."), all);
  nazarctl_fail_usage (sentence);
  return -1;
}

static NazarAudience
audience_for (const NazarctlArguments *arguments)
{
  return arguments->personal ? NAZAR_AUDIENCE_NONE : NAZAR_AUDIENCE_PUBLIC;
}

/* A record with its computed fields. */
static JsonObject *
make_object (NazarConnection          *connection,
             NazarRecord              *record,
             const NazarctlArguments  *arguments,
             GError                  **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autoptr (GHashTable) computed = nazar_query_values (connection, G_OBJECT_TYPE (record), nazar_record_get_n (record), error);
  JsonObject *object;

  if (computed == NULL)
    return NULL;

  object = nazar_record_to_json (record, audience_for (arguments), TRUE);
  for (guint i = 0; i < info->n_computed; i++)
    json_object_set_member (object, info->computed[i].name,
                            nazar_value_to_json (&info->computed[i], g_hash_table_lookup (computed, info->computed[i].name)));
  return object;
}

static gboolean
list_json (NazarConnection          *connection,
           NazarQuery               *query,
           const NazarctlArguments  *arguments,
           GError                  **error)
{
  g_autoptr (GArray) numbers = nazar_query_run (query, connection, error);

  if (numbers == NULL)
    return FALSE;

  nazarctl_put ("[");
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (NazarRecord) record = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *text = NULL;
      JsonObject *object;

      record = nazar_record_sql_load_n (connection, nazar_query_get_record_type (query), g_array_index (numbers, gint64, i), error);
      object = record != NULL ? make_object (connection, record, arguments, error) : NULL;
      if (object == NULL)
        return FALSE;

      node = json_node_init_object (json_node_alloc (), object);
      json_object_unref (object);
      text = nazar_json_to_text (node, TRUE);
      nazarctl_put (i > 0 ? ",\n" : "\n");
      nazarctl_put (text);
    }
  nazarctl_put (numbers->len > 0 ? "\n]\n" : "]\n");
  return TRUE;
}

static void
put_cell (const char *text,
          gboolean    is_last)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *cut = length > MAX_CELL_CHARS ? g_utf8_substring (text, 0, MAX_CELL_CHARS - 1) : g_strdup (text);

  g_strdelimit (cut, "\n\t", ' ');
  nazarctl_put (cut);
  if (length > MAX_CELL_CHARS)
    nazarctl_put ("…");
  nazarctl_put (is_last ? "\n" : "\t");
}

/* The id, the title, and what else shows at a glance: numbers and words of the
 * program's own vocabularies. */
static gboolean
list_table (NazarConnection  *connection,
            NazarQuery       *query,
            GError          **error)
{
  GType type = nazar_query_get_record_type (query);
  const NazarRecordInfo *info = nazar_record_info (type);
  g_autoptr (GArray) numbers = nazar_query_run (query, connection, error);
  gboolean has_number = nazar_record_info_find (info, "number", NULL) != NULL;

  if (numbers == NULL)
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 n = g_array_index (numbers, gint64, i);
      g_autoptr (NazarRecord) record = nazar_record_sql_load_n (connection, type, n, error);
      g_autoptr (GHashTable) computed = record != NULL ? nazar_query_values (connection, type, n, error) : NULL;
      g_autofree char *title = NULL;

      if (computed == NULL)
        return FALSE;

      put_cell (nazar_record_get_id (record), FALSE);
      if (has_number)
        put_cell (nazar_record_get (record, "number") != NULL ? nazar_record_get (record, "number") : "", FALSE);
      for (guint j = 0; j < info->n_computed; j++)
        if (info->computed[j].kind == NAZAR_KIND_CHOICE || info->computed[j].kind == NAZAR_KIND_FLAG)
          {
            g_autofree char *shown = nazar_field_display (&info->computed[j], g_hash_table_lookup (computed, info->computed[j].name));

            put_cell (*shown != '\0' ? shown : "–", FALSE);
          }
      title = nazar_record_dup_title (record);
      put_cell (title, TRUE);
    }
  return TRUE;
}

static gboolean
list_csv (NazarConnection          *connection,
          NazarQuery               *query,
          const NazarctlArguments  *arguments,
          GError                  **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return nazar_export_write_csv (connection, query, audience_for (arguments), stream, NULL, NULL, error);
}

/* Which records a filter lets through, and in which order they come, tells what
 * their fields hold. */
static gboolean
may_show (NazarQuery              *query,
          const char              *name,
          const NazarctlArguments *arguments)
{
  const NazarField *field = nazar_record_info_find (nazar_record_info (nazar_query_get_record_type (query)), name, NULL);

  return field == NULL || nazar_field_may_leave (field, audience_for (arguments));
}

static NazarctlExit
add_filters (NazarQuery              *query,
             const NazarctlArguments *arguments)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; arguments->filters != NULL && arguments->filters[i] != NULL; i++)
    {
      g_autofree char *name = NULL, *value = NULL;

      if (!nazarctl_split (arguments->filters[i], &name, &value, NULL))
        return nazarctl_fail_usage (_("--filter needs FIELD=VALUE."));
      if (!nazar_query_add_filter (query, name, value, &error))
        return nazarctl_fail_usage (error->message);
      if (!may_show (query, name, arguments))
        return nazarctl_fail_usage (_("A personal field needs --personal, too."));
    }
  if (arguments->sort != NULL && !nazar_query_set_sort (query, arguments->sort, FALSE))
    return nazarctl_fail_usage (_("--sort needs the name of a field."));
  if (arguments->sort != NULL && !may_show (query, arguments->sort, arguments))
    return nazarctl_fail_usage (_("A personal field needs --personal, too."));

  return EXIT_DONE;
}

NazarctlExit
nazarctl_list (const NazarctlArguments *arguments)
{
  static const char *const formats[] = { "table", "json", "csv", NULL };
  int format = choose_format (arguments, formats);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  NazarConnection *connection;
  NazarctlExit exit = EXIT_USAGE;
  gboolean ok;
  GType type;

  if (format < 0 || (type = nazarctl_type (arguments->words[1], &exit)) == G_TYPE_INVALID)
    return exit;

  query = nazar_query_new (type);
  exit = add_filters (query, arguments);
  if (exit != EXIT_DONE)
    return exit;

  store = nazarctl_open (arguments->words[0], FALSE, &exit);
  if (store == NULL)
    return exit;

  connection = nazar_store_lock_reader (store);
  if (type == NAZAR_TYPE_CHECKLIST_RECORD && format != 2 && arguments->filters == NULL)
    ok = nazarctl_list_checklists (connection, format == 1, &error);
  else
    ok = format == 0   ? list_table (connection, query, &error)
         : format == 1 ? list_json (connection, query, arguments, &error)
                       : list_csv (connection, query, arguments, &error);
  nazar_store_unlock_reader (store);
  return ok ? EXIT_DONE : nazarctl_fail (error);
}

static void
put_field (NazarStore       *store,
           const NazarField *field,
           const char       *value)
{
  g_autofree char *shown = NULL;

  if (field->kind == NAZAR_KIND_REFERENCE)
    shown = nazar_store_dup_title (store, nazar_record_type_from_name (field->target), value);
  else if (field->kind == NAZAR_KIND_REFERENCES)
    {
      g_auto (GStrv) ids = nazar_strv_from_json (value);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          char *title = nazar_store_dup_title (store, nazar_record_type_from_name (field->target), ids[i]);

          g_free (ids[i]);
          ids[i] = title;
        }
      shown = g_strjoinv ("; ", ids);
    }
  else
    shown = nazar_field_display (field, value);

  fprintf (stdout, "%s: %s\n", nazar_field_label (field), shown);
}

static gboolean
show_text (NazarStore               *store,
           NazarRecord              *record,
           const NazarctlArguments  *arguments,
           GError                  **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autoptr (GHashTable) computed = NULL;

  computed = nazar_query_values (nazar_store_lock_reader (store), G_OBJECT_TYPE (record), nazar_record_get_n (record), error);
  nazar_store_unlock_reader (store);
  if (computed == NULL)
    return FALSE;

  fprintf (stdout, "%s: %s\n", nazar_record_type_label (G_OBJECT_TYPE (record)), nazar_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (nazar_record_get_at (record, i) != NULL && nazar_field_may_leave (&info->fields[i], audience_for (arguments)))
      put_field (store, &info->fields[i], nazar_record_get_at (record, i));
  for (guint i = 0; i < info->n_computed; i++)
    if (g_hash_table_contains (computed, info->computed[i].name))
      put_field (store, &info->computed[i], g_hash_table_lookup (computed, info->computed[i].name));
  return TRUE;
}

static gboolean
show_json (NazarStore               *store,
           NazarRecord              *record,
           const NazarctlArguments  *arguments,
           GError                  **error)
{
  JsonObject *object = make_object (nazar_store_lock_reader (store), record, arguments, error);

  nazar_store_unlock_reader (store);
  if (object == NULL)
    return FALSE;

  nazarctl_put_json (json_node_init_object (json_node_alloc (), object));
  json_object_unref (object);
  return TRUE;
}

NazarctlExit
nazarctl_show (const NazarctlArguments *arguments)
{
  static const char *const formats[] = { "text", "json", NULL };
  int format = choose_format (arguments, formats);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  NazarctlExit exit;
  GType type;

  if (format < 0)
    return EXIT_USAGE;
  store = nazarctl_open (arguments->words[0], FALSE, &exit);
  if (store == NULL)
    return exit;

  type = nazar_store_find_type (store, arguments->words[1], &error);
  record = type != G_TYPE_INVALID ? nazar_store_load (store, type, arguments->words[1], &error) : NULL;
  if (record == NULL ||
      !(format == 0 ? show_text (store, record, arguments, &error) : show_json (store, record, arguments, &error)))
    return nazarctl_fail (error);
  return EXIT_DONE;
}

static void
put_hits_json (GPtrArray *hits)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const NazarSearchHit *hit = g_ptr_array_index (hits, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", hit->type);
      json_object_set_string_member (object, "id", hit->id);
      json_object_set_string_member (object, "title", hit->title);
      json_object_set_string_member (object, "text", hit->text);
      json_object_set_string_member (object, "group", hit->exact ? "exact" : "related");
      json_array_add_object_element (array, object);
    }
  nazarctl_put_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

NazarctlExit
nazarctl_search (const NazarctlArguments *arguments)
{
  static const char *const formats[] = { "table", "json", NULL };
  int format = choose_format (arguments, formats);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  NazarctlExit exit;

  if (format < 0)
    return EXIT_USAGE;
  store = nazarctl_open (arguments->words[0], FALSE, &exit);
  if (store == NULL)
    return exit;

  hits = nazar_search_find (nazar_store_lock_reader (store), arguments->words[1], arguments->personal, MAX_HITS, &error);
  nazar_store_unlock_reader (store);
  if (hits == NULL)
    return nazarctl_fail (error);

  if (format == 1)
    {
      put_hits_json (hits);
      return EXIT_DONE;
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const NazarSearchHit *hit = g_ptr_array_index (hits, i);

      put_cell (hit->type, FALSE);
      put_cell (hit->id, FALSE);
      put_cell (hit->title, TRUE);
    }
  return EXIT_DONE;
}

NazarctlExit
nazarctl_stats (const NazarctlArguments *arguments)
{
  static const char *const formats[] = { "text", "json", NULL };
  int format = choose_format (arguments, formats);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarStats) stats = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NazarctlExit exit;

  if (format < 0)
    return EXIT_USAGE;
  store = nazarctl_open (arguments->words[0], FALSE, &exit);
  if (store == NULL)
    return exit;

  stats = nazar_stats_read (nazar_store_lock_reader (store), &error);
  nazar_store_unlock_reader (store);
  if (stats == NULL)
    return nazarctl_fail (error);

  if (format == 1)
    {
      nazarctl_put_json (nazar_stats_to_json (stats));
      return EXIT_DONE;
    }
  text = nazar_stats_to_text (stats);
  nazarctl_put (text);
  return EXIT_DONE;
}
