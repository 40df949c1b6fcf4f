/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-json.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* nazarctl as scripts know it: words in, words and exit codes out. */

static JsonNode *
do_json (const char *const *argv)
{
  g_auto (TestRun) run = test_run_argv (argv, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.exit, ==, 0);
  root = nazar_json_parse (run.out, -1, &error);
  g_assert_no_error (error);
  return root;
}

#define DO_JSON(...) do_json ((const char *const[]) { __VA_ARGS__, "--format", "json", NULL })

static const char *
get (JsonObject *object,
     const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

/* A UPR report with two recommendations, assessed; the ids are "s", "r1" and so on. */
static void
fill (TestRegister *self)
{
  g_autoptr (NazarRecord) source = NULL, one = NULL, two = NULL, claim = NULL, finding = NULL;

  source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "id", "s", "mechanism", "upr", "symbol", "A/HRC/15/2", "title", "Отчёт",
                            "state_concerned", "Кыргызстан", "session", "8", NULL);
  one = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "id", "r1", "source", "s", "number", "76.2", "text",
                         "Абактарды көзөмөлдөө үчүн эшиктерди ачуу", "response", "supported", NULL);
  two = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "id", "r2", "source", "s", "number", "76.14", "text",
                         "Open the doors of prisons", "states", "[\"Peru\"]", NULL);
  claim = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "id", "a1", "recommendation", "r1", "track", "state", "status", "implemented",
                           "date", "2019", "assessor", "Айжамал", "progress", "Done", NULL);
  finding = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "id", "a2", "recommendation", "r1", "track", "independent", "status",
                             "planned", "date", "2019", NULL);
  test_register_close (self);
}

/* ---- the command line ------------------------------------------------------------- */

static void
assert_usage (const char *const *argv)
{
  g_auto (TestRun) run = test_run_argv (argv, NULL, NULL, NULL);

  g_assert_cmpint (run.exit, ==, 2);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "nazarctl "));
}

#define ASSERT_USAGE(...) assert_usage ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_usage (TestRegister  *self,
            gconstpointer  data)
{
  const char *const none[] = { NULL };
  const char *const commands[] = { "init", "import", "list", "show", "search", "edit", "delete", "undo", "redo",
                                   "stats", "export", "journal", "check", "backup", "restore" };

  assert_usage (none);
  ASSERT_USAGE ("fly");
  ASSERT_USAGE ("fly", self->path);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (TestRun) run = test_run (commands[i], NULL);
      g_autofree char *help = NULL;
      g_autofree char *line = g_strconcat ("nazarctl ", commands[i], " REGISTER", NULL);

      /* Words are missing: the usage of this command, and of no other. */
      g_assert_cmpint (run.exit, ==, 2);
      g_assert_nonnull (strstr (run.err, line));
      g_assert_true (i == 0 || strstr (run.err, "nazarctl init") == NULL);

      ASSERT_USAGE (commands[i], self->path, "--colour");
      /* Words are too many; of edit they cannot be. */
      if (strcmp (commands[i], "edit") != 0)
        ASSERT_USAGE (commands[i], "a", "b", "c");
      help = test_do (commands[i], "--help", NULL);
      g_assert_nonnull (strstr (help, line));
    }

  ASSERT_USAGE ("list", self->path, "term", "--format");
  ASSERT_USAGE ("stats", self->path, "--personal");
  ASSERT_USAGE ("init", self->path, "--dry-run");
}

static void
test_help (TestRegister  *self,
           gconstpointer  data)
{
  g_autofree char *help = test_do ("--help", NULL), *version = test_do ("--version", NULL);

  g_assert_true (g_str_has_prefix (help, "Usage:\n"));
  g_assert_nonnull (strstr (help, "restore REGISTER FILE"));
  g_assert_true (g_str_has_prefix (version, "nazarctl "));
  g_assert_nonnull (strstr (version, "cannot encrypt"));
}

static void
test_today (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *after = NULL, *before = NULL;

  fill (self);
  after = test_do ("stats", self->path, "--today", "2019-03-14", NULL);
  before = test_do ("--today", "2019-03-14", "stats", self->path, NULL);
  g_assert_cmpstr (after, ==, before);
  test_fail (2, "--today needs a day", "stats", self->path, "--today", "soon", NULL);
  test_fail (2, "--today needs a day", "--today", "2019-02-30", "stats", self->path, NULL);
}

static void
test_init_command (TestRegister  *self,
                   gconstpointer  data)
{
  g_autofree char *path = test_path (self, "жаңы реестр.nazar"), *example = test_path (self, "example.nazar");
  g_autofree char *secret = test_path (self, "secret.nazar"), *silent = NULL;
  g_auto (TestRun) run = test_run ("init", path, NULL);

  /* Whoever does not say --no-encryption is told. */
  g_assert_cmpint (run.exit, ==, 0);
  g_assert_nonnull (strstr (run.err, "plain file"));
  test_fail (1, "exists already", "init", path, "--no-encryption", NULL);

  silent = test_do ("init", example, "--no-encryption", "--example", NULL);
  g_assert_cmpstr (silent, ==, "");
  {
    g_autoptr (JsonNode) list = DO_JSON ("list", example, "recommendation");

    g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, 41);
  }

  test_fail (1, "cannot encrypt", "init", secret, "--passphrase-file", "/dev/null", NULL);
  g_assert_false (g_file_test (secret, G_FILE_TEST_EXISTS));
  test_fail (2, "do not go together", "init", secret, "--passphrase-file", "/dev/null", "--no-encryption", NULL);
  test_fail (1, "cannot be created", "init", "/nonexistent/x.nazar", "--no-encryption", NULL);
}

/* Every command says the same of a file that is no register, and leaves it alone. */
static void
test_no_register (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *empty = test_write (self, "empty.nazar", "", 0), *missing = test_path (self, "missing.nazar");
  g_autofree char *text = test_write (self, "text.nazar", "Dear reader, this is a letter.", -1), *json = test_path (self, "x.json");
  g_autofree char *before = test_digest (text), *after = NULL;
  const char *const paths[][2] = { { empty, "is empty" },
                                   { missing, "There is no register at" },
                                   { text, "is not a Nazar register" },
                                   { self->folder, "is a folder" } };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      test_fail (1, paths[i][1], "list", paths[i][0], "term", NULL);
      test_fail (1, paths[i][1], "show", paths[i][0], "x", NULL);
      test_fail (1, paths[i][1], "search", paths[i][0], "x", NULL);
      test_fail (1, paths[i][1], "edit", paths[i][0], "term", "label=x", NULL);
      test_fail (1, paths[i][1], "delete", paths[i][0], "x", NULL);
      test_fail (1, paths[i][1], "undo", paths[i][0], NULL);
      test_fail (1, paths[i][1], "redo", paths[i][0], NULL);
      test_fail (1, paths[i][1], "stats", paths[i][0], NULL);
      test_fail (1, paths[i][1], "journal", paths[i][0], NULL);
      test_fail (1, paths[i][1], "check", paths[i][0], NULL);
      test_fail (1, paths[i][1], "export", paths[i][0], json, NULL);
      test_fail (1, paths[i][1], "import", paths[i][0], json, NULL);
      test_fail (1, paths[i][1], "backup", paths[i][0], json, NULL);
    }
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (json, G_FILE_TEST_EXISTS));
  after = test_digest (text);
  g_assert_cmpstr (after, ==, before);
}

static void
test_output_full (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *command = NULL, *err = NULL;
  const char *argv[] = { "sh", "-c", NULL, NULL };
  int status;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full");
      return;
    }
  fill (self);
  command = g_strdup_printf ("'%s' list '%s' recommendation --format json > /dev/full", test_program (), self->path);
  argv[2] = command;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &err, &status, NULL));
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (err, "The output could not be written."));
}

/* ---- edit -------------------------------------------------------------------------- */

static void
test_edit (TestRegister  *self,
           gconstpointer  data)
{
  g_autofree char *source = NULL, *record = NULL, *same = NULL;
  g_autoptr (JsonNode) shown = NULL;
  JsonObject *object;

  test_register_close (self);
  source = test_do ("edit", self->path, "source", "mechanism=treaty-body", "symbol=CAT/C/KGZ/CO/3", NULL);
  g_assert_cmpuint (strlen (source), ==, 36);
  record = test_do ("edit", self->path, "recommendation", "source=CAT/C/KGZ/CO/3", "text=a=b=c", "states:=[\"Чехия\", \"Peru\"]",
                    "follow_up:=true", "number:=\"14\"", "deadline=14.03.2021", NULL);
  g_assert_cmpuint (strlen (record), ==, 36);
  same = test_do ("edit", self->path, record, "title=Кыска аты", "section:=5", "priority=", NULL);
  g_assert_cmpstr (same, ==, record);

  shown = DO_JSON ("show", self->path, record);
  object = json_node_get_object (shown);
  g_assert_cmpstr (get (object, "source"), ==, source);
  g_assert_cmpstr (get (object, "text"), ==, "a=b=c");
  g_assert_cmpstr (get (object, "number"), ==, "14");
  g_assert_cmpstr (get (object, "section"), ==, "5");
  g_assert_cmpstr (get (object, "deadline"), ==, "2021-03-14");
  g_assert_cmpstr (get (object, "title"), ==, "Кыска аты");
  g_assert_cmpstr (get (object, "language"), ==, "en");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "states"), 0), ==, "Чехия");
  g_assert_true (json_object_get_boolean_member (object, "follow_up"));
}

static void
test_clear (TestRegister  *self,
            gconstpointer  data)
{
  g_autoptr (JsonNode) shown = NULL;
  const char *const fields[] = { "text", "states", "response", "number" };

  fill (self);
  g_free (test_do ("edit", self->path, "r1", "text=", "response=", "number:=null", NULL));
  g_free (test_do ("edit", self->path, "r1", "states:=[\"a\"]", NULL));
  g_free (test_do ("edit", self->path, "r1", "states:=[]", NULL));
  shown = DO_JSON ("show", self->path, "r1");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (json_object_get_null_member (json_node_get_object (shown), fields[i]));
}

static void
test_edit_refuses (TestRegister  *self,
                   gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  fill (self);
  g_free (test_do ("edit", self->path, "source", "title=Twin", NULL));
  g_free (test_do ("edit", self->path, "source", "title=Twin", NULL));
  before = test_do ("journal", self->path, NULL);

  /* All of it or nothing. */
  test_fail (1, "Response: “accepted” is none of these: supported", "edit", self->path, "r1", "number=1", "response=accepted", NULL);
  test_fail (1, "Deadline: A date is expected here", "edit", self->path, "r1", "deadline=soon", NULL);
  test_fail (1, "A list in square brackets is expected here", "edit", self->path, "r1", "states=Peru", NULL);
  test_fail (1, "A list in square brackets is expected here", "edit", self->path, "r1", "states:=Peru", NULL);
  test_fail (1, "JSON is expected after :=", "edit", self->path, "r1", "number:=\"14", NULL);
  test_fail (1, "Source: there is no record “Nothing” to refer to, or there are several.", "edit", self->path, "r1", "source=Nothing", NULL);
  test_fail (1, "or there are several", "edit", self->path, "r1", "source=Twin", NULL);
  test_fail (1, "Themes: there is no record “none”", "edit", self->path, "r1", "themes:=[\"none\"]", NULL);
  test_fail (1, "There is no record nothing in the register.", "edit", self->path, "nothing", "number=1", NULL);
  test_fail (1, "not UTF-8", "edit", self->path, "r1", "text=\xff\xfe", NULL);
  test_fail (2, "have no field “colour”", "edit", self->path, "r1", "colour=red", NULL);
  test_fail (2, "have no field “differ”", "edit", self->path, "r1", "differ=true", NULL);
  test_fail (2, "FIELD=VALUE is needed", "edit", self->path, "r1", "number", NULL);
  test_fail (2, "FIELD=VALUE is needed", "edit", self->path, "r1", "=5", NULL);
  test_fail (2, "FIELD=VALUE is needed", "edit", self->path, "r1", ":=5", NULL);

  after = test_do ("journal", self->path, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_edit_dashes (TestRegister  *self,
                  gconstpointer  data)
{
  g_autoptr (JsonNode) shown = NULL;

  fill (self);
  g_free (test_do ("edit", self->path, "r1", "text=--update", "--", "number=--", NULL));
  g_free (test_do ("edit", "--", self->path, "r1", "section=-x", NULL));
  shown = DO_JSON ("show", self->path, "r1");
  g_assert_cmpstr (get (json_node_get_object (shown), "text"), ==, "--update");
  g_assert_cmpstr (get (json_node_get_object (shown), "number"), ==, "--");
  g_assert_cmpstr (get (json_node_get_object (shown), "section"), ==, "-x");
}

/* ---- list, show, search ---------------------------------------------------------------- */

/* Those that come with the program are there in every register, without being in it. */
static void
test_list_checklists (TestRegister  *self,
                      gconstpointer  data)
{
  g_autoptr (JsonNode) list = DO_JSON ("list", self->path, "checklist");
  JsonArray *array = json_node_get_array (list);
  gboolean prison = FALSE, police = FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *checklist = json_array_get_object_element (array, i);
      gint64 questions = json_object_get_int_member (checklist, "questions");

      g_assert_cmpint (json_object_get_int_member (checklist, "version"), >=, 1);
      g_assert_nonnull (get (checklist, "title"));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (checklist, "languages")), ==, 5);
      g_assert_nonnull (json_object_get_array_member (checklist, "checked_languages"));
      prison = prison || (g_str_equal (get (checklist, "id"), "prison-1") && questions >= 120);
      police = police || (g_str_equal (get (checklist, "id"), "police-1") && questions >= 60);
    }
  g_assert_true (prison && police);
}

static void
test_list_json (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (JsonNode) list = NULL;
  JsonArray *array;
  guint n_types;
  const GType *types = nazar_record_types (&n_types);
  JsonObject *object;

  fill (self);
  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);
      g_autoptr (JsonNode) all = DO_JSON ("list", self->path, info->name);
      JsonArray *records = json_node_get_array (all);

      /* Questionnaires are listed without their questions (test_list_checklists()). */
      for (guint r = 0; types[t] != NAZAR_TYPE_CHECKLIST_RECORD && r < json_array_get_length (records); r++)
        {
          JsonObject *record = json_array_get_object_element (records, r);
          guint n_members = 2;

          g_assert_cmpstr (get (record, "type"), ==, info->name);
          g_assert_nonnull (get (record, "id"));
          for (guint f = 0; f < info->n_fields; f++)
            {
              gboolean shown = nazar_field_may_leave (&info->fields[f], NAZAR_AUDIENCE_PUBLIC);

              g_assert_cmpint (json_object_has_member (record, info->fields[f].name), ==, shown);
              n_members += shown;
            }
          for (guint f = 0; f < info->n_computed; f++)
            g_assert_true (json_object_has_member (record, info->computed[f].name));
          g_assert_cmpuint (json_object_get_size (record), ==, n_members + info->n_computed);
        }
    }

  list = DO_JSON ("list", self->path, "recommendation");
  array = json_node_get_array (list);
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  object = json_array_get_object_element (array, 0);
  g_assert_cmpstr (get (object, "source_symbol"), ==, "A/HRC/15/2");
  g_assert_cmpstr (get (object, "state_concerned"), ==, "Кыргызстан");
  g_assert_cmpstr (get (object, "session"), ==, "8");
  g_assert_cmpstr (get (object, "state_status"), ==, "implemented");
  g_assert_cmpstr (get (object, "independent_status"), ==, "planned");
  g_assert_true (json_object_get_boolean_member (object, "differ"));
  g_assert_cmpint (json_object_get_int_member (object, "distance"), ==, 3);
  object = json_array_get_object_element (array, 1);
  g_assert_true (json_object_get_null_member (object, "state_status"));
  g_assert_false (json_object_get_boolean_member (object, "differ"));
}

static char *
list_ids (const char *const *argv)
{
  g_autoptr (JsonNode) list = do_json (argv);
  JsonArray *array = json_node_get_array (list);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", get (json_array_get_object_element (array, i), "id"));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define ASSERT_LISTS(expected, ...)                                                                                  \
  G_STMT_START                                                                                                       \
  {                                                                                                                  \
    g_autofree char *ids = list_ids ((const char *const[]) { "list", self->path, __VA_ARGS__, "--format", "json", NULL }); \
    g_assert_cmpstr (ids, ==, expected);                                                                             \
  }                                                                                                                  \
  G_STMT_END

static void
test_list_filters (TestRegister  *self,
                   gconstpointer  data)
{
  fill (self);
  ASSERT_LISTS ("r1 r2", "recommendation");
  ASSERT_LISTS ("r1", "recommendation", "--filter", "response=supported");
  ASSERT_LISTS ("r2", "recommendation", "--filter", "response=");
  ASSERT_LISTS ("r1 r2", "recommendation", "--filter", "state_concerned=Кыргызстан");
  ASSERT_LISTS ("r1 r2", "recommendation", "--filter", "source=Отчёт");
  ASSERT_LISTS ("r1", "recommendation", "--filter", "differ=true", "--filter", "source=A/HRC/15/2");
  ASSERT_LISTS ("", "recommendation", "--filter", "differ=true", "--filter", "number=76.14");
  ASSERT_LISTS ("r1", "recommendation", "--filter=independent_status=planned");
  ASSERT_LISTS ("s", "source", "--filter", "recommendations=2");
  ASSERT_LISTS ("r1 r2", "recommendation", "--sort", "number");
  ASSERT_LISTS ("a1", "assessment", "--filter", "assessor=Айжамал", "--personal");

  test_fail (2, "have no field “colour”", "list", self->path, "recommendation", "--filter", "colour=red", NULL);
  test_fail (2, "is none of these", "list", self->path, "recommendation", "--filter", "response=accepted", NULL);
  test_fail (2, "--filter needs FIELD=VALUE.", "list", self->path, "recommendation", "--filter", "response", NULL);
  test_fail (2, "--sort needs the name of a field.", "list", self->path, "recommendation", "--sort", "colour", NULL);
  test_fail (2, "is no kind of record. These are: body", "list", self->path, "planet", NULL);
  test_fail (2, "--format needs one of these: table, json, csv.", "list", self->path, "term", "--format", "xml", NULL);

  /* What a personal field holds could be guessed with a filter. */
  test_fail (2, "needs --personal", "list", self->path, "assessment", "--filter", "assessor=Айжамал", NULL);
  test_fail (2, "needs --personal", "list", self->path, "assessment", "--sort", "assessor", NULL);
}

static void
test_list_table (TestRegister  *self,
                 gconstpointer  data)
{
  g_autofree char *table = NULL, *csv = NULL, *none = NULL;
  g_auto (GStrv) lines = NULL;

  fill (self);
  table = test_do ("list", self->path, "recommendation", NULL);
  lines = g_strsplit (table, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[0], ==, "r1\t76.2\tUniversal periodic review\tImplemented\tPlanned\tYes\tАбактарды көзөмөлдөө үчүн эшиктерди ачуу");
  g_assert_cmpstr (lines[1], ==, "r2\t76.14\tUniversal periodic review\t–\t–\tNo\tOpen the doors of prisons");
  none = test_do ("list", self->path, "term", NULL);
  g_assert_cmpstr (none, ==, "");

  csv = test_do ("list", self->path, "assessment", "--format", "csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF" "id,recommendation,date,"));
  g_assert_null (strstr (csv, "Айжамал"));
}

static void
test_personal (TestRegister  *self,
               gconstpointer  data)
{
  const char *const commands[][4] = {
    { "list", "assessment", "--format", "json" }, { "list", "assessment", "--format", "csv" }, { "show", "a1", "--format", "json" },
    { "show", "a1", "--format", "text" },         { "search", "Айжамал", "--format", "json" }, { "journal", "--record=a1", "--format", "json" },
    { "journal", "--record=a1", "--format", "text" },
  };

  fill (self);
  g_free (test_do ("edit", self->path, "a1", "assessor=Айжамал Б.", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *const *c = commands[i];
      g_autofree char *open = test_do (c[0], self->path, c[1], c[2], c[3], NULL);
      g_autofree char *asked = test_do (c[0], self->path, c[1], c[2], c[3], "--personal", NULL);

      g_assert_null (strstr (open, "Айжамал"));
      g_assert_null (strstr (open, "ssessor"));
      /* Of a search the hit itself is the answer. */
      g_assert_nonnull (strstr (asked, strcmp (c[0], "search") == 0 ? "\"a1\"" : "Айжамал"));
    }
}

static void
test_show (TestRegister  *self,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  fill (self);
  text = test_do ("show", self->path, "r1", NULL);
  g_assert_true (g_str_has_prefix (text, "Recommendation: r1\nSource: Отчёт\nNumber: 76.2\n"));
  g_assert_nonnull (strstr (text, "\nState’s status: Implemented\nIndependent status: Planned\nThe tracks differ: Yes\n"));
  test_fail (1, "There is no record nothing in the register.", "show", self->path, "nothing", NULL);
  test_fail (2, "--format needs one of these: text, json.", "show", self->path, "r1", "--format", "csv", NULL);
}

static void
test_search (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (JsonNode) list = NULL, related = NULL, none = NULL, odd = NULL;
  g_autofree char *table = NULL;
  JsonObject *hit;

  fill (self);
  list = DO_JSON ("search", self->path, "doors");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, 1);
  hit = json_array_get_object_element (json_node_get_array (list), 0);
  g_assert_cmpuint (json_object_get_size (hit), ==, 5);
  g_assert_cmpstr (get (hit, "type"), ==, "recommendation");
  g_assert_cmpstr (get (hit, "id"), ==, "r2");
  g_assert_cmpstr (get (hit, "title"), ==, "Open the doors of prisons");
  g_assert_cmpstr (get (hit, "text"), ==, "Open the doors of prisons");
  g_assert_cmpstr (get (hit, "group"), ==, "exact");

  related = DO_JSON ("search", self->path, "prison");
  hit = json_array_get_object_element (json_node_get_array (related), 0);
  g_assert_cmpstr (get (hit, "group"), ==, "related");

  none = DO_JSON ("search", self->path, "bridge");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
  odd = DO_JSON ("search", self->path, "\" AND ( * NEAR -");
  table = test_do ("search", self->path, "козомолдоо", NULL);
  g_assert_true (g_str_has_prefix (table, "recommendation\tr1\tАбактарды"));
}

/* Plain C included; the words of the language that was chosen. */
static void
test_locales (TestRegister  *self,
              gconstpointer  data)
{
  const char *const locales[] = { "LC_ALL=C", "LC_ALL=C.UTF-8", "LC_ALL=en_US.ISO-8859-1", "LC_ALL=nowhere" };
  const char *const edit[] = { "edit", self->path, "term", "label=Өкмөт — ўқувчи “ʼ”", NULL };
  const char *const list[] = { "list", self->path, "term", "--filter", "label=Өкмөт — ўқувчи “ʼ”", NULL };

  test_register_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      const char *const environment[] = { locales[i], NULL };
      g_auto (TestRun) edited = test_run_argv (edit, environment, NULL, NULL);
      g_auto (TestRun) listed = test_run_argv (list, environment, NULL, NULL);
      g_autofree char *line = NULL;

      g_assert_cmpint (edited.exit, ==, 0);
      g_strchomp (edited.out);
      line = g_strconcat (edited.out, "\tӨкмөт — ўқувчи “ʼ”\n", NULL);
      g_assert_cmpint (listed.exit, ==, 0);
      g_assert_nonnull (strstr (listed.out, line));
    }
}

/* ---- delete, undo, stats, journal, check ------------------------------------------------- */

static void
test_delete_undo (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *silent = NULL, *undone = NULL, *redone = NULL;

  fill (self);
  silent = test_do ("delete", self->path, "r1", NULL);
  g_assert_cmpstr (silent, ==, "");
  ASSERT_LISTS ("r2", "recommendation");
  ASSERT_LISTS ("", "assessment");
  undone = test_do ("undo", self->path, NULL);
  g_assert_cmpstr (undone, ==, "");
  ASSERT_LISTS ("r1 r2", "recommendation");
  ASSERT_LISTS ("a1 a2", "assessment");
  redone = test_do ("redo", self->path, NULL);
  ASSERT_LISTS ("r2", "recommendation");
  test_fail (1, "There is nothing to redo.", "redo", self->path, NULL);
  test_fail (1, "There is no record r1 in the register.", "delete", self->path, "r1", NULL);
}

static void
test_nothing_to_undo (TestRegister  *self,
                      gconstpointer  data)
{
  test_register_close (self);
  test_fail (1, "There is nothing to undo.", "undo", self->path, NULL);
  test_fail (1, "There is nothing to redo.", "redo", self->path, NULL);
}

static void
test_stats (TestRegister  *self,
            gconstpointer  data)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonObject *figures, *state, *independent;

  fill (self);
  root = DO_JSON ("stats", self->path);
  figures = json_object_get_object_member (json_node_get_object (root), "recommendation");
  state = json_object_get_object_member (figures, "state");
  independent = json_object_get_object_member (figures, "independent");
  g_assert_cmpint (json_object_get_int_member (figures, "total"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (figures, "differ"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (state, "implemented"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (state, "planned"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (state, "unassessed"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (independent, "implemented"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (independent, "planned"), ==, 1);
  g_assert_cmpuint (json_object_get_size (independent), ==, nazar_vocabulary_status.n_choices + 1);
  text = test_do ("stats", self->path, NULL);
  g_assert_nonnull (strstr (text, "Planned"));
}

static void
test_journal (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (JsonNode) all = NULL, one = NULL;
  g_autofree char *text = NULL;
  JsonObject *entry, *changes;

  fill (self);
  g_free (test_do ("edit", self->path, "r1", "follow_up=true", "states:=[\"Peru\"]", NULL));
  all = DO_JSON ("journal", self->path);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), ==, 6);
  one = DO_JSON ("journal", self->path, "--record", "r1");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (one)), ==, 2);

  entry = json_array_get_object_element (json_node_get_array (one), 1);
  g_assert_cmpstr (get (entry, "kind"), ==, "edit");
  g_assert_cmpstr (get (entry, "action"), ==, "change");
  g_assert_cmpstr (get (entry, "type"), ==, "recommendation");
  g_assert_cmpstr (get (entry, "record"), ==, "r1");
  g_assert_true (json_object_get_null_member (entry, "author"));
  changes = json_object_get_object_member (entry, "changes");
  g_assert_true (json_array_get_null_element (json_object_get_array_member (changes, "follow_up"), 0));
  g_assert_true (json_array_get_boolean_element (json_object_get_array_member (changes, "follow_up"), 1));
  text = test_do ("journal", self->path, "--record", "r1", NULL);
  g_assert_nonnull (strstr (text, "\tfollow_up: – → 1"));
  test_fail (2, "--format needs text or json.", "journal", self->path, "--format", "csv", NULL);
}

static void
test_check (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *said = NULL;
  const char *const check[] = { "check", self->path, NULL };
  g_auto (TestRun) run = { 0 };

  fill (self);
  said = test_do ("check", self->path, NULL);
  g_assert_cmpstr (said, ==, "The register is in order.");

  /* A record that was changed past the journal is not seen; an index that lies is. */
  test_register_open (self);
  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  g_assert_true (nazar_connection_exec (nazar_store_get_writer (self->store), NULL, "UPDATE search_doc SET body = 'lie' WHERE id = 'r2'", NULL));
  g_assert_true (nazar_store_commit (self->store, NULL));
  test_register_close (self);
  run = test_run_argv (check, NULL, NULL, NULL);
  g_assert_cmpint (run.exit, ==, 1);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "The search index does not agree with the records."));
}

static void
test_beside_writer (TestRegister  *self,
                    gconstpointer  data)
{
  g_autoptr (NazarRecord) term = NULL;
  g_autofree char *listed = NULL, *copy = test_path (self, "copy.nazar"), *json = test_path (self, "x.json");
  const char *const export[] = { "export", self->path, json, NULL };
  g_auto (TestRun) exported = { 0 };

  fill (self);
  test_register_open (self);
  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Not yet", NULL);

  /* In the midst of a transaction of a window. */
  listed = test_do ("list", self->path, "term", NULL);
  g_assert_cmpstr (listed, ==, "");
  ASSERT_LISTS ("r1 r2", "recommendation");
  test_fail (1, "The register is open already: ", "edit", self->path, "term", "label=x", NULL);
  g_free (test_do ("backup", self->path, copy, NULL));
  exported = test_run_argv (export, NULL, NULL, NULL);
  g_assert_cmpint (exported.exit, ==, 0);
  g_assert_nonnull (strstr (exported.err, "not in the journal"));
  g_assert_true (nazar_store_commit (self->store, NULL));
  test_assert_in_order (self->store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  if (test_program () == NULL)
    {
      g_print ("1..0 # SKIP NAZARCTL is not set\n");
      return 0;
    }

  test_add ("/nazarctl/wrong-usage-is-2-and-shows-the-usage", test_usage);
  test_add ("/nazarctl/help-and-version", test_help);
  test_add ("/nazarctl/today-stands-anywhere", test_today);
  test_add ("/nazarctl/init", test_init_command);
  test_add ("/nazarctl/what-is-no-register-is-one-sentence", test_no_register);
  test_add ("/nazarctl/output-that-cannot-be-written-is-a-failure", test_output_full);
  test_add ("/nazarctl/edit/makes-and-changes-and-prints-the-id", test_edit);
  test_add ("/nazarctl/edit/empty-value-clears", test_clear);
  test_add ("/nazarctl/edit/refuses-all-of-it", test_edit_refuses);
  test_add ("/nazarctl/edit/values-may-look-like-options", test_edit_dashes);
  test_add ("/nazarctl/list/json-has-every-open-and-computed-field", test_list_json);
  test_add ("/nazarctl/list/checklists-of-the-program", test_list_checklists);
  test_add ("/nazarctl/list/filters-and-order", test_list_filters);
  test_add ("/nazarctl/list/table-and-csv", test_list_table);
  test_add ("/nazarctl/personal-fields-only-when-asked", test_personal);
  test_add ("/nazarctl/show", test_show);
  test_add ("/nazarctl/search", test_search);
  test_add ("/nazarctl/utf-8-in-every-locale", test_locales);
  test_add ("/nazarctl/delete-undo-redo", test_delete_undo);
  test_add ("/nazarctl/nothing-to-undo", test_nothing_to_undo);
  test_add ("/nazarctl/stats", test_stats);
  test_add ("/nazarctl/journal", test_journal);
  test_add ("/nazarctl/check", test_check);
  test_add ("/nazarctl/works-beside-a-writer", test_beside_writer);

  return test_run_all ();
}
