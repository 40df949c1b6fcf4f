/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-data.h"

#include "nazar-query.h"
#include "nazar-records.h"
#include "nazar-search.h"

/* One keystroke in the list of recommendations: the rows to show, in their order,
 * against the bare full-text query for the same words in the same file. */

/* A single answer may take less than the clock can tell. */
#define MIN_MILLISECONDS 20

static guint
run_ours (NazarQuery      *query,
          NazarConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = nazar_query_run (query, connection, &error);

  if (numbers == NULL)
    nazar_bench_fail (error, "search");
  return numbers->len;
}

static guint
run_bare (sqlite3_stmt *statement,
          const char   *expression)
{
  guint n = 0;

  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    n += sqlite3_column_int64 (statement, 0) > 0;
  sqlite3_reset (statement);
  return n;
}

static void
compare (NazarBench      *bench,
         NazarConnection *connection,
         const char      *typed)
{
  NazarQuery *query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
  g_autofree char *expression = nazar_search_expression (typed, FALSE);
  g_auto (NazarBenchPair) pair;
  g_autofree char *what = NULL;
  sqlite3_stmt *statement = NULL;
  guint n_found, n_repeats;
  double start;

  nazar_bench_pair_init (&pair);
  nazar_query_set_search (query, typed);
  if (sqlite3_prepare_v2 (nazar_connection_get_db (connection), "SELECT rowid FROM search_fts WHERE search_fts MATCH ?", -1,
                          &statement, NULL) != SQLITE_OK)
    nazar_bench_fail (NULL, "search");

  n_found = run_ours (query, connection);
  start = nazar_bench_now ();
  run_bare (statement, expression);
  n_repeats = 1 + MIN_MILLISECONDS / MAX (nazar_bench_now () - start, 0.02);

  for (guint round = 0; round < bench->rounds; round++)
    {
      double ours, bare;

      start = nazar_bench_now ();
      for (guint i = 0; i < n_repeats; i++)
        run_ours (query, connection);
      ours = nazar_bench_now () - start;

      start = nazar_bench_now ();
      for (guint i = 0; i < n_repeats; i++)
        run_bare (statement, expression);
      bare = nazar_bench_now () - start;

      nazar_bench_pair_add (&pair, ours / n_repeats, bare / n_repeats);
    }

  what = g_strdup_printf ("search “%s”: %u found", typed, n_found);
  nazar_bench_report (bench, what, "ms", 2, &pair);
  sqlite3_finalize (statement);
  nazar_query_free (query);
}

void
nazar_bench_search (NazarBench *bench)
{
  g_autofree char *path = nazar_bench_make_register (bench, bench->n_many);
  g_autoptr (NazarBenchText) text = nazar_bench_text_new (1, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarStore) store = nazar_store_open (path, NAZAR_STORE_READ_ONLY, NULL, &error);
  g_autoptr (NazarConnection) connection = store != NULL ? nazar_store_new_reader (store, &error) : NULL;
  const char *const typed[] = { "r",      "ri",    "rig",         NAZAR_BENCH_FREQUENT_WORD,         "torture",
                                "прав", "human rights of pri", nazar_bench_text_word (text, 300), nazar_bench_text_word (text, 4000) };

  if (connection == NULL)
    nazar_bench_fail (error, path);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    compare (bench, connection, typed[i]);
}
