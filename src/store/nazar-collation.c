/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-collation.h"

#include "nazar-language.h"
#include "nazar-store-error.h"

static int
on_compare_cb (void       *data,
               int         a_length,
               const void *a,
               int         b_length,
               const void *b)
{
  return nazar_collator_compare_bytes (data, a, a_length, b, b_length);
}

static void
on_destroy_cb (void *data)
{
  nazar_collator_unref (data);
}

/**
 * nazar_collation_register:
 * @db: a connection
 * @language: one of the five ids
 * @error: return location for a #NazarStoreError
 *
 * Makes the collation NAZAR known to @db: the order of @language, with numbers in
 * their natural order. Called again it changes the language, while no statement
 * of @db runs. No index may be made with it: its order is another in another
 * language, and with another version of ICU.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_collation_register (sqlite3     *db,
                          const char  *language,
                          GError     **error)
{
  NazarCollator *collator;
  int code;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (nazar_language_find (language) != NULL, FALSE);

  collator = nazar_collator_new (language);
  code = sqlite3_create_collation_v2 (db, "NAZAR", SQLITE_UTF8, collator, on_compare_cb,
                                      on_destroy_cb);
  if (code == SQLITE_OK)
    return TRUE;

  /* Unlike its siblings this function does not call the destructor when it fails. */
  nazar_collator_unref (collator);
  return nazar_store_error_set (error, db, code);
}
