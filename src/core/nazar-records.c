/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <string.h>

#define MAX_TITLE_CHARS 120

/**
 * nazar_record_types:
 * @n_types: (out): their number
 *
 * Returns: (transfer none): the kinds of record, those that others refer to first
 */
const GType *
nazar_record_types (guint *n_types)
{
  static GType types[6];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      types[0] = NAZAR_TYPE_BODY;
      types[1] = NAZAR_TYPE_TERM;
      types[2] = NAZAR_TYPE_SOURCE;
      types[3] = NAZAR_TYPE_RECOMMENDATION;
      types[4] = NAZAR_TYPE_REPLY;
      types[5] = NAZAR_TYPE_ASSESSMENT;
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        g_type_class_ref (types[i]);
      g_once_init_leave (&once, 1);
    }

  *n_types = G_N_ELEMENTS (types);
  return types;
}

/**
 * nazar_record_text_as_title:
 * @text: (nullable): a text of any length
 *
 * Returns: (transfer full) (nullable): its first line, ended at a word and with
 *   an ellipsis where it is long; %NULL without a text
 */
char *
nazar_record_text_as_title (const char *text)
{
  const char *end, *cut;

  if (text == NULL || *text == '\0')
    return NULL;

  end = text + strcspn (text, "\r\n");
  if (g_utf8_strlen (text, end - text) <= MAX_TITLE_CHARS)
    return g_strndup (text, end - text);

  end = g_utf8_offset_to_pointer (text, MAX_TITLE_CHARS - 1);
  for (cut = end; cut > text && *cut != ' ';)
    cut--;
  if (cut == text)
    cut = end;

  return g_strdup_printf ("%.*s…", (int) (cut - text), text);
}
