/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nazar-csv.h"

G_BEGIN_DECLS

/* Twice the recommendations of all cycles of the UPR so far. */
#define NAZAR_UPR_INFO_MAX_ROWS 250000

/**
 * NazarUprInfoRow:
 * @to: the State under review as printed; empty when there is none
 * @text: the recommendation, white space tidied, line breaks kept as one LF; empty when there is none
 * @from: (array zero-terminated=1): the recommending States as printed
 * @response: (nullable): a word of the vocabulary "response"; %NULL when nothing is printed or the word is not known
 * @response_text: the response as printed
 * @action: UPR Info's category of action as printed, "1" to "5"
 * @issues: (array zero-terminated=1): the issues as printed
 * @session: the session as printed
 * @cycle: the cycle as printed; empty in tables without it
 * @line: the line on which the row starts, from 1
 * @start: where it starts in the text, in bytes
 * @end: where it ends in the text, in bytes
 * @doubt: (nullable): why a person should look at this row, in the user's language; %NULL when there is no reason
 *
 * A row of UPR Info's table. Strings are never %NULL unless so marked.
 */
typedef struct
{
  char *to;
  char *text;
  char **from;
  const char *response;
  char *response_text;
  char *action;
  char **issues;
  char *session;
  char *cycle;
  guint line;
  gsize start;
  gsize end;
  char *doubt;
} NazarUprInfoRow;

void       nazar_upr_info_row_free     (NazarUprInfoRow      *row);

gboolean   nazar_upr_info_recognise    (const char *const    *header);
GPtrArray *nazar_upr_info_read         (const char           *text,
                                        gsize                 len,
                                        guint                *n_empty,
                                        NazarCsvProgressFunc  on_progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GError              **error);

char     **nazar_upr_info_split_states (const char           *cell);
char     **nazar_upr_info_split_issues (const char           *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarUprInfoRow, nazar_upr_info_row_free)

G_END_DECLS
