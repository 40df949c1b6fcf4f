/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-counts.h"

#include "test-util.h"

/* The figures beside a list. */

static void
on_counted_cb (NazarListCounts *counts,
               gboolean        *counted)
{
  *counted = TRUE;
}

static void
wait_counted (NazarListCounts *counts)
{
  gboolean counted = FALSE;
  gulong handler = g_signal_connect (counts, "counted", G_CALLBACK (on_counted_cb), &counted);

  while (!counted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (counts, handler);
}

/* A recommendation on which the State says one thing and monitors another. */
static void
add_assessed (NazarStore *store,
              const char *response,
              const char *state,
              const char *independent)
{
  g_autoptr (NazarRecord) record = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "text", "Open the door.", "response",
                                                    response, NULL);
  const char *id = nazar_record_get_id (record);
  g_autoptr (NazarRecord) said = test_add_record (store, NAZAR_TYPE_ASSESSMENT, "recommendation", id, "date", "2020",
                                                  "track", "state", "status", state, NULL);
  g_autoptr (NazarRecord) found = test_add_record (store, NAZAR_TYPE_ASSESSMENT, "recommendation", id, "date", "2020",
                                                   "track", "independent", "status", independent, NULL);

  g_assert_nonnull (said);
  g_assert_nonnull (found);
}

static void
test_counts_follow_the_register (TestRegister  *self,
                                 gconstpointer  data)
{
  g_autoptr (NazarLive) live = nazar_live_new (self->store);
  g_autoptr (NazarListCounts) counts = nazar_list_counts_new (live, NAZAR_TYPE_RECOMMENDATION);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);

  add_assessed (self->store, "noted", "implemented", "planned");
  add_assessed (self->store, "supported", "planned", "implemented");
  nazar_list_counts_set_query (counts, query);
  wait_counted (counts);
  g_assert_cmpint (nazar_list_counts_get_total (counts), ==, 2);
  g_assert_cmpint (nazar_list_counts_get_differ (counts), ==, 1);

  add_assessed (self->store, "supported", "implemented", "regressed");
  do
    wait_counted (counts);
  while (nazar_list_counts_get_total (counts) < 3);
  g_assert_cmpint (nazar_list_counts_get_differ (counts), ==, 2);
}

static void
test_differ_is_of_what_is_listed (TestRegister  *self,
                                  gconstpointer  data)
{
  g_autoptr (NazarLive) live = nazar_live_new (self->store);
  g_autoptr (NazarListCounts) counts = nazar_list_counts_new (live, NAZAR_TYPE_RECOMMENDATION);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);

  add_assessed (self->store, "noted", "implemented", "planned");
  add_assessed (self->store, "supported", "implemented", "not-started");
  nazar_query_add_filter (query, "response", "noted", NULL);
  nazar_list_counts_set_query (counts, query);
  wait_counted (counts);
  g_assert_cmpint (nazar_list_counts_get_total (counts), ==, 2);
  g_assert_cmpint (nazar_list_counts_get_differ (counts), ==, 1);
}

static void
test_records_without_tracks (TestRegister  *self,
                             gconstpointer  data)
{
  g_autoptr (NazarLive) live = nazar_live_new (self->store);
  g_autoptr (NazarListCounts) counts = nazar_list_counts_new (live, NAZAR_TYPE_BODY);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_BODY);
  g_autoptr (NazarRecord) body = test_add_record (self->store, NAZAR_TYPE_BODY, "name", "A ministry", NULL);

  g_assert_nonnull (body);
  nazar_list_counts_set_query (counts, query);
  wait_counted (counts);
  g_assert_cmpint (nazar_list_counts_get_total (counts), ==, 1);
  g_assert_cmpint (nazar_list_counts_get_differ (counts), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/list-counts/follow-the-register", test_counts_follow_the_register);
  test_add ("/list-counts/differ-is-counted-among-what-is-listed", test_differ_is_of_what_is_listed);
  test_add ("/list-counts/records-without-tracks-do-not-differ", test_records_without_tracks);

  return test_run_all ();
}
