/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-paper.h"

#include "nazar-doc-pdf.h"
#include "nazar-language.h"
#include "nazar-questionnaire.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-report-journal.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* One PDF on its way. */
typedef struct
{
  NazarStore *store;
  char *visit;
  NazarChecklist *checklist; /* of a questionnaire; NULL for a report */
  char *language;
  char *recipient;
  NazarReportOptions options;
  char *path; /* NULL where the document is only made */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->checklist, nazar_checklist_unref);
  g_free (job->visit);
  g_free (job->language);
  g_free (job->recipient);
  g_free (job->path);
  g_free (job);
}

static Job *
job_new (NazarLive   *live,
         NazarRecord *visit,
         const char  *language,
         GFile       *file)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (nazar_live_get_store (live));
  job->visit = g_strdup (nazar_record_get_id (visit));
  job->language = g_strdup (language);
  job->path = file != NULL ? g_file_get_path (file) : NULL;
  return job;
}

static Job *
job_new_report (NazarLive                *live,
                NazarRecord              *visit,
                const NazarReportOptions *options,
                GFile                    *file)
{
  Job *job = job_new (live, visit, options->language, file);

  job->recipient = g_strdup (options->recipient);
  job->options = *options;
  job->options.language = job->language;
  job->options.recipient = job->recipient;
  return job;
}

/* ---- In the worker ---- */

static NazarReport *
make_report (Job           *job,
             GError       **error)
{
  g_autoptr (NazarConnection) reader = nazar_store_new_reader (job->store, error);

  return reader != NULL ? nazar_visit_report_new (reader, job->visit, &job->options, error) : NULL;
}

static void
make_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  NazarReport *report = make_report (task_data, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) nazar_report_free);
  else
    g_task_return_error (task, error);
}

static gboolean
write_report (Job           *job,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (NazarReport) report = make_report (job, error);

  if (report == NULL || !nazar_doc_write_pdf (nazar_report_get_doc (report), job->path, cancellable, error))
    return FALSE;

  /* The report is there: that a register open for reading cannot note it is no failure of it. */
  return nazar_store_is_read_only (job->store) ||
         nazar_report_note (job->store, "visit", job->visit, job->language, job->options.audience, error);
}

static gboolean
write_questionnaire (Job           *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (NazarConnection) reader = nazar_store_new_reader (job->store, error);
  g_autoptr (NazarRecord) visit = NULL;
  g_autoptr (NazarDoc) doc = NULL;

  if (reader != NULL)
    visit = nazar_record_sql_load (reader, NAZAR_TYPE_VISIT, job->visit, error);
  if (visit != NULL)
    doc = nazar_questionnaire_new (job->checklist, reader, visit, job->language, error);

  return doc != NULL && nazar_doc_write_pdf (doc, job->path, cancellable, error);
}

static void
write_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean ok = job->checklist != NULL ? write_questionnaire (job, cancellable, &error) : write_report (job, cancellable, &error);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GtkWidget *owner = GTK_WIDGET (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *sentence = g_strdup_printf (_("“%s” is written."), shown);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    nazar_window_show_error (owner, error);
  else
    nazar_window_toast (owner, sentence, FALSE);
}

static void
run (GtkWidget *owner,
     Job       *job)
{
  g_autoptr (GTask) task = g_task_new (owner, NULL, on_written_cb, NULL);

  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_worker);
}

/* ---- The window's side ---- */

/**
 * nazar_paper_language_row_new:
 *
 * Returns: (transfer floating): a row with the languages of the program; the window's is chosen
 */
AdwComboRow *
nazar_paper_language_row_new (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const NazarLanguage *languages = nazar_languages ();
  guint current = 0;

  for (guint i = 0; languages[i].id != NULL; i++)
    {
      gtk_string_list_append (names, languages[i].name);
      if (g_str_equal (languages[i].id, nazar_language_current ()))
        current = i;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("field", "Language"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), current);
  return ADW_COMBO_ROW (row);
}

/**
 * nazar_paper_get_language:
 * @row: a row as nazar_paper_language_row_new() makes it
 *
 * Returns: (transfer none): the id of the language that is chosen
 */
const char *
nazar_paper_get_language (AdwComboRow *row)
{
  const NazarLanguage *languages = nazar_languages ();
  guint selected = adw_combo_row_get_selected (row);

  return selected != GTK_INVALID_LIST_POSITION ? languages[selected].id : nazar_language_current ();
}

/**
 * nazar_paper_write_questionnaire:
 * @owner: a widget of the window, which is told
 * @live: the register
 * @visit: a visit
 * @checklist: a questionnaire
 * @language: the language of the form
 * @file: where to
 *
 * Writes the blank form for that visit.
 */
void
nazar_paper_write_questionnaire (GtkWidget      *owner,
                                 NazarLive      *live,
                                 NazarRecord    *visit,
                                 NazarChecklist *checklist,
                                 const char     *language,
                                 GFile          *file)
{
  Job *job = job_new (live, visit, language, file);

  job->checklist = nazar_checklist_ref (checklist);
  run (owner, job);
}

/**
 * nazar_paper_make_report:
 * @owner: the source object of @callback
 * @live: the register
 * @visit: a visit
 * @options: for whom and how
 * @cancellable: (nullable): to forget about it
 * @callback: called when it is made
 *
 * Makes the report without writing it, to look at what it leaves out.
 */
void
nazar_paper_make_report (GtkWidget                *owner,
                         NazarLive                *live,
                         NazarRecord              *visit,
                         const NazarReportOptions *options,
                         GCancellable             *cancellable,
                         GAsyncReadyCallback       callback)
{
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, NULL);

  g_task_set_task_data (task, job_new_report (live, visit, options, NULL), job_free);
  g_task_run_in_thread (task, make_in_worker);
}

/**
 * nazar_paper_make_report_finish:
 * @result: as the callback has it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the report
 */
NazarReport *
nazar_paper_make_report_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nazar_paper_write_report:
 * @owner: a widget of the window, which is told
 * @live: the register
 * @visit: a visit
 * @options: for whom and how
 * @file: where to
 *
 * Writes the report as the visit is now, and notes in the journal for whom.
 */
void
nazar_paper_write_report (GtkWidget                *owner,
                          NazarLive                *live,
                          NazarRecord              *visit,
                          const NazarReportOptions *options,
                          GFile                    *file)
{
  run (owner, job_new_report (live, visit, options, file));
}
