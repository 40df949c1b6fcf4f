/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_VISIT_RECOMMENDATIONS_VIEW (nazar_visit_recommendations_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitRecommendationsView, nazar_visit_recommendations_view, NAZAR, VISIT_RECOMMENDATIONS_VIEW, GtkBox)

GtkWidget *nazar_visit_recommendations_view_new       (NazarLive                     *live);
void       nazar_visit_recommendations_view_set_visit (NazarVisitRecommendationsView *self,
                                                       NazarRecord                   *visit);
void       nazar_visit_recommendations_view_add       (NazarVisitRecommendationsView *self,
                                                       const char                    *finding);
void       nazar_visit_recommendations_view_show      (NazarVisitRecommendationsView *self,
                                                       const char                    *recommendation);
void       nazar_visit_recommendations_view_flush     (NazarVisitRecommendationsView *self);

G_END_DECLS
