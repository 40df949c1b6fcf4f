/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-sequence.h"

#include "nazar-report-words.h"

#include <string.h>

#define MAX_GAP 20
#define NEAR 40 /* so many lines on, at most, a paragraph's own list begins */

/**
 * nazar_report_sequence_begin:
 * @begin: the heading or the lead
 * @stop: the line where the list ends at the latest
 *
 * Begins a new list; what is known of earlier lists stays.
 */
void
nazar_report_sequence_begin (NazarReportSequence *self,
                             NazarReportOutline  *outline,
                             guint                begin,
                             guint                stop)
{
  guint global = self->global, narrative = self->narrative, narrative_top = self->narrative_top;

  memset (self, 0, sizeof *self);
  self->outline = outline;
  self->begin = begin;
  self->stop = stop;
  self->global = global;
  self->narrative = narrative;
  self->narrative_top = narrative_top;
}

void
nazar_report_sequence_end (NazarReportSequence *self)
{
  if (self->count == 0)
    return;
  if (self->continues)
    self->global = self->next - 1;
  if (self->from_narrative)
    self->narrative = self->next - 1;
}

/**
 * nazar_report_sequence_extend:
 * @i: a section's line
 *
 * Sections from here on are parts of the list: only a heading or the notes end it.
 */
void
nazar_report_sequence_extend (NazarReportSequence *self,
                              guint                i)
{
  guint stop = self->outline->stops[i];

  while (stop < self->outline->lines->lines->len &&
         !(self->outline->flags[stop] & (NAZAR_REPORT_OUTLINE_HEADING | NAZAR_REPORT_OUTLINE_CLOSING)))
    stop = self->outline->stops[stop];
  self->stop = stop;
}

/**
 * nazar_report_sequence_narrate:
 * @value: the number of a paragraph outside of lists
 */
void
nazar_report_sequence_narrate (NazarReportSequence *self,
                               guint                value)
{
  if (self->narrative == 0 || value == 1 || (value > self->narrative && value <= self->narrative + 5) ||
      (value > self->narrative_top && value <= self->narrative_top + 5))
    self->narrative = value;
  self->narrative_top = MAX (self->narrative_top, self->narrative);
}

void
nazar_report_sequence_allow_restart (NazarReportSequence *self)
{
  self->may_restart = TRUE;
}

/* Whether the line before breaks off after a word that a number belongs to: “article”, “No.” */
static gboolean
is_after_reference (NazarReportSequence *self,
                    guint                i)
{
  const NazarReportLine *line;
  const char *text;
  gsize end, begin;

  if (i == 0 || nazar_report_outline_is_after_gap (self->outline, i))
    return FALSE;
  line = nazar_report_lines_at (self->outline->lines, i - 1);
  text = nazar_report_lines_text (self->outline->lines, i - 1);
  end = line->length;
  if (end > 0 && text[end - 1] == '.')
    end--;
  if (end == 0)
    return FALSE;
  begin = end;
  while (begin > 0 && end - begin < 60 && text[begin - 1] != ' ')
    begin--;
  if (end < line->length && g_utf8_strlen (text + begin, (gssize) (end - begin)) > 4)
    return FALSE;
  return g_str_has_suffix (text, "№") ||
         nazar_report_text_is (NAZAR_REPORT_WORDS_REFERENCE, text + begin, end - begin);
}

static gboolean
ends_in_colon (NazarReportSequence *self,
               guint                i)
{
  const NazarReportLine *line;

  if (i == 0)
    return FALSE;
  line = nazar_report_lines_at (self->outline->lines, i - 1);
  return line->length > 0 && nazar_report_lines_text (self->outline->lines, i - 1)[line->length - 1] == ':';
}

static gboolean
may_begin (NazarReportSequence *self,
           guint                i)
{
  return nazar_report_outline_is_after_gap (self->outline, i) || nazar_report_outline_is_after_end (self->outline, i);
}

static gboolean
is_ahead (NazarReportSequence   *self,
          NazarReportMarkerStyle style,
          guint                  prefix,
          guint                  value,
          guint                  i)
{
  return nazar_report_outline_find (self->outline, style, prefix, value, i) < self->stop;
}

/**
 * nazar_report_sequence_goes_on:
 *
 * Returns: whether the list's next number begins a line after line @i
 */
gboolean
nazar_report_sequence_goes_on (NazarReportSequence *self,
                               guint                i)
{
  if (self->style == NAZAR_REPORT_MARKER_BULLET)
    {
      guint next = nazar_report_outline_next (self->outline, i);
      NazarReportMarker marker;

      return next < self->stop && nazar_report_outline_parse (self->outline, next, &marker) &&
             marker.style == NAZAR_REPORT_MARKER_BULLET;
    }
  return is_ahead (self, self->style, self->prefix, self->next, i) ||
         is_ahead (self, self->style, self->prefix, self->next + 1, i);
}

/**
 * nazar_report_sequence_fits:
 *
 * Returns: whether the marker is the list's next or begins it anew
 */
gboolean
nazar_report_sequence_fits (NazarReportSequence     *self,
                            const NazarReportMarker *marker)
{
  guint value;

  if (!nazar_report_marker_is (marker, self->style, &value))
    return FALSE;
  if (self->style == NAZAR_REPORT_MARKER_BULLET)
    return TRUE;
  return (value == self->next && marker->prefix == self->prefix) || value == 1;
}

/* Whether any number that could begin a list stands before its end. */
static gboolean
has_numbers (NazarReportSequence *self,
             guint                i)
{
  if (!self->asked)
    {
      self->asked = TRUE;
      for (guint k = i; k < self->stop && !self->numbered_follow; k++)
        {
          NazarReportMarker marker;

          self->numbered_follow = nazar_report_outline_parse (self->outline, k, &marker) &&
                                  marker.style != NAZAR_REPORT_MARKER_BULLET &&
                                  marker.style != NAZAR_REPORT_MARKER_BARE &&
                                  (marker.value == 1 || marker.value == self->global + 1) &&
                                  marker.value != self->narrative + 1;
        }
    }
  return self->numbered_follow;
}

/* Whether a list counts 61.1, 61.2 in the paragraph with this number or the next: then the
 * number is the paragraph's. */
static gboolean
is_paragraph_number (NazarReportSequence *self,
                     guint                value,
                     guint                i)
{
  for (guint k = 0; k < 3; k++)
    if (nazar_report_outline_find (self->outline, NAZAR_REPORT_MARKER_DOTTED, value + k, 1, i) < i + NEAR)
      return TRUE;
  return FALSE;
}

static NazarReportVerdict
judge_first (NazarReportSequence     *self,
             const NazarReportMarker *marker,
             guint                    i,
             gboolean                 after_intro)
{
  gboolean first = marker->value == 1 || marker->value == self->global + 1;

  switch (marker->style)
    {
    case NAZAR_REPORT_MARKER_BULLET:
      return has_numbers (self, i) ? NAZAR_REPORT_VERDICT_TEXT : NAZAR_REPORT_VERDICT_ITEM;
    case NAZAR_REPORT_MARKER_BARE:
      return first && !after_intro && is_ahead (self, marker->style, 0, marker->value + 1, i)
               ? NAZAR_REPORT_VERDICT_ITEM
               : NAZAR_REPORT_VERDICT_TEXT;
    case NAZAR_REPORT_MARKER_DOTTED:
      /* 5.1 before 5.1.1 is a title. */
      if (nazar_report_outline_find (self->outline, marker->style, marker->prefix * 1000 + marker->value, 1, i) <
          i + NEAR)
        return NAZAR_REPORT_VERDICT_TEXT;
      return marker->value == 1 || !after_intro || is_ahead (self, marker->style, marker->prefix, marker->value + 1, i)
               ? NAZAR_REPORT_VERDICT_ITEM
               : NAZAR_REPORT_VERDICT_TEXT;
    case NAZAR_REPORT_MARKER_DOT:
      if (is_paragraph_number (self, marker->value, i))
        return NAZAR_REPORT_VERDICT_TEXT;
      if (after_intro && marker->value != 1 && marker->value == self->narrative + 1 && !self->lead &&
          !ends_in_colon (self, i))
        return NAZAR_REPORT_VERDICT_END;
      break;
    default:
      break;
    }
  if (first || !after_intro)
    return NAZAR_REPORT_VERDICT_ITEM;
  return may_begin (self, i) && is_ahead (self, marker->style, marker->prefix, marker->value + 1, i)
           ? NAZAR_REPORT_VERDICT_ITEM
           : NAZAR_REPORT_VERDICT_TEXT;
}

static gboolean
continues_narrative (NazarReportSequence     *self,
                     const NazarReportMarker *marker,
                     guint                    i)
{
  return marker->style == NAZAR_REPORT_MARKER_DOT && self->narrative > 0 &&
         marker->value == self->narrative + 1 && may_begin (self, i) && !is_after_reference (self, i);
}

/* A number of the list's style that is not the next one. */
static NazarReportVerdict
judge_out_of_row (NazarReportSequence     *self,
                  const NazarReportMarker *marker,
                  guint                    value,
                  guint                    i)
{
  gboolean ahead = is_ahead (self, self->style, self->prefix, self->next, i);

  if (self->nested == self->style && value == self->nested_next)
    return NAZAR_REPORT_VERDICT_PART;
  if (continues_narrative (self, marker, i) && !ahead)
    return NAZAR_REPORT_VERDICT_END;
  if (!may_begin (self, i) || is_after_reference (self, i))
    return NAZAR_REPORT_VERDICT_TEXT;
  if (value == 1)
    {
      if (self->may_restart)
        return NAZAR_REPORT_VERDICT_ITEM;
      return ahead || ends_in_colon (self, i) ? NAZAR_REPORT_VERDICT_PART : NAZAR_REPORT_VERDICT_ITEM;
    }
  if (value > self->next)
    return !ahead && value - self->next <= MAX_GAP ? NAZAR_REPORT_VERDICT_ITEM : NAZAR_REPORT_VERDICT_TEXT;
  /* “6), 6), 7)”: misnumbered, or 12a after 12. */
  return value + 1 == self->next && self->style != NAZAR_REPORT_MARKER_BARE ? NAZAR_REPORT_VERDICT_ITEM
                                                                           : NAZAR_REPORT_VERDICT_TEXT;
}

static NazarReportVerdict
judge_same (NazarReportSequence     *self,
            const NazarReportMarker *marker,
            guint                    value,
            guint                    i)
{
  if (self->style == NAZAR_REPORT_MARKER_BULLET)
    return marker->value == self->prefix ? NAZAR_REPORT_VERDICT_ITEM : NAZAR_REPORT_VERDICT_PART;
  if (marker->prefix != self->prefix)
    {
      if (value == 1 && marker->prefix > self->prefix && may_begin (self, i))
        return marker->prefix / 1000 == self->prefix && self->prefix > 0 ? NAZAR_REPORT_VERDICT_PART
                                                                         : NAZAR_REPORT_VERDICT_ITEM;
      return value == self->next && may_begin (self, i) && !is_ahead (self, self->style, self->prefix, value, i)
               ? NAZAR_REPORT_VERDICT_ITEM
               : NAZAR_REPORT_VERDICT_TEXT;
    }
  if (value != self->next)
    return judge_out_of_row (self, marker, value, i);
  if ((is_after_reference (self, i) || (marker->style == NAZAR_REPORT_MARKER_BARE && !may_begin (self, i))) &&
      is_ahead (self, self->style, self->prefix, value, i))
    return NAZAR_REPORT_VERDICT_TEXT;
  return NAZAR_REPORT_VERDICT_ITEM;
}

static gboolean
is_numeric (NazarReportMarkerStyle style)
{
  return style == NAZAR_REPORT_MARKER_PAREN || style == NAZAR_REPORT_MARKER_DOT ||
         style == NAZAR_REPORT_MARKER_ROUND || style == NAZAR_REPORT_MARKER_NUMERO ||
         style == NAZAR_REPORT_MARKER_WORD;
}

/* A dash may only be a dash in a sentence. */
static NazarReportVerdict
judge_bullet (NazarReportSequence     *self,
              const NazarReportMarker *marker,
              guint                    i)
{
  const char *text = nazar_report_lines_text (self->outline->lines, i) + marker->text;

  if (self->nested == NAZAR_REPORT_MARKER_BULLET || may_begin (self, i) || marker->value >= 0x2022 ||
      g_unichar_isupper (g_utf8_get_char (text)))
    return NAZAR_REPORT_VERDICT_PART;
  return NAZAR_REPORT_VERDICT_TEXT;
}

static NazarReportVerdict
judge_other (NazarReportSequence     *self,
             const NazarReportMarker *marker,
             guint                    i)
{
  if (marker->style == NAZAR_REPORT_MARKER_BULLET)
    return judge_bullet (self, marker, i);
  if (marker->style == NAZAR_REPORT_MARKER_BARE)
    return NAZAR_REPORT_VERDICT_TEXT;
  if (continues_narrative (self, marker, i))
    return NAZAR_REPORT_VERDICT_END;
  if (self->nested == marker->style && marker->value == self->nested_next)
    return NAZAR_REPORT_VERDICT_PART;
  if (is_after_reference (self, i))
    return NAZAR_REPORT_VERDICT_TEXT;
  if (self->style == NAZAR_REPORT_MARKER_DOTTED && marker->style == NAZAR_REPORT_MARKER_DOT)
    return marker->value > self->prefix && marker->value <= self->prefix + 2 && may_begin (self, i)
             ? NAZAR_REPORT_VERDICT_END
             : NAZAR_REPORT_VERDICT_TEXT;
  if (marker->style == NAZAR_REPORT_MARKER_DOTTED)
    return marker->prefix + 1 == self->next && may_begin (self, i) ? NAZAR_REPORT_VERDICT_PART
                                                                   : NAZAR_REPORT_VERDICT_TEXT;
  /* “1. 2) 3.”: mixed by mistake. */
  if (is_numeric (self->style) && is_numeric (marker->style) && marker->value == self->next && marker->value > 1 &&
      may_begin (self, i) && !is_ahead (self, self->style, self->prefix, self->next, i))
    return NAZAR_REPORT_VERDICT_ITEM;
  if (marker->value == 1 || may_begin (self, i))
    return NAZAR_REPORT_VERDICT_PART;
  return NAZAR_REPORT_VERDICT_TEXT;
}

/**
 * nazar_report_sequence_judge:
 * @marker: what line @i begins with
 * @after_intro: whether text stands between the heading and the line
 *
 * Returns: what the line is to the list
 */
NazarReportVerdict
nazar_report_sequence_judge (NazarReportSequence     *self,
                             const NazarReportMarker *marker,
                             guint                    i,
                             gboolean                 after_intro)
{
  NazarReportVerdict verdict;
  guint value;

  if (self->count == 0)
    return judge_first (self, marker, i, after_intro);
  verdict = nazar_report_marker_is (marker, self->style, &value) ? judge_same (self, marker, value, i)
                                                                 : judge_other (self, marker, i);
  if (verdict == NAZAR_REPORT_VERDICT_PART)
    {
      self->nested = marker->style;
      self->nested_next = marker->value + 1;
    }
  return verdict;
}

/**
 * nazar_report_sequence_accept:
 * @marker: the number of an item
 * @gap_from: (out): the first number missing before it
 * @gap_to: (out): the last one
 *
 * Returns: whether numbers are missing
 */
gboolean
nazar_report_sequence_accept (NazarReportSequence     *self,
                              const NazarReportMarker *marker,
                              guint                   *gap_from,
                              guint                   *gap_to)
{
  guint value = marker->value;
  guint expected = self->next;
  gboolean gap;

  if (self->count == 0)
    {
      gboolean roman = marker->style == NAZAR_REPORT_MARKER_LETTER && marker->value == 9;

      self->style = roman ? NAZAR_REPORT_MARKER_ROMAN : marker->style;
      self->continues = self->global == 0 || value == self->global + 1;
      self->from_narrative = value > 1 && value == self->narrative + 1;
      expected = value == self->narrative + 1 || !is_numeric (marker->style) || value <= self->global
                   ? value
                   : self->global + 1;
    }
  nazar_report_marker_is (marker, self->style, &value);
  if (self->count == 0 && self->style == NAZAR_REPORT_MARKER_ROMAN)
    expected = value;
  gap = self->style != NAZAR_REPORT_MARKER_BULLET && value > expected && marker->prefix == self->prefix &&
        value - expected <= MAX_GAP;
  *gap_from = gap ? expected : 0;
  *gap_to = gap ? value - 1 : 0;
  self->prefix = self->style == NAZAR_REPORT_MARKER_BULLET ? marker->value : marker->prefix;
  self->next = value + 1;
  self->count++;
  self->nested = NAZAR_REPORT_MARKER_NONE;
  self->nested_next = 0;
  self->may_restart = FALSE;
  return gap;
}

/* The next number as it would be printed, with the mark before and after it. */
static gboolean
format_next (NazarReportSequence *self,
             guint                form,
             char                *to,
             gsize                size)
{
  guint next = self->count > 0 ? self->next : 1;
  NazarReportMarkerStyle style = self->style;

  if (self->count == 0)
    style = form == 0 ? NAZAR_REPORT_MARKER_PAREN
                      : (form == 1 ? NAZAR_REPORT_MARKER_ROUND : NAZAR_REPORT_MARKER_LETTER);
  switch (style)
    {
    case NAZAR_REPORT_MARKER_PAREN:
      g_snprintf (to, size, " %u)", next);
      return TRUE;
    case NAZAR_REPORT_MARKER_ROUND:
      g_snprintf (to, size, " (%u)", next);
      return TRUE;
    case NAZAR_REPORT_MARKER_DOT:
      g_snprintf (to, size, " %u. ", next);
      return TRUE;
    case NAZAR_REPORT_MARKER_DOTTED:
      g_snprintf (to, size, " %u.%u", self->prefix, next);
      return self->prefix < 1000;
    case NAZAR_REPORT_MARKER_LETTER:
      g_snprintf (to, size, " (%c)", (char) ('a' + next - 1));
      return next <= 26;
    default:
      return FALSE;
    }
}

/* Whether a number may begin an item where it was found: after a sentence, before a new one. */
static gboolean
may_stand_inside (NazarReportSequence *self,
                  const char          *text,
                  gsize                length,
                  gsize                at)
{
  NazarReportMarker marker;
  gunichar c;

  if (at < 2 || strchr (self->count > 0 ? ".;:)" : ":", text[at - 1]) == NULL)
    return FALSE;
  if (!nazar_report_marker_parse (text + at + 1, length - at - 1, &marker) || marker.alone)
    return FALSE;
  if (self->count > 0 && marker.style != self->style)
    return FALSE;
  c = g_utf8_get_char (text + at + 1 + marker.text);
  if (marker.style == NAZAR_REPORT_MARKER_DOT || marker.style == NAZAR_REPORT_MARKER_DOTTED)
    return g_unichar_isupper (c) && text[at - 1] != ':';
  return g_unichar_isalpha (c) || c == 0x201C || c == 0x00AB || c == '"';
}

/**
 * nazar_report_sequence_find_inside:
 * @from: where to begin to look
 * @at: (out): where the number begins
 *
 * Returns: whether the list's next number stands inside the line, and begins none
 */
gboolean
nazar_report_sequence_find_inside (NazarReportSequence *self,
                                   guint                i,
                                   const char          *text,
                                   gsize                length,
                                   gsize                from,
                                   gsize               *at)
{
  char form[40];

  if (self->count > 0 && is_ahead (self, self->style, self->prefix, self->next, i))
    return FALSE;
  for (guint k = 0; k < (self->count > 0 ? 1u : 3u); k++)
    {
      const char *found = text + from;

      if (!format_next (self, k, form, sizeof form))
        continue;
      while ((found = strstr (found, form)) != NULL)
        {
          if (may_stand_inside (self, text, length, (gsize) (found - text)))
            {
              *at = (gsize) (found - text) + 1;
              return TRUE;
            }
          found++;
        }
    }
  return FALSE;
}
