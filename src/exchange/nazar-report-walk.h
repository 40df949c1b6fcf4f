/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through a report, line by line, and finds its lists of recommendations. */
#pragma once

#include "nazar-report-list.h"
#include "nazar-report-outline.h"

G_BEGIN_DECLS

NazarReportList *nazar_report_walk       (NazarReportOutline *outline,
                                          GCancellable       *cancellable,
                                          GError            **error);
NazarReportList *nazar_report_walk_plain (NazarReportOutline *outline);

G_END_DECLS
