/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-body-drawing.h"

#include "nazar-body-map.h"

static void
trace (cairo_t             *cr,
       const NazarBodyPath *path,
       double               height)
{
  cairo_new_path (cr);
  for (guint i = 0; i < path->n_points; i++)
    cairo_line_to (cr, path->points[i].x * height * NAZAR_BODY_MAP_WIDTH / 1000, path->points[i].y * height / 1000);
}

static void
trace_closed (cairo_t             *cr,
              const NazarBodyPath *path,
              double               height)
{
  trace (cr, path, height);
  cairo_close_path (cr);
}

/**
 * nazar_body_drawing_fill:
 * @cr: where to draw; the figure's upper left corner is at 0, 0
 * @side: "front" or "back"
 * @region: id of a region of that side
 * @height: of the figure
 * @colour: red, green and blue
 * @alpha: how much of it
 *
 * Fills a region.
 */
void
nazar_body_drawing_fill (cairo_t      *cr,
                         const char   *side,
                         const char   *region,
                         double        height,
                         const double  colour[3],
                         double        alpha)
{
  const NazarBodyPath *path = nazar_body_map_region_path (side, region);

  g_return_if_fail (path != NULL);

  cairo_save (cr);
  trace_closed (cr, nazar_body_map_outline (), height);
  cairo_clip (cr);
  trace_closed (cr, path, height);
  cairo_set_source_rgba (cr, colour[0], colour[1], colour[2], alpha);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * nazar_body_drawing_paint:
 * @cr: where to draw; the figure's upper left corner is at 0, 0
 * @side: "front" or "back"
 * @height: of the figure; it is %NAZAR_BODY_MAP_WIDTH times as wide
 * @colour: red, green and blue of the lines
 *
 * Draws the figure.
 */
void
nazar_body_drawing_paint (cairo_t      *cr,
                          const char   *side,
                          double        height,
                          const double  colour[3])
{
  guint n_lines;
  const NazarBodyPath *lines = nazar_body_map_lines (side, &n_lines);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  trace_closed (cr, nazar_body_map_outline (), height);
  cairo_set_source_rgba (cr, colour[0], colour[1], colour[2], 0.06);
  cairo_fill (cr);

  cairo_set_source_rgba (cr, colour[0], colour[1], colour[2], 0.4);
  cairo_set_line_width (cr, MAX (height / 440, 0.5));
  for (guint i = 0; i < n_lines; i++)
    {
      trace (cr, &lines[i], height);
      cairo_stroke (cr);
    }

  trace_closed (cr, nazar_body_map_outline (), height);
  cairo_set_source_rgba (cr, colour[0], colour[1], colour[2], 0.8);
  cairo_set_line_width (cr, MAX (height / 300, 0.75));
  cairo_stroke (cr);
  cairo_restore (cr);
}
