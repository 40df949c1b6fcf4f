/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-missing.h"

#include "nazar-language.h"
#include "nazar-population.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"
#include "nazar-visit-figures.h"

#include <glib/gi18n-lib.h>

/* What a visit lacks before it is complete. All of it is advice: one may go on. */

static void
look_at_fields (NazarRecord *visit,
                GPtrArray   *sentences)
{
  g_autoptr (GPtrArray) missing = nazar_record_missing (visit);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", nazar_field_label (g_ptr_array_index (missing, i)));
  if (labels->len > 0)
    /* Translators: %s are labels of fields: "Source, Text". */
    g_ptr_array_add (sentences, g_strdup_printf (_("Still missing: %s"), labels->str));

  if (g_strcmp0 (nazar_record_get (visit, "kind"), "special") == 0 && nazar_record_get (visit, "reason") == NULL)
    g_ptr_array_add (sentences, g_strdup (_("A special visit needs its reason.")));
  if (nazar_record_get (visit, "team") == NULL)
    g_ptr_array_add (sentences, g_strdup (_("Nobody of the team is named.")));
  if (nazar_record_get (visit, "summary") == NULL)
    g_ptr_array_add (sentences, g_strdup (_("There is no summary.")));
}

/* A comprehensive visit hears at least a third of those held (DOMAIN.md, the law on the
 * national centre). */
static void
look_at_people (NazarRecord             *visit,
                const NazarVisitFigures *figures,
                GPtrArray               *sentences)
{
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (visit, "population"));
  gint64 needed = (nazar_population_sum (population, NULL, NULL, NULL) + 2) / 3;

  if (nazar_population_is_empty (population))
    g_ptr_array_add (sentences, g_strdup (_("The people held are not counted.")));
  else if (g_strcmp0 (nazar_record_get (visit, "kind"), "comprehensive") == 0 && figures->interviews < needed)
    /* Translators: the interviews that were held, and a third of the people held. */
    g_ptr_array_add (sentences, g_strdup_printf (_("%d interviews were held; a third of those held is %d."),
                                                 (int) figures->interviews, (int) needed));
}

static gboolean
look_at_questions (NazarConnection  *connection,
                   NazarRecord      *visit,
                   GPtrArray        *sentences,
                   GError          **error)
{
  g_autoptr (GPtrArray) checklists = nazar_visit_load_checklists (connection, visit, error);

  for (guint i = 0; checklists != NULL && i < checklists->len; i++)
    {
      NazarChecklist *checklist = g_ptr_array_index (checklists, i);
      g_autoptr (NazarAnswers) answers = nazar_visit_load_answers (connection, visit, checklist, error);
      guint answered, questions;

      if (answers == NULL)
        return FALSE;
      nazar_answers_count (answers, NULL, &answered, &questions);
      if (answered < questions)
        /* Translators: the title of a questionnaire, then how many questions have no answer, and how many there are. */
        g_ptr_array_add (sentences, g_strdup_printf (_("“%s”: %u of %u questions have no answer."),
                                                     nazar_checklist_get_title (checklist, nazar_language_current ()),
                                                     questions - answered, questions));
    }

  return checklists != NULL;
}

/**
 * nazar_visit_dup_missing:
 * @connection: a connection
 * @visit: a visit
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what it lacks to be complete,
 *   a sentence each; %NULL on error
 */
GPtrArray *
nazar_visit_dup_missing (NazarConnection  *connection,
                         NazarRecord      *visit,
                         GError          **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *invalid = NULL;
  NazarVisitFigures figures;

  if (!nazar_visit_read_figures (connection, nazar_record_get_id (visit), &figures, error))
    return NULL;

  invalid = nazar_visit_find_invalid (connection, visit, NULL);
  if (invalid != NULL)
    g_ptr_array_add (sentences, g_steal_pointer (&invalid));
  look_at_fields (visit, sentences);
  look_at_people (visit, &figures, sentences);
  return look_at_questions (connection, visit, sentences, error) ? g_steal_pointer (&sentences) : NULL;
}
