/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-display.h"

#include "nazar-json.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/**
 * nazar_display_place:
 * @recommendation: a recommendation
 *
 * Returns: (transfer full) (nullable): where it stands in its source, in the way
 *   in which people name it: "III, 14"; %NULL where neither section nor number
 *   is known
 */
char *
nazar_display_place (NazarRecord *recommendation)
{
  const char *section = nazar_record_get (recommendation, "section");
  const char *number = nazar_record_get (recommendation, "number");

  if (section != NULL && number != NULL)
    /* Translators: a section of a document and the number of a recommendation in it: "III, 14". */
    return g_strdup_printf (C_("place", "%s, %s"), section, number);

  return g_strdup (number != NULL ? number : section);
}

/**
 * nazar_display_title:
 * @live: a register as windows see it
 * @type: a kind of record
 * @id: (nullable): its id
 *
 * Returns: (transfer full): the line by which people know the record, a
 *   recommendation with its place; "" for none
 */
char *
nazar_display_title (NazarLive  *live,
                     GType       type,
                     const char *id)
{
  g_autoptr (NazarRecord) record = nazar_live_get (live, type, id);
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;

  if (id == NULL)
    return g_strdup ("");
  if (record == NULL)
    return g_strdup (_("A deleted record"));

  title = nazar_record_dup_title (record);
  if (type == NAZAR_TYPE_RECOMMENDATION)
    place = nazar_display_place (record);

  return place != NULL ? g_strdup_printf ("%s · %s", place, title) : g_steal_pointer (&title);
}

static char *
display_structure (NazarLive        *live,
                   const NazarField *field,
                   JsonObject       *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < field->n_fields; i++)
    {
      const char *value = json_object_get_string_member_with_default (object, field->fields[i].name, NULL);
      g_autofree char *shown = nazar_display_value (live, &field->fields[i], value);

      if (*shown == '\0')
        continue;
      if (i == 0)
        g_strv_builder_add (builder, shown);
      else
        {
          g_autofree char *named = g_strdup_printf ("%s: %s", nazar_field_label (&field->fields[i]), shown);

          g_strv_builder_add (builder, named);
        }
    }

  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

static char *
display_structures (NazarLive        *live,
                    const NazarField *field,
                    const char       *value)
{
  g_autoptr (JsonNode) root = nazar_json_parse (value, -1, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *shown = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      shown = display_structure (live, field, json_node_get_object (node));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", shown);
    }

  return g_string_free (text, FALSE);
}

/**
 * nazar_display_value:
 * @live: a register as windows see it
 * @field: a field
 * @value: (nullable): its canonical text
 *
 * As nazar_field_display(), with the titles of the records referred to.
 *
 * Returns: (transfer full): text; "" where the field is unset
 */
char *
nazar_display_value (NazarLive        *live,
                     const NazarField *field,
                     const char       *value)
{
  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);

  if (value == NULL)
    return g_strdup ("");

  if (field->kind == NAZAR_KIND_REFERENCE)
    return nazar_display_title (live, nazar_record_type_from_name (field->target), value);

  if (field->kind == NAZAR_KIND_REFERENCES)
    {
      g_auto (GStrv) ids = nazar_strv_from_json (value);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          char *title = nazar_display_title (live, nazar_record_type_from_name (field->target), ids[i]);

          g_free (ids[i]);
          ids[i] = title;
        }
      return g_strjoinv (", ", ids);
    }

  if (field->kind == NAZAR_KIND_STRUCTURES)
    return display_structures (live, field, value);

  return nazar_field_display (field, value);
}
