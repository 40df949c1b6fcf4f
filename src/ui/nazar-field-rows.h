/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

GtkWidget *nazar_field_row_new (NazarLive        *live,
                                const NazarField *field);
GtkWidget *nazar_field_row_new_locked (NazarLive        *live,
                                       const NazarField *field,
                                       gboolean          locked);

G_END_DECLS
