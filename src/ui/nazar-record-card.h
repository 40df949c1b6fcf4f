/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_RECORD_CARD (nazar_record_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarRecordCard, nazar_record_card, NAZAR, RECORD_CARD, AdwExpanderRow)

/**
 * NazarRecordCardClass:
 * @fields: names of the fields that are edited in it, in their order; %NULL at the end
 * @delete_label: what its button says, to be translated
 * @deleted: what the toast says then, to be translated
 * @first_field: name of the field that a new record begins with
 * @show: shows what can be seen while it is closed, and which rows there are
 * @add_buttons: (nullable): adds to the buttons at its end
 */
struct _NazarRecordCardClass
{
  AdwExpanderRowClass parent_class;

  const char *const *fields;
  const char *delete_label;
  const char *deleted;

  const char *(*first_field) (NazarRecord     *record);
  void        (*show)        (NazarRecordCard *self,
                              NazarRecord     *record);
  void        (*add_buttons) (NazarRecordCard *self,
                              GtkBox          *buttons);
};

NazarRecord   *nazar_record_card_get_record (NazarRecordCard *self);
NazarLive     *nazar_record_card_get_live   (NazarRecordCard *self);
NazarFieldRow *nazar_record_card_get_row    (NazarRecordCard *self,
                                             const char      *field);
void           nazar_record_card_update     (NazarRecordCard *self);
void           nazar_record_card_open       (NazarRecordCard *self);
void           nazar_record_card_flush      (NazarRecordCard *self);
void           nazar_record_card_forget     (NazarRecordCard *self);

G_END_DECLS
