/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs that lead to a list: “The following recommendations enjoy the support of …:” */
#pragma once

#include "nazar-report-outline.h"

G_BEGIN_DECLS

guint    nazar_report_lead_begin      (NazarReportOutline *outline,
                                       guint               i);
gboolean nazar_report_lead_recommends (NazarReportOutline *outline,
                                       guint               begin,
                                       guint               end);
guint    nazar_report_lead_end        (NazarReportOutline *outline,
                                       guint               i,
                                       guint               value);

G_END_DECLS
