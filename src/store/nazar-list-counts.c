/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-counts.h"

/* The figures beside a list, kept right by a worker: how many records of the kind
 * there are, and in how many of those that the list shows the tracks differ. */
struct _NazarListCounts
{
  GObject parent_instance;

  NazarLive *live;
  NazarQuery *everything;
  NazarQuery *differing; /* NULL where records have no tracks */
  gint64 total; /* -1 until counted */
  gint64 differ;

  NazarConnection *reader; /* used by one worker at a time */
  guint timeout;
  gboolean running;
  gboolean again;
};

typedef struct
{
  NazarQuery *everything;
  NazarQuery *differing;
  gint64 total;
  gint64 differ;
} Work;

G_DEFINE_FINAL_TYPE (NazarListCounts, nazar_list_counts, G_TYPE_OBJECT)

enum
{
  SIGNAL_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Figures may follow the list by this much: the list comes first, and many edits
 * are counted once. */
#define DELAY_MS 200

static void start_run (NazarListCounts *self);

static void
work_free (gpointer data)
{
  Work *work = data;

  nazar_query_free (work->everything);
  g_clear_pointer (&work->differing, nazar_query_free);
  g_free (work);
}

static void
count_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  NazarListCounts *self = source;
  Work *work = task_data;
  GError *error = NULL;

  if (self->reader == NULL)
    self->reader = nazar_store_new_reader (nazar_live_get_store (self->live), &error);

  if (self->reader != NULL && nazar_query_count (work->everything, self->reader, &work->total, &error) &&
      (work->differing == NULL || nazar_query_count (work->differing, self->reader, &work->differ, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_counted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  NazarListCounts *self = NAZAR_LIST_COUNTS (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  if (self->again)
    {
      start_run (self);
      return;
    }

  /* Why a list cannot be read is told by the list itself. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    {
      self->total = work->total;
      self->differ = work->differ;
      g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
    }
}

static void
start_run (NazarListCounts *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->running)
    {
      self->again = TRUE;
      return;
    }

  self->again = FALSE;
  self->running = TRUE;
  work = g_new0 (Work, 1);
  work->everything = nazar_query_copy (self->everything);
  work->differing = self->differing != NULL ? nazar_query_copy (self->differing) : NULL;
  task = g_task_new (self, NULL, on_counted_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, count_in_worker);
}

static gboolean
on_timeout_cb (gpointer data)
{
  NazarListCounts *self = data;

  self->timeout = 0;
  start_run (self);
  return G_SOURCE_REMOVE;
}

static void
count_soon (NazarListCounts *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY_MS, on_timeout_cb, self);
}

static void
nazar_list_counts_dispose (GObject *object)
{
  NazarListCounts *self = NAZAR_LIST_COUNTS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);

  G_OBJECT_CLASS (nazar_list_counts_parent_class)->dispose (object);
}

static void
nazar_list_counts_finalize (GObject *object)
{
  NazarListCounts *self = NAZAR_LIST_COUNTS (object);

  nazar_query_free (self->everything);
  g_clear_pointer (&self->differing, nazar_query_free);
  g_clear_pointer (&self->reader, nazar_connection_close);
  g_object_unref (self->live);

  G_OBJECT_CLASS (nazar_list_counts_parent_class)->finalize (object);
}

static void
nazar_list_counts_class_init (NazarListCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nazar_list_counts_dispose;
  object_class->finalize = nazar_list_counts_finalize;

  /**
   * NazarListCounts::counted:
   *
   * The figures are those of now.
   */
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", NAZAR_TYPE_LIST_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
nazar_list_counts_init (NazarListCounts *self)
{
  self->total = -1;
}

/**
 * nazar_list_counts_new:
 * @live: a register as windows see it
 * @type: a kind of record
 *
 * Returns: (transfer full): figures that follow the register, from the first
 *   #NazarListCounts::counted on
 */
NazarListCounts *
nazar_list_counts_new (NazarLive *live,
                       GType      type)
{
  NazarListCounts *self = g_object_new (NAZAR_TYPE_LIST_COUNTS, NULL);

  self->live = g_object_ref (live);
  self->everything = nazar_query_new (type);
  g_signal_connect_object (live, "changed", G_CALLBACK (count_soon), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nazar_list_counts_set_query:
 * @self: figures
 * @query: what the list shows; copied
 */
void
nazar_list_counts_set_query (NazarListCounts *self,
                             NazarQuery      *query)
{
  const NazarRecordInfo *info = nazar_record_info (nazar_query_get_record_type (query));

  g_return_if_fail (NAZAR_IS_LIST_COUNTS (self));

  g_clear_pointer (&self->differing, nazar_query_free);
  if (nazar_record_info_find_computed (info, "differ") != NULL)
    {
      self->differing = nazar_query_copy (query);
      nazar_query_set_sort (self->differing, NULL, FALSE);
      nazar_query_add_filter (self->differing, "differ", "1", NULL);
    }
  count_soon (self);
}

/**
 * nazar_list_counts_get_total:
 * @self: figures
 *
 * Returns: how many records of the kind there are; -1 until they are counted
 */
gint64
nazar_list_counts_get_total (NazarListCounts *self)
{
  return self->total;
}

/**
 * nazar_list_counts_get_differ:
 * @self: figures
 *
 * Returns: in how many of those that the list shows the tracks differ
 */
gint64
nazar_list_counts_get_differ (NazarListCounts *self)
{
  return self->differ;
}
