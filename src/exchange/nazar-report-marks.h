/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnote marks inside sentences: which numbers are marks, and which are numbers. */
#pragma once

#include "nazar-report-lines.h"

G_BEGIN_DECLS

#define NAZAR_REPORT_MARK_MAX 999

typedef struct
{
  guint32 line;
  guint32 offset; /* of the bytes to take out, in the line's text */
  guint32 length;
  guint16 value;
  gint16 weight;
  guint8 firm;    /* by its place alone almost surely a mark */
  guint8 sure;    /* a mark whatever the row says */
  guint8 roman;
  guint8 chosen;
} NazarReportMark;

GArray *nazar_report_marks_find         (NazarReportLines *lines);
void    nazar_report_marks_cut          (NazarReportLines *lines,
                                         GArray           *marks);
int     nazar_report_marks_raised_digit (gunichar          c);

G_END_DECLS
