/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-connection.h"
#include "nazar-example.h"
#include "nazar-undo.h"

#include <errno.h>
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

static gboolean
copy_register (const char  *from,
               const char  *to,
               GError     **error)
{
  g_autoptr (NazarStore) store = nazar_store_open (from, NAZAR_STORE_READ_ONLY, NULL, error);
  gboolean ok;

  if (store == NULL)
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_EXISTS,
                   /* Translators: %s is a file name. */
                   _("“%s” exists already. Choose another name."), to);
      return FALSE;
    }

  ok = nazar_connection_exec (nazar_store_lock_reader (store), error, "VACUUM INTO ?", "s", to);
  nazar_store_unlock_reader (store);
  if (ok)
    g_chmod (to, 0600);
  else
    g_unlink (to);
  return ok;
}

NazarctlExit
nazarctl_backup (const NazarctlArguments *arguments)
{
  g_autoptr (GError) error = NULL;

  return copy_register (arguments->words[0], arguments->words[1], &error) ? EXIT_DONE : nazarctl_fail (error);
}

/* What stood at the register's place is kept beside it. */
NazarctlExit
nazarctl_restore (const NazarctlArguments *arguments)
{
  const char *path = arguments->words[0];
  g_autofree char *fresh = g_strconcat (path, ".restoring", NULL);
  g_autofree char *kept = g_strconcat (path, ".before-restore", NULL);
  g_autoptr (GError) error = NULL;
  gboolean replaces = g_file_test (path, G_FILE_TEST_EXISTS);

  g_unlink (fresh);
  if (replaces)
    {
      /* Nobody may be writing to it; its WAL goes into the file as it is closed. */
      NazarctlExit exit;
      g_autoptr (NazarStore) store = nazarctl_open (path, TRUE, &exit);

      if (store == NULL)
        return exit;
      if (!copy_register (arguments->words[1], fresh, &error))
        return nazarctl_fail (error);
    }
  else if (!copy_register (arguments->words[1], fresh, &error))
    {
      return nazarctl_fail (error);
    }

  if ((replaces && g_rename (path, kept) != 0) || g_rename (fresh, path) != 0)
    {
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
