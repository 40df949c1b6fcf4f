/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-entry-row.h"

#include <string.h>

/* A row for a date, a moment or a number: what is typed is read in any usual way
 * of writing it, and shown as people write it. */
struct _NazarEntryRow
{
  NazarFieldRow parent_instance;

  GtkWidget *text;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarEntryRow, nazar_entry_row, NAZAR_TYPE_FIELD_ROW)

/* The value itself where it stands as it was shown: not every way of showing it
 * must be a way of typing it. */
static char *
nazar_entry_row_dup_typed (NazarFieldRow *row)
{
  NazarEntryRow *self = NAZAR_ENTRY_ROW (row);
  const NazarField *field = nazar_field_row_get_field (row);
  const char *value = nazar_record_get (nazar_field_row_get_record (row), field->name);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *shown = nazar_field_display (field, value);

  return g_strdup (strcmp (typed, shown) == 0 ? value : typed);
}

static void
nazar_entry_row_show_value (NazarFieldRow *row,
                            const char    *value)
{
  NazarEntryRow *self = NAZAR_ENTRY_ROW (row);
  g_autofree char *shown = nazar_field_display (nazar_field_row_get_field (row), value);

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->text)), shown) == 0)
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), shown);
  self->showing = FALSE;
}

static void
on_text_changed_cb (NazarEntryRow *self)
{
  if (!self->showing)
    nazar_field_row_typed (NAZAR_FIELD_ROW (self));
}

static void
nazar_entry_row_constructed (GObject *object)
{
  NazarEntryRow *self = NAZAR_ENTRY_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);

  G_OBJECT_CLASS (nazar_entry_row_parent_class)->constructed (object);

  if (nazar_field_row_is_editable (row))
    gtk_text_set_placeholder_text (GTK_TEXT (self->text), nazar_field_hint (nazar_field_row_get_field (row)));
  gtk_editable_set_editable (GTK_EDITABLE (self->text), nazar_field_row_is_editable (row));
  nazar_field_row_set_content (row, self->text, self->text);
}

static void
nazar_entry_row_class_init (NazarEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_entry_row_constructed;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_entry_row_show_value;
  NAZAR_FIELD_ROW_CLASS (klass)->dup_typed = nazar_entry_row_dup_typed;
}

static void
nazar_entry_row_init (NazarEntryRow *self)
{
  self->text = gtk_text_new ();
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (on_text_changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (nazar_field_row_flush), self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
}
