/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"
#include "nazar-undo.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_LIVE (nazar_live_get_type ())
G_DECLARE_FINAL_TYPE (NazarLive, nazar_live, NAZAR, LIVE, GObject)

NazarLive   *nazar_live_new          (NazarStore           *store);
NazarStore  *nazar_live_get_store    (NazarLive            *self);
NazarRecord *nazar_live_get          (NazarLive            *self,
                                      GType                 type,
                                      const char           *id);
NazarRecord *nazar_live_get_n        (NazarLive            *self,
                                      GType                 type,
                                      gint64                n);
void         nazar_live_store        (NazarLive            *self,
                                      NazarRecord          *record);
void         nazar_live_store_all    (NazarLive            *self,
                                      GPtrArray            *records);
void         nazar_live_delete       (NazarLive            *self,
                                      GType                 type,
                                      const char *const    *ids);
void         nazar_live_undo         (NazarLive            *self,
                                      NazarUndoPolicy       policy);
void         nazar_live_redo         (NazarLive            *self,
                                      NazarUndoPolicy       policy);
gboolean     nazar_live_is_busy      (NazarLive            *self);

G_END_DECLS
