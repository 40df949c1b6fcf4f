/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report's text says of the report itself. */
#pragma once

#include "nazar-report-lines.h"
#include "nazar-report-text.h"

G_BEGIN_DECLS

void     nazar_report_head_read            (NazarReportHead       *head,
                                            NazarReportLines      *lines);
gboolean nazar_report_head_is_observations (const NazarReportHead *head);
void     nazar_report_head_clear           (NazarReportHead       *head);

G_END_DECLS
