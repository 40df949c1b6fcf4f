/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-private.h"

#include "nazar-consent.h"
#include "nazar-json.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- Answers ---- */

/* Units of things that are not people: a small number of them shows nobody. */
static const char *const measures[] = { "m²", "m2", "m", "cm", "minutes", "hours", "days", "weeks", "months", "years", "times",
                                        "°C", "%", "posts", "km", "visits", NULL };

/* Whether a number of few might be a number of people. */
static gboolean
is_few_people (NazarReport         *self,
               const NazarQuestion *question,
               const char          *value)
{
  double number;

  return self->audience == NAZAR_AUDIENCE_PUBLIC && question->kind == NAZAR_QUESTION_NUMBER &&
         !nazar_strv_holds (measures, nazar_texts_get (&question->unit, "en")) && nazar_number_from_text (value, &number) &&
         number > 0 && number < 5;
}

/* The public gets what was ticked and counted, not what was written: descriptions of a
 * single cell or person tell who it is. */
static gboolean
may_show_answer (NazarReport         *self,
                 const NazarQuestion *question)
{
  return self->audience != NAZAR_AUDIENCE_PUBLIC || (question->kind != NAZAR_QUESTION_TEXT && question->kind != NAZAR_QUESTION_TABLE);
}

static char *
dup_answer (NazarReport         *self,
            NazarAnswers        *answers,
            const NazarQuestion *question)
{
  const char *value = nazar_answers_get (answers, question), *note = nazar_answers_get_note (answers, question);
  g_autofree char *shown = NULL, *safe = NULL, *safe_note = NULL;

  if (value != NULL && is_few_people (self, question, value))
    return g_strdup (WORD (self, N_("fewer than 5")));

  shown = nazar_question_display_value (question, value, self->language);
  safe = nazar_report_safe (self, shown, nazar_texts_get (&question->text, self->language));
  if (note == NULL || self->audience == NAZAR_AUDIENCE_PUBLIC)
    return g_steal_pointer (&safe);

  safe_note = nazar_report_safe (self, note, nazar_texts_get (&question->text, self->language));
  return *safe != '\0' ? g_strdup_printf ("%s\n%s", safe, safe_note) : g_steal_pointer (&safe_note);
}

static guint
add_area (NazarReport     *self,
          NazarAnswers    *answers,
          const NazarArea *area,
          gboolean        *headed)
{
  guint n_questions, n_hidden = 0;
  const NazarQuestion *questions = nazar_checklist_get_questions (nazar_answers_get_checklist (answers), &n_questions);

  for (guint i = area->first; i < area->first + area->n_questions; i++)
    {
      const NazarQuestion *question = &questions[i];
      g_autofree char *number = g_strdup_printf ("%u", question->number);
      g_autofree char *answer = NULL;

      if (nazar_answers_get (answers, question) == NULL && nazar_answers_get_note (answers, question) == NULL)
        continue;
      if (!may_show_answer (self, question))
        {
          n_hidden++;
          continue;
        }
      if (!*headed)
        nazar_doc_add_row (self->doc, NAZAR_DOC_ROW_SECTION,
                           (const char *const[]){ nazar_texts_get (&area->title, self->language), "", "" });
      *headed = TRUE;
      n_hidden += nazar_answers_get_note (answers, question) != NULL && self->audience == NAZAR_AUDIENCE_PUBLIC;
      answer = dup_answer (self, answers, question);
      nazar_doc_add_row (self->doc, NAZAR_DOC_ROW,
                         (const char *const[]){ number, nazar_texts_get (&question->text, self->language), answer });
    }

  return n_hidden;
}

static guint
add_checklist (NazarReport    *self,
               NazarChecklist *checklist)
{
  g_autoptr (NazarAnswers) answers = nazar_visit_load_answers (self->connection, self->visit, checklist, NULL);
  NazarDocColumn columns[] = {
    { WORD (self, N_("No.")), 0.7, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Question")), 5, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Answer")), 3.5, NAZAR_DOC_ALIGN_START },
  };
  guint n_areas, answered = 0, questions, n_hidden = 0;
  const NazarArea *areas = nazar_checklist_get_areas (checklist, &n_areas);
  g_autofree char *share = NULL;

  if (answers != NULL)
    nazar_answers_count (answers, NULL, &answered, &questions);
  if (answered == 0)
    return 0;

  nazar_doc_add_heading (self->doc, 2, FALSE, nazar_checklist_get_title (checklist, self->language));
  /* Translators: how many questions were answered, and how many there were. */
  share = g_strdup_printf (WORD (self, N_("Answered: %u of %u.")), answered, questions);
  nazar_doc_add_text (self->doc, NAZAR_DOC_SMALL, share);
  nazar_doc_begin_table (self->doc, NULL, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_areas; i++)
    {
      gboolean headed = FALSE;

      n_hidden += add_area (self, answers, &areas[i], &headed);
    }
  nazar_doc_end (self->doc);
  return n_hidden;
}

/**
 * nazar_visit_report_add_answers:
 * @self: a report
 *
 * The questionnaires as they were answered.
 */
void
nazar_visit_report_add_answers (NazarReport *self)
{
  guint n_hidden = 0;

  if (self->checklists->len == 0)
    return;

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Annex: answers")));
  for (guint i = 0; i < self->checklists->len; i++)
    n_hidden += add_checklist (self, g_ptr_array_index (self->checklists, i));
  if (n_hidden > 0)
    nazar_report_omit (self,
                       g_dngettext (GETTEXT_PACKAGE, "Answers: %u written description or note does not go to the public.",
                                    "Answers: %u written descriptions and notes do not go to the public.", n_hidden),
                       n_hidden);
}

/* ---- Interviews ---- */

static void
add_structures (NazarReport *self,
                NazarRecord *record,
                const char  *field)
{
  const NazarField *declared = nazar_record_info_find (nazar_record_get_info (record), field, NULL);
  const char *value = nazar_record_get (record, field);
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < declared->n_fields; j++)
        {
          const NazarField *part = &declared->fields[j];
          JsonNode *node = json_object_get_member (object, part->name);
          g_autofree char *text = node != NULL ? nazar_json_to_input (node) : NULL;
          g_autofree char *canonical = text != NULL ? nazar_field_normalize (part, text, NULL) : NULL;
          g_autofree char *shown = canonical != NULL ? nazar_words_value (self->words, part, canonical) : NULL;

          if (shown != NULL && !g_str_equal (part->name, "x") && !g_str_equal (part->name, "y"))
            g_string_append_printf (line, "%s%s: %s", line->len > 0 ? "; " : "", nazar_words_field_label (self->words, part), shown);
        }
      nazar_doc_add_fact (self->doc, nazar_words_field_label (self->words, declared), line->str);
    }
}

static void
add_interview (NazarReport *self,
               NazarRecord *interview)
{
  static const char *const fields[] = { "with", "sex", "age_group", "status", "private", "spoken_language", "name", "contact",
                                        "account", "allegation", "medical_examination", NULL };
  const char *code = nazar_record_get (interview, "code");

  nazar_doc_add_heading (self->doc, 2, FALSE, code != NULL ? code : WORD (self, N_("Interview")));
  nazar_doc_begin_facts (self->doc);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const NazarField *field = nazar_record_info_find (nazar_record_get_info (interview), fields[i], NULL);
      const char *value = nazar_record_get (interview, fields[i]);
      g_autofree char *shown = value != NULL ? nazar_words_value (self->words, field, value) : NULL;

      if (shown != NULL)
        nazar_doc_add_fact (self->doc, nazar_words_field_label (self->words, field), shown);
    }
  add_structures (self, interview, "ill_treatment");
  add_structures (self, interview, "injuries");
  if (self->audience == NAZAR_AUDIENCE_NONE)
    add_structures (self, interview, "consents");
  nazar_doc_end (self->doc);
}

/**
 * nazar_visit_report_add_interviews:
 * @self: a report
 *
 * What was told, of those only who consented to this audience and recipient.
 */
void
nazar_visit_report_add_interviews (NazarReport *self)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->interviews->len; i++)
    {
      NazarRecord *interview = g_ptr_array_index (self->interviews, i);
      const char *code = nazar_record_get (interview, "code");

      if (!nazar_consent_allows (interview, self->audience, self->recipient, self->today))
        {
          nazar_report_omit (self, self->audience == NAZAR_AUDIENCE_PUBLIC
                                       /* Translators: the code of an interview, such as I-03. */
                                       ? _("%s: no interview goes to the public.")
                                       : _("%s: no consent that allows this recipient."),
                             code != NULL ? code : _("Interview"));
          continue;
        }
      if (n_shown++ == 0)
        nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Annex: interviews")));
      add_interview (self, interview);
    }
}

/* ---- Files ---- */

static gboolean
may_list (NazarReport *self,
          NazarRecord *attachment)
{
  const char *owner = nazar_record_get (attachment, "interview");

  if (nazar_record_may_leave (attachment, self->audience))
    return TRUE;
  for (guint i = 0; owner != NULL && i < self->interviews->len; i++)
    {
      NazarRecord *interview = g_ptr_array_index (self->interviews, i);

      if (g_str_equal (nazar_record_get_id (interview), owner))
        return nazar_consent_allows (interview, self->audience, self->recipient, self->today);
    }

  return FALSE;
}

/**
 * nazar_visit_report_add_files:
 * @self: a report
 *
 * A list of the visit's files, by what they show; their names only in the internal report.
 */
void
nazar_visit_report_add_files (NazarReport *self)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  guint n_hidden = 0;

  row = nazar_record_sql_select (self->connection, nazar_record_info (NAZAR_TYPE_ATTACHMENT), "WHERE record = ? ORDER BY n",
                                 nazar_record_get_id (self->visit), NULL);
  while (row != NULL && nazar_statement_step (row, NULL))
    {
      g_autoptr (NazarRecord) attachment = nazar_record_sql_read (row, NAZAR_TYPE_ATTACHMENT);
      g_autofree char *caption = nazar_report_safe (self, nazar_record_get (attachment, "caption"), _("Caption"));
      const char *name = self->audience == NAZAR_AUDIENCE_NONE ? nazar_record_get (attachment, "name") : NULL;
      const char *type = nazar_record_get (attachment, "media_type");

      if (!may_list (self, attachment))
        {
          n_hidden++;
          continue;
        }
      g_ptr_array_add (items, g_strjoin (" – ", caption != NULL ? caption : name != NULL ? name : type,
                                         caption != NULL && name != NULL ? name : NULL, NULL));
    }

  if (n_hidden > 0)
    nazar_report_omit (self, g_dngettext (GETTEXT_PACKAGE, "Files: %u that shows or names somebody.",
                                          "Files: %u that show or name somebody.", n_hidden),
                       n_hidden);
  if (items->len == 0)
    return;

  g_ptr_array_add (items, NULL);
  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Annex: files")));
  nazar_doc_add_list (self->doc, TRUE, (const char *const *) items->pdata);
}
