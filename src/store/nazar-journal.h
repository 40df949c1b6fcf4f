/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"

G_BEGIN_DECLS

/**
 * NazarJournalKind:
 *
 * What a transaction was.
 */
typedef enum
{
  NAZAR_JOURNAL_EDIT,
  NAZAR_JOURNAL_IMPORT,
  NAZAR_JOURNAL_EXPORT,
  NAZAR_JOURNAL_UNDO,
  NAZAR_JOURNAL_REDO,
} NazarJournalKind;

/**
 * NazarJournalAction:
 *
 * What one entry says: of a record, that it was created, changed or deleted; of
 * the transaction as a whole, a note (what was imported, exported or undone).
 */
typedef enum
{
  NAZAR_JOURNAL_NOTE,
  NAZAR_JOURNAL_CREATE,
  NAZAR_JOURNAL_CHANGE,
  NAZAR_JOURNAL_DELETE,
} NazarJournalAction;

typedef struct _NazarJournal NazarJournal;

const char   *nazar_journal_kind_name   (NazarJournalKind   kind);
const char   *nazar_journal_action_name (NazarJournalAction action);
NazarJournalKind   nazar_journal_kind_from_name   (const char *name);
NazarJournalAction nazar_journal_action_from_name (const char *name);

NazarJournal *nazar_journal_begin  (NazarConnection    *connection,
                                    NazarJournalKind    kind,
                                    gint64              subject,
                                    GError            **error);
gboolean      nazar_journal_append (NazarJournal       *self,
                                    NazarJournalAction  action,
                                    const char         *type,
                                    const char         *record,
                                    const char         *changes,
                                    GError            **error);
guint         nazar_journal_get_n_entries (NazarJournal *self);
void          nazar_journal_end    (NazarJournal       *self);
gboolean      nazar_journal_verify (NazarConnection    *connection,
                                    char              **problem,
                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarJournal, nazar_journal_end)

G_END_DECLS
