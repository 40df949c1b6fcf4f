/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"
#include "nazar-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FILTER_BAR (nazar_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (NazarFilterBar, nazar_filter_bar, NAZAR, FILTER_BAR, GtkWidget)

void        nazar_filter_bar_set_live  (NazarFilterBar *self,
                                        NazarLive      *live,
                                        GType           type);
void        nazar_filter_bar_add       (NazarFilterBar *self,
                                        const char     *field,
                                        const char     *value);
void        nazar_filter_bar_set_only  (NazarFilterBar *self,
                                        const char     *field,
                                        const char     *value);
void        nazar_filter_bar_clear     (NazarFilterBar *self);
gboolean    nazar_filter_bar_is_empty  (NazarFilterBar *self);
gboolean    nazar_filter_bar_has_field (NazarFilterBar *self,
                                        const char     *field);
const char *nazar_filter_bar_get_value (NazarFilterBar *self,
                                        const char     *field);
void        nazar_filter_bar_apply     (NazarFilterBar *self,
                                        NazarQuery     *query);

G_END_DECLS
