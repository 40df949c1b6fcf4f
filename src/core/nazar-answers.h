/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-checklist.h"

G_BEGIN_DECLS

/* What one visit answered to one questionnaire. A value is always its canonical
 * text, or NULL while there is none:
 *
 * - yes-no-na: `yes`, `no`, `na`
 * - number: digits, perhaps a minus before them, perhaps a point in them
 * - choice: the id of an option; choices: a JSON array of such ids, in their order
 * - text: as written; date: as in nazar-date.h
 * - table: a JSON array of objects {column: value}
 */

#define NAZAR_ANSWER_MAX_ROWS 1000

#define NAZAR_ANSWER_ERROR (nazar_answer_error_quark ())
GQuark nazar_answer_error_quark (void);

typedef enum
{
  NAZAR_ANSWER_ERROR_INVALID,
} NazarAnswerError;

/**
 * NazarAnswerState:
 * @NAZAR_ANSWER_SHOWN: it is asked
 * @NAZAR_ANSWER_RULED_OUT: earlier answers say that it does not apply
 * @NAZAR_ANSWER_NOT_YET: earlier questions must be answered first
 */
typedef enum
{
  NAZAR_ANSWER_SHOWN,
  NAZAR_ANSWER_RULED_OUT,
  NAZAR_ANSWER_NOT_YET,
} NazarAnswerState;

typedef struct _NazarAnswers NazarAnswers;

/**
 * NazarAnswersFunc:
 * @answers: the answers
 * @question: one whose state, value, calculated value or check may have changed
 * @data: as given to nazar_answers_set_watch()
 */
typedef void (*NazarAnswersFunc) (NazarAnswers        *answers,
                                  const NazarQuestion *question,
                                  gpointer             data);

NazarAnswers     *nazar_answers_new              (NazarChecklist       *checklist);
void              nazar_answers_free             (NazarAnswers         *self);
NazarChecklist   *nazar_answers_get_checklist    (NazarAnswers         *self);
void              nazar_answers_set_watch        (NazarAnswers         *self,
                                                  NazarAnswersFunc      func,
                                                  gpointer              data);

void              nazar_answers_set              (NazarAnswers         *self,
                                                  const NazarQuestion  *question,
                                                  const char           *value);
void              nazar_answers_set_note         (NazarAnswers         *self,
                                                  const NazarQuestion  *question,
                                                  const char           *note);
void              nazar_answers_set_figure       (NazarAnswers         *self,
                                                  NazarFigure           figure,
                                                  double                number);

const char       *nazar_answers_get              (NazarAnswers         *self,
                                                  const NazarQuestion  *question);
const char       *nazar_answers_get_note         (NazarAnswers         *self,
                                                  const NazarQuestion  *question);
NazarAnswerState  nazar_answers_get_state        (NazarAnswers         *self,
                                                  const NazarQuestion  *question);
gboolean          nazar_answers_is_area_shown    (NazarAnswers         *self,
                                                  const NazarArea      *area);
void              nazar_answers_count            (NazarAnswers         *self,
                                                  const NazarArea      *area,
                                                  guint                *answered,
                                                  guint                *questions);
GPtrArray        *nazar_answers_dup_missing      (NazarAnswers         *self,
                                                  gboolean              required_only);
char             *nazar_answers_check            (NazarAnswers         *self,
                                                  const NazarQuestion  *question,
                                                  const char           *language,
                                                  gboolean             *invalid);

/* Rows of tables: each a hash table from the column's id to its canonical text. */
GPtrArray        *nazar_answers_dup_rows         (NazarAnswers         *self,
                                                  const NazarQuestion  *question);
char             *nazar_answers_check_cell       (NazarAnswers         *self,
                                                  const NazarQuestion  *column,
                                                  GHashTable           *row,
                                                  const char           *language,
                                                  gboolean             *invalid);
GPtrArray        *nazar_question_rows_from_value (const NazarQuestion  *question,
                                                  const char           *value);
char             *nazar_question_rows_to_value   (const NazarQuestion  *question,
                                                  GPtrArray            *rows);

/* Values by themselves; columns are questions, too. */
char             *nazar_question_normalize       (const NazarQuestion  *question,
                                                  const char           *input,
                                                  GError              **error);
char             *nazar_question_display_value   (const NazarQuestion  *question,
                                                  const char           *value,
                                                  const char           *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarAnswers, nazar_answers_free)

G_END_DECLS
