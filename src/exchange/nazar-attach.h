/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-media.h"
#include "nazar-store.h"

G_BEGIN_DECLS

#define NAZAR_ATTACH_ERROR (nazar_attach_error_quark ())
GQuark nazar_attach_error_quark (void);

/**
 * NazarAttachError:
 * @NAZAR_ATTACH_ERROR_UNREADABLE: there is no such file, or it cannot be read
 * @NAZAR_ATTACH_ERROR_CHANGED: it was changed while it was read
 * @NAZAR_ATTACH_ERROR_REFUSED: it is too large, empty, or tells what cannot be removed
 * @NAZAR_ATTACH_ERROR_IS_REGISTER: the file to write to is the register itself
 */
typedef enum
{
  NAZAR_ATTACH_ERROR_UNREADABLE,
  NAZAR_ATTACH_ERROR_CHANGED,
  NAZAR_ATTACH_ERROR_REFUSED,
  NAZAR_ATTACH_ERROR_IS_REGISTER,
} NazarAttachError;

/**
 * NazarAttachFlags:
 * @NAZAR_ATTACH_KEEP_METADATA: keep what a picture tells of place, device and people
 */
typedef enum
{
  NAZAR_ATTACH_DEFAULT = 0,
  NAZAR_ATTACH_KEEP_METADATA = 1 << 0,
} NazarAttachFlags;

/**
 * NazarAttached:
 * @record: the attachment, not stored yet; to be shown and changed before
 * @bytes: its content as it will be stored
 * @removed: (nullable): what was removed from a picture, in sentences
 * @tells: (nullable): what the picture tells still, in sentences
 *
 * A file that was read, to be attached.
 */
typedef struct
{
  NazarRecord *record;
  GBytes *bytes;
  char *removed;
  char *tells;
} NazarAttached;

NazarAttached *nazar_attach_read       (GFile             *file,
                                        const char        *owner,
                                        NazarAttachFlags   flags,
                                        GCancellable      *cancellable,
                                        GError           **error);
NazarAttached *nazar_attach_read_bytes (GBytes            *bytes,
                                        const char        *name,
                                        const char        *owner,
                                        NazarAttachFlags   flags,
                                        GError           **error);
void           nazar_attached_free     (NazarAttached     *self);

gboolean       nazar_attach_store      (NazarStore        *store,
                                        gpointer           attached,
                                        GCancellable      *cancellable,
                                        GError           **error);
gboolean       nazar_attach_add        (NazarStore        *store,
                                        NazarAttached     *attached,
                                        GError           **error);
GBytes        *nazar_attach_load       (NazarStore        *store,
                                        NazarRecord       *attachment,
                                        GCancellable      *cancellable,
                                        GError           **error);
gboolean       nazar_attach_save_as    (NazarStore        *store,
                                        NazarRecord       *attachment,
                                        const char        *path,
                                        GCancellable      *cancellable,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarAttached, nazar_attached_free)

G_END_DECLS
