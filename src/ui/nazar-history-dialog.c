/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-history-dialog.h"

#include "nazar-date.h"
#include "nazar-display.h"
#include "nazar-history.h"
#include "nazar-language.h"
#include "nazar-lookup.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* Who changed what in a record and in what belongs to it, the newest first. Each
 * line of the list is one entry of the journal, as Pango markup. */
struct _NazarHistoryDialog
{
  AdwWindow parent_instance;

  NazarLive *live;
  NazarRecord *record;

  AdwWindowTitle *window_title;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (NazarHistoryDialog, nazar_history_dialog, ADW_TYPE_WINDOW)

static const char *
action_words (const NazarHistoryEntry *entry)
{
  static const char *const edit[] = { N_("Noted"), N_("Created"), N_("Changed"), N_("Deleted") };
  static const char *const import[] = { N_("Noted"), N_("Imported"), N_("Changed by an import"), N_("Deleted by an import") };
  static const char *const undo[] = { N_("Noted"), N_("Brought back by undo"), N_("Changed back by undo"), N_("Taken back by undo") };
  static const char *const redo[] = { N_("Noted"), N_("Made again by redo"), N_("Changed again by redo"), N_("Deleted again by redo") };

  switch (entry->kind)
    {
    case NAZAR_JOURNAL_IMPORT:
      return _(import[entry->action]);
    case NAZAR_JOURNAL_UNDO:
      return _(undo[entry->action]);
    case NAZAR_JOURNAL_REDO:
      return _(redo[entry->action]);
    case NAZAR_JOURNAL_EDIT:
    case NAZAR_JOURNAL_EXPORT:
    default:
      return _(edit[entry->action]);
    }
}

static void
append_change (NazarHistoryDialog       *self,
               GString                  *markup,
               const NazarRecordInfo    *info,
               const NazarHistoryChange *change)
{
  const NazarField *field = nazar_record_info_find (info, change->field, NULL);
  g_autofree char *old_shown = nazar_display_value (self->live, field, change->old_value);
  g_autofree char *new_shown = nazar_display_value (self->live, field, change->new_value);
  g_autofree char *label = g_markup_escape_text (nazar_field_label (field), -1);
  g_autofree char *before = g_markup_escape_text (old_shown, -1);
  g_autofree char *after = g_markup_escape_text (new_shown, -1);

  g_string_append_printf (markup, "\n<span alpha=\"70%%\">%s:</span> ", label);
  if (*before != '\0')
    g_string_append_printf (markup, "<s>%s</s>", before);
  if (*before != '\0' && *after != '\0')
    g_string_append (markup, " → ");
  g_string_append (markup, after);
}

static char *
dup_markup (NazarHistoryDialog      *self,
            const NazarHistoryEntry *entry)
{
  GType type = nazar_record_type_from_name (entry->type);
  g_autofree char *at = nazar_moment_format (entry->at, nazar_language_current ());
  g_autofree char *who = g_markup_escape_text (entry->author != NULL ? entry->author : _("Name not given"), -1);
  GString *markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%s</b> · %s\n", at, who);
  if (g_strcmp0 (entry->record, nazar_record_get_id (self->record)) != 0)
    {
      g_autofree char *title = nazar_display_title (self->live, type, entry->record);
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      /* Translators: a kind of record and its title: "Assessment (State: Planned)". */
      g_string_append_printf (markup, _("%s (%s)"), nazar_record_type_label (type), escaped);
      g_string_append (markup, " · ");
    }
  g_string_append (markup, action_words (entry));

  for (guint i = 0; i < entry->changes->len; i++)
    append_change (self, markup, nazar_record_info (type), g_ptr_array_index (entry->changes, i));

  return g_string_free (markup, FALSE);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const NazarHistoryEntry *first = *(NazarHistoryEntry *const *) a;
  const NazarHistoryEntry *second = *(NazarHistoryEntry *const *) b;

  return first->n > second->n ? -1 : first->n < second->n;
}

static void
add_entries (GPtrArray       *entries,
             NazarConnection *reader,
             const char      *id)
{
  g_autoptr (GPtrArray) found = nazar_history_read (reader, id, NULL);

  if (found != NULL)
    g_ptr_array_extend_and_steal (entries, g_steal_pointer (&found));
}

static GPtrArray *
read_entries (NazarHistoryDialog *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  const char *id = nazar_record_get_id (self->record);
  const char *name = nazar_record_get_info (self->record)->name;
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_history_entry_free);
  NazarConnection *reader = nazar_store_lock_reader (store);
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  add_entries (entries, reader, id);
  for (guint i = 0; i < n_types; i++)
    {
      const NazarField *owner = nazar_record_info_owner (nazar_record_info (types[i]));
      g_auto (GStrv) ids = NULL;

      /* What belongs to a source has a page and a history of its own. */
      if (owner == NULL || !g_str_equal (owner->target, name) || types[i] == NAZAR_TYPE_RECOMMENDATION)
        continue;
      ids = nazar_lookup_owned (reader, types[i], NULL, id, NULL);
      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        add_entries (entries, reader, ids[j]);
    }
  nazar_store_unlock_reader (store);

  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static void
fill (NazarHistoryDialog *self)
{
  g_autoptr (GPtrArray) entries = read_entries (self);
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    gtk_string_list_take (lines, dup_markup (self, g_ptr_array_index (entries, i)));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (lines))));
}

static void
on_setup_cb (NazarHistoryDialog *self,
             GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* The keyboard goes from line to line. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind_cb (NazarHistoryDialog *self,
            GtkListItem        *item)
{
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_markup (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (line));
}

static void
nazar_history_dialog_dispose (GObject *object)
{
  NazarHistoryDialog *self = NAZAR_HISTORY_DIALOG (object);

  g_clear_object (&self->record);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_history_dialog_parent_class)->dispose (object);
}

static void
nazar_history_dialog_class_init (NazarHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_history_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarHistoryDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, NazarHistoryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
}

static void
nazar_history_dialog_init (NazarHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);
}

/**
 * nazar_history_dialog_present:
 * @parent: the window that it belongs to
 * @live: a register as windows see it
 * @record: a stored record
 *
 * Shows who changed what in the record.
 */
void
nazar_history_dialog_present (GtkWindow   *parent,
                              NazarLive   *live,
                              NazarRecord *record)
{
  NazarHistoryDialog *self;
  g_autofree char *title = NULL;

  g_return_if_fail (NAZAR_IS_LIVE (live));
  g_return_if_fail (NAZAR_IS_RECORD (record));

  self = g_object_new (NAZAR_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);
  self->live = g_object_ref (live);
  self->record = g_object_ref (record);
  title = nazar_display_title (live, G_OBJECT_TYPE (record), nazar_record_get_id (record));
  adw_window_title_set_subtitle (self->window_title, title);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
