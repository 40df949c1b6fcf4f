/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-places.h"

#include "nazar-config.h"
#include "nazar-locale-dir.h"

/* Where the program finds its own files: beside itself in the folder it was built
 * in, so that it runs without being installed; else where it was installed. */

/**
 * nazar_places_schema_source:
 *
 * Returns: (transfer full) (nullable): where the schema of the preferences is
 *   looked up; %NULL where the system has no schemas at all
 */
GSettingsSchemaSource *
nazar_places_schema_source (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (nazar_runs_from_build_folder ())
    {
      GSettingsSchemaSource *own = g_settings_schema_source_new_from_directory (NAZAR_BUILD_ROOT "/data", source, TRUE, NULL);

      if (own != NULL)
        return own;
    }

  return source != NULL ? g_settings_schema_source_ref (source) : NULL;
}

/**
 * nazar_places_documents:
 *
 * Returns: (transfer full): the folder in which people keep their documents
 */
char *
nazar_places_documents (void)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    folder = g_get_home_dir ();
  return g_strdup (folder);
}
