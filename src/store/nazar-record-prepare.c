/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-record-prepare.h"

#include "nazar-checklist-cache.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

/* What the program itself gives a record before it is stored. */

/* I-01 and up, within the visit: never a name, and never given twice. */
static gboolean
give_code (NazarConnection  *connection,
           NazarRecord      *interview,
           GError          **error)
{
  g_autofree char *code = NULL;
  gint64 last;

  if (!nazar_connection_get_int (connection, &last, error,
                                 "SELECT coalesce (max (CAST (substr (code, 3) AS INTEGER)), 0) FROM interview"
                                 " WHERE visit = ? AND code GLOB 'I-[0-9]*'",
                                 "s", nazar_record_get (interview, "visit")))
    return FALSE;

  code = g_strdup_printf ("I-%02" G_GINT64_FORMAT, last + 1);
  nazar_record_set (interview, "code", code);
  return TRUE;
}

/* A questionnaire that comes with the program becomes a record when something first
 * refers to it: a visit keeps the version that it was answered with. */
static gboolean
keep_checklist (NazarConnection  *connection,
                const char       *id,
                GError          **error)
{
  NazarChecklist *checklist = nazar_checklist_builtin (id);
  g_autoptr (NazarRecord) record = NULL;
  gboolean exists;

  if (checklist == NULL || !g_str_equal (nazar_checklist_get_id (checklist), id))
    return TRUE;
  if (!nazar_record_sql_exists (connection, "checklist", id, &exists, error))
    return FALSE;
  if (exists)
    return TRUE;

  record = nazar_checklist_new_record (checklist);
  return nazar_record_sql_insert (connection, record, error);
}

static gboolean
keep_checklists (NazarConnection  *connection,
                 NazarRecord      *record,
                 GError          **error)
{
  g_auto (GStrv) ids = NULL;

  if (G_OBJECT_TYPE (record) == NAZAR_TYPE_ANSWER)
    return nazar_record_get (record, "checklist") == NULL ||
           keep_checklist (connection, nazar_record_get (record, "checklist"), error);

  ids = nazar_record_get_strv (record, "checklists");
  for (guint i = 0; ids[i] != NULL; i++)
    if (!keep_checklist (connection, ids[i], error))
      return FALSE;

  return TRUE;
}

/* A file of an interview is the data of who was interviewed. */
static gboolean
find_interview (NazarConnection  *connection,
                NazarRecord      *attachment,
                GError          **error)
{
  const char *owner = nazar_record_get (attachment, "record");
  gboolean exists = FALSE;

  if (owner != NULL && !nazar_record_sql_exists (connection, "interview", owner, &exists, error))
    return FALSE;
  if (exists)
    nazar_record_set (attachment, "interview", owner);
  return TRUE;
}

/**
 * nazar_record_prepare:
 * @connection: a connection inside a transaction
 * @record: a record that is about to be stored
 * @error: return location for a #NazarStoreError
 *
 * Gives a new interview its code, a new visit its state and a file of an interview the
 * mark whose it is, and keeps the
 * questionnaires that the record refers to in the register.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_record_prepare (NazarConnection  *connection,
                      NazarRecord      *record,
                      GError          **error)
{
  GType type = G_OBJECT_TYPE (record);
  gboolean is_new = nazar_record_get_n (record) == 0;

  if (type == NAZAR_TYPE_ATTACHMENT && is_new && nazar_record_get (record, "interview") == NULL)
    return find_interview (connection, record, error);
  if (type == NAZAR_TYPE_INTERVIEW && is_new && nazar_record_get (record, "code") == NULL)
    return give_code (connection, record, error);
  if (type == NAZAR_TYPE_VISIT && is_new && nazar_record_get (record, "state") == NULL)
    nazar_record_set (record, "state", "draft");
  if (type == NAZAR_TYPE_VISIT || (type == NAZAR_TYPE_ANSWER && is_new))
    return keep_checklists (connection, record, error);

  return TRUE;
}
