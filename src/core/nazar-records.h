/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/* The kinds of record. Each is declared in a file of its own in records/. */

#define NAZAR_TYPE_ASSESSMENT (nazar_assessment_get_type ())
G_DECLARE_FINAL_TYPE (NazarAssessment, nazar_assessment, NAZAR, ASSESSMENT, NazarRecord)

#define NAZAR_TYPE_BODY (nazar_body_get_type ())
G_DECLARE_FINAL_TYPE (NazarBody, nazar_body, NAZAR, BODY, NazarRecord)

#define NAZAR_TYPE_RECOMMENDATION (nazar_recommendation_get_type ())
G_DECLARE_FINAL_TYPE (NazarRecommendation, nazar_recommendation, NAZAR, RECOMMENDATION, NazarRecord)

#define NAZAR_TYPE_REPLY (nazar_reply_get_type ())
G_DECLARE_FINAL_TYPE (NazarReply, nazar_reply, NAZAR, REPLY, NazarRecord)

#define NAZAR_TYPE_SOURCE (nazar_source_get_type ())
G_DECLARE_FINAL_TYPE (NazarSource, nazar_source, NAZAR, SOURCE, NazarRecord)

#define NAZAR_TYPE_TERM (nazar_term_get_type ())
G_DECLARE_FINAL_TYPE (NazarTerm, nazar_term, NAZAR, TERM, NazarRecord)

/* The beginning of a text, as the title of a record that has none of its own. */
char *nazar_record_text_as_title (const char *text);

G_END_DECLS
