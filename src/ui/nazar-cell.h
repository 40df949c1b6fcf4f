/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-list-layout.h"
#include "nazar-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NazarCellContext:
 * @live: the register
 * @type: the kind of record
 * @search: (nullable): what is searched for
 * @titles: (element-type utf8 utf8): titles of records referred to, by id
 * @compact: whether a status is its icon alone
 * @lines: lines of text in a row
 *
 * What all cells of a list have in common.
 */
typedef struct
{
  NazarLive *live;
  GType type;
  char *search;
  GHashTable *titles;
  gboolean compact;
  int lines;
} NazarCellContext;

GtkWidget   *nazar_cell_new       (const NazarColumnLayout *column,
                                   NazarCellContext        *context);
void         nazar_cell_show      (GtkWidget               *cell,
                                   const NazarColumnLayout *column,
                                   NazarCellContext        *context,
                                   NazarRow                *row);
void         nazar_cell_set_item  (GtkWidget               *cell,
                                   GtkListItem             *item);
GtkListItem *nazar_cell_find_item (GtkWidget               *widget);

G_END_DECLS
