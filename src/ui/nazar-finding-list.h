/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-card-list.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_FINDING_LIST (nazar_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarFindingList, nazar_finding_list, NAZAR, FINDING_LIST, NazarCardList)

NazarRecord *nazar_finding_list_new_record (void);

G_END_DECLS
