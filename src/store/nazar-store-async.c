/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-store-private.h"

/* Writing without making the main loop wait: jobs for the writer's one thread. */

typedef struct
{
  NazarStoreFunc func;
  gpointer data;
  GDestroyNotify destroy;
  gboolean in_transaction;
  NazarJournalKind kind;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job);
}

static gboolean
run_in_transaction (NazarStore    *self,
                    Job           *job,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (!nazar_store_begin (self, job->kind, 0, error))
    return FALSE;

  if (job->func (self, job->data, cancellable, error) && !g_cancellable_set_error_if_cancelled (cancellable, error))
    return nazar_store_commit (self, error);

  nazar_store_rollback (self);
  return FALSE;
}

static GPrivate in_queue;

/* Whether this is the writer's thread: it cannot wait for itself to end. The last
 * reference to a register may be that of a job which just ends. */
gboolean
nazar_store_is_in_queue (void)
{
  return g_private_get (&in_queue) != NULL;
}

/* Runs in the one thread of the queue. */
void
nazar_store_run_job (gpointer data,
                     gpointer user_data)
{
  GTask *task = data;
  NazarStore *self = user_data;
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gboolean ok;

  g_private_set (&in_queue, GINT_TO_POINTER (TRUE));
  ok = job->in_transaction ? run_in_transaction (self, job, cancellable, &error)
                           : job->func (self, job->data, cancellable, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  g_object_unref (task);
  g_private_set (&in_queue, NULL);
}

static void
queue_job (NazarStore          *self,
           Job                 *job,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GThreadPool *queue = nazar_store_get_queue (self);

  g_task_set_task_data (task, job, job_free);

  if (queue == NULL)
    {
      GError *error = NULL;

      nazar_store_set_read_only_error (self, &error);
      g_task_return_error (task, error);
      return;
    }
  g_thread_pool_push (queue, g_steal_pointer (&task), NULL);
}

/**
 * nazar_store_run_async:
 * @self: a register
 * @kind: what the transaction is
 * @func: the work
 * @data: (transfer full) (nullable): for the work alone
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): ends it, and nothing of it is stored
 * @callback: (nullable): told when it is on the disk
 * @user_data: for @callback
 *
 * Does the work in one transaction in the writer's thread, after what was asked
 * for before.
 */
void
nazar_store_run_async (NazarStore          *self,
                       NazarJournalKind     kind,
                       NazarStoreFunc       func,
                       gpointer             data,
                       GDestroyNotify       destroy,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (NAZAR_IS_STORE (self));

  *job = (Job){ func, data, destroy, TRUE, kind };
  queue_job (self, job, cancellable, callback, user_data);
}

/**
 * nazar_store_work_async:
 * @self: a register
 * @func: the work, which begins and ends its transactions by itself
 * @data: (transfer full) (nullable): for the work alone
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): to end it
 * @callback: (nullable): told when it is done
 * @user_data: for @callback
 *
 * Does work in the writer's thread, after what was asked for before.
 */
void
nazar_store_work_async (NazarStore          *self,
                        NazarStoreFunc       func,
                        gpointer             data,
                        GDestroyNotify       destroy,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (NAZAR_IS_STORE (self));

  *job = (Job){ func, data, destroy, FALSE, NAZAR_JOURNAL_EDIT };
  queue_job (self, job, cancellable, callback, user_data);
}

/**
 * nazar_store_run_finish:
 * @self: a register
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_store_run_finish (NazarStore    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
