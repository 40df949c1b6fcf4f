/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-finding-list.h"

#include "nazar-finding-card.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* The findings of a visit. */
struct _NazarFindingList
{
  NazarCardList parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarFindingList, nazar_finding_list, NAZAR_TYPE_CARD_LIST)

static NazarRecord *
nazar_finding_list_make_record (NazarCardList *list)
{
  return nazar_finding_list_new_record ();
}

static void
nazar_finding_list_class_init (NazarFindingListClass *klass)
{
  NazarCardListClass *list_class = NAZAR_CARD_LIST_CLASS (klass);

  list_class->card_type = NAZAR_TYPE_FINDING_CARD;
  list_class->make_record = nazar_finding_list_make_record;
}

static void
nazar_finding_list_init (NazarFindingList *self)
{
  nazar_card_list_set_words (NAZAR_CARD_LIST (self), _("Findings"),
                             _("What was seen, heard and read, each in a sentence. Ctrl+G makes one out of an answer."),
                             _("Add a finding"));
}

/**
 * nazar_finding_list_new_record:
 *
 * Returns: (transfer full): a finding to begin with, not yet stored
 */
NazarRecord *
nazar_finding_list_new_record (void)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_FINDING, NULL);

  nazar_record_set (record, "severity", "concern");
  nazar_record_set_author_language (record);
  return record;
}
