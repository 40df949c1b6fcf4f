/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-plain-row.h"

/* A row of a list that is no stop for the keyboard by itself: what is in it is. */
G_DEFINE_TYPE (NazarPlainRow, nazar_plain_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
nazar_plain_row_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
nazar_plain_row_class_init (NazarPlainRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = nazar_plain_row_focus;
}

static void
nazar_plain_row_init (NazarPlainRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * nazar_plain_row_new:
 *
 * Returns: (transfer full): an empty row
 */
GtkWidget *
nazar_plain_row_new (void)
{
  return g_object_new (NAZAR_TYPE_PLAIN_ROW, NULL);
}
