/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-owned-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_TRACK_TIMELINE (nazar_track_timeline_get_type ())
G_DECLARE_FINAL_TYPE (NazarTrackTimeline, nazar_track_timeline, NAZAR, TRACK_TIMELINE, GtkWidget)

GtkWidget  *nazar_track_timeline_new      (void);
void        nazar_track_timeline_set_list (NazarTrackTimeline *self,
                                           NazarOwnedList     *assessments);
const char *nazar_track_current_status    (NazarOwnedList     *assessments,
                                           const char         *track);

G_END_DECLS
