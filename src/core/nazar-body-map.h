/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-vocabulary.h"

G_BEGIN_DECLS

/* The outline of a body on which injuries are marked: one figure for every sex, front
 * and back, drawn for Nazar. Points stand in thousandths of the width and the height
 * of one side, as an injury keeps them; left and right are the person's own. Windows
 * and reports draw from the paths here. */

/** The width of one side, where its height is 1. */
#define NAZAR_BODY_MAP_WIDTH 0.5

/** The regions of both sides: "Left knee", "Back of the head". */
extern const NazarVocabulary nazar_vocabulary_body_region;

/**
 * NazarBodyPoint:
 * @x: from the left edge, as the reader sees it
 * @y: from the upper edge
 *
 * A point in thousandths.
 */
typedef struct
{
  double x;
  double y;
} NazarBodyPoint;

/**
 * NazarBodyPath:
 * @points: its points, to be joined by straight lines: they stand close enough
 * @n_points: their number
 */
typedef struct
{
  const NazarBodyPoint *points;
  guint n_points;
} NazarBodyPath;

const NazarBodyPath *nazar_body_map_outline     (void);
const NazarBodyPath *nazar_body_map_lines       (const char    *side,
                                                 guint         *n_lines);
const NazarBodyPath *nazar_body_map_region_path (const char    *side,
                                                 const char    *region);
const char          *nazar_body_map_region      (const char    *side,
                                                 double         x,
                                                 double         y);
gboolean             nazar_body_map_snap        (double        *x,
                                                 double        *y,
                                                 double         reach);
void                 nazar_body_map_move_across (const char   **side,
                                                 double        *x,
                                                 double         y,
                                                 double         step);
void                 nazar_body_map_move_down   (const char    *side,
                                                 double        *x,
                                                 double        *y,
                                                 double         step);

G_END_DECLS
