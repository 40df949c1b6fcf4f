/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-notes.h"

#include "nazar-report-marker.h"
#include "nazar-report-words.h"

#include <string.h>

/* Footnote marks look like any number. What gives them away is that they count 1, 2, 3 through
 * the whole report. So every number that could be a mark is collected with a weight that says how
 * much its place looks like a mark's, and of all rising rows of them the heaviest is taken; each
 * value that a row leaves out costs it. What is in the row is a mark, all else stays. */

#define MAX_VALUE 999
#define MAX_CANDIDATES 200000
#define GAP_COST 3
#define FIRM 8
#define RAISED 2 /* sure by its form, not only by its place */

typedef struct
{
  guint32 line;
  guint32 offset;  /* of the bytes to take out, in the line's text */
  guint32 length;
  guint16 value;
  gint16 weight;
  guint8 firm;     /* by its place alone almost surely a mark */
  guint8 sure;     /* a mark whatever the row says */
  guint8 roman;
  guint8 chosen;
} Candidate;

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '"' || c == 0x201D || c == 0x00BB || c == 0x2019;
}

static gunichar
char_before (const char *text, gsize at, gsize *before)
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
word_before (const char *text, gsize at, gsize *begin)
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
is_reference (const char *text, gsize at)
{
  gsize begin, before = at;
  gunichar c = char_before (text, at, &before);

  /* “No.” and “ст.” keep their point. */
  if (c == '.')
    at = before;
  if (c == 0x2116 || c == 0x00A7 || c == '$' || c == 0x20AC)
    return TRUE;
  return word_before (text, at, &begin) > 0 &&
         nazar_report_word_is (NAZAR_REPORT_WORDS_REFERENCE, text + begin, at - begin);
}

/* Whether the word around a place is an address of the web or a symbol, where digits are digits. */
static gboolean
is_in_address (const char *text, gsize length, gsize at)
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
may_follow (const char *text, gsize length, gsize at, gboolean sentence)
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
add (GArray *found, guint line, gsize offset, gsize end, guint value, int weight, gboolean firm,
     guint sure)
{
  Candidate candidate = { 0 };

  if (value == 0 || value > MAX_VALUE || found->len > MAX_CANDIDATES)
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

/* word4 or (CERD)4 or word.4: the mark touches what it belongs to. */
static void
add_touching (GArray *found, guint line, const char *text, gsize length, gsize begin, gsize end,
              guint value)
{
  gsize before = begin, word;
  gunichar c = char_before (text, begin, &before);
  guint letters;

  if (g_unichar_isalpha (c))
    {
      letters = word_before (text, begin, &word);
      if (!may_follow (text, length, end, FALSE) || letters < 2 ||
          (letters == 2 && g_unichar_isupper (c)))
        return;
      add (found, line, begin, end, value, letters > 2 ? FIRM : FIRM / 2, letters > 2, FALSE);
      return;
    }
  if (!is_closing (c) && strchr (".,;:?!", (int) c) == NULL)
    return;
  if (!may_follow (text, length, end, TRUE))
    return;
  letters = word_before (text, before, &word);
  if (is_reference (text, begin) || is_reference (text, before))
    return;
  if (letters > 0 || (is_closing (c) && before > 0 && text[before - 1] != ' '))
    {
      gboolean sentence = letters > 3 && (c == '.' || c == '?') && end < length &&
                          (text[end] != ' ' || (end + 1 < length && g_unichar_isupper (g_utf8_get_char (text + end + 1))));

      if (c == ')' && letters == 0 && before > 0 && text[before - 1] == '(')
        return;
      add (found, line, begin, end, value, letters == 1 ? FIRM / 2 : FIRM, letters != 1, sentence);
      return;
    }
  /* 2021.1 However: a year, not a decimal. */
  if (before >= 4 && g_ascii_isdigit (text[before - 1]))
    {
      gsize digits = before;

      while (digits > 0 && g_ascii_isdigit (text[digits - 1]))
        digits--;
      if (before - digits == 4 && (text[digits] == '1' || text[digits] == '2'))
        add (found, line, begin, end, value, FIRM - 2, TRUE, FALSE);
    }
}

/* “authorities 13 of the” and “(CERD) 19.”: only the row can tell. */
static void
add_spaced (GArray *found, guint line, const char *text, gsize length, gsize begin, gsize end,
            guint value)
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
scan_digits (GArray *found, guint line, const char *text, gsize length, gsize begin, gsize end)
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
      const Candidate *last = &g_array_index (found, Candidate, found->len - 1);

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

static int
superscript_digit (gunichar c)
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
scan_superscript (GArray *found, guint line, const char *text, gsize length, gsize begin)
{
  gsize at = begin, word;
  guint value = 0, count = 0, letters;

  while (at < length && superscript_digit (g_utf8_get_char (text + at)) >= 0 && count++ < 4)
    {
      value = value * 10 + (guint) superscript_digit (g_utf8_get_char (text + at));
      at = (gsize) (g_utf8_next_char (text + at) - text);
    }
  letters = word_before (text, begin, &word);
  if (begin > 0 && !(count == 1 && letters > 0 && letters <= 2))
    add (found, line, begin, at, value, FIRM, TRUE, RAISED);
  return at;
}

/* rights.iv The: endnotes that Word counts in small roman numbers. */
static gsize
scan_roman (GArray *found, guint line, const char *text, gsize length, gsize begin)
{
  gsize end = begin, before = begin, word;
  gunichar c;
  guint value;

  while (end < length && g_ascii_islower (text[end]) && strchr ("ivxlc", text[end]) != NULL)
    end++;
  if (begin == 0 || end - begin > 9 || text[begin - 1] == ' ' || !may_follow (text, length, end, FALSE))
    return end;
  c = char_before (text, begin, &before);
  if ((!is_closing (c) && strchr (".,;:?!", (int) MIN (c, 127)) == NULL) ||
      word_before (text, before, &word) < 2)
    return end;
  value = nazar_report_roman (text + begin, end - begin);
  add (found, line, begin, end, value, FIRM, TRUE, FALSE);
  if (value > 0 && found->len > 0)
    g_array_index (found, Candidate, found->len - 1).roman = TRUE;
  return end;
}

static void
scan_line (NazarReportLines *lines, guint i, GArray *found)
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
        at = superscript_digit (g_utf8_get_char (text + at)) >= 0
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
best_below (const Best *tree, guint value)
{
  Best best = { G_MININT, -1 };

  for (guint i = value - 1; i > 0; i -= i & (~i + 1))
    if (tree[i].score > best.score)
      best = tree[i];
  return best;
}

static void
update_best (Best *tree, guint value, Best with)
{
  for (guint i = value; i <= MAX_VALUE; i += i & (~i + 1))
    if (with.score > tree[i].score)
      tree[i] = with;
}

/* Chooses the heaviest row of marks of one kind. */
static void
choose_row (GArray *found, gboolean roman)
{
  g_autofree Best *tree = g_new (Best, MAX_VALUE + 1);
  g_autofree int *before = g_new (int, found->len);
  int best = -1, best_score = 0;
  guint firm = 0;

  for (guint i = 0; i <= MAX_VALUE; i++)
    tree[i] = (Best){ G_MININT, -1 };
  for (guint i = 0; i < found->len; i++)
    {
      const Candidate *candidate = &g_array_index (found, Candidate, i);
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
    firm += g_array_index (found, Candidate, i).firm;
  if (firm < 2)
    return;
  for (int i = best; i >= 0; i = before[i])
    g_array_index (found, Candidate, i).chosen = TRUE;
}

/* A mark that only the row makes a mark must fill the row without a gap on either side. */
static void
drop_doubtful (GArray *found, gboolean roman)
{
  const Candidate *last = NULL;
  guint sure = 0;

  for (guint i = 0; i < found->len; i++)
    {
      Candidate *candidate = &g_array_index (found, Candidate, i);
      const Candidate *next = NULL;

      sure += candidate->sure;
      if (!candidate->chosen || candidate->roman != roman)
        continue;
      for (guint k = i + 1; k < found->len && next == NULL; k++)
        if (g_array_index (found, Candidate, k).chosen && g_array_index (found, Candidate, k).roman == roman)
          next = &g_array_index (found, Candidate, k);
      if (!candidate->firm && ((last != NULL ? last->value + 1 != candidate->value : candidate->value != 1) ||
                               (next != NULL && next->value != candidate->value + 1)))
        candidate->chosen = FALSE;
      else
        last = candidate;
    }
  for (guint i = 0; i < found->len; i++)
    {
      Candidate *candidate = &g_array_index (found, Candidate, i);

      if (candidate->sure == RAISED || (candidate->sure && sure >= 3))
        candidate->chosen = TRUE;
    }
}

/* Takes the chosen marks out of a line, with a second full stop that a mark stood before. */
static void
cut_line (NazarReportLines *lines, guint i, const Candidate *first, const Candidate *end)
{
  NazarReportLine *line = nazar_report_lines_at (lines, i);
  char *text = lines->buffer + line->text;
  gsize from = 0, to = 0;

  for (const Candidate *candidate = first; candidate < end; candidate++)
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

/* The number at the beginning of a footnote's text, or 0. */
static guint
note_number (NazarReportLines *lines, guint i)
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
      int raised = superscript_digit (g_utf8_get_char (text + at));

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
is_list_line (NazarReportLines *lines, guint i)
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
find_notes_end (NazarReportLines *lines, guint begin)
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

/* Whether what begins here are endnotes without a heading: most of the marks' numbers follow in
 * their order, and no list of recommendations does. */
static gboolean
is_endnotes (NazarReportLines *lines, guint i, guint n_marks)
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
      if (note_number (lines, i) == expected)
        expected++;
    }
  return expected > 3 && expected * 2 > n_marks;
}

static void
mark_notes (NazarReportLines *lines, guint begin, guint end)
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
is_near (NazarReportLines *lines, guint mark, guint note)
{
  if (mark == G_MAXUINT || mark > note)
    return FALSE;
  if (lines->pages > 1)
    return nazar_report_lines_at (lines, note)->page - nazar_report_lines_at (lines, mark)->page <= 1;
  return note - mark < 120;
}

static void
find_notes (NazarReportLines *lines, const guint *mark_lines)
{
  guint last = 0, marks_end = 0, n_marks = 0;
  gboolean asked = FALSE;

  for (guint value = 1; value <= MAX_VALUE; value++)
    if (mark_lines[value] != G_MAXUINT)
      {
        marks_end = MAX (marks_end, mark_lines[value]);
        n_marks++;
      }
  for (guint i = 0; i < lines->lines->len; i++)
    {
      guint value = note_number (lines, i);
      guint end;

      if (value == 0 || value > MAX_VALUE)
        continue;
      if (value == 1 && n_marks > 4 && i > marks_end && !asked)
        {
          asked = TRUE;
          if (is_endnotes (lines, i, n_marks))
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

/**
 * nazar_report_notes_remove:
 * @lines: the lines, after their furniture was found
 *
 * Takes footnote marks out of the lines and gives the lines of footnotes their kind.
 */
void
nazar_report_notes_remove (NazarReportLines *lines)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree guint *mark_lines = g_new (guint, MAX_VALUE + 1);

  for (guint i = 0; i < lines->lines->len && found->len <= MAX_CANDIDATES; i++)
    if (nazar_report_lines_at (lines, i)->kind == NAZAR_REPORT_LINE_TEXT)
      scan_line (lines, i, found);
  find_star_notes (lines);
  if (found->len == 0 || found->len > MAX_CANDIDATES)
    return;
  choose_row (found, FALSE);
  drop_doubtful (found, FALSE);
  choose_row (found, TRUE);
  drop_doubtful (found, TRUE);
  for (guint value = 0; value <= MAX_VALUE; value++)
    mark_lines[value] = G_MAXUINT;
  for (guint i = 0; i < found->len; i++)
    {
      const Candidate *candidate = &g_array_index (found, Candidate, i);

      if (candidate->chosen && !candidate->roman && mark_lines[candidate->value] == G_MAXUINT)
        mark_lines[candidate->value] = candidate->line;
    }
  find_notes (lines, mark_lines);
  for (guint i = 0, end; i < found->len; i = end)
    {
      guint32 line = g_array_index (found, Candidate, i).line;

      for (end = i + 1; end < found->len && g_array_index (found, Candidate, end).line == line; end++)
        ;
      cut_line (lines, line, &g_array_index (found, Candidate, i), &g_array_index (found, Candidate, 0) + end);
    }
}
