/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-lines.h"

#include "nazar-report-marker.h"
#include "nazar-report-text.h"
#include "nazar-report-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LINES 2000000
#define ZONE 3 /* so many lines at a page's top or bottom may be a header or footer */

const char *
nazar_report_lines_text (NazarReportLines *self, guint i)
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

/* Writes the cleaned line and its NUL; it is never longer than the line itself.
 * A soft hyphen stays only at the end, where it tells that a word goes on. */
static gsize
clean_line (const char *p, const char *end, char *to)
{
  char *begin = to;
  gboolean space = FALSE, soft = FALSE;

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
find_line_end (const char *p, const char *end, const char **next, gboolean *page)
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
nazar_report_lines_new (const char *text, gsize length, GCancellable *cancellable, GError **error)
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
nazar_report_line_is_complete (const char *text, gsize length)
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

static gboolean
is_number_alone (const char *text, gsize length)
{
  if (length == 0 || length > 4)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* Page 3, 3 of 9, стр. 3, 3-бет, - 3 -, 3/9 */
static gboolean
is_page_label (const char *text, gsize length)
{
  g_autoptr (GString) folded = NULL;
  g_auto (GStrv) words = NULL;
  guint numbers = 0, names = 0, links = 0;

  if (length < 2 || length > 40 || strpbrk (text, ";:?!") != NULL)
    return FALSE;
  folded = g_string_sized_new (length + 1);
  nazar_report_fold (text, length, folded);
  if (g_str_has_suffix (folded->str, "p a g e"))
    g_string_truncate (folded, folded->len - 6);
  words = g_strsplit (folded->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize size = strlen (words[i]);

      if (is_number_alone (words[i], size))
        numbers++;
      else if (nazar_report_word_is (NAZAR_REPORT_WORDS_PAGE, words[i], size))
        names++;
      else if (nazar_report_word_is (NAZAR_REPORT_WORDS_PAGE_OF, words[i], size))
        links++;
      else
        return FALSE;
    }
  if (numbers == 0 || numbers > 2 || names > 1 || links > 1)
    return FALSE;
  if (names == 1 || (links == 1 && numbers == 2))
    return TRUE;
  if (numbers == 2)
    return strchr (text, '/') != NULL && !g_str_has_suffix (text, ".");
  return (text[0] == '-' || g_str_has_prefix (text, "–") || g_str_has_prefix (text, "—")) &&
         (text[length - 1] == '-' || g_str_has_suffix (text, "–") || g_str_has_suffix (text, "—"));
}

/* GE.16-14016(E): the United Nations' print number. */
static gboolean
is_print_number (const char *text, gsize length)
{
  return length > 7 && length < 30 && g_str_has_prefix (text, "GE.") && g_ascii_isdigit (text[3]) &&
         memchr (text, ' ', length > 20 ? 20 : length) == NULL;
}

/* ____ or * * *: what divides footnotes from the text, and other rules. */
static gboolean
is_rule (const char *text, gsize length)
{
  guint marks = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 ? (c != 0x2014 && c != 0x2013 && c != 0x2500) : strchr ("_-=*. ", (int) c) == NULL)
        return FALSE;
      marks += c != ' ';
    }
  return marks >= 3;
}

/* A line as it repeats from page to page: its digits do not matter. */
static char *
repeated_form (const char *text, gsize length)
{
  GString *form = g_string_sized_new (length + 1);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (form->len == 0 || form->str[form->len - 1] != '#')
            g_string_append_c (form, '#');
        }
      else if (c != ' ')
        g_string_append_unichar (form, g_unichar_tolower (c));
    }
  return g_string_free (form, FALSE);
}

static gboolean
may_be_furniture (NazarReportLines *self, guint i)
{
  const NazarReportLine *line = nazar_report_lines_at (self, i);
  const char *text = self->buffer + line->text;
  NazarReportMarker marker;
  gboolean certain;
  gsize rest;

  if (line->kind != NAZAR_REPORT_LINE_TEXT || line->length > 300)
    return FALSE;
  if (nazar_report_is_heading (text, line->length, &certain, &rest))
    return FALSE;
  return !nazar_report_marker_parse (text, line->length, &marker) ||
         (marker.style == NAZAR_REPORT_MARKER_BARE && !marker.alone);
}

/* Calls on the lines of the top and the bottom zone of each page. */
static void
for_each_zone_line (NazarReportLines *self, void (*call) (NazarReportLines *, guint, gboolean, gpointer),
                    gpointer data)
{
  guint begin = 0;

  while (begin < self->lines->len)
    {
      guint32 page = nazar_report_lines_at (self, begin)->page;
      guint end = begin, left;

      while (end < self->lines->len && nazar_report_lines_at (self, end)->page == page)
        end++;
      left = ZONE;
      for (guint i = begin; i < end && left > 0; i++)
        if (nazar_report_lines_at (self, i)->kind != NAZAR_REPORT_LINE_BLANK)
          {
            call (self, i, TRUE, data);
            left--;
          }
      left = ZONE;
      for (guint i = end; i > begin && left > 0; i--)
        if (nazar_report_lines_at (self, i - 1)->kind != NAZAR_REPORT_LINE_BLANK)
          {
            call (self, i - 1, FALSE, data);
            left--;
          }
      begin = end;
    }
}

static char *
zone_key (NazarReportLines *self, guint i, gboolean top)
{
  g_autofree char *form = repeated_form (nazar_report_lines_text (self, i),
                                         nazar_report_lines_at (self, i)->length);

  return g_strconcat (top ? "t" : "b", form, NULL);
}

static void
count_zone_line (NazarReportLines *self, guint i, gboolean top, gpointer data)
{
  GHashTable *counts = data;

  if (may_be_furniture (self, i))
    {
      char *key = zone_key (self, i, top);

      g_hash_table_replace (counts, key,
                            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
}

static void
mark_zone_line (NazarReportLines *self, guint i, gboolean top, gpointer data)
{
  GHashTable *counts = data;
  NazarReportLine *line = nazar_report_lines_at (self, i);


  if (may_be_furniture (self, i))
    {
      g_autofree char *key = zone_key (self, i, top);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      if (count >= 2 && strlen (key) > 3 && (count >= 3 || count * 3 >= self->pages))
        line->kind = NAZAR_REPORT_LINE_FURNITURE;
    }
}

/* A number alone that is the outermost line of its page is the page's number. */
static void
mark_outer_number (NazarReportLines *self, guint i, gboolean top, gpointer data)
{
  guint *done = data;
  NazarReportLine *line = nazar_report_lines_at (self, i);
  guint side = line->page * 2 + (top ? 1 : 0);

  if (line->kind == NAZAR_REPORT_LINE_FURNITURE || *done == side)
    return;
  *done = side;
  if (line->kind == NAZAR_REPORT_LINE_NUMBER)
    line->kind = NAZAR_REPORT_LINE_FURNITURE;
}

/* What is a page label wherever it stands, and what numbers stand alone. */
static void
find_page_numbers (NazarReportLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      NazarReportLine *line = nazar_report_lines_at (self, i);
      const char *text = self->buffer + line->text;

      if (line->kind != NAZAR_REPORT_LINE_TEXT)
        continue;
      if (is_number_alone (text, line->length))
        line->kind = NAZAR_REPORT_LINE_NUMBER;
      else if (is_page_label (text, line->length) || is_print_number (text, line->length) ||
               is_rule (text, line->length))
        line->kind = NAZAR_REPORT_LINE_FURNITURE;
    }
}

static gboolean
is_beside_page_number (NazarReportLines *self, guint i)
{
  for (guint k = i; k > 0 && i - k < 3; k--)
    {
      guint8 kind = nazar_report_lines_at (self, k - 1)->kind;

      if (kind == NAZAR_REPORT_LINE_NUMBER || kind == NAZAR_REPORT_LINE_FURNITURE)
        return TRUE;
      if (kind != NAZAR_REPORT_LINE_BLANK)
        break;
    }
  for (guint k = i + 1; k < self->lines->len && k - i < 4; k++)
    {
      guint8 kind = nazar_report_lines_at (self, k)->kind;

      if (kind == NAZAR_REPORT_LINE_NUMBER || kind == NAZAR_REPORT_LINE_FURNITURE)
        return TRUE;
      if (kind != NAZAR_REPORT_LINE_BLANK)
        break;
    }
  return FALSE;
}

/* In a text without marked pages: lines that repeat beside page numbers. */
static void
find_repeated_lines (NazarReportLines *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        NazarReportLine *line = nazar_report_lines_at (self, i);
        g_autofree char *key = NULL;
        guint count;

        if (line->kind != NAZAR_REPORT_LINE_TEXT || line->length > 160 ||
            !is_beside_page_number (self, i) || !may_be_furniture (self, i))
          continue;
        key = repeated_form (self->buffer + line->text, line->length);
        count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
        if (pass == 0)
          g_hash_table_replace (counts, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
        else if (count >= 3 && strlen (key) > 3)
          line->kind = NAZAR_REPORT_LINE_FURNITURE;
      }
}

/**
 * nazar_report_lines_find_furniture:
 *
 * Finds page numbers, headers and footers. A number alone whose place does not tell what it is
 * becomes %NAZAR_REPORT_LINE_NUMBER.
 */
void
nazar_report_lines_find_furniture (NazarReportLines *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  find_page_numbers (self);
  if (self->pages > 1)
    {
      guint done = 0;

      for_each_zone_line (self, count_zone_line, counts);
      for_each_zone_line (self, mark_zone_line, counts);
      for_each_zone_line (self, mark_outer_number, &done);
    }
  else
    {
      find_repeated_lines (self);
    }
}

/* Dots that lead to a page number, or a page number after several spaces. */
static gboolean
has_leader (const char *text, gsize length)
{
  guint dots = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '.')
        dots++;
      else if (length - i >= 3 && strncmp (text + i, "…", 3) == 0)
        {
          dots += 2;
          i += 2;
        }
      else if (text[i] != ' ')
        dots = 0;
      if (dots >= 4)
        return TRUE;
    }
  return FALSE;
}

/* Whether a line under the heading “Contents” can still be an entry. */
static gboolean
may_be_entry (NazarReportLines *self, guint i)
{
  const NazarReportLine *line = nazar_report_lines_at (self, i);
  const char *text = self->buffer + line->text;

  if (line->kind != NAZAR_REPORT_LINE_TEXT)
    return TRUE;
  return line->length < 250 && strchr (".;:", text[line->length - 1]) == NULL;
}

static gboolean
ends_in_number (const char *text, gsize length)
{
  return length > 2 && g_ascii_isdigit (text[length - 1]) && strchr (text, ' ') != NULL;
}

/* An entry without its page number and marks. */
static char *
entry_form (const char *text, gsize length)
{
  g_autoptr (GString) folded = g_string_sized_new (length + 1);
  gsize size;

  nazar_report_fold (text, length, folded);
  size = folded->len;
  while (size > 0 && (g_ascii_isdigit (folded->str[size - 1]) || folded->str[size - 1] == ' '))
    size--;
  return g_strndup (folded->str, size);
}

/* The end of the table that a heading opens: the first line that is no entry, or the first that
 * repeats an entry (the report itself begins). Without either, and without page numbers, the
 * heading opened nothing. */
static guint
find_contents_end (NazarReportLines *self, guint begin)
{
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint last_numbered = begin;
  guint i;

  for (i = begin; i < self->lines->len && i - begin < 400 && may_be_entry (self, i); i++)
    {
      const NazarReportLine *line = nazar_report_lines_at (self, i);
      const char *text = self->buffer + line->text;
      char *form;

      if (line->kind != NAZAR_REPORT_LINE_TEXT)
        continue;
      form = entry_form (text, line->length);
      if (strlen (form) > 3 && g_hash_table_contains (entries, form) && !ends_in_number (text, line->length))
        {
          g_free (form);
          return i;
        }
      g_hash_table_add (entries, form);
      if (ends_in_number (text, line->length))
        last_numbered = i + 1;
    }
  return last_numbered;
}

/**
 * nazar_report_lines_find_contents:
 *
 * Finds the table of contents, so that its entries are not taken for headings.
 */
void
nazar_report_lines_find_contents (NazarReportLines *self)
{
  guint last = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      NazarReportLine *line = nazar_report_lines_at (self, i);
      const char *text = self->buffer + line->text;

      if (line->kind != NAZAR_REPORT_LINE_TEXT)
        continue;
      if (line->length < 250 && has_leader (text, line->length))
        {
          line->kind = NAZAR_REPORT_LINE_CONTENTS;
          /* What stands between two entries is the first line of the second. */
          for (guint k = last; last > 0 && k < i && i - last < 8; k++)
            if (nazar_report_lines_at (self, k)->kind == NAZAR_REPORT_LINE_TEXT)
              nazar_report_lines_at (self, k)->kind = NAZAR_REPORT_LINE_CONTENTS;
          last = i + 1;
        }
      else if (line->length < 60 &&
               nazar_report_text_is (NAZAR_REPORT_WORDS_CONTENTS, text, line->length))
        {
          guint end = find_contents_end (self, i + 1);

          for (guint k = i; k < end; k++)
            if (nazar_report_lines_at (self, k)->kind == NAZAR_REPORT_LINE_TEXT)
              nazar_report_lines_at (self, k)->kind = NAZAR_REPORT_LINE_CONTENTS;
          last = end > i + 1 ? end : last;
          i = MAX (i, end > 0 ? end - 1 : 0);
        }
    }
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

/**
 * nazar_report_lines_compact:
 *
 * Keeps only lines of text and numbers alone, each with what stood before it.
 */
void
nazar_report_lines_compact (NazarReportLines *self)
{
  gboolean blank = TRUE, page = FALSE;
  guint kept = 0;

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
          line.blank_before = blank;
          line.page_before = page;
          blank = page = FALSE;
          *nazar_report_lines_at (self, kept++) = line;
        }
    }
  g_array_set_size (self->lines, kept);
}
