/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-flow.h"

/* Charts: legible in black and white, each bar with its number, so that nothing has to
 * be read off an axis. */

#define BAR_ROW 19.0
#define BAR 11.0
#define LABEL_SHARE 0.34
#define COLUMN_HEIGHT 120.0
#define COLUMN_FOOT 26.0
#define COLUMN_HEAD 14.0
#define LEGEND 16.0
#define NUMBER_ROOM 60.0

typedef struct
{
  GPtrArray *labels; /* of GArray of NazarLine */
  GPtrArray *texts;
  GPtrArray *legend;
  gint64 *values;
  gint64 *parts;
  gint64 reference;
  gint64 most;
  guint n;
  gboolean has_part;
} ChartData;

static void
chart_data_free (gpointer data)
{
  ChartData *chart = data;

  g_ptr_array_unref (chart->labels);
  g_ptr_array_unref (chart->texts);
  g_ptr_array_unref (chart->legend);
  g_free (chart->values);
  g_free (chart->parts);
  g_free (chart);
}

static GPtrArray *
lines_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static const NazarLine *
first_line (GPtrArray *lines,
            guint      i)
{
  GArray *array = g_ptr_array_index (lines, i);

  return &g_array_index (array, NazarLine, 0);
}

static ChartData *
chart_data_new (NazarFlow       *flow,
                const NazarNode *node,
                double           label_width)
{
  ChartData *data = g_new0 (ChartData, 1);
  const NazarChartData *chart = node->chart;
  const char *legend[] = { chart->value_label, chart->part_label, chart->reference_label };

  data->labels = lines_array ();
  data->texts = lines_array ();
  data->legend = lines_array ();
  data->n = node->count;
  data->values = g_memdup2 (chart->values, data->n * sizeof *chart->values);
  data->parts = chart->parts != NULL ? g_memdup2 (chart->parts, data->n * sizeof *chart->parts) : NULL;
  data->reference = chart->reference;
  data->most = MAX (chart->reference, 1);

  for (guint i = 0; i < data->n; i++)
    {
      data->most = MAX (data->most, data->values[i]);
      data->has_part = data->has_part || (data->parts != NULL && data->parts[i] > 0);
      g_ptr_array_add (data->labels, nazar_setter_one_line (flow->setter, NAZAR_FACE_CHART, node->texts[i], label_width));
      g_ptr_array_add (data->texts, nazar_setter_one_line (flow->setter, NAZAR_FACE_CHART, chart->texts[i], NUMBER_ROOM * 2));
    }
  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    g_ptr_array_add (data->legend, nazar_setter_one_line (flow->setter, NAZAR_FACE_CHART, legend[i] != NULL ? legend[i] : "",
                                                          flow->width / 3));
  return data;
}

static void
fill (cairo_t  *cr,
      NazarInk  ink,
      double    x,
      double    y,
      double    width,
      double    height)
{
  nazar_ink_set (cr, ink);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
dash (cairo_t *cr,
      double   x1,
      double   y1,
      double   x2,
      double   y2)
{
  const double pattern[] = { 4, 2.5 };

  cairo_save (cr);
  nazar_ink_set (cr, NAZAR_INK_TEXT);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, pattern, G_N_ELEMENTS (pattern), 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What a bar, its dark part and the dashed line are. */
static void
draw_legend (const ChartData *chart,
             cairo_t         *cr,
             double           x,
             double           y)
{
  const gboolean shown[] = { TRUE, chart->has_part, chart->reference > 0 };
  const NazarInk inks[] = { NAZAR_INK_BAR, NAZAR_INK_ACCENT, NAZAR_INK_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const NazarLine *line = first_line (chart->legend, i);

      if (!shown[i] || line->width <= 0)
        continue;
      if (i == 2)
        dash (cr, x, y + 5, x + 14, y + 5);
      else
        fill (cr, inks[i], x, y + 1, 9, 8);
      nazar_line_draw (line, cr, x + 18, y);
      x += line->width + 34;
    }
}

static void
draw_bars (NazarPainter     *painter,
           const NazarPiece *piece)
{
  const ChartData *chart = piece->data;
  cairo_t *cr = nazar_painter_cairo (painter);
  double left = piece->x + piece->width * LABEL_SHARE, room = piece->width * (1 - LABEL_SHARE) - NUMBER_ROOM;
  double bottom = piece->y + chart->n * BAR_ROW;

  nazar_painter_enter (painter, piece->tag);
  for (guint i = 0; i < chart->n; i++)
    {
      const NazarLine *label = first_line (chart->labels, i), *text = first_line (chart->texts, i);
      double y = piece->y + i * BAR_ROW, width = room * MAX (chart->values[i], 0) / chart->most;

      nazar_line_draw (label, cr, left - 8 - label->width, y + 4);
      fill (cr, NAZAR_INK_BAR, left, y + 4, width, BAR);
      if (chart->parts != NULL && chart->parts[i] > 0)
        fill (cr, NAZAR_INK_ACCENT, left, y + 4, room * chart->parts[i] / chart->most, BAR);
      nazar_line_draw (text, cr, left + width + 5, y + 4);
    }
  if (chart->reference > 0)
    dash (cr, left + room * chart->reference / chart->most, piece->y, left + room * chart->reference / chart->most, bottom);
  draw_legend (chart, cr, left, bottom + 6);
}

static void
draw_columns (NazarPainter     *painter,
              const NazarPiece *piece)
{
  const ChartData *chart = piece->data;
  cairo_t *cr = nazar_painter_cairo (painter);
  double slot = piece->width / MAX (chart->n, 3), width = MIN (slot * 0.5, 42);
  double base = piece->y + COLUMN_HEAD + COLUMN_HEIGHT;

  nazar_painter_enter (painter, piece->tag);
  for (guint i = 0; i < chart->n; i++)
    {
      const NazarLine *label = first_line (chart->labels, i), *text = first_line (chart->texts, i);
      double middle = piece->x + slot * (i + 0.5), height = COLUMN_HEIGHT * MAX (chart->values[i], 0) / chart->most;

      fill (cr, NAZAR_INK_BAR, middle - width / 2, base - height, width, height);
      if (chart->parts != NULL && chart->parts[i] > 0)
        fill (cr, NAZAR_INK_ACCENT, middle - width / 2, base - COLUMN_HEIGHT * chart->parts[i] / chart->most, width,
              COLUMN_HEIGHT * chart->parts[i] / chart->most);
      nazar_line_draw (text, cr, middle - text->width / 2, base - height - 12);
      nazar_line_draw (label, cr, middle - label->width / 2, base + 4);
    }
  fill (cr, NAZAR_INK_RULE, piece->x, base, piece->width, 0.8);
  if (chart->reference > 0)
    dash (cr, piece->x, base - COLUMN_HEIGHT * chart->reference / chart->most, piece->x + piece->width,
          base - COLUMN_HEIGHT * chart->reference / chart->most);
  draw_legend (chart, cr, piece->x, base + COLUMN_FOOT - 6);
}

/**
 * nazar_flow_set_chart:
 * @flow: a flow
 * @node: a chart
 */
void
nazar_flow_set_chart (NazarFlow       *flow,
                      const NazarNode *node)
{
  double label_width = node->flag ? flow->width / MAX (node->count, 3) - 4 : flow->width * LABEL_SHARE - 8;
  double height = node->flag ? COLUMN_HEAD + COLUMN_HEIGHT + COLUMN_FOOT + LEGEND : node->count * BAR_ROW + LEGEND + 6;
  NazarTag *figure = nazar_flow_tag (flow, flow->tag, "Figure");
  NazarPiece *piece;

  if (node->count == 0)
    return;

  if (node->text != NULL && *node->text != '\0')
    nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, NAZAR_FACE_CAPTION, node->text, flow->width),
                          nazar_flow_tag (flow, flow->tag, "Caption"), 12, 6, NAZAR_KEEP_STRONG);
  piece = nazar_flow_add (flow, MIN (height, NAZAR_PAGE_BODY), node->flag ? draw_columns : draw_bars,
                          chart_data_new (flow, node, label_width), chart_data_free);
  piece->tag = figure;
  piece->after = 12;
}
