/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-checklist-private.h"

#include "nazar-answers.h"
#include "nazar-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Conditions in words, for a questionnaire on paper. */

typedef struct
{
  const NazarChecklist *checklist;
  const char *language;
} Reader;

/* A question by its number; what it is compared with as people read it. */
static char *
describe (const char *name,
          const char *value,
          gpointer    data)
{
  const Reader *reader = data;
  const NazarQuestion *question = nazar_checklist_find_question (reader->checklist, name);
  g_autofree char *shown = NULL;

  if (question == NULL || question->number == 0)
    return NULL;
  if (value == NULL)
    return g_strdup_printf ("%u", question->number);

  shown = question->kind == NAZAR_QUESTION_CHOICES && nazar_question_find_option (question, value) != NULL
              ? g_strdup (nazar_texts_get (&nazar_question_find_option (question, value)->text, reader->language))
              : nazar_question_display_value (question, value, reader->language);
  return g_strdup_printf (nazar_words_context (nazar_words_for (reader->language), "quoted", NC_ ("quoted", "“%s”")), shown);
}

static char *
dup_condition (const NazarChecklist *checklist,
               NazarExpression      *condition,
               const char           *language)
{
  Reader reader = { checklist, language };
  g_autofree char *words = condition != NULL ? nazar_expression_dup_words (condition, language, describe, &reader) : NULL;

  if (words == NULL)
    return NULL;

  /* Translators: a condition on a paper form, such as "13 is “no”". */
  return g_strdup_printf (nazar_words_get (nazar_words_for (language), N_("Only if %s.")), words);
}

/**
 * nazar_question_dup_condition:
 * @question: a question
 * @language: one of the five ids
 *
 * Returns: (transfer full) (nullable): when it is asked, in words; %NULL where it always
 *   is, or where words would be longer than thought
 */
char *
nazar_question_dup_condition (const NazarQuestion *question,
                              const char          *language)
{
  return dup_condition (question->checklist, question->shown_if, language);
}

/**
 * nazar_area_dup_condition:
 * @checklist: a questionnaire
 * @area: an area of it
 * @language: one of the five ids
 *
 * Returns: (transfer full) (nullable): as nazar_question_dup_condition()
 */
char *
nazar_area_dup_condition (const NazarChecklist *checklist,
                          const NazarArea      *area,
                          const char           *language)
{
  return dup_condition (checklist, area->shown_if, language);
}

/* The value that a question must have for @next to be asked, where that is all; NULL else. */
static const char *
find_gate (const NazarQuestion *question,
           const NazarQuestion *next)
{
  const NazarExpressionNode *root = next->shown_if != NULL ? nazar_expression_get_root (next->shown_if) : NULL;

  if (root == NULL || root->op != NAZAR_OP_EQUAL || root->left->op != NAZAR_OP_REFERENCE || root->right->op != NAZAR_OP_TEXT ||
      strcmp (root->left->text, question->id) != 0)
    return NULL;

  return root->right->text;
}

/**
 * nazar_question_dup_skips:
 * @question: a question
 * @language: one of the five ids
 *
 * Returns: (transfer full) (nullable): where to go on, where the questions right after it
 *   are asked for one of its answers only: "If not “yes”, go to 14."
 */
char *
nazar_question_dup_skips (const NazarQuestion *question,
                          const char          *language)
{
  const NazarChecklist *checklist = question->checklist;
  const char *gate = question->index + 1 < checklist->n_questions
                         ? find_gate (question, &checklist->questions[question->index + 1])
                         : NULL;
  guint next = question->index + 1;
  g_autofree char *shown = NULL;

  if (gate == NULL)
    return NULL;
  while (next < checklist->n_questions && g_strcmp0 (find_gate (question, &checklist->questions[next]), gate) == 0)
    next++;
  while (next < checklist->n_questions && checklist->questions[next].number == 0)
    next++;

  shown = nazar_question_display_value (question, gate, language);
  if (next == checklist->n_questions)
    /* Translators: an answer, such as yes. */
    return g_strdup_printf (nazar_words_get (nazar_words_for (language), N_("If not “%s”, you are done.")), shown);

  /* Translators: an answer, such as yes, and the number of a question. */
  return g_strdup_printf (nazar_words_get (nazar_words_for (language), N_("If not “%s”, go to %u.")), shown,
                          checklist->questions[next].number);
}
