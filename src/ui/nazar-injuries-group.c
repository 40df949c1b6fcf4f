/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-injuries-group.h"

#include "nazar-body-map.h"
#include "nazar-body-outline.h"
#include "nazar-injury-card.h"
#include "nazar-part-group.h"

#include <glib/gi18n-lib.h>

/* The injuries of an interview: the outline of a body with their marks, and a card for
 * each. A mark and its card are chosen together. */
struct _NazarInjuriesGroup
{
  AdwBin parent_instance;

  NazarLive *live;
  gboolean editable;
  GtkWidget *outline;
  GtkWidget *pointed;
  GtkWidget *cards;
};

G_DEFINE_FINAL_TYPE (NazarInjuriesGroup, nazar_injuries_group, ADW_TYPE_BIN)

static void
store (NazarInjuriesGroup *self,
       NazarPart          *injury)
{
  NazarRecord *interview = nazar_part_put (injury);

  if (interview != NULL)
    nazar_live_store (self->live, interview);
}

static void
choose (NazarInjuriesGroup *self,
        NazarPart          *injury,
        gboolean            focus)
{
  NazarPartCard *card = nazar_part_group_get_card (NAZAR_PART_GROUP (self->cards), injury);

  nazar_body_outline_select (NAZAR_BODY_OUTLINE (self->outline), injury);
  if (card != NULL)
    nazar_part_card_open (card, focus);
}

static const char *
region_words (const char *side,
              int         x,
              int         y)
{
  const char *region = nazar_body_map_region (side, x, y);

  return region != NULL ? nazar_vocabulary_label (&nazar_vocabulary_body_region, region) : NULL;
}

/* What somebody wrote of the place stays; the name of the region follows the mark. */
static void
set_place (NazarRecord *injury,
           const char  *side,
           int          x,
           int          y)
{
  const char *place = nazar_record_get (injury, "place");
  gboolean marked = nazar_record_get (injury, "x") != NULL && nazar_record_get (injury, "y") != NULL;
  const char *before = marked ? region_words (nazar_record_get (injury, "side"), atoi (nazar_record_get (injury, "x")),
                                              atoi (nazar_record_get (injury, "y")))
                              : NULL;
  g_autofree char *x_text = g_strdup_printf ("%d", x), *y_text = g_strdup_printf ("%d", y);

  if (place == NULL || g_strcmp0 (place, before) == 0)
    nazar_record_set (injury, "place", region_words (side, x, y));
  nazar_record_set (injury, "side", side);
  nazar_record_set (injury, "x", x_text);
  nazar_record_set (injury, "y", y_text);
}

static void
on_outline_add_cb (NazarInjuriesGroup *self,
                   const char         *side,
                   int                 x,
                   int                 y,
                   gboolean            by_keyboard)
{
  NazarPart *injury = nazar_part_list_add (nazar_part_group_get_list (NAZAR_PART_GROUP (self->cards)));

  set_place (NAZAR_RECORD (injury), side, x, y);
  store (self, injury);
  choose (self, injury, by_keyboard);
}

static void
on_outline_moved_cb (NazarInjuriesGroup *self,
                     NazarPart          *injury,
                     const char         *side,
                     int                 x,
                     int                 y)
{
  set_place (NAZAR_RECORD (injury), side, x, y);
  store (self, injury);
}

static void
on_outline_removed_cb (NazarInjuriesGroup *self,
                       NazarPart          *injury)
{
  NazarPartCard *card = nazar_part_group_get_card (NAZAR_PART_GROUP (self->cards), injury);

  if (card != NULL)
    nazar_part_card_remove (card);
}

static void
on_outline_pointed_cb (NazarInjuriesGroup *self,
                       const char         *words)
{
  const char *hint = self->editable ? _("Click where an injury is, or go there with the arrow keys and press Enter.") : "";

  gtk_label_set_text (GTK_LABEL (self->pointed), words != NULL ? words : hint);
  if (words != NULL)
    gtk_widget_remove_css_class (self->pointed, "dim-label");
  else
    gtk_widget_add_css_class (self->pointed, "dim-label");
}

static void
on_card_focused_cb (NazarInjuriesGroup *self,
                    NazarPart          *injury)
{
  nazar_body_outline_select (NAZAR_BODY_OUTLINE (self->outline), injury);
}

/* An injury that nobody could point to, such as an inner one. */
static void
on_add_cb (NazarInjuriesGroup *self)
{
  NazarPart *injury = nazar_part_list_add (nazar_part_group_get_list (NAZAR_PART_GROUP (self->cards)));

  store (self, injury);
  choose (self, injury, TRUE);
}

static void
nazar_injuries_group_dispose (GObject *object)
{
  g_clear_object (&NAZAR_INJURIES_GROUP (object)->live);

  G_OBJECT_CLASS (nazar_injuries_group_parent_class)->dispose (object);
}

static void
nazar_injuries_group_class_init (NazarInjuriesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_injuries_group_dispose;
}

static void
nazar_injuries_group_init (NazarInjuriesGroup *self)
{
}

static void
make_outline (NazarInjuriesGroup *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->outline = nazar_body_outline_new (nazar_part_group_get_list (NAZAR_PART_GROUP (self->cards)), self->editable);
  g_signal_connect_swapped (self->outline, "add", G_CALLBACK (on_outline_add_cb), self);
  g_signal_connect_swapped (self->outline, "activated", G_CALLBACK (choose), self);
  g_signal_connect_swapped (self->outline, "moved", G_CALLBACK (on_outline_moved_cb), self);
  g_signal_connect_swapped (self->outline, "removed", G_CALLBACK (on_outline_removed_cb), self);
  g_signal_connect_swapped (self->outline, "pointed", G_CALLBACK (on_outline_pointed_cb), self);

  self->pointed = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->pointed), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->pointed), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->pointed), GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (self->pointed, self->editable);
  on_outline_pointed_cb (self, NULL);

  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "nazar-body-card");
  gtk_box_append (GTK_BOX (frame), self->outline);
  gtk_box_append (GTK_BOX (frame), self->pointed);
  nazar_part_group_set_top (NAZAR_PART_GROUP (self->cards), frame);
}

/**
 * nazar_injuries_group_new:
 * @live: a register as windows see it
 * @interview: a live interview
 * @locked: whether they are for reading only
 *
 * Returns: (transfer full): its injuries
 */
GtkWidget *
nazar_injuries_group_new (NazarLive   *live,
                          NazarRecord *interview,
                          gboolean     locked)
{
  NazarInjuriesGroup *self = g_object_new (NAZAR_TYPE_INJURIES_GROUP, NULL);

  self->live = g_object_ref (live);
  self->editable = !locked && !nazar_store_is_read_only (nazar_live_get_store (live));
  self->cards = nazar_part_group_new (live, interview, "injuries", NAZAR_TYPE_INJURY_CARD, locked);
  nazar_part_group_set_words (NAZAR_PART_GROUP (self->cards), _("Injuries"), NULL, _("Add an injury without a mark"));
  g_signal_connect_swapped (self->cards, "add", G_CALLBACK (on_add_cb), self);
  g_signal_connect_swapped (self->cards, "card-focused", G_CALLBACK (on_card_focused_cb), self);

  make_outline (self);
  adw_bin_set_child (ADW_BIN (self), self->cards);
  return GTK_WIDGET (self);
}

/**
 * nazar_injuries_group_forget:
 * @self: a group
 *
 * Forgets what was typed and not stored yet: the interview is gone.
 */
void
nazar_injuries_group_forget (NazarInjuriesGroup *self)
{
  nazar_part_group_forget (NAZAR_PART_GROUP (self->cards));
}
