/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-change.h"
#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_STORE (nazar_store_get_type ())
G_DECLARE_FINAL_TYPE (NazarStore, nazar_store, NAZAR, STORE, GObject)

/**
 * NazarStoreFlags:
 * @NAZAR_STORE_READ_ONLY: open without the right to write
 * @NAZAR_STORE_FALL_BACK: where another holds the right to write, or the file or
 *   folder cannot be written, open read-only and remember why
 */
typedef enum
{
  NAZAR_STORE_DEFAULT = 0,
  NAZAR_STORE_READ_ONLY = 1 << 0,
  NAZAR_STORE_FALL_BACK = 1 << 1,
} NazarStoreFlags;

/**
 * NazarStoreFunc:
 * @store: the store, inside a transaction
 * @data: what the caller gave
 * @cancellable: (nullable): to look at in long work
 * @error: return location for an error
 *
 * Work that is done in the writer's thread, in one transaction.
 *
 * Returns: %FALSE on error, and the transaction is rolled back
 */
typedef gboolean (*NazarStoreFunc) (NazarStore    *store,
                                    gpointer       data,
                                    GCancellable  *cancellable,
                                    GError       **error);

NazarStore  *nazar_store_create         (const char           *path,
                                         GBytes               *key,
                                         GError              **error);
NazarStore  *nazar_store_open           (const char           *path,
                                         NazarStoreFlags       flags,
                                         GBytes               *key,
                                         GError              **error);
void         nazar_store_close          (NazarStore           *self);
const char  *nazar_store_get_path       (NazarStore           *self);
gboolean     nazar_store_is_read_only   (NazarStore           *self);
const char  *nazar_store_why_read_only  (NazarStore           *self);

gboolean     nazar_store_begin          (NazarStore           *self,
                                         NazarJournalKind      kind,
                                         gint64                subject,
                                         GError              **error);
gboolean     nazar_store_note           (NazarStore           *self,
                                         const char           *details,
                                         GError              **error);
gboolean     nazar_store_commit         (NazarStore           *self,
                                         GError              **error);
void         nazar_store_rollback       (NazarStore           *self);

gboolean     nazar_store_save           (NazarStore           *self,
                                         NazarRecord          *record,
                                         GError              **error);
gboolean     nazar_store_delete         (NazarStore           *self,
                                         GType                 type,
                                         const char           *id,
                                         GError              **error);
NazarRecord *nazar_store_load           (NazarStore           *self,
                                         GType                 type,
                                         const char           *id,
                                         GError              **error);
NazarRecord *nazar_store_load_n         (NazarStore           *self,
                                         GType                 type,
                                         gint64                n,
                                         GError              **error);
GType        nazar_store_find_type      (NazarStore           *self,
                                         const char           *id,
                                         GError              **error);
char        *nazar_store_dup_title      (NazarStore           *self,
                                         GType                 type,
                                         const char           *id);

NazarConnection *nazar_store_lock_reader   (NazarStore        *self);
void             nazar_store_unlock_reader (NazarStore        *self);
NazarConnection *nazar_store_new_reader    (NazarStore        *self,
                                            GError           **error);
NazarConnection *nazar_store_get_writer    (NazarStore        *self);

void         nazar_store_run_async      (NazarStore           *self,
                                         NazarJournalKind      kind,
                                         NazarStoreFunc        func,
                                         gpointer              data,
                                         GDestroyNotify        destroy,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void         nazar_store_work_async     (NazarStore           *self,
                                         NazarStoreFunc        func,
                                         gpointer              data,
                                         GDestroyNotify        destroy,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean     nazar_store_run_finish     (NazarStore           *self,
                                         GAsyncResult         *result,
                                         GError              **error);

gboolean     nazar_store_check          (NazarStore           *self,
                                         GPtrArray           **problems,
                                         GError              **error);


G_END_DECLS
