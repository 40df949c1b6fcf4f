/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-recommendation-list.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-recommendation-card.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* The recommendations that a visit made. They stand in a source of their own, the
 * visit's report, which is made with the first of them. */
struct _NazarRecommendationList
{
  NazarCardList parent_instance;

  NazarLive *live;
  NazarRecord *visit; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NazarRecommendationList, nazar_recommendation_list, NAZAR_TYPE_CARD_LIST)

static char *
dup_source_title (NazarRecord *visit,
                  NazarRecord *facility)
{
  g_autofree char *place = facility != NULL ? nazar_facility_dup_name (facility, nazar_language_current ()) : NULL;
  g_autofree char *title = nazar_record_dup_title (visit);

  if (place == NULL)
    return g_steal_pointer (&title);

  /* Translators: the title of a source: the name of a place, then the kind and date of the visit. */
  return g_strdup_printf (_("Visit report: %s. %s"), place, title);
}

/* The id of the source; made where the visit has none yet. */
static const char *
ensure_source (NazarRecommendationList *self,
               NazarRecord             *facility)
{
  g_autoptr (NazarRecord) source = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *title = NULL;

  if (nazar_record_get (self->visit, "source") != NULL)
    return nazar_record_get (self->visit, "source");

  source = nazar_record_new (NAZAR_TYPE_SOURCE, NULL);
  title = dup_source_title (self->visit, facility);
  nazar_record_set (source, "mechanism", "npm-report");
  nazar_record_set (source, "state_concerned", _("Kyrgyzstan"));
  nazar_record_set (source, "title", title);
  nazar_record_set (source, "date", nazar_record_get (self->visit, "begin"));
  nazar_record_set_author_language (source);
  nazar_record_set (self->visit, "source", nazar_record_get_id (source));

  records = g_ptr_array_new ();
  g_ptr_array_add (records, source);
  g_ptr_array_add (records, self->visit);
  nazar_live_store_all (self->live, records);
  return nazar_record_get (self->visit, "source");
}

static NazarRecord *
make_record (NazarRecommendationList *self)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  const char *place = nazar_record_get (self->visit, "facility");
  g_autoptr (NazarRecord) facility = nazar_live_get (self->live, NAZAR_TYPE_FACILITY, place);

  nazar_record_set (record, "source", ensure_source (self, facility));
  nazar_record_set (record, "facility", place);
  if (facility != NULL)
    nazar_record_set (record, "body", nazar_record_get (facility, "authority"));
  nazar_record_set_author_language (record);
  return record;
}

static NazarRecord *
nazar_recommendation_list_make_record (NazarCardList *list)
{
  return make_record (NAZAR_RECOMMENDATION_LIST (list));
}

static void
nazar_recommendation_list_dispose (GObject *object)
{
  NazarRecommendationList *self = NAZAR_RECOMMENDATION_LIST (object);

  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_recommendation_list_parent_class)->dispose (object);
}

static void
nazar_recommendation_list_class_init (NazarRecommendationListClass *klass)
{
  NazarCardListClass *list_class = NAZAR_CARD_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_recommendation_list_dispose;

  list_class->card_type = NAZAR_TYPE_RECOMMENDATION_CARD;
  list_class->make_record = nazar_recommendation_list_make_record;
}

static void
nazar_recommendation_list_init (NazarRecommendationList *self)
{
  nazar_card_list_set_words (NAZAR_CARD_LIST (self), _("Recommendations of this visit"),
                             _("What should be done, by whom and until when. “Recommend…” at a finding makes one out of it."),
                             _("Add a recommendation"));
}

/**
 * nazar_recommendation_list_set_visit:
 * @self: a list
 * @live: the register
 * @visit: (nullable): the live visit whose recommendations it shows
 */
void
nazar_recommendation_list_set_visit (NazarRecommendationList *self,
                                     NazarLive               *live,
                                     NazarRecord             *visit)
{
  g_set_object (&self->live, live);
  g_set_object (&self->visit, visit);
}

/**
 * nazar_recommendation_list_add:
 * @self: a list that has a visit
 * @finding: (nullable): id of the finding that it answers
 *
 * Adds a recommendation and opens it.
 */
void
nazar_recommendation_list_add (NazarRecommendationList *self,
                               const char              *finding)
{
  NazarRecord *record = make_record (self);

  if (finding != NULL)
    nazar_record_set_strv (record, "findings", (const char *const[]){ finding, NULL });
  nazar_card_list_add (NAZAR_CARD_LIST (self), record);
}
