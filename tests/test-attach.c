/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "nazar-attach.h"
#include "nazar-blob.h"
#include "nazar-undo.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files in a register: read, stored with their record or not at all, and given back. */

static GFile *
data_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return g_file_new_for_path (path);
}

static NazarRecord *
add_owner (TestRegister *self)
{
  return test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "text", "Mend the bridge", NULL);
}

/* Returns: (transfer full): a file of the tests, attached */
static NazarAttached *
attach (TestRegister     *self,
        NazarRecord      *owner,
        const char       *name,
        NazarAttachFlags  flags)
{
  g_autoptr (GFile) file = data_file (name);
  g_autoptr (GError) error = NULL;
  NazarAttached *attached = nazar_attach_read (file, nazar_record_get_id (owner), flags, NULL, &error);

  g_assert_no_error (error);
  nazar_attach_add (self->store, attached, &error);
  g_assert_no_error (error);
  return attached;
}

static NazarAttached *
attach_text (TestRegister *self,
             NazarRecord  *owner,
             const char   *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NazarAttached *attached = nazar_attach_read_bytes (bytes, "letter.txt", nazar_record_get_id (owner), NAZAR_ATTACH_DEFAULT, &error);

  g_assert_no_error (error);
  nazar_attach_add (self->store, attached, &error);
  g_assert_no_error (error);
  return attached;
}

static void
assert_count (TestRegister *self,
              gint64        n_records,
              gint64        n_contents)
{
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM attachment"), ==, n_records);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM blob"), ==, n_contents);
}

static gboolean
holds (GBytes     *bytes,
       const char *words)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), words, strlen (words)) != NULL;
}

/* ---- what is stored ---------------------------------------------------------------- */

static void
test_stored (TestRegister  *self,
             gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) attached = attach_text (self, owner, "Dear reader\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  test_assert_field (self->store, attached->record, "record", nazar_record_get_id (owner));
  test_assert_field (self->store, attached->record, "name", "letter.txt");
  test_assert_field (self->store, attached->record, "media_type", "text/plain");
  test_assert_field (self->store, attached->record, "size", "12");
  test_assert_field (self->store, attached->record, "sha256", "660cc22c510acd9393530d9d1531ba942da48f1e33a8a1e6c09319c2a85322cc");
  test_assert_field (self->store, attached->record, "personal", NULL);
  g_assert_nonnull (nazar_record_get (attached->record, "added"));
  g_assert_null (attached->removed);

  test_register_close (self);
  test_register_open (self);
  bytes = nazar_attach_load (self->store, attached->record, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, attached->bytes));
  test_assert_in_order (self->store);
}

static void
test_once (TestRegister  *self,
           gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) first = attach_text (self, owner, "Dear reader\n");
  g_autoptr (NazarAttached) second = attach_text (self, owner, "Dear reader\n");

  g_assert_cmpstr (nazar_record_get_id (first->record), !=, nazar_record_get_id (second->record));
  assert_count (self, 2, 1);
}

static void
test_picture (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) clean = attach (self, owner, "media-photo.jpg", NAZAR_ATTACH_DEFAULT);
  g_autoptr (NazarAttached) kept = attach (self, owner, "media-photo.jpg", NAZAR_ATTACH_KEEP_METADATA);

  g_assert_false (holds (clean->bytes, "Lumenta"));
  g_assert_nonnull (strstr (clean->removed, "42.87460, 74.56980"));
  g_assert_null (clean->tells);

  g_assert_true (holds (kept->bytes, "Lumenta"));
  g_assert_null (kept->removed);
  g_assert_nonnull (strstr (kept->tells, "42.87460, 74.56980"));
  assert_count (self, 2, 2);

  /* Somebody may be recognised on it, until somebody has looked. */
  test_assert_field (self->store, clean->record, "personal", "1");
  test_assert_in_order (self->store);
}

static void
test_of_interview (TestRegister  *self,
                   gconstpointer  data)
{
  g_autoptr (NazarRecord) visit = test_add_record (self->store, NAZAR_TYPE_VISIT, "kind", "special", NULL);
  g_autoptr (NazarRecord) interview = test_add_record (self->store, NAZAR_TYPE_INTERVIEW, "visit", nazar_record_get_id (visit), NULL);
  g_autoptr (NazarAttached) attached = attach_text (self, interview, "What was told\n");

  test_assert_field (self->store, attached->record, "interview", nazar_record_get_id (interview));
}

static void
test_names (TestRegister  *self,
            gconstpointer  data)
{
  const struct
  {
    const char *given;
    const char *name;
  } cases[] = { { "/home/somebody/Хат 1.txt", "Хат 1.txt" }, { "a\nb.txt", "a b.txt" }, { "\xFF\xFE.txt", "��.txt" }, { NULL, "Text.txt" } };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NazarAttached) attached = nazar_attach_read_bytes (bytes, cases[i].given, "owner", NAZAR_ATTACH_DEFAULT, NULL);

      g_assert_cmpstr (nazar_record_get (attached->record, "name"), ==, cases[i].name);
    }
}

/* ---- what is refused ------------------------------------------------------------------ */

static void
assert_refused (TestRegister *self,
                GFile        *file,
                int           code,
                const char   *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nazar_attach_read (file, "owner", NAZAR_ATTACH_DEFAULT, NULL, &error));
  test_assert_sentence (error);
  g_assert_error (error, NAZAR_ATTACH_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_assert_cmpstr (error->message, ==, words);
}

static void
test_large (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *path = test_write (self, "large.jpg", "\xFF\xD8\xFF", 3);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  struct rusage before, after;

  g_assert_cmpint (truncate (path, 300 * 1024 * 1024), ==, 0);
  getrusage (RUSAGE_SELF, &before);
  assert_refused (self, file, NAZAR_ATTACH_ERROR_REFUSED, "“large.jpg” was not attached. The file is larger than 100 MiB");
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 20 * 1024);
}

static void
test_not_files (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *empty = test_write (self, "empty.txt", "", 0);
  g_autofree char *pipe = test_path (self, "pipe");
  g_autofree char *nothing = test_path (self, "nothing.jpg");
  g_autofree char *video = test_write (self, "film.mp4", "\0\0\0\x18" "ftypisom\0\0\2\0isommp41", 24);
  g_autofree char *bomb = test_write (self, "bomb.png", "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x75\x30\0\0\x75\x30\x08\x06\0\0\0", 29);
  g_autoptr (GFile) empty_file = g_file_new_for_path (empty), pipe_file = g_file_new_for_path (pipe);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder), missing = g_file_new_for_path (nothing);
  g_autoptr (GFile) film = g_file_new_for_path (video), bomb_file = g_file_new_for_path (bomb);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (self, empty_file, NAZAR_ATTACH_ERROR_REFUSED, "The file is empty.");
  assert_refused (self, pipe_file, NAZAR_ATTACH_ERROR_UNREADABLE, "It is not an ordinary file.");
  assert_refused (self, folder, NAZAR_ATTACH_ERROR_UNREADABLE, "It is a folder, not a file.");
  assert_refused (self, missing, NAZAR_ATTACH_ERROR_UNREADABLE, "“nothing.jpg” was not attached. There is no such file.");
  assert_refused (self, film, NAZAR_ATTACH_ERROR_REFUSED, "cannot remove the place and the device");
  assert_refused (self, bomb_file, NAZAR_ATTACH_ERROR_REFUSED, "30,000 × 30,000 pixels");
}

/* What cannot be cleaned is attached where the user says so; what is too large is not. */
static void
test_keep (TestRegister  *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) video = g_bytes_new_static ("\0\0\0\x18" "ftypisom\0\0\2\0isommp41", 24);
  g_autoptr (GBytes) bomb = g_bytes_new_static ("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x75\x30\0\0\x75\x30\x08\x06\0\0\0", 29);
  g_autoptr (NazarAttached) kept = nazar_attach_read_bytes (video, "film.mp4", "owner", NAZAR_ATTACH_KEEP_METADATA, NULL);

  g_assert_cmpstr (nazar_record_get (kept->record, "media_type"), ==, "video/mp4");
  g_assert_cmpstr (nazar_record_get (kept->record, "personal"), ==, "1");
  g_assert_null (nazar_attach_read_bytes (bomb, "bomb.png", "owner", NAZAR_ATTACH_KEEP_METADATA, NULL));
}

static void
test_no_owner (TestRegister  *self,
               gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (GFile) file = data_file ("media-photo.jpg");
  g_autoptr (NazarAttached) attached = nazar_attach_read (file, nazar_record_get_id (owner), NAZAR_ATTACH_DEFAULT, NULL, NULL);
  g_autoptr (GError) error = NULL;

  test_delete (self->store, owner);
  g_assert_false (nazar_attach_add (self->store, attached, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND);
  test_assert_sentence (error);
  assert_count (self, 0, 0);
}

static void
test_of_file (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) first = attach_text (self, owner, "Dear reader\n");
  g_autoptr (NazarAttached) second =
      nazar_attach_read_bytes (first->bytes, "x.txt", nazar_record_get_id (first->record), NAZAR_ATTACH_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_attach_add (self->store, second, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_REFERENCE);
  test_assert_sentence (error);
}

static void
test_read_only (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (GFile) file = data_file ("media-photo.jpg");
  g_autoptr (NazarAttached) attached = nazar_attach_read (file, nazar_record_get_id (owner), NAZAR_ATTACH_DEFAULT, NULL, NULL);
  g_autoptr (NazarStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  test_register_close (self);
  reader = nazar_store_open (self->path, NAZAR_STORE_READ_ONLY, NULL, NULL);
  g_assert_false (nazar_attach_add (reader, attached, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY);
}

/* ---- a file that changes while it is read ------------------------------------------------ */

/* A file that gives its bytes in two halves, and does something between them. */
#define TEST_TYPE_STREAM (test_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestStream, test_stream, TEST, STREAM, GFileInputStream)

struct _TestStream
{
  GFileInputStream parent_instance;

  const char *path;
  const char *then; /* what happens to it */
  gsize at;
};

G_DEFINE_FINAL_TYPE (TestStream, test_stream, G_TYPE_FILE_INPUT_STREAM)

#define HALF 1000

static gssize
test_stream_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          count,
                  GCancellable  *cancellable,
                  GError       **error)
{
  TestStream *self = TEST_STREAM (stream);

  if (self->at == 0)
    {
      self->at = HALF;
      memset (buffer, 'a', HALF);
      return HALF;
    }
  if (self->at == 2 * HALF)
    return 0;

  self->at = 2 * HALF;
  if (g_str_equal (self->then, "fails"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The stick was pulled out");
      return -1;
    }
  if (g_str_equal (self->then, "cut"))
    {
      g_assert_cmpint (truncate (self->path, HALF), ==, 0);
      return 0;
    }
  if (g_str_equal (self->then, "goes"))
    g_assert_cmpint (g_unlink (self->path), ==, 0);
  if (g_str_equal (self->then, "changes"))
    {
      g_autofree char *text = g_strnfill (2 * HALF, 'b');

      g_assert_true (g_file_set_contents (self->path, text, 2 * HALF, NULL));
    }
  memset (buffer, 'a', HALF);
  return HALF;
}

static void
test_stream_class_init (TestStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_stream_read;
}

static void
test_stream_init (TestStream *self)
{
}

#define TEST_TYPE_FILE (test_file_get_type ())
G_DECLARE_FINAL_TYPE (TestFile, test_file, TEST, FILE, GObject)

struct _TestFile
{
  GObject parent_instance;

  GFile *real;
  const char *path;
  const char *then;
};

static void test_file_iface_init (GFileIface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (TestFile, test_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, test_file_iface_init))

static GFileInputStream *
test_file_read (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  TestStream *stream = g_object_new (TEST_TYPE_STREAM, NULL);

  stream->path = TEST_FILE (file)->path;
  stream->then = TEST_FILE (file)->then;
  return G_FILE_INPUT_STREAM (stream);
}

static GFileInfo *
test_file_query_info (GFile                *file,
                      const char           *attributes,
                      GFileQueryInfoFlags   flags,
                      GCancellable         *cancellable,
                      GError              **error)
{
  return g_file_query_info (TEST_FILE (file)->real, attributes, flags, cancellable, error);
}

static char *
test_file_get_basename (GFile *file)
{
  return g_file_get_basename (TEST_FILE (file)->real);
}

static void
test_file_iface_init (GFileIface *iface)
{
  iface->read_fn = test_file_read;
  iface->query_info = test_file_query_info;
  iface->get_basename = test_file_get_basename;
}

static void
test_file_class_init (TestFileClass *klass)
{
}

static void
test_file_init (TestFile *self)
{
}

static void
test_changing (TestRegister  *self,
               gconstpointer  then)
{
  g_autofree char *text = g_strnfill (2 * HALF, 'a');
  g_autofree char *path = test_write (self, "letter.txt", text, -1);
  g_autoptr (GFile) real = g_file_new_for_path (path);
  g_autoptr (TestFile) file = g_object_new (TEST_TYPE_FILE, NULL);
  g_autoptr (NazarAttached) attached = NULL;

  file->real = real;
  file->path = path;
  file->then = then;
  if (g_str_equal (then, "stays"))
    {
      attached = nazar_attach_read (G_FILE (file), "owner", NAZAR_ATTACH_DEFAULT, NULL, NULL);
      g_assert_cmpmem (g_bytes_get_data (attached->bytes, NULL), g_bytes_get_size (attached->bytes), text, 2 * HALF);
    }
  else if (g_str_equal (then, "fails"))
    {
      assert_refused (self, G_FILE (file), NAZAR_ATTACH_ERROR_UNREADABLE, "The file cannot be read.");
    }
  else
    {
      assert_refused (self, G_FILE (file), NAZAR_ATTACH_ERROR_CHANGED, "The file was changed while it was read. Try again.");
    }
}

static void
test_cancelled (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = data_file ("media-photo.jpg");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nazar_attach_read (file, "owner", NAZAR_ATTACH_DEFAULT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- together or not at all ---------------------------------------------------------------- */

static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  nazar_store_run_finish (NAZAR_STORE (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static void
test_async (TestRegister  *self,
            gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = data_file ("media-photo.png");
  NazarAttached *attached = nazar_attach_read (file, nazar_record_get_id (owner), NAZAR_ATTACH_DEFAULT, NULL, NULL);

  nazar_store_run_async (self->store, NAZAR_JOURNAL_EDIT, nazar_attach_store, attached, (GDestroyNotify) nazar_attached_free, NULL,
                         on_stored_cb, loop);
  g_main_loop_run (loop);
  assert_count (self, 1, 1);
  test_assert_in_order (self->store);
}

static void
test_undo (TestRegister  *self,
           gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) attached = attach_text (self, owner, "Dear reader\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  /* With its owner, and back with it. */
  test_delete (self->store, owner);
  assert_count (self, 0, 1);
  nazar_undo (self->store, NAZAR_UNDO_REFUSE, &error);
  g_assert_no_error (error);
  bytes = nazar_attach_load (self->store, attached->record, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, attached->bytes));
  test_assert_in_order (self->store);
}

static gboolean
delete_between (const guint8  *piece,
                gsize          length,
                gpointer       data,
                GError       **error)
{
  TestRegister *self = data;
  g_autofree char *id = test_ask (self->store, "SELECT id FROM attachment");

  if (*id != '\0')
    g_assert_true (nazar_store_delete (self->store, NAZAR_TYPE_ATTACHMENT, id, NULL));
  return TRUE;
}

static void
test_deleted_while_read (TestRegister  *self,
                         gconstpointer  data)
{
  g_autofree char *text = g_strnfill (300000, 'x');
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) attached = attach_text (self, owner, text);
  NazarConnection *reader = nazar_store_new_reader (self->store, NULL);
  g_autoptr (GError) error = NULL;

  nazar_blob_read (reader, nazar_record_get (attached->record, "sha256"), delete_between, self, NULL, &error);
  g_assert_no_error (error);
  nazar_connection_close (reader);
  assert_count (self, 0, 1);
}

static void
test_full_pages (TestRegister  *self,
                 gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autofree char *text = g_strnfill (500000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 500000);
  g_autoptr (NazarAttached) attached =
      nazar_attach_read_bytes (bytes, "x.txt", nazar_record_get_id (owner), NAZAR_ATTACH_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  gint64 pages = test_count (self->store, "PRAGMA page_count");
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 40);

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  g_assert_true (nazar_connection_exec (nazar_store_get_writer (self->store), NULL, limit, NULL));
  nazar_store_rollback (self->store);

  g_assert_false (nazar_attach_add (self->store, attached, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FULL);
  test_assert_sentence (error);
  assert_count (self, 0, 0);
  test_assert_in_order (self->store);
}

static void
limit_files_cb (gpointer data)
{
  const struct rlimit limit = { GPOINTER_TO_SIZE (data), GPOINTER_TO_SIZE (data) };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* Wherever the room ends: all of it, or nothing and a sentence. */
static void
test_full_disk (TestRegister  *self,
                gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autofree char *text = g_strnfill (3000000, 'x');
  g_autofree char *path = test_write (self, "x.txt", text, -1);
  const char *const words[] = { "attach", self->path, nazar_record_get_id (owner), path, NULL };
  const gsize sizes[] = { 40000, 200000, 1000000, 2900000, 3100000 };
  gint64 n_stored = 0;

  test_register_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (TestRun) run = test_run_argv (words, NULL, limit_files_cb, GSIZE_TO_POINTER (sizes[i]));

      if (run.exit == 0)
        n_stored++;
      else
        g_assert_nonnull (strstr (run.err, "Nothing was changed."));
      test_register_open (self);
      assert_count (self, n_stored, n_stored > 0 ? 1 : 0);
      test_assert_in_order (self->store);
      test_register_close (self);
    }
  g_assert_cmpint (n_stored, <, G_N_ELEMENTS (sizes));
}

/* ---- what was lost -------------------------------------------------------------------------- */

static void
spoil (TestRegister *self,
       const char   *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  nazar_connection_exec (nazar_store_get_writer (self->store), &error, sql, NULL);
  g_assert_no_error (error);
  g_assert_true (nazar_store_commit (self->store, NULL));
}

static void
assert_problem (TestRegister *self,
                NazarRecord  *record,
                const char   *words)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *sentence = g_strdup_printf ("The content of the file %s is %s.", nazar_record_get_id (record), words);
  g_autoptr (GError) error = NULL;

  g_assert_true (nazar_store_check (self->store, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), sentence));
}

static void
test_damaged (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) attached = attach_text (self, owner, "Dear reader\n");
  g_autoptr (NazarAttached) again = NULL;
  g_autofree char *path = test_path (self, "out.txt");
  g_autoptr (GError) load = NULL, save = NULL;
  guint n_files = test_count_files (self->folder);

  spoil (self, "UPDATE blob SET bytes = CAST ('Dear riddle!' AS BLOB)");
  assert_problem (self, attached->record, "damaged");
  g_assert_null (nazar_attach_load (self->store, attached->record, NULL, &load));
  g_assert_error (load, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED);
  test_assert_sentence (load);
  g_assert_false (nazar_attach_save_as (self->store, attached->record, path, NULL, &save));
  test_assert_sentence (save);
  g_assert_cmpuint (test_count_files (self->folder), ==, n_files);

  /* As the sentence says. */
  again = attach_text (self, owner, "Dear reader\n");
  test_assert_in_order (self->store);
}

static void
test_missing (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) attached = attach_text (self, owner, "Dear reader\n");
  g_autoptr (GError) error = NULL;

  spoil (self, "DELETE FROM blob");
  assert_problem (self, attached->record, "missing");
  g_assert_null (nazar_attach_load (self->store, attached->record, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND);
  test_assert_sentence (error);
}

/* ---- given back -------------------------------------------------------------------------------- */

static void
test_save_as (TestRegister  *self,
              gconstpointer  data)
{
  g_autofree char *text = g_strnfill (200001, 'x');
  g_autoptr (NazarRecord) owner = add_owner (self);
  g_autoptr (NazarAttached) attached = attach_text (self, owner, text);
  g_autofree char *path = test_write (self, "out.txt", "what stood there", -1);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL, nowhere = NULL, itself = NULL;
  GStatBuf st;

  nazar_attach_save_as (self->store, attached->record, path, NULL, &error);
  g_assert_no_error (error);
  written = test_read (path);
  g_assert_cmpstr (written, ==, text);
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));

  g_assert_false (nazar_attach_save_as (self->store, attached->record, "/nonexistent/out.txt", NULL, &nowhere));
  test_assert_sentence (nowhere);
  g_assert_false (nazar_attach_save_as (self->store, attached->record, self->path, NULL, &itself));
  g_assert_error (itself, NAZAR_ATTACH_ERROR, NAZAR_ATTACH_ERROR_IS_REGISTER);
  test_assert_sentence (itself);
  test_assert_in_order (self->store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/attach/content-comes-back-as-it-was", test_stored);
  test_add ("/attach/same-content-is-stored-once", test_once);
  test_add ("/attach/picture-tells-nothing-unless-it-is-kept", test_picture);
  test_add ("/attach/what-an-interview-has-is-that-persons", test_of_interview);
  test_add ("/attach/any-name-will-do", test_names);
  test_add ("/attach/refuses/300-mb-without-reading-them", test_large);
  test_add ("/attach/refuses/what-is-no-file-or-cannot-be-cleaned", test_not_files);
  test_add ("/attach/refuses/too-large-even-when-kept", test_keep);
  test_add ("/attach/refuses/owner-that-was-deleted", test_no_owner);
  test_add ("/attach/refuses/file-of-a-file", test_of_file);
  test_add ("/attach/refuses/register-that-cannot-be-written", test_read_only);
  test_add_with ("/attach/reading/file-that-stays-is-whole", test_changing, "stays");
  test_add_with ("/attach/reading/file-that-is-cut-is-refused", test_changing, "cut");
  test_add_with ("/attach/reading/file-that-goes-is-refused", test_changing, "goes");
  test_add_with ("/attach/reading/file-that-changes-is-refused", test_changing, "changes");
  test_add_with ("/attach/reading/file-that-fails-is-refused", test_changing, "fails");
  test_add ("/attach/reading/can-be-cancelled", test_cancelled);
  test_add ("/attach/stored-by-the-writers-thread", test_async);
  test_add ("/attach/undo-brings-the-content-back", test_undo);
  test_add ("/attach/deleted-while-it-is-read-is-read-to-its-end", test_deleted_while_read);
  test_add ("/attach/full-disk/no-page-left", test_full_pages);
  test_add ("/attach/full-disk/any-file-at-its-limit", test_full_disk);
  test_add ("/attach/check/finds-damaged-content", test_damaged);
  test_add ("/attach/check/finds-missing-content", test_missing);
  test_add ("/attach/save-as/writes-a-whole-file-or-none", test_save_as);

  return test_run_all ();
}
