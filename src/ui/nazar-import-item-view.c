/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-item-view.h"

#include "nazar-import-passage.h"
#include "nazar-import-row.h"
#include "nazar-records.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One item of the review: where it was found, what would be stored of it, and how
 * it differs from what the register has. */
struct _NazarImportItemView
{
  AdwBin parent_instance;

  NazarImportPlan *plan;
  NazarImportItem *item;
  gulong changed_handler;
  gboolean showing; /* the fields are being filled, not edited */

  GtkStack *stack;
  GtkLabel *place;
  GtkWidget *doubt_box;
  GtkLabel *doubt;
  NazarImportPassage *passage;
  GtkWidget *fields;
  GtkEditable *section;
  GtkEditable *paragraph;
  GtkEditable *number;
  GtkTextBuffer *text;
  GtkLabel *details;
  GtkWidget *known_box;
  GtkLabel *differences;
  GtkCheckButton *update;
  GtkButton *take;
  GtkButton *join;
  GtkButton *split;
};

G_DEFINE_FINAL_TYPE (NazarImportItemView, nazar_import_item_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_EDITED,
  SIGNAL_JOIN,
  SIGNAL_SPLIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_recommendation (NazarImportItem *item)
{
  return G_OBJECT_TYPE (item->record) == NAZAR_TYPE_RECOMMENDATION;
}

/* A text counts its items; the rows of a table and the records of a file of
 * Nazar are what they are. */
static gboolean
comes_from_text (NazarImportItemView *self)
{
  return strcmp (nazar_import_plan_get_kind (self->plan), nazar_importer_report.kind) == 0;
}

static char *
describe_place (NazarImportItem *item)
{
  if (item->page > 0 && item->line > 0)
    /* Translators: the numbers of a page and of a line in a file. */
    return g_strdup_printf (_("Page %u, line %u"), item->page, item->line);
  if (item->line > 0)
    return g_strdup_printf (_("Line %u"), item->line);

  return g_strdup (nazar_record_type_label (G_OBJECT_TYPE (item->record)));
}

/* Everything that has no row of its own; references stand for records that may
 * not be stored yet, and the passage shows them in words. */
static char *
describe_details (NazarImportItem *item)
{
  static const char *const own[] = { "section", "paragraph", "number", "text", NULL };
  const NazarRecordInfo *info = nazar_record_get_info (item->record);
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const NazarField *field = &info->fields[i];
      const char *value = nazar_record_get_at (item->record, i);
      g_autofree char *shown = NULL;

      if (value == NULL || nazar_field_is_reference (field) || field->kind == NAZAR_KIND_STRUCTURES ||
          (is_recommendation (item) && g_strv_contains (own, field->name)))
        continue;

      shown = nazar_field_display (field, value);
      /* Translators: the name of a field and its value. */
      g_string_append_printf (details, _("%s: %s"), nazar_field_label (field), shown);
      g_string_append_c (details, '\n');
    }

  g_string_truncate (details, details->len > 0 ? details->len - 1 : 0);
  return g_string_free (details, FALSE);
}

static char *
show_value (const NazarField *field,
            const char       *value)
{
  if (value == NULL)
    return g_strdup (_("nothing"));
  if (field->kind == NAZAR_KIND_REFERENCES || field->kind == NAZAR_KIND_REFERENCE || field->kind == NAZAR_KIND_STRUCTURES)
    /* Translators: stands for a value that cannot be shown in a line. */
    return g_strdup (_("another value"));

  return nazar_field_display (field, value);
}

static char *
describe_differences (NazarImportItem *item,
                      gboolean        *has_choice)
{
  GString *lines = g_string_new (NULL);

  *has_choice = FALSE;
  for (guint i = 0; item->differences != NULL && i < item->differences->len; i++)
    {
      const NazarImportDifference *difference = g_ptr_array_index (item->differences, i);
      g_autofree char *here = show_value (difference->field, nazar_record_get (item->known, difference->field->name));
      g_autofree char *there = show_value (difference->field, difference->value);

      *has_choice = *has_choice || !difference->fills;
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",  nazar_field_label (difference->field));
      /* Translators: what the register has, and what the file has. */
      g_string_append_printf (lines, _(": here “%s”, in the file “%s”."), here, there);
      if (difference->fills)
        g_string_append_printf (lines, " %s", _("This will be filled in."));
    }

  return g_string_free (lines, FALSE);
}

static void
show_differences (NazarImportItemView *self)
{
  gboolean has_choice;
  g_autofree char *lines = describe_differences (self->item, &has_choice);

  gtk_widget_set_visible (self->known_box, self->item->state == NAZAR_IMPORT_KNOWN);
  gtk_label_set_text (self->differences, *lines != '\0' ? lines : _("Nothing differs from what the register has."));
  gtk_widget_set_visible (GTK_WIDGET (self->update), has_choice);
  gtk_check_button_set_active (self->update, self->item->update);
}

static NazarImportItem *
find_previous (NazarImportItemView *self)
{
  GPtrArray *items = nazar_import_plan_get_items (self->plan);
  guint index;

  if (g_ptr_array_find (items, self->item, &index) && index > 0)
    return g_ptr_array_index (items, index - 1);

  return NULL;
}

static void
show_actions (NazarImportItemView *self)
{
  gboolean from_text = comes_from_text (self);
  NazarImportItem *previous = from_text ? find_previous (self) : NULL;

  gtk_button_set_label (self->take, self->item->take ? _("_Leave Out") : _("_Take"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), nazar_import_item_may_take (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->join), from_text);
  gtk_widget_set_visible (GTK_WIDGET (self->split), from_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->join), previous != NULL);
  if (previous != NULL)
    {
      g_autofree char *place = nazar_import_item_dup_place (previous);
      /* Translators: %s is the section and number of the item before, such as "III 8". */
      g_autofree char *label = g_strdup_printf (_("_Join with %s"), place);

      gtk_button_set_label (self->join, label);
    }
}

/* What may change by itself, while the fields are being edited. */
static void
show_state (NazarImportItemView *self)
{
  g_autofree char *details = describe_details (self->item);

  self->showing = TRUE;
  gtk_label_set_text (self->doubt, self->item->doubt != NULL ? self->item->doubt : "");
  gtk_widget_set_visible (self->doubt_box, self->item->doubt != NULL);
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  show_differences (self);
  show_actions (self);
  self->showing = FALSE;
}

static void
set_editable_text (GtkEditable *editable,
                   const char  *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (editable), NULL);
}

static void
show_fields (NazarImportItemView *self)
{
  NazarRecord *record = self->item->record;
  gboolean editable = is_recommendation (self->item) && self->item->state != NAZAR_IMPORT_UNITED;

  gtk_widget_set_visible (self->fields, is_recommendation (self->item));
  gtk_widget_set_sensitive (self->fields, editable);
  if (!is_recommendation (self->item))
    return;

  self->showing = TRUE;
  set_editable_text (self->section, nazar_record_get (record, "section"));
  set_editable_text (self->paragraph, nazar_record_get (record, "paragraph"));
  set_editable_text (self->number, nazar_record_get (record, "number"));
  gtk_text_buffer_set_text (self->text, nazar_record_get (record, "text") != NULL ? nazar_record_get (record, "text") : "", -1);
  self->showing = FALSE;
}

static void
show_passage (NazarImportItemView *self)
{
  g_autofree char *place = describe_place (self->item);

  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->passage),
                          nazar_import_plan_get_text (self->plan, NULL) != NULL && self->item->end > self->item->start);
  if (gtk_widget_get_visible (GTK_WIDGET (self->passage)))
    nazar_import_passage_show (self->passage, self->plan, self->item->start, self->item->end);
}

/* Whoever corrects an item has looked at it. */
static void
mark_edited (NazarImportItemView *self,
             gboolean             identity)
{
  if (self->item->state != NAZAR_IMPORT_REFUSED)
    g_clear_pointer (&self->item->doubt, g_free);
  g_signal_emit_by_name (self->item, "changed");
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, identity);
}

static void
on_entry_changed_cb (NazarImportItemView *self,
                     GtkEditable         *editable)
{
  const char *field = editable == self->section ? "section" : editable == self->paragraph ? "paragraph" : "number";
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;

  if (nazar_record_enter (self->item->record, field, gtk_editable_get_text (editable), &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (editable), NULL);
      mark_edited (self, TRUE);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (editable), error->message);
    }
}

static char *
dup_buffer_text (NazarImportItemView *self,
                 GtkTextIter         *until)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  return gtk_text_buffer_get_text (self->text, &start, until != NULL ? until : &end, FALSE);
}

static void
on_text_changed_cb (NazarImportItemView *self)
{
  g_autofree char *text = NULL;

  if (self->showing)
    return;

  text = dup_buffer_text (self, NULL);
  if (nazar_record_enter (self->item->record, "text", text, NULL))
    /* What has no number is known by its text; what is known may differ now. */
    mark_edited (self, nazar_record_get (self->item->record, "number") == NULL || self->item->state == NAZAR_IMPORT_KNOWN);
}

static void
on_update_toggled_cb (NazarImportItemView *self)
{
  if (self->showing)
    return;

  self->item->update = gtk_check_button_get_active (self->update);
  g_signal_emit_by_name (self->item, "changed");
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, FALSE);
}

static void
on_take_clicked_cb (NazarImportItemView *self)
{
  nazar_import_item_set_take (self->item, !self->item->take);
}

static void
on_join_clicked_cb (NazarImportItemView *self)
{
  g_signal_emit (self, signals[SIGNAL_JOIN], 0);
}

/* The text goes into the record as it stands, so that the cursor's place in one
 * is its place in the other. */
static void
on_split_clicked_cb (NazarImportItemView *self)
{
  g_autofree char *whole = dup_buffer_text (self, NULL), *head = NULL;
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->text, &cursor, gtk_text_buffer_get_insert (self->text));
  head = dup_buffer_text (self, &cursor);
  nazar_record_set (self->item->record, "text", whole);
  g_signal_emit (self, signals[SIGNAL_SPLIT], 0, (guint64) strlen (head));
}

static void
nazar_import_item_view_dispose (GObject *object)
{
  nazar_import_item_view_show (NAZAR_IMPORT_ITEM_VIEW (object), NULL, NULL);

  G_OBJECT_CLASS (nazar_import_item_view_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * NazarImportItemView::edited:
   * @identity: whether what it is known by may have changed
   *
   * A field of the item was corrected.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", NAZAR_TYPE_IMPORT_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * NazarImportItemView::join:
   *
   * The item is to be joined with the one before it.
   */
  signals[SIGNAL_JOIN] = g_signal_new ("join", NAZAR_TYPE_IMPORT_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  /**
   * NazarImportItemView::split:
   * @offset: how many bytes of its text stay with it
   *
   * The item is to be divided.
   */
  signals[SIGNAL_SPLIT] = g_signal_new ("split", NAZAR_TYPE_IMPORT_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-item-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, place);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, doubt);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, passage);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, fields);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, section);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, paragraph);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, number);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, text);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, details);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, known_box);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, differences);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, update);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, take);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, join);
  gtk_widget_class_bind_template_child (widget_class, NazarImportItemView, split);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_update_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_join_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_split_clicked_cb);
}

static void
nazar_import_item_view_class_init (NazarImportItemViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_import_item_view_dispose;

  g_type_ensure (NAZAR_TYPE_IMPORT_PASSAGE);
  g_type_ensure (NAZAR_TYPE_WRAP_LAYOUT);
  install_signals ();
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
nazar_import_item_view_init (NazarImportItemView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_import_item_view_show:
 * @self: a view of an item
 * @plan: (nullable): what was found in a file
 * @item: (nullable): the item to show
 */
void
nazar_import_item_view_show (NazarImportItemView *self,
                             NazarImportPlan     *plan,
                             NazarImportItem     *item)
{
  g_return_if_fail (NAZAR_IS_IMPORT_ITEM_VIEW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_set_object (&self->plan, plan);
  g_set_object (&self->item, item);
  if (self->stack != NULL)
    gtk_stack_set_visible_child_name (self->stack, item != NULL ? "item" : "nothing");
  if (item == NULL)
    return;

  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_state), self);
  show_passage (self);
  show_fields (self);
  show_state (self);
}

/**
 * nazar_import_item_view_focus_number:
 * @self: a view of an item
 *
 * Moves to where its number is typed.
 */
void
nazar_import_item_view_focus_number (NazarImportItemView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}
