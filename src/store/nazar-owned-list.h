/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_OWNED_LIST (nazar_owned_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarOwnedList, nazar_owned_list, NAZAR, OWNED_LIST, GObject)

NazarOwnedList *nazar_owned_list_new         (NazarLive      *live,
                                              GType           type);
NazarLive      *nazar_owned_list_get_live    (NazarOwnedList *self);
void            nazar_owned_list_set_field   (NazarOwnedList *self,
                                              const char     *field);
void            nazar_owned_list_set_owner   (NazarOwnedList *self,
                                              const char     *owner);
const char     *nazar_owned_list_get_owner   (NazarOwnedList *self);
NazarRecord    *nazar_owned_list_add         (NazarOwnedList *self,
                                              NazarRecord    *record);
GPtrArray      *nazar_owned_list_get_records (NazarOwnedList *self);

G_END_DECLS
