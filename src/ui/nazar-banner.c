/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-banner.h"

/* A sentence about a condition that lasts, along an edge of the window. (The
 * banner of libadwaita came with 1.3.) */
struct _NazarBanner
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *sentence;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (NazarBanner, nazar_banner, ADW_TYPE_BIN)

static void
nazar_banner_class_init (NazarBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, NazarBanner, sentence);
  gtk_widget_class_bind_template_child (widget_class, NazarBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, nazar_banner_dismiss);
}

static void
nazar_banner_init (NazarBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_banner_show:
 * @self: a banner
 * @icon_name: the icon that goes with the sentence
 * @sentence: what is to be known
 * @button: (nullable): label of a button that dismisses it; %NULL where the
 *   condition does not go away by being read
 */
void
nazar_banner_show (NazarBanner *self,
                   const char  *icon_name,
                   const char  *sentence,
                   const char  *button)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->button, button);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * nazar_banner_dismiss:
 * @self: a banner
 *
 * Takes it away.
 */
void
nazar_banner_dismiss (NazarBanner *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
