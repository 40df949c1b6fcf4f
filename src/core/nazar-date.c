/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-date.h"

#include "nazar-language.h"
#include "nazar-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

G_DEFINE_QUARK (nazar-date-error-quark, nazar_date_error)

/* The Julian day of 1 January 1970, as GDate counts. */
#define EPOCH_JULIAN 719163
#define MS_PER_DAY (24.0 * 60 * 60 * 1000)

/* month and day are 0 where they are not known */
typedef struct
{
  guint year;
  guint month;
  guint day;
  gboolean about;
} Parts;

static guint
last_day (guint year,
          guint month)
{
  return g_date_get_days_in_month (month, year);
}

static gboolean
is_real (const Parts *parts)
{
  return parts->year >= NAZAR_DATE_MIN_YEAR && parts->year <= NAZAR_DATE_MAX_YEAR &&
         parts->month <= 12 &&
         (parts->day == 0 || parts->day <= last_day (parts->year, parts->month));
}

/* Reads exactly @n digits; returns what follows, or %NULL. */
static const char *
read_digits (const char *text,
             guint       n,
             guint      *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return NULL;
      *value = *value * 10 + (text[i] - '0');
    }

  return text + n;
}

static gboolean
parse_canonical (const char *date,
                 Parts      *parts)
{
  const char *rest;

  memset (parts, 0, sizeof *parts);
  if (date == NULL || (rest = read_digits (date, 4, &parts->year)) == NULL)
    return FALSE;
  if (*rest == '-')
    {
      rest = read_digits (rest + 1, 2, &parts->month);
      if (rest == NULL || parts->month == 0)
        return FALSE;
      if (*rest == '-')
        {
          rest = read_digits (rest + 1, 2, &parts->day);
          if (rest == NULL || parts->day == 0)
            return FALSE;
        }
    }
  if (*rest == '~')
    {
      parts->about = TRUE;
      rest++;
    }

  return *rest == '\0' && is_real (parts);
}

/**
 * nazar_date_is_valid:
 * @date: (nullable): text
 *
 * Returns: whether @date is a date in the canonical form
 */
gboolean
nazar_date_is_valid (const char *date)
{
  Parts parts;

  return parse_canonical (date, &parts);
}

/* ---- Order ---- */

static guint32
julian (guint year,
        guint month,
        guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/**
 * nazar_date_earliest:
 * @date: (nullable): a date; "about" makes no difference
 *
 * Returns: the Julian day, as GDate counts, of the earliest day that @date can
 *   mean; 0 when it is no date
 */
guint32
nazar_date_earliest (const char *date)
{
  Parts parts;

  if (!parse_canonical (date, &parts))
    return 0;

  return julian (parts.year, MAX (parts.month, 1), MAX (parts.day, 1));
}

/**
 * nazar_date_latest:
 * @date: (nullable): a date; "about" makes no difference
 *
 * Returns: the Julian day, as GDate counts, of the latest day that @date can mean;
 *   0 when it is no date
 */
guint32
nazar_date_latest (const char *date)
{
  Parts parts;

  if (!parse_canonical (date, &parts))
    return 0;
  if (parts.month == 0)
    parts.month = 12;
  if (parts.day == 0)
    parts.day = last_day (parts.year, parts.month);

  return julian (parts.year, parts.month, parts.day);
}

static int
exactness (const char *date)
{
  Parts parts;

  if (!parse_canonical (date, &parts))
    return 0;

  return 2 * ((parts.month > 0) + (parts.day > 0)) + !parts.about;
}

/**
 * nazar_date_compare:
 * @a: (nullable): a date
 * @b: (nullable): a date
 *
 * By the earliest possible day, then the more exact date is the later one, then
 * the one that is not "about". What is no date stands before every date.
 *
 * Returns: less than, equal to or more than 0
 */
int
nazar_date_compare (const char *a,
                    const char *b)
{
  guint32 day_a = nazar_date_earliest (a);
  guint32 day_b = nazar_date_earliest (b);

  if (day_a != day_b)
    return day_a < day_b ? -1 : 1;

  return exactness (a) - exactness (b);
}

/* ---- For people ---- */

typedef enum
{
  SHAPE_YEAR,
  SHAPE_MONTH,
  SHAPE_DAY,
  SHAPE_MOMENT,
  N_SHAPES,
} Shape;

#define MAX_LANGUAGES 8

/* A formatter is costly to make and serves one thread at a time. */
typedef struct
{
  UDateFormat *formats[MAX_LANGUAGES][N_SHAPES];
} Formatters;

static void
formatters_free (gpointer data)
{
  Formatters *self = data;

  for (guint i = 0; i < MAX_LANGUAGES; i++)
    for (guint j = 0; j < N_SHAPES; j++)
      g_clear_pointer (&self->formats[i][j], udat_close);
  g_free (self);
}

/* The calendar of today for all years, as in ISO 8601, without the gap of 1582. */
static void
use_one_calendar (UDateFormat *format)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_clone (udat_getCalendar (format), &status);

  ucal_setGregorianChange (calendar, -1e16, &status);
  if (U_SUCCESS (status))
    udat_setCalendar (format, calendar);
  g_clear_pointer (&calendar, ucal_close);
}

static UDateFormat *
open_format (const char *locale,
             Shape       shape)
{
  static const UChar *const skeletons[N_SHAPES] = { u"y", u"yMMMM", u"yMMMMd", u"yMMMMdHHmm" };
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[128];
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UDateFormat *format;
  int32_t length;

  length = udatpg_getBestPattern (generator, skeletons[shape], -1, pattern,
                                  G_N_ELEMENTS (pattern), &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, length, &status);
  g_clear_pointer (&generator, udatpg_close);
  if (U_FAILURE (status))
    {
      g_clear_pointer (&format, udat_close);
      return NULL;
    }

  use_one_calendar (format);
  return format;
}

/* (nullable): %NULL where ICU has no data */
static UDateFormat *
get_format (const NazarLanguage *language,
            Shape                shape)
{
  static GPrivate private = G_PRIVATE_INIT (formatters_free);
  Formatters *formatters = g_private_get (&private);
  UDateFormat **slot;

  if (formatters == NULL)
    {
      formatters = g_new0 (Formatters, 1);
      g_private_set (&private, formatters);
    }

  slot = &formatters->formats[language - nazar_languages ()][shape];
  if (*slot == NULL)
    *slot = open_format (language->icu_locale, shape);

  return *slot;
}

static char *
format_time (double               milliseconds,
             const NazarLanguage *language,
             Shape                shape)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = get_format (language, shape);
  UChar text[256];
  int32_t length;

  if (format == NULL)
    return NULL;

  length = udat_format (format, milliseconds, text, G_N_ELEMENTS (text), NULL, &status);
  if (U_FAILURE (status))
    return NULL;

  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

/**
 * nazar_date_format:
 * @date: a date
 * @language: one of the five ids
 *
 * Writes a date as people do.
 *
 * Returns: (transfer full): "14 March 2019", "about 2019"; @date itself when it is
 *   no date
 */
char *
nazar_date_format (const char *date,
                   const char *language)
{
  const NazarLanguage *found = nazar_language_find (language);
  g_autofree char *text = NULL;
  Parts parts;
  Shape shape;

  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (found != NULL, NULL);

  if (!parse_canonical (date, &parts))
    return g_strdup (date);

  shape = parts.day > 0 ? SHAPE_DAY : parts.month > 0 ? SHAPE_MONTH : SHAPE_YEAR;
  text = format_time (((double) nazar_date_earliest (date) - EPOCH_JULIAN) * MS_PER_DAY, found, shape);
  if (text == NULL)
    return g_strdup (date);
  if (parts.about)
    /* Translators: %s is a date known only approximately: "about March 2019". */
    return g_strdup_printf (nazar_words_context (nazar_words_for (language), "date", NC_ ("date", "about %s")), text);

  return g_steal_pointer (&text);
}

/* ---- Now ---- */

static GMutex today_mutex;
static char *today_override;

/**
 * nazar_today:
 *
 * Returns: (transfer full): the day by the local clock, or the one set by
 *   nazar_set_today(), as `YYYY-MM-DD`
 */
char *
nazar_today (void)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&today_mutex);

  if (today_override != NULL)
    return g_strdup (today_override);

  now = g_date_time_new_now_local ();
  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * nazar_set_today:
 * @date: (nullable): a whole date in the canonical form; %NULL for the clock again
 *
 * Makes nazar_today() answer with @date.
 *
 * Returns: %FALSE, and nothing is changed, when @date is not a whole date
 */
gboolean
nazar_set_today (const char *date)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Parts parts;

  if (date != NULL && (!parse_canonical (date, &parts) || parts.day == 0 || parts.about))
    return FALSE;

  locker = g_mutex_locker_new (&today_mutex);
  g_free (today_override);
  today_override = g_strdup (date);
  return TRUE;
}

/**
 * nazar_moment_now:
 *
 * Returns: (transfer full): this second by the clock, as `2026-11-24T01:02:03Z`
 */
char *
nazar_moment_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now),
                          g_date_time_get_hour (now), g_date_time_get_minute (now),
                          g_date_time_get_second (now));
}

/* (transfer full) (nullable) */
static GDateTime *
parse_moment (const char *moment)
{
  g_autofree char *day = NULL;
  const char *rest;
  guint hour, minute, second;
  Parts parts;

  if (moment == NULL || strlen (moment) != strlen ("2026-11-24T01:02:03Z"))
    return NULL;

  day = g_strndup (moment, strlen ("2026-11-24"));
  rest = moment + strlen ("2026-11-24");
  if (!parse_canonical (day, &parts) || *rest != 'T' ||
      (rest = read_digits (rest + 1, 2, &hour)) == NULL || *rest != ':' ||
      (rest = read_digits (rest + 1, 2, &minute)) == NULL || *rest != ':' ||
      (rest = read_digits (rest + 1, 2, &second)) == NULL || *rest != 'Z')
    return NULL;
  if (parts.day == 0 || hour > 23 || minute > 59 || second > 59)
    return NULL;

  return g_date_time_new_utc (parts.year, parts.month, parts.day, hour, minute, second);
}

/**
 * nazar_moment_is_valid:
 * @moment: (nullable): text
 *
 * Returns: whether @moment is a second of Universal Time as nazar_moment_now()
 *   writes it
 */
gboolean
nazar_moment_is_valid (const char *moment)
{
  g_autoptr (GDateTime) parsed = parse_moment (moment);

  return parsed != NULL;
}

/**
 * nazar_moment_format:
 * @moment: a moment
 * @language: one of the five ids
 *
 * Returns: (transfer full): day, hour and minute of the local clock, as people
 *   write them; @moment itself when it is no moment
 */
char *
nazar_moment_format (const char *moment,
                     const char *language)
{
  const NazarLanguage *found = nazar_language_find (language);
  g_autoptr (GDateTime) parsed = NULL;
  g_autoptr (GDateTime) local = NULL;
  gint64 seconds;
  char *text;

  g_return_val_if_fail (moment != NULL, NULL);
  g_return_val_if_fail (found != NULL, NULL);

  parsed = parse_moment (moment);
  if (parsed == NULL)
    return g_strdup (moment);

  /* The formatter runs in Universal Time: it is given the local clock's figures. */
  local = g_date_time_to_local (parsed);
  seconds = g_date_time_to_unix (local) + g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND;
  text = format_time (seconds * 1000.0, found, SHAPE_MOMENT);

  return text != NULL ? text : g_strdup (moment);
}

/**
 * nazar_date_days_between:
 * @from: a date
 * @to: a date
 *
 * Returns: how many days lie between the first possible day of each; negative where
 *   @to is the earlier one
 */
int
nazar_date_days_between (const char *from,
                         const char *to)
{
  return (int) nazar_date_earliest (to) - (int) nazar_date_earliest (from);
}
