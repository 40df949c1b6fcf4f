/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-doc.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NAZAR_DOC_ERROR (nazar_doc_error_quark ())
GQuark nazar_doc_error_quark (void);

/**
 * NazarDocError:
 * @NAZAR_DOC_ERROR_WRITE: it could not be drawn; nothing of it is left
 */
typedef enum
{
  NAZAR_DOC_ERROR_WRITE,
} NazarDocError;

gboolean nazar_doc_write_pdf (NazarDoc      *doc,
                              const char    *path,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
