/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-author-bar.h"

#include "nazar-identity.h"
#include "nazar-settings.h"
#include "nazar-wrap-layout.h"

/* Asks once for the name that changes carry, beside the work and not before it. */
struct _NazarAuthorBar
{
  AdwBin parent_instance;

  GtkEntry *name;
  GtkWidget *use;
};

G_DEFINE_FINAL_TYPE (NazarAuthorBar, nazar_author_bar, ADW_TYPE_BIN)

static char *
dup_name (NazarAuthorBar *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
finish (NazarAuthorBar *self)
{
  nazar_settings_set_boolean ("author-asked", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_name_changed_cb (NazarAuthorBar *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->use, *name != '\0');
}

static void
on_use_cb (NazarAuthorBar *self)
{
  g_autofree char *name = dup_name (self);

  if (*name == '\0')
    return;

  nazar_identity_set_author (name);
  finish (self);
}

static void
nazar_author_bar_class_init (NazarAuthorBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NAZAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-author-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarAuthorBar, name);
  gtk_widget_class_bind_template_child (widget_class, NazarAuthorBar, use);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_use_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_later_cb", G_CALLBACK (finish));
}

static void
nazar_author_bar_init (NazarAuthorBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_author_bar_ask:
 * @self: the bar
 *
 * Asks for the name, unless there is one or it was asked for before.
 */
void
nazar_author_bar_ask (NazarAuthorBar *self)
{
  g_autofree char *author = nazar_identity_get_author ();

  if (author == NULL && !nazar_settings_get_boolean ("author-asked"))
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
