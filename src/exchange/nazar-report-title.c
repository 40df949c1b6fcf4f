/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-title.h"

#include <string.h>

#define MAX_LENGTH 200
#define MAX_FURTHER_LENGTH 160
#define MAX_FURTHER_LINES 2

/**
 * nazar_report_title_trim:
 *
 * Returns: (transfer full) (nullable): a title without the marks around it
 */
char *
nazar_report_title_trim (const char *text,
                         gsize       length)
{
  while (length > 0 && strchr (" #*_=:", text[0]) != NULL)
    {
      text++;
      length--;
    }
  while (length > 0 && strchr (" #*_=:.", text[length - 1]) != NULL)
    length--;
  return length > 0 ? g_strndup (text, length) : NULL;
}

/* Whether line i goes on with the title before it: nothing stands between them, and after it
 * something new begins. */
static gboolean
goes_on (NazarReportOutline *outline,
         guint               i,
         const GString      *title)
{
  const NazarReportLine *line = nazar_report_lines_at (outline->lines, i);
  guint after = nazar_report_outline_next (outline, i);
  NazarReportMarker marker;

  if (nazar_report_outline_is_after_gap (outline, i) || outline->flags[i] != 0 ||
      line->length > MAX_FURTHER_LENGTH || nazar_report_outline_parse (outline, i, &marker))
    return FALSE;
  if (nazar_report_line_is_complete (title->str, title->len) ||
      nazar_report_line_is_complete (nazar_report_lines_text (outline->lines, i), line->length))
    return FALSE;
  return after >= outline->lines->lines->len || nazar_report_outline_is_after_gap (outline, after) ||
         outline->flags[after] != 0;
}

/**
 * nazar_report_title_read:
 * @i: the line where the title begins
 * @from: and the byte of it
 * @after: (out): the line after the title
 *
 * Returns: (transfer full) (nullable): the title
 */
char *
nazar_report_title_read (NazarReportOutline *outline,
                         guint               i,
                         gsize               from,
                         guint              *after)
{
  g_autoptr (GString) title = g_string_new (nazar_report_lines_text (outline->lines, i) + from);
  guint next = nazar_report_outline_next (outline, i);

  *after = i + 1;
  for (guint n = 0; n < MAX_FURTHER_LINES && next < outline->lines->lines->len && goes_on (outline, next, title); n++)
    {
      g_string_append_c (title, ' ');
      g_string_append (title, nazar_report_lines_text (outline->lines, next));
      *after = next + 1;
      next = nazar_report_outline_next (outline, next);
    }
  return nazar_report_title_trim (title->str, title->len);
}

/**
 * nazar_report_title_read_next:
 * @i: a line that holds only a section's number
 * @after: (out): the line after the title; a heading of a list is the title but not passed over
 *
 * Returns: (transfer full) (nullable): the title on the lines after it
 */
char *
nazar_report_title_read_next (NazarReportOutline *outline,
                              guint               i,
                              guint              *after)
{
  guint next = nazar_report_outline_next (outline, i);
  const NazarReportLine *line;
  NazarReportMarker marker;

  *after = i + 1;
  if (next >= outline->lines->lines->len || nazar_report_outline_parse (outline, next, &marker))
    return NULL;
  line = nazar_report_lines_at (outline->lines, next);
  if (line->length > MAX_LENGTH)
    return NULL;
  if (outline->flags[next] & NAZAR_REPORT_OUTLINE_HEADING)
    return nazar_report_title_trim (nazar_report_lines_text (outline->lines, next), line->length);
  return outline->flags[next] == 0 ? nazar_report_title_read (outline, next, 0, after) : NULL;
}
