/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_QUESTIONNAIRE_HEADER (nazar_questionnaire_header_get_type ())
G_DECLARE_FINAL_TYPE (NazarQuestionnaireHeader, nazar_questionnaire_header, NAZAR, QUESTIONNAIRE_HEADER, AdwBin)

GtkWidget *nazar_questionnaire_header_new          (NazarNotebook            *notebook);
void       nazar_questionnaire_header_show         (NazarQuestionnaireHeader *self,
                                                    NazarChecklist           *checklist,
                                                    const NazarArea          *area);
void       nazar_questionnaire_header_show_missing (NazarQuestionnaireHeader *self);

G_END_DECLS
