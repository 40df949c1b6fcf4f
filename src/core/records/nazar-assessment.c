/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* What somebody says, on one day, of how far a recommendation is carried out
 * (DOMAIN.md, "assessment"). The latest one of a track is its current status. */
struct _NazarAssessment
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarAssessment, nazar_assessment, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "recommendation", NAZAR_KIND_REFERENCE, NC_ ("field", "Recommendation"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = "recommendation" },
  { "date", NAZAR_KIND_DATE, NC_ ("field", "Date"), N_ ("A day, a month or a year."), NAZAR_FIELD_REQUIRED },
  { "track", NAZAR_KIND_CHOICE, NC_ ("field", "Track"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_track },
  { "status", NAZAR_KIND_CHOICE, NC_ ("field", "Status"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_status },
  { "grade", NAZAR_KIND_TEXT, NC_ ("field", "Grade"), N_ ("As the committee gave it."), 0 },
  { "progress", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Progress"), N_ ("What was done."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "evidence", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Evidence"), N_ ("What this assessment rests on."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "url", NAZAR_KIND_TEXT, NC_ ("field", "Link"), NULL, 0 },
  { "assessor", NAZAR_KIND_TEXT, NC_ ("field", "Assessor"), N_ ("Who made it."), NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_STAFF },
  { "plan", NAZAR_KIND_REFERENCE, NC_ ("field", "Plan"), N_ ("The plan, programme or strategy that it was taken into."), 0,
    .target = "source", .scope = "national-plan" },
  { "plan_item", NAZAR_KIND_TEXT, NC_ ("field", "Item of the plan"), N_ ("As printed, such as 11.2."), 0 },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "visit", NAZAR_KIND_REFERENCE, NC_ ("field", "Visit"), N_ ("The visit that it rests on."), 0, .target = "visit" },
  { "finding", NAZAR_KIND_REFERENCE, NC_ ("field", "Finding"), N_ ("The finding that it rests on."), 0, .target = "finding" },
};

static const NazarRecordInfo info = {
  "assessment", NC_ ("record", "Assessment"), NC_ ("record", "Assessments"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static char *
nazar_assessment_dup_title (NazarRecord *record)
{
  const char *track = nazar_record_get (record, "track");
  const char *status = nazar_record_get (record, "status");

  if (track == NULL || status == NULL)
    return NULL;

  /* Translators: a track ("State") and a status ("Planned"). */
  return g_strdup_printf (_("%s: %s"), nazar_vocabulary_label (&nazar_vocabulary_track, track),
                          nazar_vocabulary_label (&nazar_vocabulary_status, status));
}

static void
nazar_assessment_class_init (NazarAssessmentClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_assessment_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_assessment_init (NazarAssessment *self)
{
}
