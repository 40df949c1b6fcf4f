/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-personal-words.h"
#include "nazar-report.h"

G_BEGIN_DECLS

struct _NazarReport
{
  NazarConnection *connection;
  NazarDoc *doc;
  const NazarWords *words;
  const char *language;
  NazarAudience audience;
  char *recipient; /* (nullable) */
  char *today;
  gboolean keep_words;
  NazarPersonalWords *personal;
  GPtrArray *omissions; /* of sentences, for the person who makes the report */
  GPtrArray *finds;     /* of NazarReportFind */

  NazarRecord *visit;
  NazarRecord *facility;   /* (nullable) */
  GPtrArray *interviews;   /* of NazarRecord */
  GPtrArray *findings;
  GPtrArray *recommendations;
  GPtrArray *checklists; /* of NazarChecklist */
};

NazarReport *nazar_report_new        (NazarConnection          *connection,
                                      const NazarReportOptions *options);
void         nazar_report_omit       (NazarReport              *self,
                                      const char               *format,
                                      ...) G_GNUC_PRINTF (2, 3);
char        *nazar_report_safe       (NazarReport              *self,
                                      const char               *text,
                                      const char               *where);
void         nazar_report_add_text   (NazarReport              *self,
                                      const char               *text,
                                      const char               *where);
void         nazar_report_add_fact   (NazarReport              *self,
                                      NazarRecord              *record,
                                      const char               *field);
char        *nazar_report_number     (NazarReport              *self,
                                      gint64                    number);
char        *nazar_report_people     (NazarReport              *self,
                                      gint64                    number);
char        *nazar_report_title      (NazarReport              *self,
                                      const char               *type,
                                      const char               *id);

#define WORD(self, msgid) nazar_words_get ((self)->words, msgid)

/* Parts of a visit's report. */
void         nazar_visit_report_add_figures    (NazarReport *self);
void         nazar_visit_report_add_access     (NazarReport *self);
void         nazar_visit_report_add_findings   (NazarReport *self);
void         nazar_visit_report_add_follow_up  (NazarReport *self);
void         nazar_visit_report_add_answers    (NazarReport *self);
void         nazar_visit_report_add_interviews (NazarReport *self);
void         nazar_visit_report_add_files      (NazarReport *self);

G_END_DECLS
