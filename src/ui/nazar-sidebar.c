/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-sidebar.h"

#include "nazar-counts.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>

/* Where one is and what is there: the pages with their counts, and below them the
 * register with the moment in which it was stored last. */
struct _NazarSidebar
{
  AdwBin parent_instance;

  GtkMenuButton *menu;
  GtkListBox *pages;
  GtkLabel *name;
  GtkLabel *stored;
  GtkSpinner *spinner;

  NazarLive *live;
  NazarCounts *counts;
  char *state; /* what the line says while nothing is being stored */
  guint busy_source;
};

G_DEFINE_FINAL_TYPE (NazarSidebar, nazar_sidebar, ADW_TYPE_BIN)

/* An edit that is stored at once does not make the line flicker. */
#define BUSY_DELAY_MS 300

static const struct
{
  const char *name; /* of the page: "overview", or a type of records */
  const char *icon;
  const char *label; /* where it is not the plural of the type */
} pages[] = {
  { "overview", "view-grid-symbolic", N_("Overview") },
  { "recommendation", "view-list-bullet-symbolic", NULL },
  { "facility", "mark-location-symbolic", NULL },
  { "visit", "x-office-calendar-symbolic", NULL },
  { "source", "x-office-document-symbolic", NULL },
  { "body", "system-users-symbolic", NULL },
  { "term", "user-bookmarks-symbolic", N_("Themes and groups") },
};

static const char *
page_label (gsize i)
{
  return pages[i].label != NULL ? _(pages[i].label)
                                : nazar_record_type_plural (nazar_record_type_from_name (pages[i].name));
}

static GtkWidget *
create_row (gsize i)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (pages[i].icon);
  GtkWidget *label = gtk_label_new (page_label (i));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, page_label (i));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page_label (i), -1);
  g_object_set_data (G_OBJECT (row), "count", count);
  return row;
}

static void
show_counts (NazarSidebar *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->pages, i);
      GType type = nazar_record_type_from_name (pages[i].name);
      gint64 count = self->counts != NULL && type != G_TYPE_INVALID ? nazar_counts_get (self->counts, type) : -1;
      g_autofree char *text = count >= 0 ? nazar_number_format (count, nazar_language_current ()) : g_strdup ("");

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "count"), text);
    }
}

static void
set_state (NazarSidebar *self,
           const char   *state)
{
  g_free (self->state);
  self->state = g_strdup (state);
  gtk_label_set_text (self->stored, state);
}

static void
on_stored_cb (NazarSidebar *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  /* Translators: %s is a time of day: "stored 21:04". It stands below the name of the register. */
  g_autofree char *text = g_strdup_printf (_("stored %s"), time);

  set_state (self, text);
}

static void
on_failed_cb (NazarSidebar *self,
              const GError *error)
{
  if (!g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOTHING) &&
      !g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CONFLICT))
    set_state (self, _("not stored"));
}

static gboolean
on_still_busy_cb (gpointer data)
{
  NazarSidebar *self = data;

  self->busy_source = 0;
  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_label_set_text (self->stored, _("storing…"));
  return G_SOURCE_REMOVE;
}

static void
on_busy_cb (NazarSidebar *self)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  if (nazar_live_is_busy (self->live))
    {
      self->busy_source = g_timeout_add (BUSY_DELAY_MS, on_still_busy_cb, self);
      return;
    }

  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_label_set_text (self->stored, self->state);
}

static void
on_row_activated_cb (NazarSidebar  *self,
                     GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", pages[gtk_list_box_row_get_index (row)].name);
}

static void
nazar_sidebar_dispose (GObject *object)
{
  nazar_sidebar_set_live (NAZAR_SIDEBAR (object), NULL);

  G_OBJECT_CLASS (nazar_sidebar_parent_class)->dispose (object);
}

static void
nazar_sidebar_finalize (GObject *object)
{
  g_free (NAZAR_SIDEBAR (object)->state);

  G_OBJECT_CLASS (nazar_sidebar_parent_class)->finalize (object);
}

static void
nazar_sidebar_class_init (NazarSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_sidebar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, NazarSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, NazarSidebar, name);
  gtk_widget_class_bind_template_child (widget_class, NazarSidebar, stored);
  gtk_widget_class_bind_template_child (widget_class, NazarSidebar, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
nazar_sidebar_init (NazarSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->pages, create_row (i));
}

static void
show_register (NazarSidebar *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_autofree char *name = g_filename_display_basename (nazar_store_get_path (store));

  if (g_str_has_suffix (name, ".nazar"))
    name[strlen (name) - strlen (".nazar")] = '\0';
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), nazar_store_get_path (store));
  set_state (self, nazar_store_is_read_only (store) ? _("read-only") : "");
}

/**
 * nazar_sidebar_set_live:
 * @self: the sidebar
 * @live: (nullable): the register that it is about
 */
void
nazar_sidebar_set_live (NazarSidebar *self,
                        NazarLive    *live)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_data (self->counts, self);
  g_clear_object (&self->counts);
  g_clear_object (&self->live);
  if (live == NULL)
    return;

  self->live = g_object_ref (live);
  self->counts = nazar_counts_new (live);
  g_signal_connect_swapped (self->counts, "changed", G_CALLBACK (show_counts), self);
  g_signal_connect_swapped (live, "stored", G_CALLBACK (on_stored_cb), self);
  g_signal_connect_swapped (live, "failed", G_CALLBACK (on_failed_cb), self);
  g_signal_connect_swapped (live, "notify::busy", G_CALLBACK (on_busy_cb), self);
  show_register (self);
  show_counts (self);
  on_busy_cb (self);
}

/**
 * nazar_sidebar_select:
 * @self: the sidebar
 * @page: the page that is shown
 */
void
nazar_sidebar_select (NazarSidebar *self,
                      const char   *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      gtk_list_box_select_row (self->pages, gtk_list_box_get_row_at_index (self->pages, i));
}

/**
 * nazar_sidebar_show_menu:
 * @self: the sidebar
 *
 * Opens the program's menu.
 */
void
nazar_sidebar_show_menu (NazarSidebar *self)
{
  gtk_menu_button_popup (self->menu);
}
