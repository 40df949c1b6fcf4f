/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A word of a vocabulary that users extend: a theme, a group of persons. */
struct _NazarTerm
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarTerm, nazar_term, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "vocabulary", NAZAR_KIND_CHOICE, NC_ ("field", "Vocabulary"), NULL, NAZAR_FIELD_REQUIRED,
    .vocabulary = &nazar_vocabulary_term },
  { "code", NAZAR_KIND_TEXT, NC_ ("field", "Code"), NULL, 0 },
  { "label", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "broader", NAZAR_KIND_REFERENCE, NC_ ("field", "Broader"), NULL, 0, .target = "term" },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

static const char *const names[] = { "label", NULL };

static const NazarRecordInfo info = {
  "term", NC_ ("record", "Term"), NC_ ("record", "Terms"), fields, G_N_ELEMENTS (fields), NULL, 0, names
};

static char *
nazar_term_dup_title (NazarRecord *record)
{
  return g_strdup (nazar_record_get (record, "label"));
}

static void
nazar_term_class_init (NazarTermClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_term_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_term_init (NazarTerm *self)
{
}
