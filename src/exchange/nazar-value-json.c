/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-value-json.h"

/**
 * nazar_value_to_json:
 * @field: a field
 * @value: (nullable): its canonical text
 *
 * Returns: (transfer full): the value in JSON: numbers and flags as such, sets
 *   as arrays, `null` where it is unset
 */
JsonNode *
nazar_value_to_json (const NazarField *field,
                     const char       *value)
{
  JsonNode *node = json_node_alloc ();

  if (value == NULL)
    return json_node_init_null (node);
  if (field->kind == NAZAR_KIND_INTEGER)
    return json_node_init_int (node, g_ascii_strtoll (value, NULL, 10));
  if (field->kind == NAZAR_KIND_DECIMAL)
    return json_node_init_double (node, g_ascii_strtod (value, NULL));
  if (field->kind == NAZAR_KIND_FLAG)
    return json_node_init_boolean (node, *value == '1');
  if (nazar_field_is_set (field))
    {
      JsonNode *parsed = nazar_json_parse (value, -1, NULL);

      if (parsed != NULL)
        {
          json_node_free (node);
          return parsed;
        }
    }

  return json_node_init_string (node, value);
}

/**
 * nazar_value_from_json:
 * @field: a field
 * @node: a value in JSON
 * @error: return location for a #NazarFieldError
 *
 * Returns: (transfer full) (nullable): its canonical text; %NULL for `null` and on error
 */
char *
nazar_value_from_json (const NazarField  *field,
                       JsonNode          *node,
                       GError           **error)
{
  g_autofree char *text = nazar_json_to_input (node);

  return nazar_field_normalize (field, text, error);
}

/**
 * nazar_record_to_json:
 * @record: a record
 * @audience: for whom; fields that may not leave for it are left out
 * @with_unset: whether unset fields stand as `null`
 *
 * Returns: (transfer full): an object with `type`, `id` and the fields
 */
JsonObject *
nazar_record_to_json (NazarRecord   *record,
                      NazarAudience  audience,
                      gboolean       with_unset)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", info->name);
  json_object_set_string_member (object, "id", nazar_record_get_id (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = nazar_field_redact (&info->fields[i], nazar_record_get_at (record, i), audience);

      if (nazar_field_may_leave (&info->fields[i], audience) && (value != NULL || with_unset))
        json_object_set_member (object, info->fields[i].name, nazar_value_to_json (&info->fields[i], value));
    }

  return object;
}
