/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_CONSENT_CARD (nazar_consent_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarConsentCard, nazar_consent_card, NAZAR, CONSENT_CARD, NazarPartCard)

extern const NazarField nazar_consent_recipient;

GPtrArray *nazar_consent_team (NazarRecord *visit);

G_END_DECLS
