/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles of sections, which may go on over several lines. */
#pragma once

#include "nazar-report-outline.h"

G_BEGIN_DECLS

char *nazar_report_title_trim      (const char         *text,
                                    gsize               length);
char *nazar_report_title_read      (NazarReportOutline *outline,
                                    guint               i,
                                    gsize               from,
                                    guint              *after);
char *nazar_report_title_read_next (NazarReportOutline *outline,
                                    guint               i,
                                    guint              *after);

G_END_DECLS
