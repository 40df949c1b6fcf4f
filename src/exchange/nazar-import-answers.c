/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-checklist-cache.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"

#include <glib/gi18n-lib.h>

/* Answers that come in are brought into the form in which the program stores them. One
 * that its question does not allow is stored as it is, and seen: its visit cannot be
 * approved before it is right. */

/* Questionnaires by id: those of the file lead, then those of the register. */
static NazarChecklist *
find_checklist (GHashTable      *checklists,
                NazarConnection *connection,
                const char      *id)
{
  NazarChecklist *checklist;

  if (id == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (checklists, id, NULL, (gpointer *) &checklist))
    {
      checklist = nazar_checklist_load (connection, id, NULL);
      g_hash_table_insert (checklists, g_strdup (id), checklist);
    }
  return checklist;
}

static void
free_checklist (gpointer data)
{
  if (data != NULL)
    nazar_checklist_unref (data);
}

static GHashTable *
collect_checklists (NazarImportPlan *plan)
{
  GHashTable *checklists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_checklist);

  for (guint i = 0; i < plan->items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (plan->items, i);
      const char *definition;
      g_autoptr (GError) error = NULL;
      NazarChecklist *checklist;

      if (!NAZAR_IS_CHECKLIST_RECORD (item->record) || item->state == NAZAR_IMPORT_REFUSED)
        continue;
      definition = nazar_record_get (item->record, "definition");
      checklist = definition != NULL ? nazar_checklist_cached (definition, &error) : NULL;
      if (checklist != NULL)
        g_hash_table_insert (checklists, g_strdup (nazar_record_get_id (item->record)), checklist);
      else
        nazar_import_item_refuse (item, error != NULL ? error->message : _("The questionnaire has no questions."));
    }

  return checklists;
}

/**
 * nazar_import_answers_check:
 * @plan: what was found in a file
 * @connection: a connection to the register
 *
 * Looks at the questionnaires and answers of the plan.
 */
void
nazar_import_answers_check (NazarImportPlan *plan,
                            NazarConnection *connection)
{
  g_autoptr (GHashTable) checklists = collect_checklists (plan);

  for (guint i = 0; i < plan->items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (plan->items, i);
      g_autoptr (GError) error = NULL;
      NazarChecklist *checklist;

      if (!NAZAR_IS_ANSWER (item->record) || item->state == NAZAR_IMPORT_REFUSED)
        continue;

      checklist = find_checklist (checklists, connection, nazar_record_get (item->record, "checklist"));
      if (checklist != NULL && !nazar_answer_normalize (item->record, checklist, &error))
        nazar_import_item_doubt (item, error->message);
    }
}
