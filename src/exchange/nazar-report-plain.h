/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recommendations of reports that have no heading for them: plain lists, and the numbered
 * paragraphs of a committee's concluding observations. */
#pragma once

#include "nazar-report-list.h"
#include "nazar-report-outline.h"

G_BEGIN_DECLS

NazarReportList *nazar_report_plain_new          (NazarReportOutline  *outline);
NazarReportList *nazar_report_observations_new   (NazarReportOutline  *outline);

G_END_DECLS
