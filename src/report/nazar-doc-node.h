/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-doc.h"

G_BEGIN_DECLS

/* The inside of a document, for the files that set it. */

typedef enum
{
  NAZAR_NODE_ROOT,
  NAZAR_NODE_GROUP,
  NAZAR_NODE_CALLOUT,
  NAZAR_NODE_ITEM,
  NAZAR_NODE_FACTS,
  NAZAR_NODE_TABLE,
  NAZAR_NODE_COVER,
  NAZAR_NODE_TITLE,
  NAZAR_NODE_CONTENTS,
  NAZAR_NODE_HEADING,
  NAZAR_NODE_TEXT,
  NAZAR_NODE_LABELLED,
  NAZAR_NODE_LIST,
  NAZAR_NODE_PAGE_BREAK,
  NAZAR_NODE_ROW,
  NAZAR_NODE_BLANK_ROWS,
  NAZAR_NODE_CHART,
  NAZAR_NODE_TICKS,
  NAZAR_NODE_BLANKS,
  NAZAR_NODE_WRITING_LINES,
  NAZAR_NODE_NOTE_AREA,
} NazarNodeKind;

/**
 * NazarChartData:
 *
 * A #NazarDocChart with memory of its own. The labels are the node's texts.
 */
typedef struct
{
  gint64 *values;
  gint64 *parts;         /* (nullable) */
  GStrv texts;           /* what is written at each bar */
  char *value_label;     /* (nullable) */
  char *part_label;      /* (nullable) */
  char *reference_label; /* (nullable): with its number */
  gint64 reference;
} NazarChartData;

typedef struct _NazarNode NazarNode;

/**
 * NazarNode:
 * @kind: what it is
 * @text: (nullable): its own text: a heading, a caption, a label, a marker
 * @texts: (nullable): its further texts: items, cells, heads of columns, labels
 * @children: (nullable): of containers
 * @level: of a heading 1 to 3; of rows a #NazarDocRow; of texts a #NazarDocStyle
 * @flag: of a heading and a list: numbered; of ticks: stacked; of a chart: upright
 * @count: how many lines or rows
 * @height_mm: of blank rows and note areas
 * @columns: (nullable): of a table; titles are in @texts
 * @chart: (nullable): of a chart
 *
 * One block. All texts are valid UTF-8 without control characters; only texts
 * that may have several paragraphs hold line ends.
 */
struct _NazarNode
{
  NazarNodeKind kind;
  char *text;
  GStrv texts;
  GPtrArray *children;
  guint level;
  gboolean flag;
  guint count;
  double height_mm;
  NazarDocColumn *columns;
  guint n_columns;
  NazarChartData *chart;
};

struct _NazarDoc
{
  const NazarWords *words;
  char *title;
  char *mark;   /* (nullable) */
  char *footer; /* (nullable) */
  NazarNode *root;
  GPtrArray *open; /* the containers that are not closed yet, from the root */
  guint numbers[3];
};

char *nazar_doc_clean_text (const char *text,
                            gboolean    one_line);

G_END_DECLS
