/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-checklist.h"
#include "nazar-live.h"
#include "nazar-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Writing PDFs from the window, without holding it up. */

AdwComboRow *nazar_paper_language_row_new    (void);
const char  *nazar_paper_get_language        (AdwComboRow              *row);

void         nazar_paper_write_questionnaire (GtkWidget                *owner,
                                              NazarLive                *live,
                                              NazarRecord              *visit,
                                              NazarChecklist           *checklist,
                                              const char               *language,
                                              GFile                    *file);
void         nazar_paper_make_report         (GtkWidget                *owner,
                                              NazarLive                *live,
                                              NazarRecord              *visit,
                                              const NazarReportOptions *options,
                                              GCancellable             *cancellable,
                                              GAsyncReadyCallback       callback);
NazarReport *nazar_paper_make_report_finish  (GAsyncResult             *result,
                                              GError                  **error);
void         nazar_paper_write_report        (GtkWidget                *owner,
                                              NazarLive                *live,
                                              NazarRecord              *visit,
                                              const NazarReportOptions *options,
                                              GFile                    *file);

G_END_DECLS
