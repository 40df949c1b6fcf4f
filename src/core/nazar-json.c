/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (nazar-json-error-quark, nazar_json_error)

typedef enum
{
  SHAPE_GOOD,
  SHAPE_DEEP,
  SHAPE_SEVERAL,
} Shape;

/* The parser recurses, so the nesting is looked at before it sees the text; and it
 * would read the first of several values and say nothing of the others. */
static Shape
look_at_shape (const char *text,
               gsize       length)
{
  guint depth = 0;
  gboolean in_string = FALSE, ended = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if ((c == '[' || c == '{') && ended)
        return SHAPE_SEVERAL;
      else if ((c == '[' || c == '{') && ++depth > NAZAR_JSON_MAX_DEPTH)
        return SHAPE_DEEP;
      else if ((c == ']' || c == '}') && depth > 0)
        ended = --depth == 0;
    }

  return SHAPE_GOOD;
}

/**
 * nazar_json_parse:
 * @text: JSON text, perhaps with a byte order mark
 * @length: its length in bytes, or -1 when it ends in NUL
 * @error: return location for a #NazarJsonError
 *
 * The one place where JSON from outside is parsed.
 *
 * Returns: (transfer full) (nullable): the root; %NULL on error
 */
JsonNode *
nazar_json_parse (const char  *text,
                  gssize       length,
                  GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local_error = NULL;
  gsize size;
  Shape shape;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;

  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      size -= 3;
    }

  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error_literal (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_ENCODING,
                           _("The JSON text is not UTF-8."));
      return NULL;
    }

  shape = look_at_shape (text, size);
  if (shape == SHAPE_DEEP)
    {
      g_set_error (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_DEPTH,
                   /* Translators: %d is a number of levels. */
                   _("The JSON text is nested more than %d levels deep."),
                   NAZAR_JSON_MAX_DEPTH);
      return NULL;
    }

  if (shape == SHAPE_SEVERAL || !json_parser_load_from_data (parser, text, size, &local_error) ||
      json_parser_get_root (parser) == NULL)
    {
      /* The library may quote the text with its line ends. */
      if (local_error != NULL)
        g_strdelimit (local_error->message, "\r\n\t", ' ');
      g_set_error (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_SYNTAX,
                   /* Translators: %s is a technical description from a library, in English. */
                   _("The JSON text is damaged or cut short (%s)."),
                   local_error != NULL        ? local_error->message
                   : shape == SHAPE_SEVERAL ? "several values follow one another"
                                              : "empty");
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * nazar_json_to_text:
 * @node: a node
 * @pretty: whether to lay it out for people
 *
 * Returns: (transfer full): the JSON text, without a line end after it
 */
char *
nazar_json_to_text (JsonNode *node,
                    gboolean  pretty)
{
  g_return_val_if_fail (node != NULL, NULL);

  return json_to_string (node, pretty);
}

/* 76.14 as it was written, not as the processor holds it. */
static char *
double_to_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return g_strdup (text);
}

/**
 * nazar_json_to_input:
 * @node: a node
 *
 * Returns: (transfer full) (nullable): what somebody would have typed: a string
 *   without its quotes, a number, other values as JSON; %NULL for `null`
 */
char *
nazar_json_to_input (JsonNode *node)
{
  GType type;

  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_DOUBLE)
    return double_to_text (json_node_get_double (node));
  return nazar_json_to_text (node, FALSE);
}
