/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-collation.h"
#include "nazar-language.h"
#include "nazar-tokenizer.h"

#include <string.h>

/* A connection with an index as the register has it, over texts of the test. */
typedef struct
{
  sqlite3 *db;
} Fixture;

static void
run (sqlite3    *db,
     const char *sql)
{
  g_autofree char *message = NULL;
  char *error = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &error);
  message = g_strdup (error);
  sqlite3_free (error);
  g_assert_cmpstr (message, ==, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GError *error = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &fixture->db), ==, SQLITE_OK);
  nazar_tokenizer_register (fixture->db, &error);
  g_assert_no_error (error);
  run (fixture->db, "CREATE TABLE search_doc (n INTEGER PRIMARY KEY, title TEXT, body TEXT, personal TEXT) STRICT;"
                    "CREATE VIRTUAL TABLE search_fts USING fts5 (title, body, personal, detail = full,"
                    " content = 'search_doc', content_rowid = 'n', tokenize = 'nazar');");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* closes only when nothing was left open */
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
}

static void
add_bytes (Fixture    *fixture,
           const char *body,
           gsize       length)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, "INSERT INTO search_doc (body) VALUES (?1)", -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, body, length, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  run (fixture->db, "INSERT INTO search_fts (rowid, title, body, personal)"
                    " SELECT n, title, body, personal FROM search_doc WHERE n = last_insert_rowid ()");
}

static void
add (Fixture    *fixture,
     const char *body)
{
  add_bytes (fixture, body, strlen (body));
}

/* How many documents the expression finds; a failure of SQL fails the test. */
static guint
count (Fixture    *fixture,
       const char *expression)
{
  sqlite3_stmt *statement;
  guint n = 0;
  int code;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, "SELECT rowid FROM search_fts WHERE search_fts MATCH ?1", -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_TRANSIENT);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    n++;
  if (code != SQLITE_DONE)
    g_error ("%s: %s", expression, sqlite3_errmsg (fixture->db));
  sqlite3_finalize (statement);
  return n;
}

static guint
search (Fixture    *fixture,
        const char *typed)
{
  g_autofree char *expression = nazar_search_query (typed);

  return expression != NULL ? count (fixture, expression) : 0;
}

static guint
search_exact (Fixture    *fixture,
              const char *typed)
{
  g_autofree char *expression = nazar_search_query_exact (typed);

  return expression != NULL ? count (fixture, expression) : 0;
}

/* What is found in the index is also what is shown in the text, and the reverse. */
static void
assert_finds (Fixture    *fixture,
              const char *text,
              const char *typed,
              gboolean    expected)
{
  g_autoptr (GArray) ranges = nazar_search_matches (text, typed);
  gboolean found;

  run (fixture->db, "DELETE FROM search_doc; INSERT INTO search_fts (search_fts) VALUES ('rebuild')");
  add (fixture, text);
  found = search (fixture, typed) > 0;
  if (found != expected)
    g_error ("“%s” %s in “%s”", typed, found ? "found" : "not found", text);
  if (expected)
    g_assert_cmpuint (ranges->len, >, 0);
}

/* ---- Words ---- */

static void
test_stems (Fixture       *fixture,
            gconstpointer  data)
{
  assert_finds (fixture, "Investigations were opened", "investigation ", TRUE);
  assert_finds (fixture, "The investigation is closed", "investigated ", TRUE);
  assert_finds (fixture, "They report it", "reporting ", TRUE);
  assert_finds (fixture, "A reporting system", "report ", TRUE);
  assert_finds (fixture, "the State's reply", "states ", TRUE);
  assert_finds (fixture, "He was jailed", "jail ", TRUE);
  assert_finds (fixture, "О пытках", "пытки ", TRUE);
  assert_finds (fixture, "В судах", "судом ", TRUE);
  assert_finds (fixture, "Рекомендации выполнены", "рекомендация ", TRUE);
  assert_finds (fixture, "перед судом", "суд ", TRUE);
  assert_finds (fixture, "The police", "politics ", FALSE);
  assert_finds (fixture, "пытливый", "пытки ", FALSE);
}

static void
test_beginnings (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_finds (fixture, "Monitoring of prisons", "mon", TRUE);
  assert_finds (fixture, "Monitoring of prisons", "m", TRUE);
  assert_finds (fixture, "Monitoring of prisons", "mon ", FALSE);
  assert_finds (fixture, "Monitoring of prisons", "of mon", TRUE);
  assert_finds (fixture, "Monitoring of prisons", "mon of", FALSE);
  assert_finds (fixture, "Monitoring of prisons", "onitoring", FALSE);
  assert_finds (fixture, "Министрлик", "мини", TRUE);
  assert_finds (fixture, "Жаңылануу", "жаны", TRUE);
  assert_finds (fixture, "Oʻzbekiston", "o'", TRUE);
  assert_finds (fixture, "Oʻzbekiston", "o'zb", TRUE);
  /* the beginning of a word is found next to its stem */
  assert_finds (fixture, "prisoner", "prisoners", TRUE);
}

static void
test_all_words (Fixture       *fixture,
                gconstpointer  data)
{
  assert_finds (fixture, "torture in police cells", "police torture", TRUE);
  assert_finds (fixture, "torture in police cells", "police prison", FALSE);
  assert_finds (fixture, "torture in police cells", "TORTURE Police, cells!", TRUE);
}

static void
test_folding (Fixture       *fixture,
              gconstpointer  data)
{
  assert_finds (fixture, "приём жалоб", "прием ", TRUE);
  assert_finds (fixture, "прием жалоб", "приём ", TRUE);
  assert_finds (fixture, "Өкмөттүн жаңы чечими", "окмоттун жаны ", TRUE);
  assert_finds (fixture, "Окмоттун жаны чечими", "өкмөттүн жаңы ", TRUE);
  assert_finds (fixture, "күчөтүү", "кучотуу ", TRUE);
  assert_finds (fixture, "кучотуу", "күчөтүү ", TRUE);
  assert_finds (fixture, "Қийноқ ва ҳуқуқ", "кийнок хукук ", TRUE);
  assert_finds (fixture, "Côte d’Ivoire", "cote ivoire ", TRUE);
  assert_finds (fixture, "Côte d’Ivoire", "côte d'Iv", TRUE);
  assert_finds (fixture, "de\xC2\xADpenalization", "depenalization ", TRUE);
}

static void
test_apostrophes (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const spellings[] = { "o'zbek", "oʻzbek", "o‘zbek", "o’zbek", "o`zbek", "O´ZBEK", "oʼzbek" };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (spellings); j++)
      {
        g_autofree char *typed = g_strconcat (spellings[j], " ", NULL);

        assert_finds (fixture, spellings[i], typed, TRUE);
      }
  assert_finds (fixture, "san'at va ma’no", "sanʼat ma`no ", TRUE);
}

static void
test_scripts (Fixture       *fixture,
              gconstpointer  data)
{
  assert_finds (fixture, "Қийноққа қарши", "qiynoqqa ", TRUE);
  assert_finds (fixture, "Qiynoqqa qarshi", "қийноққа ", TRUE);
  assert_finds (fixture, "тўсқинлик қилиш", "to'sqinlik ", TRUE);
  assert_finds (fixture, "toʻsqinlik qilish", "тўсқинлик ", TRUE);
  assert_finds (fixture, "Ўзбекистон", "oʻzbe", TRUE);
  assert_finds (fixture, "milliy mexanizm", "миллий меха", TRUE);
  /* short beginnings, and words that are not Uzbek, stay in their script */
  assert_finds (fixture, "республика", "res", FALSE);
  assert_finds (fixture, "пытки", "pitki", FALSE);
  assert_finds (fixture, "рецидив", "recidiv", FALSE);
}

static void
test_exact (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, "The investigation of torture");
  add (fixture, "Investigations of torture");
  add (fixture, "Жаңы мыйзам");
  add (fixture, "қийноқ");

  g_assert_cmpuint (search (fixture, "investigation"), ==, 2);
  g_assert_cmpuint (search_exact (fixture, "investigation"), ==, 1);
  g_assert_cmpuint (search_exact (fixture, "Investigations  torture "), ==, 1);
  g_assert_cmpuint (search_exact (fixture, "жаны"), ==, 1);
  g_assert_cmpuint (search (fixture, "invest"), ==, 2);
  g_assert_cmpuint (search_exact (fixture, "invest"), ==, 0);
  g_assert_cmpuint (search (fixture, "qiynoq "), ==, 1);
  g_assert_cmpuint (search_exact (fixture, "qiynoq "), ==, 0);
}

/* ---- Symbols and syntax ---- */

static void
test_symbols (Fixture       *fixture,
              gconstpointer  data)
{
  assert_finds (fixture, "see A/HRC/15/2.", "A/HRC/15/2", TRUE);
  assert_finds (fixture, "see A/HRC/15/2.", "a/hrc/15", TRUE);
  assert_finds (fixture, "see A/HRC/15/2.", "hrc", TRUE);
  assert_finds (fixture, "see A/HRC/15/21.", "A/HRC/15/2", TRUE);
  assert_finds (fixture, "see A/HRC/15/21.", "A/HRC/15/2 ", FALSE);
  assert_finds (fixture, "see A/HRC/2/15.", "A/HRC/15/2", FALSE);
  assert_finds (fixture, "76.14", "76.14 ", TRUE);
  assert_finds (fixture, "76.14", "76.1", TRUE);
  assert_finds (fixture, "14.76", "76.14", FALSE);
  assert_finds (fixture, "14 and 76", "76 14", TRUE);
  assert_finds (fixture, "the plan of 2019–2021", "2019-2021", TRUE);
  /* signs between words without a number do not tie them */
  assert_finds (fixture, "Women or girls", "girls/women ", TRUE);
  assert_finds (fixture, "violence of a domestic kind", "domestic-violence ", TRUE);
}

static void
test_nothing_is_syntax (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const typed[] = {
    "AND", "OR", "NOT", "NEAR(", "NEAR(a b, 3)", "a AND", "foo-bar", "\"", "\"\"", "\"unbalanced", "un\"balanced", "(a", "a)",
    "title: a", "{title} : a", "a*", "^a", "a + b", "-a", "'", "''", "a'b", ";", "--", "%", "\\", "a\001b", "\001a", "{", "}", "*",
  };

  add (fixture, "and or not near foo bar a b title unbalanced");
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      search (fixture, typed[i]);
      search_exact (fixture, typed[i]);
    }

  g_assert_cmpuint (search (fixture, "AND"), ==, 1);
  g_assert_cmpuint (search (fixture, "foo-bar"), ==, 1);
  g_assert_cmpuint (search (fixture, "un\"balanced"), ==, 0);
  g_assert_cmpuint (search (fixture, "NEAR("), ==, 1);
}

static void
test_no_word (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const typed[] = { "", " ", "\"", "...", "!?", "\xff\xfe", "\xCC\x81", "«»", "'", "\001" };

  g_assert_null (nazar_search_query (NULL));
  g_assert_null (nazar_search_query_exact (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_assert_null (nazar_search_query (typed[i]));
      g_assert_null (nazar_search_query_exact (typed[i]));
    }
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *word = g_strnfill (100000, 'x');

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (typed, "w%ux ", i);
  for (guint i = 0; i < NAZAR_SEARCH_MAX_WORDS; i++)
    g_string_append_printf (text, "w%ux ", i);
  assert_finds (fixture, text->str, typed->str, TRUE);
  assert_finds (fixture, "w0x w1x", typed->str, FALSE);

  /* a word longer than any limit is found by itself */
  assert_finds (fixture, word, word, TRUE);

  for (guint i = 0; i < 20000; i++)
    g_string_append (typed, "\"(жаңы o'zbek* A/1/2 ");
  search (fixture, typed->str);
}

static void
test_stems_are_no_words (Fixture       *fixture,
                         gconstpointer  data)
{
  sqlite3_stmt *statement;
  gboolean marked = FALSE;

  add (fixture, "investigations torture \001fake жаңылануу рекомендациялар");
  run (fixture->db, "CREATE VIRTUAL TABLE words USING fts5vocab (search_fts, row)");
  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, "SELECT term FROM words", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *term = (const char *) sqlite3_column_text (statement, 0);

      marked = marked || strcmp (term, "\001investig") == 0;
      g_assert_cmpstr (term, !=, "investig");
      g_assert_cmpstr (term, !=, "\001fake");
      /* written with ң: not stemmed */
      g_assert_false (g_str_has_prefix (term, "\001жан"));
    }
  sqlite3_finalize (statement);
  g_assert_true (marked);
  g_assert_cmpuint (count (fixture, "\"investi\"*"), ==, 1);
  g_assert_cmpuint (count (fixture, "\"investig\""), ==, 0);
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *words = nazar_search_query ("secret name");
  g_autofree char *public = g_strdup_printf ("{title body} : (%s)", words);

  run (fixture->db, "INSERT INTO search_doc (title, body, personal) VALUES ('title', 'body', 'a secret name');"
                    "INSERT INTO search_fts (rowid, title, body, personal) SELECT n, title, body, personal FROM search_doc");
  g_assert_cmpuint (count (fixture, words), ==, 1);
  g_assert_cmpuint (count (fixture, public), ==, 0);
}

static void
test_index_stays_whole (Fixture       *fixture,
                        gconstpointer  data)
{
  add (fixture, "investigations of torture");
  add (fixture, "жаңы мыйзам, 76.14");
  run (fixture->db, "INSERT INTO search_fts (search_fts, rowid, title, body, personal)"
                    " SELECT 'delete', n, title, body, personal FROM search_doc WHERE n = 1; DELETE FROM search_doc WHERE n = 1");
  g_assert_cmpuint (search (fixture, "investigation"), ==, 0);
  g_assert_cmpuint (search (fixture, "жаны "), ==, 1);
  run (fixture->db, "INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)");
}

/* ---- Places in the text ---- */

static void
assert_shown (const char *text,
              const char *typed,
              const char *expected)
{
  g_autoptr (GArray) ranges = nazar_search_matches (text, typed);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      NazarRange range = g_array_index (ranges, NazarRange, i);

      g_string_append_len (shown, text + range.start, range.end - range.start);
      g_string_append_c (shown, '|');
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_shown (void)
{
  assert_shown ("Investigate torture; an investigation.", "investigations ", "Investigate|investigation|");
  assert_shown ("Monitoring the monitors", "mon", "Monitoring|monitors|");
  assert_shown ("Жаңы мыйзам, жаны эмес", "жаны ", "Жаңы|жаны|");
  assert_shown ("«Oʻzbekiston», O'zbekiston", "ўзбекистон ", "Oʻzbekiston|O'zbekiston|");
  assert_shown ("see A/HRC/15/2 and 15, A/HRC/2", "a/hrc/15/2", "A/HRC/15/2|");
  assert_shown ("1.1.1.2 1", "1.1.2 ", "1.1.2|");
  assert_shown ("police only", "police prison", "police|");
  assert_shown ("76.14.5 14.5", "76.14.5 14.5.6", "76.14.5|");
  assert_shown ("a b", "", "");
  assert_shown ("", "a", "");
  assert_shown ("torture torture", "torture tortur", "torture|torture|");
}

static void
test_shown_bounds (void)
{
  g_autoptr (GArray) nothing = nazar_search_matches (NULL, NULL);
  g_autoptr (GArray) bad = nazar_search_matches ("a\xff torture \xd0", "tor\xff ture torture");

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (bad->len, ==, 1);
}

/* ---- Anything at all ---- */

static char *
random_text (int size)
{
  static const char *const pieces[] = {
    "torture", "пытки", "жаңы", "o'", "ʻ", "\"", "(", ")", "*", "\xff", "\xd0", "\xe2\x80", " ", " ", " ", "76", ".", "/", "AND", "NEAR(",
    "\001", "\xCC\x86", "и", "\xC2\xAD", "investigations", "d'I", "Ⅷ", "ﷺ", "日本語", ":", "{", "^", "-", "+", "\\", "қийноқ", "sh",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, size); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_fuzz (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = random_text (40);
      char bytes[64];

      add (fixture, text);
      for (gsize j = 0; j < sizeof bytes; j++)
        bytes[j] = (char) g_test_rand_int_range (0, 256);
      add_bytes (fixture, bytes, sizeof bytes);
    }
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *typed = random_text (12);
      g_autofree char *text = random_text (20);
      g_autoptr (GArray) ranges = nazar_search_matches (text, typed);
      gsize end = 0;

      search (fixture, typed);
      search_exact (fixture, typed);
      for (guint j = 0; j < ranges->len; j++)
        {
          NazarRange range = g_array_index (ranges, NazarRange, j);

          g_assert_cmpuint (range.start, >=, end);
          g_assert_cmpuint (range.end, >, range.start);
          end = range.end;
        }
      g_assert_cmpuint (end, <=, strlen (text));
    }
  run (fixture->db, "INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)");
}

/* Whatever a text holds is found by typing one of its words. */
static void
test_found_by_own_words (Fixture       *fixture,
                         gconstpointer  data)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = random_text (15);
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      g_autofree char *expression = nazar_search_query (valid);

      if (expression != NULL)
        assert_finds (fixture, valid, valid, TRUE);
    }
}

static void
test_arguments (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (sqlite3_exec (fixture->db, "CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'nazar quickly')", NULL, NULL, NULL), !=, SQLITE_OK);
}

/* ---- Order ---- */

static void
test_collation (Fixture       *fixture,
                gconstpointer  data)
{
  GError *error = NULL;
  sqlite3_stmt *statement;
  g_autoptr (GString) order = g_string_new (NULL);

  nazar_collation_register (fixture->db, "ru", &error);
  g_assert_no_error (error);
  nazar_collation_register (fixture->db, "ky", &error);
  g_assert_no_error (error);

  run (fixture->db, "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('76.14'), ('ой'), ('ңар'), (NULL), ('76.2'), ('нур'), (CAST (x'ff' AS TEXT))");
  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, "SELECT a FROM t WHERE a IS NULL OR a <> CAST (x'ff' AS TEXT) ORDER BY a COLLATE NAZAR", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (order, "%s|", sqlite3_column_text (statement, 0) != NULL ? (const char *) sqlite3_column_text (statement, 0) : "");
  sqlite3_finalize (statement);

  g_assert_cmpstr (order->str, ==, "|76.2|76.14|нур|ңар|ой|");
}

static void
test_collation_while_reading (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;

  g_assert_true (nazar_collation_register (fixture->db, "ru", NULL));
  run (fixture->db, "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('a'), ('b')");
  g_assert_cmpint (sqlite3_prepare_v2 (fixture->db, "SELECT a FROM t ORDER BY a COLLATE NAZAR", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_false (nazar_collation_register (fixture->db, "uz@cyrillic", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  sqlite3_finalize (statement);
  g_assert_true (nazar_collation_register (fixture->db, "uz@cyrillic", NULL));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/words-match-by-stem", test_stems);
  ADD ("/search/last-word-matches-by-its-beginning", test_beginnings);
  ADD ("/search/all-words-must-be-there", test_all_words);
  ADD ("/search/letters-typed-for-one-another-match", test_folding);
  ADD ("/search/every-apostrophe-matches-every-other", test_apostrophes);
  ADD ("/search/uzbek-of-one-script-finds-the-other", test_scripts);
  ADD ("/search/exact-is-without-stems", test_exact);
  ADD ("/search/symbols-match-as-a-whole", test_symbols);
  ADD ("/search/nothing-typed-is-syntax", test_nothing_is_syntax);
  ADD ("/search/no-word-is-no-query", test_no_word);
  ADD ("/search/long-input-is-bounded", test_limits);
  ADD ("/search/stems-are-no-words", test_stems_are_no_words);
  ADD ("/search/expression-stands-behind-a-column-filter", test_columns);
  ADD ("/search/index-forgets-what-it-learned", test_index_stays_whole);
  g_test_add_func ("/search/shows-the-places-found", test_shown);
  g_test_add_func ("/search/shows-nothing-in-nothing", test_shown_bounds);
  ADD ("/search/any-bytes-are-survived", test_fuzz);
  ADD ("/search/text-is-found-by-its-own-words", test_found_by_own_words);
  ADD ("/search/tokenizer-takes-no-arguments", test_arguments);
  ADD ("/search/collation-orders-by-language-and-number", test_collation);
  ADD ("/search/collation-is-not-changed-under-a-reader", test_collation_while_reading);

  return g_test_run ();
}
