/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-journal.h"

G_BEGIN_DECLS

/**
 * NazarHistoryChange:
 * @field: name of a field
 * @old_value: (nullable): its canonical text before
 * @new_value: (nullable): its canonical text after
 *
 * What one entry of the journal says of one field.
 */
typedef struct
{
  char *field;
  char *old_value;
  char *new_value;
} NazarHistoryChange;

/**
 * NazarHistoryEntry:
 * @n: its place in the journal of this file
 * @device: on which device
 * @seq: its number among the entries of that device
 * @first: the number of the first entry of the same transaction
 * @subject: for undo and redo, the `first` of what was taken back; else 0
 * @at: when, a moment
 * @author: (nullable): who
 * @kind: what the transaction was
 * @action: what happened to the record; a note is about the transaction as a whole
 * @type: (nullable): name of the record's type
 * @record: (nullable): its id
 * @details: (nullable): what a note has to say, as JSON
 * @changes: (element-type NazarHistoryChange): the fields, in the order of the
 *   field table; empty for a new record, which holds its values itself
 *
 * One entry of the journal, read.
 */
typedef struct
{
  gint64 n;
  char *device;
  gint64 seq;
  gint64 first;
  gint64 subject;
  char *at;
  char *author;
  NazarJournalKind kind;
  NazarJournalAction action;
  char *type;
  char *record;
  char *details;
  GPtrArray *changes;
} NazarHistoryEntry;

GPtrArray *nazar_history_read       (NazarConnection    *connection,
                                     const char         *record,
                                     GError            **error);
void       nazar_history_entry_free (NazarHistoryEntry  *entry);

G_END_DECLS
