/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-filter-chip.h"

#include <glib/gi18n-lib.h>

/* One filter in words, and a button that takes it away. */
struct _NazarFilterChip
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (NazarFilterChip, nazar_filter_chip, GTK_TYPE_BOX)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked_cb (NazarFilterChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
nazar_filter_chip_class_init (NazarFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, NazarFilterChip, button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked_cb);

  /**
   * NazarFilterChip::removed:
   *
   * The filter is not wanted any more.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", NAZAR_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
nazar_filter_chip_init (NazarFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_filter_chip_new:
 * @words: the filter in words
 *
 * Returns: (transfer full): a chip
 */
GtkWidget *
nazar_filter_chip_new (const char *words)
{
  NazarFilterChip *self = g_object_new (NAZAR_TYPE_FILTER_CHIP, NULL);
  /* Translators: %s is a filter in words, such as "State’s status: Planned". */
  g_autofree char *name = g_strdup_printf (_("Remove the filter “%s”"), words);

  gtk_label_set_text (self->label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), words);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
