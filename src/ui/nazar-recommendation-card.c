/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-recommendation-card.h"

#include "nazar-display.h"
#include "nazar-follow-up.h"
#include "nazar-language.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A recommendation that a visit made. Its own page has the tracks and the replies. */
struct _NazarRecommendationCard
{
  NazarRecordCard parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarRecommendationCard, nazar_recommendation_card, NAZAR_TYPE_RECORD_CARD)

static const char *const card_fields[] = {
  "number", "text", "body", "other_bodies", "deadline", "priority", "findings", "repeats", "language", NULL,
};

/* "Made for the third time"; NULL for the first. */
static char *
dup_repeated (NazarLive   *live,
              NazarRecord *record)
{
  NazarStore *store = nazar_live_get_store (live);
  guint times;

  if (nazar_record_get (record, "repeats") == NULL)
    return NULL;

  times = nazar_follow_up_times (nazar_store_lock_reader (store), nazar_record_get_id (record), NULL);
  nazar_store_unlock_reader (store);
  return nazar_follow_up_words (MAX (times, 2), nazar_language_current ());
}

static const char *
nazar_recommendation_card_first_field (NazarRecord *record)
{
  return "text";
}

static void
nazar_recommendation_card_show (NazarRecordCard *card,
                                NazarRecord     *record)
{
  NazarLive *live = nazar_record_card_get_live (card);
  static const char *const shown[] = { "body", "deadline" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *title = nazar_record_text_as_title (nazar_record_get (record, "text"));
  g_autofree char *repeated = dup_repeated (live, record);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const NazarField *field = nazar_record_info_find (nazar_record_get_info (record), shown[i], NULL);
      g_autofree char *value = nazar_display_value (live, field, nazar_record_get (record, shown[i]));

      if (*value != '\0')
        g_strv_builder_add (builder, value);
    }
  if (repeated != NULL)
    g_strv_builder_add (builder, repeated);
  parts = g_strv_builder_end (builder);
  subtitle = parts[0] != NULL ? g_strjoinv (" · ", parts) : g_strdup (_("Addressed to nobody yet."));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), title != NULL ? title : _("Say what should be done."));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card), subtitle);
}

static void
nazar_recommendation_card_add_buttons (NazarRecordCard *card,
                                       GtkBox          *buttons)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Open _Page"));

  gtk_widget_set_tooltip_text (button, _("Show it with its replies and assessments"));
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "follow-up.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", nazar_record_get_id (nazar_record_card_get_record (card)));
  gtk_box_append (buttons, button);
}

static void
nazar_recommendation_card_class_init (NazarRecommendationCardClass *klass)
{
  NazarRecordCardClass *card_class = NAZAR_RECORD_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete Recommendation");
  card_class->deleted = N_("Recommendation deleted");
  card_class->first_field = nazar_recommendation_card_first_field;
  card_class->show = nazar_recommendation_card_show;
  card_class->add_buttons = nazar_recommendation_card_add_buttons;
}

static void
nazar_recommendation_card_init (NazarRecommendationCard *self)
{
}
