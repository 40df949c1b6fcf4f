/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-list.h"

static void
free_place (gpointer data)
{
  NazarReportPlace *place = data;

  g_free (place->section);
  g_free (place->title);
  g_free (place);
}

static void
clear_found (gpointer data)
{
  NazarReportFound *found = data;

  g_free (found->paragraph);
  g_free (found->number);
}

/**
 * nazar_report_list_new_empty:
 *
 * Returns: (transfer full): a list to add to
 */
NazarReportList *
nazar_report_list_new_empty (void)
{
  NazarReportList *self = g_new0 (NazarReportList, 1);

  self->found = g_array_new (FALSE, FALSE, sizeof (NazarReportFound));
  g_array_set_clear_func (self->found, clear_found);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (NazarReportPiece));
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->empty = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
nazar_report_list_free (NazarReportList *self)
{
  g_array_unref (self->found);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->places);
  g_array_unref (self->empty);
  g_free (self);
}

/**
 * nazar_report_list_add_place:
 * @section: (nullable):
 * @title: (nullable):
 *
 * Returns: the place's index; the last place's if it is the same
 */
guint
nazar_report_list_add_place (NazarReportList *self,
                             const char      *section,
                             const char      *title)
{
  NazarReportPlace *place;

  if (self->places->len > 0)
    {
      place = g_ptr_array_index (self->places, self->places->len - 1);
      if (g_strcmp0 (place->section, section) == 0 && g_strcmp0 (place->title, title) == 0)
        return self->places->len - 1;
    }
  place = g_new0 (NazarReportPlace, 1);
  place->section = g_strdup (section);
  place->title = g_strdup (title);
  g_ptr_array_add (self->places, place);
  return self->places->len - 1;
}

/**
 * nazar_report_list_begin:
 * @number: (nullable): as printed
 * @line: where the item begins
 * @from: a byte of that line
 *
 * Begins an item; pieces that are added belong to it until the next one begins.
 */
void
nazar_report_list_begin (NazarReportList *self,
                         guint            place,
                         const char      *number,
                         gsize            number_length,
                         guint            line,
                         guint            from,
                         guint            flags)
{
  NazarReportFound found = { 0 };

  found.place = place;
  found.number = number != NULL ? g_strndup (number, number_length) : NULL;
  found.first_piece = self->pieces->len;
  found.line = line;
  found.from = from;
  found.flags = flags;
  g_array_append_val (self->found, found);
}

void
nazar_report_list_add_piece (NazarReportList *self,
                             guint            line,
                             gsize            from,
                             gsize            to,
                             gboolean         paragraph)
{
  NazarReportPiece piece = { line, (guint32) from, (guint32) to, paragraph };

  g_array_append_val (self->pieces, piece);
  nazar_report_list_last (self)->n_pieces++;
}

/**
 * nazar_report_list_last:
 *
 * Returns: (transfer none): the item that was begun last; there must be one
 */
NazarReportFound *
nazar_report_list_last (NazarReportList *self)
{
  return &g_array_index (self->found, NazarReportFound, self->found->len - 1);
}
