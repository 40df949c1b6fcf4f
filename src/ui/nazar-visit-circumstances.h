/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-owned-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_VISIT_CIRCUMSTANCES (nazar_visit_circumstances_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitCircumstances, nazar_visit_circumstances, NAZAR, VISIT_CIRCUMSTANCES, GtkBox)

GtkWidget *nazar_visit_circumstances_new   (NazarOwnedList          *findings,
                                            NazarRecord             *visit,
                                            gboolean                 locked);
void       nazar_visit_circumstances_focus (NazarVisitCircumstances *self,
                                            const char              *field);
void       nazar_visit_circumstances_flush (NazarVisitCircumstances *self);
void       nazar_visit_circumstances_forget (NazarVisitCircumstances *self);

G_END_DECLS
