/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"
#include "nazar-query.h"

G_BEGIN_DECLS

/**
 * NazarExportFormat:
 * @NAZAR_EXPORT_JSON: Nazar's own JSON, which can be imported
 * @NAZAR_EXPORT_CSV: a table of one kind of record
 */
typedef enum
{
  NAZAR_EXPORT_JSON,
  NAZAR_EXPORT_CSV,
} NazarExportFormat;

#define NAZAR_EXPORT_ERROR (nazar_export_error_quark ())
GQuark nazar_export_error_quark (void);

typedef enum
{
  NAZAR_EXPORT_ERROR_FORMAT,
} NazarExportError;

gboolean nazar_export_format_from_path (const char         *path,
                                        NazarExportFormat  *format,
                                        GError            **error);
gboolean nazar_export_write_csv        (NazarConnection    *connection,
                                        NazarQuery         *query,
                                        NazarAudience       audience,
                                        GOutputStream      *stream,
                                        guint              *n_records,
                                        GCancellable       *cancellable,
                                        GError            **error);
gboolean nazar_export                  (NazarStore         *store,
                                        const char         *path,
                                        NazarExportFormat   format,
                                        GType               type,
                                        NazarAudience       audience,
                                        NazarProgressFunc   progress,
                                        gpointer            progress_data,
                                        guint              *n_records,
                                        GCancellable       *cancellable,
                                        GError            **error);

G_END_DECLS
