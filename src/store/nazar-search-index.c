/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-search-index.h"

#include "nazar-json.h"

#include <string.h>

/* The kinds of record that are searched. Their places in this table are part of
 * the file: a new kind is appended. */
static const char *const kinds[] = { "recommendation", "source", "body", "term", "reply", "assessment",
                                     "facility", "visit", "interview", "finding", "checklist", "answer", "attachment" };

/* A document's number tells by itself in which list it is found, so that a list
 * need not look anything up for each of a hundred thousand hits. From the bottom:
 * the number of the record that the list shows; where that is another than the
 * document's own, its own; the place of its kind. */
#define OWN_SHIFT 29
#define KIND_SHIFT 58
#define NUMBER_MASK ((G_GINT64_CONSTANT (1) << OWN_SHIFT) - 1)

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
  NazarRecordClass *klass = NAZAR_RECORD_GET_CLASS (record);
  GString *columns[N_COLUMNS];
  char *texts[N_COLUMNS];
  Document document = { 0 };

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = nazar_record_get_at (record, i);

      if ((info->fields[i].flags & NAZAR_FIELD_SEARCHABLE) && value != NULL &&
          (klass->is_searched == NULL || klass->is_searched (record, &info->fields[i], value)))
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

/* Lists show such a record only with the one that it belongs to: the kind of that one,
 * or NULL. A recommendation stands in its own list although it belongs to a source; what
 * belongs to a record of any kind is found by itself. */
static const char *
found_with (const NazarRecordInfo *info)
{
  const NazarField *owner = nazar_record_info_owner (info);

  return owner != NULL && strcmp (owner->target, "source") != 0 && strcmp (owner->target, NAZAR_ANY_RECORD) != 0
             ? owner->target
             : NULL;
}

/* The document's number as far as the record alone tells it. */
static gint64
find_base (NazarRecord *record)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  gint64 n = nazar_record_get_n (record) & NUMBER_MASK;

  return (gint64) kind_place (info->name) << KIND_SHIFT | (found_with (info) != NULL ? n << OWN_SHIFT : n);
}

/* The number of the record that lists show the record with; 0 where there is none. */
static gboolean
find_shown (NazarConnection  *connection,
            NazarRecord      *record,
            gint64           *n,
            GError          **error)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);

  const char *owner = found_with (info);
  g_autofree char *sql = NULL;

  *n = nazar_record_get_n (record);
  if (owner == NULL)
    return TRUE;

  sql = g_strdup_printf ("SELECT n FROM %s WHERE id = ?", owner);
  return nazar_connection_get_int (connection, n, error, sql, "s",
                                   nazar_record_get (record, nazar_record_info_owner (info)->name));
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
             NazarRecord       *record,
             Document          *document,
             GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NazarStatement) row = NULL;
  gint64 base = find_base (record);

  row = nazar_connection_query (self->connection, error,
                                "SELECT n, title, body, personal FROM search_doc WHERE n BETWEEN ? AND ?", "ii", base,
                                (base & NUMBER_MASK) == 0 ? base | NUMBER_MASK : base);
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

/* Takes a document that was read out of the table; its words are taken out later. */
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
 * @record: a record as it was before it was deleted
 * @error: return location for a #NazarStoreError
 *
 * Takes the record's document out of the index.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_search_index_delete (NazarSearchIndex  *self,
                           NazarRecord       *record,
                           GError           **error)
{
  Document stored = { .forget = TRUE };

  return read_stored (self, record, &stored, error) && (stored.n == 0 || forget_document (self, &stored, error));
}

static gboolean
add_document (NazarSearchIndex  *self,
              NazarRecord       *record,
              Document          *document,
              GError           **error)
{
  g_array_append_val (self->documents, *document);
  return nazar_connection_exec (self->connection, error,
                                "INSERT INTO search_doc (n, type, id, owner_n, title, body, personal) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                "ississs", document->n, nazar_record_get_info (record)->name, nazar_record_get_id (record),
                                document->n & NUMBER_MASK, document->title, document->body, document->personal);
}

/* In its old place, where a document has one. */
static gboolean
replace_document (NazarSearchIndex  *self,
                  Document          *stored,
                  Document          *document,
                  GError           **error)
{
  g_array_append_val (self->documents, *stored);
  g_array_append_val (self->documents, *document);
  return nazar_connection_exec (self->connection, error, "UPDATE search_doc SET title = ?, body = ?, personal = ? WHERE n = ?",
                                "sssi", document->title, document->body, document->personal, document->n);
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
  Document document = { 0 };
  gint64 shown = 0;

  if ((!is_new && !read_stored (self, record, &stored, error)) || !find_shown (self->connection, record, &shown, error))
    {
      document_clear (&stored);
      return FALSE;
    }

  document = make_document (record);
  if (document.title != NULL || document.body != NULL || document.personal != NULL)
    document.n = find_base (record) | (shown & NUMBER_MASK);

  if (is_same_document (&stored, &document))
    {
      document_clear (&stored);
      document_clear (&document);
      return TRUE;
    }

  if (stored.n == document.n)
    return replace_document (self, &stored, &document, error);
  if (stored.n != 0 && !forget_document (self, &stored, error))
    {
      document_clear (&document);
      return FALSE;
    }
  return document.n == 0 || add_document (self, record, &document, error);
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

static gboolean
is_shown (guint       kind,
          const char *list)
{
  return strcmp (kinds[kind], list) == 0 || g_strcmp0 (found_with (nazar_record_info (nazar_record_type_from_name (kinds[kind]))), list) == 0;
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

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_shown (i, nazar_record_info (type)->name))
      g_string_append_printf (sql, " WHEN %u THEN rowid & %" G_GINT64_FORMAT, i, NUMBER_MASK);
  g_string_append (sql, " END FROM search_fts WHERE search_fts MATCH ?1");

  return g_string_free (sql, FALSE);
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
 * Returns: (transfer full) (element-type gint64) (nullable): their numbers, in no
 *   order and with repeats
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
  gboolean shown[G_N_ELEMENTS (kinds)];

  row = nazar_connection_query (connection, error, "SELECT rowid FROM search_fts WHERE search_fts MATCH ?", "s", expression);
  if (row == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    shown[i] = is_shown (i, nazar_record_info (type)->name);
  while (nazar_statement_step (row, &local_error))
    {
      gint64 document_n = nazar_statement_int (row, 0);
      guint kind = document_n >> KIND_SHIFT;
      gint64 n = document_n & NUMBER_MASK;

      if (kind < G_N_ELEMENTS (kinds) && shown[kind] && n > 0)
        g_array_append_val (numbers, n);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&numbers);
}
