/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-start-page.h"

#include "nazar-recent.h"

#include <glib/gi18n-lib.h>

/* What one sees while no register is open: what the program is, how to begin, and
 * the registers opened last. */
struct _NazarStartPage
{
  AdwBin parent_instance;

  AdwBin *error_card;
  GtkLabel *error;
  GtkWidget *new_register;
  AdwPreferencesGroup *recent;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (NazarStartPage, nazar_start_page, ADW_TYPE_BIN)

static void
on_forget_cb (NazarStartPage *self,
              GtkWidget      *button)
{
  nazar_recent_remove (g_object_get_data (G_OBJECT (button), "path"));
  nazar_start_page_update (self);
}

static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (strncmp (folder, home, length) == 0 && (folder[length] == '\0' || folder[length] == G_DIR_SEPARATOR))
    {
      g_autofree char *short_folder = g_strconcat ("~", folder + length, NULL);

      return g_filename_display_name (short_folder);
    }
  return g_filename_display_name (folder);
}

static GtkWidget *
create_forget_button (NazarStartPage *self,
                      const char     *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove from this list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove from this list"), -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_forget_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_row (NazarStartPage *self,
            const char     *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = dup_folder (path);
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

  if (g_str_has_suffix (name, ".nazar"))
    name[strlen (name) - strlen (".nazar")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_there ? folder : _("No longer there"));
  gtk_widget_set_tooltip_text (row, path);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_forget_button (self, path));
  if (is_there)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-path");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
    }
  return row;
}

static gboolean
nazar_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NAZAR_START_PAGE (widget)->new_register);
}

static void
nazar_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_START_PAGE (object)->rows);

  G_OBJECT_CLASS (nazar_start_page_parent_class)->finalize (object);
}

static void
nazar_start_page_class_init (NazarStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nazar_start_page_finalize;
  widget_class->grab_focus = nazar_start_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarStartPage, error_card);
  gtk_widget_class_bind_template_child (widget_class, NazarStartPage, error);
  gtk_widget_class_bind_template_child (widget_class, NazarStartPage, new_register);
  gtk_widget_class_bind_template_child (widget_class, NazarStartPage, recent);
}

static void
nazar_start_page_init (NazarStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  nazar_start_page_update (self);
}

/**
 * nazar_start_page_update:
 * @self: the start page
 *
 * Shows the registers opened last anew, and no error.
 */
void
nazar_start_page_update (NazarStartPage *self)
{
  g_auto (GStrv) paths = nazar_recent_list ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      GtkWidget *row = create_row (self, paths[i]);

      adw_preferences_group_add (self->recent, row);
      g_ptr_array_add (self->rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
  nazar_start_page_show_error (self, NULL);
}

/**
 * nazar_start_page_show_error:
 * @self: the start page
 * @sentence: (nullable): why a file was not opened
 */
void
nazar_start_page_show_error (NazarStartPage *self,
                             const char     *sentence)
{
  gtk_label_set_text (self->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_card), sentence != NULL);
}
