/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* A status as people see it everywhere: a word, an icon and a colour together; of a
 * recommendation, or another word whose vocabulary gives it an icon. Where there is room for the icon alone, the word is its tooltip and its name
 * for screen readers. One widget without children, because lists have many. */
struct _NazarStatusBadge
{
  GtkWidget parent_instance;

  const NazarVocabulary *vocabulary;
  const NazarChoice *status;
  GdkPaintable *icon;
  PangoLayout *layout; /* the word, where it is shown */
  gboolean compact;
  gboolean differs;
};

G_DEFINE_FINAL_TYPE (NazarStatusBadge, nazar_status_badge, GTK_TYPE_WIDGET)

#define ICON_SIZE 16
#define SPACING 6

/* Stands after the status where the State claims more than monitors find. */
#define MARK "≠"

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

/* Only a recommendation that is not assessed has a word for it. */
static gboolean
is_empty (NazarStatusBadge *self)
{
  return self->status == NULL && self->vocabulary != &nazar_vocabulary_status;
}

static const char *
get_word (NazarStatusBadge *self)
{
  if (is_empty (self))
    return "";
  if (self->status == NULL)
    return nazar_status_word (NULL);

  return nazar_vocabulary_label (self->vocabulary, self->status->id);
}

static const char *
get_icon (NazarStatusBadge *self)
{
  return self->status != NULL ? self->status->icon : nazar_status_icon (NULL);
}

static void
set_colour (NazarStatusBadge *self,
            gboolean          on)
{
  g_autofree char *name =
      g_strdup_printf ("nazar-%s-%s", self->vocabulary->name, self->status != NULL ? self->status->id : "unassessed");

  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Icon, word and mark are made when they are needed, and forgotten when they change. */
static void
forget (NazarStatusBadge *self)
{
  g_clear_object (&self->icon);
  g_clear_object (&self->layout);
}

static void
update (NazarStatusBadge *self)
{
  const char *word = get_word (self);
  g_autofree char *whole = self->differs
                               /* Translators: %s is a status, such as "Planned". */
                               ? g_strdup_printf (_("%s, the tracks differ"), word)
                               : g_strdup (word);

  forget (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static PangoLayout *
ensure_layout (NazarStatusBadge *self)
{
  g_autofree char *text = NULL;

  if (self->layout == NULL)
    {
      text = g_strjoin (" ", self->compact ? "" : get_word (self), self->differs ? MARK : NULL, NULL);
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), g_strstrip (text));
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -1);
    }

  return self->layout;
}

static gboolean
has_text (NazarStatusBadge *self)
{
  return !self->compact || self->differs;
}

static void
nazar_status_badge_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  NazarStatusBadge *self = NAZAR_STATUS_BADGE (widget);
  int width, height;

  *minimum = *natural = ICON_SIZE;
  if (!has_text (self))
    return;

  pango_layout_set_width (ensure_layout (self), -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += SPACING + width;
  else
    *minimum = *natural = MAX (ICON_SIZE, height);
}

static void
snapshot_icon (NazarStatusBadge *self,
               GtkSnapshot      *snapshot,
               const GdkRGBA    *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->icon == NULL)
    self->icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                                            get_icon (self), NULL, ICON_SIZE,
                                                            gtk_widget_get_scale_factor (widget),
                                                            gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_PRELOAD));

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, ICON_SIZE, ICON_SIZE, colour, 1);
}

static void
nazar_status_badge_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  NazarStatusBadge *self = NAZAR_STATUS_BADGE (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int text_width = MAX (width - ICON_SIZE - SPACING, 0);
  int text_height;
  GdkRGBA colour;

  if (is_empty (self))
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (backwards ? width - ICON_SIZE : 0, (height - ICON_SIZE) / 2));
  snapshot_icon (self, snapshot, &colour);
  gtk_snapshot_restore (snapshot);

  if (!has_text (self))
    return;

  pango_layout_set_width (ensure_layout (self), text_width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (backwards ? 0 : ICON_SIZE + SPACING, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
nazar_status_badge_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (nazar_status_badge_parent_class)->css_changed (widget, change);
  forget (NAZAR_STATUS_BADGE (widget));
}

static void
nazar_status_badge_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (nazar_status_badge_parent_class)->system_setting_changed (widget, setting);
  forget (NAZAR_STATUS_BADGE (widget));
  gtk_widget_queue_resize (widget);
}

static void
nazar_status_badge_dispose (GObject *object)
{
  forget (NAZAR_STATUS_BADGE (object));

  G_OBJECT_CLASS (nazar_status_badge_parent_class)->dispose (object);
}

static void
nazar_status_badge_class_init (NazarStatusBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_status_badge_dispose;
  widget_class->measure = nazar_status_badge_measure;
  widget_class->snapshot = nazar_status_badge_snapshot;
  widget_class->css_changed = nazar_status_badge_css_changed;
  widget_class->system_setting_changed = nazar_status_badge_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "statusbadge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nazar_status_badge_init (NazarStatusBadge *self)
{
  self->vocabulary = &nazar_vocabulary_status;
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
 * nazar_status_badge_new_for:
 * @vocabulary: words that have icons
 *
 * Its colours are those of the classes `nazar-VOCABULARY-WORD`.
 *
 * Returns: (transfer full): a badge that says nothing yet
 */
GtkWidget *
nazar_status_badge_new_for (const NazarVocabulary *vocabulary)
{
  NazarStatusBadge *self = g_object_new (NAZAR_TYPE_STATUS_BADGE, NULL);

  set_colour (self, FALSE);
  self->vocabulary = vocabulary;
  set_colour (self, TRUE);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * nazar_status_badge_set_status:
 * @self: a badge
 * @status: (nullable): a status, or word of its vocabulary; %NULL or "" where there is none
 */
void
nazar_status_badge_set_status (NazarStatusBadge *self,
                               const char       *status)
{
  const NazarChoice *choice = nazar_vocabulary_find (self->vocabulary, status);

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
