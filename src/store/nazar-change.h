/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-capture.h"
#include "nazar-journal.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarChange:
 * @type: the kind of record
 * @n: its number in this file
 * @id: its id
 * @owner: (nullable): id of the record that it belongs to
 * @action: what happened to it
 *
 * What a transaction did to one record: what lists and open pages are told.
 */
typedef struct
{
  GType type;
  gint64 n;
  char *id;
  char *owner;
  NazarJournalAction action;
} NazarChange;

void nazar_change_free (NazarChange *change);

GPtrArray *nazar_changes_apply (NazarConnection *connection,
                                NazarJournal    *journal,
                                NazarCapture    *capture,
                                GError         **error);

G_END_DECLS
