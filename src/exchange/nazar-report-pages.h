/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages add to a text: headers, footers, page numbers, tables of contents. */
#pragma once

#include "nazar-report-lines.h"

G_BEGIN_DECLS

void nazar_report_pages_find          (NazarReportLines *lines);
void nazar_report_pages_find_contents (NazarReportLines *lines);

G_END_DECLS
