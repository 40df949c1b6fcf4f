/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-plain.h"

#include "nazar-report-walk.h"
#include "nazar-report-words.h"

#include <string.h>

#define MAX_GAP 20
#define FEW 3

/* The beginning and the end of an item's text, where it says what it is. */
static char *
item_ends (NazarReportOutline     *outline,
           NazarReportList        *list,
           const NazarReportFound *found)
{
  GString *ends = g_string_new (NULL);
  const NazarReportPiece *pieces = &g_array_index (list->pieces, NazarReportPiece, found->first_piece);

  for (guint i = 0; i < found->n_pieces && i < 4; i++)
    {
      const char *text = nazar_report_lines_text (outline->lines, pieces[i].line) + pieces[i].from;

      g_string_append_len (ends, text, MIN (pieces[i].to - pieces[i].from, 400));
      g_string_append_c (ends, ' ');
    }
  if (found->n_pieces > 4)
    g_string_append (ends, nazar_report_lines_text (outline->lines, pieces[found->n_pieces - 1].line) +
                             pieces[found->n_pieces - 1].from);
  return g_string_free (ends, FALSE);
}

/* Whether a text asks for something: by its verb at the beginning, or by a word such as “should”;
 * or whether it ends with the recommending State in brackets. */
static gboolean
asks (const char *text)
{
  const char *begin = g_str_has_prefix (text, "To ") ? text + 3 : text;
  gsize length = strlen (text);

  if (nazar_report_text_begins (NAZAR_REPORT_WORDS_ASK, begin, strlen (begin)) ||
      nazar_report_text_has (NAZAR_REPORT_WORDS_MUST, text, length))
    return TRUE;
  while (length > 0 && strchr (" .;", text[length - 1]) != NULL)
    length--;
  return length > 0 && text[length - 1] == ')';
}

/**
 * nazar_report_plain_new:
 * @outline: of a report in which no heading opens a list
 *
 * Returns: (transfer full): its numbered list, if most of it asks for something; else nothing
 */
NazarReportList *
nazar_report_plain_new (NazarReportOutline *outline)
{
  g_autoptr (NazarReportList) list = nazar_report_walk_plain (outline);
  guint asking = 0;

  for (guint i = 0; i < list->found->len; i++)
    {
      NazarReportFound *found = &g_array_index (list->found, NazarReportFound, i);
      g_autofree char *ends = item_ends (outline, list, found);

      if (!(found->flags & NAZAR_REPORT_FOUND_OWN_WORD))
        found->flags |= NAZAR_REPORT_FOUND_NO_HEADING;
      if (asks (ends))
        asking++;
      else
        found->flags |= NAZAR_REPORT_FOUND_NO_REQUEST;
    }
  if (list->found->len < FEW || asking * 5 < list->found->len * 3)
    return nazar_report_list_new_empty ();
  return g_steal_pointer (&list);
}

typedef struct
{
  NazarReportOutline *outline;
  NazarReportList *list;
  char *section;
  char *title;
  guint next;     /* the number of the next paragraph */
  guint gap_from; /* paragraphs missing since the last item */
  guint gap_to;
} Observations;

/* Keeps the last paragraph only if the committee recommends something in it. */
static void
end_paragraph (Observations *self)
{
  NazarReportFound *found;
  g_autoptr (GString) text = NULL;

  if (self->list->found->len == 0)
    return;
  found = &g_array_index (self->list->found, NazarReportFound, self->list->found->len - 1);
  if (found->n_pieces == 0 || found->flags & NAZAR_REPORT_FOUND_NO_REQUEST)
    return;
  text = g_string_new (NULL);
  for (guint i = 0; i < found->n_pieces; i++)
    {
      const NazarReportPiece *piece =
        &g_array_index (self->list->pieces, NazarReportPiece, found->first_piece + i);

      g_string_append_len (text, nazar_report_lines_text (self->outline->lines, piece->line) + piece->from,
                           piece->to - piece->from);
      g_string_append_c (text, ' ');
    }
  if (!nazar_report_text_has (NAZAR_REPORT_WORDS_OBSERVE, text->str, text->len))
    {
      g_array_set_size (self->list->pieces, found->first_piece);
      g_array_set_size (self->list->found, self->list->found->len - 1);
      return;
    }
  /* So that it is not looked at again. */
  found->flags |= NAZAR_REPORT_FOUND_NO_REQUEST;
  if (self->gap_to != 0)
    {
      found->flags |= NAZAR_REPORT_FOUND_GAP;
      found->gap_from = self->gap_from;
      found->gap_to = self->gap_to;
      self->gap_to = 0;
    }
}

static void
begin_paragraph (Observations            *self,
                 guint                    i,
                 gsize                    at,
                 const NazarReportMarker *marker,
                 guint                    flags)
{
  const char *text = nazar_report_lines_text (self->outline->lines, i);

  end_paragraph (self);
  if (marker->value > self->next)
    {
      self->gap_from = self->next;
      self->gap_to = marker->value - 1;
    }
  self->next = marker->value + 1;
  nazar_report_list_begin (self->list, nazar_report_list_add_place (self->list, self->section, self->title),
                           text + at + marker->label, marker->label_end - marker->label, i, (guint) at, flags);
}

static gboolean
is_next_paragraph (Observations            *self,
                   guint                    i,
                   const NazarReportMarker *marker)
{
  guint ahead;

  if (marker->style != NAZAR_REPORT_MARKER_DOT || marker->value < self->next)
    return FALSE;
  if (marker->value == self->next)
    return TRUE;
  ahead = nazar_report_outline_find (self->outline, marker->style, 0, self->next, i);
  return marker->value - self->next <= MAX_GAP && ahead == G_MAXUINT &&
         g_unichar_isupper (g_utf8_get_char (nazar_report_lines_text (self->outline->lines, i) + marker->text));
}

/* “… (art. 2). 36. The State party should …” in one line, where no line begins so. */
static gboolean
find_inside (Observations *self,
             guint         i,
             gsize         from,
             gsize        *at)
{
  const char *text = nazar_report_lines_text (self->outline->lines, i);
  char form[24];
  const char *found = text + from;

  if (nazar_report_outline_find (self->outline, NAZAR_REPORT_MARKER_DOT, 0, self->next, i) != G_MAXUINT)
    return FALSE;
  g_snprintf (form, sizeof form, " %u. ", self->next);
  while ((found = strstr (found, form)) != NULL)
    {
      const char *word = found;

      while (word > text && word[-1] != ' ')
        word--;
      if (g_unichar_isupper (g_utf8_get_char (found + strlen (form))) &&
          !nazar_report_text_is (NAZAR_REPORT_WORDS_REFERENCE, word, (gsize) (found - word)))
        {
          *at = (gsize) (found - text) + 1;
          return TRUE;
        }
      found++;
    }
  return FALSE;
}

static void
set_title (Observations *self,
           const char   *text,
           gsize         length)
{
  g_free (self->title);
  self->title = g_strndup (text, length);
}

/* Whether line i is the subject of the paragraph after it. */
static gboolean
is_subject (Observations *self,
            guint         i)
{
  const NazarReportLine *line = nazar_report_lines_at (self->outline->lines, i);
  guint next = nazar_report_outline_next (self->outline, i);
  NazarReportMarker marker;

  return line->length < 200 && nazar_report_outline_begins_upper (self->outline, i) &&
         strchr (".;,:", nazar_report_lines_text (self->outline->lines, i)[line->length - 1]) == NULL &&
         (nazar_report_outline_is_after_end (self->outline, i) ||
          nazar_report_outline_is_after_gap (self->outline, i)) &&
         next < self->outline->lines->lines->len &&
         nazar_report_outline_parse (self->outline, next, &marker) && is_next_paragraph (self, next, &marker);
}

/* The rest of a line, in which further paragraphs may begin; a few words before the first of
 * them are its subject. */
static void
take_rest (Observations *self,
           guint         i,
           gsize         from,
           gboolean      paragraph)
{
  const NazarReportLine *line = nazar_report_lines_at (self->outline->lines, i);
  const char *text = nazar_report_lines_text (self->outline->lines, i);
  gboolean begun = from > 0;
  gsize at;

  while (find_inside (self, i, from, &at))
    {
      NazarReportMarker marker;

      if (!nazar_report_marker_parse (text + at, line->length - at, &marker))
        return;
      if (!begun && at < 120 && !nazar_report_line_is_complete (text, at - 1))
        set_title (self, text, at - 1);
      else if (self->list->found->len > 0)
        nazar_report_list_add_piece (self->list, i, from, at - 1, paragraph);
      begin_paragraph (self, i, at, &marker, NAZAR_REPORT_FOUND_INSIDE);
      from = at + marker.text;
      begun = TRUE;
      paragraph = FALSE;
    }
  if (self->list->found->len > 0)
    nazar_report_list_add_piece (self->list, i, from, line->length, paragraph);
}

static void
take_line (Observations *self,
           guint         i)
{
  const NazarReportLine *line = nazar_report_lines_at (self->outline->lines, i);
  const char *text = nazar_report_lines_text (self->outline->lines, i);
  NazarReportMarker marker;
  NazarReportSection section;

  if (self->outline->flags[i] & (NAZAR_REPORT_OUTLINE_SECTION | NAZAR_REPORT_OUTLINE_CLOSING))
    {
      end_paragraph (self);
      if (nazar_report_section_parse (text, line->length, &section))
        {
          g_free (self->section);
          self->section = g_strndup (text + section.label, section.label_end - section.label);
          set_title (self, text + section.title, line->length - section.title);
        }
      return;
    }
  if (is_subject (self, i))
    {
      end_paragraph (self);
      set_title (self, text, line->length);
      return;
    }
  if (nazar_report_marker_parse (text, line->length, &marker) && is_next_paragraph (self, i, &marker))
    {
      begin_paragraph (self, i, 0, &marker, 0);
      if (!marker.alone)
        take_rest (self, i, marker.text, FALSE);
      return;
    }
  take_rest (self, i, 0,
             marker.style == NAZAR_REPORT_MARKER_LETTER || marker.style == NAZAR_REPORT_MARKER_ROMAN ||
               marker.style == NAZAR_REPORT_MARKER_BULLET);
}

/**
 * nazar_report_observations_new:
 * @outline: of a committee's concluding observations
 *
 * Returns: (transfer full): the numbered paragraphs in which the committee recommends something
 */
NazarReportList *
nazar_report_observations_new (NazarReportOutline *outline)
{
  Observations self = { outline, nazar_report_list_new_empty (), NULL, NULL, 1, 0, 0 };

  for (guint i = 0; i < outline->lines->lines->len; i++)
    if (nazar_report_lines_at (outline->lines, i)->kind == NAZAR_REPORT_LINE_TEXT)
      take_line (&self, i);
  end_paragraph (&self);
  for (guint i = 0; i < self.list->found->len; i++)
    g_array_index (self.list->found, NazarReportFound, i).flags &= ~(guint) NAZAR_REPORT_FOUND_NO_REQUEST;
  g_free (self.section);
  g_free (self.title);
  return self.list;
}
