/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_USES_GROUP (nazar_uses_group_get_type ())
G_DECLARE_FINAL_TYPE (NazarUsesGroup, nazar_uses_group, NAZAR, USES_GROUP, AdwPreferencesGroup)

void nazar_uses_group_set_record (NazarUsesGroup *self,
                                  NazarLive      *live,
                                  NazarRecord    *record);

G_END_DECLS
