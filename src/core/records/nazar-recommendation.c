/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A recommendation (DOMAIN.md). Whether it is carried out is said by its
 * assessments, never by a field of its own. */
struct _NazarRecommendation
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarRecommendation, nazar_recommendation, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "source", NAZAR_KIND_REFERENCE, NC_ ("field", "Source"), N_ ("The document that it stands in."),
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = "source" },
  { "number", NAZAR_KIND_TEXT, NC_ ("field", "Number"), N_ ("As printed, such as 76.14."), NAZAR_FIELD_SEARCHABLE },
  { "section", NAZAR_KIND_TEXT, NC_ ("field", "Section"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "paragraph", NAZAR_KIND_TEXT, NC_ ("field", "Paragraph"), NULL, 0 },
  { "text", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Text"), N_ ("In its own language."),
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "title", NAZAR_KIND_TEXT, NC_ ("field", "Title"), N_ ("A few words by which people know it."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "states", NAZAR_KIND_TEXTS, NC_ ("field", "Recommending States"), N_ ("Names as printed, with commas between them."),
    NAZAR_FIELD_SEARCHABLE },
  { "response", NAZAR_KIND_CHOICE, NC_ ("field", "Response"), N_ ("The State’s position on the recommendation."), 0,
    .vocabulary = &nazar_vocabulary_response },
  { "response_text", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Response in words"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "action", NAZAR_KIND_TEXT, NC_ ("field", "Action"), N_ ("UPR Info’s category of action."), 0 },
  { "themes", NAZAR_KIND_REFERENCES, NC_ ("field", "Themes"), NULL, 0, .target = "term", .scope = "theme" },
  { "groups", NAZAR_KIND_REFERENCES, NC_ ("field", "Groups of persons"), NULL, 0, .target = "term", .scope = "group" },
  { "body", NAZAR_KIND_REFERENCE, NC_ ("field", "Responsible body"), NULL, 0, .target = "body" },
  { "other_bodies", NAZAR_KIND_REFERENCES, NC_ ("field", "Other bodies"), NULL, 0, .target = "body" },
  { "priority", NAZAR_KIND_CHOICE, NC_ ("field", "Priority"), NULL, 0, .vocabulary = &nazar_vocabulary_priority },
  { "deadline", NAZAR_KIND_DATE, NC_ ("field", "Deadline"), N_ ("A day, a month or a year."), 0 },
  { "repeats", NAZAR_KIND_REFERENCE, NC_ ("field", "Repeats"), N_ ("The earlier recommendation that it repeats."), 0,
    .target = "recommendation" },
  { "context", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Context"), N_ ("The concern that it answers."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "sdgs", NAZAR_KIND_TEXTS, NC_ ("field", "Sustainable Development Goals"), N_ ("Numbers with commas between them."), 0 },
  { "follow_up", NAZAR_KIND_FLAG, NC_ ("field", "Chosen for follow-up"), N_ ("By the committee."), 0 },
  { "reply_due", NAZAR_KIND_DATE, NC_ ("field", "Reply due"), N_ ("A day, a month or a year."), 0 },
  { "annotation_id", NAZAR_KIND_TEXT, NC_ ("field", "UHRI annotation"), NULL, 0 },
  { "notes", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Notes"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "facility", NAZAR_KIND_REFERENCE, NC_ ("field", "Facility"), N_ ("The place that it was made for."), 0, .target = "facility" },
  { "visit", NAZAR_KIND_REFERENCE, NC_ ("field", "Visit"), N_ ("The visit that it comes from."), 0, .target = "visit" },
  { "findings", NAZAR_KIND_REFERENCES, NC_ ("field", "Findings"), N_ ("That it answers."), 0, .target = "finding" },
};

/* Computed in src/store/queries/computed.sql. */
static const NazarField computed[] = {
  { "source_symbol", NAZAR_KIND_TEXT, NC_ ("field", "Symbol of the source"), NULL, 0 },
  { "state_concerned", NAZAR_KIND_TEXT, NC_ ("field", "State concerned"), NULL, 0 },
  { "session", NAZAR_KIND_TEXT, NC_ ("field", "Session"), NULL, 0 },
  { "mechanism", NAZAR_KIND_CHOICE, NC_ ("field", "Mechanism"), NULL, 0, .vocabulary = &nazar_vocabulary_mechanism },
  { "state_status", NAZAR_KIND_CHOICE, NC_ ("field", "State’s status"), NULL, 0, .vocabulary = &nazar_vocabulary_status },
  { "independent_status", NAZAR_KIND_CHOICE, NC_ ("field", "Independent status"), NULL, 0,
    .vocabulary = &nazar_vocabulary_status },
  { "differ", NAZAR_KIND_FLAG, NC_ ("field", "The tracks differ"), NULL, 0 },
  { "distance", NAZAR_KIND_INTEGER, NC_ ("field", "Distance between the tracks"), NULL, 0 },
};

static const char *const names[] = { "title", "number", NULL };

static const NazarRecordInfo info = {
  "recommendation", NC_ ("record", "Recommendation"), NC_ ("record", "Recommendations"),
  fields, G_N_ELEMENTS (fields), computed, G_N_ELEMENTS (computed), names
};

static char *
nazar_recommendation_dup_title (NazarRecord *record)
{
  const char *title = nazar_record_get (record, "title");

  return title != NULL ? g_strdup (title) : nazar_record_text_as_title (nazar_record_get (record, "text"));
}

static void
nazar_recommendation_class_init (NazarRecommendationClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_recommendation_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_recommendation_init (NazarRecommendation *self)
{
}
