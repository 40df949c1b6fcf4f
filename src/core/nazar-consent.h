/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarConsentState:
 * @NAZAR_CONSENT_VALID: it holds
 * @NAZAR_CONSENT_NOT_YET: it was given on a later day
 * @NAZAR_CONSENT_ENDED: the day it ended on is over
 * @NAZAR_CONSENT_WITHDRAWN: the person took it back
 *
 * What a consent is worth on a day.
 */
typedef enum
{
  NAZAR_CONSENT_VALID,
  NAZAR_CONSENT_NOT_YET,
  NAZAR_CONSENT_ENDED,
  NAZAR_CONSENT_WITHDRAWN,
} NazarConsentState;

NazarConsentState nazar_consent_state (const char *given_on,
                                       const char *ends_on,
                                       const char *withdrawn_on,
                                       const char *today);
char    *nazar_consent_dup_problem (const char *consents);
gboolean nazar_consent_allows    (NazarRecord   *interview,
                                  NazarAudience  audience,
                                  const char    *recipient,
                                  const char    *today);
gboolean nazar_consent_anonymous (NazarRecord   *interview,
                                  const char    *today);
gboolean nazar_record_may_leave  (NazarRecord   *record,
                                  NazarAudience  audience);

G_END_DECLS
