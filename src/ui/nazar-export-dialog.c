/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-export-dialog.h"

#include "nazar-compat.h"
#include "nazar-export.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-window.h"
#include "nazar-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What leaves the register, and for whom. */
struct _NazarExportDialog
{
  AdwWindow parent_instance;

  NazarLive *live;
  GType type;               /* of the table */
  GtkWidget *owner;         /* weak: for the toast when all is done */
  NazarWorkProgress *current;

  GtkWidget *cancel;
  GtkWidget *export;
  GtkStack *stack;
  AdwActionRow *csv_row;
  GtkCheckButton *json;
  GtkCheckButton *for_authority;
  GtkCheckButton *for_nobody;
  GtkLabel *journal;
  NazarWork *work;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (NazarExportDialog, nazar_export_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  NazarStore *store;
  char *path;
  NazarExportFormat format;
  GType type;
  NazarAudience audience;
  guint n_records;
  NazarWorkProgress *progress;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->store);
  g_free (writing->path);
  nazar_work_progress_unref (writing->progress);
  g_free (writing);
}

static void
show_page (NazarExportDialog *self,
           const char        *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->export, strcmp (name, "choose") == 0);
  gtk_widget_set_visible (self->cancel, strcmp (name, "work") != 0); /* that page has its own */
}

static NazarExportFormat
get_format (NazarExportDialog *self)
{
  return gtk_check_button_get_active (self->json) ? NAZAR_EXPORT_JSON : NAZAR_EXPORT_CSV;
}

static NazarAudience
get_audience (NazarExportDialog *self)
{
  if (gtk_check_button_get_active (self->for_authority))
    return NAZAR_AUDIENCE_AUTHORITY;

  return gtk_check_button_get_active (self->for_nobody) ? NAZAR_AUDIENCE_NONE : NAZAR_AUDIENCE_PUBLIC;
}

/* The register's own name, with what is exported of it. */
static char *
propose_name (NazarExportDialog *self)
{
  g_autofree char *base = g_path_get_basename (nazar_store_get_path (nazar_live_get_store (self->live)));
  g_autofree char *shown = g_filename_display_name (base);
  char *dot = strrchr (shown, '.');

  if (dot != NULL && dot > shown)
    *dot = '\0';
  if (get_format (self) == NAZAR_EXPORT_JSON)
    return g_strconcat (shown, ".json", NULL);

  return g_strdup_printf ("%s-%s.csv", shown, nazar_record_info (self->type)->name);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError *error = NULL;

  if (nazar_export (writing->store, writing->path, writing->format, writing->type, writing->audience,
                    nazar_work_progress_report, writing->progress, &writing->n_records, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
announce (NazarExportDialog *self,
          guint              n_records)
{
  g_autofree char *number = nazar_number_format (n_records, nazar_language_current ());
  /* Translators: %s is a number, the same that decides the plural. */
  g_autofree char *message = g_strdup_printf (ngettext ("%s record exported", "%s records exported", n_records), number);

  if (self->owner != NULL)
    nazar_window_toast (self->owner, message, FALSE);
}

static void
show_failure (NazarExportDialog *self,
              const char        *message)
{
  g_autofree char *sentence = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failed, sentence);
  show_page (self, "failed");
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (NazarExportDialog) self = user_data;
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean waiting = self->current == writing->progress;

  if (ok)
    announce (self, writing->n_records);
  if (!waiting)
    return;

  g_clear_pointer (&self->current, nazar_work_progress_unref);
  nazar_work_end (self->work);
  if (ok)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_page (self, "choose");
  else
    show_failure (self, error->message);
}

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (NazarExportDialog) self = user_data;
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (file == NULL || self->live == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      show_failure (self, _("This place is not on this computer. Choose another."));
      return;
    }

  self->current = nazar_work_begin (self->work, _("Exporting"));
  writing = g_new0 (Writing, 1);
  writing->store = g_object_ref (nazar_live_get_store (self->live));
  writing->path = g_file_get_path (file);
  writing->format = get_format (self);
  writing->type = writing->format == NAZAR_EXPORT_CSV ? self->type : G_TYPE_INVALID;
  writing->audience = get_audience (self);
  writing->progress = nazar_work_progress_ref (self->current);
  show_page (self, "work");

  task = g_task_new (NULL, nazar_work_progress_get_cancellable (self->current), on_written_cb, g_object_ref (self));
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NazarExportDialog *self = NAZAR_EXPORT_DIALOG (widget);
  g_autofree char *name = propose_name (self);
  g_autofree char *folder = g_path_get_dirname (nazar_store_get_path (nazar_live_get_store (self->live)));

  nazar_compat_save_file (GTK_WINDOW (self), _("Export"), folder, name, NULL, on_chosen_cb, g_object_ref (self));
}

/* From a failure back to the choice, from the choice out. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NazarExportDialog *self = NAZAR_EXPORT_DIALOG (widget);
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (page, "failed") == 0)
    show_page (self, "choose");
  else if (g_strcmp0 (page, "choose") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    nazar_work_cancel (self->work);
}

static void
nazar_export_dialog_dispose (GObject *object)
{
  NazarExportDialog *self = NAZAR_EXPORT_DIALOG (object);

  g_clear_pointer (&self->current, nazar_work_progress_unref);
  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_export_dialog_parent_class)->dispose (object);
}

static void
nazar_export_dialog_class_init (NazarExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_export_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "export.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);

  g_type_ensure (NAZAR_TYPE_WORK);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, csv_row);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, json);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, for_authority);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, for_nobody);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, journal);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, work);
  gtk_widget_class_bind_template_child (widget_class, NazarExportDialog, failed);
}

static void
nazar_export_dialog_init (NazarExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_export_dialog_present:
 * @parent: the window of a register
 * @live: its register
 * @type: the kind of record that a table would hold; %G_TYPE_INVALID for
 *   recommendations
 *
 * Asks what is to be exported and for whom, and writes it.
 */
void
nazar_export_dialog_present (GtkWindow *parent,
                             NazarLive *live,
                             GType      type)
{
  NazarExportDialog *self = g_object_new (NAZAR_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *table = NULL;

  self->live = g_object_ref (live);
  self->type = type != G_TYPE_INVALID ? type : NAZAR_TYPE_RECOMMENDATION;
  g_set_weak_pointer (&self->owner, GTK_WIDGET (parent));

  /* Translators: %s is a kind of record in the plural, such as “Recommendations”. */
  table = g_strdup_printf (_("%s as a table (CSV)"), nazar_record_type_plural (self->type));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->csv_row), table);
  gtk_label_set_text (self->journal, nazar_store_is_read_only (nazar_live_get_store (live))
                                         ? _("This register is open for reading only, so the export will not be noted in its journal.")
                                         : _("The export will be noted in the journal: who, when, what and for whom."));
  gtk_window_present (GTK_WINDOW (self));
}
