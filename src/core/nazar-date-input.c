/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-date.h"

#include "nazar-fold.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/udat.h>

/* Dates as people type them and as reports print them. */

#define MAX_BYTES 100 /* no date is longer */

/* Words beside a date that say nothing about it, as nazar_fold() has them. */
static const char *const silent_words[] = {
  "of", "the", "st", "nd", "rd", "th", "year",
  "г", "го", "год", "года", "году",
  "ж", "жыл", "жылы", "жылдын",
  "y", "yil", "yili", "yilning",
  "й", "йил", "йили", "йилнинг",
};

static const char *const about_words[] = {
  "about", "approximately", "c", "ca", "circa",
  "около", "ок", "примерно", "приблизительно",
  "болжол", "менен", "болжолдуу",
  "taxminan",
  "тахминан",
};

/* month and day are 0 where they are not known */
typedef struct
{
  guint year;
  guint month;
  guint day;
} Parts;

/* What one input holds, in the order of the text. */
typedef struct
{
  guint numbers[3];
  guint digits[3];
  guint n_numbers;
  guint month;
  char separators[2]; /* before the second and the third number */
  gboolean about;
} Tokens;

static gboolean
is_listed (const char        *word,
           const char *const *list,
           gsize              n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;

  return FALSE;
}

static void
add_month_names (GHashTable            *months,
                 UDateFormat           *format,
                 UDateFormatSymbolType  type)
{
  for (guint month = 1; month <= 12; month++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar utf16[64];
      int32_t length =
        udat_getSymbols (format, type, month - 1, utf16, G_N_ELEMENTS (utf16), &status);
      g_autofree char *name = NULL;
      char *folded;

      if (U_FAILURE (status))
        continue;
      name = g_utf16_to_utf8 (utf16, length, NULL, NULL, NULL);
      folded = nazar_fold (name);
      if (g_str_has_suffix (folded, "."))
        folded[strlen (folded) - 1] = '\0';
      g_hash_table_insert (months, folded, GUINT_TO_POINTER (month));
    }
}

/* Folded month names and their abbreviations in the five languages. */
static GHashTable *
month_names (void)
{
  static const UDateFormatSymbolType types[] = {
    UDAT_MONTHS,
    UDAT_STANDALONE_MONTHS,
    UDAT_SHORT_MONTHS,
    UDAT_STANDALONE_SHORT_MONTHS,
  };
  static GHashTable *months;

  if (g_once_init_enter (&months))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (const NazarLanguage *language = nazar_languages (); language->id != NULL; language++)
        {
          UErrorCode status = U_ZERO_ERROR;
          UDateFormat *format = udat_open (UDAT_LONG, UDAT_LONG, language->icu_locale, NULL, 0,
                                           NULL, 0, &status);

          if (U_FAILURE (status))
            continue;
          for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
            add_month_names (table, format, types[i]);
          udat_close (format);
        }
      g_once_init_leave (&months, table);
    }

  return months;
}

/* An ending of up to two letters is let pass: "2019-жылдын 14-марты", "в марте 2019". */
static guint
month_of_word (const char *word)
{
  GHashTable *months = month_names ();
  glong length = g_utf8_strlen (word, -1);
  guint month = GPOINTER_TO_UINT (g_hash_table_lookup (months, word));

  for (glong cut = 1; cut <= 2 && month == 0 && length - cut >= 3; cut++)
    {
      g_autofree char *stem = g_utf8_substring (word, 0, length - cut);

      month = GPOINTER_TO_UINT (g_hash_table_lookup (months, stem));
    }

  return month;
}

static gboolean
take_number (const char **p,
             Tokens      *tokens)
{
  guint i = tokens->n_numbers;

  if (i >= G_N_ELEMENTS (tokens->numbers))
    return FALSE;

  for (; g_ascii_isdigit (**p); (*p)++)
    {
      if (++tokens->digits[i] > 4)
        return FALSE;
      tokens->numbers[i] = tokens->numbers[i] * 10 + (**p - '0');
    }
  tokens->n_numbers++;
  return TRUE;
}

static gboolean
take_word (const char **p,
           Tokens      *tokens)
{
  const char *start = *p;
  g_autofree char *word = NULL;
  guint month;

  while (g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  word = g_strndup (start, *p - start);

  if (is_listed (word, silent_words, G_N_ELEMENTS (silent_words)))
    return TRUE;
  if (is_listed (word, about_words, G_N_ELEMENTS (about_words)))
    {
      tokens->about = TRUE;
      return TRUE;
    }

  month = month_of_word (word);
  if (month == 0 || tokens->month != 0)
    return FALSE;
  tokens->month = month;
  return TRUE;
}

static void
set_separator (Tokens *tokens,
               char    separator)
{
  if (tokens->n_numbers == 1 || tokens->n_numbers == 2)
    tokens->separators[tokens->n_numbers - 1] = separator;
}

static gboolean
take_sign (const char **p,
           Tokens      *tokens)
{
  gunichar c = g_utf8_get_char (*p);

  if (c == '~' || c == 0x2248 /* ≈ */)
    tokens->about = TRUE;
  else if (c == '-' || (c >= 0x2010 && c <= 0x2015)) /* hyphens and dashes */
    {
      /* "since 2019" and "until 2019" are no dates */
      if (tokens->n_numbers == 0 || *g_utf8_next_char (*p) == '\0')
        return FALSE;
      set_separator (tokens, '-');
    }
  else if (c == '.' || c == '/')
    set_separator (tokens, c);
  else if (c != ',' && !g_unichar_isspace (c))
    return FALSE;

  *p = g_utf8_next_char (*p);
  return TRUE;
}

static gboolean
tokenize (const char *folded,
          Tokens     *tokens)
{
  const char *p = folded;

  memset (tokens, 0, sizeof *tokens);
  while (*p != '\0')
    {
      gboolean taken;

      if (g_ascii_isdigit (*p))
        taken = take_number (&p, tokens);
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        taken = take_word (&p, tokens);
      else
        taken = take_sign (&p, tokens);
      if (!taken)
        return FALSE;
    }

  return TRUE;
}

/* 14 March 2019, 2019-ж., 14-март, March 2019: the year is the one with four digits. */
static gboolean
assemble_named (const Tokens *tokens,
                Parts        *parts)
{
  guint year = tokens->digits[0] == 4 ? 0 : 1;
  guint day = 1 - year;

  if (tokens->n_numbers < 1 || tokens->n_numbers > 2 || tokens->digits[year] != 4)
    return FALSE;

  parts->year = tokens->numbers[year];
  parts->month = tokens->month;
  if (tokens->n_numbers == 1)
    return TRUE;

  parts->day = tokens->numbers[day];
  return tokens->digits[day] <= 2 && parts->day > 0;
}

/* 2019-3-14, 2019/03, 14.03.2019, 3.2019, 2019: the day stands before the month. */
static gboolean
assemble_numbers (const Tokens *tokens,
                  Parts        *parts)
{
  guint n = tokens->n_numbers;
  gboolean year_first = tokens->digits[0] == 4;
  guint year = year_first ? 0 : n - 1;

  if (n == 0 || tokens->digits[year] != 4)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (i != year && tokens->digits[i] > 2)
      return FALSE;
  if (n > 2 && tokens->separators[0] != tokens->separators[1])
    return FALSE;

  parts->year = tokens->numbers[year];
  if (n > 1)
    parts->month = tokens->numbers[year_first ? 1 : n - 2];
  if (n > 2)
    parts->day = tokens->numbers[year_first ? 2 : 0];

  /* A zero that was typed is no part left out. */
  return (n < 2 || parts->month > 0) && (n < 3 || parts->day > 0);
}

static gboolean
check_calendar (const Parts  *parts,
                GError      **error)
{
  guint days;

  if (parts->year < NAZAR_DATE_MIN_YEAR || parts->year > NAZAR_DATE_MAX_YEAR)
    {
      g_set_error (error, NAZAR_DATE_ERROR, NAZAR_DATE_ERROR_RANGE,
                   /* Translators: both %d are years. */
                   _("The year must be from %d to %d."), NAZAR_DATE_MIN_YEAR, NAZAR_DATE_MAX_YEAR);
      return FALSE;
    }
  if (parts->month > 12)
    {
      g_set_error (error, NAZAR_DATE_ERROR, NAZAR_DATE_ERROR_CALENDAR,
                   /* Translators: %u is a number above 12. */
                   _("There is no month %u. Write the day before the month, such as 14.03.2019."),
                   parts->month);
      return FALSE;
    }
  days = parts->day > 0 ? g_date_get_days_in_month (parts->month, parts->year) : 0;
  if (parts->day > days)
    {
      g_set_error (error, NAZAR_DATE_ERROR, NAZAR_DATE_ERROR_CALENDAR,
                   /* Translators: of a month. */
                   ngettext ("That month has only %u day.", "That month has only %u days.", days),
                   days);
      return FALSE;
    }

  return TRUE;
}

static char *
to_canonical (const Parts *parts,
              gboolean     is_about)
{
  const char *about = is_about ? "~" : "";

  if (parts->day > 0)
    return g_strdup_printf ("%04u-%02u-%02u%s", parts->year, parts->month, parts->day, about);
  if (parts->month > 0)
    return g_strdup_printf ("%04u-%02u%s", parts->year, parts->month, about);

  return g_strdup_printf ("%04u%s", parts->year, about);
}

/**
 * nazar_date_normalize:
 * @input: a date as it is typed or printed: the canonical form, `14.03.2019`,
 *   `3.2019`, `14/03/2019` (the day first), `2019-3-4`, a month's name in any of the
 *   five languages, with `~`, `c.` or a word for "about" before or `~` after it
 * @error: return location for a #NazarDateError; its message says what is expected
 *
 * Returns: (transfer full) (nullable): the canonical form; %NULL on error
 */
char *
nazar_date_normalize (const char  *input,
                      GError     **error)
{
  Parts parts = { 0 };
  Tokens tokens;

  g_return_val_if_fail (input != NULL, NULL);

  if (strlen (input) <= MAX_BYTES)
    {
      g_autofree char *folded = nazar_fold (input);

      if (tokenize (folded, &tokens) && (tokens.month > 0 ? assemble_named (&tokens, &parts)
                                                          : assemble_numbers (&tokens, &parts)))
        return check_calendar (&parts, error) ? to_canonical (&parts, tokens.about) : NULL;
    }

  g_set_error_literal (error, NAZAR_DATE_ERROR, NAZAR_DATE_ERROR_UNREADABLE,
                       _("A date is expected here, such as 14.03.2019, 03.2019 or 2019. "
                         "Put ~ after a date that is approximate."));
  return NULL;
}
