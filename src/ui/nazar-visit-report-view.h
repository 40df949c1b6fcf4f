/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_VISIT_REPORT_VIEW (nazar_visit_report_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitReportView, nazar_visit_report_view, NAZAR, VISIT_REPORT_VIEW, GtkBox)

GtkWidget *nazar_visit_report_view_new (NazarLive   *live,
                                        NazarRecord *visit);

G_END_DECLS
