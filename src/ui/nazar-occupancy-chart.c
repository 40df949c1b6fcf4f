/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-occupancy-chart.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-population.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 150
#define COLUMN_WIDTH 34
#define GAP 14
#define LABEL_HEIGHT 20
#define MAX_COLUMNS 12

/* One visit that counted the people. */
typedef struct
{
  char *label;
  gint64 held;
  gint64 elsewhere;
} Column;

/* How many people were held at each visit to a place, beside the places that there are;
 * hatched: how many of them belong in another kind of place. */
struct _NazarOccupancyChart
{
  GtkWidget parent_instance;

  GArray *columns;
  gint64 capacity;
};

G_DEFINE_FINAL_TYPE (NazarOccupancyChart, nazar_occupancy_chart, GTK_TYPE_WIDGET)

/* ---- Drawing ---- */

static void
draw_text (NazarOccupancyChart *self,
           cairo_t             *cr,
           const char          *text,
           double               x,
           double               y,
           double               width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int text_width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &text_width, &height);
  cairo_move_to (cr, x + (width - text_width) / 2, y);
  pango_cairo_show_layout (cr, layout);
}

static gint64
get_top (NazarOccupancyChart *self)
{
  gint64 top = MAX (self->capacity, 1);

  for (guint i = 0; i < self->columns->len; i++)
    top = MAX (top, g_array_index (self->columns, Column, i).held);
  return top;
}

static void
hatch (cairo_t *cr,
       double   x,
       double   y,
       double   width,
       double   height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);
  for (double d = -height; d < width; d += 6)
    {
      cairo_move_to (cr, x + d, y + height);
      cairo_line_to (cr, x + d + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_column (NazarOccupancyChart *self,
             cairo_t             *cr,
             const GdkRGBA       *color,
             guint                index,
             double               scale)
{
  const Column *column = &g_array_index (self->columns, Column, index);
  double bottom = HEIGHT - LABEL_HEIGHT;
  double x = GAP + index * (COLUMN_WIDTH + GAP), height = column->held * scale, elsewhere = column->elsewhere * scale;
  g_autofree char *number = nazar_number_format (column->held, nazar_language_current ());

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.35);
  cairo_rectangle (cr, x, bottom - height, COLUMN_WIDTH, height);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, color);
  hatch (cr, x, bottom - elsewhere, COLUMN_WIDTH, elsewhere);
  draw_text (self, cr, number, x - GAP / 2.0, bottom - height - 18, COLUMN_WIDTH + GAP);
  draw_text (self, cr, column->label, x - GAP / 2.0, bottom + 3, COLUMN_WIDTH + GAP);
}

static void
nazar_occupancy_chart_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  NazarOccupancyChart *self = NAZAR_OCCUPANCY_CHART (widget);
  double scale = (HEIGHT - LABEL_HEIGHT - 22.0) / get_top (self), bottom = HEIGHT - LABEL_HEIGHT;
  int width = gtk_widget_get_width (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, HEIGHT);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  for (guint i = 0; i < self->columns->len; i++)
    draw_column (self, cr, &color, i, scale);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, bottom + 0.5);
  cairo_line_to (cr, width, bottom + 0.5);
  cairo_stroke (cr);
  if (self->capacity > 0)
    {
      const double dashes[] = { 6, 4 };
      double y = bottom - self->capacity * scale;

      cairo_set_dash (cr, dashes, 2, 0);
      cairo_set_line_width (cr, 1.5);
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
nazar_occupancy_chart_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  NazarOccupancyChart *self = NAZAR_OCCUPANCY_CHART (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : (int) self->columns->len * (COLUMN_WIDTH + GAP) + GAP;
}

/* ---- The widget ---- */

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->label);
}

static void
nazar_occupancy_chart_finalize (GObject *object)
{
  g_array_unref (NAZAR_OCCUPANCY_CHART (object)->columns);

  G_OBJECT_CLASS (nazar_occupancy_chart_parent_class)->finalize (object);
}

static void
nazar_occupancy_chart_class_init (NazarOccupancyChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nazar_occupancy_chart_finalize;
  widget_class->measure = nazar_occupancy_chart_measure;
  widget_class->snapshot = nazar_occupancy_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "occupancychart");
}

static void
nazar_occupancy_chart_init (NazarOccupancyChart *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
}

/**
 * nazar_occupancy_chart_new:
 *
 * Returns: (transfer full): a chart without columns
 */
GtkWidget *
nazar_occupancy_chart_new (void)
{
  return g_object_new (NAZAR_TYPE_OCCUPANCY_CHART, NULL);
}

static void
add_column (NazarOccupancyChart *self,
            NazarRecord         *visit)
{
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (visit, "population"));
  const char *begin = nazar_record_get (visit, "begin");
  Column column = { 0 };

  if (nazar_population_is_empty (population) || begin == NULL)
    return;

  column.label = g_strndup (begin, 4);
  column.held = nazar_population_sum (population, NULL, NULL, NULL);
  column.elsewhere = MIN (nazar_population_wrong_place (population), column.held);
  g_array_append_val (self->columns, column);
}

/* For screen readers: "2023: 140, 2024: 150. 120 places." */
static void
describe (NazarOccupancyChart *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      g_string_append_printf (words, "%s%s: %d", i > 0 ? ", " : "", column->label, (int) column->held);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People held at each visit"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

/**
 * nazar_occupancy_chart_set_visits:
 * @self: a chart
 * @visits: (element-type NazarRecord): visits to one place, the earliest first
 * @capacity: how many people it is meant to hold; 0 where that is not known
 *
 * Shows the latest visits that counted the people.
 *
 * Returns: how many it shows
 */
guint
nazar_occupancy_chart_set_visits (NazarOccupancyChart *self,
                                  GPtrArray           *visits,
                                  gint64               capacity)
{
  g_return_val_if_fail (NAZAR_IS_OCCUPANCY_CHART (self), 0);

  g_array_set_size (self->columns, 0);
  self->capacity = capacity;
  for (guint i = 0; i < visits->len; i++)
    add_column (self, g_ptr_array_index (visits, i));
  if (self->columns->len > MAX_COLUMNS)
    g_array_remove_range (self->columns, 0, self->columns->len - MAX_COLUMNS);

  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return self->columns->len;
}
