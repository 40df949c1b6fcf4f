/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ASSESSMENT_CARD (nazar_assessment_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarAssessmentCard, nazar_assessment_card, NAZAR, ASSESSMENT_CARD, NazarRecordCard)

G_END_DECLS
