/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-flow.h"

/* What is filled in by hand: boxes to tick, lines to write on, frames. */

#define TICK 9.0
#define TICK_GAP 5.0
#define TICK_SPACE 18.0
#define TICK_ROW 17.0
#define WRITING_ROW 22.0
#define BLANK_ROW 24.0
#define BLANK_MINIMUM 90.0

typedef struct
{
  GArray *lines;
  double x;
  double width; /* of a blank, with its label; 0 for a box to tick */
} Field;

typedef struct
{
  Field *fields;
  guint n_fields;
} RowData;

static void
row_data_free (gpointer data)
{
  RowData *row = data;

  for (guint i = 0; i < row->n_fields; i++)
    g_array_unref (row->fields[i].lines);
  g_free (row->fields);
  g_free (row);
}

static void
hairline (cairo_t *cr,
          double   x,
          double   y,
          double   width)
{
  nazar_ink_set (cr, NAZAR_INK_RULE);
  cairo_rectangle (cr, x, y, width, 0.6);
  cairo_fill (cr);
}

static void
draw_tick (cairo_t *cr,
           double   x,
           double   y)
{
  nazar_ink_set (cr, NAZAR_INK_TEXT);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x + 0.4, y + 0.4, TICK - 0.8, TICK - 0.8);
  cairo_stroke (cr);
}

static void
draw_fields (NazarPainter     *painter,
             const NazarPiece *piece)
{
  const RowData *row = piece->data;
  cairo_t *cr = nazar_painter_cairo (painter);

  nazar_painter_enter (painter, piece->tag);
  for (guint i = 0; i < row->n_fields; i++)
    {
      const Field *field = &row->fields[i];
      const NazarLine *line = field->lines->len > 0 ? &g_array_index (field->lines, NazarLine, 0) : NULL;
      double label = line != NULL ? line->width : 0;

      if (field->width > 0)
        {
          double y = piece->y + piece->height - 5;

          if (line != NULL)
            nazar_line_draw (line, cr, piece->x + field->x, y - line->baseline);
          hairline (cr, piece->x + field->x + label + 5, y + 1, field->width - label - 5);
        }
      else
        {
          draw_tick (cr, piece->x + field->x, piece->y + 2);
          nazar_lines_draw (field->lines, 0, field->lines->len, cr, piece->x + field->x + TICK + TICK_GAP, piece->y);
        }
    }
}

static void
add_row (NazarFlow *flow,
         GArray    *fields,
         double     height)
{
  RowData *row;
  guint n_fields = fields->len;

  if (n_fields == 0)
    return;

  row = g_new0 (RowData, 1);
  row->n_fields = n_fields;
  row->fields = g_memdup2 (fields->data, n_fields * sizeof (Field));
  g_array_set_size (fields, 0);
  nazar_flow_add (flow, height, draw_fields, row, row_data_free)->tag = nazar_flow_tag (flow, flow->tag, "P");
}

/**
 * nazar_flow_set_ticks:
 * @flow: a flow
 * @node: boxes to tick
 */
void
nazar_flow_set_ticks (NazarFlow       *flow,
                      const NazarNode *node)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (Field));
  double x = 0, height = TICK_ROW, room = flow->width - TICK - TICK_GAP;

  for (guint i = 0; node->texts[i] != NULL; i++)
    {
      double natural = nazar_setter_natural_width (flow->setter, NAZAR_FACE_FORM, node->texts[i]);
      Field field = { NULL, 0, 0 };

      if (x > 0 && (node->flag || x + TICK + TICK_GAP + natural > flow->width))
        {
          add_row (flow, fields, height);
          x = 0;
          height = TICK_ROW;
        }
      field.x = x;
      field.lines = nazar_setter_lines (flow->setter, NAZAR_FACE_FORM, node->texts[i], room - x);
      height = MAX (height, nazar_lines_height (field.lines, 0, field.lines->len) + 4);
      x += TICK + TICK_GAP + natural + TICK_SPACE;
      g_array_append_val (fields, field);
    }

  add_row (flow, fields, height);
}

/* As many beside each other as have room to be written on. */
static guint
blanks_in_row (NazarFlow       *flow,
               const NazarNode *node,
               guint            first)
{
  guint n = 0;
  double used = 0;

  while (node->texts[first + n] != NULL && n < 3)
    {
      used += nazar_setter_natural_width (flow->setter, NAZAR_FACE_FORM, node->texts[first + n]) + BLANK_MINIMUM + 10;
      if (n > 0 && used > flow->width)
        break;
      n++;
    }

  return MAX (n, 1);
}

/**
 * nazar_flow_set_blanks:
 * @flow: a flow
 * @node: labels with a line each to write on
 */
void
nazar_flow_set_blanks (NazarFlow       *flow,
                       const NazarNode *node)
{
  for (guint i = 0, n; node->texts[i] != NULL; i += n)
    {
      g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (Field));
      double width;

      n = blanks_in_row (flow, node, i);
      width = flow->width / n;
      for (guint j = 0; j < n; j++)
        {
          Field field = { NULL, j * width, width - (j + 1 < n ? 10 : 0) };

          field.lines = nazar_setter_one_line (flow->setter, NAZAR_FACE_FORM, node->texts[i + j], field.width * 0.7);
          g_array_append_val (fields, field);
        }
      /* A single number does not need the whole line. */
      if (n == 1 && node->texts[1] == NULL)
        g_array_index (fields, Field, 0).width = MIN (width, 220);
      add_row (flow, fields, BLANK_ROW);
    }
}

static void
draw_writing_line (NazarPainter     *painter,
                   const NazarPiece *piece)
{
  nazar_painter_enter (painter, NULL);
  hairline (nazar_painter_cairo (painter), piece->x, piece->y + piece->height - 3, piece->width);
}

/**
 * nazar_flow_set_writing:
 * @flow: a flow
 * @node: lines to write on
 */
void
nazar_flow_set_writing (NazarFlow       *flow,
                        const NazarNode *node)
{
  for (guint i = 0; i < node->count; i++)
    nazar_flow_add (flow, WRITING_ROW, draw_writing_line, NULL, NULL);
}

static void
draw_frame (NazarPainter     *painter,
            const NazarPiece *piece)
{
  cairo_t *cr = nazar_painter_cairo (painter);
  const RowData *row = piece->data;

  nazar_painter_enter (painter, piece->tag);
  nazar_ink_set (cr, NAZAR_INK_RULE);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, piece->x + 0.4, piece->y + 0.4, piece->width - 0.8, piece->height - 0.8);
  cairo_stroke (cr);
  if (row->n_fields > 0)
    nazar_lines_draw (row->fields[0].lines, 0, row->fields[0].lines->len, cr, piece->x + 6, piece->y + 4);
}

/**
 * nazar_flow_set_note_area:
 * @flow: a flow
 * @node: a frame for notes and sketches
 */
void
nazar_flow_set_note_area (NazarFlow       *flow,
                          const NazarNode *node)
{
  RowData *row = g_new0 (RowData, 1);
  NazarPiece *piece;

  if (node->text != NULL && *node->text != '\0')
    {
      row->n_fields = 1;
      row->fields = g_new0 (Field, 1);
      row->fields[0].lines = nazar_setter_lines (flow->setter, NAZAR_FACE_SMALL, node->text, flow->width - 12);
    }
  piece = nazar_flow_add (flow, MIN (node->height_mm * NAZAR_MM, NAZAR_PAGE_BODY), draw_frame, row, row_data_free);
  piece->tag = nazar_flow_tag (flow, flow->tag, "P");
  piece->before = 4;
  piece->after = 6;
}
