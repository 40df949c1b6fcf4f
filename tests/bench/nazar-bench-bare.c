/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-bare.h"

#include "nazar-bench.h"
#include "nazar-tokenizer.h"

/* Rows in memory, so that reading them costs nothing. */
struct _NazarBenchRows
{
  GPtrArray *values; /* of sqlite3_value, row by row */
  guint n_columns;
};

static void
fail (sqlite3 *db)
{
  nazar_bench_fail (NULL, sqlite3_errmsg (db));
}

static sqlite3 *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    fail (db);
  if (!nazar_tokenizer_register (db, &error))
    nazar_bench_fail (error, path);
  return db;
}

void
nazar_bench_bare_exec (sqlite3    *db,
                       const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail (db);
}

sqlite3_stmt *
nazar_bench_bare_prepare (sqlite3    *db,
                          const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (db);
  return statement;
}

/* An empty database with the table of recommendations of the register @like and
 * its indices, written as safely as registers are. */
sqlite3 *
nazar_bench_bare_create (const char *path,
                         const char *like)
{
  sqlite3 *db, *model = open_file (like);
  sqlite3_stmt *statement;

  nazar_bench_remove (path);
  db = open_file (path);
  nazar_bench_bare_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");

  statement = nazar_bench_bare_prepare (model, "SELECT sql FROM sqlite_schema WHERE tbl_name = 'recommendation' AND sql IS NOT NULL"
                                               " ORDER BY type DESC");
  while (sqlite3_step (statement) == SQLITE_ROW)
    nazar_bench_bare_exec (db, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (model);
  return db;
}

NazarBenchRows *
nazar_bench_rows_read (const char *path,
                       const char *sql)
{
  NazarBenchRows *self = g_new0 (NazarBenchRows, 1);
  sqlite3 *db = open_file (path);
  sqlite3_stmt *statement = nazar_bench_bare_prepare (db, sql);

  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  self->n_columns = sqlite3_column_count (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (guint i = 0; i < self->n_columns; i++)
      g_ptr_array_add (self->values, sqlite3_value_dup (sqlite3_column_value (statement, i)));

  sqlite3_finalize (statement);
  sqlite3_close (db);
  return self;
}

/* Inserts every row into @table, which may name the columns. */
void
nazar_bench_rows_insert (NazarBenchRows *self,
                         sqlite3        *db,
                         const char     *table)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  sqlite3_stmt *statement;

  g_string_append (sql, table);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append (sql, i == 0 ? " VALUES (?" : ", ?");
  g_string_append_c (sql, ')');

  statement = nazar_bench_bare_prepare (db, sql->str);
  for (guint i = 0; i < self->values->len; i += self->n_columns)
    {
      for (guint j = 0; j < self->n_columns; j++)
        sqlite3_bind_value (statement, j + 1, g_ptr_array_index (self->values, i + j));
      if (sqlite3_step (statement) != SQLITE_DONE)
        fail (db);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

void
nazar_bench_rows_free (NazarBenchRows *self)
{
  g_ptr_array_unref (self->values);
  g_free (self);
}
