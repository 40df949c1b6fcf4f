/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/* What the consents of an interview come to, as people read it. */

const char *nazar_consent_word         (NazarRecord *interview,
                                        const char  *today);
const char *nazar_consent_icon         (NazarRecord *interview,
                                        const char  *today);
char       *nazar_consent_dup_sentence (NazarRecord *interview,
                                        const char  *today);

char       *nazar_consent_dup_title    (NazarRecord *consent);
char       *nazar_consent_dup_subtitle (NazarRecord *consent,
                                        const char  *today);

G_END_DECLS
