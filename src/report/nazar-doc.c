/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-doc.h"

#include "nazar-doc-node.h"
#include "nazar-language.h"

#include <string.h>

#define MAX_MM 230.0

static void
chart_data_free (NazarChartData *chart)
{
  g_free (chart->values);
  g_free (chart->parts);
  g_strfreev (chart->texts);
  g_free (chart->value_label);
  g_free (chart->part_label);
  g_free (chart->reference_label);
  g_free (chart);
}

static void
node_free (gpointer data)
{
  NazarNode *node = data;

  g_free (node->text);
  g_strfreev (node->texts);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node->columns);
  g_clear_pointer (&node->chart, chart_data_free);
  g_free (node);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* What cannot be seen, but would draw a box, turn the text's direction or hide
 * words from those who search it. */
static gboolean
is_harmful (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x200e || c == 0x200f || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffc) || (c & 0xfffe) == 0xfffe;
}

/**
 * nazar_doc_clean_text:
 * @text: (nullable): any bytes
 * @one_line: whether line ends become spaces
 *
 * Returns: (transfer full): UTF-8 without control characters but line feeds
 */
char *
nazar_doc_clean_text (const char *text,
                      gboolean    one_line)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_line_end (c))
        g_string_append_c (out, one_line ? ' ' : '\n');
      else if (c == '\t')
        g_string_append_c (out, ' ');
      else if (!is_harmful (c))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_strdup (g_strstrip (out->str));
}

static GStrv
clean_texts (const char *const *texts,
             gsize              n)
{
  GStrv out = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    out[i] = nazar_doc_clean_text (texts[i], FALSE);

  return out;
}

static char *
clean_label (const char *text)
{
  return text != NULL ? nazar_doc_clean_text (text, TRUE) : NULL;
}

/**
 * nazar_doc_new:
 * @language: one of the five ids: the language in which it is written
 * @title: its title, which stands on every page
 *
 * Returns: (transfer full): an empty document
 */
NazarDoc *
nazar_doc_new (const char *language,
               const char *title)
{
  NazarDoc *doc;

  g_return_val_if_fail (nazar_language_find (language) != NULL, NULL);

  doc = g_new0 (NazarDoc, 1);
  doc->words = nazar_words_for (language);
  doc->title = nazar_doc_clean_text (title, TRUE);
  doc->root = g_new0 (NazarNode, 1);
  doc->root->children = g_ptr_array_new_with_free_func (node_free);
  doc->open = g_ptr_array_new ();
  g_ptr_array_add (doc->open, doc->root);

  return doc;
}

/**
 * nazar_doc_free:
 * @doc: (transfer full): a document
 */
void
nazar_doc_free (NazarDoc *doc)
{
  node_free (doc->root);
  g_ptr_array_unref (doc->open);
  g_free (doc->title);
  g_free (doc->mark);
  g_free (doc->footer);
  g_free (doc);
}

/**
 * nazar_doc_get_words:
 * @doc: a document
 *
 * Returns: (transfer none): the program's words in its language
 */
const NazarWords *
nazar_doc_get_words (NazarDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return doc->words;
}

/**
 * nazar_doc_get_title:
 * @doc: a document
 *
 * Returns: (transfer none): its title
 */
const char *
nazar_doc_get_title (NazarDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return doc->title;
}

static void
tell (const char       *text,
      const char       *heading,
      NazarDocTextFunc  func,
      gpointer          user_data)
{
  if (text != NULL && *text != '\0')
    func (text, heading, user_data);
}

static void
walk (const NazarNode   *node,
      const char       **heading,
      NazarDocTextFunc   func,
      gpointer           user_data)
{
  if (node->kind == NAZAR_NODE_HEADING)
    *heading = node->text;

  tell (node->text, *heading, func, user_data);
  for (guint i = 0; node->texts != NULL && node->texts[i] != NULL; i++)
    tell (node->texts[i], *heading, func, user_data);
  if (node->chart != NULL)
    {
      for (guint i = 0; node->chart->texts[i] != NULL; i++)
        tell (node->chart->texts[i], *heading, func, user_data);
      tell (node->chart->value_label, *heading, func, user_data);
      tell (node->chart->part_label, *heading, func, user_data);
      tell (node->chart->reference_label, *heading, func, user_data);
    }
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    walk (g_ptr_array_index (node->children, i), heading, func, user_data);
}

/**
 * nazar_doc_walk_text:
 * @doc: a document
 * @func: (scope call): called for every text of it in reading order
 * @user_data: for @func
 *
 * All that a reader of the PDF finds in it was told, but for the words that the
 * setting itself brings (contents, numbers of headings and of pages).
 */
void
nazar_doc_walk_text (NazarDoc         *doc,
                     NazarDocTextFunc  func,
                     gpointer          user_data)
{
  const char *heading = NULL;

  g_return_if_fail (doc != NULL && func != NULL);

  tell (doc->title, NULL, func, user_data);
  tell (doc->mark, NULL, func, user_data);
  tell (doc->footer, NULL, func, user_data);
  walk (doc->root, &heading, func, user_data);
}

/**
 * nazar_doc_set_mark:
 * @doc: a document
 * @mark: (nullable): what every page must say beside the title: "Draft", "Example"
 */
void
nazar_doc_set_mark (NazarDoc   *doc,
                    const char *mark)
{
  g_return_if_fail (doc != NULL);

  g_free (doc->mark);
  doc->mark = clean_label (mark);
}

/**
 * nazar_doc_set_footer:
 * @doc: a document
 * @footer: (nullable): a line at each page's foot, such as for whom it was made
 */
void
nazar_doc_set_footer (NazarDoc   *doc,
                      const char *footer)
{
  g_return_if_fail (doc != NULL);

  g_free (doc->footer);
  doc->footer = clean_label (footer);
}

static NazarNode *
innermost (NazarDoc *doc)
{
  return g_ptr_array_index (doc->open, doc->open->len - 1);
}

static gboolean
takes_rows (const NazarNode *node)
{
  return node->kind == NAZAR_NODE_TABLE || node->kind == NAZAR_NODE_FACTS;
}

static NazarNode *
add (NazarDoc      *doc,
     NazarNodeKind  kind)
{
  gboolean is_row = kind == NAZAR_NODE_ROW || kind == NAZAR_NODE_BLANK_ROWS;
  NazarNode *node;

  g_return_val_if_fail (doc != NULL, NULL);
  g_return_val_if_fail (is_row == takes_rows (innermost (doc)), NULL);

  node = g_new0 (NazarNode, 1);
  node->kind = kind;
  g_ptr_array_add (innermost (doc)->children, node);
  return node;
}

static NazarNode *
begin (NazarDoc      *doc,
       NazarNodeKind  kind)
{
  NazarNode *node = add (doc, kind);

  if (node != NULL)
    {
      node->children = g_ptr_array_new_with_free_func (node_free);
      g_ptr_array_add (doc->open, node);
    }
  return node;
}

/**
 * nazar_doc_add_cover:
 * @doc: a document with nothing in it yet
 * @subtitle: (nullable): under the title
 * @lines: (nullable): further lines: who, where, when
 *
 * Begins it with a page for the title, the mark and these.
 */
void
nazar_doc_add_cover (NazarDoc          *doc,
                     const char        *subtitle,
                     const char *const *lines)
{
  NazarNode *node;

  g_return_if_fail (doc != NULL && doc->root->children->len == 0);

  node = add (doc, NAZAR_NODE_COVER);
  node->text = clean_label (subtitle);
  node->texts = lines != NULL ? clean_texts (lines, g_strv_length ((char **) lines)) : NULL;
}

/**
 * nazar_doc_add_title:
 * @doc: a document with nothing in it yet
 * @subtitle: (nullable): under the title
 *
 * Begins it with the title over the first page's text.
 */
void
nazar_doc_add_title (NazarDoc   *doc,
                     const char *subtitle)
{
  NazarNode *node;

  g_return_if_fail (doc != NULL && doc->root->children->len == 0);

  node = add (doc, NAZAR_NODE_TITLE);
  node->text = clean_label (subtitle);
}

/**
 * nazar_doc_add_contents:
 * @doc: a document
 *
 * A page with the headings of the levels 1 and 2 and their pages.
 */
void
nazar_doc_add_contents (NazarDoc *doc)
{
  add (doc, NAZAR_NODE_CONTENTS);
}

/**
 * nazar_doc_add_heading:
 * @doc: a document
 * @level: 1 to 3
 * @numbered: whether it counts: "2.1"
 * @text: the heading
 */
void
nazar_doc_add_heading (NazarDoc   *doc,
                       guint       level,
                       gboolean    numbered,
                       const char *text)
{
  g_autoptr (GString) number = g_string_new (NULL);
  NazarNode *node;

  g_return_if_fail (level >= 1 && level <= 3);

  node = add (doc, NAZAR_NODE_HEADING);
  if (node == NULL)
    return;

  node->level = level;
  node->flag = numbered;
  node->text = nazar_doc_clean_text (text, TRUE);
  if (!numbered)
    return;

  doc->numbers[level - 1]++;
  for (guint i = level; i < G_N_ELEMENTS (doc->numbers); i++)
    doc->numbers[i] = 0;
  for (guint i = 0; i < level; i++)
    g_string_append_printf (number, "%s%u", i > 0 ? "." : "", doc->numbers[i]);
  node->texts = g_strdupv ((char *[]){ number->str, NULL });
}

/**
 * nazar_doc_add_text:
 * @doc: a document
 * @style: how it looks
 * @text: (nullable): one or several paragraphs; nothing is added for none
 */
void
nazar_doc_add_text (NazarDoc      *doc,
                    NazarDocStyle  style,
                    const char    *text)
{
  NazarNode *node = add (doc, NAZAR_NODE_TEXT);

  if (node == NULL)
    return;

  node->level = style;
  node->text = nazar_doc_clean_text (text, FALSE);
}

/**
 * nazar_doc_add_labelled:
 * @doc: a document
 * @label: bold words, with a colon where one belongs
 * @text: (nullable): what follows them in the same line; it may have several paragraphs
 */
void
nazar_doc_add_labelled (NazarDoc   *doc,
                        const char *label,
                        const char *text)
{
  NazarNode *node = add (doc, NAZAR_NODE_LABELLED);

  if (node == NULL)
    return;

  node->text = nazar_doc_clean_text (label, TRUE);
  node->texts = clean_texts (&text, 1);
}

/**
 * nazar_doc_add_list:
 * @doc: a document
 * @numbered: numbers instead of bullets
 * @items: its items, ended by %NULL
 */
void
nazar_doc_add_list (NazarDoc          *doc,
                    gboolean           numbered,
                    const char *const *items)
{
  NazarNode *node = add (doc, NAZAR_NODE_LIST);

  if (node == NULL)
    return;

  node->flag = numbered;
  node->texts = clean_texts (items, g_strv_length ((char **) items));
}

/**
 * nazar_doc_add_page_break:
 * @doc: a document
 *
 * What follows begins a page.
 */
void
nazar_doc_add_page_break (NazarDoc *doc)
{
  add (doc, NAZAR_NODE_PAGE_BREAK);
}

/**
 * nazar_doc_begin_facts:
 * @doc: a document
 *
 * Opens a table of labels and their values, to be filled by nazar_doc_add_fact().
 */
void
nazar_doc_begin_facts (NazarDoc *doc)
{
  begin (doc, NAZAR_NODE_FACTS);
}

/**
 * nazar_doc_add_fact:
 * @doc: a document, in facts
 * @label: what it is
 * @value: (nullable): what it is like; it may have several paragraphs
 */
void
nazar_doc_add_fact (NazarDoc   *doc,
                    const char *label,
                    const char *value)
{
  const char *const cells[] = { label, value };
  NazarNode *node = add (doc, NAZAR_NODE_ROW);

  if (node != NULL)
    node->texts = clean_texts (cells, G_N_ELEMENTS (cells));
}

/**
 * nazar_doc_begin_table:
 * @doc: a document
 * @caption: (nullable): what stands above it
 * @columns: (array length=n_columns): its columns
 * @n_columns: their number, at least 1
 *
 * Opens a table. Long ones go on over pages with their head repeated.
 */
void
nazar_doc_begin_table (NazarDoc             *doc,
                       const char           *caption,
                       const NazarDocColumn *columns,
                       guint                 n_columns)
{
  NazarNode *node;
  gboolean has_head = FALSE;

  g_return_if_fail (n_columns > 0);

  node = begin (doc, NAZAR_NODE_TABLE);
  if (node == NULL)
    return;

  node->text = clean_label (caption);
  node->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  node->n_columns = n_columns;
  node->texts = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      node->texts[i] = nazar_doc_clean_text (columns[i].title, TRUE);
      node->columns[i].title = NULL;
      has_head = has_head || columns[i].title != NULL;
    }
  if (!has_head)
    g_clear_pointer (&node->texts, g_strfreev);
}

/**
 * nazar_doc_add_row:
 * @doc: a document, in a table
 * @kind: what the row is
 * @cells: a text for each column, %NULL for none in it; of a section the first only
 */
void
nazar_doc_add_row (NazarDoc          *doc,
                   NazarDocRow        kind,
                   const char *const *cells)
{
  NazarNode *node = add (doc, NAZAR_NODE_ROW);
  const NazarNode *table;

  if (node == NULL)
    return;

  table = innermost (doc);
  node->level = kind;
  node->texts = clean_texts (cells, kind == NAZAR_DOC_ROW_SECTION || table->columns == NULL ? 1 : table->n_columns);
}

/**
 * nazar_doc_add_blank_rows:
 * @doc: a document, in a table
 * @n_rows: how many
 * @height_mm: how high each is
 *
 * Empty cells with lines around them, to be written into.
 */
void
nazar_doc_add_blank_rows (NazarDoc *doc,
                          guint     n_rows,
                          double    height_mm)
{
  NazarNode *node = add (doc, NAZAR_NODE_BLANK_ROWS);

  if (node == NULL)
    return;

  node->count = n_rows;
  node->height_mm = CLAMP (height_mm, 4, MAX_MM);
}

static char *
number_text (NazarDoc *doc,
             gint64    number)
{
  return nazar_number_format (number, nazar_words_language (doc->words));
}

static char *
bar_text (NazarDoc            *doc,
          const NazarDocChart *chart,
          guint                i)
{
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;

  if (chart->texts != NULL && chart->texts[i] != NULL)
    return nazar_doc_clean_text (chart->texts[i], TRUE);
  if (chart->values[i] < 0)
    return g_strdup ("–");

  value = number_text (doc, chart->values[i]);
  if (chart->parts == NULL || chart->parts[i] <= 0)
    return g_steal_pointer (&value);

  part = number_text (doc, chart->parts[i]);
  return g_strdup_printf ("%s (%s)", value, part);
}

static void
add_chart (NazarDoc            *doc,
           gboolean             upright,
           const NazarDocChart *chart)
{
  NazarNode *node;
  NazarChartData *data;

  g_return_if_fail (chart != NULL && (chart->n == 0 || (chart->labels != NULL && chart->values != NULL)));

  node = add (doc, NAZAR_NODE_CHART);
  if (node == NULL)
    return;

  node->flag = upright;
  node->text = clean_label (chart->title);
  node->count = chart->n;
  node->texts = g_new0 (char *, chart->n + 1);
  node->chart = data = g_new0 (NazarChartData, 1);
  data->values = g_memdup2 (chart->values, chart->n * sizeof *chart->values);
  data->parts = chart->parts != NULL ? g_memdup2 (chart->parts, chart->n * sizeof *chart->parts) : NULL;
  data->texts = g_new0 (char *, chart->n + 1);
  for (guint i = 0; i < chart->n; i++)
    {
      node->texts[i] = nazar_doc_clean_text (chart->labels[i], TRUE);
      data->texts[i] = bar_text (doc, chart, i);
    }

  data->value_label = clean_label (chart->value_label);
  data->part_label = clean_label (chart->part_label);
  data->reference = MAX (chart->reference, 0);
  if (data->reference > 0)
    {
      g_autofree char *number = number_text (doc, data->reference);
      g_autofree char *label = nazar_doc_clean_text (chart->reference_label, TRUE);

      data->reference_label = g_strstrip (g_strdup_printf ("%s %s", label, number));
    }
}

/**
 * nazar_doc_add_bars:
 * @doc: a document
 * @chart: what to draw; copied
 *
 * Bars from left to right, one below the other, with their figures as text.
 */
void
nazar_doc_add_bars (NazarDoc            *doc,
                    const NazarDocChart *chart)
{
  add_chart (doc, FALSE, chart);
}

/**
 * nazar_doc_add_columns:
 * @doc: a document
 * @chart: what to draw; copied
 *
 * Upright columns side by side, with their figures as text.
 */
void
nazar_doc_add_columns (NazarDoc            *doc,
                       const NazarDocChart *chart)
{
  add_chart (doc, TRUE, chart);
}

/**
 * nazar_doc_begin_group:
 * @doc: a document
 *
 * Opens a group that no page's end cuts, unless it is longer than a page.
 */
void
nazar_doc_begin_group (NazarDoc *doc)
{
  begin (doc, NAZAR_NODE_GROUP);
}

/**
 * nazar_doc_begin_callout:
 * @doc: a document, in no other callout
 * @title: (nullable): its title
 *
 * Opens a tinted box. It is kept together as a group is.
 */
void
nazar_doc_begin_callout (NazarDoc   *doc,
                         const char *title)
{
  NazarNode *node = begin (doc, NAZAR_NODE_CALLOUT);

  if (node != NULL)
    node->text = clean_label (title);
}

/**
 * nazar_doc_begin_item:
 * @doc: a document
 * @marker: a short mark that stands beside it: "14", "R-3"
 *
 * Opens a question or another thing with a mark, kept together as a group is.
 */
void
nazar_doc_begin_item (NazarDoc   *doc,
                      const char *marker)
{
  NazarNode *node = begin (doc, NAZAR_NODE_ITEM);

  if (node != NULL)
    node->text = nazar_doc_clean_text (marker, TRUE);
}

/**
 * nazar_doc_end:
 * @doc: a document
 *
 * Closes what was begun last.
 */
void
nazar_doc_end (NazarDoc *doc)
{
  g_return_if_fail (doc != NULL && doc->open->len > 1);

  g_ptr_array_set_size (doc->open, (int) doc->open->len - 1);
}

/**
 * nazar_doc_add_ticks:
 * @doc: a document
 * @stacked: one below the other, instead of side by side as far as they fit
 * @labels: ended by %NULL: what stands after each box
 *
 * Boxes to tick.
 */
void
nazar_doc_add_ticks (NazarDoc          *doc,
                     gboolean           stacked,
                     const char *const *labels)
{
  NazarNode *node = add (doc, NAZAR_NODE_TICKS);

  if (node == NULL)
    return;

  node->flag = stacked;
  node->texts = clean_texts (labels, g_strv_length ((char **) labels));
}

/**
 * nazar_doc_add_blanks:
 * @doc: a document
 * @labels: ended by %NULL: what to write on each line
 *
 * Labels with a line after each, side by side as far as they fit.
 */
void
nazar_doc_add_blanks (NazarDoc          *doc,
                      const char *const *labels)
{
  NazarNode *node = add (doc, NAZAR_NODE_BLANKS);

  if (node != NULL)
    node->texts = clean_texts (labels, g_strv_length ((char **) labels));
}

/**
 * nazar_doc_add_writing_lines:
 * @doc: a document
 * @n_lines: how many lines to write on, over the whole width
 */
void
nazar_doc_add_writing_lines (NazarDoc *doc,
                             guint     n_lines)
{
  NazarNode *node = add (doc, NAZAR_NODE_WRITING_LINES);

  if (node != NULL)
    node->count = n_lines;
}

/**
 * nazar_doc_add_note_area:
 * @doc: a document
 * @label: (nullable): what to write into it
 * @height_mm: how high it is
 *
 * A frame for notes and sketches.
 */
void
nazar_doc_add_note_area (NazarDoc   *doc,
                         const char *label,
                         double      height_mm)
{
  NazarNode *node = add (doc, NAZAR_NODE_NOTE_AREA);

  if (node == NULL)
    return;

  node->text = clean_label (label);
  node->height_mm = CLAMP (height_mm, 10, MAX_MM);
}
