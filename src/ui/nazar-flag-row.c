/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-flag-row.h"

/* A row for yes or no. */
struct _NazarFlagRow
{
  NazarFieldRow parent_instance;

  GtkWidget *flag;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarFlagRow, nazar_flag_row, NAZAR_TYPE_FIELD_ROW)

static void
nazar_flag_row_show_value (NazarFieldRow *row,
                           const char    *value)
{
  NazarFlagRow *self = NAZAR_FLAG_ROW (row);

  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->flag), g_strcmp0 (value, "1") == 0);
  self->showing = FALSE;
}

static void
on_active_changed_cb (NazarFlagRow *self)
{
  if (!self->showing)
    nazar_field_row_enter (NAZAR_FIELD_ROW (self), gtk_switch_get_active (GTK_SWITCH (self->flag)) ? "1" : "0");
}

static void
nazar_flag_row_constructed (GObject *object)
{
  NazarFlagRow *self = NAZAR_FLAG_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);
  const char *hint;
  GtkWidget *label = NULL;

  G_OBJECT_CLASS (nazar_flag_row_parent_class)->constructed (object);

  hint = nazar_field_hint (nazar_field_row_get_field (row));
  if (hint != NULL)
    {
      label = gtk_label_new (hint);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    }

  gtk_widget_set_sensitive (self->flag, nazar_field_row_is_editable (row));
  nazar_field_row_add_suffix (row, self->flag);
  nazar_field_row_set_content (row, label, self->flag);
}

static void
nazar_flag_row_class_init (NazarFlagRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_flag_row_constructed;
  NAZAR_FIELD_ROW_CLASS (klass)->click_activates = TRUE;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_flag_row_show_value;
}

static void
nazar_flag_row_init (NazarFlagRow *self)
{
  self->flag = gtk_switch_new ();
  g_signal_connect_swapped (self->flag, "notify::active", G_CALLBACK (on_active_changed_cb), self);
}
