/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

struct _NazarWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;

  NazarLive *live;
};

G_DEFINE_FINAL_TYPE (NazarWindow, nazar_window, ADW_TYPE_APPLICATION_WINDOW)

static void
nazar_window_dispose (GObject *object)
{
  g_clear_object (&NAZAR_WINDOW (object)->live);
  G_OBJECT_CLASS (nazar_window_parent_class)->dispose (object);
}

static void
nazar_window_class_init (NazarWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, stack);
}

static void
nazar_window_init (NazarWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

NazarWindow *
nazar_window_new (AdwApplication *application)
{
  return g_object_new (NAZAR_TYPE_WINDOW, "application", application, NULL);
}

NazarLive *
nazar_window_get_live (NazarWindow *self)
{
  return self->live;
}

const char *
nazar_window_get_path (NazarWindow *self)
{
  return self->live != NULL ? nazar_store_get_path (nazar_live_get_store (self->live)) : NULL;
}

gboolean
nazar_window_is_opening (NazarWindow *self)
{
  return FALSE;
}

void
nazar_window_open (NazarWindow *self,
                   GFile       *file)
{
  g_autoptr (NazarStore) store = nazar_store_open (g_file_peek_path (file), NAZAR_STORE_FALL_BACK, NULL, NULL);

  if (store != NULL)
    self->live = nazar_live_new (store);
}

static NazarWindow *
window_of (GtkWidget *child)
{
  return NAZAR_WINDOW (gtk_widget_get_ancestor (child, NAZAR_TYPE_WINDOW));
}

void
nazar_window_toast (GtkWidget  *child,
                    const char *message,
                    gboolean    offer_undo)
{
  AdwToast *toast = adw_toast_new (message);

  if (offer_undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (window_of (child)->toasts, toast);
}

void
nazar_window_show_error (GtkWidget    *child,
                         const GError *error)
{
  nazar_window_toast (child, error->message, FALSE);
}

void
nazar_window_show_record (GtkWidget  *child,
                          GType       type,
                          const char *id)
{
}

void
nazar_window_show_filtered (GtkWidget  *child,
                            GType       type,
                            const char *field,
                            const char *value)
{
}
