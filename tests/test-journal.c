/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-export.h"
#include "nazar-part-file.h"
#include "nazar-history.h"
#include "nazar-identity.h"
#include "nazar-journal.h"

#include "test-util.h"

#include <sqlite3.h>
#include <string.h>

/* The journal: what was done, by whom, in a chain that shows whether it was changed. */

static void
test_one_entry (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", "code", "w", NULL);
  g_autofree char *created = test_ask (self->store, "SELECT kind || ' ' || action || ' ' || type || ' ' || ifnull (changes, 'none') FROM journal");
  g_autofree char *changed = NULL, *record = NULL;

  g_assert_cmpstr (created, ==, "edit create term none");

  nazar_record_set (term, "label", "Fire");
  test_set (self->store, term, "code", NULL);
  changed = test_ask (self->store, "SELECT action || ' ' || changes FROM journal WHERE n = 2");
  g_assert_cmpstr (changed, ==, "change {\"code\":[\"w\",null],\"label\":[\"Water\",\"Fire\"]}");

  record = test_ask (self->store, "SELECT DISTINCT record FROM journal");
  g_assert_cmpstr (record, ==, nazar_record_get_id (term));
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 2);
  test_assert_in_order (self->store);
}

static void
test_one_transaction (TestRegister  *self,
                      gconstpointer  data)
{
  g_autoptr (NazarRecord) body = NULL, term = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  body = test_add_record (self->store, NAZAR_TYPE_BODY, "name", "Ministry", NULL);
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  test_set (self->store, body, "name", "Ministry of Bridges");
  test_set (self->store, body, "name", "Ministry of Roads");
  g_assert_true (nazar_store_commit (self->store, NULL));

  /* However often a record was stored in it, it has one entry. */
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 2);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal WHERE first = 1"), ==, 2);
  test_set (self->store, body, "name", "Ministry");
  g_assert_cmpint (test_count (self->store, "SELECT first FROM journal WHERE seq = 3"), ==, 3);
}

static void
test_nothing_changed (TestRegister  *self,
                      gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autoptr (NazarRecord) gone = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  test_set (self->store, term, "label", "Fire");
  test_set (self->store, term, "label", "Water");
  gone = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Air", NULL);
  test_delete (self->store, gone);
  g_assert_true (nazar_store_commit (self->store, NULL));

  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 1);
}

static void
test_delete_entry (TestRegister  *self,
                   gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", "code", "w", NULL);
  g_autofree char *entry = NULL;

  test_delete (self->store, term);
  entry = test_ask (self->store, "SELECT action || ' ' || changes FROM journal WHERE n = 2");
  g_assert_cmpstr (entry, ==, "delete {\"n\":[\"1\",null],\"code\":[\"w\",null],\"label\":[\"Water\",null]}");
}

static void
test_author (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autofree char *authors = NULL, *device = NULL, *own = nazar_identity_get_device ();

  nazar_identity_set_author ("Айгүл");
  test_set (self->store, term, "label", "Fire");
  nazar_identity_set_author (NULL);
  test_set (self->store, term, "label", "Air");

  authors = test_ask (self->store, "SELECT author FROM journal ORDER BY n");
  g_assert_cmpstr (authors, ==, "NULL,Айгүл,NULL");
  device = test_ask (self->store, "SELECT DISTINCT device FROM journal");
  g_assert_cmpstr (device, ==, own);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal WHERE at LIKE '20__-__-__T__:__:__Z'"), ==, 3);
}

static void
test_refuses (TestRegister  *self,
              gconstpointer  data)
{
  const char *const statements[] = { "UPDATE journal SET author = 'nobody'", "DELETE FROM journal",
                                     "UPDATE journal SET changes = NULL, salt = NULL WHERE n = 1" };
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
      g_assert_false (nazar_connection_exec (nazar_store_get_writer (self->store), &error, statements[i], NULL));
      test_assert_sentence (error);
      g_assert_nonnull (strstr (error->message, "never changed"));
      nazar_store_rollback (self->store);
    }
  test_assert_in_order (self->store);
}

/* Somebody who has the file changes it with a tool for databases. */
static void
tamper (TestRegister *self,
        const char   *sql)
{
  g_autofree char *all = g_strconcat ("DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete; ", sql, NULL);
  g_autofree char *message = NULL;
  sqlite3 *db = NULL;

  test_register_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, all, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  test_register_open (self);
}

static void
write_three (TestRegister *self)
{
  g_autoptr (NazarRecord) term = NULL;

  nazar_identity_set_author ("Bermet");
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  test_set (self->store, term, "label", "Fire");
  test_set (self->store, term, "label", "Air");
  nazar_identity_set_author (NULL);
}

static void
test_tampering (TestRegister  *self,
                gconstpointer  data)
{
  const char *sql = data;
  g_autofree char *problem = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  write_three (self);
  test_assert_in_order (self->store);
  tamper (self, sql);

  g_assert_true (nazar_journal_verify (nazar_store_lock_reader (self->store), &problem, NULL));
  nazar_store_unlock_reader (self->store);
  g_assert_nonnull (problem);
  g_assert_true (g_str_has_suffix (problem, "."));

  g_assert_true (nazar_store_check (self->store, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_devices (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *other = test_path (self, "other");
  g_autofree char *variable = g_strconcat ("XDG_CONFIG_HOME=", other, NULL);
  const char *const environment[] = { variable, NULL };
  const char *const argv[] = { "edit", self->path, "term", "label=Water", NULL };

  if (test_program () == NULL)
    {
      g_test_skip ("NAZARCTL is not set");
      return;
    }

  write_three (self);
  test_register_close (self);
  {
    g_auto (TestRun) run = test_run_argv (argv, environment, NULL, NULL);

    g_assert_cmpint (run.exit, ==, 0);
  }
  test_register_open (self);
  write_three (self);

  g_assert_cmpint (test_count (self->store, "SELECT count (DISTINCT device) FROM journal"), ==, 2);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal WHERE seq = 1"), ==, 2);
  g_assert_cmpint (test_count (self->store, "SELECT max (seq) FROM journal"), ==, 6);
  test_assert_in_order (self->store);
}

static void
test_export_note (TestRegister  *self,
                  gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autofree char *json = test_path (self, "all.json"), *csv = test_path (self, "terms.csv");
  g_autofree char *notes = NULL;
  g_autoptr (GError) error = NULL;

  nazar_export (self->store, json, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  nazar_export (self->store, csv, NAZAR_EXPORT_CSV, NAZAR_TYPE_TERM, NAZAR_AUDIENCE_PUBLIC, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  notes = test_ask (self->store, "SELECT kind || ' ' || action || ' ' || changes FROM journal WHERE n > 1 ORDER BY n");
  g_assert_cmpstr (notes, ==,
                   "export note {\"format\":\"json\",\"file\":\"all.json\",\"records\":1,\"audience\":\"none\",\"personal\":true},"
                   "export note {\"format\":\"csv\",\"file\":\"terms.csv\",\"records\":1,\"audience\":\"public\",\"personal\":false}");
  test_assert_in_order (self->store);
}

static void
test_failed_export (TestRegister  *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_export (self->store, "/nonexistent/x.json", NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL,
                                NULL, NULL, &error));
  g_assert_error (error, NAZAR_PART_FILE_ERROR, NAZAR_PART_FILE_ERROR_WRITE);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 0);
}

static void
test_import_note (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *path = test_write (self, "terms.json",
                                      "{\"format\": \"nazar\", \"version\": 1, \"records\": ["
                                      "{\"type\": \"term\", \"label\": \"Water\"}, {\"type\": \"planet\"}]}",
                                      -1);
  g_autoptr (NazarImportPlan) plan = nazar_import_read (self->store, path, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autofree char *notes = NULL;

  g_assert_true (nazar_import_plan_store (plan, self->store, NULL, NULL, NULL, NULL));
  notes = test_ask (self->store, "SELECT kind || ' ' || action || ' ' || changes FROM journal WHERE action = 'note'");
  g_assert_cmpstr (notes, ==,
                   "import note {\"kind\":\"nazar\",\"file\":\"terms.json\",\"read\":2,\"new\":1,\"already_there\":0,\"united\":0,"
                   "\"left_out\":1,\"personal\":true}");
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal WHERE kind = 'import' AND action = 'create'"), ==, 1);
}

static void
test_survives (TestRegister  *self,
               gconstpointer  data)
{
  write_three (self);
  test_register_close (self);
  test_register_open (self);
  write_three (self);

  g_assert_cmpint (test_count (self->store, "SELECT max (seq) FROM journal"), ==, 6);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal j WHERE seq > 1 AND previous <>"
                                            " (SELECT digest FROM journal k WHERE k.device = j.device AND k.seq = j.seq - 1)"),
                   ==, 0);
  test_assert_in_order (self->store);
}

/* What text an entry holds makes no difference to the chain. */
static void
test_any_text (TestRegister  *self,
               gconstpointer  data)
{
  const char *const texts[] = { "\x1e\x1f", "\"quotes\" \\ and /", "Өкмөт ўқувчи 😀", "{\"label\":[1,2]}", "line\nline", "\x01\x7f" };
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "text", "begin", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) entries = NULL;
      const NazarHistoryEntry *last;

      test_set (self->store, term, "text", texts[i]);
      entries = nazar_history_read (nazar_store_lock_reader (self->store), nazar_record_get_id (term), NULL);
      nazar_store_unlock_reader (self->store);
      last = g_ptr_array_index (entries, entries->len - 1);
      g_assert_cmpuint (last->changes->len, ==, 1);
      g_assert_cmpstr (((const NazarHistoryChange *) g_ptr_array_index (last->changes, 0))->new_value, ==,
                       nazar_record_get (term, "text"));
    }
  test_assert_in_order (self->store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/store/journal/one-entry-per-changed-record-with-old-and-new", test_one_entry);
  test_add ("/store/journal/a-transaction-holds-together", test_one_transaction);
  test_add ("/store/journal/what-changed-nothing-is-not-in-it", test_nothing_changed);
  test_add ("/store/journal/delete-keeps-all-that-was-there", test_delete_entry);
  test_add ("/store/journal/says-who-when-and-where", test_author);
  test_add ("/store/journal/refuses-update-and-delete", test_refuses);
  test_add_with ("/store/journal/shows-a-changed-value", test_tampering,
                 "UPDATE journal SET changes = replace (changes, 'Fire', 'Snow')");
  test_add_with ("/store/journal/shows-a-changed-author", test_tampering, "UPDATE journal SET author = 'Nobody' WHERE n = 2");
  test_add_with ("/store/journal/shows-a-changed-time", test_tampering, "UPDATE journal SET at = '2001-01-01T00:00:00Z' WHERE n = 3");
  test_add_with ("/store/journal/shows-a-changed-kind", test_tampering, "UPDATE journal SET kind = 'import' WHERE n = 1");
  test_add_with ("/store/journal/shows-an-erased-value", test_tampering, "UPDATE journal SET changes = NULL, salt = NULL WHERE n = 2");
  test_add_with ("/store/journal/shows-an-added-value", test_tampering,
                 "UPDATE journal SET changes = '{}', salt = zeroblob (16) WHERE n = 1");
  test_add_with ("/store/journal/shows-a-missing-entry", test_tampering, "DELETE FROM journal WHERE n = 2");
  test_add_with ("/store/journal/shows-a-missing-beginning", test_tampering, "DELETE FROM journal WHERE n = 1");
  test_add_with ("/store/journal/shows-entries-exchanged", test_tampering,
                 "UPDATE journal SET seq = 9 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3;"
                 " UPDATE journal SET seq = 3 WHERE seq = 9");
  test_add_with ("/store/journal/shows-an-entry-of-another-device", test_tampering,
                 "UPDATE journal SET device = 'another' WHERE n = 3");
  test_add_with ("/store/journal/shows-a-digest-made-anew", test_tampering,
                 "UPDATE journal SET author = 'Nobody', digest = randomblob (32) WHERE n = 3");
  test_add ("/store/journal/each-device-has-a-chain", test_devices);
  test_add ("/store/journal/notes-exports", test_export_note);
  test_add ("/store/journal/no-note-of-an-export-that-failed", test_failed_export);
  test_add ("/store/journal/notes-imports", test_import_note);
  test_add ("/store/journal/goes-on-when-reopened", test_survives);
  test_add ("/store/journal/holds-any-text", test_any_text);

  return test_run_all ();
}
