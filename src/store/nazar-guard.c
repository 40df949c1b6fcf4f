/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "nazar-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* SQLite's locks belong to the process: they are gone as soon as anything in it
 * opens and closes the register or its -shm file once more, and a file chooser
 * that looks at the folder does just that, to tell the files' types. Another
 * program would then take the register for one that nobody uses, and remove the
 * write-ahead log under our hands. So the same bytes are held by locks of open
 * file descriptions as well, which nothing but the guard itself lets go.
 *
 * The places are part of SQLite's file format: the bytes of a shared lock on the
 * database (https://www.sqlite.org/src/file/src/os.h), and the "dead man's switch"
 * of the -shm file (src/os_unix.c). Readers in other programs are not disturbed. */

#define SHARED_FIRST (0x40000000 + 2)
#define SHARED_SIZE 510
#define SHM_DEAD_MANS_SWITCH 128

struct _NazarGuard
{
  int database;
  int shm;
};

static int
hold (const char *path,
      off_t       start,
      off_t       length)
{
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = length };
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &lock) != 0)
    g_debug ("A register is not guarded: %s", g_strerror (errno));
  return fd;
}

static void
let_go (int fd)
{
  struct flock lock = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

  if (fd >= 0)
    fcntl (fd, F_OFD_SETLK, &lock);
}

/**
 * nazar_guard_take:
 * @register_path: a register that SQLite has open and has read from
 *
 * Returns: (transfer full): what keeps other programs from taking the register
 *   for one that is not open here
 */
NazarGuard *
nazar_guard_take (const char *register_path)
{
  g_autofree char *shm = g_strconcat (register_path, "-shm", NULL);
  NazarGuard *self = g_new0 (NazarGuard, 1);

  self->database = hold (register_path, SHARED_FIRST, SHARED_SIZE);
  self->shm = hold (shm, SHM_DEAD_MANS_SWITCH, 1);
  return self;
}

/**
 * nazar_guard_lift:
 * @self: a guard
 *
 * Lets go, so that SQLite can tidy up as the last one to close. The descriptors
 * stay open: closing them would drop SQLite's locks.
 */
void
nazar_guard_lift (NazarGuard *self)
{
  let_go (self->database);
  let_go (self->shm);
}

/**
 * nazar_guard_free:
 * @self: (transfer full): a guard, after SQLite has closed the register
 */
void
nazar_guard_free (NazarGuard *self)
{
  if (self->database >= 0)
    close (self->database);
  if (self->shm >= 0)
    close (self->shm);
  g_free (self);
}
