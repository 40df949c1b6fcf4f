/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-window-private.h"

#include "nazar-closing.h"
#include "nazar-example.h"
#include "nazar-list-layout.h"
#include "nazar-overview-page.h"
#include "nazar-recent.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-settings.h"
#include "nazar-visits-page.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_FINAL_TYPE (NazarWindow, nazar_window, ADW_TYPE_APPLICATION_WINDOW)

#define FIRST_PAGE "recommendation"

/* ---- pages ---------------------------------------------------------------- */

static GtkWidget *
create_page (NazarWindow *self,
             const char  *name)
{
  GType type = nazar_record_type_from_name (name);

  if (type == NAZAR_TYPE_VISIT)
    return nazar_visits_page_new (self->live);

  return type != G_TYPE_INVALID ? nazar_records_page_new (self->live, type) : nazar_overview_page_new (self->live);
}

/* Shows a page: "overview", or that of a type of records. */
void
nazar_window_show_page (NazarWindow *self,
                        const char  *name)
{
  if (self->live == NULL)
    return;

  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, create_page (self, name), name);
  gtk_stack_set_visible_child_name (self->pages, name);
  nazar_sidebar_select (self->sidebar, name);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* The page that is shown; NULL where there is none. */
GtkWidget *
nazar_window_get_page (NazarWindow *self)
{
  return self->live != NULL ? gtk_stack_get_visible_child (self->pages) : NULL;
}

/* The list of records on the page that is shown; NULL where it has none. What stands in
 * the place of the list is closed. */
NazarRecordsPage *
nazar_window_show_list (NazarWindow *self)
{
  GtkWidget *page = nazar_window_get_page (self);

  if (NAZAR_IS_VISITS_PAGE (page))
    return nazar_visits_page_show_list (NAZAR_VISITS_PAGE (page));

  return NAZAR_IS_RECORDS_PAGE (page) ? NAZAR_RECORDS_PAGE (page) : NULL;
}

static void
remove_pages (NazarWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
}

/* ---- toasts --------------------------------------------------------------- */

static void
on_toast_dismissed_cb (NazarWindow *self,
                       AdwToast    *toast)
{
  if (self->toast != toast)
    return;
  self->toast = NULL;
  g_clear_handle_id (&self->toast_timer, g_source_remove);
}

static gboolean
on_toast_over_cb (gpointer data)
{
  NazarWindow *self = data;

  self->toast_timer = 0;
  adw_toast_dismiss (g_steal_pointer (&self->toast));
  return G_SOURCE_REMOVE;
}

/* The title of a toast of libadwaita 1.2 is one line; a sentence may need more. */
static GtkWidget *
create_toast_title (void)
{
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 60);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  return title;
}

/* Shows a message in the place of the one before it. That is one toast that says
 * something else now: dismissing one while it moves in crashes libadwaita 1.2. */
void
nazar_window_show_toast (NazarWindow *self,
                         const char  *message,
                         const char  *button,
                         const char  *action)
{
  gboolean is_new = self->toast == NULL;

  if (is_new)
    {
      self->toast = adw_toast_new ("");
      adw_toast_set_custom_title (self->toast, create_toast_title ());
      adw_toast_set_timeout (self->toast, 0);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_label_set_text (GTK_LABEL (adw_toast_get_custom_title (self->toast)), message);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_action_name (self->toast, action);

  /* Long sentences take longer to read. */
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  self->toast_timer = g_timeout_add_seconds (4 + g_utf8_strlen (message, -1) / 20, on_toast_over_cb, self);
  if (is_new)
    adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/* ---- opening and closing -------------------------------------------------- */

typedef struct
{
  char *path;
  NazarOpening how;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static NazarStore *
create_example (const char  *path,
                GError     **error)
{
  g_autoptr (NazarStore) store = nazar_store_create (path, NULL, error);

  if (store == NULL || nazar_example_fill (store, error))
    return g_steal_pointer (&store);

  nazar_store_close (store);
  g_unlink (path);
  return NULL;
}

static void
open_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Opening *opening = task_data;
  NazarStore *store = NULL;
  GError *error = NULL;

  nazar_closing_wait ();
  switch (opening->how)
    {
    case NAZAR_OPENING_NEW:
      store = nazar_store_create (opening->path, NULL, &error);
      break;
    case NAZAR_OPENING_EXAMPLE:
      store = create_example (opening->path, &error);
      break;
    case NAZAR_OPENING_REGISTER:
    default:
      store = nazar_store_open (opening->path, NAZAR_STORE_FALL_BACK, NULL, &error);
      break;
    }

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_conditions (NazarWindow *self,
                 NazarStore  *store)
{
  const char *why = nazar_store_why_read_only (store);

  if (nazar_store_is_read_only (store))
    {
      /* Translators: %s is a sentence that says why: "The register is open already: …." */
      g_autofree char *sentence = g_strdup_printf (_("%s You can read it here, but not change it."), why != NULL ? why : "");

      nazar_banner_show (self->read_only, "changes-prevent-symbolic", g_strstrip (sentence), NULL);
      return;
    }

  if (self->how != NAZAR_OPENING_REGISTER)
    nazar_banner_show (self->notice, "dialog-information-symbolic",
                       _("Registers are plain files until encryption is built: whoever has the file can read it."),
                       _("Understood"));
  if (self->may_ask && self->how != NAZAR_OPENING_EXAMPLE)
    nazar_author_bar_ask (self->author);
}

static void
take_register (NazarWindow *self,
               NazarStore  *store)
{
  self->live = nazar_live_new (store);
  g_signal_connect_object (self->live, "stored", G_CALLBACK (nazar_window_on_stored), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "failed", G_CALLBACK (nazar_window_on_failed), self, G_CONNECT_SWAPPED);

  nazar_recent_add (self->path);
  nazar_sidebar_set_live (self->sidebar, self->live);
  nazar_window_show_page (self, FIRST_PAGE);
  nazar_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "register");
  show_conditions (self, store);

  if (self->to_import != NULL)
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->to_import);

      nazar_window_import (self, file);
    }
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  NazarWindow *self = NAZAR_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarStore) store = g_task_propagate_pointer (G_TASK (result), &error);

  gtk_revealer_set_reveal_child (self->opening, FALSE);
  if (self->closed)
    return;

  if (store != NULL)
    {
      take_register (self, store);
      return;
    }
  g_clear_pointer (&self->path, g_free);
  nazar_window_show_start (self, error->message);
}

static void
forget_register (NazarWindow *self)
{
  g_autoptr (NazarLive) live = g_steal_pointer (&self->live);

  /* A row that is being edited stores its text when it loses the focus. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  remove_pages (self);
  g_signal_handlers_disconnect_by_data (live, self);
  nazar_sidebar_set_live (self->sidebar, NULL);
  nazar_banner_dismiss (self->read_only);
  nazar_banner_dismiss (self->notice);
  g_clear_pointer (&self->path, g_free);
  nazar_closing_begin (live);
}

/* Closes the register when all is stored, and shows the start page. */
void
nazar_window_close_register (NazarWindow *self)
{
  if (self->live == NULL)
    return;

  forget_register (self);
  nazar_window_show_start (self, NULL);
}

static void
destroy_dialogs (NazarWindow *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self))));

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      gtk_window_destroy (l->data);
}

static void
remember_size (NazarWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  nazar_settings_set_boolean ("window-maximized", maximized);
  if (!maximized && width >= 360 && height >= 294)
    {
      nazar_settings_set_int ("window-width", width);
      nazar_settings_set_int ("window-height", height);
    }
}

static gboolean
nazar_window_close_request (GtkWindow *window)
{
  NazarWindow *self = NAZAR_WINDOW (window);

  self->closed = TRUE;
  remember_size (self);
  destroy_dialogs (self);
  if (self->live != NULL)
    forget_register (self);

  return GTK_WINDOW_CLASS (nazar_window_parent_class)->close_request (window);
}

/* ---- dropping files ------------------------------------------------------- */

static gboolean
on_drop_cb (NazarWindow  *self,
            const GValue *value)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  GFile *file = list != NULL ? list->data : NULL;

  if (file == NULL)
    return FALSE;

  gtk_window_present (GTK_WINDOW (self));
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
  return TRUE;
}

/* ---- class ---------------------------------------------------------------- */

static void
nazar_window_finalize (GObject *object)
{
  NazarWindow *self = NAZAR_WINDOW (object);

  g_clear_handle_id (&self->toast_timer, g_source_remove);
  g_clear_object (&self->live);
  g_clear_object (&self->to_import);
  g_free (self->path);

  G_OBJECT_CLASS (nazar_window_parent_class)->finalize (object);
}

static void
nazar_window_class_init (NazarWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nazar_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = nazar_window_close_request;

  g_type_ensure (NAZAR_TYPE_AUTHOR_BAR);
  g_type_ensure (NAZAR_TYPE_BANNER);
  g_type_ensure (NAZAR_TYPE_SIDEBAR);
  g_type_ensure (NAZAR_TYPE_START_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, start);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, opening);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, NazarWindow, author);
  gtk_widget_class_bind_template_callback (widget_class, nazar_window_on_flap_revealed);

  nazar_window_install_actions (widget_class);
}

static void
nazar_window_init (NazarWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), nazar_settings_get_int ("window-width"),
                               nazar_settings_get_int ("window-height"));
  if (nazar_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  nazar_window_show_start (self, NULL);
}

/**
 * nazar_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that shows the start page
 */
NazarWindow *
nazar_window_new (AdwApplication *application)
{
  return g_object_new (NAZAR_TYPE_WINDOW, "application", application, NULL);
}

/**
 * nazar_window_open:
 * @self: a window that shows the start page
 * @path: where the register is, or is to be
 * @how: whether it is there
 * @may_ask: whether the author's name may be asked for before the first edit
 *
 * Opens the register behind the main loop. Where it cannot be opened, the start
 * page says why.
 */
void
nazar_window_open (NazarWindow  *self,
                   const char   *path,
                   NazarOpening  how,
                   gboolean      may_ask)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (NAZAR_IS_WINDOW (self));
  g_return_if_fail (self->path == NULL);

  self->path = g_strdup (path);
  self->how = how;
  self->may_ask = may_ask;
  gtk_stack_set_visible_child_name (self->stack, "opening");
  gtk_revealer_set_reveal_child (self->opening, TRUE);

  opening->path = g_strdup (path);
  opening->how = how;
  task = g_task_new (self, NULL, on_opened_cb, NULL);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_worker);
}

/**
 * nazar_window_get_live:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the register that it shows
 */
NazarLive *
nazar_window_get_live (NazarWindow *self)
{
  g_return_val_if_fail (NAZAR_IS_WINDOW (self), NULL);

  return self->live;
}

/**
 * nazar_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): path of the register that it shows or is
 *   about to show
 */
const char *
nazar_window_get_path (NazarWindow *self)
{
  g_return_val_if_fail (NAZAR_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * nazar_window_show_start:
 * @self: a window without a register
 * @sentence: (nullable): why a file was not opened
 *
 * Shows the start page.
 */
void
nazar_window_show_start (NazarWindow *self,
                         const char  *sentence)
{
  nazar_start_page_update (self->start);
  nazar_start_page_show_error (self->start, sentence);
  nazar_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_widget_grab_focus (GTK_WIDGET (self->start));
}

/* ---- what pages ask for --------------------------------------------------- */

/* A dialog belongs to the window that it is in front of. */
static NazarWindow *
window_of (GtkWidget *child)
{
  GtkRoot *root = gtk_widget_get_root (child);

  while (root != NULL && !NAZAR_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
  return (NazarWindow *) root;
}

/**
 * nazar_window_toast:
 * @child: a widget of a page or dialog
 * @message: a sentence, or a few words
 * @offer_undo: whether what was done can be taken back from the toast
 *
 * Says what was done.
 */
void
nazar_window_toast (GtkWidget  *child,
                    const char *message,
                    gboolean    offer_undo)
{
  NazarWindow *self = window_of (child);

  if (self != NULL)
    nazar_window_show_toast (self, message, offer_undo ? _("Undo") : NULL, "win.undo");
}

/**
 * nazar_window_show_error:
 * @child: a widget of a page or dialog
 * @error: what went wrong
 *
 * Says it.
 */
void
nazar_window_show_error (GtkWidget    *child,
                         const GError *error)
{
  nazar_window_toast (child, error->message, FALSE);
}

/* What a file belongs to may be of any kind. */
static GType
find_type (NazarWindow      *self,
           const NazarField *field,
           const char       *id)
{
  NazarStore *store = nazar_live_get_store (self->live);
  GType type;

  if (!g_str_equal (field->target, NAZAR_ANY_RECORD))
    return nazar_record_type_from_name (field->target);

  type = nazar_record_sql_find_type (nazar_store_lock_reader (store), id, NULL);
  nazar_store_unlock_reader (store);
  return type;
}

static void
show_owner (GtkWidget        *child,
            NazarRecord      *record,
            const NazarField *field)
{
  NazarWindow *self = window_of (child);
  const char *id = nazar_record_get (record, field->name);
  GType type;

  if (id == NULL)
    return;

  type = find_type (self, field, id);
  if (type != NAZAR_TYPE_VISIT)
    {
      nazar_window_show_record (child, type, id);
      return;
    }
  nazar_window_show_page (self, "visit");
  nazar_visits_page_open (NAZAR_VISITS_PAGE (nazar_window_get_page (self)), id, record);
}

/**
 * nazar_window_show_record:
 * @child: a widget of a page or dialog
 * @type: a kind of record
 * @id: its id
 *
 * Shows the page of the record and selects it there. A record that belongs to
 * another is shown with that.
 */
void
nazar_window_show_record (GtkWidget  *child,
                          GType       type,
                          const char *id)
{
  NazarWindow *self = window_of (child);
  const NazarField *owner;
  GtkWidget *page;

  if (self == NULL || self->live == NULL || id == NULL || type == G_TYPE_INVALID)
    return;

  owner = nazar_record_info_owner (nazar_record_info (type));
  if (owner != NULL)
    {
      g_autoptr (NazarRecord) record = nazar_live_get (self->live, type, id);

      if (record != NULL)
        show_owner (child, record, owner);
      return;
    }
  if (!nazar_list_is_listed (type))
    return;

  nazar_window_show_page (self, nazar_record_info (type)->name);
  page = nazar_window_get_page (self);
  if (NAZAR_IS_VISITS_PAGE (page))
    nazar_visits_page_open (NAZAR_VISITS_PAGE (page), id, NULL);
  else
    nazar_records_page_show_record (NAZAR_RECORDS_PAGE (page), id);
}

/**
 * nazar_window_show_filtered:
 * @child: a widget of a page or dialog
 * @type: a kind of record
 * @field: a field
 * @value: its value
 *
 * Shows the page of the kind with this filter alone.
 */
void
nazar_window_show_filtered (GtkWidget  *child,
                            GType       type,
                            const char *field,
                            const char *value)
{
  NazarWindow *self = window_of (child);

  if (self == NULL || self->live == NULL)
    return;

  nazar_window_show_page (self, nazar_record_info (type)->name);
  nazar_records_page_set_filter (nazar_window_show_list (self), field, value);
}
