/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-status-badge.h"

#include "nazar-vocabulary.h"

#include <glib/gi18n-lib.h>

/* A status as people see it everywhere: a word, an icon and a colour together.
 * Where there is room for the icon alone, the word is its tooltip and its name
 * for screen readers. */
struct _NazarStatusBadge
{
  GtkBox parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *mark;
  const NazarChoice *status;
  gboolean compact;
  gboolean differs;
};

G_DEFINE_FINAL_TYPE (NazarStatusBadge, nazar_status_badge, GTK_TYPE_BOX)

/**
 * nazar_status_word:
 * @status: (nullable): a status
 *
 * Returns: (transfer none): its word for people; for none, that it is not assessed
 */
const char *
nazar_status_word (const char *status)
{
  if (status == NULL || *status == '\0')
    return C_ ("status", "Not assessed");

  return nazar_vocabulary_label (&nazar_vocabulary_status, status);
}

/**
 * nazar_status_icon:
 * @status: (nullable): a status
 *
 * Returns: (transfer none): the name of its symbolic icon
 */
const char *
nazar_status_icon (const char *status)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_status, status);

  return choice != NULL ? choice->icon : "nazar-status-unassessed-symbolic";
}

static void
set_colour (NazarStatusBadge *self,
            gboolean          on)
{
  g_autofree char *name = g_strdup_printf ("nazar-status-%s", self->status != NULL ? self->status->id : "unassessed");

  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update (NazarStatusBadge *self)
{
  const char *id = self->status != NULL ? self->status->id : NULL;
  const char *word = nazar_status_word (id);
  g_autofree char *whole = self->differs
                               /* Translators: %s is a status, such as "Planned". */
                               ? g_strdup_printf (_("%s, the tracks differ"), word)
                               : g_strdup (word);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), nazar_status_icon (id));
  gtk_label_set_text (GTK_LABEL (self->label), word);
  gtk_widget_set_visible (self->label, !self->compact);
  gtk_widget_set_visible (self->mark, self->differs);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
nazar_status_badge_class_init (NazarStatusBadgeClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statusbadge");
}

static void
nazar_status_badge_init (NazarStatusBadge *self)
{
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  self->mark = gtk_label_new ("≠");

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->mark, "nazar-differs");
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->mark);

  set_colour (self, TRUE);
  update (self);
}

/**
 * nazar_status_badge_new:
 *
 * Returns: (transfer full): a badge that says "Not assessed"
 */
GtkWidget *
nazar_status_badge_new (void)
{
  return g_object_new (NAZAR_TYPE_STATUS_BADGE, NULL);
}

/**
 * nazar_status_badge_set_status:
 * @self: a badge
 * @status: (nullable): a status; %NULL or "" where there is none
 */
void
nazar_status_badge_set_status (NazarStatusBadge *self,
                               const char       *status)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_status, status);

  g_return_if_fail (NAZAR_IS_STATUS_BADGE (self));

  if (choice == self->status)
    return;
  set_colour (self, FALSE);
  self->status = choice;
  set_colour (self, TRUE);
  update (self);
}

/**
 * nazar_status_badge_set_compact:
 * @self: a badge
 * @compact: whether the icon stands alone
 */
void
nazar_status_badge_set_compact (NazarStatusBadge *self,
                                gboolean          compact)
{
  g_return_if_fail (NAZAR_IS_STATUS_BADGE (self));

  if (compact == self->compact)
    return;
  self->compact = compact;
  update (self);
}

/**
 * nazar_status_badge_set_differs:
 * @self: a badge
 * @differs: whether the badge carries the mark that the State claims more than
 *   monitors find
 */
void
nazar_status_badge_set_differs (NazarStatusBadge *self,
                                gboolean          differs)
{
  g_return_if_fail (NAZAR_IS_STATUS_BADGE (self));

  if (differs == self->differs)
    return;
  self->differs = differs;
  update (self);
}
