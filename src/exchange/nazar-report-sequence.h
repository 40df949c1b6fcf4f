/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the numbers of a list follow each other: which line begins the next item, which only looks
 * so, and where the list ends. */
#pragma once

#include "nazar-report-outline.h"

G_BEGIN_DECLS

typedef enum
{
  NAZAR_REPORT_VERDICT_TEXT, /* only looks like a number of the list */
  NAZAR_REPORT_VERDICT_ITEM,
  NAZAR_REPORT_VERDICT_PART, /* a part of the item: (a), a dash, a list in the list */
  NAZAR_REPORT_VERDICT_END,  /* the list has ended */
} NazarReportVerdict;

typedef struct
{
  NazarReportOutline *outline;
  NazarReportMarkerStyle style;  /* of the list's items; none before the first */
  guint prefix;
  guint next;                    /* the value that comes next */
  guint count;
  guint stop;                    /* the line that ends the list at the latest */
  guint begin;
  NazarReportMarkerStyle nested; /* of a list in the item */
  guint nested_next;
  gboolean may_restart;
  gboolean lead;                 /* a sentence leads to the list at once */
  gboolean numbered_follow;      /* known only if asked: */
  gboolean asked;
  gboolean continues;            /* the list goes on where an earlier one ended */
  gboolean from_narrative;       /* its numbers go on those of the paragraphs */
  guint global;                  /* the last number of lists that go on from section to section */
  guint narrative;               /* the last number of a paragraph outside lists */
  guint narrative_top;           /* and the highest, from which later sections may go on */
} NazarReportSequence;

void               nazar_report_sequence_begin         (NazarReportSequence     *self,
                                                        NazarReportOutline      *outline,
                                                        guint                    begin,
                                                        guint                    stop);
void               nazar_report_sequence_end           (NazarReportSequence     *self);
void               nazar_report_sequence_extend        (NazarReportSequence     *self,
                                                        guint                    i);
void               nazar_report_sequence_narrate       (NazarReportSequence     *self,
                                                        guint                    value);
void               nazar_report_sequence_allow_restart (NazarReportSequence     *self);
NazarReportVerdict nazar_report_sequence_judge         (NazarReportSequence     *self,
                                                        const NazarReportMarker *marker,
                                                        guint                    i,
                                                        gboolean                 after_intro);
gboolean           nazar_report_sequence_accept        (NazarReportSequence     *self,
                                                        const NazarReportMarker *marker,
                                                        guint                   *gap_from,
                                                        guint                   *gap_to);
gboolean           nazar_report_sequence_fits          (NazarReportSequence     *self,
                                                        const NazarReportMarker *marker);
gboolean           nazar_report_sequence_goes_on       (NazarReportSequence     *self,
                                                        guint                    i);
gboolean           nazar_report_sequence_find_inside   (NazarReportSequence     *self,
                                                        guint                    i,
                                                        const char              *text,
                                                        gsize                    length,
                                                        gsize                    from,
                                                        gsize                   *at);

G_END_DECLS
