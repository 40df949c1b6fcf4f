/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-note-card.h"

struct _NazarNoteCard
{
  GtkBox parent_instance;

  GtkWidget *icon;
  GtkWidget *words;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (NazarNoteCard, nazar_note_card, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked_cb (NazarNoteCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
nazar_note_card_class_init (NazarNoteCardClass *klass)
{
  /**
   * NazarNoteCard::clicked:
   *
   * The button was pressed.
   */
  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", NAZAR_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nazar_note_card_init (NazarNoteCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-note");

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->icon, "warning");
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->words);
  gtk_box_append (GTK_BOX (self), line);

  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);
}

/**
 * nazar_note_card_new:
 * @icon_name: name of a symbolic icon
 *
 * Returns: (transfer full): a card without words yet
 */
GtkWidget *
nazar_note_card_new (const char *icon_name)
{
  NazarNoteCard *self = g_object_new (NAZAR_TYPE_NOTE_CARD, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  return GTK_WIDGET (self);
}

/**
 * nazar_note_card_set_words:
 * @self: a card
 * @sentence: what it says
 * @button: (nullable): what can be done; may have a mnemonic
 */
void
nazar_note_card_set_words (NazarNoteCard *self,
                           const char    *sentence,
                           const char    *button)
{
  g_return_if_fail (NAZAR_IS_NOTE_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->words), sentence);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
}
