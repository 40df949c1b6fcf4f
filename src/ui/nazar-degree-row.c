/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-degree-row.h"

#include <glib/gi18n-lib.h>

/* A row for the degree to which an injury goes with what was told. A court may read
 * it: each of the five says what it means, in a sentence, where it is chosen. */
struct _NazarDegreeRow
{
  NazarFieldRow parent_instance;

  GtkWidget *buttons[5]; /* in the order of the vocabulary */
  GtkWidget *clear;
  GtkWidget *shown; /* in a record that cannot be written */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (NazarDegreeRow, nazar_degree_row, NAZAR_TYPE_FIELD_ROW)

/* In the order of the vocabulary (Istanbul Protocol, 2022, on conclusions). */
static const char *const meanings[] = {
  N_ ("It cannot have come about as told."),
  N_ ("It can have come about as told, but many other things leave the like."),
  N_ ("It can have come about as told, and few other things leave the like."),
  N_ ("It is what one usually sees after what was told, though there are other causes."),
  N_ ("It cannot have come about in any other way than as told."),
};

static guint
get_place (const char *value)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_consistency, value);

  return choice != NULL ? (guint) (choice - nazar_vocabulary_consistency.choices) : G_MAXUINT;
}

static void
show_words (NazarDegreeRow *self,
            guint           place)
{
  g_autofree char *words = NULL;

  if (place < G_N_ELEMENTS (meanings))
    words = g_strdup_printf ("%s\n%s", nazar_vocabulary_label (&nazar_vocabulary_consistency,
                                                               nazar_vocabulary_consistency.choices[place].id),
                             _(meanings[place]));
  gtk_label_set_text (GTK_LABEL (self->shown), words != NULL ? words : "—");
}

static void
nazar_degree_row_show_value (NazarFieldRow *row,
                             const char    *value)
{
  NazarDegreeRow *self = NAZAR_DEGREE_ROW (row);
  guint place = get_place (value);

  if (self->shown != NULL)
    {
      show_words (self, place);
      return;
    }

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->buttons[i]), i == place);
  self->showing = FALSE;
  gtk_widget_set_visible (self->clear, value != NULL);
}

static void
on_toggled_cb (NazarDegreeRow *self,
               GtkCheckButton *button)
{
  if (self->showing || !gtk_check_button_get_active (button))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    if (GTK_WIDGET (button) == self->buttons[i])
      nazar_field_row_enter (NAZAR_FIELD_ROW (self), nazar_vocabulary_consistency.choices[i].id);
}

static void
on_clear_cb (NazarDegreeRow *self)
{
  gtk_widget_grab_focus (self->buttons[0]);
  nazar_field_row_enter (NAZAR_FIELD_ROW (self), NULL);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_button (NazarDegreeRow *self,
             guint           place)
{
  const char *word = nazar_vocabulary_label (&nazar_vocabulary_consistency, nazar_vocabulary_consistency.choices[place].id);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *meaning = make_label (_(meanings[place]));

  gtk_widget_add_css_class (meaning, "caption");
  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_box_append (GTK_BOX (words), make_label (word));
  gtk_box_append (GTK_BOX (words), meaning);
  gtk_widget_set_margin_start (words, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "nazar-degree");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(meanings[place]), -1);
  if (place > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (self->buttons[0]));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled_cb), self);
  return button;
}

static void
make_buttons (NazarDegreeRow *self)
{
  NazarFieldRow *row = NAZAR_FIELD_ROW (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      self->buttons[i] = make_button (self, i);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }

  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  /* Translators: what a button does ("Clear"), and the label of the field that it does it to. */
  name = g_strdup_printf (_("%s: %s"), _("Clear"), nazar_field_label (nazar_field_row_get_field (row)));
  gtk_widget_set_tooltip_text (self->clear, _("Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "circular");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (on_clear_cb), self);
  nazar_field_row_add_suffix (row, self->clear);
  gtk_widget_set_valign (self->clear, GTK_ALIGN_START);
  nazar_field_row_set_content (row, box, NULL);
}

static void
nazar_degree_row_constructed (GObject *object)
{
  NazarDegreeRow *self = NAZAR_DEGREE_ROW (object);

  G_OBJECT_CLASS (nazar_degree_row_parent_class)->constructed (object);

  if (nazar_field_row_is_editable (NAZAR_FIELD_ROW (object)))
    {
      make_buttons (self);
      return;
    }

  self->shown = make_label (NULL);
  nazar_field_row_set_content (NAZAR_FIELD_ROW (self), self->shown, NULL);
}

static gboolean
nazar_degree_row_grab_focus (GtkWidget *widget)
{
  NazarDegreeRow *self = NAZAR_DEGREE_ROW (widget);

  return self->buttons[0] != NULL && gtk_widget_grab_focus (self->buttons[0]);
}

static void
nazar_degree_row_class_init (NazarDegreeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = nazar_degree_row_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = nazar_degree_row_grab_focus;
  NAZAR_FIELD_ROW_CLASS (klass)->show_value = nazar_degree_row_show_value;

  G_STATIC_ASSERT (G_N_ELEMENTS (meanings) == G_N_ELEMENTS (((NazarDegreeRow *) 0)->buttons));
}

static void
nazar_degree_row_init (NazarDegreeRow *self)
{
}

/**
 * nazar_degree_row_new:
 * @live: a register as windows see it
 * @field: the consistency of an injury
 * @locked: whether the row is for reading only
 *
 * Returns: (transfer full): a row for it, without a record yet
 */
GtkWidget *
nazar_degree_row_new (NazarLive        *live,
                      const NazarField *field,
                      gboolean          locked)
{
  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);
  g_return_val_if_fail (field != NULL && field->vocabulary == &nazar_vocabulary_consistency, NULL);

  return g_object_new (NAZAR_TYPE_DEGREE_ROW, "live", live, "field", field, "locked", locked, NULL);
}
