/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* What a visit found (DOMAIN.md). At least two kinds of source make it cross-checked. */
struct _NazarFinding
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarFinding, nazar_finding, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "visit", NAZAR_KIND_REFERENCE, NC_ ("field", "Visit"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = "visit" },
  { "area", NAZAR_KIND_CHOICE, NC_ ("field", "Area"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_area },
  { "severity", NAZAR_KIND_CHOICE, NC_ ("field", "Severity"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_severity },
  { "text", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Text"), N_ ("What was found, without names."),
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "sources", NAZAR_KIND_CHOICES, NC_ ("field", "Sources"), N_ ("At least two make the finding cross-checked."),
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_finding_source },
  { "rules", NAZAR_KIND_TEXTS, NC_ ("field", "Rules"), N_ ("Such as MR 13, with commas between them."),
    NAZAR_FIELD_SEARCHABLE },
  { "answer", NAZAR_KIND_REFERENCE, NC_ ("field", "Answer"), N_ ("The answer that it comes from."), 0, .target = "answer" },
  { "interviews", NAZAR_KIND_REFERENCES, NC_ ("field", "Interviews"), N_ ("That it rests on."),
    NAZAR_FIELD_SPEAKER, .target = "interview" },
  { "obstruction", NAZAR_KIND_FLAG, NC_ ("field", "Obstruction"), N_ ("Access was refused or a talk was not private."), 0 },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

/* Computed in src/store/queries/computed.sql. */
static const NazarField computed[] = {
  { "cross_checked", NAZAR_KIND_FLAG, NC_ ("field", "Cross-checked"), NULL, 0 },
};

static const NazarRecordInfo info = {
  "finding", NC_ ("record", "Finding"), NC_ ("record", "Findings"),
  fields, G_N_ELEMENTS (fields), computed, G_N_ELEMENTS (computed), NULL
};

static char *
nazar_finding_dup_title (NazarRecord *record)
{
  return nazar_record_text_as_title (nazar_record_get (record, "text"));
}

static void
nazar_finding_class_init (NazarFindingClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_finding_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_finding_init (NazarFinding *self)
{
}
