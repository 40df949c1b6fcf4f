/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-export.h"

#include "nazar-blob.h"
#include "nazar-consent.h"
#include "nazar-csv.h"
#include "nazar-part-file.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-value-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (nazar-export-error-quark, nazar_export_error)

/* What is written before it goes to the stream. */
#define CHUNK (64 * 1024)

typedef struct
{
  GOutputStream *stream;
  GString *buffer;
  guint n_records;
  guint n_expected;
  NazarProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Writer;

static gboolean
flush (Writer  *writer,
       GError **error)
{
  gboolean ok = g_output_stream_write_all (writer->stream, writer->buffer->str, writer->buffer->len, NULL,
                                           writer->cancellable, error);

  g_string_truncate (writer->buffer, 0);
  return ok;
}

static gboolean
count_record (Writer  *writer,
              GError **error)
{
  writer->n_records++;
  if (writer->buffer->len < CHUNK)
    return TRUE;

  if (writer->progress != NULL && writer->n_expected > 0)
    writer->progress (MIN (1.0, (double) writer->n_records / writer->n_expected), writer->progress_data);
  return flush (writer, error);
}

/**
 * nazar_export_format_from_path:
 * @path: a file's path
 * @format: (out): the format by its ending
 * @error: return location for %NAZAR_EXPORT_ERROR_FORMAT
 *
 * Returns: %FALSE where the ending is unknown
 */
gboolean
nazar_export_format_from_path (const char         *path,
                               NazarExportFormat  *format,
                               GError            **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".json"))
    *format = NAZAR_EXPORT_JSON;
  else if (g_str_has_suffix (lower, ".csv"))
    *format = NAZAR_EXPORT_CSV;
  else
    {
      g_set_error_literal (error, NAZAR_EXPORT_ERROR, NAZAR_EXPORT_ERROR_FORMAT,
                           _("The file’s name must end in .json or .csv."));
      return FALSE;
    }

  return TRUE;
}

/* Without its last line, the closing brace. */
static void
append_json_record (GString     *out,
                    JsonObject  *object,
                    gboolean     is_first)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = nazar_json_to_text (node, TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* One level deeper, for it stands inside the list. */
  g_string_append (out, is_first ? "\n" : ",\n");
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    g_string_append_printf (out, "%s    %s", i > 0 ? "\n" : "", lines[i]);
}

static gboolean
append_base64 (const guint8  *piece,
               gsize          length,
               gpointer       data,
               GError       **error)
{
  Writer *writer = data;
  g_autofree char *text = g_base64_encode (piece, length);

  g_string_append (writer->buffer, text);
  return writer->buffer->len < CHUNK || flush (writer, error);
}

/* The content goes to the file in pieces. */
static gboolean
append_content (NazarConnection  *connection,
                NazarRecord      *attachment,
                Writer           *writer,
                GError          **error)
{
  const char *sha256 = nazar_record_get (attachment, "sha256");
  g_autoptr (GError) local_error = NULL;
  gboolean exists;

  if (!nazar_blob_exists (connection, sha256, &exists, error))
    return FALSE;
  if (!exists)
    return TRUE;

  g_string_append (writer->buffer, ",\n      \"bytes\" : \"");
  if (!nazar_blob_read (connection, sha256, append_base64, writer, writer->cancellable, &local_error))
    {
      if (g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED))
        g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_DAMAGED,
                     /* Translators: %s is the id of a record. */
                     _("The content of the file %s is damaged. Attach it again, or restore a backup."),
                     nazar_record_get_id (attachment));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_string_append_c (writer->buffer, '"');
  return TRUE;
}

/* How far files of files are followed. */
#define MAX_OWNERS 8

/* A file stays behind with the record that it is attached to. */
static gboolean
may_leave (NazarConnection  *connection,
           NazarRecord      *record,
           NazarAudience     audience,
           gboolean         *leaves,
           GError          **error)
{
  g_autoptr (NazarRecord) at = g_object_ref (record);

  *leaves = nazar_record_may_leave (record, audience);
  for (guint i = 0; *leaves && audience != NAZAR_AUDIENCE_NONE && G_OBJECT_TYPE (at) == NAZAR_TYPE_ATTACHMENT; i++)
    {
      const char *owner = nazar_record_get (at, "record");
      g_autoptr (GError) local_error = NULL;
      g_autoptr (NazarRecord) next = NULL;
      GType type = owner != NULL ? nazar_record_sql_find_type (connection, owner, &local_error) : G_TYPE_INVALID;

      if (local_error != NULL && !g_error_matches (local_error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (type != G_TYPE_INVALID)
        next = nazar_record_sql_load (connection, type, owner, error);
      if (type != G_TYPE_INVALID && next == NULL)
        return FALSE;

      *leaves = next != NULL && i < MAX_OWNERS && nazar_record_may_leave (next, audience);
      if (next != NULL)
        g_set_object (&at, next);
    }

  return TRUE;
}

static int
compare_types (gconstpointer a,
               gconstpointer b)
{
  return strcmp (nazar_record_info (*(const GType *) a)->name, nazar_record_info (*(const GType *) b)->name);
}

static gboolean
write_json_type (NazarConnection  *connection,
                 GType             type,
                 NazarAudience     audience,
                 Writer           *writer,
                 GError          **error)
{
  g_autoptr (NazarStatement) row = nazar_record_sql_select (connection, nazar_record_info (type), "ORDER BY id", NULL, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;

  while (nazar_statement_step (row, &local_error))
    {
      g_autoptr (NazarRecord) record = nazar_record_sql_read (row, type);
      JsonObject *object;
      gboolean leaves;

      if (!may_leave (connection, record, audience, &leaves, error))
        return FALSE;
      if (!leaves)
        continue;

      object = nazar_record_to_json (record, audience, FALSE);
      append_json_record (writer->buffer, object, writer->n_records == 0);
      json_object_unref (object);
      if (type == NAZAR_TYPE_ATTACHMENT && !append_content (connection, record, writer, error))
        return FALSE;
      g_string_append (writer->buffer, "\n    }");
      if (!count_record (writer, error))
        return FALSE;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Sorted by type and id, without local numbers or times: the same content is the
 * same bytes. */
static gboolean
write_json (NazarConnection  *connection,
            GType             only,
            NazarAudience     audience,
            Writer           *writer,
            GError          **error)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);
  g_autofree GType *sorted = g_memdup2 (types, n_types * sizeof (GType));

  qsort (sorted, n_types, sizeof (GType), compare_types);
  g_string_append (writer->buffer, "{\n  \"format\" : \"nazar\",\n  \"version\" : 1,\n  \"records\" : [");
  for (guint i = 0; i < n_types; i++)
    if ((only == G_TYPE_INVALID || only == sorted[i]) &&
        !write_json_type (connection, sorted[i], audience, writer, error))
      return FALSE;
  g_string_append (writer->buffer, writer->n_records > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return TRUE;
}

/* References are shown as people call what they lead to. */
static char *
csv_cell (NazarConnection  *connection,
          GHashTable       *titles,
          const NazarField *field,
          const char       *value)
{
  g_auto (GStrv) members = NULL;

  if (value == NULL)
    return g_strdup ("");
  if (field->kind == NAZAR_KIND_FLAG)
    return g_strdup (*value == '1' ? "true" : "false");
  if (field->kind == NAZAR_KIND_REFERENCE)
    members = g_strdupv ((char *[]){ (char *) value, NULL });
  else if (nazar_field_is_set (field) && field->kind != NAZAR_KIND_STRUCTURES)
    members = nazar_strv_from_json (value);
  else
    return g_strdup (value);

  for (guint i = 0; nazar_field_is_reference (field) && members[i] != NULL; i++)
    {
      const char *title = g_hash_table_lookup (titles, members[i]);

      if (title == NULL)
        {
          GType type = strcmp (field->target, NAZAR_ANY_RECORD) == 0 ? nazar_record_sql_find_type (connection, members[i], NULL)
                                                                      : nazar_record_type_from_name (field->target);
          g_autoptr (NazarRecord) record = type != G_TYPE_INVALID ? nazar_record_sql_load (connection, type, members[i], NULL) : NULL;
          char *made = record != NULL ? nazar_record_dup_title (record) : g_strdup (members[i]);

          g_hash_table_insert (titles, g_strdup (members[i]), made);
          title = made;
        }
      g_free (members[i]);
      members[i] = g_strdup (title);
    }

  return g_strjoinv ("; ", members);
}

static void
append_header (GString               *out,
               const NazarRecordInfo *info,
               NazarAudience          audience)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, (gpointer) "id");
  for (guint i = 0; i < info->n_fields; i++)
    if (nazar_field_may_leave (&info->fields[i], audience))
      g_ptr_array_add (cells, (gpointer) info->fields[i].name);
  for (guint i = 0; i < info->n_computed; i++)
    g_ptr_array_add (cells, (gpointer) info->computed[i].name);
  g_ptr_array_add (cells, NULL);
  nazar_csv_append_row (out, (const char *const *) cells->pdata);
}

static gboolean
append_csv_record (NazarConnection  *connection,
                   GHashTable       *titles,
                   NazarRecord      *record,
                   NazarAudience     audience,
                   GString          *out,
                   GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) computed = nazar_query_values (connection, G_OBJECT_TYPE (record), nazar_record_get_n (record), error);

  if (computed == NULL)
    return FALSE;

  g_ptr_array_add (cells, g_strdup (nazar_record_get_id (record)));
  for (guint i = 0; i < info->n_fields; i++)
    if (nazar_field_may_leave (&info->fields[i], audience))
      {
        g_autofree char *value = nazar_field_redact (&info->fields[i], nazar_record_get_at (record, i), audience);

        g_ptr_array_add (cells, csv_cell (connection, titles, &info->fields[i], value));
      }
  for (guint i = 0; i < info->n_computed; i++)
    g_ptr_array_add (cells, csv_cell (connection, titles, &info->computed[i],
                                      g_hash_table_lookup (computed, info->computed[i].name)));
  g_ptr_array_add (cells, NULL);
  nazar_csv_append_row (out, (const char *const *) cells->pdata);
  return TRUE;
}

static gboolean
write_csv (NazarConnection  *connection,
           NazarQuery       *query,
           NazarAudience     audience,
           Writer           *writer,
           GError          **error)
{
  GType type = nazar_query_get_record_type (query);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) numbers = nazar_query_run (query, connection, error);

  if (numbers == NULL)
    return FALSE;

  /* The mark tells spreadsheets that the file is UTF-8. */
  g_string_append (writer->buffer, "\xEF\xBB\xBF");
  append_header (writer->buffer, nazar_record_info (type), audience);
  writer->n_expected = numbers->len;
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (NazarRecord) record = nazar_record_sql_load_n (connection, type, g_array_index (numbers, gint64, i), error);
      gboolean leaves;

      if (record == NULL || !may_leave (connection, record, audience, &leaves, error))
        return FALSE;
      if (!leaves)
        continue;
      if (!append_csv_record (connection, titles, record, audience, writer->buffer, error) ||
          !count_record (writer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * nazar_export_write_csv:
 * @connection: a connection
 * @query: which records
 * @audience: for whom
 * @stream: where to
 * @n_records: (out) (optional): how many were written
 * @cancellable: (nullable): to end it
 * @error: return location for an error
 *
 * Writes a table of one kind of record, formulas made harmless, references and
 * terms by their titles.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_export_write_csv (NazarConnection  *connection,
                        NazarQuery       *query,
                        NazarAudience     audience,
                        GOutputStream    *stream,
                        guint            *n_records,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  Writer writer = { .stream = stream, .buffer = buffer, .cancellable = cancellable };
  gboolean ok = write_csv (connection, query, audience, &writer, error) && flush (&writer, error);

  if (n_records != NULL)
    *n_records = writer.n_records;
  return ok;
}

static gboolean
write_content (NazarConnection    *connection,
               NazarExportFormat   format,
               GType               type,
               NazarAudience       audience,
               Writer             *writer,
               GError            **error)
{
  g_autoptr (NazarQuery) query = NULL;

  if (format == NAZAR_EXPORT_JSON)
    return write_json (connection, type, audience, writer, error) && flush (writer, error);

  query = nazar_query_new (type != G_TYPE_INVALID ? type : NAZAR_TYPE_RECOMMENDATION);
  return write_csv (connection, query, audience, writer, error) && flush (writer, error);
}

typedef struct
{
  NazarConnection *connection;
  NazarExportFormat format;
  GType type;
  NazarAudience audience;
  Writer *writer;
} Export;

static gboolean
write_to_stream (GOutputStream  *stream,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  Export *export = data;

  export->writer->stream = stream;
  return write_content (export->connection, export->format, export->type, export->audience, export->writer, error);
}

static char *
describe (const char        *path,
          NazarExportFormat  format,
          NazarAudience      audience,
          guint              n_records)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, format == NAZAR_EXPORT_JSON ? "json" : "csv");
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "records");
  json_builder_add_int_value (builder, n_records);
  json_builder_set_member_name (builder, "audience");
  json_builder_add_string_value (builder, nazar_audience_name (audience));
  json_builder_set_member_name (builder, "personal");
  json_builder_add_boolean_value (builder, audience != NAZAR_AUDIENCE_PUBLIC);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

/**
 * nazar_export:
 * @store: a register, outside a transaction
 * @path: the file to write
 * @format: its format
 * @type: the kind of record; %G_TYPE_INVALID for all in JSON, recommendations in CSV
 * @audience: for whom; fields that may not leave for it are left out
 * @progress: (nullable): told how far it is, in this thread
 * @progress_data: for @progress
 * @n_records: (out) (optional): how many were written
 * @cancellable: (nullable): to end it; then no file is left
 * @error: return location for an error
 *
 * Writes a file and, where the register can be written, an entry of who exported
 * what for whom into the journal. May take long: for a worker's thread.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_export (NazarStore         *store,
              const char         *path,
              NazarExportFormat   format,
              GType               type,
              NazarAudience       audience,
              NazarProgressFunc   progress,
              gpointer            progress_data,
              guint              *n_records,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr (NazarConnection) connection = nazar_store_new_reader (store, error);
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autofree char *details = NULL;
  Writer writer = { .buffer = buffer, .progress = progress, .progress_data = progress_data, .cancellable = cancellable };
  Export export = { connection, format, type, audience, &writer };

  if (connection == NULL || !nazar_part_file_write (path, write_to_stream, &export, cancellable, error))
    return FALSE;

  if (n_records != NULL)
    *n_records = writer.n_records;
  if (nazar_store_is_read_only (store))
    return TRUE;

  details = describe (path, format, audience, writer.n_records);
  if (!nazar_store_begin (store, NAZAR_JOURNAL_EXPORT, 0, error))
    return FALSE;
  if (nazar_store_note (store, details, error))
    return nazar_store_commit (store, error);
  nazar_store_rollback (store);
  return FALSE;
}
