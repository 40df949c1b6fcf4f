/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-reply-list.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-reply-card.h"

#include <glib/gi18n-lib.h>

/* What authorities answered to a recommendation. */
struct _NazarReplyList
{
  NazarCardList parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarReplyList, nazar_reply_list, NAZAR_TYPE_CARD_LIST)

static NazarRecord *
nazar_reply_list_make_record (NazarCardList *list)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_REPLY, NULL);
  g_autofree char *today = nazar_today ();

  nazar_record_set (record, "date", today);
  nazar_record_set (record, "language", nazar_language_current ());
  return record;
}

static void
nazar_reply_list_class_init (NazarReplyListClass *klass)
{
  NazarCardListClass *list_class = NAZAR_CARD_LIST_CLASS (klass);

  list_class->card_type = NAZAR_TYPE_REPLY_CARD;
  list_class->make_record = nazar_reply_list_make_record;
}

static void
nazar_reply_list_init (NazarReplyList *self)
{
  nazar_card_list_set_words (NAZAR_CARD_LIST (self), _("Authorities’ replies"), _("No reply yet."), _("Add a reply"));
}

/**
 * nazar_reply_make_assessment:
 * @reply: a reply
 *
 * Returns: (transfer full): an assessment on the State's track that rests on the
 *   reply, not yet stored; its status is to be chosen
 */
NazarRecord *
nazar_reply_make_assessment (NazarRecord *reply)
{
  NazarRecord *assessment = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);

  nazar_record_set (assessment, "track", "state");
  nazar_record_set (assessment, "date", nazar_record_get (reply, "date"));
  nazar_record_set (assessment, "evidence", nazar_record_get (reply, "summary"));
  nazar_record_set (assessment, "url", nazar_record_get (reply, "url"));
  nazar_record_set (assessment, "language", nazar_record_get (reply, "language"));
  return assessment;
}
