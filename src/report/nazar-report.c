/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-private.h"

#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fewer people than this in a group can be told apart. */
#define SMALL_GROUP 5
/* So much text around a word that was found. */
#define EXCERPT_CHARACTERS 30

static void
find_free (gpointer data)
{
  NazarReportFind *find = data;

  g_free (find->where);
  g_free (find->origin);
  g_free (find->excerpt);
  g_free (find);
}

/**
 * nazar_report_new:
 * @connection: a connection, as long as the report is being made
 * @options: for whom, and in which language
 *
 * Returns: (transfer full): a report without a document yet
 */
NazarReport *
nazar_report_new (NazarConnection          *connection,
                  const NazarReportOptions *options)
{
  NazarReport *self = g_new0 (NazarReport, 1);

  self->connection = connection;
  self->language = g_intern_string (options->language);
  self->words = nazar_words_for (options->language);
  self->audience = options->audience;
  self->recipient = g_strdup (options->recipient);
  self->keep_words = options->keep_words || options->audience == NAZAR_AUDIENCE_NONE;
  self->today = nazar_today ();
  self->personal = nazar_personal_words_new ();
  self->omissions = g_ptr_array_new_with_free_func (g_free);
  self->finds = g_ptr_array_new_with_free_func (find_free);
  return self;
}

/**
 * nazar_report_free:
 * @self: (transfer full): a report
 */
void
nazar_report_free (NazarReport *self)
{
  g_clear_pointer (&self->doc, nazar_doc_free);
  g_free (self->recipient);
  g_free (self->today);
  nazar_personal_words_free (self->personal);
  g_ptr_array_unref (self->omissions);
  g_ptr_array_unref (self->finds);
  g_clear_object (&self->visit);
  g_clear_object (&self->facility);
  g_clear_pointer (&self->interviews, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
  g_clear_pointer (&self->checklists, g_ptr_array_unref);
  g_free (self);
}

/**
 * nazar_report_get_doc:
 * @self: a report
 *
 * Returns: (transfer none): its document
 */
NazarDoc *
nazar_report_get_doc (NazarReport *self)
{
  return self->doc;
}

/**
 * nazar_report_get_omissions:
 * @self: a report
 *
 * Returns: (transfer none) (element-type utf8): what was left out and why, in the
 *   language of the program; without names
 */
GPtrArray *
nazar_report_get_omissions (NazarReport *self)
{
  return self->omissions;
}

/**
 * nazar_report_get_finds:
 * @self: a report
 *
 * Returns: (transfer none) (element-type NazarReportFind): where words of personal fields
 *   stood in other text of the report
 */
GPtrArray *
nazar_report_get_finds (NazarReport *self)
{
  return self->finds;
}

/**
 * nazar_report_omit:
 * @self: a report
 * @format: a sentence
 * @...: its parts
 *
 * Notes that something was left out.
 */
void
nazar_report_omit (NazarReport *self,
                   const char  *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->omissions, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
dup_excerpt (const char               *text,
             const NazarPersonalMatch *match)
{
  const char *from = text + match->start, *to = text + match->end;

  for (guint i = 0; i < EXCERPT_CHARACTERS && from > text; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < EXCERPT_CHARACTERS && *to != '\0'; i++)
    to = g_utf8_next_char (to);

  return g_strdup_printf ("%s%.*s%s", from > text ? "…" : "", (int) (to - from), from, *to != '\0' ? "…" : "");
}

/**
 * nazar_report_safe:
 * @self: a report
 * @text: (nullable): a text of the register
 * @where: the field or record that it stands in, for people
 *
 * Every text that people wrote goes through here: words of personal fields are looked
 * for, noted, and taken out unless they were to be kept.
 *
 * Returns: (transfer full) (nullable): the text as it may be printed
 */
char *
nazar_report_safe (NazarReport *self,
                   const char  *text,
                   const char  *where)
{
  g_autoptr (GArray) matches = NULL;

  if (text == NULL || self->audience == NAZAR_AUDIENCE_NONE)
    return g_strdup (text);

  matches = nazar_personal_words_find (self->personal, text);
  for (guint i = 0; i < matches->len; i++)
    {
      const NazarPersonalMatch *match = &g_array_index (matches, NazarPersonalMatch, i);
      NazarReportFind *find = g_new0 (NazarReportFind, 1);

      find->where = g_strdup (where);
      find->origin = g_strdup (match->origin);
      find->excerpt = dup_excerpt (text, match);
      g_ptr_array_add (self->finds, find);
    }

  return self->keep_words ? g_strdup (text) : nazar_personal_words_mask (self->personal, text, "[…]");
}

/**
 * nazar_report_add_text:
 * @self: a report
 * @text: (nullable): a text of the register
 * @where: the field or record that it stands in, for people
 *
 * Prints it, made safe.
 */
void
nazar_report_add_text (NazarReport *self,
                       const char  *text,
                       const char  *where)
{
  g_autofree char *safe = nazar_report_safe (self, text, where);

  if (safe != NULL)
    nazar_doc_add_text (self->doc, NAZAR_DOC_BODY, safe);
}

/**
 * nazar_report_add_fact:
 * @self: a report, between nazar_doc_begin_facts() and nazar_doc_end()
 * @record: a record
 * @field: one of its fields
 *
 * Prints its label and value, where it has one that may go to the audience.
 */
void
nazar_report_add_fact (NazarReport *self,
                       NazarRecord *record,
                       const char  *field)
{
  const NazarField *declared = nazar_record_info_find (nazar_record_get_info (record), field, NULL);
  const char *value = nazar_record_get (record, field);
  g_autofree char *shown = NULL, *safe = NULL;

  if (value == NULL)
    return;
  if (!nazar_field_may_leave (declared, self->audience))
    {
      /* Translators: a field's label, such as "Person in charge". */
      nazar_report_omit (self, _("%s: names do not go to this audience."), nazar_field_label (declared));
      return;
    }

  shown = declared->kind == NAZAR_KIND_REFERENCE ? nazar_report_title (self, declared->target, value)
                                                 : nazar_words_value (self->words, declared, value);
  /* What names an official is allowed here, and is not taken for a find. */
  safe = (declared->flags & NAZAR_FIELD_PERSONAL) ? g_strdup (shown)
                                                  : nazar_report_safe (self, shown, nazar_field_label (declared));
  nazar_doc_add_fact (self->doc, nazar_words_field_label (self->words, declared), safe);
}

/**
 * nazar_report_number:
 * @self: a report
 * @number: a number
 *
 * Returns: (transfer full): it as people write it in the report's language
 */
char *
nazar_report_number (NazarReport *self,
                     gint64       number)
{
  return nazar_number_format (number, self->language);
}

/**
 * nazar_report_people:
 * @self: a report
 * @number: how many people are in a group
 *
 * Returns: (transfer full): the number; for the public "fewer than 5" where it is so small
 *   that people could be told apart
 */
char *
nazar_report_people (NazarReport *self,
                     gint64       number)
{
  if (self->audience == NAZAR_AUDIENCE_PUBLIC && number > 0 && number < SMALL_GROUP)
    return g_strdup (WORD (self, N_("fewer than 5")));

  return nazar_report_number (self, number);
}

/**
 * nazar_report_title:
 * @self: a report
 * @type: name of a kind of record
 * @id: (nullable): an id of that kind
 *
 * Returns: (transfer full): what the record is called, in the report's language where
 *   it is; empty where there is none
 */
char *
nazar_report_title (NazarReport *self,
                    const char  *type,
                    const char  *id)
{
  g_autoptr (NazarRecord) record = NULL;

  if (id != NULL)
    record = nazar_record_sql_load (self->connection, nazar_record_type_from_name (type), id, NULL);
  if (record == NULL)
    return g_strdup ("");

  return NAZAR_IS_FACILITY (record) ? nazar_facility_dup_name (record, self->language) : nazar_record_dup_title (record);
}
