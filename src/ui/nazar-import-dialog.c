/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-dialog.h"

#include "nazar-import-review.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-window.h"
#include "nazar-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The way of a file into the register: it is read in a thread, reviewed, and
 * stored in one transaction. Until then the register does not know of it. */
struct _NazarImportDialog
{
  AdwWindow parent_instance;

  NazarLive *live;
  GtkWidget *owner; /* weak: for the toast when all is done */
  GFile *file;
  NazarImportPlan *plan;
  NazarWorkProgress *current; /* the work that is waited for; an earlier one is ignored */
  guint show_work_source;
  gboolean reading;
  gboolean stale; /* which items are known must be looked at again */
  char *source;   /* id of the source of the register that was chosen; NULL: a new one */

  AdwWindowTitle *title;
  GtkWidget *cancel;
  GtkButton *import;
  GtkStack *stack;
  NazarWork *work;
  AdwStatusPage *failed;
  GtkButton *failed_button;
  AdwToastOverlay *toasts;
  NazarImportReview *review;
};

G_DEFINE_FINAL_TYPE (NazarImportDialog, nazar_import_dialog, ADW_TYPE_WINDOW)

/* Work shorter than this shows no page of its own. */
#define SHOW_WORK_MS 200

/* Not wider than the window it belongs to. */
#define DEFAULT_WIDTH 1100
#define DEFAULT_HEIGHT 680

/* Up to so many items it is looked at once which of them are known. */
#define MAX_ITEMS_AT_ONCE 2000

static void
show_page (NazarImportDialog *self,
           const char        *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->import), strcmp (name, "review") == 0);
  gtk_widget_set_visible (self->cancel, strcmp (name, "work") != 0); /* that page has its own */
}

static void
show_failure (NazarImportDialog *self,
              const char        *title,
              const GError      *error)
{
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, sentence);
  gtk_button_set_label (self->failed_button, self->plan != NULL ? _("_Back to the Review") : _("_Close"));
  show_page (self, "failed");
  gtk_widget_grab_focus (GTK_WIDGET (self->failed_button));
}

static void
say (NazarImportDialog *self,
     const GError      *error)
{
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CANCELLED);
}

static gboolean
on_show_work_cb (gpointer user_data)
{
  NazarImportDialog *self = user_data;

  self->show_work_source = 0;
  show_page (self, "work");
  return G_SOURCE_REMOVE;
}

/* Where there is a review to look at, short work does not hide it. */
static NazarWorkProgress *
begin_work (NazarImportDialog *self,
            const char        *title,
            gboolean           at_once)
{
  g_clear_pointer (&self->current, nazar_work_progress_unref);
  nazar_work_cancel (self->work);
  self->current = nazar_work_begin (self->work, title);

  g_clear_handle_id (&self->show_work_source, g_source_remove);
  if (at_once)
    show_page (self, "work");
  else
    self->show_work_source = g_timeout_add (SHOW_WORK_MS, on_show_work_cb, self);
  return nazar_work_progress_ref (self->current);
}

static void
end_work (NazarImportDialog *self)
{
  g_clear_handle_id (&self->show_work_source, g_source_remove);
  g_clear_pointer (&self->current, nazar_work_progress_unref);
  nazar_work_end (self->work);
  self->reading = FALSE;
}

/* ---- what would be stored ---------------------------------------------------- */

typedef struct
{
  guint n_new;
  guint n_changed;
  gboolean only_recommendations;
} Effect;

static gboolean
changes_known (const NazarImportItem *item)
{
  for (guint i = 0; item->differences != NULL && i < item->differences->len; i++)
    if (item->update || ((NazarImportDifference *) g_ptr_array_index (item->differences, i))->fills)
      return TRUE;

  return FALSE;
}

static Effect
count_effect (NazarImportPlan *plan)
{
  GPtrArray *items = nazar_import_plan_get_items (plan);
  Effect effect = { 0, 0, TRUE };

  for (guint i = 0; i < items->len; i++)
    {
      const NazarImportItem *item = g_ptr_array_index (items, i);

      if (!item->take || (item->state != NAZAR_IMPORT_NEW && !changes_known (item)))
        continue;
      if (item->state == NAZAR_IMPORT_NEW)
        effect.n_new++;
      else if (item->state == NAZAR_IMPORT_KNOWN)
        effect.n_changed++;
      effect.only_recommendations = effect.only_recommendations && G_OBJECT_TYPE (item->record) == NAZAR_TYPE_RECOMMENDATION;
    }
  return effect;
}

static char *
describe_effect (const Effect *effect)
{
  guint n = effect->n_new > 0 ? effect->n_new : effect->n_changed;
  g_autofree char *number = nazar_number_format (n, nazar_language_current ());

  /* Translators: %s is a number, the same that decides the plural. */
  if (effect->n_new > 0 && effect->only_recommendations)
    return g_strdup_printf (ngettext ("%s recommendation imported", "%s recommendations imported", n), number);
  if (effect->n_new > 0)
    return g_strdup_printf (ngettext ("%s record imported", "%s records imported", n), number);
  return g_strdup_printf (ngettext ("%s record changed", "%s records changed", n), number);
}

static void
on_counted_cb (NazarImportDialog *self)
{
  Effect effect = count_effect (self->plan);
  guint n = effect.n_new + effect.n_changed;
  g_autofree char *number = nazar_number_format (n, nazar_language_current ());
  /* Translators: %s is a number of recommendations. */
  g_autofree char *label = g_strdup_printf (_("_Import %s"), number);

  gtk_button_set_label (self->import, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", n > 0);
}

/* ---- reading ------------------------------------------------------------------ */

typedef struct
{
  NazarStore *store;
  char *path;
  GHashTable *options;
  NazarWorkProgress *progress;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  g_free (reading->path);
  g_hash_table_unref (reading->options);
  nazar_work_progress_unref (reading->progress);
  g_free (reading);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  NazarImportPlan *plan = nazar_import_read (reading->store, reading->path, NULL, reading->options, nazar_work_progress_report,
                                             reading->progress, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_plan (NazarImportDialog *self,
           NazarImportPlan   *plan)
{
  g_autofree char *subtitle = NULL;
  GPtrArray *sources = nazar_import_plan_get_sources (plan);

  g_set_object (&self->plan, plan);
  self->stale = FALSE;
  g_clear_pointer (&self->source, g_free);
  if (sources->len == 1 && ((NazarImportItem *) g_ptr_array_index (sources, 0))->known != NULL)
    self->source = g_strdup (nazar_record_get_id (((NazarImportItem *) g_ptr_array_index (sources, 0))->known));

  /* Translators: the name of a file and its kind. */
  subtitle = g_strdup_printf (_("%s – %s"), nazar_import_plan_get_name (plan), nazar_import_plan_get_kind_label (plan));
  adw_window_title_set_subtitle (self->title, subtitle);
  nazar_import_review_show (self->review, self->live, plan);
  show_page (self, "review");
  gtk_widget_grab_focus (GTK_WIDGET (self->review));
}

/* The review goes on with what was read before. */
static void
give_up_reading_anew (NazarImportDialog *self)
{
  end_work (self);
  nazar_import_review_reset_choices (self->review);
  show_page (self, "review");
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (NazarImportDialog) self = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarImportPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->current != reading->progress)
    return;

  end_work (self);
  if (plan != NULL)
    {
      show_plan (self, plan);
    }
  else if (self->plan == NULL)
    {
      show_failure (self, _("This file cannot be imported"), error);
    }
  else
    {
      say (self, error);
      give_up_reading_anew (self);
    }
}

static void
begin_reading (NazarImportDialog *self)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is a file name. */
  g_autofree char *title = g_strdup_printf (_("Reading “%s”"), shown);
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (nazar_live_get_store (self->live));
  reading->path = g_file_get_path (self->file);
  reading->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  reading->progress = begin_work (self, title, self->plan == NULL);
  self->reading = TRUE;
  if (self->plan != NULL)
    {
      const char *state = nazar_import_review_get_state (self->review);

      g_hash_table_insert (reading->options, (gpointer) "encoding", g_strdup (nazar_import_review_get_encoding (self->review)));
      if (state != NULL)
        g_hash_table_insert (reading->options, (gpointer) "state", g_strdup (state));
    }

  task = g_task_new (NULL, nazar_work_progress_get_cancellable (reading->progress), on_read_cb, g_object_ref (self));
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* ---- matching and storing ------------------------------------------------------ */

typedef struct
{
  NazarStore *store;
  NazarImportPlan *plan;
  NazarRecord *source;
  gboolean match;
  NazarWorkProgress *progress;
} Storing;

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  g_object_unref (storing->store);
  g_object_unref (storing->plan);
  g_clear_object (&storing->source);
  nazar_work_progress_unref (storing->progress);
  g_free (storing);
}

static Storing *
storing_new (NazarImportDialog *self,
             NazarWorkProgress *progress)
{
  Storing *storing = g_new0 (Storing, 1);

  storing->store = g_object_ref (nazar_live_get_store (self->live));
  storing->plan = g_object_ref (self->plan);
  storing->source = nazar_import_review_dup_source (self->review);
  storing->progress = progress;
  return storing;
}

static gboolean
match (Storing       *storing,
       GCancellable  *cancellable,
       GError       **error)
{
  if (nazar_import_plan_get_sources (storing->plan)->len == 1)
    return nazar_import_plan_set_source (storing->plan, storing->store, storing->source, error);

  return nazar_import_plan_match (storing->plan, storing->store, cancellable, error);
}

static void
match_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (match (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_matched (NazarImportDialog *self,
              gboolean           ok,
              const GError      *error)
{
  self->stale = !ok;
  nazar_import_review_refresh (self->review);
  if (!ok && !is_cancelled (error))
    say (self, error);
}

static void
on_matched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (NazarImportDialog) self = user_data;
  Storing *storing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->current != storing->progress)
    return;

  end_work (self);
  show_matched (self, ok, error);
  show_page (self, "review");
}

/* A short plan is looked at between two keys. In a long one single corrections
 * wait until all is stored; another source is looked at in a thread, and the
 * review, which must not change meanwhile, gives way to its progress. */
static void
on_match_cb (NazarImportDialog *self)
{
  g_autoptr (NazarRecord) source = nazar_import_review_dup_source (self->review);
  const char *id = source != NULL ? nazar_record_get_id (source) : NULL;
  gboolean other_source = g_strcmp0 (id, self->source) != 0;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Storing *storing;

  self->stale = TRUE;
  if (self->current != NULL)
    return;

  g_free (self->source);
  self->source = g_strdup (id);

  if (nazar_import_plan_get_items (self->plan)->len <= MAX_ITEMS_AT_ONCE)
    {
      gboolean ok;

      storing = storing_new (self, begin_work (self, "", FALSE));
      ok = match (storing, NULL, &error);
      storing_free (storing);
      end_work (self);
      show_matched (self, ok, error);
      return;
    }

  if (!other_source)
    return;

  storing = storing_new (self, begin_work (self, _("Looking at what the register has"), TRUE));
  task = g_task_new (NULL, nazar_work_progress_get_cancellable (storing->progress), on_matched_cb, g_object_ref (self));
  g_task_set_task_data (task, storing, storing_free);
  g_task_run_in_thread (task, match_in_thread);
}

/* Runs in the writer's thread. */
static gboolean
store_plan (NazarStore    *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Storing *storing = data;

  if (storing->match && !match (storing, cancellable, error))
    return FALSE;

  return nazar_import_plan_store (storing->plan, store, nazar_work_progress_report, storing->progress, cancellable, error);
}

static void
announce (NazarImportDialog *self)
{
  Effect effect = count_effect (self->plan);
  g_autofree char *message = describe_effect (&effect);

  if (self->owner != NULL)
    nazar_window_toast (self->owner, message, TRUE);
}

static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (NazarImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = nazar_store_run_finish (NAZAR_STORE (source), result, &error);

  if (ok)
    announce (self);
  if (self->live == NULL)
    return; /* closed meanwhile */

  end_work (self);
  if (ok)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (is_cancelled (error))
    show_page (self, "review");
  else
    show_failure (self, _("Nothing was imported"), error);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NazarImportDialog *self = NAZAR_IMPORT_DIALOG (widget);
  Storing *storing;

  if (self->current != NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "review") != 0)
    return;

  storing = storing_new (self, begin_work (self, _("Importing"), TRUE));
  storing->match = self->stale;
  nazar_store_work_async (storing->store, store_plan, storing, storing_free,
                          nazar_work_progress_get_cancellable (storing->progress), on_stored_cb, g_object_ref (self));
}

/* ---- the window ----------------------------------------------------------------- */

/* What was being read is let go at once, though its thread may take a moment. What
 * is being stored or looked at is waited for: the plan is in its hands. */
static void
on_work_cancelled_cb (NazarImportDialog *self)
{
  if (self->plan == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->reading)
    give_up_reading_anew (self);
}

static void
on_failed_clicked_cb (NazarImportDialog *self)
{
  if (self->plan != NULL)
    show_page (self, "review");
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_window_destroy (GTK_WINDOW (widget));
}

/* Escape leaves a page that holds no work of the user's hands. */
static void
escape_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NazarImportDialog *self = NAZAR_IMPORT_DIALOG (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "failed") == 0)
    on_failed_clicked_cb (self);
  else if (self->plan == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
nazar_import_dialog_dispose (GObject *object)
{
  NazarImportDialog *self = NAZAR_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->show_work_source, g_source_remove);
  g_clear_pointer (&self->current, nazar_work_progress_unref);
  g_clear_object (&self->live);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (nazar_import_dialog_parent_class)->dispose (object);
}

static void
nazar_import_dialog_finalize (GObject *object)
{
  NazarImportDialog *self = NAZAR_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->plan);
  g_free (self->source);

  G_OBJECT_CLASS (nazar_import_dialog_parent_class)->finalize (object);
}

static void
nazar_import_dialog_class_init (NazarImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nazar_import_dialog_dispose;
  object_class->finalize = nazar_import_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "import.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.escape", NULL, escape_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.import", NULL);

  g_type_ensure (NAZAR_TYPE_IMPORT_REVIEW);
  g_type_ensure (NAZAR_TYPE_WORK);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, work);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, failed_button);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, NazarImportDialog, review);
  gtk_widget_class_bind_template_callback (widget_class, on_counted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_reading);
  gtk_widget_class_bind_template_callback (widget_class, on_work_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_failed_clicked_cb);
}

static void
nazar_import_dialog_init (NazarImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GError *
find_obstacle (NazarLive *live,
               GFile     *file)
{
  NazarStore *store = nazar_live_get_store (live);

  if (nazar_store_is_read_only (store))
    return g_error_new (NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY, "%s",
                        nazar_store_why_read_only (store) != NULL ? nazar_store_why_read_only (store)
                                                                  : _("This register is open for reading only."));
  if (g_file_peek_path (file) == NULL)
    return g_error_new_literal (NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE,
                                _("This file is not on this computer. Copy it here and import the copy."));
  return NULL;
}

/**
 * nazar_import_dialog_present:
 * @parent: the window of a register
 * @live: its register
 * @file: the file to import
 *
 * Reads the file, shows what was found, and stores what the user takes.
 */
void
nazar_import_dialog_present (GtkWindow *parent,
                             NazarLive *live,
                             GFile     *file)
{
  NazarImportDialog *self;
  g_autoptr (GError) obstacle = find_obstacle (live, file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  self = g_object_new (NAZAR_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->live = g_object_ref (live);
  self->file = g_object_ref (file);
  g_set_weak_pointer (&self->owner, GTK_WIDGET (parent));
  adw_window_title_set_subtitle (self->title, shown);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), 360, DEFAULT_WIDTH),
                               DEFAULT_HEIGHT);

  if (obstacle != NULL)
    show_failure (self, _("This file cannot be imported"), obstacle);
  else
    begin_reading (self);
  gtk_window_present (GTK_WINDOW (self));
}
