/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-attach.h"
#include "nazar-export.h"
#include "nazar-json.h"

#include "test-util.h"

#include <sqlite3.h>
#include <string.h>

/* Attachments in Nazar's own JSON and on the command line. */

/* "Dear reader\n" */
#define SHA256 "660cc22c510acd9393530d9d1531ba942da48f1e33a8a1e6c09319c2a85322cc"
#define BASE64 "RGVhciByZWFkZXIK"

static NazarRecord *
attach (TestRegister *self,
        NazarRecord  *owner,
        const char   *content,
        gsize         length,
        gboolean      personal)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarAttached) attached =
      nazar_attach_read_bytes (bytes, "letter.txt", nazar_record_get_id (owner), NAZAR_ATTACH_DEFAULT, &error);

  g_assert_no_error (error);
  nazar_record_set (attached->record, "personal", personal ? "1" : NULL);
  nazar_attach_add (self->store, attached, &error);
  g_assert_no_error (error);
  return g_object_ref (attached->record);
}

static char *
export (TestRegister  *self,
        NazarAudience  audience)
{
  g_autofree char *path = test_path (self, "out.json");
  g_autoptr (GError) error = NULL;

  nazar_export (self->store, path, NAZAR_EXPORT_JSON, G_TYPE_INVALID, audience, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return test_read (path);
}

static NazarImportPlan *
import (NazarStore *store,
        const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NazarImportPlan *plan = nazar_import_read_bytes (store, "in.json", bytes, &error);

  g_assert_no_error (error);
  nazar_import_plan_store (plan, store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static void
assert_count (NazarStore *store,
              gint64      n_records,
              gint64      n_contents)
{
  g_assert_cmpint (test_count (store, "SELECT count (*) FROM attachment"), ==, n_records);
  g_assert_cmpint (test_count (store, "SELECT count (*) FROM blob"), ==, n_contents);
}

/* ---- who gets what ------------------------------------------------------------------------- */

static void
test_audiences (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  g_autoptr (NazarRecord) interview = test_add_record (self->store, NAZAR_TYPE_INTERVIEW, "visit", nazar_record_get_id (visit), NULL);
  g_autoptr (NazarRecord) open = attach (self, visit, "open letter", 11, FALSE);
  g_autoptr (NazarRecord) personal = attach (self, visit, "a face", 6, TRUE);
  g_autoptr (NazarRecord) told = attach (self, interview, "what was told", 13, FALSE);
  const NazarAudience audiences[] = { NAZAR_AUDIENCE_PUBLIC, NAZAR_AUDIENCE_AUTHORITY, NAZAR_AUDIENCE_NONE };
  NazarRecord *const all[] = { open, personal, told };
  const char *const contents[] = { "open letter", "a face", "what was told" };

  /* However it came there: without its owner's mark, too. */
  test_set (self->store, told, "interview", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autofree char *text = export (self, audiences[i]);
      gboolean is_all = audiences[i] == NAZAR_AUDIENCE_NONE;

      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          g_autofree char *base64 = g_base64_encode ((const guchar *) contents[j], strlen (contents[j]));
          gboolean leaves = is_all || j == 0;

          g_assert_cmpint (strstr (text, nazar_record_get_id (all[j])) != NULL, ==, leaves);
          g_assert_cmpint (strstr (text, nazar_record_get (all[j], "sha256")) != NULL, ==, leaves);
          g_assert_cmpint (strstr (text, base64) != NULL, ==, leaves);
        }
      g_assert_cmpint (strstr (text, "letter.txt") != NULL, ==, is_all);
    }
}

static void
test_csv (TestRegister  *self,
          gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  g_autoptr (NazarRecord) open = attach (self, visit, "open letter", 11, FALSE);
  g_autoptr (NazarRecord) personal = attach (self, visit, "a face", 6, TRUE);
  g_autofree char *path = test_path (self, "out.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  nazar_export (self->store, path, NAZAR_EXPORT_CSV, NAZAR_TYPE_ATTACHMENT, NAZAR_AUDIENCE_PUBLIC, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = test_read (path);
  g_assert_nonnull (strstr (text, nazar_record_get_id (open)));
  g_assert_null (strstr (text, nazar_record_get_id (personal)));
}

/* A file that leads to itself, which only another program can have written, does not
 * keep an export from its end. */
static void
test_circle (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  g_autoptr (NazarRecord) letter = attach (self, visit, "open letter", 11, FALSE);
  g_autofree char *text = NULL;
  sqlite3 *db = NULL;

  test_register_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE attachment SET record = id", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  test_register_open (self);

  text = export (self, NAZAR_AUDIENCE_PUBLIC);
  g_assert_null (strstr (text, nazar_record_get_id (letter)));
}

static void
test_damaged_stops (TestRegister  *self,
                    gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  g_autoptr (NazarRecord) letter = attach (self, visit, "open letter", 11, FALSE);
  g_autofree char *path = test_path (self, "out.json");
  guint n_files = test_count_files (self->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  g_assert_true (nazar_connection_exec (nazar_store_get_writer (self->store), NULL, "UPDATE blob SET bytes = CAST ('open litter' AS BLOB)",
                                        NULL));
  g_assert_true (nazar_store_commit (self->store, NULL));

  g_assert_false (nazar_export (self->store, path, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL, &error));
  test_assert_sentence (error);
  g_assert_nonnull (strstr (error->message, nazar_record_get_id (letter)));
  g_assert_cmpuint (test_count_files (self->folder), ==, n_files);
}

/* ---- there and back -------------------------------------------------------------------------- */

static void
test_round_trip (TestRegister  *self,
                 gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  const gsize lengths[] = { 1, 2, 3, 48 * 1024 - 1, 48 * 1024, 48 * 1024 + 1, 300001 };
  g_autofree char *path = test_path (self, "other.nazar");
  g_autofree char *text = NULL, *copied = NULL, *exported = test_path (self, "copy.json");
  g_autoptr (NazarStore) other = NULL;
  g_autoptr (NazarImportPlan) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *content = g_malloc (lengths[i]);
      g_autoptr (NazarRecord) record = NULL;

      for (gsize j = 0; j < lengths[i]; j++)
        content[j] = (char) g_test_rand_int ();
      record = attach (self, visit, content, lengths[i], TRUE);
    }
  text = export (self, NAZAR_AUDIENCE_NONE);

  other = nazar_store_create (path, NULL, &error);
  g_assert_no_error (error);
  first = import (other, text);
  assert_count (other, G_N_ELEMENTS (lengths), G_N_ELEMENTS (lengths));
  test_assert_in_order (other);
  nazar_export (other, exported, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  copied = test_read (exported);
  g_assert_cmpstr (copied, ==, text);

  /* The same file again adds nothing, not even to the journal. */
  {
    gint64 n_entries = test_count (other, "SELECT count (*) FROM journal");

    second = import (other, text);
    g_assert_cmpuint (nazar_import_plan_count (second).known, ==, G_N_ELEMENTS (lengths) + 1);
    g_assert_cmpuint (nazar_import_plan_count (second).doubtful, ==, 0);
    assert_count (other, G_N_ELEMENTS (lengths), G_N_ELEMENTS (lengths));
    g_assert_cmpint (test_count (other, "SELECT count (*) FROM journal"), ==, n_entries);
  }
}

/* An import of what the register has lost the content of brings the content back. */
static void
test_repairs (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  g_autoptr (NazarRecord) letter = attach (self, visit, "Dear reader\n", 12, FALSE);
  g_autofree char *text = export (self, NAZAR_AUDIENCE_NONE);
  g_autoptr (NazarImportPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  g_assert_true (nazar_connection_exec (nazar_store_get_writer (self->store), NULL, "DELETE FROM blob", NULL));
  g_assert_true (nazar_store_commit (self->store, NULL));
  plan = import (self->store, text);
  bytes = nazar_attach_load (self->store, letter, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 12);
  assert_count (self->store, 1, 1);
}

/* ---- bad files ----------------------------------------------------------------------------------- */

static const struct
{
  const char *path;
  const char *fields; /* of the attachment */
  const char *doubt;  /* (nullable) */
} cases[] = {
  { "/attach/json/content-alone-is-enough", "\"bytes\": \"" BASE64 "\"", NULL },
  { "/attach/json/all-that-is-said-is-so", "\"bytes\": \"" BASE64 "\", \"size\": 12, \"sha256\": \"" SHA256 "\"", NULL },
  { "/attach/json/lines-do-not-matter", "\"bytes\": \"RGVhciBy\\r\\nZWFkZXIK\\r\\n\"", NULL },
  { "/attach/json/refuses-what-is-no-base64", "\"bytes\": \"RGVhciBy*WFkZXIK\"", "it is no base64" },
  { "/attach/json/refuses-base64-that-is-cut", "\"bytes\": \"RGVhciByZWFkZXI\"", "it is no base64" },
  { "/attach/json/refuses-base64-after-its-end", "\"bytes\": \"RGVhciByZWE=RGVh\"", "it is no base64" },
  { "/attach/json/refuses-a-number", "\"bytes\": 12", "it is no base64" },
  { "/attach/json/refuses-a-list", "\"bytes\": [\"" BASE64 "\"]", "it is no base64" },
  { "/attach/json/refuses-nothing", "\"bytes\": \"\"", "The file is empty." },
  { "/attach/json/refuses-another-size", "\"bytes\": \"" BASE64 "\", \"size\": 13", "size or SHA-256" },
  { "/attach/json/refuses-another-digest", "\"bytes\": \"" BASE64 "\", \"sha256\": \"770cc22c\"", "size or SHA-256" },
  { "/attach/json/refuses-what-has-no-content", "\"sha256\": \"" SHA256 "\", \"size\": 12", "neither in the file nor in the register" },
  { "/attach/json/refuses-null", "\"bytes\": null", "neither in the file nor in the register" },
  { "/attach/json/refuses-a-file-of-its-own", "\"id\": \"a\", \"record\": \"a\", \"bytes\": \"" BASE64 "\"", "It belongs to a file" },
  { "/attach/json/refuses-too-many-pixels", "\"bytes\": \"iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAYAAAA=\"", "30,000 × 30,000 pixels" },
};

static void
test_case (TestRegister  *self,
           gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("{\"format\": \"nazar\", \"version\": 1, \"records\": ["
                                           "{\"type\": \"visit\", \"id\": \"v\", \"kind\": \"special\"},"
                                           "{\"type\": \"attachment\", %s\"name\": \"letter\", %s}]}",
                                           strstr (cases[i].fields, "record") == NULL ? "\"record\": \"v\", " : "", cases[i].fields);
  g_autoptr (NazarImportPlan) plan = import (self->store, text);
  NazarImportItem *item = g_ptr_array_index (nazar_import_plan_get_items (plan), 1);

  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM visit"), ==, 1);
  test_assert_in_order (self->store);
  if (cases[i].doubt != NULL)
    {
      g_assert_nonnull (item->doubt);
      if (strstr (item->doubt, cases[i].doubt) == NULL)
        g_assert_cmpstr (item->doubt, ==, cases[i].doubt);
      g_assert_cmpint (item->state, ==, NAZAR_IMPORT_REFUSED);
      assert_count (self->store, 0, 0);
      return;
    }

  g_assert_cmpstr (item->doubt, ==, NULL);
  assert_count (self->store, 1, 1);
  {
    g_autofree char *said = test_ask (self->store, "SELECT media_type || ' ' || size || ' ' || sha256 FROM attachment");

    g_assert_cmpstr (said, ==, "text/plain 12 " SHA256);
  }

  /* Without an id, too, the same file adds nothing. */
  g_object_unref (import (self->store, text));
  assert_count (self->store, 1, 1);
}

/* The register may have the content already. */
static void
test_content_known (TestRegister  *self,
                    gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "id", "v", "kind", "special", NULL);
  g_autoptr (NazarRecord) letter = attach (self, visit, "Dear reader\n", 12, FALSE);
  g_autoptr (NazarImportPlan) plan = import (self->store, "{\"format\": \"nazar\", \"version\": 1, \"records\": ["
                                                          "{\"type\": \"attachment\", \"id\": \"b\", \"record\": \"v\", \"name\": \"copy\","
                                                          " \"size\": 12, \"sha256\": \"" SHA256 "\"}]}");

  g_assert_cmpuint (nazar_import_plan_count (plan).fresh, ==, 1);
  assert_count (self->store, 2, 1);
  test_assert_in_order (self->store);
}

/* A digest that leads nowhere does not take the place of one that leads somewhere. */
static void
test_update_without_content (TestRegister  *self,
                             gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "id", "v", "kind", "special", NULL);
  g_autoptr (NazarRecord) letter = attach (self, visit, "Dear reader\n", 12, FALSE);
  g_autofree char *text = g_strdup_printf ("{\"format\": \"nazar\", \"version\": 1, \"records\": [{\"type\": \"attachment\", \"id\": \"%s\","
                                           " \"caption\": \"A letter\", \"size\": 13, \"sha256\": \"770cc22c\"}]}",
                                           nazar_record_get_id (letter));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NazarImportPlan) plan = nazar_import_read_bytes (self->store, "in.json", bytes, NULL);
  NazarImportItem *item = g_ptr_array_index (nazar_import_plan_get_items (plan), 0);

  item->update = TRUE;
  g_assert_true (nazar_import_plan_store (plan, self->store, NULL, NULL, NULL, NULL));
  test_assert_field (self->store, letter, "caption", "A letter");
  test_assert_field (self->store, letter, "sha256", SHA256);
  test_assert_field (self->store, letter, "size", "12");
  test_assert_in_order (self->store);
}

/* ---- the command line -------------------------------------------------------------------------------- */

static void
test_command (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *photo = g_test_build_filename (G_TEST_DIST, "data", "media-photo.jpg", NULL);
  g_autofree char *visit = NULL, *clean = NULL, *kept = NULL, *shown = NULL, *listed = NULL, *missing = test_path (self, "no.jpg");
  g_autoptr (GError) error = NULL;
  g_auto (TestRun) run = { 0 };

  if (test_program () == NULL)
    {
      g_test_skip ("NAZARCTL is not set");
      return;
    }
  test_register_close (self);

  visit = test_do ("edit", self->path, "visit", "kind=special", NULL);
  run = test_run ("attach", self->path, visit, photo, NULL);
  g_assert_cmpint (run.exit, ==, 0);
  g_assert_nonnull (strstr (run.err, "Place: 42.87460, 74.56980."));
  clean = g_strdup (g_strchomp (run.out));
  kept = test_do ("attach", self->path, visit, photo, "--keep-metadata", NULL);
  g_assert_cmpstr (clean, !=, kept);

  shown = test_do ("show", self->path, clean, "--format", "json", "--personal", NULL);
  listed = test_do ("list", self->path, "attachment", "--format", "json", NULL);
  g_assert_nonnull (strstr (shown, "\"image/jpeg\""));
  g_assert_nonnull (strstr (listed, clean));
  g_assert_null (strstr (shown, "bytes"));
  g_assert_null (strstr (listed, "bytes"));
  g_assert_null (strstr (listed, "media-photo.jpg"));

  test_fail (1, "was not attached. There is no such file.", "attach", self->path, visit, missing, NULL);
  test_fail (1, "There is no record nobody in the register.", "attach", self->path, "nobody", photo, NULL);

  test_register_open (self);
  assert_count (self->store, 2, 2);
  test_assert_in_order (self->store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/attach/export/personal-files-and-those-of-interviews-stay", test_audiences);
  test_add ("/attach/export/table-leaves-them-out-as-well", test_csv);
  test_add ("/attach/export/circle-has-an-end", test_circle);
  test_add ("/attach/export/damaged-content-is-no-file", test_damaged_stops);
  test_add ("/attach/json/there-and-back-is-the-same", test_round_trip);
  test_add ("/attach/json/brings-back-what-was-lost", test_repairs);
  test_add ("/attach/json/content-of-the-register-will-do", test_content_known);
  test_add ("/attach/json/digest-without-content-replaces-none", test_update_without_content);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    test_add_with (cases[i].path, test_case, GUINT_TO_POINTER (i));
  test_add ("/attach/nazarctl/attaches-and-shows-no-content", test_command);

  return test_run_all ();
}
