/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-closing.h"

#include "nazar-compat.h"

#include <glib/gi18n-lib.h>

/* A register that no window shows any more is closed behind the main loop, when
 * all that was typed is on the disk. The program does not end before. */

typedef struct
{
  NazarLive *live;
  guint idle;
} Closing;

static GMutex mutex;
static GCond none_left;
static guint n_closing;

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  g_object_unref (closing->live);
  g_free (closing);
}

static void
close_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Closing *closing = task_data;

  nazar_store_close (nazar_live_get_store (closing->live));

  g_mutex_lock (&mutex);
  n_closing--;
  g_cond_broadcast (&none_left);
  g_mutex_unlock (&mutex);

  g_task_return_boolean (task, TRUE);
}

static void
on_closed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_application_release (g_application_get_default ());
}

static gboolean
close_when_idle_cb (gpointer data)
{
  Closing *closing = data;
  g_autoptr (GTask) task = NULL;

  closing->idle = 0;
  if (nazar_live_is_busy (closing->live))
    return G_SOURCE_REMOVE;

  g_signal_handlers_disconnect_by_data (closing->live, closing);
  task = g_task_new (NULL, NULL, on_closed_cb, NULL);
  g_task_set_task_data (task, closing, closing_free);
  g_task_run_in_thread (task, close_in_worker);
  return G_SOURCE_REMOVE;
}

/* Live objects are told of the last edit after this moment, so it is not yet the
 * time to close. */
static void
on_busy_cb (NazarLive  *live,
            GParamSpec *pspec,
            Closing    *closing)
{
  if (!nazar_live_is_busy (live) && closing->idle == 0)
    closing->idle = g_idle_add (close_when_idle_cb, closing);
}

/* There is no window any more that could keep what was typed, but it is not lost silently. */
static void
on_failed_cb (NazarLive    *live,
              const GError *error,
              Closing      *closing)
{
  nazar_compat_tell (GTK_APPLICATION (g_application_get_default ()), _("The last change could not be stored"), error->message);
}

/**
 * nazar_closing_begin:
 * @live: a register that no window shows any more
 *
 * Closes it as soon as all its edits are stored. The program runs on until then.
 */
void
nazar_closing_begin (NazarLive *live)
{
  Closing *closing = g_new0 (Closing, 1);

  g_mutex_lock (&mutex);
  n_closing++;
  g_mutex_unlock (&mutex);

  g_application_hold (g_application_get_default ());
  closing->live = g_object_ref (live);
  g_signal_connect (live, "notify::busy", G_CALLBACK (on_busy_cb), closing);
  g_signal_connect (live, "failed", G_CALLBACK (on_failed_cb), closing);
  on_busy_cb (live, NULL, closing);
}

/**
 * nazar_closing_wait:
 *
 * Waits until no register is being closed, so that one can be opened again. Not
 * for the main loop.
 */
void
nazar_closing_wait (void)
{
  g_mutex_lock (&mutex);
  while (n_closing > 0)
    g_cond_wait (&none_left, &mutex);
  g_mutex_unlock (&mutex);
}
