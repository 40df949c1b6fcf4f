/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through a report and finds the lists of recommendations in it. */
#pragma once

#include "nazar-report-join.h"
#include "nazar-report-outline.h"

G_BEGIN_DECLS

typedef enum
{
  NAZAR_REPORT_FOUND_TWO_LINES = 1 << 0,   /* the number alone, the text on the next line */
  NAZAR_REPORT_FOUND_GAP = 1 << 1,         /* numbers are missing before it */
  NAZAR_REPORT_FOUND_INSIDE = 1 << 2,      /* its number stands inside a line */
  NAZAR_REPORT_FOUND_UNNUMBERED = 1 << 3,  /* printed without a number */
  NAZAR_REPORT_FOUND_PARAGRAPH = 1 << 4,   /* a paragraph after it may not belong to it */
  NAZAR_REPORT_FOUND_NO_HEADING = 1 << 5,  /* no heading says that it recommends */
  NAZAR_REPORT_FOUND_NO_REQUEST = 1 << 6,  /* and nothing in its text either */
} NazarReportFoundFlags;

typedef struct
{
  guint place;       /* of NazarReportList.places */
  char *paragraph;   /* (nullable) */
  char *number;      /* (nullable) */
  guint first_piece;
  guint n_pieces;
  guint line;        /* where it begins: a line and a byte of its cleaned text */
  guint from;
  guint flags;
  guint gap_from;    /* the numbers missing before it */
  guint gap_to;
} NazarReportFound;

typedef struct
{
  char *section; /* (nullable) */
  char *title;   /* (nullable) */
} NazarReportPlace;

typedef struct
{
  GArray *found;      /* of NazarReportFound */
  GArray *pieces;     /* of NazarReportPiece */
  GPtrArray *places;  /* of NazarReportPlace */
  GArray *empty;      /* of guint: lines with headings under which nothing was found */
} NazarReportList;

NazarReportList *nazar_report_list_new        (NazarReportOutline    *outline,
                                               GCancellable          *cancellable,
                                               GError               **error);
NazarReportList *nazar_report_list_new_plain  (NazarReportOutline    *outline);
void             nazar_report_list_free       (NazarReportList       *self);
NazarReportList *nazar_report_list_new_empty  (void);
guint            nazar_report_list_add_place  (NazarReportList       *self,
                                               const char            *section,
                                               const char            *title);
void             nazar_report_list_begin      (NazarReportList       *self,
                                               guint                  place,
                                               const char            *number,
                                               gsize                  number_length,
                                               guint                  line,
                                               guint                  from,
                                               guint                  flags);
void             nazar_report_list_add_piece  (NazarReportList       *self,
                                               guint                  line,
                                               gsize                  from,
                                               gsize                  to,
                                               gboolean               paragraph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarReportList, nazar_report_list_free)

G_END_DECLS
