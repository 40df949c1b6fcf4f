/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in a report: items made of pieces of lines, and the places they stand in. */
#pragma once

#include "nazar-report-join.h"

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
  NAZAR_REPORT_FOUND_OWN_WORD = 1 << 7,    /* it is itself headed “Recommendation 3” */
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

NazarReportList *nazar_report_list_new_empty  (void);
void             nazar_report_list_free       (NazarReportList       *self);
NazarReportFound *nazar_report_list_last      (NazarReportList       *self);
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
