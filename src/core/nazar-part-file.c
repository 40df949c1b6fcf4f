/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-part-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (nazar-part-file-error-quark, nazar_part_file_error)

static gboolean
close_or_discard (GOutputStream *stream,
                  gboolean       ok,
                  const char    *part,
                  const char    *path,
                  GError       **error)
{
  ok = g_output_stream_close (stream, NULL, ok ? error : NULL) && ok;
  if (ok && g_rename (part, path) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      ok = FALSE;
    }
  if (!ok)
    g_unlink (part);
  return ok;
}

/**
 * nazar_part_file_write:
 * @path: the file to write; what stands there is replaced
 * @func: writes its content
 * @data: for @func
 * @cancellable: (nullable): to end it
 * @error: return location for %NAZAR_PART_FILE_ERROR_WRITE, or the error of @func
 *
 * Writes a file that only its owner can read. It appears under its name when it is
 * whole, or not at all.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_part_file_write (const char   *path,
                       NazarPartFunc func,
                       gpointer      data,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (part);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, &local_error);
  if (stream != NULL)
    {
      gboolean ok = func (G_OUTPUT_STREAM (stream), data, cancellable, &local_error);

      if (close_or_discard (G_OUTPUT_STREAM (stream), ok, part, path, &local_error))
        return TRUE;
    }

  if (local_error->domain == G_IO_ERROR && local_error->code != G_IO_ERROR_CANCELLED)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, NAZAR_PART_FILE_ERROR, NAZAR_PART_FILE_ERROR_WRITE,
                   /* Translators: a file name and a description from the system. */
                   _("“%s” could not be written (%s)."), name, local_error->message);
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return FALSE;
}
