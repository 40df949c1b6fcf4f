/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-history.h"
#include "nazar-value-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What of a change may be shown: personal fields are left out unless asked for. */
static const NazarField *
visible_field (const NazarHistoryEntry  *entry,
               const NazarHistoryChange *change,
               gboolean                  personal)
{
  GType type = nazar_record_type_from_name (entry->type);
  const NazarField *field = type != G_TYPE_INVALID ? nazar_record_info_find (nazar_record_info (type), change->field, NULL) : NULL;

  if (field == NULL || (!personal && !nazar_field_may_leave (field, NAZAR_AUDIENCE_PUBLIC)))
    return NULL;
  return field;
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
make_changes (const NazarHistoryEntry *entry,
              gboolean                 personal)
{
  JsonObject *changes = json_object_new ();

  for (guint i = 0; entry->changes != NULL && i < entry->changes->len; i++)
    {
      const NazarHistoryChange *change = g_ptr_array_index (entry->changes, i);
      const NazarField *field = visible_field (entry, change, personal);
      JsonArray *pair;

      if (field == NULL)
        continue;
      pair = json_array_new ();
      json_array_add_element (pair, nazar_value_to_json (field, change->old_value));
      json_array_add_element (pair, nazar_value_to_json (field, change->new_value));
      json_object_set_array_member (changes, field->name, pair);
    }
  return changes;
}

static void
put_json (GPtrArray *entries,
          gboolean   personal)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const NazarHistoryEntry *entry = g_ptr_array_index (entries, i);
      JsonObject *object = json_object_new ();
      JsonNode *details = entry->details != NULL ? nazar_json_parse (entry->details, -1, NULL) : NULL;

      json_object_set_string_member (object, "device", entry->device);
      json_object_set_int_member (object, "seq", entry->seq);
      json_object_set_int_member (object, "first", entry->first);
      json_object_set_string_member (object, "at", entry->at);
      set_text (object, "author", entry->author);
      json_object_set_string_member (object, "kind", nazar_journal_kind_name (entry->kind));
      json_object_set_string_member (object, "action", nazar_journal_action_name (entry->action));
      set_text (object, "type", entry->type);
      set_text (object, "record", entry->record);
      if (entry->subject > 0)
        json_object_set_int_member (object, "subject", entry->subject);
      json_object_set_object_member (object, "changes", make_changes (entry, personal));
      if (details != NULL)
        json_object_set_member (object, "details", details);
      json_array_add_object_element (array, object);
    }

  nazarctl_put_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
put_text (GPtrArray *entries,
          gboolean   personal)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const NazarHistoryEntry *entry = g_ptr_array_index (entries, i);

      fprintf (stdout, "%s\t%s\t%s %s\t%s %s\t%s\n", entry->at, entry->author != NULL ? entry->author : "–",
               nazar_journal_kind_name (entry->kind), nazar_journal_action_name (entry->action),
               entry->type != NULL ? entry->type : "", entry->record != NULL ? entry->record : "",
               entry->details != NULL ? entry->details : "");
      for (guint j = 0; entry->changes != NULL && j < entry->changes->len; j++)
        {
          const NazarHistoryChange *change = g_ptr_array_index (entry->changes, j);
          const NazarField *field = visible_field (entry, change, personal);

          if (field != NULL)
            fprintf (stdout, "\t%s: %s → %s\n", field->name, change->old_value != NULL ? change->old_value : "–",
                     change->new_value != NULL ? change->new_value : "–");
        }
    }
}

NazarctlExit
nazarctl_journal (const NazarctlArguments *arguments)
{
  gboolean json = g_strcmp0 (arguments->format, "json") == 0;
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  NazarctlExit exit;

  if (!json && arguments->format != NULL && strcmp (arguments->format, "text") != 0)
    return nazarctl_fail_usage (_("--format needs text or json."));
  store = nazarctl_open (arguments->words[0], FALSE, &exit);
  if (store == NULL)
    return exit;

  entries = nazar_history_read (nazar_store_lock_reader (store), arguments->record, &error);
  nazar_store_unlock_reader (store);
  if (entries == NULL)
    return nazarctl_fail (error);

  if (json)
    put_json (entries, arguments->personal);
  else
    put_text (entries, arguments->personal);
  return EXIT_DONE;
}
