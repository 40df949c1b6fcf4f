/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-pages.h"

#include "nazar-report-marker.h"
#include "nazar-report-words.h"

#include <string.h>

#define ZONE 3 /* so many lines at a page's top or bottom may be a header or footer */

static gboolean
is_number_alone (const char *text,
                 gsize       length)
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
is_page_label (const char *text,
               gsize       length)
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
      else if (nazar_report_text_is (NAZAR_REPORT_WORDS_PAGE, words[i], size))
        names++;
      else if (nazar_report_text_is (NAZAR_REPORT_WORDS_PAGE_OF, words[i], size))
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
is_print_number (const char *text,
                 gsize       length)
{
  return length > 7 && length < 30 && g_str_has_prefix (text, "GE.") && g_ascii_isdigit (text[3]) &&
         memchr (text, ' ', length > 20 ? 20 : length) == NULL;
}

/* A/HRC/24/7 alone: the running head of a document of the United Nations. */
static gboolean
is_symbol (const char *text,
           gsize       length)
{
  guint slashes = 0;

  if (length < 6 || length > 40 || !g_ascii_isupper (text[0]) || !g_ascii_isdigit (text[length - 1]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      slashes += text[i] == '/';
      if (!g_ascii_isalnum (text[i]) && strchr ("/.-", text[i]) == NULL)
        return FALSE;
    }
  return slashes >= 2;
}

/* ____ or * * *: what divides footnotes from the text, and other rules. */
static gboolean
is_rule (const char *text,
         gsize       length)
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
repeated_form (const char *text,
               gsize       length)
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
may_be_furniture (NazarReportLines *self,
                  guint             i)
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
for_each_zone_line (NazarReportLines *self,
                    void (*call) (NazarReportLines *, guint, gboolean, gpointer),
                    gpointer          data)
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
zone_key (NazarReportLines *self,
          guint             i,
          gboolean          top)
{
  g_autofree char *form = repeated_form (nazar_report_lines_text (self, i),
                                         nazar_report_lines_at (self, i)->length);

  return g_strconcat (top ? "t" : "b", form, NULL);
}

static void
count_zone_line (NazarReportLines *self,
                 guint             i,
                 gboolean          top,
                 gpointer          data)
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
mark_zone_line (NazarReportLines *self,
                guint             i,
                gboolean          top,
                gpointer          data)
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
mark_outer_number (NazarReportLines *self,
                   guint             i,
                   gboolean          top,
                   gpointer          data)
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
               is_rule (text, line->length) || is_symbol (text, line->length))
        line->kind = NAZAR_REPORT_LINE_FURNITURE;
    }
}

static gboolean
is_beside_page_number (NazarReportLines *self,
                       guint             i)
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
 * nazar_report_pages_find:
 *
 * Finds page numbers, headers and footers. A number alone whose place does not tell what it is
 * becomes %NAZAR_REPORT_LINE_NUMBER.
 */
void
nazar_report_pages_find (NazarReportLines *self)
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
has_leader (const char *text,
            gsize       length)
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
may_be_entry (NazarReportLines *self,
              guint             i)
{
  const NazarReportLine *line = nazar_report_lines_at (self, i);
  const char *text = self->buffer + line->text;

  if (line->kind != NAZAR_REPORT_LINE_TEXT)
    return TRUE;
  return line->length < 250 && strchr (".;:", text[line->length - 1]) == NULL;
}

static gboolean
ends_in_number (const char *text,
                gsize       length)
{
  return length > 2 && g_ascii_isdigit (text[length - 1]) && strchr (text, ' ') != NULL;
}

/* An entry without its page number and marks. */
static char *
entry_form (const char *text,
            gsize       length)
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
find_contents_end (NazarReportLines *self,
                   guint             begin)
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
 * nazar_report_pages_find_contents:
 *
 * Finds the table of contents, so that its entries are not taken for headings.
 */
void
nazar_report_pages_find_contents (NazarReportLines *self)
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
