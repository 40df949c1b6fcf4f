/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_STATUS_BADGE (nazar_status_badge_get_type ())
G_DECLARE_FINAL_TYPE (NazarStatusBadge, nazar_status_badge, NAZAR, STATUS_BADGE, GtkWidget)

GtkWidget  *nazar_status_badge_new         (void);
GtkWidget  *nazar_status_badge_new_for     (const NazarVocabulary *vocabulary);
void        nazar_status_badge_set_status  (NazarStatusBadge *self,
                                            const char       *status);
void        nazar_status_badge_set_compact (NazarStatusBadge *self,
                                            gboolean          compact);
void        nazar_status_badge_set_differs (NazarStatusBadge *self,
                                            gboolean          differs);
const char *nazar_status_word              (const char       *status);
const char *nazar_status_icon              (const char       *status);

G_END_DECLS
