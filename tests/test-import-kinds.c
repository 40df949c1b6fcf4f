/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import.h"

#include "test-util.h"

#include <string.h>

/* UPR Info's table and a report's text, from the file to the register. */

static NazarImportPlan *
read_path (TestRegister *self,
           const char   *path,
           const char   *option,
           const char   *value)
{
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  NazarImportPlan *plan;

  if (option != NULL)
    g_hash_table_insert (options, (gpointer) option, (gpointer) value);
  plan = nazar_import_read (self->store, path, NULL, options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static void
assert_counts (NazarImportPlan *plan,
               const char      *expected)
{
  NazarImportCounts counts = nazar_import_plan_count (plan);
  g_autofree char *found = g_strdup_printf ("%u = %u new + %u known + %u united + %u left out", counts.read, counts.fresh, counts.known,
                                            counts.united, counts.left_out);

  g_assert_cmpuint (counts.read, ==, counts.fresh + counts.known + counts.united + counts.left_out);
  g_assert_cmpstr (found, ==, expected);
}

static void
store (TestRegister    *self,
       NazarImportPlan *plan)
{
  g_autoptr (GError) error = NULL;

  nazar_import_plan_store (plan, self->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_found (TestRegister *self,
              const char   *sql,
              const char   *expected)
{
  g_autofree char *found = test_ask (self->store, sql);

  g_assert_cmpstr (found, ==, expected);
}

/* ---- UPR Info's table ------------------------------------------------------------- */

#define HEADER "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\n"

/* Two States under review, two sessions; a recommendation in four rows, one of them
 * with its States in another order; one with another State; a theme twice. */
static const char table[] = HEADER
    "Chad,Africa,AU,Open the wards,\"Peru,Tonga\",,,Accepted,5,Detention,5\n"
    "Chad,Africa,AU,Open the wards,\"Peru,Tonga\",,,Accepted,5,\"Justice,Detention\",5\n"
    "Chad,Africa,AU,Open the wards,\"Tonga,Peru\",,,Accepted,5,Right to water,5\n"
    "Chad,Africa,AU,Open the wards,\"Peru,Tonga\",,,Rejected,5,Other,5\n"
    "Chad,Africa,AU,Open the wards,Peru,,,Accepted,5,Detention,5\n"
    "Chad,Africa,AU,Open the wards,Peru,,,Accepted,5,Detention,6\n"
    "Tonga,Asia,,Open the wards,Peru,,,Pending,5,\"Detention,Detention\",5\n"
    "Tonga,Asia,,Mend the well,\"Peru,Peru\",,,Perhaps,5,,5\n";

static void
test_table (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *path = test_write (self, "upr.csv", table, -1);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL);
  g_auto (GStrv) states = nazar_import_plan_dup_states (plan);

  g_assert_cmpstr (nazar_import_plan_get_kind (plan), ==, "upr-info");
  assert_counts (plan, "8 = 5 new + 0 known + 3 united + 0 left out");
  g_assert_cmpstrv (states, ((const char *const[]) { "Chad", "Tonga", NULL }));
  store (self, plan);
  test_assert_in_order (self->store);

  /* Each State under review and session is a source. */
  assert_found (self, "SELECT mechanism || ' ' || state_concerned || ' ' || session FROM source ORDER BY n", "upr Chad 5,upr Chad 6,upr Tonga 5");
  /* The issues of equal rows are united; the States are as printed, none twice. */
  assert_found (self,
                "SELECT (SELECT group_concat (label, '+') FROM json_each (r.themes) e JOIN term t ON t.id = e.value)"
                " || ' ' || states FROM recommendation r WHERE n = 1",
                "Detention+Justice+Right to water+Other [\"Peru\",\"Tonga\"]");
  assert_found (self, "SELECT json_array_length (themes) || ifnull (response, '-') FROM recommendation WHERE n = 4", "1pending");
  assert_found (self, "SELECT states || ifnull (response, '-') || response_text FROM recommendation WHERE n = 5", "[\"Peru\"]-Perhaps");
  assert_found (self, "SELECT label FROM term ORDER BY n", "Detention,Justice,Right to water,Other");
  assert_found (self, "SELECT DISTINCT vocabulary FROM term", "theme");
}

static void
test_contradiction (TestRegister  *self,
                    gconstpointer  data)
{
  g_autofree char *path = test_write (self, "upr.csv", table, -1);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL);
  GPtrArray *items = nazar_import_plan_get_items (plan);
  NazarImportItem *contradicts = g_ptr_array_index (items, 3);

  g_assert_cmpint (contradicts->state, ==, NAZAR_IMPORT_UNITED);
  g_assert_nonnull (contradicts->doubt);
  g_assert_cmpstr (((NazarImportItem *) g_ptr_array_index (items, 1))->doubt, ==, NULL);
  store (self, plan);
  assert_found (self, "SELECT response FROM recommendation WHERE n = 1", "supported");
}

static void
test_table_twice (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *path = test_write (self, "upr.csv", table, -1), *journal = NULL;
  g_autoptr (NazarImportPlan) first = read_path (self, path, NULL, NULL);
  g_autoptr (NazarImportPlan) second = NULL;

  store (self, first);
  journal = test_ask (self->store, "SELECT max (n) FROM journal");
  second = read_path (self, path, NULL, NULL);
  assert_counts (second, "8 = 0 new + 5 known + 3 united + 0 left out");
  g_assert_cmpuint (nazar_import_plan_count (second).differing, ==, 0);
  store (self, second);
  assert_found (self, "SELECT max (n) FROM journal", journal);
}

/* A table of the next year: answers are in, and new rows. */
static void
test_later_table (TestRegister  *self,
                  gconstpointer  data)
{
  static const char later[] = HEADER "Tonga,Asia,,Open the wards,Peru,,,Accepted,5,Detention,5\n"
                                     "Tonga,Asia,,Paint the gate,Peru,,,Accepted,5,Detention,5\n"
                                     "Chad,Africa,AU,Open the wards,Peru,,,Rejected,5,Detention,5\n";
  g_autofree char *path = test_write (self, "upr.csv", table, -1), *later_path = test_write (self, "later.csv", later, -1);
  g_autoptr (NazarImportPlan) first = read_path (self, path, NULL, NULL);
  g_autoptr (NazarImportPlan) second = NULL;

  store (self, first);
  second = read_path (self, later_path, NULL, NULL);
  assert_counts (second, "3 = 1 new + 2 known + 0 united + 0 left out");
  store (self, second);
  assert_found (self, "SELECT response FROM recommendation WHERE n = 4", "supported");
  assert_found (self, "SELECT response FROM recommendation WHERE n = 2", "supported");
  assert_found (self, "SELECT count (*) FROM source", "3");
  assert_found (self, "SELECT count (*) FROM term", "4");
}

static void
test_state (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *path = test_write (self, "upr.csv", table, -1);
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, "state", "Tonga");
  g_autoptr (GError) error = NULL;

  assert_counts (plan, "2 = 2 new + 0 known + 0 united + 0 left out");
  store (self, plan);
  assert_found (self, "SELECT state_concerned FROM source", "Tonga");
  assert_found (self, "SELECT label FROM term", "Detention");

  g_hash_table_insert (options, (gpointer) "state", (gpointer) "Atlantis");
  g_assert_null (nazar_import_read (self->store, path, NULL, options, NULL, NULL, NULL, &error));
  g_assert_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_NOTHING_FOUND);
  test_assert_sentence (error);
  g_assert_nonnull (strstr (error->message, "Atlantis"));
}

/* Sources and terms of what is left out are not stored either. */
static void
test_left_out (TestRegister  *self,
               gconstpointer  data)
{
  g_autofree char *path = test_write (self, "upr.csv", table, -1);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL);
  GPtrArray *items = nazar_import_plan_get_items (plan);

  for (guint i = 0; i < 7; i++)
    ((NazarImportItem *) g_ptr_array_index (items, i))->take = FALSE;
  assert_counts (plan, "8 = 1 new + 0 known + 3 united + 4 left out");
  store (self, plan);
  assert_found (self, "SELECT text FROM recommendation", "Mend the well");
  assert_found (self, "SELECT state_concerned || session FROM source", "Tonga5");
  assert_found (self, "SELECT count (*) FROM term", "0");
}

static void
test_encodings (TestRegister  *self,
                gconstpointer  data)
{
  static const char text[] = HEADER "Кыргызстан,,,Ачуу керек — ооба,Чехия,,,Accepted,5,Суу,5\n";
  const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gboolean marked = g_str_has_prefix (charsets[i], "UTF-16");
      g_autofree char *with_mark = g_strconcat (marked ? "\xEF\xBB\xBF" : "", text, NULL);
      gsize length;
      g_autofree char *bytes = g_convert (with_mark, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *path = test_write (self, "upr.csv", bytes, length);
      g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL);
      NazarImportItem *item = g_ptr_array_index (nazar_import_plan_get_items (plan), 0);

      g_assert_cmpstr (nazar_record_get (item->record, "text"), ==, "Ачуу керек — ооба");
    }
}

/* Where the guess is wrong the person chooses, and the text is read anew. */
static void
test_chosen_encoding (TestRegister  *self,
                      gconstpointer  data)
{
  g_autofree char *path = test_write (self, "upr.csv", HEADER "Peru,,,Caf\x8e,Chad,,,Accepted,5,,5\n", -1);
  g_autoptr (NazarImportPlan) roman = read_path (self, path, "encoding", "mac-roman");
  g_autoptr (NazarImportPlan) russian = read_path (self, path, "encoding", "Windows-1251");
  NazarImportItem *first = g_ptr_array_index (nazar_import_plan_get_items (roman), 0);
  NazarImportItem *second = g_ptr_array_index (nazar_import_plan_get_items (russian), 0);

  g_assert_cmpstr (nazar_import_plan_get_charset (roman), ==, "mac-roman");
  g_assert_cmpstr (nazar_record_get (first->record, "text"), ==, "Café");
  g_assert_cmpstr (nazar_record_get (second->record, "text"), ==, "CafЋ");
}

static char *
sample (const char *name)
{
  char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;

  g_test_skip ("The shared samples are not here");
  g_free (path);
  return NULL;
}

static void
test_sample_table (TestRegister  *self,
                   gconstpointer  data)
{
  g_autofree char *path = sample ("upr-info-sessions-1-5.csv");
  g_autoptr (NazarImportPlan) plan = NULL, again = NULL, one = NULL;
  NazarImportCounts counts;

  if (path == NULL)
    return;

  one = read_path (self, path, "state", "Tonga");
  counts = nazar_import_plan_count (one);
  g_assert_cmpuint (counts.read, >, 10);
  g_assert_cmpuint (counts.read, <, 100);

  plan = read_path (self, path, NULL, NULL);
  counts = nazar_import_plan_count (plan);
  g_assert_cmpuint (counts.read, ==, 6094);
  g_assert_cmpuint (counts.read, ==, counts.fresh + counts.united);
  store (self, plan);
  test_assert_in_order (self->store);

  again = read_path (self, path, NULL, NULL);
  g_assert_cmpuint (nazar_import_plan_count (again).fresh, ==, 0);
  g_assert_cmpuint (nazar_import_plan_count (again).known, ==, counts.fresh);
  g_assert_cmpuint (nazar_import_plan_count (again).united, ==, counts.united);
}

/* ---- a report's text ------------------------------------------------------------------ */

static void
test_sample_report (TestRegister  *self,
                    gconstpointer  data)
{
  g_autofree char *path = sample ("report-2019.txt");
  g_autoptr (NazarImportPlan) plan = NULL, again = NULL;

  if (path == NULL)
    return;

  plan = read_path (self, path, NULL, NULL);
  g_assert_cmpstr (nazar_import_plan_get_kind (plan), ==, "report");
  assert_counts (plan, "41 = 41 new + 0 known + 0 united + 0 left out");
  store (self, plan);
  assert_found (self, "SELECT count (*) FROM source", "1");

  again = read_path (self, path, NULL, NULL);
  assert_counts (again, "41 = 0 new + 41 known + 0 united + 0 left out");
  test_assert_in_order (self->store);
}

static const char report[] = "Recommendations:\n\n1. Open the wards to families every day.\n\n2. Mend the well in the yard.\n\n"
                             "3. Count the lamps in the corridor.\n";

static void
test_report (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *path = test_write (self, "letter.txt", report, -1);
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NazarImportPlan) plan = NULL;
  NazarImportItem *item;
  const char *text;
  gsize length;

  g_hash_table_insert (options, (gpointer) "symbol", (gpointer) "L/7");
  g_hash_table_insert (options, (gpointer) "state", (gpointer) "Kyrgyzstan");
  g_hash_table_insert (options, (gpointer) "mechanism", (gpointer) "ngo-report");
  g_hash_table_insert (options, (gpointer) "date", (gpointer) "14.03.2019");
  plan = nazar_import_read (self->store, path, NULL, options, NULL, NULL, NULL, NULL);
  assert_counts (plan, "3 = 3 new + 0 known + 0 united + 0 left out");

  /* The review shows from where in the text an item came. */
  text = nazar_import_plan_get_text (plan, &length);
  item = g_ptr_array_index (nazar_import_plan_get_items (plan), 1);
  g_assert_cmpuint (item->end, <=, length);
  g_assert_nonnull (g_strstr_len (text + item->start, item->end - item->start, "Mend the well"));
  store (self, plan);
  assert_found (self, "SELECT mechanism || symbol || state_concerned || date FROM source", "ngo-reportL/7Kyrgyzstan2019-03-14");
  assert_found (self, "SELECT number || text FROM recommendation WHERE n = 2", "2Mend the well in the yard.");
}

static void
test_chosen_source (TestRegister  *self,
                    gconstpointer  data)
{
  g_autofree char *path = test_write (self, "letter.txt", report, -1);
  g_autoptr (NazarRecord) source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "id", "s", "title", "Visit", NULL);
  g_autoptr (NazarRecord) known = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "source", "s", "number", "2", "text",
                                                   "Mend the well in the yard.", NULL);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL);

  assert_counts (plan, "3 = 3 new + 0 known + 0 united + 0 left out");
  g_assert_true (nazar_import_plan_set_source (plan, self->store, source, NULL));
  assert_counts (plan, "3 = 2 new + 1 known + 0 united + 0 left out");
  g_assert_true (nazar_import_plan_set_source (plan, self->store, NULL, NULL));
  assert_counts (plan, "3 = 3 new + 0 known + 0 united + 0 left out");
  g_assert_true (nazar_import_plan_set_source (plan, self->store, source, NULL));
  store (self, plan);

  assert_found (self, "SELECT count (*) FROM source", "1");
  assert_found (self, "SELECT number FROM recommendation WHERE source = 's' ORDER BY n", "2,1,3");
  test_assert_in_order (self->store);
}

static void
test_corrected (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *path = test_write (self, "letter.txt", report, -1);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL);
  GPtrArray *items = nazar_import_plan_get_items (plan);

  /* Two that are one, and one that is two. */
  g_assert_false (nazar_import_plan_join (plan, 0));
  g_assert_true (nazar_import_plan_join (plan, 1));
  g_assert_true (nazar_import_plan_split (plan, 1, strlen ("Count the lamps")));
  g_assert_false (nazar_import_plan_split (plan, 1, 500));
  g_assert_cmpuint (items->len, ==, 3);
  nazar_record_set (((NazarImportItem *) g_ptr_array_index (items, 2))->record, "number", "4");
  g_assert_true (nazar_import_plan_match (plan, self->store, NULL, NULL));
  assert_counts (plan, "3 = 3 new + 0 known + 0 united + 0 left out");
  store (self, plan);

  assert_found (self, "SELECT number || '=' || replace (text, char (10), '|') FROM recommendation ORDER BY n",
                "1=Open the wards to families every day.|Mend the well in the yard.,3=Count the lamps,4=in the corridor.");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/import/upr-info/sources-united-rows-and-themes", test_table);
  test_add ("/import/upr-info/two-responses-are-doubtful", test_contradiction);
  test_add ("/import/upr-info/same-file-twice-adds-nothing", test_table_twice);
  test_add ("/import/upr-info/a-later-table-brings-answers", test_later_table);
  test_add ("/import/upr-info/one-state-only", test_state);
  test_add ("/import/upr-info/what-is-left-out-brings-no-source", test_left_out);
  test_add ("/import/upr-info/encodings-are-recognised", test_encodings);
  test_add ("/import/upr-info/encoding-can-be-chosen", test_chosen_encoding);
  test_add ("/import/upr-info/every-row-of-the-sample", test_sample_table);
  test_add ("/import/report/the-sample-has-41", test_sample_report);
  test_add ("/import/report/source-is-described-by-options", test_report);
  test_add ("/import/report/source-can-be-chosen", test_chosen_source);
  test_add ("/import/report/items-are-joined-and-divided", test_corrected);

  return test_run_all ();
}
