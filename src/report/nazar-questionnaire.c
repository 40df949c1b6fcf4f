/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-questionnaire.h"

#include "nazar-date.h"
#include "nazar-follow-up.h"
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A questionnaire on paper, for places where no device may enter: read downwards, with
 * boxes to tick, lines to write on, and the conditions in words. */

#define TABLE_ROWS 6
#define ROW_MM 9
#define NOTES_MM 60

typedef struct
{
  NazarDoc *doc;
  const NazarWords *words;
  const char *language;
} Form;

#define WORD(form, msgid) nazar_words_get ((form)->words, msgid)

static void
add_head (Form        *form,
          NazarRecord *facility,
          NazarRecord *visit)
{
  const char *begin = visit != NULL ? nazar_record_get (visit, "begin") : NULL;
  g_autofree char *name = facility != NULL ? nazar_facility_dup_name (facility, form->language) : NULL;
  g_autofree char *date = begin != NULL ? nazar_date_format (begin, form->language) : NULL;
  g_autofree char *place_line = g_strdup_printf ("%s: %s", WORD (form, N_("Place")), name != NULL ? name : "");
  g_autofree char *date_line = g_strdup_printf ("%s: %s", WORD (form, N_("Date")), date != NULL ? date : "");
  const char *blanks[] = { WORD (form, N_("Place")), WORD (form, N_("Date")), WORD (form, N_("Arrival, hour")),
                           WORD (form, N_("First room entered, hour")), WORD (form, N_("Person in charge")),
                           WORD (form, N_("Monitors")), NULL };

  if (name != NULL)
    nazar_doc_add_text (form->doc, NAZAR_DOC_STRONG, place_line);
  if (date != NULL)
    nazar_doc_add_text (form->doc, NAZAR_DOC_STRONG, date_line);
  nazar_doc_add_blanks (form->doc, blanks + (name != NULL) + (name != NULL && date != NULL));
  nazar_doc_add_blanks (form->doc, (const char *[]){ WORD (form, N_("Held: women")), WORD (form, N_("Held: men")),
                                                     WORD (form, N_("Of them minors")), NULL });
}

static void
add_statuses (Form *form)
{
  const NazarVocabulary *statuses = &nazar_vocabulary_status;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < statuses->n_choices; i++)
    g_ptr_array_add (labels, (gpointer) nazar_words_choice (form->words, statuses, statuses->choices[i].id));
  g_ptr_array_add (labels, NULL);
  nazar_doc_add_ticks (form->doc, FALSE, (const char *const *) labels->pdata);
}

static void
add_recommendation (Form            *form,
                    NazarConnection *connection,
                    const char      *id,
                    guint            number)
{
  g_autoptr (NazarRecord) recommendation = nazar_record_sql_load (connection, NAZAR_TYPE_RECOMMENDATION, id, NULL);
  g_autoptr (GHashTable) computed = NULL;
  g_autofree char *marker = g_strdup_printf ("%u", number), *repeated = NULL;
  const char *found;

  if (recommendation == NULL)
    return;

  computed = nazar_query_values (connection, NAZAR_TYPE_RECOMMENDATION, nazar_record_get_n (recommendation), NULL);
  found = computed != NULL ? g_hash_table_lookup (computed, "independent_status") : NULL;
  repeated = nazar_follow_up_words (nazar_follow_up_times (connection, id, NULL), form->language);

  nazar_doc_begin_item (form->doc, marker);
  if (nazar_record_get (recommendation, "text") != NULL)
    nazar_doc_add_text (form->doc, NAZAR_DOC_BODY, nazar_record_get (recommendation, "text"));
  if (repeated != NULL)
    nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, repeated);
  if (found != NULL)
    nazar_doc_add_labelled (form->doc, WORD (form, N_("Monitors found last")),
                            nazar_words_choice (form->words, &nazar_vocabulary_status, found));
  add_statuses (form);
  nazar_doc_add_writing_lines (form->doc, 2);
  nazar_doc_end (form->doc);
}

/* What earlier visits recommended, to ask what is there now. */
static void
add_open_recommendations (Form            *form,
                          NazarConnection *connection,
                          NazarRecord     *visit)
{
  const char *facility = visit != NULL ? nazar_record_get (visit, "facility") : NULL;
  g_auto (GStrv) ids = NULL;

  if (facility == NULL)
    return;
  ids = nazar_follow_up_open (connection, facility, nazar_record_get_id (visit), NULL);
  if (ids == NULL || ids[0] == NULL)
    return;

  nazar_doc_add_heading (form->doc, 1, FALSE, WORD (form, N_("Earlier recommendations: what is there now?")));
  for (guint i = 0; ids[i] != NULL; i++)
    add_recommendation (form, connection, ids[i], i + 1);
}

static void
add_options (Form                *form,
             const NazarQuestion *question)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  glong length = 0;

  for (guint i = 0; i < question->n_options; i++)
    {
      const char *label = nazar_texts_get (&question->options[i].text, form->language);

      g_ptr_array_add (labels, (gpointer) label);
      length += g_utf8_strlen (label, -1) + 6;
    }
  g_ptr_array_add (labels, NULL);
  if (question->kind == NAZAR_QUESTION_CHOICES)
    nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, WORD (form, N_("Tick all that apply.")));
  nazar_doc_add_ticks (form->doc, length > 80, (const char *const *) labels->pdata);
}

static void
add_grid (Form                *form,
          const NazarQuestion *question)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (NazarDocColumn));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->n_columns; i++)
    {
      const NazarQuestion *column = &question->columns[i];
      const char *unit = nazar_texts_get (&column->unit, form->language);
      const char *text = nazar_texts_get (&column->text, form->language);
      NazarDocColumn cell = { NULL, 1, NAZAR_DOC_ALIGN_START };

      if (column->calculate != NULL)
        continue;
      g_ptr_array_add (titles, *unit != '\0' ? g_strdup_printf ("%s, %s", text, unit) : g_strdup (text));
      cell.title = g_ptr_array_index (titles, titles->len - 1);
      g_array_append_val (columns, cell);
    }

  nazar_doc_begin_table (form->doc, NULL, (const NazarDocColumn *) columns->data, columns->len);
  nazar_doc_add_blank_rows (form->doc, TABLE_ROWS, ROW_MM);
  nazar_doc_end (form->doc);
}

static void
add_control (Form                *form,
             const NazarQuestion *question)
{
  const char *unit = nazar_texts_get (&question->unit, form->language);

  switch (question->kind)
    {
    case NAZAR_QUESTION_YES_NO_NA:
      nazar_doc_add_ticks (form->doc, FALSE,
                           (const char *[]){ nazar_words_context (form->words, "answer", NC_ ("answer", "Yes")),
                                             nazar_words_context (form->words, "answer", NC_ ("answer", "No")),
                                             nazar_words_context (form->words, "answer", NC_ ("answer", "Not applicable")), NULL });
      break;
    case NAZAR_QUESTION_NUMBER:
      nazar_doc_add_blanks (form->doc, (const char *[]){ *unit != '\0' ? unit : WORD (form, N_("Number")), NULL });
      break;
    case NAZAR_QUESTION_DATE:
      nazar_doc_add_blanks (form->doc, (const char *[]){ WORD (form, N_("Date")), NULL });
      break;
    case NAZAR_QUESTION_CHOICE:
    case NAZAR_QUESTION_CHOICES:
      add_options (form, question);
      break;
    case NAZAR_QUESTION_TABLE:
      add_grid (form, question);
      break;
    case NAZAR_QUESTION_TEXT:
    default:
      nazar_doc_add_writing_lines (form->doc, 4);
      break;
    }
}

static void
add_question (Form                *form,
              const NazarQuestion *question)
{
  g_autofree char *marker = g_strdup_printf ("%u", question->number);
  g_autofree char *condition = nazar_question_dup_condition (question, form->language);
  g_autofree char *skips = nazar_question_dup_skips (question, form->language);
  g_autofree char *rules = g_strjoinv (" · ", (char **) question->rules);
  const char *hint = nazar_texts_get (&question->hint, form->language);

  nazar_doc_begin_item (form->doc, marker);
  if (condition != NULL)
    nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, condition);
  nazar_doc_add_text (form->doc, NAZAR_DOC_STRONG, nazar_texts_get (&question->text, form->language));
  if (*hint != '\0')
    nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, hint);
  add_control (form, question);
  if (skips != NULL)
    nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, skips);
  if (question->kind != NAZAR_QUESTION_TEXT)
    nazar_doc_add_writing_lines (form->doc, 1);
  if (*rules != '\0')
    nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, rules);
  nazar_doc_end (form->doc);
}

static void
add_areas (Form           *form,
           NazarChecklist *checklist)
{
  guint n_areas, n_questions;
  const NazarArea *areas = nazar_checklist_get_areas (checklist, &n_areas);
  const NazarQuestion *questions = nazar_checklist_get_questions (checklist, &n_questions);

  for (guint i = 0; i < n_areas; i++)
    {
      g_autofree char *condition = nazar_area_dup_condition (checklist, &areas[i], form->language);
      g_autofree char *rules = g_strjoinv (" · ", (char **) areas[i].rules);

      nazar_doc_add_heading (form->doc, 1, FALSE, nazar_texts_get (&areas[i].title, form->language));
      if (*rules != '\0')
        nazar_doc_add_text (form->doc, NAZAR_DOC_SMALL, rules);
      if (condition != NULL)
        nazar_doc_add_text (form->doc, NAZAR_DOC_BODY, condition);
      for (guint j = areas[i].first; j < areas[i].first + areas[i].n_questions; j++)
        if (questions[j].calculate == NULL)
          add_question (form, &questions[j]);
    }
}

/**
 * nazar_questionnaire_new:
 * @checklist: a questionnaire
 * @connection: (nullable): a connection, with @visit
 * @visit: (nullable): the visit that it is printed for; its place's open recommendations
 *   come first
 * @language: one of the five ids
 * @error: return location for an error
 *
 * Lays out a questionnaire to be filled in by hand.
 *
 * Returns: (transfer full) (nullable): the document
 */
NazarDoc *
nazar_questionnaire_new (NazarChecklist   *checklist,
                         NazarConnection  *connection,
                         NazarRecord      *visit,
                         const char       *language,
                         GError          **error)
{
  const char *introduction = nazar_checklist_get_introduction (checklist, language);
  g_autoptr (NazarRecord) facility = NULL;
  Form form = { NULL, nazar_words_for (language), language };

  if (visit != NULL && nazar_record_get (visit, "facility") != NULL)
    {
      facility = nazar_record_sql_load (connection, NAZAR_TYPE_FACILITY, nazar_record_get (visit, "facility"), error);
      if (facility == NULL)
        return NULL;
    }

  form.doc = nazar_doc_new (language, nazar_checklist_get_title (checklist, language));
  nazar_doc_add_title (form.doc, WORD (&form, N_("To be filled in by hand, and entered afterwards.")));
  if (introduction != NULL && *introduction != '\0')
    nazar_doc_add_text (form.doc, NAZAR_DOC_BODY, introduction);
  add_head (&form, facility, visit);
  add_open_recommendations (&form, connection, visit);
  add_areas (&form, checklist);
  nazar_doc_add_heading (form.doc, 1, FALSE, WORD (&form, N_("Notes")));
  nazar_doc_add_note_area (form.doc, NULL, NOTES_MM);

  return form.doc;
}
