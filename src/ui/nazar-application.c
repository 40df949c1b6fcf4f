/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-application.h"

#include "nazar-window.h"

struct _NazarApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarApplication, nazar_application, ADW_TYPE_APPLICATION)

static void
nazar_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (nazar_window_new (ADW_APPLICATION (application))));
}

static void
nazar_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  NazarWindow *window = nazar_window_new (ADW_APPLICATION (application));

  nazar_window_open (window, files[0]);
  gtk_window_present (GTK_WINDOW (window));
}

static void
nazar_application_class_init (NazarApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = nazar_application_activate;
  application_class->open = nazar_application_open;
}

static void
nazar_application_init (NazarApplication *self)
{
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
