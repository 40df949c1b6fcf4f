/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-lines.h"

#include "nazar-report-text.h"
#include "nazar-report-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LINES 2000000
#define MAX_SPLIT_LENGTH 4000
#define MAX_NOUN_LENGTH 60

const char *
nazar_report_lines_text (NazarReportLines *self,
                         guint             i)
{
  return self->buffer + nazar_report_lines_at (self, i)->text;
}

/* What a character becomes: 0 for nothing. */
static gunichar
clean_char (gunichar c)
{
  if (c == 0x00A0 || c == '\t' || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000)
    return ' ';
  if (c == 0x200B || c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F || c == 0x2060 ||
      c == 0xFEFF || (c >= 0x202A && c <= 0x202E) || c < 0x20 || (c >= 0x7F && c < 0xA0))
    return 0;
  if (c == 0x2010 || c == 0x2011)
    return '-';
  if (c == 0x2212 || c == 0x2015)
    return 0x2013;
  /* Bullets of symbol fonts. */
  if (c >= 0xF000 && c <= 0xF0FF)
    return 0x2022;
  return c;
}

static const char *
ligature (gunichar c)
{
  static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

/* The marks that Markdown puts before a heading are no text. */
static const char *
skip_heading_marks (const char *p,
                    const char *end)
{
  const char *after = p;

  while (after < end && *after == '#' && after - p < 6)
    after++;
  return after > p && after < end && *after == ' ' ? after : p;
}

/* Writes the cleaned line and its NUL; it is never longer than the line itself.
 * A soft hyphen stays only at the end, where it tells that a word goes on. */
static gsize
clean_line (const char *p,
            const char *end,
            char       *to)
{
  char *begin = to;
  gboolean space = FALSE, soft = FALSE;

  p = skip_heading_marks (p, end);
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letters = ligature (c);

      if (c == 0x00AD || (c == 0x00AC && to > begin))
        {
          soft = TRUE;
          continue;
        }
      c = clean_char (c);
      if (c == ' ')
        space = to > begin;
      if (c == ' ' || c == 0)
        continue;
      if (space)
        *to++ = ' ';
      space = soft = FALSE;
      if (letters != NULL)
        while (*letters != '\0')
          *to++ = *letters++;
      else
        to += g_unichar_to_utf8 (c, to);
    }
  if (soft && to > begin)
    to += g_unichar_to_utf8 (0x00AD, to);
  *to = '\0';
  return (gsize) (to - begin);
}

/* The end of the line that begins at p; sets where the next begins and whether a page ends. */
static const char *
find_line_end (const char  *p,
               const char  *end,
               const char **next,
               gboolean    *page)
{
  *page = FALSE;
  for (; p < end; p++)
    {
      guchar c = (guchar) *p;

      if (c == '\n' || c == '\v' || c == '\f' || c == '\r')
        {
          *page = c == '\f';
          *next = p + (c == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1);
          return p;
        }
      if (c == 0xC2 && p + 1 < end && (guchar) p[1] == 0x85)
        {
          *next = p + 2;
          return p;
        }
      if (c == 0xE2 && p + 2 < end && (guchar) p[1] == 0x80 &&
          ((guchar) p[2] == 0xA8 || (guchar) p[2] == 0xA9))
        {
          *next = p + 3;
          return p;
        }
    }
  *next = end;
  return end;
}

/* The length that nine of ten lines of more than a few words do not pass. */
static guint
measure_width (NazarReportLines *self)
{
  guint counts[401] = { 0 };
  guint all = 0, seen = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const NazarReportLine *line = nazar_report_lines_at (self, i);
      glong chars = line->length > 1600 ? 400 : g_utf8_strlen (self->buffer + line->text, line->length);

      if (chars < 20)
        continue;
      counts[MIN (chars, 400)]++;
      all++;
    }
  for (guint i = 0; i <= 400; i++)
    {
      seen += counts[i];
      if (all > 0 && seen * (guint64) 10 >= all * (guint64) 9)
        return i;
    }
  return 80;
}

/**
 * nazar_report_lines_new:
 * @text: valid UTF-8
 * @length: its bytes, less than 2 GiB
 * @cancellable: (nullable):
 *
 * Divides the text into cleaned lines. Several empty lines become one.
 *
 * Returns: (transfer full) (nullable): the lines; %NULL with %G_IO_ERROR_CANCELLED or
 *   %NAZAR_REPORT_TEXT_ERROR_TOO_LARGE
 */
NazarReportLines *
nazar_report_lines_new (const char   *text,
                        gsize         length,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (NazarReportLines) self = g_new0 (NazarReportLines, 1);
  const char *p = text, *end = text + length;
  gboolean page_ended = FALSE;
  guint number = 0;
  char *to;

  self->buffer = to = g_malloc (length + 2);
  self->lines = g_array_new (FALSE, FALSE, sizeof (NazarReportLine));
  self->pages = 1;
  while (p < end)
    {
      NazarReportLine line = { 0 };
      const char *next;
      gboolean page;
      const char *stop = find_line_end (p, end, &next, &page);

      if ((++number & 0xFFF) == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      line.start = (guint32) (p - text);
      line.end = (guint32) (stop - text);
      line.text = (guint32) (to - self->buffer);
      line.length = (guint32) clean_line (p, stop, to);
      line.number = number;
      line.page = self->pages;
      line.page_before = page_ended;
      line.kind = line.length > 0 ? NAZAR_REPORT_LINE_TEXT : NAZAR_REPORT_LINE_BLANK;
      if (line.length > 0 || page_ended || self->lines->len == 0 ||
          nazar_report_lines_at (self, self->lines->len - 1)->kind != NAZAR_REPORT_LINE_BLANK)
        {
          g_array_append_val (self->lines, line);
          to += line.length + 1;
        }
      page_ended = page;
      self->pages += page ? 1 : 0;
      p = next;
      if (self->lines->len > MAX_LINES)
        {
          g_set_error (error, NAZAR_REPORT_TEXT_ERROR, NAZAR_REPORT_TEXT_ERROR_TOO_LARGE,
                       _("This text has more than %d lines. No report is so long."), MAX_LINES);
          return NULL;
        }
    }
  self->width = measure_width (self);
  return g_steal_pointer (&self);
}

void
nazar_report_lines_free (NazarReportLines *self)
{
  g_free (self->buffer);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

/**
 * nazar_report_line_is_complete:
 *
 * Returns: whether the text ends as a sentence or a part of a list ends
 */
gboolean
nazar_report_line_is_complete (const char *text,
                               gsize       length)
{
  const char *p = text + length;
  gboolean closed = FALSE;

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c < 0x80 ? strchr (".;:!?", (int) c) != NULL : c == 0x2026)
        return TRUE;
      if (c != '"' && c != ')' && c != ']' && c != 0x201D && c != 0x00BB && c != 0x2019 && c != ' ')
        return FALSE;
      /* A bracket that closes a line closes most often a remark. */
      closed = TRUE;
    }
  return closed;
}

/* Of the numbers alone whose place did not tell, the longest row that grows is the pages';
 * the others, and years, are text. */
static void
tell_numbers (NazarReportLines *self)
{
  g_autoptr (GArray) tails = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *before = g_new (guint, self->lines->len + 1);
  guint at;

  for (guint i = 0; i < self->lines->len; i++)
    {
      NazarReportLine *line = nazar_report_lines_at (self, i);
      guint low = 0, high = tails->len;
      guint value;

      if (line->kind != NAZAR_REPORT_LINE_NUMBER)
        continue;
      value = (guint) strtoul (self->buffer + line->text, NULL, 10);
      line->kind = NAZAR_REPORT_LINE_TEXT;
      if (value == 0 || (value >= 1900 && value <= 2100))
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;
          const char *text = nazar_report_lines_text (self, g_array_index (tails, guint, middle));

          if (strtoul (text, NULL, 10) < value)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? g_array_index (tails, guint, low - 1) : G_MAXUINT;
      if (low == tails->len)
        g_array_append_val (tails, i);
      else
        g_array_index (tails, guint, low) = i;
    }
  at = tails->len > 0 ? g_array_index (tails, guint, tails->len - 1) : G_MAXUINT;
  for (; at != G_MAXUINT; at = before[at])
    nazar_report_lines_at (self, at)->kind = NAZAR_REPORT_LINE_NUMBER;
}

/* In a text with an empty line after every line only more of them mean something. Such a text
 * shows itself by lines that break off before the empty line. */
static void
read_double_spacing (NazarReportLines *self)
{
  guint apart = 0, broken = 0;

  for (guint i = 1; i < self->lines->len; i++)
    {
      const NazarReportLine *before = nazar_report_lines_at (self, i - 1);

      if (!nazar_report_lines_at (self, i)->blank_before)
        continue;
      apart++;
      broken += !nazar_report_line_is_complete (self->buffer + before->text, before->length);
    }
  if (apart * 10 < self->lines->len * 8 || broken * 2 < apart)
    return;
  for (guint i = 1; i < self->lines->len; i++)
    {
      NazarReportLine *line = nazar_report_lines_at (self, i);

      line->blank_before = line->blank_before && line->number > nazar_report_lines_at (self, i - 1)->number + 2;
    }
}

/* Where a heading with a colon begins inside a line, after a sentence: text layers lose the ends
 * of lines. 0 for nowhere. */
static gsize
find_heading_inside (const char *text,
                     gsize       length)
{
  const char *colon = text;

  if (length > MAX_SPLIT_LENGTH)
    return 0;
  while ((colon = strchr (colon, ':')) != NULL)
    {
      const char *word = colon;

      while (word > text && word[-1] != ' ' && colon - word < MAX_NOUN_LENGTH)
        word--;
      if (word > text + 1 && word[-1] == ' ' && strchr (".!?)]\"0123456789", word[-2]) != NULL &&
          g_unichar_isupper (g_utf8_get_char (word)) &&
          nazar_report_text_is (NAZAR_REPORT_WORDS_NOUN, word, (gsize) (colon - word)))
        return (gsize) (word - text);
      colon++;
    }
  return 0;
}

/* Makes two lines of one. */
static void
split_line (NazarReportLines *self,
            NazarReportLine  *line,
            NazarReportLine  *second,
            gsize             at)
{
  *second = *line;
  second->text += (guint32) at;
  second->length -= (guint32) at;
  second->start += (guint32) at;
  second->blank_before = second->page_before = FALSE;
  line->length = (guint32) at - 1;
  self->buffer[line->text + line->length] = '\0';
}

/**
 * nazar_report_lines_compact:
 *
 * Keeps only lines of text and numbers alone, each with what stood before it.
 */
void
nazar_report_lines_compact (NazarReportLines *self)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (NazarReportLine));
  gboolean blank = TRUE, page = FALSE;

  tell_numbers (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      NazarReportLine line = *nazar_report_lines_at (self, i);

      page = page || line.page_before;
      if (line.kind == NAZAR_REPORT_LINE_BLANK)
        blank = TRUE;
      else if (line.kind != NAZAR_REPORT_LINE_TEXT && line.kind != NAZAR_REPORT_LINE_NUMBER)
        page = TRUE;
      else
        {
          NazarReportLine second;
          gsize at = find_heading_inside (self->buffer + line.text, line.length);

          line.blank_before = blank;
          line.page_before = page;
          blank = page = FALSE;
          if (at > 0)
            split_line (self, &line, &second, at);
          g_array_append_val (kept, line);
          if (at > 0)
            g_array_append_val (kept, second);
        }
    }
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&kept);
  read_double_spacing (self);
}
