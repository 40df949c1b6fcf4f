/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-card-list.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_REPLY_LIST (nazar_reply_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarReplyList, nazar_reply_list, NAZAR, REPLY_LIST, NazarCardList)

NazarRecord *nazar_reply_make_assessment (NazarRecord *reply);

G_END_DECLS
