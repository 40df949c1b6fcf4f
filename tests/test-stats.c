/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-json.h"
#include "nazar-records.h"
#include "nazar-stats.h"
#include "nazar-store.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  NazarStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("nazar-stats-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "figures.nazar", NULL);
  fixture->store = nazar_store_create (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *name;
  GDir *dir;

  nazar_store_close (fixture->store);
  g_object_unref (fixture->store);

  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (dir);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
save (NazarStore  *store,
      NazarRecord *record)
{
  g_autoptr (GError) error = NULL;

  nazar_store_save (store, record, &error);
  g_assert_no_error (error);
}

static char *
save_source (NazarStore *store,
             const char *title)
{
  g_autoptr (NazarRecord) source = nazar_record_new (NAZAR_TYPE_SOURCE, NULL);

  nazar_record_set (source, "title", title);
  save (store, source);
  return g_strdup (nazar_record_get_id (source));
}

static char *
save_recommendation (NazarStore *store,
                     const char *source)
{
  g_autoptr (NazarRecord) recommendation = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);

  nazar_record_set (recommendation, "source", source);
  nazar_record_set (recommendation, "text", "The State should let monitors in.");
  save (store, recommendation);
  return g_strdup (nazar_record_get_id (recommendation));
}

static void
assess (NazarStore *store,
        const char *recommendation,
        const char *track,
        const char *date,
        const char *status)
{
  g_autoptr (NazarRecord) assessment = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);

  nazar_record_set (assessment, "recommendation", recommendation);
  nazar_record_set (assessment, "track", track);
  nazar_record_set (assessment, "date", date);
  nazar_record_set (assessment, "status", status);
  save (store, assessment);
}

static void
begin (NazarStore *store)
{
  g_autoptr (GError) error = NULL;

  nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, &error);
  g_assert_no_error (error);
}

static void
commit (NazarStore *store)
{
  g_autoptr (GError) error = NULL;

  nazar_store_commit (store, &error);
  g_assert_no_error (error);
}

static NazarStats *
read_stats (NazarStore *store)
{
  g_autoptr (GError) error = NULL;
  NazarStats *stats = nazar_stats_read (nazar_store_lock_reader (store), &error);

  nazar_store_unlock_reader (store);
  g_assert_no_error (error);
  g_assert_nonnull (stats);
  return stats;
}

/* Two sources and one recommendation without; in the order in which they are made:
 * state planned, found planned; state implemented, found planned; state planned;
 * nothing; (second source) found implemented; (no source) nothing. */
static void
fill (NazarStore *store)
{
  g_autofree char *zebra = NULL, *apple = NULL;
  char *ids[6];

  begin (store);
  zebra = save_source (store, "Zebra report");
  apple = save_source (store, "Apple report");
  for (int i = 0; i < 6; i++)
    ids[i] = save_recommendation (store, i < 4 ? zebra : i == 4 ? apple : NULL);

  assess (store, ids[0], "state", "2019", "planned");
  assess (store, ids[0], "independent", "2019", "planned");
  assess (store, ids[1], "state", "2018", "planned");
  assess (store, ids[1], "state", "2019-02", "implemented");
  assess (store, ids[1], "independent", "2019", "planned");
  assess (store, ids[2], "state", "2019", "planned");
  assess (store, ids[4], "independent", "2020", "implemented");
  commit (store);

  for (int i = 0; i < 6; i++)
    g_free (ids[i]);
}

static gint64
sum (const NazarStatsTrack *track)
{
  gint64 total = track->unassessed;

  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++)
    total += track->by_status[i];
  return total;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NazarStats) stats = read_stats (fixture->store);

  g_assert_cmpint (stats->recommendations.total, ==, 0);
  g_assert_cmpint (sum (&stats->recommendations.state), ==, 0);
  g_assert_cmpint (sum (&stats->recommendations.independent), ==, 0);
  g_assert_cmpuint (stats->sources->len, ==, 0);
}

static void
test_planned_apart (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (NazarStats) stats = NULL;
  const NazarStatsFigures *all;

  fill (fixture->store);
  stats = read_stats (fixture->store);
  all = &stats->recommendations;

  g_assert_cmpint (nazar_stats_count (&all->state, "planned"), ==, 2);
  g_assert_cmpint (nazar_stats_count (&all->state, "implemented"), ==, 1);
  g_assert_cmpint (nazar_stats_count (&all->state, NULL), ==, 3);
  g_assert_cmpint (nazar_stats_count (&all->independent, "planned"), ==, 2);
  g_assert_cmpint (nazar_stats_count (&all->independent, "implemented"), ==, 1);
  g_assert_cmpint (nazar_stats_count (&all->independent, NULL), ==, 3);
}

static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NazarStats) stats = NULL;
  gint64 total = 0, differ = 0;

  fill (fixture->store);
  stats = read_stats (fixture->store);

  g_assert_cmpint (stats->recommendations.total, ==, 6);
  g_assert_cmpint (sum (&stats->recommendations.state), ==, 6);
  g_assert_cmpint (sum (&stats->recommendations.independent), ==, 6);

  for (guint i = 0; i < stats->sources->len; i++)
    {
      const NazarStatsSource *source = g_ptr_array_index (stats->sources, i);

      g_assert_cmpint (sum (&source->figures.state), ==, source->figures.total);
      g_assert_cmpint (sum (&source->figures.independent), ==, source->figures.total);
      total += source->figures.total;
      differ += source->figures.differ;
    }
  g_assert_cmpint (total, ==, stats->recommendations.total);
  g_assert_cmpint (differ, ==, stats->recommendations.differ);
}

static void
test_sources (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (NazarStats) stats = NULL;
  const NazarStatsSource *source;

  fill (fixture->store);
  stats = read_stats (fixture->store);
  g_assert_cmpuint (stats->sources->len, ==, 3);

  source = g_ptr_array_index (stats->sources, 0);
  g_assert_cmpstr (source->title, ==, "Apple report");
  g_assert_cmpint (source->figures.total, ==, 1);

  source = g_ptr_array_index (stats->sources, 1);
  g_assert_cmpstr (source->title, ==, "Zebra report");
  g_assert_cmpint (source->figures.total, ==, 4);
  g_assert_cmpint (source->figures.differ, ==, 1);

  source = g_ptr_array_index (stats->sources, 2);
  g_assert_null (source->id);
  g_assert_null (source->title);
  g_assert_cmpint (source->figures.total, ==, 1);
}

static void
test_differ (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *state, *independent;
    gboolean differ;
  } cases[] = {
    { "implemented", "planned", TRUE },        { "planned", "not-started", TRUE },  { "planned", "planned", FALSE },
    { "planned", "implemented", FALSE },       { "implemented", NULL, FALSE },      { NULL, "regressed", FALSE },
    { "implemented", "no-information", FALSE }, { "no-information", "refused", FALSE }, { "not-started", "regressed", TRUE },
    { "refused", "not-started", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (NazarStats) before = read_stats (fixture->store), after = NULL;

      begin (fixture->store);
      id = save_recommendation (fixture->store, NULL);
      if (cases[i].state != NULL)
        assess (fixture->store, id, "state", "2020", cases[i].state);
      if (cases[i].independent != NULL)
        assess (fixture->store, id, "independent", "2020", cases[i].independent);
      commit (fixture->store);

      after = read_stats (fixture->store);
      g_assert_cmpint (after->recommendations.differ - before->recommendations.differ, ==, cases[i].differ);
    }
}

static void
assert_track_json (JsonObject            *object,
                   const NazarStatsTrack *track)
{
  g_autoptr (GList) members = json_object_get_members (object);
  GList *member = members;

  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++, member = member->next)
    {
      g_assert_cmpstr (member->data, ==, nazar_vocabulary_status.choices[i].id);
      g_assert_cmpint (json_object_get_int_member (object, member->data), ==, track->by_status[i]);
    }
  g_assert_cmpstr (member->data, ==, "unassessed");
  g_assert_cmpint (json_object_get_int_member (object, "unassessed"), ==, track->unassessed);
  g_assert_null (member->next);
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NazarStats) stats = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  fill (fixture->store);
  stats = read_stats (fixture->store);
  node = nazar_stats_to_json (stats);

  object = json_object_get_object_member (json_node_get_object (node), "recommendation");
  g_assert_cmpuint (json_object_get_size (object), ==, 4);
  g_assert_cmpint (json_object_get_int_member (object, "total"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (object, "differ"), ==, 1);
  assert_track_json (json_object_get_object_member (object, "state"), &stats->recommendations.state);
  assert_track_json (json_object_get_object_member (object, "independent"), &stats->recommendations.independent);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NazarStats) stats = NULL;
  g_autofree char *text = NULL;
  const char *last;

  fill (fixture->store);
  stats = read_stats (fixture->store);
  text = nazar_stats_to_text (stats);

  g_assert_true (g_str_has_suffix (text, "\n"));
  last = text;
  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++)
    {
      const char *found = strstr (last, nazar_vocabulary_status.choices[i].label);

      g_assert_nonnull (found);
      last = found;
    }
}

static void
test_scale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NazarStats) stats = NULL;
  g_autofree char *source = NULL;
  gint64 start;

  if (!g_test_perf ())
    {
      g_test_skip ("only with -m perf");
      return;
    }

  begin (fixture->store);
  source = save_source (fixture->store, "Large report");
  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *id = save_recommendation (fixture->store, source);

      if (i % 4 == 0)
        assess (fixture->store, id, i % 8 == 0 ? "state" : "independent", "2020", "planned");
    }
  commit (fixture->store);

  start = g_get_monotonic_time ();
  stats = read_stats (fixture->store);
  g_test_minimized_result ((g_get_monotonic_time () - start) / 1e6, "figures of 100,000 recommendations");
  g_assert_cmpint (stats->recommendations.total, ==, 100000);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/stats/empty-register-counts-zero", test_empty);
  ADD ("/stats/planned-is-never-counted-as-implemented", test_planned_apart);
  ADD ("/stats/every-track-sums-up-to-all-recommendations", test_sums);
  ADD ("/stats/sources-by-title-and-those-without-one-last", test_sources);
  ADD ("/stats/differ-only-where-the-state-claims-more", test_differ);
  ADD ("/stats/json-is-nested-with-statuses-in-order", test_json);
  ADD ("/stats/text-has-statuses-in-order", test_text);
  ADD ("/stats/counts-a-large-register", test_scale);

  return g_test_run ();
}
