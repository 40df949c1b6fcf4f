/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_BODY_OUTLINE (nazar_body_outline_get_type ())
G_DECLARE_FINAL_TYPE (NazarBodyOutline, nazar_body_outline, NAZAR, BODY_OUTLINE, GtkWidget)

GtkWidget *nazar_body_outline_new    (NazarPartList    *injuries,
                                      gboolean          editable);
void       nazar_body_outline_select (NazarBodyOutline *self,
                                      NazarPart        *injury);

G_END_DECLS
