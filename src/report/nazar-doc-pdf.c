/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-pdf.h"

#include "nazar-doc-flow.h"
#include "nazar-part-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (nazar-doc-error-quark, nazar_doc_error)

typedef struct
{
  NazarDoc *doc;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error; /* (nullable): why the stream could not be written */
} Writer;

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  Writer *writer = closure;

  if (writer->error != NULL ||
      !g_output_stream_write_all (writer->stream, data, length, NULL, writer->cancellable, writer->error == NULL ? &writer->error : NULL))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

/* No author: who wrote a report stands in it where it may be told. */
static void
set_metadata (cairo_surface_t *surface,
              NazarDoc        *doc)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, doc->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Nazar");
}

static gboolean
write_document (GOutputStream  *stream,
                gpointer        data,
                GCancellable   *cancellable,
                GError        **error)
{
  Writer *writer = data;
  g_autoptr (NazarFlow) flow = nazar_flow_new (writer->doc, cancellable, error);
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean ok;

  if (flow == NULL)
    return FALSE;

  writer->stream = stream;
  surface = cairo_pdf_surface_create_for_stream (write_bytes, writer, NAZAR_PAGE_WIDTH, NAZAR_PAGE_HEIGHT);
  set_metadata (surface, writer->doc);
  ok = nazar_painter_draw (flow, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!ok)
    return FALSE;

  if (writer->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&writer->error));
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, NAZAR_DOC_ERROR, NAZAR_DOC_ERROR_WRITE,
                   /* Translators: %s is a technical reason, in English. */
                   _("The report could not be drawn (%s)."), cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

/**
 * nazar_doc_write_pdf:
 * @doc: a document
 * @path: the file; replaced where it is there
 * @cancellable: (nullable): to end it
 * @error: return location for an error: a sentence
 *
 * Writes the document as a PDF: A4, with contents that lead to their headings, page
 * numbers, embedded fonts, and a structure in which its text is read and copied in order.
 * It is complete, or not there at all.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_doc_write_pdf (NazarDoc      *doc,
                     const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Writer writer = { doc, NULL, cancellable, NULL };
  gboolean ok;

  g_return_val_if_fail (doc != NULL && path != NULL, FALSE);

  ok = nazar_part_file_write (path, write_document, &writer, cancellable, error);
  g_clear_error (&writer.error);
  return ok;
}
