/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnotes: their marks inside sentences and their texts at the ends of pages. */
#pragma once

#include "nazar-report-lines.h"

G_BEGIN_DECLS

void nazar_report_notes_remove (NazarReportLines *lines);

G_END_DECLS
