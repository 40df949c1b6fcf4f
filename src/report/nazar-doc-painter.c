/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-flow.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Draws a flow page by page. An element that goes on over a page's end is opened anew on
 * the next page: no content of a PDF's structure spans pages. */

#define HEADER_Y 40.0
#define FOOTER_Y (NAZAR_PAGE_HEIGHT - 46.0)
#define CALLOUT_BAR 3.0
#define MAX_DEPTH 32

struct _NazarPainter
{
  NazarFlow *flow;
  cairo_t *cr;
  NazarTag *open[MAX_DEPTH];
  guint n_open;
  guint page;
};

/**
 * nazar_painter_cairo:
 * @painter: a painter
 *
 * Returns: (transfer none): where it draws
 */
cairo_t *
nazar_painter_cairo (NazarPainter *painter)
{
  return painter->cr;
}

/**
 * nazar_painter_flow:
 * @painter: a painter
 *
 * Returns: (transfer none): what it draws
 */
NazarFlow *
nazar_painter_flow (NazarPainter *painter)
{
  return painter->flow;
}

static void
leave (NazarPainter *painter,
       guint         depth)
{
  while (painter->n_open > depth)
    cairo_tag_end (painter->cr, painter->open[--painter->n_open]->name);
}

/**
 * nazar_painter_enter:
 * @painter: a painter
 * @tag: (nullable): an element; %NULL for what is no part of the text
 *
 * What is drawn from now on is part of @tag.
 */
void
nazar_painter_enter (NazarPainter *painter,
                     NazarTag     *tag)
{
  NazarTag *chain[MAX_DEPTH];
  guint depth = 0, same = 0;

  for (NazarTag *each = tag; each != NULL && depth < MAX_DEPTH; each = each->parent)
    chain[depth++] = each;
  while (same < depth && same < painter->n_open && chain[depth - 1 - same] == painter->open[same])
    same++;

  leave (painter, same);
  for (guint i = same; i < depth; i++)
    {
      cairo_tag_begin (painter->cr, chain[depth - 1 - i]->name, NULL);
      painter->open[painter->n_open++] = chain[depth - 1 - i];
    }
}

/**
 * nazar_painter_lines:
 * @painter: a painter
 * @tag: (nullable): what they are
 * @lines: (element-type NazarLine): lines
 * @first: the first to draw
 * @end: the one after the last
 * @x: their left edge
 * @y: the top of the first
 */
void
nazar_painter_lines (NazarPainter *painter,
                     NazarTag     *tag,
                     GArray       *lines,
                     guint         first,
                     guint         end,
                     double        x,
                     double        y)
{
  nazar_painter_enter (painter, tag);
  nazar_lines_draw (lines, first, end, painter->cr, x, y);
}

/**
 * nazar_painter_line:
 * @painter: a painter
 * @tag: (nullable): what it is
 * @line: a line
 * @x: its left edge
 * @y: its top
 */
void
nazar_painter_line (NazarPainter    *painter,
                    NazarTag        *tag,
                    const NazarLine *line,
                    double           x,
                    double           y)
{
  nazar_painter_enter (painter, tag);
  nazar_line_draw (line, painter->cr, x, y);
}

/**
 * nazar_painter_link:
 * @painter: a painter
 * @heading: the number of a heading, from 1
 *
 * What is drawn until nazar_painter_link_end() leads there.
 */
void
nazar_painter_link (NazarPainter *painter,
                    guint         heading)
{
  g_autofree char *attributes = g_strdup_printf ("dest='h%u'", heading);

  cairo_tag_begin (painter->cr, CAIRO_TAG_LINK, attributes);
}

/**
 * nazar_painter_link_end:
 * @painter: a painter
 */
void
nazar_painter_link_end (NazarPainter *painter)
{
  cairo_tag_end (painter->cr, CAIRO_TAG_LINK);
}

/**
 * nazar_painter_destination:
 * @painter: a painter
 * @piece: where a heading begins
 *
 * Makes it a place that links lead to.
 */
void
nazar_painter_destination (NazarPainter     *painter,
                           const NazarPiece *piece)
{
  g_autofree char *attributes = g_strdup_printf ("name='h%u'", piece->heading);

  nazar_painter_enter (painter, NULL);
  cairo_tag_begin (painter->cr, CAIRO_TAG_DEST, attributes);
  cairo_move_to (painter->cr, piece->x, piece->y);
  cairo_tag_end (painter->cr, CAIRO_TAG_DEST);
}

/* ---- What is on every page ---- */

static void
draw_running (NazarPainter *painter,
              NazarFace     face,
              const char   *text,
              double        width,
              double        y,
              gboolean      at_end)
{
  g_autoptr (GArray) lines = nazar_setter_one_line (painter->flow->setter, face, text, width);
  const NazarLine *line = &g_array_index (lines, NazarLine, 0);

  nazar_line_draw (line, painter->cr, at_end ? NAZAR_PAGE_RIGHT - line->width : NAZAR_PAGE_LEFT, y);
}

static void
draw_header (NazarPainter *painter)
{
  const NazarDoc *doc = painter->flow->doc;
  double width = NAZAR_PAGE_RIGHT - NAZAR_PAGE_LEFT;
  gboolean is_cover = painter->page == 1 && painter->flow->has_cover;

  if (doc->mark != NULL)
    draw_running (painter, NAZAR_FACE_MARK, doc->mark, width / 3, HEADER_Y - 1, TRUE);
  if (is_cover)
    return;

  draw_running (painter, NAZAR_FACE_RUNNING, doc->title, doc->mark != NULL ? width * 2 / 3 - 12 : width, HEADER_Y, FALSE);
  nazar_ink_set (painter->cr, NAZAR_INK_HAIRLINE);
  cairo_rectangle (painter->cr, NAZAR_PAGE_LEFT, HEADER_Y + 14, width, 0.5);
  cairo_fill (painter->cr);
}

static void
draw_footer (NazarPainter *painter)
{
  const NazarDoc *doc = painter->flow->doc;
  double width = NAZAR_PAGE_RIGHT - NAZAR_PAGE_LEFT;
  /* Translators: the number of a page, and how many pages there are. */
  g_autofree char *page = g_strdup_printf (nazar_words_get (doc->words, N_("Page %u of %u")), painter->page, painter->flow->n_pages);

  if (doc->footer != NULL)
    draw_running (painter, NAZAR_FACE_RUNNING, doc->footer, width * 2 / 3, FOOTER_Y, FALSE);
  draw_running (painter, NAZAR_FACE_RUNNING, page, width / 3, FOOTER_Y, TRUE);
}

/* ---- Pages ---- */

static const NazarPiece *
piece_at (NazarPainter *painter,
          guint         i)
{
  return g_ptr_array_index (painter->flow->pieces, i);
}

/* The ground of a callout, as far as it stands on this page. */
static void
draw_box (NazarPainter *painter,
          guint         first,
          guint         end)
{
  const NazarPiece *top = piece_at (painter, first);
  const NazarPiece *bottom = top;
  double left = top->x, right = top->x + top->width;

  for (guint i = first; i < end && piece_at (painter, i)->box == top->box; i++)
    {
      bottom = piece_at (painter, i);
      left = MIN (left, bottom->x);
      right = MAX (right, bottom->x + bottom->width);
    }

  nazar_painter_enter (painter, NULL);
  nazar_ink_set (painter->cr, NAZAR_INK_TINT);
  cairo_rectangle (painter->cr, left, top->y, right - left, bottom->y + bottom->height - top->y);
  cairo_fill (painter->cr);
  nazar_ink_set (painter->cr, NAZAR_INK_ACCENT);
  cairo_rectangle (painter->cr, left, top->y, CALLOUT_BAR, bottom->y + bottom->height - top->y);
  cairo_fill (painter->cr);
}

static guint
draw_page (NazarPainter *painter,
           guint         first)
{
  guint end = first, box = 0;

  draw_header (painter);
  while (end < painter->flow->pieces->len && piece_at (painter, end)->page == painter->page)
    end++;
  for (guint i = first; i < end; i++)
    {
      const NazarPiece *piece = piece_at (painter, i);

      if (piece->box != box && piece->box > 0)
        draw_box (painter, i, end);
      box = piece->box;
      piece->draw (painter, piece);
    }
  nazar_painter_enter (painter, NULL);
  draw_footer (painter);
  cairo_show_page (painter->cr);
  return end;
}

static void
add_outline (NazarFlow       *flow,
             cairo_surface_t *surface)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  for (guint i = 0; i < flow->headings->len; i++)
    {
      const NazarHeading *heading = g_ptr_array_index (flow->headings, i);
      g_autofree char *attributes = g_strdup_printf ("dest='h%u'", i + 1);
      int id;

      if (heading->piece == NULL)
        continue;
      id = cairo_pdf_surface_add_outline (surface, parents[heading->level - 1], heading->text, attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint level = heading->level; level < G_N_ELEMENTS (parents); level++)
        parents[level] = id;
    }
}

/**
 * nazar_painter_draw:
 * @flow: what is set
 * @surface: a surface of pages
 * @cancellable: (nullable): to end it
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Draws all pages.
 *
 * Returns: %FALSE where it was cancelled
 */
gboolean
nazar_painter_draw (NazarFlow        *flow,
                    cairo_surface_t  *surface,
                    GCancellable     *cancellable,
                    GError          **error)
{
  NazarPainter painter = { .flow = flow, .cr = cairo_create (surface) };
  guint next = 0;
  gboolean ok = TRUE;

  for (painter.page = 1; ok && painter.page <= MAX (flow->n_pages, 1); painter.page++)
    {
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (ok)
        next = draw_page (&painter, next);
    }
  if (ok)
    add_outline (flow, surface);

  cairo_destroy (painter.cr);
  return ok;
}
