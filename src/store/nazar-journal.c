/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-journal.h"

#include "nazar-date.h"
#include "nazar-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#define DIGEST_BYTES 32
#define SALT_BYTES 16

static const guint8 no_salt[SALT_BYTES];
static const char *const kind_names[] = { "edit", "import", "export", "undo", "redo" };
static const char *const action_names[] = { "note", "create", "change", "delete" };

/* One transaction's entries while they are written. */
struct _NazarJournal
{
  NazarConnection *connection;
  NazarJournalKind kind;
  char *device;
  char *author;
  char *at;
  gint64 first;
  gint64 subject;
  gint64 seq;
  guint8 previous[DIGEST_BYTES];
  guint8 no_content[DIGEST_BYTES]; /* the digest of an entry without changes */
};

/**
 * nazar_journal_kind_name:
 * @kind: what a transaction was
 *
 * Returns: (transfer none): its name in the journal
 */
const char *
nazar_journal_kind_name (NazarJournalKind kind)
{
  return kind_names[kind];
}

/**
 * nazar_journal_action_name:
 * @action: what an entry says
 *
 * Returns: (transfer none): its name in the journal
 */
const char *
nazar_journal_action_name (NazarJournalAction action)
{
  return action_names[action];
}

static guint
find_name (const char *const *names,
           guint              n_names,
           const char        *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return i;

  return 0;
}

/**
 * nazar_journal_kind_from_name:
 * @name: (nullable): a name in the journal
 *
 * Returns: what the transaction was; an edit where the name is unknown
 */
NazarJournalKind
nazar_journal_kind_from_name (const char *name)
{
  return find_name (kind_names, G_N_ELEMENTS (kind_names), name);
}

/**
 * nazar_journal_action_from_name:
 * @name: (nullable): a name in the journal
 *
 * Returns: what the entry says; a note where the name is unknown
 */
NazarJournalAction
nazar_journal_action_from_name (const char *name)
{
  return find_name (action_names, G_N_ELEMENTS (action_names), name);
}

static void
add_text (GString    *entry,
          const char *text)
{
  /* A mark between the parts and one for NULL, so that no two entries read alike. */
  g_string_append (entry, text != NULL ? text : "\x1e");
  g_string_append_c (entry, '\x1f');
}

static void
digest_bytes (const GString *entry,
              guint8        *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = DIGEST_BYTES;

  g_checksum_update (checksum, (const guchar *) entry->str, entry->len);
  g_checksum_get_digest (checksum, digest, &length);
}

static void
digest_content (const guint8 *salt,
                const char   *changes,
                guint8       *digest)
{
  g_autoptr (GString) content = g_string_new_len ((const char *) salt, SALT_BYTES);

  add_text (content, changes);
  digest_bytes (content, digest);
}

/**
 * nazar_journal_begin:
 * @connection: a connection inside a transaction
 * @kind: what the transaction is
 * @subject: for undo and redo, the `first` of what is taken back; else 0
 * @error: return location for a #NazarStoreError
 *
 * Goes to the end of this device's chain.
 *
 * Returns: (transfer full) (nullable): what entries are appended to
 */
NazarJournal *
nazar_journal_begin (NazarConnection   *connection,
                     NazarJournalKind   kind,
                     gint64             subject,
                     GError           **error)
{
  g_autoptr (NazarJournal) self = g_new0 (NazarJournal, 1);
  g_autoptr (NazarStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  self->connection = connection;
  self->kind = kind;
  self->subject = subject;
  self->device = nazar_identity_get_device ();
  self->author = nazar_identity_get_author ();
  self->at = nazar_moment_now ();

  statement = nazar_connection_query (connection, error,
                                      "SELECT seq, digest FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1",
                                      "s", self->device);
  if (statement == NULL)
    return NULL;

  if (nazar_statement_step (statement, &local_error))
    {
      gsize length;
      gconstpointer digest = nazar_statement_blob (statement, 1, &length);

      self->seq = nazar_statement_int (statement, 0);
      if (length == DIGEST_BYTES)
        memcpy (self->previous, digest, DIGEST_BYTES);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  digest_content (no_salt, NULL, self->no_content);
  self->first = self->seq + 1;
  return g_steal_pointer (&self);
}

static void
add_int (GString *entry,
         gint64   number)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  add_text (entry, text);
}

typedef struct
{
  const char *device;
  gint64 seq;
  gint64 first;
  const char *kind;
  const char *at;
  const char *author;
  const char *action;
  const char *type;
  const char *record;
  gint64 subject;
} Entry;

static void
digest_entry (const Entry  *entry,
              const guint8 *content,
              const guint8 *previous,
              guint8       *digest)
{
  g_autoptr (GString) text = g_string_sized_new (512);

  g_string_append_len (text, (const char *) previous, DIGEST_BYTES);
  add_text (text, entry->device);
  add_int (text, entry->seq);
  add_int (text, entry->first);
  add_text (text, entry->kind);
  add_text (text, entry->at);
  add_text (text, entry->author);
  add_text (text, entry->action);
  add_text (text, entry->type);
  add_text (text, entry->record);
  add_int (text, entry->subject);
  g_string_append_len (text, (const char *) content, DIGEST_BYTES);
  digest_bytes (text, digest);
}

/**
 * nazar_journal_append:
 * @self: a transaction's entries
 * @action: what the entry says
 * @type: (nullable): name of the record's type
 * @record: (nullable): its id
 * @changes: (nullable): `{"field": [old, new]}`, or what a note has to say, as JSON
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_journal_append (NazarJournal        *self,
                      NazarJournalAction   action,
                      const char          *type,
                      const char          *record,
                      const char          *changes,
                      GError             **error)
{
  guint8 salt[SALT_BYTES], content[DIGEST_BYTES], digest[DIGEST_BYTES];
  Entry entry = { self->device, self->seq + 1, self->first, kind_names[self->kind], self->at,
                  self->author, action_names[action], type, record, self->subject };
  g_autoptr (GBytes) salt_bytes = NULL, content_bytes = NULL, previous_bytes = NULL, digest_bytes = NULL;

  /* The salt keeps an erased name from being guessed from its digest. An entry
   * without changes has nothing to guess. */
  if (changes != NULL)
    {
      if (getrandom (salt, sizeof salt, 0) != sizeof salt)
        return nazar_store_error_set (error, NULL, SQLITE_ERROR);
      digest_content (salt, changes, content);
    }
  else
    {
      memcpy (content, self->no_content, sizeof content);
    }
  digest_entry (&entry, content, self->previous, digest);

  salt_bytes = changes != NULL ? g_bytes_new (salt, sizeof salt) : NULL;
  content_bytes = g_bytes_new (content, sizeof content);
  previous_bytes = g_bytes_new (self->previous, sizeof self->previous);
  digest_bytes = g_bytes_new (digest, sizeof digest);

  if (!nazar_connection_exec (self->connection, error,
                              "INSERT INTO journal (device, seq, first, kind, at, author, action, type, record, subject,"
                              " changes, salt, content, previous, digest)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, 0), ?, ?, ?, ?, ?)",
                              "siissssssisbbbb", entry.device, entry.seq, entry.first, entry.kind, entry.at,
                              entry.author, entry.action, entry.type, entry.record, entry.subject, changes,
                              salt_bytes, content_bytes, previous_bytes, digest_bytes))
    return FALSE;

  self->seq++;
  memcpy (self->previous, digest, DIGEST_BYTES);
  return TRUE;
}

/**
 * nazar_journal_get_n_entries:
 * @self: a transaction's entries
 *
 * Returns: how many were appended
 */
guint
nazar_journal_get_n_entries (NazarJournal *self)
{
  return self->seq + 1 - self->first;
}

/**
 * nazar_journal_end:
 * @self: (transfer full): a transaction's entries
 */
void
nazar_journal_end (NazarJournal *self)
{
  g_free (self->device);
  g_free (self->author);
  g_free (self->at);
  g_free (self);
}

static gboolean
blob_equals (NazarStatement *statement,
             int             column,
             const guint8   *digest)
{
  gsize length;
  gconstpointer blob = nazar_statement_blob (statement, column, &length);

  return length == DIGEST_BYTES && memcmp (blob, digest, DIGEST_BYTES) == 0;
}

static gboolean
entry_holds (NazarStatement *row,
             const Entry    *entry,
             const guint8   *previous,
             guint8         *digest)
{
  const char *changes = nazar_statement_text (row, 10);
  guint8 content[DIGEST_BYTES];
  gsize salt_length, content_length;
  gconstpointer salt = nazar_statement_blob (row, 11, &salt_length);
  gconstpointer stored = nazar_statement_blob (row, 12, &content_length);

  if (content_length != DIGEST_BYTES)
    return FALSE;
  /* What never had changes has the digest of nothing. */
  if (changes != NULL && salt_length != SALT_BYTES)
    return FALSE;
  digest_content (changes != NULL ? salt : no_salt, changes, content);
  if (memcmp (stored, content, DIGEST_BYTES) != 0)
    return FALSE;

  digest_entry (entry, stored, previous, digest);
  return blob_equals (row, 13, previous) && blob_equals (row, 14, digest);
}

/**
 * nazar_journal_verify:
 * @connection: a connection
 * @problem: (out) (transfer full) (nullable): a sentence that says what does not
 *   hold; %NULL where every chain holds
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE where the journal could not be read
 */
gboolean
nazar_journal_verify (NazarConnection  *connection,
                      char            **problem,
                      GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *device = NULL;
  guint8 previous[DIGEST_BYTES] = { 0 };
  gint64 seq = 0;

  *problem = NULL;
  row = nazar_connection_query (connection, error,
                                "SELECT device, seq, first, kind, at, author, action, type, record, coalesce (subject, 0),"
                                " changes, salt, content, previous, digest FROM journal ORDER BY device, seq",
                                NULL);
  if (row == NULL)
    return FALSE;

  while (*problem == NULL && nazar_statement_step (row, &local_error))
    {
      Entry entry = { nazar_statement_text (row, 0), nazar_statement_int (row, 1), nazar_statement_int (row, 2),
                      nazar_statement_text (row, 3), nazar_statement_text (row, 4), nazar_statement_text (row, 5),
                      nazar_statement_text (row, 6), nazar_statement_text (row, 7), nazar_statement_text (row, 8),
                      nazar_statement_int (row, 9) };
      guint8 digest[DIGEST_BYTES];

      if (g_strcmp0 (device, entry.device) != 0)
        {
          g_free (device);
          device = g_strdup (entry.device);
          memset (previous, 0, sizeof previous);
          seq = 0;
        }

      if (entry.seq != ++seq || !entry_holds (row, &entry, previous, digest))
        /* Translators: the number of an entry and the id of a device. */
        *problem = g_strdup_printf (_("The journal does not hold at entry %d of the device %s."), (int) seq, device);
      else
        memcpy (previous, digest, sizeof previous);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}
