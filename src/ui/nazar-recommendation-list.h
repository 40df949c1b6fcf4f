/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-card-list.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_RECOMMENDATION_LIST (nazar_recommendation_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarRecommendationList, nazar_recommendation_list, NAZAR, RECOMMENDATION_LIST, NazarCardList)

void nazar_recommendation_list_set_visit (NazarRecommendationList *self,
                                          NazarLive               *live,
                                          NazarRecord             *visit);
void nazar_recommendation_list_add       (NazarRecommendationList *self,
                                          const char              *finding);

G_END_DECLS
