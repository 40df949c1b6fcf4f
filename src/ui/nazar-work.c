/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-work.h"

/* A page that shows long work as it goes on, with a button that ends it. */
struct _NazarWork
{
  AdwBin parent_instance;

  NazarWorkProgress *progress;
  guint update_source;

  GtkLabel *title;
  GtkProgressBar *bar;
};

struct _NazarWorkProgress
{
  GCancellable *cancellable;
  int permille; /* atomic; -1 while nothing is known */
};

G_DEFINE_FINAL_TYPE (NazarWork, nazar_work, ADW_TYPE_BIN)

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define UPDATE_MS 80

static void
progress_clear (gpointer data)
{
  NazarWorkProgress *progress = data;

  g_clear_object (&progress->cancellable);
}

static gboolean
on_update_cb (gpointer user_data)
{
  NazarWork *self = user_data;
  int permille = g_atomic_int_get (&self->progress->permille);

  if (permille < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, permille / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
on_cancel_clicked_cb (NazarWork *self)
{
  nazar_work_cancel (self);
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
nazar_work_dispose (GObject *object)
{
  nazar_work_cancel (NAZAR_WORK (object));
  nazar_work_end (NAZAR_WORK (object));

  G_OBJECT_CLASS (nazar_work_parent_class)->dispose (object);
}

static void
nazar_work_class_init (NazarWorkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_work_dispose;

  /**
   * NazarWork::cancelled:
   *
   * The button was pressed. The work was told already.
   */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", NAZAR_TYPE_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-work.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarWork, title);
  gtk_widget_class_bind_template_child (widget_class, NazarWork, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
nazar_work_init (NazarWork *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_work_begin:
 * @self: a page
 * @title: what is being done
 *
 * Shows a new piece of work; one before it is no longer shown.
 *
 * Returns: (transfer full): for the thread that does it
 */
NazarWorkProgress *
nazar_work_begin (NazarWork  *self,
                  const char *title)
{
  g_return_val_if_fail (NAZAR_IS_WORK (self), NULL);

  nazar_work_end (self);
  self->progress = g_atomic_rc_box_new0 (NazarWorkProgress);
  self->progress->cancellable = g_cancellable_new ();
  self->progress->permille = -1;

  gtk_label_set_text (self->title, title);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->update_source = g_timeout_add (UPDATE_MS, on_update_cb, self);
  return nazar_work_progress_ref (self->progress);
}

/**
 * nazar_work_end:
 * @self: a page
 *
 * The work is done, or nobody looks at it any more.
 */
void
nazar_work_end (NazarWork *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->progress, nazar_work_progress_unref);
}

/**
 * nazar_work_cancel:
 * @self: a page
 *
 * Tells the work to end.
 */
void
nazar_work_cancel (NazarWork *self)
{
  if (self->progress != NULL)
    g_cancellable_cancel (self->progress->cancellable);
}

/**
 * nazar_work_progress_ref:
 * @self: how far a thread is
 *
 * Returns: (transfer full): the same
 */
NazarWorkProgress *
nazar_work_progress_ref (NazarWorkProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * nazar_work_progress_unref:
 * @self: (transfer full): how far a thread is
 */
void
nazar_work_progress_unref (NazarWorkProgress *self)
{
  g_atomic_rc_box_release_full (self, progress_clear);
}

/**
 * nazar_work_progress_get_cancellable:
 * @self: how far a thread is
 *
 * Returns: (transfer none): whether it should go on
 */
GCancellable *
nazar_work_progress_get_cancellable (NazarWorkProgress *self)
{
  return self->cancellable;
}

/**
 * nazar_work_progress_report:
 * @fraction: from 0 to 1
 * @self: how far a thread is
 *
 * May be called from any thread.
 */
void
nazar_work_progress_report (double   fraction,
                            gpointer self)
{
  g_atomic_int_set (&((NazarWorkProgress *) self)->permille, (int) (CLAMP (fraction, 0, 1) * 1000));
}
