/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-state.h"

#include "nazar-language.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define HEAD_WEIGHT 10 /* a mention before the report begins counts as so many in it */
#define MIN_WEIGHT 3

/* Names beside those that ICU knows, folded; a star stands for any ending. */
static const struct
{
  const char *region;
  const char *names;
} other_names[] = {
  { "KG", "kyrgyz republic|kyrgyz|кыргызск*|кыргыз республика*|qirgiz respublika*|қирғиз республика*|киргизи*" },
  { "RU", "russian federation|российск* федераци*" },
  { "GB", "united kingdom of great britain" },
  { "KP", "democratic peoples republic of korea" },
  { "KR", "republic of korea" },
  { "LA", "lao peoples" },
  { "CZ", "czech republic" },
  { "TR", "turkey" },
  { "CI", "cote divoire" },
  { "MK", "former yugoslav republic of macedonia" },
  { "SZ", "swaziland" },
  { "CV", "cape verde" },
  { "BO", "plurinational state of bolivia" },
  { "VE", "bolivarian republic of venezuela" },
  { "CD", "democratic republic of the congo" },
};

/* Names that are the end of another State's. */
static const struct
{
  const char *region;
  const char *not_after; /* words that make the name another one */
} longer_names[] = {
  { "KR", "democratic peoples|north" }, { "SD", "south" }, { "IE", "northern" }, { "GN", "new|equatorial" },
  { "CG", "of the" },
};

static char *
region_name (const char *region,
             const char *locale)
{
  g_autofree char *id = g_strconcat ("und_", region, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[120];
  char utf8[360];

  uloc_getDisplayCountry (id, locale, name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status))
    return NULL;
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, -1, &status);
  return U_SUCCESS (status) ? g_strdup (utf8) : NULL;
}

/* The name as other lists of recommendations write it. */
static char *
english_name (const char *region)
{
  g_autofree char *name = region_name (region, "en");
  char **parts;
  char *joined;

  if (name == NULL)
    return NULL;
  parts = g_strsplit (name, " & ", -1);
  joined = g_strjoinv (" and ", parts);
  g_strfreev (parts);
  return joined;
}

/* Words between single spaces, folded as the program's search folds them. */
static char *
fold_words (const char *text)
{
  GString *folded = g_string_new (" ");
  NazarWordIter iter;

  nazar_word_iter_init (&iter, text, -1);
  while (nazar_word_iter_next (&iter))
    {
      g_string_append (folded, iter.folded);
      g_string_append_c (folded, ' ');
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_other_name (const char *words,
               const char *at,
               const char *region)
{
  for (guint i = 0; i < G_N_ELEMENTS (longer_names); i++)
    {
      g_auto (GStrv) before = NULL;

      if (!g_str_equal (longer_names[i].region, region))
        continue;
      before = g_strsplit (longer_names[i].not_after, "|", -1);
      for (guint k = 0; before[k] != NULL; k++)
        {
          gsize length = strlen (before[k]);

          if ((gsize) (at - words) > length + 1 && strncmp (at - 1 - length, before[k], length) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* How often a region's name stands in folded words; an open one may have any ending. */
static guint
count_name (const char *words,
            const char *region,
            const char *name,
            gboolean    open)
{
  gsize length = strlen (name);
  guint count = 0;

  for (const char *p = words; (p = strstr (p, name)) != NULL; p += length)
    count += p[-1] == ' ' && (open || p[length] == ' ' || (p[length] == 's' && p[length + 1] == ' ')) &&
             !is_other_name (words, p, region);
  return count;
}

/* A name's stem: in the other languages a case ending may follow, or replace the last vowel. */
static char *
stem (const char *name)
{
  g_autofree char *folded = fold_words (name);
  char *words = g_strstrip (g_strdup (folded));
  const char *last = words[0] != '\0' ? g_utf8_prev_char (words + strlen (words)) : words;

  if (g_utf8_strlen (words, -1) > 5 && g_utf8_strchr ("аяыийоуеэюaieou", -1, g_utf8_get_char (last)) != NULL)
    words[last - words] = '\0';
  return words;
}

static guint
count_other_names (const char *words,
                   const char *region)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    {
      g_auto (GStrv) names = NULL;

      if (!g_str_equal (other_names[i].region, region))
        continue;
      names = g_strsplit (other_names[i].names, "|", -1);
      for (guint k = 0; names[k] != NULL; k++)
        {
          gsize length = strlen (names[k]);
          gboolean open = names[k][length - 1] == '*';
          g_autofree char *name = NULL;

          if (open)
            names[k][length - 1] = '\0';
          name = fold_words (names[k]);
          count += count_name (words, region, g_strstrip (name), open);
        }
    }
  return count;
}

static guint
count_region (const char *words,
              const char *region,
              const char *language)
{
  const char *locale = language != NULL ? nazar_language_icu_locale (language) : NULL;
  g_autofree char *english = english_name (region);
  g_autofree char *folded = english != NULL ? fold_words (english) : NULL;
  guint count = count_other_names (words, region);

  if (folded != NULL && !g_str_equal (english, region))
    count += count_name (words, region, g_strstrip (folded), FALSE);
  if (locale != NULL && !g_str_equal (language, "en"))
    {
      g_autofree char *own = region_name (region, locale);
      g_autofree char *own_stem = own != NULL ? stem (own) : NULL;

      if (own_stem != NULL && g_utf8_strlen (own_stem, -1) > 3)
        count += count_name (words, region, own_stem, TRUE);
    }
  return count;
}

/**
 * nazar_report_state_from_symbol:
 * @symbol: a document symbol: “CCPR/C/DNK/CO/6”
 *
 * Returns: (transfer full) (nullable): the English name of the State whose code is a part of it
 */
char *
nazar_report_state_from_symbol (const char *symbol)
{
  g_auto (GStrv) parts = g_strsplit (symbol, "/", -1);
  const char *const *regions = uloc_getISOCountries ();

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    for (guint k = 0; strlen (parts[i]) == 3 && regions[k] != NULL; k++)
      {
        g_autofree char *id = g_strconcat ("und_", regions[k], NULL);

        if (g_str_equal (uloc_getISO3Country (id), parts[i]))
          return english_name (regions[k]);
      }
  return NULL;
}

/**
 * nazar_report_state_find:
 * @head: what stands before the report begins
 * @body: (a part of) the report
 * @language: (nullable): its language
 *
 * Returns: (transfer full) (nullable): the English name of the State that is named most
 */
char *
nazar_report_state_find (const char *head,
                         const char *body,
                         const char *language)
{
  g_autofree char *head_words = fold_words (head);
  g_autofree char *body_words = fold_words (body);
  const char *const *regions = uloc_getISOCountries ();
  const char *best = NULL;
  guint best_weight = MIN_WEIGHT - 1;

  for (guint i = 0; regions[i] != NULL; i++)
    {
      guint weight = HEAD_WEIGHT * count_region (head_words, regions[i], language) +
                     count_region (body_words, regions[i], language);

      if (weight > best_weight)
        {
          best_weight = weight;
          best = regions[i];
        }
    }
  return best != NULL ? english_name (best) : NULL;
}
