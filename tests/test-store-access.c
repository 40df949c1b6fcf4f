/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A register that cannot be written, or that somebody else writes to. */

#define NOBODY 65534

/* ---- read-only ------------------------------------------------------------- */

/* Root may write everywhere, so somebody else tries. */
static void
become_nobody_cb (gpointer data)
{
  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (99);
}

static TestRun
run_as_nobody (const char *const *argv)
{
  const char *const environment[] = { "XDG_CONFIG_HOME=/nonexistent", NULL };

  return test_run_argv (argv, environment, become_nobody_cb, NULL);
}

static gboolean
nobody_can_run (TestRegister *self)
{
  const char *const argv[] = { "--version", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (TestRun) run = { 0 };
  g_autofree char *program = NULL;

  if (test_program () == NULL)
    {
      g_test_skip ("NAZARCTL is not set");
      return FALSE;
    }
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  /* The folder of the build may be closed to others. */
  program = g_strdup_printf ("setpriv --reuid=%d --regid=%d --clear-groups test -x \"$NAZARCTL\"", NOBODY, NOBODY);
  if (geteuid () == 0)
    {
      const char *const shell[] = { "sh", "-c", program, NULL };
      int status = 0;

      if (!g_spawn_sync (NULL, (char **) shell, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                         &error) ||
          status != 0)
        {
          g_test_skip ("Another user cannot run the program here");
          return FALSE;
        }
    }
  run = run_as_nobody (argv);
  return run.exit == 0;
}

static void
assert_read_only (TestRegister *self)
{
  const char *const list[] = { "list", self->path, "term", NULL };
  const char *const check[] = { "check", self->path, NULL };
  const char *const edit[] = { "edit", self->path, "term", "label=x", NULL };
  g_auto (TestRun) listed = run_as_nobody (list);
  g_auto (TestRun) checked = run_as_nobody (check);
  g_auto (TestRun) edited = run_as_nobody (edit);

  g_assert_cmpstr (listed.err, ==, "");
  g_assert_cmpint (listed.exit, ==, 0);
  g_assert_nonnull (strstr (listed.out, "Theme number 3"));
  g_assert_cmpint (checked.exit, ==, 0);
  g_assert_cmpint (edited.exit, ==, 1);
  g_assert_nonnull (strstr (edited.err, "cannot be written"));
}

static void
test_read_only_file (TestRegister  *self,
                     gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  if (!nobody_can_run (self))
    return;
  test_add_terms (self->store, 4);
  test_register_close (self);
  g_assert_cmpint (g_chmod (self->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  before = test_digest (self->path);

  assert_read_only (self);

  after = test_digest (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only_folder (TestRegister  *self,
                       gconstpointer  data)
{
  if (!nobody_can_run (self))
    return;
  test_add_terms (self->store, 4);
  test_register_close (self);
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);

  assert_read_only (self);

  g_assert_cmpuint (test_count_files (self->folder), ==, 1);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
}

static void
test_reader_refuses (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (NazarStore) reader = NULL;
  g_autoptr (NazarRecord) term = nazar_record_new (NAZAR_TYPE_TERM, NULL);
  g_autoptr (GError) error = NULL;

  test_register_close (self);
  reader = nazar_store_open (self->path, NAZAR_STORE_READ_ONLY, NULL, NULL);
  g_assert_true (nazar_store_is_read_only (reader));
  g_assert_null (nazar_store_why_read_only (reader));

  g_assert_false (nazar_store_save (reader, term, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY);
  test_assert_sentence (error);
}

/* ---- one writer --------------------------------------------------------------- */

static void
test_locked (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarStore) second = NULL;
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());

  test_add_terms (self->store, 3);
  g_assert_null (nazar_store_open (self->path, NAZAR_STORE_DEFAULT, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED);
  test_assert_sentence (error);
  g_assert_nonnull (strstr (error->message, process));
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));

  second = nazar_store_open (self->path, NAZAR_STORE_FALL_BACK, NULL, NULL);
  g_assert_true (nazar_store_is_read_only (second));
  g_assert_cmpstr (nazar_store_why_read_only (second), ==, error->message);
  g_assert_cmpint (test_count (second, "SELECT count (*) FROM term"), ==, 3);

  /* It reads on while the first writes, and leaves the lock alone as it closes. */
  test_add_terms (self->store, 2);
  g_assert_cmpint (test_count (second, "SELECT count (*) FROM term"), ==, 5);
  nazar_store_close (second);
  g_clear_error (&error);
  g_assert_null (nazar_store_open (self->path, NAZAR_STORE_DEFAULT, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED);
  test_add_terms (self->store, 1);
  test_assert_in_order (self->store);
}

static void
test_locked_by_link (TestRegister  *self,
                     gconstpointer  data)
{
  g_autofree char *link_path = test_path (self, "link.nazar");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (self->path, link_path), ==, 0);
  g_assert_null (nazar_store_open (link_path, NAZAR_STORE_DEFAULT, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED);
}

static void
test_command_beside_window (TestRegister  *self,
                            gconstpointer  data)
{
  g_autofree char *listed = NULL;
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());

  if (test_program () == NULL)
    {
      g_test_skip ("NAZARCTL is not set");
      return;
    }

  test_add_terms (self->store, 3);
  listed = test_do ("list", self->path, "term", NULL);
  g_assert_nonnull (strstr (listed, "Theme number 2"));
  test_fail (1, process, "edit", self->path, "term", "label=x", NULL);

  test_add_terms (self->store, 1);
  test_assert_in_order (self->store);
}

/* Writes until it is killed, and says when it has begun. */
static GPid
start_writer (const char *path,
              int        *out)
{
  int pipes[2];
  GPid pid;

  g_assert_cmpint (pipe (pipes), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      NazarStore *store = nazar_store_open (path, NAZAR_STORE_DEFAULT, NULL, NULL);

      if (store == NULL || !nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, NULL))
        _exit (1);
      for (guint i = 0;; i++)
        {
          g_autoptr (NazarRecord) term = nazar_record_new (NAZAR_TYPE_TERM, NULL);

          nazar_record_set (term, "label", "Never stored");
          nazar_store_save (store, term, NULL);
          if (i == 1000 && write (pipes[1], "x", 1) != 1)
            _exit (2);
          if (i > 1000)
            g_usleep (1000);
        }
    }

  close (pipes[1]);
  *out = pipes[0];
  return pid;
}

static void
test_killed (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_strconcat (self->path, "-lock", NULL);
  char byte;
  int out, status;
  GPid pid;

  test_add_terms (self->store, 3);
  test_register_close (self);
  pid = start_writer (self->path, &out);
  g_assert_cmpint (read (out, &byte, 1), ==, 1);
  close (out);
  g_assert_null (nazar_store_open (self->path, NAZAR_STORE_DEFAULT, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_LOCKED);

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));

  test_register_open (self);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM term"), ==, 3);
  test_add_terms (self->store, 1);
  test_assert_in_order (self->store);
}

/* As a file chooser does that wants to know the type of every file in a folder. */
static void
look_at_files (TestRegister *self)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-lock", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    }
}

static void
test_looked_at (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *listed = NULL;
  const char *after;

  if (test_program () == NULL)
    {
      g_test_skip ("NAZARCTL is not set");
      return;
    }

  test_add_terms (self->store, 1);
  look_at_files (self);
  /* A command that reads and ends must not tidy up behind the window's back. */
  g_free (test_do ("list", self->path, "term", NULL));
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));

  test_add_terms (self->store, 1);
  listed = test_do ("list", self->path, "term", NULL);
  after = strchr (listed, '\n');
  g_assert_nonnull (after);
  g_assert_cmpstr (after, !=, "\n");

  test_register_close (self);
  test_register_open (self);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM term"), ==, 2);
  test_assert_in_order (self->store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/store/read-only/file", test_read_only_file);
  test_add ("/store/read-only/folder", test_read_only_folder);
  test_add ("/store/read-only/reader-cannot-write", test_reader_refuses);
  test_add ("/store/lock/second-window-says-who-and-reads", test_locked);
  test_add ("/store/lock/one-for-all-links", test_locked_by_link);
  test_add ("/store/lock/command-lists-beside-a-window", test_command_beside_window);
  test_add ("/store/lock/ends-with-a-killed-program", test_killed);
  test_add ("/store/lock/survives-a-look-at-the-files", test_looked_at);

  return test_run_all ();
}
