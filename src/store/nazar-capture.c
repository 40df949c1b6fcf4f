/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-capture.h"

#include "nazar-records.h"

#include <string.h>

/* What a transaction does to the tables of records, told by SQLite itself before
 * each change of a row, so that nothing can be changed past it. Of each row it
 * keeps what the row was before the transaction; what has become of it is read
 * from its table at the end. It does what SQLite's session extension does, which
 * stands on the same hook, without preparing a dozen statements for each edit. */
struct _NazarCapture
{
  sqlite3 *db;
  GHashTable *rows; /* set of Row */
};

typedef struct
{
  NazarCapturedRow row; /* must be first */
  guint place;          /* of the type among all */
} Row;

/* Columns of a record table before the fields. */
#define COLUMN_ID 1
#define FIRST_FIELD 2

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->row.before);
  g_free (row);
}

static guint
row_hash (gconstpointer data)
{
  const Row *row = data;

  return g_int64_hash (&row->row.n) ^ (row->place << 27);
}

static gboolean
row_equal (gconstpointer a,
           gconstpointer b)
{
  const Row *x = a, *y = b;

  return x->row.n == y->row.n && x->place == y->place;
}

static const char *
old_text (sqlite3 *db,
          int      column)
{
  sqlite3_value *value = NULL;

  sqlite3_preupdate_old (db, column, &value);
  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static NazarRecord *
read_old (sqlite3 *db,
          GType    type,
          gint64   n)
{
  NazarRecord *record = nazar_record_new (type, old_text (db, COLUMN_ID));
  guint n_fields = nazar_record_info (type)->n_fields;

  nazar_record_set_n (record, n);
  for (guint i = 0; i < n_fields; i++)
    nazar_record_set_at (record, i, old_text (db, FIRST_FIELD + i));
  nazar_record_set_clean (record);
  return record;
}

static gboolean
find_type (const char *table,
           GType      *type,
           guint      *place)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (strcmp (nazar_record_info (types[i])->name, table) == 0)
      {
        *type = types[i];
        *place = i;
        return TRUE;
      }

  return FALSE;
}

/* Only the first change of a row tells what it was before the transaction. */
static void
note_row (NazarCapture *self,
          GType         type,
          guint         place,
          gint64        n,
          gboolean      existed)
{
  Row wanted = { { type, n, NULL }, place };
  Row *row;

  if (g_hash_table_contains (self->rows, &wanted))
    return;

  row = g_memdup2 (&wanted, sizeof wanted);
  if (existed)
    row->row.before = read_old (self->db, type, n);
  g_hash_table_add (self->rows, row);
}

static void
on_change_cb (void          *data,
              sqlite3       *db,
              int            operation,
              const char    *database,
              const char    *table,
              sqlite3_int64  old_n,
              sqlite3_int64  new_n)
{
  NazarCapture *self = data;
  GType type;
  guint place;

  if (strcmp (database, "main") != 0 || !find_type (table, &type, &place))
    return;

  if (operation != SQLITE_INSERT)
    note_row (self, type, place, old_n, TRUE);
  if (operation == SQLITE_INSERT || (operation == SQLITE_UPDATE && new_n != old_n))
    note_row (self, type, place, new_n, FALSE);
}

/**
 * nazar_capture_begin:
 * @connection: a connection that writes
 *
 * Returns: (transfer full): what notes all changes from now on
 */
NazarCapture *
nazar_capture_begin (NazarConnection *connection)
{
  NazarCapture *self = g_new0 (NazarCapture, 1);

  self->db = nazar_connection_get_db (connection);
  self->rows = g_hash_table_new_full (row_hash, row_equal, row_free, NULL);
  sqlite3_preupdate_hook (self->db, on_change_cb, self);
  return self;
}

/**
 * nazar_capture_end:
 * @self: (transfer full): a capture
 */
void
nazar_capture_end (NazarCapture *self)
{
  sqlite3_preupdate_hook (self->db, NULL, NULL);
  g_hash_table_unref (self->rows);
  g_free (self);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = *(const Row *const *) a, *y = *(const Row *const *) b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return (x->row.n > y->row.n) - (x->row.n < y->row.n);
}

/**
 * nazar_capture_get_rows:
 * @self: a capture
 *
 * Returns: (transfer container) (element-type NazarCapturedRow): the rows that were
 *   touched, even where that changed nothing: kinds that others refer to first,
 *   each kind in the order of entry
 */
GPtrArray *
nazar_capture_get_rows (NazarCapture *self)
{
  GPtrArray *rows = g_ptr_array_sized_new (g_hash_table_size (self->rows));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_ptr_array_add (rows, row);
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}
