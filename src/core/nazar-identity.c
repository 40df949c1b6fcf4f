/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-identity.h"

#include "nazar-uuid.h"

#include <glib/gstdio.h>
#include <string.h>

/* Who writes on this device: used by the window and by nazarctl alike, so it
 * does not stand in the window's settings. */

#define GROUP "identity"

static char *
file_name (void)
{
  return g_build_filename (g_get_user_config_dir (), "nazar", "identity.ini", NULL);
}

static GKeyFile *
load (void)
{
  g_autofree char *path = file_name ();
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
store (GKeyFile   *file,
       const char *key,
       const char *value)
{
  g_autofree char *path = file_name ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string (file, GROUP, key, value);
  g_mkdir_with_parents (folder, 0700);
  /* Where the folder cannot be written the program works on, without memory. */
  g_key_file_save_to_file (file, path, NULL);
}

/**
 * nazar_identity_get_device:
 *
 * The name of this device in journals: random, made once, so that every device
 * has a chain of its own. It says nothing about the machine.
 *
 * Returns: (transfer full): the device's id
 */
char *
nazar_identity_get_device (void)
{
  static GMutex mutex;
  static char *device;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (device == NULL)
    {
      g_autoptr (GKeyFile) file = load ();

      device = g_key_file_get_string (file, GROUP, "device", NULL);
      if (device == NULL || strlen (device) != 36)
        {
          g_free (device);
          device = nazar_uuid_new ();
          store (file, "device", device);
        }
    }

  return g_strdup (device);
}

static gboolean
is_same_file (const GStatBuf *a,
              const GStatBuf *b)
{
  return a->st_ino == b->st_ino && a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
         a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/**
 * nazar_identity_get_author:
 *
 * Returns: (transfer full) (nullable): the name that journals carry, as the
 *   person gave it; %NULL until it was given
 */
char *
nazar_identity_get_author (void)
{
  /* Asked for by every edit: the file is read only when it is another one. */
  static GMutex mutex;
  static GStatBuf seen;
  static char *author;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *path = file_name ();
  GStatBuf now = { 0 };

  if (g_stat (path, &now) != 0 || !is_same_file (&now, &seen))
    {
      g_autoptr (GKeyFile) file = load ();

      g_free (author);
      author = g_key_file_get_string (file, GROUP, "author", NULL);
      seen = now;
    }

  return author != NULL && *author != '\0' ? g_strdup (author) : NULL;
}

/**
 * nazar_identity_set_author:
 * @name: (nullable): the name that journals carry from now on
 */
void
nazar_identity_set_author (const char *name)
{
  g_autoptr (GKeyFile) file = load ();

  store (file, "author", name != NULL ? name : "");
}
