/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FILES_VIEW (nazar_files_view_get_type ())
G_DECLARE_FINAL_TYPE (NazarFilesView, nazar_files_view, NAZAR, FILES_VIEW, GtkBox)

GtkWidget *nazar_files_view_new        (NazarLive      *live);
void       nazar_files_view_set_record (NazarFilesView *self,
                                        NazarRecord    *record);
void       nazar_files_view_set_locked (NazarFilesView *self,
                                        gboolean        locked);
void       nazar_files_view_set_photographs (NazarFilesView *self,
                                             gboolean        photographs);
void       nazar_files_view_flush      (NazarFilesView *self);
void       nazar_files_view_forget     (NazarFilesView *self);

G_END_DECLS
