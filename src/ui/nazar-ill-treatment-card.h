/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ILL_TREATMENT_CARD (nazar_ill_treatment_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarIllTreatmentCard, nazar_ill_treatment_card, NAZAR, ILL_TREATMENT_CARD, NazarPartCard)

G_END_DECLS
