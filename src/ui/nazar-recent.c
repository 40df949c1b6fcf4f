/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-recent.h"

#include "nazar-settings.h"

#define MAX_RECENT 8

static GPtrArray *
list_without (const char *path)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) old = nazar_settings_get_strv ("recent");

  for (gsize i = 0; old[i] != NULL; i++)
    if (g_strcmp0 (old[i], path) != 0)
      g_ptr_array_add (paths, g_strdup (old[i]));
  return paths;
}

static void
store_list (GPtrArray *paths)
{
  g_ptr_array_set_size (paths, MIN (paths->len, MAX_RECENT));
  g_ptr_array_add (paths, NULL);
  nazar_settings_set_strv ("recent", (const char *const *) paths->pdata);
}

/**
 * nazar_recent_list:
 *
 * Returns: (transfer full): paths of the registers opened last, the latest first
 */
GStrv
nazar_recent_list (void)
{
  return nazar_settings_get_strv ("recent");
}

/**
 * nazar_recent_add:
 * @path: path of a register that was opened
 *
 * Puts it first, where the preferences allow to remember it.
 */
void
nazar_recent_add (const char *path)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (!nazar_settings_get_boolean ("remember-recent"))
    return;

  paths = list_without (path);
  g_ptr_array_insert (paths, 0, g_strdup (path));
  store_list (paths);
}

/**
 * nazar_recent_remove:
 * @path: a path
 *
 * Forgets it.
 */
void
nazar_recent_remove (const char *path)
{
  g_autoptr (GPtrArray) paths = list_without (path);

  store_list (paths);
}

/**
 * nazar_recent_set_remember:
 * @remember: whether registers are remembered from now on
 *
 * What was remembered is forgotten when it is turned off.
 */
void
nazar_recent_set_remember (gboolean remember)
{
  static const char *const none[] = { NULL };

  nazar_settings_set_boolean ("remember-recent", remember);
  if (!remember)
    nazar_settings_set_strv ("recent", none);
}
