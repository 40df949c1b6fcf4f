/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-private.h"

#include "nazar-consent.h"
#include "nazar-date.h"
#include "nazar-follow-up.h"
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* Findings by area, good practice, recommendations, and what became of earlier ones. */

static gboolean
is_severity (NazarRecord *finding,
             const char  *severity)
{
  return g_strcmp0 (nazar_record_get (finding, "severity"), severity) == 0;
}

/* The codes of interviews that a finding rests on, as far as they may be told. */
static char *
dup_codes (NazarReport *self,
           NazarRecord *finding)
{
  g_auto (GStrv) ids = nazar_record_get_strv (finding, "interviews");
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint n_hidden = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < self->interviews->len; j++)
      {
        NazarRecord *interview = g_ptr_array_index (self->interviews, j);

        if (!g_str_equal (nazar_record_get_id (interview), ids[i]) || nazar_record_get (interview, "code") == NULL)
          continue;
        if (nazar_consent_allows (interview, self->audience, self->recipient, self->today))
          g_ptr_array_add (codes, (gpointer) nazar_record_get (interview, "code"));
        else
          n_hidden++;
      }

  if (n_hidden > 0)
    nazar_report_omit (self, _("A finding: which interviews it rests on."));
  g_ptr_array_add (codes, NULL);
  return codes->len > 1 ? g_strjoinv (", ", (char **) codes->pdata) : NULL;
}

static void
add_rules_and_sources (NazarReport *self,
                       NazarRecord *finding)
{
  static const char *const fields[] = { "sources", "rules" };
  g_auto (GStrv) sources = nazar_record_get_strv (finding, "sources");
  g_autofree char *codes = dup_codes (self, finding);
  g_autoptr (GString) line = g_string_new (NULL);

  if (g_strv_length (sources) > 1)
    g_string_append (line, WORD (self, N_("Cross-checked")));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const NazarField *field = nazar_record_info_find (nazar_record_get_info (finding), fields[i], NULL);
      const char *value = nazar_record_get (finding, fields[i]);
      g_autofree char *shown = value != NULL ? nazar_words_value (self->words, field, value) : NULL;

      if (shown != NULL)
        g_string_append_printf (line, "%s%s: %s", line->len > 0 ? ". " : "", nazar_words_field_label (self->words, field), shown);
    }
  if (codes != NULL)
    g_string_append_printf (line, "%s%s: %s", line->len > 0 ? ". " : "", WORD (self, N_("Interviews")), codes);

  if (line->len > 0)
    nazar_doc_add_text (self->doc, NAZAR_DOC_SMALL, line->str);
}

static void
add_finding (NazarReport *self,
             NazarRecord *finding,
             guint        number)
{
  g_autofree char *marker = g_strdup_printf ("%u", number);
  g_autofree char *text = nazar_report_safe (self, nazar_record_get (finding, "text"), _("Finding"));
  const char *severity = nazar_record_get (finding, "severity");

  nazar_doc_begin_item (self->doc, marker);
  if (severity != NULL && !is_severity (finding, "good-practice"))
    nazar_doc_add_text (self->doc, NAZAR_DOC_STRONG, nazar_words_choice (self->words, &nazar_vocabulary_severity, severity));
  if (text != NULL)
    nazar_doc_add_text (self->doc, NAZAR_DOC_BODY, text);
  add_rules_and_sources (self, finding);
  nazar_doc_end (self->doc);
}

/* Those of one area; @area may be NULL for those that have none. */
static void
add_area (NazarReport *self,
          const char  *area,
          const char  *title,
          guint       *number)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < self->findings->len; i++)
    {
      NazarRecord *finding = g_ptr_array_index (self->findings, i);

      if (g_strcmp0 (nazar_record_get (finding, "area"), area) != 0 || is_severity (finding, "good-practice"))
        continue;
      if (!headed)
        nazar_doc_add_heading (self->doc, 2, FALSE, title);
      headed = TRUE;
      add_finding (self, finding, ++*number);
    }
}

static void
add_good_practice (NazarReport *self,
                   guint       *number)
{
  const char *text = nazar_record_get (self->visit, "good_practice");
  gboolean any = text != NULL;

  for (guint i = 0; i < self->findings->len; i++)
    any = any || is_severity (g_ptr_array_index (self->findings, i), "good-practice");
  if (!any)
    return;

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Good practice")));
  nazar_report_add_text (self, text, _("Good practice"));
  for (guint i = 0; i < self->findings->len; i++)
    if (is_severity (g_ptr_array_index (self->findings, i), "good-practice"))
      add_finding (self, g_ptr_array_index (self->findings, i), ++*number);
}

/**
 * nazar_visit_report_add_findings:
 * @self: a report
 *
 * What was found, by area, with its sources and the rules it is measured by.
 */
void
nazar_visit_report_add_findings (NazarReport *self)
{
  const NazarVocabulary *areas = &nazar_vocabulary_area;
  guint number = 0;

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Findings")));
  for (guint i = 0; i < areas->n_choices; i++)
    add_area (self, areas->choices[i].id, nazar_words_choice (self->words, areas, areas->choices[i].id), &number);
  add_area (self, NULL, WORD (self, N_("Without an area")), &number);
  if (number == 0)
    nazar_doc_add_text (self->doc, NAZAR_DOC_BODY, WORD (self, N_("No findings were recorded.")));

  add_good_practice (self, &number);
}

/* ---- Recommendations ---- */

static char *
dup_recommendation (NazarReport *self,
                    NazarRecord *recommendation)
{
  guint times = nazar_follow_up_times (self->connection, nazar_record_get_id (recommendation), NULL);
  g_autofree char *repeated = nazar_follow_up_words (times, self->language);
  g_autofree char *text = nazar_report_safe (self, nazar_record_get (recommendation, "text"), _("Recommendation"));

  if (repeated == NULL)
    return g_strdup (text != NULL ? text : "");

  return g_strdup_printf ("%s\n%s", text != NULL ? text : "", repeated);
}

static void
add_recommendations (NazarReport *self)
{
  NazarDocColumn columns[] = {
    { WORD (self, N_("No.")), 0.6, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Recommendation")), 5, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Addressed to")), 2.2, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Deadline")), 1.6, NAZAR_DOC_ALIGN_START },
  };

  if (self->recommendations->len == 0)
    return;

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Recommendations")));
  nazar_doc_begin_table (self->doc, NULL, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->recommendations->len; i++)
    {
      NazarRecord *recommendation = g_ptr_array_index (self->recommendations, i);
      const char *number = nazar_record_get (recommendation, "number"), *deadline = nazar_record_get (recommendation, "deadline");
      g_autofree char *counted = g_strdup_printf ("%u", i + 1);
      g_autofree char *text = dup_recommendation (self, recommendation);
      g_autofree char *body = nazar_report_title (self, "body", nazar_record_get (recommendation, "body"));
      g_autofree char *due = deadline != NULL ? nazar_date_format (deadline, self->language) : g_strdup ("");

      nazar_doc_add_row (self->doc, NAZAR_DOC_ROW, (const char *const[]){ number != NULL ? number : counted, text, body, due });
    }
  nazar_doc_end (self->doc);
}

static void
add_earlier (NazarReport *self,
             const char  *id)
{
  g_autoptr (NazarRecord) recommendation = nazar_record_sql_load (self->connection, NAZAR_TYPE_RECOMMENDATION, id, NULL);
  g_autoptr (GHashTable) computed = NULL;
  g_autofree char *text = NULL, *source = NULL;
  const char *statuses[2];

  if (recommendation == NULL)
    return;
  computed = nazar_query_values (self->connection, NAZAR_TYPE_RECOMMENDATION, nazar_record_get_n (recommendation), NULL);
  if (computed == NULL)
    return;

  statuses[0] = g_hash_table_lookup (computed, "state_status");
  statuses[1] = g_hash_table_lookup (computed, "independent_status");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    statuses[i] = statuses[i] != NULL ? nazar_words_choice (self->words, &nazar_vocabulary_status, statuses[i])
                                      : WORD (self, N_("Not assessed"));
  text = dup_recommendation (self, recommendation);
  source = nazar_report_title (self, "source", nazar_record_get (recommendation, "source"));
  nazar_doc_add_row (self->doc, NAZAR_DOC_ROW, (const char *const[]){ text, source, statuses[0], statuses[1] });
}

/* What earlier visits recommended, and where it stands by now on both tracks. */
static void
add_earlier_ones (NazarReport *self)
{
  NazarDocColumn columns[] = {
    { WORD (self, N_("Recommendation")), 4, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Source")), 2, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("The State says")), 1.6, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Monitors find")), 1.6, NAZAR_DOC_ALIGN_START },
  };
  g_auto (GStrv) ids = NULL;

  if (self->facility == NULL)
    return;
  ids = nazar_follow_up_open (self->connection, nazar_record_get_id (self->facility), nazar_record_get_id (self->visit), NULL);
  if (ids == NULL || ids[0] == NULL)
    return;

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Earlier recommendations still open")));
  nazar_doc_begin_table (self->doc, NULL, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; ids[i] != NULL; i++)
    add_earlier (self, ids[i]);
  nazar_doc_end (self->doc);
}

/**
 * nazar_visit_report_add_follow_up:
 * @self: a report
 *
 * The recommendations that follow from the visit, and the earlier ones that are open.
 */
void
nazar_visit_report_add_follow_up (NazarReport *self)
{
  add_recommendations (self);
  add_earlier_ones (self);
}
