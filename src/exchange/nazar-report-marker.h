/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers and bullets by which a line of a report begins. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NAZAR_REPORT_MARKER_NONE,
  NAZAR_REPORT_MARKER_PAREN,   /* 12) */
  NAZAR_REPORT_MARKER_DOT,     /* 12. */
  NAZAR_REPORT_MARKER_DOTTED,  /* 76.14 or 76.14. */
  NAZAR_REPORT_MARKER_ROUND,   /* (12) */
  NAZAR_REPORT_MARKER_LETTER,  /* (a) or a) or a. */
  NAZAR_REPORT_MARKER_ROMAN,   /* (ii) or ii) or ii. */
  NAZAR_REPORT_MARKER_NUMERO,  /* № 12 */
  NAZAR_REPORT_MARKER_WORD,    /* Recommendation 12: */
  NAZAR_REPORT_MARKER_BARE,    /* 12, without a mark */
  NAZAR_REPORT_MARKER_BULLET,  /* a dash, a dot, a star */
} NazarReportMarkerStyle;

/* Offsets are bytes from the beginning of the text that was parsed. */
typedef struct
{
  NazarReportMarkerStyle style;
  guint value;    /* the last part of the number; a is 1; for a bullet its character */
  guint prefix;   /* what stands before the last part: 76 of 76.14; else 0 */
  gsize label;    /* where the number as printed begins */
  gsize label_end;
  gsize text;     /* where the text after it begins */
  gboolean alone; /* nothing follows */
} NazarReportMarker;

typedef enum
{
  NAZAR_REPORT_SECTION_NONE,
  NAZAR_REPORT_SECTION_ROMAN,   /* III. */
  NAZAR_REPORT_SECTION_CAPITAL, /* A. */
  NAZAR_REPORT_SECTION_WORD,    /* Section 3 */
  NAZAR_REPORT_SECTION_DECIMAL, /* 3. or 3.1, with a title */
} NazarReportSectionStyle;

typedef struct
{
  NazarReportSectionStyle style;
  guint value;
  guint alternative; /* a single letter such as C, as a roman number; else 0 */
  gsize label;
  gsize label_end;
  gsize title;       /* where the title begins; the text's length for none */
} NazarReportSection;

gboolean nazar_report_marker_parse  (const char             *text,
                                     gsize                   length,
                                     NazarReportMarker      *marker);
gboolean nazar_report_marker_is     (const NazarReportMarker *marker,
                                     NazarReportMarkerStyle  style,
                                     guint                  *value);
gboolean nazar_report_section_parse (const char             *text,
                                     gsize                   length,
                                     NazarReportSection     *section);
guint    nazar_report_roman         (const char             *text,
                                     gsize                   length);

G_END_DECLS
