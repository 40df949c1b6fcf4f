/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NAZAR_CSV_ERROR (nazar_csv_error_quark ())

/**
 * NazarCsvError:
 * @NAZAR_CSV_ERROR_EMPTY: there is no row
 * @NAZAR_CSV_ERROR_UNCLOSED_QUOTE: a quotation mark opens a cell and nothing closes it
 * @NAZAR_CSV_ERROR_TOO_MANY_COLUMNS: a row with more than %NAZAR_CSV_MAX_COLUMNS cells
 * @NAZAR_CSV_ERROR_TOO_LONG: a row with more than %NAZAR_CSV_MAX_ROW_SIZE bytes
 * @NAZAR_CSV_ERROR_TOO_MANY_ROWS: more rows than the reader of this kind of table takes
 * @NAZAR_CSV_ERROR_NO_KNOWN_COLUMN: the header names no column of this kind of table
 * @NAZAR_CSV_ERROR_NOTHING_FOUND: a header, and below it nothing that could be read
 */
typedef enum
{
  NAZAR_CSV_ERROR_EMPTY,
  NAZAR_CSV_ERROR_UNCLOSED_QUOTE,
  NAZAR_CSV_ERROR_TOO_MANY_COLUMNS,
  NAZAR_CSV_ERROR_TOO_LONG,
  NAZAR_CSV_ERROR_TOO_MANY_ROWS,
  NAZAR_CSV_ERROR_NO_KNOWN_COLUMN,
  NAZAR_CSV_ERROR_NOTHING_FOUND
} NazarCsvError;

/* Beyond these a file is no table that a person made. A cell is never longer than its row. */
#define NAZAR_CSV_MAX_COLUMNS 4096
#define NAZAR_CSV_MAX_ROW_SIZE (4 * 1024 * 1024)

/**
 * NazarCsvRow:
 * @cells: (array zero-terminated=1): the cells, without quotation marks
 * @n_cells: their number
 * @line: the line on which the row starts, as a text editor counts, from 1
 * @start: where the row starts in the text, in bytes
 * @end: where it ends, in bytes, its line end not included
 *
 * A row, valid during the call that delivers it.
 */
typedef struct
{
  const char *const *cells;
  guint n_cells;
  guint line;
  gsize start;
  gsize end;
} NazarCsvRow;

/**
 * NazarCsvRowFunc:
 * @row: a row; blank lines are no rows
 * @user_data: what was given with the function
 * @error: return location for a #GError
 *
 * Returns: %TRUE to go on; %FALSE to stop, which is a failure only with @error set
 */
typedef gboolean (*NazarCsvRowFunc) (const NazarCsvRow *row,
                                     gpointer           user_data,
                                     GError           **error);

/**
 * NazarCsvProgressFunc:
 * @fraction: how much of the text is read, from 0 to 1
 * @user_data: what was given with the function
 */
typedef void (*NazarCsvProgressFunc) (double   fraction,
                                      gpointer user_data);

GQuark   nazar_csv_error_quark     (void);

char     nazar_csv_guess_delimiter (const char            *text,
                                    gsize                  len);
gboolean nazar_csv_read            (const char            *text,
                                    gsize                  len,
                                    NazarCsvRowFunc        on_row,
                                    gpointer               row_data,
                                    NazarCsvProgressFunc   on_progress,
                                    gpointer               progress_data,
                                    GCancellable          *cancellable,
                                    GError               **error);
char   **nazar_csv_read_header     (const char            *text,
                                    gsize                  len,
                                    GError               **error);

void     nazar_csv_append_row      (GString               *out,
                                    const char *const     *cells);

G_END_DECLS
