/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

/* The outline of a body (nazar-body-map.h) on paper and on the screen. */

void nazar_body_drawing_fill  (cairo_t      *cr,
                               const char   *side,
                               const char   *region,
                               double        height,
                               const double  colour[3],
                               double        alpha);
void nazar_body_drawing_paint (cairo_t      *cr,
                               const char   *side,
                               double        height,
                               const double  colour[3]);
