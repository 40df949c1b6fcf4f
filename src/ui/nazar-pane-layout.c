/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-pane-layout.h"

/* One child, and a natural width that does not depend on it: panes beside each
 * other keep their widths whatever they show. */
struct _NazarPaneLayout
{
  GtkLayoutManager parent_instance;

  int natural_width;
};

G_DEFINE_FINAL_TYPE (NazarPaneLayout, nazar_pane_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_NATURAL_WIDTH = 1,
};

static GtkSizeRequestMode
nazar_pane_layout_get_request_mode (GtkLayoutManager *layout,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nazar_pane_layout_measure (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NAZAR_PANE_LAYOUT (layout)->natural_width);
}

static void
nazar_pane_layout_allocate (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
nazar_pane_layout_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_NATURAL_WIDTH)
    g_value_set_int (value, NAZAR_PANE_LAYOUT (object)->natural_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
nazar_pane_layout_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_NATURAL_WIDTH)
    NAZAR_PANE_LAYOUT (object)->natural_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
nazar_pane_layout_class_init (NazarPaneLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = nazar_pane_layout_get_property;
  object_class->set_property = nazar_pane_layout_set_property;
  layout_class->get_request_mode = nazar_pane_layout_get_request_mode;
  layout_class->measure = nazar_pane_layout_measure;
  layout_class->allocate = nazar_pane_layout_allocate;

  /**
   * NazarPaneLayout:natural-width:
   *
   * In pixels.
   */
  g_object_class_install_property (object_class, PROP_NATURAL_WIDTH,
                                   g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
nazar_pane_layout_init (NazarPaneLayout *self)
{
}
