/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answers.h"

#include "nazar-date.h"
#include "nazar-field.h"
#include "nazar-json.h"
#include "nazar-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (nazar-answer-error-quark, nazar_answer_error)

/* No count, sum or measure of a place of detention is larger. */
#define MAX_NUMBER 1e9
#define MAX_TEXT_BYTES (1024 * 1024)

static char *
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, NAZAR_ANSWER_ERROR, NAZAR_ANSWER_ERROR_INVALID, sentence);
  return NULL;
}

static char *
normalize_yes_no (const char  *input,
                  GError     **error)
{
  static const struct
  {
    const char *typed;
    const char *value;
  } words[] = {
    { "yes", "yes" }, { "y", "yes" }, { "true", "yes" }, { "1", "yes" }, { "no", "no" }, { "n", "no" }, { "false", "no" },
    { "0", "no" }, { "na", "na" }, { "n/a", "na" }, { ".", "na" }, { "-", "na" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (input, words[i].typed) == 0)
      return g_strdup (words[i].value);

  return refuse (error, _("“yes”, “no” or “na” (not applicable) is expected here."));
}

static char *
normalize_number (const char  *input,
                  GError     **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (input), ",", '.');
  double number;

  if (!nazar_number_from_text (point, &number) || !isfinite (number))
    return refuse (error, _("A number is expected here, such as 12 or 3.5."));
  if (fabs (number) > MAX_NUMBER)
    return refuse (error, _("This number is larger than anything in a place of detention."));

  return nazar_number_to_text (number);
}

static char *
normalize_option (const NazarQuestion  *question,
                  const char           *input,
                  GError              **error)
{
  g_autoptr (GString) ids = NULL;

  if (nazar_question_find_option (question, input) != NULL)
    return g_strdup (input);

  ids = g_string_new (NULL);
  for (guint i = 0; i < question->n_options; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", question->options[i].id);
  g_set_error (error, NAZAR_ANSWER_ERROR, NAZAR_ANSWER_ERROR_INVALID,
               /* Translators: what was entered, a list of words. */
               _("“%s” is none of these: %s."), input, ids->str);
  return NULL;
}

/* In the order of the questionnaire, whatever they were ticked in. */
static char *
normalize_options (const NazarQuestion  *question,
                   const char           *input,
                   GError              **error)
{
  g_auto (GStrv) chosen = *input == '[' ? nazar_strv_from_json (input) : g_strsplit (input, ",", -1);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      g_autofree char *known = normalize_option (question, g_strstrip (chosen[i]), error);

      if (known == NULL)
        return NULL;
    }

  for (guint i = 0; i < question->n_options; i++)
    if (nazar_strv_holds ((const char *const *) chosen, question->options[i].id))
      g_ptr_array_add (ordered, (gpointer) question->options[i].id);
  g_ptr_array_add (ordered, NULL);
  return nazar_strv_to_json ((const char *const *) ordered->pdata);
}

static char *
normalize_date (const char  *input,
                GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  char *date = nazar_date_normalize (input, &local_error);

  return date != NULL ? date : refuse (error, local_error->message);
}

static char *
normalize_table (const NazarQuestion  *question,
                 const char           *input,
                 GError              **error)
{
  g_autoptr (JsonNode) root = nazar_json_parse (input, -1, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return refuse (error, _("The rows of the table cannot be read."));
  if (json_array_get_length (json_node_get_array (root)) > NAZAR_ANSWER_MAX_ROWS)
    return refuse (error, _("A table holds at most 1,000 rows."));

  rows = nazar_question_rows_from_value (question, input);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < question->n_columns; j++)
      {
        GHashTable *row = g_ptr_array_index (rows, i);
        const NazarQuestion *column = &question->columns[j];
        const char *cell = column->calculate == NULL ? g_hash_table_lookup (row, column->id) : NULL;
        g_autoptr (GError) local_error = NULL;
        char *value = cell != NULL ? nazar_question_normalize (column, cell, &local_error) : NULL;

        if (local_error != NULL)
          {
            /* Translators: the number of a row, then a sentence that says what is wrong in it. */
            g_set_error (error, NAZAR_ANSWER_ERROR, NAZAR_ANSWER_ERROR_INVALID, _("Row %u: %s"), i + 1, local_error->message);
            return NULL;
          }
        g_hash_table_remove (row, column->id);
        if (value != NULL)
          g_hash_table_insert (row, g_strdup (column->id), value);
      }

  return nazar_question_rows_to_value (question, rows);
}

/**
 * nazar_question_normalize:
 * @question: a question, or a column of a table
 * @input: (nullable): what was typed or read
 * @error: return location for a #NazarAnswerError
 *
 * The one place where an answer is checked.
 *
 * Returns: (transfer full) (nullable): its canonical text; %NULL where it is empty, or on
 *   error, which then says what is expected
 */
char *
nazar_question_normalize (const NazarQuestion  *question,
                          const char           *input,
                          GError              **error)
{
  g_autofree char *trimmed = NULL;

  if (input == NULL)
    return NULL;
  if (!g_utf8_validate (input, -1, NULL))
    return refuse (error, _("This text is not UTF-8."));
  if (strlen (input) > MAX_TEXT_BYTES)
    return refuse (error, _("This text is too long to be stored."));

  trimmed = g_strstrip (g_strdup (input));
  if (*trimmed == '\0')
    return NULL;

  switch (question->kind)
    {
    case NAZAR_QUESTION_YES_NO_NA:
      return normalize_yes_no (trimmed, error);
    case NAZAR_QUESTION_NUMBER:
      return normalize_number (trimmed, error);
    case NAZAR_QUESTION_CHOICE:
      return normalize_option (question, trimmed, error);
    case NAZAR_QUESTION_CHOICES:
      return normalize_options (question, trimmed, error);
    case NAZAR_QUESTION_DATE:
      return normalize_date (trimmed, error);
    case NAZAR_QUESTION_TABLE:
      return normalize_table (question, trimmed, error);
    case NAZAR_QUESTION_TEXT:
    default:
      return g_steal_pointer (&trimmed);
    }
}

/**
 * nazar_question_rows_from_value:
 * @question: a table
 * @value: (nullable): its canonical text
 *
 * Returns: (transfer full) (element-type GHashTable): its rows, each from the column's id
 *   to the cell's text
 */
GPtrArray *
nazar_question_rows_from_value (const NazarQuestion *question,
                                const char          *value)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), NAZAR_ANSWER_MAX_ROWS); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      g_ptr_array_add (rows, row);
      for (guint j = 0; JSON_NODE_HOLDS_OBJECT (node) && j < question->n_columns; j++)
        {
          JsonNode *cell = json_object_get_member (json_node_get_object (node), question->columns[j].id);
          char *text = cell != NULL ? nazar_json_to_input (cell) : NULL;

          if (text != NULL)
            g_hash_table_insert (row, g_strdup (question->columns[j].id), text);
        }
    }

  return rows;
}

/**
 * nazar_question_rows_to_value:
 * @question: a table
 * @rows: (element-type GHashTable): its rows
 *
 * Returns: (transfer full) (nullable): their canonical text, without calculated cells;
 *   %NULL where there are none
 */
char *
nazar_question_rows_to_value (const NazarQuestion *question,
                              GPtrArray           *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  if (rows->len == 0)
    return NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      json_builder_begin_object (builder);
      for (guint j = 0; j < question->n_columns; j++)
        {
          const NazarQuestion *column = &question->columns[j];
          const char *cell = g_hash_table_lookup (g_ptr_array_index (rows, i), column->id);

          if (cell == NULL || column->calculate != NULL)
            continue;
          json_builder_set_member_name (builder, column->id);
          json_builder_add_string_value (builder, cell);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

static char *
display_options (const NazarQuestion *question,
                 const char          *value,
                 const char          *language)
{
  g_auto (GStrv) ids = nazar_strv_from_json (value);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const NazarOption *option = nazar_question_find_option (question, ids[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", option != NULL ? nazar_texts_get (&option->text, language) : ids[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
display_number (const NazarQuestion *question,
                const char          *value,
                const char          *language)
{
  const char *unit = nazar_texts_get (&question->unit, language);

  return *unit != '\0' ? g_strdup_printf ("%s %s", value, unit) : g_strdup (value);
}

static char *
display_table (const NazarQuestion *question,
               const char          *value,
               const char          *language)
{
  g_autoptr (GPtrArray) rows = nazar_question_rows_from_value (question, value);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0, n = 0; j < question->n_columns; j++)
      {
        const NazarQuestion *column = &question->columns[j];
        const char *cell = g_hash_table_lookup (g_ptr_array_index (rows, i), column->id);
        g_autofree char *shown = cell != NULL ? nazar_question_display_value (column, cell, language) : NULL;

        if (shown != NULL)
          g_string_append_printf (text, "%s%s: %s", n++ > 0 ? ", " : text->len > 0 ? "\n" : "",
                                  nazar_texts_get (&column->text, language), shown);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nazar_question_display_value:
 * @question: a question, or a column of a table
 * @value: (nullable): its canonical text
 * @language: one of the five ids
 *
 * Returns: (transfer full): the answer as people read it in that language; empty where
 *   there is none
 */
char *
nazar_question_display_value (const NazarQuestion *question,
                              const char          *value,
                              const char          *language)
{
  const NazarWords *words = nazar_words_for (language);
  const NazarOption *option;

  if (value == NULL)
    return g_strdup ("");

  switch (question->kind)
    {
    case NAZAR_QUESTION_YES_NO_NA:
      if (g_str_equal (value, "yes"))
        return g_strdup (nazar_words_context (words, "answer", NC_ ("answer", "Yes")));
      if (g_str_equal (value, "no"))
        return g_strdup (nazar_words_context (words, "answer", NC_ ("answer", "No")));
      if (g_str_equal (value, "na"))
        return g_strdup (nazar_words_context (words, "answer", NC_ ("answer", "Not applicable")));
      return g_strdup (value);
    case NAZAR_QUESTION_NUMBER:
      return display_number (question, value, language);
    case NAZAR_QUESTION_CHOICE:
      option = nazar_question_find_option (question, value);
      return g_strdup (option != NULL ? nazar_texts_get (&option->text, language) : value);
    case NAZAR_QUESTION_CHOICES:
      return display_options (question, value, language);
    case NAZAR_QUESTION_DATE:
      return nazar_date_format (value, language);
    case NAZAR_QUESTION_TABLE:
      return display_table (question, value, language);
    case NAZAR_QUESTION_TEXT:
    default:
      return g_strdup (value);
    }
}
