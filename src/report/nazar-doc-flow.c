/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-flow.h"

static void
piece_free (gpointer data)
{
  NazarPiece *piece = data;

  if (piece->data_free != NULL)
    piece->data_free (piece->data);
  g_free (piece);
}

static void
heading_free (gpointer data)
{
  NazarHeading *heading = data;

  g_free (heading->text);
  g_free (heading);
}

static void
find_headings (NazarFlow       *flow,
               const NazarNode *node)
{
  if (node->kind == NAZAR_NODE_HEADING)
    {
      NazarHeading *heading = g_new0 (NazarHeading, 1);

      heading->level = node->level;
      heading->text = node->flag ? g_strdup_printf ("%s  %s", node->texts[0], node->text) : g_strdup (node->text);
      g_ptr_array_add (flow->headings, heading);
    }

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    find_headings (flow, g_ptr_array_index (node->children, i));
}

/**
 * nazar_flow_new:
 * @doc: a document
 * @cancellable: (nullable): to end it
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): it, set and on pages; @doc must outlive it
 */
NazarFlow *
nazar_flow_new (NazarDoc      *doc,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (NazarFlow) flow = g_new0 (NazarFlow, 1);

  flow->doc = doc;
  flow->setter = nazar_setter_new (nazar_words_language (doc->words));
  flow->pieces = g_ptr_array_new_with_free_func (piece_free);
  flow->tags = g_ptr_array_new_with_free_func (g_free);
  flow->headings = g_ptr_array_new_with_free_func (heading_free);
  flow->x = NAZAR_PAGE_LEFT;
  flow->width = NAZAR_PAGE_RIGHT - NAZAR_PAGE_LEFT;
  flow->tag = nazar_flow_tag (flow, NULL, "Document");
  find_headings (flow, doc->root);

  for (guint i = 0; i < doc->root->children->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      nazar_flow_set_node (flow, g_ptr_array_index (doc->root->children, i));
    }

  nazar_flow_paginate (flow);
  return g_steal_pointer (&flow);
}

/**
 * nazar_flow_free:
 * @flow: (transfer full): a flow
 */
void
nazar_flow_free (NazarFlow *flow)
{
  g_ptr_array_unref (flow->pieces);
  g_ptr_array_unref (flow->tags);
  g_ptr_array_unref (flow->headings);
  nazar_setter_free (flow->setter);
  g_free (flow);
}

/**
 * nazar_flow_tag:
 * @flow: a flow
 * @parent: (nullable): in which it stands
 * @name: (transfer none): a constant
 *
 * Returns: (transfer none): an element of the structure
 */
NazarTag *
nazar_flow_tag (NazarFlow  *flow,
                NazarTag   *parent,
                const char *name)
{
  NazarTag *tag = g_new0 (NazarTag, 1);

  tag->name = name;
  tag->parent = parent;
  g_ptr_array_add (flow->tags, tag);
  return tag;
}

/**
 * nazar_flow_add:
 * @flow: a flow
 * @height: the piece's height
 * @draw: draws it
 * @data: (nullable): for @draw
 * @data_free: (nullable): frees @data
 *
 * Returns: (transfer none): a piece of the flow's present place, width and tag
 */
NazarPiece *
nazar_flow_add (NazarFlow      *flow,
                double          height,
                NazarPieceDraw  draw,
                gpointer        data,
                GDestroyNotify  data_free)
{
  NazarPiece *piece = g_new0 (NazarPiece, 1);

  piece->x = flow->x;
  piece->width = flow->width;
  piece->height = height;
  piece->tag = flow->tag;
  piece->box = flow->box;
  piece->new_page = flow->new_page;
  piece->draw = draw;
  piece->data = data;
  piece->data_free = data_free;
  flow->new_page = FALSE;

  g_ptr_array_add (flow->pieces, piece);
  return piece;
}

static void
draw_nothing (NazarPainter     *painter,
              const NazarPiece *piece)
{
}

/**
 * nazar_flow_add_space:
 * @flow: a flow
 * @height: how much
 *
 * Returns: (transfer none): an empty piece that holds to the next
 */
NazarPiece *
nazar_flow_add_space (NazarFlow *flow,
                      double     height)
{
  NazarPiece *piece = nazar_flow_add (flow, height, draw_nothing, NULL, NULL);

  piece->keep = NAZAR_KEEP_STRONG;
  return piece;
}

/* ---- Lines of text ---- */

typedef struct
{
  GArray *lines;
  guint index;
} LineData;

static void
line_data_free (gpointer data)
{
  LineData *line = data;

  g_array_unref (line->lines);
  g_free (line);
}

static void
draw_line (NazarPainter     *painter,
           const NazarPiece *piece)
{
  const LineData *data = piece->data;

  if (piece->heading > 0)
    nazar_painter_destination (painter, piece);
  nazar_painter_line (painter, piece->tag, &g_array_index (data->lines, NazarLine, data->index), piece->x, piece->y);
}

/**
 * nazar_flow_add_lines:
 * @flow: a flow
 * @lines: (transfer full) (element-type NazarLine): lines
 * @tag: what they are
 * @before: space above the first
 * @after: space below the last
 * @keep: how the last holds to what follows
 *
 * Adds each line as a piece. Neither the first nor the last stands alone on a page.
 */
void
nazar_flow_add_lines (NazarFlow *flow,
                      GArray    *lines,
                      NazarTag  *tag,
                      double     before,
                      double     after,
                      NazarKeep  keep)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const NazarLine *line = &g_array_index (lines, NazarLine, i);
      LineData *data = g_new0 (LineData, 1);
      NazarPiece *piece;

      data->lines = g_array_ref (lines);
      data->index = i;
      piece = nazar_flow_add (flow, line->height, draw_line, data, line_data_free);
      piece->tag = tag;
      piece->before = i == 0 ? before : line->gap;
      if (i + 1 == lines->len)
        {
          piece->after = after;
          piece->keep = keep;
        }
      else if (i == 0 || i + 2 == lines->len || keep == NAZAR_KEEP_STRONG)
        {
          piece->keep = NAZAR_KEEP_STRONG;
        }
    }

  g_array_unref (lines);
}

/**
 * nazar_flow_keep_from:
 * @flow: a flow
 * @first: a piece's number
 * @keep: how they hold
 *
 * Makes all pieces from @first to the last hold together.
 */
void
nazar_flow_keep_from (NazarFlow *flow,
                      guint      first,
                      NazarKeep  keep)
{
  for (guint i = first; i + 1 < flow->pieces->len; i++)
    {
      NazarPiece *piece = g_ptr_array_index (flow->pieces, i);

      piece->keep = MAX (piece->keep, keep);
    }
}

/* ---- Pages ---- */

static NazarPiece *
get_piece (NazarFlow *flow,
           guint      i)
{
  return g_ptr_array_index (flow->pieces, i);
}

static double
gap_before (NazarFlow *flow,
            guint      i)
{
  return i > 0 ? MAX (get_piece (flow, i - 1)->after, get_piece (flow, i)->before) : get_piece (flow, i)->before;
}

/* The piece after the last of those that hold together from @first by at least @keep. */
static guint
chain_end (NazarFlow *flow,
           guint      first,
           guint      limit,
           NazarKeep  keep)
{
  guint i = first;

  while (i + 1 < limit && get_piece (flow, i)->keep >= keep && !get_piece (flow, i + 1)->new_page)
    i++;
  return i + 1;
}

static double
chain_height (NazarFlow *flow,
              guint      first,
              guint      end)
{
  double height = 0;

  for (guint i = first; i < end && height < 2 * NAZAR_PAGE_HEIGHT; i++)
    height += get_piece (flow, i)->height + (i > first ? gap_before (flow, i) : 0);

  return height;
}

typedef struct
{
  guint page;
  double y;
  gboolean is_empty; /* nothing stands on the page yet */
} Place;

static void
turn_page (Place *place)
{
  place->page++;
  place->y = NAZAR_PAGE_TOP;
  place->is_empty = TRUE;
}

static double
repeat_height (const NazarPiece *piece)
{
  return piece->repeat != NULL ? piece->repeat->height : 0;
}

static void
put (NazarFlow *flow,
     guint      i,
     Place     *place)
{
  NazarPiece *piece = get_piece (flow, i);

  place->y += place->is_empty ? repeat_height (piece) : gap_before (flow, i);
  piece->page = place->page;
  piece->y = place->y;
  piece->is_continued = place->is_empty && piece->repeat != NULL;
  place->y += piece->height;
  place->is_empty = FALSE;
}

/* Puts the pieces of a chain where they fit together; where not even a page holds
 * them, the weaker bonds give way, and then the stronger. */
static void
put_chain (NazarFlow *flow,
           guint      first,
           guint      end,
           NazarKeep  keep,
           Place     *place)
{
  double height = chain_height (flow, first, end);
  double room = NAZAR_PAGE_BOTTOM - place->y - (place->is_empty ? 0 : gap_before (flow, first));
  double page_room = NAZAR_PAGE_BODY - repeat_height (get_piece (flow, first));

  if (get_piece (flow, first)->new_page && !place->is_empty)
    {
      turn_page (place);
      room = page_room;
    }
  if (place->is_empty)
    room = page_room;

  if (height > page_room && end > first + 1)
    {
      for (guint i = first, next; i < end; i = next)
        {
          NazarKeep weaker = keep == NAZAR_KEEP_GROUP ? NAZAR_KEEP_STRONG : NAZAR_KEEP_STRONG + 1;

          next = chain_end (flow, i, end, weaker);
          put_chain (flow, i, next, weaker, place);
        }
      return;
    }

  if (height > room && !place->is_empty)
    turn_page (place);
  for (guint i = first; i < end; i++)
    put (flow, i, place);
}

/**
 * nazar_flow_paginate:
 * @flow: a flow
 *
 * Gives each piece its place.
 */
void
nazar_flow_paginate (NazarFlow *flow)
{
  Place place = { 1, NAZAR_PAGE_TOP, TRUE };

  for (guint i = 0, next; i < flow->pieces->len; i = next)
    {
      next = chain_end (flow, i, flow->pieces->len, NAZAR_KEEP_GROUP);
      put_chain (flow, i, next, NAZAR_KEEP_GROUP, &place);
    }

  for (guint i = 0; i < flow->pieces->len; i++)
    {
      NazarPiece *piece = get_piece (flow, i);

      piece->tag->is_split = piece->tag->is_split || (piece->tag->last_page > 0 && piece->tag->last_page != piece->page);
      piece->tag->last_page = piece->page;
      if (piece->heading > 0)
        ((NazarHeading *) g_ptr_array_index (flow->headings, piece->heading - 1))->piece = piece;
    }

  flow->n_pages = place.page;
}
