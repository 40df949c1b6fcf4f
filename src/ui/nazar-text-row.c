/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-text-row.h"

/* A row for words: it grows with its text, so that nothing of it is cut. In a
 * row for one line Enter means that the line is ready. */
struct _NazarTextRow
{
  NazarFieldRow parent_instance;

  GtkWidget *view;
  GtkWidget *placeholder;
  GtkTextBuffer *buffer;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarTextRow, nazar_text_row, NAZAR_TYPE_FIELD_ROW)

static char *
nazar_text_row_dup_typed (NazarFieldRow *row)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (NAZAR_TEXT_ROW (row)->buffer, &start, &end);
  return gtk_text_buffer_get_text (NAZAR_TEXT_ROW (row)->buffer, &start, &end, FALSE);
}

static void
nazar_text_row_show_value (NazarFieldRow *row,
                           const char    *value)
{
  NazarTextRow *self = NAZAR_TEXT_ROW (row);
  g_autofree char *typed = nazar_text_row_dup_typed (row);

  if (g_strcmp0 (typed, value != NULL ? value : "") == 0)
    return;

  /* Undo in the row is for what is typed in it, never for another record's text. */
  self->showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, value != NULL ? value : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->showing = FALSE;
}

static void
show_placeholder (NazarTextRow *self)
{
  gboolean asks = nazar_field_row_is_editable (NAZAR_FIELD_ROW (self)) && gtk_text_buffer_get_char_count (self->buffer) == 0;
  const char *hint = nazar_field_hint (nazar_field_row_get_field (NAZAR_FIELD_ROW (self)));

  gtk_label_set_text (GTK_LABEL (self->placeholder), asks && hint != NULL ? hint : "");
}

static void
on_text_changed_cb (NazarTextRow *self)
{
  show_placeholder (self);
  if (!self->showing)
    nazar_field_row_typed (NAZAR_FIELD_ROW (self));
}

static gboolean
on_key_pressed_cb (NazarTextRow    *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  nazar_field_row_flush (NAZAR_FIELD_ROW (self));
  return GDK_EVENT_STOP;
}

static void
nazar_text_row_constructed (GObject *object)
{
  NazarTextRow *self = NAZAR_TEXT_ROW (object);
  NazarFieldRow *row = NAZAR_FIELD_ROW (object);
  const NazarField *field;

  G_OBJECT_CLASS (nazar_text_row_parent_class)->constructed (object);

  field = nazar_field_row_get_field (row);
  show_placeholder (self);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), nazar_field_row_is_editable (row));
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), nazar_field_row_is_editable (row));
  nazar_field_row_set_content (row, gtk_widget_get_parent (self->view), self->view);
  g_object_unref (gtk_widget_get_parent (self->view));

  if (field->kind == NAZAR_KIND_TEXT)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
      gtk_widget_add_controller (self->view, keys);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE, -1);
    }
}

static void
nazar_text_row_class_init (NazarTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_text_row_constructed;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_text_row_show_value;
  NAZAR_FIELD_ROW_CLASS (klass)->dup_typed = nazar_text_row_dup_typed;
}

static void
nazar_text_row_init (NazarTextRow *self)
{
  GtkWidget *overlay = g_object_ref_sink (gtk_overlay_new ());

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_text_changed_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);

  self->placeholder = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "nazar-placeholder");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  /* GTK 4.8 never lays out a text view that has no height to begin with: the
   * placeholder, even when it says nothing, is as high as a line. */
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), self->placeholder, TRUE);

  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
}
