/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-structures-row.h"

#include "nazar-json.h"

#include <glib/gi18n-lib.h>

/* A row for a list of small structures, such as the former names of a body: a
 * line each, with an entry for each of its fields. */
struct _NazarStructuresRow
{
  NazarFieldRow parent_instance;

  GtkWidget *lines;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarStructuresRow, nazar_structures_row, NAZAR_TYPE_FIELD_ROW)

static const NazarField *
get_field (NazarStructuresRow *self)
{
  return nazar_field_row_get_field (NAZAR_FIELD_ROW (self));
}

/* The entries of a line stand before its button, in the order of the fields. */
static void
append_line (NazarStructuresRow *self,
             JsonBuilder        *builder,
             GtkWidget          *line)
{
  const NazarField *field = get_field (self);
  GtkWidget *entry = gtk_widget_get_first_child (line);
  gboolean any = FALSE;

  for (guint i = 0; i < field->n_fields; i++, entry = gtk_widget_get_next_sibling (entry))
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

      if (*text == '\0')
        continue;
      if (!any)
        json_builder_begin_object (builder);
      any = TRUE;
      json_builder_set_member_name (builder, field->fields[i].name);
      json_builder_add_string_value (builder, text);
    }

  if (any)
    json_builder_end_object (builder);
}

static char *
nazar_structures_row_dup_typed (NazarFieldRow *row)
{
  NazarStructuresRow *self = NAZAR_STRUCTURES_ROW (row);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    append_line (self, builder, line);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

static void
on_entry_changed_cb (NazarStructuresRow *self)
{
  if (!self->showing)
    nazar_field_row_typed (NAZAR_FIELD_ROW (self));
}

static void
on_remove_cb (GtkButton *button,
              gpointer   user_data)
{
  NazarStructuresRow *self = user_data;

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  gtk_box_remove (GTK_BOX (self->lines), gtk_widget_get_parent (GTK_WIDGET (button)));
  nazar_field_row_typed (NAZAR_FIELD_ROW (self));
  nazar_field_row_flush (NAZAR_FIELD_ROW (self));
}

static GtkWidget *
make_entry (NazarStructuresRow *self,
            const NazarField   *sub,
            const char         *value)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *shown = nazar_field_display (sub, value);

  gtk_editable_set_text (GTK_EDITABLE (entry), shown);
  gtk_editable_set_editable (GTK_EDITABLE (entry), nazar_field_row_is_editable (NAZAR_FIELD_ROW (self)));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), nazar_field_label (sub));
  gtk_widget_set_hexpand (entry, sub->kind == NAZAR_KIND_TEXT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, nazar_field_label (sub), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (nazar_field_row_flush), self);
  return entry;
}

static GtkWidget *
add_line (NazarStructuresRow *self,
          JsonObject         *object)
{
  const NazarField *field = get_field (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button;

  for (guint i = 0; i < field->n_fields; i++)
    {
      const char *value =
        object != NULL ? json_object_get_string_member_with_default (object, field->fields[i].name, NULL) : NULL;

      gtk_box_append (GTK_BOX (line), make_entry (self, &field->fields[i], value));
    }

  if (nazar_field_row_is_editable (NAZAR_FIELD_ROW (self)))
    {
      button = gtk_button_new_from_icon_name ("window-close-symbolic");
      gtk_widget_set_tooltip_text (button, C_("verb", "Remove"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("verb", "Remove"), -1);
      g_signal_connect (button, "clicked", G_CALLBACK (on_remove_cb), self);
      gtk_box_append (GTK_BOX (line), button);
    }

  gtk_box_append (GTK_BOX (self->lines), line);
  return line;
}

static void
nazar_structures_row_show_value (NazarFieldRow *row,
                                 const char    *value)
{
  NazarStructuresRow *self = NAZAR_STRUCTURES_ROW (row);
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  g_autofree char *typed = nazar_structures_row_dup_typed (row);
  g_autofree char *same = nazar_field_normalize (get_field (self), typed, NULL);
  GtkWidget *child;

  if (g_strcmp0 (same, value) == 0)
    return;

  self->showing = TRUE;
  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        add_line (self, json_node_get_object (node));
    }
  self->showing = FALSE;
}

static void
on_add_cb (NazarStructuresRow *self)
{
  GtkWidget *line = add_line (self, NULL);

  gtk_widget_grab_focus (gtk_widget_get_first_child (line));
}

static void
nazar_structures_row_constructed (GObject *object)
{
  NazarStructuresRow *self = NAZAR_STRUCTURES_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);
  GtkWidget *button;
  g_autofree char *name = NULL;

  G_OBJECT_CLASS (nazar_structures_row_parent_class)->constructed (object);

  if (!nazar_field_row_is_editable (row))
    {
      nazar_field_row_set_content (row, self->lines, NULL);
      return;
    }

  button = gtk_button_new_from_icon_name ("list-add-symbolic");
  name = g_strdup_printf (_("%s: %s"), C_("verb", "Add"), nazar_field_label (get_field (self)));
  gtk_widget_set_tooltip_text (button, C_("verb", "Add"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add_cb), self);
  nazar_field_row_set_content (row, self->lines, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  nazar_field_row_add_suffix (row, button);
}

static void
nazar_structures_row_class_init (NazarStructuresRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_structures_row_constructed;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_structures_row_show_value;
  NAZAR_FIELD_ROW_CLASS (klass)->dup_typed = nazar_structures_row_dup_typed;
}

static void
nazar_structures_row_init (NazarStructuresRow *self)
{
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
}
