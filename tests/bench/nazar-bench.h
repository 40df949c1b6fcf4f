/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NazarBench:
 * @folder: where registers and tables are made, on a disk
 * @rounds: how often each side is measured
 * @n_many: recommendations in the large register
 * @n_few: recommendations in the small one
 * @n_rows: rows of the table that is imported
 * @passed: whether every ratio so far is within its limit
 *
 * One run of the benchmark. Each comparison measures two sides in turns, so that
 * what else the machine does meanwhile falls on both alike.
 */
typedef struct
{
  const char *folder;
  guint rounds;
  guint n_many;
  guint n_few;
  guint n_rows;
  gboolean passed;
} NazarBench;

/**
 * NazarBenchPair:
 * @ours: (element-type double): what was measured on the side that has a limit
 * @theirs: (element-type double): what was measured on the other
 */
typedef struct
{
  GArray *ours;
  GArray *theirs;
} NazarBenchPair;

void   nazar_bench_pair_init   (NazarBenchPair *pair);
void   nazar_bench_pair_clear  (NazarBenchPair *pair);
void   nazar_bench_pair_add    (NazarBenchPair *pair,
                                double          ours,
                                double          theirs);
void   nazar_bench_report      (NazarBench     *bench,
                                const char     *what,
                                const char     *unit,
                                double          limit,
                                NazarBenchPair *pair);
double nazar_bench_now         (void);
char  *nazar_bench_file        (NazarBench     *bench,
                                const char     *name);
void   nazar_bench_remove      (const char     *path);
void   nazar_bench_fail        (const GError   *error,
                                const char     *what) G_GNUC_NORETURN;

void   nazar_bench_window      (NazarBench     *bench);
void   nazar_bench_search      (NazarBench     *bench);
void   nazar_bench_import      (NazarBench     *bench);
void   nazar_bench_edit        (NazarBench     *bench);
void   nazar_bench_visits      (NazarBench     *bench);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NazarBenchPair, nazar_bench_pair_clear)

G_END_DECLS
