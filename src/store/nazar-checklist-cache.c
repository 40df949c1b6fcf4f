/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-checklist-cache.h"

#include "nazar-language.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <string.h>

/* More versions than any register works with at once. */
#define MAX_CACHED 64

/* A definition is hundreds of kilobytes, and lists look one up with every row: its
 * length and some of its bytes tell most apart. */
static guint
hash_definition (gconstpointer definition)
{
  const char *text = definition;
  gsize length = strlen (text);
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += 1 + length / 64)
    hash = hash * 33 + (guchar) text[i];
  return hash;
}

/**
 * nazar_checklist_cached:
 * @definition: (nullable): the JSON of a questionnaire
 * @error: return location for a #NazarChecklistError
 *
 * Parses a questionnaire, once: lists ask for the same one with every visit.
 *
 * Returns: (transfer full) (nullable): the questionnaire, in any thread
 */
NazarChecklist *
nazar_checklist_cached (const char  *definition,
                        GError     **error)
{
  static GMutex mutex;
  static GHashTable *cache;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  NazarChecklist *found;

  if (cache == NULL)
    cache = g_hash_table_new_full (hash_definition, g_str_equal, g_free, (GDestroyNotify) nazar_checklist_unref);

  found = definition != NULL ? g_hash_table_lookup (cache, definition) : NULL;
  if (found == NULL)
    {
      found = nazar_checklist_parse (definition != NULL ? definition : "", -1, error);
      if (found == NULL)
        return NULL;
      if (g_hash_table_size (cache) >= MAX_CACHED)
        g_hash_table_remove_all (cache);
      g_hash_table_insert (cache, g_strdup (definition), found);
    }

  return nazar_checklist_ref (found);
}

/**
 * nazar_checklist_load:
 * @connection: a connection
 * @id: id of a questionnaire
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the version in the register; where it is not
 *   stored there, the one that comes with the program
 */
NazarChecklist *
nazar_checklist_load (NazarConnection  *connection,
                      const char       *id,
                      GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NazarRecord) record = nazar_record_sql_load (connection, NAZAR_TYPE_CHECKLIST_RECORD, id, &local_error);
  NazarChecklist *builtin;

  if (record != NULL)
    return nazar_checklist_cached (nazar_record_get (record, "definition"), error);

  builtin = nazar_checklist_builtin (id);
  if (builtin != NULL)
    return nazar_checklist_ref (builtin);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * nazar_checklist_new_record:
 * @checklist: a questionnaire that comes with the program
 *
 * Returns: (transfer full): the record that keeps this version in a register
 */
NazarRecord *
nazar_checklist_new_record (NazarChecklist *checklist)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_CHECKLIST_RECORD, nazar_checklist_get_id (checklist));
  g_autofree char *version = g_strdup_printf ("%u", nazar_checklist_get_version (checklist));

  nazar_record_set (record, "title", nazar_checklist_get_title (checklist, "en"));
  nazar_record_set (record, "language", "en");
  nazar_record_set (record, "series", nazar_checklist_get_series (checklist));
  nazar_record_set (record, "version", version);
  nazar_record_set (record, "definition", nazar_checklist_builtin_text (nazar_checklist_get_id (checklist), NULL));
  return record;
}
