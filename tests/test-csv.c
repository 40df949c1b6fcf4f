/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-csv.h"

#include <string.h>

typedef struct
{
  GString *seen; /* rows as "cell|cell/" */
  guint n_rows;
  guint n_cells;
  guint last_line;
  gsize last_start;
  gsize last_end;
  guint stop_after;
} Seen;

static gboolean
on_row_cb (const NazarCsvRow *row,
           gpointer           user_data,
           GError           **error)
{
  Seen *seen = user_data;
  g_autofree char *joined = g_strjoinv ("|", (char **) row->cells);

  g_assert_cmpuint (g_strv_length ((char **) row->cells), ==, row->n_cells);
  g_string_append_printf (seen->seen, "%s/", joined);
  seen->n_rows++;
  seen->n_cells += row->n_cells;
  seen->last_line = row->line;
  seen->last_start = row->start;
  seen->last_end = row->end;
  return seen->stop_after == 0 || seen->n_rows < seen->stop_after;
}

static void
assert_rows_of (const char *text,
                gsize       len,
                const char *rows)
{
  g_autoptr (GError) error = NULL;
  Seen seen = { .seen = g_string_new (NULL) };

  g_assert_true (nazar_csv_read (text, len, on_row_cb, &seen, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (seen.seen->str, ==, rows);
  g_string_free (seen.seen, TRUE);
}

static void
assert_rows (const char *text,
             const char *rows)
{
  assert_rows_of (text, strlen (text), rows);
}

static void
assert_error (const char *text,
              gsize       len,
              int         code,
              const char *word)
{
  g_autoptr (GError) error = NULL;
  Seen seen = { .seen = g_string_new (NULL) };

  g_assert_false (nazar_csv_read (text, len, on_row_cb, &seen, NULL, NULL, NULL, &error));
  g_assert_error (error, NAZAR_CSV_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
  g_string_free (seen.seen, TRUE);
}

static void
test_any_line_end (void)
{
  assert_rows ("a,b\rc,d\r", "a|b/c|d/");
  assert_rows ("a,b\nc,d\n", "a|b/c|d/");
  assert_rows ("a,b\r\nc,d\r\n", "a|b/c|d/");
  assert_rows ("a,b\rc,d\ne,f\r\n\r\n\ng,h", "a|b/c|d/e|f/g|h/");
}

static void
test_header_shows_delimiter (void)
{
  assert_rows ("a,b\n1;2,3\n", "a|b/1;2|3/");
  assert_rows ("a;b\n1,2;3,4\n", "a|b/1,2|3,4/");
  assert_rows ("a\tb\n1,2\t3;4\n", "a|b/1,2|3;4/");
  assert_rows ("\n\"a,a,a\";b\n1;2\n", "a,a,a|b/1|2/");
  assert_rows ("\xef\xbb\xbf" "a;b\n", "a|b/");
  g_assert_cmpint (nazar_csv_guess_delimiter ("one", 3), ==, ',');
  g_assert_cmpint (nazar_csv_guess_delimiter (NULL, 0), ==, ',');
}

static void
test_quoted_cells (void)
{
  assert_rows ("\"a, b\",\"say \"\"yes\"\"\"\n", "a, b|say \"yes\"/");
  assert_rows ("\"one\ntwo\",\"three\r\nfour\rfive\"\n6,7\n", "one\ntwo|three\r\nfour\rfive/6|7/");
  assert_rows ("a,b\n\"\",\"\"\n,\n", "a|b/|/|/");
  assert_rows ("a, \"b, c\" ,d\n", "a|b, c|d/");
  assert_rows ("a,b\nhe said \"yes\" twice,\"he said \"yes\" twice\"\n",
               "a|b/he said \"yes\" twice|he said \"yes\" twice/");
}

static void
test_place_in_text (void)
{
  const char *text = "a,b\r\n\r\n\"one\r\ntwo\",3\r\nlast,\"row\"";
  Seen seen = { .seen = g_string_new (NULL), .stop_after = 2 };

  g_assert_true (nazar_csv_read (text, strlen (text), on_row_cb, &seen, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (seen.last_line, ==, 3);
  g_assert_cmpint (strncmp (text + seen.last_start, "\"one\r\ntwo\",3", seen.last_end - seen.last_start), ==, 0);
  g_assert_cmpuint (seen.last_end - seen.last_start, ==, 12);

  seen.n_rows = 0;
  seen.stop_after = 0;
  g_assert_true (nazar_csv_read (text, strlen (text), on_row_cb, &seen, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (seen.last_line, ==, 5);
  g_assert_cmpstr (text + seen.last_start, ==, "last,\"row\"");
  g_assert_cmpuint (seen.last_end, ==, strlen (text));
  g_string_free (seen.seen, TRUE);
}

static void
test_long_cells_stay_whole (void)
{
  g_autoptr (GString) text = g_string_new ("a,\"");
  g_autofree char *expected = NULL;
  g_autofree char *cell = g_strnfill (200000, 'x');

  g_string_append_printf (text, "%s\",b\n", cell);
  expected = g_strdup_printf ("a|%s|b/", cell);
  assert_rows (text->str, expected);
}

static void
test_unclosed_quote_names_line (void)
{
  const char *at_end = "a,b\n1,\"two\nthree\n";
  const char *first = "\"a,b\n1,2\n";
  const char *swallowed = "a,b,c\n1,2,3\n1,\"two,3\n1,\"two, too\",3\n4,5,6\n";
  const char *swallowed_at_end = "a,b,c\r1,\"two,3\r1,\"two, too\",3";

  assert_error (at_end, strlen (at_end), NAZAR_CSV_ERROR_UNCLOSED_QUOTE, "line 2");
  assert_error (first, strlen (first), NAZAR_CSV_ERROR_UNCLOSED_QUOTE, "line 1");
  assert_error (swallowed, strlen (swallowed), NAZAR_CSV_ERROR_UNCLOSED_QUOTE, "line 3");
  assert_error (swallowed_at_end, strlen (swallowed_at_end), NAZAR_CSV_ERROR_UNCLOSED_QUOTE, "line 2");
}

/* What looks like a swallowed line but is none: the quotation marks are doubled. */
static void
test_quoted_table_in_cell_is_valid (void)
{
  assert_rows ("a,b\n\"one\ntwo,\"\"three\"\",four\",5\n", "a|b/one\ntwo,\"three\",four|5/");
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) widest = g_string_new (NULL);
  g_autofree char *text = g_strnfill (NAZAR_CSV_MAX_ROW_SIZE + 100000, 'x');
  g_autoptr (GString) open = g_string_new ("a,b\n\"");
  Seen seen = { .seen = g_string_new (NULL) };

  for (guint i = 0; i < 1000000; i++)
    g_string_append (wide, "a,");
  assert_error (wide->str, wide->len, NAZAR_CSV_ERROR_TOO_MANY_COLUMNS, "line 1");

  for (guint i = 1; i < NAZAR_CSV_MAX_COLUMNS; i++)
    g_string_append_c (widest, ',');
  g_assert_true (nazar_csv_read (widest->str, widest->len, on_row_cb, &seen, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (seen.n_cells, ==, NAZAR_CSV_MAX_COLUMNS);
  g_string_free (seen.seen, TRUE);

  assert_error (text, strlen (text), NAZAR_CSV_ERROR_TOO_LONG, "line 1");
  g_string_append (open, text);
  assert_error (open->str, open->len, NAZAR_CSV_ERROR_UNCLOSED_QUOTE, "line 2");
}

static void
on_progress_cb (double   fraction,
                gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
on_progress_cancel_cb (double   fraction,
                       gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Seen seen = { .seen = g_string_new (NULL) };
  double last = 0;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, "one,two\n");

  g_assert_true (nazar_csv_read (text->str, text->len, on_row_cb, &seen, on_progress_cb, &last, NULL, NULL));
  g_assert_cmpfloat (last, ==, 1.0);
  g_assert_cmpuint (seen.n_rows, ==, 50000);

  seen.n_rows = 0;
  g_assert_false (nazar_csv_read (text->str, text->len, on_row_cb, &seen,
                                  on_progress_cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (seen.n_rows, <, 50000);
  g_string_free (seen.seen, TRUE);
}

static void
test_header_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) header = nazar_csv_read_header ("To;Text\nChad;\"cut", 17, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (header), ==, 2);
  g_assert_cmpstr (header[1], ==, "Text");

  g_assert_null (nazar_csv_read_header ("\n\n", 2, &error));
  g_assert_error (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_EMPTY);
}

static void
assert_written (const char *const *cells,
                const char        *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nazar_csv_append_row (out, cells);
  g_assert_cmpstr (out->str, ==, expected);
}

#define ROW(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_writes_rfc_4180 (void)
{
  assert_written (ROW ("a", "b c", ""), "a,b c,\r\n");
  assert_written (ROW ("a,b", "say \"yes\"", "one\ntwo"), "\"a,b\",\"say \"\"yes\"\"\",\"one\ntwo\"\r\n");
  assert_written (ROW (" edge ", "a;b", "a\tb"), "\" edge \",\"a;b\",\"a\tb\"\r\n");
  assert_written (ROW (""), "\"\"\r\n");
}

static void
test_formulas_are_made_harmless (void)
{
  assert_written (ROW ("=1+1", "+1", "-1", "@sum"), "'=1+1,'+1,'-1,'@sum\r\n");
  assert_written (ROW ("\tx", "\rx", "\nx"), "\"'\tx\",\"'\rx\",\"'\nx\"\r\n");
  assert_written (ROW ("  =1+1", "=a,\"b\""), "\"'  =1+1\",\"'=a,\"\"b\"\"\"\r\n");
  assert_written (ROW ("a=1", "1-2", "'quoted"), "a=1,1-2,'quoted\r\n");
}

static void
test_what_is_written_reads_the_same (void)
{
  static const char *const pieces[] = { "a", ",", ";", "\"", "\n", "\r\n", " ", "ү", "é", "\t", "" };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new ("h|h|h/x");
      g_autoptr (GString) cell = g_string_new ("x");

      for (guint i = 0; i < 8; i++)
        g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      nazar_csv_append_row (out, ROW ("h", "h", "h"));
      nazar_csv_append_row (out, ROW ("x", cell->str, ""));
      g_string_append_printf (expected, "|%s|/", cell->str);
      assert_rows (out->str, expected->str);
    }
}

static void
test_damaged_tables_never_crash (void)
{
  static const char alphabet[] = ",;\t\"\"\"\r\n ax\xd3";

  for (guint round = 0; round < 5000; round++)
    {
      char text[64];
      guint len = g_test_rand_int_range (0, sizeof text);
      g_autoptr (GError) error = NULL;
      Seen seen = { .seen = g_string_new (NULL) };

      for (guint i = 0; i < len; i++)
        text[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      if (!nazar_csv_read (text, len, on_row_cb, &seen, NULL, NULL, NULL, &error))
        g_assert_error (error, NAZAR_CSV_ERROR, NAZAR_CSV_ERROR_UNCLOSED_QUOTE);
      g_assert_cmpuint (seen.last_end, <=, len);
      g_assert_cmpuint (seen.last_start, <=, seen.last_end);
      g_string_free (seen.seen, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/read/any-line-end", test_any_line_end);
  g_test_add_func ("/csv/read/header-shows-delimiter", test_header_shows_delimiter);
  g_test_add_func ("/csv/read/quoted-cells-hold-anything", test_quoted_cells);
  g_test_add_func ("/csv/read/row-tells-its-place-in-the-text", test_place_in_text);
  g_test_add_func ("/csv/read/long-cells-stay-whole", test_long_cells_stay_whole);
  g_test_add_func ("/csv/read/unclosed-quote-names-its-line", test_unclosed_quote_names_line);
  g_test_add_func ("/csv/read/quoted-table-in-a-cell-is-valid", test_quoted_table_in_cell_is_valid);
  g_test_add_func ("/csv/read/columns-and-length-are-limited", test_limits);
  g_test_add_func ("/csv/read/tells-progress-and-can-be-cancelled", test_progress_and_cancel);
  g_test_add_func ("/csv/read/header-of-a-cut-table", test_header_alone);
  g_test_add_func ("/csv/read/damaged-tables-never-crash", test_damaged_tables_never_crash);
  g_test_add_func ("/csv/write/follows-rfc-4180", test_writes_rfc_4180);
  g_test_add_func ("/csv/write/formulas-are-made-harmless", test_formulas_are_made_harmless);
  g_test_add_func ("/csv/write/reads-the-same", test_what_is_written_reads_the_same);

  return g_test_run ();
}
