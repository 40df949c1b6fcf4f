/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_FILE_CARD (nazar_file_card_get_type ())
G_DECLARE_FINAL_TYPE (NazarFileCard, nazar_file_card, NAZAR, FILE_CARD, NazarRecordCard)

G_END_DECLS
