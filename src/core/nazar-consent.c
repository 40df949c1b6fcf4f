/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-consent.h"

#include "nazar-date.h"
#include "nazar-fold.h"
#include "nazar-json.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

static const char *
part (JsonObject *consent,
      const char *name)
{
  return json_object_get_string_member_with_default (consent, name, NULL);
}

/**
 * nazar_consent_state:
 * @given_on: (nullable): a day, perhaps known in part
 * @ends_on: (nullable): the last day it holds on
 * @withdrawn_on: (nullable): the day it was taken back on
 * @today: a day
 *
 * From the first day it may have been given on, until the day before it may have been
 * withdrawn; it lasts through the first day that it may end on. A consent without a day
 * counts.
 *
 * Returns: what the consent is worth on that day
 */
NazarConsentState
nazar_consent_state (const char *given_on,
                     const char *ends_on,
                     const char *withdrawn_on,
                     const char *today)
{
  guint32 day = nazar_date_earliest (today);

  if (withdrawn_on != NULL && nazar_date_earliest (withdrawn_on) <= day)
    return NAZAR_CONSENT_WITHDRAWN;
  if (ends_on != NULL && nazar_date_earliest (ends_on) < day)
    return NAZAR_CONSENT_ENDED;

  return given_on != NULL && nazar_date_earliest (given_on) > day ? NAZAR_CONSENT_NOT_YET : NAZAR_CONSENT_VALID;
}

static gboolean
is_same_recipient (const char *a,
                   const char *b)
{
  g_autofree char *x = nazar_fold (a), *y = nazar_fold (b);

  return g_str_equal (x, y);
}

static gboolean
has_consent (NazarRecord *interview,
             const char  *purpose,
             const char  *recipient,
             const char  *today)
{
  const char *value = nazar_record_get (interview, "consents");
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *consents = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; consents != NULL && i < json_array_get_length (consents); i++)
    {
      JsonObject *consent = json_array_get_object_element (consents, i);
      const char *named = part (consent, "recipient");

      if (g_strcmp0 (part (consent, "purpose"), purpose) != 0 ||
          nazar_consent_state (part (consent, "given_on"), part (consent, "ends_on"), part (consent, "withdrawn_on"), today) !=
              NAZAR_CONSENT_VALID)
        continue;
      if (named == NULL || (recipient != NULL && is_same_recipient (named, recipient)))
        return TRUE;
    }

  return FALSE;
}

/**
 * nazar_consent_allows:
 * @interview: an interview
 * @audience: for whom something is written
 * @recipient: (nullable): the authority that gets it, by name
 * @today: the day it is written on
 *
 * OPCAT article 21, paragraph 2: no personal data is published without the express
 * consent of the person. The public gets nobody's words and no person at all, whatever
 * was consented to.
 *
 * Returns: whether what shows who spoke may go to that audience
 */
gboolean
nazar_consent_allows (NazarRecord   *interview,
                      NazarAudience  audience,
                      const char    *recipient,
                      const char    *today)
{
  switch (audience)
    {
    case NAZAR_AUDIENCE_NONE:
      return TRUE;
    case NAZAR_AUDIENCE_AUTHORITY:
      return has_consent (interview, "authority", recipient, today);
    case NAZAR_AUDIENCE_PUBLIC:
    default:
      return FALSE;
    }
}

/**
 * nazar_consent_anonymous:
 * @interview: an interview
 * @today: a day
 *
 * Returns: whether what was told may be used without showing who told it
 */
gboolean
nazar_consent_anonymous (NazarRecord *interview,
                         const char  *today)
{
  return has_consent (interview, "anonymous-use", NULL, today) || has_consent (interview, "authority", NULL, today) ||
         has_consent (interview, "publication", NULL, today);
}

static char *
find_problem (JsonObject *consent)
{
  const char *given = part (consent, "given_on"), *ends = part (consent, "ends_on"), *withdrawn = part (consent, "withdrawn_on");
  g_autofree char *future = NULL;

  if (given != NULL && ends != NULL && nazar_date_latest (ends) < nazar_date_earliest (given))
    return g_strdup (_("The consent would end before it was given."));
  if (given != NULL && withdrawn != NULL && nazar_date_latest (withdrawn) < nazar_date_earliest (given))
    return g_strdup (_("The consent would be withdrawn before it was given."));

  future = given != NULL ? nazar_record_future_problem (given) : NULL;
  if (future == NULL && withdrawn != NULL)
    future = nazar_record_future_problem (withdrawn);
  return g_steal_pointer (&future);
}

/**
 * nazar_consent_dup_problem:
 * @consents: (nullable): the canonical text of an interview's consents
 *
 * Returns: (transfer full) (nullable): a sentence where days do not go together or lie
 *   in the future
 */
char *
nazar_consent_dup_problem (const char *consents)
{
  g_autoptr (JsonNode) root = consents != NULL ? nazar_json_parse (consents, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  char *problem = NULL;

  for (guint i = 0; problem == NULL && array != NULL && i < json_array_get_length (array); i++)
    problem = find_problem (json_array_get_object_element (array, i));

  return problem;
}

/**
 * nazar_record_may_leave:
 * @record: a record
 * @audience: for whom something is written
 *
 * Of an interview nothing leaves a register in an export: a file has no recipient that a
 * consent could name. A file leaves where it is nobody's and not marked personal.
 *
 * Returns: whether the record may be written for @audience at all
 */
gboolean
nazar_record_may_leave (NazarRecord   *record,
                        NazarAudience  audience)
{
  GType type = G_OBJECT_TYPE (record);

  if (audience == NAZAR_AUDIENCE_NONE)
    return TRUE;
  if (type == NAZAR_TYPE_ATTACHMENT)
    return nazar_record_get (record, "interview") == NULL && !nazar_record_get_flag (record, "personal");

  return type != NAZAR_TYPE_INTERVIEW;
}
