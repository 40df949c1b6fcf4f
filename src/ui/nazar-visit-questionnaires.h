/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_VISIT_QUESTIONNAIRES (nazar_visit_questionnaires_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitQuestionnaires, nazar_visit_questionnaires, NAZAR, VISIT_QUESTIONNAIRES, GtkBox)

GtkWidget *nazar_visit_questionnaires_new (NazarNotebook *notebook);

G_END_DECLS
