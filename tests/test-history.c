/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-history.h"

#include "nazar-date.h"
#include "nazar-identity.h"
#include "nazar-records.h"
#include "nazar-undo.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  NazarStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("nazar-history-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.nazar", NULL);
  fixture->store = nazar_store_create (path, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
save (Fixture     *fixture,
      NazarRecord *record)
{
  g_autoptr (GError) error = NULL;

  nazar_store_save (fixture->store, record, &error);
  g_assert_no_error (error);
}

static GPtrArray *
read_history (Fixture    *fixture,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = nazar_history_read (nazar_store_lock_reader (fixture->store), id, &error);

  nazar_store_unlock_reader (fixture->store);
  g_assert_no_error (error);
  return entries;
}

static void
assert_change (GPtrArray  *entries,
               guint       entry,
               guint       place,
               const char *field,
               const char *old_value,
               const char *new_value)
{
  const NazarHistoryEntry *found = g_ptr_array_index (entries, entry);
  const NazarHistoryChange *change;

  g_assert_cmpuint (place, <, found->changes->len);
  change = g_ptr_array_index (found->changes, place);
  g_assert_cmpstr (change->field, ==, field);
  g_assert_cmpstr (change->old_value, ==, old_value);
  g_assert_cmpstr (change->new_value, ==, new_value);
}

static NazarHistoryEntry *
entry_at (GPtrArray *entries,
          guint      i)
{
  return g_ptr_array_index (entries, i);
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (NazarRecord) body = nazar_record_new (NAZAR_TYPE_BODY, NULL);
  g_autoptr (GPtrArray) entries = NULL;

  nazar_record_set (body, "name", "Ministry of Bridges");
  save (fixture, body);
  nazar_record_set (body, "notes", "Moved\nto the north.");
  nazar_record_set (body, "name", "Ministry of “Roads”");
  save (fixture, body);
  nazar_record_set (body, "notes", NULL);
  save (fixture, body);

  entries = read_history (fixture, nazar_record_get_id (body));
  g_assert_cmpuint (entries->len, ==, 3);

  g_assert_cmpint (entry_at (entries, 0)->action, ==, NAZAR_JOURNAL_CREATE);
  g_assert_cmpuint (entry_at (entries, 0)->changes->len, ==, 0);

  g_assert_cmpint (entry_at (entries, 1)->action, ==, NAZAR_JOURNAL_CHANGE);
  g_assert_cmpint (entry_at (entries, 1)->kind, ==, NAZAR_JOURNAL_EDIT);
  g_assert_cmpuint (entry_at (entries, 1)->changes->len, ==, 2);
  assert_change (entries, 1, 0, "name", "Ministry of Bridges", "Ministry of “Roads”");
  assert_change (entries, 1, 1, "notes", NULL, "Moved\nto the north.");

  assert_change (entries, 2, 0, "notes", "Moved\nto the north.", NULL);
}

static void
test_who_and_when (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (NazarRecord) body = nazar_record_new (NAZAR_TYPE_BODY, NULL);
  g_autoptr (GPtrArray) entries = NULL;

  nazar_identity_set_author ("Begimai");
  save (fixture, body);
  nazar_identity_set_author (NULL);
  nazar_record_set (body, "name", "Court of Rivers");
  save (fixture, body);

  entries = read_history (fixture, nazar_record_get_id (body));
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (entry_at (entries, 0)->author, ==, "Begimai");
  g_assert_null (entry_at (entries, 1)->author);
  g_assert_true (nazar_moment_is_valid (entry_at (entries, 0)->at));
  g_assert_cmpstr (entry_at (entries, 0)->type, ==, "body");
  g_assert_cmpstr (entry_at (entries, 0)->record, ==, nazar_record_get_id (body));
  g_assert_cmpstr (entry_at (entries, 0)->device, ==, entry_at (entries, 1)->device);
  g_assert_cmpint (entry_at (entries, 0)->n, <, entry_at (entries, 1)->n);
}

static void
test_delete_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (NazarRecord) body = nazar_record_new (NAZAR_TYPE_BODY, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  nazar_record_set (body, "name", "Agency of Wells");
  save (fixture, body);
  nazar_store_delete (fixture->store, NAZAR_TYPE_BODY, nazar_record_get_id (body), &error);
  g_assert_no_error (error);
  nazar_undo (fixture->store, NAZAR_UNDO_REFUSE, &error);
  g_assert_no_error (error);

  entries = read_history (fixture, nazar_record_get_id (body));
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (entry_at (entries, 1)->action, ==, NAZAR_JOURNAL_DELETE);
  /* The number that the record had in this file is not part of what people read. */
  g_assert_cmpuint (entry_at (entries, 1)->changes->len, ==, 1);
  assert_change (entries, 1, 0, "name", "Agency of Wells", NULL);
  g_assert_cmpint (entry_at (entries, 2)->kind, ==, NAZAR_JOURNAL_UNDO);
  g_assert_cmpint (entry_at (entries, 2)->subject, ==, entry_at (entries, 1)->first);
}

static void
test_whole_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (NazarRecord) body = nazar_record_new (NAZAR_TYPE_BODY, NULL);
  g_autoptr (NazarRecord) term = nazar_record_new (NAZAR_TYPE_TERM, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, body);
  nazar_store_begin (fixture->store, NAZAR_JOURNAL_IMPORT, 0, &error);
  nazar_store_save (fixture->store, term, &error);
  nazar_store_note (fixture->store, "{\"read\":1}", &error);
  nazar_store_commit (fixture->store, &error);
  g_assert_no_error (error);

  entries = read_history (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (entry_at (entries, 0)->type, ==, "body");
  for (guint i = 1; i < entries->len; i++)
    {
      g_assert_cmpint (entry_at (entries, i)->kind, ==, NAZAR_JOURNAL_IMPORT);
      g_assert_cmpint (entry_at (entries, i)->first, ==, 2);
      g_assert_cmpint (entry_at (entries, i)->seq, ==, i + 1);
      if (entry_at (entries, i)->action == NAZAR_JOURNAL_NOTE)
        {
          g_assert_cmpstr (entry_at (entries, i)->details, ==, "{\"read\":1}");
          g_assert_null (entry_at (entries, i)->record);
        }
      else
        g_assert_null (entry_at (entries, i)->details);
    }
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = read_history (fixture, "no such record");

  g_assert_cmpuint (entries->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("nazar-config-XXXXXX", NULL);
  int status;

  /* The name of the author stands in the user's configuration. */
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/history/says-each-field-with-old-and-new", test_fields);
  ADD ("/history/says-who-and-when", test_who_and_when);
  ADD ("/history/tells-delete-and-undo", test_delete_and_undo);
  ADD ("/history/reads-the-whole-journal-in-order", test_whole_journal);
  ADD ("/history/of-an-unknown-record-is-empty", test_unknown);

  status = g_test_run ();
  remove_folder (config);
  return status;
}
