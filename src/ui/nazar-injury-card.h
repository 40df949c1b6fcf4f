/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_INJURY_CARD (nazar_injury_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarInjuryCard, nazar_injury_card, NAZAR, INJURY_CARD, NazarPartCard)

G_END_DECLS
