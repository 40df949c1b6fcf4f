/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report's text as clean lines. What is not the report's text gets its own kind, until the
 * lines are compacted. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NAZAR_REPORT_LINE_TEXT,
  NAZAR_REPORT_LINE_NUMBER,   /* a number alone: a page's or an item's */
  NAZAR_REPORT_LINE_BLANK,
  NAZAR_REPORT_LINE_FURNITURE,
  NAZAR_REPORT_LINE_CONTENTS,
  NAZAR_REPORT_LINE_NOTE,     /* of a footnote */
} NazarReportLineKind;

typedef struct
{
  guint32 start;  /* the line's bytes in the input */
  guint32 end;
  guint32 text;   /* the cleaned line in the buffer, ended by a NUL */
  guint32 length;
  guint32 number; /* from 1 */
  guint32 page;   /* from 1 */
  guint8 kind;
  guint8 blank_before; /* an empty line stands before it */
  guint8 page_before;  /* a page ended before it */
} NazarReportLine;

typedef struct
{
  char *buffer;
  GArray *lines; /* of NazarReportLine */
  guint pages;
  guint width;   /* of a full line, in characters */
} NazarReportLines;

#define nazar_report_lines_at(self, i) (&g_array_index ((self)->lines, NazarReportLine, (i)))

NazarReportLines *nazar_report_lines_new          (const char        *text,
                                                   gsize              length,
                                                   GCancellable      *cancellable,
                                                   GError           **error);
void              nazar_report_lines_free         (NazarReportLines  *self);
void              nazar_report_lines_compact      (NazarReportLines  *self);
const char       *nazar_report_lines_text         (NazarReportLines  *self,
                                                   guint              i);
gboolean          nazar_report_line_is_complete   (const char        *text,
                                                   gsize              length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarReportLines, nazar_report_lines_free)

G_END_DECLS
