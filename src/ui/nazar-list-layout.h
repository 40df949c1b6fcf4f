/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarColumnKind:
 * @NAZAR_COLUMN_VALUE: the value of a field
 * @NAZAR_COLUMN_NUMBER: section and number of a recommendation
 * @NAZAR_COLUMN_TITLE: the line by which people know the record
 * @NAZAR_COLUMN_STATUS: a status badge
 */
typedef enum
{
  NAZAR_COLUMN_VALUE,
  NAZAR_COLUMN_NUMBER,
  NAZAR_COLUMN_TITLE,
  NAZAR_COLUMN_STATUS,
} NazarColumnKind;

/**
 * NazarColumnLayout:
 * @field: what it shows and is sorted by
 * @kind: how
 * @title: (nullable): its header; %NULL for the field's label
 * @width: in pixels; -1 for what the others leave
 * @wide: its width in a wide list; 0 for the same
 * @rank: 0 where it is always shown; else the columns of a lower rank find room first
 * @of: (nullable): the field with the number that its own is counted against, as in "90 of 60"
 */
typedef struct
{
  const char *field;
  NazarColumnKind kind;
  const char *title;
  int width;
  int wide;
  int rank;
  const char *of;
} NazarColumnLayout;

/**
 * NazarListLayout:
 * @columns: at most six, in their order
 * @n_columns: their number
 * @filters: names of the fields that people filter by
 * @sorts: names of the fields that people sort by
 * @lines: lines of text in a row
 * @sort: what people want it sorted by at first; "" for the order of entry
 * @descending: whether the last comes first then
 * @is_whole: whether a record is opened on a page of its own, not beside the list
 *
 * How a kind of record is shown in a list.
 */
typedef struct
{
  const char *type;
  const NazarColumnLayout *columns;
  guint n_columns;
  const char *const *filters;
  const char *const *sorts;
  int lines;
  const char *sort;
  gboolean descending;
  gboolean is_whole;
} NazarListLayout;

/** From this width of a list on there is room for words beside icons. */
#define NAZAR_LIST_WIDE 810

/** A column with a rank is shown where so much remains for the title. */
#define NAZAR_LIST_TITLE_WIDTH 230
#define NAZAR_LIST_MAX_RANK 3

const NazarListLayout *nazar_list_layout      (GType                    type);
gboolean               nazar_list_is_listed   (GType                    type);
const NazarField      *nazar_list_find_field  (GType                    type,
                                               const char              *name);
const char            *nazar_list_column_title (GType                    type,
                                               const NazarColumnLayout *column);
const char            *nazar_list_sort_title  (GType                    type,
                                               const char              *field);

G_END_DECLS
