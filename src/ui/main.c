/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-application.h"
#include "nazar-config.h"
#include "nazar-language.h"
#include "nazar-locale-dir.h"
#include "nazar-settings.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (NazarApplication) application = NULL;
  g_autofree char *language = nazar_settings_get_string ("language");

  /* The language is chosen in the preferences, whatever locale the system has. */
  nazar_language_init (language, nazar_locale_dir ());
  gtk_disable_setlocale ();

  application = nazar_application_new (NAZAR_APPLICATION_ID);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
