/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-words.h"

#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* A sentence with one number, which is written as in the language of the program. */
static char *
with_number (const char *format,
             gint64      n)
{
  g_autofree char *number = nazar_number_format (n, nazar_language_current ());

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, number);
#pragma GCC diagnostic pop
}

/**
 * nazar_list_words:
 * @type: a kind of record that has a list of its own
 *
 * Returns: the sentences of its list
 */
NazarListWords
nazar_list_words (GType type)
{
  if (type == NAZAR_TYPE_SOURCE)
    return (NazarListWords){
      _("No sources yet"),
      _("A source is a document or a plan that recommendations stand in. An import brings its source along."),
      _("Choose a source in the list to read it here."),
      _("New source"),
    };
  if (type == NAZAR_TYPE_BODY)
    return (NazarListWords){
      _("No bodies yet"),
      _("Bodies are the authorities and organisations that recommendations speak to."),
      _("Choose a body in the list to read about it here."),
      _("New body"),
    };
  if (type == NAZAR_TYPE_TERM)
    return (NazarListWords){
      _("No terms yet"),
      _("Terms are the themes and the groups of persons by which recommendations are ordered."),
      _("Choose a term in the list to change it here."),
      _("New term"),
    };

  if (type == NAZAR_TYPE_FACILITY)
    return (NazarListWords){
      _("No facilities yet"),
      _("Facilities are the places of detention that monitors visit. Import them from a CSV file, or add the first by hand."),
      _("Choose a facility in the list to read about it here."),
      _("New facility"),
    };
  if (type == NAZAR_TYPE_VISIT)
    return (NazarListWords){
      _("No visits yet"),
      _("A visit is recorded on one page, from the circumstances to the report. Start with the place that you go to."),
      _("Choose a visit in the list to open it."),
      _("Start a visit"),
    };

  return (NazarListWords){
    _("No recommendations yet"),
    _("Import a report, or add the first recommendation by hand."),
    _("Choose a recommendation in the list to read it here."),
    _("New recommendation"),
  };
}

/**
 * nazar_list_count:
 * @shown: how many the list shows
 * @total: how many there are
 * @filtered: whether there is a filter or a search
 * @selected: how many are selected
 *
 * Returns: (transfer full): "41", "7 of 41", "7 of 41 — 3 selected"
 */
char *
nazar_list_count (gint64   shown,
                  gint64   total,
                  gboolean filtered,
                  gint64   selected)
{
  g_autofree char *shown_text = nazar_number_format (shown, nazar_language_current ());
  g_autofree char *total_text = nazar_number_format (total, nazar_language_current ());
  g_autofree char *selected_text = nazar_list_selected (selected);
  g_autofree char *count = NULL;

  if (filtered)
    /* Translators: two numbers, as in "7 of 41". */
    count = g_strdup_printf (C_ ("count", "%s of %s"), shown_text, total_text);
  else
    count = g_steal_pointer (&shown_text);

  if (selected < 2)
    return g_steal_pointer (&count);

  /* Translators: a count such as "7 of 41", then how many of them are selected, such as "3 selected". */
  return g_strdup_printf (C_ ("count", "%s — %s"), count, selected_text);
}

/**
 * nazar_list_differ:
 * @n: a number of recommendations
 *
 * Returns: (transfer full): in how many the tracks differ
 */
char *
nazar_list_differ (gint64 n)
{
  /* Translators: %s is a number of recommendations. */
  return with_number (ngettext ("%s where the tracks differ", "%s where the tracks differ", n), n);
}

/**
 * nazar_list_selected:
 * @n: a number of rows
 *
 * Returns: (transfer full): how many are selected
 */
char *
nazar_list_selected (gint64 n)
{
  /* Translators: %s is a number of rows. */
  return with_number (ngettext ("%s selected", "%s selected", n), n);
}

/**
 * nazar_list_deleted:
 * @type: a kind of record
 * @n: a number of such records
 *
 * Returns: (transfer full): how many were deleted
 */
char *
nazar_list_deleted (GType  type,
                    gint64 n)
{
  if (type == NAZAR_TYPE_SOURCE)
    return with_number (ngettext ("%s source deleted", "%s sources deleted", n), n);
  if (type == NAZAR_TYPE_BODY)
    return with_number (ngettext ("%s body deleted", "%s bodies deleted", n), n);
  if (type == NAZAR_TYPE_TERM)
    return with_number (ngettext ("%s term deleted", "%s terms deleted", n), n);

  if (type == NAZAR_TYPE_FACILITY)
    return with_number (ngettext ("%s facility deleted", "%s facilities deleted", n), n);
  if (type == NAZAR_TYPE_VISIT)
    return with_number (ngettext ("%s visit deleted", "%s visits deleted", n), n);

  return with_number (ngettext ("%s recommendation deleted", "%s recommendations deleted", n), n);
}

/**
 * nazar_list_copied:
 * @n: a number of records
 *
 * Returns: (transfer full): how many were copied
 */
char *
nazar_list_copied (gint64 n)
{
  return with_number (ngettext ("%s record copied as text", "%s records copied as text", n), n);
}

/**
 * nazar_list_assessed:
 * @n: a number of recommendations
 *
 * Returns: (transfer full): how many were assessed
 */
char *
nazar_list_assessed (gint64 n)
{
  return with_number (ngettext ("%s recommendation assessed", "%s recommendations assessed", n), n);
}

/**
 * nazar_list_unset:
 * @field: a field that people filter by
 *
 * Returns: (transfer none): what it means that it is not set
 */
const char *
nazar_list_unset (const NazarField *field)
{
  if (field->vocabulary == &nazar_vocabulary_status)
    return nazar_status_word (NULL);
  if (g_str_equal (field->name, "last_visit"))
    return C_ ("filter", "Never");

  return C_ ("filter", "Not set");
}

/**
 * nazar_list_interval:
 * @field: a field with a date
 * @value: an interval, of which one end may be open: `../2024-11`
 *
 * Returns: (transfer full): it in words
 */
char *
nazar_list_interval (const NazarField *field,
                     const char       *value)
{
  g_auto (GStrv) ends = g_strsplit (value, "/", 2);
  g_autofree char *from = nazar_field_display (field, ends[0]);
  g_autofree char *to = ends[1] != NULL ? nazar_field_display (field, ends[1]) : g_strdup ("");

  if (g_str_equal (ends[0], ".."))
    /* Translators: %s is a date, the last that is meant. */
    return g_strdup_printf (C_ ("filter", "until %s"), to);
  if (ends[1] == NULL || g_str_equal (ends[1], ".."))
    /* Translators: %s is a date, the first that is meant. */
    return g_strdup_printf (C_ ("filter", "from %s"), from);

  /* Translators: two dates. */
  return g_strdup_printf (C_ ("filter", "%s to %s"), from, to);
}
