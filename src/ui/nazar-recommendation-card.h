/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_RECOMMENDATION_CARD (nazar_recommendation_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarRecommendationCard, nazar_recommendation_card, NAZAR, RECOMMENDATION_CARD, NazarRecordCard)

G_END_DECLS
