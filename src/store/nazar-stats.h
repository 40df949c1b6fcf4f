/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * NazarStatsTrack:
 * @by_status: how many have each status, in the order of #nazar_vocabulary_status
 * @unassessed: how many have no assessment on the track
 *
 * Where recommendations stand on one track. The numbers of a track sum up to all
 * recommendations; no two statuses are ever counted as one.
 */
typedef struct
{
  gint64 *by_status;
  gint64 unassessed;
} NazarStatsTrack;

/**
 * NazarStatsFigures:
 * @total: all recommendations
 * @state: by what the State says
 * @independent: by what independent monitors find
 * @differ: how many the State claims more for than monitors find
 */
typedef struct
{
  gint64 total;
  NazarStatsTrack state;
  NazarStatsTrack independent;
  gint64 differ;
} NazarStatsFigures;

/**
 * NazarStatsSource:
 * @id: (nullable): the source; %NULL for recommendations without one
 * @title: (nullable): the line by which people know it
 * @figures: of the recommendations that stand in it
 */
typedef struct
{
  char *id;
  char *title;
  NazarStatsFigures figures;
} NazarStatsSource;

/**
 * NazarStats:
 * @recommendations: figures of all recommendations
 * @sources: (element-type NazarStatsSource): the same for each source that has any,
 *   by title; those without a source last
 */
typedef struct
{
  NazarStatsFigures recommendations;
  GPtrArray *sources;
} NazarStats;

NazarStats *nazar_stats_read        (NazarConnection        *connection,
                                     GError                **error);
void        nazar_stats_read_async  (NazarStore             *store,
                                     GCancellable           *cancellable,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data);
NazarStats *nazar_stats_read_finish (NazarStore             *store,
                                     GAsyncResult           *result,
                                     GError                **error);
void        nazar_stats_free        (NazarStats             *self);
gint64      nazar_stats_count       (const NazarStatsTrack  *track,
                                     const char             *status);
JsonNode   *nazar_stats_to_json     (NazarStats             *self);
char       *nazar_stats_to_text     (NazarStats             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarStats, nazar_stats_free)

G_END_DECLS
