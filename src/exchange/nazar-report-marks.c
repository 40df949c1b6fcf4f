/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-marks.h"

#include "nazar-report-marker.h"
#include "nazar-report-words.h"

#include <string.h>

/* Footnote marks look like any number. What gives them away is that they count 1, 2, 3 through
 * the whole report. So every number that could be a mark is collected with a weight that says how
 * much its place looks like a mark's, and of all rising rows of them the heaviest is taken; each
 * value that a row leaves out costs it. What is in the row is a mark, all else stays. */

#define MAX_CANDIDATES 200000
#define GAP_COST 3
#define FIRM 8
#define RAISED 2 /* sure by its form, not only by its place */

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '"' || c == 0x201D || c == 0x00BB || c == 0x2019;
}

static gunichar
char_before (const char *text,
             gsize       at,
             gsize      *before)
{
  const char *p;

  if (at == 0)
    return 0;
  p = g_utf8_prev_char (text + at);
  *before = (gsize) (p - text);
  return g_utf8_get_char (p);
}

/* The word that ends at a place; its length in letters. */
static guint
word_before (const char *text,
             gsize       at,
             gsize      *begin)
{
  guint letters = 0;
  gsize before = at;

  *begin = at;
  while (letters < 40 && *begin > 0 && g_unichar_isalpha (char_before (text, *begin, &before)))
    {
      *begin = before;
      letters++;
    }
  return letters;
}

static gboolean
is_reference (const char *text,
              gsize       at)
{
  gsize begin, before = at;
  gunichar c = char_before (text, at, &before);

  /* “No.” and “ст.” keep their point. */
  if (c == '.')
    at = before;
  if (c == 0x2116 || c == 0x00A7 || c == '$' || c == 0x20AC)
    return TRUE;
  return word_before (text, at, &begin) > 0 &&
         nazar_report_text_is (NAZAR_REPORT_WORDS_REFERENCE, text + begin, at - begin);
}

/* Whether the word around a place is an address of the web or a symbol, where digits are digits. */
static gboolean
is_in_address (const char *text,
               gsize       length,
               gsize       at)
{
  gsize begin = at, end = at;

  while (begin > 0 && text[begin - 1] != ' ' && at - begin < 200)
    begin--;
  while (end < length && text[end] != ' ' && end - at < 200)
    end++;
  for (gsize i = begin; i < end; i++)
    if (strchr ("/@_=", text[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether a mark may end before this: a space, a point, the line's end, a new sentence. */
static gboolean
may_follow (const char *text,
            gsize       length,
            gsize       at,
            gboolean    sentence)
{
  gunichar c;

  if (at >= length)
    return TRUE;
  c = g_utf8_get_char (text + at);
  if (c == ' ' || c == ',' || c == ';' || c == ':' || is_closing (c) || c == 0x2026)
    return TRUE;
  if (c == '.')
    return at + 1 >= length || !g_ascii_isdigit (text[at + 1]);
  if (c == 0x2013 || c == 0x2014)
    return at + 4 >= length || !g_ascii_isdigit (text[at + 3]);
  return sentence && (g_unichar_isupper (c) || c == 0x201C || c == 0x00AB);
}

static void
add (GArray  *found,
     guint    line,
     gsize    offset,
     gsize    end,
     guint    value,
     int      weight,
     gboolean firm,
     guint    sure)
{
  NazarReportMark candidate = { 0 };

  if (value == 0 || value > NAZAR_REPORT_MARK_MAX || found->len > MAX_CANDIDATES)
    return;
  candidate.line = line;
  candidate.offset = (guint32) offset;
  candidate.length = (guint32) (end - offset);
  candidate.value = (guint16) value;
  candidate.weight = (gint16) weight;
  candidate.firm = firm ? 1 : 0;
  candidate.sure = (guint8) sure;
  g_array_append_val (found, candidate);
}

static gboolean
is_point (gunichar c)
{
  return c > 0 && c < 0x80 && strchr (".,;:?!", (int) c) != NULL;
}

/* Whether a sentence ends with the mark: a full stop before it, a new sentence after it. */
static gboolean
is_sentence_end (const char *text,
                 gsize       length,
                 gunichar    before,
                 gsize       end)
{
  if ((before != '.' && before != '?') || end >= length)
    return FALSE;
  return text[end] != ' ' || (end + 1 < length && g_unichar_isupper (g_utf8_get_char (text + end + 1)));
}

/* 2021.1 However: a year, not a decimal. */
static void
add_after_year (GArray     *found,
                guint       line,
                const char *text,
                gsize       point,
                gsize       begin,
                gsize       end,
                guint       value)
{
  gsize digits = point;

  while (digits > 0 && g_ascii_isdigit (text[digits - 1]))
    digits--;
  if (point - digits == 4 && (text[digits] == '1' || text[digits] == '2'))
    add (found, line, begin, end, value, FIRM - 2, TRUE, FALSE);
}

/* word4 or (CERD)4 or word.4 or (Brazil);4: the mark touches what it belongs to. */
static void
add_touching (GArray     *found,
              guint       line,
              const char *text,
              gsize       length,
              gsize       begin,
              gsize       end,
              guint       value)
{
  gsize at = begin, before = begin, word;
  gunichar c = char_before (text, begin, &before);
  gunichar touched = c;
  guint letters = word_before (text, begin, &word);

  if (letters > 0)
    {
      if (!may_follow (text, length, end, FALSE) || letters < 2 || (letters == 2 && g_unichar_isupper (c)))
        return;
      add (found, line, begin, end, value, letters > 2 ? FIRM : FIRM / 2, letters > 2, FALSE);
      return;
    }
  for (guint n = 0; n < 3 && (is_closing (c) || is_point (c)); n++)
    {
      if (is_reference (text, at))
        return;
      at = before;
      c = char_before (text, at, &before);
    }
  if (at == begin || c == ' ' || c == '(' || !may_follow (text, length, end, TRUE))
    return;
  letters = word_before (text, at, &word);
  if (is_reference (text, at))
    return;
  if (letters > 0)
    add (found, line, begin, end, value, letters == 1 ? FIRM / 2 : FIRM, letters != 1,
         letters > 3 && is_sentence_end (text, length, touched, end));
  else if (g_ascii_isdigit ((int) MIN (c, 127)) && is_closing (touched))
    add (found, line, begin, end, value, FIRM, TRUE, FALSE);
  else if (g_ascii_isdigit ((int) MIN (c, 127)))
    add_after_year (found, line, text, at, begin, end, value);
}

/* “authorities 13 of the” and “(CERD) 19.”: only the row can tell. */
static void
add_spaced (GArray     *found,
            guint       line,
            const char *text,
            gsize       length,
            gsize       begin,
            gsize       end,
            guint       value)
{
  gsize space = begin - 1, before = space;
  gunichar c = char_before (text, space, &before);
  gunichar after = end < length ? g_utf8_get_char (text + end) : '.';

  if (is_reference (text, space) || g_ascii_isdigit ((int) MIN (c, 127)))
    return;
  if (!g_unichar_isalpha (c) && !is_closing (c) && c != '.' && c != ',')
    return;
  if (after == '.' || after == ',' || after == ';')
    {
      if (may_follow (text, length, end, FALSE))
        add (found, line, space, end, value, c == ')' ? 3 : 2, FALSE, FALSE);
    }
  else if (after == ' ' && end + 1 < length)
    {
      gunichar next = g_utf8_get_char (text + end + 1);

      if (g_unichar_islower (next) || (c == '.' && g_unichar_isupper (next)))
        add (found, line, space, end, value, 1, FALSE, FALSE);
    }
}

static void
scan_digits (GArray     *found,
             guint       line,
             const char *text,
             gsize       length,
             gsize       begin,
             gsize       end)
{
  guint value = 0;
  gsize digits = end - begin;
  gsize from = begin;

  if (digits >= 5 && digits <= 7 && (strncmp (text + begin, "19", 2) == 0 || strncmp (text + begin, "20", 2) == 0))
    from = begin + 4;
  else if (digits > 3)
    return;
  if (text[from] == '0' || begin == 0)
    return;
  for (gsize i = from; i < end; i++)
    value = value * 10 + (guint) (text[i] - '0');
  if (is_in_address (text, length, begin))
    return;
  if (from > begin)
    {
      if (may_follow (text, length, end, FALSE))
        add (found, line, from, end, value, FIRM / 2, FALSE, FALSE);
    }
  else if (text[begin - 1] == ',' && found->len > 0)
    {
      const NazarReportMark *last = &g_array_index (found, NazarReportMark, found->len - 1);

      /* 10,11 */
      if (last->line == line && last->offset + last->length + 1 == begin && may_follow (text, length, end, FALSE))
        add (found, line, begin - 1, end, value, FIRM / 2, FALSE, FALSE);
      else
        add_touching (found, line, text, length, begin, end, value);
    }
  else if (text[begin - 1] == ' ')
    add_spaced (found, line, text, length, begin, end, value);
  else if (text[begin - 1] == '[' && end < length && text[end] == ']' && begin > 1)
    {
      gsize from_space = begin - 1 - (text[begin - 2] == ' ' ? 1 : 0);

      add (found, line, from_space, end + 1, value, FIRM, TRUE, FALSE);
    }
  else
    add_touching (found, line, text, length, begin, end, value);
}

/**
 * nazar_report_marks_raised_digit:
 *
 * Returns: the value of a raised digit, or -1
 */
int
nazar_report_marks_raised_digit (gunichar c)
{
  if (c == 0x00B9)
    return 1;
  if (c == 0x00B2 || c == 0x00B3)
    return (int) (c - 0x00B0);
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
    return (int) (c - 0x2070);
  return -1;
}

/* Raised digits are marks, but for m² and m³. */
static gsize
scan_superscript (GArray     *found,
                  guint       line,
                  const char *text,
                  gsize       length,
                  gsize       begin)
{
  gsize at = begin, word;
  guint value = 0, count = 0, letters;

  while (at < length && nazar_report_marks_raised_digit (g_utf8_get_char (text + at)) >= 0 && count++ < 4)
    {
      value = value * 10 + (guint) nazar_report_marks_raised_digit (g_utf8_get_char (text + at));
      at = (gsize) (g_utf8_next_char (text + at) - text);
    }
  letters = word_before (text, begin, &word);
  if (begin > 0 && !(count == 1 && letters > 0 && letters <= 2))
    add (found, line, begin, at, value, FIRM, TRUE, RAISED);
  return at;
}

/* rights.iv The: endnotes that Word counts in small roman numbers. */
static gsize
scan_roman (GArray     *found,
            guint       line,
            const char *text,
            gsize       length,
            gsize       begin)
{
  gsize end = begin, before = begin, word;
  gunichar c;
  guint value;

  while (end < length && g_ascii_islower (text[end]) && strchr ("ivxlc", text[end]) != NULL)
    end++;
  if (begin == 0 || end - begin > 9 || text[begin - 1] == ' ' || !may_follow (text, length, end, FALSE))
    return end;
  c = char_before (text, begin, &before);
  if ((!is_closing (c) && !is_point (c)) ||
      word_before (text, before, &word) < 2)
    return end;
  value = nazar_report_roman (text + begin, end - begin);
  add (found, line, begin, end, value, FIRM, TRUE, FALSE);
  if (value > 0 && found->len > 0)
    g_array_index (found, NazarReportMark, found->len - 1).roman = TRUE;
  return end;
}

static void
scan_line (NazarReportLines *lines,
           guint             i,
           GArray           *found)
{
  const NazarReportLine *line = nazar_report_lines_at (lines, i);
  const char *text = lines->buffer + line->text;
  gsize at = 0;

  while (at < line->length)
    {
      guchar c = (guchar) text[at];

      if (g_ascii_isdigit (c))
        {
          gsize end = at;

          while (end < line->length && g_ascii_isdigit (text[end]))
            end++;
          scan_digits (found, i, text, line->length, at, end);
          at = end;
        }
      else if (c == 0xC2 || c == 0xE2)
        at = nazar_report_marks_raised_digit (g_utf8_get_char (text + at)) >= 0
               ? scan_superscript (found, i, text, line->length, at)
               : (gsize) (g_utf8_next_char (text + at) - text);
      else if (c != '\0' && strchr ("ivxlc", c) != NULL && at > 0 && !g_ascii_isalpha (text[at - 1]))
        at = MAX (scan_roman (found, i, text, line->length, at), at + 1);
      else
        at++;
    }
}

typedef struct
{
  int score;
  int candidate;
} Best;

/* The best among rows that end below a value: a tree of maxima. */
static Best
best_below (const Best *tree,
            guint       value)
{
  Best best = { G_MININT, -1 };

  for (guint i = value - 1; i > 0; i -= i & (~i + 1))
    if (tree[i].score > best.score)
      best = tree[i];
  return best;
}

static void
update_best (Best *tree,
             guint value,
             Best  with)
{
  for (guint i = value; i <= NAZAR_REPORT_MARK_MAX; i += i & (~i + 1))
    if (with.score >= tree[i].score)
      tree[i] = with;
}

/* Chooses the heaviest row of marks of one kind. */
static void
choose_row (GArray  *found,
            gboolean roman)
{
  g_autofree Best *tree = g_new (Best, NAZAR_REPORT_MARK_MAX + 1);
  g_autofree int *before = g_new (int, found->len);
  int best = -1, best_score = 0;
  guint firm = 0;

  for (guint i = 0; i <= NAZAR_REPORT_MARK_MAX; i++)
    tree[i] = (Best){ G_MININT, -1 };
  for (guint i = 0; i < found->len; i++)
    {
      const NazarReportMark *candidate = &g_array_index (found, NazarReportMark, i);
      int start = -GAP_COST * (candidate->value - 1);
      Best previous;
      int score;

      before[i] = -1;
      if (candidate->roman != roman)
        continue;
      previous = best_below (tree, candidate->value);
      score = start + candidate->weight;
      if (previous.candidate >= 0 && previous.score + start > start)
        {
          score = previous.score + start + candidate->weight;
          before[i] = previous.candidate;
        }
      update_best (tree, candidate->value, (Best){ score + GAP_COST * candidate->value, (int) i });
      if (score > best_score)
        {
          best_score = score;
          best = (int) i;
        }
    }
  for (int i = best; i >= 0; i = before[i])
    firm += g_array_index (found, NazarReportMark, i).firm;
  /* A lone 1 may be one, if the note itself is found. */
  if (firm < 2 && !(firm == 1 && before[best] < 0 && g_array_index (found, NazarReportMark, best).value == 1))
    return;
  for (int i = best; i >= 0; i = before[i])
    g_array_index (found, NazarReportMark, i).chosen = TRUE;
}

/* A mark that only the row makes a mark must fill the row without a gap on either side. */
static void
drop_doubtful (GArray  *found,
               gboolean roman)
{
  const NazarReportMark *last = NULL;
  guint sure = 0;

  for (guint i = 0; i < found->len; i++)
    {
      NazarReportMark *candidate = &g_array_index (found, NazarReportMark, i);
      const NazarReportMark *next = NULL;

      sure += candidate->sure;
      if (!candidate->chosen || candidate->roman != roman)
        continue;
      for (guint k = i + 1; k < found->len && next == NULL; k++)
        {
          const NazarReportMark *later = &g_array_index (found, NazarReportMark, k);

          next = later->chosen && later->roman == roman ? later : NULL;
        }
      if (!candidate->firm && ((last != NULL ? last->value + 1 != candidate->value : candidate->value != 1) ||
                               (next != NULL && next->value != candidate->value + 1)))
        candidate->chosen = FALSE;
      else
        last = candidate;
    }
  for (guint i = 0; i < found->len; i++)
    {
      NazarReportMark *candidate = &g_array_index (found, NazarReportMark, i);

      if (candidate->sure == RAISED || (candidate->sure && sure >= 3))
        candidate->chosen = TRUE;
    }
}

/* Takes the chosen marks out of a line, with a second full stop that a mark stood before. */
static void
cut_line (NazarReportLines      *lines,
          guint                  i,
          const NazarReportMark *first,
          const NazarReportMark *end)
{
  NazarReportLine *line = nazar_report_lines_at (lines, i);
  char *text = lines->buffer + line->text;
  gsize from = 0, to = 0;

  for (const NazarReportMark *candidate = first; candidate < end; candidate++)
    {
      gsize size = candidate->offset - from;

      if (!candidate->chosen)
        continue;
      memmove (text + to, text + from, size);
      to += size;
      from = candidate->offset + candidate->length;
      if (to > 0 && text[to - 1] == '.' && from < line->length && text[from] == '.')
        from++;
    }
  memmove (text + to, text + from, line->length - from);
  to += line->length - from;
  while (to > 0 && text[to - 1] == ' ')
    to--;
  text[to] = '\0';
  line->length = (guint32) to;
  if (to == 0)
    line->kind = NAZAR_REPORT_LINE_FURNITURE;
}

/**
 * nazar_report_marks_find:
 * @lines: the lines
 *
 * Returns: (transfer full): all that could be a footnote mark, as #NazarReportMark in the order of
 *   the text; those that are have `chosen` set
 */
GArray *
nazar_report_marks_find (NazarReportLines *lines)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (NazarReportMark));

  for (guint i = 0; i < lines->lines->len && found->len <= MAX_CANDIDATES; i++)
    if (nazar_report_lines_at (lines, i)->kind == NAZAR_REPORT_LINE_TEXT)
      scan_line (lines, i, found);
  if (found->len > MAX_CANDIDATES)
    g_array_set_size (found, 0);
  choose_row (found, FALSE);
  drop_doubtful (found, FALSE);
  choose_row (found, TRUE);
  drop_doubtful (found, TRUE);
  return found;
}

/**
 * nazar_report_marks_cut:
 * @marks: as found in these lines
 *
 * Takes the marks that were chosen out of the lines.
 */
void
nazar_report_marks_cut (NazarReportLines *lines,
                        GArray           *marks)
{
  const NazarReportMark *all = (const NazarReportMark *) (void *) marks->data;

  for (guint i = 0, end; i < marks->len; i = end)
    {
      for (end = i + 1; end < marks->len && all[end].line == all[i].line; end++)
        ;
      cut_line (lines, all[i].line, all + i, all + end);
    }
}
