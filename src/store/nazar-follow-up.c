/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-follow-up.h"

#include "nazar-words.h"

#include <glib/gi18n-lib.h>

#define EARLIER                                                                                    \
  "WITH RECURSIVE earlier (id, step) AS (SELECT ?1, 0 UNION"                                       \
  " SELECT r.repeats, e.step + 1 FROM earlier e JOIN recommendation r ON r.id = e.id"              \
  " WHERE r.repeats IS NOT NULL AND e.step < 1000) "

static GStrv
read_ids (NazarStatement  *row,
          GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;

  while (nazar_statement_step (row, &local_error))
    g_strv_builder_add (builder, nazar_statement_text (row, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_strv_builder_end (builder);
}

/**
 * nazar_follow_up_times:
 * @connection: a connection
 * @recommendation: id of a recommendation
 * @error: return location for a #NazarStoreError
 *
 * Returns: the how manieth time it is made: 3 where it repeats one that repeats one;
 *   0 on error
 */
guint
nazar_follow_up_times (NazarConnection  *connection,
                       const char       *recommendation,
                       GError          **error)
{
  gint64 times;

  /* A chain that leads back to itself is counted once round. */
  if (!nazar_connection_get_int (connection, &times, error, EARLIER "SELECT count (DISTINCT id) FROM earlier", "s", recommendation))
    return 0;

  return times;
}

/**
 * nazar_follow_up_words:
 * @times: the how manieth time a recommendation is made
 * @language: one of the five ids
 *
 * Returns: (transfer full) (nullable): "Made for the third time"; %NULL for the first
 */
char *
nazar_follow_up_words (guint       times,
                       const char *language)
{
  const NazarWords *words = nazar_words_for (language);

  if (times < 2)
    return NULL;
  if (times == 2)
    return g_strdup (nazar_words_get (words, N_("Made for the second time")));
  if (times == 3)
    return g_strdup (nazar_words_get (words, N_("Made for the third time")));

  /* Translators: how often a recommendation was made by now; 4 or more. */
  return g_strdup_printf (nazar_words_plural (words, N_("Made %u time by now"), N_("Made %u times by now"), times), times);
}

/**
 * nazar_follow_up_earlier:
 * @connection: a connection
 * @recommendation: id of a recommendation
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): ids of those that it repeats, the latest first
 */
GStrv
nazar_follow_up_earlier (NazarConnection  *connection,
                         const char       *recommendation,
                         GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (connection, error,
                                EARLIER "SELECT id FROM earlier WHERE id <> ?1 GROUP BY id ORDER BY min (step)", "s", recommendation);
  return row != NULL ? read_ids (row, error) : NULL;
}

/**
 * nazar_follow_up_open:
 * @connection: a connection
 * @facility: id of a place
 * @visit: (nullable): id of a visit whose own recommendations are not wanted
 * @error: return location for a #NazarStoreError
 *
 * Recommendations made for the place that independent monitors have not found
 * implemented; what the State says does not close one, and one that a later one repeats
 * is followed there.
 *
 * Returns: (transfer full) (nullable): their ids, in the order of entry
 */
GStrv
nazar_follow_up_open (NazarConnection  *connection,
                      const char       *facility,
                      const char       *visit,
                      GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (connection, error,
                                "SELECT r.id FROM recommendation_view r WHERE r.facility = ?1"
                                " AND coalesce (r.independent_status, '') <> 'implemented' AND r.visit IS NOT ?2"
                                " AND NOT EXISTS (SELECT 1 FROM recommendation l WHERE l.repeats = r.id AND l.visit IS NOT ?2)"
                                " ORDER BY r.n",
                                "ss", facility, visit != NULL ? visit : "");
  return row != NULL ? read_ids (row, error) : NULL;
}

/**
 * nazar_follow_up_find:
 * @connection: a connection
 * @recommendation: id of a recommendation
 * @visit: id of a visit
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): id of the latest independent assessment of the
 *   recommendation that rests on the visit; %NULL where there is none, or on error
 */
char *
nazar_follow_up_find (NazarConnection  *connection,
                      const char       *recommendation,
                      const char       *visit,
                      GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (connection, error,
                                "SELECT id FROM assessment WHERE recommendation = ? AND visit = ? AND track = 'independent'"
                                " ORDER BY n DESC LIMIT 1",
                                "ss", recommendation, visit);
  return row != NULL && nazar_statement_step (row, error) ? g_strdup (nazar_statement_text (row, 0)) : NULL;
}
