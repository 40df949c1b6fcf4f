/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-record-delete.h"

#include "nazar-record-sql.h"
#include "nazar-records.h"

/**
 * nazar_record_find_referring:
 * @connection: a connection
 * @type: a kind of record
 * @field: one of its fields that refer to others
 * @id: id of a record
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (element-type NazarRecord) (nullable): the records of
 *   the kind whose field leads to that record
 */
GPtrArray *
nazar_record_find_referring (NazarConnection   *connection,
                             GType              type,
                             const NazarField  *field,
                             const char        *id,
                             GError           **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *condition = NULL;
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  condition = field->kind == NAZAR_KIND_REFERENCE
                  ? g_strdup_printf ("WHERE \"%s\" = ?", field->name)
                  : g_strdup_printf ("WHERE instr (%s, json_quote (?)) > 0", field->name);
  row = nazar_record_sql_select (connection, nazar_record_info (type), condition, id, error);
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

static void
forget_reference (NazarRecord      *record,
                  const NazarField *field,
                  const char       *id)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) ids = NULL, rest = NULL;

  if (field->kind == NAZAR_KIND_REFERENCE)
    {
      nazar_record_set (record, field->name, NULL);
      return;
    }

  builder = g_strv_builder_new ();
  ids = nazar_record_get_strv (record, field->name);
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], id) != 0)
      g_strv_builder_add (builder, ids[i]);
  rest = g_strv_builder_end (builder);
  nazar_record_set_strv (record, field->name, (const char *const *) rest);
}

static gboolean
release_field (NazarConnection   *connection,
               GType              type,
               const NazarField  *field,
               const char        *id,
               GError           **error)
{
  g_autoptr (GPtrArray) records = nazar_record_find_referring (connection, type, field, id, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      NazarRecord *record = g_ptr_array_index (records, i);

      if (field->flags & NAZAR_FIELD_OWNER)
        {
          if (!nazar_record_delete (connection, type, nazar_record_get_id (record), error))
            return FALSE;
        }
      else
        {
          forget_reference (record, field, id);
          if (!nazar_record_sql_update (connection, record, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * nazar_record_delete:
 * @connection: a connection inside a transaction
 * @type: the kind of record
 * @id: its id
 * @error: return location for a #NazarStoreError
 *
 * Deletes a record. What belongs to it goes with it; what only refers to it
 * forgets it.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_record_delete (NazarConnection  *connection,
                     GType             type,
                     const char       *id,
                     GError          **error)
{
  const char *name = nazar_record_info (type)->name;
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[i]);

      for (guint j = 0; j < info->n_fields; j++)
        if (nazar_field_may_refer_to (&info->fields[j], name) &&
            !release_field (connection, types[i], &info->fields[j], id, error))
          return FALSE;
    }

  return nazar_record_sql_delete (connection, type, id, error);
}
