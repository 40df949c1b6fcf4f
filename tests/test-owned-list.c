/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-owned-list.h"

#include "nazar-records.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  NazarStore *store;
  NazarLive *live;
  NazarRecord *recommendation;
  NazarOwnedList *list;
  guint n_changes;
} Fixture;

static void
on_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
settle (Fixture *fixture)
{
  while (nazar_live_is_busy (fixture->live) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("nazar-owned-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.nazar", NULL);
  fixture->store = nazar_store_create (path, NULL, &error);
  g_assert_no_error (error);
  fixture->live = nazar_live_new (fixture->store);
  fixture->recommendation = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  nazar_live_store (fixture->live, fixture->recommendation);

  fixture->list = nazar_owned_list_new (fixture->live, NAZAR_TYPE_ASSESSMENT);
  nazar_owned_list_set_owner (fixture->list, nazar_record_get_id (fixture->recommendation));
  g_signal_connect_swapped (fixture->list, "changed", G_CALLBACK (on_changed_cb), fixture);
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
  settle (fixture);
  g_assert_finalize_object (fixture->list);
  g_object_unref (fixture->recommendation);
  g_assert_finalize_object (fixture->live);
  nazar_store_close (fixture->store);
  g_object_unref (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static NazarRecord *
add (Fixture    *fixture,
     const char *date)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);

  nazar_record_set (record, "date", date);
  return nazar_owned_list_add (fixture->list, record);
}

static char *
list_dates (Fixture *fixture)
{
  GPtrArray *records = nazar_owned_list_get_records (fixture->list);
  GString *dates = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (dates, "%s%s", i > 0 ? " " : "", nazar_record_get (g_ptr_array_index (records, i), "date"));
  return g_string_free (dates, FALSE);
}

#define assert_dates(fixture, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *dates = list_dates (fixture);                                                 \
    g_assert_cmpstr (dates, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  NazarRecord *last;

  add (fixture, "2020-05");
  add (fixture, "2019");
  add (fixture, "2020");
  last = add (fixture, "2020-05-01");
  assert_dates (fixture, "2019 2020 2020-05 2020-05-01");
  settle (fixture);
  assert_dates (fixture, "2019 2020 2020-05 2020-05-01");

  nazar_record_set (last, "date", "2018");
  settle (fixture);
  assert_dates (fixture, "2018 2019 2020 2020-05");
}

static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  NazarRecord *record = add (fixture, "2020");

  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_dates (fixture, "2020");
  g_assert_cmpstr (nazar_record_get (record, "recommendation"), ==, nazar_record_get_id (fixture->recommendation));
  g_assert_cmpint (nazar_record_get_n (record), ==, 0);

  settle (fixture);
  assert_dates (fixture, "2020");
  g_assert_cmpint (nazar_record_get_n (record), >, 0);
  g_assert_true (g_ptr_array_index (nazar_owned_list_get_records (fixture->list), 0) == record);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  const char *ids[] = { NULL, NULL };

  add (fixture, "2019");
  ids[0] = nazar_record_get_id (add (fixture, "2020"));
  settle (fixture);

  nazar_live_delete (fixture->live, NAZAR_TYPE_ASSESSMENT, ids);
  settle (fixture);
  assert_dates (fixture, "2019");

  nazar_live_undo (fixture->live, NAZAR_UNDO_REFUSE);
  settle (fixture);
  assert_dates (fixture, "2019 2020");
}

static void
test_undo_of_new (Fixture       *fixture,
                  gconstpointer  data)
{
  add (fixture, "2020");
  settle (fixture);
  nazar_live_undo (fixture->live, NAZAR_UNDO_REFUSE);
  settle (fixture);
  assert_dates (fixture, "");
}

static void
test_told_once (Fixture       *fixture,
                gconstpointer  data)
{
  NazarRecord *record = add (fixture, "2020");
  guint n_before;

  settle (fixture);
  n_before = fixture->n_changes;
  nazar_record_set (record, "status", "planned");
  nazar_record_set (record, "plan_item", "11.2");
  nazar_record_set (record, "progress", "Bricks were counted.");
  settle (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, n_before + 1);
}

static void
test_other_owner (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (NazarRecord) other = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);

  add (fixture, "2020");
  nazar_live_store (fixture->live, other);
  settle (fixture);

  nazar_owned_list_set_owner (fixture->list, nazar_record_get_id (other));
  assert_dates (fixture, "");
  nazar_owned_list_set_owner (fixture->list, NULL);
  assert_dates (fixture, "");
  nazar_owned_list_set_owner (fixture->list, nazar_record_get_id (fixture->recommendation));
  assert_dates (fixture, "2020");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("nazar-config-XXXXXX", NULL);
  int status;

  /* The device's name stands in the user's configuration. */
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/owned-list/is-in-the-order-of-dates", test_order);
  ADD ("/owned-list/has-a-new-record-at-once", test_at_once);
  ADD ("/owned-list/undo-brings-back-what-was-deleted", test_delete);
  ADD ("/owned-list/undo-takes-away-what-was-new", test_undo_of_new);
  ADD ("/owned-list/tells-what-came-together-once", test_told_once);
  ADD ("/owned-list/follows-its-owner", test_other_owner);

  status = g_test_run ();
  remove_folder (config);
  return status;
}
