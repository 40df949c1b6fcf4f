/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-help-window.h"

/* What the program does, in a few paragraphs, and where it keeps what. */
struct _NazarHelpWindow
{
  AdwWindow parent_instance;

  GtkLabel *places;
};

G_DEFINE_FINAL_TYPE (NazarHelpWindow, nazar_help_window, ADW_TYPE_WINDOW)

static void
nazar_help_window_class_init (NazarHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarHelpWindow, places);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nazar_help_window_init (NazarHelpWindow *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "nazar", NULL);
  g_autofree char *shown = g_filename_display_name (folder);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->places, shown);
}

/**
 * nazar_help_window_present:
 * @parent: (nullable): the window that it is in front of
 *
 * Shows the help.
 */
void
nazar_help_window_present (GtkWindow *parent)
{
  gtk_window_present (g_object_new (NAZAR_TYPE_HELP_WINDOW, "transient-for", parent, NULL));
}
