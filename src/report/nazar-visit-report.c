/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-private.h"

#include "nazar-checklist-cache.h"
#include "nazar-consent.h"
#include "nazar-date.h"
#include "nazar-json.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The report of a visit as the APT describes one: what was seen, cross-checked from
 * several sources, and what follows from it. */

/* ---- What the report is made from ---- */

static GPtrArray *
load_of_visit (NazarReport  *self,
               GType         type,
               GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  row = nazar_record_sql_select (self->connection, nazar_record_info (type), "WHERE visit = ? ORDER BY n",
                                 nazar_record_get_id (self->visit), error);
  if (row == NULL)
    return NULL;

  while (nazar_statement_step (row, &local_error))
    g_ptr_array_add (records, nazar_record_sql_read (row, type));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&records);
}

/* Where no recipient is named, the body that runs the place gets the report. */
static void
find_recipient (NazarReport *self)
{
  const char *authority = self->facility != NULL ? nazar_record_get (self->facility, "authority") : NULL;

  if (self->recipient == NULL && authority != NULL)
    self->recipient = nazar_report_title (self, "body", authority);
}

static gboolean
load (NazarReport  *self,
      const char   *visit,
      GError      **error)
{
  const char *facility;

  self->visit = nazar_record_sql_load (self->connection, NAZAR_TYPE_VISIT, visit, error);
  if (self->visit == NULL)
    return FALSE;

  facility = nazar_record_get (self->visit, "facility");
  if (facility != NULL)
    self->facility = nazar_record_sql_load (self->connection, NAZAR_TYPE_FACILITY, facility, error);
  if (facility != NULL && self->facility == NULL)
    return FALSE;

  self->interviews = load_of_visit (self, NAZAR_TYPE_INTERVIEW, error);
  self->findings = self->interviews != NULL ? load_of_visit (self, NAZAR_TYPE_FINDING, error) : NULL;
  self->recommendations = self->findings != NULL ? load_of_visit (self, NAZAR_TYPE_RECOMMENDATION, error) : NULL;
  self->checklists = self->recommendations != NULL ? nazar_visit_load_checklists (self->connection, self->visit, error) : NULL;
  if (self->checklists == NULL)
    return FALSE;

  find_recipient (self);
  return TRUE;
}

/* ---- Whose words are looked for ---- */

static void
add_names (NazarReport *self,
           NazarRecord *record,
           const char  *field,
           const char  *origin)
{
  const char *value = nazar_record_get (record, field);
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *name = json_object_get_string_member_with_default (object, g_str_equal (field, "team") ? "name" : "taken_by", NULL);

      nazar_personal_words_add_name (self->personal, name, origin);
    }
}

static void
collect_personal_words (NazarReport *self)
{
  gboolean is_public = self->audience == NAZAR_AUDIENCE_PUBLIC;

  for (guint i = 0; i < self->interviews->len; i++)
    {
      NazarRecord *interview = g_ptr_array_index (self->interviews, i);
      const char *code = nazar_record_get (interview, "code");
      g_autofree char *name = g_strdup_printf ("%s: %s", code != NULL ? code : "I", _("Name"));
      g_autofree char *contact = g_strdup_printf ("%s: %s", code != NULL ? code : "I", _("Contact"));

      if (is_public)
        add_names (self, interview, "consents", _("Taken by"));
      if (nazar_consent_allows (interview, self->audience, self->recipient, self->today))
        continue;
      nazar_personal_words_add_name (self->personal, nazar_record_get (interview, "name"), name);
      nazar_personal_words_add_contact (self->personal, nazar_record_get (interview, "contact"), contact);
    }

  if (!is_public)
    return;
  add_names (self, self->visit, "team", _("Team"));
  nazar_personal_words_add_name (self->personal, nazar_record_get (self->visit, "person_in_charge"), _("Person in charge"));
}

/* ---- Its parts ---- */

static char *
dup_dates (NazarReport *self)
{
  const char *begin = nazar_record_get (self->visit, "begin"), *end = nazar_record_get (self->visit, "end");
  g_autofree char *from = begin != NULL ? nazar_date_format (begin, self->language) : NULL;
  g_autofree char *to = end != NULL ? nazar_date_format (end, self->language) : NULL;

  if (from == NULL || to == NULL || g_str_equal (from, to))
    return g_strdup (from != NULL ? from : to != NULL ? to : "");

  return g_strdup_printf ("%s – %s", from, to);
}

static char *
dup_place (NazarReport *self)
{
  return self->facility != NULL ? nazar_facility_dup_name (self->facility, self->language)
                                : g_strdup (WORD (self, N_("A place that is not named yet")));
}

static char *
dup_audience_line (NazarReport *self)
{
  switch (self->audience)
    {
    case NAZAR_AUDIENCE_NONE:
      return g_strdup (WORD (self, N_("Internal: names people. Not to be passed on.")));
    case NAZAR_AUDIENCE_AUTHORITY:
      if (self->recipient != NULL && *self->recipient != '\0')
        /* Translators: the name of an authority. */
        return g_strdup_printf (WORD (self, N_("For: %s")), self->recipient);
      return g_strdup (WORD (self, N_("For the authority")));
    case NAZAR_AUDIENCE_PUBLIC:
    default:
      return g_strdup (WORD (self, N_("For the public")));
    }
}

static void
add_cover (NazarReport *self)
{
  g_autofree char *dates = dup_dates (self);
  g_autofree char *audience = dup_audience_line (self);
  const NazarField *kind = nazar_record_info_find (nazar_record_get_info (self->visit), "kind", NULL);
  g_autofree char *kind_word = nazar_words_value (self->words, kind, nazar_record_get (self->visit, "kind"));
  g_autofree char *kind_line = g_strdup_printf ("%s: %s", WORD (self, N_("Kind of visit")), kind_word);
  const char *lines[] = { kind_line, audience, NULL };

  nazar_doc_add_cover (self->doc, dates, lines);
  if (g_strcmp0 (nazar_record_get (self->visit, "state"), "approved") != 0)
    nazar_doc_set_mark (self->doc, WORD (self, N_("Draft")));
  nazar_doc_set_footer (self->doc, audience);
  nazar_doc_add_contents (self->doc);
}

static void
add_section (NazarReport *self,
             const char  *heading,
             const char  *field)
{
  const char *text = nazar_record_get (self->visit, field);

  if (text == NULL)
    return;
  nazar_doc_add_heading (self->doc, 1, TRUE, heading);
  nazar_report_add_text (self, text, heading);
}

/* Names and roles; for the public only the roles, for what a team could look at. */
static void
add_team (NazarReport *self)
{
  const char *value = nazar_record_get (self->visit, "team");
  gboolean names = self->audience != NAZAR_AUDIENCE_PUBLIC;
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *member = json_array_get_object_element (array, i);
      const char *name = json_object_get_string_member_with_default (member, "name", "");
      g_autofree char *role = nazar_report_safe (self, json_object_get_string_member_with_default (member, "role", NULL), _("Role"));

      if (names && role != NULL)
        g_ptr_array_add (items, g_strdup_printf ("%s, %s", name, role));
      else if (names || role != NULL)
        g_ptr_array_add (items, g_strdup (names ? name : role));
    }
  if (!names && array != NULL && json_array_get_length (array) > 0)
    nazar_report_omit (self, _("Team: names of monitors do not go to the public."));
  if (items->len == 0)
    return;

  g_ptr_array_add (items, NULL);
  nazar_doc_add_heading (self->doc, 2, FALSE, WORD (self, N_("Team")));
  nazar_doc_add_list (self->doc, FALSE, (const char *const *) items->pdata);
}

static void
add_visit (NazarReport *self)
{
  static const char *const fields[] = { "kind", "begin", "end", "announced", "joint_with", NULL };

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Team and dates")));
  nazar_doc_begin_facts (self->doc);
  for (guint i = 0; fields[i] != NULL; i++)
    nazar_report_add_fact (self, self->visit, fields[i]);
  nazar_doc_end (self->doc);
  nazar_report_add_text (self, nazar_record_get (self->visit, "reason"), _("Reason"));
  add_team (self);
}

static void
add_sections (NazarReport *self)
{
  add_section (self, WORD (self, N_("Summary")), "summary");
  add_visit (self);
  nazar_visit_report_add_figures (self);
  nazar_visit_report_add_access (self);
  add_section (self, WORD (self, N_("Changes since the last visit")), "changes_since_last");
  nazar_visit_report_add_findings (self);
  nazar_visit_report_add_follow_up (self);
  nazar_visit_report_add_answers (self);
  nazar_visit_report_add_interviews (self);
  nazar_visit_report_add_files (self);
}

/**
 * nazar_visit_report_new:
 * @connection: a connection, as long as the report is being made
 * @visit: id of a visit, in any state
 * @options: for whom, and in which language
 * @error: return location for an error
 *
 * Makes the report of a visit. To `authority` goes nothing that shows who spoke, unless
 * that person consented to this recipient; officials are named. To the `public` goes no
 * person at all (OPCAT article 21, paragraph 2).
 *
 * Returns: (transfer full) (nullable): the report
 */
NazarReport *
nazar_visit_report_new (NazarConnection           *connection,
                        const char                *visit,
                        const NazarReportOptions  *options,
                        GError                   **error)
{
  g_autoptr (NazarReport) self = NULL;
  g_autofree char *place = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (connection != NULL && visit != NULL && options != NULL, NULL);

  self = nazar_report_new (connection, options);
  if (!load (self, visit, error))
    return NULL;

  collect_personal_words (self);
  place = dup_place (self);
  /* Translators: the name of a place of detention. */
  title = g_strdup_printf (WORD (self, N_("Report on the visit: %s")), place);
  self->doc = nazar_doc_new (self->language, title);
  add_cover (self);
  add_sections (self);

  return g_steal_pointer (&self);
}
