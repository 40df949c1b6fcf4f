/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-owned-list.h"
#include "nazar-record-card.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_CARD_LIST (nazar_card_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarCardList, nazar_card_list, NAZAR, CARD_LIST, GtkBox)

/**
 * NazarCardListClass:
 * @card_type: the kind of card
 * @shows: (nullable): whether a record of the list is shown here; all where it is unset
 * @make_record: a new record, not yet stored
 * @add: (nullable): what the button does instead, where a record cannot be made at once
 */
struct _NazarCardListClass
{
  GtkBoxClass parent_class;

  GType card_type;

  gboolean     (*shows)       (NazarCardList *self,
                               NazarRecord   *record);
  NazarRecord *(*make_record) (NazarCardList *self);
  void         (*add)         (NazarCardList *self);
};

void nazar_card_list_set_words (NazarCardList  *self,
                                const char     *title,
                                const char     *empty,
                                const char     *add);
void nazar_card_list_set_list  (NazarCardList  *self,
                                NazarOwnedList *list);
void nazar_card_list_set_locked (NazarCardList *self,
                                 gboolean       locked);
void nazar_card_list_add       (NazarCardList  *self,
                                NazarRecord    *record);
void nazar_card_list_open      (NazarCardList  *self,
                                const char     *id);
void nazar_card_list_flush     (NazarCardList  *self);
void nazar_card_list_forget    (NazarCardList  *self);

G_END_DECLS
