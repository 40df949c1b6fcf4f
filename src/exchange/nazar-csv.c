/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-csv.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables as text, read with libcsv and written by RFC 4180.
 *
 * libcsv does not tell where in the text it is. It is therefore fed piece by
 * piece, each piece ending with a line end: a row ends nowhere else. */

#define PIECE_SIZE 65536

typedef struct
{
  struct csv_parser parser;
  const char *text;
  gsize len;

  NazarCsvRowFunc on_row;
  gpointer row_data;

  GString *cells;    /* the cells of the row so far, each ended by a NUL */
  GArray *starts;    /* where each of them starts in @cells */
  GPtrArray *vector; /* the same as pointers, for @on_row */

  gsize at;   /* what is fed up to now */
  guint line; /* the line of @at, from 1 */
  gsize row_start;
  guint row_line;
  guint quote_line;  /* the line on which the open quotation mark stands; 0: none is open */
  guint quoted_cell; /* and the cell it opens */

  gboolean stopped;
  GError *error;
} Reader;

G_DEFINE_QUARK (nazar-csv-error-quark, nazar_csv_error)

static gboolean
is_line_end (char c)
{
  return c == '\r' || c == '\n';
}

static void
fail_unclosed (Reader *reader,
               guint   line)
{
  g_set_error (&reader->error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_UNCLOSED_QUOTE,
               /* Translators: %u is the number of a line in the file. */
               _("The quotation mark that opens in line %u is not closed. Close it and import the file again."), line);
}

static void
fail_too_many_columns (Reader *reader)
{
  g_set_error (&reader->error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_TOO_MANY_COLUMNS,
               /* Translators: the first %u is the number of a line, the second one of columns. */
               _("The row in line %u has more than %u columns. This is not a table that can be read."),
               reader->row_line, NAZAR_CSV_MAX_COLUMNS);
}

static void
fail_too_long (Reader *reader)
{
  g_set_error (&reader->error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_TOO_LONG,
               /* Translators: the first %u is the number of a line, the second one of megabytes. */
               _("The row in line %u is longer than %u MiB. This is not a table that can be read."),
               reader->row_line, NAZAR_CSV_MAX_ROW_SIZE / (1024 * 1024));
}

/* The end of the row in the text, without its line end. */
static gsize
find_row_end (const Reader *reader)
{
  gsize end = reader->at;

  while (end > reader->row_start && is_line_end (reader->text[end - 1]))
    end--;
  return end;
}

static gsize
skip_spaces (const Reader *reader,
             gsize         at,
             gsize         end)
{
  char delimiter = reader->parser.delim_char;

  while (at < end && (reader->text[at] == ' ' || reader->text[at] == '\t') && reader->text[at] != delimiter)
    at++;
  return at;
}

/* Looks for a cell whose opening quotation mark was never closed, so that it has
 * swallowed the lines after it up to another cell's opening mark: inside quotation
 * marks, after a line break, a mark that follows a delimiter and is followed by
 * text. Valid CSV never holds that. Returns the line of the opening mark, or 0. */
static guint
find_swallowing_quote (const Reader *reader,
                       gsize         end)
{
  const char *text = reader->text;
  const char delimiter = reader->parser.delim_char;
  guint line = reader->row_line;
  guint opened = 0;
  gboolean broken = FALSE;
  gboolean at_cell_start = TRUE;

  for (gsize i = reader->row_start; i < end; i++)
    {
      if (is_line_end (text[i]))
        {
          line += text[i] == '\n' || i + 1 >= end || text[i + 1] != '\n';
          broken = TRUE;
        }
      else if (opened == 0)
        {
          if (text[i] == '"' && at_cell_start)
            {
              opened = line;
              broken = FALSE;
            }
          at_cell_start = text[i] == delimiter || (at_cell_start && text[i] == ' ');
        }
      else if (text[i] == '"')
        {
          gsize next = skip_spaces (reader, i + 1, end);

          if (i + 1 < end && text[i + 1] == '"')
            i++;
          else if (next >= end || text[next] == delimiter)
            opened = 0;
          else if (broken && text[i - 1] == delimiter)
            return opened;
        }
    }
  return 0;
}

/* Hands the row over and makes the reader ready for the next one. */
static void
deliver_row (Reader *reader)
{
  NazarCsvRow row = { .n_cells = reader->starts->len,
                      .line = reader->row_line,
                      .start = reader->row_start,
                      .end = find_row_end (reader) };
  guint swallowing = find_swallowing_quote (reader, row.end);

  if (swallowing != 0)
    {
      fail_unclosed (reader, swallowing);
      return;
    }

  for (guint i = 0; i < row.n_cells; i++)
    g_ptr_array_add (reader->vector, reader->cells->str + g_array_index (reader->starts, gsize, i));
  g_ptr_array_add (reader->vector, NULL);
  row.cells = (const char *const *) reader->vector->pdata;

  if (!reader->on_row (&row, reader->row_data, &reader->error))
    reader->stopped = TRUE;

  g_string_truncate (reader->cells, 0);
  g_array_set_size (reader->starts, 0);
  g_ptr_array_set_size (reader->vector, 0);
}

static void
on_cell_cb (void  *data,
            size_t len,
            void  *user_data)
{
  Reader *reader = user_data;
  gsize start = reader->cells->len;

  if (reader->error != NULL || reader->stopped)
    return;
  if (reader->starts->len >= NAZAR_CSV_MAX_COLUMNS)
    {
      fail_too_many_columns (reader);
      return;
    }

  g_array_append_val (reader->starts, start);
  g_string_append_len (reader->cells, data, len);
  g_string_append_c (reader->cells, '\0');
}

static void
on_row_end_cb (int   terminator,
               void *user_data)
{
  Reader *reader = user_data;

  if (reader->error == NULL && !reader->stopped && reader->starts->len > 0)
    deliver_row (reader);
}

/* The length of the next piece: up to and with the next line end, but no longer than PIECE_SIZE. */
static gsize
find_piece (const Reader *reader)
{
  gsize left = reader->len - reader->at;
  gsize limit = MIN (left, PIECE_SIZE);
  const char *from = reader->text + reader->at;
  gsize n = 0;

  while (n < limit && !is_line_end (from[n]))
    n++;
  if (n == limit)
    return n;
  return from[n] == '\r' && n + 1 < left && from[n + 1] == '\n' ? n + 2 : n + 1;
}

static void
feed (Reader     *reader,
      const char *piece,
      gsize       n)
{
  csv_parse (&reader->parser, piece, n, on_cell_cb, on_row_end_cb, reader);
}

/* Notes where a cell in quotation marks was open when the piece of @line ended. */
static void
note_open_quote (Reader *reader,
                 guint   line)
{
  if (!reader->parser.quoted)
    {
      reader->quote_line = 0;
    }
  else if (reader->quote_line == 0 || reader->quoted_cell != reader->starts->len)
    {
      reader->quote_line = line;
      reader->quoted_cell = reader->starts->len;
    }
}

static void
read_piece (Reader *reader)
{
  gsize n = find_piece (reader);
  const char *piece = reader->text + reader->at;
  guint line = reader->line;
  gboolean ends_line = is_line_end (piece[n - 1]);

  if (reader->starts->len == 0 && reader->parser.entry_pos == 0 && !reader->parser.quoted)
    {
      reader->row_start = reader->at;
      reader->row_line = line;
    }

  reader->at += n;
  reader->line += ends_line;
  feed (reader, piece, n);
  if (reader->error != NULL || reader->stopped)
    return;

  note_open_quote (reader, line);
  if (reader->at - reader->row_start > NAZAR_CSV_MAX_ROW_SIZE && !(ends_line && reader->quote_line == 0))
    {
      if (reader->quote_line != 0)
        fail_unclosed (reader, reader->quote_line);
      else
        fail_too_long (reader);
    }
}

/* Ends the last row, whose line end may be missing. */
static void
finish (Reader *reader)
{
  if (reader->error != NULL || reader->stopped)
    return;

  feed (reader, "\n", 1);
  if (reader->error == NULL && !reader->stopped && reader->parser.quoted)
    fail_unclosed (reader, reader->quote_line);
}

static void
read_all (Reader              *reader,
          NazarCsvProgressFunc on_progress,
          gpointer             progress_data,
          GCancellable        *cancellable)
{
  gsize reported = 0;

  while (reader->at < reader->len && reader->error == NULL && !reader->stopped)
    {
      read_piece (reader);
      if (reader->at - reported < PIECE_SIZE && reader->at < reader->len)
        continue;

      reported = reader->at;
      if (reader->error == NULL)
        g_cancellable_set_error_if_cancelled (cancellable, &reader->error);
      if (on_progress != NULL && reader->error == NULL)
        on_progress ((double) reader->at / reader->len, progress_data);
    }
  finish (reader);
}

static gboolean
on_header_cb (const NazarCsvRow *row,
              gpointer           user_data,
              GError           **error)
{
  char ***header = user_data;

  *header = g_strdupv ((char **) row->cells);
  return FALSE;
}

/**
 * nazar_csv_guess_delimiter:
 * @text: (array length=len): a table
 * @len: its length in bytes
 *
 * Looks at the first line that is not blank, outside quotation marks.
 *
 * Returns: the most frequent of comma, semicolon and tab; a comma when there is none
 */
char
nazar_csv_guess_delimiter (const char *text,
                           gsize       len)
{
  static const char delimiters[] = { ',', ';', '\t' };
  gsize counts[G_N_ELEMENTS (delimiters)] = { 0 };
  gboolean quoted = FALSE;
  gboolean blank = TRUE;
  guint best = 0;

  g_return_val_if_fail (text != NULL || len == 0, ',');

  for (gsize i = 0; i < MIN (len, NAZAR_CSV_MAX_ROW_SIZE); i++)
    {
      if (is_line_end (text[i]) && !quoted && !blank)
        break;
      if (!is_line_end (text[i]))
        blank = FALSE;
      if (text[i] == '"')
        quoted = !quoted;
      for (guint d = 0; d < G_N_ELEMENTS (delimiters) && !quoted; d++)
        counts[d] += text[i] == delimiters[d];
    }

  for (guint d = 1; d < G_N_ELEMENTS (delimiters); d++)
    {
      if (counts[d] > counts[best])
        best = d;
    }
  return delimiters[best];
}

/**
 * nazar_csv_read:
 * @text: (array length=len): a table in UTF-8
 * @len: its length in bytes
 * @on_row: (scope call): called for each row, the header as well
 * @row_data: for @on_row
 * @on_progress: (scope call) (nullable): called now and then
 * @progress_data: for @on_progress
 * @cancellable: (nullable): stops the reading
 * @error: return location for a #GError
 *
 * Reads rows whose cells are divided by a comma, a semicolon or a tab, as the
 * first line shows, and whose lines end in CR, LF or both. Cells in quotation
 * marks may hold line breaks and doubled quotation marks. Spaces around a cell
 * that has no quotation marks are left out. Memory stays bounded by one row.
 *
 * Returns: %TRUE when everything is read or @on_row stopped; %FALSE with an
 *   error of #NazarCsvError, of %G_IO_ERROR_CANCELLED, or of @on_row
 */
gboolean
nazar_csv_read (const char           *text,
                gsize                 len,
                NazarCsvRowFunc       on_row,
                gpointer              row_data,
                NazarCsvProgressFunc  on_progress,
                gpointer              progress_data,
                GCancellable         *cancellable,
                GError              **error)
{
  Reader reader = { .text = text, .len = len, .on_row = on_row, .row_data = row_data, .line = 1 };

  g_return_val_if_fail (text != NULL || len == 0, FALSE);
  g_return_val_if_fail (on_row != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (len >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    reader.at = 3;

  csv_init (&reader.parser, 0);
  csv_set_delim (&reader.parser, nazar_csv_guess_delimiter (text + reader.at, len - reader.at));
  csv_set_realloc_func (&reader.parser, g_realloc);
  csv_set_free_func (&reader.parser, g_free);
  csv_set_blk_size (&reader.parser, PIECE_SIZE);
  reader.cells = g_string_new (NULL);
  reader.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader.vector = g_ptr_array_new ();

  read_all (&reader, on_progress, progress_data, cancellable);

  csv_free (&reader.parser);
  g_string_free (reader.cells, TRUE);
  g_array_unref (reader.starts);
  g_ptr_array_unref (reader.vector);

  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return FALSE;
    }
  return TRUE;
}

/**
 * nazar_csv_read_header:
 * @text: (array length=len): a table in UTF-8, or the beginning of one
 * @len: its length in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the cells of the first row; %NULL with an error of #NazarCsvError
 */
char **
nazar_csv_read_header (const char *text,
                       gsize       len,
                       GError    **error)
{
  char **header = NULL;

  if (!nazar_csv_read (text, len, on_header_cb, &header, NULL, NULL, NULL, error))
    return NULL;

  if (header == NULL)
    g_set_error_literal (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_EMPTY, _("The file is empty."));
  return header;
}

/* Whether a spreadsheet would take the cell for a formula: it starts with one of
 * the signs that start one. Spaces before the sign are looked through, because
 * some programs trim them. */
static gboolean
is_formula (const char *cell)
{
  const char *at = cell + strspn (cell, " ");

  return *at != '\0' && strchr ("=+-@\t\r\n", *at) != NULL;
}

static gboolean
needs_quotes (const char *cell)
{
  gsize len = strlen (cell);

  return strpbrk (cell, ",;\t\"\r\n") != NULL
         || (len > 0 && (cell[0] == ' ' || cell[len - 1] == ' '));
}

static void
append_cell (GString    *out,
             const char *cell)
{
  gboolean quoted = needs_quotes (cell);

  if (quoted)
    g_string_append_c (out, '"');
  if (is_formula (cell))
    g_string_append_c (out, '\'');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

/**
 * nazar_csv_append_row:
 * @out: the table so far
 * @cells: (array zero-terminated=1): the cells of a row, in UTF-8
 *
 * Writes a row as RFC 4180 has it: commas, CRLF, quotation marks where they are needed.
 *
 * A cell that starts with = + - @, a tab or a line end, spaces before it or not,
 * gets an apostrophe in front. A spreadsheet would otherwise run it as a formula,
 * and what a report or a stranger's table says must never run on the computer of
 * the person who opens the export (OWASP: CSV injection). The apostrophe stays
 * when the file is read again: a cell that really began with one could not be
 * told from it. Who needs the exact text exports JSON.
 */
void
nazar_csv_append_row (GString           *out,
                      const char *const *cells)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (cells != NULL);

  /* A row of one empty cell would be a blank line, which readers skip. */
  if (cells[0] != NULL && cells[0][0] == '\0' && cells[1] == NULL)
    g_string_append (out, "\"\"");

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, cells[i]);
    }
  g_string_append (out, "\r\n");
}
