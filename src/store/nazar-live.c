/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-live.h"

/* A register as the windows see it: one id is one live object, edits are made at
 * once and written behind, in the order they were made, and what was stored comes
 * back to every open page. All of it in the main loop. */
struct _NazarLive
{
  GObject parent_instance;

  NazarStore *store;
  GHashTable *records; /* id → LiveRecord */
  guint n_pending;
};

typedef struct
{
  GWeakRef record;
  guint n_pending; /* edits on their way to the disk */
} LiveRecord;

G_DEFINE_FINAL_TYPE (NazarLive, nazar_live, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_STORED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_BUSY = 1,
};

static GParamSpec *busy_property;

static void
live_record_free (gpointer data)
{
  LiveRecord *entry = data;

  g_weak_ref_clear (&entry->record);
  g_free (entry);
}

static LiveRecord *
find_entry (NazarLive  *self,
            const char *id)
{
  return g_hash_table_lookup (self->records, id);
}

static LiveRecord *
adopt (NazarLive   *self,
       NazarRecord *record)
{
  const char *id = nazar_record_get_id (record);
  LiveRecord *entry = find_entry (self, id);

  if (entry == NULL)
    {
      entry = g_new0 (LiveRecord, 1);
      g_weak_ref_init (&entry->record, record);
      g_hash_table_insert (self->records, g_strdup (id), entry);
    }
  else
    {
      g_weak_ref_set (&entry->record, record);
    }

  return entry;
}

static void
add_pending (NazarLive *self,
             int        difference)
{
  gboolean was_busy = self->n_pending > 0;

  self->n_pending += difference;
  if (was_busy != (self->n_pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), busy_property);
}

/* What was stored replaces what the object holds, but for fields that are being
 * edited: those are on their way already, or will be. */
static void
refresh (NazarLive   *self,
         NazarRecord *record)
{
  g_autoptr (NazarRecord) stored = nazar_store_load (self->store, G_OBJECT_TYPE (record), nazar_record_get_id (record), NULL);
  guint64 dirty = nazar_record_get_dirty (record);
  guint n_fields = nazar_record_get_info (record)->n_fields;

  if (stored == NULL)
    return;

  nazar_record_set_n (record, nazar_record_get_n (stored));
  for (guint i = 0; i < n_fields; i++)
    if ((dirty & (G_GUINT64_CONSTANT (1) << i)) == 0)
      nazar_record_set_at (record, i, nazar_record_get_at (stored, i));
  nazar_record_set_dirty (record, dirty);
}

static void
on_store_changed_cb (NazarLive *self,
                     GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);
      LiveRecord *entry = find_entry (self, change->id);
      g_autoptr (NazarRecord) record = entry != NULL ? g_weak_ref_get (&entry->record) : NULL;

      if (entry != NULL && record == NULL && entry->n_pending == 0)
        g_hash_table_remove (self->records, change->id);
      else if (record != NULL && change->action == NAZAR_JOURNAL_DELETE)
        nazar_record_set_n (record, 0);
      else if (record != NULL && entry->n_pending == 0)
        refresh (self, record);
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

static void
nazar_live_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_BUSY)
    g_value_set_boolean (value, nazar_live_is_busy (NAZAR_LIVE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
nazar_live_dispose (GObject *object)
{
  NazarLive *self = NAZAR_LIVE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (nazar_live_parent_class)->dispose (object);
}

static void
nazar_live_finalize (GObject *object)
{
  g_hash_table_unref (NAZAR_LIVE (object)->records);

  G_OBJECT_CLASS (nazar_live_parent_class)->finalize (object);
}

static void
nazar_live_class_init (NazarLiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nazar_live_get_property;
  object_class->dispose = nazar_live_dispose;
  object_class->finalize = nazar_live_finalize;

  /**
   * NazarLive:busy:
   *
   * Whether edits are on their way to the disk.
   */
  busy_property = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_BUSY, busy_property);

  /**
   * NazarLive::changed:
   * @changes: (element-type NazarChange): what a transaction did
   *
   * Live objects have their new values already.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * NazarLive::stored:
   *
   * An edit is on the disk.
   */
  signals[SIGNAL_STORED] = g_signal_new ("stored", NAZAR_TYPE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * NazarLive::failed:
   * @error: why, in a sentence for people
   *
   * An edit could not be stored. What was typed is still in the object.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", NAZAR_TYPE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
nazar_live_init (NazarLive *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, live_record_free);
}

/**
 * nazar_live_new:
 * @store: an open register
 *
 * Returns: (transfer full): the register as windows see it
 */
NazarLive *
nazar_live_new (NazarStore *store)
{
  NazarLive *self;

  g_return_val_if_fail (NAZAR_IS_STORE (store), NULL);

  self = g_object_new (NAZAR_TYPE_LIVE, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nazar_live_get_store:
 * @self: a register as windows see it
 *
 * Returns: (transfer none): the register
 */
NazarStore *
nazar_live_get_store (NazarLive *self)
{
  g_return_val_if_fail (NAZAR_IS_LIVE (self), NULL);

  return self->store;
}

/**
 * nazar_live_is_busy:
 * @self: a register as windows see it
 *
 * Returns: whether edits are on their way to the disk
 */
gboolean
nazar_live_is_busy (NazarLive *self)
{
  return self->n_pending > 0;
}

/**
 * nazar_live_get:
 * @self: a register as windows see it
 * @type: a kind of record; %G_TYPE_INVALID where it may be any
 * @id: (nullable): an id
 *
 * Returns: (transfer full) (nullable): the one live object with that id; %NULL
 *   where there is no such record
 */
NazarRecord *
nazar_live_get (NazarLive  *self,
                GType       type,
                const char *id)
{
  LiveRecord *entry = id != NULL ? find_entry (self, id) : NULL;
  NazarRecord *record = entry != NULL ? g_weak_ref_get (&entry->record) : NULL;

  if (record != NULL || id == NULL)
    return record;

  if (type == G_TYPE_INVALID)
    type = nazar_store_find_type (self->store, id, NULL);
  record = type != G_TYPE_INVALID ? nazar_store_load (self->store, type, id, NULL) : NULL;
  if (record != NULL)
    adopt (self, record);
  return record;
}

/**
 * nazar_live_get_n:
 * @self: a register as windows see it
 * @type: a kind of record
 * @n: a record's number
 *
 * Returns: (transfer full) (nullable): the one live object with that number
 */
NazarRecord *
nazar_live_get_n (NazarLive *self,
                  GType      type,
                  gint64     n)
{
  g_autoptr (NazarRecord) loaded = nazar_store_load_n (self->store, type, n, NULL);
  LiveRecord *entry;
  NazarRecord *record;

  if (loaded == NULL)
    return NULL;

  entry = find_entry (self, nazar_record_get_id (loaded));
  record = entry != NULL ? g_weak_ref_get (&entry->record) : NULL;
  if (record != NULL)
    return record;

  adopt (self, loaded);
  return g_steal_pointer (&loaded);
}

/* Copies of records on their way, and the objects that they are copies of. */
typedef struct
{
  NazarLive *live;
  GPtrArray *copies;
  GPtrArray *records;
  GArray *dirty;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->live);
  g_clear_pointer (&writing->records, g_ptr_array_unref);
  g_clear_pointer (&writing->dirty, g_array_unref);
  g_free (writing);
}

static gboolean
write_copies (NazarStore    *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray *copies = data;

  for (guint i = 0; i < copies->len; i++)
    {
      NazarRecord *copy = g_ptr_array_index (copies, i);
      g_autoptr (NazarRecord) stored = NULL;

      /* A new record may have been stored by an earlier job since it was copied. */
      if (nazar_record_get_n (copy) == 0)
        stored = nazar_store_load (store, G_OBJECT_TYPE (copy), nazar_record_get_id (copy), NULL);
      if (stored != NULL)
        nazar_record_set_n (copy, nazar_record_get_n (stored));
      if (!nazar_store_save (store, copy, error))
        return FALSE;
    }

  return TRUE;
}

static void
finish (NazarLive    *self,
        GAsyncResult *result,
        gboolean     *ok)
{
  g_autoptr (GError) error = NULL;

  *ok = nazar_store_run_finish (self->store, result, &error);
  add_pending (self, -1);
  if (*ok)
    g_signal_emit (self, signals[SIGNAL_STORED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Writing *writing = user_data;
  NazarLive *self = writing->live;
  gboolean ok;

  for (guint i = 0; i < writing->records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (writing->records, i);
      LiveRecord *entry = find_entry (self, nazar_record_get_id (record));

      entry->n_pending--;
    }

  finish (self, result, &ok);

  for (guint i = 0; i < writing->records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (writing->records, i);
      LiveRecord *entry = find_entry (self, nazar_record_get_id (record));

      /* What could not be stored stays in the object and goes along with the next try. */
      if (!ok)
        nazar_record_set_dirty (record, nazar_record_get_dirty (record) | g_array_index (writing->dirty, guint64, i));
      else if (entry->n_pending == 0)
        refresh (self, record);
    }

  writing_free (writing);
}

/**
 * nazar_live_store_all:
 * @self: a register as windows see it
 * @records: (element-type NazarRecord): new or changed records
 *
 * Stores them in one transaction, behind the main loop.
 */
void
nazar_live_store_all (NazarLive *self,
                      GPtrArray *records)
{
  Writing *writing = g_new0 (Writing, 1);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  writing->live = g_object_ref (self);
  writing->records = g_ptr_array_new_with_free_func (g_object_unref);
  writing->dirty = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      guint64 dirty = nazar_record_get_dirty (record);

      adopt (self, record)->n_pending++;
      g_ptr_array_add (copies, nazar_record_copy (record));
      g_ptr_array_add (writing->records, g_object_ref (record));
      g_array_append_val (writing->dirty, dirty);
      nazar_record_set_dirty (record, 0);
    }

  add_pending (self, 1);
  nazar_store_run_async (self->store, NAZAR_JOURNAL_EDIT, write_copies, copies, (GDestroyNotify) g_ptr_array_unref,
                         NULL, on_written_cb, writing);
}

/**
 * nazar_live_store:
 * @self: a register as windows see it
 * @record: a new or changed record
 *
 * Stores it, behind the main loop.
 */
void
nazar_live_store (NazarLive   *self,
                  NazarRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  if (nazar_record_get_n (record) > 0 && nazar_record_get_dirty (record) == 0)
    return;

  g_ptr_array_add (records, record);
  nazar_live_store_all (self, records);
}

typedef struct
{
  GType type;
  GStrv ids;
} Deletion;

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_strfreev (deletion->ids);
  g_free (deletion);
}

static gboolean
delete_all (NazarStore    *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Deletion *deletion = data;

  for (guint i = 0; deletion->ids[i] != NULL; i++)
    if (!nazar_store_delete (store, deletion->type, deletion->ids[i], error))
      return FALSE;

  return TRUE;
}

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (NazarLive) self = user_data;
  gboolean ok;

  finish (self, result, &ok);
}

/**
 * nazar_live_delete:
 * @self: a register as windows see it
 * @type: a kind of record
 * @ids: ids of such records
 *
 * Deletes them, and what belongs to them, in one transaction that undo takes back.
 */
void
nazar_live_delete (NazarLive         *self,
                   GType              type,
                   const char *const *ids)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->type = type;
  deletion->ids = g_strdupv ((char **) ids);
  add_pending (self, 1);
  nazar_store_run_async (self->store, NAZAR_JOURNAL_EDIT, delete_all, deletion, deletion_free, NULL, on_done_cb,
                         g_object_ref (self));
}

static gboolean
run_undo (NazarStore    *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return nazar_undo (store, GPOINTER_TO_UINT (data), error);
}

static gboolean
run_redo (NazarStore    *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return nazar_redo (store, GPOINTER_TO_UINT (data), error);
}

/**
 * nazar_live_undo:
 * @self: a register as windows see it
 * @policy: what to do where a field was changed later
 *
 * Takes back the latest transaction; a conflict comes with #NazarLive::failed.
 */
void
nazar_live_undo (NazarLive       *self,
                 NazarUndoPolicy  policy)
{
  add_pending (self, 1);
  nazar_store_work_async (self->store, run_undo, GUINT_TO_POINTER (policy), NULL, NULL, on_done_cb, g_object_ref (self));
}

/**
 * nazar_live_redo:
 * @self: a register as windows see it
 * @policy: what to do where a field was changed later
 *
 * Takes back the latest undo.
 */
void
nazar_live_redo (NazarLive       *self,
                 NazarUndoPolicy  policy)
{
  add_pending (self, 1);
  nazar_store_work_async (self->store, run_redo, GUINT_TO_POINTER (policy), NULL, NULL, on_done_cb, g_object_ref (self));
}
