/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-doc-node.h"
#include "nazar-doc-setter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A document that is set: a row of pieces, none of which a page's end cuts, with
 * what holds them together; then each piece's place on a page. All lengths are
 * points, from the upper left corner. */

#define NAZAR_PAGE_WIDTH 595.276
#define NAZAR_PAGE_HEIGHT 841.890
#define NAZAR_PAGE_LEFT 64.0
#define NAZAR_PAGE_RIGHT (NAZAR_PAGE_WIDTH - 64.0)
#define NAZAR_PAGE_TOP 74.0
#define NAZAR_PAGE_BOTTOM (NAZAR_PAGE_HEIGHT - 68.0)
#define NAZAR_PAGE_BODY (NAZAR_PAGE_BOTTOM - NAZAR_PAGE_TOP)
#define NAZAR_MM (72.0 / 25.4)

/**
 * NazarKeep:
 * @NAZAR_KEEP_NONE: a page may end after the piece
 * @NAZAR_KEEP_GROUP: it belongs to a group with the next
 * @NAZAR_KEEP_STRONG: it says nothing without the next: a heading, a table's head
 */
typedef enum
{
  NAZAR_KEEP_NONE,
  NAZAR_KEEP_GROUP,
  NAZAR_KEEP_STRONG,
} NazarKeep;

typedef struct _NazarTag NazarTag;
typedef struct _NazarPiece NazarPiece;
typedef struct _NazarFlow NazarFlow;
typedef struct _NazarPainter NazarPainter;

/**
 * NazarTag:
 * @name: as PDF calls it: P, TD, LBody
 * @parent: (nullable): in which it stands
 * @last_page: the latest page with a piece of it
 * @is_split: whether its pieces stand on several pages
 *
 * An element of the structure that programs read aloud and copy by.
 */
struct _NazarTag
{
  const char *name;
  NazarTag *parent;
  guint last_page;
  gboolean is_split;
};

typedef void (*NazarPieceDraw) (NazarPainter     *painter,
                                const NazarPiece *piece);

/**
 * NazarPiece:
 * @x: its left edge
 * @width: its width
 * @height: its height
 * @before: space above it, but not at a page's top; the larger of it and the space
 *   below the piece before counts
 * @after: space below it
 * @keep: how it holds to the next
 * @new_page: whether it begins a page
 * @tag: what it is in the structure
 * @box: of a callout's pieces its number, else 0
 * @repeat: (nullable): the head of its table, drawn again where it begins a page
 * @heading: the number of the heading that it begins, else 0
 * @draw: draws it
 * @data: (nullable): for @draw
 * @data_free: (nullable): frees @data
 * @page: its page, from 1
 * @y: its top there
 * @is_continued: whether @repeat is drawn above it
 */
struct _NazarPiece
{
  double x;
  double width;
  double height;
  double before;
  double after;
  NazarKeep keep;
  gboolean new_page;
  NazarTag *tag;
  guint box;
  const NazarPiece *repeat;
  guint heading;

  NazarPieceDraw draw;
  gpointer data;
  GDestroyNotify data_free;

  guint page;
  double y;
  gboolean is_continued;
};

/**
 * NazarHeading:
 * @level: 1 to 3
 * @text: with its number
 * @piece: (nullable): where it stands
 */
typedef struct
{
  guint level;
  char *text;
  const NazarPiece *piece;
} NazarHeading;

/**
 * NazarFlow:
 * @doc: what is set
 * @setter: sets it
 * @pieces: (element-type NazarPiece): in order
 * @headings: (element-type NazarHeading): all of them, from the beginning
 * @n_pages: how many pages, once it is paginated
 * @has_cover: whether the first page is a cover
 * @x: the left edge of what is added
 * @width: its width
 * @tag: in which it stands
 * @box: the callout in which it stands, else 0
 * @n_boxes: how many callouts there are
 * @n_headings: how many headings were added
 * @new_page: whether what is added next begins a page
 */
struct _NazarFlow
{
  NazarDoc *doc;
  NazarSetter *setter;
  GPtrArray *pieces;
  GPtrArray *tags;
  GPtrArray *headings;
  guint n_pages;
  gboolean has_cover;

  double x;
  double width;
  NazarTag *tag;
  guint box;
  guint n_boxes;
  guint n_headings;
  gboolean new_page;
};

NazarFlow  *nazar_flow_new             (NazarDoc          *doc,
                                        GCancellable      *cancellable,
                                        GError           **error);
void        nazar_flow_free            (NazarFlow         *flow);
void        nazar_flow_paginate        (NazarFlow         *flow);

/* For the files that set blocks. */
NazarTag   *nazar_flow_tag             (NazarFlow         *flow,
                                        NazarTag          *parent,
                                        const char        *name);
NazarPiece *nazar_flow_add             (NazarFlow         *flow,
                                        double             height,
                                        NazarPieceDraw     draw,
                                        gpointer           data,
                                        GDestroyNotify     data_free);
NazarPiece *nazar_flow_add_space       (NazarFlow         *flow,
                                        double             height);
void        nazar_flow_add_lines       (NazarFlow         *flow,
                                        GArray            *lines,
                                        NazarTag          *tag,
                                        double             before,
                                        double             after,
                                        NazarKeep          keep);
void        nazar_flow_keep_from       (NazarFlow         *flow,
                                        guint              first,
                                        NazarKeep          keep);

void        nazar_flow_set_node        (NazarFlow         *flow,
                                        const NazarNode   *node);
void        nazar_flow_set_table       (NazarFlow         *flow,
                                        const NazarNode   *node);
void        nazar_flow_set_chart       (NazarFlow         *flow,
                                        const NazarNode   *node);
void        nazar_flow_set_ticks       (NazarFlow         *flow,
                                        const NazarNode   *node);
void        nazar_flow_set_blanks      (NazarFlow         *flow,
                                        const NazarNode   *node);
void        nazar_flow_set_writing     (NazarFlow         *flow,
                                        const NazarNode   *node);
void        nazar_flow_set_note_area   (NazarFlow         *flow,
                                        const NazarNode   *node);

/* For drawing. */
cairo_t    *nazar_painter_cairo        (NazarPainter      *painter);
NazarFlow  *nazar_painter_flow         (NazarPainter      *painter);
void        nazar_painter_enter        (NazarPainter      *painter,
                                        NazarTag          *tag);
void        nazar_painter_lines        (NazarPainter      *painter,
                                        NazarTag          *tag,
                                        GArray            *lines,
                                        guint              first,
                                        guint              end,
                                        double             x,
                                        double             y);
void        nazar_painter_line         (NazarPainter      *painter,
                                        NazarTag          *tag,
                                        const NazarLine   *line,
                                        double             x,
                                        double             y);
void        nazar_painter_link         (NazarPainter      *painter,
                                        guint              heading);
void        nazar_painter_link_end     (NazarPainter      *painter);
void        nazar_painter_destination  (NazarPainter      *painter,
                                        const NazarPiece  *piece);
gboolean    nazar_painter_draw         (NazarFlow         *flow,
                                        cairo_surface_t   *surface,
                                        GCancellable      *cancellable,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarFlow, nazar_flow_free)

G_END_DECLS
