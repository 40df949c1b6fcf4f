/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_REPLY_CARD (nazar_reply_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarReplyCard, nazar_reply_card, NAZAR, REPLY_CARD, NazarRecordCard)

G_END_DECLS
