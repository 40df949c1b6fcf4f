/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* What an authority answered to a recommendation (DOMAIN.md, "reply"). The
 * State's position on a UPR recommendation is the field `response` instead. */
struct _NazarReply
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarReply, nazar_reply, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "recommendation", NAZAR_KIND_REFERENCE, NC_ ("field", "Recommendation"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = "recommendation" },
  { "date", NAZAR_KIND_DATE, NC_ ("field", "Date"), N_ ("A day, a month or a year."), NAZAR_FIELD_REQUIRED },
  { "body", NAZAR_KIND_REFERENCE, NC_ ("field", "Body"), NULL, 0, .target = "body" },
  { "symbol", NAZAR_KIND_TEXT, NC_ ("field", "Symbol"), N_ ("Number of the letter or document."), NAZAR_FIELD_SEARCHABLE },
  { "summary", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Summary"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "url", NAZAR_KIND_TEXT, NC_ ("field", "Link"), NULL, 0 },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

static const NazarRecordInfo info = {
  "reply", NC_ ("record", "Reply"), NC_ ("record", "Replies"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static char *
nazar_reply_dup_title (NazarRecord *record)
{
  const char *symbol = nazar_record_get (record, "symbol");

  return symbol != NULL ? g_strdup (symbol) : nazar_record_text_as_title (nazar_record_get (record, "summary"));
}

static void
nazar_reply_class_init (NazarReplyClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_reply_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_reply_init (NazarReply *self)
{
}
