/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarEarlierAnswer:
 * @visit: id of the visit
 * @date: (nullable): when the visit began
 * @series: (nullable): the questionnaire, in whichever version
 * @question: id of the question
 * @value: (nullable): its canonical text
 * @note: (nullable): what was noted beside it
 *
 * What another visit answered.
 */
typedef struct
{
  char *visit;
  char *date;
  char *series;
  char *question;
  char *value;
  char *note;
} NazarEarlierAnswer;

typedef struct _NazarLastVisit NazarLastVisit;

GPtrArray                *nazar_earlier_answers_load (NazarConnection  *connection,
                                                      NazarRecord      *visit,
                                                      const char       *series,
                                                      const char       *question,
                                                      GError          **error);

NazarLastVisit           *nazar_last_visit_load      (NazarConnection  *connection,
                                                      NazarRecord      *visit,
                                                      GError          **error);
void                      nazar_last_visit_free      (NazarLastVisit   *self);
NazarRecord              *nazar_last_visit_get_visit (NazarLastVisit   *self);
const NazarEarlierAnswer *nazar_last_visit_find      (NazarLastVisit   *self,
                                                      const char       *series,
                                                      const char       *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarLastVisit, nazar_last_visit_free)

G_END_DECLS
