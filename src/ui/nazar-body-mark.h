/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_BODY_MARK (nazar_body_mark_get_type ())
G_DECLARE_FINAL_TYPE (NazarBodyMark, nazar_body_mark, NAZAR, BODY_MARK, GtkWidget)

GtkWidget *nazar_body_mark_new          (NazarPart     *injury);
NazarPart *nazar_body_mark_get_injury   (NazarBodyMark *self);
void       nazar_body_mark_set_number   (NazarBodyMark *self,
                                         guint          number);
void       nazar_body_mark_set_selected (NazarBodyMark *self,
                                         gboolean       selected);
char      *nazar_injury_dup_words       (NazarRecord   *injury);

G_END_DECLS
