/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-owned-list.h"

#include "nazar-date.h"
#include "nazar-lookup.h"

/* The live records of a kind that belong to one record (its assessments, its
 * replies), in the order of their dates or of entry; kept up to date. */
struct _NazarOwnedList
{
  GObject parent_instance;

  NazarLive *live;
  GType type;
  const NazarField *field; /* (nullable): other than the one that says whom they belong to */
  char *owner;
  GPtrArray *records;
  GHashTable *fresh; /* ids of new records that are on their way to the disk */
  guint announcement;
};

G_DEFINE_FINAL_TYPE (NazarOwnedList, nazar_owned_list, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Not every kind of record has a date: those stand in the order of entry. */
static const char *
date_of (NazarRecord *record)
{
  gboolean dated = nazar_record_info_find (nazar_record_get_info (record), "date", NULL) != NULL;

  return dated ? nazar_record_get (record, "date") : NULL;
}

/* A record without a number is new, and so the latest. */
static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  NazarRecord *first = *(NazarRecord *const *) a;
  NazarRecord *second = *(NazarRecord *const *) b;
  int order = nazar_date_compare (date_of (first), date_of (second));
  guint64 n_first = (guint64) nazar_record_get_n (first) - 1;
  guint64 n_second = (guint64) nazar_record_get_n (second) - 1;

  if (order != 0)
    return order;
  return n_first < n_second ? -1 : n_first > n_second;
}

static void
announce (NazarOwnedList *self)
{
  g_clear_handle_id (&self->announcement, g_source_remove);
  g_ptr_array_sort (self->records, compare_records);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
on_announce_cb (gpointer data)
{
  NazarOwnedList *self = data;

  self->announcement = 0;
  announce (self);
  return G_SOURCE_REMOVE;
}

/* A record tells of each field by itself: what came at once is told at once. */
static void
on_record_changed_cb (NazarOwnedList *self)
{
  if (self->announcement == 0)
    self->announcement = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_announce_cb, self, NULL);
}

static void
append (NazarOwnedList *self,
        NazarRecord    *record)
{
  g_ptr_array_add (self->records, g_object_ref (record));
  g_signal_connect_object (record, "notify", G_CALLBACK (on_record_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
holds (GPtrArray  *records,
       const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (nazar_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return TRUE;

  return FALSE;
}

static void
forget_records (NazarOwnedList *self)
{
  for (guint i = 0; i < self->records->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->records, i), self);
  g_ptr_array_set_size (self->records, 0);
}

static void
load (NazarOwnedList *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (before, g_object_ref (g_ptr_array_index (self->records, i)));
  forget_records (self);

  if (self->owner != NULL)
    {
      ids = nazar_lookup_owned (nazar_store_lock_reader (store), self->type, self->field, self->owner, NULL);
      nazar_store_unlock_reader (store);
    }

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (NazarRecord) record = nazar_live_get (self->live, self->type, ids[i]);

      g_hash_table_remove (self->fresh, ids[i]);
      if (record != NULL)
        append (self, record);
    }

  for (guint i = 0; i < before->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (before, i);

      if (g_hash_table_contains (self->fresh, nazar_record_get_id (record)) &&
          !holds (self->records, nazar_record_get_id (record)))
        append (self, record);
    }
}

static void
on_live_changed_cb (NazarOwnedList *self,
                    GPtrArray      *changes)
{
  gboolean concerned = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->type != self->type)
        continue;
      if (change->action == NAZAR_JOURNAL_DELETE)
        g_hash_table_remove (self->fresh, change->id);
      /* A change names the owner alone; by another field anything may have come. */
      concerned = concerned || self->field != NULL || g_strcmp0 (change->owner, self->owner) == 0 ||
                  holds (self->records, change->id);
    }

  if (concerned && self->owner != NULL)
    {
      load (self);
      announce (self);
    }
}

static void
nazar_owned_list_finalize (GObject *object)
{
  NazarOwnedList *self = NAZAR_OWNED_LIST (object);

  g_clear_handle_id (&self->announcement, g_source_remove);
  forget_records (self);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->fresh);
  g_free (self->owner);
  g_object_unref (self->live);

  G_OBJECT_CLASS (nazar_owned_list_parent_class)->finalize (object);
}

static void
nazar_owned_list_class_init (NazarOwnedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_owned_list_finalize;

  /**
   * NazarOwnedList::changed:
   *
   * Records came or went, or one of them has another value.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_OWNED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
nazar_owned_list_init (NazarOwnedList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * nazar_owned_list_new:
 * @live: a register as windows see it
 * @type: a kind of record that belongs to another
 *
 * Returns: (transfer full): a list that is empty until it has an owner
 */
NazarOwnedList *
nazar_owned_list_new (NazarLive *live,
                      GType      type)
{
  NazarOwnedList *self;

  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);

  self = g_object_new (NAZAR_TYPE_OWNED_LIST, NULL);
  self->live = g_object_ref (live);
  self->type = type;
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nazar_owned_list_get_live:
 * @self: a list
 *
 * Returns: (transfer none): the register
 */
NazarLive *
nazar_owned_list_get_live (NazarOwnedList *self)
{
  return self->live;
}

/**
 * nazar_owned_list_set_field:
 * @self: a list without an owner yet
 * @field: a field by which such records refer to another one that they do not belong to,
 *   as recommendations refer to their visit
 */
void
nazar_owned_list_set_field (NazarOwnedList *self,
                            const char     *field)
{
  g_return_if_fail (NAZAR_IS_OWNED_LIST (self) && self->owner == NULL);

  self->field = nazar_record_info_find (nazar_record_info (self->type), field, NULL);
}

/**
 * nazar_owned_list_set_owner:
 * @self: a list
 * @owner: (nullable): id of the record that the records belong to
 */
void
nazar_owned_list_set_owner (NazarOwnedList *self,
                            const char     *owner)
{
  g_return_if_fail (NAZAR_IS_OWNED_LIST (self));

  if (g_strcmp0 (owner, self->owner) == 0)
    return;

  g_free (self->owner);
  self->owner = g_strdup (owner);
  g_hash_table_remove_all (self->fresh);
  load (self);
  announce (self);
}

/**
 * nazar_owned_list_get_owner:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): id of the record that the records belong to
 */
const char *
nazar_owned_list_get_owner (NazarOwnedList *self)
{
  return self->owner;
}

/**
 * nazar_owned_list_add:
 * @self: a list that has an owner
 * @record: (transfer full): a new record
 *
 * Makes the record belong to the owner and stores it. It is in the list at once.
 *
 * Returns: (transfer none): the record
 */
NazarRecord *
nazar_owned_list_add (NazarOwnedList *self,
                      NazarRecord    *record)
{
  g_return_val_if_fail (NAZAR_IS_OWNED_LIST (self), NULL);
  g_return_val_if_fail (self->owner != NULL, NULL);

  nazar_record_set (record, (self->field != NULL ? self->field : nazar_record_info_owner (nazar_record_get_info (record)))->name,
                    self->owner);
  g_hash_table_add (self->fresh, g_strdup (nazar_record_get_id (record)));
  append (self, record);
  nazar_live_store (self->live, record);
  announce (self);
  g_object_unref (record);
  return record;
}

/**
 * nazar_owned_list_get_records:
 * @self: a list
 *
 * Returns: (transfer none) (element-type NazarRecord): the records, the earliest first
 */
GPtrArray *
nazar_owned_list_get_records (NazarOwnedList *self)
{
  return self->records;
}
