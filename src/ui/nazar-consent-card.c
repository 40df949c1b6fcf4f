/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-consent-card.h"

#include "nazar-compat.h"
#include "nazar-consent.h"
#include "nazar-consent-words.h"
#include "nazar-date.h"
#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-reference-picker.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* One consent, in a line that can be read. It can be withdrawn in one step, whatever
 * else is locked. */
struct _NazarConsentCard
{
  NazarPartCard parent_instance;

  GtkWidget *icon;
  GtkWidget *withdraw;
};

G_DEFINE_FINAL_TYPE (NazarConsentCard, nazar_consent_card, NAZAR_TYPE_PART_CARD)

/* The recipient is kept as a name; names are found among the bodies. */
const NazarField nazar_consent_recipient = {
  "recipient", NAZAR_KIND_REFERENCE, NC_ ("field", "Recipient"), NULL, 0, .target = "body",
};

static const char *const card_fields[] = {
  "purpose", "recipient", "form", "given_on", "taken_by", "ends_on", "withdrawn_on", NULL,
};

static NazarRecord *
get_interview (NazarConsentCard *self)
{
  return nazar_part_list_get_record (nazar_part_card_get_list (NAZAR_PART_CARD (self)));
}

static NazarRecord *
get_visit (NazarConsentCard *self)
{
  NazarRecord *interview = get_interview (self);

  return nazar_live_get (nazar_part_card_get_live (NAZAR_PART_CARD (self)), NAZAR_TYPE_VISIT,
                         interview != NULL ? nazar_record_get (interview, "visit") : NULL);
}

/**
 * nazar_consent_team:
 * @visit: (nullable): a visit
 *
 * Returns: (transfer full) (element-type utf8): the names of its team, who leads it first
 */
GPtrArray *
nazar_consent_team (NazarRecord *visit)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *value = visit != NULL ? nazar_record_get (visit, "team") : NULL;
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *team = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; team != NULL && i < json_array_get_length (team); i++)
    {
      JsonObject *member = json_array_get_object_element (team, i);
      const char *name = json_object_get_string_member_with_default (member, "name", NULL);
      gboolean leads = json_object_get_boolean_member_with_default (member, "lead", FALSE);

      if (name != NULL)
        g_ptr_array_insert (names, leads ? 0 : -1, g_strdup (name));
    }

  return names;
}

/* ---- What it shows ---- */

static void
show_state (NazarConsentCard  *self,
            NazarConsentState  state)
{
  gboolean valid = state == NAZAR_CONSENT_VALID;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), valid ? "object-select-symbolic" : "action-unavailable-symbolic");
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nazar-over");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-over");
  gtk_widget_remove_css_class (self->icon, valid ? "dim-label" : "success");
  gtk_widget_add_css_class (self->icon, valid ? "success" : "dim-label");
}

static void
nazar_consent_card_show (NazarPartCard *card,
                         NazarRecord   *consent)
{
  NazarConsentCard *self = NAZAR_CONSENT_CARD (card);
  NazarFieldRow *recipient = nazar_part_card_get_row (card, "recipient");
  g_autofree char *today = nazar_today ();
  g_autofree char *title = nazar_consent_dup_title (consent);
  g_autofree char *subtitle = nazar_consent_dup_subtitle (consent, today);
  g_autofree char *name = NULL;
  NazarConsentState state = nazar_consent_state (nazar_record_get (consent, "given_on"), nazar_record_get (consent, "ends_on"),
                                                 nazar_record_get (consent, "withdrawn_on"), today);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (nazar_record_get (consent, "form") == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nazar-incomplete");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nazar-incomplete");

  show_state (self, state);
  /* Translators: what a button does ("Withdraw"), and the consent that it does it to. */
  name = g_strdup_printf (_("%s: %s"), C_("verb", "Withdraw"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->withdraw), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->withdraw,
                          nazar_record_get (consent, "withdrawn_on") == NULL && state != NAZAR_CONSENT_ENDED &&
                              !nazar_store_is_read_only (nazar_live_get_store (nazar_part_card_get_live (card))));

  /* Only what goes to an authority has one. */
  if (recipient != NULL)
    gtk_widget_set_visible (GTK_WIDGET (recipient), g_strcmp0 (nazar_record_get (consent, "purpose"), "authority") == 0 ||
                                                        nazar_record_get (consent, "recipient") != NULL);
}

/* ---- What it does ---- */

static void
on_end_cb (NazarConsentCard *self)
{
  g_autofree char *today = nazar_today ();

  if (nazar_part_card_enter (NAZAR_PART_CARD (self), "ends_on", today))
    nazar_window_toast (GTK_WIDGET (self), _("The consent ends today."), TRUE);
}

static void
withdraw (NazarConsentCard *self)
{
  g_autofree char *today = nazar_today ();

  if (nazar_part_card_enter (NAZAR_PART_CARD (self), "withdrawn_on", today))
    nazar_window_toast (GTK_WIDGET (self), _("The consent is withdrawn."), TRUE);
}

/* What was approved is approved without this consent no more. */
static void
reopen_and_withdraw (NazarConsentCard *self,
                     NazarRecord      *visit)
{
  NazarPartCard *card = NAZAR_PART_CARD (self);
  NazarRecord *consent = NAZAR_RECORD (nazar_part_card_get_part (card));
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *today = nazar_today (), *now = nazar_moment_now ();
  g_autofree char *moment = nazar_moment_format (now, nazar_language_current ());
  g_autofree char *reason = NULL;

  if (!nazar_record_enter (consent, "withdrawn_on", today, &error))
    {
      nazar_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: the code of an interview, and a date with a time of day. */
  reason = g_strdup_printf (_("%s: a consent was withdrawn on %s."), nazar_record_get (get_interview (self), "code"), moment);
  nazar_record_set (visit, "reopened", reason);
  nazar_record_set (visit, "state", "complete");
  g_ptr_array_add (records, visit);
  g_ptr_array_add (records, nazar_part_put (NAZAR_PART (consent)));
  nazar_live_store_all (nazar_part_card_get_live (card), records);
  nazar_window_toast (GTK_WIDGET (self), _("The consent is withdrawn, and the visit is open again until you approve it."), FALSE);
}

static void
on_answered_cb (GtkWidget  *owner,
                const char *answer)
{
  NazarConsentCard *self = NAZAR_CONSENT_CARD (owner);
  g_autoptr (NazarRecord) visit = get_visit (self);

  if (visit != NULL && g_str_equal (answer, "withdraw"))
    reopen_and_withdraw (self, visit);
}

static void
on_withdraw_cb (NazarConsentCard *self)
{
  g_autoptr (NazarRecord) visit = get_visit (self);
  const NazarAskButton answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "withdraw", _("_Withdraw and Reopen"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  if (visit == NULL || g_strcmp0 (nazar_record_get (visit, "state"), "approved") != 0)
    {
      withdraw (self);
      return;
    }

  nazar_compat_ask (GTK_WIDGET (self), _("Withdraw and Reopen the Visit?"),
                    _("The visit is approved and locked. To withdraw the consent it is opened again, with this reason in its history. Look at the report again before you approve it."),
                    answers, on_answered_cb);
}

/* ---- Suggestions ---- */

static void
on_body_picked_cb (NazarConsentCard *self,
                   NazarRecord      *body)
{
  nazar_part_card_enter (NAZAR_PART_CARD (self), "recipient", nazar_record_get (body, "name"));
}

static void
choose_taker (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  nazar_part_card_enter (NAZAR_PART_CARD (widget), "taken_by", g_variant_get_string (parameter, NULL));
}

static GtkWidget *
add_menu_button (NazarConsentCard *self,
                 const char       *field,
                 const char       *tooltip)
{
  NazarFieldRow *row = nazar_part_card_get_row (NAZAR_PART_CARD (self), field);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  nazar_field_row_add_suffix (row, button);
  return button;
}

static void
add_team (NazarConsentCard *self)
{
  g_autoptr (NazarRecord) visit = get_visit (self);
  g_autoptr (GPtrArray) names = nazar_consent_team (visit);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (g_ptr_array_index (names, i), NULL);

      g_menu_item_set_action_and_target (item, "consent.choose-taker", "s", g_ptr_array_index (names, i));
      g_menu_append_item (menu, item);
    }

  if (names->len > 0)
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (add_menu_button (self, "taken_by", _("Choose from the team"))),
                                    G_MENU_MODEL (menu));
}

static void
nazar_consent_card_prepare (NazarPartCard *card)
{
  NazarConsentCard *self = NAZAR_CONSENT_CARD (card);
  GtkWidget *picker;

  if (!nazar_part_card_is_editable (card))
    return;

  picker = nazar_reference_picker_new (nazar_part_card_get_live (card), &nazar_consent_recipient);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_body_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (add_menu_button (self, "recipient", _("Choose an authority"))), picker);
  add_team (self);
}

static void
nazar_consent_card_add_buttons (NazarPartCard *card,
                                GtkBox        *buttons)
{
  GtkWidget *button = gtk_button_new_with_label (_("End Today"));

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_end_cb), card, G_CONNECT_SWAPPED);
  gtk_box_append (buttons, button);
}

static const char *
nazar_consent_card_first_field (NazarRecord *consent)
{
  return nazar_record_get (consent, "purpose") == NULL ? "purpose" : "form";
}

static void
nazar_consent_card_class_init (NazarConsentCardClass *klass)
{
  NazarPartCardClass *card_class = NAZAR_PART_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete Consent");
  card_class->deleted = N_("Consent deleted");
  card_class->show = nazar_consent_card_show;
  card_class->first_field = nazar_consent_card_first_field;
  card_class->prepare = nazar_consent_card_prepare;
  card_class->add_buttons = nazar_consent_card_add_buttons;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "consent.choose-taker", "s", choose_taker);
}

static void
nazar_consent_card_init (NazarConsentCard *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);

  self->withdraw = gtk_button_new_with_label (C_("verb", "Withdraw"));
  gtk_widget_set_valign (self->withdraw, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->withdraw, "flat");
  g_signal_connect_swapped (self->withdraw, "clicked", G_CALLBACK (on_withdraw_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->withdraw);
}
