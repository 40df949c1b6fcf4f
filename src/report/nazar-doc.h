/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-words.h"

G_BEGIN_DECLS

/* What a report or a paper form says, in order, without any layout: blocks are
 * added one after another, containers are opened by nazar_doc_begin_...() and
 * closed by nazar_doc_end(). Any text is safe: bytes that are no UTF-8 and control
 * characters are made harmless, line ends begin a new paragraph. The words that
 * the document itself brings ("Contents", "Page 3 of 12") are in its language.
 *
 * A document belongs to one thread at a time. */

typedef struct _NazarDoc NazarDoc;

/**
 * NazarDocStyle:
 * @NAZAR_DOC_BODY: running text
 * @NAZAR_DOC_LEAD: larger, for a summary or an introduction
 * @NAZAR_DOC_SMALL: small print
 * @NAZAR_DOC_STRONG: bold, for a question or a thing's name
 */
typedef enum
{
  NAZAR_DOC_BODY,
  NAZAR_DOC_LEAD,
  NAZAR_DOC_SMALL,
  NAZAR_DOC_STRONG,
} NazarDocStyle;

typedef enum
{
  NAZAR_DOC_ALIGN_START,
  NAZAR_DOC_ALIGN_CENTER,
  NAZAR_DOC_ALIGN_END,
} NazarDocAlign;

/**
 * NazarDocColumn:
 * @title: (nullable): its head; a table whose columns have none has no head
 * @width: its share of the table's width, relative to the others'; it becomes
 *   wider where its longest word needs more
 * @align: where its cells' text stands
 */
typedef struct
{
  const char *title;
  double width;
  NazarDocAlign align;
} NazarDocColumn;

/**
 * NazarDocRow:
 * @NAZAR_DOC_ROW: a row
 * @NAZAR_DOC_ROW_TOTAL: a sum: bold, under a line
 * @NAZAR_DOC_ROW_SECTION: its first cell stands over the whole width and heads the
 *   rows after it
 */
typedef enum
{
  NAZAR_DOC_ROW,
  NAZAR_DOC_ROW_TOTAL,
  NAZAR_DOC_ROW_SECTION,
} NazarDocRow;

/**
 * NazarDocChart:
 * @title: (nullable): what it shows
 * @n: how many bars
 * @labels: a label for each
 * @values: a number for each; negative where it is not known or not told
 * @texts: (nullable): for each, or %NULL in it: what to write instead of the number
 * @parts: (nullable): for each: how much of the value is set off (dark)
 * @value_label: (nullable): for the legend: what a bar is
 * @part_label: (nullable): what the dark part is
 * @reference: a line across all bars, such as the capacity; 0 for none
 * @reference_label: (nullable): what the line is
 */
typedef struct
{
  const char *title;
  guint n;
  const char *const *labels;
  const gint64 *values;
  const char *const *texts;
  const gint64 *parts;
  const char *value_label;
  const char *part_label;
  gint64 reference;
  const char *reference_label;
} NazarDocChart;

/**
 * NazarDocTextFunc:
 * @text: a text of the document, as it is set
 * @heading: (nullable): the heading under which it stands
 * @user_data: what was given to nazar_doc_walk_text()
 */
typedef void (*NazarDocTextFunc) (const char *text,
                                  const char *heading,
                                  gpointer    user_data);

NazarDoc         *nazar_doc_new               (const char            *language,
                                               const char            *title);
void              nazar_doc_free              (NazarDoc              *doc);
const NazarWords *nazar_doc_get_words         (NazarDoc              *doc);
const char       *nazar_doc_get_title         (NazarDoc              *doc);
void              nazar_doc_walk_text         (NazarDoc              *doc,
                                               NazarDocTextFunc       func,
                                               gpointer               user_data);

/* On every page. */
void              nazar_doc_set_mark          (NazarDoc              *doc,
                                               const char            *mark);
void              nazar_doc_set_footer        (NazarDoc              *doc,
                                               const char            *footer);

/* How it begins: a cover with a page to itself, or the title over the first page's text. */
void              nazar_doc_add_cover         (NazarDoc              *doc,
                                               const char            *subtitle,
                                               const char *const     *lines);
void              nazar_doc_add_title         (NazarDoc              *doc,
                                               const char            *subtitle);
void              nazar_doc_add_contents      (NazarDoc              *doc);

/* Text. */
void              nazar_doc_add_heading       (NazarDoc              *doc,
                                               guint                  level,
                                               gboolean               numbered,
                                               const char            *text);
void              nazar_doc_add_text          (NazarDoc              *doc,
                                               NazarDocStyle          style,
                                               const char            *text);
void              nazar_doc_add_labelled      (NazarDoc              *doc,
                                               const char            *label,
                                               const char            *text);
void              nazar_doc_add_list          (NazarDoc              *doc,
                                               gboolean               numbered,
                                               const char *const     *items);
void              nazar_doc_add_page_break    (NazarDoc              *doc);

/* Tables. Between begin and end only rows may stand. */
void              nazar_doc_begin_facts       (NazarDoc              *doc);
void              nazar_doc_add_fact          (NazarDoc              *doc,
                                               const char            *label,
                                               const char            *value);
void              nazar_doc_begin_table       (NazarDoc              *doc,
                                               const char            *caption,
                                               const NazarDocColumn  *columns,
                                               guint                  n_columns);
void              nazar_doc_add_row           (NazarDoc              *doc,
                                               NazarDocRow            kind,
                                               const char *const     *cells);
void              nazar_doc_add_blank_rows    (NazarDoc              *doc,
                                               guint                  n_rows,
                                               double                 height_mm);

/* Charts: horizontal bars for things, upright columns for points in time. */
void              nazar_doc_add_bars          (NazarDoc              *doc,
                                               const NazarDocChart   *chart);
void              nazar_doc_add_columns       (NazarDoc              *doc,
                                               const NazarDocChart   *chart);

/* Containers. */
void              nazar_doc_begin_group       (NazarDoc              *doc);
void              nazar_doc_begin_callout     (NazarDoc              *doc,
                                               const char            *title);
void              nazar_doc_begin_item        (NazarDoc              *doc,
                                               const char            *marker);
void              nazar_doc_end               (NazarDoc              *doc);

/* To be filled in by hand. */
void              nazar_doc_add_ticks         (NazarDoc              *doc,
                                               gboolean               stacked,
                                               const char *const     *labels);
void              nazar_doc_add_blanks        (NazarDoc              *doc,
                                               const char *const     *labels);
void              nazar_doc_add_writing_lines (NazarDoc              *doc,
                                               guint                  n_lines);
void              nazar_doc_add_note_area     (NazarDoc              *doc,
                                               const char            *label,
                                               double                 height_mm);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarDoc, nazar_doc_free)

G_END_DECLS
