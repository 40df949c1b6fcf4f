/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include "nazar-consent.h"

#include <glib/gi18n-lib.h>

/* A talk during a visit (DOMAIN.md). Nothing of it leaves without a consent for that
 * purpose and recipient: nazar-consent.h. */
struct _NazarInterview
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarInterview, nazar_interview, NAZAR_TYPE_RECORD)

static const NazarField consent_fields[] = {
  { "purpose", NAZAR_KIND_CHOICE, NC_ ("field", "Purpose"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_consent_purpose },
  { "recipient", NAZAR_KIND_TEXT, NC_ ("field", "Recipient"), N_ ("Whom it may be given to; empty: any such."), 0 },
  { "given_on", NAZAR_KIND_DATE, NC_ ("field", "Given on"), N_ ("A day, a month or a year."), NAZAR_FIELD_REQUIRED },
  { "taken_by", NAZAR_KIND_TEXT, NC_ ("field", "Taken by"), NULL, NAZAR_FIELD_STAFF },
  { "form", NAZAR_KIND_CHOICE, NC_ ("field", "Form"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_consent_form },
  { "ends_on", NAZAR_KIND_DATE, NC_ ("field", "Ends on"), N_ ("A day, a month or a year."), 0 },
  { "withdrawn_on", NAZAR_KIND_DATE, NC_ ("field", "Withdrawn on"), N_ ("A day, a month or a year."), 0 },
};

static const NazarField ill_treatment_fields[] = {
  { "methods", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Methods"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "date", NAZAR_KIND_DATE, NC_ ("field", "Date"), N_ ("A day, a month or a year."), 0 },
  { "place", NAZAR_KIND_TEXT, NC_ ("field", "Place"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "alleged_body", NAZAR_KIND_TEXT, NC_ ("field", "By whom"), N_ ("The body that is alleged to have done it."),
    NAZAR_FIELD_SEARCHABLE },
  { "objects", NAZAR_KIND_TEXT, NC_ ("field", "Objects used"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "effects", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Effects"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "told", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Who was told"), N_ ("And with what result."), NAZAR_FIELD_SEARCHABLE },
  { "pattern", NAZAR_KIND_CHOICE, NC_ ("field", "Isolated or pattern"), NULL, 0, .vocabulary = &nazar_vocabulary_pattern },
};

static const NazarField injury_fields[] = {
  { "side", NAZAR_KIND_CHOICE, NC_ ("field", "Side"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_body_side },
  { "x", NAZAR_KIND_INTEGER, NC_ ("field", "Across"), N_ ("Place on the outline, in thousandths of its width."),
    0, .maximum = 1000 },
  { "y", NAZAR_KIND_INTEGER, NC_ ("field", "Down"), N_ ("Place on the outline, in thousandths of its height."),
    0, .maximum = 1000 },
  { "place", NAZAR_KIND_TEXT, NC_ ("field", "Place on the body"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "kind", NAZAR_KIND_CHOICE, NC_ ("field", "Kind"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_injury_kind },
  { "size", NAZAR_KIND_TEXT, NC_ ("field", "Size"), N_ ("Such as 4 × 2 cm."), 0 },
  { "colour", NAZAR_KIND_TEXT, NC_ ("field", "Colour"), NULL, 0 },
  { "age_as_told", NAZAR_KIND_TEXT, NC_ ("field", "Age as told"), NULL, 0 },
  { "photographed", NAZAR_KIND_FLAG, NC_ ("field", "Photographed"), NULL, 0 },
  { "consistency", NAZAR_KIND_CHOICE, NC_ ("field", "Consistency"), N_ ("The degree of the Istanbul Protocol."),
    0, .vocabulary = &nazar_vocabulary_consistency },
  { "notes", NAZAR_KIND_TEXT, NC_ ("field", "Notes"), NULL, NAZAR_FIELD_SEARCHABLE },
};

static const NazarField fields[] = {
  { "visit", NAZAR_KIND_REFERENCE, NC_ ("field", "Visit"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = "visit" },
  { "code", NAZAR_KIND_TEXT, NC_ ("field", "Code"), N_ ("Given by the program, such as I-01."), NAZAR_FIELD_SEARCHABLE },
  { "sex", NAZAR_KIND_CHOICE, NC_ ("field", "Sex"), NULL, 0, .vocabulary = &nazar_vocabulary_sex },
  { "age_group", NAZAR_KIND_CHOICE, NC_ ("field", "Age"), NULL, 0, .vocabulary = &nazar_vocabulary_age_group },
  { "status", NAZAR_KIND_CHOICE, NC_ ("field", "Status"), NULL, 0, .vocabulary = &nazar_vocabulary_held_as },
  { "with", NAZAR_KIND_CHOICE, NC_ ("field", "With"), NULL, 0, .vocabulary = &nazar_vocabulary_interview_with },
  { "private", NAZAR_KIND_FLAG, NC_ ("field", "In private"), N_ ("Nobody of the place could hear or see it."), 0 },
  { "spoken_language", NAZAR_KIND_TEXT, NC_ ("field", "Language spoken"), NULL, 0 },
  { "consents", NAZAR_KIND_STRUCTURES, NC_ ("field", "Consents"), NULL,
    0, .fields = consent_fields, .n_fields = G_N_ELEMENTS (consent_fields) },
  { "account", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Account"), N_ ("What was told."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE | NAZAR_FIELD_SPEAKER },
  { "allegation", NAZAR_KIND_FLAG, NC_ ("field", "Ill-treatment alleged"), NULL, 0 },
  { "ill_treatment", NAZAR_KIND_STRUCTURES, NC_ ("field", "Ill-treatment"), NULL,
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_SPEAKER, .fields = ill_treatment_fields, .n_fields = G_N_ELEMENTS (ill_treatment_fields) },
  { "injuries", NAZAR_KIND_STRUCTURES, NC_ ("field", "Injuries"), NULL,
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_SPEAKER, .fields = injury_fields, .n_fields = G_N_ELEMENTS (injury_fields) },
  { "medical_examination", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Medical examination"), N_ ("When, by whom, what was written down."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_SPEAKER },
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_SPEAKER },
  { "contact", NAZAR_KIND_TEXT, NC_ ("field", "Contact"), N_ ("How the person can be reached."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_SPEAKER },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

static const char *const names[] = { "code", NULL };

static const NazarRecordInfo info = {
  "interview", NC_ ("record", "Interview"), NC_ ("record", "Interviews"),
  fields, G_N_ELEMENTS (fields), NULL, 0, names
};

static char *
nazar_interview_dup_title (NazarRecord *record)
{
  return g_strdup (nazar_record_get (record, "code"));
}

static char *
nazar_interview_dup_problem (NazarRecord      *record,
                             const NazarField *field,
                             const char       *value)
{
  return g_str_equal (field->name, "consents") ? nazar_consent_dup_problem (value) : NULL;
}

static void
nazar_interview_class_init (NazarInterviewClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_interview_dup_title;
  record_class->dup_problem = nazar_interview_dup_problem;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_interview_init (NazarInterview *self)
{
}
