/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define NAZAR_STORE_ERROR (nazar_store_error_quark ())
GQuark nazar_store_error_quark (void);

/**
 * NazarStoreError:
 *
 * What can go wrong with a register. The message is a sentence for people.
 */
typedef enum
{
  NAZAR_STORE_ERROR_FAILED,
  NAZAR_STORE_ERROR_NOT_FOUND,
  NAZAR_STORE_ERROR_EXISTS,
  NAZAR_STORE_ERROR_NOT_A_REGISTER,
  NAZAR_STORE_ERROR_NEWER,
  NAZAR_STORE_ERROR_DAMAGED,
  NAZAR_STORE_ERROR_READ_ONLY,
  NAZAR_STORE_ERROR_LOCKED,
  NAZAR_STORE_ERROR_FULL,
  NAZAR_STORE_ERROR_CANCELLED,
  NAZAR_STORE_ERROR_REFERENCE,
  NAZAR_STORE_ERROR_CONFLICT,
  NAZAR_STORE_ERROR_LOCKED_RECORD,
  NAZAR_STORE_ERROR_NOTHING,
  NAZAR_STORE_ERROR_NO_ENCRYPTION,
} NazarStoreError;

gboolean nazar_store_error_set (GError  **error,
                                sqlite3  *db,
                                int       code);

G_END_DECLS
