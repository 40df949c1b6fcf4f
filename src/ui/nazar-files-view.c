/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-files-view.h"

#include "nazar-attach.h"
#include "nazar-compat.h"
#include "nazar-file-list.h"
#include "nazar-records.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* The documents and photographs of any record. They are read and stored behind the main
 * loop, one after the other; what tells of place and device is removed from pictures
 * unless somebody wants it kept. */
struct _NazarFilesView
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarRecord *record; /* (nullable) */
  NazarOwnedList *files;
  gboolean locked;
  gboolean photographs;
  GQueue waiting; /* of Reading */
  gboolean busy;

  GtkWidget *list;
  GtkWidget *keep;
  GtkWidget *keep_group;
  GtkWidget *progress;
};

G_DEFINE_FINAL_TYPE (NazarFilesView, nazar_files_view, GTK_TYPE_BOX)

/* One file on its way into the register. */
typedef struct
{
  GFile *file;
  char *owner;
  NazarAttachFlags flags;
  NazarAttached *attached;
  char *removed;
} Reading;

static void start_next (NazarFilesView *self);

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->file);
  g_clear_pointer (&reading->attached, nazar_attached_free);
  g_free (reading->owner);
  g_free (reading->removed);
  g_free (reading);
}

static gboolean
is_editable (NazarFilesView *self)
{
  return self->record != NULL && !self->locked && !nazar_store_is_read_only (nazar_live_get_store (self->live));
}

/* ---- Into the register ---- */

static void
finish (NazarFilesView *self,
        Reading        *reading,
        const GError   *error)
{
  if (error != NULL)
    nazar_window_show_error (GTK_WIDGET (self), error);
  else if (reading->removed != NULL)
    {
      /* Translators: %s are sentences that say what was removed from a picture. */
      g_autofree char *sentence = g_strdup_printf (_("Stored. Removed from the picture: %s"), reading->removed);

      nazar_window_toast (GTK_WIDGET (self), sentence, TRUE);
    }

  self->busy = FALSE;
  start_next (self);
}

/* @user_data: the task that read the file, with it */
static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  nazar_store_run_finish (NAZAR_STORE (source), result, &error);
  finish (g_task_get_source_object (task), g_task_get_task_data (task), error);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NazarFilesView *self = NAZAR_FILES_VIEW (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  NazarAttached *attached = g_task_propagate_pointer (G_TASK (result), &error);

  if (attached == NULL)
    {
      finish (self, reading, error);
      return;
    }

  reading->attached = attached;
  reading->removed = g_strdup (attached->removed);
  nazar_store_run_async (nazar_live_get_store (self->live), NAZAR_JOURNAL_EDIT, nazar_attach_store, attached, NULL, NULL,
                         on_stored_cb, g_object_ref (result));
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  NazarAttached *attached = nazar_attach_read (reading->file, reading->owner, reading->flags, cancellable, &error);

  if (attached != NULL)
    g_task_return_pointer (task, attached, (GDestroyNotify) nazar_attached_free);
  else
    g_task_return_error (task, error);
}

static void
start_next (NazarFilesView *self)
{
  Reading *reading = self->busy ? NULL : g_queue_pop_head (&self->waiting);
  g_autoptr (GTask) task = NULL;

  gtk_widget_set_visible (self->progress, self->busy || reading != NULL);
  if (reading == NULL)
    return;

  self->busy = TRUE;
  task = g_task_new (self, NULL, on_read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_worker);
}

static void
take (NazarFilesView *self,
      GFile          *file)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->file = g_object_ref (file);
  reading->owner = g_strdup (nazar_record_get_id (self->record));
  reading->flags = gtk_switch_get_active (GTK_SWITCH (self->keep)) ? NAZAR_ATTACH_KEEP_METADATA : NAZAR_ATTACH_DEFAULT;
  g_queue_push_tail (&self->waiting, reading);
  start_next (self);
}

/* ---- Where they come from ---- */

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (NazarFilesView) self = user_data;
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);

  if (file != NULL && is_editable (self))
    take (self, file);
}

static void
add (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  if (is_editable (NAZAR_FILES_VIEW (widget)))
    nazar_compat_open_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Add a Document"), NULL, on_chosen_cb, g_object_ref (widget));
}

static gboolean
on_drop_cb (NazarFilesView *self,
            const GValue   *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (!is_editable (self))
    return FALSE;
  for (GSList *l = files; l != NULL; l = l->next)
    take (self, l->data);
  return TRUE;
}

/* ---- The widget ---- */

static void
show_lock (NazarFilesView *self)
{
  nazar_card_list_set_locked (NAZAR_CARD_LIST (self->list), self->locked);
  gtk_widget_set_visible (self->keep_group, self->photographs && is_editable (self));
}

static void
nazar_files_view_dispose (GObject *object)
{
  NazarFilesView *self = NAZAR_FILES_VIEW (object);

  g_queue_clear_full (&self->waiting, reading_free);
  g_clear_object (&self->files);
  g_clear_object (&self->record);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_files_view_parent_class)->dispose (object);
}

static void
nazar_files_view_class_init (NazarFilesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_files_view_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "files.add", NULL, add);
}

static GtkWidget *
make_keep_group (NazarFilesView *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->keep_group = adw_preferences_group_new ();
  self->keep = gtk_switch_new ();
  gtk_widget_set_valign (self->keep, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Keep place and device in pictures"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Else what a photograph tells of where and with what it was taken is removed."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->keep);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->keep);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keep place and device in pictures"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->keep_group), row);
  return self->keep_group;
}

static void
nazar_files_view_init (NazarFilesView *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_queue_init (&self->waiting);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->list = g_object_new (NAZAR_TYPE_FILE_LIST, NULL);
  self->progress = gtk_label_new (_("The file is being stored…"));
  gtk_label_set_xalign (GTK_LABEL (self->progress), 0);
  gtk_widget_add_css_class (self->progress, "dim-label");
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->progress);
  gtk_box_append (GTK_BOX (self), make_keep_group (self));

  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * nazar_files_view_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): the files of a record, without one yet
 */
GtkWidget *
nazar_files_view_new (NazarLive *live)
{
  NazarFilesView *self = g_object_new (NAZAR_TYPE_FILES_VIEW, NULL);

  self->live = g_object_ref (live);
  self->files = nazar_owned_list_new (live, NAZAR_TYPE_ATTACHMENT);
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->list), self->files);
  return GTK_WIDGET (self);
}

/**
 * nazar_files_view_set_record:
 * @self: a view
 * @record: (nullable): a live record of any kind
 */
void
nazar_files_view_set_record (NazarFilesView *self,
                             NazarRecord    *record)
{
  g_return_if_fail (NAZAR_IS_FILES_VIEW (self));

  nazar_files_view_flush (self);
  g_set_object (&self->record, record);
  nazar_owned_list_set_owner (self->files, record != NULL ? nazar_record_get_id (record) : NULL);
  show_lock (self);
}

/**
 * nazar_files_view_set_locked:
 * @self: a view
 * @locked: whether it is for reading only, as of a visit that is approved
 */
void
nazar_files_view_set_locked (NazarFilesView *self,
                             gboolean        locked)
{
  g_return_if_fail (NAZAR_IS_FILES_VIEW (self));

  self->locked = locked;
  show_lock (self);
}

/**
 * nazar_files_view_set_photographs:
 * @self: a view
 * @photographs: whether photographs are usual there, so that it asks what is to be kept of them
 */
void
nazar_files_view_set_photographs (NazarFilesView *self,
                                  gboolean        photographs)
{
  g_return_if_fail (NAZAR_IS_FILES_VIEW (self));

  self->photographs = photographs;
  show_lock (self);
}

/**
 * nazar_files_view_flush:
 * @self: a view
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_files_view_flush (NazarFilesView *self)
{
  nazar_card_list_flush (NAZAR_CARD_LIST (self->list));
}

/**
 * nazar_files_view_forget:
 * @self: a view
 *
 * Forgets what was typed and not stored yet: its record is gone.
 */
void
nazar_files_view_forget (NazarFilesView *self)
{
  nazar_card_list_forget (NAZAR_CARD_LIST (self->list));
}
