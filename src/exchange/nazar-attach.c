/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-attach.h"

#include "nazar-blob.h"
#include "nazar-date.h"
#include "nazar-part-file.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

G_DEFINE_QUARK (nazar-attach-error-quark, nazar_attach_error)

#define PIECE (64 * 1024)

#define ATTRIBUTES                                                                                                                    \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_ID_FILE

/* ---- reading ------------------------------------------------------------------------ */

/* Every refusal names the file, for several are dropped at once. */
static void
refuse (GError    **error,
        int         code,
        const char *name,
        const char *sentence)
{
  /* Translators: a file name and a sentence. */
  g_set_error (error, NAZAR_ATTACH_ERROR, code, _("“%s” was not attached. %s"), name, sentence);
}

static gboolean
propagate (GError    **error,
           int         code,
           const char *name,
           GError     *why)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (why));
  else if (why->domain == NAZAR_MEDIA_ERROR)
    refuse (error, NAZAR_ATTACH_ERROR_REFUSED, name, why->message);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    refuse (error, code, name, _("There is no such file."));
  else
    refuse (error, code, name, _("The file cannot be read."));
  return FALSE;
}

static gboolean
read_pieces (GInputStream *stream,
             GByteArray   *content,
             const char   *name,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  g_autoptr (GError) local_error = NULL;
  gssize length;

  while ((length = g_input_stream_read (stream, piece, PIECE, cancellable, &local_error)) > 0)
    {
      g_byte_array_append (content, piece, length);
      if (!nazar_media_check_length (content->len, &local_error))
        break;
    }

  return local_error == NULL || propagate (error, NAZAR_ATTACH_ERROR_UNREADABLE, name, local_error);
}

/* Before it is opened: opening a pipe would wait for somebody to write into it. */
static GFileInfo *
look_at_file (GFile        *file,
              const char   *name,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    refuse (error, NAZAR_ATTACH_ERROR_UNREADABLE, name, _("It is a folder, not a file."));
  else if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    refuse (error, NAZAR_ATTACH_ERROR_UNREADABLE, name, _("It is not an ordinary file."));
  else if (info != NULL && nazar_media_check_length (g_file_info_get_size (info), &local_error))
    return g_steal_pointer (&info);
  else
    propagate (error, NAZAR_ATTACH_ERROR_UNREADABLE, name, local_error);
  return NULL;
}

/* Half of a photograph, or one half of each of two, is nobody's evidence. */
static gboolean
is_unchanged (GFile        *file,
              GFileInfo    *before,
              gsize         length,
              GCancellable *cancellable)
{
  g_autoptr (GFileInfo) after = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return after != NULL && (gsize) g_file_info_get_size (before) == length && (gsize) g_file_info_get_size (after) == length &&
         g_strcmp0 (g_file_info_get_etag (before), g_file_info_get_etag (after)) == 0 &&
         g_strcmp0 (g_file_info_get_attribute_string (before, G_FILE_ATTRIBUTE_ID_FILE),
                    g_file_info_get_attribute_string (after, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

static GBytes *
read_file (GFile        *file,
           const char   *name,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GFileInfo) info = look_at_file (file, name, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = NULL;
  g_autoptr (GError) local_error = NULL;

  if (info == NULL)
    return NULL;

  stream = g_file_read (file, cancellable, &local_error);
  if (stream == NULL)
    {
      propagate (error, NAZAR_ATTACH_ERROR_UNREADABLE, name, local_error);
      return NULL;
    }

  content = g_byte_array_sized_new (g_file_info_get_size (info) + 1);
  if (!read_pieces (G_INPUT_STREAM (stream), content, name, cancellable, error))
    return NULL;
  if (!is_unchanged (file, info, content->len, cancellable))
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        refuse (error, NAZAR_ATTACH_ERROR_CHANGED, name, _("The file was changed while it was read. Try again."));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* What has no name of its own, such as a picture from the clipboard. */
static char *
make_name (const char *media_type)
{
  if (g_str_equal (media_type, "image/png"))
    return g_strconcat (C_ ("file name", "Picture"), ".png", NULL);
  if (g_str_equal (media_type, "image/jpeg"))
    return g_strconcat (C_ ("file name", "Picture"), ".jpg", NULL);
  if (nazar_media_kind (media_type) == NAZAR_MEDIA_TEXT)
    return g_strconcat (C_ ("file name", "Text"), ".txt", NULL);
  return g_strdup (C_ ("file name", "File"));
}

/* Who was recorded can be recognised, until somebody who has looked says otherwise. */
static gboolean
shows_people (const char *media_type)
{
  return g_str_has_prefix (media_type, "image/") || g_str_has_prefix (media_type, "video/") || g_str_has_prefix (media_type, "audio/");
}

static NazarRecord *
make_record (GBytes     *bytes,
             const char *name,
             const char *media_type,
             const char *owner)
{
  NazarRecord *record = nazar_record_new (NAZAR_TYPE_ATTACHMENT, NULL);
  g_autofree char *made = *name == '\0' ? make_name (media_type) : NULL;
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (bytes));
  g_autofree char *sha256 = nazar_blob_digest (bytes);
  g_autofree char *now = nazar_moment_now ();

  nazar_record_set (record, "record", owner);
  nazar_record_enter (record, "name", made != NULL ? made : name, NULL);
  nazar_record_set (record, "media_type", media_type);
  nazar_record_set (record, "size", size);
  nazar_record_set (record, "sha256", sha256);
  nazar_record_set (record, "personal", shows_people (media_type) ? "1" : NULL);
  nazar_record_set (record, "added", now);
  nazar_record_set_author_language (record);
  return record;
}

/**
 * nazar_attach_read_bytes:
 * @bytes: the content of a file, such as a picture from the clipboard
 * @name: (nullable): its name, of which the last part counts
 * @owner: id of the record that it is attached to
 * @flags: whether to keep what a picture tells
 * @error: return location for a #NazarAttachError
 *
 * Makes an attachment. What tells of place and device is removed from a picture unless
 * the caller keeps it, and where it cannot be removed that is an error. A photograph,
 * a film and a recording are personal until somebody says otherwise. Changes nothing
 * in the register, and may take a while: for a worker's thread.
 *
 * Returns: (transfer full) (nullable): what to give to nazar_attach_store()
 */
NazarAttached *
nazar_attach_read_bytes (GBytes          *bytes,
                         const char      *name,
                         const char      *owner,
                         NazarAttachFlags flags,
                         GError         **error)
{
  g_autofree char *base = name != NULL && *name != '\0' ? g_path_get_basename (name) : g_strdup ("");
  g_autofree char *shown = g_utf8_make_valid (base, -1);
  g_autofree char *media_type = NULL;
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GError) local_error = NULL;
  NazarAttached *self;

  g_return_val_if_fail (bytes != NULL && owner != NULL, NULL);

  media_type = nazar_media_guess_type (bytes, *shown != '\0' ? shown : NULL);
  if (nazar_media_check_limits (bytes, &local_error))
    stored = flags & NAZAR_ATTACH_KEEP_METADATA ? g_bytes_ref (bytes) : nazar_media_clean (bytes, media_type, &local_error);
  if (stored == NULL)
    {
      propagate (error, NAZAR_ATTACH_ERROR_REFUSED, *shown != '\0' ? shown : C_ ("file name", "File"), local_error);
      return NULL;
    }

  self = g_new0 (NazarAttached, 1);
  self->record = make_record (stored, shown, media_type, owner);
  self->tells = nazar_media_describe_metadata (stored);
  self->removed = stored != bytes ? nazar_media_describe_metadata (bytes) : NULL;
  self->bytes = g_steal_pointer (&stored);
  return self;
}

/**
 * nazar_attach_read:
 * @file: a file
 * @owner: id of the record that it is attached to
 * @flags: whether to keep what a picture tells
 * @cancellable: (nullable): to end it
 * @error: return location for a #NazarAttachError
 *
 * As nazar_attach_read_bytes(). A file that is too large is not read, and one that
 * changes or goes while it is read is refused.
 *
 * Returns: (transfer full) (nullable): what to give to nazar_attach_store()
 */
NazarAttached *
nazar_attach_read (GFile           *file,
                   const char      *owner,
                   NazarAttachFlags flags,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autofree char *base = NULL, *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && owner != NULL, NULL);

  base = g_file_get_basename (file);
  name = g_filename_display_name (base != NULL ? base : "");
  bytes = read_file (file, name, cancellable, error);
  return bytes != NULL ? nazar_attach_read_bytes (bytes, name, owner, flags, error) : NULL;
}

/**
 * nazar_attached_free:
 * @self: (transfer full): a file that was read
 */
void
nazar_attached_free (NazarAttached *self)
{
  g_object_unref (self->record);
  g_bytes_unref (self->bytes);
  g_free (self->removed);
  g_free (self->tells);
  g_free (self);
}

/* ---- storing ------------------------------------------------------------------------- */

/**
 * nazar_attach_store:
 * @store: the register, inside a transaction
 * @attached: a #NazarAttached
 * @cancellable: (nullable): to end it
 * @error: return location for a #NazarStoreError
 *
 * A #NazarStoreFunc: stores the record and its bytes together, or neither. What is
 * attached to an interview is that person's.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_attach_store (NazarStore   *store,
                    gpointer      attached,
                    GCancellable *cancellable,
                    GError      **error)
{
  NazarAttached *self = attached;
  const char *owner = nazar_record_get (self->record, "record");
  NazarConnection *connection = nazar_store_get_writer (store);
  GType type = nazar_record_sql_find_type (connection, owner, error);

  if (type == G_TYPE_INVALID || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (type == NAZAR_TYPE_ATTACHMENT)
    {
      g_set_error_literal (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_REFERENCE,
                           _("A file cannot be attached to a file. Attach it to the record that the other one belongs to."));
      return FALSE;
    }
  if (type == NAZAR_TYPE_INTERVIEW)
    nazar_record_set (self->record, "interview", owner);

  return nazar_blob_put (connection, nazar_record_get (self->record, "sha256"), self->bytes, NULL, error) &&
         nazar_store_save (store, self->record, error);
}

/**
 * nazar_attach_add:
 * @store: the register, outside a transaction
 * @attached: a file that was read
 * @error: return location for a #NazarStoreError
 *
 * nazar_attach_store() in a transaction of its own, at once.
 *
 * Returns: %FALSE on error, and nothing was stored
 */
gboolean
nazar_attach_add (NazarStore    *store,
                  NazarAttached *attached,
                  GError       **error)
{
  if (!nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, error))
    return FALSE;
  if (nazar_attach_store (store, attached, NULL, error))
    return nazar_store_commit (store, error);

  nazar_store_rollback (store);
  return FALSE;
}

/* ---- and the way back ------------------------------------------------------------------ */

/**
 * nazar_attach_load:
 * @store: a register
 * @attachment: one of its attachments
 * @cancellable: (nullable): to end it
 * @error: return location for a #NazarStoreError
 *
 * Reads with a connection of its own, so that an attachment which is deleted meanwhile
 * is read to its end. For a worker's thread.
 *
 * Returns: (transfer full) (nullable): the content, of which it is sure that it is what
 *   was stored; %NULL with a sentence where it is missing or damaged
 */
GBytes *
nazar_attach_load (NazarStore   *store,
                   NazarRecord  *attachment,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (NazarConnection) connection = nazar_store_new_reader (store, error);

  return connection != NULL ? nazar_blob_get (connection, nazar_record_get (attachment, "sha256"), cancellable, error) : NULL;
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  struct stat one, two;

  return stat (path, &one) == 0 && stat (other, &two) == 0 && one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

static gboolean
write_piece (const guint8 *piece,
             gsize         length,
             gpointer      data,
             GError      **error)
{
  return g_output_stream_write_all (data, piece, length, NULL, NULL, error);
}

typedef struct
{
  NazarConnection *connection;
  const char *sha256;
} Source;

static gboolean
write_content (GOutputStream *stream,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Source *source = data;

  return nazar_blob_read (source->connection, source->sha256, write_piece, stream, cancellable, error);
}

/**
 * nazar_attach_save_as:
 * @store: a register
 * @attachment: one of its attachments
 * @path: the file to write, which the user has chosen; what stands there is replaced
 * @cancellable: (nullable): to end it
 * @error: return location for an error with a sentence
 *
 * Writes the content to a file that only its owner can read. For a worker's thread.
 *
 * Returns: %FALSE on error, and then no file is left
 */
gboolean
nazar_attach_save_as (NazarStore   *store,
                      NazarRecord  *attachment,
                      const char   *path,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (NazarConnection) connection = NULL;
  Source source;

  if (is_same_file (path, nazar_store_get_path (store)))
    {
      g_set_error_literal (error, NAZAR_ATTACH_ERROR, NAZAR_ATTACH_ERROR_IS_REGISTER,
                           _("This is the register itself. Choose another name."));
      return FALSE;
    }

  connection = nazar_store_new_reader (store, error);
  if (connection == NULL)
    return FALSE;

  source = (Source){ connection, nazar_record_get (attachment, "sha256") };
  return nazar_part_file_write (path, write_content, &source, cancellable, error);
}
