/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answers.h"

#include "nazar-checklist-private.h"
#include "nazar-date.h"
#include "nazar-field.h"
#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>


typedef struct
{
  char *value;
  char *note;
  NazarAnswerState state;
} Answer;

struct _NazarAnswers
{
  NazarChecklist *checklist;
  Answer *answers; /* of questions, by their index */
  NazarAnswerState *areas;
  double figures[NAZAR_N_FIGURES]; /* NaN: not known */
  NazarAnswersFunc watch;
  gpointer watch_data;
};

/* ---- Evaluation ---- */

typedef struct
{
  NazarAnswers *answers;
  const NazarQuestion *column; /* (nullable): of the row below */
  GHashTable *row;
  const char *self; /* (nullable): what "." stands for */
  const NazarQuestion *self_question;
} Context;

static void
give (const NazarQuestion *question,
      const char          *text,
      NazarValue          *value)
{
  double number;

  if (text == NULL)
    return;

  switch (question->kind)
    {
    case NAZAR_QUESTION_NUMBER:
      if (nazar_number_from_text (text, &number))
        nazar_value_set_number (value, number);
      break;
    case NAZAR_QUESTION_CHOICES:
      {
        g_auto (GStrv) ids = nazar_strv_from_json (text);

        value->kind = NAZAR_VALUE_LIST;
        for (guint i = 0; ids[i] != NULL; i++)
          nazar_value_set_text (nazar_value_append (value), ids[i]);
        break;
      }
    case NAZAR_QUESTION_TABLE:
      break;
    case NAZAR_QUESTION_YES_NO_NA:
    case NAZAR_QUESTION_CHOICE:
    case NAZAR_QUESTION_TEXT:
    case NAZAR_QUESTION_DATE:
    default:
      nazar_value_set_text (value, text);
    }
}

static void
give_column (NazarAnswers        *self,
             const NazarQuestion *question,
             const NazarQuestion *column,
             NazarValue          *value)
{
  g_autoptr (GPtrArray) rows = nazar_answers_dup_rows (self, question);

  value->kind = NAZAR_VALUE_LIST;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *cell = g_hash_table_lookup (g_ptr_array_index (rows, i), column->id);

      if (cell != NULL)
        give (column, cell, nazar_value_append (value));
    }
}

static void
resolve (const char *name,
         NazarValue *value,
         gpointer    data)
{
  Context *context = data;
  NazarAnswers *self = context->answers;
  NazarChecklist *checklist = self->checklist;
  const NazarQuestion *column = NULL;
  guint node;

  if (strcmp (name, NAZAR_EXPRESSION_SELF) == 0)
    {
      if (context->self_question != NULL)
        give (context->self_question, context->self, value);
      return;
    }
  if (context->row != NULL && context->column != NULL)
    {
      const NazarQuestion *own = nazar_question_find_column (context->column->table, name);

      if (own != NULL)
        {
          give (own, g_hash_table_lookup (context->row, own->id), value);
          return;
        }
    }

  node = nazar_checklist_find_node (checklist, name, &column);
  if (node == NAZAR_NO_NODE)
    return;
  if (node >= checklist->n_questions + checklist->n_areas)
    {
      double figure = self->figures[node - checklist->n_questions - checklist->n_areas];

      if (!isnan (figure))
        nazar_value_set_number (value, figure);
    }
  else if (node < checklist->n_questions)
    {
      /* What does not apply is not unknown: it is nothing. */
      if (self->answers[node].state == NAZAR_ANSWER_RULED_OUT && checklist->questions[node].kind != NAZAR_QUESTION_NUMBER)
        nazar_value_set_text (value, "");
      else if (self->answers[node].state == NAZAR_ANSWER_SHOWN && column != NULL)
        give_column (self, &checklist->questions[node], column, value);
      else if (self->answers[node].state == NAZAR_ANSWER_SHOWN)
        give (&checklist->questions[node], self->answers[node].value, value);
    }
}

static NazarAnswerState
find_state (Context         *context,
            NazarExpression *condition)
{
  g_auto (NazarValue) value = { 0 };

  if (condition == NULL)
    return NAZAR_ANSWER_SHOWN;

  nazar_expression_evaluate (condition, resolve, context, &value);
  if (value.kind != NAZAR_VALUE_TRUTH)
    return NAZAR_ANSWER_NOT_YET;
  return value.truth ? NAZAR_ANSWER_SHOWN : NAZAR_ANSWER_RULED_OUT;
}

static char *
calculate (Context         *context,
           NazarExpression *expression)
{
  g_auto (NazarValue) value = { 0 };

  nazar_expression_evaluate (expression, resolve, context, &value);
  return value.kind == NAZAR_VALUE_NUMBER ? nazar_number_to_text (value.number) : NULL;
}

/* Brings one node up to date. Returns whether it changed. */
static gboolean
update_node (NazarAnswers *self,
             guint         node)
{
  const NazarChecklist *checklist = self->checklist;
  Context context = { .answers = self };

  if (node < checklist->n_questions)
    {
      const NazarQuestion *question = &checklist->questions[node];
      Answer *answer = &self->answers[node];
      NazarAnswerState area = question->area != NULL ? self->areas[question->area->index] : NAZAR_ANSWER_SHOWN;
      NazarAnswerState own = find_state (&context, question->shown_if);
      NazarAnswerState state = area == NAZAR_ANSWER_RULED_OUT || own == NAZAR_ANSWER_RULED_OUT ? NAZAR_ANSWER_RULED_OUT
                               : area == NAZAR_ANSWER_SHOWN                                    ? own
                                                                                               : area;
      gboolean changed = state != answer->state;

      answer->state = state;
      if (question->calculate != NULL)
        {
          char *value = calculate (&context, question->calculate);

          changed = changed || g_strcmp0 (value, answer->value) != 0;
          g_free (answer->value);
          answer->value = value;
        }
      return changed;
    }
  if (node < checklist->n_questions + checklist->n_areas)
    {
      guint i = node - checklist->n_questions;
      NazarAnswerState state = find_state (&context, checklist->areas[i].shown_if);
      gboolean changed = state != self->areas[i];

      self->areas[i] = state;
      return changed;
    }
  return FALSE;
}

static void
tell (NazarAnswers *self,
      guint         node)
{
  if (self->watch != NULL && node < self->checklist->n_questions)
    self->watch (self, &self->checklist->questions[node], self->watch_data);
}

/* Carries a change on to all that hangs on it, each once and in order. */
static void
carry_on (NazarAnswers *self,
          guint         from)
{
  const NazarChecklist *checklist = self->checklist;
  g_autofree gboolean *stale = g_new0 (gboolean, checklist->n_nodes);
  g_autofree gboolean *touched = g_new0 (gboolean, checklist->n_nodes);

  touched[from] = TRUE;
  for (guint i = checklist->uses.first[from]; i < checklist->uses.first[from + 1]; i++)
    stale[checklist->uses.targets[i]] = TRUE;
  for (guint place = checklist->rank[from] + 1; place < checklist->n_nodes; place++)
    {
      guint node = checklist->order[place];

      if (!stale[node] || !update_node (self, node))
        continue;
      touched[node] = TRUE;
      for (guint i = checklist->uses.first[node]; i < checklist->uses.first[node + 1]; i++)
        stale[checklist->uses.targets[i]] = TRUE;
    }

  if (self->watch == NULL)
    return;
  for (guint node = 0; node < checklist->n_nodes; node++)
    {
      if (!touched[node])
        continue;
      tell (self, node);
      for (guint i = checklist->checks.first[node]; i < checklist->checks.first[node + 1]; i++)
        if (!touched[checklist->checks.targets[i]])
          tell (self, checklist->checks.targets[i]);
    }
}

/* ---- The answers ---- */

/**
 * nazar_answers_new:
 * @checklist: a questionnaire
 *
 * Returns: (transfer full): no answers to it yet
 */
NazarAnswers *
nazar_answers_new (NazarChecklist *checklist)
{
  NazarAnswers *self;

  g_return_val_if_fail (checklist != NULL, NULL);

  self = g_new0 (NazarAnswers, 1);
  self->checklist = nazar_checklist_ref (checklist);
  self->answers = g_new0 (Answer, checklist->n_questions);
  self->areas = g_new0 (NazarAnswerState, checklist->n_areas);
  for (guint i = 0; i < NAZAR_N_FIGURES; i++)
    self->figures[i] = NAN;
  for (guint i = 0; i < checklist->n_nodes; i++)
    update_node (self, checklist->order[i]);

  return self;
}

/**
 * nazar_answers_free:
 * @self: (transfer full): answers
 */
void
nazar_answers_free (NazarAnswers *self)
{
  for (guint i = 0; i < self->checklist->n_questions; i++)
    {
      g_free (self->answers[i].value);
      g_free (self->answers[i].note);
    }
  g_free (self->answers);
  g_free (self->areas);
  nazar_checklist_unref (self->checklist);
  g_free (self);
}

/**
 * nazar_answers_get_checklist:
 * @self: answers
 *
 * Returns: (transfer none): what they answer
 */
NazarChecklist *
nazar_answers_get_checklist (NazarAnswers *self)
{
  return self->checklist;
}

/**
 * nazar_answers_set_watch:
 * @self: answers
 * @func: (nullable): called for each question that a change concerns
 * @data: for @func
 */
void
nazar_answers_set_watch (NazarAnswers     *self,
                         NazarAnswersFunc  func,
                         gpointer          data)
{
  self->watch = func;
  self->watch_data = data;
}

/**
 * nazar_answers_set:
 * @self: answers
 * @question: a question that is not calculated
 * @value: (nullable): its answer, as nazar_question_normalize() gives it or as it was stored
 */
void
nazar_answers_set (NazarAnswers        *self,
                   const NazarQuestion *question,
                   const char          *value)
{
  Answer *answer;

  g_return_if_fail (self != NULL && question != NULL && question->table == NULL);

  answer = &self->answers[question->index];
  if (question->calculate != NULL || g_strcmp0 (answer->value, value) == 0)
    return;

  g_free (answer->value);
  answer->value = g_strdup (value);
  carry_on (self, question->index);
}

/**
 * nazar_answers_set_note:
 * @self: answers
 * @question: a question
 * @note: (nullable): what the monitor remarks to the answer
 */
void
nazar_answers_set_note (NazarAnswers        *self,
                        const NazarQuestion *question,
                        const char          *note)
{
  Answer *answer = &self->answers[question->index];

  if (g_strcmp0 (answer->note, note) == 0)
    return;
  g_free (answer->note);
  answer->note = g_strdup (note);
  tell (self, question->index);
}

/**
 * nazar_answers_set_figure:
 * @self: answers
 * @figure: what of the visit
 * @number: it; NaN where it is not known
 */
void
nazar_answers_set_figure (NazarAnswers *self,
                          NazarFigure   figure,
                          double        number)
{
  if (self->figures[figure] == number || (isnan (self->figures[figure]) && isnan (number)))
    return;

  self->figures[figure] = number;
  carry_on (self, self->checklist->n_questions + self->checklist->n_areas + figure);
}

/**
 * nazar_answers_get:
 * @self: answers
 * @question: a question
 *
 * Returns: (transfer none) (nullable): its answer, given or calculated
 */
const char *
nazar_answers_get (NazarAnswers        *self,
                   const NazarQuestion *question)
{
  return self->answers[question->index].value;
}

/**
 * nazar_answers_get_note:
 * @self: answers
 * @question: a question
 *
 * Returns: (transfer none) (nullable): the note to its answer
 */
const char *
nazar_answers_get_note (NazarAnswers        *self,
                        const NazarQuestion *question)
{
  return self->answers[question->index].note;
}

/**
 * nazar_answers_get_state:
 * @self: answers
 * @question: a question
 *
 * Returns: whether it is asked
 */
NazarAnswerState
nazar_answers_get_state (NazarAnswers        *self,
                         const NazarQuestion *question)
{
  return self->answers[question->index].state;
}

/**
 * nazar_answers_is_area_shown:
 * @self: answers
 * @area: an area
 *
 * Returns: whether any of it is asked
 */
gboolean
nazar_answers_is_area_shown (NazarAnswers    *self,
                             const NazarArea *area)
{
  return self->areas[area->index] == NAZAR_ANSWER_SHOWN;
}

/**
 * nazar_answers_count:
 * @self: answers
 * @area: (nullable): only of this area
 * @answered: (out): how many have an answer
 * @questions: (out): how many are or may be asked: those that earlier answers rule out
 *   count only where they are answered all the same
 */
void
nazar_answers_count (NazarAnswers    *self,
                     const NazarArea *area,
                     guint           *answered,
                     guint           *questions)
{
  guint first = area != NULL ? area->first : 0;
  guint n = area != NULL ? area->n_questions : self->checklist->n_questions;

  *answered = *questions = 0;
  for (guint i = first; i < first + n; i++)
    {
      const Answer *answer = &self->answers[i];

      if (self->checklist->questions[i].calculate != NULL)
        continue;
      *answered += answer->value != NULL;
      *questions += answer->value != NULL || answer->state != NAZAR_ANSWER_RULED_OUT;
    }
}

/**
 * nazar_answers_dup_missing:
 * @self: answers
 * @required_only: only those without which the visit is not complete
 *
 * Returns: (transfer container) (element-type NazarQuestion): the questions that are
 *   asked and have no answer, in their order
 */
GPtrArray *
nazar_answers_dup_missing (NazarAnswers *self,
                           gboolean      required_only)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < self->checklist->n_questions; i++)
    {
      const NazarQuestion *question = &self->checklist->questions[i];

      if (question->calculate == NULL && self->answers[i].value == NULL && self->answers[i].state == NAZAR_ANSWER_SHOWN &&
          (question->required || !required_only))
        g_ptr_array_add (missing, (gpointer) question);
    }

  return missing;
}

static char *
check_value (Context             *context,
             const NazarQuestion *question,
             const char          *value,
             const char          *language,
             gboolean            *invalid)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *normal = nazar_question_normalize (question, value, &error);
  NazarAnswerState met;

  if (invalid != NULL)
    *invalid = error != NULL;
  if (error != NULL)
    return g_strdup (error->message);
  if (normal == NULL || question->constraint == NULL)
    return NULL;

  context->self = normal;
  context->self_question = question;
  met = find_state (context, question->constraint);
  if (met != NAZAR_ANSWER_RULED_OUT)
    return NULL;

  return g_strdup (!nazar_texts_is_empty (&question->constraint_text) ? nazar_texts_get (&question->constraint_text, language)
                                                                      : nazar_words_get (nazar_words_for (language),
                                                                                         N_ ("Is this right?")));
}

/**
 * nazar_answers_check:
 * @self: answers
 * @question: a question
 * @language: of the sentence
 * @invalid: (out) (optional): whether the answer is one that the question does not allow
 *
 * Returns: (transfer full) (nullable): a sentence where the answer is invalid, or does not
 *   meet its constraint: then a question to the monitor, never a wall
 */
char *
nazar_answers_check (NazarAnswers        *self,
                     const NazarQuestion *question,
                     const char          *language,
                     gboolean            *invalid)
{
  Context context = { .answers = self };
  g_autoptr (GPtrArray) rows = NULL;
  char *sentence;

  if (invalid != NULL)
    *invalid = FALSE;
  if (self->answers[question->index].value == NULL || question->calculate != NULL)
    return NULL;

  sentence = check_value (&context, question, self->answers[question->index].value, language, invalid);
  if (sentence != NULL || question->kind != NAZAR_QUESTION_TABLE)
    return sentence;

  rows = nazar_answers_dup_rows (self, question);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < question->n_columns; j++)
      {
        sentence = nazar_answers_check_cell (self, &question->columns[j], g_ptr_array_index (rows, i), language, invalid);
        if (sentence != NULL)
          return sentence;
      }

  return NULL;
}

/**
 * nazar_answers_check_cell:
 * @self: answers
 * @column: a column of a table
 * @row: a row of it
 * @language: of the sentence
 * @invalid: (out) (optional): as nazar_answers_check()
 *
 * Returns: (transfer full) (nullable): as nazar_answers_check()
 */
char *
nazar_answers_check_cell (NazarAnswers        *self,
                          const NazarQuestion *column,
                          GHashTable          *row,
                          const char          *language,
                          gboolean            *invalid)
{
  Context context = { .answers = self, .column = column, .row = row };
  const char *value = g_hash_table_lookup (row, column->id);

  if (invalid != NULL)
    *invalid = FALSE;

  return value != NULL && column->calculate == NULL ? check_value (&context, column, value, language, invalid) : NULL;
}

/**
 * nazar_answers_dup_rows:
 * @self: answers
 * @question: a table
 *
 * Returns: (transfer full) (element-type GHashTable): its rows, with the calculated cells
 */
GPtrArray *
nazar_answers_dup_rows (NazarAnswers        *self,
                        const NazarQuestion *question)
{
  GPtrArray *rows = nazar_question_rows_from_value (question, self->answers[question->index].value);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < question->n_columns; j++)
      {
        const NazarQuestion *column = &question->columns[j];
        Context context = { .answers = self, .column = column, .row = g_ptr_array_index (rows, i) };
        char *value;

        if (column->calculate == NULL)
          continue;
        value = calculate (&context, column->calculate);
        if (value != NULL)
          g_hash_table_insert (context.row, g_strdup (column->id), value);
      }

  return rows;
}
