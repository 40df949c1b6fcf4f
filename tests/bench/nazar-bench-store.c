/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-bare.h"
#include "nazar-bench-data.h"

#include "nazar-import.h"
#include "nazar-records.h"

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

/* Each round changes so many records, each in a transaction that is on the disk
 * when it ends. */
#define EDITS_PER_ROUND 20

typedef struct
{
  NazarStore *store;
  NazarBenchText *text;
  sqlite3 *db;
  sqlite3_stmt *set_choice;
  sqlite3_stmt *forget_words;
  sqlite3_stmt *set_text;
  sqlite3_stmt *add_words;
} Editing;

/* Returns the milliseconds that the edit of recommendation @n took. */
typedef double (*EditFunc) (Editing *editing,
                            guint    n);

static double
edit_ours (Editing    *editing,
           guint       n,
           const char *field,
           const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarRecord) record = nazar_store_load_n (editing->store, NAZAR_TYPE_RECOMMENDATION, n, &error);
  double start = nazar_bench_now ();

  if (record != NULL)
    nazar_record_set (record, field, value);
  if (record == NULL || !nazar_store_save (editing->store, record, &error))
    nazar_bench_fail (error, "edit");
  return nazar_bench_now () - start;
}

static double
edit_choice_ours (Editing *editing,
                  guint    n)
{
  return edit_ours (editing, n, "priority", "high");
}

static double
edit_text_ours (Editing *editing,
                guint    n)
{
  g_autofree char *words = nazar_bench_text_make (editing->text, NAZAR_BENCH_TEXT_BYTES);

  return edit_ours (editing, n, "text", words);
}

static void
run (sqlite3_stmt *statement,
     guint         n,
     const char   *value)
{
  sqlite3_bind_int (statement, 1, n);
  if (value != NULL)
    sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_DONE)
    nazar_bench_fail (NULL, sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static double
edit_choice_bare (Editing *editing,
                  guint    n)
{
  double start = nazar_bench_now ();

  nazar_bench_bare_exec (editing->db, "BEGIN IMMEDIATE");
  run (editing->set_choice, n, "high");
  nazar_bench_bare_exec (editing->db, "COMMIT");
  return nazar_bench_now () - start;
}

static double
edit_text_bare (Editing *editing,
                guint    n)
{
  g_autofree char *words = nazar_bench_text_make (editing->text, NAZAR_BENCH_TEXT_BYTES);
  double start = nazar_bench_now ();

  nazar_bench_bare_exec (editing->db, "BEGIN IMMEDIATE");
  run (editing->forget_words, n, NULL);
  run (editing->set_text, n, words);
  run (editing->add_words, n, words);
  nazar_bench_bare_exec (editing->db, "COMMIT");
  return nazar_bench_now () - start;
}

/* The table and an index of its texts, with the content of the register. */
static void
open_bare (Editing    *editing,
           const char *path,
           const char *like)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS register", like);
  sqlite3 *db = nazar_bench_bare_create (path, like);

  nazar_bench_bare_exec (db, attach);
  nazar_bench_bare_exec (db, "INSERT INTO recommendation SELECT * FROM register.recommendation");
  nazar_bench_bare_exec (db, "DETACH register");
  nazar_bench_bare_exec (db, "CREATE VIRTUAL TABLE words USING fts5 (text, content = 'recommendation', content_rowid = 'n',"
                             " tokenize = 'nazar'); INSERT INTO words (words) VALUES ('rebuild')");

  editing->db = db;
  editing->set_choice = nazar_bench_bare_prepare (db, "UPDATE recommendation SET priority = ?2 WHERE n = ?1");
  editing->set_text = nazar_bench_bare_prepare (db, "UPDATE recommendation SET text = ?2 WHERE n = ?1");
  editing->forget_words = nazar_bench_bare_prepare (db, "INSERT INTO words (words, rowid, text)"
                                                        " VALUES ('delete', ?1, (SELECT text FROM recommendation WHERE n = ?1))");
  editing->add_words = nazar_bench_bare_prepare (db, "INSERT INTO words (rowid, text) VALUES (?1, ?2)");
}

static void
close_bare (Editing *editing)
{
  sqlite3_finalize (editing->set_choice);
  sqlite3_finalize (editing->set_text);
  sqlite3_finalize (editing->forget_words);
  sqlite3_finalize (editing->add_words);
  sqlite3_close (editing->db);
}

static double
edit_many (Editing  *editing,
           EditFunc  edit,
           guint     first)
{
  double time = 0;

  for (guint i = 0; i < EDITS_PER_ROUND; i++)
    time += edit (editing, first + 37 * i);
  return time / EDITS_PER_ROUND;
}

static void
compare_edits (NazarBench *bench,
               Editing    *editing,
               const char *what,
               EditFunc    ours,
               EditFunc    bare)
{
  g_auto (NazarBenchPair) pair;

  nazar_bench_pair_init (&pair);
  edit_many (editing, ours, 1);
  edit_many (editing, bare, 1);
  for (guint round = 0; round < bench->rounds; round++)
    {
      guint first = 2 + 1000 * round;
      double time = edit_many (editing, ours, first);

      nazar_bench_pair_add (&pair, time, edit_many (editing, bare, first));
    }
  nazar_bench_report (bench, what, "ms", 2, &pair);
}

void
nazar_bench_edit (NazarBench *bench)
{
  g_autofree char *path = nazar_bench_make_register (bench, bench->n_many);
  g_autofree char *bare = nazar_bench_file (bench, "edited.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarBenchText) text = nazar_bench_text_new (3, FALSE);
  g_autoptr (NazarStore) store = nazar_store_open (path, NAZAR_STORE_DEFAULT, NULL, &error);
  Editing editing = { .store = store, .text = text };

  if (store == NULL)
    nazar_bench_fail (error, path);
  open_bare (&editing, bare, path);

  compare_edits (bench, &editing, "one edit of a choice", edit_choice_ours, edit_choice_bare);
  compare_edits (bench, &editing, "one edit of a text, with its words", edit_text_ours, edit_text_bare);

  close_bare (&editing);
  nazar_store_close (store);
  nazar_bench_remove (bare);
}
