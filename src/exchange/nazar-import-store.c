/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-json.h"

#include <glib/gi18n-lib.h>

/* What was reviewed is stored: all of it in one transaction that undo takes back,
 * or nothing. */

static gboolean
is_taken (const NazarImportItem *item)
{
  return item->take && (item->state == NAZAR_IMPORT_NEW || item->state == NAZAR_IMPORT_KNOWN);
}

static void
note_references (NazarRecord *record,
                 GHashTable  *ids)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = nazar_record_get_at (record, i);

      if (value == NULL)
        continue;
      if (info->fields[i].kind == NAZAR_KIND_REFERENCE)
        {
          g_hash_table_add (ids, g_strdup (value));
        }
      else if (info->fields[i].kind == NAZAR_KIND_REFERENCES)
        {
          g_auto (GStrv) members = nazar_strv_from_json (value);

          for (guint j = 0; members[j] != NULL; j++)
            g_hash_table_add (ids, g_strdup (members[j]));
        }
    }
}

static gboolean
store_known (NazarStore       *store,
             NazarImportItem  *item,
             guint            *n_changed,
             GError          **error)
{
  g_autoptr (NazarRecord) record = nazar_record_copy (item->known);
  gboolean stored;

  for (guint i = 0; item->differences != NULL && i < item->differences->len; i++)
    {
      const NazarImportDifference *difference = g_ptr_array_index (item->differences, i);

      if (difference->fills || item->update)
        nazar_record_set (record, difference->field->name, difference->value);
    }

  if (!nazar_import_content_store (item, record, store, &stored, error))
    return FALSE;
  if (nazar_record_get_dirty (record) == 0 && !stored)
    return TRUE;

  (*n_changed)++;
  return nazar_store_save (store, record, error);
}

static gboolean
store_item (NazarImportPlan  *self,
            NazarStore       *store,
            NazarImportItem  *item,
            guint            *n_changed,
            GError          **error)
{
  g_autoptr (NazarRecord) record = NULL;
  gboolean stored;

  if (item->state == NAZAR_IMPORT_KNOWN)
    return store_known (store, item, n_changed, error);

  /* The review goes on showing the item's own record, in the main loop. */
  record = nazar_record_copy (item->record);
  nazar_import_plan_remap_record (self, record);
  (*n_changed)++;
  return nazar_import_content_store (item, record, store, &stored, error) && nazar_store_save (store, record, error);
}

static gboolean
store_all (NazarImportPlan    *self,
           NazarStore         *store,
           NazarProgressFunc   progress,
           gpointer            progress_data,
           GCancellable       *cancellable,
           guint              *n_changed,
           GError            **error)
{
  GPtrArray *helpers[] = { self->terms, self->sources };
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (self->items, i);

      if (is_taken (item))
        note_references (item->record, used);
    }

  /* Only those sources and terms that something taken refers to. */
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    for (guint j = 0; j < helpers[i]->len; j++)
      {
        NazarImportItem *item = g_ptr_array_index (helpers[i], j);

        if (g_hash_table_contains (used, nazar_record_get_id (item->record)) &&
            !store_item (self, store, item, n_changed, error))
          return FALSE;
      }

  for (guint i = 0; i < self->items->len; i++)
    {
      NazarImportItem *item = g_ptr_array_index (self->items, i);

      if (is_taken (item) && !store_item (self, store, item, n_changed, error))
        return FALSE;
      if (i % 256 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress ((double) i / self->items->len, progress_data);
        }
    }

  return TRUE;
}

static char *
describe (NazarImportPlan *self)
{
  NazarImportCounts counts = nazar_import_plan_count (self);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  const struct
  {
    const char *name;
    guint number;
  } numbers[] = { { "read", counts.read },
                  { "new", counts.fresh },
                  { "already_there", counts.known },
                  { "united", counts.united },
                  { "left_out", counts.left_out } };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, self->importer->kind);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, self->name);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      json_builder_set_member_name (builder, numbers[i].name);
      json_builder_add_int_value (builder, numbers[i].number);
    }
  json_builder_set_member_name (builder, "personal");
  json_builder_add_boolean_value (builder, self->importer == &nazar_importer_json);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

/**
 * nazar_import_plan_store:
 * @self: what was found in a file, as reviewed
 * @store: the register, outside a transaction
 * @progress: (nullable): told how far it is, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to end it; then nothing was stored
 * @error: return location for an error
 *
 * Stores what is taken, in one transaction of the kind import. Where nothing is
 * new nothing is written. May take long: for the writer's thread (see
 * nazar_store_work_async()).
 *
 * Returns: %FALSE on error, and the register is as it was
 */
gboolean
nazar_import_plan_store (NazarImportPlan    *self,
                         NazarStore         *store,
                         NazarProgressFunc   progress,
                         gpointer            progress_data,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autofree char *details = describe (self);
  guint n_changed = 0;

  if (!nazar_store_begin (store, NAZAR_JOURNAL_IMPORT, 0, error))
    return FALSE;

  if (nazar_store_note (store, details, error) &&
      store_all (self, store, progress, progress_data, cancellable, &n_changed, error))
    {
      if (n_changed > 0)
        return nazar_store_commit (store, error);
      nazar_store_rollback (store);
      return TRUE;
    }

  nazar_store_rollback (store);
  return FALSE;
}
