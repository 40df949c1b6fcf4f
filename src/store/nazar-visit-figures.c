/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-figures.h"

#include "nazar-checklist-cache.h"

/**
 * nazar_visit_read_figures:
 * @connection: a connection
 * @visit: id of a visit
 * @figures: (out): what belongs to it
 * @error: return location for an error
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_visit_read_figures (NazarConnection    *connection,
                          const char         *visit,
                          NazarVisitFigures  *figures,
                          GError            **error)
{
  g_autoptr (NazarStatement) row = NULL;

  *figures = (NazarVisitFigures){ 0 };
  row = nazar_connection_query (connection, error,
                                "SELECT (SELECT count (*) FROM interview WHERE visit = ?1"
                                "          AND coalesce (\"with\", 'detainee') IN ('detainee', 'patient', 'resident')),"
                                "       (SELECT count (*) FROM interview WHERE visit = ?1),"
                                "       (SELECT count (*) FROM finding WHERE visit = ?1),"
                                "       (SELECT count (*) FROM finding WHERE visit = ?1 AND obstruction = 1),"
                                "       (SELECT count (*) FROM recommendation WHERE visit = ?1),"
                                "       (SELECT count (*) FROM attachment WHERE record = ?1)",
                                "s", visit);
  if (row == NULL || !nazar_statement_step (row, error))
    return FALSE;

  figures->interviews = nazar_statement_int (row, 0);
  figures->talks = nazar_statement_int (row, 1);
  figures->findings = nazar_statement_int (row, 2);
  figures->obstructions = nazar_statement_int (row, 3);
  figures->recommendations = nazar_statement_int (row, 4);
  figures->files = nazar_statement_int (row, 5);
  return TRUE;
}

/**
 * nazar_visit_find_obstruction:
 * @connection: a connection
 * @visit: id of a visit
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): id of the first finding that is kept as
 *   obstruction; %NULL where there is none, or on error
 */
char *
nazar_visit_find_obstruction (NazarConnection  *connection,
                              const char       *visit,
                              GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (connection, error, "SELECT id FROM finding WHERE visit = ? AND obstruction = 1 ORDER BY n LIMIT 1",
                                "s", visit);

  return row != NULL && nazar_statement_step (row, error) ? g_strdup (nazar_statement_text (row, 0)) : NULL;
}

/* Of each series the latest version stands in the list. */
static void
propose (GPtrArray      *proposed,
         NazarChecklist *checklist)
{
  for (guint i = 0; i < proposed->len; i++)
    {
      NazarChecklist *other = g_ptr_array_index (proposed, i);

      if (!g_str_equal (nazar_checklist_get_series (other), nazar_checklist_get_series (checklist)))
        continue;
      if (nazar_checklist_get_version (checklist) > nazar_checklist_get_version (other))
        {
          nazar_checklist_unref (other);
          g_ptr_array_index (proposed, i) = nazar_checklist_ref (checklist);
        }
      return;
    }

  g_ptr_array_add (proposed, nazar_checklist_ref (checklist));
}

/**
 * nazar_visit_propose_checklists:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type NazarChecklist) (nullable): the questionnaires
 *   that a visit can be begun with: those of the program, then those of the register,
 *   each in its latest version
 */
GPtrArray *
nazar_visit_propose_checklists (NazarConnection  *connection,
                                GError          **error)
{
  g_autoptr (GPtrArray) proposed = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_checklist_unref);
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;
  guint n_builtins;
  NazarChecklist *const *builtins = nazar_checklist_builtins (&n_builtins);

  for (guint i = 0; i < n_builtins; i++)
    propose (proposed, builtins[i]);

  row = nazar_connection_query (connection, error, "SELECT definition FROM checklist ORDER BY n", "");
  if (row == NULL)
    return NULL;

  while (nazar_statement_step (row, &local_error))
    {
      /* One that cannot be read was refused when it came in; an old one must not hide the others. */
      g_autoptr (NazarChecklist) checklist = nazar_checklist_cached (nazar_statement_text (row, 0), NULL);

      if (checklist != NULL)
        propose (proposed, checklist);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&proposed);
}
