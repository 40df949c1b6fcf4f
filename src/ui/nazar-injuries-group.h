/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_INJURIES_GROUP (nazar_injuries_group_get_type ())
G_DECLARE_FINAL_TYPE (NazarInjuriesGroup, nazar_injuries_group, NAZAR, INJURIES_GROUP, AdwBin)

GtkWidget *nazar_injuries_group_new    (NazarLive          *live,
                                        NazarRecord        *interview,
                                        gboolean            locked);
void       nazar_injuries_group_forget (NazarInjuriesGroup *self);

G_END_DECLS
