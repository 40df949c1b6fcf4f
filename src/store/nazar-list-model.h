/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"
#include "nazar-query.h"
#include "nazar-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_LIST_MODEL (nazar_list_model_get_type ())
G_DECLARE_FINAL_TYPE (NazarListModel, nazar_list_model, NAZAR, LIST_MODEL, GObject)

NazarListModel *nazar_list_model_new       (NazarLive      *live,
                                            GType           type);
void            nazar_list_model_set_query (NazarListModel *self,
                                            NazarQuery     *query);
gint64          nazar_list_model_get_n     (NazarListModel *self,
                                            guint           position);
guint           nazar_list_model_find      (NazarListModel *self,
                                            gint64          n);
gboolean        nazar_list_model_is_loading (NazarListModel *self);

G_END_DECLS
