/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-reference-row.h"

#include "nazar-display.h"
#include "nazar-reference-picker.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* A row for a reference to another record: its title, which opens a picker. */
struct _NazarReferenceRow
{
  NazarFieldRow parent_instance;

  NazarRecord *referred;
  gulong title_id;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *open;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (NazarReferenceRow, nazar_reference_row, NAZAR_TYPE_FIELD_ROW)

static GType
get_target (NazarReferenceRow *self)
{
  return nazar_record_type_from_name (nazar_field_row_get_field (NAZAR_FIELD_ROW (self))->target);
}

static void
show_title (NazarReferenceRow *self,
            const char        *id)
{
  const NazarField *field = nazar_field_row_get_field (NAZAR_FIELD_ROW (self));
  g_autofree char *title = nazar_display_title (nazar_field_row_get_live (NAZAR_FIELD_ROW (self)), get_target (self), id);
  g_autofree char *spoken = NULL;
  const char *hint = nazar_field_hint (field);

  if (id != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->label), title);
      gtk_widget_remove_css_class (self->label, "nazar-placeholder");
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->label), self->button == NULL ? "—"
                                                   : hint != NULL       ? hint
                                                                        : C_("reference", "None"));
      gtk_widget_add_css_class (self->label, "nazar-placeholder");
    }

  if (self->button == NULL)
    return;
  /* Translators: a field's label and its value, for screen readers. */
  spoken = g_strdup_printf (_("%s: %s"), nazar_field_label (field), gtk_label_get_text (GTK_LABEL (self->label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_title_changed_cb (NazarReferenceRow *self)
{
  show_title (self, nazar_record_get_id (self->referred));
}

static void
forget_referred (NazarReferenceRow *self)
{
  if (self->referred != NULL)
    g_clear_signal_handler (&self->title_id, self->referred);
  g_clear_object (&self->referred);
}

static void
nazar_reference_row_show_value (NazarFieldRow *row,
                                const char    *value)
{
  NazarReferenceRow *self = NAZAR_REFERENCE_ROW (row);

  forget_referred (self);
  self->referred = nazar_live_get (nazar_field_row_get_live (row), get_target (self), value);
  if (self->referred != NULL)
    self->title_id =
      g_signal_connect_swapped (self->referred, "notify::record-title", G_CALLBACK (on_title_changed_cb), self);

  show_title (self, value);
  gtk_widget_set_visible (self->open, self->referred != NULL);
  gtk_widget_set_visible (self->clear, value != NULL && nazar_field_row_is_editable (row));
}

static void
on_picked_cb (NazarReferenceRow *self,
              NazarRecord       *record)
{
  nazar_field_row_enter (NAZAR_FIELD_ROW (self), nazar_record_get_id (record));
}

static void
on_open_cb (NazarReferenceRow *self)
{
  nazar_window_show_record (GTK_WIDGET (self), get_target (self), nazar_record_get_id (self->referred));
}

static void
on_clear_cb (NazarReferenceRow *self)
{
  gtk_widget_grab_focus (self->button);
  nazar_field_row_enter (NAZAR_FIELD_ROW (self), NULL);
}

static GtkWidget *
make_button (NazarReferenceRow *self,
             const char        *icon,
             const char        *tooltip,
             GCallback          callback)
{
  const char *label = nazar_field_label (nazar_field_row_get_field (NAZAR_FIELD_ROW (self)));
  /* Translators: what a button does ("Clear"), and the label of the field that it does it to. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), tooltip, label);
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", callback, self);
  nazar_field_row_add_suffix (NAZAR_FIELD_ROW (self), button);
  return button;
}

static void
nazar_reference_row_constructed (GObject *object)
{
  NazarReferenceRow *self = NAZAR_REFERENCE_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);
  GtkWidget *picker;

  G_OBJECT_CLASS (nazar_reference_row_parent_class)->constructed (object);

  self->clear = make_button (self, "edit-clear-symbolic", _("Clear"), G_CALLBACK (on_clear_cb));
  self->open = make_button (self, "go-next-symbolic", C_("verb", "Show"), G_CALLBACK (on_open_cb));

  if (!nazar_field_row_is_editable (row))
    {
      nazar_field_row_set_content (row, self->label, NULL);
      return;
    }

  /* The title stands beside the button: inside it, it could not wrap. */
  picker = nazar_reference_picker_new (nazar_field_row_get_live (row), nazar_field_row_get_field (row));
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_picked_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), picker);
  gtk_widget_set_tooltip_text (self->button, C_("verb", "Choose"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  nazar_field_row_add_suffix (row, self->button);
  nazar_field_row_set_content (row, self->label, self->button);
}

static void
nazar_reference_row_dispose (GObject *object)
{
  forget_referred (NAZAR_REFERENCE_ROW (object));

  G_OBJECT_CLASS (nazar_reference_row_parent_class)->dispose (object);
}

static void
nazar_reference_row_class_init (NazarReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_reference_row_constructed;
  G_OBJECT_CLASS (klass)->dispose = nazar_reference_row_dispose;
  NAZAR_FIELD_ROW_CLASS (klass)->click_activates = TRUE;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_reference_row_show_value;
}

static void
nazar_reference_row_init (NazarReferenceRow *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
}
