/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-notes.h"

#include "nazar-report-marker.h"
#include "nazar-report-marks.h"
#include "nazar-report-words.h"

#include <string.h>

/* The small roman number at the beginning of an endnote's text, or 0. */
static guint
roman_note_number (NazarReportLines *lines,
                   guint             i)
{
  const NazarReportLine *line = nazar_report_lines_at (lines, i);
  const char *text = lines->buffer + line->text;
  gsize end = 0;

  if (line->kind != NAZAR_REPORT_LINE_TEXT)
    return 0;
  while (end < line->length && end < 9 && strchr ("ivxlc", text[end]) != NULL)
    end++;
  return end > 0 && end < line->length && text[end] == ' ' ? nazar_report_roman (text, end) : 0;
}

/* The number at the beginning of a footnote's text, or 0. */
static guint
note_number (NazarReportLines *lines,
             guint             i)
{
  const NazarReportLine *line = nazar_report_lines_at (lines, i);
  const char *text = lines->buffer + line->text;
  gsize at = 0;
  guint value = 0, digits = 0;
  gboolean marked = FALSE;

  if (line->kind != NAZAR_REPORT_LINE_TEXT && line->kind != NAZAR_REPORT_LINE_NUMBER)
    return 0;
  if (text[0] == '[')
    marked = (at = 1) > 0;
  while (at < line->length && digits < 4)
    {
      int raised = nazar_report_marks_raised_digit (g_utf8_get_char (text + at));

      if (raised < 0 && !g_ascii_isdigit (text[at]))
        break;
      value = value * 10 + (guint) (raised >= 0 ? raised : text[at] - '0');
      marked = marked || raised >= 0;
      digits++;
      at = (gsize) (g_utf8_next_char (text + at) - text);
    }
  if (digits == 0 || digits > 3)
    return 0;
  if (at >= line->length)
    return line->kind == NAZAR_REPORT_LINE_NUMBER ? value : 0;
  if (strchr (".)]", text[at]) != NULL)
    return (text[0] == '[' && text[at] == ']') ||
               nazar_report_text_begins (NAZAR_REPORT_WORDS_NOTE, text + at + 1, line->length - at - 1)
             ? value
             : 0;
  if (text[at] == ' ')
    at++;
  if (at >= line->length)
    return 0;
  if (marked || nazar_report_text_begins (NAZAR_REPORT_WORDS_NOTE, text + at, line->length - at))
    return value;
  return g_unichar_isupper (g_utf8_get_char (text + at)) || strchr ("\"(", text[at]) != NULL ||
             (guchar) text[at] >= 0xC2
           ? value
           : 0;
}

static gboolean
is_list_line (NazarReportLines *lines,
              guint             i)
{
  const NazarReportLine *line = nazar_report_lines_at (lines, i);
  const char *text = lines->buffer + line->text;
  NazarReportMarker marker;
  gboolean certain;
  gsize rest;

  if (line->kind != NAZAR_REPORT_LINE_TEXT)
    return FALSE;
  if (nazar_report_is_heading (text, line->length, &certain, &rest))
    return TRUE;
  return nazar_report_marker_parse (text, line->length, &marker) &&
         (marker.style == NAZAR_REPORT_MARKER_PAREN || marker.style == NAZAR_REPORT_MARKER_DOT ||
          marker.style == NAZAR_REPORT_MARKER_DOTTED) &&
         note_number (lines, i) == 0;
}

/* Where the notes that begin here end; the line itself if what follows cannot be notes. */
static guint
find_notes_end (NazarReportLines *lines,
                guint             begin)
{
  guint32 page = nazar_report_lines_at (lines, begin)->page;
  guint i, text_lines = 0;

  if (lines->pages > 1)
    {
      for (i = begin; i < lines->lines->len && nazar_report_lines_at (lines, i)->page == page; i++)
        {
          text_lines += nazar_report_lines_at (lines, i)->kind == NAZAR_REPORT_LINE_TEXT;
          if (text_lines > 30 || is_list_line (lines, i))
            return begin;
        }
      return i;
    }
  for (i = begin; i < lines->lines->len && i - begin < 6; i++)
    {
      const NazarReportLine *line = nazar_report_lines_at (lines, i);
      const char *text = lines->buffer + line->text;

      if (i > begin && (line->kind != NAZAR_REPORT_LINE_TEXT || is_list_line (lines, i) ||
                        note_number (lines, i) != 0))
        return i;
      if (line->kind == NAZAR_REPORT_LINE_TEXT && nazar_report_line_is_complete (text, line->length))
        return i + 1;
      if (strstr (text, "http") != NULL && strchr (strstr (text, "http"), ' ') == NULL)
        return i + 1;
    }
  return i;
}

/* Whether what begins here are endnotes without a heading: the marks' numbers follow in their
 * order, and no list of recommendations does. */
static gboolean
is_endnotes (NazarReportLines *lines,
             guint             i,
             guint             n_marks,
             guint (*number) (NazarReportLines *, guint))
{
  guint expected = 1;

  for (; i < lines->lines->len; i++)
    {
      const NazarReportLine *line = nazar_report_lines_at (lines, i);
      gboolean certain;
      gsize rest;

      if (line->kind == NAZAR_REPORT_LINE_TEXT &&
          nazar_report_is_heading (lines->buffer + line->text, line->length, &certain, &rest))
        return FALSE;
      if (number (lines, i) == expected)
        expected++;
    }
  return expected > 3 && expected * 3 > n_marks;
}

static void
mark_notes (NazarReportLines *lines,
            guint             begin,
            guint             end)
{
  for (guint i = begin; i < end; i++)
    {
      NazarReportLine *line = nazar_report_lines_at (lines, i);

      if (line->kind == NAZAR_REPORT_LINE_TEXT || line->kind == NAZAR_REPORT_LINE_NUMBER)
        line->kind = NAZAR_REPORT_LINE_NOTE;
    }
}

/* Whether the mark of this note stands before it, on the same page or not far. */
static gboolean
is_near (NazarReportLines *lines,
         guint             mark,
         guint             note)
{
  if (mark == G_MAXUINT || mark > note)
    return FALSE;
  if (lines->pages > 1)
    return nazar_report_lines_at (lines, note)->page - nazar_report_lines_at (lines, mark)->page <= 1;
  return note - mark < 120;
}

static void
find_notes (NazarReportLines *lines,
            const guint      *mark_lines)
{
  guint last = 0, marks_end = 0, n_marks = 0;
  gboolean asked = FALSE;

  for (guint value = 1; value <= NAZAR_REPORT_MARK_MAX; value++)
    if (mark_lines[value] != G_MAXUINT)
      {
        marks_end = MAX (marks_end, mark_lines[value]);
        n_marks++;
      }
  for (guint i = 0; i < lines->lines->len; i++)
    {
      guint value = note_number (lines, i);
      guint end;

      if (value == 0 || value > NAZAR_REPORT_MARK_MAX)
        continue;
      if (value == 1 && n_marks > 4 && i > marks_end && !asked)
        {
          asked = TRUE;
          if (is_endnotes (lines, i, n_marks, note_number))
            {
              mark_notes (lines, i, lines->lines->len);
              return;
            }
        }
      if (value <= last || value > last + 4 || !is_near (lines, mark_lines[value], i))
        continue;
      end = find_notes_end (lines, i);
      if (end == i)
        continue;
      for (guint k = i; k < end; k++)
        last = MAX (last, note_number (lines, k) <= last + 4 ? note_number (lines, k) : 0);
      mark_notes (lines, i, end);
      i = end - 1;
    }
}

/* Endnotes that count i, ii, iii. */
static void
find_roman_notes (NazarReportLines *lines,
                  GArray           *found)
{
  guint n_marks = 0, last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const NazarReportMark *mark = &g_array_index (found, NazarReportMark, i);

      if (mark->chosen && mark->roman)
        {
          n_marks++;
          last = mark->line;
        }
    }
  for (guint i = last + 1; n_marks > 0 && i < lines->lines->len; i++)
    if (roman_note_number (lines, i) == 1)
      {
        if (is_endnotes (lines, i, n_marks, roman_note_number))
          mark_notes (lines, i, lines->lines->len);
        return;
      }
}

/* “** Not edited.” at the bottom of a page whose text has “word**”. */
static void
find_star_notes (NazarReportLines *lines)
{
  guint32 page = 0;
  gsize stars = 0;

  for (guint i = 0; lines->pages > 1 && i < lines->lines->len; i++)
    {
      NazarReportLine *line = nazar_report_lines_at (lines, i);
      char *text = lines->buffer + line->text;
      gsize begin = strspn (text, "*");

      if (line->page != page)
        stars = 0;
      page = line->page;
      if (line->kind != NAZAR_REPORT_LINE_TEXT)
        continue;
      if (begin > 0 && begin == stars && line->length > begin)
        {
          guint end = find_notes_end (lines, i);

          mark_notes (lines, i, end);
          i = end > i ? end - 1 : i;
        }
      else if (begin == 0)
        {
          gsize count = 0;

          while (count < line->length && text[line->length - 1 - count] == '*')
            count++;
          if (count > 0 && count < 4)
            {
              stars = count;
              line->length -= (guint32) count;
              text[line->length] = '\0';
            }
        }
    }
}

/* A single mark is only one if its note was found. */
static void
drop_lone_mark (NazarReportLines *lines,
                GArray           *marks)
{
  NazarReportMark *lone = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      NazarReportMark *mark = &g_array_index (marks, NazarReportMark, i);

      if (!mark->chosen)
        continue;
      if (lone != NULL || mark->sure != 0)
        return;
      lone = mark;
    }
  for (guint i = 0; lone != NULL && i < lines->lines->len; i++)
    if (nazar_report_lines_at (lines, i)->kind == NAZAR_REPORT_LINE_NOTE)
      return;
  if (lone != NULL)
    lone->chosen = FALSE;
}

/**
 * nazar_report_notes_remove:
 * @lines: the lines, after their furniture was found
 *
 * Takes footnote marks out of the lines and gives the lines of footnotes their kind.
 */
void
nazar_report_notes_remove (NazarReportLines *lines)
{
  g_autoptr (GArray) marks = nazar_report_marks_find (lines);
  g_autofree guint *mark_lines = g_new (guint, NAZAR_REPORT_MARK_MAX + 1);

  find_star_notes (lines);
  for (guint value = 0; value <= NAZAR_REPORT_MARK_MAX; value++)
    mark_lines[value] = G_MAXUINT;
  for (guint i = 0; i < marks->len; i++)
    {
      const NazarReportMark *mark = &g_array_index (marks, NazarReportMark, i);

      if (mark->chosen && !mark->roman && mark_lines[mark->value] == G_MAXUINT)
        mark_lines[mark->value] = mark->line;
    }
  find_notes (lines, mark_lines);
  find_roman_notes (lines, marks);
  drop_lone_mark (lines, marks);
  nazar_report_marks_cut (lines, marks);
}
