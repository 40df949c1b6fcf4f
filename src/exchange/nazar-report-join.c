/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-join.h"

#include "nazar-report-words.h"

#include <string.h>

#define MAX_DIVIDED 100000
#define MAX_WORD 120

struct _NazarReportJoin
{
  NazarReportLines *lines;
  GHashTable *seen; /* a divided word in both its forms -> how often it stands undivided */
};

static gboolean
ends_in_soft_hyphen (const char *text,
                     gsize       length)
{
  return length >= 2 && (guchar) text[length - 2] == 0xC2 && (guchar) text[length - 1] == 0xAD;
}

/* Whether the text ends in a letter or digit and a hyphen. */
static gboolean
ends_in_hyphen (const char *text,
                gsize       length)
{
  return length >= 2 && text[length - 1] == '-' &&
         g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + length - 1)));
}

static gsize
last_word (const char *text,
           gsize       end)
{
  gsize begin = end;

  while (begin > 0 && end - begin < MAX_WORD)
    {
      const char *p = g_utf8_prev_char (text + begin);

      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        break;
      begin = (gsize) (p - text);
    }
  return begin;
}

static gsize
first_word (const char *text,
            gsize       length)
{
  gsize end = 0;

  while (end < length && end < MAX_WORD && g_unichar_isalpha (g_utf8_get_char (text + end)))
    end = (gsize) (g_utf8_next_char (text + end) - text);
  return end;
}

/* The two parts in small letters, with or without a hyphen between them. */
static char *
both_parts (const char *first,
            gsize       first_length,
            const char *mark,
            const char *second,
            gsize       second_length)
{
  g_autofree char *one = g_utf8_strdown (first, (gssize) first_length);
  g_autofree char *two = g_utf8_strdown (second, (gssize) second_length);

  return g_strconcat (one, mark, two, NULL);
}

static void
collect_divided (NazarReportJoin *self)
{
  for (guint i = 0; i + 1 < self->lines->lines->len; i++)
    {
      const NazarReportLine *line = nazar_report_lines_at (self->lines, i);
      const char *text = nazar_report_lines_text (self->lines, i);
      const char *next = nazar_report_lines_text (self->lines, i + 1);
      gsize begin, end;

      if (!ends_in_hyphen (text, line->length) || g_hash_table_size (self->seen) > MAX_DIVIDED)
        continue;
      begin = last_word (text, line->length - 1);
      end = first_word (next, nazar_report_lines_at (self->lines, i + 1)->length);
      if (begin + 1 >= line->length || end == 0)
        continue;
      g_hash_table_insert (self->seen,
                           both_parts (text + begin, line->length - 1 - begin, "-", next, end),
                           GUINT_TO_POINTER (1));
      g_hash_table_insert (self->seen,
                           both_parts (text + begin, line->length - 1 - begin, "", next, end),
                           GUINT_TO_POINTER (1));
    }
}

/* Counts each word of a line, with its hyphens, that some line's end divides. */
static void
count_line (NazarReportJoin *self,
            const char      *text,
            gsize            length)
{
  gsize at = 0;

  while (at < length)
    {
      gsize begin = at;

      while (at < length)
        {
          gunichar c = g_utf8_get_char (text + at);

          if (c != '-' && !g_unichar_isalpha (c))
            break;
          at = (gsize) (g_utf8_next_char (text + at) - text);
        }
      if (at > begin && at - begin < 2 * MAX_WORD)
        {
          g_autofree char *word = g_utf8_strdown (text + begin, (gssize) (at - begin));
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, word));

          if (count > 0)
            g_hash_table_replace (self->seen, g_steal_pointer (&word), GUINT_TO_POINTER (count + 1));
        }
      if (at < length)
        at = (gsize) (g_utf8_next_char (text + at) - text);
    }
}

/**
 * nazar_report_join_new:
 * @lines: the lines, which must outlive the result
 *
 * Learns from the whole text which divided words stand elsewhere, with a hyphen or without.
 *
 * Returns: (transfer full): what joins their pieces
 */
NazarReportJoin *
nazar_report_join_new (NazarReportLines *lines)
{
  NazarReportJoin *self = g_new0 (NazarReportJoin, 1);

  self->lines = lines;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_divided (self);
  for (guint i = 0; g_hash_table_size (self->seen) > 0 && i < lines->lines->len; i++)
    count_line (self, nazar_report_lines_text (lines, i), nazar_report_lines_at (lines, i)->length);
  return self;
}

void
nazar_report_join_free (NazarReportJoin *self)
{
  g_hash_table_unref (self->seen);
  g_free (self);
}

/* Whether a word divided after a hyphen keeps it: if the report writes it so elsewhere, else if
 * its parts are known to. */
static gboolean
keeps_hyphen (NazarReportJoin *self,
              const char      *before,
              gsize            before_length,
              const char      *next,
              gsize            length)
{
  gsize begin = last_word (before, before_length);
  gsize end = first_word (next, length);
  gunichar c = length > 0 ? g_utf8_get_char (next) : 0;
  g_autofree char *with = NULL, *without = NULL, *pair = NULL;
  guint n_with, n_without;

  if (!g_unichar_islower (c) || begin == before_length)
    return TRUE;
  with = both_parts (before + begin, before_length - begin, "-", next, end);
  without = both_parts (before + begin, before_length - begin, "", next, end);
  pair = both_parts (before + begin, before_length - begin, " ", next, end);
  n_with = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, with));
  n_without = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, without));
  if (n_with != n_without)
    return n_with > n_without;
  return (nazar_report_text_begins (NAZAR_REPORT_WORDS_COMPOUND, pair, strlen (pair)) && end > 3) ||
         nazar_report_text_is (NAZAR_REPORT_WORDS_PARTICLE, next, end);
}

/**
 * nazar_report_join_text:
 * @pieces: in the order of the text
 *
 * Returns: (transfer full): the text, its paragraphs divided by line feeds
 */
char *
nazar_report_join_text (NazarReportJoin        *self,
                        const NazarReportPiece *pieces,
                        guint                   n_pieces)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    {
      const char *text = nazar_report_lines_text (self->lines, pieces[i].line) + pieces[i].from;
      gsize length = pieces[i].to - pieces[i].from;

      while (length > 0 && *text == ' ')
        {
          text++;
          length--;
        }
      while (length > 0 && text[length - 1] == ' ')
        length--;
      if (length == 0)
        continue;
      if (ends_in_soft_hyphen (joined->str, joined->len))
        g_string_truncate (joined, joined->len - 2);
      else if (joined->len > 0 && pieces[i].paragraph)
        g_string_append_c (joined, '\n');
      else if (ends_in_hyphen (joined->str, joined->len))
        {
          if (!keeps_hyphen (self, joined->str, joined->len - 1, text, length))
            g_string_truncate (joined, joined->len - 1);
        }
      else if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append_len (joined, text, (gssize) length);
    }
  if (ends_in_soft_hyphen (joined->str, joined->len))
    g_string_truncate (joined, joined->len - 2);
  return g_string_free (joined, FALSE);
}
