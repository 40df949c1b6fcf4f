/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-doc.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/* A report out of the register for one audience: its document, what was left out of it
 * and why, and where words of personal fields stood in other text. */

/**
 * NazarReportOptions:
 * @language: one of the five ids, whatever the program's language is
 * @audience: for whom
 * @recipient: (nullable): the authority that gets it; %NULL for the one that runs the place
 * @keep_words: leave words of personal fields where other texts have them
 */
typedef struct
{
  const char *language;
  NazarAudience audience;
  const char *recipient;
  gboolean keep_words;
} NazarReportOptions;

/**
 * NazarReportFind:
 * @where: the field or record whose text it is
 * @origin: whose words stand there
 * @excerpt: the words around them; for the screen of the person who makes the report
 */
typedef struct
{
  char *where;
  char *origin;
  char *excerpt;
} NazarReportFind;

typedef struct _NazarReport NazarReport;

void          nazar_report_free          (NazarReport               *self);
NazarDoc     *nazar_report_get_doc       (NazarReport               *self);
GPtrArray    *nazar_report_get_omissions (NazarReport               *self);
GPtrArray    *nazar_report_get_finds     (NazarReport               *self);

NazarReport  *nazar_visit_report_new     (NazarConnection           *connection,
                                          const char                *visit,
                                          const NazarReportOptions  *options,
                                          GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarReport, nazar_report_free)

G_END_DECLS
