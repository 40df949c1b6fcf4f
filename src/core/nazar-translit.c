/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-translit.h"

#include "nazar-fold.h"

#include <string.h>

/* Uzbek from one of its scripts into the other, by the rules of the spelling of
 * 1995. What no rule tells (a soft sign, ц for a plain s) is lost, as it is when
 * people do it. */

typedef enum
{
  ANYWHERE,
  AFTER_VOWEL, /* or at the beginning of a word */
  BEHIND_VOWEL, /* not at the beginning */
  BEHIND_CONSONANT,
  BETWEEN_LETTERS,
} Place;

typedef struct
{
  const char *from; /* small letters; ʻ stands for any apostrophe */
  const char *to;
  Place place;
} Rule;

/* The longer spelling stands before the shorter one with the same beginning. */
static const Rule to_cyrillic[] = {
  { "pensiya", "пенсия", ANYWHERE },
  { "nsiya", "нция", ANYWHERE },
  { "ksiya", "кция", ANYWHERE },
  { "psiya", "пция", ANYWHERE },
  { "tsiya", "ция", ANYWHERE },
  { "tsio", "цио", ANYWHERE },
  { "sʻh", "сҳ", ANYWHERE },
  { "yoʻ", "йў", ANYWHERE },
  { "oʻ", "ў", ANYWHERE },
  { "gʻ", "ғ", ANYWHERE },
  { "sh", "ш", ANYWHERE },
  { "ch", "ч", ANYWHERE },
  { "ya", "я", ANYWHERE },
  { "ye", "ъе", BEHIND_CONSONANT },
  { "ye", "е", ANYWHERE },
  { "yo", "ё", ANYWHERE },
  { "yu", "ю", ANYWHERE },
  { "e", "э", AFTER_VOWEL },
  { "e", "е", ANYWHERE },
  { "a", "а", ANYWHERE },
  { "b", "б", ANYWHERE },
  { "d", "д", ANYWHERE },
  { "f", "ф", ANYWHERE },
  { "g", "г", ANYWHERE },
  { "h", "ҳ", ANYWHERE },
  { "i", "и", ANYWHERE },
  { "j", "ж", ANYWHERE },
  { "k", "к", ANYWHERE },
  { "l", "л", ANYWHERE },
  { "m", "м", ANYWHERE },
  { "n", "н", ANYWHERE },
  { "o", "о", ANYWHERE },
  { "p", "п", ANYWHERE },
  { "q", "қ", ANYWHERE },
  { "r", "р", ANYWHERE },
  { "s", "с", ANYWHERE },
  { "t", "т", ANYWHERE },
  { "u", "у", ANYWHERE },
  { "v", "в", ANYWHERE },
  { "x", "х", ANYWHERE },
  { "y", "й", ANYWHERE },
  { "z", "з", ANYWHERE },
  { "ʻ", "ъ", BETWEEN_LETTERS },
};

static const Rule to_latin[] = {
  { "сҳ", "sʼh", ANYWHERE },
  { "ъе", "ye", ANYWHERE },
  { "ье", "ye", ANYWHERE },
  { "ъё", "yo", ANYWHERE },
  { "ъю", "yu", ANYWHERE },
  { "ъя", "ya", ANYWHERE },
  { "а", "a", ANYWHERE },
  { "б", "b", ANYWHERE },
  { "в", "v", ANYWHERE },
  { "г", "g", ANYWHERE },
  { "д", "d", ANYWHERE },
  { "е", "ye", AFTER_VOWEL },
  { "е", "e", ANYWHERE },
  { "ё", "yo", ANYWHERE },
  { "ж", "j", ANYWHERE },
  { "з", "z", ANYWHERE },
  { "и", "i", ANYWHERE },
  { "й", "y", ANYWHERE },
  { "к", "k", ANYWHERE },
  { "л", "l", ANYWHERE },
  { "м", "m", ANYWHERE },
  { "н", "n", ANYWHERE },
  { "о", "o", ANYWHERE },
  { "п", "p", ANYWHERE },
  { "р", "r", ANYWHERE },
  { "с", "s", ANYWHERE },
  { "т", "t", ANYWHERE },
  { "у", "u", ANYWHERE },
  { "ф", "f", ANYWHERE },
  { "х", "x", ANYWHERE },
  { "ц", "ts", BEHIND_VOWEL },
  { "ц", "s", ANYWHERE },
  { "ч", "ch", ANYWHERE },
  { "ш", "sh", ANYWHERE },
  { "щ", "sh", ANYWHERE },
  { "ъ", "ʼ", ANYWHERE },
  { "ы", "i", ANYWHERE },
  { "ь", "", ANYWHERE },
  { "э", "e", ANYWHERE },
  { "ю", "yu", ANYWHERE },
  { "я", "ya", ANYWHERE },
  { "ў", "oʻ", ANYWHERE },
  { "қ", "q", ANYWHERE },
  { "ғ", "gʻ", ANYWHERE },
  { "ҳ", "h", ANYWHERE },
};

static gboolean
is_vowel (gunichar c)
{
  return c != 0 && g_utf8_strchr ("aeiouаеёиоуўыэюя", -1, c) != NULL;
}

static gboolean
fits (Place    place,
      gunichar before,
      gunichar after)
{
  switch (place)
    {
    case AFTER_VOWEL:
      return before == 0 || is_vowel (before);
    case BEHIND_VOWEL:
      return is_vowel (before);
    case BEHIND_CONSONANT:
      return before != 0 && !is_vowel (before);
    case BETWEEN_LETTERS:
      return before != 0 && g_unichar_isalpha (after);
    case ANYWHERE:
    default:
      return TRUE;
    }
}

/* Small letters, one kind of apostrophe, @n characters as in the text. */
static gunichar *
simplify (const gunichar *text,
          glong           n)
{
  gunichar *simple = g_new0 (gunichar, n + 1);

  for (glong i = 0; i < n; i++)
    simple[i] = nazar_is_apostrophe (text[i]) ? 0x02BB : g_unichar_tolower (text[i]);

  return simple;
}

/* How many characters of @rule stand at @simple; 0 when it does not apply. */
static glong
matches (const Rule     *rule,
         const gunichar *simple,
         gunichar        before)
{
  glong n = 0;

  for (const char *p = rule->from; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (simple[n] != g_utf8_get_char (p))
      return 0;

  return fits (rule->place, before, simple[n]) ? n : 0;
}

/* The capitals of the original: all where its neighbour is a capital as well,
 * else the first letter alone. An apostrophe has the case of the letters at it. */
static void
append_with_case (GString        *out,
                  const char     *to,
                  const gunichar *text,
                  glong           i,
                  glong           n)
{
  gunichar neighbour = n > 1 || g_unichar_isalpha (text[i + 1]) || i == 0 ? text[i + 1] : text[i - 1];
  gboolean all = g_unichar_isupper (neighbour);
  gboolean capital = nazar_is_apostrophe (text[i]) ? all : g_unichar_isupper (text[i]);

  for (const char *p = to; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, capital && (all || p == to) ? g_unichar_toupper (c) : c);
    }
}

static char *
transliterate (const char *input,
               const Rule *rules,
               gsize       n_rules)
{
  g_autofree char *valid = g_utf8_make_valid (input, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  glong size;
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (composed, -1, &size);
  g_autofree gunichar *simple = simplify (text, size);
  GString *out = g_string_sized_new (strlen (composed) + 16);
  gunichar before = 0;

  for (glong i = 0; i < size;)
    {
      const Rule *rule = NULL;
      glong n = 0;

      for (gsize r = 0; r < n_rules && n == 0; r++)
        {
          rule = &rules[r];
          n = matches (rule, simple + i, before);
        }

      if (n > 0)
        append_with_case (out, rule->to, text, i, n);
      else
        g_string_append_unichar (out, text[i]);

      n = MAX (n, 1);
      before = g_unichar_isalpha (simple[i + n - 1]) ? simple[i + n - 1] : 0;
      i += n;
    }

  return g_string_free (out, FALSE);
}

/**
 * nazar_translit_to_latin:
 * @text: Uzbek in Cyrillic letters; other letters stay as they are
 *
 * Returns: (transfer full): @text in Latin letters, with ʻ (U+02BB) and ʼ (U+02BC)
 */
char *
nazar_translit_to_latin (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return transliterate (text, to_latin, G_N_ELEMENTS (to_latin));
}

/**
 * nazar_translit_to_cyrillic:
 * @text: Uzbek in Latin letters, with any apostrophe; other letters stay as they are
 *
 * Returns: (transfer full): @text in Cyrillic letters
 */
char *
nazar_translit_to_cyrillic (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return transliterate (text, to_cyrillic, G_N_ELEMENTS (to_cyrillic));
}

/* Uzbek in Latin letters has no w, and c only in ch. */
static gboolean
may_be_uzbek_latin (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (nazar_is_apostrophe (c))
        continue;
      if (c >= 0x80 || !g_ascii_isalpha (c) || g_ascii_tolower (c) == 'w')
        return FALSE;
      if (g_ascii_tolower (c) == 'c' && g_ascii_tolower (p[1]) != 'h')
        return FALSE;
    }

  return TRUE;
}

/* Uzbek in Cyrillic letters has no ы and щ, and nothing of Kyrgyz. */
static gboolean
may_be_uzbek_cyrillic (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c < 0x80 || g_utf8_strchr ("абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ", -1, c) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * nazar_translit_other_script:
 * @word: one word, in any language
 *
 * Returns: (transfer full) (nullable): the word in the other script of Uzbek;
 *   %NULL when its letters tell that it is not Uzbek
 */
char *
nazar_translit_other_script (const char *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  if (*word == '\0' || !g_utf8_validate (word, -1, NULL))
    return NULL;
  if (may_be_uzbek_latin (word))
    return nazar_translit_to_cyrillic (word);
  if (may_be_uzbek_cyrillic (word))
    return nazar_translit_to_latin (word);

  return NULL;
}
