/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The questions of a visit, one area at a time, answered by keyboard alone.
 *
 * Signals: NazarQuestionnaireView::add-finding (gpointer question) and
 * NazarQuestionnaireView::area-shown (gpointer area), for the map beside it. */

#define NAZAR_TYPE_QUESTIONNAIRE_VIEW (nazar_questionnaire_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarQuestionnaireView, nazar_questionnaire_view, NAZAR, QUESTIONNAIRE_VIEW, GtkWidget)

GtkWidget       *nazar_questionnaire_view_new      (NazarNotebook          *notebook);
void             nazar_questionnaire_view_show     (NazarQuestionnaireView *self,
                                                    NazarChecklist         *checklist,
                                                    const NazarArea        *area,
                                                    const NazarQuestion    *question);
const NazarArea *nazar_questionnaire_view_get_area (NazarQuestionnaireView *self);
void             nazar_questionnaire_view_flush    (NazarQuestionnaireView *self);
void             nazar_questionnaire_view_forget   (NazarQuestionnaireView *self);

G_END_DECLS
