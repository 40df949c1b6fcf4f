/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-lock.h"

#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"

#include <glib/gi18n-lib.h>

/* An approved visit is locked, with its answers, interviews, findings and files. To
 * reopen it takes a reason, which stands in the journal with the change. Looked at in
 * the one commit, so that nothing gets past it: no import, no undo. */
struct _NazarVisitLock
{
  NazarConnection *connection;
  GHashTable *open; /* ids of visits that were not approved before this transaction */
};

/**
 * nazar_visit_lock_new:
 * @connection: a connection inside a transaction
 *
 * Returns: (transfer full): what looks at the changes of one transaction, visits first
 */
NazarVisitLock *
nazar_visit_lock_new (NazarConnection *connection)
{
  NazarVisitLock *self = g_new0 (NazarVisitLock, 1);

  self->connection = connection;
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * nazar_visit_lock_free:
 * @self: (transfer full): a lock
 */
void
nazar_visit_lock_free (NazarVisitLock *self)
{
  g_hash_table_unref (self->open);
  g_free (self);
}

static gboolean
is_approved (NazarRecord *visit)
{
  return visit != NULL && g_strcmp0 (nazar_record_get (visit, "state"), "approved") == 0;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED_RECORD, sentence);
  return FALSE;
}

static gboolean
check_approval (NazarVisitLock  *self,
                NazarRecord     *visit,
                GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *sentence = nazar_visit_find_invalid (self->connection, visit, &local_error);
  g_autofree char *whole = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (sentence == NULL)
    return TRUE;

  /* Translators: a sentence that says which answer is wrong. */
  whole = g_strdup_printf (_("The visit cannot be approved. %s"), sentence);
  return refuse (error, whole);
}

static gboolean
check_visit (NazarVisitLock  *self,
             NazarRecord     *before,
             NazarRecord     *now,
             GError         **error)
{
  if (!is_approved (before))
    {
      g_hash_table_add (self->open, g_strdup (nazar_record_get_id (before != NULL ? before : now)));
      return !is_approved (now) || check_approval (self, now, error);
    }
  if (now == NULL)
    return refuse (error, _("This visit is approved. Reopen it before you delete it."));
  if (is_approved (now))
    return refuse (error, _("This visit is approved and locked. Reopen it to change it."));
  if (nazar_record_get (now, "reopened") == NULL ||
      g_strcmp0 (nazar_record_get (now, "reopened"), nazar_record_get (before, "reopened")) == 0)
    return refuse (error, _("An approved visit is reopened with a reason only. Say why in “Reason for reopening”."));

  return TRUE;
}

/* The visit that a record is part of; NULL where it is part of none. */
static char *
dup_visit (NazarVisitLock *self,
           NazarRecord    *record)
{
  const NazarField *owner = nazar_record_info_owner (nazar_record_get_info (record));
  const char *id = owner != NULL ? nazar_record_get (record, owner->name) : NULL;
  g_autoptr (NazarRecord) parent = NULL;
  GType type;

  if (id == NULL)
    return NULL;
  if (g_str_equal (owner->target, "visit"))
    return g_strdup (id);
  if (!g_str_equal (owner->target, NAZAR_ANY_RECORD))
    return NULL;

  type = nazar_record_sql_find_type (self->connection, id, NULL);
  if (type == NAZAR_TYPE_VISIT)
    return g_strdup (id);
  parent = type != G_TYPE_INVALID ? nazar_record_sql_load (self->connection, type, id, NULL) : NULL;
  return parent != NULL ? dup_visit (self, parent) : NULL;
}

static gboolean
check_part (NazarVisitLock  *self,
            NazarRecord     *record,
            GError         **error)
{
  g_autofree char *id = dup_visit (self, record);
  gint64 approved = 0;

  if (id == NULL || g_hash_table_contains (self->open, id))
    return TRUE;
  if (!nazar_connection_get_int (self->connection, &approved, error,
                                 "SELECT count (*) FROM visit WHERE id = ? AND state = 'approved'", "s", id))
    return FALSE;

  return approved == 0 || refuse (error, _("This belongs to a visit that is approved and locked. Reopen the visit to change it."));
}

/**
 * nazar_visit_lock_check:
 * @self: a lock
 * @before: (nullable): a record before the transaction
 * @now: (nullable): the record as it is now
 * @error: return location for an error
 *
 * Returns: %FALSE where the change would alter an approved visit, or approve one that
 *   holds an answer its question does not allow
 */
gboolean
nazar_visit_lock_check (NazarVisitLock  *self,
                        NazarRecord     *before,
                        NazarRecord     *now,
                        GError         **error)
{
  NazarRecord *record = now != NULL ? now : before;

  if (G_OBJECT_TYPE (record) == NAZAR_TYPE_VISIT)
    return check_visit (self, before, now, error);

  return (before == NULL || check_part (self, before, error)) && (now == NULL || check_part (self, now, error));
}
