/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-set-row.h"

#include "nazar-display.h"
#include "nazar-reference-picker.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* A row for a set: its members, each with a button that removes it, and a way to
 * add one: texts are typed, records are picked. */
struct _NazarSetRow
{
  NazarFieldRow parent_instance;

  GtkWidget *box;
  GtkWidget *members;
  GtkWidget *adder; /* a GtkText, or a menu button with a picker */
  char *shown;      /* the value whose members are there */
  GStrv before;     /* the members that were there before somebody typed */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarSetRow, nazar_set_row, NAZAR_TYPE_FIELD_ROW)

static const NazarField *
get_field (NazarSetRow *self)
{
  return nazar_field_row_get_field (NAZAR_FIELD_ROW (self));
}

static GStrv
get_members (NazarSetRow *self)
{
  return nazar_record_get_strv (nazar_field_row_get_record (NAZAR_FIELD_ROW (self)), get_field (self)->name);
}

/* The set with some more members, as JSON. */
static char *
join_members (char **members,
              char **added)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) together = NULL;

  g_strv_builder_addv (builder, (const char **) members);
  for (guint i = 0; added[i] != NULL; i++)
    if (*g_strstrip (added[i]) != '\0')
      g_strv_builder_add (builder, added[i]);

  together = g_strv_builder_end (builder);
  return nazar_strv_to_json ((const char *const *) together);
}

static void
remove_member (NazarSetRow *self,
               const char  *member)
{
  g_auto (GStrv) members = get_members (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  g_autofree char *value = NULL;

  for (guint i = 0; members[i] != NULL; i++)
    if (g_strcmp0 (members[i], member) != 0)
      g_strv_builder_add (builder, members[i]);

  rest = g_strv_builder_end (builder);
  value = nazar_strv_to_json ((const char *const *) rest);
  nazar_field_row_enter (NAZAR_FIELD_ROW (self), value);
}

static void
on_remove_cb (GtkButton *button,
              gpointer   user_data)
{
  NazarSetRow *self = user_data;
  g_autofree char *member = g_strdup (g_object_get_data (G_OBJECT (button), "member"));

  /* The button is about to go: the keyboard stays in the row. */
  nazar_field_row_flush (NAZAR_FIELD_ROW (self));
  gtk_widget_grab_focus (self->adder);
  remove_member (self, member);
}

static GtkWidget *
make_chip (NazarSetRow *self,
           const char  *member,
           const char  *shown)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (shown);
  GtkWidget *button;
  /* Translators: %s is a member of a list, such as a theme. */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), shown);

  gtk_widget_add_css_class (chip, "nazar-chip");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (chip), label);

  if (nazar_field_row_is_editable (NAZAR_FIELD_ROW (self)))
    {
      button = gtk_button_new_from_icon_name ("window-close-symbolic");
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (button), "member", g_strdup (member), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_remove_cb), self);
      gtk_box_append (GTK_BOX (chip), button);
    }
  else
    {
      gtk_widget_add_css_class (chip, "nazar-chip-alone");
    }

  return chip;
}

static void
show_members (NazarSetRow *self)
{
  NazarLive *live = nazar_field_row_get_live (NAZAR_FIELD_ROW (self));
  GType target = nazar_record_type_from_name (get_field (self)->target);
  g_auto (GStrv) members = nazar_strv_from_json (self->shown);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->members)) != NULL)
    gtk_box_remove (GTK_BOX (self->members), child);

  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *title = target != G_TYPE_INVALID ? nazar_display_title (live, target, members[i]) : NULL;

      gtk_box_append (GTK_BOX (self->members), make_chip (self, members[i], title != NULL ? title : members[i]));
    }
  if (self->adder == NULL && members[0] == NULL)
    gtk_box_append (GTK_BOX (self->members), gtk_label_new ("—"));

  gtk_widget_set_visible (self->members, gtk_widget_get_first_child (self->members) != NULL);
}

static void
nazar_set_row_show_value (NazarFieldRow *row,
                          const char    *value)
{
  NazarSetRow *self = NAZAR_SET_ROW (row);

  g_clear_pointer (&self->before, g_strfreev);
  self->showing = TRUE;
  if (GTK_IS_EDITABLE (self->adder))
    gtk_editable_set_text (GTK_EDITABLE (self->adder), "");
  self->showing = FALSE;

  /* The buttons stay where nothing changed: one of them may have the focus. */
  if (self->shown == NULL || g_strcmp0 (self->shown, value != NULL ? value : "[]") != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (value != NULL ? value : "[]");
      show_members (self);
    }
}

/* Names are typed with commas between them. */
static char *
nazar_set_row_dup_typed (NazarFieldRow *row)
{
  NazarSetRow *self = NAZAR_SET_ROW (row);
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->adder)), ",", -1);

  return join_members (self->before, words);
}

static void
on_text_changed_cb (NazarSetRow *self)
{
  if (self->showing || nazar_field_row_get_record (NAZAR_FIELD_ROW (self)) == NULL)
    return;

  if (self->before == NULL)
    self->before = get_members (self);
  nazar_field_row_typed (NAZAR_FIELD_ROW (self));
}

static void
on_picked_cb (NazarSetRow *self,
              NazarRecord *record)
{
  char *added[] = { (char *) nazar_record_get_id (record), NULL };
  g_auto (GStrv) members = get_members (self);
  g_autofree char *value = join_members (members, added);

  nazar_field_row_enter (NAZAR_FIELD_ROW (self), value);
}

static GtkWidget *
make_picker_button (NazarSetRow *self)
{
  GtkWidget *picker = nazar_reference_picker_new (nazar_field_row_get_live (NAZAR_FIELD_ROW (self)), get_field (self));
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: what a button does ("Add"), and the label of the field that it does it to. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), C_("verb", "Add"), nazar_field_label (get_field (self)));

  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_picked_cb), self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_widget_set_tooltip_text (button, C_("verb", "Add"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_text (NazarSetRow *self)
{
  GtkWidget *text = gtk_text_new ();
  const char *hint = nazar_field_hint (get_field (self));

  gtk_text_set_placeholder_text (GTK_TEXT (text), hint != NULL ? hint : C_("verb", "Add"));
  g_signal_connect_swapped (text, "changed", G_CALLBACK (on_text_changed_cb), self);
  g_signal_connect_swapped (text, "activate", G_CALLBACK (nazar_field_row_flush), self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
  return text;
}

static void
nazar_set_row_constructed (GObject *object)
{
  NazarSetRow *self = NAZAR_SET_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);

  G_OBJECT_CLASS (nazar_set_row_parent_class)->constructed (object);

  if (!nazar_field_row_is_editable (row))
    {
      nazar_field_row_set_content (row, self->box, NULL);
      return;
    }

  if (get_field (self)->kind == NAZAR_KIND_REFERENCES)
    {
      self->adder = make_picker_button (self);
      nazar_field_row_set_content (row, self->box, self->adder);
      nazar_field_row_add_suffix (row, self->adder);
    }
  else
    {
      self->adder = make_text (self);
      gtk_box_append (GTK_BOX (self->box), self->adder);
      nazar_field_row_set_content (row, self->box, self->adder);
    }
}

static void
nazar_set_row_finalize (GObject *object)
{
  g_strfreev (NAZAR_SET_ROW (object)->before);
  g_free (NAZAR_SET_ROW (object)->shown);

  G_OBJECT_CLASS (nazar_set_row_parent_class)->finalize (object);
}

static void
nazar_set_row_class_init (NazarSetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_set_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = nazar_set_row_finalize;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_set_row_show_value;
  NAZAR_FIELD_ROW_CLASS (klass)->dup_typed = nazar_set_row_dup_typed;
}

static void
nazar_set_row_init (NazarSetRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->members = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->members, g_object_new (NAZAR_TYPE_WRAP_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (self->box), self->members);
}
