/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-personal-words.h"
#include "nazar-population.h"

static void
test_names_are_found_with_endings_of_cases (void)
{
  g_autoptr (NazarPersonalWords) words = nazar_personal_words_new ();
  g_autofree char *masked = NULL;

  nazar_personal_words_add_name (words, "Бакыт Токтосунов", "I-01");
  masked = nazar_personal_words_mask (words, "Говорили с ТОКТОСУНОВЫМ; Бакыттын камерасы сырая. Токтогул тут ни при чём.", "…");
  g_assert_cmpstr (masked, ==, "Говорили с …; … камерасы сырая. Токтогул тут ни при чём.");
}

static void
test_short_names_match_whole_words_only (void)
{
  g_autoptr (NazarPersonalWords) words = nazar_personal_words_new ();
  g_autofree char *masked = NULL;

  nazar_personal_words_add_name (words, "Ким Ан", "I-02");
  masked = nazar_personal_words_mask (words, "Ким стоял у кимоно, Ан рядом.", "…");
  g_assert_cmpstr (masked, ==, "… стоял у кимоно, Ан рядом.");
}

static void
test_numbers_are_found_however_they_are_written (void)
{
  g_autoptr (NazarPersonalWords) words = nazar_personal_words_new ();
  g_autofree char *masked = NULL;

  nazar_personal_words_add_contact (words, "мать, 0555 12-34-56, d.osmonova@example.org", "I-03");
  masked = nazar_personal_words_mask (words, "Звонить +996 (555) 123456 или 555123456; камера 12, мать ждёт Osmonova.", "…");
  g_assert_cmpstr (masked, ==, "Звонить +… или …; камера 12, мать ждёт ….");
}

static void
test_matches_name_their_origin (void)
{
  g_autoptr (NazarPersonalWords) words = nazar_personal_words_new ();
  g_autoptr (GArray) matches = NULL;

  nazar_personal_words_add_name (words, "Gulnora Yoʻldosheva", "I-04: Name");
  matches = nazar_personal_words_find (words, "Yo'ldosheva xonim");
  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpstr (g_array_index (matches, NazarPersonalMatch, 0).origin, ==, "I-04: Name");
  g_assert_cmpuint (g_array_index (matches, NazarPersonalMatch, 0).start, ==, 0);
}

static void
test_population_keeps_unknown_apart_from_none (void)
{
  g_autoptr (NazarPopulation) table = nazar_population_read (NULL);
  g_autofree char *value = NULL;
  gint64 wrong;

  g_assert_true (nazar_population_is_empty (table));
  nazar_population_set (table, "women", "adult", "accused", 0, -1);
  nazar_population_set (table, "men", "adult", "accused", 40, 12);
  nazar_population_set (table, "men", "minor", "suspect", 3, -1);
  g_assert_false (nazar_population_is_empty (table));
  g_assert_cmpint (nazar_population_get (table, "women", "adult", "accused", &wrong), ==, 0);
  g_assert_cmpint (wrong, ==, -1);
  g_assert_cmpint (nazar_population_get (table, "women", "minor", "accused", NULL), ==, -1);
  g_assert_cmpint (nazar_population_sum (table, "men", NULL, NULL), ==, 43);
  g_assert_cmpint (nazar_population_sum (table, NULL, NULL, "accused"), ==, 40);
  g_assert_cmpint (nazar_population_wrong_place (table), ==, 12);

  nazar_population_set (table, "men", "adult", "accused", -1, -1);
  value = nazar_population_write (table);
  g_assert_cmpstr (value, ==,
                   "[{\"sex\":\"women\",\"age\":\"adult\",\"status\":\"accused\",\"count\":0},"
                   "{\"sex\":\"men\",\"age\":\"minor\",\"status\":\"suspect\",\"count\":3}]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/personal-words/names-are-found-with-endings-of-cases", test_names_are_found_with_endings_of_cases);
  g_test_add_func ("/personal-words/short-names-match-whole-words-only", test_short_names_match_whole_words_only);
  g_test_add_func ("/personal-words/numbers-are-found-however-they-are-written", test_numbers_are_found_however_they_are_written);
  g_test_add_func ("/personal-words/matches-name-their-origin", test_matches_name_their_origin);
  g_test_add_func ("/population/keeps-unknown-apart-from-none", test_population_keeps_unknown_apart_from_none);

  return g_test_run ();
}
