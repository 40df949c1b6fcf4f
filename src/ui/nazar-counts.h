/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_COUNTS (nazar_counts_get_type ())
G_DECLARE_FINAL_TYPE (NazarCounts, nazar_counts, NAZAR, COUNTS, GObject)

NazarCounts *nazar_counts_new (NazarLive   *live);
gint64       nazar_counts_get (NazarCounts *self,
                               GType        type);

G_END_DECLS
