/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/* The kinds of record. Each is declared in a file of its own in records/. */

#define NAZAR_TYPE_ANSWER (nazar_answer_get_type ())
G_DECLARE_FINAL_TYPE (NazarAnswer, nazar_answer, NAZAR, ANSWER, NazarRecord)

#define NAZAR_TYPE_ATTACHMENT (nazar_attachment_get_type ())
G_DECLARE_FINAL_TYPE (NazarAttachment, nazar_attachment, NAZAR, ATTACHMENT, NazarRecord)

#define NAZAR_TYPE_CHECKLIST_RECORD (nazar_checklist_record_get_type ())
G_DECLARE_FINAL_TYPE (NazarChecklistRecord, nazar_checklist_record, NAZAR, CHECKLIST_RECORD, NazarRecord)

#define NAZAR_TYPE_FACILITY (nazar_facility_get_type ())
G_DECLARE_FINAL_TYPE (NazarFacility, nazar_facility, NAZAR, FACILITY, NazarRecord)

#define NAZAR_TYPE_FINDING (nazar_finding_get_type ())
G_DECLARE_FINAL_TYPE (NazarFinding, nazar_finding, NAZAR, FINDING, NazarRecord)

#define NAZAR_TYPE_INTERVIEW (nazar_interview_get_type ())
G_DECLARE_FINAL_TYPE (NazarInterview, nazar_interview, NAZAR, INTERVIEW, NazarRecord)

#define NAZAR_TYPE_VISIT (nazar_visit_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisit, nazar_visit, NAZAR, VISIT, NazarRecord)

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

/** More people than any place of detention holds: a larger number is a slip. */
#define NAZAR_MOST_PEOPLE 100000

char *nazar_facility_dup_name (NazarRecord *facility,
                               const char  *language);
char *nazar_answer_dup_id     (const char  *visit,
                               const char  *checklist,
                               const char  *question);

/* Whether a day lies in the future, as a sentence. */
char *nazar_record_future_problem (const char *date);

/* The beginning of a text, as the title of a record that has none of its own. */
char *nazar_record_text_as_title (const char *text);

G_END_DECLS
