/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-expression.h"
#include "nazar-texts.h"

G_BEGIN_DECLS

/* A questionnaire, read from its JSON (docs/checklist.md). It never changes: all
 * pointers into it live as long as it does. */

#define NAZAR_CHECKLIST_MAX_BYTES (16 * 1024 * 1024)
#define NAZAR_CHECKLIST_MAX_QUESTIONS 5000
#define NAZAR_CHECKLIST_MAX_AREAS 500
#define NAZAR_CHECKLIST_MAX_COLUMNS 200
#define NAZAR_CHECKLIST_MAX_OPTIONS 1000

#define NAZAR_CHECKLIST_ERROR (nazar_checklist_error_quark ())
GQuark nazar_checklist_error_quark (void);

/**
 * NazarChecklistError:
 * @NAZAR_CHECKLIST_ERROR_SYNTAX: not JSON
 * @NAZAR_CHECKLIST_ERROR_SCHEMA: JSON, but not a questionnaire
 * @NAZAR_CHECKLIST_ERROR_EXPRESSION: an expression that cannot be read, or refers to
 *   what is not there
 * @NAZAR_CHECKLIST_ERROR_CIRCLE: conditions or calculations that go in a circle
 * @NAZAR_CHECKLIST_ERROR_SIZE: larger than the limits
 */
typedef enum
{
  NAZAR_CHECKLIST_ERROR_SYNTAX,
  NAZAR_CHECKLIST_ERROR_SCHEMA,
  NAZAR_CHECKLIST_ERROR_EXPRESSION,
  NAZAR_CHECKLIST_ERROR_CIRCLE,
  NAZAR_CHECKLIST_ERROR_SIZE,
} NazarChecklistError;

typedef enum
{
  NAZAR_QUESTION_YES_NO_NA,
  NAZAR_QUESTION_NUMBER,
  NAZAR_QUESTION_CHOICE,
  NAZAR_QUESTION_CHOICES,
  NAZAR_QUESTION_TEXT,
  NAZAR_QUESTION_DATE,
  NAZAR_QUESTION_TABLE,
} NazarQuestionKind;

/**
 * NazarFigure:
 *
 * What a questionnaire may know of its visit, as `${visit.held}`.
 */
typedef enum
{
  NAZAR_FIGURE_HELD,
  NAZAR_FIGURE_CAPACITY,
  NAZAR_FIGURE_WOMEN,
  NAZAR_FIGURE_MEN,
  NAZAR_FIGURE_MINORS,
  NAZAR_FIGURE_WRONG_PLACE,
  NAZAR_FIGURE_DAYS,
} NazarFigure;

#define NAZAR_N_FIGURES 7

typedef struct _NazarChecklist NazarChecklist;
typedef struct _NazarArea NazarArea;
typedef struct _NazarQuestion NazarQuestion;

/**
 * NazarOption:
 * @id: what is stored
 * @text: what people read
 *
 * One of the answers that a question offers.
 */
typedef struct
{
  const char *id;
  NazarTexts text;
} NazarOption;

/**
 * NazarArea:
 * @id: its name in the file
 * @title: what people read
 * @rules: the rules that the whole area rests on
 * @shown_if: (nullable): when its questions are asked
 * @first: its first question, as a place in nazar_checklist_get_questions()
 * @n_questions: how many follow one another from there, calculated ones included
 * @index: its place among the areas, from 0
 */
struct _NazarArea
{
  const char *id;
  NazarTexts title;
  const char *const *rules;
  NazarExpression *shown_if;
  guint first;
  guint n_questions;
  guint index;
};

/**
 * NazarQuestion:
 * @checklist: (transfer none): what it belongs to
 * @area: (nullable): where it stands; %NULL for a column
 * @table: (nullable): for a column of a table: the question
 * @id: what answers hang on
 * @kind: what is answered
 * @text: the question
 * @hint: (may be empty): how to find out
 * @unit: (may be empty): of a number
 * @required: whether the visit is not complete without it
 * @rules: the rules it rests on, as "MR 13"; empty, never %NULL
 * @options: (array length=n_options): of choice and choices
 * @columns: (array length=n_columns): of a table: questions themselves
 * @shown_if: (nullable): when it is asked, beside its area's condition
 * @constraint: (nullable): what its value should meet
 * @constraint_text: (may be empty): what to ask the monitor where it does not
 * @calculate: (nullable): it is computed and never asked
 * @index: its place among the questions (or columns), from 0
 * @number: its place on paper, from 1; 0 where it is calculated, and for columns
 */
struct _NazarQuestion
{
  NazarChecklist *checklist;
  const NazarArea *area;
  const NazarQuestion *table;
  const char *id;
  NazarQuestionKind kind;
  NazarTexts text;
  NazarTexts hint;
  NazarTexts unit;
  gboolean required;
  const char *const *rules;
  NazarOption *options;
  guint n_options;
  NazarQuestion *columns;
  guint n_columns;
  NazarExpression *shown_if;
  NazarExpression *constraint;
  NazarTexts constraint_text;
  NazarExpression *calculate;
  guint index;
  guint number;
};

NazarChecklist        *nazar_checklist_parse                  (const char           *text,
                                                               gssize                length,
                                                               GError              **error);
NazarChecklist        *nazar_checklist_ref                    (NazarChecklist       *self);
void                   nazar_checklist_unref                  (NazarChecklist       *self);

const char            *nazar_checklist_get_id                 (const NazarChecklist *self);
const char            *nazar_checklist_get_series             (const NazarChecklist *self);
guint                  nazar_checklist_get_version            (const NazarChecklist *self);
const char            *nazar_checklist_get_title              (const NazarChecklist *self,
                                                               const char           *language);
const char            *nazar_checklist_get_introduction       (const NazarChecklist *self,
                                                               const char           *language);
const NazarTexts      *nazar_checklist_get_titles             (const NazarChecklist *self);
const char *const     *nazar_checklist_get_facility_kinds     (const NazarChecklist *self);
const char *const     *nazar_checklist_get_checked_languages  (const NazarChecklist *self);
const char *const     *nazar_checklist_get_complete_languages (const NazarChecklist *self);
gboolean               nazar_checklist_is_for                 (const NazarChecklist *self,
                                                               const char           *facility_kind);
const NazarArea       *nazar_checklist_get_areas              (const NazarChecklist *self,
                                                               guint                *n_areas);
const NazarArea       *nazar_checklist_find_area              (const NazarChecklist *self,
                                                               const char           *id);
const NazarQuestion   *nazar_checklist_get_questions          (const NazarChecklist *self,
                                                               guint                *n_questions);
const NazarQuestion   *nazar_checklist_find_question          (const NazarChecklist *self,
                                                               const char           *id);
guint                  nazar_checklist_count_asked            (const NazarChecklist *self);

const NazarQuestion   *nazar_question_find_column             (const NazarQuestion  *question,
                                                               const char           *id);
const NazarOption     *nazar_question_find_option             (const NazarQuestion  *question,
                                                               const char           *id);
const char            *nazar_question_kind_name               (NazarQuestionKind     kind);
const char            *nazar_figure_name                      (NazarFigure           figure);

/* On paper */
char                  *nazar_question_dup_condition           (const NazarQuestion  *question,
                                                               const char           *language);
char                  *nazar_area_dup_condition               (const NazarChecklist *checklist,
                                                               const NazarArea      *area,
                                                               const char           *language);
char                  *nazar_question_dup_skips               (const NazarQuestion  *question,
                                                               const char           *language);

/* Those that come with the program */
NazarChecklist *const *nazar_checklist_builtins               (guint                *n_checklists);
NazarChecklist        *nazar_checklist_builtin                (const char           *id_or_series);
const char            *nazar_checklist_builtin_text           (const char           *id,
                                                               gsize                *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarChecklist, nazar_checklist_unref)

G_END_DECLS
