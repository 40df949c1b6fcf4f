/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-store.h"

#include "nazar-blob.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-search.h"

#include <glib/gi18n-lib.h>

/* Looking over a whole register, on request. */

static gboolean
check_integrity (NazarConnection  *connection,
                 GPtrArray        *problems,
                 GError          **error)
{
  g_autoptr (NazarStatement) row = nazar_connection_query (connection, error, "PRAGMA integrity_check", NULL);
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && nazar_statement_step (row, &local_error))
    if (g_strcmp0 (nazar_statement_text (row, 0), "ok") != 0)
      /* Translators: %s is a technical description in English. */
      g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s"), nazar_statement_text (row, 0)));

  if (local_error == NULL)
    return row != NULL;

  g_ptr_array_add (problems, g_strdup (local_error->message));
  return TRUE;
}

static gboolean
check_foreign_keys (NazarConnection  *connection,
                    GPtrArray        *problems,
                    GError          **error)
{
  g_autoptr (NazarStatement) row = nazar_connection_query (connection, error, "PRAGMA foreign_key_check", NULL);
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && nazar_statement_step (row, &local_error))
    /* Translators: the names of two kinds of record, such as "assessment" and "recommendation". */
    g_ptr_array_add (problems, g_strdup_printf (_("A record of the kind %s refers to a missing %s."),
                                                nazar_statement_text (row, 0), nazar_statement_text (row, 2)));
  if (local_error != NULL)
    g_ptr_array_add (problems, g_strdup (local_error->message));
  return row != NULL;
}

static gboolean
check_sets (NazarConnection  *connection,
            GPtrArray        *problems,
            GError          **error)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[i]);

      for (guint j = 0; j < info->n_fields; j++)
        {
          const NazarField *field = &info->fields[j];
          g_autofree char *sql = NULL;
          gint64 count;

          if (field->kind != NAZAR_KIND_REFERENCES)
            continue; /* one alone: a foreign key, or below */
          sql = g_strdup_printf ("SELECT count (*) FROM %s t, json_each (t.%s) e WHERE t.%s IS NOT NULL"
                                 " AND NOT EXISTS (SELECT 1 FROM %s x WHERE x.id = e.value)",
                                 info->name, field->name, field->name, field->target);
          if (!nazar_connection_get_int (connection, &count, error, sql, NULL))
            return FALSE;
          if (count > 0)
            g_ptr_array_add (problems, g_strdup_printf (_("A record of the kind %s refers to a missing %s."), info->name,
                                                        field->target));
        }
    }

  return TRUE;
}

/**
 * nazar_store_check:
 * @self: a register
 * @problems: (out) (transfer full) (element-type utf8): a sentence for each
 *   thing that is not right; empty where all is
 * @error: return location for a #NazarStoreError
 *
 * Verifies SQLite's integrity check, references, the bytes of attachments, the
 * journal's chains and, where the register can be written, the search index.
 *
 * Returns: %FALSE where it could not be looked at
 */
gboolean
nazar_store_check (NazarStore  *self,
                   GPtrArray  **problems,
                   GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *journal = NULL, *index = NULL;
  g_autoptr (NazarConnection) connection = NULL;
  gboolean ok;

  /* A fresh connection: from SQLite 3.44 on the check of the search index trusts
   * totals that an older connection remembers (seen on 3.46). */
  connection = nazar_store_new_reader (self, error);
  if (connection == NULL)
    return FALSE;

  ok = check_integrity (connection, found, error) && check_foreign_keys (connection, found, error) &&
       check_sets (connection, found, error) && nazar_blob_check (connection, found, error) &&
       nazar_journal_verify (connection, &journal, error);
  g_clear_pointer (&connection, nazar_connection_close);

  if (ok && !nazar_store_is_read_only (self))
    {
      ok = nazar_store_begin (self, NAZAR_JOURNAL_EDIT, 0, error);
      if (ok)
        {
          ok = nazar_search_check (nazar_store_get_writer (self), &index, error);
          nazar_store_rollback (self);
        }
    }
  if (!ok)
    return FALSE;

  if (journal != NULL)
    g_ptr_array_add (found, g_steal_pointer (&journal));
  if (index != NULL)
    g_ptr_array_add (found, g_steal_pointer (&index));
  *problems = g_steal_pointer (&found);
  return TRUE;
}
