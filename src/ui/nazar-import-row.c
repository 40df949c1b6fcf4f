/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A line of the review: whether the item is taken, where it stands, how it begins,
 * and what is doubtful about it. */
struct _NazarImportRow
{
  GtkBox parent_instance;

  NazarImportItem *item;
  gulong changed_handler;

  GtkCheckButton *take;
  GtkLabel *place;
  GtkLabel *text;
  GtkWidget *doubt_box;
  GtkLabel *doubt;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (NazarImportRow, nazar_import_row, GTK_TYPE_BOX)

/* A line shows no more of a text than this. */
#define MAX_BYTES_SHOWN 400

/**
 * nazar_import_item_dup_place:
 * @item: an item of a review
 *
 * Returns: (transfer full): its section, paragraph and number as people cite them;
 *   for what has none, its kind or its line in the file; never empty
 */
char *
nazar_import_item_dup_place (NazarImportItem *item)
{
  static const char *const fields[] = { "section", "paragraph", "number" };
  g_autoptr (GString) place = g_string_new (NULL);
  const NazarRecordInfo *info = nazar_record_get_info (item->record);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (nazar_record_info_find (info, fields[i], NULL) != NULL)
      {
        const char *value = nazar_record_get (item->record, fields[i]);

        if (value != NULL)
          g_string_append_printf (place, "%s%s", place->len > 0 ? " " : "", value);
      }

  if (place->len == 0 && nazar_record_info_find (info, "number", NULL) == NULL)
    g_string_append (place, nazar_record_type_label (G_OBJECT_TYPE (item->record)));
  else if (place->len == 0 && item->line > 0)
    /* Translators: the number of a line in a file. */
    g_string_append_printf (place, _("Line %u"), item->line);
  else if (place->len == 0)
    g_string_append (place, _("No number"));

  return g_string_free (g_steal_pointer (&place), FALSE);
}

/**
 * nazar_import_item_may_take:
 * @item: an item of a review
 *
 * Returns: whether it is up to the user to take it or leave it out
 */
gboolean
nazar_import_item_may_take (NazarImportItem *item)
{
  return item->state == NAZAR_IMPORT_NEW || item->state == NAZAR_IMPORT_KNOWN;
}

/**
 * nazar_import_item_set_take:
 * @item: an item of a review
 * @take: whether it will be stored
 */
void
nazar_import_item_set_take (NazarImportItem *item,
                            gboolean         take)
{
  if (item->take == take || !nazar_import_item_may_take (item))
    return;

  item->take = take;
  g_signal_emit_by_name (item, "changed");
}

static char *
dup_beginning (NazarImportItem *item)
{
  const NazarRecordInfo *info = nazar_record_get_info (item->record);
  const char *text = nazar_record_info_find (info, "text", NULL) != NULL ? nazar_record_get (item->record, "text") : NULL;
  char *beginning;

  if (text == NULL)
    beginning = nazar_record_dup_title (item->record);
  else
    beginning = g_strndup (text, g_utf8_find_prev_char (text, text + MIN (strlen (text) + 1, MAX_BYTES_SHOWN)) - text);

  return beginning != NULL ? g_strdelimit (beginning, "\r\n\t", ' ') : g_strdup (_("No text"));
}

static const char *
describe_state (NazarImportItem *item)
{
  gboolean differs = item->differences != NULL && item->differences->len > 0;

  switch (item->state)
    {
    case NAZAR_IMPORT_KNOWN:
      return differs ? _("In the register already, with differences") : _("In the register already");
    case NAZAR_IMPORT_UNITED:
      return _("The same as one before it, and joined with that");
    case NAZAR_IMPORT_REFUSED:
      return _("Cannot be stored");
    case NAZAR_IMPORT_NEW:
    default:
      return NULL;
    }
}

/* The row of the list has no words of its own for screen readers. */
static void
name_row (NazarImportRow *self,
          const char     *place,
          const char     *beginning,
          const char     *note)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (row == NULL)
    return;

  name = g_strjoin (". ", place, beginning, self->item->doubt != NULL ? self->item->doubt : note, self->item->doubt != NULL ? note : NULL,
                    NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (NazarImportRow *self)
{
  NazarImportItem *item = self->item;
  g_autofree char *place = nazar_import_item_dup_place (item);
  g_autofree char *beginning = dup_beginning (item);
  /* Translators: %s is a section and number, such as "III 8". */
  g_autofree char *name = g_strdup_printf (_("Import %s"), place);
  const char *note = describe_state (item);
  gboolean taken = item->take && nazar_import_item_may_take (item);

  name_row (self, place, beginning, note);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->text, beginning);
  gtk_label_set_text (self->doubt, item->doubt != NULL ? item->doubt : "");
  gtk_widget_set_visible (self->doubt_box, item->doubt != NULL);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);

  gtk_check_button_set_active (self->take, taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), nazar_import_item_may_take (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (taken)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
on_take_toggled_cb (NazarImportRow *self)
{
  if (self->item != NULL)
    nazar_import_item_set_take (self->item, gtk_check_button_get_active (self->take));
}

static void
nazar_import_row_dispose (GObject *object)
{
  nazar_import_row_set_item (NAZAR_IMPORT_ROW (object), NULL);

  G_OBJECT_CLASS (nazar_import_row_parent_class)->dispose (object);
}

static void
nazar_import_row_class_init (NazarImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_import_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportRow, take);
  gtk_widget_class_bind_template_child (widget_class, NazarImportRow, place);
  gtk_widget_class_bind_template_child (widget_class, NazarImportRow, text);
  gtk_widget_class_bind_template_child (widget_class, NazarImportRow, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, NazarImportRow, doubt);
  gtk_widget_class_bind_template_child (widget_class, NazarImportRow, note);
  gtk_widget_class_bind_template_callback (widget_class, on_take_toggled_cb);
}

static void
nazar_import_row_init (NazarImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_import_row_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
nazar_import_row_new (void)
{
  return g_object_new (NAZAR_TYPE_IMPORT_ROW, NULL);
}

/**
 * nazar_import_row_set_item:
 * @self: a line
 * @item: (nullable): what it shows
 */
void
nazar_import_row_set_item (NazarImportRow  *self,
                           NazarImportItem *item)
{
  g_return_if_fail (NAZAR_IS_IMPORT_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  /* The check button is set below for the new item, not toggled for the old one. */
  g_clear_object (&self->item);
  if (item == NULL)
    return;

  g_signal_handlers_block_by_func (self->take, on_take_toggled_cb, self);
  self->item = g_object_ref (item);
  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
  g_signal_handlers_unblock_by_func (self->take, on_take_toggled_cb, self);
}
