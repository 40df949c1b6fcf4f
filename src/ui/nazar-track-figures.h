/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-stats.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_TRACK_FIGURES (nazar_track_figures_get_type ())
G_DECLARE_FINAL_TYPE (NazarTrackFigures, nazar_track_figures, NAZAR, TRACK_FIGURES, AdwBin)

void nazar_track_figures_set_figures (NazarTrackFigures       *self,
                                      const NazarStatsTrack   *track,
                                      gint64                   total);

G_END_DECLS
