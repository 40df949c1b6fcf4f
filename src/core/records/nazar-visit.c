/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-place-words.h"

#include <glib/gi18n-lib.h>

/* A monitoring visit to a place of detention (DOMAIN.md). Its answers, interviews,
 * findings, recommendations and attachments are records that refer to it. */
struct _NazarVisit
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarVisit, nazar_visit, NAZAR_TYPE_RECORD)

static const NazarField team_fields[] = {
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE },
  { "role", NAZAR_KIND_TEXT, NC_ ("field", "Role"), NULL, 0 },
  { "lead", NAZAR_KIND_FLAG, NC_ ("field", "Leads the team"), NULL, 0 },
};

static const NazarField population_fields[] = {
  { "sex", NAZAR_KIND_CHOICE, NC_ ("field", "Sex"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_population_sex },
  { "age", NAZAR_KIND_CHOICE, NC_ ("field", "Age"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_population_age },
  { "status", NAZAR_KIND_CHOICE, NC_ ("field", "Status"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_held_as },
  { "count", NAZAR_KIND_INTEGER, NC_ ("field", "Number"), NULL, NAZAR_FIELD_REQUIRED, .maximum = NAZAR_MOST_PEOPLE },
  { "wrong_place", NAZAR_KIND_INTEGER, NC_ ("field", "In the wrong kind of place"), N_ ("How many of them belong in another kind of place."),
    0, .maximum = NAZAR_MOST_PEOPLE },
};

static const NazarField fields[] = {
  { "facility", NAZAR_KIND_REFERENCE, NC_ ("field", "Facility"), NULL, NAZAR_FIELD_REQUIRED, .target = "facility" },
  { "kind", NAZAR_KIND_CHOICE, NC_ ("field", "Kind"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_visit_kind },
  { "reason", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Reason"), N_ ("What a special visit answers: a report, a death, one problem."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "begin", NAZAR_KIND_DATE, NC_ ("field", "Begin"), N_ ("A day, a month or a year."), NAZAR_FIELD_REQUIRED },
  { "end", NAZAR_KIND_DATE, NC_ ("field", "End"), N_ ("The last day, where the visit took several."), 0 },
  { "announced", NAZAR_KIND_FLAG, NC_ ("field", "Announced beforehand"), NULL, 0 },
  { "joint_with", NAZAR_KIND_TEXT, NC_ ("field", "Together with"), N_ ("Other organisations that took part."),
    NAZAR_FIELD_SEARCHABLE },
  { "access", NAZAR_KIND_CHOICE, NC_ ("field", "Access"), NULL, NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_access },
  { "minutes_waited", NAZAR_KIND_INTEGER, NC_ ("field", "Minutes waited"), N_ ("From arrival to the first room."),
    0, .maximum = 100000 },
  { "privacy", NAZAR_KIND_FLAG, NC_ ("field", "Interviews in private"), N_ ("Nobody of the place could hear or see them."), 0 },
  { "person_in_charge", NAZAR_KIND_TEXT, NC_ ("field", "Person in charge"), N_ ("Name and office."),
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_OFFICIAL },
  { "state", NAZAR_KIND_CHOICE, NC_ ("field", "State"), NULL, 0, .vocabulary = &nazar_vocabulary_visit_state },
  { "summary", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Summary"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "changes_since_last", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Changes since the last visit"), NULL,
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "good_practice", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Good practice"), NULL,
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "team", NAZAR_KIND_STRUCTURES, NC_ ("field", "Team"), NULL,
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_STAFF, .fields = team_fields, .n_fields = G_N_ELEMENTS (team_fields) },
  { "population", NAZAR_KIND_STRUCTURES, NC_ ("field", "Population"), NULL,
    0, .fields = population_fields, .n_fields = G_N_ELEMENTS (population_fields) },
  { "checklists", NAZAR_KIND_REFERENCES, NC_ ("field", "Questionnaires"), NULL, 0, .target = "checklist" },
  { "source", NAZAR_KIND_REFERENCE, NC_ ("field", "Report"), N_ ("The source in which this visit’s recommendations stand."),
    0, .target = "source" },
  { "reopened", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Reason for reopening"), N_ ("Why an approved visit was opened again."),
    NAZAR_FIELD_SEARCHABLE },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "notes", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Notes"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
};

/* Computed in src/store/queries/computed.sql. */
static const NazarField computed[] = {
  { "held", NAZAR_KIND_INTEGER, NC_ ("field", "Held"), NULL, 0 },
  { "capacity", NAZAR_KIND_INTEGER, NC_ ("field", "Capacity"), NULL, 0 },
  { "interviews", NAZAR_KIND_INTEGER, NC_ ("field", "Interviews"), NULL, 0 },
  { "interviews_needed", NAZAR_KIND_INTEGER, NC_ ("field", "Interviews needed"), NULL, 0 },
  { "answered", NAZAR_KIND_INTEGER, NC_ ("field", "Answered"), NULL, 0 },
  { "questions", NAZAR_KIND_INTEGER, NC_ ("field", "Questions"), NULL, 0 },
  { "findings", NAZAR_KIND_INTEGER, NC_ ("field", "Findings"), NULL, 0 },
  { "facility_kind", NAZAR_KIND_CHOICE, NC_ ("field", "Kind of facility"), NULL,
    0, .vocabulary = &nazar_vocabulary_facility_kind },
  { "oblast", NAZAR_KIND_CHOICE, NC_ ("field", "Oblast or city"), NULL, 0, .vocabulary = &nazar_vocabulary_oblast },
};

static const NazarRecordInfo info = {
  "visit", NC_ ("record", "Visit"), NC_ ("record", "Visits"),
  fields, G_N_ELEMENTS (fields), computed, G_N_ELEMENTS (computed), NULL
};

static char *
nazar_visit_dup_title (NazarRecord *record)
{
  const char *begin = nazar_record_get (record, "begin");
  const char *kind = nazar_record_get (record, "kind");
  g_autofree char *date = begin != NULL ? nazar_date_format (begin, nazar_language_current ()) : NULL;

  if (kind == NULL)
    return g_steal_pointer (&date);
  if (date == NULL)
    return g_strdup (nazar_vocabulary_label (&nazar_vocabulary_visit_kind, kind));

  /* Translators: the kind of a visit and its date, such as "Interim, 3 November 2025". */
  return g_strdup_printf (_("%s, %s"), nazar_vocabulary_label (&nazar_vocabulary_visit_kind, kind), date);
}

static char *
nazar_visit_dup_problem (NazarRecord      *record,
                         const NazarField *field,
                         const char       *value)
{
  gboolean is_begin = g_str_equal (field->name, "begin"), is_end = g_str_equal (field->name, "end");
  const char *begin = is_begin ? value : nazar_record_get (record, "begin");
  const char *end = is_end ? value : nazar_record_get (record, "end");

  if (!is_begin && !is_end)
    return NULL;
  if (begin != NULL && end != NULL && nazar_date_latest (end) < nazar_date_earliest (begin))
    return g_strdup (_("The visit would end before it begins."));

  return nazar_record_future_problem (value);
}

static void
nazar_visit_class_init (NazarVisitClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_visit_dup_title;
  record_class->dup_problem = nazar_visit_dup_problem;
  nazar_places_fill_vocabularies ();
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_visit_init (NazarVisit *self)
{
}
