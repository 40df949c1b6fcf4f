/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-application.h"

#include "nazar-about.h"
#include "nazar-compat.h"
#include "nazar-config.h"
#include "nazar-help-window.h"
#include "nazar-preferences-window.h"
#include "nazar-registers.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

struct _NazarApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarApplication, nazar_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new-register", { NULL } },
  { "app.open-register", { "<Control>o", NULL } },
  { "app.preferences", { "<Control>comma", NULL } },
  { "app.help", { "F1", NULL } },
  { "app.quit", { "<Control>q", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.import", { "<Control>i", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.new-record", { "<Control>n", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.back", { "<Alt>Left", NULL } },
  { "win.toggle-sidebar", { "F9", NULL } },
  { "win.show-menu", { "F10", NULL } },
  { "win.show-page::overview", { "<Control>1", NULL } },
  { "win.show-page::recommendation", { "<Control>2", NULL } },
  { "win.show-page::facility", { "<Control>3", NULL } },
  { "win.show-page::visit", { "<Control>4", NULL } },
  { "win.show-page::source", { "<Control>5", NULL } },
  { "win.show-page::body", { "<Control>6", NULL } },
  { "win.show-page::term", { "<Control>7", NULL } },
};

/* The window that was used last, even if a dialog is in front of it. */
static NazarWindow *
find_window (NazarApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (NAZAR_IS_WINDOW (l->data))
      return l->data;

  return nazar_window_new (ADW_APPLICATION (self));
}

static GtkWindow *
front_window (NazarApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
new_register (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  nazar_registers_choose_new (find_window (user_data));
}

static void
open_register (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  nazar_registers_choose_open (find_window (user_data));
}

static void
open_path (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  nazar_registers_open (user_data, file, TRUE);
}

static void
try_example (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  nazar_registers_choose_example (find_window (user_data));
}

static void
show_preferences (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  nazar_preferences_window_present (front_window (user_data));
}

static void
show_help (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  nazar_help_window_present (front_window (user_data));
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  nazar_about_present (front_window (user_data));
}

/* Each window stores what is being typed in it before it goes. */
static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (NAZAR_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static gboolean
on_signal_cb (gpointer data)
{
  quit (NULL, NULL, data);
  return G_SOURCE_CONTINUE;
}

static int
nazar_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("Nazar %s\n%s\n", NAZAR_VERSION, _("This version does not encrypt: whoever has the file of a register can read it."));
  return 0;
}

static void
nazar_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-register", .activate = new_register },
    { .name = "open-register", .activate = open_register },
    { .name = "open-path", .activate = open_path, .parameter_type = "s" },
    { .name = "try-example", .activate = try_example },
    { .name = "preferences", .activate = show_preferences },
    { .name = "help", .activate = show_help },
    { .name = "about", .activate = show_about },
    { .name = "quit", .activate = quit },
  };

  G_APPLICATION_CLASS (nazar_application_parent_class)->startup (application);

  g_set_application_name (_("Nazar"));
  gtk_window_set_default_icon_name (g_application_get_application_id (application));
  nazar_preferences_apply_colors ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].accels);

  g_unix_signal_add (SIGTERM, on_signal_cb, application);
  g_unix_signal_add (SIGINT, on_signal_cb, application);
}

static void
nazar_application_shutdown (GApplication *application)
{
  nazar_compat_forget_files ();

  G_APPLICATION_CLASS (nazar_application_parent_class)->shutdown (application);
}

static void
nazar_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (find_window (NAZAR_APPLICATION (application))));
}

static void
nazar_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    nazar_registers_open (ADW_APPLICATION (application), files[i], FALSE);
}

static void
nazar_application_class_init (NazarApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = nazar_application_handle_local_options;
  application_class->startup = nazar_application_startup;
  application_class->shutdown = nazar_application_shutdown;
  application_class->activate = nazar_application_activate;
  application_class->open = nazar_application_open;
}

static void
nazar_application_init (NazarApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Print the version and exit"), NULL);
  /* Translators: what the program takes on the command line: files. */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * nazar_application_new:
 * @application_id: the id under which desktops know the program
 *
 * Returns: (transfer full): the program
 */
NazarApplication *
nazar_application_new (const char *application_id)
{
  return g_object_new (NAZAR_TYPE_APPLICATION,
                       "application-id", application_id,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
