/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (nazar-store-error-quark, nazar_store_error)

/**
 * nazar_store_error_set:
 * @error: return location for a #NazarStoreError
 * @db: (nullable): the connection on which it happened
 * @code: what SQLite returned
 *
 * Turns a failure of SQLite into a sentence for people. SQLite's own words
 * follow in brackets where they may help somebody who helps.
 *
 * Returns: always %FALSE
 */
gboolean
nazar_store_error_set (GError  **error,
                       sqlite3  *db,
                       int       code)
{
  const char *words = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);
  int why = db != NULL ? sqlite3_system_errno (db) : 0;

  /* Beside the register itself a full disk is an error like any other to SQLite. */
  if ((code & 0xFF) == SQLITE_IOERR && (why == ENOSPC || why == EDQUOT || why == EFBIG))
    code = SQLITE_FULL;

  switch (code & 0xFF)
    {
    case SQLITE_NOTADB:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_A_REGISTER,
                           _("This file is not a Nazar register."));
      break;
    case SQLITE_CORRUPT:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED,
                           _("The register is damaged. Nothing was changed. Restore a backup of it."));
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FULL,
                           _("The disk is full. Nothing was changed. Free some space and try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY,
                           _("The register cannot be written here. Nothing was changed."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED,
                           _("Another program is writing to the register. Try again in a moment."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CANCELLED, _("Cancelled."));
      break;
    case SQLITE_CANTOPEN:
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FAILED,
                           _("The register cannot be opened. Check that you may read and write in its folder."));
      break;
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        {
          g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_REFERENCE,
                               _("A record refers to another one that is not in the register. Nothing was changed."));
          break;
        }
      G_GNUC_FALLTHROUGH;
    case SQLITE_IOERR:
    default:
      g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FAILED,
                   /* Translators: %s is a technical description in English. */
                   _("The register could not be read or written (%s). Nothing was changed."), words);
      break;
    }

  return FALSE;
}
