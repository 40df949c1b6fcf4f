/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_CONSENTS_GROUP (nazar_consents_group_get_type ())
G_DECLARE_FINAL_TYPE (NazarConsentsGroup, nazar_consents_group, NAZAR, CONSENTS_GROUP, AdwBin)

GtkWidget *nazar_consents_group_new    (NazarLive          *live,
                                        NazarRecord        *visit,
                                        NazarRecord        *interview,
                                        gboolean            locked);
void       nazar_consents_group_forget (NazarConsentsGroup *self);

G_END_DECLS
