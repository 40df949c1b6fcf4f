/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** More words than these are not searched for. */
#define NAZAR_SEARCH_MAX_WORDS 32

/**
 * NazarRange:
 * @start: the first byte
 * @end: the byte after the last
 */
typedef struct
{
  gsize start;
  gsize end;
} NazarRange;

gboolean nazar_tokenizer_register (sqlite3     *db,
                                   GError     **error);

char    *nazar_search_query       (const char  *typed);
char    *nazar_search_query_exact (const char  *typed);
GArray  *nazar_search_matches     (const char  *text,
                                   const char  *typed);

G_END_DECLS
