/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answers.h"
#include "nazar-checklist-cache.h"

G_BEGIN_DECLS

GPtrArray    *nazar_visit_load_checklists   (NazarConnection  *connection,
                                             NazarRecord      *visit,
                                             GError          **error);
NazarAnswers *nazar_visit_load_answers      (NazarConnection  *connection,
                                             NazarRecord      *visit,
                                             NazarChecklist   *checklist,
                                             GError          **error);
void          nazar_visit_set_figures       (NazarRecord      *visit,
                                             NazarRecord      *facility,
                                             NazarAnswers     *answers);
char         *nazar_visit_find_invalid      (NazarConnection  *connection,
                                             NazarRecord      *visit,
                                             GError          **error);
NazarRecord  *nazar_visit_find_previous     (NazarConnection  *connection,
                                             NazarRecord      *visit,
                                             GError          **error);

gboolean      nazar_answer_normalize       (NazarRecord      *answer,
                                            NazarChecklist   *checklist,
                                            GError          **error);

G_END_DECLS
