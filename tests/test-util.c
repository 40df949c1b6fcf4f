/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static char *home;

/**
 * test_init:
 * @argc: of main()
 * @argv: of main()
 *
 * Tests and the programs that they start have one identity, which is not the
 * user's, and speak English.
 */
void
test_init (int    *argc,
           char ***argv)
{
  g_autoptr (GError) error = NULL;

  home = g_dir_make_tmp ("nazar-test-home-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("LC_ALL", "C", TRUE);
  g_unsetenv ("LANGUAGE");

  g_test_init (argc, argv, NULL);
}

/**
 * test_run_all:
 *
 * Returns: what main() returns
 */
int
test_run_all (void)
{
  int status = g_test_run ();

  test_remove_folder (home);
  g_clear_pointer (&home, g_free);
  return status;
}

static void
set_up (TestRegister *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("nazar-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "register.nazar", NULL);
  self->store = nazar_store_create (self->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (TestRegister *self,
           gconstpointer data)
{
  test_register_close (self);
  test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/**
 * test_add:
 * @path: what must hold
 * @func: shows it on an empty register of its own
 */
void
test_add (const char       *path,
          TestRegisterFunc  func)
{
  test_add_with (path, func, NULL);
}

void
test_add_with (const char       *path,
               TestRegisterFunc  func,
               gconstpointer     data)
{
  g_test_add (path, TestRegister, data, set_up, func, tear_down);
}

/**
 * test_register_close:
 * @self: a register
 *
 * Nothing is left beside a register that is closed.
 */
void
test_register_close (TestRegister *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *lock = g_strconcat (self->path, "-lock", NULL);

  if (self->store == NULL)
    return;

  nazar_store_close (self->store);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

void
test_register_open (TestRegister *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->store);
  self->store = nazar_store_open (self->path, NAZAR_STORE_DEFAULT, NULL, &error);
  g_assert_no_error (error);
}

char *
test_path (TestRegister *self,
           const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/**
 * test_write:
 * @self: a register
 * @name: name of a file beside it
 * @text: what to write into that
 * @length: its bytes, or -1 when it ends in NUL
 *
 * Returns: (transfer full): the file's path
 */
char *
test_write (TestRegister *self,
            const char   *name,
            const char   *text,
            gssize        length)
{
  g_autoptr (GError) error = NULL;
  char *path = test_path (self, name);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

char *
test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/**
 * test_digest:
 * @path: a file
 *
 * Returns: (transfer full): what tells whether its bytes have changed
 */
char *
test_digest (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

void
test_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        test_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

guint
test_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/**
 * test_add_record:
 * @store: a register, inside a transaction or not
 * @type: a kind of record
 * @...: names of fields, each with its value; "id" for the id; %NULL
 *
 * Returns: (transfer full): the record, stored
 */
NazarRecord *
test_add_record (NazarStore *store,
                 GType       type,
                 ...)
{
  g_autoptr (GError) error = NULL;
  NazarRecord *record = NULL;
  const char *field;
  va_list args;

  va_start (args, type);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      if (record == NULL)
        record = nazar_record_new (type, strcmp (field, "id") == 0 ? value : NULL);
      if (strcmp (field, "id") != 0)
        nazar_record_enter (record, field, value, &error);
      g_assert_no_error (error);
    }
  va_end (args);

  nazar_store_save (store, record, &error);
  g_assert_no_error (error);
  return record;
}

/**
 * test_add_terms:
 * @store: a register
 * @n_terms: how many
 *
 * Adds themes in one transaction.
 */
void
test_add_terms (NazarStore *store,
                guint       n_terms)
{
  g_autoptr (GError) error = NULL;

  nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *label = g_strdup_printf ("Theme number %u with a longer name", i);
      g_autoptr (NazarRecord) term = test_add_record (store, NAZAR_TYPE_TERM, "label", label, NULL);
    }
  nazar_store_commit (store, &error);
  g_assert_no_error (error);
}

void
test_set (NazarStore  *store,
          NazarRecord *record,
          const char  *field,
          const char  *value)
{
  g_autoptr (GError) error = NULL;

  nazar_record_enter (record, field, value, &error);
  g_assert_no_error (error);
  nazar_store_save (store, record, &error);
  g_assert_no_error (error);
}

void
test_delete (NazarStore  *store,
             NazarRecord *record)
{
  g_autoptr (GError) error = NULL;

  nazar_store_delete (store, G_OBJECT_TYPE (record), nazar_record_get_id (record), &error);
  g_assert_no_error (error);
}

/**
 * test_assert_field:
 * @store: a register
 * @record: a record that stands in it
 * @field: name of a field
 * @value: (nullable): what the register must hold there
 */
void
test_assert_field (NazarStore  *store,
                   NazarRecord *record,
                   const char  *field,
                   const char  *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarRecord) stored = NULL;

  stored = nazar_store_load (store, G_OBJECT_TYPE (record), nazar_record_get_id (record), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nazar_record_get (stored, field), ==, value);
}

gboolean
test_exists (NazarStore  *store,
             NazarRecord *record)
{
  g_autoptr (NazarRecord) stored = nazar_store_load (store, G_OBJECT_TYPE (record), nazar_record_get_id (record), NULL);

  return stored != NULL;
}

gint64
test_count (NazarStore *store,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 count = 0;

  nazar_connection_get_int (nazar_store_lock_reader (store), &count, &error, sql, NULL);
  nazar_store_unlock_reader (store);
  g_assert_no_error (error);
  return count;
}

/**
 * test_ask:
 * @store: a register
 * @sql: a question with one column
 *
 * Returns: (transfer full): the answers, with a comma between them
 */
char *
test_ask (NazarStore *store,
          const char *sql)
{
  g_autoptr (GString) answers = g_string_new (NULL);
  NazarStatement *row = nazar_connection_query (nazar_store_lock_reader (store), NULL, sql, NULL);

  g_assert_nonnull (row);
  while (nazar_statement_step (row, NULL))
    {
      const char *text = nazar_statement_text (row, 0);

      g_string_append_printf (answers, "%s%s", answers->len > 0 ? "," : "", text != NULL ? text : "NULL");
    }
  nazar_statement_end (row);
  nazar_store_unlock_reader (store);
  return g_string_free (g_steal_pointer (&answers), FALSE);
}

/**
 * test_assert_in_order:
 * @store: a register
 *
 * The file, its references, the journal's chains and the search index hold.
 */
void
test_assert_in_order (NazarStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  nazar_store_check (store, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL, ==, NULL);
}

static void
assert_sentence (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\n'));
  g_assert_null (strstr (text, "(null)"));
  g_assert_true (g_str_has_suffix (text, "."));
}

/**
 * test_assert_sentence:
 * @error: an error for people
 *
 * It is there, and is a whole sentence on one line.
 */
void
test_assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  assert_sentence (error->message);
}

/**
 * test_program:
 *
 * Returns: (transfer none) (nullable): nazarctl as it was built
 */
const char *
test_program (void)
{
  return g_getenv ("NAZARCTL");
}

void
test_run_clear (TestRun *self)
{
  g_free (self->out);
  g_free (self->err);
}

/**
 * test_run_argv:
 * @argv: the program's words after its name
 * @environment: (nullable): NAME=VALUE, over what there is; a NAME alone is taken away
 * @child_setup: (nullable): called in the new process before the program
 * @data: for @child_setup
 *
 * Returns: how it ended
 */
TestRun
test_run_argv (const char *const    *argv,
               const char *const    *environment,
               GSpawnChildSetupFunc  child_setup,
               gpointer              data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (GStrv) variables = g_get_environ ();
  TestRun run = { 0 };
  int status;

  g_ptr_array_add (words, (gpointer) test_program ());
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) argv[i]);
  g_ptr_array_add (words, NULL);

  for (guint i = 0; environment != NULL && environment[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (environment[i], "=", 2);

      variables = parts[1] != NULL ? g_environ_setenv (variables, parts[0], parts[1], TRUE)
                                   : g_environ_unsetenv (variables, parts[0]);
    }

  g_spawn_sync (NULL, (char **) words->pdata, variables, G_SPAWN_DEFAULT, child_setup, data, &run.out, &run.err, &status, &error);
  g_assert_no_error (error);
  run.exit = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
  return run;
}

static TestRun
run_words (const char *word,
           va_list     args)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);

  return test_run_argv ((const char *const *) words->pdata, NULL, NULL, NULL);
}

/**
 * test_run:
 * @word: the program's first word
 * @...: the others; %NULL
 *
 * Returns: how it ended
 */
TestRun
test_run (const char *word,
          ...)
{
  va_list args;
  TestRun run;

  va_start (args, word);
  run = run_words (word, args);
  va_end (args);
  return run;
}

/**
 * test_do:
 * @word: the program's first word
 * @...: the others; %NULL
 *
 * The program must do it.
 *
 * Returns: (transfer full): what it wrote, without the last line end
 */
char *
test_do (const char *word,
         ...)
{
  g_auto (TestRun) run = { 0 };
  va_list args;

  va_start (args, word);
  run = run_words (word, args);
  va_end (args);

  if (run.exit != 0)
    g_test_message ("%s", run.err);
  g_assert_cmpint (run.exit, ==, 0);
  return g_strchomp (g_steal_pointer (&run.out));
}

/**
 * test_fail:
 * @exit: how the program must fail
 * @sentence: what stands in its one sentence
 * @word: the program's first word
 * @...: the others; %NULL
 *
 * A failure is one sentence on standard error; wrong usage has a second line that
 * says where the usage is shown. Nothing is written to standard output.
 */
void
test_fail (int         exit,
           const char *sentence,
           const char *word,
           ...)
{
  g_auto (TestRun) run = { 0 };
  g_auto (GStrv) lines = NULL;
  va_list args;

  va_start (args, word);
  run = run_words (word, args);
  va_end (args);

  if (run.exit != exit)
    g_test_message ("%s", run.err);
  g_assert_cmpint (run.exit, ==, exit);
  g_assert_cmpstr (run.out, ==, "");
  lines = g_strsplit (run.err, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, exit == 2 ? 3 : 2);
  g_assert_true (g_str_has_prefix (lines[0], "nazarctl: "));
  assert_sentence (lines[0]);
  if (strstr (lines[0], sentence) == NULL)
    g_assert_cmpstr (lines[0], ==, sentence);
}
