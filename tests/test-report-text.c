/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-text.h"

#include <string.h>

static NazarReportText *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  NazarReportText *report = nazar_report_text_read (text, -1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static NazarReportText *
read_file (const char *name)
{
  g_autofree char *text = load (name);

  return read_text (text);
}

/* A report of the shared samples, which are not part of the program; skips the test without it. */
static NazarReportText *
read_sample (const char  *name,
             char       **text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", name, NULL);

  if (!g_file_get_contents (path, text, NULL, NULL))
    {
      g_test_skip ("The shared samples are not here.");
      return NULL;
    }
  return read_text (*text);
}

static const NazarReportItem *
item_at (NazarReportText *report,
         guint            i)
{
  g_assert_cmpuint (i, <, report->items->len);
  return g_ptr_array_index (report->items, i);
}

/* The items as section/number, one after the other. */
static void
assert_items (NazarReportText *report,
              const char      *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < report->items->len; i++)
    {
      const NazarReportItem *item = item_at (report, i);

      g_string_append_printf (found, "%s%s/%s", i > 0 ? " " : "",
                              item->section != NULL ? item->section : "",
                              item->number != NULL ? item->number : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_text (NazarReportText *report,
             guint            i,
             const char      *text)
{
  g_assert_cmpstr (item_at (report, i)->text, ==, text);
}

static void
assert_all_certain (NazarReportText *report)
{
  for (guint i = 0; i < report->items->len; i++)
    g_assert_null (item_at (report, i)->doubt);
  g_assert_cmpuint (report->warnings->len, ==, 0);
}

static void
assert_doubt (NazarReportText *report,
              guint            i,
              const char      *part)
{
  g_assert_nonnull (item_at (report, i)->doubt);
  g_assert_nonnull (strstr (item_at (report, i)->doubt, part));
}

static void
assert_warning (NazarReportText *report,
                const char      *part)
{
  for (guint i = 0; i < report->warnings->len; i++)
    if (strstr (g_ptr_array_index (report->warnings, i), part) != NULL)
      return;
  g_test_message ("no warning says: %s", part);
  g_test_fail ();
}

static void
test_sample_41 (void)
{
  g_autofree char *text = NULL;
  g_autoptr (NazarReportText) report = read_sample ("report-2019.txt", &text);

  if (report == NULL)
    return;
  assert_items (report,
                "I/1 I/2 I/3 I/4 I/5 II/6 II/7 III/8 III/9 III/10 III/11 III/12 III/13 III/14 III/15 III/16 "
                "III/17 IV/18 IV/19 IV/20 IV/21 V/1 V/2 V/3 V/4 V/5 V/6 VI/22 VI/23 VI/24 VII/25 VII/26 "
                "VII/27 VII/28 VII/29 VII/30 VIII/31 VIII/32 VIII/33 VIII/34 VIII/35");
  g_assert_cmpstr (item_at (report, 0)->section_title, ==, "Human rights defenders and freedom of association");
  g_assert_cmpstr (item_at (report, 40)->section_title, ==, "Migration and Child rights");
  for (guint i = 0; i < report->items->len; i++)
    if (i != 24)
      g_assert_null (item_at (report, i)->doubt);
  assert_doubt (report, 24, "two lines");
  g_assert_cmpuint (report->warnings->len, ==, 0);
}

static void
test_sample_texts (void)
{
  g_autofree char *text = NULL;
  g_autoptr (NazarReportText) report = read_sample ("report-2019.txt", &text);
  g_auto (GStrv) paragraphs = NULL;

  if (report == NULL)
    return;
  /* An item with two dashes after an empty line. */
  paragraphs = g_strsplit (item_at (report, 1)->text, "\n", -1);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 3);
  /* Marks of footnotes are gone, numbers stay. */
  g_assert_nonnull (strstr (item_at (report, 3)->text, "paragraph 25 of the ICCPR, since on 12 May, 2016,"));
  g_assert_true (g_str_has_suffix (item_at (report, 4)->text, "Elimination of Racial Discrimination."));
  g_assert_nonnull (strstr (item_at (report, 5)->text, "prosecution authorities of the observance"));
  g_assert_nonnull (strstr (item_at (report, 7)->text, "the Kyrgyz Republic when investigating"));
  g_assert_nonnull (strstr (item_at (report, 7)->text, "Part 1 of Article 2 of the"));
  g_assert_nonnull (strstr (item_at (report, 17)->text, "No. 150 dd 17 August, 2005"));
  g_assert_nonnull (strstr (item_at (report, 37)->text, "Convention No. 29, which"));
  /* No page number, and words that line ends divided. */
  g_assert_nonnull (strstr (item_at (report, 18)->text, "Article 29, Part 2"));
  g_assert_nonnull (strstr (item_at (report, 18)->text, "postal, telegraph, electronic and other"));
  g_assert_nonnull (strstr (item_at (report, 20)->text, "decriminalization and depenalization of criminal legislation."));
  g_assert_true (g_str_has_prefix (item_at (report, 24)->text, "Ensure teaching ethnic groups"));
  /* The last item of a section ends before the next section. */
  g_assert_true (g_str_has_suffix (item_at (report, 16)->text, "where there are no such facilities."));
  g_assert_true (g_str_has_suffix (item_at (report, 40)->text, "rights of migrants and their families."));
}

static void
test_sample_head (void)
{
  g_autofree char *text = NULL;
  g_autoptr (NazarReportText) report = read_sample ("report-2019.txt", &text);

  if (report == NULL)
    return;
  g_assert_cmpstr (report->head.state, ==, "Kyrgyzstan");
  g_assert_cmpstr (report->head.mechanism, ==, "ngo-report");
  g_assert_cmpstr (report->head.language, ==, "en");
  g_assert_null (report->head.symbol);
  g_assert_null (report->head.date);
}

static void
test_sample_ranges (void)
{
  g_autofree char *text = NULL;
  g_autoptr (NazarReportText) report = read_sample ("report-2019.txt", &text);

  if (report == NULL)
    return;
  for (guint i = 0; i < report->items->len; i++)
    {
      const NazarReportItem *item = item_at (report, i);
      const char *word = g_strrstr (item->text, " ") + 1;
      g_autofree char *source = g_strndup (text + item->start, item->end - item->start);

      g_assert_true (g_str_has_prefix (source, item->number));
      if (i != 4) /* whose end has a mark after it */
        g_assert_true (g_str_has_suffix (source, word));
      g_assert_cmpuint (i > 0 ? item_at (report, i - 1)->end : 0, <=, item->start);
    }
}

static void
test_sample_observations (void)
{
  g_autofree char *text = NULL;
  g_autoptr (NazarReportText) report = read_sample ("ccpr-dnk-co-6.txt", &text);

  if (report == NULL)
    return;
  assert_items (report, "C/6 C/8 C/10 C/12 C/14 C/16 C/18 C/20 C/22 C/24 C/26 C/30 C/32 C/34 C/36 C/38 D/39");
  assert_warning (report, "27 to 28");
  g_assert_cmpstr (report->head.symbol, ==, "CCPR/C/DNK/CO/6");
  g_assert_cmpstr (report->head.state, ==, "Denmark");
  g_assert_cmpstr (report->head.date, ==, "2016-08-15");
}

static void
test_endnotes (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-en-endnotes.txt");

  assert_items (report, "A/1 A/2 A/3 B/1 B/2");
  assert_all_certain (report);
  assert_text (report, 0,
               "Oblige every place of custody to keep a register of injuries, open to lawyers at any hour, "
               "in line with Article 7 of the Covenant.");
  assert_text (report, 1,
               "Answer each complaint within 10 days, as the Law of 2012 requires.\n"
               "The answer should name the official who looked into it.");
  assert_text (report, 2,
               "Give the inspectorate a budget line of its own, so that:\n"
               "(a) its staff can travel without asking the bodies it inspects;\n"
               "(b) its reports appear every year.");
}

static void
test_head_of_submission (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-en-endnotes.txt");

  g_assert_cmpstr (report->head.title, ==, "Joint Submission to the Universal Periodic Review of Kyrgyzstan");
  g_assert_cmpstr (report->head.state, ==, "Kyrgyzstan");
  g_assert_cmpstr (report->head.mechanism, ==, "ngo-report");
  g_assert_cmpstr (report->head.date, ==, "2019-06-14");
  g_assert_cmpstr (report->head.session, ==, "35");
  g_assert_cmpstr (report->head.cycle, ==, "3");
}

static void
test_pages (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-en-pages.txt");

  assert_items (report, "3/1 3/2 3/3 3/4 3/5");
  assert_all_certain (report);
  assert_text (report, 0,
               "Return the post of a doctor to each temporary detention facility and pay for it from the budget "
               "of health care, not of the police, as the Mandela Rules ask.");
  assert_text (report, 1,
               "End the practice of holding people before trial in facilities that were made for ten days. In the "
               "Jalal-Abad oblast alone this concerns more than seventy of a hundred detained, some of them for "
               "half a year. Courts and investigators share the responsibility for it, as the high-profile case "
               "of 2019 showed, and both should report on it to Parliament, together with the self-governed "
               "chambers of lawyers.");
  assert_text (report, 2,
               "Publish each year:\n• how many people were held, and how long;\n"
               "• how many of them complained, and of what;\n• what became of the complaints.");
  g_assert_cmpuint (item_at (report, 1)->page, ==, 2);
  g_assert_cmpuint (item_at (report, 3)->page, ==, 3);
  g_assert_cmpstr (item_at (report, 0)->section_title, ==, "Recommendations – To the Government");
  g_assert_cmpstr (item_at (report, 3)->section_title, ==, "Recommendations – To the Parliament");
}

static void
test_narrative (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-en-narrative.txt");

  assert_items (report,
                "Access to justice/1 Access to justice/2 Access to justice/3 Access to justice/1 "
                "Freedom of expression/1 Freedom of expression/2 Freedom of expression/4");
  assert_text (report, 1,
               "Train the guards of all isolators in the rights of lawyers, following paragraph 8 of the basic "
               "principles;");
  assert_text (report, 2, "Discipline guards who keep a lawyer waiting for more than an hour.");
  assert_text (report, 3, "Forbid the search of lawyers at the gates of isolators.");
  assert_doubt (report, 0, "twice");
  assert_doubt (report, 5, "inside a line");
  assert_doubt (report, 6, "Number 3 is missing");
  assert_warning (report, "Number 3 is missing");
}

static void
test_russian (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-ru.txt");

  assert_items (report, "I/1 I/2 I/3 II/4 II/5");
  assert_all_certain (report);
  assert_text (report, 0,
               "Установить в статье 145 Кодекса предельный срок с момента регистрации сообщения, в том числе для "
               "дел прошлых лет.");
  assert_text (report, 1,
               "Обеспечить защиту свидетелей, если им что-либо угрожает, и выделить на это средства по-прежнему "
               "пустующей строки бюджета:\n- жильё на время следствия;\n- охрана и связь.");
  assert_text (report, 2, "Принять меры по социально-экономической поддержке пострадавших.");
  g_assert_cmpstr (report->head.language, ==, "ru");
  g_assert_cmpstr (report->head.state, ==, "Kyrgyzstan");
  g_assert_cmpstr (report->head.date, ==, "2019-10");
}

static void
test_letters (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-ru-letters.txt");

  assert_items (report, "II/а II/б II/в");
  assert_all_certain (report);
  assert_text (report, 1,
               "ввести должность психолога в каждом учреждении:\n1) в домах ребёнка;\n2) в специальных школах;");
  assert_text (report, 2, "вести отдельный учёт жалоб детей и отвечать на них в течение пяти дней.");
}

static void
test_kyrgyz (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-ky.txt");

  assert_items (report, "I/1 I/2 II/1 II/2");
  assert_all_certain (report);
  assert_text (report, 1,
               "Тинтүүдө алынган документтерди үч күндүн ичинде кайтарып берүүнү мыйзамда көрсөтүү керек.");
  assert_text (report, 3,
               "Ар бир жайда дарыгердин кызматын камсыз кылуу:\n– күндүзгү убакытта;\n– түнкүсүн чакыруу боюнча.");
  g_assert_cmpstr (report->head.language, ==, "ky");
}

static void
test_uzbek (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-uz.txt");

  assert_items (report, "1/1 1/2 1/3 1/4 2/5 2/6");
  /* All numbers stand alone on their lines: that is the layout, not a slip. */
  assert_all_certain (report);
  assert_text (report, 1,
               "Ro‘yxatga olish daftarlarini to‘liq yuritish, ularni kuzatuvchilarga ko‘rsatish lozim.");
  g_assert_cmpstr (item_at (report, 5)->section_title, ==, "Xulosa va tavsiyalar – Oliy Majlisga");
  g_assert_cmpstr (report->head.language, ==, "uz");
}

static void
test_uzbek_cyrillic (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-uz-cyrillic.txt");

  assert_items (report, "I/1 I/2 II/1 II/2");
  assert_text (report, 0,
               "Болаларни ишга жалб қилганлик учун жавобгарликни таъминлаш ва суд қарорларини эълон қилиш зарур.");
  assert_text (report, 1,
               "Мактаблар раҳбарларини режадан озод қилиш лозим.\nБу талаб барча вилоятларга тегишли.");
  assert_doubt (report, 1, "paragraph");
  g_assert_cmpstr (report->head.language, ==, "uz@cyrillic");
}

static void
test_working_group (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-upr.txt");

  assert_items (report, "II/76.1 II/76.2 II/76.3 II/76.4 II/77.1 II/77.2");
  g_assert_cmpstr (item_at (report, 0)->paragraph, ==, "76");
  g_assert_cmpstr (item_at (report, 4)->paragraph, ==, "77");
  assert_text (report, 0,
               "Ratify the Convention on Lanterns and its Optional Protocol, in accordance with 76.3 per cent of "
               "the votes (Atlantis, Lemuria);");
  assert_text (report, 1, "Let the lamplighters form unions of their own (Ruritania);");
  assert_text (report, 2,
               "Keep the lanterns burning at night, as paragraph 76.1 asks (Sylvania); teach children their use "
               "(Freedonia);");
  g_assert_cmpstr (report->head.symbol, ==, "A/HRC/99/7");
  g_assert_cmpstr (report->head.mechanism, ==, "upr");
  g_assert_cmpstr (report->head.state, ==, "Uzbekistan");
  g_assert_cmpstr (report->head.date, ==, "2031-07-05");
  g_assert_cmpstr (report->head.session, ==, "56");
}

static void
test_plain (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-plain.txt");

  assert_items (report, "/76.14 /76.15 /76.16 /76.19");
  assert_text (report, 1, "Take measures against darkness in rural districts (Norway, Chile);");
  assert_doubt (report, 3, "17 to 18");
  assert_warning (report, "No heading");
}

static void
test_observations (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-observations.txt");

  assert_items (report, "B/3 B/7 B/9");
  assert_text (report, 0,
               "The State party should:\n(a) Keep registers in ink;\n"
               "(b) Open them to lawyers, in line with section 4 of the law of 5 May 2030.");
  assert_text (report, 1, "The Committee urges the State party to let monitors in at any time.");
  assert_text (report, 2, "The Committee recommends that the State party employ doctors.");
  g_assert_cmpstr (item_at (report, 2)->section_title, ==, "Medical care");
  assert_warning (report, "4 to 5");
  g_assert_cmpstr (report->head.committee, ==, "CAT");
  g_assert_cmpstr (report->head.mechanism, ==, "treaty-body");
}

static void
test_nothing (void)
{
  g_autoptr (NazarReportText) report = read_file ("report-nothing.txt");
  g_autoptr (NazarReportText) blank = read_text ("\n\r\n \t\f\n\xE2\x80\xA8");

  assert_items (report, "");
  assert_items (blank, "");
}

/* Each numbering, with its text over two lines and a number that only looks like the next. */
static void
test_numberings (void)
{
  static const char *const forms[][3] = {
    { "1)", "2)", "1" }, { "1.", "2.", "1" }, { "(1)", "(2)", "1" }, { "1.)", "2.)", "1" },
    { "(a)", "(b)", "a" }, { "a)", "b)", "a" }, { "a.", "b.", "a" }, { "(i)", "(ii)", "i" },
    { "№ 1", "№ 2", "1" }, { "№1.", "№2.", "1" }, { "No. 1", "No. 2", "1" }, { "5.1", "5.2", "5.1" },
    { "5.1.", "5.2.", "5.1" }, { "Recommendation 1:", "Recommendation 2:", "1" },
    { "1-tavsiya.", "2-tavsiya.", "1" }, { "1", "2", "1" }, { "1\t", "2\t", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("I. Lanterns\n\nThey are few.\n\nRecommendations:\n\n%s Light the lanterns of article\n"
                           "2. of the law in every street.\n%s Count them.\n\nII. Lamps\n\n1. They are fewer.\n",
                           forms[i][0], forms[i][1]);
      g_autoptr (NazarReportText) report = read_text (text);

      g_test_message ("numbering: %s", forms[i][0]);
      g_assert_cmpuint (report->items->len, ==, 2);
      g_assert_cmpstr (item_at (report, 0)->number, ==, forms[i][2]);
      g_assert_cmpstr (item_at (report, 0)->section, ==, "I");
      assert_text (report, 0, "Light the lanterns of article 2. of the law in every street.");
      assert_text (report, 1, "Count them.");
    }
}

static void
test_headings (void)
{
  static const char *const headings[] = {
    "Recommendations:", "RECOMMENDATIONS", "Recommendation", "Our recommendations", "Recommendations to the State:",
    "Conclusions and recommendations", "5. Recommendations", "V. Recommendations", "**Recommendations**",
    "Рекомендации:", "РЕКОМЕНДАЦИИ", "Наши рекомендации:", "Рекомендации государству:", "Выводы и рекомендации",
    "Сунуштар:", "СУНУШТАР", "Сунуштамалар:", "Биздин сунуштар:", "Мамлекетке сунуштар:", "Tavsiyalar:",
    "TAVSIYALAR", "Davlatga tavsiyalar:", "Xulosa va tavsiyalar", "Тавсиялар:", "Бизнинг тавсияларимиз:",
    "We recommend that the State:", "Коалиция рекомендует:", "Tavsiya etamiz:",
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *text = g_strdup_printf ("One word.\n\n%s\n\n1. Light the lanterns.\n2. Count the lanterns.\n",
                                               headings[i]);
      g_autoptr (NazarReportText) report = read_text (text);

      g_test_message ("heading: %s", headings[i]);
      g_assert_cmpuint (report->items->len, ==, 2);
      g_assert_cmpuint (report->warnings->len, ==, 0);
    }
}

static void
test_no_headings (void)
{
  static const char *const lines[] = {
    "Recommendations ............ 12", "Status of implementation of recommendations", "Previous recommendations:",
    "Recommendations of the second cycle", "Выполнение рекомендаций:", "Рекомендации предыдущего цикла",
    "Мурунку сунуштар:", "Oldingi tavsiyalar:", "In 2015 it made\nrecommendations.", "He ignored the recommendations,",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strdup_printf ("One word.\n\n%s\n\n1. The lanterns were lit.\n2. They went out.\n", lines[i]);
      g_autoptr (NazarReportText) report = read_text (text);

      g_test_message ("no heading: %s", lines[i]);
      g_assert_cmpuint (report->items->len, ==, 0);
    }
}

static void
test_line_ends (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xC2\x85", "\v" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strjoin (ends[i], "\xEF\xBB\xBFRecommendations:", "",
                                         "1)\xC2\xA0" "De\xEF\xAC\x81ne the of\xEF\xAC\x81\x63\x65 and its au\xC2\xADthority,",
                                         "which is now unde\xC2\xAD", "\xEF\xAC\x81ned;", "\xEF\x82\xB7\tat once.", "", NULL);
      g_autoptr (NazarReportText) report = read_text (text);

      assert_items (report, "/1");
      assert_text (report, 0, "Define the office and its authority, which is now undefined;\n• at once.");
      g_assert_cmpuint (item_at (report, 0)->line, ==, 3);
    }
}

static void
test_divided_words (void)
{
  g_autoptr (NazarReportText) report =
      read_text ("The lantern-keeper and the streetlight are old.\n\nRecommendations:\n\n"
                 "1. Pay the lantern-\nkeeper for each street-\nlight of the well-\nknown streets, to re-\npair in 2019-\n"
                 "2021 what the Abad-\nTash company left in a light-\ndark state.\n2. End.\n");

  assert_text (report, 0,
               "Pay the lantern-keeper for each streetlight of the well-known streets, to repair in 2019-2021 what "
               "the Abad-Tash company left in a lightdark state.");
}

static void
test_note_marks (void)
{
  g_autoptr (NazarReportText) report =
      read_text ("Lanterns1 are few.2 In 20183 there were 12 of them (half of 24) 4.\n\nRecommendations:\n\n"
                 "1. Light lanterns5 of 5 m² each, as article 6 asks,6 and 7 more in 2020.\n"
                 "2. Count the keepers 7 of the lanterns, 540 people, in 8 towns.8\n3. Rest¹⁰.\n");

  assert_text (report, 0, "Light lanterns of 5 m² each, as article 6 asks, and 7 more in 2020.");
  assert_text (report, 1, "Count the keepers of the lanterns, 540 people, in 8 towns.");
  assert_text (report, 2, "Rest.");
}

static void
test_double_spacing (void)
{
  g_autofree char *text = load ("report-ru.txt");
  g_autoptr (NazarReportText) report = read_text (text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *spaced = g_strjoinv ("\n\n", lines);
  g_autoptr (NazarReportText) same = read_text (spaced);

  g_assert_cmpuint (same->items->len, ==, report->items->len);
  for (guint i = 0; i < report->items->len; i++)
    assert_text (same, i, item_at (report, i)->text);
}

static void
test_lost_line_ends (void)
{
  g_autoptr (NazarReportText) report =
      read_text ("I. Lanterns\n\n1. They are few, and the keepers say so. Recommendations:\n1) Light them all. "
                 "2) Count them in the\ntowns; 3) Paint them again.\n\nII. Lamps\n\n2. They broke. Recommendations: "
                 "4) Repair\nthem;\n5) Sell them in town.\n");

  assert_items (report, "I/1 I/2 I/3 II/4 II/5");
  assert_text (report, 1, "Count them in the towns;");
  assert_doubt (report, 1, "inside a line");
}

/* The report's paragraphs and its recommendations look alike and even count alike. */
static void
test_like_numbers (void)
{
  g_autoptr (NazarReportText) report =
      read_text ("Lanterns\n\n1. They are few. In the year\n2016. No more were lit.\n\n2. They are old.\n\nRecommendations\n\n"
                 "1. Light the lanterns.\n2. Count the lanterns.\n\nLamps\n\n3. They broke in 2018.\n\n"
                 "4. They were not repaired.\n\nRecommendations\n\n3. Repair the lamps.\n4. Replace the rest.\n\n"
                 "Candles\n\n5. They burn.\n\nRecommendations\n\n5. Blow them out.\n");

  assert_items (report, "/1 /2 /3 /4 /5");
  assert_text (report, 1, "Count the lanterns.");
  g_assert_cmpstr (item_at (report, 4)->section_title, ==, "Candles");
}

static void
test_unnumbered (void)
{
  g_autoptr (NazarReportText) report =
      read_text ("Recommendations:\n• Light the lanterns;\n• Count the lanterns.\n\nLamps\n\n"
                 "Recommendation: The State should light\nthe lamps.\n");

  assert_items (report, "/ / /");
  assert_text (report, 1, "Count the lanterns.");
  assert_text (report, 2, "The State should light the lamps.");
  for (guint i = 0; i < 3; i++)
    assert_doubt (report, i, "without a number");
}

static void
test_doubts (void)
{
  g_autofree char *words = g_strnfill (4000, 'x');
  g_autofree char *text = g_strdup_printf ("Recommendations:\n1) Do.\n2) Light the lanterns of all streets.\n"
                                           "2) Count the lanterns of all streets.\n3) %s.\n\nRecommendations:\n\nThat is all.\n",
                                           words);
  g_autoptr (NazarReportText) report = read_text (text);

  assert_items (report, "/1 /2 /2 /3");
  assert_doubt (report, 0, "very short");
  assert_doubt (report, 1, "twice");
  assert_doubt (report, 2, "twice");
  assert_doubt (report, 3, "very long");
  assert_warning (report, "line 7");
}

static void
on_progress_cb (double   fraction,
                gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (GError) error = NULL;
  double last = 0.0;
  g_autoptr (NazarReportText) report =
      nazar_report_text_read ("Recommendations:\n1) Light.\n", -1, on_progress_cb, &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  g_assert_cmpfloat (last, ==, 1.0);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nazar_report_text_read ("Recommendations:\n1) Light.\n", -1, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_too_many_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2100000; i++)
    g_string_append (text, "a\n");
  g_assert_null (nazar_report_text_read (text->str, (gssize) text->len, NULL, NULL, NULL, &error));
  g_assert_error (error, NAZAR_REPORT_TEXT_ERROR, NAZAR_REPORT_TEXT_ERROR_TOO_LARGE);
}

/* Twice the text takes about twice the time, whatever it repeats. */
static void
test_linear (void)
{
  static const char *const parts[] = {
    "lorem ipsum dolor sit amet ", "word1 word2. ", " 2) Do it; 3) Do; ", "Recommendations:\n1) a\n", "1. We recommend:\n",
    "I.\n\nTitle\n\n", "((((((((", "................ 1\n", "a-\n", "1\n", "- ", "(a) ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double seconds[2];

      for (guint size = 0; size < 2; size++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autoptr (GTimer) timer = NULL;
          g_autoptr (NazarReportText) report = NULL;

          while (text->len < (size == 0 ? 200000u : 800000u))
            g_string_append (text, parts[i]);
          timer = g_timer_new ();
          report = nazar_report_text_read (text->str, (gssize) text->len, NULL, NULL, NULL, NULL);
          seconds[size] = g_timer_elapsed (timer, NULL);
        }
      g_test_message ("“%.10s”: %.3f s, %.3f s", parts[i], seconds[0], seconds[1]);
      g_assert_cmpfloat (seconds[1], <, 8.0 * seconds[0] + 0.3);
    }
}

/* What a text that was damaged at random can do: move, repeat, take away and insert. */
static char *
damage (GRand      *random,
        const char *text)
{
  static const char *const inserts[] = { "\n", "\f", "1. ", "2) ", "Recommendations:\n", " 3", "\xC2\xAD", "-\n", "(a) ", "I.\n", ":", "¹" };
  g_autoptr (GString) damaged = g_string_new (text);
  int n = g_rand_int_range (random, 1, 12);

  for (int i = 0; i < n && damaged->len > 40; i++)
    {
      gssize at = g_rand_int_range (random, 0, (gint32) damaged->len - 30);
      gssize size = g_rand_int_range (random, 1, 30);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          g_string_erase (damaged, at, size);
          break;
        case 1:
          g_string_insert (damaged, at, inserts[g_rand_int_range (random, 0, G_N_ELEMENTS (inserts))]);
          break;
        case 2:
          damaged->str[at] = (char) g_rand_int_range (random, 1, 256);
          break;
        default:
          {
            g_autofree char *copy = g_strndup (damaged->str + at, (gsize) size * 20);

            g_string_insert (damaged, g_rand_int_range (random, 0, (gint32) damaged->len), copy);
          }
        }
    }
  return g_utf8_make_valid (damaged->str, (gssize) damaged->len);
}

static void
test_damaged (void)
{
  static const char *const names[] = {
    "report-en-endnotes.txt", "report-en-pages.txt", "report-en-narrative.txt", "report-ru.txt",
    "report-ru-letters.txt", "report-ky.txt", "report-uz.txt", "report-uz-cyrillic.txt", "report-upr.txt",
    "report-plain.txt", "report-observations.txt", "report-nothing.txt",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (2019);
  guint rounds = g_test_slow () ? 2000 : 40;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = load (names[i]);

      for (guint round = 0; round < rounds; round++)
        {
          g_autofree char *damaged = damage (random, text);
          gsize length = strlen (damaged);
          g_autoptr (NazarReportText) report = read_text (damaged);

          for (guint k = 0; k < report->items->len; k++)
            {
              const NazarReportItem *item = item_at (report, k);

              g_assert_true (g_utf8_validate (item->text, -1, NULL));
              g_assert_cmpuint (item->start, <=, item->end);
              g_assert_cmpuint (item->end, <=, length);
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-text/sample/holds-41-recommendations", test_sample_41);
  g_test_add_func ("/report-text/sample/texts-are-clean", test_sample_texts);
  g_test_add_func ("/report-text/sample/proposes-a-source", test_sample_head);
  g_test_add_func ("/report-text/sample/tells-where-each-stands", test_sample_ranges);
  g_test_add_func ("/report-text/sample/concluding-observations-hold-17", test_sample_observations);
  g_test_add_func ("/report-text/layout/contents-endnotes-and-restarting-numbers", test_endnotes);
  g_test_add_func ("/report-text/layout/pages-with-headers-and-footnotes", test_pages);
  g_test_add_func ("/report-text/layout/narrative-after-a-list-is-left-out", test_narrative);
  g_test_add_func ("/report-text/layout/russian-sections-and-numero-signs", test_russian);
  g_test_add_func ("/report-text/layout/letters-only-are-items", test_letters);
  g_test_add_func ("/report-text/layout/kyrgyz", test_kyrgyz);
  g_test_add_func ("/report-text/layout/uzbek-numbers-apart-from-their-text", test_uzbek);
  g_test_add_func ("/report-text/layout/uzbek-in-cyrillic-with-soft-hyphens", test_uzbek_cyrillic);
  g_test_add_func ("/report-text/layout/working-group-paragraphs", test_working_group);
  g_test_add_func ("/report-text/layout/plain-list-without-a-heading", test_plain);
  g_test_add_func ("/report-text/layout/concluding-observations", test_observations);
  g_test_add_func ("/report-text/layout/items-without-numbers-are-doubtful", test_unnumbered);
  g_test_add_func ("/report-text/layout/an-empty-line-after-every-line", test_double_spacing);
  g_test_add_func ("/report-text/layout/headings-and-numbers-inside-lines", test_lost_line_ends);
  g_test_add_func ("/report-text/layout/paragraphs-that-count-like-the-lists", test_like_numbers);
  g_test_add_func ("/report-text/narrative-alone-holds-nothing", test_nothing);
  g_test_add_func ("/report-text/every-numbering", test_numberings);
  g_test_add_func ("/report-text/every-heading-opens-a-list", test_headings);
  g_test_add_func ("/report-text/other-lines-open-none", test_no_headings);
  g_test_add_func ("/report-text/every-line-end-and-ligatures", test_line_ends);
  g_test_add_func ("/report-text/divided-words-are-joined", test_divided_words);
  g_test_add_func ("/report-text/footnote-marks-go-and-numbers-stay", test_note_marks);
  g_test_add_func ("/report-text/head-of-a-submission", test_head_of_submission);
  g_test_add_func ("/report-text/says-why-it-doubts", test_doubts);
  g_test_add_func ("/report-text/progress-grows-to-one", test_progress);
  g_test_add_func ("/report-text/can-be-cancelled", test_cancel);
  g_test_add_func ("/report-text/refuses-too-many-lines", test_too_many_lines);
  g_test_add_func ("/report-text/time-grows-with-the-text", test_linear);
  g_test_add_func ("/report-text/damaged-texts-do-no-harm", test_damaged);
  return g_test_run ();
}
