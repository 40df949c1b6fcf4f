/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-stats.h"

#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* Figures: where recommendations stand, counted in one pass over the register. */

static void
figures_init (NazarStatsFigures *figures)
{
  figures->state.by_status = g_new0 (gint64, nazar_vocabulary_status.n_choices);
  figures->independent.by_status = g_new0 (gint64, nazar_vocabulary_status.n_choices);
}

static void
figures_clear (NazarStatsFigures *figures)
{
  g_free (figures->state.by_status);
  g_free (figures->independent.by_status);
}

static void
source_free (gpointer data)
{
  NazarStatsSource *source = data;

  g_free (source->id);
  g_free (source->title);
  figures_clear (&source->figures);
  g_free (source);
}

/**
 * nazar_stats_free:
 * @self: (transfer full): figures
 */
void
nazar_stats_free (NazarStats *self)
{
  figures_clear (&self->recommendations);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

static void
add_to_track (NazarStatsTrack *track,
              const char      *status,
              gint64           count)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_status, status);

  if (choice != NULL)
    track->by_status[choice - nazar_vocabulary_status.choices] += count;
  else
    track->unassessed += count;
}

static void
add (NazarStatsFigures *figures,
     const char        *state,
     const char        *independent,
     gint64             count)
{
  figures->total += count;
  add_to_track (&figures->state, state, count);
  add_to_track (&figures->independent, independent, count);
  if (nazar_statuses_differ (state, independent))
    figures->differ += count;
}

static NazarStatsSource *
new_source (const char *id)
{
  NazarStatsSource *source = g_new0 (NazarStatsSource, 1);

  source->id = g_strdup (id);
  figures_init (&source->figures);
  return source;
}

/* Fills the figures of the whole and of each source; those without one are
 * returned apart, so that they can go last. */
static gboolean
count_recommendations (NazarConnection    *connection,
                       NazarStats         *self,
                       GHashTable         *by_id,
                       NazarStatsSource  **without,
                       GError            **error)
{
  const char *sql = nazar_store_resource ("queries/stats-recommendations.sql", error);
  g_autoptr (NazarStatement) row = sql != NULL ? nazar_connection_query (connection, error, sql, NULL) : NULL;
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && nazar_statement_step (row, &local_error))
    {
      const char *id = nazar_statement_text (row, 0);
      const char *state = nazar_statement_text (row, 1);
      const char *independent = nazar_statement_text (row, 2);
      gint64 count = nazar_statement_int (row, 3);
      NazarStatsSource *source = id != NULL ? g_hash_table_lookup (by_id, id) : *without;

      if (source == NULL)
        {
          source = new_source (id);
          if (id != NULL)
            g_hash_table_insert (by_id, source->id, source);
          else
            *without = source;
        }
      add (&self->recommendations, state, independent, count);
      add (&source->figures, state, independent, count);
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (row != NULL)
    return TRUE;
  return FALSE;
}

static char *
dup_source_title (NazarConnection *connection,
                  const char      *id)
{
  g_autoptr (NazarRecord) record = nazar_record_sql_load (connection, NAZAR_TYPE_SOURCE, id, NULL);

  return record != NULL ? nazar_record_dup_title (record) : NULL;
}

/* Moves the sources over in the order of their titles. */
static gboolean
name_sources (NazarConnection  *connection,
              NazarStats       *self,
              GHashTable       *by_id,
              GError          **error)
{
  const char *sql = nazar_store_resource ("queries/stats-sources.sql", error);
  g_autoptr (NazarStatement) row = sql != NULL ? nazar_connection_query (connection, error, sql, NULL) : NULL;
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && nazar_statement_step (row, &local_error))
    {
      NazarStatsSource *source = NULL;

      if (!g_hash_table_steal_extended (by_id, nazar_statement_text (row, 0), NULL, (gpointer *) &source))
        continue;

      source->title = dup_source_title (connection, source->id);
      g_ptr_array_add (self->sources, source);
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (row != NULL)
    return TRUE;
  return FALSE;
}

/**
 * nazar_stats_read:
 * @connection: a connection with the views of computed fields
 * @error: return location for a #NazarStoreError
 *
 * Counts. It reads every recommendation, so it belongs into a worker;
 * nazar_connection_interrupt() ends it.
 *
 * Returns: (transfer full) (nullable): the figures of the register
 */
NazarStats *
nazar_stats_read (NazarConnection  *connection,
                  GError          **error)
{
  g_autoptr (NazarStats) self = g_new0 (NazarStats, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, source_free);
  NazarStatsSource *without = NULL;
  gboolean ok;

  g_return_val_if_fail (connection != NULL, NULL);

  figures_init (&self->recommendations);
  self->sources = g_ptr_array_new_with_free_func (source_free);

  /* Both questions are asked of the same state of the register. */
  if (!nazar_connection_exec (connection, error, "SAVEPOINT stats", NULL))
    return NULL;
  ok = count_recommendations (connection, self, by_id, &without, error) && name_sources (connection, self, by_id, error);
  nazar_connection_exec (connection, NULL, "RELEASE stats", NULL);

  if (without != NULL)
    g_ptr_array_add (self->sources, without);
  return ok ? g_steal_pointer (&self) : NULL;
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  nazar_connection_interrupt (user_data);
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (NazarConnection) reader = nazar_store_new_reader (NAZAR_STORE (source), &error);
  NazarStats *stats = NULL;
  gulong handler = 0;

  if (reader != NULL && cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), reader, NULL);
  if (reader != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    stats = nazar_stats_read (reader, &error);
  g_cancellable_disconnect (cancellable, handler);

  if (stats != NULL)
    g_task_return_pointer (task, stats, (GDestroyNotify) nazar_stats_free);
  else
    g_task_return_error (task, error);
}

/**
 * nazar_stats_read_async:
 * @store: a register
 * @cancellable: (nullable): ends it
 * @callback: told when the figures are there
 * @user_data: for @callback
 *
 * Counts in a worker, with a connection of its own.
 */
void
nazar_stats_read_async (NazarStore          *store,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_run_in_thread (task, read_in_worker);
}

/**
 * nazar_stats_read_finish:
 * @store: a register
 * @result: what the callback was given
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): the figures of the register
 */
NazarStats *
nazar_stats_read_finish (NazarStore    *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nazar_stats_count:
 * @track: where recommendations stand on a track
 * @status: (nullable): a status; %NULL for those that are not assessed
 *
 * Returns: how many have just this status
 */
gint64
nazar_stats_count (const NazarStatsTrack *track,
                   const char            *status)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_status, status);

  g_return_val_if_fail (status == NULL || choice != NULL, 0);

  return choice != NULL ? track->by_status[choice - nazar_vocabulary_status.choices] : track->unassessed;
}

static void
add_track_json (JsonBuilder           *builder,
                const char            *name,
                const NazarStatsTrack *track)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++)
    {
      json_builder_set_member_name (builder, nazar_vocabulary_status.choices[i].id);
      json_builder_add_int_value (builder, track->by_status[i]);
    }
  json_builder_set_member_name (builder, "unassessed");
  json_builder_add_int_value (builder, track->unassessed);
  json_builder_end_object (builder);
}

/**
 * nazar_stats_to_json:
 * @self: figures
 *
 * Returns: (transfer full): them as `nazarctl stats --format json` prints them: an
 *   object per kind of record
 */
JsonNode *
nazar_stats_to_json (NazarStats *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "recommendation");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_add_int_value (builder, self->recommendations.total);
  add_track_json (builder, "state", &self->recommendations.state);
  add_track_json (builder, "independent", &self->recommendations.independent);
  json_builder_set_member_name (builder, "differ");
  json_builder_add_int_value (builder, self->recommendations.differ);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* Names to the left, numbers to the right, in columns of characters. */
static void
add_line (GString    *text,
          guint       indent,
          const char *label,
          gint64      count)
{
  const int width = 30;
  int length = indent + g_utf8_strlen (label, -1);

  g_string_append_printf (text, "%*s%s%*s%8" G_GINT64_FORMAT "\n", (int) indent, "", label, MAX (width - length, 1), "", count);
}

static void
add_track_text (GString               *text,
                const char            *name,
                const NazarStatsTrack *track)
{
  g_string_append_printf (text, "\n%s\n", nazar_vocabulary_label (&nazar_vocabulary_track, name));
  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++)
    add_line (text, 2, nazar_vocabulary_label (&nazar_vocabulary_status, nazar_vocabulary_status.choices[i].id),
              track->by_status[i]);
  add_line (text, 2, C_("status", "Not assessed"), track->unassessed);
}

/**
 * nazar_stats_to_text:
 * @self: figures
 *
 * Returns: (transfer full): them as lines for people, each with its line end
 */
char *
nazar_stats_to_text (NazarStats *self)
{
  GString *text = g_string_new (NULL);

  add_line (text, 0, nazar_record_type_plural (NAZAR_TYPE_RECOMMENDATION), self->recommendations.total);
  add_track_text (text, "state", &self->recommendations.state);
  add_track_text (text, "independent", &self->recommendations.independent);
  g_string_append_c (text, '\n');
  add_line (text, 0, C_("field", "The tracks differ"), self->recommendations.differ);

  return g_string_free (text, FALSE);
}
