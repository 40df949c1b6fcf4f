/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-checklist-cache.h"
#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <string.h>

/* Questionnaires: those that come with the program are listed in every register, too. */

/* The questionnaires of the register, then those of the program that are not in it. */
static GPtrArray *
load_all (NazarConnection  *connection,
          GError          **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_checklist_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_CHECKLIST_RECORD);
  g_autoptr (GArray) numbers = nazar_query_run (query, connection, error);
  guint n_builtins;
  NazarChecklist *const *builtins = nazar_checklist_builtins (&n_builtins);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      g_autoptr (NazarRecord) record =
        nazar_record_sql_load_n (connection, NAZAR_TYPE_CHECKLIST_RECORD, g_array_index (numbers, gint64, i), error);
      NazarChecklist *checklist = record != NULL ? nazar_checklist_load (connection, nazar_record_get_id (record), error) : NULL;

      if (checklist == NULL)
        return NULL;
      g_ptr_array_add (all, checklist);
      g_hash_table_add (ids, g_strdup (nazar_checklist_get_id (checklist)));
    }
  for (guint i = 0; numbers != NULL && i < n_builtins; i++)
    if (!g_hash_table_contains (ids, nazar_checklist_get_id (builtins[i])))
      g_ptr_array_add (all, nazar_checklist_ref (builtins[i]));

  return numbers != NULL ? g_steal_pointer (&all) : NULL;
}

static void
add_strings (JsonBuilder       *builder,
             const char        *name,
             const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_checklist (JsonBuilder    *builder,
               NazarChecklist *checklist)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, "checklist");
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, nazar_checklist_get_id (checklist));
  json_builder_set_member_name (builder, "series");
  json_builder_add_string_value (builder, nazar_checklist_get_series (checklist));
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, nazar_checklist_get_version (checklist));
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, nazar_checklist_get_title (checklist, nazar_language_current ()));
  json_builder_set_member_name (builder, "questions");
  json_builder_add_int_value (builder, nazar_checklist_count_asked (checklist));
  add_strings (builder, "facility_kinds", nazar_checklist_get_facility_kinds (checklist));
  add_strings (builder, "languages", nazar_checklist_get_complete_languages (checklist));
  add_strings (builder, "checked_languages", nazar_checklist_get_checked_languages (checklist));
  json_builder_end_object (builder);
}

static void
put_json (GPtrArray *checklists)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < checklists->len; i++)
    add_checklist (builder, g_ptr_array_index (checklists, i));
  json_builder_end_array (builder);
  nazarctl_put_json (json_builder_get_root (builder));
}

/**
 * nazarctl_list_checklists:
 * @connection: a connection
 * @as_json: as JSON, else as a table
 * @error: return location for an error
 *
 * Lists the questionnaires that visits can be answered with, without their questions.
 *
 * Returns: %FALSE on error
 */
gboolean
nazarctl_list_checklists (NazarConnection  *connection,
                          gboolean          as_json,
                          GError          **error)
{
  g_autoptr (GPtrArray) checklists = load_all (connection, error);

  if (checklists == NULL)
    return FALSE;
  if (as_json)
    {
      put_json (checklists);
      return TRUE;
    }

  for (guint i = 0; i < checklists->len; i++)
    {
      NazarChecklist *checklist = g_ptr_array_index (checklists, i);
      g_autofree char *line = g_strdup_printf ("%s\t%u\t%s\n", nazar_checklist_get_id (checklist),
                                               nazar_checklist_count_asked (checklist),
                                               nazar_checklist_get_title (checklist, nazar_language_current ()));

      nazarctl_put (line);
    }
  return TRUE;
}
