/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-figure-bar.h"

/* A bar as long as its share of the whole, in the colour of its text. It repeats
 * for the eyes what a number beside it says, so screen readers pass over it. */
struct _NazarFigureBar
{
  GtkWidget parent_instance;

  GtkWidget *fill;
  double fraction;
};

G_DEFINE_FINAL_TYPE (NazarFigureBar, nazar_figure_bar, GTK_TYPE_WIDGET)

/* However small its share, something that is there is seen. */
#define MIN_FILL 4

static void
nazar_figure_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (NAZAR_FIGURE_BAR (widget)->fill, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 24;
      *natural = 96;
    }
}

static void
nazar_figure_bar_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  NazarFigureBar *self = NAZAR_FIGURE_BAR (widget);
  int length = self->fraction > 0 ? CLAMP ((int) (self->fraction * width + 0.5), MIN (MIN_FILL, width), width) : 0;
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { backwards ? width - length : 0, 0, length, height };

  gtk_widget_set_child_visible (self->fill, length > 0);
  if (length > 0)
    gtk_widget_size_allocate (self->fill, &place, -1);
}

static void
nazar_figure_bar_dispose (GObject *object)
{
  g_clear_pointer (&NAZAR_FIGURE_BAR (object)->fill, gtk_widget_unparent);

  G_OBJECT_CLASS (nazar_figure_bar_parent_class)->dispose (object);
}

static void
nazar_figure_bar_class_init (NazarFigureBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nazar_figure_bar_dispose;
  widget_class->measure = nazar_figure_bar_measure;
  widget_class->size_allocate = nazar_figure_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "figurebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nazar_figure_bar_init (NazarFigureBar *self)
{
  self->fill = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-name", "fill", NULL);
  gtk_widget_set_parent (self->fill, GTK_WIDGET (self));
}

/**
 * nazar_figure_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
nazar_figure_bar_new (void)
{
  return g_object_new (NAZAR_TYPE_FIGURE_BAR, NULL);
}

/**
 * nazar_figure_bar_set_fraction:
 * @self: a bar
 * @fraction: its share of the whole, from 0 to 1
 */
void
nazar_figure_bar_set_fraction (NazarFigureBar *self,
                               double          fraction)
{
  g_return_if_fail (NAZAR_IS_FIGURE_BAR (self));

  self->fraction = CLAMP (fraction, 0, 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
