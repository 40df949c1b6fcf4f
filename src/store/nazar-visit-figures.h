/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-checklist.h"
#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarVisitFigures:
 * @interviews: talks with people held there
 * @talks: all talks, those with staff and others, too
 * @findings: findings
 * @obstructions: findings that are kept as obstruction
 * @recommendations: recommendations made at the visit
 * @files: files that belong to the visit itself
 *
 * What belongs to a visit, in numbers.
 */
typedef struct
{
  gint64 interviews;
  gint64 talks;
  gint64 findings;
  gint64 obstructions;
  gint64 recommendations;
  gint64 files;
} NazarVisitFigures;

gboolean   nazar_visit_read_figures       (NazarConnection    *connection,
                                           const char         *visit,
                                           NazarVisitFigures  *figures,
                                           GError            **error);
char      *nazar_visit_find_obstruction   (NazarConnection    *connection,
                                           const char         *visit,
                                           GError            **error);
GPtrArray *nazar_visit_propose_checklists (NazarConnection    *connection,
                                           GError            **error);

G_END_DECLS
