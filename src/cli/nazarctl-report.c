/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-checklist-cache.h"
#include "nazar-doc-pdf.h"
#include "nazar-language.h"
#include "nazar-questionnaire.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-report-journal.h"
#include "nazar-report.h"

#include <glib/gi18n-lib.h>

/* The command that writes reports and paper forms. */

static void
put_omissions (NazarReport *report)
{
  GPtrArray *omissions = nazar_report_get_omissions (report);
  GPtrArray *finds = nazar_report_get_finds (report);

  for (guint i = 0; i < omissions->len; i++)
    fprintf (stdout, "%s %s\n", _("Left out:"), (const char *) g_ptr_array_index (omissions, i));

  /* Not the words themselves: what is printed here may end in a log. */
  for (guint i = 0; i < finds->len; i++)
    {
      const NazarReportFind *find = g_ptr_array_index (finds, i);
      /* Translators: a field, then whose words stand in it, such as "I-03: Name". */
      g_autofree char *line = g_strdup_printf (_("Taken out of “%s”: words of %s"), find->where, find->origin);

      fprintf (stdout, "%s\n", line);
    }
}

static NazarctlExit
note (NazarStore    *store,
      const char    *kind,
      const char    *id,
      const char    *language,
      NazarAudience  audience)
{
  g_autoptr (GError) error = NULL;

  if (nazar_store_is_read_only (store))
    fprintf (stderr, "nazarctl: %s\n", _("This report is not in the journal, for the register cannot be written now."));
  else if (!nazar_report_note (store, kind, id, language, audience, &error))
    return nazarctl_fail (error);

  return EXIT_DONE;
}

static NazarctlExit
report_visit (NazarStore               *store,
              const NazarctlArguments  *arguments,
              const NazarReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarReport) report = NULL;

  report = nazar_visit_report_new (nazar_store_lock_reader (store), arguments->words[2], options, &error);
  nazar_store_unlock_reader (store);
  if (report == NULL || !nazar_doc_write_pdf (nazar_report_get_doc (report), arguments->words[3], NULL, &error))
    return nazarctl_fail (error);

  put_omissions (report);
  return note (store, "visit", arguments->words[2], options->language, options->audience);
}

static gboolean
load_for_form (NazarStore      *store,
               const char      *checklist_id,
               const char      *visit_id,
               NazarChecklist **checklist,
               NazarRecord    **visit,
               GError         **error)
{
  NazarConnection *reader = nazar_store_lock_reader (store);

  *checklist = nazar_checklist_load (reader, checklist_id, error);
  if (*checklist != NULL && visit_id != NULL)
    *visit = nazar_record_sql_load (reader, NAZAR_TYPE_VISIT, visit_id, error);
  nazar_store_unlock_reader (store);

  return *checklist != NULL && (visit_id == NULL || *visit != NULL);
}

static NazarctlExit
report_questionnaire (NazarStore               *store,
                      const NazarctlArguments  *arguments,
                      const char               *visit_id,
                      const char               *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarChecklist) checklist = NULL;
  g_autoptr (NazarRecord) visit = NULL;
  g_autoptr (NazarDoc) doc = NULL;

  if (!load_for_form (store, arguments->words[2], visit_id, &checklist, &visit, &error))
    return nazarctl_fail (error);

  doc = nazar_questionnaire_new (checklist, nazar_store_lock_reader (store), visit, language, &error);
  nazar_store_unlock_reader (store);
  if (doc == NULL || !nazar_doc_write_pdf (doc, arguments->words[3], NULL, &error))
    return nazarctl_fail (error);

  return EXIT_DONE;
}

/**
 * nazarctl_report:
 * @arguments: what was typed
 *
 * Writes the report of a visit or a blank questionnaire as a PDF.
 *
 * Returns: the exit code
 */
NazarctlExit
nazarctl_report (const NazarctlArguments *arguments)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  NazarReportOptions options = { nazar_language_current (), NAZAR_AUDIENCE_PUBLIC, NULL, FALSE };
  gboolean is_visit = g_str_equal (arguments->words[1], "visit");
  NazarctlExit exit = nazarctl_read_options (arguments, given);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (exit != EXIT_DONE)
    return exit;
  if (!is_visit && !g_str_equal (arguments->words[1], "questionnaire"))
    return nazarctl_fail_usage (_("The reports are: visit, questionnaire."));
  if (arguments->redact != NULL && !nazar_audience_from_name (arguments->redact, &options.audience))
    return nazarctl_fail_usage (_("--redact needs public, authority or none."));
  if (arguments->language != NULL && nazar_language_find (arguments->language) == NULL)
    return nazarctl_fail_usage (_("--lang needs one of en, ru, ky, uz, uz@cyrillic."));
  if (!g_str_has_suffix (arguments->words[3], ".pdf"))
    return nazarctl_fail_usage (_("A report is a PDF: the file’s name ends in .pdf."));

  if (arguments->language != NULL)
    options.language = arguments->language;
  options.recipient = g_hash_table_lookup (given, "recipient");
  options.keep_words = g_strcmp0 (g_hash_table_lookup (given, "keep-words"), "true") == 0;

  store = nazar_store_open (arguments->words[0], NAZAR_STORE_FALL_BACK, NULL, &error);
  if (store == NULL)
    return nazarctl_fail (error);

  return is_visit ? report_visit (store, arguments, &options)
                  : report_questionnaire (store, arguments, g_hash_table_lookup (given, "visit"), options.language);
}
