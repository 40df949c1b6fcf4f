/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which a report's parts are known, in five languages, as data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NAZAR_REPORT_WORDS_NOUN,       /* recommendation, as a heading prints it */
  NAZAR_REPORT_WORDS_RECOMMEND,  /* a sentence that leads to recommendations */
  NAZAR_REPORT_WORDS_ASK,        /* a sentence that asks for something */
  NAZAR_REPORT_WORDS_MUST,       /* a word by which any sentence asks */
  NAZAR_REPORT_WORDS_OBSERVE,    /* how a committee recommends in a paragraph */
  NAZAR_REPORT_WORDS_PAST,       /* a heading about earlier recommendations */
  NAZAR_REPORT_WORDS_FOLLOW_UP,  /* the same, where it stands before the noun */
  NAZAR_REPORT_WORDS_FINITE,     /* a word that makes a line a sentence, not a heading */
  NAZAR_REPORT_WORDS_CONTENTS,   /* the heading of a table of contents */
  NAZAR_REPORT_WORDS_OPENING,    /* the heading of a summary or an introduction */
  NAZAR_REPORT_WORDS_CLOSING,    /* the heading of notes, references, annexes */
  NAZAR_REPORT_WORDS_SECTION,    /* section, chapter, part */
  NAZAR_REPORT_WORDS_PAGE,       /* page */
  NAZAR_REPORT_WORDS_PAGE_OF,    /* of, in “page 3 of 9” */
  NAZAR_REPORT_WORDS_REFERENCE,  /* a word that a number belongs to: article, No., May */
  NAZAR_REPORT_WORDS_CONTINUES,  /* how a further paragraph of an item begins */
  NAZAR_REPORT_WORDS_NOTE,       /* how a footnote's text begins */
  NAZAR_REPORT_WORDS_COMPOUND,   /* first parts of words that keep their hyphen */
  NAZAR_REPORT_WORDS_PARTICLE,   /* second parts that keep their hyphen */
} NazarReportWords;

void     nazar_report_fold           (const char       *text,
                                      gsize             length,
                                      GString          *folded);
gboolean nazar_report_text_has       (NazarReportWords  kind,
                                      const char       *text,
                                      gsize             length);
gboolean nazar_report_text_begins    (NazarReportWords  kind,
                                      const char       *text,
                                      gsize             length);
gboolean nazar_report_text_is        (NazarReportWords  kind,
                                      const char       *text,
                                      gsize             length);
gboolean nazar_report_is_heading     (const char       *text,
                                      gsize             length,
                                      gboolean         *certain,
                                      gsize            *rest);

G_END_DECLS
