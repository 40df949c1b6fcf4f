/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-earlier-answers.h"

#include "nazar-visit-answers.h"

/* What was answered at the last visit to a place, which stands beside each question. */
struct _NazarLastVisit
{
  NazarRecord *visit;
  GPtrArray *answers;
  GHashTable *by_series; /* "series question" → one of the answers */
  GHashTable *by_question;
};

static void
earlier_answer_free (gpointer data)
{
  NazarEarlierAnswer *answer = data;

  g_free (answer->visit);
  g_free (answer->date);
  g_free (answer->series);
  g_free (answer->question);
  g_free (answer->value);
  g_free (answer->note);
  g_free (answer);
}

static GPtrArray *
read_rows (NazarStatement  *row,
           GError         **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (earlier_answer_free);
  g_autoptr (GError) local_error = NULL;

  while (nazar_statement_step (row, &local_error))
    {
      NazarEarlierAnswer *answer = g_new0 (NazarEarlierAnswer, 1);

      answer->visit = g_strdup (nazar_statement_text (row, 0));
      answer->date = g_strdup (nazar_statement_text (row, 1));
      answer->series = g_strdup (nazar_statement_text (row, 2));
      answer->question = g_strdup (nazar_statement_text (row, 3));
      answer->value = g_strdup (nazar_statement_text (row, 4));
      answer->note = g_strdup (nazar_statement_text (row, 5));
      g_ptr_array_add (answers, answer);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&answers);
}

static gboolean
is_same_visit (gconstpointer a,
               gconstpointer b)
{
  return g_str_equal (((const NazarEarlierAnswer *) a)->visit, ((const NazarEarlierAnswer *) b)->visit);
}

/* Of a visit that answered the same question in several questionnaires the first counts. */
static void
keep_one_a_visit (GPtrArray *answers)
{
  for (guint i = answers->len; i > 1; i--)
    if (is_same_visit (g_ptr_array_index (answers, i - 1), g_ptr_array_index (answers, i - 2)))
      g_ptr_array_remove_index (answers, i - 1);
}

/**
 * nazar_earlier_answers_load:
 * @connection: a connection
 * @visit: a visit
 * @series: the questionnaire in which it is asked, in whichever version
 * @question: id of a question
 * @error: return location for a #NazarStoreError
 *
 * Asks all visits to the same place that began before this one. The answer to the
 * same questionnaire is preferred; where a visit has none, that to another one with
 * this question counts.
 *
 * Returns: (transfer full) (element-type NazarEarlierAnswer) (nullable): one answer a
 *   visit, the latest first
 */
GPtrArray *
nazar_earlier_answers_load (NazarConnection  *connection,
                            NazarRecord      *visit,
                            const char       *series,
                            const char       *question,
                            GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;
  GPtrArray *answers;

  g_return_val_if_fail (connection != NULL && NAZAR_IS_RECORD (visit) && question != NULL, NULL);

  row = nazar_connection_query (connection, error,
                                "SELECT visit.id, visit.\"begin\", checklist.series, answer.question, answer.value, answer.note"
                                " FROM visit JOIN answer ON answer.visit = visit.id"
                                " LEFT JOIN checklist ON checklist.id = answer.checklist"
                                " WHERE visit.facility = ?1 AND visit.id <> ?2 AND visit.\"begin\" IS NOT NULL"
                                " AND (?3 IS NULL OR rtrim (visit.\"begin\", '~') < rtrim (?3, '~'))"
                                " AND answer.question = ?4 AND (answer.value IS NOT NULL OR answer.note IS NOT NULL)"
                                " ORDER BY rtrim (visit.\"begin\", '~') DESC, visit.n DESC, checklist.series IS ?5 DESC, answer.n",
                                "sssss", nazar_record_get (visit, "facility"), nazar_record_get_id (visit),
                                nazar_record_get (visit, "begin"), question, series);
  if (row == NULL)
    return NULL;

  answers = read_rows (row, error);
  if (answers != NULL)
    keep_one_a_visit (answers);
  return answers;
}

static char *
series_key (const char *series,
            const char *question)
{
  return g_strconcat (series, " ", question, NULL);
}

static gboolean
read_last_visit (NazarLastVisit   *self,
                 NazarConnection  *connection,
                 GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (connection, error,
                                "SELECT answer.visit, ?2, checklist.series, answer.question, answer.value, answer.note"
                                " FROM answer LEFT JOIN checklist ON checklist.id = answer.checklist"
                                " WHERE answer.visit = ?1 AND answer.value IS NOT NULL ORDER BY answer.n",
                                "ss", nazar_record_get_id (self->visit), nazar_record_get (self->visit, "begin"));
  self->answers = row != NULL ? read_rows (row, error) : NULL;
  if (self->answers == NULL)
    return FALSE;

  for (guint i = 0; i < self->answers->len; i++)
    {
      NazarEarlierAnswer *answer = g_ptr_array_index (self->answers, i);

      if (answer->series != NULL)
        g_hash_table_insert (self->by_series, series_key (answer->series, answer->question), answer);
      g_hash_table_insert (self->by_question, answer->question, answer);
    }
  return TRUE;
}

/**
 * nazar_last_visit_load:
 * @connection: a connection
 * @visit: a visit
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): what was answered at the latest visit to the
 *   same place that began before it; %NULL where there is none, or on error
 */
NazarLastVisit *
nazar_last_visit_load (NazarConnection  *connection,
                       NazarRecord      *visit,
                       GError          **error)
{
  g_autoptr (NazarLastVisit) self = NULL;
  NazarRecord *last;

  g_return_val_if_fail (connection != NULL && NAZAR_IS_RECORD (visit), NULL);

  last = nazar_visit_find_previous (connection, visit, error);
  if (last == NULL)
    return NULL;

  self = g_new0 (NazarLastVisit, 1);
  self->visit = last;
  self->by_series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_question = g_hash_table_new (g_str_hash, g_str_equal);
  return read_last_visit (self, connection, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * nazar_last_visit_free:
 * @self: (transfer full): a last visit
 */
void
nazar_last_visit_free (NazarLastVisit *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_question);
  g_hash_table_unref (self->by_series);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_object_unref (self->visit);
  g_free (self);
}

/**
 * nazar_last_visit_get_visit:
 * @self: a last visit
 *
 * Returns: (transfer none): the visit, as it was loaded
 */
NazarRecord *
nazar_last_visit_get_visit (NazarLastVisit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->visit;
}

/**
 * nazar_last_visit_find:
 * @self: a last visit
 * @series: a questionnaire, in whichever version
 * @question: id of a question
 *
 * Returns: (transfer none) (nullable): what it answered to the question, in the same
 *   questionnaire or, failing that, in any other
 */
const NazarEarlierAnswer *
nazar_last_visit_find (NazarLastVisit *self,
                       const char     *series,
                       const char     *question)
{
  g_autofree char *key = NULL;
  const NazarEarlierAnswer *answer;

  g_return_val_if_fail (self != NULL && series != NULL && question != NULL, NULL);

  key = series_key (series, question);
  answer = g_hash_table_lookup (self->by_series, key);
  return answer != NULL ? answer : g_hash_table_lookup (self->by_question, question);
}
