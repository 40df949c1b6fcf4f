/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NAZAR_PART_FILE_ERROR (nazar_part_file_error_quark ())
GQuark nazar_part_file_error_quark (void);

typedef enum
{
  NAZAR_PART_FILE_ERROR_WRITE,
} NazarPartFileError;

/**
 * NazarPartFunc:
 * @stream: where to write
 * @data: what the caller gave
 * @cancellable: (nullable): to look at in long work
 * @error: return location for an error
 *
 * Returns: %FALSE on error, and no file is left
 */
typedef gboolean (*NazarPartFunc) (GOutputStream  *stream,
                                   gpointer        data,
                                   GCancellable   *cancellable,
                                   GError        **error);

gboolean nazar_part_file_write (const char     *path,
                                NazarPartFunc   func,
                                gpointer        data,
                                GCancellable   *cancellable,
                                GError        **error);

G_END_DECLS
