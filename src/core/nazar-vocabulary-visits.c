/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-vocabulary-private.h"

#include <glib/gi18n-lib.h>

/* The words of monitoring visits (DOMAIN.md: facility, visit, interview, finding). */

static const NazarChoice facility_kinds[] = {
  WORD ("pre-trial", NC_ ("facility-kind", "Pre-trial prison (SIZO)")),
  WORD ("temporary-detention", NC_ ("facility-kind", "Temporary detention facility")),
  WORD ("colony", NC_ ("facility-kind", "Penal colony")),
  WORD ("colony-settlement", NC_ ("facility-kind", "Colony settlement")),
  WORD ("juvenile-colony", NC_ ("facility-kind", "Juvenile colony")),
  WORD ("police-unit", NC_ ("facility-kind", "Police unit")),
  WORD ("security-service", NC_ ("facility-kind", "Security service")),
  WORD ("administrative-detention", NC_ ("facility-kind", "Administrative detention")),
  WORD ("psychiatric-hospital", NC_ ("facility-kind", "Psychiatric hospital")),
  WORD ("psychoneurological-home", NC_ ("facility-kind", "Psychoneurological home")),
  WORD ("childrens-home", NC_ ("facility-kind", "Children’s home")),
  WORD ("special-school", NC_ ("facility-kind", "Special school")),
  WORD ("elderly-home", NC_ ("facility-kind", "Home for the elderly")),
  WORD ("military-guardhouse", NC_ ("facility-kind", "Military guardhouse")),
  WORD ("border-post", NC_ ("facility-kind", "Border post")),
  WORD ("compulsory-treatment", NC_ ("facility-kind", "Compulsory treatment")),
  WORD ("other", NC_ ("facility-kind", "Other")),
};
VOCABULARY (nazar_vocabulary_facility_kind, "facility-kind", facility_kinds);

/* Kinds by law: a comprehensive visit interviews at least a third of those held, an
 * interim one looks whether recommendations are followed, a special one answers a report. */
static const NazarChoice visit_kinds[] = {
  WORD ("comprehensive", NC_ ("visit-kind", "Comprehensive")),
  WORD ("interim", NC_ ("visit-kind", "Interim")),
  WORD ("special", NC_ ("visit-kind", "Special")),
  WORD ("thematic", NC_ ("visit-kind", "Thematic")),
};
VOCABULARY (nazar_vocabulary_visit_kind, "visit-kind", visit_kinds);

static const NazarChoice visit_states[] = {
  { "draft", NC_ ("visit-state", "Draft"), "document-edit-symbolic", NAZAR_NO_RANK },
  { "complete", NC_ ("visit-state", "Complete"), "object-select-symbolic", NAZAR_NO_RANK },
  { "approved", NC_ ("visit-state", "Approved"), "changes-prevent-symbolic", NAZAR_NO_RANK },
};
VOCABULARY (nazar_vocabulary_visit_state, "visit-state", visit_states);

static const NazarChoice accesses[] = {
  WORD ("full", NC_ ("access", "Full")),
  WORD ("delayed", NC_ ("access", "Delayed")),
  WORD ("partial", NC_ ("access", "Partial")),
  WORD ("denied", NC_ ("access", "Denied")),
};
VOCABULARY (nazar_vocabulary_access, "access", accesses);

static const NazarChoice sexes[] = {
  WORD ("women", NC_ ("sex", "Woman")),
  WORD ("men", NC_ ("sex", "Man")),
  WORD ("other", NC_ ("sex", "Other")),
};
VOCABULARY (nazar_vocabulary_sex, "sex", sexes);

static const NazarChoice population_sexes[] = {
  WORD ("women", NC_ ("population-sex", "Women")),
  WORD ("men", NC_ ("population-sex", "Men")),
};
VOCABULARY (nazar_vocabulary_population_sex, "population-sex", population_sexes);

static const NazarChoice age_groups[] = {
  WORD ("minor", NC_ ("age-group", "Under 18")),
  WORD ("adult", NC_ ("age-group", "18 to 59")),
  WORD ("older", NC_ ("age-group", "60 and over")),
};
VOCABULARY (nazar_vocabulary_age_group, "age-group", age_groups);

static const NazarChoice population_ages[] = {
  WORD ("adult", NC_ ("population-age", "Adults")),
  WORD ("minor", NC_ ("population-age", "Minors")),
};
VOCABULARY (nazar_vocabulary_population_age, "population-age", population_ages);

static const NazarChoice held_as[] = {
  WORD ("suspect", NC_ ("held-as", "Suspect")),
  WORD ("accused", NC_ ("held-as", "Accused")),
  WORD ("convicted", NC_ ("held-as", "Convicted")),
  WORD ("administrative", NC_ ("held-as", "Administrative")),
  WORD ("patient", NC_ ("held-as", "Patient")),
  WORD ("resident", NC_ ("held-as", "Resident")),
};
VOCABULARY (nazar_vocabulary_held_as, "held-as", held_as);

static const NazarChoice interview_with[] = {
  WORD ("detainee", NC_ ("interview-with", "Detainee")),
  WORD ("patient", NC_ ("interview-with", "Patient")),
  WORD ("resident", NC_ ("interview-with", "Resident")),
  WORD ("staff", NC_ ("interview-with", "Staff")),
  WORD ("relative", NC_ ("interview-with", "Relative")),
  WORD ("other", NC_ ("interview-with", "Other")),
};
VOCABULARY (nazar_vocabulary_interview_with, "interview-with", interview_with);

static const NazarChoice consent_purposes[] = {
  WORD ("anonymous-use", NC_ ("consent-purpose", "Anonymous use")),
  WORD ("authority", NC_ ("consent-purpose", "To an authority")),
  WORD ("publication", NC_ ("consent-purpose", "Publication")),
};
VOCABULARY (nazar_vocabulary_consent_purpose, "consent-purpose", consent_purposes);

static const NazarChoice consent_forms[] = {
  WORD ("oral", NC_ ("consent-form", "Oral")),
  WORD ("written", NC_ ("consent-form", "Written")),
};
VOCABULARY (nazar_vocabulary_consent_form, "consent-form", consent_forms);

static const NazarChoice body_sides[] = {
  WORD ("front", NC_ ("body-side", "Front")),
  WORD ("back", NC_ ("body-side", "Back")),
};
VOCABULARY (nazar_vocabulary_body_side, "body-side", body_sides);

static const NazarChoice injury_kinds[] = {
  WORD ("bruise", NC_ ("injury-kind", "Bruise")),
  WORD ("abrasion", NC_ ("injury-kind", "Abrasion")),
  WORD ("wound", NC_ ("injury-kind", "Wound or cut")),
  WORD ("burn", NC_ ("injury-kind", "Burn")),
  WORD ("scar", NC_ ("injury-kind", "Scar")),
  WORD ("fracture", NC_ ("injury-kind", "Fracture")),
  WORD ("swelling", NC_ ("injury-kind", "Swelling")),
  WORD ("other", NC_ ("injury-kind", "Other")),
};
VOCABULARY (nazar_vocabulary_injury_kind, "injury-kind", injury_kinds);

/* The five degrees of the Istanbul Protocol (2022), paragraphs 418 and following. */
static const NazarChoice consistencies[] = {
  WORD ("not", NC_ ("consistency", "Not consistent")),
  WORD ("consistent", NC_ ("consistency", "Consistent")),
  WORD ("highly-consistent", NC_ ("consistency", "Highly consistent")),
  WORD ("typical", NC_ ("consistency", "Typical")),
  WORD ("diagnostic", NC_ ("consistency", "Diagnostic")),
};
VOCABULARY (nazar_vocabulary_consistency, "consistency", consistencies);

static const NazarChoice patterns[] = {
  WORD ("isolated", NC_ ("pattern", "Isolated")),
  WORD ("pattern", NC_ ("pattern", "Pattern")),
};
VOCABULARY (nazar_vocabulary_pattern, "pattern", patterns);

/* The areas of findings: those of the Nelson Mandela Rules, and of police custody. */
static const NazarChoice areas[] = {
  WORD ("access", NC_ ("area", "Access and cooperation")),
  WORD ("principles", NC_ ("area", "Treatment and basic principles")),
  WORD ("files", NC_ ("area", "Files and registers")),
  WORD ("separation", NC_ ("area", "Separation of groups")),
  WORD ("accommodation", NC_ ("area", "Accommodation")),
  WORD ("hygiene", NC_ ("area", "Hygiene")),
  WORD ("bedding", NC_ ("area", "Clothing and bedding")),
  WORD ("food", NC_ ("area", "Food and water")),
  WORD ("exercise", NC_ ("area", "Exercise")),
  WORD ("health", NC_ ("area", "Health care")),
  WORD ("women", NC_ ("area", "Women and infants")),
  WORD ("minors", NC_ ("area", "Minors")),
  WORD ("discipline", NC_ ("area", "Discipline")),
  WORD ("solitary", NC_ ("area", "Solitary confinement")),
  WORD ("restraint", NC_ ("area", "Restraints, force and searches")),
  WORD ("complaints", NC_ ("area", "Information and complaints")),
  WORD ("contact", NC_ ("area", "Contact with the outside")),
  WORD ("books", NC_ ("area", "Books and religion")),
  WORD ("property", NC_ ("area", "Property")),
  WORD ("deaths", NC_ ("area", "Notifications and deaths")),
  WORD ("transport", NC_ ("area", "Transport")),
  WORD ("staff", NC_ ("area", "Staff")),
  WORD ("inspection", NC_ ("area", "Inspection and oversight")),
  WORD ("sentenced", NC_ ("area", "Education and work")),
  WORD ("untried", NC_ ("area", "Persons awaiting trial")),
  WORD ("arrest", NC_ ("area", "Arrest and registration")),
  WORD ("safeguards", NC_ ("area", "Fundamental safeguards")),
  WORD ("time-limits", NC_ ("area", "Time limits")),
  WORD ("interviews", NC_ ("area", "Interviews by investigators")),
  WORD ("recording", NC_ ("area", "Audio and video recording")),
  WORD ("other", NC_ ("area", "Other")),
};
VOCABULARY (nazar_vocabulary_area, "area", areas);

static const NazarChoice severities[] = {
  { "critical", NC_ ("severity", "Critical"), "nazar-severity-critical-symbolic", NAZAR_NO_RANK },
  { "serious", NC_ ("severity", "Serious"), "nazar-severity-serious-symbolic", NAZAR_NO_RANK },
  { "concern", NC_ ("severity", "Concern"), "nazar-severity-concern-symbolic", NAZAR_NO_RANK },
  { "good-practice", NC_ ("severity", "Good practice"), "nazar-severity-good-practice-symbolic", NAZAR_NO_RANK },
};
VOCABULARY (nazar_vocabulary_severity, "severity", severities);

static const NazarChoice finding_sources[] = {
  WORD ("interview", NC_ ("finding-source", "Interview")),
  WORD ("register", NC_ ("finding-source", "Register")),
  WORD ("observation", NC_ ("finding-source", "Observation")),
  WORD ("staff", NC_ ("finding-source", "Staff")),
};
VOCABULARY (nazar_vocabulary_finding_source, "finding-source", finding_sources);
