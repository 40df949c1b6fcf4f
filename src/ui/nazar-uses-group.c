/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-uses-group.h"

#include "nazar-language.h"
#include "nazar-list-layout.h"
#include "nazar-lookup.h"
#include "nazar-records.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* Where a source, a body or a term is used: how many records refer to it, each
 * number leading to them. Counted by a worker. */
struct _NazarUsesGroup
{
  AdwPreferencesGroup parent_instance;

  NazarLive *live;
  NazarRecord *record;
  gulong changed_id;
  gboolean running;
  gboolean again;
  GPtrArray *rows;
};

static void start_count (NazarUsesGroup *self);

G_DEFINE_FINAL_TYPE (NazarUsesGroup, nazar_uses_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  NazarStore *store;
  GType type;
  char *id;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->store);
  g_free (question->id);
  g_free (question);
}

static void
on_activated_cb (AdwActionRow *row,
                 gpointer      user_data)
{
  NazarUsesGroup *self = user_data;
  const NazarLookupUse *use = g_object_get_data (G_OBJECT (row), "use");

  nazar_window_show_filtered (GTK_WIDGET (self), use->type, use->field->name, nazar_record_get_id (self->record));
}

static void
add_use (NazarUsesGroup       *self,
         const NazarLookupUse *use)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = nazar_number_format (use->count, nazar_language_current ());
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nazar_record_type_plural (use->type));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), nazar_field_label (use->field));
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  if (nazar_list_is_listed (use->type))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "use", g_memdup2 (use, sizeof *use), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (on_activated_cb), self);
    }

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_uses (NazarUsesGroup *self,
           GArray         *uses)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    add_use (self, &g_array_index (uses, NazarLookupUse, i));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), self->rows->len == 0 ? _("Nowhere yet.") : NULL);
}

static void
count_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Question *question = task_data;
  GError *error = NULL;
  g_autoptr (NazarConnection) reader = nazar_store_new_reader (question->store, &error);
  GArray *uses = reader != NULL ? nazar_lookup_uses (reader, question->type, question->id, &error) : NULL;

  if (uses != NULL)
    g_task_return_pointer (task, uses, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_counted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  NazarUsesGroup *self = NAZAR_USES_GROUP (source);
  g_autoptr (GArray) uses = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (self->again)
    start_count (self);
  else if (uses != NULL && self->record != NULL)
    show_uses (self, uses);
}

static void
start_count (NazarUsesGroup *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  self->again = self->running;
  if (self->running || self->record == NULL)
    return;

  self->running = TRUE;
  question = g_new0 (Question, 1);
  question->store = g_object_ref (nazar_live_get_store (self->live));
  question->type = G_OBJECT_TYPE (self->record);
  question->id = g_strdup (nazar_record_get_id (self->record));

  task = g_task_new (self, NULL, on_counted_cb, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, count_in_worker);
}

static void
nazar_uses_group_dispose (GObject *object)
{
  NazarUsesGroup *self = NAZAR_USES_GROUP (object);

  if (self->live != NULL)
    g_clear_signal_handler (&self->changed_id, self->live);
  g_clear_object (&self->record);
  g_clear_object (&self->live);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (nazar_uses_group_parent_class)->dispose (object);
}

static void
nazar_uses_group_class_init (NazarUsesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_uses_group_dispose;
}

static void
nazar_uses_group_init (NazarUsesGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Where it is used"));
}

/**
 * nazar_uses_group_set_record:
 * @self: a group
 * @live: a register as windows see it
 * @record: (nullable): the record whose uses it shows
 */
void
nazar_uses_group_set_record (NazarUsesGroup *self,
                             NazarLive      *live,
                             NazarRecord    *record)
{
  g_return_if_fail (NAZAR_IS_USES_GROUP (self));

  if (g_set_object (&self->live, live))
    self->changed_id = g_signal_connect_swapped (live, "changed", G_CALLBACK (start_count), self);
  if (g_set_object (&self->record, record))
    start_count (self);
}
