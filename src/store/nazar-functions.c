/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-functions.h"

#include "nazar-answers.h"
#include "nazar-checklist-cache.h"
#include "nazar-field.h"
#include "nazar-json.h"
#include "nazar-vocabulary.h"

/* What queries/computed.sql needs that SQL does not have. */

static const char *
text_of (sqlite3_value *value)
{
  return (const char *) sqlite3_value_text (value);
}

/* nazar_distance (state, independent): how many ranks the State's claim stands
 * above the finding; NULL where the tracks do not differ. */
static void
sql_distance (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  const char *state = text_of (values[0]);
  const char *independent = text_of (values[1]);

  if (nazar_statuses_differ (state, independent))
    sqlite3_result_int (context, nazar_status_rank (state) - nazar_status_rank (independent));
  else
    sqlite3_result_null (context);
}

static void
return_words (sqlite3_context   *context,
              const char *const *words)
{
  char *json = nazar_strv_to_json (words);

  if (json != NULL)
    sqlite3_result_text (context, json, -1, g_free);
  else
    sqlite3_result_null (context);
}

/* nazar_checklist_fact (definition, fact): what a questionnaire says of itself. */
static void
sql_checklist_fact (sqlite3_context *context,
                    int              n_values,
                    sqlite3_value  **values)
{
  g_autoptr (NazarChecklist) checklist = nazar_checklist_cached (text_of (values[0]), NULL);
  const char *fact = text_of (values[1]);

  if (checklist == NULL || fact == NULL)
    sqlite3_result_null (context);
  else if (g_str_equal (fact, "questions"))
    sqlite3_result_int64 (context, nazar_checklist_count_asked (checklist));
  else if (g_str_equal (fact, "languages"))
    return_words (context, nazar_checklist_get_complete_languages (checklist));
  else
    return_words (context, nazar_checklist_get_checked_languages (checklist));
}

static void
take_answers (NazarAnswers *answers,
              JsonArray    *rows)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      const NazarQuestion *question =
        nazar_checklist_find_question (nazar_answers_get_checklist (answers), json_array_get_string_element (row, 0));

      if (question != NULL)
        nazar_answers_set (answers, question, json_array_get_string_element (row, 1));
    }
}

/* nazar_questions (definition, answers): how many questions of this questionnaire the
 * answers do not rule out. Answers are arrays of question and value. */
static void
sql_questions (sqlite3_context *context,
               int              n_values,
               sqlite3_value  **values)
{
  g_autoptr (NazarChecklist) checklist = nazar_checklist_cached (text_of (values[0]), NULL);
  g_autoptr (JsonNode) rows = text_of (values[1]) != NULL ? nazar_json_parse (text_of (values[1]), -1, NULL) : NULL;
  g_autoptr (NazarAnswers) answers = checklist != NULL ? nazar_answers_new (checklist) : NULL;
  guint answered, questions = 0;

  if (answers != NULL && rows != NULL && JSON_NODE_HOLDS_ARRAY (rows))
    take_answers (answers, json_node_get_array (rows));
  if (answers != NULL)
    nazar_answers_count (answers, NULL, &answered, &questions);

  sqlite3_result_int64 (context, questions);
}

/**
 * nazar_functions_register:
 * @db: a connection
 *
 * Returns: an SQLite code
 */
int
nazar_functions_register (sqlite3 *db)
{
  static const struct
  {
    const char *name;
    int n_values;
    void (*function) (sqlite3_context *context, int n_values, sqlite3_value **values);
  } functions[] = {
    { "nazar_distance", 2, sql_distance },
    { "nazar_checklist_fact", 2, sql_checklist_fact },
    { "nazar_questions", 2, sql_questions },
  };
  int code = SQLITE_OK;

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (functions); i++)
    code = sqlite3_create_function (db, functions[i].name, functions[i].n_values,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, functions[i].function, NULL, NULL);
  return code;
}
