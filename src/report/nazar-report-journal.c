/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-journal.h"

#include "nazar-json.h"

/**
 * nazar_report_note:
 * @store: a register that can be written
 * @kind: what kind of report was made
 * @id: id of the record that it is about
 * @language: its language
 * @audience: for whom
 * @error: return location for a #NazarStoreError
 *
 * Writes into the journal that a report left the register: for whom, not where to.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_report_note (NazarStore     *store,
                   const char     *kind,
                   const char     *id,
                   const char     *language,
                   NazarAudience   audience,
                   GError        **error)
{
  const char *parts[][2] = {
    { "report", kind }, { "record", id }, { "language", language }, { "redact", nazar_audience_name (audience) },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *details = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      json_builder_set_member_name (builder, parts[i][0]);
      json_builder_add_string_value (builder, parts[i][1]);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  details = nazar_json_to_text (root, FALSE);

  if (!nazar_store_begin (store, NAZAR_JOURNAL_EXPORT, 0, error))
    return FALSE;
  if (nazar_store_note (store, details, error))
    return nazar_store_commit (store, error);
  nazar_store_rollback (store);
  return FALSE;
}
