/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-export.h"
#include "nazar-import.h"
#include "nazar-live.h"
#include "nazar-undo.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* Undo and redo: new transactions that take back earlier ones. */

static void
undo (TestRegister *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (nazar_undo_find (self->store, NULL), >, 0);
  nazar_undo (self->store, NAZAR_UNDO_REFUSE, &error);
  g_assert_no_error (error);
}

static void
redo (TestRegister *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (nazar_redo_find (self->store, NULL), >, 0);
  nazar_redo (self->store, NAZAR_UNDO_REFUSE, &error);
  g_assert_no_error (error);
}

static void
assert_nothing (TestRegister *self,
                gboolean      to_undo,
                gboolean      to_redo)
{
  g_autoptr (GError) undo_error = NULL, redo_error = NULL;

  g_assert_cmpint (nazar_undo_find (self->store, NULL) == 0, ==, to_undo);
  g_assert_cmpint (nazar_redo_find (self->store, NULL) == 0, ==, to_redo);
  if (to_undo)
    {
      g_assert_false (nazar_undo (self->store, NAZAR_UNDO_REFUSE, &undo_error));
      g_assert_error (undo_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOTHING);
      test_assert_sentence (undo_error);
    }
  if (to_redo)
    {
      g_assert_false (nazar_redo (self->store, NAZAR_UNDO_REFUSE, &redo_error));
      g_assert_error (redo_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOTHING);
      test_assert_sentence (redo_error);
    }
}

/* All that the register holds, numbers and computed fields and what is found with it. */
static char *
dump (TestRegister *self)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);
      g_autoptr (GString) sql = g_string_new ("SELECT n || '|' || id");
      g_autofree char *rows = NULL;

      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (sql, " || '|' || ifnull (%s, '-')", info->fields[i].name);
      for (guint i = 0; i < info->n_computed; i++)
        g_string_append_printf (sql, " || '|' || ifnull (%s, '-')", info->computed[i].name);
      g_string_append_printf (sql, " FROM %s%s ORDER BY n", info->name, info->n_computed > 0 ? "_view" : "");
      rows = test_ask (self->store, sql->str);
      g_string_append_printf (all, "%s\n", rows);
    }

  found = test_ask (self->store, "SELECT type || id || ifnull (title, '') || ifnull (body, '') FROM search_doc ORDER BY type, id");
  g_string_append (all, found);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_dump (TestRegister *self,
             const char   *expected)
{
  g_autofree char *found = dump (self);

  g_assert_cmpstr (found, ==, expected);
  test_assert_in_order (self->store);
}

static void
test_edit (TestRegister  *self,
           gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", "code", "w", NULL);
  g_autofree char *before = dump (self), *after = NULL;

  nazar_record_set (term, "code", NULL);
  test_set (self->store, term, "label", "Fire");
  after = dump (self);
  undo (self);
  assert_dump (self, before);
  redo (self);
  assert_dump (self, after);
}

static void
test_create (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *before = dump (self), *after = NULL;
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);

  after = dump (self);
  undo (self);
  assert_dump (self, before);
  assert_nothing (self, TRUE, FALSE);
  redo (self);
  assert_dump (self, after);
  assert_nothing (self, FALSE, TRUE);
}

typedef struct
{
  NazarRecord *body, *theme, *source, *plan, *first, *second, *reply, *claim, *finding;
} World;

static void
world_clear (World *world)
{
  NazarRecord **records = (NazarRecord **) world;

  for (guint i = 0; i < sizeof *world / sizeof *records; i++)
    g_object_unref (records[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static World
make_world (NazarStore *store)
{
  World world = { 0 };
  g_autofree char *themes = NULL, *bodies = NULL;

  world.body = test_add_record (store, NAZAR_TYPE_BODY, "name", "Ministry", NULL);
  world.theme = test_add_record (store, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "Water", NULL);
  world.source = test_add_record (store, NAZAR_TYPE_SOURCE, "mechanism", "upr", "title", "Report", NULL);
  world.plan = test_add_record (store, NAZAR_TYPE_SOURCE, "mechanism", "national-plan", "title", "Plan", NULL);
  themes = g_strdup_printf ("[\"%s\"]", nazar_record_get_id (world.theme));
  bodies = g_strdup_printf ("[\"%s\"]", nazar_record_get_id (world.body));
  world.first = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "source", nazar_record_get_id (world.source), "number", "1", "text",
                                 "Mend the bridge", "themes", themes, "body", nazar_record_get_id (world.body), NULL);
  world.second = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "source", nazar_record_get_id (world.source), "number", "2", "text",
                                  "Mend the well", "repeats", nazar_record_get_id (world.first), "other_bodies",
                                  bodies, NULL);
  world.reply = test_add_record (store, NAZAR_TYPE_REPLY, "recommendation", nazar_record_get_id (world.first), "date", "2019", "body",
                                 nazar_record_get_id (world.body), "summary", "Being mended", NULL);
  world.claim = test_add_record (store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (world.first), "date", "2019", "track",
                                 "state", "status", "implemented", NULL);
  world.finding = test_add_record (store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (world.first), "date", "2019",
                                   "track", "independent", "status", "planned", "plan", nazar_record_get_id (world.plan), "plan_item",
                                   "11.2", "evidence", "Only a line in a plan", NULL);
  return world;
}

/* Deleting any record of a small world and taking it back: as if nothing had been. */
static void
test_delete_each (TestRegister  *self,
                  gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  NazarRecord *const *records = (NazarRecord *const *) &world;
  g_autofree char *before = dump (self);

  for (guint i = 0; i < sizeof world / sizeof *records; i++)
    {
      g_autofree char *after = NULL;

      test_delete (self->store, records[i]);
      g_assert_false (test_exists (self->store, records[i]));
      after = dump (self);
      undo (self);
      assert_dump (self, before);
      redo (self);
      assert_dump (self, after);
      undo (self);
      assert_dump (self, before);
    }
}

/* The order of entry decides between assessments of one day, so it must come back. */
static void
test_order (TestRegister  *self,
            gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autoptr (NazarRecord) later = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation",
                                                   nazar_record_get_id (world.first), "date", "2019", "track", "state", "status",
                                                   "in-progress", NULL);
  g_autofree char *status = NULL;

  test_delete (self->store, world.claim);
  undo (self);
  status = test_ask (self->store, "SELECT state_status FROM recommendation_view WHERE number = '1'");
  g_assert_cmpstr (status, ==, "in-progress");
}

static void
test_transaction (TestRegister  *self,
                  gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autofree char *before = dump (self), *after = NULL;
  g_autoptr (NazarRecord) term = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Fire", NULL);
  test_set (self->store, world.first, "text", "Mend both bridges");
  test_delete (self->store, world.finding);
  test_delete (self->store, world.body);
  g_assert_true (nazar_store_commit (self->store, NULL));
  after = dump (self);

  undo (self);
  assert_dump (self, before);
  redo (self);
  assert_dump (self, after);
}

static void
test_import (TestRegister  *self,
             gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autofree char *path = test_write (self, "more.json",
                                      "{\"format\": \"nazar\", \"version\": 1, \"records\": ["
                                      "{\"type\": \"term\", \"id\": \"t\", \"vocabulary\": \"group\", \"label\": \"Children\"},"
                                      "{\"type\": \"source\", \"id\": \"s\", \"title\": \"Second report\"},"
                                      "{\"type\": \"recommendation\", \"id\": \"r\", \"source\": \"s\", \"text\": \"Teach\", \"groups\": [\"t\"]},"
                                      "{\"type\": \"recommendation\", \"id\": \"q\", \"source\": \"s\", \"text\": \"Learn\", \"repeats\": \"r\"},"
                                      "{\"type\": \"assessment\", \"recommendation\": \"r\", \"track\": \"state\", \"status\": \"planned\"},"
                                      "{\"type\": \"source\", \"mechanism\": \"upr\", \"title\": \"Report\", \"notes\": \"Read\"}]}",
                                      -1);
  g_autoptr (NazarImportPlan) plan = nazar_import_read (self->store, path, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autofree char *before = dump (self), *after = NULL;

  g_assert_true (nazar_import_plan_store (plan, self->store, NULL, NULL, NULL, NULL));
  test_assert_field (self->store, world.source, "notes", "Read");
  after = dump (self);
  undo (self);
  assert_dump (self, before);
  redo (self);
  assert_dump (self, after);
}

/* One assessment for many recommendations, as the window stores them. */
static void
test_bulk (TestRegister  *self,
           gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  NazarRecord *const recommendations[] = { world.first, world.second };
  g_autofree char *before = dump (self), *after = NULL;
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NazarLive) live = nazar_live_new (self->store);

  for (guint i = 0; i < G_N_ELEMENTS (recommendations); i++)
    {
      NazarRecord *assessment = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);

      nazar_record_set (assessment, "recommendation", nazar_record_get_id (recommendations[i]));
      nazar_record_set (assessment, "track", "independent");
      nazar_record_set (assessment, "status", "not-started");
      g_ptr_array_add (assessments, assessment);
    }
  nazar_live_store_all (live, assessments);
  while (nazar_live_is_busy (live))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM assessment WHERE status = 'not-started'"), ==, 2);
  after = dump (self);
  undo (self);
  assert_dump (self, before);
  redo (self);
  assert_dump (self, after);
}

static void
test_passes_exports (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autofree char *path = test_path (self, "all.json");

  test_set (self->store, term, "label", "Fire");
  g_assert_true (nazar_export (self->store, path, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL, NULL));
  undo (self);
  test_assert_field (self->store, term, "label", "Water");
  g_assert_true (nazar_export (self->store, path, NAZAR_EXPORT_JSON, G_TYPE_INVALID, NAZAR_AUDIENCE_NONE, NULL, NULL, NULL, NULL, NULL));
  redo (self);
  test_assert_field (self->store, term, "label", "Fire");
}

static void
assert_label (TestRegister *self,
              NazarRecord  *term,
              const char   *label)
{
  test_assert_field (self->store, term, "label", label);
}

/* Stored as somebody typed it, whatever the object held before. */
static void
type_label (TestRegister *self,
            NazarRecord  *term,
            const char   *label)
{
  g_autoptr (NazarRecord) stored = nazar_store_load (self->store, NAZAR_TYPE_TERM, nazar_record_get_id (term), NULL);

  test_set (self->store, stored, "label", label);
}

static void
test_sequences (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "a", NULL);

  type_label (self, term, "b");
  type_label (self, term, "c");
  undo (self);
  undo (self);
  assert_label (self, term, "a");
  redo (self);
  assert_label (self, term, "b");
  redo (self);
  assert_label (self, term, "c");
  assert_nothing (self, FALSE, TRUE);

  /* A redo is undone like an edit, and the edits before it after it. */
  undo (self);
  assert_label (self, term, "b");
  redo (self);
  assert_label (self, term, "c");
  undo (self);
  undo (self);
  assert_label (self, term, "a");
  undo (self);
  g_assert_false (test_exists (self->store, term));
  assert_nothing (self, TRUE, FALSE);
  redo (self);
  redo (self);
  redo (self);
  assert_label (self, term, "c");
  assert_nothing (self, FALSE, TRUE);
  test_assert_in_order (self->store);
}

static void
test_edit_ends_redo (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "a", NULL);

  type_label (self, term, "b");
  undo (self);
  type_label (self, term, "c");
  assert_nothing (self, FALSE, TRUE);

  /* The edit can be undone and redone; what was undone before it stays so. */
  undo (self);
  assert_label (self, term, "a");
  redo (self);
  assert_label (self, term, "c");
  assert_nothing (self, FALSE, TRUE);
  undo (self);
  undo (self);
  g_assert_false (test_exists (self->store, term));
  assert_nothing (self, TRUE, FALSE);
}

/* Any walk back and forth over the states ends in the state that it says. */
static void
test_walk (TestRegister  *self,
           gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "0", NULL);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_free);
  guint place = 0;

  g_ptr_array_add (past, g_strdup ("0"));
  for (guint step = 1; step < 150; step++)
    {
      int choice = g_test_rand_int_range (0, 3);

      if (choice == 0 && place > 0)
        {
          undo (self);
          place--;
        }
      else if (choice == 1 && place + 1 < past->len)
        {
          redo (self);
          place++;
        }
      else
        {
          char *label = g_strdup_printf ("%u", step);

          g_ptr_array_set_size (past, ++place);
          g_ptr_array_add (past, label);
          type_label (self, term, label);
        }
      assert_label (self, term, g_ptr_array_index (past, place));
      g_assert_cmpint (nazar_redo_find (self->store, NULL) != 0, ==, place + 1 < past->len);
    }
  test_assert_in_order (self->store);
}

static void
test_reopened (TestRegister  *self,
               gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autofree char *before = dump (self), *after = NULL;

  test_delete (self->store, world.source);
  after = dump (self);
  test_register_close (self);
  test_register_open (self);
  undo (self);
  assert_dump (self, before);
  test_register_close (self);
  test_register_open (self);
  redo (self);
  assert_dump (self, after);
}

/* ---- another device --------------------------------------------------------------- */

static gboolean
has_program (void)
{
  if (test_program () != NULL)
    return TRUE;

  g_test_skip ("NAZARCTL is not set");
  return FALSE;
}

/* Bermet works on the same file, on a computer of hers. */
static char *
do_as_bermet (TestRegister *self,
              const char   *command,
              const char   *record,
              const char   *first,
              const char   *second,
              const char   *third)
{
  g_autofree char *home = test_path (self, "bermet");
  g_autofree char *folder = g_build_filename (home, "nazar", NULL);
  g_autofree char *identity = g_build_filename (folder, "identity.ini", NULL);
  g_autofree char *variable = g_strconcat ("XDG_CONFIG_HOME=", home, NULL);
  const char *const environment[] = { variable, NULL };
  const char *const argv[] = { command, self->path, record, first, second, third, NULL };
  g_auto (TestRun) run = { 0 };

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (identity, G_FILE_TEST_EXISTS))
    g_file_set_contents (identity, "[identity]\nauthor=Bermet\n", -1, NULL);

  test_register_close (self);
  run = test_run_argv (argv, environment, NULL, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.exit, ==, 0);
  test_register_open (self);
  return g_strchomp (g_steal_pointer (&run.out));
}

static void
assert_conflict (TestRegister *self,
                 const char   *words)
{
  g_autofree char *before = dump (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_undo (self->store, NAZAR_UNDO_REFUSE, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CONFLICT);
  test_assert_sentence (error);
  if (strstr (error->message, words) == NULL)
    g_assert_cmpstr (error->message, ==, words);
  assert_dump (self, before);
}

static void
test_conflict (TestRegister  *self,
               gconstpointer  data)
{
  g_autoptr (NazarRecord) source = NULL;
  g_autofree char *id = NULL;

  if (!has_program ())
    return;
  source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "title", "Report", "session", "5", "notes", "Mine", NULL);
  nazar_record_set (source, "session", "6");
  nazar_record_set (source, "mechanism", "court");
  test_set (self->store, source, "notes", "Still mine");
  id = do_as_bermet (self, "edit", nazar_record_get_id (source), "mechanism=npm-report", NULL, NULL);
  g_free (do_as_bermet (self, "edit", id, "cycle=3", NULL, NULL));

  assert_conflict (self, "The field “Mechanism” of “Report” has been “NPM report” since, by Bermet. Nothing was undone.");

  /* The rest is taken back. */
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_KEEP_LATER, NULL));
  test_assert_field (self->store, source, "session", "5");
  test_assert_field (self->store, source, "notes", "Mine");
  test_assert_field (self->store, source, "mechanism", "npm-report");
  test_assert_field (self->store, source, "cycle", "3");
  test_assert_in_order (self->store);
}

static void
test_overwrite (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) source = NULL;

  if (!has_program ())
    return;
  source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "title", "Report", "mechanism", "upr", NULL);
  test_set (self->store, source, "mechanism", "court");
  g_free (do_as_bermet (self, "edit", nazar_record_get_id (source), "mechanism=npm-report", "cycle=3", NULL));

  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_OVERWRITE, NULL));
  test_assert_field (self->store, source, "mechanism", "upr");
  test_assert_field (self->store, source, "cycle", "3");
  test_assert_in_order (self->store);
}

static void
test_other_field (TestRegister  *self,
                  gconstpointer  data)
{
  g_autoptr (NazarRecord) source = NULL;

  if (!has_program ())
    return;
  source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "title", "Report", "mechanism", "upr", NULL);
  test_set (self->store, source, "mechanism", "court");
  g_free (do_as_bermet (self, "edit", nazar_record_get_id (source), "cycle=3", NULL, NULL));

  /* What somebody else changed of the same record is no matter. */
  undo (self);
  test_assert_field (self->store, source, "mechanism", "upr");
  test_assert_field (self->store, source, "cycle", "3");
}

static void
test_deleted_by_other (TestRegister  *self,
                       gconstpointer  data)
{
  g_autoptr (NazarRecord) term = NULL;

  if (!has_program ())
    return;
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  test_set (self->store, term, "label", "Fire");
  g_free (do_as_bermet (self, "delete", nazar_record_get_id (term), NULL, NULL, NULL));

  assert_conflict (self, "The record was deleted later by Bermet. Nothing was undone.");
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_KEEP_LATER, NULL));
  g_assert_false (test_exists (self->store, term));
}

/* A record that somebody else has worked on is not taken away with all her work. */
static void
test_created_and_changed (TestRegister  *self,
                          gconstpointer  data)
{
  g_autoptr (NazarRecord) term = NULL;

  if (!has_program ())
    return;
  term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_free (do_as_bermet (self, "edit", nazar_record_get_id (term), "label=Fire", NULL, NULL));

  assert_conflict (self, "“Fire” was changed later by Bermet. Nothing was undone.");
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_KEEP_LATER, NULL));
  g_assert_true (test_exists (self->store, term));
}

static void
test_referred_to (TestRegister  *self,
                  gconstpointer  data)
{
  g_autoptr (NazarRecord) source = NULL, first = NULL, second = NULL, body = NULL;
  g_autofree char *recommendation = NULL, *finding = NULL;

  if (!has_program ())
    return;
  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_IMPORT, 0, NULL));
  body = test_add_record (self->store, NAZAR_TYPE_BODY, "name", "Ministry", NULL);
  source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "title", "Report", NULL);
  first = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "source", nazar_record_get_id (source), "text", "Mend", NULL);
  second = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "source", nazar_record_get_id (source), "text", "Build", NULL);
  g_assert_true (nazar_store_commit (self->store, NULL));

  recommendation = g_strconcat ("recommendation=", nazar_record_get_id (first), NULL);
  finding = do_as_bermet (self, "edit", "assessment", recommendation, "track=independent", "status=refused");
  assert_conflict (self, "“Independent: Refused” was changed later by Bermet. Nothing was undone.");

  /* Her finding stays, and what it stands on. */
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_KEEP_LATER, NULL));
  g_assert_true (test_exists (self->store, source));
  g_assert_true (test_exists (self->store, first));
  g_assert_false (test_exists (self->store, second));
  g_assert_false (test_exists (self->store, body));
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM assessment"), ==, 1);
  test_assert_in_order (self->store);
}

static void
test_not_anothers (TestRegister  *self,
                   gconstpointer  data)
{
  g_autofree char *id = NULL;

  if (!has_program ())
    return;
  id = do_as_bermet (self, "edit", "term", "label=Water", NULL, NULL);
  assert_nothing (self, TRUE, TRUE);
}

/* ---- as a part of the whole ---------------------------------------------------------- */

static void
test_full_disk (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", text, NULL);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  NazarConnection *writer;
  gint64 pages;
  g_autofree char *sql = NULL;

  test_delete (self->store, term);
  before = dump (self);
  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  writer = nazar_store_get_writer (self->store);
  g_assert_true (nazar_connection_get_int (writer, &pages, NULL, "PRAGMA page_count", NULL));
  sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages);
  g_assert_true (nazar_connection_exec (writer, NULL, sql, NULL));
  nazar_store_rollback (self->store);

  g_assert_false (nazar_undo (self->store, NAZAR_UNDO_REFUSE, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FULL);
  test_assert_sentence (error);
  assert_dump (self, before);
}

static void
test_read_only (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autoptr (NazarStore) reader = nazar_store_open (self->path, NAZAR_STORE_READ_ONLY, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_undo (reader, NAZAR_UNDO_REFUSE, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY);
  g_assert_true (test_exists (reader, term));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/store/undo/edit", test_edit);
  test_add ("/store/undo/create", test_create);
  test_add ("/store/undo/delete-with-all-that-belonged", test_delete_each);
  test_add ("/store/undo/brings-back-the-order-of-entry", test_order);
  test_add ("/store/undo/whole-transaction", test_transaction);
  test_add ("/store/undo/import", test_import);
  test_add ("/store/undo/bulk", test_bulk);
  test_add ("/store/undo/passes-over-exports", test_passes_exports);
  test_add ("/store/undo/back-and-forth", test_sequences);
  test_add ("/store/undo/after-an-edit-nothing-to-redo", test_edit_ends_redo);
  test_add ("/store/undo/any-walk", test_walk);
  test_add ("/store/undo/works-on-when-reopened", test_reopened);
  test_add ("/store/undo/conflict-names-field-value-and-author", test_conflict);
  test_add ("/store/undo/conflict-can-be-overwritten", test_overwrite);
  test_add ("/store/undo/other-fields-are-no-conflict", test_other_field);
  test_add ("/store/undo/conflict-with-deletion", test_deleted_by_other);
  test_add ("/store/undo/conflict-with-later-work-on-a-new-record", test_created_and_changed);
  test_add ("/store/undo/conflict-with-anothers-record-that-refers-to-it", test_referred_to);
  test_add ("/store/undo/never-takes-back-what-another-device-did", test_not_anothers);
  test_add ("/store/undo/full-disk-undoes-nothing", test_full_disk);
  test_add ("/store/undo/refused-where-read-only", test_read_only);

  return test_run_all ();
}
