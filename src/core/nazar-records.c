/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include "nazar-date.h"

#include <glib/gi18n-lib.h>
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
  static GType types[13];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      types[0] = NAZAR_TYPE_BODY;
      types[1] = NAZAR_TYPE_TERM;
      types[2] = NAZAR_TYPE_SOURCE;
      types[3] = NAZAR_TYPE_FACILITY;
      types[4] = NAZAR_TYPE_CHECKLIST_RECORD;
      types[5] = NAZAR_TYPE_VISIT;
      types[6] = NAZAR_TYPE_ANSWER;
      types[7] = NAZAR_TYPE_INTERVIEW;
      types[8] = NAZAR_TYPE_FINDING;
      types[9] = NAZAR_TYPE_RECOMMENDATION;
      types[10] = NAZAR_TYPE_REPLY;
      types[11] = NAZAR_TYPE_ASSESSMENT;
      types[12] = NAZAR_TYPE_ATTACHMENT;
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        g_type_class_ref (types[i]);
      g_once_init_leave (&once, 1);
    }

  *n_types = G_N_ELEMENTS (types);
  return types;
}

/**
 * nazar_record_future_problem:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): a sentence where its first possible day is after today
 */
char *
nazar_record_future_problem (const char *date)
{
  g_autofree char *today = nazar_today ();

  return nazar_date_earliest (date) > nazar_date_earliest (today)
             ? g_strdup (_("This date lies in the future. Leave it empty until then."))
             : NULL;
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
