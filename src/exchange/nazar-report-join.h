/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the pieces of lines that make a text together again: words that a line's end divided are
 * joined, a hyphen of their own stays. */
#pragma once

#include "nazar-report-lines.h"

G_BEGIN_DECLS

/* A part of a line, in bytes of its cleaned text. */
typedef struct
{
  guint32 line;
  guint32 from;
  guint32 to;
  guint32 paragraph; /* whether a new paragraph begins with it */
} NazarReportPiece;

typedef struct _NazarReportJoin NazarReportJoin;

NazarReportJoin *nazar_report_join_new  (NazarReportLines       *lines);
void             nazar_report_join_free (NazarReportJoin        *self);
char            *nazar_report_join_text (NazarReportJoin        *self,
                                         const NazarReportPiece *pieces,
                                         guint                   n_pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarReportJoin, nazar_report_join_free)

G_END_DECLS
