/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-model.h"

/* A list of any length: an array of row numbers that a worker fetches, and a
 * line for each that is looked at. Memory follows what is looked at. */
struct _NazarListModel
{
  GObject parent_instance;

  NazarLive *live;
  GType type;
  NazarQuery *query;
  GArray *numbers;
  GHashTable *rows; /* n → NazarRow, weak */

  NazarConnection *reader; /* used by one worker at a time */
  gboolean running;
  gboolean again;       /* another run is due when this one ends */
  gboolean new_query;   /* the next result answers another question */
  gboolean loading;
};

static void nazar_list_model_iface_init (GListModelInterface *iface);
static void start_run (NazarListModel *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (NazarListModel, nazar_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nazar_list_model_iface_init))

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_LOADING = 1,
};

static GParamSpec *loading_property;

/* More single changes than this and the list is filled anew. */
#define MAX_SINGLE_CHANGES 64

static GType
nazar_list_model_get_item_type (GListModel *list)
{
  return NAZAR_TYPE_ROW;
}

static guint
nazar_list_model_get_n_items (GListModel *list)
{
  return NAZAR_LIST_MODEL (list)->numbers->len;
}

static void
on_row_finalized_cb (gpointer  data,
                     GObject  *where)
{
  NazarListModel *self = data;
  /* Weak references are told before the row is taken apart. */
  gint64 n = nazar_row_get_n ((NazarRow *) where);

  g_hash_table_remove (self->rows, &n);
}

static gpointer
nazar_list_model_get_item (GListModel *list,
                           guint       position)
{
  NazarListModel *self = NAZAR_LIST_MODEL (list);
  NazarRow *row;
  gint64 n;

  if (position >= self->numbers->len)
    return NULL;

  n = g_array_index (self->numbers, gint64, position);
  row = g_hash_table_lookup (self->rows, &n);
  if (row != NULL)
    return g_object_ref (row);

  row = nazar_row_new (self->live, self->type, n);
  g_hash_table_insert (self->rows, g_memdup2 (&n, sizeof n), row);
  g_object_weak_ref (G_OBJECT (row), on_row_finalized_cb, self);
  return row;
}

static void
nazar_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = nazar_list_model_get_item_type;
  iface->get_n_items = nazar_list_model_get_n_items;
  iface->get_item = nazar_list_model_get_item;
}

static void
set_loading (NazarListModel *self,
             gboolean        loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), loading_property);
}

/* Emptying first keeps GTK 4.8 from fetching every row to compare it. */
static void
fill (NazarListModel *self,
      GArray         *numbers)
{
  guint n_old = self->numbers->len;

  g_array_set_size (self->numbers, 0);
  if (n_old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);

  g_array_append_vals (self->numbers, numbers->data, numbers->len);
  if (numbers->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, numbers->len);
}

static GHashTable *
number_set (GArray *numbers)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < numbers->len; i++)
    g_hash_table_add (set, &g_array_index (numbers, gint64, i));
  return set;
}

/* Whether few rows came or went and all others kept their order. */
static gboolean
is_small_change (GArray     *old_numbers,
                 GArray     *new_numbers,
                 GHashTable *old_set,
                 GHashTable *new_set)
{
  guint i = 0, j = 0, changes = 0;

  while (i < old_numbers->len || j < new_numbers->len)
    {
      if (i < old_numbers->len && !g_hash_table_contains (new_set, &g_array_index (old_numbers, gint64, i)))
        {
          i++;
          changes++;
        }
      else if (j < new_numbers->len && !g_hash_table_contains (old_set, &g_array_index (new_numbers, gint64, j)))
        {
          j++;
          changes++;
        }
      else if (i < old_numbers->len && j < new_numbers->len &&
               g_array_index (old_numbers, gint64, i) == g_array_index (new_numbers, gint64, j))
        {
          i++;
          j++;
        }
      else
        return FALSE;

      if (changes > MAX_SINGLE_CHANGES)
        return FALSE;
    }

  return TRUE;
}

static void
apply_small_change (NazarListModel *self,
                    GArray         *new_numbers,
                    GHashTable     *new_set)
{
  for (guint i = self->numbers->len; i-- > 0;)
    if (!g_hash_table_contains (new_set, &g_array_index (self->numbers, gint64, i)))
      {
        g_array_remove_index (self->numbers, i);
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
      }

  for (guint i = 0; i < new_numbers->len; i++)
    {
      gint64 n = g_array_index (new_numbers, gint64, i);

      if (i < self->numbers->len && g_array_index (self->numbers, gint64, i) == n)
        continue;
      g_array_insert_val (self->numbers, i, n);
      g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
    }
}

static void
take_numbers (NazarListModel *self,
              GArray         *numbers,
              gboolean        new_query)
{
  g_autoptr (GHashTable) old_set = NULL, new_set = NULL;

  if (new_query || self->numbers->len == 0)
    {
      fill (self, numbers);
      return;
    }
  if (numbers->len == self->numbers->len &&
      (numbers->len == 0 || memcmp (numbers->data, self->numbers->data, numbers->len * sizeof (gint64)) == 0))
    return;

  old_set = number_set (self->numbers);
  new_set = number_set (numbers);
  if (is_small_change (self->numbers, numbers, old_set, new_set))
    {
      /* The set points into the array that is about to change. */
      g_clear_pointer (&old_set, g_hash_table_unref);
      apply_small_change (self, numbers, new_set);
    }
  else
    fill (self, numbers);
}

typedef struct
{
  NazarListModel *model; /* owned by the callback, so that it ends in the main loop */
  NazarQuery *query;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  nazar_query_free (run->query);
  g_free (run);
}

static void
run_in_worker (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  NazarListModel *self = run->model;
  GError *error = NULL;
  GArray *numbers;

  if (self->reader == NULL)
    self->reader = nazar_store_new_reader (nazar_live_get_store (self->live), &error);
  numbers = self->reader != NULL ? nazar_query_run (run->query, self->reader, &error) : NULL;

  if (numbers != NULL)
    g_task_return_pointer (task, numbers, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_run_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NazarListModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (self->again)
    {
      start_run (self);
      return;
    }

  if (numbers != NULL)
    {
      gboolean new_query = self->new_query;

      self->new_query = FALSE;
      take_numbers (self, numbers, new_query);
    }
  set_loading (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0, error);
}

static void
start_run (NazarListModel *self)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  if (self->running)
    {
      /* The answer to an old question is not waited for. */
      self->again = TRUE;
      if (self->new_query && self->reader != NULL)
        nazar_connection_interrupt (self->reader);
      return;
    }

  self->again = FALSE;
  self->running = TRUE;
  run = g_new0 (Run, 1);
  run->model = self;
  run->query = nazar_query_copy (self->query);
  task = g_task_new (NULL, NULL, on_run_cb, g_object_ref (self));
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_in_worker);
}

/* The id of the record of this list that a change concerns. */
static const char *
concerned_id (NazarListModel    *self,
              const NazarChange *change)
{
  const NazarField *owner;

  if (change->type == self->type)
    return change->id;

  owner = nazar_record_info_owner (nazar_record_info (change->type));
  if (owner != NULL && nazar_field_may_refer_to (owner, nazar_record_info (self->type)->name))
    return change->owner;
  return NULL;
}

static void
invalidate_rows (NazarListModel *self,
                 GHashTable     *ids)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  /* A handler may look at other rows, so the table is not walked meanwhile. */
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      NazarRecord *record = nazar_row_peek_record (row);

      /* Of a line without its record it is not known; its computed fields may be shown. */
      if (ids == NULL || record == NULL || g_hash_table_contains (ids, nazar_record_get_id (record)))
        g_ptr_array_add (rows, g_object_ref (row));
    }

  for (guint i = 0; i < rows->len; i++)
    nazar_row_invalidate (g_ptr_array_index (rows, i));
}

static void
on_live_changed_cb (NazarListModel *self,
                    GPtrArray      *changes)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean others = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const char *id = concerned_id (self, g_ptr_array_index (changes, i));

      if (id != NULL)
        g_hash_table_add (ids, (gpointer) id);
      else
        others = TRUE;
    }

  /* A renamed source or body shows in any row. */
  invalidate_rows (self, others ? NULL : ids);
  start_run (self);
}

static void
nazar_list_model_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_LOADING)
    g_value_set_boolean (value, NAZAR_LIST_MODEL (object)->loading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
nazar_list_model_finalize (GObject *object)
{
  NazarListModel *self = NAZAR_LIST_MODEL (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, on_row_finalized_cb, self);

  g_hash_table_unref (self->rows);
  g_array_unref (self->numbers);
  nazar_query_free (self->query);
  g_clear_pointer (&self->reader, nazar_connection_close);
  g_object_unref (self->live);

  G_OBJECT_CLASS (nazar_list_model_parent_class)->finalize (object);
}

static void
nazar_list_model_class_init (NazarListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nazar_list_model_get_property;
  object_class->finalize = nazar_list_model_finalize;

  /**
   * NazarListModel:loading:
   *
   * Whether a new query has not been answered yet.
   */
  loading_property = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_LOADING, loading_property);

  /**
   * NazarListModel::loaded:
   * @error: (nullable): why the list could not be read
   *
   * The latest query was answered.
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", NAZAR_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
nazar_list_model_init (NazarListModel *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * nazar_list_model_new:
 * @live: a register as windows see it
 * @type: a kind of record
 *
 * Returns: (transfer full): a list that is empty until it is given a query
 */
NazarListModel *
nazar_list_model_new (NazarLive *live,
                      GType      type)
{
  NazarListModel *self = g_object_new (NAZAR_TYPE_LIST_MODEL, NULL);

  self->live = g_object_ref (live);
  self->type = type;
  self->query = nazar_query_new (type);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nazar_list_model_set_query:
 * @self: a list
 * @query: which records, in which order; copied
 *
 * Asks a worker for the rows; #NazarListModel::loaded tells when they are there.
 */
void
nazar_list_model_set_query (NazarListModel *self,
                            NazarQuery     *query)
{
  g_return_if_fail (NAZAR_IS_LIST_MODEL (self));

  nazar_query_free (self->query);
  self->query = nazar_query_copy (query);
  self->new_query = TRUE;
  set_loading (self, TRUE);
  start_run (self);
}

/**
 * nazar_list_model_get_n:
 * @self: a list
 * @position: a place in it
 *
 * Returns: the number of the record there; 0 past the end
 */
gint64
nazar_list_model_get_n (NazarListModel *self,
                        guint           position)
{
  return position < self->numbers->len ? g_array_index (self->numbers, gint64, position) : 0;
}

/**
 * nazar_list_model_find:
 * @self: a list
 * @n: a record's number
 *
 * Returns: its place; %G_MAXUINT where it is not in the list
 */
guint
nazar_list_model_find (NazarListModel *self,
                       gint64          n)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == n)
      return i;

  return G_MAXUINT;
}

/**
 * nazar_list_model_is_loading:
 * @self: a list
 *
 * Returns: whether a new query has not been answered yet
 */
gboolean
nazar_list_model_is_loading (NazarListModel *self)
{
  return self->loading;
}
