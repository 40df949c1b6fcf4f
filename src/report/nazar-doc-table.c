/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc-flow.h"

#include <string.h>

#define CELL_X 5.0
#define CELL_Y 3.6
#define HAIRLINE 0.5
#define RULE 0.9

/* Words of the first rows are measured, so that none is broken where there is room. */
#define MEASURED_ROWS 200
#define MEASURED_BYTES 600

/* A table of fewer rows than this is not cut, where it is short. */
#define SMALL_TABLE_ROWS 9
#define SMALL_TABLE_HEIGHT (NAZAR_PAGE_BODY / 3)

#define MAX_HEAD_HEIGHT (NAZAR_PAGE_BODY / 3)

typedef struct
{
  const NazarNode *node;
  guint n_columns;
  double *x; /* the left edge of each, and the right one of the last */
  const NazarDocColumn *columns;
  gboolean is_facts;
  gboolean has_grid;
  NazarTag *tag;
} Table;

typedef enum
{
  ROW_HEAD,
  ROW_PLAIN,
  ROW_TOTAL,
  ROW_SECTION,
} RowLook;

typedef struct
{
  GArray *lines;
  guint first;
  guint end;
  double x;
  double width;
  NazarDocAlign align;
  NazarTag *tag;
} Cell;

typedef struct
{
  RowLook look;
  gboolean has_grid;
  guint n_cells;
  Cell *cells;
} RowData;

static void
row_data_free (gpointer data)
{
  RowData *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_array_unref (row->cells[i].lines);
  g_free (row->cells);
  g_free (row);
}

/* ---- Drawing ---- */

static void
rule (cairo_t  *cr,
      double    x,
      double    y,
      double    width,
      NazarInk  ink,
      double    thickness)
{
  nazar_ink_set (cr, ink);
  cairo_rectangle (cr, x, y - thickness / 2, width, thickness);
  cairo_fill (cr);
}

static void
draw_row_ground (cairo_t          *cr,
                 const NazarPiece *piece)
{
  const RowData *row = piece->data;
  double bottom = piece->y + piece->height;

  if (row->look == ROW_HEAD || row->look == ROW_SECTION)
    {
      nazar_ink_set (cr, NAZAR_INK_TINT);
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_fill (cr);
    }

  if (row->look == ROW_HEAD)
    rule (cr, piece->x, piece->y, piece->width, NAZAR_INK_RULE, RULE);
  if (row->look == ROW_TOTAL)
    rule (cr, piece->x, piece->y, piece->width, NAZAR_INK_RULE, RULE);
  rule (cr, piece->x, bottom, piece->width, row->look == ROW_HEAD ? NAZAR_INK_RULE : NAZAR_INK_HAIRLINE,
        row->look == ROW_HEAD ? RULE : HAIRLINE);

  if (!row->has_grid)
    return;

  nazar_ink_set (cr, NAZAR_INK_RULE);
  cairo_set_line_width (cr, HAIRLINE);
  for (guint i = 0; i < row->n_cells; i++)
    cairo_rectangle (cr, row->cells[i].x - CELL_X, piece->y, row->cells[i].width + 2 * CELL_X, piece->height);
  cairo_stroke (cr);
}

static double
line_offset (const Cell      *cell,
             const NazarLine *line)
{
  double rest = MAX (cell->width - line->width, 0);

  return cell->align == NAZAR_DOC_ALIGN_END ? rest : cell->align == NAZAR_DOC_ALIGN_CENTER ? rest / 2 : 0;
}

/* @is_copy: a head drawn again is no further part of the text. */
static void
draw_cells (NazarPainter     *painter,
            const NazarPiece *piece,
            double            top,
            gboolean          is_copy)
{
  const RowData *row = piece->data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const Cell *cell = &row->cells[i];
      double y = top + CELL_Y;

      if (!is_copy)
        nazar_painter_enter (painter, cell->tag);
      for (guint j = cell->first; j < cell->end; j++)
        {
          const NazarLine *line = &g_array_index (cell->lines, NazarLine, j);

          y += j > cell->first ? line->gap : 0;
          nazar_line_draw (line, nazar_painter_cairo (painter), cell->x + line_offset (cell, line), y);
          y += line->height;
        }
    }
}

static void
draw_row (NazarPainter     *painter,
          const NazarPiece *piece)
{
  nazar_painter_enter (painter, piece->tag->parent);
  if (piece->is_continued)
    {
      NazarPiece copy = *piece->repeat;

      copy.y = piece->y - copy.height;
      draw_row_ground (nazar_painter_cairo (painter), &copy);
      draw_cells (painter, &copy, copy.y, TRUE);
    }

  draw_row_ground (nazar_painter_cairo (painter), piece);
  draw_cells (painter, piece, piece->y, FALSE);
}

/* ---- Setting rows ---- */

static NazarFace
cell_face (const Table *table,
           RowLook      look,
           guint        column)
{
  if (table->is_facts)
    return column == 0 ? NAZAR_FACE_FACT_LABEL : NAZAR_FACE_FORM;

  return look == ROW_HEAD    ? NAZAR_FACE_TABLE_HEAD
         : look == ROW_PLAIN ? NAZAR_FACE_TABLE
                             : NAZAR_FACE_TABLE_STRONG;
}

static Cell *
set_cells (NazarFlow   *flow,
           const Table *table,
           RowLook      look,
           GStrv        texts,
           NazarTag    *row_tag,
           guint       *n_cells)
{
  guint n = look == ROW_SECTION ? 1 : table->n_columns;
  Cell *cells = g_new0 (Cell, n);

  for (guint i = 0; i < n; i++)
    {
      Cell *cell = &cells[i];
      gboolean is_head = look == ROW_HEAD || look == ROW_SECTION || (table->is_facts && i == 0);

      cell->x = table->x[i] + CELL_X;
      cell->width = table->x[look == ROW_SECTION ? table->n_columns : i + 1] - CELL_X - cell->x;
      cell->align = look == ROW_SECTION || table->columns == NULL ? NAZAR_DOC_ALIGN_START : table->columns[i].align;
      cell->tag = nazar_flow_tag (flow, row_tag, is_head ? "TH" : "TD");
      cell->lines = nazar_setter_lines (flow->setter, cell_face (table, look, i), texts[i], cell->width);
      cell->end = cell->lines->len;
    }

  *n_cells = n;
  return cells;
}

static double
cells_height (const RowData *row)
{
  double height = 0;

  for (guint i = 0; i < row->n_cells; i++)
    height = MAX (height, nazar_lines_height (row->cells[i].lines, row->cells[i].first, row->cells[i].end));

  return height + 2 * CELL_Y;
}

/* A part of a row that is higher than a page: of each cell the next lines that fit. */
static RowData *
take_part (RowData *whole,
           double   room)
{
  RowData *part = g_new0 (RowData, 1);

  *part = *whole;
  part->cells = g_memdup2 (whole->cells, whole->n_cells * sizeof (Cell));
  for (guint i = 0; i < whole->n_cells; i++)
    {
      Cell *cell = &part->cells[i];
      guint end = cell->first;
      double height = 0;

      g_array_ref (cell->lines);
      while (end < cell->end)
        {
          const NazarLine *line = &g_array_index (cell->lines, NazarLine, end);

          height += line->height + (end > cell->first ? line->gap : 0);
          if (height > room && end > cell->first)
            break;
          end++;
        }
      cell->end = end;
      whole->cells[i].first = end;
    }

  return part;
}

static gboolean
has_lines (const RowData *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].first < row->cells[i].end)
      return TRUE;

  return FALSE;
}

static NazarPiece *
add_row_piece (NazarFlow        *flow,
               const Table      *table,
               RowData          *row,
               NazarTag         *tag,
               const NazarPiece *head)
{
  NazarPiece *piece = nazar_flow_add (flow, cells_height (row), draw_row, row, row_data_free);

  piece->tag = tag;
  piece->repeat = head;
  return piece;
}

static NazarPiece *
add_row (NazarFlow        *flow,
         const Table      *table,
         RowLook           look,
         GStrv             texts,
         const NazarPiece *head)
{
  double room = NAZAR_PAGE_BODY - (head != NULL ? head->height : 0);
  NazarTag *tag = nazar_flow_tag (flow, table->tag, "TR");
  RowData *row = g_new0 (RowData, 1);
  NazarPiece *piece;

  row->look = look;
  row->has_grid = table->has_grid;
  row->cells = set_cells (flow, table, look, texts, tag, &row->n_cells);
  if (cells_height (row) <= room)
    return add_row_piece (flow, table, row, tag, head);

  do
    piece = add_row_piece (flow, table, take_part (row, room - 2 * CELL_Y), tag, head);
  while (has_lines (row));

  row_data_free (row);
  return piece;
}

static void
hold_last (NazarFlow *flow)
{
  ((NazarPiece *) g_ptr_array_index (flow->pieces, flow->pieces->len - 1))->keep = NAZAR_KEEP_STRONG;
}

static void
add_blank_rows (NazarFlow        *flow,
                const Table      *table,
                const NazarNode  *node,
                const NazarPiece *head)
{
  g_auto (GStrv) texts = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    texts[i] = g_strdup ("");
  for (guint i = 0; i < node->count; i++)
    add_row (flow, table, ROW_PLAIN, texts, head)->height = node->height_mm * NAZAR_MM;
}

static void
add_child (NazarFlow        *flow,
           const Table      *table,
           const NazarNode  *child,
           gboolean          is_first,
           const NazarPiece *head)
{
  if (child->kind == NAZAR_NODE_BLANK_ROWS)
    {
      add_blank_rows (flow, table, child, head);
      return;
    }

  switch ((NazarDocRow) child->level)
    {
    case NAZAR_DOC_ROW_SECTION:
      add_row (flow, table, ROW_SECTION, child->texts, head)->keep = NAZAR_KEEP_STRONG;
      break;
    case NAZAR_DOC_ROW_TOTAL:
      if (!is_first)
        hold_last (flow);
      add_row (flow, table, ROW_TOTAL, child->texts, head);
      break;
    case NAZAR_DOC_ROW:
    default:
      add_row (flow, table, ROW_PLAIN, child->texts, head);
      break;
    }
}

/* ---- Widths of columns ---- */

static double
widest_word (NazarFlow   *flow,
             const Table *table,
             RowLook      look,
             guint        column,
             const char  *text)
{
  if (text == NULL || strlen (text) > MEASURED_BYTES)
    return 0;

  return nazar_setter_widest_word (flow->setter, cell_face (table, look, column), text);
}

static double
column_minimum (NazarFlow   *flow,
                const Table *table,
                guint        column)
{
  const NazarNode *node = table->node;
  double width = node->texts != NULL ? widest_word (flow, table, ROW_HEAD, column, node->texts[column]) : 0;

  for (guint i = 0; i < MIN (node->children->len, MEASURED_ROWS); i++)
    {
      const NazarNode *row = g_ptr_array_index (node->children, i);

      if (row->kind == NAZAR_NODE_ROW && (table->is_facts || row->level != NAZAR_DOC_ROW_SECTION))
        width = MAX (width, widest_word (flow, table, row->level == NAZAR_DOC_ROW_TOTAL ? ROW_TOTAL : ROW_PLAIN, column,
                                         row->texts[column]));
    }

  /* One word without end must not press the other columns flat. */
  return MIN (width + 2 * CELL_X + 0.5, flow->width * (table->n_columns > 2 ? 0.4 : 0.6));
}

static double
column_share (const Table *table,
              guint        column)
{
  static const double facts[] = { 0.3, 0.7 };

  return table->is_facts ? facts[column] : MAX (table->columns[column].width, 0.01);
}

/* Shares by weight; columns that need more take it from those that have it. */
static void
find_widths (NazarFlow *flow,
             Table     *table)
{
  guint n = table->n_columns;
  g_autofree double *minimum = g_new0 (double, n);
  g_autofree gboolean *is_fixed = g_new0 (gboolean, n);
  double needed = 0;
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    {
      minimum[i] = column_minimum (flow, table, i);
      needed += minimum[i];
    }

  /* Where not even the words fit, all become narrower alike. */
  for (guint i = 0; needed > flow->width && i < n; i++)
    minimum[i] *= flow->width / needed;

  while (changed)
    {
      double shares = 0, room = flow->width;

      changed = FALSE;
      for (guint i = 0; i < n; i++)
        if (is_fixed[i])
          room -= minimum[i];
        else
          shares += column_share (table, i);

      table->x[0] = flow->x;
      for (guint i = 0; i < n; i++)
        {
          double width = is_fixed[i] ? minimum[i] : room * column_share (table, i) / shares;

          if (!is_fixed[i] && width < minimum[i] - 0.01)
            is_fixed[i] = changed = TRUE;
          table->x[i + 1] = table->x[i] + width;
        }
    }
}

static gboolean
has_blank_rows (const NazarNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    if (((NazarNode *) g_ptr_array_index (node->children, i))->kind == NAZAR_NODE_BLANK_ROWS)
      return TRUE;

  return FALSE;
}

static NazarPiece *
add_caption_and_head (NazarFlow *flow,
                      Table     *table)
{
  const NazarNode *node = table->node;
  NazarPiece *head;

  if (node->text != NULL && *node->text != '\0')
    nazar_flow_add_lines (flow, nazar_setter_lines (flow->setter, NAZAR_FACE_CAPTION, node->text, flow->width),
                          nazar_flow_tag (flow, table->tag, "Caption"), 8, 4, NAZAR_KEEP_STRONG);
  if (node->texts == NULL)
    return NULL;

  head = add_row (flow, table, ROW_HEAD, node->texts, NULL);
  head->before = 4;
  head->keep = NAZAR_KEEP_STRONG;
  return head->height <= MAX_HEAD_HEIGHT ? head : NULL;
}

/**
 * nazar_flow_set_table:
 * @flow: a flow
 * @node: a table or facts
 *
 * Adds its rows, each a piece; a row that is higher than a page becomes several.
 */
void
nazar_flow_set_table (NazarFlow       *flow,
                      const NazarNode *node)
{
  gboolean is_facts = node->kind == NAZAR_NODE_FACTS;
  guint n_columns = is_facts ? 2 : node->n_columns;
  g_autofree double *x = g_new0 (double, n_columns + 1);
  Table table = { node, n_columns, x, node->columns, is_facts, has_blank_rows (node), NULL };
  guint first = flow->pieces->len;
  const NazarPiece *head;
  double height = 0;

  if (node->children->len == 0 && node->texts == NULL)
    return;

  table.tag = nazar_flow_tag (flow, flow->tag, "Table");
  find_widths (flow, &table);
  head = add_caption_and_head (flow, &table);
  for (guint i = 0; i < node->children->len; i++)
    add_child (flow, &table, g_ptr_array_index (node->children, i), i == 0, head);
  if (flow->pieces->len == first)
    return;

  for (guint i = first; i < flow->pieces->len && height <= SMALL_TABLE_HEIGHT; i++)
    height += ((NazarPiece *) g_ptr_array_index (flow->pieces, i))->height;
  if (node->children->len < SMALL_TABLE_ROWS && height <= SMALL_TABLE_HEIGHT)
    nazar_flow_keep_from (flow, first, NAZAR_KEEP_GROUP);

  ((NazarPiece *) g_ptr_array_index (flow->pieces, first))->before = 6;
  ((NazarPiece *) g_ptr_array_index (flow->pieces, flow->pieces->len - 1))->after = 12;
  ((NazarPiece *) g_ptr_array_index (flow->pieces, flow->pieces->len - 1))->keep = NAZAR_KEEP_NONE;
}
