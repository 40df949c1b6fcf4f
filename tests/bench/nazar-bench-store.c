/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-bare.h"
#include "nazar-bench-data.h"

#include "nazar-import.h"
#include "nazar-records.h"

#include <string.h>

/* ---- import --------------------------------------------------------------- */

/* From the file on the disk to the register on the disk. */
static double
import (const char *path,
        const char *csv,
        guint       n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarImportPlan) plan = NULL;
  double start, time;

  nazar_bench_remove (path);
  store = nazar_store_create (path, NULL, &error);
  if (store == NULL)
    nazar_bench_fail (error, path);

  start = nazar_bench_now ();
  plan = nazar_import_read (store, csv, NULL, NULL, NULL, NULL, NULL, &error);
  if (plan == NULL || !nazar_import_plan_store (plan, store, NULL, NULL, NULL, &error))
    nazar_bench_fail (error, csv);
  time = nazar_bench_now () - start;

  g_assert (nazar_import_plan_count (plan).read == n_rows);
  nazar_store_close (store);
  return time;
}

/* One transaction that inserts the rows and their words, which are in memory. */
static double
insert_bare (const char     *path,
             const char     *like,
             NazarBenchRows *rows,
             NazarBenchRows *documents)
{
  sqlite3 *db = nazar_bench_bare_create (path, like);
  double start, time;

  nazar_bench_bare_exec (db, "CREATE VIRTUAL TABLE words USING fts5 (title, body, personal, content = '', tokenize = 'nazar')");
  start = nazar_bench_now ();
  nazar_bench_bare_exec (db, "BEGIN IMMEDIATE");
  nazar_bench_rows_insert (rows, db, "recommendation");
  nazar_bench_rows_insert (documents, db, "words (rowid, title, body, personal)");
  nazar_bench_bare_exec (db, "COMMIT");
  time = nazar_bench_now () - start;

  sqlite3_close (db);
  return time;
}

void
nazar_bench_import (NazarBench *bench)
{
  g_autofree char *text = nazar_bench_make_csv (bench->n_rows);
  g_autofree char *csv = nazar_bench_file (bench, "table.csv");
  g_autofree char *path = nazar_bench_file (bench, "imported.nazar");
  g_autofree char *bare = nazar_bench_file (bench, "bare.db");
  g_autofree char *what = g_strdup_printf ("import of %u rows, journal included", bench->n_rows);
  g_autoptr (NazarBenchRows) rows = NULL;
  g_autoptr (NazarBenchRows) documents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NazarBenchPair) pair;

  nazar_bench_pair_init (&pair);
  if (!g_file_set_contents (csv, text, -1, &error))
    nazar_bench_fail (error, csv);

  import (path, csv, bench->n_rows);
  rows = nazar_bench_rows_read (path, "SELECT * FROM recommendation ORDER BY n");
  documents = nazar_bench_rows_read (path, "SELECT n, title, body, personal FROM search_doc WHERE type = 'recommendation' ORDER BY n");

  for (guint round = 0; round < bench->rounds; round++)
    {
      double ours = import (path, csv, bench->n_rows);

      nazar_bench_pair_add (&pair, ours, insert_bare (bare, path, rows, documents));
    }
  nazar_bench_report (bench, what, "ms", 3, &pair);

  nazar_bench_remove (path);
  nazar_bench_remove (bare);
}

/* ---- one edit ------------------------------------------------------------- */

/* Each round changes so many records. */
#define EDITS_PER_ROUND 20

static double
edit_ours (NazarStore     *store,
           NazarBenchText *text,
           guint           first)
{
  double time = 0;

  for (guint i = 0; i < EDITS_PER_ROUND; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NazarRecord) record = nazar_store_load_n (store, NAZAR_TYPE_RECOMMENDATION, first + 37 * i, &error);
      g_autofree char *words = nazar_bench_text_make (text, 250);
      double start = nazar_bench_now ();

      if (record == NULL)
        nazar_bench_fail (error, "edit");
      nazar_record_set (record, "text", words);
      if (!nazar_store_save (store, record, &error))
        nazar_bench_fail (error, "edit");
      time += nazar_bench_now () - start;
    }

  return time / EDITS_PER_ROUND;
}

static double
edit_bare (sqlite3        *db,
           sqlite3_stmt   *update,
           NazarBenchText *text,
           guint           first)
{
  double time = 0;

  for (guint i = 0; i < EDITS_PER_ROUND; i++)
    {
      g_autofree char *words = nazar_bench_text_make (text, 250);
      double start = nazar_bench_now ();

      nazar_bench_bare_exec (db, "BEGIN IMMEDIATE");
      sqlite3_bind_text (update, 1, words, -1, SQLITE_STATIC);
      sqlite3_bind_int (update, 2, first + 37 * i);
      if (sqlite3_step (update) != SQLITE_DONE)
        nazar_bench_fail (NULL, "edit");
      sqlite3_reset (update);
      nazar_bench_bare_exec (db, "COMMIT");
      time += nazar_bench_now () - start;
    }

  return time / EDITS_PER_ROUND;
}

void
nazar_bench_edit (NazarBench *bench)
{
  g_autofree char *path = nazar_bench_make_register (bench, bench->n_many);
  g_autofree char *bare = nazar_bench_file (bench, "edited.db");
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS register", path);
  g_autoptr (NazarBenchText) text = nazar_bench_text_new (3);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NazarBenchPair) pair;
  sqlite3_stmt *update;
  sqlite3 *db;

  nazar_bench_pair_init (&pair);
  db = nazar_bench_bare_create (bare, path);
  nazar_bench_bare_exec (db, attach);
  nazar_bench_bare_exec (db, "INSERT INTO recommendation SELECT * FROM register.recommendation");
  nazar_bench_bare_exec (db, "DETACH register");
  update = nazar_bench_bare_prepare (db, "UPDATE recommendation SET text = ? WHERE id = (SELECT id FROM recommendation WHERE n = ?)");

  store = nazar_store_open (path, NAZAR_STORE_DEFAULT, NULL, &error);
  if (store == NULL)
    nazar_bench_fail (error, path);

  edit_ours (store, text, 1);
  edit_bare (db, update, text, 1);
  for (guint round = 0; round < bench->rounds; round++)
    {
      double ours = edit_ours (store, text, 1 + 1000 * round);

      nazar_bench_pair_add (&pair, ours, edit_bare (db, update, text, 1 + 1000 * round));
    }
  nazar_bench_report (bench, "one edit of a text", "ms", 2, &pair);

  sqlite3_finalize (update);
  sqlite3_close (db);
  nazar_store_close (store);
  nazar_bench_remove (bare);
}
