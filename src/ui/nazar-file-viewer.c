/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-file-viewer.h"

#include "nazar-attach.h"
#include "nazar-compat.h"
#include "nazar-encoding.h"
#include "nazar-pdf-pages.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* More pixels than a laptop's memory holds at once. */
#define MAX_SHOWN_PIXELS 80000000
#define MAX_SHOWN_TEXT (4 * 1024 * 1024)

/* Looks at an attachment inside the program: nothing is written beside the register, and
 * nothing is handed to another program. */
struct _NazarFileViewer
{
  AdwWindow parent_instance;

  NazarLive *live;
  NazarRecord *attachment;
  GCancellable *loading;

  GtkStack *stack;
  AdwStatusPage *status;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (NazarFileViewer, nazar_file_viewer, ADW_TYPE_WINDOW)

/* What was read in the worker. */
typedef struct
{
  NazarStore *store;
  NazarRecord *attachment; /* a copy */
  NazarMediaKind kind;
  GBytes *bytes;
  GdkTexture *picture;
  char *text;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->store);
  g_object_unref (loading->attachment);
  g_clear_pointer (&loading->bytes, g_bytes_unref);
  g_clear_object (&loading->picture);
  g_free (loading->text);
  g_free (loading);
}

/* ---- In the worker ---- */

static gboolean
read_picture (Loading  *loading,
              GError  **error)
{
  guint64 width, height;

  if (nazar_media_get_dimensions (loading->bytes, &width, &height) && width * height > MAX_SHOWN_PIXELS)
    {
      g_set_error_literal (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TOO_LARGE,
                           _("This picture has too many points to be shown here. It is in the register, whole."));
      return FALSE;
    }

  loading->picture = gdk_texture_new_from_bytes (loading->bytes, NULL);
  if (loading->picture == NULL)
    g_set_error_literal (error, NAZAR_ATTACH_ERROR, NAZAR_ATTACH_ERROR_UNREADABLE,
                         _("This picture is damaged, or of a kind that cannot be shown here."));
  return loading->picture != NULL;
}

static gboolean
read_text (Loading  *loading,
           GError  **error)
{
  gsize size, length, n_replaced;
  const char *bytes = g_bytes_get_data (loading->bytes, &size);

  size = MIN (size, MAX_SHOWN_TEXT);
  loading->text = nazar_encoding_decode (bytes, size, nazar_encoding_guess (bytes, size), &length, &n_replaced, error);
  return loading->text != NULL;
}

static void
load_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Loading *loading = task_data;
  GError *error = NULL;
  gboolean ok;

  loading->bytes = nazar_attach_load (loading->store, loading->attachment, cancellable, &error);
  ok = loading->bytes != NULL && (loading->kind != NAZAR_MEDIA_PICTURE || read_picture (loading, &error)) &&
       (loading->kind != NAZAR_MEDIA_TEXT || read_text (loading, &error));

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- In the window ---- */

static void
show_sentence (NazarFileViewer *self,
               const char      *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->status, escaped);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The text"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static GtkWidget *
make_picture (GdkTexture *texture,
              const char *name)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  return picture;
}

static void
show_content (NazarFileViewer *self,
              Loading         *loading)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *child = NULL;

  if (loading->kind == NAZAR_MEDIA_PICTURE)
    child = make_picture (loading->picture, nazar_record_get (self->attachment, "name"));
  else if (loading->kind == NAZAR_MEDIA_TEXT)
    child = make_text (loading->text);
  else if (loading->kind == NAZAR_MEDIA_PDF)
    child = nazar_pdf_pages_new (loading->bytes, &error);
  else
    {
      show_sentence (self, _("Files of this kind cannot be shown here. Save a copy to open it with another program."));
      return;
    }

  if (child == NULL)
    {
      show_sentence (self, error->message);
      return;
    }
  gtk_widget_set_vexpand (child, TRUE);
  adw_bin_set_child (self->content, child);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  NazarFileViewer *self = NAZAR_FILE_VIEWER (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_content (self, g_task_get_task_data (G_TASK (result)));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_sentence (self, error->message);
}

static void
load (NazarFileViewer *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->loading, on_loaded_cb, NULL);
  Loading *loading = g_new0 (Loading, 1);

  loading->store = g_object_ref (nazar_live_get_store (self->live));
  loading->attachment = nazar_record_copy (self->attachment);
  loading->kind = nazar_media_kind (nazar_record_get (self->attachment, "media_type"));
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_in_worker);
}

/* ---- A copy ---- */

typedef struct
{
  NazarStore *store;
  NazarRecord *attachment; /* a copy */
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->store);
  g_object_unref (saving->attachment);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;

  if (nazar_attach_save_as (saving->store, saving->attachment, saving->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    nazar_window_show_error (GTK_WIDGET (source), error);
  else
    nazar_window_toast (GTK_WIDGET (source), _("The copy is saved."), FALSE);
}

static void
on_place_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (NazarFileViewer) self = user_data;
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  if (file == NULL || self->live == NULL)
    return;

  saving = g_new0 (Saving, 1);
  saving->store = g_object_ref (nazar_live_get_store (self->live));
  saving->attachment = nazar_record_copy (self->attachment);
  saving->path = g_file_get_path (file);
  task = g_task_new (self, NULL, on_saved_cb, NULL);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_worker);
}

static void
on_save_cb (NazarFileViewer *self)
{
  nazar_compat_save_file (GTK_WINDOW (self), _("Save a Copy"), NULL, nazar_record_get (self->attachment, "name"), NULL,
                          on_place_chosen_cb, g_object_ref (self));
}

/* ---- The widget ---- */

/* Somebody may delete it while it is read. */
static void
on_live_changed_cb (NazarFileViewer *self,
                    GPtrArray       *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->action == NAZAR_JOURNAL_DELETE && g_str_equal (change->id, nazar_record_get_id (self->attachment)))
        {
          adw_bin_set_child (self->content, NULL);
          show_sentence (self, _("This file is not in the register any more. Undo brings it back."));
        }
    }
}

static void
nazar_file_viewer_dispose (GObject *object)
{
  NazarFileViewer *self = NAZAR_FILE_VIEWER (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->attachment);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_file_viewer_parent_class)->dispose (object);
}

static void
nazar_file_viewer_class_init (NazarFileViewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_file_viewer_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nazar_file_viewer_init (NazarFileViewer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_label (_("_Save a Copy…"));
  GtkWidget *spinner = gtk_spinner_new ();

  self->loading = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->content = ADW_BIN (adw_bin_new ());
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->status, "text-x-generic-symbolic");
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_stack_add_named (self->stack, spinner, "loading");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->content), "content");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  gtk_button_set_use_underline (GTK_BUTTON (save), TRUE);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 820, 680);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  /* Not the file's name: it may be somebody's, and window titles are seen by all. */
  gtk_window_set_title (GTK_WINDOW (self), _("Document"));
}

/**
 * nazar_file_viewer_present:
 * @owner: a widget of the window in front of which it stands
 * @live: a register as windows see it
 * @attachment: a live attachment
 *
 * Shows the file.
 */
void
nazar_file_viewer_present (GtkWidget   *owner,
                           NazarLive   *live,
                           NazarRecord *attachment)
{
  NazarFileViewer *self = g_object_new (NAZAR_TYPE_FILE_VIEWER, "transient-for", gtk_widget_get_root (owner), NULL);

  self->live = g_object_ref (live);
  self->attachment = g_object_ref (attachment);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
