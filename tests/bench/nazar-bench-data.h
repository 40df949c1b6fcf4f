/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-bench.h"
#include "nazar-store.h"

G_BEGIN_DECLS

/** The most frequent word of the invented texts. */
#define NAZAR_BENCH_FREQUENT_WORD "rights"

/** As long as recommendations are. */
#define NAZAR_BENCH_TEXT_BYTES 250

typedef struct _NazarBenchText NazarBenchText;

NazarBenchText *nazar_bench_text_new   (guint32         seed,
                                        gboolean        is_cyrillic);
void            nazar_bench_text_free  (NazarBenchText *self);
char           *nazar_bench_text_make  (NazarBenchText *self,
                                        guint           n_bytes);
const char     *nazar_bench_text_word  (NazarBenchText *self,
                                        guint           rank);

char           *nazar_bench_make_csv      (guint       n_rows);
char           *nazar_bench_make_register (NazarBench *bench,
                                           guint       n_recommendations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarBenchText, nazar_bench_text_free)

G_END_DECLS
