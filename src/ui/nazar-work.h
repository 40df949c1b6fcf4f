/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_WORK (nazar_work_get_type ())
G_DECLARE_FINAL_TYPE (NazarWork, nazar_work, NAZAR, WORK, AdwBin)

/**
 * NazarWorkProgress:
 *
 * How far a thread is, and whether it should go on: shared by it and the window.
 */
typedef struct _NazarWorkProgress NazarWorkProgress;

NazarWorkProgress *nazar_work_begin                (NazarWork         *self,
                                                    const char        *title);
void               nazar_work_end                  (NazarWork         *self);
void               nazar_work_cancel               (NazarWork         *self);

NazarWorkProgress *nazar_work_progress_ref             (NazarWorkProgress *self);
void               nazar_work_progress_unref           (NazarWorkProgress *self);
GCancellable      *nazar_work_progress_get_cancellable (NazarWorkProgress *self);
void               nazar_work_progress_report          (double             fraction,
                                                        gpointer           self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarWorkProgress, nazar_work_progress_unref)

G_END_DECLS
