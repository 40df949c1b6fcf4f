/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-ill-treatment-card.h"

#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* One act of ill-treatment, as it was told. */
struct _NazarIllTreatmentCard
{
  NazarPartCard parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarIllTreatmentCard, nazar_ill_treatment_card, NAZAR_TYPE_PART_CARD)

static const char *const card_fields[] = {
  "methods", "date", "place", "alleged_body", "objects", "effects", "told", "pattern", NULL,
};

static void
nazar_ill_treatment_card_show (NazarPartCard *card,
                               NazarRecord   *act)
{
  const NazarField *date = nazar_record_info_find (nazar_record_get_info (act), "date", NULL);
  g_autofree char *methods = nazar_record_text_as_title (nazar_record_get (act, "methods"));
  g_autofree char *day = nazar_field_display (date, nazar_record_get (act, "date"));
  const char *parts[] = { day, nazar_record_get (act, "place"), nazar_record_get (act, "alleged_body") };
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", parts[i]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), methods != NULL ? methods : _("What was done, as it was told"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card), subtitle->str);
}

static void
nazar_ill_treatment_card_class_init (NazarIllTreatmentCardClass *klass)
{
  NazarPartCardClass *card_class = NAZAR_PART_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete");
  card_class->deleted = N_("Ill-treatment deleted");
  card_class->show = nazar_ill_treatment_card_show;
}

static void
nazar_ill_treatment_card_init (NazarIllTreatmentCard *self)
{
}
