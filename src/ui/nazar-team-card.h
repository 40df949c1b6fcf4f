/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_TEAM_CARD (nazar_team_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarTeamCard, nazar_team_card, NAZAR, TEAM_CARD, NazarPartCard)

G_END_DECLS
