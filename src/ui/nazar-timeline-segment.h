/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_TIMELINE_SEGMENT (nazar_timeline_segment_get_type ())
G_DECLARE_FINAL_TYPE (NazarTimelineSegment, nazar_timeline_segment, NAZAR, TIMELINE_SEGMENT, GtkWidget)

GtkWidget   *nazar_timeline_segment_new        (NazarRecord          *assessment,
                                                guint32               end);
NazarRecord *nazar_timeline_segment_get_record (NazarTimelineSegment *self);
guint32      nazar_timeline_segment_get_start  (NazarTimelineSegment *self);
guint32      nazar_timeline_segment_get_end    (NazarTimelineSegment *self);

G_END_DECLS
