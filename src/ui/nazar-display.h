/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

G_BEGIN_DECLS

/* Values as people read them, where nazar_field_display() cannot know enough. */

char *nazar_display_value (NazarLive        *live,
                           const NazarField *field,
                           const char       *value);
char *nazar_display_title (NazarLive        *live,
                           GType             type,
                           const char       *id);
char *nazar_display_place (NazarRecord      *recommendation);

G_END_DECLS
