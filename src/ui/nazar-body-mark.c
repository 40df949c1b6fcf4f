/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-body-mark.h"

#include <glib/gi18n-lib.h>

/* The number of an injury, on the outline of the body. */
struct _NazarBodyMark
{
  GtkWidget parent_instance;

  NazarPart *injury;
  guint number;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (NazarBodyMark, nazar_body_mark, GTK_TYPE_WIDGET)

static void
update (NazarBodyMark *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->number);
  g_autofree char *words = nazar_injury_dup_words (NAZAR_RECORD (self->injury));
  /* Translators: the number of an injury, and what and where it is: "2: Bruise, left knee". */
  g_autofree char *name = g_strdup_printf (_("%u: %s"), self->number, words);

  gtk_label_set_text (GTK_LABEL (self->label), number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
nazar_body_mark_dispose (GObject *object)
{
  NazarBodyMark *self = NAZAR_BODY_MARK (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->injury);

  G_OBJECT_CLASS (nazar_body_mark_parent_class)->dispose (object);
}

static void
nazar_body_mark_class_init (NazarBodyMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_body_mark_dispose;
  gtk_widget_class_set_css_name (widget_class, "bodymark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nazar_body_mark_init (NazarBodyMark *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * nazar_body_mark_new:
 * @injury: an injury of an interview
 *
 * Returns: (transfer floating): its mark
 */
GtkWidget *
nazar_body_mark_new (NazarPart *injury)
{
  NazarBodyMark *self = g_object_new (NAZAR_TYPE_BODY_MARK, NULL);

  self->injury = g_object_ref (injury);
  g_signal_connect_object (injury, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_body_mark_get_injury:
 * @self: a mark
 *
 * Returns: (transfer none): the injury that it stands for
 */
NazarPart *
nazar_body_mark_get_injury (NazarBodyMark *self)
{
  return self->injury;
}

/**
 * nazar_body_mark_set_number:
 * @self: a mark
 * @number: the place of the injury in the list, from 1
 */
void
nazar_body_mark_set_number (NazarBodyMark *self,
                            guint          number)
{
  self->number = number;
  update (self);
}

/**
 * nazar_body_mark_set_selected:
 * @self: a mark
 * @selected: whether its injury is the one that is looked at
 */
void
nazar_body_mark_set_selected (NazarBodyMark *self,
                              gboolean       selected)
{
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * nazar_injury_dup_words:
 * @injury: an injury of an interview
 *
 * Returns: (transfer full): what it is and where: "Bruise · Left knee"
 */
char *
nazar_injury_dup_words (NazarRecord *injury)
{
  const char *kind = nazar_record_get (injury, "kind"), *place = nazar_record_get (injury, "place");
  const char *what = kind != NULL ? nazar_vocabulary_label (&nazar_vocabulary_injury_kind, kind) : _("Injury");

  return place != NULL ? g_strdup_printf ("%s · %s", what, place) : g_strdup (what);
}
