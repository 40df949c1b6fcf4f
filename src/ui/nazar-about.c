/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-about.h"

#include "nazar-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * nazar_about_present:
 * @parent: (nullable): the window that it is in front of
 *
 * Shows what the program is, and what has to be known of this version.
 */
void
nazar_about_present (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());
  const char *sentences[] = {
    _("Nazar follows whether human-rights recommendations are carried out. What the State says and what independent monitors find are kept apart, and what is planned is never counted as implemented."),
    _("This version does not encrypt: whoever has the file of a register can read it."),
    _("The Kyrgyz, Russian and Uzbek translations have not been read by a native speaker yet."),
    NULL,
  };
  g_autofree char *comments = g_strjoinv ("\n\n", (char **) sentences);

  adw_about_window_set_application_name (about, _("Nazar"));
  adw_about_window_set_application_icon (about, NAZAR_APPLICATION_ID);
  adw_about_window_set_version (about, NAZAR_VERSION);
  adw_about_window_set_developer_name (about, _("The Nazar developers"));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (about, comments);

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}
