/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-blob.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Divisible by three, so that each piece but the last is whole in base64. */
#define PIECE (48 * 1024)

/**
 * nazar_blob_digest:
 * @bytes: the content of a file
 *
 * Returns: (transfer full): its SHA-256 in hexadecimal, by which it is found
 */
char *
nazar_blob_digest (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * nazar_blob_exists:
 * @connection: a connection
 * @sha256: (nullable): a digest
 * @exists: (out): whether there are bytes of that digest
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_blob_exists (NazarConnection *connection,
                   const char      *sha256,
                   gboolean        *exists,
                   GError         **error)
{
  gint64 count = 0;
  gboolean ok = nazar_connection_get_int (connection, &count, error, "SELECT count (*) FROM blob WHERE sha256 = ?", "s", sha256);

  *exists = count > 0;
  return ok;
}

static gboolean
set_missing (GError **error)
{
  g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
                       _("The content of this file is not in the register. Attach the file again, or restore a backup."));
  return FALSE;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED,
                       _("The content of this file is damaged. Attach the file again, or restore a backup."));
  return FALSE;
}

/**
 * nazar_blob_size:
 * @connection: a connection
 * @sha256: (nullable): a digest
 * @size: (out): the number of bytes
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error, %NAZAR_STORE_ERROR_NOT_FOUND where there are none
 */
gboolean
nazar_blob_size (NazarConnection *connection,
                 const char      *sha256,
                 gint64          *size,
                 GError         **error)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  row = nazar_connection_query (connection, error, "SELECT size FROM blob WHERE sha256 = ?", "s", sha256);
  if (row == NULL)
    return FALSE;
  if (nazar_statement_step (row, &local_error))
    {
      *size = nazar_statement_int (row, 0);
      return TRUE;
    }
  if (local_error == NULL)
    return set_missing (error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
open_blob (NazarConnection *connection,
           const char      *sha256,
           sqlite3_blob   **blob,
           GError         **error)
{
  sqlite3 *db = nazar_connection_get_db (connection);
  gint64 row = 0;
  int code;

  if (!nazar_connection_get_int (connection, &row, error, "SELECT rowid FROM blob WHERE sha256 = ?", "s", sha256))
    return FALSE;
  if (row == 0)
    return set_missing (error);

  code = sqlite3_blob_open (db, "main", "blob", "bytes", row, 0, blob);
  return code == SQLITE_OK || nazar_store_error_set (error, db, code);
}

static gboolean
read_pieces (sqlite3      *db,
             sqlite3_blob *blob,
             GChecksum    *checksum,
             NazarBlobFunc func,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  int size = sqlite3_blob_bytes (blob);

  for (int at = 0; at < size; at += PIECE)
    {
      int length = MIN (PIECE, size - at);
      int code = sqlite3_blob_read (blob, piece, length, at);

      if (code != SQLITE_OK)
        return nazar_store_error_set (error, db, code);
      g_checksum_update (checksum, piece, length);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (func != NULL && !func (piece, length, data, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * nazar_blob_read:
 * @connection: a connection
 * @sha256: (nullable): a digest
 * @func: (nullable): gets the bytes in pieces, each but the last of a length that
 *   can be divided by three
 * @data: for @func
 * @cancellable: (nullable): to end it
 * @error: return location for a #NazarStoreError
 *
 * Reads the bytes without holding them all. Whether they are what the digest says is
 * known at the end only: what @func made of them is void on error.
 *
 * Returns: %FALSE on error, %NAZAR_STORE_ERROR_NOT_FOUND where there are none and
 *   %NAZAR_STORE_ERROR_DAMAGED where they are not those of the digest
 */
gboolean
nazar_blob_read (NazarConnection *connection,
                 const char      *sha256,
                 NazarBlobFunc    func,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_blob *blob = NULL;
  gboolean ok;

  ok = open_blob (connection, sha256, &blob, error) &&
       read_pieces (nazar_connection_get_db (connection), blob, checksum, func, data, cancellable, error);
  sqlite3_blob_close (blob);

  if (ok && strcmp (g_checksum_get_string (checksum), sha256) != 0)
    return set_damaged (error);
  return ok;
}

/**
 * nazar_blob_put:
 * @connection: a connection inside a transaction
 * @sha256: the digest of @bytes
 * @bytes: the content of a file
 * @stored: (out) (optional): whether they were not there yet
 * @error: return location for a #NazarStoreError
 *
 * Stores the bytes. The same bytes are stored once, and take the place of those that
 * have been damaged since.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_blob_put (NazarConnection *connection,
                const char      *sha256,
                GBytes          *bytes,
                gboolean        *stored,
                GError         **error)
{
  gboolean exists = nazar_blob_read (connection, sha256, NULL, NULL, NULL, NULL);

  if (stored != NULL)
    *stored = !exists;
  return exists ||
         nazar_connection_exec (connection, error,
                                "INSERT INTO blob (sha256, size, bytes) VALUES (?, ?, ?)"
                                " ON CONFLICT (sha256) DO UPDATE SET size = excluded.size, bytes = excluded.bytes",
                                "sib", sha256, (gint64) g_bytes_get_size (bytes), bytes);
}

static gboolean
collect (const guint8 *piece,
         gsize         length,
         gpointer      data,
         GError      **error)
{
  g_byte_array_append (data, piece, length);
  return TRUE;
}

/**
 * nazar_blob_get:
 * @connection: a connection
 * @sha256: (nullable): a digest
 * @cancellable: (nullable): to end it
 * @error: return location for a #NazarStoreError
 *
 * May be 100 MiB: for a worker's thread.
 *
 * Returns: (transfer full) (nullable): the bytes, of which it is sure that they are
 *   those of the digest; %NULL as for nazar_blob_read()
 */
GBytes *
nazar_blob_get (NazarConnection *connection,
                const char      *sha256,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  gint64 size;

  if (!nazar_blob_size (connection, sha256, &size, error))
    return NULL;

  /* What the size says is believed of a file that nobody has tampered with. */
  bytes = g_byte_array_sized_new (CLAMP (size, 0, 1 << 27));
  if (!nazar_blob_read (connection, sha256, collect, bytes, cancellable, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
check_missing (NazarConnection *connection,
               GPtrArray       *problems,
               GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NazarStatement) row =
      nazar_connection_query (connection, error,
                              "SELECT id FROM attachment a WHERE NOT EXISTS"
                              " (SELECT 1 FROM blob b WHERE b.sha256 = a.sha256 AND b.size = a.size) ORDER BY n",
                              NULL);

  while (row != NULL && nazar_statement_step (row, &local_error))
    g_ptr_array_add (problems,
                     /* Translators: %s is the id of a record. */
                     g_strdup_printf (_("The content of the file %s is missing. Attach it again, or restore a backup."),
                                      nazar_statement_text (row, 0)));
  if (local_error != NULL)
    g_ptr_array_add (problems, g_strdup (local_error->message));
  return row != NULL;
}

/**
 * nazar_blob_check:
 * @connection: a connection
 * @problems: (element-type utf8): gets a sentence for each attachment without bytes,
 *   and for bytes that are not what they were
 * @error: return location for a #NazarStoreError
 *
 * Reads all bytes.
 *
 * Returns: %FALSE where they could not be looked at
 */
gboolean
nazar_blob_check (NazarConnection *connection,
                  GPtrArray       *problems,
                  GError         **error)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!check_missing (connection, problems, error))
    return FALSE;

  row = nazar_connection_query (connection, error,
                                "SELECT sha256, (SELECT group_concat (a.id, ', ') FROM attachment a WHERE a.sha256 = b.sha256)"
                                " FROM blob b",
                                NULL);
  while (row != NULL && nazar_statement_step (row, &local_error))
    {
      const char *sha256 = nazar_statement_text (row, 0);
      const char *ids = nazar_statement_text (row, 1);

      if (!nazar_blob_read (connection, sha256, NULL, NULL, NULL, NULL))
        g_ptr_array_add (problems,
                         /* Translators: %s is the id of a record, or several with commas between them. */
                         g_strdup_printf (_("The content of the file %s is damaged. Attach it again, or restore a backup."),
                                          ids != NULL ? ids : sha256));
    }
  if (local_error != NULL)
    g_ptr_array_add (problems, g_strdup (local_error->message));
  return row != NULL;
}
