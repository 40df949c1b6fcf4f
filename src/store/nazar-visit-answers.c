/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-answers.h"

#include "nazar-date.h"
#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-population.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * nazar_visit_load_checklists:
 * @connection: a connection
 * @visit: a visit
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type NazarChecklist) (nullable): its questionnaires,
 *   in the versions that it was answered with
 */
GPtrArray *
nazar_visit_load_checklists (NazarConnection  *connection,
                             NazarRecord      *visit,
                             GError          **error)
{
  g_autoptr (GPtrArray) checklists = g_ptr_array_new_with_free_func ((GDestroyNotify) nazar_checklist_unref);
  g_auto (GStrv) ids = nazar_record_get_strv (visit, "checklists");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NazarChecklist *checklist = nazar_checklist_load (connection, ids[i], error);

      if (checklist == NULL)
        return NULL;
      g_ptr_array_add (checklists, checklist);
    }

  return g_steal_pointer (&checklists);
}

/**
 * nazar_visit_set_figures:
 * @visit: a visit
 * @facility: (nullable): its place
 * @answers: answers of it
 *
 * Tells the answers how many are held, and what else conditions and checks ask for.
 */
void
nazar_visit_set_figures (NazarRecord  *visit,
                         NazarRecord  *facility,
                         NazarAnswers *answers)
{
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (visit, "population"));
  const char *begin = nazar_record_get (visit, "begin"), *end = nazar_record_get (visit, "end");
  const char *capacity = facility != NULL ? nazar_record_get (facility, "capacity") : NULL;

  gboolean counted = !nazar_population_is_empty (population);
  const double figures[NAZAR_N_FIGURES] = {
    [NAZAR_FIGURE_HELD] = counted ? nazar_population_sum (population, NULL, NULL, NULL) : NAN,
    [NAZAR_FIGURE_WOMEN] = counted ? nazar_population_sum (population, "women", NULL, NULL) : NAN,
    [NAZAR_FIGURE_MEN] = counted ? nazar_population_sum (population, "men", NULL, NULL) : NAN,
    [NAZAR_FIGURE_MINORS] = counted ? nazar_population_sum (population, NULL, "minor", NULL) : NAN,
    [NAZAR_FIGURE_WRONG_PLACE] = counted ? nazar_population_wrong_place (population) : NAN,
    [NAZAR_FIGURE_CAPACITY] = capacity != NULL ? g_ascii_strtoll (capacity, NULL, 10) : NAN,
    [NAZAR_FIGURE_DAYS] = begin != NULL ? nazar_date_days_between (begin, end != NULL ? end : begin) + 1 : NAN,
  };

  for (guint i = 0; i < NAZAR_N_FIGURES; i++)
    nazar_answers_set_figure (answers, i, figures[i]);
}

static gboolean
read_answers (NazarConnection  *connection,
              NazarRecord      *visit,
              NazarAnswers     *answers,
              GError          **error)
{
  NazarChecklist *checklist = nazar_answers_get_checklist (answers);
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  row = nazar_connection_query (connection, error,
                                "SELECT question, value, note FROM answer WHERE visit = ? AND checklist = ? ORDER BY n", "ss",
                                nazar_record_get_id (visit), nazar_checklist_get_id (checklist));
  if (row == NULL)
    return FALSE;

  while (nazar_statement_step (row, &local_error))
    {
      const NazarQuestion *question = nazar_checklist_find_question (checklist, nazar_statement_text (row, 0));

      if (question == NULL)
        continue;
      nazar_answers_set (answers, question, nazar_statement_text (row, 1));
      nazar_answers_set_note (answers, question, nazar_statement_text (row, 2));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/**
 * nazar_visit_load_answers:
 * @connection: a connection
 * @visit: a visit
 * @checklist: one of its questionnaires
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the visit answered to it, with its figures
 */
NazarAnswers *
nazar_visit_load_answers (NazarConnection  *connection,
                          NazarRecord      *visit,
                          NazarChecklist   *checklist,
                          GError          **error)
{
  g_autoptr (NazarAnswers) answers = nazar_answers_new (checklist);
  g_autoptr (NazarRecord) facility = NULL;

  if (nazar_record_get (visit, "facility") != NULL)
    facility = nazar_record_sql_load (connection, NAZAR_TYPE_FACILITY, nazar_record_get (visit, "facility"), NULL);
  nazar_visit_set_figures (visit, facility, answers);

  return read_answers (connection, visit, answers, error) ? g_steal_pointer (&answers) : NULL;
}

static char *
find_invalid_answer (NazarAnswers *answers)
{
  guint n_questions;
  const NazarQuestion *questions = nazar_checklist_get_questions (nazar_answers_get_checklist (answers), &n_questions);

  for (guint i = 0; i < n_questions; i++)
    {
      gboolean invalid = FALSE;
      g_autofree char *sentence = nazar_answers_check (answers, &questions[i], nazar_language_current (), &invalid);

      if (sentence != NULL && invalid)
        /* Translators: the number of a question, then a sentence that says what is wrong with its answer. */
        return g_strdup_printf (_("Question %u: %s"), questions[i].number, sentence);
    }

  return NULL;
}

/**
 * nazar_visit_find_invalid:
 * @connection: a connection
 * @visit: a visit
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a sentence about the first answer that its
 *   question does not allow; %NULL where there is none, or on error
 */
char *
nazar_visit_find_invalid (NazarConnection  *connection,
                          NazarRecord      *visit,
                          GError          **error)
{
  g_autoptr (GPtrArray) checklists = nazar_visit_load_checklists (connection, visit, error);

  for (guint i = 0; checklists != NULL && i < checklists->len; i++)
    {
      g_autoptr (NazarAnswers) answers = nazar_visit_load_answers (connection, visit, g_ptr_array_index (checklists, i), error);
      char *sentence = answers != NULL ? find_invalid_answer (answers) : NULL;

      if (answers == NULL || sentence != NULL)
        return sentence;
    }

  return NULL;
}

/**
 * nazar_visit_find_previous:
 * @connection: a connection
 * @visit: a visit
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): the latest visit to the same place that began
 *   before it; %NULL where there is none, or on error
 */
NazarRecord *
nazar_visit_find_previous (NazarConnection  *connection,
                           NazarRecord      *visit,
                           GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autofree char *id = NULL;

  row = nazar_connection_query (connection, error,
                                "SELECT id FROM visit WHERE facility = ?1 AND id <> ?2 AND \"begin\" IS NOT NULL"
                                " AND (?3 IS NULL OR rtrim (\"begin\", '~') < rtrim (?3, '~'))"
                                " ORDER BY rtrim (\"begin\", '~') DESC, n DESC LIMIT 1",
                                "sss", nazar_record_get (visit, "facility"), nazar_record_get_id (visit),
                                nazar_record_get (visit, "begin"));
  if (row == NULL || !nazar_statement_step (row, error))
    return NULL;

  id = g_strdup (nazar_statement_text (row, 0));
  return nazar_record_sql_load (connection, NAZAR_TYPE_VISIT, id, error);
}

/**
 * nazar_answer_normalize:
 * @answer: an answer
 * @checklist: the questionnaire that it answers
 * @error: return location for a #NazarAnswerError, or for a #NazarStoreError where the
 *   questionnaire has no such question
 *
 * Brings its value into the canonical form.
 *
 * Returns: %FALSE where it is no answer to its question; it is not changed then
 */
gboolean
nazar_answer_normalize (NazarRecord     *answer,
                        NazarChecklist  *checklist,
                        GError         **error)
{
  const char *id = nazar_record_get (answer, "question");
  const NazarQuestion *question = id != NULL ? nazar_checklist_find_question (checklist, id) : NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *value = NULL;

  if (question == NULL)
    {
      g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
                   /* Translators: the title of a questionnaire, and the id of a question. */
                   _("“%s” has no question “%s”."), nazar_checklist_get_title (checklist, nazar_language_current ()),
                   id != NULL ? id : "");
      return FALSE;
    }

  value = nazar_question_normalize (question, nazar_record_get (answer, "value"), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  nazar_record_set (answer, "value", value);
  return TRUE;
}
