/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-store.h"

#include "nazar-guard.h"
#include "nazar-journal.h"
#include "nazar-lock.h"
#include "nazar-record-delete.h"
#include "nazar-record-prepare.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-schema.h"
#include "nazar-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A register that is open. One connection writes, in whatever thread holds the
 * write lock; another reads for the main loop, which so never waits for a writer;
 * lists and searches make further readers of their own. */
struct _NazarStore
{
  GObject parent_instance;

  char *path;
  char *why_read_only;
  NazarLock *lock;
  NazarGuard *guard;

  GRecMutex write_mutex;
  NazarConnection *writer;
  GThread *writing; /* who is inside a transaction */
  NazarJournal *journal;
  NazarCapture *capture;

  GRecMutex read_mutex;
  NazarConnection *reader;
  gboolean immutable;

  GThreadPool *queue; /* one thread: edits are written in the order they were made */
  GMainContext *context;
};

G_DEFINE_FINAL_TYPE (NazarStore, nazar_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
nazar_store_finalize (GObject *object)
{
  NazarStore *self = NAZAR_STORE (object);

  nazar_store_close (self);
  g_free (self->path);
  g_free (self->why_read_only);
  g_rec_mutex_clear (&self->write_mutex);
  g_rec_mutex_clear (&self->read_mutex);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (nazar_store_parent_class)->finalize (object);
}

static void
nazar_store_class_init (NazarStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_store_finalize;

  /**
   * NazarStore::changed:
   * @self: the store
   * @changes: (element-type NazarChange): what the transaction did, one line a record
   *
   * A transaction was stored. Told in the main context of the thread that opened
   * the register.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
nazar_store_init (NazarStore *self)
{
  g_rec_mutex_init (&self->write_mutex);
  g_rec_mutex_init (&self->read_mutex);
  self->context = g_main_context_ref_thread_default ();
}

/* SQLite's smallest page: it takes anything shorter for an empty database. */
#define MIN_FILE_SIZE 512

static gboolean
look_at_file (const char  *path,
              GError     **error)
{
  struct stat st;

  if (stat (path, &st) != 0)
    {
      g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
                   /* Translators: %s is a file name. */
                   _("There is no register at “%s”."), path);
      return FALSE;
    }

  if (S_ISREG (st.st_mode) && st.st_size >= MIN_FILE_SIZE)
    return TRUE;

  g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_A_REGISTER,
               S_ISDIR (st.st_mode)                        ? _("“%s” is a folder, not a register.")
               : S_ISREG (st.st_mode) && st.st_size == 0 ? _("“%s” is empty. It is not a register.")
                                                           : _("“%s” is not a Nazar register."),
               path);
  return FALSE;
}

static NazarConnection *
open_reader (NazarStore  *self,
             GBytes      *key,
             GError     **error)
{
  NazarConnectionMode mode = self->immutable ? NAZAR_CONNECTION_IMMUTABLE : NAZAR_CONNECTION_READ;
  g_autoptr (NazarConnection) reader = nazar_connection_open (self->path, mode, key, error);

  if (reader == NULL || !nazar_connection_prepare_views (reader, error))
    return NULL;

  return g_steal_pointer (&reader);
}

static gboolean
is_about_the_place (const GError *error)
{
  return g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FAILED) ||
         g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FULL);
}

static gboolean
open_for_reading (NazarStore  *self,
                  GBytes      *key,
                  GError     **error)
{
  g_autoptr (NazarConnection) probe = NULL;
  g_autoptr (GError) local_error = NULL;
  int version;

  probe = nazar_connection_open (self->path, NAZAR_CONNECTION_READ, key, &local_error);
  if (probe == NULL || !nazar_schema_check (probe, &version, &local_error))
    {
      /* A file in WAL mode cannot be opened where no file can be made beside it. */
      if (!is_about_the_place (local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_clear_pointer (&probe, nazar_connection_close);
      self->immutable = TRUE;
      probe = nazar_connection_open (self->path, NAZAR_CONNECTION_IMMUTABLE, key, error);
      if (probe == NULL || !nazar_schema_check (probe, &version, error))
        return FALSE;
    }

  if (version < nazar_schema_version ())
    {
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY,
                           _("This register was written by an older Nazar. Open it once where it can be written."));
      return FALSE;
    }

  self->reader = open_reader (self, key, error);
  if (self->reader == NULL)
    return FALSE;

  if (!self->immutable)
    self->guard = nazar_guard_take (self->path);
  return TRUE;
}

static gboolean
open_for_writing (NazarStore  *self,
                  GBytes      *key,
                  GError     **error)
{
  g_autoptr (NazarConnection) writer = NULL;
  g_autoptr (NazarLock) lock = NULL;
  int version;

  if (g_access (self->path, W_OK) != 0)
    return nazar_store_error_set (error, NULL, SQLITE_READONLY);

  /* First look, then lock: a file of another program gets no lock file beside it. */
  writer = nazar_connection_open (self->path, NAZAR_CONNECTION_WRITE, key, error);
  if (writer == NULL || !nazar_schema_check (writer, &version, error))
    return FALSE;

  lock = nazar_lock_take (self->path, error);
  if (lock == NULL || !nazar_schema_migrate (writer, self->path, version, error) ||
      !nazar_connection_exec (writer, error, "PRAGMA journal_mode = WAL", NULL) ||
      !nazar_connection_prepare_views (writer, error))
    return FALSE;

  self->reader = open_reader (self, key, error);
  if (self->reader == NULL)
    return FALSE;

  self->guard = nazar_guard_take (self->path);
  self->writer = g_steal_pointer (&writer);
  self->lock = g_steal_pointer (&lock);
  self->queue = g_thread_pool_new (nazar_store_run_job, self, 1, FALSE, NULL);
  return TRUE;
}

/**
 * nazar_store_open:
 * @path: path of a register
 * @flags: how to open it
 * @key: (nullable): the key of an encrypted register
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): the register; %NULL where it is none that
 *   this program can open, and then nothing was changed
 */
NazarStore *
nazar_store_open (const char       *path,
                  NazarStoreFlags   flags,
                  GBytes           *key,
                  GError          **error)
{
  g_autoptr (NazarStore) self = g_object_new (NAZAR_TYPE_STORE, NULL);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!look_at_file (path, error))
    return NULL;

  self->path = g_canonicalize_filename (path, NULL);
  if ((flags & NAZAR_STORE_READ_ONLY) == 0)
    {
      if (open_for_writing (self, key, &local_error))
        return g_steal_pointer (&self);

      if ((flags & NAZAR_STORE_FALL_BACK) == 0 ||
          !(g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED) || is_about_the_place (local_error)))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      self->why_read_only = g_strdup (local_error->message);
    }

  return open_for_reading (self, key, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * nazar_store_create:
 * @path: path of a file that does not exist
 * @key: (nullable): the key to encrypt it with
 * @error: return location for a #NazarStoreError
 *
 * Makes an empty register that only its owner can read.
 *
 * Returns: (transfer full) (nullable): the register, open for writing
 */
NazarStore *
nazar_store_create (const char  *path,
                    GBytes      *key,
                    GError     **error)
{
  g_autoptr (NazarConnection) connection = NULL;
  NazarStore *self = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int why = errno;

      g_set_error (error, NAZAR_STORE_ERROR, why == EEXIST ? NAZAR_STORE_ERROR_EXISTS : NAZAR_STORE_ERROR_FAILED,
                   why == EEXIST ? _("“%s” exists already. Choose another name.")
                                 /* Translators: %s is a file name. */
                                 : _("“%s” cannot be created. Check that you may write in its folder."),
                   path);
      return NULL;
    }
  close (fd);

  connection = nazar_connection_open (path, NAZAR_CONNECTION_CREATE, key, error);
  if (connection != NULL && nazar_schema_migrate (connection, path, 0, error))
    {
      g_clear_pointer (&connection, nazar_connection_close);
      self = nazar_store_open (path, NAZAR_STORE_DEFAULT, key, error);
    }
  if (self == NULL)
    g_unlink (path);

  return self;
}

/**
 * nazar_store_close:
 * @self: a register
 *
 * Waits for what is still to be written and closes the register.
 */
void
nazar_store_close (NazarStore *self)
{
  g_return_if_fail (NAZAR_IS_STORE (self));

  if (self->queue != NULL)
    g_thread_pool_free (g_steal_pointer (&self->queue), FALSE, !nazar_store_is_in_queue ());
  if (self->writing != NULL)
    nazar_store_rollback (self);

  /* The file alone is whole from here on, even where a list's reader closes after
   * the writer. Readers first: the last to close that can write removes the WAL. */
  if (self->writer != NULL)
    nazar_connection_exec (self->writer, NULL, "PRAGMA wal_checkpoint (PASSIVE)", NULL);
  if (self->guard != NULL)
    nazar_guard_lift (self->guard);
  g_clear_pointer (&self->reader, nazar_connection_close);
  g_clear_pointer (&self->writer, nazar_connection_close);
  g_clear_pointer (&self->guard, nazar_guard_free);
  g_clear_pointer (&self->lock, nazar_lock_release);
}

/**
 * nazar_store_get_path:
 * @self: a register
 *
 * Returns: (transfer none): its path
 */
const char *
nazar_store_get_path (NazarStore *self)
{
  return self->path;
}

/**
 * nazar_store_is_read_only:
 * @self: a register
 *
 * Returns: whether it cannot be written
 */
gboolean
nazar_store_is_read_only (NazarStore *self)
{
  return self->writer == NULL;
}

/**
 * nazar_store_why_read_only:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): a sentence that says why it was opened
 *   read-only although writing was asked for
 */
const char *
nazar_store_why_read_only (NazarStore *self)
{
  return self->why_read_only;
}

/**
 * nazar_store_begin:
 * @self: a register
 * @kind: what the transaction is
 * @subject: for undo and redo, the `first` of what is taken back; else 0
 * @error: return location for a #NazarStoreError
 *
 * Begins a transaction in this thread; others wait until it ends. Transactions
 * do not nest.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_store_begin (NazarStore        *self,
                   NazarJournalKind   kind,
                   gint64             subject,
                   GError           **error)
{
  g_return_val_if_fail (NAZAR_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->writing != g_thread_self (), FALSE);

  if (self->writer == NULL)
    {
      nazar_store_set_read_only_error (self, error);
      return FALSE;
    }

  g_rec_mutex_lock (&self->write_mutex);

  if (nazar_connection_exec (self->writer, error, "BEGIN IMMEDIATE", NULL))
    {
      self->writing = g_thread_self ();
      self->capture = nazar_capture_begin (self->writer);
      self->journal = nazar_journal_begin (self->writer, kind, subject, error);
      if (self->journal != NULL)
        return TRUE;
      nazar_store_rollback (self);
      return FALSE;
    }

  g_rec_mutex_unlock (&self->write_mutex);
  return FALSE;
}

/**
 * nazar_store_note:
 * @self: a register inside a transaction
 * @details: JSON that says what the transaction did as a whole
 * @error: return location for a #NazarStoreError
 *
 * Writes an entry about the transaction itself.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_store_note (NazarStore  *self,
                  const char  *details,
                  GError     **error)
{
  g_return_val_if_fail (self->writing == g_thread_self (), FALSE);

  return nazar_journal_append (self->journal, NAZAR_JOURNAL_NOTE, NULL, NULL, details, error);
}

static void
end_transaction (NazarStore *self)
{
  g_clear_pointer (&self->capture, nazar_capture_end);
  g_clear_pointer (&self->journal, nazar_journal_end);
  self->writing = NULL;
  g_rec_mutex_unlock (&self->write_mutex);
}

/**
 * nazar_store_rollback:
 * @self: a register inside a transaction
 *
 * Takes back all that the transaction did.
 */
void
nazar_store_rollback (NazarStore *self)
{
  g_return_if_fail (self->writing == g_thread_self ());

  nazar_connection_exec (self->writer, NULL, "ROLLBACK", NULL);
  end_transaction (self);
}

typedef struct
{
  NazarStore *store;
  GPtrArray *changes;
} Announcement;

static void
announcement_free (gpointer data)
{
  Announcement *announcement = data;

  g_object_unref (announcement->store);
  g_ptr_array_unref (announcement->changes);
  g_free (announcement);
}

static gboolean
announce_cb (gpointer data)
{
  Announcement *announcement = data;

  g_signal_emit (announcement->store, signals[SIGNAL_CHANGED], 0, announcement->changes);
  return G_SOURCE_REMOVE;
}

static void
announce (NazarStore *self,
          GPtrArray  *changes)
{
  Announcement *announcement;

  if (changes->len == 0)
    return;

  announcement = g_new0 (Announcement, 1);
  announcement->store = g_object_ref (self);
  announcement->changes = g_ptr_array_ref (changes);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, announce_cb, announcement, announcement_free);
}

/**
 * nazar_store_commit:
 * @self: a register inside a transaction
 * @error: return location for a #NazarStoreError
 *
 * The one end of every transaction: reads what was changed, writes the journal,
 * brings the search index up to date, and tells the lists. When it returns %TRUE
 * all of it is on the disk; otherwise nothing of it is.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_store_commit (NazarStore  *self,
                    GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (self->writing == g_thread_self (), FALSE);

  changes = nazar_changes_apply (self->writer, self->journal, self->capture, error);
  if (changes == NULL || !nazar_connection_exec (self->writer, error, "COMMIT", NULL))
    {
      nazar_store_rollback (self);
      return FALSE;
    }

  end_transaction (self);
  announce (self, changes);
  return TRUE;
}

/**
 * nazar_store_save:
 * @self: a register
 * @record: a record, new or changed
 * @error: return location for a #NazarStoreError
 *
 * Stores the record, in the transaction of this thread or in one of its own.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_store_save (NazarStore   *self,
                  NazarRecord  *record,
                  GError      **error)
{
  gboolean own = self->writing != g_thread_self ();
  gboolean ok;

  if (own && !nazar_store_begin (self, NAZAR_JOURNAL_EDIT, 0, error))
    return FALSE;

  ok = nazar_record_prepare (self->writer, record, error) &&
       (nazar_record_get_n (record) == 0 ? nazar_record_sql_insert (self->writer, record, error)
                                         : nazar_record_sql_update (self->writer, record, error));
  if (!own)
    return ok;
  if (ok)
    return nazar_store_commit (self, error);

  nazar_store_rollback (self);
  return FALSE;
}

/**
 * nazar_store_delete:
 * @self: a register
 * @type: the kind of record
 * @id: its id
 * @error: return location for a #NazarStoreError
 *
 * Deletes the record and what belongs to it, in the transaction of this thread
 * or in one of its own; undo brings all of it back.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_store_delete (NazarStore  *self,
                    GType        type,
                    const char  *id,
                    GError     **error)
{
  gboolean own = self->writing != g_thread_self ();
  gboolean ok;

  if (own && !nazar_store_begin (self, NAZAR_JOURNAL_EDIT, 0, error))
    return FALSE;

  ok = nazar_record_delete (self->writer, type, id, error);
  if (!own)
    return ok;
  if (ok)
    return nazar_store_commit (self, error);

  nazar_store_rollback (self);
  return FALSE;
}

/* Inside a transaction its own thread reads what it wrote. */
static NazarConnection *
lock_for_reading (NazarStore *self)
{
  if (self->writing == g_thread_self ())
    return self->writer;

  return nazar_store_lock_reader (self);
}

static void
unlock_after_reading (NazarStore      *self,
                      NazarConnection *connection)
{
  if (connection != self->writer)
    nazar_store_unlock_reader (self);
}

/**
 * nazar_store_load:
 * @self: a register
 * @type: the kind of record
 * @id: its id
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): the record; %NULL with
 *   %NAZAR_STORE_ERROR_NOT_FOUND where there is none
 */
NazarRecord *
nazar_store_load (NazarStore  *self,
                  GType        type,
                  const char  *id,
                  GError     **error)
{
  NazarConnection *connection = lock_for_reading (self);
  NazarRecord *record = nazar_record_sql_load (connection, type, id, error);

  unlock_after_reading (self, connection);
  return record;
}

/**
 * nazar_store_load_n:
 * @self: a register
 * @type: the kind of record
 * @n: its number in this file
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): as nazar_store_load()
 */
NazarRecord *
nazar_store_load_n (NazarStore  *self,
                    GType        type,
                    gint64       n,
                    GError     **error)
{
  NazarConnection *connection = lock_for_reading (self);
  NazarRecord *record = nazar_record_sql_load_n (connection, type, n, error);

  unlock_after_reading (self, connection);
  return record;
}

/**
 * nazar_store_find_type:
 * @self: a register
 * @id: an id
 * @error: return location for a #NazarStoreError
 *
 * Returns: the kind of the record with this id, or %G_TYPE_INVALID
 */
GType
nazar_store_find_type (NazarStore  *self,
                       const char  *id,
                       GError     **error)
{
  NazarConnection *connection = lock_for_reading (self);
  GType type = nazar_record_sql_find_type (connection, id, error);

  unlock_after_reading (self, connection);
  return type;
}

/**
 * nazar_store_dup_title:
 * @self: a register
 * @type: a kind of record
 * @id: (nullable): its id
 *
 * Returns: (transfer full): the line by which people know the record; the id
 *   itself where there is no such record, "" for none
 */
char *
nazar_store_dup_title (NazarStore *self,
                       GType       type,
                       const char *id)
{
  g_autoptr (NazarRecord) record = NULL;

  if (type == G_TYPE_INVALID && id != NULL)
    type = nazar_store_find_type (self, id, NULL);
  record = type != G_TYPE_INVALID && id != NULL ? nazar_store_load (self, type, id, NULL) : NULL;

  return record != NULL ? nazar_record_dup_title (record) : g_strdup (id != NULL ? id : "");
}

/**
 * nazar_store_lock_reader:
 * @self: a register
 *
 * Returns: (transfer none): the connection that reads for the main loop, until
 *   nazar_store_unlock_reader()
 */
NazarConnection *
nazar_store_lock_reader (NazarStore *self)
{
  g_rec_mutex_lock (&self->read_mutex);
  return self->reader;
}

/**
 * nazar_store_unlock_reader:
 * @self: a register
 */
void
nazar_store_unlock_reader (NazarStore *self)
{
  g_rec_mutex_unlock (&self->read_mutex);
}

/**
 * nazar_store_new_reader:
 * @self: a register
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (nullable): a further connection that reads, for a worker
 */
NazarConnection *
nazar_store_new_reader (NazarStore  *self,
                        GError     **error)
{
  return open_reader (self, NULL, error);
}

/**
 * nazar_store_get_writer:
 * @self: a register inside a transaction of this thread
 *
 * Returns: (transfer none): the connection that writes
 */
NazarConnection *
nazar_store_get_writer (NazarStore *self)
{
  g_return_val_if_fail (self->writing == g_thread_self (), NULL);

  return self->writer;
}

GThreadPool *
nazar_store_get_queue (NazarStore *self)
{
  return self->queue;
}

/* Sets the error that an attempt to write ends in. */
void
nazar_store_set_read_only_error (NazarStore  *self,
                                 GError     **error)
{
  if (self->why_read_only != NULL)
    g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY, self->why_read_only);
  else
    nazar_store_error_set (error, NULL, SQLITE_READONLY);
}
