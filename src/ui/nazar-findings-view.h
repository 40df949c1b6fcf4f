/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answers.h"
#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FINDINGS_VIEW (nazar_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarFindingsView, nazar_findings_view, NAZAR, FINDINGS_VIEW, GtkBox)

GtkWidget *nazar_findings_view_new             (NazarLive           *live);
void       nazar_findings_view_set_visit       (NazarFindingsView   *self,
                                                NazarRecord         *visit);
void       nazar_findings_view_show            (NazarFindingsView   *self,
                                                const char          *finding);
void       nazar_findings_view_add             (NazarFindingsView   *self,
                                                const NazarQuestion *question,
                                                const char          *answer);
void       nazar_findings_view_add_obstruction (NazarFindingsView   *self,
                                                const char          *text);
void       nazar_findings_view_flush           (NazarFindingsView   *self);

G_END_DECLS
