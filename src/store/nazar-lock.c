/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "nazar-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One writer per register: an open-file-description lock on a file beside it,
 * which the system lets go by itself when the program ends, however it ends. The
 * file says who holds it. It is never the register itself: closing a second
 * descriptor on that would drop SQLite's own locks. */

struct _NazarLock
{
  char *path;
  int fd;
};

static char *
read_holder (int fd)
{
  char text[512];
  gssize got = pread (fd, text, sizeof text - 1, 0);

  if (got <= 0)
    return NULL;
  text[got] = '\0';
  g_strchomp (text);
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : NULL;
}

static void
write_holder (int fd)
{
  g_autofree char *text = NULL;
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();

  /* Translators: who holds a register: a person's name, a computer's name, the number of a process. */
  text = g_strdup_printf (_("%s on %s (process %d)\n"), name, g_get_host_name (), (int) getpid ());
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("The lock file does not say who holds it: %s", g_strerror (errno));
}

/* The file may be removed by its last holder between our opening and locking it. */
static gboolean
is_still_there (int         fd,
                const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && stat (path, &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

static void
set_lock_error (int      fd,
                int      why,
                GError **error)
{
  g_autofree char *holder = NULL;

  if (why != EAGAIN && why != EACCES)
    {
      g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY,
                   /* Translators: %s is a description from the system. */
                   _("This folder cannot keep the register for one writer (%s). Nothing was changed."), g_strerror (why));
      return;
    }

  holder = read_holder (fd);
  g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED,
               /* Translators: %s is who has it open: "Aida on laptop (process 12)". */
               _("The register is open already: %s."), holder != NULL ? holder : _("another program"));
}

static int
open_and_lock (const char  *path,
               GError     **error)
{
  for (;;)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
      int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd < 0)
        {
          g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY,
                               _("The register cannot be written here. Nothing was changed."));
          return -1;
        }

      if (fcntl (fd, F_OFD_SETLK, &lock) != 0)
        {
          set_lock_error (fd, errno, error);
          close (fd);
          return -1;
        }

      if (is_still_there (fd, path))
        return fd;
      close (fd);
    }
}

/**
 * nazar_lock_take:
 * @register_path: path of a register
 * @error: return location for %NAZAR_STORE_ERROR_LOCKED, whose message says who
 *   holds it, or %NAZAR_STORE_ERROR_READ_ONLY
 *
 * Returns: (transfer full) (nullable): the right to write until it is released
 */
NazarLock *
nazar_lock_take (const char  *register_path,
                 GError     **error)
{
  /* Beside the file itself, so that two links to it have one lock. */
  g_autofree char *real = realpath (register_path, NULL);
  g_autofree char *path = g_strconcat (real != NULL ? real : register_path, "-lock", NULL);
  NazarLock *self;
  int fd = open_and_lock (path, error);

  if (fd < 0)
    return NULL;

  write_holder (fd);
  self = g_new0 (NazarLock, 1);
  self->path = g_steal_pointer (&path);
  self->fd = fd;
  return self;
}

/**
 * nazar_lock_release:
 * @self: (transfer full): the right to write
 */
void
nazar_lock_release (NazarLock *self)
{
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
