/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-connection.h"
#include "nazar-example.h"
#include "nazar-undo.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Commands on a register as a whole. */

NazarctlExit
nazarctl_init (const NazarctlArguments *arguments)
{
  const char *path = arguments->words[0];
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments->passphrase_file != NULL)
    {
      if (arguments->no_encryption)
        return nazarctl_fail_usage (_("--passphrase-file and --no-encryption do not go together."));
      fprintf (stderr, "nazarctl: %s\n", _("This build cannot encrypt. Nothing was created."));
      return EXIT_FAILED;
    }

  store = nazar_store_create (path, NULL, &error);
  if (store == NULL)
    return nazarctl_fail (error);

  if (arguments->example && !nazar_example_fill (store, &error))
    {
      nazar_store_close (store);
      g_unlink (path);
      return nazarctl_fail (error);
    }

  if (!arguments->no_encryption)
    fprintf (stderr, "nazarctl: %s\n", _("This build cannot encrypt: the register is a plain file."));
  return EXIT_DONE;
}

NazarctlExit
nazarctl_delete (const NazarctlArguments *arguments)
{
  NazarctlExit exit;
  g_autoptr (NazarStore) store = nazarctl_open (arguments->words[0], TRUE, &exit);
  g_autoptr (GError) error = NULL;
  GType type;

  if (store == NULL)
    return exit;

  type = nazar_store_find_type (store, arguments->words[1], &error);
  if (type == G_TYPE_INVALID || !nazar_store_delete (store, type, arguments->words[1], &error))
    return nazarctl_fail (error);
  return EXIT_DONE;
}

static NazarctlExit
take_back (const NazarctlArguments *arguments,
           gboolean (*func) (NazarStore *, NazarUndoPolicy, GError **))
{
  NazarctlExit exit;
  g_autoptr (NazarStore) store = nazarctl_open (arguments->words[0], TRUE, &exit);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return exit;
  return func (store, NAZAR_UNDO_REFUSE, &error) ? EXIT_DONE : nazarctl_fail (error);
}

NazarctlExit
nazarctl_undo (const NazarctlArguments *arguments)
{
  return take_back (arguments, nazar_undo);
}

NazarctlExit
nazarctl_redo (const NazarctlArguments *arguments)
{
  return take_back (arguments, nazar_redo);
}

/* With the right to write, where it is to be had: only then can the search index
 * be compared. */
NazarctlExit
nazarctl_check (const NazarctlArguments *arguments)
{
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  store = nazar_store_open (arguments->words[0], NAZAR_STORE_FALL_BACK, NULL, &error);
  if (store == NULL || !nazar_store_check (store, &problems, &error))
    return nazarctl_fail (error);

  for (guint i = 0; i < problems->len; i++)
    fprintf (stderr, "nazarctl: %s\n", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return EXIT_FAILED;

  if (nazar_store_is_read_only (store))
    fprintf (stderr, "nazarctl: %s\n", _("The search index was not looked at, for the register cannot be written now."));
  nazarctl_put (_("The register is in order."));
  nazarctl_put ("\n");
  return EXIT_DONE;
}

/* The new file is made first, so that only its owner can read it from the start. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);

  if (errno == EEXIST)
    g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_EXISTS,
                 /* Translators: %s is a file name. */
                 _("“%s” exists already. Choose another name."), path);
  else
    g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FAILED,
                 _("“%s” cannot be created. Check that you may write in its folder."), path);
  return FALSE;
}

static gboolean
copy_register (const char  *from,
               const char  *to,
               GError     **error)
{
  g_autoptr (NazarStore) store = nazar_store_open (from, NAZAR_STORE_READ_ONLY, NULL, error);
  gboolean ok;

  if (store == NULL || !make_file (to, error))
    return FALSE;

  ok = nazar_connection_exec (nazar_store_lock_reader (store), error, "VACUUM INTO ?", "s", to);
  nazar_store_unlock_reader (store);
  if (!ok)
    g_unlink (to);
  return ok;
}

NazarctlExit
nazarctl_backup (const NazarctlArguments *arguments)
{
  g_autoptr (GError) error = NULL;

  return copy_register (arguments->words[0], arguments->words[1], &error) ? EXIT_DONE : nazarctl_fail (error);
}

/* Nobody may be writing to what is replaced; its WAL goes into the file as it is
 * closed. What is damaged is replaced as it is. */
static gboolean
may_replace (const char  *path,
             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NazarStore) store = nazar_store_open (path, NAZAR_STORE_DEFAULT, NULL, &local_error);

  if (store != NULL || g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED) ||
      (g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_A_REGISTER) &&
       g_file_test (path, G_FILE_TEST_IS_REGULAR)))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static char *
free_name (const char *path)
{
  char *name = g_strconcat (path, ".before-restore", NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%u", path, i);
    }
  return name;
}

/* A WAL belongs to the file that it was written beside, never to another one. */
static void
move_wal (const char *path,
          const char *kept)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL), *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *kept_wal = g_strconcat (kept, "-wal", NULL);

  g_rename (wal, kept_wal);
  g_unlink (shm);
}

static gboolean
put_in_place (const char *path,
              const char *fresh,
              const char *kept,
              gboolean    replaces)
{
  if (replaces && g_rename (path, kept) != 0)
    return FALSE;

  move_wal (path, kept);
  if (g_rename (fresh, path) == 0)
    return TRUE;

  if (replaces && g_rename (kept, path) == 0)
    move_wal (kept, path);
  return FALSE;
}

/* What stood at the register's place is kept beside it. */
NazarctlExit
nazarctl_restore (const NazarctlArguments *arguments)
{
  const char *path = arguments->words[0];
  g_autofree char *fresh = g_strconcat (path, ".restoring", NULL);
  g_autofree char *kept = free_name (path);
  g_autoptr (GError) error = NULL;
  gboolean replaces = g_file_test (path, G_FILE_TEST_EXISTS);

  g_unlink (fresh);
  if ((replaces && !may_replace (path, &error)) || !copy_register (arguments->words[1], fresh, &error))
    return nazarctl_fail (error);

  if (!put_in_place (path, fresh, kept, replaces))
    {
      g_unlink (fresh);
      fprintf (stderr, "nazarctl: %s\n", _("The register’s file could not be put in its place."));
      return EXIT_FAILED;
    }
  if (replaces)
    {
      /* Translators: %s is a file name. */
      g_autofree char *sentence = g_strdup_printf (_("The earlier register is kept as “%s”."), kept);

      fprintf (stderr, "nazarctl: %s\n", sentence);
    }
  return EXIT_DONE;
}
