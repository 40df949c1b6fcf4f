/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where in a report: headings that open a list, sections, closing parts, and which
 * lines begin with which number. */
#pragma once

#include "nazar-report-lines.h"
#include "nazar-report-marker.h"

G_BEGIN_DECLS

typedef enum
{
  NAZAR_REPORT_OUTLINE_HEADING = 1 << 0, /* opens a list of recommendations */
  NAZAR_REPORT_OUTLINE_SECTION = 1 << 1, /* begins a section with a roman number, letter or word */
  NAZAR_REPORT_OUTLINE_CLOSING = 1 << 2, /* begins notes or annexes */
  NAZAR_REPORT_OUTLINE_CAPITAL = 1 << 3, /* the section has a capital letter, not a roman number */
} NazarReportOutlineFlags;

typedef struct
{
  NazarReportLines *lines;
  guint8 *flags;     /* NazarReportOutlineFlags of each line */
  guint32 *stops;    /* the next flagged line after each line */
  GArray *index;     /* the numbered lines, by number */
  guint n_headings;
  gboolean numbered; /* there are sections with numbers of their own */
  gboolean one_line_paragraphs;
} NazarReportOutline;

NazarReportOutline *nazar_report_outline_new         (NazarReportLines      *lines,
                                                      GCancellable          *cancellable,
                                                      GError               **error);
void                nazar_report_outline_free        (NazarReportOutline    *self);
gboolean            nazar_report_outline_parse       (NazarReportOutline    *self,
                                                      guint                  i,
                                                      NazarReportMarker     *marker);
guint               nazar_report_outline_find        (NazarReportOutline    *self,
                                                      NazarReportMarkerStyle style,
                                                      guint                  prefix,
                                                      guint                  value,
                                                      guint                  after);
guint               nazar_report_outline_next        (NazarReportOutline    *self,
                                                      guint                  i);
gboolean            nazar_report_outline_is_after_end (NazarReportOutline   *self,
                                                      guint                  i);
gboolean            nazar_report_outline_is_after_gap (NazarReportOutline   *self,
                                                      guint                  i);
gboolean            nazar_report_outline_is_title    (NazarReportOutline    *self,
                                                      guint                  i);
gboolean            nazar_report_outline_begins_upper (NazarReportOutline   *self,
                                                      guint                  i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarReportOutline, nazar_report_outline_free)

G_END_DECLS
