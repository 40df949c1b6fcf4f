/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-part-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_PART_GROUP (nazar_part_group_get_type ())
G_DECLARE_FINAL_TYPE (NazarPartGroup, nazar_part_group, NAZAR, PART_GROUP, GtkBox)

GtkWidget     *nazar_part_group_new        (NazarLive      *live,
                                            NazarRecord    *record,
                                            const char     *field,
                                            GType           card_type,
                                            gboolean        locked);
void           nazar_part_group_set_words  (NazarPartGroup *self,
                                            const char     *title,
                                            const char     *empty,
                                            const char     *add);
void           nazar_part_group_set_button (NazarPartGroup *self,
                                            GtkWidget      *button);
void           nazar_part_group_set_top    (NazarPartGroup *self,
                                            GtkWidget      *top);
NazarPartList *nazar_part_group_get_list   (NazarPartGroup *self);
NazarPartCard *nazar_part_group_get_card   (NazarPartGroup *self,
                                            NazarPart      *part);
void           nazar_part_group_update     (NazarPartGroup *self);
void           nazar_part_group_forget     (NazarPartGroup *self);

G_END_DECLS
