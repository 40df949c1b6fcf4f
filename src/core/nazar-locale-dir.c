/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-locale-dir.h"

#include "nazar-config.h"

/**
 * nazar_runs_from_build_folder:
 *
 * Returns: whether the program was started where it was built, and finds its own
 *   files there instead of where it would be installed
 */
gboolean
nazar_runs_from_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, NAZAR_BUILD_ROOT G_DIR_SEPARATOR_S);
}

/**
 * nazar_locale_dir:
 *
 * Returns: (transfer none): the folder of the catalogues
 */
const char *
nazar_locale_dir (void)
{
  return nazar_runs_from_build_folder () ? NAZAR_BUILD_ROOT "/po" : NAZAR_LOCALEDIR;
}
