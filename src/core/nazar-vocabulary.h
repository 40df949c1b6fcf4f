/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NazarChoice:
 * @id: the word stored, printed in JSON and typed on the command line
 * @label: the English word for people; translated in the context of its vocabulary
 * @icon: (nullable): name of a symbolic icon
 * @rank: how far a status goes (DESIGN.md, idea 4), or %NAZAR_NO_RANK
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *icon;
  int rank;
} NazarChoice;

/**
 * NazarVocabulary:
 * @name: its name, which is also the gettext context of its labels
 * @choices: the choices in the order in which people see them
 * @n_choices: their number
 * @name_in: (nullable): where the words stand in the program's data and not in its
 *   catalogues: the word of a choice in a language, or in the program's for %NULL
 *
 * A closed list of words that belongs to the program. Lists that users extend
 * are records of the type `term`.
 */
typedef struct
{
  const char *name;
  const NazarChoice *choices;
  guint n_choices;
  const char *(*name_in) (const char *id,
                          const char *language);
} NazarVocabulary;

#define NAZAR_NO_RANK G_MININT

extern const NazarVocabulary nazar_vocabulary_mechanism;
extern const NazarVocabulary nazar_vocabulary_committee;
extern const NazarVocabulary nazar_vocabulary_response;
extern const NazarVocabulary nazar_vocabulary_status;
extern const NazarVocabulary nazar_vocabulary_track;
extern const NazarVocabulary nazar_vocabulary_body_kind;
extern const NazarVocabulary nazar_vocabulary_priority;
extern const NazarVocabulary nazar_vocabulary_term;
extern const NazarVocabulary nazar_vocabulary_language;

/* Visits (nazar-vocabulary-visits.c). Oblasts and districts: nazar-places.h. */
extern const NazarVocabulary nazar_vocabulary_facility_kind;
extern const NazarVocabulary nazar_vocabulary_visit_kind;
extern const NazarVocabulary nazar_vocabulary_visit_state;
extern const NazarVocabulary nazar_vocabulary_access;
extern const NazarVocabulary nazar_vocabulary_sex;
extern const NazarVocabulary nazar_vocabulary_population_sex;
extern const NazarVocabulary nazar_vocabulary_age_group;
extern const NazarVocabulary nazar_vocabulary_population_age;
extern const NazarVocabulary nazar_vocabulary_held_as;
extern const NazarVocabulary nazar_vocabulary_interview_with;
extern const NazarVocabulary nazar_vocabulary_consent_purpose;
extern const NazarVocabulary nazar_vocabulary_consent_form;
extern const NazarVocabulary nazar_vocabulary_body_side;
extern const NazarVocabulary nazar_vocabulary_injury_kind;
extern const NazarVocabulary nazar_vocabulary_consistency;
extern const NazarVocabulary nazar_vocabulary_pattern;
extern const NazarVocabulary nazar_vocabulary_area;
extern const NazarVocabulary nazar_vocabulary_severity;
extern const NazarVocabulary nazar_vocabulary_finding_source;

const NazarChoice *nazar_vocabulary_find   (const NazarVocabulary *vocabulary,
                                            const char            *id);
const char        *nazar_vocabulary_label  (const NazarVocabulary *vocabulary,
                                            const char            *id);
int                nazar_status_rank       (const char            *status);
gboolean           nazar_statuses_differ   (const char            *state,
                                            const char            *independent);

G_END_DECLS
