/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The answer to one question of a questionnaire at one visit (DOMAIN.md). It hangs on
 * the id of the question, so that rewording a question never loses it. */
struct _NazarAnswer
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarAnswer, nazar_answer, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "visit", NAZAR_KIND_REFERENCE, NC_ ("field", "Visit"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = "visit" },
  { "checklist", NAZAR_KIND_REFERENCE, NC_ ("field", "Questionnaire"), NULL, NAZAR_FIELD_REQUIRED, .target = "checklist" },
  { "question", NAZAR_KIND_TEXT, NC_ ("field", "Question"), N_ ("Its id in the questionnaire."), NAZAR_FIELD_REQUIRED },
  { "value", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Value"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "note", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Note"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

static const NazarRecordInfo info = {
  "answer", NC_ ("record", "Answer"), NC_ ("record", "Answers"),
  fields, G_N_ELEMENTS (fields), NULL, 0, NULL
};

static char *
nazar_answer_dup_title (NazarRecord *record)
{
  return g_strdup (nazar_record_get (record, "question"));
}

/* Words are searched; yes and no, numbers, choices and tables are not. */
static gboolean
nazar_answer_is_searched (NazarRecord      *record,
                          const NazarField *field,
                          const char       *value)
{
  return !g_str_equal (field->name, "value") || (strpbrk (value, " \n") != NULL && *value != '[') || !g_str_is_ascii (value);
}

static void
nazar_answer_class_init (NazarAnswerClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_answer_dup_title;
  record_class->is_searched = nazar_answer_is_searched;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_answer_init (NazarAnswer *self)
{
}

/**
 * nazar_answer_dup_id:
 * @visit: id of a visit
 * @checklist: id of the questionnaire
 * @question: id of the question
 *
 * A question is answered once at a visit: two laptops that answer the same one write
 * the same record.
 *
 * Returns: (transfer full): the id of the answer, made from the three (a UUID, version 8)
 */
char *
nazar_answer_dup_id (const char *visit,
                     const char *checklist,
                     const char *question)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *parts[] = { visit, checklist, question };
  guint8 digest[32];
  gsize length = sizeof digest;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (sum, (const guchar *) parts[i], strlen (parts[i]) + 1);
  g_checksum_get_digest (sum, digest, &length);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-8%x%02x-%x%x%02x-%02x%02x%02x%02x%02x%02x", digest[0], digest[1], digest[2],
                          digest[3], digest[4], digest[5], digest[6] & 0xf, digest[7], 8 | (digest[8] & 0x3), digest[9] & 0xf,
                          digest[10], digest[11], digest[12], digest[13], digest[14], digest[15], digest[16]);
}
