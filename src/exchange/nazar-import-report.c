/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import.h"

#include "nazar-csv.h"
#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-report-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A report as text: numbered recommendations in one source. */

static gboolean
recognise_report (const NazarImportInput *input)
{
  return g_str_has_suffix (input->path, ".csv") == FALSE;
}

/* What the text says of itself, and over it what the user says of it. */
static gboolean
make_source (const NazarImportInput  *input,
             const NazarReportHead   *head,
             NazarRecord             *source,
             GError                 **error)
{
  const struct
  {
    const char *field;
    const char *proposed;
    const char *option;
  } parts[] = {
    { "mechanism", head->mechanism, "mechanism" },
    { "committee", head->committee, NULL },
    { "state_concerned", head->state, "state" },
    { "symbol", head->symbol, "symbol" },
    { "title", head->title, "title" },
    { "cycle", head->cycle, NULL },
    { "session", head->session, "session" },
    { "date", head->date, "date" },
    { "language", head->language, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *chosen = parts[i].option != NULL && input->options != NULL
                               ? g_hash_table_lookup (input->options, parts[i].option)
                               : NULL;

      if (!nazar_record_enter (source, parts[i].field, chosen != NULL ? chosen : parts[i].proposed, error))
        {
          if (chosen != NULL)
            return FALSE;
          g_clear_error (error);
        }
    }

  if (nazar_record_get (source, "title") == NULL && nazar_record_get (source, "symbol") == NULL)
    {
      g_autofree char *base = g_path_get_basename (input->path);
      g_autofree char *name = g_filename_display_name (base);

      nazar_record_set (source, "title", name);
    }
  return TRUE;
}

static void
add_item (NazarImportPlan       *plan,
          NazarRecord           *source,
          const NazarReportItem *found)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  NazarImportItem *item = nazar_import_item_new (record);

  nazar_record_set (record, "source", nazar_record_get_id (source));
  nazar_record_set (record, "section", found->section);
  nazar_record_set (record, "paragraph", found->paragraph);
  nazar_record_set (record, "number", found->number);
  nazar_record_set (record, "text", found->text);
  nazar_record_set (record, "language", nazar_record_get (source, "language"));
  item->page = found->page;
  item->line = found->line;
  item->start = found->start;
  item->end = found->end;
  item->doubt = g_strdup (found->doubt);
  nazar_import_plan_add_item (plan, item);
}

static gboolean
read_report (const NazarImportInput  *input,
             NazarImportPlan         *plan,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr (NazarReportText) report = NULL;
  g_autoptr (NazarRecord) source = NULL;

  report = nazar_report_text_read (input->text, input->length, input->progress, input->progress_data, cancellable, error);
  if (report == NULL)
    return FALSE;
  if (report->items->len == 0)
    {
      g_set_error_literal (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_NOTHING_FOUND,
                           _("No numbered recommendations were found in this text."));
      return FALSE;
    }

  source = nazar_record_new (NAZAR_TYPE_SOURCE, NULL);
  if (!make_source (input, &report->head, source, error))
    return FALSE;
  nazar_import_plan_add_source (plan, g_object_ref (source));

  for (guint i = 0; i < report->items->len; i++)
    add_item (plan, source, g_ptr_array_index (report->items, i));
  for (guint i = 0; i < report->warnings->len; i++)
    nazar_import_plan_add_warning (plan, g_ptr_array_index (report->warnings, i));
  return TRUE;
}

const NazarImporter nazar_importer_report = { "report", NC_ ("import", "Report (text)"), recognise_report, read_report };
