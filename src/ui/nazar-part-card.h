/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"
#include "nazar-part.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_PART_CARD (nazar_part_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarPartCard, nazar_part_card, NAZAR, PART_CARD, AdwExpanderRow)

/**
 * NazarPartCardClass:
 * @fields: names of the fields that are edited in it, in their order; %NULL at the end
 * @delete_label: what its button says, to be translated
 * @deleted: what the toast says then, to be translated
 * @show: shows what can be seen while it is closed, and which rows there are
 * @first_field: (nullable): name of the field that a new part begins with
 * @make_row: (nullable): makes the row of a field, where it is no usual one; may
 *   return %NULL
 * @prepare: (nullable): the rows are there
 * @add_buttons: (nullable): adds to the buttons at its end
 */
struct _NazarPartCardClass
{
  AdwExpanderRowClass parent_class;

  const char *const *fields;
  const char *delete_label;
  const char *deleted;

  void        (*show)        (NazarPartCard    *self,
                              NazarRecord      *part);
  const char *(*first_field) (NazarRecord      *part);
  GtkWidget  *(*make_row)    (NazarPartCard    *self,
                              const NazarField *field);
  void        (*prepare)     (NazarPartCard    *self);
  void        (*add_buttons) (NazarPartCard    *self,
                              GtkBox           *buttons);
};

NazarLive     *nazar_part_card_get_live    (NazarPartCard *self);
NazarPartList *nazar_part_card_get_list    (NazarPartCard *self);
NazarPart     *nazar_part_card_get_part    (NazarPartCard *self);
gboolean       nazar_part_card_is_editable (NazarPartCard *self);
NazarFieldRow *nazar_part_card_get_row     (NazarPartCard *self,
                                            const char    *field);
gboolean       nazar_part_card_enter       (NazarPartCard *self,
                                            const char    *field,
                                            const char    *input);
void           nazar_part_card_update      (NazarPartCard *self);
void           nazar_part_card_open        (NazarPartCard *self,
                                            gboolean       focus);
void           nazar_part_card_remove      (NazarPartCard *self);
void           nazar_part_card_forget      (NazarPartCard *self);

G_END_DECLS
