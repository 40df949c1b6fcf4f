/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-lead.h"

#include "nazar-report-words.h"

#include <string.h>

#define MAX_LINES 12
#define MAX_LENGTH 4000 /* of a line of it */

/**
 * nazar_report_lead_begin:
 *
 * Returns: where the paragraph that ends in line @i begins, with its number, which may stand alone
 */
guint
nazar_report_lead_begin (NazarReportOutline *outline,
                         guint               i)
{
  NazarReportMarker marker;
  guint first = i;

  while (first > 0 && i - first < MAX_LINES)
    {
      if (nazar_report_outline_parse (outline, first, &marker) && marker.style != NAZAR_REPORT_MARKER_BARE)
        return first;
      if ((nazar_report_outline_is_after_gap (outline, first) &&
           nazar_report_outline_is_after_end (outline, first)) ||
          nazar_report_lines_at (outline->lines, first - 1)->length > MAX_LENGTH)
        break;
      first--;
    }
  if (first > 0 && nazar_report_outline_parse (outline, first - 1, &marker) && marker.alone &&
      marker.style == NAZAR_REPORT_MARKER_DOT)
    first--;
  return first;
}

/**
 * nazar_report_lead_recommends:
 *
 * Returns: whether the paragraph in these lines, which ends with a colon, leads to recommendations:
 *   its last sentence speaks of them
 */
gboolean
nazar_report_lead_recommends (NazarReportOutline *outline,
                              guint               begin,
                              guint               end)
{
  const NazarReportLine *line = nazar_report_lines_at (outline->lines, end);
  g_autoptr (GString) paragraph = NULL;
  const char *sentence;

  if (line->length == 0 || line->length > MAX_LENGTH ||
      nazar_report_lines_text (outline->lines, end)[line->length - 1] != ':')
    return FALSE;
  paragraph = g_string_new (NULL);
  for (guint i = begin; i <= end; i++)
    {
      g_string_append (paragraph, nazar_report_lines_text (outline->lines, i));
      g_string_append_c (paragraph, ' ');
    }
  sentence = g_strrstr (paragraph->str, ". ");
  sentence = sentence != NULL ? sentence + 2 : paragraph->str;
  return nazar_report_text_has (NAZAR_REPORT_WORDS_RECOMMEND, sentence, strlen (sentence)) &&
         !nazar_report_text_has (NAZAR_REPORT_WORDS_PAST, sentence, strlen (sentence)) &&
         !nazar_report_text_begins (NAZAR_REPORT_WORDS_FOLLOW_UP, sentence, strlen (sentence));
}

/**
 * nazar_report_lead_end:
 * @value: the number that line @i begins with
 *
 * Returns: the last line of the paragraph that begins in line @i, if it can lead to a list; else
 *   %G_MAXUINT
 */
guint
nazar_report_lead_end (NazarReportOutline *outline,
                       guint               i,
                       guint               value)
{
  for (guint k = i, n = 0; k < outline->lines->lines->len && n < MAX_LINES; n++)
    {
      const NazarReportLine *line = nazar_report_lines_at (outline->lines, k);
      guint next = nazar_report_outline_next (outline, k);
      NazarReportMarker marker;

      if (line->length > 0 && nazar_report_lines_text (outline->lines, k)[line->length - 1] == ':')
        return k;
      if (next >= outline->lines->lines->len || outline->flags[next] != 0)
        break;
      if (nazar_report_outline_parse (outline, next, &marker) && marker.style != NAZAR_REPORT_MARKER_BARE)
        return marker.style == NAZAR_REPORT_MARKER_DOTTED && marker.prefix == value && marker.value == 1
                 ? k
                 : G_MAXUINT;
      k = next;
    }
  return G_MAXUINT;
}
