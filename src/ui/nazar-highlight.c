/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-highlight.h"

#include "nazar-tokenizer.h"

/* A match that begins within this many characters is seen without cutting. */
#define SEEN_CHARACTERS 36
/* So much stands before a match that is further on. */
#define CHARACTERS_BEFORE 16
#define EXCERPT_CHARACTERS 240

/**
 * nazar_highlight_attributes:
 * @text: a text
 * @typed: (nullable): what is searched for
 *
 * Returns: (transfer full) (nullable): attributes that mark the matches in @text;
 *   %NULL where there are none
 */
PangoAttrList *
nazar_highlight_attributes (const char *text,
                            const char *typed)
{
  g_autoptr (GArray) ranges = typed != NULL ? nazar_search_matches (text, typed) : NULL;
  PangoAttrList *attributes;

  if (ranges == NULL || ranges->len == 0)
    return NULL;

  attributes = pango_attr_list_new ();
  for (guint i = 0; i < ranges->len; i++)
    {
      const NazarRange *range = &g_array_index (ranges, NazarRange, i);
      /* A see-through yellow serves on light and on dark. */
      PangoAttribute *marks[] = {
        pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d),
        pango_attr_background_alpha_new (0x6000),
        pango_attr_weight_new (PANGO_WEIGHT_BOLD),
      };

      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        {
          marks[j]->start_index = range->start;
          marks[j]->end_index = range->end;
          pango_attr_list_insert (attributes, marks[j]);
        }
    }

  return attributes;
}

/* The beginning of the word at @place, where it is not far back. */
static const char *
word_start (const char *text,
            const char *place)
{
  const char *start = place;

  for (guint i = 0; start > text && i < CHARACTERS_BEFORE; i++)
    {
      const char *before = g_utf8_prev_char (start);

      if (g_unichar_isspace (g_utf8_get_char (before)))
        return start;
      start = before;
    }

  return start == text ? text : place;
}

/**
 * nazar_highlight_excerpt:
 * @text: a text
 * @typed: (nullable): what is searched for
 *
 * Returns: (transfer full) (nullable): the part of @text around its first match, on
 *   one line; %NULL where there is none
 */
char *
nazar_highlight_excerpt (const char *text,
                         const char *typed)
{
  g_autoptr (GArray) ranges = typed != NULL ? nazar_search_matches (text, typed) : NULL;
  const char *start = text, *match, *end;
  glong before;
  char *excerpt;

  if (ranges == NULL || ranges->len == 0)
    return NULL;

  match = text + g_array_index (ranges, NazarRange, 0).start;
  before = g_utf8_pointer_to_offset (text, match);
  if (before > SEEN_CHARACTERS)
    start = word_start (text, g_utf8_offset_to_pointer (match, -CHARACTERS_BEFORE));

  end = start;
  for (guint i = 0; *end != '\0' && i < EXCERPT_CHARACTERS; i++)
    end = g_utf8_next_char (end);

  excerpt = g_strdup_printf ("%s%.*s", start > text ? "…" : "", (int) (end - start), start);
  return g_strdelimit (excerpt, "\r\n\t", ' ');
}
