/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/* The small structures that a field of a record holds (the injuries of an interview),
 * each seen as a record of its own: rows show and check its fields as any other's. */

#define NAZAR_TYPE_PART (nazar_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarPart, nazar_part, NAZAR, PART, NazarRecord)

struct _NazarPartClass
{
  NazarRecordClass parent_class;
};

NazarRecord *nazar_part_put (NazarPart *self);

/**
 * NazarPartList:
 *
 * The structures in one field of one record, in their order: a #GListModel of
 * #NazarPart that follows what the field holds.
 */
#define NAZAR_TYPE_PART_LIST (nazar_part_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarPartList, nazar_part_list, NAZAR, PART_LIST, GObject)

NazarPartList *nazar_part_list_new        (const NazarField *field);
void           nazar_part_list_set_record (NazarPartList    *self,
                                           NazarRecord      *record);
NazarRecord   *nazar_part_list_get_record (NazarPartList    *self);
guint          nazar_part_list_get_length (NazarPartList    *self);
NazarPart     *nazar_part_list_get        (NazarPartList    *self,
                                           guint             index);
gboolean       nazar_part_list_find       (NazarPartList    *self,
                                           NazarPart        *part,
                                           guint            *index);
NazarPart     *nazar_part_list_add        (NazarPartList    *self);
void           nazar_part_list_remove     (NazarPartList    *self,
                                           NazarPart        *part);

G_END_DECLS
