/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* nazarctl brings in and takes out: import, export, backup, restore. */

#define HEAD "{\"format\": \"nazar\", \"version\": 1, \"records\": ["
#define TAIL "]}"

static const char report[] = "Recommendations:\n\n1. Open the wards to families every day.\n\n2. Mend the well in the yard.\n\n"
                             "3. Count the lamps in the corridor.\n";

/* ---- import ------------------------------------------------------------------------- */

static void
test_import (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *path = test_write (self, "отчёт.txt", report, -1), *first = NULL, *second = NULL, *listed = NULL;

  test_register_close (self);
  first = test_do ("import", self->path, path, NULL);
  g_assert_cmpstr (first, ==, "Report (text): 3 read = 3 new + 0 already there + 0 united + 0 left out; 0 doubtful");
  second = test_do ("import", self->path, path, NULL);
  g_assert_cmpstr (second, ==, "Report (text): 3 read = 0 new + 3 already there + 0 united + 0 left out; 0 doubtful");
  listed = test_do ("list", self->path, "source", NULL);
  g_assert_true (g_str_has_suffix (listed, "\tотчёт.txt"));
}

/* Not a byte of the register changes. */
static void
test_dry_run (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *path = test_write (self, "in.txt", report, -1), *before = NULL, *after = NULL, *said = NULL, *again = NULL;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *nowhere = test_path (self, "nowhere.nazar");

  test_register_close (self);
  before = test_digest (self->path);
  said = test_do ("import", self->path, path, "--dry-run", NULL);
  again = test_do ("import", self->path, path, "--dry-run", "--update", NULL);
  g_assert_cmpstr (said, ==, "Report (text): 3 read = 3 new + 0 already there + 0 united + 0 left out; 0 doubtful");
  g_assert_cmpstr (again, ==, said);
  after = test_digest (self->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  test_fail (1, "There is no register at", "import", nowhere, path, "--dry-run", NULL);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

/* Doubtful items are stored, too, each with a line that gives the reason. */
static void
test_doubts (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *path = test_write (self, "in.json",
                                      HEAD "{\"type\": \"term\", \"id\": \"t\", \"label\": \"Water\", \"colour\": \"blue\"},"
                                           "{\"type\": \"planet\"},"
                                           "{\"type\": \"recommendation\", \"number\": \"5\", \"section\": \"V\", \"text\": \"Mend\","
                                           " \"deadline\": \"soon\"}" TAIL,
                                      -1);
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  test_register_close (self);
  said = test_do ("import", self->path, path, NULL);
  lines = g_strsplit (said, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "record 1: The field “colour” is unknown and was left out.");
  g_assert_cmpstr (lines[1], ==, "record 2: Records of the kind “planet” are unknown to this Nazar.");
  g_assert_true (g_str_has_prefix (lines[2], "V 5: Deadline: A date is expected here"));
  g_assert_cmpstr (lines[3], ==, "Nazar’s own JSON: 3 read = 2 new + 0 already there + 0 united + 1 left out; 3 doubtful");
}

static void
test_differences (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *path = test_write (self, "in.json",
                                      HEAD "{\"type\": \"term\", \"id\": \"t\", \"label\": \"Fire\\nand smoke\", \"code\": \"f\"}" TAIL, -1);
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "id", "t", "label", "Water", NULL);
  g_autofree char *said = NULL, *updated = NULL, *third = NULL;

  test_register_close (self);
  said = test_do ("import", self->path, path, NULL);
  g_assert_cmpstr (said, ==,
                   "t: Code: filled with “f”\n"
                   "t: Name: the register has “Water”, the file “Fire and smoke” (taken with --update)\n"
                   "Nazar’s own JSON: 1 read = 0 new + 1 already there + 0 united + 0 left out; 0 doubtful");
  updated = test_do ("import", self->path, path, "--update", NULL);
  g_assert_true (g_str_has_prefix (updated, "t: Name: “Water” replaced by “Fire and smoke”\n"));
  third = test_do ("import", self->path, path, "--update", NULL);
  g_assert_true (g_str_has_prefix (third, "Nazar’s own JSON: 1 read"));
}

static void
test_options (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *path = test_write (self, "in.txt", report, -1), *said = NULL, *listed = NULL;

  test_register_close (self);
  test_fail (2, "There is no option “colour”.", "import", self->path, path, "--option", "colour=red", NULL);
  test_fail (2, "--option needs NAME=VALUE.", "import", self->path, path, "--option", "state", NULL);
  test_fail (2, "is no encoding that Nazar knows. These are: utf-8", "import", self->path, path, "--option", "encoding=morse", NULL);
  test_fail (2, "“poem” is no kind of file. These are: nazar, facility, upr-info, report.", "import", self->path, path, "--as", "poem", NULL);
  test_fail (1, "is none of these", "import", self->path, path, "--option", "mechanism=magic", NULL);
  test_fail (1, "not UPR Info’s table", "import", self->path, path, "--as", "upr-info", NULL);

  said = test_do ("import", self->path, path, "--as", "report", "--option", "state=Кыргызстан", "--option", "symbol=N=7", NULL);
  listed = test_do ("list", self->path, "source", "--filter", "symbol=N=7", NULL);
  g_assert_nonnull (strstr (listed, "Кыргызстан"));
}

static void
test_bad_files (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *pdf = test_write (self, "report.txt", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", -1), *empty = test_write (self, "empty.csv", "", 0);
  g_autofree char *missing = test_path (self, "missing.csv"), *cut = test_write (self, "cut.json", HEAD "{\"type\"", -1);
  g_autofree char *before = NULL, *after = NULL;

  test_register_close (self);
  before = test_digest (self->path);
  test_fail (1, "This is a PDF.", "import", self->path, pdf, NULL);
  test_fail (1, "The file is empty.", "import", self->path, empty, NULL);
  test_fail (1, "There is no file “missing.csv”.", "import", self->path, missing, NULL);
  test_fail (1, "damaged or cut short", "import", self->path, cut, NULL);
  test_fail (1, "is a folder, not a file.", "import", self->path, self->folder, NULL);
  test_fail (1, "This is a database.", "import", self->path, self->path, NULL);
  after = test_digest (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* ---- an import that is interrupted --------------------------------------------------- */

#define MANY 4000

static char *
many_rows (TestRegister *self)
{
  g_autoptr (GString) text = g_string_new ("To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "Chad,,,Mend the bridge number %u over the river,Peru,,,Accepted,5,Issue %u,%u\n", i, i % 50, i % 7);
  return test_write (self, "many.csv", text->str, text->len);
}

static gint64
count_records (TestRegister *self)
{
  gint64 count;

  test_register_open (self);
  test_assert_in_order (self->store);
  count = test_count (self->store, "SELECT count (*) FROM recommendation");
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal WHERE action = 'create' AND type = 'recommendation'") % MANY, ==,
                   0);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM source"), ==, count > 0 ? 7 : 0);
  test_register_close (self);
  return count;
}

/* How long the whole takes, in microseconds. */
static gint64
time_import (TestRegister *self,
             const char   *file)
{
  gint64 begin = g_get_monotonic_time ();
  g_autofree char *path = test_path (self, "timed.nazar");

  g_free (test_do ("init", path, "--no-encryption", NULL));
  begin = g_get_monotonic_time ();
  g_free (test_do ("import", path, file, NULL));
  return g_get_monotonic_time () - begin;
}

static void
test_killed (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *file = many_rows (self);
  const char *const argv[] = { test_program (), "import", self->path, file, NULL };
  gint64 whole;
  guint n_killed = 0, n_points = g_test_slow () ? 100 : 25;

  test_register_close (self);
  whole = time_import (self, file);

  for (guint i = 1; i <= n_points; i++)
    {
      GPid pid;
      int status;
      gint64 count;

      g_assert_true (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid, NULL));
      g_usleep (whole * i * 5 / (n_points * 4));
      kill (pid, SIGKILL);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      n_killed += WIFSIGNALED (status);

      count = count_records (self);
      g_assert_true (count == 0 || count == MANY);
      if (count == MANY)
        {
          g_free (test_do ("undo", self->path, NULL));
          g_assert_cmpint (count_records (self), ==, 0);
        }
    }
  g_test_message ("%u of %u killed", n_killed, n_points);
  g_assert_cmpuint (n_killed, >, 0);
}

static void
limit_files_cb (gpointer data)
{
  const struct rlimit limit = { GPOINTER_TO_SIZE (data), GPOINTER_TO_SIZE (data) };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* Wherever the disk is full: a sentence, the register as it was, and it works on. */
static void
test_full_disk (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *file = many_rows (self), *said = NULL;
  const char *const argv[] = { "import", self->path, file, NULL };
  const gsize sizes[] = { 4096, 100 * 1024, 200 * 1024, 500 * 1024, 1000 * 1024, 2000 * 1024 };

  test_register_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (TestRun) run = test_run_argv (argv, NULL, limit_files_cb, GSIZE_TO_POINTER (sizes[i]));

      g_assert_cmpint (run.exit, ==, 1);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_str_has_prefix (run.err, "nazarctl: The "));
      g_assert_nonnull (strstr (run.err, "Nothing was changed."));
      g_assert_cmpint (count_records (self), ==, 0);
    }

  said = test_do ("import", self->path, file, NULL);
  g_assert_cmpint (count_records (self), ==, MANY);
}

/* ---- export ----------------------------------------------------------------------------- */

static void
fill (TestRegister *self)
{
  g_autoptr (NazarRecord) source = NULL, record = NULL, finding = NULL;

  source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "id", "s", "symbol", "A/1", "title", "Отчёт", NULL);
  record = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "id", "r", "source", "s", "text", "=Mend", "states", "[\"Peru\"]", NULL);
  finding = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "id", "a", "recommendation", "r", "track", "state", "status", "planned",
                             "assessor", "Айжамал", NULL);
  test_register_close (self);
}

static void
test_round (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *first = test_path (self, "first.json"), *second = test_path (self, "second.json");
  g_autofree char *other = test_path (self, "other.nazar"), *a = NULL, *b = NULL, *said = NULL;

  fill (self);
  g_free (test_do ("export", self->path, first, "--redact", "none", NULL));
  g_free (test_do ("init", other, "--no-encryption", NULL));
  said = test_do ("import", other, first, NULL);
  g_assert_cmpstr (said, ==, "Nazar’s own JSON: 3 read = 3 new + 0 already there + 0 united + 0 left out; 0 doubtful");
  g_free (test_do ("export", other, second, "--redact", "none", NULL));
  a = test_read (first);
  b = test_read (second);
  g_assert_cmpstr (a, ==, b);
}

static void
test_redact (TestRegister  *self,
             gconstpointer  data)
{
  const char *const cases[][2] = { { NULL, NULL }, { "public", NULL }, { "authority", "Айжамал" }, { "none", "Айжамал" } };
  g_autofree char *path = test_path (self, "x.json"), *journal = NULL;

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_free (test_do ("export", self->path, path, cases[i][0] != NULL ? "--redact" : NULL, cases[i][0], NULL));
      text = test_read (path);
      g_assert_true ((strstr (text, "Айжамал") != NULL) == (cases[i][1] != NULL));
      g_assert_nonnull (strstr (text, "=Mend"));
    }

  journal = test_do ("journal", self->path, NULL);
  g_assert_nonnull (strstr (journal, "export note\t \t{\"format\":\"json\",\"file\":\"x.json\",\"records\":3,\"audience\":\"public\",\"personal\":false}"));
  g_assert_nonnull (strstr (journal, "\"audience\":\"none\",\"personal\":true}"));
}

static void
test_export_formats (TestRegister  *self,
                     gconstpointer  data)
{
  g_autofree char *csv = test_path (self, "x.CSV"), *text = NULL, *other = test_path (self, "x.txt");

  fill (self);
  g_free (test_do ("export", self->path, csv, NULL));
  text = test_read (csv);
  g_assert_nonnull (strstr (text, "\r\nr,Отчёт,,,,'=Mend,"));
  test_fail (2, "must end in .json or .csv", "export", self->path, other, NULL);
  test_fail (2, "--redact needs public, authority or none.", "export", self->path, csv, "--redact", "everybody", NULL);
  test_fail (2, "is no kind of record", "export", self->path, csv, "--type", "planet", NULL);
  test_fail (1, "could not be written", "export", self->path, "/nonexistent/x.csv", NULL);
}

/* What could not be written whole is not there. */
static void
test_export_full (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *file = many_rows (self), *json = test_path (self, "x.json"), *copy = test_path (self, "copy.nazar");
  const char *const export[] = { "export", self->path, json, NULL };
  const char *const backup[] = { "backup", self->path, copy, NULL };
  g_auto (TestRun) exported = { 0 }, backed = { 0 };

  test_register_close (self);
  g_free (test_do ("import", self->path, file, NULL));
  exported = test_run_argv (export, NULL, limit_files_cb, GSIZE_TO_POINTER (200000));
  g_assert_cmpint (exported.exit, ==, 1);
  g_assert_nonnull (strstr (exported.err, "could not be written"));
  g_assert_false (g_file_test (json, G_FILE_TEST_EXISTS));

  backed = test_run_argv (backup, NULL, limit_files_cb, GSIZE_TO_POINTER (200000));
  g_assert_cmpint (backed.exit, ==, 1);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* ---- backup and restore -------------------------------------------------------------------- */

static void
test_backup (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *backup = test_path (self, "backup.nazar"), *shown = NULL, *checked = NULL;
  GStatBuf st;

  fill (self);
  g_free (test_do ("backup", self->path, backup, NULL));
  g_assert_cmpint (g_stat (backup, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
  shown = test_do ("show", backup, "r", NULL);
  checked = test_do ("check", backup, NULL);
  test_fail (1, "exists already", "backup", self->path, backup, NULL);
  test_fail (1, "cannot be created", "backup", self->path, "/nonexistent/b.nazar", NULL);
}

static void
assert_restored (TestRegister *self,
                 const char   *backup,
                 const char   *kept)
{
  const char *const argv[] = { "restore", self->path, backup, NULL };
  g_auto (TestRun) run = test_run_argv (argv, NULL, NULL, NULL);
  g_autofree char *shown = NULL, *checked = NULL;

  g_assert_cmpint (run.exit, ==, 0);
  g_assert_nonnull (strstr (run.err, kept));
  shown = test_do ("show", self->path, "r", NULL);
  checked = test_do ("check", self->path, NULL);
}

/* What stood there is kept, every time under a name of its own. */
static void
test_restore (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *backup = test_path (self, "backup.nazar"), *kept = test_path (self, "register.nazar.before-restore");
  g_autofree char *later = NULL, *shown = NULL, *fresh = test_path (self, "fresh.nazar");

  fill (self);
  g_free (test_do ("backup", self->path, backup, NULL));
  later = test_do ("edit", self->path, "term", "label=Later", NULL);
  assert_restored (self, backup, "register.nazar.before-restore”.");
  test_fail (1, "There is no record", "show", self->path, later, NULL);
  assert_restored (self, backup, "register.nazar.before-restore-2”.");
  shown = test_do ("show", kept, later, NULL);

  g_free (test_do ("restore", fresh, backup, NULL));
  g_free (test_do ("show", fresh, "r", NULL));
}

static void
test_restore_damaged (TestRegister  *self,
                      gconstpointer  data)
{
  g_autofree char *backup = test_path (self, "backup.nazar"), *wal = g_strconcat (self->path, "-wal", NULL);

  fill (self);
  g_free (test_do ("backup", self->path, backup, NULL));
  g_assert_cmpint (truncate (self->path, 20480), ==, 0);
  test_fail (1, "The register is damaged.", "list", self->path, "term", NULL);
  assert_restored (self, backup, "before-restore");

  /* An empty file, and a WAL that belongs to another one. */
  g_assert_cmpint (truncate (self->path, 0), ==, 0);
  assert_restored (self, backup, "before-restore-2");
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (g_file_set_contents (wal, "left behind", -1, NULL));
  g_free (test_do ("restore", self->path, backup, NULL));
  g_free (test_do ("show", self->path, "r", NULL));
}

static void
test_restore_refuses (TestRegister  *self,
                      gconstpointer  data)
{
  g_autofree char *missing = test_path (self, "missing.nazar"), *text = test_write (self, "text.nazar", report, -1);
  g_autofree char *backup = test_path (self, "backup.nazar"), *before = NULL, *after = NULL;

  fill (self);
  before = test_digest (self->path);
  test_fail (1, "There is no register at", "restore", self->path, missing, NULL);
  test_fail (1, "is not a Nazar register", "restore", self->path, text, NULL);
  g_free (test_do ("backup", self->path, backup, NULL));
  test_fail (1, "is a folder", "restore", self->folder, backup, NULL);
  after = test_digest (self->path);
  g_assert_cmpstr (after, ==, before);

  test_register_open (self);
  test_fail (1, "The register is open already: ", "restore", self->path, backup, NULL);
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

  test_add ("/nazarctl/import/sum-adds-up-and-twice-adds-nothing", test_import);
  test_add ("/nazarctl/import/dry-run-changes-not-a-byte", test_dry_run);
  test_add ("/nazarctl/import/doubtful-items-have-a-line-each", test_doubts);
  test_add ("/nazarctl/import/differences-are-listed-and-taken-with-update", test_differences);
  test_add ("/nazarctl/import/options", test_options);
  test_add ("/nazarctl/import/bad-files-are-one-sentence", test_bad_files);
  test_add ("/nazarctl/import/killed-at-any-point-leaves-all-or-nothing", test_killed);
  test_add ("/nazarctl/import/full-disk-leaves-the-register-as-it-was", test_full_disk);
  test_add ("/nazarctl/export/comes-back-byte-for-byte", test_round);
  test_add ("/nazarctl/export/public-unless-said-otherwise", test_redact);
  test_add ("/nazarctl/export/format-by-the-ending", test_export_formats);
  test_add ("/nazarctl/export/full-disk-leaves-no-file", test_export_full);
  test_add ("/nazarctl/backup", test_backup);
  test_add ("/nazarctl/restore/keeps-what-stood-there", test_restore);
  test_add ("/nazarctl/restore/over-a-damaged-register", test_restore_damaged);
  test_add ("/nazarctl/restore/refuses-and-leaves-alone", test_restore_refuses);

  return test_run_all ();
}
