/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_INTERVIEWS_VIEW (nazar_interviews_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarInterviewsView, nazar_interviews_view, NAZAR, INTERVIEWS_VIEW, AdwBin)

GtkWidget *nazar_interviews_view_new       (NazarLive           *live);
void       nazar_interviews_view_set_visit (NazarInterviewsView *self,
                                            NazarRecord         *visit);
void       nazar_interviews_view_show      (NazarInterviewsView *self,
                                            const char          *interview);
gboolean   nazar_interviews_view_back      (NazarInterviewsView *self);

G_END_DECLS
