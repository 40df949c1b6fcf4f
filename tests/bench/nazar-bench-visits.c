/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-bare.h"
#include "nazar-bench-data.h"

#include "nazar-earlier-answers.h"
#include "nazar-list-model.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"
#include "nazar-visit-figures.h"

#include <glib/gstdio.h>

/* Visits with their answers: opening the list of many against that of few, opening one,
 * storing one answer, and what an answer takes on the disk. */

#define ANSWERS_PER_VISIT 100
#define VISITS_PER_FACILITY 20
#define ROWS_IN_SIGHT 40
#define ANSWERS_PER_ROUND 20

/* ---- data ----------------------------------------------------------------- */

/* The questions that take a yes or a number. */
static GPtrArray *
collect_questions (NazarChecklist *checklist)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n_questions;
  const NazarQuestion *questions = nazar_checklist_get_questions (checklist, &n_questions);

  for (guint i = 0; i < n_questions && found->len < ANSWERS_PER_VISIT; i++)
    if (questions[i].calculate == NULL && questions[i].kind != NAZAR_QUESTION_TABLE)
      g_ptr_array_add (found, (gpointer) &questions[i]);

  g_assert (found->len == ANSWERS_PER_VISIT);
  return found;
}

static const char *
make_answer (const NazarQuestion *question,
             guint                visit)
{
  static const char *const numbers[] = { "0", "3", "12", "30", "48" };

  switch (question->kind)
    {
    case NAZAR_QUESTION_NUMBER:
      return numbers[visit % G_N_ELEMENTS (numbers)];
    case NAZAR_QUESTION_CHOICE:
      return question->options[0].id;
    case NAZAR_QUESTION_TEXT:
      return "The director answered at once and showed the register";
    case NAZAR_QUESTION_DATE:
      return "2025-03-04";
    case NAZAR_QUESTION_CHOICES:
      return NULL;
    case NAZAR_QUESTION_YES_NO_NA:
    case NAZAR_QUESTION_TABLE:
    default:
      return visit % 3 == 0 ? "no" : "yes";
    }
}

static gboolean
add_answers (NazarStore  *store,
             NazarRecord *visit,
             GPtrArray   *questions,
             guint        number,
             GError     **error)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const NazarQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *id = nazar_answer_dup_id (nazar_record_get_id (visit), "prison-1", question->id);
      g_autoptr (NazarRecord) answer = nazar_record_new (NAZAR_TYPE_ANSWER, id);

      nazar_record_set (answer, "visit", nazar_record_get_id (visit));
      nazar_record_set (answer, "checklist", "prison-1");
      nazar_record_set (answer, "question", question->id);
      nazar_record_set (answer, "value", make_answer (question, number));
      if (question->kind == NAZAR_QUESTION_CHOICES)
        nazar_record_set_strv (answer, "value", (const char *const[]){ question->options[0].id, NULL });
      if (!nazar_store_save (store, answer, error))
        return FALSE;
    }
  return TRUE;
}

static NazarRecord *
add_facility (NazarStore  *store,
              guint        number,
              GError     **error)
{
  g_autoptr (NazarRecord) facility = nazar_record_new (NAZAR_TYPE_FACILITY, NULL);
  g_autofree char *name = g_strdup_printf ("Prison %u", number);

  nazar_record_set (facility, "name", name);
  nazar_record_set (facility, "kind", "colony");
  nazar_record_set (facility, "oblast", "KG-C");
  nazar_record_set (facility, "capacity", "300");
  return nazar_store_save (store, facility, error) ? g_steal_pointer (&facility) : NULL;
}

static NazarRecord *
add_visit (NazarStore  *store,
           const char  *facility,
           guint        number,
           GError     **error)
{
  g_autoptr (NazarRecord) visit = nazar_record_new (NAZAR_TYPE_VISIT, NULL);
  g_autofree char *begin = g_strdup_printf ("%u-%02u-%02u", 2000 + number % 25, 1 + number % 12, 1 + number % 28);

  nazar_record_set (visit, "facility", facility);
  nazar_record_set (visit, "kind", number % 4 == 0 ? "interim" : "comprehensive");
  nazar_record_set (visit, "begin", begin);
  nazar_record_set (visit, "access", "full");
  nazar_record_set (visit, "population", "[{\"sex\":\"men\",\"age\":\"adult\",\"status\":\"convicted\",\"count\":310}]");
  nazar_record_set_strv (visit, "checklists", (const char *const[]){ "prison-1", NULL });
  return nazar_store_save (store, visit, error) ? g_steal_pointer (&visit) : NULL;
}

static gboolean
fill (NazarStore  *store,
      guint        n_visits,
      GError     **error)
{
  g_autoptr (GPtrArray) questions = collect_questions (nazar_checklist_builtin ("prison"));
  g_autoptr (NazarRecord) facility = NULL;

  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr (NazarRecord) visit = NULL;

      if (i % VISITS_PER_FACILITY == 0)
        {
          g_clear_object (&facility);
          facility = add_facility (store, i / VISITS_PER_FACILITY, error);
        }
      visit = facility != NULL ? add_visit (store, nazar_record_get_id (facility), i, error) : NULL;
      if (visit == NULL || !add_answers (store, visit, questions, i, error))
        return FALSE;
    }
  return TRUE;
}

static NazarStore *
make_store (NazarBench *bench,
            guint       n_visits)
{
  g_autofree char *name = g_strdup_printf ("%u-visits.nazar", n_visits);
  g_autofree char *path = nazar_bench_file (bench, name);
  g_autoptr (GError) error = NULL;
  NazarStore *store = nazar_store_create (path, NULL, &error);

  if (store == NULL || !nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, &error) || !fill (store, n_visits, &error) ||
      !nazar_store_commit (store, &error))
    nazar_bench_fail (error, path);
  return store;
}

/* ---- the list ------------------------------------------------------------- */

/* Asks for all visits, the latest first, and reads what a screen of rows shows. */
static double
open_list (NazarLive *live,
           guint      n_visits)
{
  static const char *const fields[] = { "facility", "kind", "begin", "state", "interviews", "interviews_needed", "answered", "questions" };
  double start = nazar_bench_now ();
  g_autoptr (NazarListModel) list = nazar_list_model_new (live, NAZAR_TYPE_VISIT);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_VISIT);

  nazar_query_set_sort (query, "begin", TRUE);
  nazar_list_model_set_query (list, query);
  while (nazar_list_model_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert (g_list_model_get_n_items (G_LIST_MODEL (list)) == n_visits);

  for (guint i = 0; i < ROWS_IN_SIGHT; i++)
    {
      g_autoptr (NazarRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        nazar_row_get_value (row, fields[j]);
    }
  return nazar_bench_now () - start;
}

/* ---- one visit ------------------------------------------------------------ */

/* What its page reads: answers, figures, and what the last visit to the place answered. */
static double
open_visit (NazarStore *store,
            guint       n)
{
  double start = nazar_bench_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarRecord) visit = nazar_store_load_n (store, NAZAR_TYPE_VISIT, n, &error);
  NazarConnection *reader = nazar_store_lock_reader (store);
  g_autoptr (GPtrArray) checklists = visit != NULL ? nazar_visit_load_checklists (reader, visit, &error) : NULL;
  g_autoptr (NazarAnswers) answers = NULL;
  NazarVisitFigures figures;
  NazarLastVisit *last;

  if (checklists == NULL)
    nazar_bench_fail (error, "visit");
  answers = nazar_visit_load_answers (reader, visit, g_ptr_array_index (checklists, 0), &error);
  last = nazar_last_visit_load (reader, visit, &error);
  if (answers == NULL || !nazar_visit_read_figures (reader, nazar_record_get_id (visit), &figures, &error))
    nazar_bench_fail (error, "visit");

  g_clear_pointer (&last, nazar_last_visit_free);
  nazar_store_unlock_reader (store);
  return nazar_bench_now () - start;
}

/* ---- one answer ----------------------------------------------------------- */

static double
store_answer (NazarStore *store,
              guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarRecord) answer = nazar_store_load_n (store, NAZAR_TYPE_ANSWER, n, &error);
  double start = nazar_bench_now ();

  if (answer != NULL)
    nazar_record_set (answer, "value", "na");
  if (answer == NULL || !nazar_store_save (store, answer, &error))
    nazar_bench_fail (error, "answer");
  return nazar_bench_now () - start;
}

static double
store_bare (sqlite3      *db,
            sqlite3_stmt *set,
            guint         n)
{
  double start = nazar_bench_now ();

  nazar_bench_bare_exec (db, "BEGIN IMMEDIATE");
  sqlite3_bind_int (set, 1, n);
  if (sqlite3_step (set) != SQLITE_DONE)
    nazar_bench_fail (NULL, sqlite3_errmsg (db));
  sqlite3_reset (set);
  nazar_bench_bare_exec (db, "COMMIT");
  return nazar_bench_now () - start;
}

/* Ids, question, value and nothing else: what an answer is at the least. */
static sqlite3 *
open_bare (const char *path,
           const char *like)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS register", like);
  sqlite3 *db;

  nazar_bench_remove (path);
  if (sqlite3_open (path, &db) != SQLITE_OK)
    nazar_bench_fail (NULL, path);
  nazar_bench_bare_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  nazar_bench_bare_exec (db, attach);
  nazar_bench_bare_exec (db, "CREATE TABLE answer (n INTEGER PRIMARY KEY, visit TEXT, checklist TEXT, question TEXT, value TEXT);"
                             "INSERT INTO answer SELECT n, visit, checklist, question, value FROM register.answer;"
                             "CREATE INDEX answer_visit ON answer (visit, checklist)");
  nazar_bench_bare_exec (db, "DETACH register");
  nazar_bench_bare_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)");
  return db;
}

static void
compare_storing (NazarBench *bench,
                 NazarStore *store,
                 sqlite3    *db)
{
  sqlite3_stmt *set = nazar_bench_bare_prepare (db, "UPDATE answer SET value = 'na' WHERE n = ?");
  g_auto (NazarBenchPair) pair;

  nazar_bench_pair_init (&pair);
  for (guint round = 0; round <= bench->rounds; round++)
    {
      double ours = 0, theirs = 0;

      for (guint i = 0; i < ANSWERS_PER_ROUND; i++)
        {
          guint n = 1 + round * 211 + i * 7;

          ours += store_answer (store, n);
          theirs += store_bare (db, set, n);
        }
      if (round > 0)
        nazar_bench_pair_add (&pair, ours / ANSWERS_PER_ROUND, theirs / ANSWERS_PER_ROUND);
    }
  nazar_bench_report (bench, "one answer against a bare row", "ms", 3, &pair);
  sqlite3_finalize (set);
}

static double
bytes_per_answer (const char *path,
                  guint       n_answers)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (double) info.st_size / n_answers : 0;
}

/* No limit: the register keeps each answer with its id and its journal, too. */
static void
compare_sizes (NazarBench *bench,
               const char *path,
               const char *bare,
               guint       n_answers)
{
  g_auto (NazarBenchPair) pair;

  nazar_bench_pair_init (&pair);
  nazar_bench_pair_add (&pair, bytes_per_answer (path, n_answers), bytes_per_answer (bare, n_answers));
  nazar_bench_report (bench, "an answer on the disk, journal included", "B", 6, &pair);
}

void
nazar_bench_visits (NazarBench *bench)
{
  guint n_many = bench->n_many / 5, n_few = bench->n_few * 2;
  g_autofree char *what = g_strdup_printf ("list of visits, %u against %u", n_many, n_few);
  g_autofree char *bare = nazar_bench_file (bench, "answers.db");
  g_autoptr (NazarStore) many = make_store (bench, n_many);
  g_autoptr (NazarStore) few = make_store (bench, n_few);
  g_autoptr (NazarLive) many_live = nazar_live_new (many);
  g_autoptr (NazarLive) few_live = nazar_live_new (few);
  g_auto (NazarBenchPair) list, visit;
  sqlite3 *db;

  nazar_bench_pair_init (&list);
  nazar_bench_pair_init (&visit);
  open_list (many_live, n_many);
  open_list (few_live, n_few);
  open_visit (many, 1);
  open_visit (few, 1);
  for (guint round = 0; round < bench->rounds; round++)
    {
      double ours = open_list (many_live, n_many);

      nazar_bench_pair_add (&list, ours, open_list (few_live, n_few));
      ours = open_visit (many, n_many - round * 3);
      nazar_bench_pair_add (&visit, ours, open_visit (few, n_few - round * 3));
    }
  nazar_bench_report (bench, what, "ms", 1.5, &list);
  nazar_bench_report (bench, "opening one of them", "ms", 2, &visit);

  db = open_bare (bare, nazar_store_get_path (few));
  compare_storing (bench, few, db);
  sqlite3_close (db);
  nazar_store_close (few);
  nazar_store_close (many);
  compare_sizes (bench, nazar_store_get_path (few), bare, n_few * ANSWERS_PER_VISIT);
}
