/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-blob.h"
#include "nazar-export.h"
#include "nazar-json.h"
#include "nazar-part-file.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* Export: the whole register as JSON, and tables as CSV. */

static char *
export_as (TestRegister      *self,
           NazarStore        *store,
           const char        *name,
           NazarExportFormat  format,
           GType              type,
           NazarAudience      audience)
{
  g_autofree char *path = test_path (self, name);
  g_autoptr (GError) error = NULL;

  nazar_export (store, path, format, type, audience, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return test_read (path);
}

static char *
export_all (TestRegister *self,
            NazarStore   *store)
{
  return export_as (self, store, "all.json", NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE);
}

static char *any_value (const NazarField *field,
                        guint             round);

/* Two structures with all their fields, as JSON. */
static char *
any_structures (const NazarField *field,
                guint             round)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < 2; i++)
    {
      json_builder_begin_object (builder);
      for (guint j = 0; j < field->n_fields; j++)
        {
          const NazarField *member = &field->fields[j];
          g_autofree char *value = any_value (member, round + i);

          json_builder_set_member_name (builder, member->name);
          if (nazar_field_is_number (member) || nazar_field_is_set (member))
            json_builder_add_value (builder, nazar_json_parse (value, -1, NULL));
          else if (member->kind == NAZAR_KIND_FLAG)
            json_builder_add_boolean_value (builder, *value == '1');
          else
            json_builder_add_string_value (builder, value);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

static const char *
any_target (const NazarField *field)
{
  return strcmp (field->target, NAZAR_ANY_RECORD) == 0 ? "source" : field->target;
}

/* A value for a field of any kind; references lead to what was made before. */
static char *
any_value (const NazarField *field,
           guint             round)
{
  switch (field->kind)
    {
    case NAZAR_KIND_TEXT:
      return g_strdup_printf ("=%s “quoted” \"too\" \\ / %u", field->name, round);
    case NAZAR_KIND_LONG_TEXT:
      return g_strdup_printf ("Биринчи сап\nўқувчи\t%s 😀 \x01\x7f %u", field->name, round);
    case NAZAR_KIND_DATE:
      return g_strdup_printf ("2019-0%u~", round + 1);
    case NAZAR_KIND_MOMENT:
      return g_strdup ("2019-03-14T21:04:00Z");
    case NAZAR_KIND_INTEGER:
      return g_strdup_printf ("%u", round);
    case NAZAR_KIND_DECIMAL:
      return g_strdup_printf ("%u.25", round);
    case NAZAR_KIND_FLAG:
      return g_strdup_printf ("%u", round % 2);
    case NAZAR_KIND_CHOICE:
      return g_strdup (field->vocabulary->choices[round % field->vocabulary->n_choices].id);
    case NAZAR_KIND_REFERENCE:
      return g_strdup_printf ("%s-%u", any_target (field), round > 0 ? round - 1 : 0);
    case NAZAR_KIND_REFERENCES:
      return g_strdup_printf ("[\"%s-1\",\"%s-0\"]", any_target (field), any_target (field));
    case NAZAR_KIND_STRUCTURES:
      return any_structures (field, round);
    case NAZAR_KIND_CHOICES:
      return g_strdup_printf ("[\"%s\"]", field->vocabulary->choices[round % field->vocabulary->n_choices].id);
    case NAZAR_KIND_TEXTS:
    default:
      return g_strdup_printf ("[\"b %u\",\"a, \\\"quoted\\\"\"]", round);
    }
}

#define ROUNDS 3

/* Fields that more is known of than their kind. */
static char *
special_value (NazarRecord      *record,
               const NazarField *field,
               GBytes           *bytes)
{
  if (NAZAR_IS_CHECKLIST_RECORD (record) && strcmp (field->name, "definition") == 0)
    return g_strdup_printf ("{\"format\":\"nazar-checklist\",\"schema\":1,\"id\":\"%s\",\"series\":\"x\",\"version\":1,"
                            "\"title\":{\"en\":\"T\"},\"areas\":[{\"id\":\"a\",\"title\":{\"en\":\"A\"}}],"
                            "\"questions\":[{\"id\":\"q\",\"area\":\"a\",\"text\":{\"en\":\"Q\"},\"kind\":\"text\"}]}",
                            nazar_record_get_id (record));
  if (NAZAR_IS_ANSWER (record) && strcmp (field->name, "question") == 0)
    return g_strdup ("q");
  if (NAZAR_IS_ANSWER (record) && strcmp (field->name, "value") == 0)
    return g_strdup ("so “it” is");
  /* An approved one is locked. */
  if (NAZAR_IS_VISIT (record) && strcmp (field->name, "state") == 0)
    return g_strdup ("complete");
  if (NAZAR_IS_ATTACHMENT (record) && strcmp (field->name, "sha256") == 0)
    return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (NAZAR_IS_ATTACHMENT (record) && strcmp (field->name, "size") == 0)
    return g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (bytes));
  if (NAZAR_IS_ATTACHMENT (record) && strcmp (field->name, "media_type") == 0)
    return g_strdup ("text/plain");

  return NULL;
}

static void
fill_record (NazarStore  *store,
             NazarRecord *record,
             guint        round)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autofree char *content = g_strdup_printf ("A file, %u", round);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;

  for (guint f = 0; f < info->n_fields; f++)
    {
      const NazarField *field = &info->fields[f];
      g_autofree char *special = special_value (record, field, bytes);
      g_autofree char *any = special == NULL ? any_value (field, round) : NULL;
      g_autofree char *value = NULL, *problem = NULL;

      /* The first refers to itself nowhere. */
      if (round == 0 && field->kind == NAZAR_KIND_REFERENCE && !(field->flags & NAZAR_FIELD_OWNER))
        continue;
      value = nazar_field_normalize (field, special != NULL ? special : any, &error);
      g_assert_no_error (error);
      nazar_record_set_at (record, f, value);
      /* What goes against the others is said at import: not here. */
      problem = nazar_record_dup_problem (record, field->name);
      if (problem != NULL)
        nazar_record_set_at (record, f, NULL);
    }

  if (NAZAR_IS_ATTACHMENT (record))
    nazar_blob_put (nazar_store_get_writer (store), nazar_record_get (record, "sha256"), bytes, NULL, &error);
  g_assert_no_error (error);
}

/* Every field of every kind of record, in one transaction, in any order of entry. */
static void
fill (NazarStore *store,
      gboolean    backwards)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  g_assert_true (nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, NULL));
  for (guint i = 0; i < n_types * ROUNDS; i++)
    {
      guint place = backwards ? n_types * ROUNDS - 1 - i : i;
      guint round = place % ROUNDS;
      g_autofree char *id = g_strdup_printf ("%s-%u", nazar_record_info (types[place / ROUNDS])->name, round);
      g_autoptr (NazarRecord) record = nazar_record_new (types[place / ROUNDS], id);
      g_autoptr (GError) error = NULL;

      fill_record (store, record, round);
      nazar_store_save (store, record, &error);
      g_assert_no_error (error);
    }
  g_assert_true (nazar_store_commit (store, NULL));
  test_assert_in_order (store);
}

static NazarStore *
import_into_empty (TestRegister *self,
                   const char   *name,
                   const char   *file)
{
  g_autofree char *path = test_path (self, name), *in = test_path (self, file);
  g_autoptr (GError) error = NULL;
  NazarStore *store = nazar_store_create (path, NULL, &error);
  g_autoptr (NazarImportPlan) plan = NULL;
  NazarImportCounts counts;

  g_assert_no_error (error);
  plan = nazar_import_read (store, in, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  counts = nazar_import_plan_count (plan);
  g_assert_cmpuint (counts.read, ==, counts.fresh);
  g_assert_cmpuint (counts.doubtful, ==, 0);
  nazar_import_plan_store (plan, store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  test_assert_in_order (store);
  return store;
}

static void
test_round (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (NazarStore) other = NULL;

  fill (self->store, FALSE);
  first = export_all (self, self->store);
  other = import_into_empty (self, "other.nazar", "all.json");
  second = export_all (self, other);
  g_assert_cmpstr (second, ==, first);
}

static void
test_any_order (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *path = test_path (self, "other.nazar"), *first = NULL, *second = NULL;
  g_autoptr (NazarStore) other = nazar_store_create (path, NULL, NULL);

  fill (self->store, FALSE);
  fill (other, TRUE);
  first = export_all (self, self->store);
  second = export_all (self, other);
  g_assert_cmpstr (second, ==, first);
}

/* What was done meanwhile does not show. */
static void
test_no_history (TestRegister  *self,
                 gconstpointer  data)
{
  g_autoptr (NazarRecord) term = NULL, gone = NULL;
  g_autofree char *first = NULL, *second = NULL;

  fill (self->store, FALSE);
  first = export_all (self, self->store);
  term = nazar_store_load (self->store, NAZAR_TYPE_TERM, "term-0", NULL);
  gone = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Passing", NULL);
  test_delete (self->store, gone);
  test_set (self->store, term, "code", "other");
  test_set (self->store, term, "code", "=code “quoted” \"too\" \\ / 0");
  second = export_all (self, self->store);
  g_assert_cmpstr (second, ==, first);
  g_assert_null (strstr (first, "\"n\""));
  g_assert_null (strstr (first, "journal"));
}

static void
test_shape (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *text = NULL, *last = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  JsonArray *records;
  guint n_types;

  nazar_record_types (&n_types);
  fill (self->store, FALSE);
  text = export_all (self, self->store);
  root = nazar_json_parse (text, -1, NULL);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "nazar");
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);
  records = json_object_get_array_member (object, "records");
  g_assert_cmpuint (json_array_get_length (records), ==, n_types * ROUNDS);

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);
      const char *type = json_object_get_string_member (record, "type");
      g_autofree char *key = g_strconcat (type, " ", json_object_get_string_member (record, "id"), NULL);

      g_assert_true (last == NULL || strcmp (last, key) < 0);
      g_free (last);
      last = g_steal_pointer (&key);

      if (strcmp (type, "recommendation") == 0)
        {
          g_assert_true (json_node_get_value_type (json_object_get_member (record, "follow_up")) == G_TYPE_BOOLEAN);
          g_assert_true (JSON_NODE_HOLDS_ARRAY (json_object_get_member (record, "themes")));
          g_assert_false (json_object_has_member (record, "state_status"));
        }
    }
}

static void
test_empty (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *json = export_all (self, self->store);
  g_autofree char *csv = export_as (self, self->store, "all.csv", NAZAR_EXPORT_CSV, NAZAR_TYPE_TERM, NAZAR_AUDIENCE_PUBLIC);

  g_assert_cmpstr (json, ==, "{\n  \"format\" : \"nazar\",\n  \"version\" : 1,\n  \"records\" : []\n}\n");
  g_assert_cmpstr (csv, ==, "\xEF\xBB\xBF" "id,vocabulary,code,label,broader,language\r\n");
}

static void
test_audiences (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) record = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "text", "Mend", NULL);
  g_autoptr (NazarRecord) finding = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (record),
                                                     "assessor", "Айжамал", "evidence", "Seen", NULL);
  const NazarExportFormat formats[] = { NAZAR_EXPORT_JSON, NAZAR_EXPORT_CSV };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *nobody = export_as (self, self->store, "x", formats[i], NAZAR_TYPE_ASSESSMENT, NAZAR_AUDIENCE_NONE);
      g_autofree char *authority = export_as (self, self->store, "x", formats[i], NAZAR_TYPE_ASSESSMENT, NAZAR_AUDIENCE_AUTHORITY);
      g_autofree char *public = export_as (self, self->store, "x", formats[i], NAZAR_TYPE_ASSESSMENT, NAZAR_AUDIENCE_PUBLIC);

      g_assert_nonnull (strstr (nobody, "Айжамал"));
      g_assert_nonnull (strstr (authority, "Айжамал"));
      g_assert_null (strstr (public, "Айжамал"));
      g_assert_null (strstr (public, "assessor"));
      g_assert_nonnull (strstr (public, "Seen"));
    }
}

static void
test_one_type (TestRegister  *self,
               gconstpointer  data)
{
  g_autofree char *json = NULL, *csv = NULL;

  fill (self->store, FALSE);
  json = export_as (self, self->store, "x", NAZAR_EXPORT_JSON, NAZAR_TYPE_TERM, NAZAR_AUDIENCE_NONE);
  g_assert_nonnull (strstr (json, "\"type\" : \"term\""));
  g_assert_null (strstr (json, "\"type\" : \"body\""));
  csv = export_as (self, self->store, "x", NAZAR_EXPORT_CSV, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF" "id,source,number,section,"));
}

/* What a spreadsheet would run is text. */
static void
test_formulas (TestRegister  *self,
               gconstpointer  data)
{
  const char *const labels[] = { "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "a=b", "1-2", "'quoted" };
  const char *const cells[] = { "'=1+1", "'+1", "'-1", "'@SUM(A1)", "\"'=HYPERLINK(\"\"http://example.org\"\")\"", "a=b", "1-2", "'quoted" };
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", labels[i], NULL);
    }
  csv = export_as (self, self->store, "x", NAZAR_EXPORT_CSV, NAZAR_TYPE_TERM, NAZAR_AUDIENCE_PUBLIC);
  lines = g_strsplit (csv, "\r\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *cell = g_strconcat (",,,", cells[i], ",,", NULL);

      g_assert_true (g_str_has_suffix (lines[i + 1], cell));
    }
}

/* A cell can also begin with a formula where it holds the title of another record,
 * or the first of a set. */
static void
test_formulas_elsewhere (TestRegister  *self,
                         gconstpointer  data)
{
  g_autoptr (NazarRecord) source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "id", "s", "title", "=2+2", "state_concerned", "@State",
                                                    "session", "-5", NULL);
  g_autoptr (NazarRecord) record = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "id", "=id", "source", "s", "number", "+1",
                                                    "states", "[\"=Peru\",\"Chad\"]", "text", "=a\nb", NULL);
  g_autofree char *csv = export_as (self, self->store, "x", NAZAR_EXPORT_CSV, NAZAR_TYPE_RECOMMENDATION, NAZAR_AUDIENCE_PUBLIC);
  const char *row = strstr (csv, "\r\n") + 2;

  g_assert_true (g_str_has_prefix (row, "'=id,'=2+2,'+1,"));
  g_assert_nonnull (strstr (row, ",\"'=a\nb\","));
  g_assert_nonnull (strstr (row, ",\"'=Peru; Chad\","));
  g_assert_nonnull (strstr (row, ",'@State,'-5,"));
}

static void
test_csv_values (TestRegister  *self,
                 gconstpointer  data)
{
  g_autoptr (NazarRecord) source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "id", "s", "symbol", "A/1", "mechanism", "upr", NULL);
  g_autoptr (NazarRecord) water = test_add_record (self->store, NAZAR_TYPE_TERM, "id", "w", "label", "Суу", NULL);
  g_autoptr (NazarRecord) fire = test_add_record (self->store, NAZAR_TYPE_TERM, "id", "f", "label", "Fire, and smoke", NULL);
  g_autoptr (NazarRecord) record = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "id", "r", "source", "s", "number", "76.14",
                                                    "text", "Say \"yes\",\nand mend", "themes", "[\"w\",\"f\"]", "follow_up", "true",
                                                    "deadline", "2019-03~", NULL);
  g_autoptr (NazarRecord) claim = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation", "r", "track", "state", "status",
                                                   "planned", NULL);
  g_autofree char *csv = export_as (self, self->store, "x", NAZAR_EXPORT_CSV, NAZAR_TYPE_RECOMMENDATION, NAZAR_AUDIENCE_PUBLIC);
  g_autofree char *assessments = export_as (self, self->store, "x", NAZAR_EXPORT_CSV, NAZAR_TYPE_ASSESSMENT, NAZAR_AUDIENCE_NONE);

  g_assert_nonnull (strstr (csv, "r,A/1,76.14,,,\"Say \"\"yes\"\",\nand mend\","));
  g_assert_nonnull (strstr (csv, ",\"Суу; Fire, and smoke\","));
  g_assert_nonnull (strstr (csv, ",2019-03~,"));
  g_assert_nonnull (strstr (csv, ",true,"));
  g_assert_true (g_str_has_suffix (csv, ",A/1,,,upr,planned,,false,\r\n"));
  /* A record without a title of its own is known by its text. */
  g_assert_nonnull (strstr (assessments, ",\"Say \"\"yes\"\",\","));
}

static void
test_file (TestRegister  *self,
           gconstpointer  data)
{
  g_autofree char *path = test_write (self, "all.json", "before", -1), *after = NULL, *fresh = test_path (self, "fresh.csv");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  GStatBuf st;

  fill (self->store, FALSE);
  g_cancellable_cancel (cancelled);
  g_assert_false (nazar_export (self->store, path, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = test_read (path);
  g_assert_cmpstr (after, ==, "before");
  g_assert_false (nazar_export (self->store, fresh, NAZAR_EXPORT_CSV, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, cancelled, NULL));
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));

  g_assert_true (nazar_export (self->store, path, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_true (g_str_has_prefix (name, "register.nazar") || strcmp (name, "all.json") == 0);
}

static void
test_unwritable (TestRegister  *self,
                 gconstpointer  data)
{
  const char *const paths[] = { "/nonexistent/all.json", self->folder };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nazar_export (self->store, paths[i], NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL,
                                    &error));
      g_assert_error (error, NAZAR_PART_FILE_ERROR, NAZAR_PART_FILE_ERROR_WRITE);
      test_assert_sentence (error);
    }
}

static void
test_read_only (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (NazarStore) reader = NULL;

  fill (self->store, FALSE);
  reader = nazar_store_open (self->path, NAZAR_STORE_READ_ONLY, NULL, NULL);
  second = export_all (self, reader);
  g_assert_cmpint (test_count (reader, "SELECT count (*) FROM journal WHERE kind = 'export'"), ==, 0);
  first = export_all (self, self->store);
  g_assert_cmpstr (second, ==, first);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

#define MANY 3000

static void
test_many (TestRegister  *self,
           gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL, *csv = test_path (self, "terms.csv"), *text = NULL;
  g_autoptr (NazarStore) other = NULL;
  g_auto (GStrv) lines = NULL;
  double fraction = 0;
  guint n_records = 0;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *label = g_strdup_printf ("A theme with the number %u and some words to make it longer", i);
      g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", label, NULL);
    }
  g_assert_true (nazar_store_commit (self->store, NULL));

  first = export_all (self, self->store);
  other = import_into_empty (self, "other.nazar", "all.json");
  second = export_all (self, other);
  g_assert_cmpstr (second, ==, first);

  g_assert_true (nazar_export (self->store, csv, NAZAR_EXPORT_CSV, NAZAR_TYPE_TERM, NAZAR_AUDIENCE_PUBLIC, progress_cb, &fraction, &n_records,
                               NULL, NULL));
  g_assert_cmpuint (n_records, ==, MANY);
  g_assert_cmpfloat (fraction, >, 0);
  text = test_read (csv);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, MANY + 2);
}

static void
test_format (void)
{
  NazarExportFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (nazar_export_format_from_path ("a/b.json", &format, NULL));
  g_assert_cmpint (format, ==, NAZAR_EXPORT_JSON);
  g_assert_true (nazar_export_format_from_path ("B.CSV", &format, NULL));
  g_assert_cmpint (format, ==, NAZAR_EXPORT_CSV);
  g_assert_false (nazar_export_format_from_path ("b.json.txt", &format, &error));
  g_assert_error (error, NAZAR_EXPORT_ERROR, NAZAR_EXPORT_ERROR_FORMAT);
  test_assert_sentence (error);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/export/json/comes-back-byte-for-byte", test_round);
  test_add ("/export/json/same-content-is-the-same-bytes", test_any_order);
  test_add ("/export/json/no-journal-times-or-numbers", test_no_history);
  test_add ("/export/json/sorted-and-typed", test_shape);
  test_add ("/export/empty-register", test_empty);
  test_add ("/export/each-audience-gets-what-it-may", test_audiences);
  test_add ("/export/one-type", test_one_type);
  test_add ("/export/csv/formulas-are-harmless", test_formulas);
  test_add ("/export/csv/formulas-in-titles-and-sets-are-harmless", test_formulas_elsewhere);
  test_add ("/export/csv/values-as-people-read-them", test_csv_values);
  test_add ("/export/file-is-whole-or-as-it-was", test_file);
  test_add ("/export/unwritable-place-is-a-sentence", test_unwritable);
  test_add ("/export/from-a-read-only-register", test_read_only);
  test_add ("/export/many-records", test_many);
  g_test_add_func ("/export/format-by-the-ending", test_format);

  return test_run_all ();
}
