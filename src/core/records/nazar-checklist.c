/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A version of a questionnaire, as it was when a visit was answered with it. Those that
 * come with the program are records only from then on (nazar-checklist.h). */
struct _NazarChecklistRecord
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarChecklistRecord, nazar_checklist_record, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "title", NAZAR_KIND_TEXT, NC_ ("field", "Title"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "series", NAZAR_KIND_TEXT, NC_ ("field", "Series"), N_ ("The same for all its versions."), NAZAR_FIELD_REQUIRED },
  { "version", NAZAR_KIND_INTEGER, NC_ ("field", "Version"), NULL, NAZAR_FIELD_REQUIRED, .maximum = 1000000 },
  { "definition", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Questions"), N_ ("As docs/checklist.md explains."),
    NAZAR_FIELD_REQUIRED },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

/* Computed in src/store/queries/computed.sql. */
static const NazarField computed[] = {
  { "questions", NAZAR_KIND_INTEGER, NC_ ("field", "Questions"), NULL, 0 },
  { "languages", NAZAR_KIND_CHOICES, NC_ ("field", "Languages"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "checked_languages", NAZAR_KIND_CHOICES, NC_ ("field", "Checked languages"), NULL,
    0, .vocabulary = &nazar_vocabulary_language },
};

static const char *const names[] = { "title", NULL };

static const NazarRecordInfo info = {
  "checklist", NC_ ("record", "Questionnaire"), NC_ ("record", "Questionnaires"),
  fields, G_N_ELEMENTS (fields), computed, G_N_ELEMENTS (computed), names
};

static char *
nazar_checklist_record_dup_title (NazarRecord *record)
{
  return g_strdup (nazar_record_get (record, "title"));
}

static void
nazar_checklist_record_class_init (NazarChecklistRecordClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_checklist_record_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_checklist_record_init (NazarChecklistRecord *self)
{
}
