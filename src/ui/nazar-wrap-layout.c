/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-wrap-layout.h"

/* Pixels between children and between lines. */
#define SPACING 6

/* Children beside one another, as words in a text: what does not fit begins a new
 * line. (libadwaita has such a box from 1.7 on.) */
struct _NazarWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarWrapLayout, nazar_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
nazar_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
child_size (GtkWidget *child,
            int        width,
            int       *child_width,
            int       *child_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *child_width = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL, NULL);
}

/* The height of the line that begins at @first, and the child that begins the next. */
static GtkWidget *
measure_line (GtkWidget *first,
              int        width,
              int       *height)
{
  int x = 0;

  *height = 0;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_size (child, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        return child;
      x += child_width + SPACING;
      *height = MAX (*height, child_height);
    }

  return NULL;
}

static int
height_for_width (GtkWidget *widget,
                  int        width)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int height = 0;

  while (first != NULL)
    {
      int line_height;

      first = measure_line (first, width, &line_height);
      height += line_height + (first != NULL ? SPACING : 0);
    }

  return height;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
nazar_wrap_layout_measure (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  /* Without a width, as high as at the width that it would like best. */
  if (for_size < 0)
    measure_width (widget, minimum, &for_size);
  *minimum = *natural = height_for_width (widget, for_size);
}

static void
nazar_wrap_layout_allocate (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      int line_height, x = 0;
      GtkWidget *next = measure_line (first, width, &line_height);

      for (GtkWidget *child = first; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int child_width, child_height;

          if (!gtk_widget_should_layout (child))
            continue;
          child_size (child, width, &child_width, &child_height);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ backwards ? width - x - child_width : x,
                                                      y + (line_height - child_height) / 2, child_width, child_height },
                                    -1);
          x += child_width + SPACING;
        }

      y += line_height + SPACING;
      first = next;
    }
}

static void
nazar_wrap_layout_class_init (NazarWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = nazar_wrap_layout_get_request_mode;
  layout_class->measure = nazar_wrap_layout_measure;
  layout_class->allocate = nazar_wrap_layout_allocate;
}

static void
nazar_wrap_layout_init (NazarWrapLayout *self)
{
}
