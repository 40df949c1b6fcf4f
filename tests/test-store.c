/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-schema.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A register as a file: made, opened, refused, damaged, full. */

static void
test_reopen (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (NazarRecord) body = test_add_record (self->store, NAZAR_TYPE_BODY, "name", "Министерство", "kind", "ministry", NULL);
  g_autofree char *path = g_canonicalize_filename (self->path, NULL);

  g_assert_cmpint (nazar_record_get_n (body), ==, 1);
  g_assert_cmpstr (nazar_store_get_path (self->store), ==, path);
  test_register_close (self);
  test_register_open (self);

  g_assert_false (nazar_store_is_read_only (self->store));
  test_assert_field (self->store, body, "name", "Министерство");
  test_assert_field (self->store, body, "kind", "ministry");
  test_assert_in_order (self->store);
}

/* A window that was never used and one that crashed end alike. */
static void
test_leaves_nothing (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (NazarStore) reader = NULL;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  test_register_close (self);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  reader = nazar_store_open (self->path, NAZAR_STORE_READ_ONLY, NULL, NULL);
  g_assert_cmpint (test_count (reader, "SELECT count (*) FROM term"), ==, 0);
  nazar_store_close (reader);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* Whoever copies the file alone copies all of it, even while a list still reads. */
static void
test_file_is_whole (TestRegister  *self,
                    gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  NazarConnection *reader = nazar_store_new_reader (self->store, NULL);
  g_autofree char *copy = test_path (self, "copy.nazar");
  g_autofree char *bytes = NULL;
  g_autoptr (NazarStore) store = NULL;
  gsize length;

  nazar_store_close (self->store);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, length, NULL));
  nazar_connection_close (reader);
  g_clear_object (&self->store);

  store = nazar_store_open (copy, NAZAR_STORE_READ_ONLY, NULL, NULL);
  g_assert_true (test_exists (store, term));
}

static void
test_private (TestRegister  *self,
              gconstpointer  data)
{
  GStatBuf st;

  g_assert_cmpint (g_stat (self->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
}

static void
test_pragmas (TestRegister  *self,
              gconstpointer  data)
{
  g_assert_cmpint (test_count (self->store, "PRAGMA application_id"), ==, NAZAR_FILE_ID);
  g_assert_cmpint (test_count (self->store, "PRAGMA user_version"), ==, nazar_schema_version ());
  g_assert_cmpint (test_count (self->store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (test_count (self->store, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'"), ==, 2);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name <> 'journal'"), ==, 0);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM sqlite_schema WHERE sql LIKE '%CASCADE%' OR sql LIKE '%GENERATED%'"),
                   ==, 0);

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  {
    NazarConnection *writer = nazar_store_get_writer (self->store);
    g_autoptr (NazarStatement) mode = nazar_connection_query (writer, NULL, "PRAGMA journal_mode", NULL);
    gint64 synchronous;

    g_assert_true (nazar_statement_step (mode, NULL));
    g_assert_cmpstr (nazar_statement_text (mode, 0), ==, "wal");
    g_assert_true (nazar_connection_get_int (writer, &synchronous, NULL, "PRAGMA synchronous", NULL));
    g_assert_cmpint (synchronous, ==, 2);
  }
  nazar_store_rollback (self->store);
}

static void
test_names (TestRegister  *self,
            gconstpointer  data)
{
  const char *const names[] = { "Реестр Кыргызстан.nazar", "a?b=c#d%20e&f.nazar", "with 'quote' \"and\".nazar", "file:x?mode=ro.nazar" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = test_path (self, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (NazarStore) store = nazar_store_create (path, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      nazar_store_close (store);
      g_clear_object (&store);
      store = nazar_store_open (path, NAZAR_STORE_DEFAULT, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_create_refuses (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (GError) exists = NULL, nowhere = NULL;
  g_autofree char *before = test_digest (self->path);
  g_autofree char *after = NULL;

  g_assert_null (nazar_store_create (self->path, NULL, &exists));
  g_assert_error (exists, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_EXISTS);
  test_assert_sentence (exists);
  after = test_digest (self->path);
  g_assert_cmpstr (after, ==, before);

  g_assert_null (nazar_store_create ("/nonexistent/folder/x.nazar", NULL, &nowhere));
  test_assert_sentence (nowhere);
}

/* An encrypted register is for a build that can encrypt. */
static void
test_no_encryption (TestRegister  *self,
                    gconstpointer  data)
{
  g_autoptr (GBytes) key = g_bytes_new_static ("secret", 6);
  g_autofree char *path = test_path (self, "other.nazar");
  g_autoptr (GError) error = NULL;

  g_assert_null (nazar_store_create (path, key, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NO_ENCRYPTION);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- files that are no registers ----------------------------------------- */

static void
assert_refused_as (TestRegister    *self,
                   const char      *path,
                   NazarStoreFlags  flags,
                   int              code,
                   const char      *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_digest (path);
  g_autofree char *after = NULL;
  guint n_files = test_count_files (self->folder);

  g_assert_null (nazar_store_open (path, flags, NULL, &error));
  test_assert_sentence (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, NAZAR_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));

  after = test_digest (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_count_files (self->folder), ==, n_files);
}

/* The same to whoever wants to write and to whoever wants to read. */
static void
assert_refused (TestRegister *self,
                const char   *path,
                int           code,
                const char   *words)
{
  assert_refused_as (self, path, NAZAR_STORE_DEFAULT, code, words);
  assert_refused_as (self, path, NAZAR_STORE_READ_ONLY, code, words);
  assert_refused_as (self, path, NAZAR_STORE_FALL_BACK, code, words);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_not_registers (TestRegister  *self,
                    gconstpointer  data)
{
  g_autofree char *empty = test_write (self, "empty.nazar", "", 0);
  g_autofree char *text = test_write (self, "text.nazar", "Dear reader", -1);
  g_autofree char *noise = g_strnfill (20000, 'x');
  g_autofree char *long_text = test_write (self, "long.nazar", noise, -1);
  g_autofree char *header = test_write (self, "header.nazar", "SQLite format 3\0\x10\0\1\1", 20);
  g_autofree char *other = test_path (self, "other.nazar");
  g_autofree char *wal = test_path (self, "wal.nazar");

  run_sql (other, "CREATE TABLE tracks (a)");
  run_sql (wal, "PRAGMA journal_mode = WAL; CREATE TABLE tracks (a)");

  assert_refused (self, empty, NAZAR_STORE_ERROR_NOT_A_REGISTER, "is empty");
  assert_refused (self, text, NAZAR_STORE_ERROR_NOT_A_REGISTER, "not a Nazar register");
  assert_refused (self, long_text, NAZAR_STORE_ERROR_NOT_A_REGISTER, "not a Nazar register");
  assert_refused (self, header, NAZAR_STORE_ERROR_NOT_A_REGISTER, "not a Nazar register");
  assert_refused (self, other, NAZAR_STORE_ERROR_NOT_A_REGISTER, "another program");
  assert_refused (self, wal, NAZAR_STORE_ERROR_NOT_A_REGISTER, "another program");
}

static void
test_nowhere (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *nowhere = test_path (self, "nowhere.nazar");
  g_autoptr (GError) missing = NULL, folder = NULL;

  g_assert_null (nazar_store_open (nowhere, NAZAR_STORE_FALL_BACK, NULL, &missing));
  g_assert_error (missing, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND);
  test_assert_sentence (missing);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));

  g_assert_null (nazar_store_open (self->folder, NAZAR_STORE_FALL_BACK, NULL, &folder));
  g_assert_error (folder, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_A_REGISTER);
  test_assert_sentence (folder);
}

static void
test_newer (TestRegister  *self,
            gconstpointer  data)
{
  test_register_close (self);
  run_sql (self->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");

  assert_refused (self, self->path, NAZAR_STORE_ERROR_NEWER, "newer Nazar");
}

static void
test_truncated (TestRegister  *self,
                gconstpointer  data)
{
  GStatBuf st;
  const int parts[] = { 90, 50, 10 };

  test_add_terms (self->store, 500);
  test_register_close (self);
  g_assert_cmpint (g_stat (self->path, &st), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_cmpint (truncate (self->path, st.st_size * parts[i] / 100 / 512 * 512), ==, 0);
      assert_refused (self, self->path, NAZAR_STORE_ERROR_DAMAGED, "damaged");
    }
}

/* Reads all that lists show; what cannot be read is said, and no half of it given. */
static void
read_all (NazarStore *store)
{
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
  NazarConnection *connection = nazar_store_lock_reader (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = nazar_query_run (query, connection, &error);

  g_assert_true ((numbers == NULL) == (error != NULL));
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      gint64 n = g_array_index (numbers, gint64, i);
      g_autoptr (GError) record_error = NULL, values_error = NULL;
      g_autoptr (NazarRecord) record = nazar_record_sql_load_n (connection, NAZAR_TYPE_RECOMMENDATION, n, &record_error);
      g_autoptr (GHashTable) values = nazar_query_values (connection, NAZAR_TYPE_RECOMMENDATION, n, &values_error);

      g_assert_true ((record == NULL) == (record_error != NULL));
      g_assert_true ((values == NULL) == (values_error != NULL));
      if (values_error != NULL)
        test_assert_sentence (values_error);
    }
  nazar_store_unlock_reader (store);
}

static void
add_recommendations (NazarStore *store)
{
  g_assert_true (nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, NULL));
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (NazarRecord) record = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "text", "Mend the long bridge over the river", NULL);
      g_autoptr (NazarRecord) claim = test_add_record (store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (record), "track",
                                                       "state", "status", "planned", NULL);
    }
  g_assert_true (nazar_store_commit (store, NULL));
}

/* Whatever page is overwritten: a sentence, or a check that says so; never a crash,
 * never "in order", and reading changes nothing. */
static void
test_damaged (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL, *copy = test_path (self, "copy.nazar");
  guint n_pages, n_noticed = 0;
  gsize length;

  test_add_terms (self->store, 100);
  add_recommendations (self->store);
  test_register_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  n_pages = length / 4096;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (NazarStore) store = NULL;

      for (guint i = 0; i < 4096; i++)
        damaged[page * 4096 + i] = (char) g_test_rand_int ();
      g_assert_true (g_file_set_contents (copy, damaged, length, NULL));
      before = test_digest (copy);

      store = nazar_store_open (copy, NAZAR_STORE_READ_ONLY, NULL, &error);
      if (store != NULL)
        read_all (store);
      if (store == NULL || !nazar_store_check (store, &problems, &error))
        test_assert_sentence (error);
      n_noticed += store == NULL || problems == NULL || problems->len > 0;
      g_clear_object (&store);

      after = test_digest (copy);
      g_assert_cmpstr (after, ==, before);
    }

  /* A free page may hold anything. */
  g_assert_cmpuint (n_noticed, >=, n_pages - 2);
}

/* ---- one transaction ------------------------------------------------------------- */

static void
test_rollback (TestRegister  *self,
               gconstpointer  data)
{
  g_autoptr (NazarRecord) term = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_assert_true (test_exists (self->store, term));
  nazar_store_rollback (self->store);

  g_assert_false (test_exists (self->store, term));
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 0);
  test_assert_in_order (self->store);
}

static void
test_reference (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) body = nazar_record_new (NAZAR_TYPE_BODY, NULL);
  g_autoptr (NazarRecord) recommendation = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  g_autoptr (GError) one = NULL, many = NULL;

  nazar_record_set (body, "parent", "nobody");
  g_assert_false (nazar_store_save (self->store, body, &one));
  g_assert_error (one, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_REFERENCE);
  test_assert_sentence (one);

  nazar_record_set (recommendation, "themes", "[\"nothing\"]");
  g_assert_false (nazar_store_save (self->store, recommendation, &many));
  g_assert_error (many, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_REFERENCE);
  test_assert_sentence (many);

  g_assert_cmpint (test_count (self->store, "SELECT (SELECT count (*) FROM body) + (SELECT count (*) FROM recommendation)"), ==, 0);
  test_assert_in_order (self->store);
}

static void
test_deleted_meanwhile (TestRegister  *self,
                        gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autoptr (GError) error = NULL;

  test_delete (self->store, term);
  nazar_record_set (term, "label", "Fire");
  g_assert_false (nazar_store_save (self->store, term, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND);
  test_assert_sentence (error);
}

static void
test_delete_owned (TestRegister  *self,
                   gconstpointer  data)
{
  g_autoptr (NazarRecord) body = test_add_record (self->store, NAZAR_TYPE_BODY, "name", "Ministry", NULL);
  g_autoptr (NazarRecord) theme = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autoptr (NazarRecord) other = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Fire", NULL);
  g_autoptr (NazarRecord) source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "title", "Report", NULL);
  g_autofree char *themes = g_strdup_printf ("[\"%s\",\"%s\"]", nazar_record_get_id (theme), nazar_record_get_id (other));
  g_autofree char *only_other = g_strdup_printf ("[\"%s\"]", nazar_record_get_id (other));
  g_autoptr (NazarRecord) recommendation = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "source",
                                                            nazar_record_get_id (source), "text", "Mend", "body",
                                                            nazar_record_get_id (body), "themes", themes, NULL);
  g_autoptr (NazarRecord) reply = test_add_record (self->store, NAZAR_TYPE_REPLY, "recommendation",
                                                   nazar_record_get_id (recommendation), "body", nazar_record_get_id (body), NULL);

  /* What only refers to a record forgets it. */
  test_delete (self->store, body);
  test_delete (self->store, theme);
  test_assert_field (self->store, recommendation, "body", NULL);
  test_assert_field (self->store, recommendation, "themes", only_other);
  test_assert_field (self->store, reply, "body", NULL);

  /* What belongs to it goes with it. */
  test_delete (self->store, source);
  g_assert_false (test_exists (self->store, recommendation));
  g_assert_false (test_exists (self->store, reply));
  g_assert_true (test_exists (self->store, other));
  test_assert_in_order (self->store);
}

static void
test_order_of_entry (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (NazarRecord) first = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "a", NULL);
  g_autoptr (NazarRecord) second = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "b", NULL);
  g_autoptr (NazarRecord) third = NULL;

  test_delete (self->store, second);
  third = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "c", NULL);

  /* A number is never given twice. */
  g_assert_cmpint (nazar_record_get_n (first), ==, 1);
  g_assert_cmpint (nazar_record_get_n (third), ==, 3);
}

/* ---- a full disk -------------------------------------------------------------------- */

static void
limit_pages (NazarStore *store,
             gint64      more)
{
  NazarConnection *writer;
  g_autofree char *sql = NULL;
  gint64 pages = 0;

  g_assert_true (nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, NULL));
  writer = nazar_store_get_writer (store);
  g_assert_true (nazar_connection_get_int (writer, &pages, NULL, "PRAGMA page_count", NULL));
  sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + more);
  g_assert_true (nazar_connection_exec (writer, NULL, sql, NULL));
  nazar_store_rollback (store);
}

static void
test_full_edit (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  limit_pages (self->store, 2);
  nazar_record_set (term, "label", text);
  g_assert_false (nazar_store_save (self->store, term, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FULL);
  test_assert_sentence (error);
  test_assert_field (self->store, term, "label", "Water");
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 1);

  limit_pages (self->store, 1000);
  nazar_record_set_dirty (term, 1 << 2);
  g_assert_true (nazar_store_save (self->store, term, NULL));
  test_assert_field (self->store, term, "label", text);
  test_assert_in_order (self->store);
}

/* A register of many pages and a limit on the size of files: what a disk does that
 * has no room. The limit meets the WAL, SQLite's own files, anything. */
static void
limit_files_cb (gpointer data)
{
  const struct rlimit limit = { GPOINTER_TO_SIZE (data), GPOINTER_TO_SIZE (data) };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_full_disk (TestRegister  *self,
                gconstpointer  data)
{
  const char *const edit[] = { "edit", self->path, "term", "label=Water", NULL };
  gsize sizes[] = { 512, 4096, 8192, 20000, 33000, 60000 };
  gint64 n_stored = 0;

  if (test_program () == NULL)
    {
      g_test_skip ("NAZARCTL is not set");
      return;
    }
  test_register_close (self);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (TestRun) run = test_run_argv (edit, NULL, limit_files_cb, GSIZE_TO_POINTER (sizes[i]));

      if (run.exit == 0)
        n_stored++;
      else
        {
          g_assert_cmpint (run.exit, ==, 1);
          g_assert_true (g_str_has_prefix (run.err, "nazarctl: The "));
          g_assert_nonnull (strstr (run.err, "Nothing was changed."));
        }

      test_register_open (self);
      g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM term"), ==, n_stored);
      test_assert_in_order (self->store);
      test_register_close (self);
    }
  g_assert_cmpint (n_stored, <, G_N_ELEMENTS (sizes));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/store/reopened-register-holds-what-was-stored", test_reopen);
  test_add ("/store/closed-register-leaves-nothing-beside-it", test_leaves_nothing);
  test_add ("/store/closed-file-alone-is-whole", test_file_is_whole);
  test_add ("/store/only-its-owner-can-read-it", test_private);
  test_add ("/store/is-set-up-as-designed", test_pragmas);
  test_add ("/store/any-file-name-will-do", test_names);
  test_add ("/store/create-refuses-an-existing-file", test_create_refuses);
  test_add ("/store/without-encryption-a-key-is-refused", test_no_encryption);
  test_add ("/store/refuses/what-is-no-register", test_not_registers);
  test_add ("/store/refuses/missing-file-and-folder", test_nowhere);
  test_add ("/store/refuses/newer-register", test_newer);
  test_add ("/store/refuses/truncated-register", test_truncated);
  test_add ("/store/refuses/damaged-pages", test_damaged);
  test_add ("/store/rollback-takes-all-back", test_rollback);
  test_add ("/store/refuses-references-to-nothing", test_reference);
  test_add ("/store/says-that-a-record-was-deleted-meanwhile", test_deleted_meanwhile);
  test_add ("/store/delete-takes-what-belongs-and-clears-references", test_delete_owned);
  test_add ("/store/numbers-follow-the-order-of-entry", test_order_of_entry);
  test_add ("/store/full-disk/edit-in-memory-of-the-pages", test_full_edit);
  test_add ("/store/full-disk/any-file-at-its-limit", test_full_disk);

  return test_run_all ();
}
