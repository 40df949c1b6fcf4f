/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-walk.h"

#include "nazar-report-lead.h"
#include "nazar-report-sequence.h"
#include "nazar-report-title.h"
#include "nazar-report-words.h"

#include <string.h>

typedef struct
{
  NazarReportOutline *outline;
  NazarReportLines *lines;
  NazarReportList *list;
  NazarReportSequence sequence;
  char *main;         /* the section's number as printed */
  char *sub;          /* its part's */
  char *title;        /* the section's */
  char *heading;      /* what the list's own heading adds to it */
  char *addressee;    /* the heading of a part of the list */
  char *paragraph;    /* the paragraph that holds the list */
  gboolean open;      /* in a list */
  gboolean sub_sections; /* the list itself has sections */
  gboolean sub_capital;  /* and capital letters count them */
  gboolean kept;      /* the last item was given a paragraph that may not be its own */
  gboolean paused;    /* the last item has ended, but further ones may follow */
  char *list_section; /* the number of the section that the list's heading begins */
  guint heading_line;
  guint intro;        /* the first line between the heading and the first item */
  gsize intro_from;   /* and the byte of it */
  guint skip;         /* lines before this one were read already */
  guint decimal;      /* the last section with a plain number */
  guint place;
} Walk;

static const NazarReportLine *
line_at (Walk *walk,
         guint i)
{
  return nazar_report_lines_at (walk->lines, i);
}

static const char *
text_at (Walk *walk,
         guint i)
{
  return nazar_report_lines_text (walk->lines, i);
}

static gboolean
is_short_line (Walk *walk,
               guint i)
{
  const NazarReportLine *line = line_at (walk, i);

  return line->length < walk->lines->width * 4 &&
         g_utf8_strlen (text_at (walk, i), line->length) * 10 < (glong) walk->lines->width * 8;
}

static void
replace_string (char **to,
                char  *with)
{
  g_free (*to);
  *to = with;
}

/* The title of a list's place: the section's, the heading's, the part's. */
static void
set_place (Walk *walk)
{
  const char *parts[4] = { NULL };
  g_autofree char *section = NULL, *title = NULL;
  guint n = 0;

  if (walk->title != NULL)
    parts[n++] = walk->title;
  if (walk->heading != NULL && g_strcmp0 (walk->heading, walk->title) != 0)
    parts[n++] = walk->heading;
  if (walk->addressee != NULL)
    parts[n++] = walk->addressee;
  title = n > 0 ? g_strjoinv (" – ", (char **) parts) : NULL;
  if (walk->main != NULL && walk->sub != NULL)
    section = g_strconcat (walk->main, ".", walk->sub, NULL);
  else
    section = g_strdup (walk->main != NULL ? walk->main : walk->sub);
  walk->place = nazar_report_list_add_place (walk->list, section, title);
}

static void
begin_section (Walk                     *walk,
               guint                     i,
               const NazarReportSection *section)
{
  gboolean part = walk->outline->flags[i] & NAZAR_REPORT_OUTLINE_CAPITAL ||
                  (section->style == NAZAR_REPORT_SECTION_DECIMAL && walk->outline->numbered);
  char *label = g_strndup (text_at (walk, i) + section->label, section->label_end - section->label);
  char *title = section->title < line_at (walk, i)->length
                  ? nazar_report_title_read (walk->outline, i, section->title, &walk->skip)
                  : nazar_report_title_read_next (walk->outline, i, &walk->skip);

  g_clear_pointer (&walk->heading, g_free);
  g_clear_pointer (&walk->addressee, g_free);
  if (part)
    {
      replace_string (&walk->sub, label);
      if (walk->open)
        replace_string (&walk->addressee, title);
      else
        replace_string (&walk->title, title);
    }
  else
    {
      replace_string (&walk->main, label);
      g_clear_pointer (&walk->sub, g_free);
      replace_string (&walk->title, title);
    }
  if (section->style == NAZAR_REPORT_SECTION_DECIMAL)
    walk->decimal = section->value;
}

/* Items that a heading opens without any number: each paragraph that asks for something. */
static void
take_unnumbered (Walk *walk,
                 guint end)
{
  NazarReportMarker marker;
  gboolean asks = FALSE;

  for (guint i = walk->intro; i < end; i++)
    {
      gsize from = i == walk->intro ? walk->intro_from : 0;
      gboolean begins = i == walk->intro || nazar_report_outline_is_after_gap (walk->outline, i) ||
                        (nazar_report_outline_is_after_end (walk->outline, i) && is_short_line (walk, i - 1));

      if (line_at (walk, i)->kind != NAZAR_REPORT_LINE_TEXT)
        continue;
      if (begins)
        {
          asks = nazar_report_text_has (NAZAR_REPORT_WORDS_ASK, text_at (walk, i),
                                        MIN (line_at (walk, i)->length, 2000));
          if (!asks || nazar_report_outline_is_title (walk->outline, i) ||
              nazar_report_outline_parse (walk->outline, i, &marker))
            return;
          set_place (walk);
          nazar_report_list_begin (walk->list, walk->place, NULL, 0, i, (guint) from, NAZAR_REPORT_FOUND_UNNUMBERED);
        }
      nazar_report_list_add_piece (walk->list, i, from, line_at (walk, i)->length, FALSE);
    }
}

static void
close_list (Walk *walk,
            guint i)
{
  if (!walk->open)
    return;
  walk->open = FALSE;
  if (walk->sequence.count == 0 && walk->heading_line != G_MAXUINT)
    {
      guint before = walk->list->found->len;

      if (walk->intro != G_MAXUINT)
        take_unnumbered (walk, i);
      if (before == walk->list->found->len)
        g_array_append_val (walk->list->empty, walk->heading_line);
    }
  nazar_report_sequence_end (&walk->sequence);
  g_clear_pointer (&walk->list_section, g_free);
  g_clear_pointer (&walk->heading, g_free);
  g_clear_pointer (&walk->addressee, g_free);
  g_clear_pointer (&walk->paragraph, g_free);
}

static void
open_list (Walk *walk,
           guint heading_line,
           guint begin)
{
  walk->open = TRUE;
  walk->sub_sections = FALSE;
  walk->kept = walk->paused = FALSE;
  walk->heading_line = heading_line;
  walk->intro = G_MAXUINT;
  walk->intro_from = 0;
  nazar_report_sequence_begin (&walk->sequence, walk->outline, begin, walk->outline->stops[begin]);
}

/* Whether line i begins with the first number of a list. */
static gboolean
is_first_number (Walk              *walk,
                 guint              i,
                 NazarReportMarker *marker)
{
  return i < walk->lines->lines->len && nazar_report_outline_parse (walk->outline, i, marker) &&
         marker->style != NAZAR_REPORT_MARKER_BULLET && marker->style != NAZAR_REPORT_MARKER_BARE &&
         (marker->value == 1 || marker->value == walk->sequence.global + 1);
}

/* A paragraph, perhaps with a number of its own, that leads to a list in it: by its words, or
 * because the list counts 133.1, 133.2 in paragraph 133. */
static gboolean
open_by_lead (Walk *walk,
              guint i)
{
  NazarReportMarker first, own;
  guint begin, next = nazar_report_outline_next (walk->outline, i);
  gboolean numbered;

  if (!is_first_number (walk, next, &first))
    return FALSE;
  begin = nazar_report_lead_begin (walk->outline, i);
  numbered = nazar_report_outline_parse (walk->outline, begin, &own) && own.style == NAZAR_REPORT_MARKER_DOT;
  if (!nazar_report_lead_recommends (walk->outline, begin, i) &&
      !(numbered && first.style == NAZAR_REPORT_MARKER_DOTTED && own.value == first.prefix))
    return FALSE;
  if (walk->open && walk->sequence.count > 0)
    close_list (walk, i);
  if (!walk->open)
    open_list (walk, G_MAXUINT, i);
  if (numbered)
    {
      replace_string (&walk->paragraph,
                      g_strndup (text_at (walk, begin) + own.label, own.label_end - own.label));
      walk->sequence.narrative = own.value;
    }
  walk->intro = G_MAXUINT;
  walk->sequence.lead = TRUE;
  return TRUE;
}

static void
begin_item (Walk                    *walk,
            guint                    i,
            gsize                    from,
            const NazarReportMarker *marker,
            guint                    flags)
{
  const char *text = text_at (walk, i) + from;
  guint gap_from = 0, gap_to = 0;

  if (marker->alone)
    flags |= NAZAR_REPORT_FOUND_TWO_LINES;
  if (marker->style == NAZAR_REPORT_MARKER_BULLET)
    flags |= NAZAR_REPORT_FOUND_UNNUMBERED;
  if (marker->style == NAZAR_REPORT_MARKER_WORD)
    flags |= NAZAR_REPORT_FOUND_OWN_WORD;
  if (nazar_report_sequence_accept (&walk->sequence, marker, &gap_from, &gap_to))
    flags |= NAZAR_REPORT_FOUND_GAP;
  set_place (walk);
  nazar_report_list_begin (walk->list, walk->place,
                           marker->style == NAZAR_REPORT_MARKER_BULLET ? NULL : text + marker->label,
                           marker->label_end - marker->label, i, (guint) from, flags);
  nazar_report_list_last (walk->list)->gap_from = gap_from;
  nazar_report_list_last (walk->list)->gap_to = gap_to;
  nazar_report_list_last (walk->list)->paragraph = g_strdup (walk->paragraph);
  walk->kept = walk->paused = FALSE;
}

static void
set_addressee (Walk *walk,
               guint i)
{
  replace_string (&walk->addressee, nazar_report_title_trim (text_at (walk, i), line_at (walk, i)->length));
  nazar_report_sequence_allow_restart (&walk->sequence);
}

/* Whether line i is the heading of a part of the list: “To the Ministry of Justice:”. */
static gboolean
is_part_heading (Walk *walk,
                 guint i)
{
  const NazarReportLine *line = line_at (walk, i);
  guint next = nazar_report_outline_next (walk->outline, i);
  NazarReportMarker marker;

  if (line->length > 160 || !nazar_report_outline_begins_upper (walk->outline, i) ||
      next >= walk->lines->lines->len || walk->outline->flags[next] != 0)
    return FALSE;
  if (!nazar_report_outline_is_title (walk->outline, i) &&
      !(text_at (walk, i)[line->length - 1] == ':' && (nazar_report_outline_is_after_end (walk->outline, i) ||
                                                       nazar_report_outline_is_after_gap (walk->outline, i))))
    return FALSE;
  if (!nazar_report_outline_parse (walk->outline, next, &marker) ||
      nazar_report_text_has (NAZAR_REPORT_WORDS_RECOMMEND, text_at (walk, i), line->length) ||
      nazar_report_text_has (NAZAR_REPORT_WORDS_MUST, text_at (walk, i), line->length))
    return FALSE;
  if (walk->sequence.count == 0)
    return marker.style != NAZAR_REPORT_MARKER_BARE;
  return nazar_report_sequence_fits (&walk->sequence, &marker) &&
         (text_at (walk, i)[line->length - 1] == ':' || walk->outline->n_headings < 2 || marker.value == 1 ||
          walk->sequence.narrative + 1 != marker.value);
}

/* “We recommend that the donors:” after an item: a further list, which counts from its beginning. */
static gboolean
begins_next_list (Walk *walk,
                  guint i)
{
  guint next = nazar_report_outline_next (walk->outline, i);
  NazarReportMarker marker;

  return walk->sequence.count > 0 && is_first_number (walk, next, &marker) && marker.value == 1 &&
         marker.style == walk->sequence.style &&
         (nazar_report_outline_is_after_gap (walk->outline, i) ||
          nazar_report_outline_is_after_end (walk->outline, i)) &&
         open_by_lead (walk, i);
}

/* A line without a number in an open list. Returns whether the list goes on. */
static gboolean
take_text (Walk *walk,
           guint i)
{
  const NazarReportLine *line = line_at (walk, i);
  gboolean gap = nazar_report_outline_is_after_gap (walk->outline, i);
  gboolean ended, paragraph, later;

  if (is_part_heading (walk, i) && (walk->sequence.count == 0 || nazar_report_list_last (walk->list)->n_pieces > 0))
    {
      set_addressee (walk, i);
      return TRUE;
    }
  if (walk->sequence.count == 0)
    {
      walk->intro = MIN (walk->intro, i);
      return TRUE;
    }
  if (nazar_report_list_last (walk->list)->n_pieces == 0)
    {
      nazar_report_list_add_piece (walk->list, i, 0, line->length, FALSE);
      return TRUE;
    }
  ended = nazar_report_outline_is_after_end (walk->outline, i);
  paragraph = nazar_report_outline_begins_upper (walk->outline, i) &&
              ((gap && line->blank_before && (ended || is_short_line (walk, i - 1))) ||
               (ended && (walk->outline->one_line_paragraphs || is_short_line (walk, i - 1))));
  later = nazar_report_sequence_goes_on (&walk->sequence, i);
  if (walk->paused)
    return TRUE;
  /* Where each stands under its own word (“Recommendation 3:”), the report goes on between them. */
  /* Where each section has its own list, a title between two of them ends the first, even if the
   * report's paragraphs happen to go on with the list's next number. */
  if (ended && walk->outline->n_headings > 1 && nazar_report_outline_is_title (walk->outline, i))
    return FALSE;
  if (paragraph && later && walk->sequence.style == NAZAR_REPORT_MARKER_WORD &&
      !nazar_report_text_begins (NAZAR_REPORT_WORDS_CONTINUES, text_at (walk, i), line->length))
    {
      walk->paused = TRUE;
      return TRUE;
    }
  if (paragraph && !later)
    {
      if (walk->kept || !nazar_report_text_begins (NAZAR_REPORT_WORDS_CONTINUES, text_at (walk, i), line->length))
        return FALSE;
      walk->kept = TRUE;
      nazar_report_list_last (walk->list)->flags |= NAZAR_REPORT_FOUND_PARAGRAPH;
    }
  if (!later && gap && nazar_report_outline_is_title (walk->outline, i))
    return FALSE;
  nazar_report_list_add_piece (walk->list, i, 0, line->length, paragraph);
  return TRUE;
}

/* A section with a plain number, where a list has another numbering. */
static gboolean
is_plain_section (Walk               *walk,
                  guint               i,
                  NazarReportSection *section)
{
  const NazarReportLine *line = line_at (walk, i);
  const char *text = text_at (walk, i);
  guint next = nazar_report_outline_next (walk->outline, i);
  gsize end = line->length;
  NazarReportMarker marker;

  if (line->length > 140 || !nazar_report_section_parse (text, line->length, section) ||
      section->style != NAZAR_REPORT_SECTION_DECIMAL)
    return FALSE;
  /* A sentence is no title, not with the mark of a footnote at its end either. */
  while (end > section->title && g_ascii_isdigit (text[end - 1]))
    end--;
  if (end == 0 || strchr (".;,:", text[end - 1]) != NULL)
    return FALSE;
  if (!nazar_report_outline_is_after_gap (walk->outline, i) && !nazar_report_outline_is_after_end (walk->outline, i))
    return FALSE;
  if (next >= walk->lines->lines->len)
    return FALSE;
  return nazar_report_outline_is_after_gap (walk->outline, next) || walk->outline->flags[next] != 0 ||
         (nazar_report_outline_parse (walk->outline, next, &marker) && marker.style != NAZAR_REPORT_MARKER_BARE);
}

/* Whether a section is a part of the list's own: 5.2 in 5. */
static gboolean
is_own_section (Walk                     *walk,
                guint                     i,
                const NazarReportSection *section)
{
  gsize length = walk->list_section != NULL ? strlen (walk->list_section) : 0;

  return length > 0 && section->label_end - section->label > length &&
         strncmp (text_at (walk, i) + section->label, walk->list_section, length) == 0 &&
         text_at (walk, i)[section->label + length] == '.';
}

/* Whether a line that the list's own numbering would take begins a section all the same:
 * the sections' numbers go on in it, and no list follows. */
static gboolean
is_next_section (Walk                    *walk,
                 guint                    i,
                 const NazarReportMarker *marker)
{
  NazarReportSection section;
  NazarReportMarker after;
  guint next = nazar_report_outline_next (walk->outline, i);

  if (marker->style != NAZAR_REPORT_MARKER_DOT && marker->style != NAZAR_REPORT_MARKER_DOTTED)
    return FALSE;
  if (walk->decimal == 0 || marker->value != walk->decimal + 1 || !is_plain_section (walk, i, &section))
    return FALSE;
  return walk->outline->flags[next] != 0 ||
         !nazar_report_outline_parse (walk->outline, next, &after) ||
         after.style != marker->style || after.value != marker->value + 1;
}

/* A number that continues the list inside a line: the text layer lost a line's end. */
static void
take_inside (Walk *walk,
             guint i,
             gsize from)
{
  gsize at;
  NazarReportMarker marker;
  const NazarReportLine *line = line_at (walk, i);
  const char *text = text_at (walk, i);

  while (walk->open && nazar_report_sequence_find_inside (&walk->sequence, i, text, line->length, from, &at))
    {
      NazarReportPiece *piece;

      if (!nazar_report_marker_parse (text + at, line->length - at, &marker))
        return;
      if (walk->sequence.count > 0 && nazar_report_list_last (walk->list)->n_pieces > 0)
        {
          piece = &g_array_index (walk->list->pieces, NazarReportPiece, walk->list->pieces->len - 1);
          if (piece->line == i)
            piece->to = (guint32) at;
        }
      begin_item (walk, i, at, &marker, NAZAR_REPORT_FOUND_INSIDE);
      from = at + marker.text;
      nazar_report_list_add_piece (walk->list, i, from, line->length, FALSE);
    }
}

/* A line without a number or bullet. */
static gboolean
take_unmarked (Walk *walk,
               guint i,
               gsize from)
{
  if (line_at (walk, i)->kind == NAZAR_REPORT_LINE_NUMBER)
    return TRUE;
  if (from > 0)
    {
      walk->intro = i;
      walk->intro_from = from;
    }
  else if (begins_next_list (walk, i))
    return TRUE;
  else if (!take_text (walk, i))
    return FALSE;
  take_inside (walk, i, from);
  return TRUE;
}

/* Whether a numbered line is a paragraph that leads to the list, which begins only after it. */
static gboolean
take_lead (Walk                    *walk,
           guint                    i,
           const NazarReportMarker *marker)
{
  guint lead;

  if (walk->sequence.count > 0 || marker->style != NAZAR_REPORT_MARKER_DOT)
    return FALSE;
  lead = nazar_report_lead_end (walk->outline, i, marker->value);
  if (lead == G_MAXUINT || nazar_report_lead_begin (walk->outline, lead) != i || !open_by_lead (walk, lead))
    return FALSE;
  walk->skip = lead + 1;
  return TRUE;
}

static gboolean
take_marked (Walk                    *walk,
             guint                    i,
             gsize                    from,
             const NazarReportMarker *marker,
             NazarReportVerdict       verdict)
{
  const NazarReportLine *line = line_at (walk, i);

  switch (verdict)
    {
    case NAZAR_REPORT_VERDICT_END:
      return FALSE;
    case NAZAR_REPORT_VERDICT_ITEM:
      begin_item (walk, i, from, marker, 0);
      if (!marker->alone)
        nazar_report_list_add_piece (walk->list, i, from + marker->text, line->length, FALSE);
      break;
    case NAZAR_REPORT_VERDICT_PART:
      if (!walk->paused)
        nazar_report_list_add_piece (walk->list, i, from, line->length, TRUE);
      break;
    default:
      if (line->kind == NAZAR_REPORT_LINE_NUMBER)
        return TRUE;
      if (!take_text (walk, i))
        return FALSE;
    }
  take_inside (walk, i, from);
  return TRUE;
}

/* A line of an open list, from a byte of it on. Returns whether the list goes on. */
static gboolean
take_segment (Walk *walk,
              guint i,
              gsize from)
{
  NazarReportMarker marker;
  NazarReportSection section;
  NazarReportVerdict verdict;

  if (!nazar_report_marker_parse (text_at (walk, i) + from, line_at (walk, i)->length - from, &marker))
    return take_unmarked (walk, i, from);
  if (from == 0 && is_next_section (walk, i, &marker))
    return FALSE;
  if (from == 0 && take_lead (walk, i, &marker))
    return TRUE;
  verdict = nazar_report_sequence_judge (&walk->sequence, &marker, i, walk->intro != G_MAXUINT);
  if (verdict != NAZAR_REPORT_VERDICT_ITEM && from == 0 && is_plain_section (walk, i, &section) &&
      (verdict != NAZAR_REPORT_VERDICT_PART || section.value == walk->decimal + 1))
    {
      if (walk->sequence.count > 0 && !is_own_section (walk, i, &section))
        return FALSE;
      begin_section (walk, i, &section);
      nazar_report_sequence_allow_restart (&walk->sequence);
      return TRUE;
    }
  return take_marked (walk, i, from, &marker, verdict);
}

static void
take_narrative (Walk *walk,
                guint i)
{
  const NazarReportLine *line = line_at (walk, i);
  NazarReportSection section;
  NazarReportMarker marker;

  if (line->kind != NAZAR_REPORT_LINE_TEXT)
    return;
  if (is_plain_section (walk, i, &section) &&
      (section.value == walk->decimal + 1 || section.value == 1 || memchr (text_at (walk, i), '.', section.label_end)))
    {
      begin_section (walk, i, &section);
      return;
    }
  if (nazar_report_outline_parse (walk->outline, i, &marker))
    {
      if (marker.style == NAZAR_REPORT_MARKER_DOT)
        nazar_report_sequence_narrate (&walk->sequence, marker.value);
    }
  else if (!walk->outline->numbered && walk->main == NULL && nazar_report_outline_is_title (walk->outline, i))
    {
      replace_string (&walk->title, nazar_report_title_read (walk->outline, i, 0, &walk->skip));
      return;
    }
  open_by_lead (walk, i);
}

/* A heading that opens a list, with what it says beside the word itself. */
static void
take_heading (Walk *walk,
              guint i,
              gsize from)
{
  const NazarReportLine *line = line_at (walk, i);
  const char *text = text_at (walk, i) + from;
  NazarReportMarker own;
  guint begin = nazar_report_lead_begin (walk->outline, i);
  gboolean certain, numbered;
  gsize rest = 0;

  /* A heading right under a heading says more of the same list. */
  if (walk->open && walk->sequence.count == 0 && walk->intro == G_MAXUINT)
    walk->open = FALSE;
  close_list (walk, i);
  nazar_report_is_heading (text, line->length - from, &certain, &rest);
  numbered = begin < i && nazar_report_outline_parse (walk->outline, begin, &own) &&
             own.style == NAZAR_REPORT_MARKER_DOT && own.alone;
  if (numbered)
    replace_string (&walk->paragraph,
                    g_strndup (text_at (walk, begin) + own.label, own.label_end - own.label));
  else if (!certain)
    replace_string (&walk->heading, nazar_report_title_trim (text, rest != 0 ? rest : line->length - from));
  open_list (walk, i, i);
  if (from > 0)
    replace_string (&walk->list_section, g_strdup (walk->main));
  if (rest != 0 && !take_segment (walk, i, from + rest))
    close_list (walk, i);
}

/* Whether a section is a part of an open list: the first right under its heading, others of the
 * same kind after it. */
static gboolean
is_section_of_list (Walk                     *walk,
                    guint                     i,
                    const NazarReportSection *section)
{
  gboolean capital = (walk->outline->flags[i] & NAZAR_REPORT_OUTLINE_CAPITAL) != 0;

  if (!walk->open || walk->outline->flags[i] & NAZAR_REPORT_OUTLINE_HEADING)
    return FALSE;
  if (walk->sub_sections)
    return section->value > 1 && capital == walk->sub_capital;
  return walk->sequence.count == 0 && section->value == 1;
}

/* A line that the outline knows. */
static void
take_flagged (Walk *walk,
              guint i)
{
  guint8 flags = walk->outline->flags[i];
  NazarReportSection section = { 0 };
  gsize from = 0;

  if (flags & NAZAR_REPORT_OUTLINE_CLOSING)
    {
      close_list (walk, i);
      g_clear_pointer (&walk->main, g_free);
      g_clear_pointer (&walk->sub, g_free);
      replace_string (&walk->title, nazar_report_title_trim (text_at (walk, i), line_at (walk, i)->length));
      return;
    }
  if (nazar_report_section_parse (text_at (walk, i), line_at (walk, i)->length, &section) &&
      (flags & NAZAR_REPORT_OUTLINE_SECTION || section.style == NAZAR_REPORT_SECTION_DECIMAL))
    {
      if (is_section_of_list (walk, i, &section))
        {
          if (!walk->sub_sections)
            nazar_report_sequence_extend (&walk->sequence, i);
          walk->sub_sections = TRUE;
          walk->sub_capital = (flags & NAZAR_REPORT_OUTLINE_CAPITAL) != 0;
          begin_section (walk, i, &section);
          nazar_report_sequence_allow_restart (&walk->sequence);
          return;
        }
      close_list (walk, i);
      begin_section (walk, i, &section);
      from = section.title < line_at (walk, i)->length ? section.title : 0;
    }
  if (flags & NAZAR_REPORT_OUTLINE_HEADING)
    take_heading (walk, i, from);
}

static void
clear_walk (Walk *walk)
{
  g_free (walk->main);
  g_free (walk->sub);
  g_free (walk->title);
  g_free (walk->heading);
  g_free (walk->addressee);
  g_free (walk->paragraph);
  g_free (walk->list_section);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

/**
 * nazar_report_walk:
 * @outline: what stands where
 *
 * Returns: (transfer full) (nullable): the recommendations that headings open; %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
NazarReportList *
nazar_report_walk (NazarReportOutline *outline,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr (NazarReportList) list = nazar_report_list_new_empty ();
  g_auto (Walk) walk = { 0 };

  walk.outline = outline;
  walk.lines = outline->lines;
  walk.list = list;
  for (guint i = 0; i < walk.lines->lines->len; i++)
    {
      if ((i & 0xFFF) == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (i < walk.skip)
        continue;
      if (outline->flags[i] != 0)
        {
          take_flagged (&walk, i);
        }
      else if (!walk.open || !take_segment (&walk, i, 0))
        {
          close_list (&walk, i);
          take_narrative (&walk, i);
        }
    }
  close_list (&walk, walk.lines->lines->len);
  return g_steal_pointer (&list);
}

/* Whether a numbered list begins in line i, as far as its numbers tell. */
static gboolean
begins_plain_list (Walk *walk,
                   guint i)
{
  NazarReportMarker marker;

  if (!nazar_report_outline_parse (walk->outline, i, &marker) || marker.style == NAZAR_REPORT_MARKER_BULLET ||
      marker.style == NAZAR_REPORT_MARKER_BARE)
    return FALSE;
  return (marker.value == 1 || marker.style == NAZAR_REPORT_MARKER_DOTTED) &&
         nazar_report_outline_find (walk->outline, marker.style, marker.prefix, marker.value + 1, i) != G_MAXUINT;
}

/**
 * nazar_report_walk_plain:
 * @outline: what stands where
 *
 * Returns: (transfer full): the numbered lists of a report, whatever they hold
 */
NazarReportList *
nazar_report_walk_plain (NazarReportOutline *outline)
{
  g_autoptr (NazarReportList) list = nazar_report_list_new_empty ();
  g_auto (Walk) walk = { 0 };

  walk.outline = outline;
  walk.lines = outline->lines;
  walk.list = list;
  for (guint i = 0; i < walk.lines->lines->len; i++)
    {
      if (i < walk.skip)
        continue;
      if (outline->flags[i] != 0)
        {
          take_flagged (&walk, i);
          continue;
        }
      if (!walk.open && begins_plain_list (&walk, i))
        open_list (&walk, G_MAXUINT, i);
      if (!walk.open || !take_segment (&walk, i, 0))
        {
          close_list (&walk, i);
          take_narrative (&walk, i);
        }
    }
  close_list (&walk, walk.lines->lines->len);
  return g_steal_pointer (&list);
}
