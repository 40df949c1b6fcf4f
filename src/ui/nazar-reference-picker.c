/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-reference-picker.h"

#include "nazar-display.h"
#include "nazar-language.h"
#include "nazar-lookup.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Picks a record by typing its name. What does not exist yet is made in place. */
struct _NazarReferencePicker
{
  GtkPopover parent_instance;

  NazarLive *live;
  const NazarField *field;
  GType type;

  NazarConnection *reader; /* used by one worker at a time */
  gboolean running;
  gboolean again;

  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *empty;
};

static void start_lookup (NazarReferencePicker *self);

G_DEFINE_FINAL_TYPE (NazarReferencePicker, nazar_reference_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define MAX_RECORDS 50

static const char *
get_typed (NazarReferencePicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* The field by which a new record gets its name; NULL where it takes more. */
static const char *
name_field (NazarReferencePicker *self)
{
  if (self->type == NAZAR_TYPE_BODY)
    return "name";
  if (self->type == NAZAR_TYPE_TERM)
    return "label";
  if (self->type == NAZAR_TYPE_SOURCE)
    return "title";
  return NULL;
}

static void
pick (NazarReferencePicker *self,
      NazarRecord          *record)
{
  g_autoptr (NazarRecord) picked = g_object_ref (record);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, picked);
}

static void
create (NazarReferencePicker *self)
{
  g_autoptr (NazarRecord) record = nazar_record_new (self->type, NULL);

  if (!nazar_record_enter (record, name_field (self), get_typed (self), NULL))
    return;
  if (self->field->scope != NULL)
    nazar_record_set (record, self->type == NAZAR_TYPE_TERM ? "vocabulary" : "mechanism", self->field->scope);
  nazar_record_set (record, "language", nazar_language_current ());

  nazar_live_store (self->live, record);
  pick (self, record);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  return label;
}

static GtkWidget *
add_row (NazarReferencePicker *self,
         GtkWidget            *child,
         const char           *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  return row;
}

/* Recommendations are told apart by their source, sources by symbol. */
static char *
dup_detail (NazarReferencePicker *self,
            NazarRecord          *record)
{
  if (self->type == NAZAR_TYPE_RECOMMENDATION)
    return nazar_display_title (self->live, NAZAR_TYPE_SOURCE, nazar_record_get (record, "source"));
  if (self->type == NAZAR_TYPE_SOURCE)
    return g_strdup (nazar_record_get (record, "symbol"));
  return NULL;
}

static void
add_record (NazarReferencePicker *self,
            NazarRecord          *record)
{
  g_autofree char *title = nazar_record_dup_title (record);
  g_autofree char *place = self->type == NAZAR_TYPE_RECOMMENDATION ? nazar_display_place (record) : NULL;
  g_autofree char *line = place != NULL ? g_strdup_printf ("%s · %s", place, title) : g_strdup (title);
  g_autofree char *detail = dup_detail (self, record);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (box), make_label (line));
  if (detail != NULL && *detail != '\0' && strcmp (detail, line) != 0)
    {
      GtkWidget *label = make_label (detail);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  row = add_row (self, box, line);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (nazar_record_get_id (record)), g_free);
}

static void
add_create (NazarReferencePicker *self,
            const char           *name)
{
  /* Translators: %s is what was typed, the name of a new record. */
  g_autofree char *text = g_strdup_printf (_("Create “%s”"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), make_label (text));
  add_row (self, box, text);
}

static void
clear_list (NazarReferencePicker *self)
{
  GtkWidget *child;

  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
}

static void
fill_list (NazarReferencePicker *self,
           GPtrArray            *records)
{
  g_autofree char *typed = g_strstrip (g_strdup (get_typed (self)));
  g_autofree char *folded = nazar_fold (typed);
  gboolean known = FALSE;

  clear_list (self);
  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = nazar_record_dup_title (record);
      g_autofree char *folded_title = nazar_fold (title);

      known = known || strcmp (folded, folded_title) == 0;
      add_record (self, record);
    }

  if (*typed != '\0' && !known && name_field (self) != NULL)
    add_create (self, typed);

  gtk_label_set_text (GTK_LABEL (self->empty), *typed != '\0'              ? _("Nothing was found.")
                                               : name_field (self) != NULL ? _("Type the name of a new one.")
                                                                           : _("There is none yet."));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
look_up_in_worker (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  NazarReferencePicker *self = source;
  GError *error = NULL;
  GPtrArray *records = NULL;

  if (self->reader == NULL)
    self->reader = nazar_store_new_reader (nazar_live_get_store (self->live), &error);
  if (self->reader != NULL)
    records = nazar_lookup_records (self->reader, self->type, self->field->scope, task_data, MAX_RECORDS, &error);

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_looked_up_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  NazarReferencePicker *self = NAZAR_REFERENCE_PICKER (source);
  g_autoptr (GPtrArray) records = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_clear_pointer (&self->reader, nazar_connection_close);
  else if (self->again)
    start_lookup (self);
  else if (records != NULL)
    fill_list (self, records);
}

static void
start_lookup (NazarReferencePicker *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->running;
  if (self->running)
    return;

  self->running = TRUE;
  task = g_task_new (self, NULL, on_looked_up_cb, NULL);
  g_task_set_task_data (task, g_strdup (get_typed (self)), g_free);
  g_task_run_in_thread (task, look_up_in_worker);
}

static void
on_search_changed_cb (NazarReferencePicker *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_lookup (self);
}

static void
on_row_activated_cb (NazarReferencePicker *self,
                     GtkListBoxRow        *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  g_autoptr (NazarRecord) record = NULL;

  if (id == NULL)
    {
      create (self);
      return;
    }

  record = nazar_live_get (self->live, self->type, id);
  if (record != NULL)
    pick (self, record);
}

static void
on_entry_activate_cb (NazarReferencePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    on_row_activated_cb (self, row);
}

/* From what is typed the arrow leads into the list, to what is marked already:
 * one arrow and Enter take the match, never the row that makes a new record. */
static gboolean
on_entry_key_cb (NazarReferencePicker *self,
                 guint                 keyval,
                 guint                 keycode,
                 GdkModifierType       state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL || (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
nazar_reference_picker_map (GtkWidget *widget)
{
  NazarReferencePicker *self = NAZAR_REFERENCE_PICKER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  GTK_WIDGET_CLASS (nazar_reference_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (self->entry);
  start_lookup (self);
}

static void
nazar_reference_picker_unmap (GtkWidget *widget)
{
  NazarReferencePicker *self = NAZAR_REFERENCE_PICKER (widget);

  GTK_WIDGET_CLASS (nazar_reference_picker_parent_class)->unmap (widget);
  if (!self->running)
    g_clear_pointer (&self->reader, nazar_connection_close);
}

static void
nazar_reference_picker_finalize (GObject *object)
{
  NazarReferencePicker *self = NAZAR_REFERENCE_PICKER (object);

  g_clear_pointer (&self->reader, nazar_connection_close);
  g_object_unref (self->live);

  G_OBJECT_CLASS (nazar_reference_picker_parent_class)->finalize (object);
}

static void
nazar_reference_picker_class_init (NazarReferencePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nazar_reference_picker_finalize;
  widget_class->map = nazar_reference_picker_map;
  widget_class->unmap = nazar_reference_picker_unmap;

  /**
   * NazarReferencePicker::picked:
   * @record: the live record that was picked, perhaps a new one
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", NAZAR_TYPE_REFERENCE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, NAZAR_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-reference-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarReferencePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, NazarReferencePicker, list);
  gtk_widget_class_bind_template_child (widget_class, NazarReferencePicker, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
nazar_reference_picker_init (NazarReferencePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Typing goes on from within the list. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
}

/**
 * nazar_reference_picker_new:
 * @live: a register as windows see it
 * @field: a field that refers to one record or to several
 *
 * Returns: (transfer full): a popover for a #GtkMenuButton
 */
GtkWidget *
nazar_reference_picker_new (NazarLive        *live,
                            const NazarField *field)
{
  NazarReferencePicker *self = g_object_new (NAZAR_TYPE_REFERENCE_PICKER, NULL);

  self->live = g_object_ref (live);
  self->field = field;
  self->type = nazar_record_type_from_name (field->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, nazar_field_label (field), -1);
  return GTK_WIDGET (self);
}
