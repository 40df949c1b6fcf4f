/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite with nothing around it, for comparison. */

typedef struct _NazarBenchRows NazarBenchRows;

sqlite3        *nazar_bench_bare_create (const char      *path,
                                         const char      *like);
void            nazar_bench_bare_exec   (sqlite3         *db,
                                         const char      *sql);
sqlite3_stmt   *nazar_bench_bare_prepare (sqlite3        *db,
                                         const char      *sql);
NazarBenchRows *nazar_bench_rows_read   (const char      *path,
                                         const char      *sql);
void            nazar_bench_rows_insert (NazarBenchRows  *self,
                                         sqlite3         *db,
                                         const char      *table);
void            nazar_bench_rows_free   (NazarBenchRows  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarBenchRows, nazar_bench_rows_free)

G_END_DECLS
