/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-counts.h"

#include "nazar-query.h"

/* How many records of each kind there are. A worker counts, so that the main loop
 * does not wait for the disk. */
struct _NazarCounts
{
  GObject parent_instance;

  NazarLive *live;
  NazarConnection *reader; /* of the worker; there is one at a time */
  GHashTable *counts;      /* name of a type → number */
  gboolean running;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (NazarCounts, nazar_counts, G_TYPE_OBJECT)

static guint changed_signal;

static void
count_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  NazarCounts *self = source;
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  if (self->reader == NULL)
    self->reader = nazar_store_new_reader (nazar_live_get_store (self->live), NULL);

  for (guint i = 0; self->reader != NULL && i < n_types; i++)
    {
      g_autoptr (NazarQuery) query = nazar_query_new (types[i]);
      gint64 count;

      if (nazar_query_count (query, self->reader, &count, NULL))
        g_hash_table_insert (counts, (gpointer) nazar_record_info (types[i])->name, GSIZE_TO_POINTER (count));
    }

  g_task_return_pointer (task, counts, (GDestroyNotify) g_hash_table_unref);
}

static void count (NazarCounts *self);

static void
on_counted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  NazarCounts *self = NAZAR_COUNTS (source);

  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = g_task_propagate_pointer (G_TASK (result), NULL);
  self->running = FALSE;
  g_signal_emit (self, changed_signal, 0);

  if (self->again)
    count (self);
}

static void
count (NazarCounts *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->running;
  if (self->running)
    return;

  self->running = TRUE;
  task = g_task_new (self, NULL, on_counted_cb, NULL);
  g_task_run_in_thread (task, count_in_worker);
}

static void
on_live_changed_cb (NazarCounts *self,
                    GPtrArray   *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->action != NAZAR_JOURNAL_CHANGE)
        {
          count (self);
          return;
        }
    }
}

static void
nazar_counts_finalize (GObject *object)
{
  NazarCounts *self = NAZAR_COUNTS (object);

  g_clear_pointer (&self->reader, nazar_connection_close);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_counts_parent_class)->finalize (object);
}

static void
nazar_counts_class_init (NazarCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_counts_finalize;

  /**
   * NazarCounts::changed:
   *
   * The records were counted anew.
   */
  changed_signal = g_signal_new ("changed", NAZAR_TYPE_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_counts_init (NazarCounts *self)
{
}

/**
 * nazar_counts_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): its counts, which are known with the first
 *   #NazarCounts::changed
 */
NazarCounts *
nazar_counts_new (NazarLive *live)
{
  NazarCounts *self = g_object_new (NAZAR_TYPE_COUNTS, NULL);

  self->live = g_object_ref (live);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  count (self);
  return self;
}

/**
 * nazar_counts_get:
 * @self: counts
 * @type: a kind of record
 *
 * Returns: how many there are; -1 while it is not known
 */
gint64
nazar_counts_get (NazarCounts *self,
                  GType        type)
{
  gpointer count_found;

  if (self->counts == NULL ||
      !g_hash_table_lookup_extended (self->counts, nazar_record_info (type)->name, NULL, &count_found))
    return -1;

  return GPOINTER_TO_SIZE (count_found);
}
