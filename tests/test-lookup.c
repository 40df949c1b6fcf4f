/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-lookup.h"

#include "nazar-records.h"
#include "nazar-store.h"

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

  fixture->folder = g_dir_make_tmp ("nazar-lookup-XXXXXX", &error);
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

/* Field, value, field, value ..., NULL. */
static char *
add (Fixture    *fixture,
     GType       type,
     const char *field,
     ...)
{
  g_autoptr (NazarRecord) record = nazar_record_new (type, NULL);
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, field);
  for (; field != NULL; field = va_arg (args, const char *))
    nazar_record_set (record, field, va_arg (args, const char *));
  va_end (args);

  nazar_store_save (fixture->store, record, &error);
  g_assert_no_error (error);
  return g_strdup (nazar_record_get_id (record));
}

static char *
find (Fixture    *fixture,
      GType       type,
      const char *scope,
      const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GString *titles = g_string_new (NULL);

  records = nazar_lookup_records (nazar_store_lock_reader (fixture->store), type, scope, typed, 3, &error);
  nazar_store_unlock_reader (fixture->store);
  g_assert_no_error (error);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = nazar_record_dup_title (g_ptr_array_index (records, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free (titles, FALSE);
}

#define assert_found(fixture, type, scope, typed, expected)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = find (fixture, type, scope, typed);                                   \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_folded (Fixture       *fixture,
             gconstpointer  data)
{
  g_free (add (fixture, NAZAR_TYPE_BODY, "name", "Министрлик: көпүрөлөр", NULL));
  g_free (add (fixture, NAZAR_TYPE_BODY, "name", "Bridge Agency", NULL));
  g_free (add (fixture, NAZAR_TYPE_BODY, "name", "Ko‘prik qurilishi", NULL));

  assert_found (fixture, NAZAR_TYPE_BODY, NULL, "копур", "Министрлик: көпүрөлөр");
  assert_found (fixture, NAZAR_TYPE_BODY, NULL, "AGEN bri", "Bridge Agency");
  assert_found (fixture, NAZAR_TYPE_BODY, NULL, "кўприк", "Ko‘prik qurilishi");
  assert_found (fixture, NAZAR_TYPE_BODY, NULL, "ridge", "");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_free (add (fixture, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "Old bridges", NULL));
  g_free (add (fixture, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "Bridges", NULL));
  g_free (add (fixture, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "A bridge", NULL));
  g_free (add (fixture, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "My bridge", NULL));

  assert_found (fixture, NAZAR_TYPE_TERM, "theme", "bridge", "Bridges; A bridge; My bridge");
  assert_found (fixture, NAZAR_TYPE_TERM, "theme", "", "A bridge; Bridges; My bridge");
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  g_free (add (fixture, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "Water", NULL));
  g_free (add (fixture, NAZAR_TYPE_TERM, "vocabulary", "group", "label", "Water carriers", NULL));
  g_free (add (fixture, NAZAR_TYPE_SOURCE, "mechanism", "upr", "title", "Report on water", NULL));
  g_free (add (fixture, NAZAR_TYPE_SOURCE, "mechanism", "national-plan", "title", "Plan for water", NULL));

  assert_found (fixture, NAZAR_TYPE_TERM, "group", "wat", "Water carriers");
  assert_found (fixture, NAZAR_TYPE_SOURCE, "national-plan", "water", "Plan for water");
  assert_found (fixture, NAZAR_TYPE_SOURCE, NULL, "water", "Plan for water; Report on water");
}

static void
test_other_names (Fixture       *fixture,
                  gconstpointer  data)
{
  g_free (add (fixture, NAZAR_TYPE_SOURCE, "title", "Report", "symbol", "X/7/2", NULL));
  g_free (add (fixture, NAZAR_TYPE_BODY, "name", "Ombudsperson", "former_names",
               "[{\"name\":\"Centre of Wells\",\"until\":\"2025-10-03\"}]", NULL));

  assert_found (fixture, NAZAR_TYPE_SOURCE, NULL, "X/7", "Report");
  assert_found (fixture, NAZAR_TYPE_BODY, NULL, "wells", "Ombudsperson");
  assert_found (fixture, NAZAR_TYPE_BODY, NULL, "until", "");
}

static void
test_recommendations (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *source = add (fixture, NAZAR_TYPE_SOURCE, "title", "Report", NULL);

  g_free (add (fixture, NAZAR_TYPE_RECOMMENDATION, "source", source, "number", "7.2", "title", "Build bridges", NULL));
  g_free (add (fixture, NAZAR_TYPE_RECOMMENDATION, "source", source, "number", "7.3", "title", "Dig wells", NULL));

  assert_found (fixture, NAZAR_TYPE_RECOMMENDATION, NULL, "7.3", "Dig wells");
  assert_found (fixture, NAZAR_TYPE_RECOMMENDATION, NULL, "bridg", "Build bridges");
  assert_found (fixture, NAZAR_TYPE_RECOMMENDATION, NULL, "", "Dig wells; Build bridges");
  assert_found (fixture, NAZAR_TYPE_RECOMMENDATION, NULL, "\" OR (", "");
}

static void
test_owned (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = add (fixture, NAZAR_TYPE_RECOMMENDATION, "title", "Build bridges", NULL);
  g_autofree char *second = add (fixture, NAZAR_TYPE_RECOMMENDATION, "title", "Dig wells", NULL);
  g_autofree char *a = add (fixture, NAZAR_TYPE_ASSESSMENT, "recommendation", first, "date", "2020", NULL);
  g_autofree char *b = add (fixture, NAZAR_TYPE_ASSESSMENT, "recommendation", first, "date", "2019", NULL);
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) none = NULL;

  ids = nazar_lookup_owned (nazar_store_lock_reader (fixture->store), NAZAR_TYPE_ASSESSMENT, NULL, first, NULL);
  nazar_store_unlock_reader (fixture->store);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, a);
  g_assert_cmpstr (ids[1], ==, b);

  none = nazar_lookup_owned (nazar_store_lock_reader (fixture->store), NAZAR_TYPE_ASSESSMENT, NULL, second, NULL);
  nazar_store_unlock_reader (fixture->store);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_uses (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *body = add (fixture, NAZAR_TYPE_BODY, "name", "Bridge Agency", NULL);
  g_autofree char *others = g_strdup_printf ("[\"%s\"]", body);
  g_autoptr (GArray) uses = NULL;

  g_free (add (fixture, NAZAR_TYPE_RECOMMENDATION, "body", body, NULL));
  g_free (add (fixture, NAZAR_TYPE_RECOMMENDATION, "body", body, "other_bodies", others, NULL));

  uses = nazar_lookup_uses (nazar_store_lock_reader (fixture->store), NAZAR_TYPE_BODY, body, NULL);
  nazar_store_unlock_reader (fixture->store);
  g_assert_cmpuint (uses->len, ==, 2);
  g_assert_cmpstr (g_array_index (uses, NazarLookupUse, 0).field->name, ==, "body");
  g_assert_cmpint (g_array_index (uses, NazarLookupUse, 0).count, ==, 2);
  g_assert_cmpstr (g_array_index (uses, NazarLookupUse, 1).field->name, ==, "other_bodies");
  g_assert_cmpint (g_array_index (uses, NazarLookupUse, 1).count, ==, 1);
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
  ADD ("/lookup/finds-by-folded-beginnings-of-words", test_folded);
  ADD ("/lookup/title-that-begins-so-comes-first", test_order);
  ADD ("/lookup/keeps-to-its-scope", test_scope);
  ADD ("/lookup/finds-by-symbol-and-former-name", test_other_names);
  ADD ("/lookup/finds-recommendations-by-number-and-words", test_recommendations);
  ADD ("/lookup/finds-what-belongs-to-a-record", test_owned);
  ADD ("/lookup/counts-where-a-record-is-used", test_uses);

  status = g_test_run ();
  remove_folder (config);
  return status;
}
