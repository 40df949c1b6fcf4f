/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-vocabulary-private.h"

#include <glib/gi18n-lib.h>

static const NazarChoice mechanisms[] = {
  WORD ("upr", NC_ ("mechanism", "Universal periodic review")),
  WORD ("treaty-body", NC_ ("mechanism", "Treaty body")),
  WORD ("spt", NC_ ("mechanism", "Subcommittee on Prevention of Torture")),
  WORD ("special-procedure", NC_ ("mechanism", "Special procedures")),
  WORD ("ngo-report", NC_ ("mechanism", "NGO report")),
  WORD ("npm-report", NC_ ("mechanism", "NPM report")),
  WORD ("national-plan", NC_ ("mechanism", "National plan")),
  WORD ("eu-gsp", NC_ ("mechanism", "EU GSP+ monitoring")),
  WORD ("court", NC_ ("mechanism", "Court")),
  WORD ("other", NC_ ("mechanism", "Other")),
};
VOCABULARY (nazar_vocabulary_mechanism, "mechanism", mechanisms);

static const NazarChoice committees[] = {
  WORD ("CAT", NC_ ("committee", "Committee against Torture")),
  WORD ("CCPR", NC_ ("committee", "Human Rights Committee")),
  WORD ("CESCR", NC_ ("committee", "Committee on Economic, Social and Cultural Rights")),
  WORD ("CERD", NC_ ("committee", "Committee on the Elimination of Racial Discrimination")),
  WORD ("CEDAW", NC_ ("committee", "Committee on the Elimination of Discrimination against Women")),
  WORD ("CRC", NC_ ("committee", "Committee on the Rights of the Child")),
  WORD ("CMW", NC_ ("committee", "Committee on Migrant Workers")),
  WORD ("CRPD", NC_ ("committee", "Committee on the Rights of Persons with Disabilities")),
  WORD ("CED", NC_ ("committee", "Committee on Enforced Disappearances")),
};
VOCABULARY (nazar_vocabulary_committee, "committee", committees);

static const NazarChoice responses[] = {
  WORD ("supported", NC_ ("response", "Supported")),
  WORD ("noted", NC_ ("response", "Noted")),
  WORD ("partly-supported", NC_ ("response", "Partly supported")),
  WORD ("pending", NC_ ("response", "Pending (no answer yet)")),
};
VOCABULARY (nazar_vocabulary_response, "response", responses);

/* The order is the one of DOMAIN.md; `planned` is not `implemented`. */
static const NazarChoice statuses[] = {
  { "no-information", NC_ ("status", "No information"), "nazar-status-no-information-symbolic", NAZAR_NO_RANK },
  { "not-started", NC_ ("status", "Not started"), "nazar-status-not-started-symbolic", 0 },
  { "planned", NC_ ("status", "Planned"), "nazar-status-planned-symbolic", 1 },
  { "in-progress", NC_ ("status", "In progress"), "nazar-status-in-progress-symbolic", 2 },
  { "partly-implemented", NC_ ("status", "Partly implemented"), "nazar-status-partly-implemented-symbolic", 3 },
  { "implemented", NC_ ("status", "Implemented"), "nazar-status-implemented-symbolic", 4 },
  { "regressed", NC_ ("status", "Regressed"), "nazar-status-regressed-symbolic", -1 },
  { "refused", NC_ ("status", "Refused"), "nazar-status-refused-symbolic", 0 },
};
VOCABULARY (nazar_vocabulary_status, "status", statuses);

static const NazarChoice tracks[] = {
  WORD ("state", NC_ ("track", "State")),
  WORD ("independent", NC_ ("track", "Independent")),
  WORD ("mechanism", NC_ ("track", "Mechanism")),
};
VOCABULARY (nazar_vocabulary_track, "track", tracks);

static const NazarChoice body_kinds[] = {
  WORD ("parliament", NC_ ("body-kind", "Parliament")),
  WORD ("government", NC_ ("body-kind", "Government")),
  WORD ("ministry", NC_ ("body-kind", "Ministry")),
  WORD ("agency", NC_ ("body-kind", "Agency or service")),
  WORD ("prosecutor", NC_ ("body-kind", "Prosecutor’s office")),
  WORD ("court", NC_ ("body-kind", "Court")),
  WORD ("local-government", NC_ ("body-kind", "Local government")),
  WORD ("npm", NC_ ("body-kind", "National preventive mechanism")),
  WORD ("ombudsman", NC_ ("body-kind", "Ombudsman")),
  WORD ("international", NC_ ("body-kind", "International organisation")),
  WORD ("ngo", NC_ ("body-kind", "Non-governmental organisation")),
  WORD ("other", NC_ ("body-kind", "Other")),
};
VOCABULARY (nazar_vocabulary_body_kind, "body-kind", body_kinds);

static const NazarChoice priorities[] = {
  WORD ("high", NC_ ("priority", "High")),
  WORD ("medium", NC_ ("priority", "Medium")),
  WORD ("low", NC_ ("priority", "Low")),
};
VOCABULARY (nazar_vocabulary_priority, "priority", priorities);

static const NazarChoice terms[] = {
  WORD ("theme", NC_ ("vocabulary", "Theme")),
  WORD ("group", NC_ ("vocabulary", "Group of persons")),
};
VOCABULARY (nazar_vocabulary_term, "vocabulary", terms);

static const NazarChoice languages[] = {
  WORD ("en", NC_ ("language", "English")),
  WORD ("ru", NC_ ("language", "Russian")),
  WORD ("ky", NC_ ("language", "Kyrgyz")),
  WORD ("uz", NC_ ("language", "Uzbek (Latin)")),
  WORD ("uz@cyrillic", NC_ ("language", "Uzbek (Cyrillic)")),
};
VOCABULARY (nazar_vocabulary_language, "language", languages);

/**
 * nazar_vocabulary_find:
 * @vocabulary: a vocabulary
 * @id: (nullable): a choice's stored word
 *
 * Returns: (transfer none) (nullable): the choice, or %NULL where there is none
 */
const NazarChoice *
nazar_vocabulary_find (const NazarVocabulary *vocabulary,
                       const char            *id)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);

  for (guint i = 0; id != NULL && i < vocabulary->n_choices; i++)
    if (strcmp (vocabulary->choices[i].id, id) == 0)
      return &vocabulary->choices[i];

  return NULL;
}

/**
 * nazar_vocabulary_label:
 * @vocabulary: a vocabulary
 * @id: (nullable): a choice's stored word
 *
 * Returns: (transfer none): the word in the language of the program; @id itself
 *   where the vocabulary does not know it; never %NULL
 */
const char *
nazar_vocabulary_label (const NazarVocabulary *vocabulary,
                        const char            *id)
{
  const NazarChoice *choice = nazar_vocabulary_find (vocabulary, id);

  if (choice == NULL)
    return id != NULL ? id : "";

  if (vocabulary->name_in != NULL)
    return vocabulary->name_in (id, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, vocabulary->name, choice->label);
}

/**
 * nazar_status_rank:
 * @status: (nullable): a status
 *
 * Returns: the rank by which tracks are compared (DESIGN.md, idea 4);
 *   %NAZAR_NO_RANK for `no-information` and for none
 */
int
nazar_status_rank (const char *status)
{
  const NazarChoice *choice = nazar_vocabulary_find (&nazar_vocabulary_status, status);

  return choice != NULL ? choice->rank : NAZAR_NO_RANK;
}

/**
 * nazar_statuses_differ:
 * @state: (nullable): the current status of the State's track
 * @independent: (nullable): the current status of the independent track
 *
 * Returns: %TRUE where both are assessed and the State claims more than
 *   independent monitors find
 */
gboolean
nazar_statuses_differ (const char *state,
                       const char *independent)
{
  int claimed = nazar_status_rank (state);
  int found = nazar_status_rank (independent);

  return claimed != NAZAR_NO_RANK && found != NAZAR_NO_RANK && claimed > found;
}
