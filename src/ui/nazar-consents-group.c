/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-consents-group.h"

#include "nazar-consent-card.h"
#include "nazar-consent-words.h"
#include "nazar-date.h"
#include "nazar-identity.h"
#include "nazar-part-group.h"
#include "nazar-reference-picker.h"

#include <glib/gi18n-lib.h>

/* The consents of an interview, under a sentence that says what they come to. A consent
 * is added whole: one that names no authority would be for any. */
struct _NazarConsentsGroup
{
  AdwBin parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  NazarRecord *interview;

  GtkWidget *cards;
  GtkWidget *icon;
  GtkWidget *sentence;
  GtkWidget *button;
  GtkWidget *picker;
};

G_DEFINE_FINAL_TYPE (NazarConsentsGroup, nazar_consents_group, ADW_TYPE_BIN)

static void
show_sentence (NazarConsentsGroup *self)
{
  g_autofree char *today = nazar_today ();
  g_autofree char *sentence = nazar_consent_dup_sentence (self->interview, today);

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), nazar_consent_icon (self->interview, today));
}

/* Who keeps the register, where that is one of the team; else who leads it. */
static char *
dup_taker (NazarConsentsGroup *self)
{
  g_autoptr (GPtrArray) names = nazar_consent_team (self->visit);
  g_autofree char *author = nazar_identity_get_author ();

  if (author != NULL && g_ptr_array_find_with_equal_func (names, author, g_str_equal, NULL))
    return g_steal_pointer (&author);
  return names->len > 0 ? g_strdup (g_ptr_array_index (names, 0)) : NULL;
}

static void
add_consent (NazarConsentsGroup *self,
             const char         *purpose,
             const char         *recipient)
{
  NazarPartGroup *group = NAZAR_PART_GROUP (self->cards);
  NazarPart *consent = nazar_part_list_add (nazar_part_group_get_list (group));
  NazarRecord *record = NAZAR_RECORD (consent);
  g_autofree char *today = nazar_today (), *taker = dup_taker (self);

  nazar_record_set (record, "purpose", purpose);
  nazar_record_set (record, "recipient", recipient);
  nazar_record_set (record, "given_on", today);
  nazar_record_set (record, "taken_by", taker);
  nazar_live_store (self->live, nazar_part_put (consent));
  nazar_part_card_open (nazar_part_group_get_card (group, consent), TRUE);
}

static void
add (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  add_consent (NAZAR_CONSENTS_GROUP (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
on_picked_cb (NazarConsentsGroup *self,
              NazarRecord        *body)
{
  add_consent (self, "authority", nazar_record_get (body, "name"));
}

/* After the menu is closed, or it would close the picker, too. */
static gboolean
show_picker_cb (gpointer data)
{
  NazarConsentsGroup *self = data;
  graphene_rect_t bounds;

  if (self->picker == NULL || !gtk_widget_get_mapped (self->button) ||
      !gtk_widget_compute_bounds (self->button, GTK_WIDGET (self), &bounds))
    return G_SOURCE_REMOVE;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->picker),
                               &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->picker));
  return G_SOURCE_REMOVE;
}

static void
pick_authority (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_idle_add_full (G_PRIORITY_LOW, show_picker_cb, g_object_ref (widget), g_object_unref);
}

static void
make_button (NazarConsentsGroup *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, nazar_vocabulary_label (&nazar_vocabulary_consent_purpose, "anonymous-use"), "consents.add::anonymous-use");
  g_menu_append (menu, _("To an authority…"), "consents.pick-authority");
  g_menu_append (menu, _("To any authority"), "consents.add::authority");
  g_menu_append (menu, nazar_vocabulary_label (&nazar_vocabulary_consent_purpose, "publication"), "consents.add::publication");

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->button, _("Add a consent"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a consent"), -1);
  nazar_part_group_set_button (NAZAR_PART_GROUP (self->cards), self->button);

  self->picker = nazar_reference_picker_new (self->live, &nazar_consent_recipient);
  gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
}

static void
make_sentence (NazarConsentsGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sentence), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "nazar-note");
  nazar_part_group_set_top (NAZAR_PART_GROUP (self->cards), box);
}

static void
nazar_consents_group_dispose (GObject *object)
{
  NazarConsentsGroup *self = NAZAR_CONSENTS_GROUP (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_object (&self->interview);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_consents_group_parent_class)->dispose (object);
}

static void
nazar_consents_group_class_init (NazarConsentsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_consents_group_dispose;
  gtk_widget_class_install_action (widget_class, "consents.add", "s", add);
  gtk_widget_class_install_action (widget_class, "consents.pick-authority", NULL, pick_authority);
}

static void
nazar_consents_group_init (NazarConsentsGroup *self)
{
}

/**
 * nazar_consents_group_new:
 * @live: a register as windows see it
 * @visit: the live visit of the interview
 * @interview: a live interview
 * @locked: whether they are for reading only, but for withdrawing them
 *
 * Returns: (transfer full): its consents
 */
GtkWidget *
nazar_consents_group_new (NazarLive   *live,
                          NazarRecord *visit,
                          NazarRecord *interview,
                          gboolean     locked)
{
  NazarConsentsGroup *self = g_object_new (NAZAR_TYPE_CONSENTS_GROUP, NULL);

  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  self->interview = g_object_ref (interview);
  self->cards = nazar_part_group_new (live, interview, "consents", NAZAR_TYPE_CONSENT_CARD, locked);
  nazar_part_group_set_words (NAZAR_PART_GROUP (self->cards), _("Consents"), NULL, NULL);
  make_sentence (self);
  make_button (self);
  adw_bin_set_child (ADW_BIN (self), self->cards);

  g_signal_connect_object (interview, "notify::consents", G_CALLBACK (show_sentence), self, G_CONNECT_SWAPPED);
  show_sentence (self);
  return GTK_WIDGET (self);
}

/**
 * nazar_consents_group_forget:
 * @self: a group
 *
 * Forgets what was typed and not stored yet: the interview is gone.
 */
void
nazar_consents_group_forget (NazarConsentsGroup *self)
{
  nazar_part_group_forget (NAZAR_PART_GROUP (self->cards));
}
