/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The migrations in their order; the place of each, from 1, is the schema's
 * version after it (PRAGMA user_version). */
static const char *const migrations[] = {
  "schema/001-recommendations.sql",
  "schema/002-visits.sql",
};

/**
 * nazar_schema_version:
 *
 * Returns: the version of the schema that this program writes
 */
int
nazar_schema_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/**
 * nazar_schema_check:
 * @connection: a connection to any file
 * @version: (out): the version of the register's schema
 * @error: return location for a #NazarStoreError
 *
 * Looks whether the file is a register that this program can read.
 *
 * Returns: %FALSE where it is not, with a sentence that says why
 */
gboolean
nazar_schema_check (NazarConnection  *connection,
                    int              *version,
                    GError          **error)
{
  gint64 application, user_version;

  if (!nazar_connection_get_int (connection, &application, error, "PRAGMA application_id", NULL) ||
      !nazar_connection_get_int (connection, &user_version, error, "PRAGMA user_version", NULL))
    return FALSE;

  if (application != NAZAR_FILE_ID || user_version < 1)
    {
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_A_REGISTER,
                           _("This file belongs to another program. It is not a Nazar register."));
      return FALSE;
    }

  if (user_version > nazar_schema_version ())
    {
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NEWER,
                           _("This register was written by a newer Nazar. Update the program to open it. Nothing was changed."));
      return FALSE;
    }

  *version = user_version;
  return TRUE;
}

/* Beside the register, so that who finds one finds the other. */
static gboolean
back_up (NazarConnection  *connection,
         const char       *path,
         int               version,
         GError          **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%d", path, version + 1);

  g_unlink (copy);
  return nazar_connection_exec (connection, error, "VACUUM INTO ?", "s", copy);
}

static gboolean
apply (NazarConnection  *connection,
       int               version,
       GError          **error)
{
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                              NAZAR_FILE_ID, version + 1);
  sqlite3 *db = nazar_connection_get_db (connection);
  int code;

  if (!nazar_connection_run_script (connection, migrations[version], error))
    return FALSE;

  code = sqlite3_exec (db, pragmas, NULL, NULL, NULL);
  return code == SQLITE_OK || nazar_store_error_set (error, db, code);
}

/**
 * nazar_schema_migrate:
 * @connection: a connection that writes, outside a transaction
 * @path: the register's path
 * @version: the version that it has; 0 for an empty file
 * @error: return location for a #NazarStoreError
 *
 * Brings the register to this program's schema in one transaction. A register
 * that has one already is first backed up beside itself.
 *
 * Returns: %FALSE on error; then nothing was changed
 */
gboolean
nazar_schema_migrate (NazarConnection  *connection,
                      const char       *path,
                      int               version,
                      GError          **error)
{
  if (version >= nazar_schema_version ())
    return TRUE;
  if (version > 0 && !back_up (connection, path, version, error))
    return FALSE;
  if (!nazar_connection_exec (connection, error, "BEGIN IMMEDIATE", NULL))
    return FALSE;

  for (int i = version; i < nazar_schema_version (); i++)
    if (!apply (connection, i, error))
      {
        nazar_connection_exec (connection, NULL, "ROLLBACK", NULL);
        return FALSE;
      }

  return nazar_connection_exec (connection, error, "COMMIT", NULL);
}
