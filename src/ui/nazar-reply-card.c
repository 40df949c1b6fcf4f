/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-reply-card.h"

#include "nazar-display.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* What an authority answered. An assessment on the State's track is made from it
 * in one step. */
struct _NazarReplyCard
{
  NazarRecordCard parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarReplyCard, nazar_reply_card, NAZAR_TYPE_RECORD_CARD)

static const char *const card_fields[] = { "date", "body", "symbol", "summary", "url", "language", NULL };

static const char *
nazar_reply_card_first_field (NazarRecord *record)
{
  return "summary";
}

static void
nazar_reply_card_show (NazarRecordCard *card,
                       NazarRecord     *record)
{
  NazarLive *live = nazar_record_card_get_live (card);
  const NazarField *date = nazar_record_info_find (nazar_record_get_info (record), "date", NULL);
  g_autofree char *shown = nazar_display_value (live, date, nazar_record_get (record, "date"));
  g_autofree char *body = nazar_display_title (live, NAZAR_TYPE_BODY, nazar_record_get (record, "body"));
  g_autofree char *excerpt = nazar_record_text_as_title (nazar_record_get (record, "summary"));
  g_autofree char *title = NULL;

  if (*shown != '\0' && *body != '\0')
    title = g_strdup_printf ("%s · %s", shown, body);
  else
    title = g_strdup (*shown != '\0' ? shown : *body != '\0' ? body : _("Without a date"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card), excerpt != NULL ? excerpt : _("Write down what was answered."));
  if (excerpt == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (card), "nazar-incomplete");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "nazar-incomplete");
}

static void
nazar_reply_card_add_buttons (NazarRecordCard *card,
                              GtkBox          *buttons)
{
  GtkWidget *button = gtk_button_new_with_label (_("Make Assessment"));

  gtk_widget_set_tooltip_text (button, _("On the State’s track, with the date and the summary of this reply"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "detail.assess-reply");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", nazar_record_get_id (nazar_record_card_get_record (card)));
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (buttons, button);
}

static void
nazar_reply_card_class_init (NazarReplyCardClass *klass)
{
  NazarRecordCardClass *card_class = NAZAR_RECORD_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete Reply");
  card_class->deleted = N_("Reply deleted");
  card_class->first_field = nazar_reply_card_first_field;
  card_class->show = nazar_reply_card_show;
  card_class->add_buttons = nazar_reply_card_add_buttons;
}

static void
nazar_reply_card_init (NazarReplyCard *self)
{
}
