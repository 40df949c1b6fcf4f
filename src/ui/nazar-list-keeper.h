/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-list-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_LIST_KEEPER (nazar_list_keeper_get_type ())
G_DECLARE_FINAL_TYPE (NazarListKeeper, nazar_list_keeper, NAZAR, LIST_KEEPER, GObject)

NazarListKeeper *nazar_list_keeper_new            (GtkColumnView   *view,
                                                   NazarListModel  *list);
GArray          *nazar_list_keeper_get_selected   (NazarListKeeper *self);
void             nazar_list_keeper_new_query      (NazarListKeeper *self);
void             nazar_list_keeper_select         (NazarListKeeper *self,
                                                   guint            position);
void             nazar_list_keeper_focus          (NazarListKeeper *self,
                                                   guint            position);
void             nazar_list_keeper_unselect       (NazarListKeeper *self);
void             nazar_list_keeper_select_all     (NazarListKeeper *self);
GtkWidget       *nazar_list_keeper_get_rows       (NazarListKeeper *self);

G_END_DECLS
