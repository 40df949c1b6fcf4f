/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-outline.h"

#include "nazar-report-words.h"

#include <string.h>

#define MAX_HEADING 300
#define MAX_TITLE 160
#define NOWHERE G_MAXUINT

typedef struct
{
  guint64 key;
  guint32 line;
} IndexEntry;

static guint64
index_key (NazarReportMarkerStyle style,
           guint                  prefix,
           guint                  value)
{
  return (guint64) style << 60 | (guint64) prefix << 20 | (value & 0xFFFFF);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const IndexEntry *one = a, *two = b;

  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  return one->line < two->line ? -1 : one->line > two->line;
}

/**
 * nazar_report_outline_next:
 *
 * Returns: the next line that is no number alone, or the number of lines
 */
guint
nazar_report_outline_next (NazarReportOutline *self,
                           guint               i)
{
  for (i++; i < self->lines->lines->len; i++)
    if (nazar_report_lines_at (self->lines, i)->kind == NAZAR_REPORT_LINE_TEXT)
      break;
  return i;
}

static guint
previous_line (NazarReportOutline *self,
               guint               i)
{
  while (i > 0)
    if (nazar_report_lines_at (self->lines, --i)->kind == NAZAR_REPORT_LINE_TEXT)
      return i;
  return NOWHERE;
}

/**
 * nazar_report_outline_parse:
 * @marker: (out): the number or bullet that line @i begins with
 *
 * Returns: whether it begins with one
 */
gboolean
nazar_report_outline_parse (NazarReportOutline *self,
                            guint               i,
                            NazarReportMarker  *marker)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);

  return nazar_report_marker_parse (self->lines->buffer + line->text, line->length, marker);
}

/**
 * nazar_report_outline_find:
 * @after: a line
 *
 * Returns: the first line after @after that begins with the number, or %G_MAXUINT
 */
guint
nazar_report_outline_find (NazarReportOutline    *self,
                           NazarReportMarkerStyle style,
                           guint                  prefix,
                           guint                  value,
                           guint                  after)
{
  guint64 key = index_key (style, prefix, value);
  guint low = 0, high = self->index->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const IndexEntry *entry = &g_array_index (self->index, IndexEntry, middle);

      if (entry->key < key || (entry->key == key && entry->line <= after))
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->index->len && g_array_index (self->index, IndexEntry, low).key == key)
    return g_array_index (self->index, IndexEntry, low).line;
  return NOWHERE;
}

/**
 * nazar_report_outline_is_after_end:
 *
 * Returns: whether what stands before the line is complete, so that something new may begin
 */
gboolean
nazar_report_outline_is_after_end (NazarReportOutline *self,
                                   guint               i)
{
  guint before = previous_line (self, i);
  const NazarReportLine *line;

  if (before == NOWHERE)
    return TRUE;
  line = nazar_report_lines_at (self->lines, before);
  return nazar_report_line_is_complete (self->lines->buffer + line->text, line->length);
}

/**
 * nazar_report_outline_is_after_gap:
 *
 * Returns: whether an empty line or a page's end stands before the line
 */
gboolean
nazar_report_outline_is_after_gap (NazarReportOutline *self,
                                   guint               i)
{
  if (i >= self->lines->lines->len || self->one_line_paragraphs)
    return TRUE;
  return nazar_report_lines_at (self->lines, i)->blank_before ||
         nazar_report_lines_at (self->lines, i)->page_before;
}

gboolean
nazar_report_outline_begins_upper (NazarReportOutline *self,
                                   guint               i)
{
  const char *text = nazar_report_lines_text (self->lines, i);
  gunichar c = g_utf8_get_char (text);

  if (c == '"' || c == 0x201C || c == 0x00AB || c == 0x201E || c == 0x2018)
    c = g_utf8_get_char (g_utf8_next_char (text));
  return g_unichar_isupper (c);
}

static gboolean
begins_upper_or_number (NazarReportOutline *self,
                        guint               i)
{
  NazarReportMarker marker;

  if (i >= self->lines->lines->len || nazar_report_outline_begins_upper (self, i))
    return TRUE;
  return nazar_report_outline_parse (self, i, &marker) && marker.style != NAZAR_REPORT_MARKER_BARE;
}

static gboolean
is_upper_line (const char *text,
               gsize       length)
{
  guint letters = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      letters += g_unichar_isupper (c);
    }
  return letters > 3;
}

/* Whether a line can be followed by line i as by something new. */
static gboolean
begins_anew (NazarReportOutline *self,
             guint               i)
{
  NazarReportMarker marker;

  if (i >= self->lines->lines->len || nazar_report_outline_is_after_gap (self, i))
    return TRUE;
  return nazar_report_outline_parse (self, i, &marker) && marker.style != NAZAR_REPORT_MARKER_BARE;
}

/**
 * nazar_report_outline_is_title:
 *
 * Returns: whether line @i, which has no number, looks like a title
 */
gboolean
nazar_report_outline_is_title (NazarReportOutline *self,
                               guint               i)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
  const char *text = self->lines->buffer + line->text;
  NazarReportMarker marker;
  guint next;

  if (line->kind != NAZAR_REPORT_LINE_TEXT || line->length > MAX_TITLE || line->length < 3)
    return FALSE;
  if (!nazar_report_outline_begins_upper (self, i) || strchr (".;,:?!-", text[line->length - 1]) != NULL ||
      strstr (text, "://") != NULL || nazar_report_marker_parse (text, line->length, &marker))
    return FALSE;
  next = nazar_report_outline_next (self, i);
  if (is_upper_line (text, line->length) && nazar_report_outline_is_after_end (self, i))
    return TRUE;
  if (self->one_line_paragraphs)
    return g_utf8_strlen (text, line->length) < 100;
  if (begins_anew (self, next) && nazar_report_outline_is_after_gap (self, i))
    return TRUE;
  /* Without empty lines around it a short line between two sentences. */
  return nazar_report_outline_is_after_end (self, i) && begins_upper_or_number (self, next) &&
         g_utf8_strlen (text, line->length) * 10 < (glong) self->lines->width * 7;
}

/* Whether a line that reads like a heading stands like one. */
static gboolean
stands_as_heading (NazarReportOutline *self,
                   guint               i,
                   gboolean            certain,
                   gboolean            labelled,
                   gsize               rest)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
  const char *text = self->lines->buffer + line->text;
  gboolean colon = text[line->length - 1] == ':';
  guint next = nazar_report_outline_next (self, i);
  gboolean marked = FALSE;
  NazarReportMarker marker;

  if (rest != 0)
    return nazar_report_marker_parse (text + rest, line->length - rest, &marker) || certain;
  if (next >= self->lines->lines->len)
    return FALSE;
  marked = nazar_report_outline_parse (self, next, &marker);
  if (certain && (colon || labelled))
    return TRUE;
  if (!marked && !nazar_report_outline_is_after_gap (self, next) && !nazar_report_outline_begins_upper (self, next))
    return FALSE;
  if (certain)
    return nazar_report_outline_is_after_gap (self, i) || nazar_report_outline_is_after_end (self, i) || marked;
  if (colon)
    return marked || nazar_report_outline_is_after_gap (self, i);
  if (!nazar_report_outline_is_after_gap (self, i) && !nazar_report_outline_is_after_end (self, i) && !labelled)
    return FALSE;
  return marked || nazar_report_outline_is_after_gap (self, next);
}

static gboolean
is_list_heading (NazarReportOutline *self,
                 guint               i)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
  const char *text = self->lines->buffer + line->text;
  gsize length = line->length, rest;
  gboolean certain, labelled = FALSE;
  NazarReportSection section;
  NazarReportMarker marker;

  if (nazar_report_section_parse (text, length, &section) && section.title < length)
    {
      text += section.title;
      length -= section.title;
      labelled = TRUE;
    }
  else if (nazar_report_marker_parse (text, length, &marker))
    {
      return FALSE;
    }
  if (!nazar_report_is_heading (text, length, &certain, &rest))
    return FALSE;
  if (labelled && section.style == NAZAR_REPORT_SECTION_WORD && certain && rest != 0)
    return FALSE;
  /* “61. The following recommendations enjoy support:” is a paragraph. */
  if (labelled && section.style == NAZAR_REPORT_SECTION_DECIMAL && !certain && text[length - 1] == ':')
    return FALSE;
  return stands_as_heading (self, i, certain, labelled, rest != 0 ? rest + (line->length - length) : 0);
}

typedef struct
{
  guint roman, capital;
} SectionState;

/* Whether the title of a section, in the same line as its number, reads like one. */
static gboolean
is_section_title (NazarReportOutline       *self,
                  guint                     i,
                  const NazarReportSection *section)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
  const char *text = self->lines->buffer + line->text;
  guint next = nazar_report_outline_next (self, i);
  gunichar c;

  if (section->title >= line->length)
    return TRUE;
  c = g_utf8_get_char (text + section->title);
  if (line->length > MAX_HEADING || strchr (";,", text[line->length - 1]) != NULL)
    return FALSE;
  if (!g_unichar_isupper (c) && c != 0x201C && c != 0x00AB && c != '"' && !g_unichar_isdigit (c))
    return FALSE;
  if (text[line->length - 1] == '.' && line->length - section->title > 80)
    return FALSE;
  if (!nazar_report_outline_is_after_gap (self, i) && !nazar_report_outline_is_after_end (self, i))
    return FALSE;
  return begins_anew (self, next) || nazar_report_lines_at (self->lines, i)->blank_before ||
         nazar_report_outline_begins_upper (self, next);
}

static gboolean
is_in_row (guint value,
           guint last)
{
  return value == 1 || (value > last && value <= last + 2);
}

static gboolean
is_section (NazarReportOutline *self,
            guint               i,
            SectionState       *state)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
  const char *text = self->lines->buffer + line->text;
  NazarReportSection section;

  if (!nazar_report_section_parse (text, line->length, &section) ||
      section.style == NAZAR_REPORT_SECTION_DECIMAL || !is_section_title (self, i, &section))
    return FALSE;
  if (section.style == NAZAR_REPORT_SECTION_CAPITAL && section.alternative != 0 &&
      section.alternative == state->roman + 1 && state->capital + 1 != section.value)
    {
      section.style = NAZAR_REPORT_SECTION_ROMAN;
      section.value = section.alternative;
    }
  switch (section.style)
    {
    case NAZAR_REPORT_SECTION_ROMAN:
      /* An excerpt may begin with any. */
      if (!is_in_row (section.value, state->roman) && !(state->roman == 0 && section.value <= 20))
        return FALSE;
      state->roman = section.value;
      state->capital = 0;
      self->numbered = TRUE;
      return TRUE;
    case NAZAR_REPORT_SECTION_CAPITAL:
      if (section.title >= line->length || !is_in_row (section.value, state->capital))
        return FALSE;
      state->capital = section.value;
      return TRUE;
    default:
      state->capital = 0;
      self->numbered = TRUE;
      return TRUE;
    }
}

static gboolean
is_closing (NazarReportOutline *self,
            guint               i)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
  const char *text = self->lines->buffer + line->text;
  NazarReportSection section;
  gsize at = 0, length = line->length;

  if (nazar_report_section_parse (text, length, &section) && section.title < length)
    at = section.title;
  if (length - at > 80 || !g_unichar_isupper (g_utf8_get_char (text + at)))
    return FALSE;
  if (nazar_report_text_is (NAZAR_REPORT_WORDS_CLOSING, text + at, length - at))
    return nazar_report_outline_is_after_gap (self, i) || nazar_report_outline_is_after_end (self, i);
  /* “Annex 1”, “Приложение. Список …” */
  return nazar_report_text_begins (NAZAR_REPORT_WORDS_CLOSING, text + at, length - at) &&
         nazar_report_outline_is_title (self, i);
}

static void
read_flags (NazarReportOutline *self,
            guint               i,
            SectionState       *state)
{
  const NazarReportLine *line = nazar_report_lines_at (self->lines, i);

  if (line->kind != NAZAR_REPORT_LINE_TEXT)
    return;
  if (is_list_heading (self, i))
    {
      self->flags[i] |= NAZAR_REPORT_OUTLINE_HEADING;
      self->n_headings++;
    }
  if (line->length > MAX_HEADING)
    return;
  if (is_section (self, i, state))
    self->flags[i] |= NAZAR_REPORT_OUTLINE_SECTION |
                      (state->capital != 0 ? NAZAR_REPORT_OUTLINE_CAPITAL : 0);
  if (is_closing (self, i))
    self->flags[i] |= NAZAR_REPORT_OUTLINE_CLOSING;
}

/**
 * nazar_report_outline_new:
 * @lines: compacted lines, which must outlive the result
 *
 * Returns: (transfer full) (nullable): the outline; %NULL with %G_IO_ERROR_CANCELLED
 */
NazarReportOutline *
nazar_report_outline_new (NazarReportLines *lines,
                          GCancellable     *cancellable,
                          GError          **error)
{
  g_autoptr (NazarReportOutline) self = g_new0 (NazarReportOutline, 1);
  SectionState state = { 0 };
  guint32 stop = lines->lines->len;

  self->lines = lines;
  self->one_line_paragraphs = lines->width > 160;
  self->index = g_array_new (FALSE, FALSE, sizeof (IndexEntry));
  self->flags = g_new0 (guint8, lines->lines->len + 1);
  self->stops = g_new0 (guint32, lines->lines->len + 1);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      NazarReportMarker marker;

      if ((i & 0xFFF) == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (nazar_report_outline_parse (self, i, &marker) && marker.style != NAZAR_REPORT_MARKER_BULLET)
        {
          IndexEntry entry = { index_key (marker.style, marker.prefix, marker.value), i };

          g_array_append_val (self->index, entry);
        }
      read_flags (self, i, &state);
    }
  g_array_sort (self->index, compare_entries);
  for (guint i = lines->lines->len; i > 0; i--)
    {
      self->stops[i - 1] = stop;
      if (self->flags[i - 1] != 0)
        stop = i - 1;
    }
  return g_steal_pointer (&self);
}

void
nazar_report_outline_free (NazarReportOutline *self)
{
  g_free (self->flags);
  g_free (self->stops);
  g_clear_pointer (&self->index, g_array_unref);
  g_free (self);
}
