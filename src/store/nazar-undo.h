/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

G_BEGIN_DECLS

/**
 * NazarUndoPolicy:
 * @NAZAR_UNDO_REFUSE: where a field was changed later, change nothing and say so
 * @NAZAR_UNDO_KEEP_LATER: take back the rest, keep later values
 * @NAZAR_UNDO_OVERWRITE: take back everything, later values too
 */
typedef enum
{
  NAZAR_UNDO_REFUSE,
  NAZAR_UNDO_KEEP_LATER,
  NAZAR_UNDO_OVERWRITE,
} NazarUndoPolicy;

gint64   nazar_undo_find     (NazarStore       *store,
                              GError          **error);
gint64   nazar_redo_find     (NazarStore       *store,
                              GError          **error);
gboolean nazar_undo          (NazarStore       *store,
                              NazarUndoPolicy   policy,
                              GError          **error);
gboolean nazar_redo          (NazarStore       *store,
                              NazarUndoPolicy   policy,
                              GError          **error);

G_END_DECLS
