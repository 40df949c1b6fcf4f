/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-language.h"
#include "nazar-translit.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

/* ---- Which language ---- */

static void
test_table (void)
{
  static const char *const ids[] = { "en", "ru", "ky", "uz", "uz@cyrillic" };
  const NazarLanguage *languages = nazar_languages ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (languages[i].id, ==, ids[i]);
      g_assert_true (nazar_language_find (ids[i]) == &languages[i]);
    }
  g_assert_null (languages[G_N_ELEMENTS (ids)].id);
  g_assert_null (nazar_language_find ("de"));
  g_assert_null (nazar_language_find (NULL));
  g_assert_cmpstr (nazar_language_icu_locale ("uz@cyrillic"), ==, "uz_Cyrl");
  g_assert_cmpstr (nazar_language_find ("uz@cyrillic")->name, ==, "Ўзбекча");
}

static void
test_spellings (void)
{
  static const char *const spellings[][2] = {
    { "en", "en" },
    { "en_US.UTF-8", "en" },
    { "ru_RU.KOI8-R", "ru" },
    { "ru-KG", "ru" },
    { "RU", "ru" },
    { "ky_KG.UTF-8", "ky" },
    { "ky_KG", "ky" },
    { "kir", "ky" },
    { "uz", "uz" },
    { "uz_UZ.UTF-8", "uz" },
    { "uz-Latn-UZ", "uz" },
    { "uz_UZ@cyrillic", "uz@cyrillic" },
    { "uz_UZ.UTF-8@cyrillic", "uz@cyrillic" },
    { "uz@cyrillic", "uz@cyrillic" },
    { "uz-Cyrl", "uz@cyrillic" },
    { "uz_Cyrl_UZ", "uz@cyrillic" },
    { "C", NULL },
    { "C.UTF-8", NULL },
    { "POSIX", NULL },
    { "de_DE.UTF-8", NULL },
    { "rue", NULL },
    { "e", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    g_assert_cmpstr (nazar_language_from_spelling (spellings[i][0]), ==, spellings[i][1]);
  g_assert_null (nazar_language_from_spelling (NULL));
}

/* ---- Translations ---- */

static void
append_table (GString       *out,
              gsize          n,
              const char   **strings,
              guint32        offset)
{
  for (gsize i = 0; i < n; i++)
    {
      guint32 entry[2] = { strlen (strings[i]), offset };

      g_string_append_len (out, (const char *) entry, sizeof entry);
      offset += entry[0] + 1;
    }
}

static gsize
total (gsize        n,
       const char **strings)
{
  gsize size = 0;

  for (gsize i = 0; i < n; i++)
    size += strlen (strings[i]) + 1;
  return size;
}

/* A catalogue with one word in it. */
static void
write_catalogue (const char *root,
                 const char *language,
                 const char *word)
{
  const char *originals[] = { "", "Search" };
  const char *translations[] = { "Content-Type: text/plain; charset=UTF-8\n", word };
  const gsize n = G_N_ELEMENTS (originals);
  guint32 header[7] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n };
  g_autofree char *folder = g_build_filename (root, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GString) out = g_string_new_len ((const char *) header, sizeof header);
  GError *error = NULL;

  append_table (out, n, originals, 28 + 16 * n);
  append_table (out, n, translations, 28 + 16 * n + total (n, originals));
  for (gsize i = 0; i < n; i++)
    g_string_append_len (out, originals[i], strlen (originals[i]) + 1);
  for (gsize i = 0; i < n; i++)
    g_string_append_len (out, translations[i], strlen (translations[i]) + 1);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, out->str, out->len, &error);
  g_assert_no_error (error);
}

static void
remove_catalogue (const char *root,
                  const char *language)
{
  g_autofree char *folder = g_build_filename (root, language, NULL);
  g_autofree char *messages = g_build_filename (folder, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);

  g_unlink (path);
  g_rmdir (messages);
  g_rmdir (folder);
}

/* Starts as the program would with this environment and preference. */
static void
assert_language (const char *localedir,
                 const char *locale,
                 const char *language_list,
                 const char *preferred,
                 const char *expected,
                 const char *word)
{
  g_unsetenv ("LC_ALL");
  g_unsetenv ("LC_MESSAGES");
  g_setenv ("LANG", locale, TRUE);
  if (language_list != NULL)
    g_setenv ("LANGUAGE", language_list, TRUE);
  else
    g_unsetenv ("LANGUAGE");

  nazar_language_init (preferred, localedir);

  g_assert_cmpstr (nazar_language_current (), ==, expected);
  g_assert_cmpstr (gettext ("Search"), ==, word);
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Search"), ==, word);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, expected);
  g_assert_true (g_get_charset (NULL));
  g_assert_cmpfloat (strtod ("1.5", NULL), ==, 1.5);
}

static void
test_init (void)
{
  g_autofree char *root = g_dir_make_tmp ("nazar-test-language-XXXXXX", NULL);

  g_assert_nonnull (root);
  g_assert_cmpstr (nazar_language_current (), ==, "en");
  write_catalogue (root, "ky", "Издөө");
  write_catalogue (root, "ru", "Поиск");
  write_catalogue (root, "uz", "Qidirish");
  write_catalogue (root, "uz@cyrillic", "Қидириш");

  assert_language (root, "C", NULL, NULL, "en", "Search");
  assert_language (root, "C", NULL, "ky", "ky", "Издөө");
  assert_language (root, "POSIX", NULL, "uz@cyrillic", "uz@cyrillic", "Қидириш");
  assert_language (root, "C.UTF-8", NULL, "ru", "ru", "Поиск");
  assert_language (root, "C", "ky", NULL, "ky", "Издөө");
  assert_language (root, "C", "ky", "uz", "uz", "Qidirish");
  assert_language (root, "C", "de:ru_RU:en", NULL, "ru", "Поиск");
  assert_language (root, "C", "en:ru", NULL, "en", "Search");
  assert_language (root, "no_SUCH.UTF-8", "uz_UZ@cyrillic", NULL, "uz@cyrillic", "Қидириш");
  assert_language (root, "ky_KG.UTF-8", NULL, NULL, "ky", "Издөө");
  assert_language (root, "ky_KG.UTF-8", "", NULL, "ky", "Издөө");
  assert_language (root, "ky_KG.UTF-8", NULL, "en", "en", "Search");
  assert_language (root, "uz_UZ.UTF-8@cyrillic", NULL, "no such language", "uz@cyrillic", "Қидириш");
  assert_language (root, "de_DE.UTF-8", NULL, NULL, "en", "Search");

  remove_catalogue (root, "ky");
  remove_catalogue (root, "ru");
  remove_catalogue (root, "uz");
  remove_catalogue (root, "uz@cyrillic");
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

/* ---- Guessing ---- */

static void
test_guess (void)
{
  static const char *const texts[][2] = {
    { "en", "Ensure that every allegation of torture is investigated promptly." },
    { "en", "Ratify the Optional Protocol" },
    { "en", "Take measures to improve the conditions in police cells in Osh" },
    { "ru", "Обеспечить быстрое расследование каждого сообщения о пытках." },
    { "ru", "Принять меры против дискриминации женщин и детей" },
    { "ru", "ОБЕСПЕЧИТЬ НЕЗАВИСИМОСТЬ СУДЕЙ И АДВОКАТОВ" },
    { "ru", "Наблюдателям Үмүт и Өзгөн следует обеспечить доступ к местам для беседы" },
    { "ky", "Кыйноого каршы күрөштү күчөтүү жана күнөөлүүлөрдү жоопко тартуу." },
    { "ky", "Кыйноолор менен курошту кучотуу жана тергоо жургузуу" },
    { "ky", "Абактарда кармоонун шарттарын жакшыртуу боюнча чаралар" },
    { "uz", "Qiynoqlar haqidagi har bir xabar boʻyicha tergov oʻtkazish." },
    { "uz", "O'zbekiston qonunlarini qayta ko'rib chiqish" },
    { "uz", "Bolalar huquqlarini himoya qilish uchun sharoit yaratish" },
    { "uz@cyrillic", "Қийноқлар ҳақидаги ҳар бир хабар бўйича тергов ўтказиш." },
    { "uz@cyrillic", "Болаларнинг эркин яшаши учун шароит яратиш ва таъминлаш" },
    /* too short, no letters, or another language */
    { NULL, "" },
    { NULL, "пытки" },
    { NULL, "CCPR" },
    { NULL, "12, 13, 14; 2019-2021; 15.3; 100 000 000" },
    { NULL, "Garantir que les détenus aient accès à un avocat dans les 48 heures" },
    { NULL, "Die Bundesregierung sollte die Haftbedingungen in allen Einrichtungen verbessern" },
    { NULL, "Қазақстан азаматтарының құқықтарын қорғау жөніндегі шаралар әзірлеу" },
    { NULL, "\xff\xfe\xff\xfe\xff\xfe\xff\xfe\xff\xfe\xff\xfe" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *guess = nazar_language_guess (texts[i][1]);

      if (g_strcmp0 (guess, texts[i][0]) != 0)
        g_error ("“%s” taken for %s", texts[i][1], guess);
    }
  g_assert_null (nazar_language_guess (NULL));
}

/* The words of the field in two languages, one of which must not be taken for the
 * other, are never guessed wrong, although many are too short to tell. */
static void
test_guess_glossary (void)
{
  static const char *const ids[] = { "en", "ru", "ky", "uz", "uz@cyrillic" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "glossary.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint right = 0;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("the glossary is not here");
      return;
    }

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (strchr (lines[i], '"') != NULL || g_strv_length (cells) < 5)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          const char *guess = nazar_language_guess (cells[j]);

          if (guess != NULL && !g_str_equal (guess, ids[j]))
            g_error ("“%s” taken for %s", cells[j], guess);
          right += guess != NULL;
        }
    }
  g_assert_cmpuint (right, >, 200);
}

/* ---- Order ---- */

static void
assert_sorted (const char        *language,
               const char *const *words)
{
  g_autoptr (NazarCollator) collator = nazar_collator_new (language);

  for (gsize i = 0; words[i] != NULL; i++)
    for (gsize j = 0; words[j] != NULL; j++)
      {
        g_autofree char *key_i = nazar_collator_key (collator, words[i]);
        g_autofree char *key_j = nazar_collator_key (collator, words[j]);
        int by_key = strcmp (key_i, key_j);
        int expected = (i > j) - (i < j);

        if (nazar_collator_compare (collator, words[i], words[j]) != expected)
          g_error ("%s: %s and %s", language, words[i], words[j]);
        g_assert_cmpint ((by_key > 0) - (by_key < 0), ==, expected);
      }
}

static void
test_collate_languages (void)
{
  assert_sorted ("en", (const char *const[]){ "apple", "Apple", "apricot", "zebra", NULL });
  assert_sorted ("ru", (const char *const[]){ "дом", "ёж", "ель", "жар", "abc", NULL });
  assert_sorted ("ky", (const char *const[]){ "нан", "нур", "ңар", "ой", "өмүр", "пахта", "ук", "үй", "abc", NULL });
  assert_sorted ("uz", (const char *const[]){ "olma", "zamon", "oʻrik", "gʻoz", "shamol", "choy", "хат", NULL });
  assert_sorted ("uz@cyrillic", (const char *const[]){ "кор", "япон", "ўрик", "Ўрик", "қор", "ғоз", "ҳаво", "abc", NULL });
}

static void
test_collate_numbers (void)
{
  static const char *const numbers[] = { "1", "2", "10", "76.2", "76.14", "76.14.a", "100", NULL };

  for (const NazarLanguage *language = nazar_languages (); language->id != NULL; language++)
    assert_sorted (language->id, numbers);
}

static void
test_collate_bounds (void)
{
  g_autoptr (NazarCollator) collator = nazar_collator_new ("ky");
  g_autoptr (NazarCollator) copy = g_boxed_copy (NAZAR_TYPE_COLLATOR, collator);
  g_autofree char *nothing = nazar_collate_key (NULL);
  g_autofree char *key = nazar_collate_key ("\xff\xd0");

  g_assert_true (copy == collator);
  g_assert_cmpint (nazar_collate (NULL, ""), <, 0);
  g_assert_cmpint (nazar_collate ("a", NULL), >, 0);
  g_assert_cmpint (nazar_collate (NULL, NULL), ==, 0);
  g_assert_cmpint (nazar_collate ("\xff", "\xff"), ==, 0);
  g_assert_cmpint (nazar_collator_compare_bytes (collator, "abX", 2, "abY", 2), ==, 0);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_nonnull (key);
}

static gpointer
compare_often (gpointer data)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_assert_cmpint (nazar_collator_compare (data, "ңар", "ой"), <, 0);
      g_assert_cmpint (nazar_collate ("76.14", "76.2"), >, 0);
    }
  return NULL;
}

static void
test_collate_threads (void)
{
  g_autoptr (NazarCollator) collator = nazar_collator_new ("ky");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("collate", compare_often, collator);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_numbers (void)
{
  for (const NazarLanguage *language = nazar_languages (); language->id != NULL; language++)
    {
      g_autofree char *small = nazar_number_format (664, language->id);
      g_autofree char *large = nazar_number_format (-1234567, language->id);
      g_autofree char *least = nazar_number_format (G_MININT64, language->id);

      g_assert_cmpstr (small, ==, "664");
      g_assert_cmpint (g_utf8_strlen (large, -1), ==, 10);
      g_assert_nonnull (strstr (large, "234"));
      g_assert_true (g_utf8_validate (least, -1, NULL));
    }
}

/* ---- Folding ---- */

static void
assert_folded (const char *text,
               const char *expected)
{
  g_autofree char *folded = nazar_fold (text);
  g_autofree char *twice = nazar_fold (folded);

  g_assert_cmpstr (folded, ==, expected);
  g_assert_cmpstr (twice, ==, expected);
}

static void
test_fold (void)
{
  assert_folded (NULL, "");
  assert_folded ("The STATE", "the state");
  assert_folded ("Ёлка, ёж", "елка, еж");
  assert_folded ("йод Й", "йод й");
  assert_folded ("и\xCC\x86од", "йод");
  assert_folded ("Өкмөт Жаңы Үй", "окмот жаны уй");
  assert_folded ("Ўзбекистон Қийноқ Ғоз Ҳавo", "узбекистон кийнок гоз хавo");
  assert_folded ("у\xCC\x86", "у");
  assert_folded ("за\xCC\x81мок", "замок");
  assert_folded ("café CAFE\xCC\x81", "cafe cafe");
  assert_folded ("Straße, Łódź, Ærø, İstanbul", "strasse, lodz, aero, istanbul");
  assert_folded ("de\xC2\xADpenalization", "depenalization");
  assert_folded ("ﬁnd ２０１９ Ⅷ", "find 2019 viii");
  assert_folded ("a\xC2\xA0" "b…", "a b...");
  assert_folded ("\xff" "a", "\xEF\xBF\xBD" "a");
}

static void
test_fold_apostrophes (void)
{
  static const char *const apostrophes[] = { "'", "’", "‘", "ʻ", "ʼ", "`", "´", "′" };

  for (gsize i = 0; i < G_N_ELEMENTS (apostrophes); i++)
    {
      g_autofree char *words = g_strdup_printf ("O%szbek tog%slar ma%sno d%sIvoire", apostrophes[i], apostrophes[i], apostrophes[i], apostrophes[i]);

      assert_folded (words, "ozbek toglar mano divoire");
    }
  assert_folded ("‘word’ tog‘", "'word' tog'");
}

static void
test_fold_everything (void)
{
  /* Folding twice is folding once, for every character there is. */
  for (gunichar c = 1; c < 0x110000; c++)
    {
      char utf8[8] = { 0 };
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (c >= 0xD800 && c < 0xE000)
        continue;
      g_unichar_to_utf8 (c, utf8);
      once = nazar_fold (utf8);
      twice = nazar_fold (once);
      if (strcmp (once, twice) != 0)
        g_error ("U+%04X: %s, %s", c, once, twice);
    }
}

static void
assert_words (const char *text,
              const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);
  NazarWordIter iter;

  nazar_word_iter_init (&iter, text, -1);
  while (nazar_word_iter_next (&iter))
    g_string_append_printf (words, "%s|", iter.folded);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("", "");
  assert_words (" — ", "");
  assert_words ("A/HRC/15/2, para. 76.14", "a|hrc|15|2|para|76|14|");
  assert_words ("foo-bar NEAR(x", "foo|bar|near|x|");
  assert_words ("Côte d’Ivoire: the State's l'homme", "cote|d|ivoire|the|states|l|homme|");
  assert_words ("o'zbek e’lon g‘oz 'quoted' tog'", "ozbek|elon|goz|quoted|tog|");
  assert_words ("de\xC2\xADpen\xCC\x81" "al", "depenal|");
  assert_words ("a\xE2\x80\x8B" "b", "a|b|");
  assert_words ("word\xC2\xB9 and\xC2\xB2", "word|and|");
  assert_words ("abc\xff" "def\xd0", "abc|def|");
}

static void
test_word_places (void)
{
  const char *text = "«Ўзбек» toʻ oʼz, й";
  NazarWordIter iter;

  nazar_word_iter_init (&iter, text, -1);
  g_assert_true (nazar_word_iter_next (&iter));
  g_assert_cmpmem (text + iter.start, iter.end - iter.start, "Ўзбек", strlen ("Ўзбек"));
  g_assert_cmpuint (iter.traits, ==, NAZAR_WORD_CYRILLIC | NAZAR_WORD_UZBEK);
  g_assert_cmpuint (iter.n_letters, ==, 5);
  g_assert_true (nazar_word_iter_next (&iter));
  g_assert_cmpmem (text + iter.start, iter.end - iter.start, "toʻ", strlen ("toʻ"));
  g_assert_true (nazar_word_iter_next (&iter));
  g_assert_cmpmem (text + iter.start, iter.end - iter.start, "oʼz", strlen ("oʼz"));
  g_assert_cmpuint (iter.traits, ==, NAZAR_WORD_LATIN | NAZAR_WORD_APOSTROPHE);
  g_assert_true (nazar_word_iter_next (&iter));
  g_assert_cmpuint (iter.n_letters, ==, 1);
  g_assert_false (nazar_word_iter_next (&iter));
  g_assert_false (nazar_word_iter_next (&iter));
}

static void
test_long_words (void)
{
  g_autofree char *latin = g_strnfill (100000, 'x');
  g_autoptr (GString) cyrillic = g_string_new (NULL);
  NazarWordIter iter;

  nazar_word_iter_init (&iter, latin, -1);
  g_assert_true (nazar_word_iter_next (&iter));
  g_assert_cmpuint (iter.length, ==, NAZAR_WORD_MAX_BYTES);
  g_assert_cmpuint (iter.end, ==, 100000);

  for (guint i = 0; i < 1000; i++)
    g_string_append (cyrillic, i % 3 == 0 ? "ж" : i % 3 == 1 ? "ҳ" : "x");
  nazar_word_iter_init (&iter, cyrillic->str, -1);
  g_assert_true (nazar_word_iter_next (&iter));
  g_assert_cmpuint (iter.length, <=, NAZAR_WORD_MAX_BYTES);
  g_assert_true (g_utf8_validate (iter.folded, -1, NULL));
}

static void
test_words_fuzz (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gsize size = g_test_rand_int_range (0, 60);
      g_autofree char *bytes = g_malloc (size + 1);
      gsize end = 0;
      NazarWordIter iter;

      /* exactly as long as it is, so that reading past it is seen */
      for (gsize j = 0; j < size; j++)
        bytes[j] = g_test_rand_int_range (0, 3) == 0 ? "o'\xd0\xd2\xcc\x86\xe2\x80"[g_test_rand_int_range (0, 8)] : (char) g_test_rand_int_range (0, 256);
      bytes = g_realloc (bytes, MAX (size, 1));

      nazar_word_iter_init (&iter, bytes, size);
      while (nazar_word_iter_next (&iter))
        {
          g_assert_cmpuint (iter.start, >=, end);
          g_assert_cmpuint (iter.end, >, iter.start);
          g_assert_cmpuint (iter.end, <=, size);
          g_assert_cmpuint (iter.length, ==, strlen (iter.folded));
          g_assert_cmpuint (iter.n_letters, ==, g_utf8_strlen (iter.folded, -1));
          g_assert_true (g_utf8_validate (iter.folded, -1, NULL));
          end = iter.end;
        }
    }
}

/* ---- Uzbek in two scripts ---- */

static void
test_translit (void)
{
  /* Latin, Cyrillic */
  static const char *const pairs[][2] = {
    { "Oʻzbekiston Respublikasi", "Ўзбекистон Республикаси" },
    { "milliy preventiv mexanizm", "миллий превентив механизм" },
    { "yopiq muassasa", "ёпиқ муассаса" },
    { "har tomonlama tekshiruv tashrifi", "ҳар томонлама текширув ташрифи" },
    { "qiynoq", "қийноқ" },
    { "toʻsqinlik qilish", "тўсқинлик қилиш" },
    { "jinoyatlarning yagona reyestri", "жиноятларнинг ягона реестри" },
    { "etish, elon, poema", "этиш, элон, поэма" },
    { "yoʻq YOʻQ Yoʻq", "йўқ ЙЎҚ Йўқ" },
    { "maʼno SANʼAT", "маъно САНЪАТ" },
    { "SHAHAR Shahar CHOY", "ШАҲАР Шаҳар ЧОЙ" },
    { "konstitutsiya, funksiya, konvensiya, pensiya", "конституция, функция, конвенция, пенсия" },
    { "obyekt", "объект" },
    { "Isʼhoq", "Исҳоқ" },
    { "gʻoz 2019", "ғоз 2019" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *latin = nazar_translit_to_latin (pairs[i][1]);
      g_autofree char *cyrillic = nazar_translit_to_cyrillic (pairs[i][0]);

      g_assert_cmpstr (latin, ==, pairs[i][0]);
      g_assert_cmpstr (cyrillic, ==, pairs[i][1]);
    }
}

static void
test_translit_apostrophes (void)
{
  static const char *const spellings[] = { "o'zbek", "o`zbek", "o‘zbek", "o’zbek", "oʻzbek" };
  g_autofree char *quoted = nazar_translit_to_cyrillic ("‘olma’ va");

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *cyrillic = nazar_translit_to_cyrillic (spellings[i]);

      g_assert_cmpstr (cyrillic, ==, "ўзбек");
    }
  g_assert_cmpstr (quoted, ==, "‘олма’ ва");
}

static void
test_translit_other (void)
{
  static const char *const none[] = { "", "recommendation", "women", "пытки", "щит", "жаңы", "A1", "2019", "日本", "\xff" };
  g_autofree char *cyrillic = nazar_translit_other_script ("qiynoq");
  g_autofree char *latin = nazar_translit_other_script ("қийноқ");

  g_assert_cmpstr (cyrillic, ==, "қийноқ");
  g_assert_cmpstr (latin, ==, "qiynoq");
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (nazar_translit_other_script (none[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/there-are-five", test_table);
  g_test_add_func ("/language/spellings-of-systems-are-known", test_spellings);
  g_test_add_func ("/language/preference-works-in-every-locale", test_init);
  g_test_add_func ("/language/guess/from-letters-words-and-endings", test_guess);
  g_test_add_func ("/language/guess/is-never-wrong-on-the-glossary", test_guess_glossary);
  g_test_add_func ("/language/collate/follows-the-dictionaries", test_collate_languages);
  g_test_add_func ("/language/collate/numbers-are-in-natural-order", test_collate_numbers);
  g_test_add_func ("/language/collate/null-comes-first-and-bad-bytes-are-survived", test_collate_bounds);
  g_test_add_func ("/language/collate/threads-compare-at-once", test_collate_threads);
  g_test_add_func ("/language/numbers-have-their-thousands-marked", test_numbers);
  g_test_add_func ("/language/fold/letters-typed-for-one-another-are-equal", test_fold);
  g_test_add_func ("/language/fold/every-apostrophe-is-the-same", test_fold_apostrophes);
  g_test_add_func ("/language/fold/twice-changes-nothing-more", test_fold_everything);
  g_test_add_func ("/language/words/are-letters-and-digits", test_words);
  g_test_add_func ("/language/words/know-their-place-in-the-text", test_word_places);
  g_test_add_func ("/language/words/have-a-greatest-length", test_long_words);
  g_test_add_func ("/language/words/any-bytes-are-survived", test_words_fuzz);
  g_test_add_func ("/language/translit/there-and-back", test_translit);
  g_test_add_func ("/language/translit/takes-any-apostrophe", test_translit_apostrophes);
  g_test_add_func ("/language/translit/leaves-other-languages-alone", test_translit_other);

  return g_test_run ();
}
