/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-search-index.h"

#include "nazar-json.h"

#include <string.h>

/* The kinds of record that are searched. Their places in this table are part of
 * the file: a new kind is appended. */
static const char *const kinds[] = { "recommendation", "source", "body", "term", "reply", "assessment" };

/* A document's number tells by itself in which list it is found, so that a list
 * need not look anything up for each of a hundred thousand hits: from the top,
 * the place of its kind, the number of the record that it is found with (0 where
 * it stands in a list of its own), and its own. */
#define KIND_SHIFT 58
#define OWNER_SHIFT 29
#define NUMBER_MASK ((G_GINT64_CONSTANT (1) << OWNER_SHIFT) - 1)

/* The three columns of a record's document; NULL where there are no words. */
typedef struct
{
  gint64 n;
  gboolean forget; /* whether the index is to forget it */
  char *title;
  char *body;
  char *personal;
} Document;

struct _NazarSearchIndex
{
  NazarConnection *connection;
  GArray *documents; /* of Document: what the index has still to be told */
};

static void
document_clear (gpointer data)
{
  Document *document = data;

  g_free (document->title);
  g_free (document->body);
  g_free (document->personal);
}

/* ---- What is written of a record ---- */

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_structures (GString          *text,
                   const NazarField *field,
                   const char       *value)
{
  g_autoptr (JsonNode) root = nazar_json_parse (value, -1, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      for (guint j = 0; j < field->n_fields; j++)
        if (field->fields[j].flags & NAZAR_FIELD_SEARCHABLE)
          {
            const char *part = json_object_get_string_member_with_default (object, field->fields[j].name, NULL);

            if (part != NULL)
              append_line (text, part);
          }
    }
}

enum
{
  TITLE,
  BODY,
  PERSONAL,
  N_COLUMNS,
};

static void
append_field (GString          *columns[N_COLUMNS],
              const NazarField *field,
              const char       *value)
{
  GString *text = columns[(field->flags & NAZAR_FIELD_PERSONAL)  ? PERSONAL
                          : strcmp (field->name, "title") == 0   ? TITLE
                                                                 : BODY];

  if (field->kind == NAZAR_KIND_STRUCTURES)
    {
      append_structures (text, field, value);
    }
  else if (nazar_field_is_set (field))
    {
      g_auto (GStrv) words = nazar_strv_from_json (value);

      for (guint i = 0; words[i] != NULL; i++)
        append_line (text, words[i]);
    }
  else
    {
      append_line (text, value);
    }
}

static Document
make_document (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  GString *columns[N_COLUMNS];
  char *texts[N_COLUMNS];
  Document document = { 0 };

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = nazar_record_get_at (record, i);

      if ((info->fields[i].flags & NAZAR_FIELD_SEARCHABLE) && value != NULL)
        append_field (columns, &info->fields[i], value);
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    texts[i] = g_string_free (columns[i], columns[i]->len == 0);

  document.title = texts[TITLE];
  document.body = texts[BODY];
  document.personal = texts[PERSONAL];
  return document;
}

static guint
kind_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], name) == 0)
      return i;

  g_error ("The search knows no records of the kind %s", name);
}

/* Lists show such a record only with the one that it belongs to. A recommendation
 * stands in its own list although it belongs to a source. */
static gboolean
is_found_with (const NazarRecordInfo *info,
               const char            *owner_type)
{
  const NazarField *owner = nazar_record_info_owner (info);

  return owner != NULL && strcmp (owner->target, "recommendation") == 0 && strcmp (owner_type, "recommendation") == 0;
}

static gboolean
find_number (NazarConnection  *connection,
             NazarRecord      *record,
             gint64           *number,
             gint64           *owner_n,
             GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  gint64 kind = kind_place (info->name), n = nazar_record_get_n (record);
  gint64 with = 0;

  if (is_found_with (info, "recommendation") &&
      !nazar_connection_get_int (connection, &with, error, "SELECT n FROM recommendation WHERE id = ?", "s",
                                 nazar_record_get (record, nazar_record_info_owner (info)->name)))
    return FALSE;

  *number = kind << KIND_SHIFT | (with & NUMBER_MASK) << OWNER_SHIFT | (n & NUMBER_MASK);
  *owner_n = with > 0 ? with : n;
  return TRUE;
}

static gboolean
has_words (const Document *document)
{
  return document->title != NULL || document->body != NULL || document->personal != NULL;
}

/* ---- Writing ---- */

/**
 * nazar_search_index_begin:
 * @connection: a connection inside a transaction
 *
 * Returns: (transfer full): what takes the transaction's records into the index
 */
NazarSearchIndex *
nazar_search_index_begin (NazarConnection *connection)
{
  NazarSearchIndex *self = g_new0 (NazarSearchIndex, 1);

  self->connection = connection;
  self->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  g_array_set_clear_func (self->documents, document_clear);
  return self;
}

/**
 * nazar_search_index_end:
 * @self: (transfer full): an index
 */
void
nazar_search_index_end (NazarSearchIndex *self)
{
  g_array_unref (self->documents);
  g_free (self);
}

/* The document as it was stored; its number is 0 where there is none. */
static gboolean
read_stored (NazarSearchIndex  *self,
             const char        *id,
             Document          *document,
             GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NazarStatement) row = NULL;

  row = nazar_connection_query (self->connection, error, "SELECT n, title, body, personal FROM search_doc WHERE id = ?", "s", id);
  if (row == NULL)
    return FALSE;

  if (nazar_statement_step (row, &local_error))
    {
      document->n = nazar_statement_int (row, 0);
      document->title = g_strdup (nazar_statement_text (row, 1));
      document->body = g_strdup (nazar_statement_text (row, 2));
      document->personal = g_strdup (nazar_statement_text (row, 3));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Takes a document that was read out of the table, and the words later. */
static gboolean
forget_document (NazarSearchIndex  *self,
                 Document          *stored,
                 GError           **error)
{
  g_array_append_val (self->documents, *stored);
  return nazar_connection_exec (self->connection, error, "DELETE FROM search_doc WHERE n = ?", "i", stored->n);
}

/**
 * nazar_search_index_delete:
 * @self: an index
 * @id: id of a record
 * @error: return location for a #NazarStoreError
 *
 * Takes the record's document out of the index.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_search_index_delete (NazarSearchIndex  *self,
                           const char        *id,
                           GError           **error)
{
  Document stored = { .forget = TRUE };

  return read_stored (self, id, &stored, error) && (stored.n == 0 || forget_document (self, &stored, error));
}

static gboolean
add_document (NazarSearchIndex  *self,
              NazarRecord       *record,
              gint64             owner_n,
              Document          *document,
              GError           **error)
{
  g_array_append_val (self->documents, *document);
  return nazar_connection_exec (self->connection, error,
                                "INSERT INTO search_doc (n, type, id, owner_n, title, body, personal) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                "ississs", document->n, nazar_record_get_info (record)->name, nazar_record_get_id (record),
                                owner_n, document->title, document->body, document->personal);
}

static gboolean
is_same_document (const Document *a,
                  const Document *b)
{
  return a->n == b->n && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->body, b->body) == 0 &&
         g_strcmp0 (a->personal, b->personal) == 0;
}

/**
 * nazar_search_index_store:
 * @self: an index
 * @record: a stored record
 * @is_new: whether it cannot be in the index yet
 * @error: return location for a #NazarStoreError
 *
 * Brings the record's document up to date.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_search_index_store (NazarSearchIndex  *self,
                          NazarRecord       *record,
                          gboolean           is_new,
                          GError           **error)
{
  Document stored = { .forget = TRUE };
  Document document;
  gint64 owner_n = 0;

  if (!is_new && !read_stored (self, nazar_record_get_id (record), &stored, error))
    return FALSE;

  document = make_document (record);
  if (has_words (&document) && !find_number (self->connection, record, &document.n, &owner_n, error))
    {
      document_clear (&stored);
      document_clear (&document);
      return FALSE;
    }

  if (is_same_document (&stored, &document))
    {
      document_clear (&stored);
      document_clear (&document);
      return TRUE;
    }

  if (stored.n != 0 && !forget_document (self, &stored, error))
    {
      document_clear (&document);
      return FALSE;
    }
  return document.n == 0 || add_document (self, record, owner_n, &document, error);
}

static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const Document *x = a, *y = b;

  if (x->n != y->n)
    return x->n < y->n ? -1 : 1;
  return y->forget - x->forget;
}

/**
 * nazar_search_index_write:
 * @self: an index
 * @error: return location for a #NazarStoreError
 *
 * Writes the words of all that was stored or deleted. They are kept back until
 * now because FTS5 takes documents in the order of their numbers many times
 * faster than in any other.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_search_index_write (NazarSearchIndex  *self,
                          GError           **error)
{
  g_array_sort (self->documents, compare_documents);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const Document *document = &g_array_index (self->documents, Document, i);

      /* An external-content index must be told the words that it forgets. */
      if (!nazar_connection_exec (self->connection, error,
                                  "INSERT INTO search_fts (search_fts, rowid, title, body, personal) VALUES (?, ?, ?, ?, ?)", "sisss",
                                  document->forget ? "delete" : NULL, document->n, document->title, document->body,
                                  document->personal))
        return FALSE;
    }

  g_array_set_size (self->documents, 0);
  return TRUE;
}

/* ---- Reading ---- */

/* How many bits of a document's number stand behind the number of the record that
 * the list of @type shows it with; -1 for kinds that the list does not show. */
static void
find_shifts (GType type,
             int   shifts[G_N_ELEMENTS (kinds)])
{
  const char *list = nazar_record_info (type)->name;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    shifts[i] = strcmp (kinds[i], list) == 0                                                          ? 0
                : is_found_with (nazar_record_info (nazar_record_type_from_name (kinds[i])), list) ? OWNER_SHIFT
                                                                                                   : -1;
}

/**
 * nazar_search_numbers_sql:
 * @type: a kind of record that has a list
 *
 * Returns: (transfer full): a SELECT of the numbers of the records of @type that
 *   the expression ?1 finds, with repeats and NULLs
 */
char *
nazar_search_numbers_sql (GType type)
{
  GString *sql = g_string_new ("SELECT CASE rowid >> " G_STRINGIFY (KIND_SHIFT));
  int shifts[G_N_ELEMENTS (kinds)];

  find_shifts (type, shifts);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (shifts[i] >= 0)
      g_string_append_printf (sql, " WHEN %u THEN rowid >> %d & %" G_GINT64_FORMAT, i, shifts[i], NUMBER_MASK);
  g_string_append (sql, " END FROM search_fts WHERE search_fts MATCH ?1");

  return g_string_free (sql, FALSE);
}

/* Sorts the numbers, which come in a few runs, and leaves each only once. */
static void
sort_numbers (GArray *numbers)
{
  gint64 max = 0;
  g_autofree guint64 *bits = NULL;

  for (guint i = 0; i < numbers->len; i++)
    max = MAX (max, g_array_index (numbers, gint64, i));

  bits = g_new0 (guint64, max / 64 + 1);
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 n = g_array_index (numbers, gint64, i);

      bits[n / 64] |= G_GUINT64_CONSTANT (1) << (n % 64);
    }

  g_array_set_size (numbers, 0);
  for (gint64 i = 0; i <= max / 64; i++)
    for (guint64 rest = bits[i]; rest != 0; rest &= rest - 1)
      {
        gint64 n = i * 64 + __builtin_ctzll (rest);

        g_array_append_val (numbers, n);
      }
}

/**
 * nazar_search_numbers:
 * @connection: a connection
 * @type: a kind of record that has a list
 * @expression: what to find, of nazar_search_expression()
 * @error: return location for a #NazarStoreError
 *
 * Finds the records of a list: by their own words or those of what is found with
 * them.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): their numbers, the
 *   smallest first
 */
GArray *
nazar_search_numbers (NazarConnection  *connection,
                      GType             type,
                      const char       *expression,
                      GError          **error)
{
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  int shifts[G_N_ELEMENTS (kinds)];

  row = nazar_connection_query (connection, error, "SELECT rowid FROM search_fts WHERE search_fts MATCH ?", "s", expression);
  if (row == NULL)
    return NULL;

  find_shifts (type, shifts);
  while (nazar_statement_step (row, &local_error))
    {
      gint64 document_n = nazar_statement_int (row, 0);
      guint kind = document_n >> KIND_SHIFT;
      gint64 n = kind < G_N_ELEMENTS (kinds) && shifts[kind] >= 0 ? document_n >> shifts[kind] & NUMBER_MASK : 0;

      if (n > 0)
        g_array_append_val (numbers, n);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  sort_numbers (numbers);
  return g_steal_pointer (&numbers);
}
