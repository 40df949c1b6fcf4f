/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-date.h"
#include "nazar-language.h"

#include <string.h>

static void
assert_normalized (const char *input,
                   const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = nazar_date_normalize (input, &error);

  if (g_strcmp0 (date, expected) != 0)
    g_error ("“%s” became %s, not %s (%s)", input, date, expected, error != NULL ? error->message : "no error");
  g_assert_no_error (error);
  g_assert_true (nazar_date_is_valid (date));
}

static void
assert_refused (const char *input,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = nazar_date_normalize (input, &error);

  if (date != NULL)
    g_error ("“%s” became %s", input, date);
  if (!g_error_matches (error, NAZAR_DATE_ERROR, code))
    g_error ("“%s”: %s", input, error->message);
  /* A sentence for people. */
  g_assert_true (g_unichar_isupper (g_utf8_get_char (error->message)));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_valid (void)
{
  static const char *const valid[] = {
    "2019-03-14", "2019-03", "2019", "2019-03-14~", "2019-03~", "2019~", "2020-02-29", "2000-02-29", "1000", "2999-12-31",
  };
  static const char *const invalid[] = {
    "",           " 2019",      "2019 ",       "2019-3",      "2019-03-1", "2019-00",     "2019-13", "2019-03-00",
    "2019-04-31", "2019-02-29", "1900-02-29",  "0999",        "3000",      "19",          "2019-",   "2019-03-",
    "2019~~",     "~2019",      "2019-03-14T", "2019/03/14",  "20190314",  "2019-03-14 ", "２０１９", "\xff\xff\xff\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_assert_true (nazar_date_is_valid (valid[i]));
      assert_normalized (valid[i], valid[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (nazar_date_is_valid (invalid[i]));
  g_assert_false (nazar_date_is_valid (NULL));
}

static void
test_typed_numbers (void)
{
  assert_normalized ("14.03.2019", "2019-03-14");
  assert_normalized ("14.3.2019", "2019-03-14");
  assert_normalized ("14. 3. 2019", "2019-03-14");
  assert_normalized ("14/03/2019", "2019-03-14");
  assert_normalized ("14-03-2019", "2019-03-14");
  assert_normalized ("14–03–2019", "2019-03-14");
  assert_normalized ("14 03 2019", "2019-03-14");
  assert_normalized ("03/04/2019", "2019-04-03");
  assert_normalized ("03.2019", "2019-03");
  assert_normalized ("3/2019", "2019-03");
  assert_normalized ("2019-3-4", "2019-03-04");
  assert_normalized ("2019/03/04", "2019-03-04");
  assert_normalized ("2019.03", "2019-03");
  assert_normalized ("  2019\t", "2019");
  assert_normalized ("\xC2\xA0" "2019\xC2\xA0г.", "2019");
  assert_normalized ("２０１９", "2019");
}

static void
test_typed_names (void)
{
  assert_normalized ("14 March 2019", "2019-03-14");
  assert_normalized ("14th of march 2019", "2019-03-14");
  assert_normalized ("March 14, 2019", "2019-03-14");
  assert_normalized ("14 Mar 2019", "2019-03-14");
  assert_normalized ("Sept. 2019", "2019-09");
  assert_normalized ("may 2019", "2019-05");
  assert_normalized ("март 2019", "2019-03");
  assert_normalized ("14 марта 2019 г.", "2019-03-14");
  assert_normalized ("14-го Марта 2019 года", "2019-03-14");
  assert_normalized ("1 ИЮНЯ 2019", "2019-06-01");
  assert_normalized ("2019-жылдын 14-марты", "2019-03-14");
  assert_normalized ("2019-ж., 14-март", "2019-03-14");
  assert_normalized ("2019-жылдын 1-июлу", "2019-07-01");
  assert_normalized ("14-mart, 2019", "2019-03-14");
  assert_normalized ("2019-yil 14-mart", "2019-03-14");
  assert_normalized ("2019 yil sentabr", "2019-09");
  assert_normalized ("14 март, 2019", "2019-03-14");
  assert_normalized ("2019 йил октябр", "2019-10");
}

static void
test_typed_about (void)
{
  assert_normalized ("~2019", "2019~");
  assert_normalized ("2019 ~", "2019~");
  assert_normalized ("≈ 2019", "2019~");
  assert_normalized ("c. 2019", "2019~");
  assert_normalized ("ca 14.03.2019", "2019-03-14~");
  assert_normalized ("circa March 2019", "2019-03~");
  assert_normalized ("about 2019-3", "2019-03~");
  assert_normalized ("около 2019 г.", "2019~");
  assert_normalized ("примерно март 2019 г.", "2019-03~");
  assert_normalized ("болжол менен 2019-ж., март", "2019-03~");
  assert_normalized ("taxminan 2019", "2019~");
  assert_normalized ("тахминан 2019", "2019~");
}

static void
test_refused (void)
{
  static const char *const unreadable[] = {
    "", " ", "~", "soon", "14.03.19", "14.03", "March", "14 March", "20190314", "2019-2020", "14 March April 2019",
    "1 2 3 2019", "14,5.2019 x", "2019?", "since 2019", "-2019", "2019-", "2019 –", "14.03/2019", "0.2019", "00.03.2019",
    "0 March 2019", "123 March 2019", "99999999999999999999", "2019-03-14T10:00:00Z", "2019-03-14;", "\xff\xfe", "2019\xff",
    "20000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++)
    assert_refused (unreadable[i], NAZAR_DATE_ERROR_UNREADABLE);

  assert_refused ("31.04.2019", NAZAR_DATE_ERROR_CALENDAR);
  assert_refused ("29 February 2019", NAZAR_DATE_ERROR_CALENDAR);
  assert_refused ("29.02.1900", NAZAR_DATE_ERROR_CALENDAR);
  assert_refused ("03/14/2019", NAZAR_DATE_ERROR_CALENDAR);
  assert_refused ("2019-13", NAZAR_DATE_ERROR_CALENDAR);
  assert_refused ("99.12.2019", NAZAR_DATE_ERROR_CALENDAR);
  assert_refused ("0999", NAZAR_DATE_ERROR_RANGE);
  assert_refused ("1.1.3000", NAZAR_DATE_ERROR_RANGE);
  assert_refused ("0000", NAZAR_DATE_ERROR_RANGE);
}

static void
test_order (void)
{
  /* Each is earlier than the next. */
  static const char *const dates[] = {
    "2018-12-31", "2019~",   "2019",       "2019-01~",    "2019-01",    "2019-01-01~", "2019-01-01", "2019-01-02",
    "2019-03~",   "2019-03", "2019-03-01", "2019-03-14~", "2019-03-14", "2019-12-31",  "2020~",      "2020",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (dates); j++)
      {
        int result = nazar_date_compare (dates[i], dates[j]);

        g_assert_cmpint ((result > 0) - (result < 0), ==, (i > j) - (i < j));
      }

  g_assert_cmpint (nazar_date_compare (NULL, "1000"), <, 0);
  g_assert_cmpint (nazar_date_compare ("soon", "1000~"), <, 0);
  g_assert_cmpint (nazar_date_compare (NULL, NULL), ==, 0);
}

static void
assert_span (const char *date,
             const char *first,
             const char *last)
{
  g_assert_cmpuint (nazar_date_earliest (date), ==, nazar_date_earliest (first));
  g_assert_cmpuint (nazar_date_latest (date), ==, nazar_date_latest (last));
}

static void
test_span (void)
{
  g_autoptr (GDate) day = g_date_new_dmy (14, G_DATE_MARCH, 2019);

  g_assert_cmpuint (nazar_date_earliest ("2019-03-14"), ==, g_date_get_julian (day));
  g_assert_cmpuint (nazar_date_latest ("2019-03-14"), ==, g_date_get_julian (day));
  assert_span ("2019", "2019-01-01", "2019-12-31");
  assert_span ("2019~", "2019-01-01", "2019-12-31");
  assert_span ("2019-02", "2019-02-01", "2019-02-28");
  assert_span ("2020-02", "2020-02-01", "2020-02-29");
  assert_span ("1900-02", "1900-02-01", "1900-02-28");
  assert_span ("2019-04~", "2019-04-01", "2019-04-30");
  g_assert_cmpuint (nazar_date_earliest ("2019-02-30"), ==, 0);
  g_assert_cmpuint (nazar_date_latest (NULL), ==, 0);
}

static void
assert_formatted (const char *date,
                  const char *language,
                  const char *expected)
{
  g_autofree char *text = nazar_date_format (date, language);

  /* ICU puts narrow and unbreakable spaces in some versions. */
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  g_assert_cmpstr (plain, ==, expected);
}

/* Versions of ICU order the parts in their own ways here. */
static void
assert_contains (const char *date,
                 const char *language,
                 const char *month)
{
  g_autofree char *text = nazar_date_format (date, language);

  g_assert_nonnull (strstr (text, month));
  g_assert_nonnull (strstr (text, "14"));
  g_assert_nonnull (strstr (text, "2019"));
}

static void
test_format (void)
{
  assert_formatted ("2019-03-14", "en", "14 March 2019");
  assert_formatted ("2019-03", "en", "March 2019");
  assert_formatted ("2019", "en", "2019");
  assert_formatted ("2019-03~", "en", "about March 2019");
  assert_formatted ("2019-03-14", "ru", "14 марта 2019 г.");
  assert_formatted ("2019-03", "ru", "март 2019 г.");
  assert_contains ("2019-03-14", "ky", "март");
  assert_contains ("2019-03-14", "uz", "mart");
  assert_contains ("2019-03-14", "uz@cyrillic", "март");
  /* no gap in the calendar of 1582, no day lost before */
  assert_formatted ("1582-10-10", "en", "10 October 1582");
  assert_formatted ("1000-01-01", "en", "1 January 1000");
  assert_formatted ("2999-12-31", "en", "31 December 2999");
  assert_formatted ("whenever", "en", "whenever");
}

static void
test_format_is_read_back (void)
{
  static const char *const dates[] = { "2019-03-14", "2019-05-01", "2019-12", "2019", "2020-02-29~", "2019-09~" };

  for (const NazarLanguage *language = nazar_languages (); language->id != NULL; language++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
        {
          g_autofree char *text = nazar_date_format (dates[i], language->id);

          assert_normalized (text, dates[i]);
        }
      for (guint month = 1; month <= 12; month++)
        {
          g_autofree char *date = g_strdup_printf ("2021-%02u", month);
          g_autofree char *text = nazar_date_format (date, language->id);

          assert_normalized (text, date);
        }
    }
}

static gpointer
format_often (gpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *date = g_strdup_printf ("%u-%02u-%02u", 2000 + i % 100, 1 + i % 12, 1 + i % 28);
      g_autofree char *text = nazar_date_format (date, data);

      assert_normalized (text, date);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("format", format_often, (gpointer) (i % 2 == 0 ? "ky" : "ru"));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_today (void)
{
  g_autofree char *clock = nazar_today ();
  g_autofree char *set = NULL;
  g_autofree char *again = NULL;

  g_assert_true (nazar_date_is_valid (clock));
  g_assert_cmpuint (strlen (clock), ==, 10);
  g_assert_true (nazar_set_today ("2021-02-28"));
  g_assert_false (nazar_set_today ("2021-02"));
  g_assert_false (nazar_set_today ("2021-02-28~"));
  g_assert_false (nazar_set_today ("28.02.2021"));
  set = nazar_today ();
  g_assert_cmpstr (set, ==, "2021-02-28");
  g_assert_true (nazar_set_today (NULL));
  again = nazar_today ();
  g_assert_cmpstr (again, !=, "2021-02-28");
}

static void
test_moment (void)
{
  static const char *const invalid[] = {
    "",
    "2026-11-24",
    "2026-11-24T01:02:03",
    "2026-11-24T01:02Z",
    "2026-11-24 01:02:03Z",
    "2026-11-24T24:00:00Z",
    "2026-11-24T23:60:00Z",
    "2026-11-24T23:59:60Z",
    "2026-11-31T01:02:03Z",
    "2026-11-24T01:02:03z",
    "2026-11-24T01:02:0xZ",
    "2026-11~24T01:02:03Z",
    "2026-11-24T01:02:03ZZ",
  };
  g_autofree char *now = nazar_moment_now ();
  g_autofree char *text = nazar_moment_format ("2026-11-24T01:02:03Z", "en");
  g_autofree char *kept = nazar_moment_format ("whenever", "ru");

  g_assert_true (nazar_moment_is_valid (now));
  g_assert_true (nazar_moment_is_valid ("2026-11-24T01:02:03Z"));
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (nazar_moment_is_valid (invalid[i]));
  g_assert_false (nazar_moment_is_valid (NULL));

  /* Bishkek is six hours ahead of Universal Time. */
  g_assert_true (g_str_has_prefix (text, "24 November 2026"));
  g_assert_nonnull (strstr (text, "07:02"));
  g_assert_cmpstr (kept, ==, "whenever");
}

static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "2019", "14", "3", ".", "-", "/", " ", "~", "март", "March", "ж", "c", "г", "\xff", "\xd0", "ʻ", "00", "9", ",", "31", "Ⅲ",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) input = g_string_new (NULL);
      g_autofree char *date = NULL;

      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        g_string_append (input, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      date = nazar_date_normalize (input->str, NULL);
      g_assert_true (date == NULL || nazar_date_is_valid (date));
      nazar_moment_is_valid (input->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC-6", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/only-real-days-are-valid", test_valid);
  g_test_add_func ("/date/numbers-are-read-day-first", test_typed_numbers);
  g_test_add_func ("/date/months-are-read-in-five-languages", test_typed_names);
  g_test_add_func ("/date/about-is-read", test_typed_about);
  g_test_add_func ("/date/refusal-is-a-sentence", test_refused);
  g_test_add_func ("/date/partial-date-sorts-by-earliest-day", test_order);
  g_test_add_func ("/date/spans-from-earliest-to-latest-day", test_span);
  g_test_add_func ("/date/is-written-as-people-do", test_format);
  g_test_add_func ("/date/what-is-written-is-read-back", test_format_is_read_back);
  g_test_add_func ("/date/threads-format-at-once", test_threads);
  g_test_add_func ("/date/today-can-be-set", test_today);
  g_test_add_func ("/date/moments-are-whole-seconds", test_moment);
  g_test_add_func ("/date/any-input-is-survived", test_fuzz);

  return g_test_run ();
}
