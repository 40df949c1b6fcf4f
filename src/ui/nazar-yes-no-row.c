/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-yes-no-row.h"

#include <glib/gi18n-lib.h>

/* A row for a flag where "no" says something else than no answer: two buttons, of
 * which at most one is pressed. Pressing it again takes the answer back. */
struct _NazarYesNoRow
{
  NazarFieldRow parent_instance;

  GtkWidget *yes;
  GtkWidget *no;
  GtkWidget *shown; /* in a record that cannot be written */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarYesNoRow, nazar_yes_no_row, NAZAR_TYPE_FIELD_ROW)

static void
nazar_yes_no_row_show_value (NazarFieldRow *row,
                             const char    *value)
{
  NazarYesNoRow *self = NAZAR_YES_NO_ROW (row);
  g_autofree char *word = nazar_field_display (nazar_field_row_get_field (row), value);

  if (self->shown != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->shown), value != NULL ? word : "—");
      return;
    }

  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->yes), g_strcmp0 (value, "1") == 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->no), g_strcmp0 (value, "0") == 0);
  self->showing = FALSE;
}

static void
on_toggled_cb (NazarYesNoRow   *self,
               GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  if (!self->showing)
    nazar_field_row_enter (NAZAR_FIELD_ROW (self), !active ? NULL : GTK_WIDGET (button) == self->yes ? "1" : "0");
}

static GtkWidget *
make_button (NazarYesNoRow *self,
             const char    *word)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (word);
  /* Translators: a field's label and its value, for screen readers. */
  g_autofree char *name =
    g_strdup_printf (_("%s: %s"), nazar_field_label (nazar_field_row_get_field (NAZAR_FIELD_ROW (self))), word);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled_cb), self);
  return button;
}

static void
nazar_yes_no_row_constructed (GObject *object)
{
  NazarYesNoRow *self = NAZAR_YES_NO_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);
  GtkWidget *hint = NULL, *box;

  G_OBJECT_CLASS (nazar_yes_no_row_parent_class)->constructed (object);

  if (!nazar_field_row_is_editable (row))
    {
      self->shown = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->shown), 0);
      nazar_field_row_set_content (row, self->shown, NULL);
      return;
    }

  if (nazar_field_hint (nazar_field_row_get_field (row)) != NULL)
    {
      hint = gtk_label_new (nazar_field_hint (nazar_field_row_get_field (row)));
      gtk_label_set_xalign (GTK_LABEL (hint), 0);
      gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (box, "linked");
  self->yes = make_button (self, C_ ("flag", "Yes"));
  self->no = make_button (self, C_ ("flag", "No"));
  gtk_box_append (GTK_BOX (box), self->yes);
  gtk_box_append (GTK_BOX (box), self->no);
  nazar_field_row_add_suffix (row, box);
  /* The buttons have names of their own. */
  nazar_field_row_set_content (row, hint, NULL);
}

static gboolean
nazar_yes_no_row_grab_focus (GtkWidget *widget)
{
  NazarYesNoRow *self = NAZAR_YES_NO_ROW (widget);

  return self->yes != NULL && gtk_widget_grab_focus (self->yes);
}

static void
nazar_yes_no_row_class_init (NazarYesNoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_yes_no_row_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = nazar_yes_no_row_grab_focus;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_yes_no_row_show_value;
}

static void
nazar_yes_no_row_init (NazarYesNoRow *self)
{
}

/**
 * nazar_yes_no_row_new:
 * @live: a register as windows see it
 * @field: a flag
 * @locked: whether the row is for reading only
 *
 * Returns: (transfer full): a row for that flag, without a record yet
 */
GtkWidget *
nazar_yes_no_row_new (NazarLive        *live,
                      const NazarField *field,
                      gboolean          locked)
{
  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);
  g_return_val_if_fail (field != NULL && field->kind == NAZAR_KIND_FLAG, NULL);

  return g_object_new (NAZAR_TYPE_YES_NO_ROW, "live", live, "field", field, "locked", locked, NULL);
}
