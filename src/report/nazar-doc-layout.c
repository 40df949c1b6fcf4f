/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-flow.h"

#include <glib/gi18n-lib.h>

#define CALLOUT_PADDING 11.0
#define LIST_INDENT 15.0
#define CONTENTS_NUMBER_WIDTH 34.0

static void
set_children (NazarFlow       *flow,
              const NazarNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    nazar_flow_set_node (flow, g_ptr_array_index (node->children, i));
}

/* ---- How it begins ---- */

static void
add_text (NazarFlow  *flow,
          NazarFace   face,
          const char *name,
          const char *text,
          double      before,
          double      after)
{
  if (text != NULL && *text != '\0')
    nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, face, text, flow->width),
                          nazar_flow_tag (flow, flow->tag, name), before, after, NAZAR_KEEP_NONE);
}

static void
set_cover (NazarFlow       *flow,
           const NazarNode *node)
{
  flow->has_cover = TRUE;
  nazar_flow_add_space (flow, 150);
  add_text (flow, NAZAR_FACE_COVER_TITLE, "P", flow->doc->title, 0, 14);
  add_text (flow, NAZAR_FACE_COVER_SUBTITLE, "P", node->text, 0, 0);
  for (guint i = 0; node->texts != NULL && node->texts[i] != NULL; i++)
    add_text (flow, NAZAR_FACE_COVER_LINE, "P", node->texts[i], i == 0 ? 44 : 3, 0);
  flow->new_page = TRUE;
}

static void
set_title (NazarFlow       *flow,
           const NazarNode *node)
{
  add_text (flow, NAZAR_FACE_TITLE, "P", flow->doc->title, 0, 4);
  add_text (flow, NAZAR_FACE_COVER_LINE, "P", node->text, 0, 12);
}

/* ---- Contents ---- */

typedef struct
{
  GArray *lines;
  guint heading;
  double indent;
} EntryData;

static void
entry_data_free (gpointer data)
{
  EntryData *entry = data;

  g_array_unref (entry->lines);
  g_free (entry);
}

static void
draw_dots (cairo_t *cr,
           double   from,
           double   to,
           double   y)
{
  const double dash[] = { 0, 3.6 };

  if (to <= from)
    return;

  cairo_save (cr);
  nazar_ink_set (cr, NAZAR_INK_RULE);
  cairo_set_line_width (cr, 0.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  /* The dots of all lines stand below each other. */
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  from = to - 3.6 * (int) ((to - from) / 3.6);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_entry (NazarPainter     *painter,
            const NazarPiece *piece)
{
  const EntryData *entry = piece->data;
  NazarFlow *flow = nazar_painter_flow (painter);
  const NazarHeading *heading = g_ptr_array_index (flow->headings, entry->heading);
  const NazarLine *last = &g_array_index (entry->lines, NazarLine, entry->lines->len - 1);
  g_autofree char *number = g_strdup_printf ("%u", heading->piece != NULL ? heading->piece->page : 0);
  g_autoptr (GArray) page = nazar_setter_one_line (flow->setter, NAZAR_FACE_CONTENTS, number, CONTENTS_NUMBER_WIDTH);
  const NazarLine *page_line = &g_array_index (page, NazarLine, 0);
  double right = piece->x + piece->width;
  double y = piece->y + piece->height - last->height;

  nazar_painter_enter (painter, piece->tag->parent);
  draw_dots (nazar_painter_cairo (painter), piece->x + entry->indent + last->width + 6, right - page_line->width - 6,
             y + last->baseline - 1);
  nazar_painter_enter (painter, piece->tag);
  nazar_painter_link (painter, entry->heading + 1);
  nazar_lines_draw (entry->lines, 0, entry->lines->len, nazar_painter_cairo (painter), piece->x + entry->indent, piece->y);
  nazar_line_draw (page_line, nazar_painter_cairo (painter), right - page_line->width, y + last->baseline - page_line->baseline);
  nazar_painter_link_end (painter);
}

static void
add_entry (NazarFlow *flow,
           NazarTag  *contents,
           guint      i)
{
  const NazarHeading *heading = g_ptr_array_index (flow->headings, i);
  NazarFace face = heading->level == 1 ? NAZAR_FACE_CONTENTS_STRONG : NAZAR_FACE_CONTENTS;
  EntryData *entry;
  NazarPiece *piece;

  if (heading->level > 2 || *heading->text == '\0')
    return;

  entry = g_new0 (EntryData, 1);
  entry->heading = i;
  entry->indent = (heading->level - 1) * LIST_INDENT;
  entry->lines = nazar_setter_lines (flow->setter, face, heading->text,
                                     flow->width - entry->indent - CONTENTS_NUMBER_WIDTH);
  piece = nazar_flow_add (flow, nazar_lines_height (entry->lines, 0, entry->lines->len), draw_entry, entry, entry_data_free);
  piece->tag = nazar_flow_tag (flow, contents, "TOCI");
  piece->before = heading->level == 1 ? 7 : 1;
}

static void
set_contents (NazarFlow       *flow,
              const NazarNode *node)
{
  NazarTag *contents = nazar_flow_tag (flow, flow->tag, "TOC");

  nazar_flow_add_lines (flow,
                        nazar_setter_lines (flow->setter, NAZAR_FACE_H1,
                                            nazar_words_context (flow->doc->words, "report", NC_ ("report", "Contents")),
                                            flow->width),
                        nazar_flow_tag (flow, flow->tag, "P"), 20, 8, NAZAR_KEEP_STRONG);
  for (guint i = 0; i < flow->headings->len; i++)
    add_entry (flow, contents, i);

  flow->new_page = flow->has_cover;
}

/* ---- Text ---- */

static void
set_heading (NazarFlow       *flow,
             const NazarNode *node)
{
  static const NazarFace faces[] = { NAZAR_FACE_H1, NAZAR_FACE_H2, NAZAR_FACE_H3 };
  static const char *const names[] = { "H1", "H2", "H3" };
  static const double before[] = { 26, 19, 13 };
  static const double after[] = { 9, 6, 4 };
  const NazarHeading *heading = g_ptr_array_index (flow->headings, flow->n_headings);
  guint level = node->level - 1;
  guint first = flow->pieces->len;

  flow->n_headings++;
  if (*heading->text == '\0')
    return;

  nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, faces[level], heading->text, flow->width),
                        nazar_flow_tag (flow, flow->tag, names[level]), before[level], after[level], NAZAR_KEEP_STRONG);
  ((NazarPiece *) g_ptr_array_index (flow->pieces, first))->heading = flow->n_headings;
}

static void
set_text (NazarFlow       *flow,
          const NazarNode *node)
{
  static const NazarFace faces[] = { NAZAR_FACE_BODY, NAZAR_FACE_LEAD, NAZAR_FACE_SMALL, NAZAR_FACE_STRONG };
  static const double after[] = { 7, 9, 5, 5 };
  g_auto (GStrv) paragraphs = g_strsplit (node->text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, faces[node->level], paragraphs[i], flow->width),
                            nazar_flow_tag (flow, flow->tag, "P"), 0, after[node->level],
                            node->level == NAZAR_DOC_STRONG ? NAZAR_KEEP_STRONG : NAZAR_KEEP_NONE);
}

static void
set_labelled (NazarFlow       *flow,
              const NazarNode *node)
{
  nazar_flow_add_lines (flow, nazar_setter_labelled (flow->setter, NAZAR_FACE_BODY, node->text, node->texts[0], flow->width),
                        nazar_flow_tag (flow, flow->tag, "P"), 0, 7, NAZAR_KEEP_NONE);
}

/* ---- Marks beside text: of lists and items ---- */

typedef struct
{
  GArray *lines;
  double offset;
} MarkerData;

static void
marker_data_free (gpointer data)
{
  MarkerData *marker = data;

  g_array_unref (marker->lines);
  g_free (marker);
}

static void
draw_marker (NazarPainter     *painter,
             const NazarPiece *piece)
{
  const MarkerData *marker = piece->data;

  nazar_painter_lines (painter, piece->tag, marker->lines, 0, marker->lines->len, piece->x - marker->offset, piece->y);
}

/* A piece without height: what follows stands beside it. */
static NazarPiece *
add_marker (NazarFlow  *flow,
            NazarFace   face,
            NazarTag   *tag,
            const char *text,
            double      offset)
{
  MarkerData *marker = g_new0 (MarkerData, 1);
  NazarPiece *piece;

  marker->lines = nazar_setter_one_line (flow->setter, face, text, offset);
  marker->offset = offset;
  piece = nazar_flow_add (flow, 0, draw_marker, marker, marker_data_free);
  piece->tag = tag;
  piece->keep = NAZAR_KEEP_STRONG;
  return piece;
}

static void
set_list (NazarFlow       *flow,
          const NazarNode *node)
{
  NazarTag *list = nazar_flow_tag (flow, flow->tag, "L");
  g_autofree char *longest = g_strdup_printf ("%u.", g_strv_length (node->texts));
  double indent = LIST_INDENT;

  if (node->flag)
    indent = MAX (indent, nazar_setter_natural_width (flow->setter, NAZAR_FACE_BODY, longest) + 6);
  flow->x += indent;
  flow->width -= indent;

  for (guint i = 0; node->texts[i] != NULL; i++)
    {
      NazarTag *item = nazar_flow_tag (flow, list, "LI");
      g_autofree char *mark = node->flag ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");

      if (*node->texts[i] == '\0')
        continue;
      add_marker (flow, NAZAR_FACE_BODY, nazar_flow_tag (flow, item, "Lbl"), mark, indent);
      nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, NAZAR_FACE_BODY, node->texts[i], flow->width),
                            nazar_flow_tag (flow, item, "LBody"), 0, node->texts[i + 1] != NULL ? 3 : 7, NAZAR_KEEP_NONE);
    }

  flow->x -= indent;
  flow->width += indent;
}

static void
set_item (NazarFlow       *flow,
          const NazarNode *node)
{
  double indent = MAX (28, nazar_setter_natural_width (flow->setter, NAZAR_FACE_STRONG, node->text) + 8);
  guint first = flow->pieces->len;
  NazarTag *outer = flow->tag;

  indent = MIN (indent, 90);
  flow->tag = nazar_flow_tag (flow, outer, "Div");
  flow->x += indent;
  flow->width -= indent;
  add_marker (flow, NAZAR_FACE_STRONG, nazar_flow_tag (flow, flow->tag, "P"), node->text, indent)->before = 10;
  set_children (flow, node);
  flow->x -= indent;
  flow->width += indent;
  flow->tag = outer;

  if (flow->pieces->len > first + 1)
    ((NazarPiece *) g_ptr_array_index (flow->pieces, first + 1))->before = 0;
  nazar_flow_keep_from (flow, first, NAZAR_KEEP_GROUP);
  ((NazarPiece *) g_ptr_array_index (flow->pieces, flow->pieces->len - 1))->after = 10;
}

/* ---- Containers ---- */

static void
set_callout (NazarFlow       *flow,
             const NazarNode *node)
{
  guint first = flow->pieces->len;
  NazarTag *outer = flow->tag;
  NazarPiece *end;

  flow->tag = nazar_flow_tag (flow, outer, "Div");
  flow->box = ++flow->n_boxes;
  nazar_flow_add_space (flow, CALLOUT_PADDING)->before = 8;
  flow->x += CALLOUT_PADDING + 3;
  flow->width -= 2 * CALLOUT_PADDING + 3;
  if (node->text != NULL && *node->text != '\0')
    nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, NAZAR_FACE_STRONG, node->text, flow->width),
                          nazar_flow_tag (flow, flow->tag, "P"), 0, 4, NAZAR_KEEP_STRONG);
  set_children (flow, node);
  flow->x -= CALLOUT_PADDING + 3;
  flow->width += 2 * CALLOUT_PADDING + 3;

  /* The space below the last text is the box's own. */
  end = g_ptr_array_index (flow->pieces, flow->pieces->len - 1);
  end->after = 0;
  end->keep = NAZAR_KEEP_STRONG;
  end = nazar_flow_add_space (flow, CALLOUT_PADDING);
  nazar_flow_keep_from (flow, first, NAZAR_KEEP_GROUP);
  end->keep = NAZAR_KEEP_NONE;
  end->after = 12;
  flow->box = 0;
  flow->tag = outer;
}

static void
set_group (NazarFlow       *flow,
           const NazarNode *node)
{
  guint first = flow->pieces->len;

  set_children (flow, node);
  nazar_flow_keep_from (flow, first, NAZAR_KEEP_GROUP);
}

static void
set_page_break (NazarFlow       *flow,
                const NazarNode *node)
{
  flow->new_page = TRUE;
}

/**
 * nazar_flow_set_node:
 * @flow: a flow
 * @node: a block
 *
 * Adds the block's pieces.
 */
void
nazar_flow_set_node (NazarFlow       *flow,
                     const NazarNode *node)
{
  static void (*const setters[]) (NazarFlow *flow, const NazarNode *node) = {
    [NAZAR_NODE_GROUP] = set_group,
    [NAZAR_NODE_CALLOUT] = set_callout,
    [NAZAR_NODE_ITEM] = set_item,
    [NAZAR_NODE_FACTS] = nazar_flow_set_table,
    [NAZAR_NODE_TABLE] = nazar_flow_set_table,
    [NAZAR_NODE_COVER] = set_cover,
    [NAZAR_NODE_TITLE] = set_title,
    [NAZAR_NODE_CONTENTS] = set_contents,
    [NAZAR_NODE_HEADING] = set_heading,
    [NAZAR_NODE_TEXT] = set_text,
    [NAZAR_NODE_LABELLED] = set_labelled,
    [NAZAR_NODE_LIST] = set_list,
    [NAZAR_NODE_PAGE_BREAK] = set_page_break,
    [NAZAR_NODE_CHART] = nazar_flow_set_chart,
    [NAZAR_NODE_TICKS] = nazar_flow_set_ticks,
    [NAZAR_NODE_BLANKS] = nazar_flow_set_blanks,
    [NAZAR_NODE_WRITING_LINES] = nazar_flow_set_writing,
    [NAZAR_NODE_NOTE_AREA] = nazar_flow_set_note_area,
  };

  g_return_if_fail (node->kind < G_N_ELEMENTS (setters) && setters[node->kind] != NULL);

  setters[node->kind] (flow, node);
}
