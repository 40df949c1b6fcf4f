/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_FINDING_CARD (nazar_finding_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarFindingCard, nazar_finding_card, NAZAR, FINDING_CARD, NazarRecordCard)

G_END_DECLS
