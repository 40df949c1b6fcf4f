/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-checklist-private.h"

#include "nazar-field.h"

#include <string.h>

G_DEFINE_QUARK (nazar-checklist-error-quark, nazar_checklist_error)

static const char *const kind_names[] = {
  "yes-no-na", "number", "choice", "choices", "text", "date", "table",
};

static const char *const figure_names[] = {
  "held", "capacity", "women", "men", "minors", "wrong_place", "days",
};

/**
 * nazar_checklist_new:
 *
 * Returns: (transfer full): a questionnaire without anything, for the parser
 */
NazarChecklist *
nazar_checklist_new (void)
{
  NazarChecklist *self = g_new0 (NazarChecklist, 1);

  g_atomic_ref_count_init (&self->references);
  self->strings = g_string_chunk_new (4096);
  self->areas_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * nazar_checklist_ref:
 * @self: a questionnaire
 *
 * Returns: (transfer full): the same
 */
NazarChecklist *
nazar_checklist_ref (NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
clear_question (NazarQuestion *question)
{
  for (guint i = 0; i < question->n_columns; i++)
    clear_question (&question->columns[i]);
  for (guint i = 0; i < question->n_options; i++)
    nazar_texts_clear (&question->options[i].text);

  nazar_texts_clear (&question->text);
  nazar_texts_clear (&question->hint);
  nazar_texts_clear (&question->unit);
  nazar_texts_clear (&question->constraint_text);
  nazar_expression_free (question->shown_if);
  nazar_expression_free (question->constraint);
  nazar_expression_free (question->calculate);
  g_strfreev ((GStrv) question->rules);
  g_free (question->options);
  g_free (question->columns);
}

static void
clear_area (NazarArea *area)
{
  nazar_texts_clear (&area->title);
  nazar_expression_free (area->shown_if);
  g_strfreev ((GStrv) area->rules);
}

static void
clear_links (NazarLinks *links)
{
  g_free (links->first);
  g_free (links->targets);
}

/**
 * nazar_checklist_unref:
 * @self: a questionnaire
 *
 * Gives up a reference; with the last one it is freed.
 */
void
nazar_checklist_unref (NazarChecklist *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->n_questions; i++)
    clear_question (&self->questions[i]);
  for (guint i = 0; i < self->n_areas; i++)
    clear_area (&self->areas[i]);

  g_free (self->questions);
  g_free (self->areas);
  g_free (self->id);
  g_free (self->series);
  nazar_texts_clear (&self->title);
  nazar_texts_clear (&self->introduction);
  g_strfreev (self->facility_kinds);
  g_strfreev (self->checked_languages);
  g_strfreev (self->complete_languages);
  g_hash_table_unref (self->areas_by_id);
  g_hash_table_unref (self->questions_by_id);
  clear_links (&self->uses);
  clear_links (&self->checks);
  g_free (self->order);
  g_free (self->rank);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * nazar_checklist_get_id:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the name of this version of it
 */
const char *
nazar_checklist_get_id (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * nazar_checklist_get_series:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the name of all its versions
 */
const char *
nazar_checklist_get_series (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->series;
}

/**
 * nazar_checklist_get_version:
 * @self: a questionnaire
 *
 * Returns: which version of its series it is, from 1
 */
guint
nazar_checklist_get_version (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->version;
}

/**
 * nazar_checklist_get_titles:
 * @self: a questionnaire
 *
 * Returns: (transfer none): its title in all languages
 */
const NazarTexts *
nazar_checklist_get_titles (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->title;
}

/**
 * nazar_checklist_get_title:
 * @self: a questionnaire
 * @language: one of the five ids
 *
 * Returns: (transfer none): its title, as nazar_texts_get() has it
 */
const char *
nazar_checklist_get_title (const NazarChecklist *self,
                           const char           *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return nazar_texts_get (&self->title, language);
}

/**
 * nazar_checklist_get_introduction:
 * @self: a questionnaire
 * @language: one of the five ids
 *
 * Returns: (transfer none): what stands before the questions; may be empty
 */
const char *
nazar_checklist_get_introduction (const NazarChecklist *self,
                                  const char           *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return nazar_texts_get (&self->introduction, language);
}

/**
 * nazar_checklist_get_facility_kinds:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the kinds of place that it is made for
 */
const char *const *
nazar_checklist_get_facility_kinds (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->facility_kinds;
}

/**
 * nazar_checklist_is_for:
 * @self: a questionnaire
 * @facility_kind: (nullable): a kind of place
 *
 * Returns: whether it is made for that kind
 */
gboolean
nazar_checklist_is_for (const NazarChecklist *self,
                        const char           *facility_kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return nazar_strv_holds ((const char *const *) self->facility_kinds, facility_kind);
}

/**
 * nazar_checklist_get_checked_languages:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the languages that a native speaker has read
 */
const char *const *
nazar_checklist_get_checked_languages (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->checked_languages;
}

/**
 * nazar_checklist_get_complete_languages:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the languages in which each of its texts stands
 */
const char *const *
nazar_checklist_get_complete_languages (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->complete_languages;
}

/**
 * nazar_checklist_get_areas:
 * @self: a questionnaire
 * @n_areas: (out): their number
 *
 * Returns: (transfer none) (array length=n_areas): its areas, in order
 */
const NazarArea *
nazar_checklist_get_areas (const NazarChecklist *self,
                           guint                *n_areas)
{
  g_return_val_if_fail (self != NULL && n_areas != NULL, NULL);

  *n_areas = self->n_areas;
  return self->areas;
}

/**
 * nazar_checklist_find_area:
 * @self: a questionnaire
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the area
 */
const NazarArea *
nazar_checklist_find_area (const NazarChecklist *self,
                           const char           *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->areas_by_id, id) : NULL;
}

/**
 * nazar_checklist_get_questions:
 * @self: a questionnaire
 * @n_questions: (out): their number, calculated ones included
 *
 * Returns: (transfer none) (array length=n_questions): its questions, in order
 */
const NazarQuestion *
nazar_checklist_get_questions (const NazarChecklist *self,
                               guint                *n_questions)
{
  g_return_val_if_fail (self != NULL && n_questions != NULL, NULL);

  *n_questions = self->n_questions;
  return self->questions;
}

/**
 * nazar_checklist_find_question:
 * @self: a questionnaire
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the question
 */
const NazarQuestion *
nazar_checklist_find_question (const NazarChecklist *self,
                               const char           *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->questions_by_id, id) : NULL;
}

/**
 * nazar_checklist_count_asked:
 * @self: a questionnaire
 *
 * Returns: the number of its questions without those that are calculated
 */
guint
nazar_checklist_count_asked (const NazarChecklist *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_asked;
}

/**
 * nazar_question_find_column:
 * @question: a question
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the column of that table
 */
const NazarQuestion *
nazar_question_find_column (const NazarQuestion *question,
                            const char          *id)
{
  g_return_val_if_fail (question != NULL, NULL);

  for (guint i = 0; i < question->n_columns; i++)
    if (g_strcmp0 (question->columns[i].id, id) == 0)
      return &question->columns[i];

  return NULL;
}

/**
 * nazar_question_find_option:
 * @question: a question
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the answer that it offers
 */
const NazarOption *
nazar_question_find_option (const NazarQuestion *question,
                            const char          *id)
{
  g_return_val_if_fail (question != NULL, NULL);

  for (guint i = 0; i < question->n_options; i++)
    if (g_strcmp0 (question->options[i].id, id) == 0)
      return &question->options[i];

  return NULL;
}

/**
 * nazar_question_kind_name:
 * @kind: a kind of question
 *
 * Returns: (transfer none): its name in files
 */
const char *
nazar_question_kind_name (NazarQuestionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * nazar_figure_name:
 * @figure: a figure of a visit
 *
 * Returns: (transfer none): its name in expressions, without `visit.`
 */
const char *
nazar_figure_name (NazarFigure figure)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (figure_names) == NAZAR_N_FIGURES);
  g_return_val_if_fail (figure < NAZAR_N_FIGURES, NULL);

  return figure_names[figure];
}
