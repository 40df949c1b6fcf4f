/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-team-card.h"

#include "nazar-record.h"

#include <glib/gi18n-lib.h>

/* One of those who made a visit. */
struct _NazarTeamCard
{
  NazarPartCard parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarTeamCard, nazar_team_card, NAZAR_TYPE_PART_CARD)

static const char *const card_fields[] = { "name", "role", "lead", NULL };

static void
nazar_team_card_show (NazarPartCard *card,
                      NazarRecord   *member)
{
  const char *name = nazar_record_get (member, "name");
  const char *role = nazar_record_get (member, "role");
  const char *lead = nazar_record_get_flag (member, "lead") ? _("Leads the team") : NULL;
  g_autofree char *both = role != NULL && lead != NULL ? g_strdup_printf ("%s · %s", role, lead) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), name != NULL ? name : _("Without a name"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card), both != NULL ? both : role != NULL ? role : lead != NULL ? lead : "");
}

static void
nazar_team_card_class_init (NazarTeamCardClass *klass)
{
  NazarPartCardClass *card_class = NAZAR_PART_CARD_CLASS (klass);

  card_class->fields = card_fields;
  card_class->delete_label = N_("Delete");
  card_class->deleted = N_("Removed from the team");
  card_class->show = nazar_team_card_show;
}

static void
nazar_team_card_init (NazarTeamCard *self)
{
}
