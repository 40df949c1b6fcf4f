/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-assessment-list.h"

#include "nazar-assessment-card.h"
#include "nazar-date.h"
#include "nazar-identity.h"
#include "nazar-language.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* The assessments of one track. */
struct _NazarAssessmentList
{
  NazarCardList parent_instance;

  const NazarChoice *track;
};

G_DEFINE_FINAL_TYPE (NazarAssessmentList, nazar_assessment_list, NAZAR_TYPE_CARD_LIST)

static gboolean
nazar_assessment_list_shows (NazarCardList *list,
                             NazarRecord   *record)
{
  return g_strcmp0 (nazar_record_get (record, "track"), NAZAR_ASSESSMENT_LIST (list)->track->id) == 0;
}

static NazarRecord *
nazar_assessment_list_make_record (NazarCardList *list)
{
  NazarAssessmentList *self = NAZAR_ASSESSMENT_LIST (list);
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);
  g_autofree char *today = nazar_today ();

  nazar_record_set (record, "track", self->track->id);
  nazar_record_set (record, "date", today);
  nazar_record_set (record, "language", nazar_language_current ());

  /* Who keeps the register is who finds, not who claims. */
  if (g_str_equal (self->track->id, "independent"))
    {
      g_autofree char *author = nazar_identity_get_author ();

      nazar_record_set (record, "assessor", author);
    }

  return record;
}

static void
nazar_assessment_list_class_init (NazarAssessmentListClass *klass)
{
  NazarCardListClass *list_class = NAZAR_CARD_LIST_CLASS (klass);

  list_class->card_type = NAZAR_TYPE_ASSESSMENT_CARD;
  list_class->shows = nazar_assessment_list_shows;
  list_class->make_record = nazar_assessment_list_make_record;
}

static void
nazar_assessment_list_init (NazarAssessmentList *self)
{
}

/**
 * nazar_assessment_list_set_track:
 * @self: a list
 * @track: state, independent or mechanism
 */
void
nazar_assessment_list_set_track (NazarAssessmentList *self,
                                 const char          *track)
{
  NazarCardList *list = NAZAR_CARD_LIST (self);

  self->track = nazar_vocabulary_find (&nazar_vocabulary_track, track);
  g_return_if_fail (self->track != NULL);

  /* The timeline says already where there is none. */
  if (g_str_equal (track, "state"))
    nazar_card_list_set_words (list, _("What the State says"), NULL,
                               _("Add an assessment on the State’s track"));
  else if (g_str_equal (track, "independent"))
    nazar_card_list_set_words (list, _("What monitors find"), NULL,
                               _("Add an independent assessment"));
  else
    nazar_card_list_set_words (list, _("How the mechanism graded it"), _("No grade yet."), _("Add a grade"));
}
