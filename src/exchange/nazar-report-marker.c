/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-marker.h"

#include "nazar-report-words.h"

#include <string.h>

#define MAX_NUMBER 1500
#define BULLETS "-*+•·▪▫■□●○◦‣⁃–—―➢➤►▶✓✔❖♦→"

static gsize
skip_spaces (const char *text,
             gsize       length,
             gsize       at)
{
  while (at < length && text[at] == ' ')
    at++;
  return at;
}

static gsize
read_digits (const char *text,
             gsize       length,
             gsize       at,
             guint      *value)
{
  gsize begin = at;
  guint number = 0;

  while (at < length && g_ascii_isdigit (text[at]) && at - begin < 5)
    number = number * 10 + (guint) (text[at++] - '0');
  if (at == begin || (at < length && g_ascii_isdigit (text[at])) || number == 0)
    return begin;
  *value = number;
  return at;
}

static gunichar
char_at (const char *text,
         gsize       length,
         gsize       at)
{
  return at < length ? g_utf8_get_char (text + at) : 0;
}

static gboolean
is_opening (gunichar c)
{
  return c == '"' || c == '(' || c == 0x201C || c == 0x201E || c == 0x00AB || c == 0x2018;
}

/* Whether what follows a mark lets it be one: a space, nothing, or at once a sentence. */
static gboolean
mark_ends (const char *text,
           gsize       length,
           gsize       at)
{
  gunichar c = char_at (text, length, at);

  return at >= length || c == ' ' || g_unichar_isupper (c) || (is_opening (c) && c != '(');
}

static gboolean
finish (NazarReportMarker     *marker,
        NazarReportMarkerStyle style,
        guint                  value,
        const char            *text,
        gsize                  length,
        gsize                  label,
        gsize                  label_end,
        gsize                  after)
{
  marker->style = style;
  marker->value = value;
  marker->label = label;
  marker->label_end = label_end;
  marker->text = skip_spaces (text, length, after);
  marker->alone = marker->text >= length;
  return TRUE;
}

/**
 * nazar_report_roman:
 * @text: letters, all small or all capital
 * @length: their number
 *
 * Returns: the value of the roman number, or 0 if it is none (or over 399)
 */
guint
nazar_report_roman (const char *text,
                    gsize       length)
{
  static const struct { const char *digits; guint value; } parts[] = {
    { "c", 100 }, { "xc", 90 }, { "l", 50 }, { "xl", 40 }, { "x", 10 }, { "ix", 9 },
    { "v", 5 }, { "iv", 4 }, { "i", 1 },
  };
  char lower[12];
  const char *p = lower;
  guint value = 0;

  if (length == 0 || length >= sizeof lower)
    return 0;
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isupper (text[i]) != g_ascii_isupper (text[0]))
        return 0;
      lower[i] = g_ascii_tolower (text[i]);
    }
  lower[length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize size = strlen (parts[i].digits);
      guint most = size > 1 || parts[i].value == 5 || parts[i].value == 50 ? 1 : 3;

      for (guint n = 0; n < most && strncmp (p, parts[i].digits, size) == 0; n++)
        {
          value += parts[i].value;
          p += size;
        }
    }
  return *p == '\0' ? value : 0;
}

/* The place of a small letter in its alphabet as lists count, or 0. */
static guint
letter_value (gunichar c)
{
  static const char *const cyrillic = "абвгдежзиклмнопрстуфхцчшщэюя";
  guint place = 1;

  if (c >= 'a' && c <= 'z')
    return c - 'a' + 1;
  for (const char *p = cyrillic; *p != '\0'; p = g_utf8_next_char (p), place++)
    if (g_utf8_get_char (p) == c)
      return place;
  return 0;
}

/* 1. 1) 1.) 76.14 76.14. and the same with a letter: 12a) */
static gboolean
parse_number (const char        *text,
              gsize              length,
              gsize              at,
              NazarReportMarker *marker)
{
  guint value = 0, prefix = 0, parts = 1;
  gsize begin = at, end;

  at = read_digits (text, length, at, &value);
  if (at == begin)
    return FALSE;
  while (at + 1 < length && text[at] == '.' && g_ascii_isdigit (text[at + 1]) && parts < 4)
    {
      guint part = 0;
      gsize next = read_digits (text, length, at + 1, &part);

      if (next == at + 1 || (next - at > 4 && parts > 1))
        return FALSE;
      prefix = prefix * 1000 + value;
      value = part;
      at = next;
      parts++;
    }
  marker->prefix = prefix;
  if (at < length && g_ascii_islower (text[at]) && at + 1 < length && strchr (".)", text[at + 1]))
    at++;
  end = at;
  if (parts > 1)
    {
      if (at < length && (text[at] == '.' || text[at] == ')'))
        at++;
      if (!mark_ends (text, length, at))
        return FALSE;
      return finish (marker, NAZAR_REPORT_MARKER_DOTTED, value, text, length, begin, end, at);
    }
  /* “2016. In addition” ends a sentence with a year. */
  if (value > MAX_NUMBER)
    return FALSE;
  if (at + 1 < length && text[at] == ' ' && text[at + 1] == ')')
    at++;
  if (at < length && text[at] == '.' && at + 1 < length && text[at + 1] == ')')
    at++;
  if (at < length && text[at] == ')')
    return at + 1 >= length || text[at + 1] == ' ' || g_unichar_isalpha (char_at (text, length, at + 1)) ||
               is_opening (char_at (text, length, at + 1))
             ? finish (marker, NAZAR_REPORT_MARKER_PAREN, value, text, length, begin, end, at + 1)
             : FALSE;
  if (at < length && text[at] == '.')
    return mark_ends (text, length, at + 1)
             ? finish (marker, NAZAR_REPORT_MARKER_DOT, value, text, length, begin, end, at + 1)
             : FALSE;
  if (at >= length || (text[at] == ' ' && (g_unichar_isupper (char_at (text, length, skip_spaces (text, length, at))) ||
                                           is_opening (char_at (text, length, skip_spaces (text, length, at))))))
    return finish (marker, NAZAR_REPORT_MARKER_BARE, value, text, length, begin, end, at);
  return FALSE;
}

/* (12) (a) (ii) */
static gboolean
parse_round (const char        *text,
             gsize              length,
             NazarReportMarker *marker)
{
  guint value = 0;
  gsize at = skip_spaces (text, length, 1);
  gsize begin = at;
  gsize close;

  at = read_digits (text, length, at, &value);
  if (at > begin)
    {
      close = skip_spaces (text, length, at);
      return close < length && text[close] == ')' && (close + 1 >= length || text[close + 1] != ',')
               ? finish (marker, NAZAR_REPORT_MARKER_ROUND, value, text, length, begin, at, close + 1)
               : FALSE;
    }
  while (at < length && g_ascii_islower (text[at]) && at - begin < 6)
    at++;
  if (at == begin)
    {
      value = letter_value (char_at (text, length, at));
      at = value != 0 ? (gsize) (g_utf8_next_char (text + at) - text) : at;
    }
  else if (at - begin == 1)
    value = letter_value ((gunichar) text[begin]);
  else
    value = nazar_report_roman (text + begin, at - begin);
  if (value == 0 || at >= length || text[at] != ')')
    return FALSE;
  return finish (marker,
                 at - begin > 1 && g_ascii_islower (text[begin]) ? NAZAR_REPORT_MARKER_ROMAN
                                                                 : NAZAR_REPORT_MARKER_LETTER,
                 value, text, length, begin, at, at + 1);
}

/* a) a. ii) ii. */
static gboolean
parse_letter (const char        *text,
              gsize              length,
              NazarReportMarker *marker)
{
  gunichar first = char_at (text, length, 0);
  gsize at = (gsize) (g_utf8_next_char (text) - text);
  guint value = letter_value (first);

  if (value == 0)
    return FALSE;
  if (first < 0x80)
    {
      while (at < length && g_ascii_islower (text[at]) && at < 6)
        at++;
      if (at > 1)
        value = nazar_report_roman (text, at);
    }
  if (value == 0 || at >= length || (text[at] != ')' && text[at] != '.'))
    return FALSE;
  /* “a.” needs its space, so that abbreviations (“i.e.”) are none. */
  if (text[at] == '.' ? at + 1 < length && text[at + 1] != ' '
                      : at + 1 < length && text[at + 1] != ' ' &&
                          !g_unichar_isalpha (char_at (text, length, at + 1)))
    return FALSE;
  return finish (marker,
                 first < 0x80 && at > 1 ? NAZAR_REPORT_MARKER_ROMAN : NAZAR_REPORT_MARKER_LETTER,
                 value, text, length, 0, at, at + 1);
}

/* Skips the marks between a word and its number, or a number and its text. */
static gsize
skip_marks (const char *text,
            gsize       length,
            gsize       at,
            const char *marks)
{
  while (at < length && strchr (marks, text[at]) != NULL)
    at++;
  return at;
}

/* № 12, No. 12, #12 */
static gboolean
parse_numero (const char        *text,
              gsize              length,
              NazarReportMarker *marker)
{
  static const char *const signs[] = { "№", "No.", "No", "Nº", "N°", "#" };
  guint value = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize size = strlen (signs[i]);
      gsize begin, at;

      if (length <= size || strncmp (text, signs[i], size) != 0)
        continue;
      begin = skip_spaces (text, length, size);
      at = read_digits (text, length, begin, &value);
      if (at == begin)
        continue;
      if (at < length && strchr (".):", text[at]) == NULL && text[at] != ' ')
        return FALSE;
      return finish (marker, NAZAR_REPORT_MARKER_NUMERO, value, text, length, begin, at,
                     skip_marks (text, length, at, ".): "));
    }
  return FALSE;
}

static gsize
read_word (const char *text,
           gsize       length,
           gsize       at)
{
  while (at < length && g_unichar_isalpha (char_at (text, length, at)))
    at = (gsize) (g_utf8_next_char (text + at) - text);
  return at;
}

/* Recommendation 12: or Рекомендация № 12. or 12-tavsiya: */
static gboolean
parse_word (const char        *text,
            gsize              length,
            NazarReportMarker *marker)
{
  guint value = 0;
  gsize begin = 0, at, word_end;

  if (g_ascii_isdigit (text[0]))
    {
      gsize word;

      at = read_digits (text, length, 0, &value);
      word = skip_marks (text, length, at, "-");
      word_end = read_word (text, length, word);
      if (at == 0 || word == at || word_end == word || word_end - word > 60 ||
          !nazar_report_text_is (NAZAR_REPORT_WORDS_NOUN, text + word, word_end - word) ||
          (word_end < length && strchr (".:)", text[word_end]) == NULL))
        return FALSE;
      return finish (marker, NAZAR_REPORT_MARKER_WORD, value, text, length, 0, at,
                     skip_marks (text, length, word_end, ".:) "));
    }
  word_end = read_word (text, length, 0);
  if (word_end == 1 && (text[0] == 'R' || text[0] == 'r'))
    begin = skip_marks (text, length, 1, ".");
  else if (word_end > 4 && word_end < 60 &&
           nazar_report_text_is (NAZAR_REPORT_WORDS_NOUN, text, word_end))
    {
      begin = skip_marks (text, length, word_end, " #.");
      if (g_str_has_prefix (text + begin, "№"))
        begin = skip_spaces (text, length, begin + strlen ("№"));
      else if (g_str_has_prefix (text + begin, "No"))
        begin = skip_marks (text, length, begin + 2, ". ");
    }
  else
    return FALSE;
  at = read_digits (text, length, begin, &value);
  if (at == begin || (at < length && strchr (".:) ", text[at]) == NULL))
    return FALSE;
  /* “Recommendation 5 of the Committee …” speaks of one. */
  if (at < length && text[at] == ' ' &&
      g_unichar_islower (char_at (text, length, skip_spaces (text, length, at))))
    return FALSE;
  return finish (marker, NAZAR_REPORT_MARKER_WORD, value, text, length, begin, at,
                 skip_marks (text, length, at, ".:) "));
}

static gboolean
parse_bullet (const char        *text,
              gsize              length,
              NazarReportMarker *marker)
{
  gunichar c = char_at (text, length, 0);
  gsize at = (gsize) (g_utf8_next_char (text) - text);

  if (c == 'o' && at < length && text[at] == ' ')
    return g_unichar_isupper (char_at (text, length, skip_spaces (text, length, at)))
             ? finish (marker, NAZAR_REPORT_MARKER_BULLET, c, text, length, 0, 0, at)
             : FALSE;
  if (c == 0 || g_utf8_strchr (BULLETS, -1, c) == NULL)
    return FALSE;
  if (at < length && text[at] != ' ' && !g_unichar_isalpha (char_at (text, length, at)))
    return FALSE;
  if (at < length && text[at] != ' ' && c < 0x80)
    return FALSE;
  return finish (marker, NAZAR_REPORT_MARKER_BULLET, c, text, length, 0, 0, at);
}

/**
 * nazar_report_marker_parse:
 * @text: a cleaned line, ended by a NUL
 * @length: its bytes
 * @marker: (out): what was found
 *
 * Returns: whether the line begins with a number or a bullet of a list
 */
gboolean
nazar_report_marker_parse (const char        *text,
                           gsize              length,
                           NazarReportMarker *marker)
{
  memset (marker, 0, sizeof *marker);
  if (length == 0)
    return FALSE;
  if (g_ascii_isdigit (text[0]))
    return parse_number (text, length, 0, marker) || parse_word (text, length, marker);
  if (text[0] == '(')
    return parse_round (text, length, marker);
  return parse_bullet (text, length, marker) || parse_letter (text, length, marker) ||
         parse_numero (text, length, marker) || parse_word (text, length, marker);
}

/**
 * nazar_report_marker_is:
 * @marker: a marker
 * @style: the style of a list
 * @value: (out): the marker's value in that style
 *
 * A single small letter may be a letter or a roman number: the list decides.
 *
 * Returns: whether the marker is of that style
 */
gboolean
nazar_report_marker_is (const NazarReportMarker *marker,
                        NazarReportMarkerStyle   style,
                        guint                   *value)
{
  static const struct { guint letter, roman; } both[] = {
    { 9, 1 }, { 22, 5 }, { 24, 10 }, { 12, 50 }, { 3, 100 },
  };

  *value = marker->value;
  if (marker->style == style)
    return TRUE;
  if (style == NAZAR_REPORT_MARKER_ROMAN && marker->style == NAZAR_REPORT_MARKER_LETTER)
    for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
      if (both[i].letter == marker->value)
        {
          *value = both[i].roman;
          return TRUE;
        }
  return FALSE;
}

static gboolean
finish_section (NazarReportSection     *section,
                NazarReportSectionStyle style,
                guint                   value,
                const char             *text,
                gsize                   length,
                gsize                   label,
                gsize                   label_end)
{
  gsize title = label_end;

  section->style = style;
  section->value = value;
  section->label = label;
  section->label_end = label_end;
  while (title < length)
    {
      gunichar c = g_utf8_get_char (text + title);

      if (c >= 0x80 ? c != 0x2013 && c != 0x2014 : strchr (" .):-", (int) c) == NULL)
        break;
      title = (gsize) (g_utf8_next_char (text + title) - text);
    }
  section->title = title;
  return TRUE;
}

/* Capital letters that may be a roman number, or a letter that counts; Cyrillic letters of the
 * same form are often typed for Latin ones. The end of them; sets how many, and the first. */
static gsize
read_capitals (const char *text,
               gsize       length,
               gsize       at,
               guint      *value,
               guint      *n,
               char       *first)
{
  static const struct { gunichar cyrillic; char latin; } alike[] = {
    { 0x0406, 'I' }, { 0x0425, 'X' }, { 0x0421, 'C' }, { 0x041C, 'M' }, { 0x04C0, 'I' },
  };
  char letters[11] = { 0 };

  for (*n = 0; at < length && *n < 10; (*n)++)
    {
      gunichar c = g_utf8_get_char (text + at);

      for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
        if (alike[i].cyrillic == c)
          c = (guchar) alike[i].latin;
      if (c >= 0x80 || !g_ascii_isupper ((char) c))
        break;
      letters[*n] = (char) c;
      at = (gsize) (g_utf8_next_char (text + at) - text);
    }
  *first = letters[0];
  *value = nazar_report_roman (letters, *n);
  return at;
}

/* The place of a capital letter in its alphabet, or 0. */
static guint
capital_value (gunichar c,
               char     latin)
{
  guint value = letter_value (g_unichar_tolower (c));

  return c >= 0x80 && value > 0 && value <= 12 ? value : (latin != 0 ? (guint) (latin - 'A') + 1 : 0);
}

/* A roman or an arabic number at a place; the end of it, or the place itself. */
static gsize
read_section_number (const char *text,
                     gsize       length,
                     gsize       at,
                     guint      *value)
{
  gsize begin = at;
  guint n;
  char first;

  at = read_digits (text, length, at, value);
  if (at > begin)
    {
      guint part = 0;

      while (at + 1 < length && text[at] == '.' && g_ascii_isdigit (text[at + 1]))
        at = read_digits (text, length, at + 1, &part);
      return at;
    }
  at = read_capitals (text, length, at, value, &n, &first);
  return *value != 0 ? at : begin;
}

/* Section 2. Title, II бөлүм. Title, 2-bob. Title */
static gboolean
parse_section_word (const char         *text,
                    gsize               length,
                    NazarReportSection *section)
{
  guint value = 0;
  gsize word_end = read_word (text, length, 0);
  gsize at;

  if (word_end > 2 && word_end < 40 && nazar_report_text_is (NAZAR_REPORT_WORDS_SECTION, text, word_end) &&
      g_unichar_isupper (g_utf8_get_char (text)))
    {
      gsize begin = skip_spaces (text, length, word_end);

      at = read_section_number (text, length, begin, &value);
      if (at == begin && begin < length && text[begin] >= 'A' && text[begin] <= 'H')
        {
          value = (guint) (text[begin] - 'A') + 1;
          at = begin + 1;
        }
      return at > begin && (at >= length || strchr (" .:)-", text[at]) != NULL || (guchar) text[at] >= 0x80)
               ? finish_section (section, NAZAR_REPORT_SECTION_WORD, value, text, length, begin, at)
               : FALSE;
    }
  at = read_section_number (text, length, 0, &value);
  if (at > 0 && at < length)
    {
      gsize word = skip_marks (text, length, at, " -.");
      gsize end = word;

      /* Uzbek words hold apostrophes. */
      while (end < length && text[end] != ' ' && text[end] != '.' && text[end] != ':')
        end++;
      if (word > at && end > word && end - word < 40 &&
          nazar_report_text_is (NAZAR_REPORT_WORDS_SECTION, text + word, end - word) &&
          (end >= length || strchr (".: ", text[end]) != NULL) &&
          (text[at] == '-' || !g_ascii_isdigit (text[0])))
        {
          finish_section (section, NAZAR_REPORT_SECTION_WORD, value, text, length, 0, end);
          section->label_end = at;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * nazar_report_section_parse:
 * @text: a cleaned line
 * @length: its bytes
 * @section: (out): what was found
 *
 * Reads the number of a section. Whether the line is a heading at all (and not a sentence that
 * begins so) is for the caller to see, from the sequence and from what stands around.
 *
 * Returns: whether the line begins with a section's number
 */
gboolean
nazar_report_section_parse (const char         *text,
                            gsize               length,
                            NazarReportSection *section)
{
  gsize at = 0;
  guint value = 0, n = 0;
  char first = '\0';

  memset (section, 0, sizeof *section);
  if (length == 0)
    return FALSE;
  if (parse_section_word (text, length, section))
    return TRUE;
  if (g_ascii_isdigit (text[0]))
    {
      at = read_section_number (text, length, 0, &value);
      if (at == 0 || at >= length || (text[at] != '.' && text[at] != ' ') ||
          (text[at] == ' ' && memchr (text, '.', at) == NULL))
        return FALSE;
      finish_section (section, NAZAR_REPORT_SECTION_DECIMAL, value, text, length, 0, at);
      return section->title < length && g_unichar_isupper (g_utf8_get_char (text + section->title));
    }
  at = read_capitals (text, length, 0, &value, &n, &first);
  if (n == 0 && g_unichar_isupper (g_utf8_get_char (text)))
    {
      at = (gsize) (g_utf8_next_char (text) - text);
      n = 1;
    }
  if (n == 0 || (at < length && text[at] != '.' && text[at] != ')' && text[at] != ' '))
    return FALSE;
  if (n == 1 && value != 1)
    {
      guint letter = capital_value (g_utf8_get_char (text), first);

      section->alternative = value;
      if (at >= length || text[at] == ' ')
        return value == 5 || value == 10
                 ? finish_section (section, NAZAR_REPORT_SECTION_ROMAN, value, text, length, 0, at)
                 : FALSE;
      return letter != 0 ? finish_section (section, NAZAR_REPORT_SECTION_CAPITAL, letter, text, length, 0, at) : FALSE;
    }
  if (value == 0)
    return FALSE;
  return finish_section (section, NAZAR_REPORT_SECTION_ROMAN, value, text, length, 0, at);
}
