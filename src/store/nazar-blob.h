/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"

G_BEGIN_DECLS

/* The bytes of attachments: each content once, under its SHA-256, outside capture and
 * journal. They are never removed: the journal can bring back any attachment that was
 * deleted, and the bytes would be missing then. */

/**
 * NazarBlobFunc:
 * @piece: some of the bytes
 * @length: their number
 * @data: what the caller gave
 * @error: return location for an error
 *
 * Returns: %FALSE on error, which ends the reading
 */
typedef gboolean (*NazarBlobFunc) (const guint8  *piece,
                                   gsize          length,
                                   gpointer       data,
                                   GError       **error);

char     *nazar_blob_digest (GBytes           *bytes);
gboolean  nazar_blob_put    (NazarConnection  *connection,
                             const char       *sha256,
                             GBytes           *bytes,
                             gboolean         *stored,
                             GError          **error);
gboolean  nazar_blob_exists (NazarConnection  *connection,
                             const char       *sha256,
                             gboolean         *exists,
                             GError          **error);
gboolean  nazar_blob_size   (NazarConnection  *connection,
                             const char       *sha256,
                             gint64           *size,
                             GError          **error);
gboolean  nazar_blob_read   (NazarConnection  *connection,
                             const char       *sha256,
                             NazarBlobFunc     func,
                             gpointer          data,
                             GCancellable     *cancellable,
                             GError          **error);
GBytes   *nazar_blob_get    (NazarConnection  *connection,
                             const char       *sha256,
                             GCancellable     *cancellable,
                             GError          **error);
gboolean  nazar_blob_check  (NazarConnection  *connection,
                             GPtrArray        *problems,
                             GError          **error);

G_END_DECLS
