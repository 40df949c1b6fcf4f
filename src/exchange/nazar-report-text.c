/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-text.h"

#include "nazar-report-head.h"
#include "nazar-report-join.h"
#include "nazar-report-lines.h"
#include "nazar-report-list.h"
#include "nazar-report-notes.h"
#include "nazar-report-outline.h"
#include "nazar-report-pages.h"
#include "nazar-report-plain.h"
#include "nazar-report-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LENGTH ((gsize) 1 << 30)
#define MAX_ITEMS 50000
#define SHORT_TEXT 15
#define LONG_TEXT 3000

G_DEFINE_QUARK (nazar-report-text-error-quark, nazar_report_text_error)

static void
free_item (gpointer data)
{
  NazarReportItem *item = data;

  g_free (item->section);
  g_free (item->section_title);
  g_free (item->paragraph);
  g_free (item->number);
  g_free (item->text);
  g_free (item->doubt);
  g_free (item);
}

/**
 * nazar_report_text_free:
 * @self: (transfer full):
 */
void
nazar_report_text_free (NazarReportText *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->warnings);
  nazar_report_head_clear (&self->head);
  g_free (self);
}

/* Where a byte of a cleaned line stands in the input: at the same word. Cleaning only takes away,
 * so it is not before the same byte of the line. */
static gsize
find_in_input (NazarReportLines *lines,
               const char       *input,
               guint             i,
               gsize             at)
{
  const NazarReportLine *line = nazar_report_lines_at (lines, i);
  const char *word = nazar_report_lines_text (lines, i) + at;
  const char *p = input + line->start, *end = input + line->end;
  const char *found;
  g_autofree char *needle = NULL;

  word += strspn (word, " ");
  if (at == 0)
    {
      while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      return (gsize) (p - input);
    }
  needle = g_strndup (word, strcspn (word, " "));
  found = g_strstr_len (p + at, end - p - (gssize) at, needle);
  return found != NULL ? (gsize) (found - input) : line->start;
}

static void
add_doubt (GString    *doubt,
           const char *sentence)
{
  if (doubt->len > 0)
    g_string_append_c (doubt, ' ');
  g_string_append (doubt, sentence);
}

static void
add_gap_doubt (GString                *doubt,
               const NazarReportFound *found)
{
  g_autofree char *sentence = NULL;

  if (found->gap_from == found->gap_to)
    /* Translators: %u is the number of a recommendation in a report. */
    sentence = g_strdup_printf (_("Number %u is missing before it."), found->gap_from);
  else
    /* Translators: the numbers of recommendations in a report. */
    sentence = g_strdup_printf (_("Numbers %u to %u are missing before it."), found->gap_from, found->gap_to);
  add_doubt (doubt, sentence);
}

/* What a person should look at, or %NULL. Two lines are no doubt where the whole report is so. */
static char *
describe_doubt (const NazarReportFound *found,
                const char             *text,
                gboolean                repeated,
                gboolean                two_lines)
{
  g_autoptr (GString) doubt = g_string_new (NULL);
  glong letters = g_utf8_strlen (text, -1);

  if (found->flags & NAZAR_REPORT_FOUND_TWO_LINES && !two_lines)
    add_doubt (doubt, _("Its number and its text stand on two lines."));
  if (found->flags & NAZAR_REPORT_FOUND_INSIDE)
    add_doubt (doubt, _("Its number stands inside a line."));
  if (found->flags & NAZAR_REPORT_FOUND_GAP)
    add_gap_doubt (doubt, found);
  if (repeated)
    add_doubt (doubt, _("Its number occurs twice in this section."));
  if (found->flags & NAZAR_REPORT_FOUND_UNNUMBERED)
    add_doubt (doubt, _("It is printed without a number."));
  if (found->flags & NAZAR_REPORT_FOUND_PARAGRAPH)
    add_doubt (doubt, _("Its last paragraph may not belong to it."));
  if (found->flags & NAZAR_REPORT_FOUND_NO_HEADING && found->flags & NAZAR_REPORT_FOUND_NO_REQUEST)
    add_doubt (doubt, _("It stands under no heading and does not seem to ask for anything."));
  if (letters == 0)
    add_doubt (doubt, _("It has no text."));
  else if (letters < SHORT_TEXT)
    add_doubt (doubt, _("Its text is very short."));
  else if (letters > LONG_TEXT)
    add_doubt (doubt, _("Its text is very long."));
  return doubt->len > 0 ? g_strdup (doubt->str) : NULL;
}

typedef struct
{
  NazarReportText *text;
  NazarReportLines *lines;
  NazarReportList *list;
  const char *input;
  NazarReportTextProgress progress;
  gpointer user_data;
} Reading;

static const NazarReportPlace *
place_of (Reading                *reading,
          const NazarReportFound *found)
{
  return g_ptr_array_index (reading->list->places, found->place);
}

/* An item's number with its place. */
static char *
number_key (Reading                *reading,
            const NazarReportFound *found,
            gboolean                with_title)
{
  const NazarReportPlace *place = place_of (reading, found);

  return g_strjoin ("\n", place->section != NULL ? place->section : "",
                    found->paragraph != NULL ? found->paragraph : "",
                    with_title && place->title != NULL ? place->title : "", found->number, NULL);
}

static GHashTable *
count_numbers (Reading *reading,
               gboolean with_title)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reading->list->found->len; i++)
    {
      const NazarReportFound *found = &g_array_index (reading->list->found, NazarReportFound, i);
      char *key;
      guint count;

      if (found->number == NULL)
        continue;
      key = number_key (reading, found, with_title);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_replace (counts, key, GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

static gboolean
is_repeated (Reading                *reading,
             GHashTable             *counts,
             const NazarReportFound *found,
             gboolean                with_title)
{
  g_autofree char *key = found->number != NULL ? number_key (reading, found, with_title) : NULL;

  return key != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1;
}

/* Whether lists of sections without numbers of their own count alike: then their titles tell the
 * sections apart. */
static gboolean
are_sections_alike (Reading    *reading,
                    GHashTable *counts)
{
  for (guint i = 0; i < reading->list->found->len; i++)
    {
      const NazarReportFound *found = &g_array_index (reading->list->found, NazarReportFound, i);

      if (place_of (reading, found)->section == NULL && is_repeated (reading, counts, found, FALSE))
        return TRUE;
    }
  return FALSE;
}

/* Spaces at a line's end are not the item's. */
static gsize
trim_end (const char *input,
          gsize       start,
          gsize       end)
{
  while (end > start)
    {
      const char *p = g_utf8_prev_char (input + end);

      if (!g_unichar_isspace (g_utf8_get_char (p)))
        break;
      end = (gsize) (p - input);
    }
  return end;
}

static void
set_range (Reading                *reading,
           NazarReportItem        *item,
           const NazarReportFound *found)
{
  const NazarReportLine *line = nazar_report_lines_at (reading->lines, found->line);
  const NazarReportPiece *last;

  item->page = line->page;
  item->line = line->number;
  item->start = find_in_input (reading->lines, reading->input, found->line, found->from);
  item->end = line->end;
  if (found->n_pieces > 0)
    {
      last = &g_array_index (reading->list->pieces, NazarReportPiece, found->first_piece + found->n_pieces - 1);
      line = nazar_report_lines_at (reading->lines, last->line);
      item->end = last->to < line->length ? find_in_input (reading->lines, reading->input, last->line, last->to)
                                          : line->end;
      if (item->end < item->start)
        item->end = line->end;
    }
  item->end = trim_end (reading->input, item->start, item->end);
}

/* Whether numbers alone on their lines are this report's way, not a slip. */
static gboolean
has_numbers_apart (Reading *reading)
{
  guint apart = 0;

  for (guint i = 0; i < reading->list->found->len; i++)
    apart += (g_array_index (reading->list->found, NazarReportFound, i).flags & NAZAR_REPORT_FOUND_TWO_LINES) != 0;
  return apart >= 4 && apart * 4 > reading->list->found->len;
}

static gboolean
make_items (Reading      *reading,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (NazarReportJoin) join = nazar_report_join_new (reading->lines);
  g_autoptr (GHashTable) counts = count_numbers (reading, FALSE);
  g_autoptr (GHashTable) counts_with_title = count_numbers (reading, TRUE);
  gboolean apart = has_numbers_apart (reading), alike = are_sections_alike (reading, counts);

  for (guint i = 0; i < reading->list->found->len; i++)
    {
      const NazarReportFound *found = &g_array_index (reading->list->found, NazarReportFound, i);
      const NazarReportPlace *place = place_of (reading, found);
      NazarReportItem *item;
      gboolean repeated;

      if ((i & 0xFF) == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      item = g_new0 (NazarReportItem, 1);
      g_ptr_array_add (reading->text->items, item);
      repeated = is_repeated (reading, counts_with_title, found, TRUE);
      item->section = g_strdup (place->section == NULL && alike ? place->title : place->section);
      item->section_title = g_strdup (place->title);
      item->paragraph = g_strdup (found->paragraph);
      item->number = g_strdup (found->number);
      item->text = nazar_report_join_text (
        join, &g_array_index (reading->list->pieces, NazarReportPiece, found->first_piece), found->n_pieces);
      item->doubt = describe_doubt (found, item->text, repeated, apart);
      set_range (reading, item, found);
    }
  return TRUE;
}

static void
warn_of_gap (Reading                *reading,
             const NazarReportFound *found)
{
  const NazarReportPlace *place = place_of (reading, found);
  char *sentence;

  if (place->section != NULL && found->gap_from == found->gap_to)
    /* Translators: the number of a recommendation and the section of a report. */
    sentence = g_strdup_printf (_("Number %u is missing in section %s."), found->gap_from, place->section);
  else if (place->section != NULL)
    /* Translators: the numbers of recommendations and the section of a report. */
    sentence = g_strdup_printf (_("Numbers %u to %u are missing in section %s."), found->gap_from, found->gap_to,
                                place->section);
  else
    sentence = found->gap_from == found->gap_to
                 /* Translators: %u is the number of a recommendation in a report. */
                 ? g_strdup_printf (_("Number %u is missing."), found->gap_from)
                 /* Translators: the numbers of recommendations in a report. */
                 : g_strdup_printf (_("Numbers %u to %u are missing."), found->gap_from, found->gap_to);
  g_ptr_array_add (reading->text->warnings, sentence);
}

static void
make_warnings (Reading *reading)
{
  gboolean no_heading = FALSE;

  for (guint i = 0; i < reading->list->found->len; i++)
    {
      const NazarReportFound *found = &g_array_index (reading->list->found, NazarReportFound, i);

      if (found->flags & NAZAR_REPORT_FOUND_GAP)
        warn_of_gap (reading, found);
      no_heading = no_heading || found->flags & NAZAR_REPORT_FOUND_NO_HEADING;
    }
  if (no_heading)
    g_ptr_array_add (reading->text->warnings,
                     g_strdup (_("No heading opens a list of recommendations. The numbered paragraphs that "
                                  "ask for something were taken.")));
  for (guint i = 0; i < reading->list->empty->len; i++)
    {
      guint line = g_array_index (reading->list->empty, guint, i);

      g_ptr_array_add (reading->text->warnings,
                       /* Translators: %u is the number of a line in a text. */
                       g_strdup_printf (_("No recommendation was found under the heading on line %u."),
                                        nazar_report_lines_at (reading->lines, line)->number));
    }
}

static void
report_progress (Reading *reading,
                 double   fraction)
{
  if (reading->progress != NULL)
    reading->progress (fraction, reading->user_data);
}

/* Finds the recommendations by the headings; in a report without any, by their own form. */
static gboolean
find_items (Reading      *reading,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (NazarReportOutline) outline = nazar_report_outline_new (reading->lines, cancellable, error);

  if (outline == NULL)
    return FALSE;
  report_progress (reading, 0.7);
  if (nazar_report_head_is_observations (&reading->text->head))
    reading->list = nazar_report_observations_new (outline);
  else
    reading->list = nazar_report_walk (outline, cancellable, error);
  if (reading->list == NULL)
    return FALSE;
  if (reading->list->found->len == 0 && outline->n_headings == 0)
    {
      nazar_report_list_free (reading->list);
      reading->list = nazar_report_plain_new (outline);
    }
  if (reading->list->found->len > MAX_ITEMS)
    {
      g_set_error (error, NAZAR_REPORT_TEXT_ERROR, NAZAR_REPORT_TEXT_ERROR_TOO_LARGE,
                   _("This text has more than %d numbered paragraphs. No report has so many."), MAX_ITEMS);
      return FALSE;
    }
  report_progress (reading, 0.8);
  return make_items (reading, cancellable, error);
}

/**
 * nazar_report_text_read:
 * @text: the report's text, valid UTF-8 without NULs
 * @length: its bytes, or -1 if a NUL ends it
 * @progress: (nullable) (scope call): called from time to time
 * @user_data: for @progress
 * @cancellable: (nullable):
 *
 * Finds the recommendations in a report's text and proposals for the report's own record.
 * Time and memory grow with the text's length, and no faster.
 *
 * Returns: (transfer full) (nullable): what was found, which may be no item at all; %NULL with
 *   %G_IO_ERROR_CANCELLED or %NAZAR_REPORT_TEXT_ERROR_TOO_LARGE
 */
NazarReportText *
nazar_report_text_read (const char             *text,
                        gssize                  length,
                        NazarReportTextProgress progress,
                        gpointer                user_data,
                        GCancellable           *cancellable,
                        GError                **error)
{
  static void (*const passes[]) (NazarReportLines *) = {
    nazar_report_pages_find,
    nazar_report_pages_find_contents,
    nazar_report_notes_remove,
    nazar_report_lines_compact,
  };
  g_autoptr (NazarReportText) self = NULL;
  g_autoptr (NazarReportLines) lines = NULL;
  g_autoptr (NazarReportList) list = NULL;
  Reading reading = { 0 };
  gsize size;
  gboolean found;

  g_return_val_if_fail (text != NULL, NULL);
  size = length < 0 ? strlen (text) : (gsize) length;
  g_return_val_if_fail (g_utf8_validate_len (text, size, NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (size > MAX_LENGTH)
    {
      g_set_error_literal (error, NAZAR_REPORT_TEXT_ERROR, NAZAR_REPORT_TEXT_ERROR_TOO_LARGE,
                           _("This text is larger than 1 GiB. No report is so long."));
      return NULL;
    }
  lines = nazar_report_lines_new (text, size, cancellable, error);
  if (lines == NULL)
    return NULL;
  self = g_new0 (NazarReportText, 1);
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  reading = (Reading){ self, lines, NULL, text, progress, user_data };
  report_progress (&reading, 0.2);
  nazar_report_head_read (&self->head, lines);
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      passes[i](lines);
      report_progress (&reading, 0.3 + 0.1 * i);
    }
  found = find_items (&reading, cancellable, error);
  list = reading.list;
  if (!found)
    return NULL;
  make_warnings (&reading);
  report_progress (&reading, 1.0);
  return g_steal_pointer (&self);
}
