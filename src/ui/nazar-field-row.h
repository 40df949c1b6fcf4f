/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"
#include "nazar-plain-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_FIELD_ROW (nazar_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarFieldRow, nazar_field_row, NAZAR, FIELD_ROW, NazarPlainRow)

/**
 * NazarFieldRowClass:
 * @click_activates: whether a click anywhere in the row does what its input does
 * @show_value: the row has another record, or the record another value
 * @dup_typed: (nullable): what stands in the row now, in rows that are typed in:
 *   it is stored when typing pauses or the row is left
 */
struct _NazarFieldRowClass
{
  NazarPlainRowClass parent_class;

  gboolean click_activates;

  void  (*show_value) (NazarFieldRow *self,
                       const char    *value);
  char *(*dup_typed)  (NazarFieldRow *self);
};

void              nazar_field_row_set_record   (NazarFieldRow    *self,
                                                NazarRecord      *record);
NazarRecord      *nazar_field_row_get_record   (NazarFieldRow    *self);
NazarLive        *nazar_field_row_get_live     (NazarFieldRow    *self);
const NazarField *nazar_field_row_get_field    (NazarFieldRow    *self);
gboolean          nazar_field_row_is_editable  (NazarFieldRow    *self);
void              nazar_field_row_flush        (NazarFieldRow    *self);
void              nazar_field_row_forget       (NazarFieldRow    *self);
void              nazar_field_row_flush_focus  (GtkWidget        *child);

/* For the kinds of row. */
void              nazar_field_row_set_content  (NazarFieldRow    *self,
                                                GtkWidget        *content,
                                                GtkWidget        *input);
void              nazar_field_row_add_suffix   (NazarFieldRow    *self,
                                                GtkWidget        *suffix);
gboolean          nazar_field_row_enter        (NazarFieldRow    *self,
                                                const char       *input);
void              nazar_field_row_typed        (NazarFieldRow    *self);

G_END_DECLS
