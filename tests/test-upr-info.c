/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-upr-info.h"

#include <string.h>

#include "nazar-encoding.h"

/* Reads a file as an importer does: kind, encoding, rows. */
static GPtrArray *
read_bytes (const char *bytes,
            gsize       len,
            guint      *n_empty)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GPtrArray *rows;
  gsize length;

  g_assert_cmpint (nazar_encoding_get_content_kind (bytes, len), ==, NAZAR_CONTENT_TEXT);
  text = nazar_encoding_decode (bytes, len, nazar_encoding_guess (bytes, len), &length, NULL, &error);
  g_assert_no_error (error);
  rows = nazar_upr_info_read (text, length, n_empty, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return rows;
}

static GPtrArray *
read_file (const char *name,
           guint      *n_empty)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize len;

  g_file_get_contents (path, &bytes, &len, &error);
  g_assert_no_error (error);
  return read_bytes (bytes, len, n_empty);
}

static GPtrArray *
read_text (const char *text)
{
  return read_bytes (text, strlen (text), NULL);
}

static void
assert_fails (const char *text,
              int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nazar_upr_info_read (text, strlen (text), NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, NAZAR_CSV_ERROR, code);
}

static void
assert_list (char      **list,
             const char *joined)
{
  g_autofree char *found = g_strjoinv ("|", list);

  g_assert_cmpstr (found, ==, joined);
}

static void
test_reads_every_column (void)
{
  guint n_empty;
  g_autoptr (GPtrArray) rows = read_file ("upr-info-small.csv", &n_empty);
  const NazarUprInfoRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpuint (rows->len, ==, 9);
  g_assert_cmpuint (n_empty, ==, 2);
  g_assert_cmpstr (row->to, ==, "Chad");
  g_assert_cmpstr (row->text, ==, "Open the archive of closed wards to families,\nand say “yes” to every visit");
  assert_list (row->from, "Côte d'Ivoire");
  g_assert_cmpstr (row->response, ==, "supported");
  g_assert_cmpstr (row->response_text, ==, "Accepted");
  g_assert_cmpstr (row->action, ==, "5");
  assert_list (row->issues, "Justice|Detention");
  g_assert_cmpstr (row->session, ==, "5");
  g_assert_cmpstr (row->cycle, ==, "");
  g_assert_cmpuint (row->line, ==, 2);
  g_assert_null (row->doubt);

  row = g_ptr_array_index (rows, 1);
  g_assert_cmpuint (row->line, ==, 4);
  g_assert_cmpstr (row->text, ==, "Print the \"blue\" register each month");
  assert_list (row->from, "Korea, Republic of|France");
  g_assert_cmpstr (row->response, ==, "noted");

  row = g_ptr_array_index (rows, 2);
  assert_list (row->from, "Congo, Democratic Republic of the");
  assert_list (row->issues, "Freedom of thought, conscience and belief");
  g_assert_cmpstr (row->response, ==, "partly-supported");
  g_assert_null (row->doubt);

  row = g_ptr_array_index (rows, 3);
  assert_list (row->from, "(Unknown)");
  assert_list (row->issues, "");
  g_assert_cmpstr (row->response, ==, "pending");
}

static void
assert_doubt (GPtrArray  *rows,
              guint       index,
              const char *to,
              const char *reason)
{
  const NazarUprInfoRow *row = g_ptr_array_index (rows, index);

  g_assert_cmpstr (row->to, ==, to);
  g_assert_cmpstr (row->doubt, ==, reason);
}

static void
test_odd_rows_are_doubtful_not_lost (void)
{
  g_autoptr (GPtrArray) rows = read_file ("upr-info-small.csv", NULL);

  assert_doubt (rows, 4, "Tonga", "The response “Perhaps later” is not known.");
  assert_doubt (rows, 5, "Tonga", "This row has 5 cells, and the header has 11.");
  assert_doubt (rows, 6, "Tonga", "This row has 12 cells, and the header has 11.");
  assert_doubt (rows, 7, "", "This row names no State under review.");
  assert_doubt (rows, 8, "Tonga", "This row has no text.");
}

static void
test_reads_old_mac_files (void)
{
  g_autoptr (GPtrArray) rows = read_file ("upr-info-mac.csv", NULL);
  const NazarUprInfoRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (row->text, ==, "Let Émile Habré’s neighbours speak — “freely” — before 2008–2009 ends");
  assert_list (row->from, "Côte d’Ivoire");
  assert_list (row->issues, "Rights of the Child|Women’s rights");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->to, ==, "São Tomé and Príncipe");
}

static void
test_reads_windows_cyrillic (void)
{
  g_autoptr (GPtrArray) rows = read_file ("upr-info-1251.csv", NULL);
  const NazarUprInfoRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (row->to, ==, "Кыргызстан");
  g_assert_cmpstr (row->text, ==, "Открыть журнал посещений каждой колонии; отвечать в срок");
  assert_list (row->from, "Казахстан|Перу");
  assert_list (row->issues, "Содержание под стражей|Правосудие");
  g_assert_cmpstr (row->response, ==, "supported");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->response, ==, "noted");
}

static void
test_recognises_its_header (void)
{
  const char *const usual[] = { "To", "Text", "From", NULL };
  const char *const later[] = { " recommendation ", "CYCLE", "State  under Review", "Notes", NULL };
  const char *const no_text[] = { "To", "From", "Session", NULL };
  const char *const other[] = { "Name", "Address", NULL };
  const char *const none[] = { NULL };

  g_assert_true (nazar_upr_info_recognise (usual));
  g_assert_true (nazar_upr_info_recognise (later));
  g_assert_false (nazar_upr_info_recognise (no_text));
  g_assert_false (nazar_upr_info_recognise (other));
  g_assert_false (nazar_upr_info_recognise (none));
}

static void
test_later_names_of_columns (void)
{
  g_autoptr (GPtrArray) rows = read_text ("Recommendation;Cycle;State under Review;Colour;Recommending State;Issues\n"
                                          "Mend the well;3;Tonga;blue;Peru|Chad;Other|Minorities, youth\n");
  const NazarUprInfoRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (row->to, ==, "Tonga");
  g_assert_cmpstr (row->text, ==, "Mend the well");
  assert_list (row->from, "Peru|Chad");
  assert_list (row->issues, "Other|Minorities, youth");
  g_assert_cmpstr (row->cycle, ==, "3");
  g_assert_cmpstr (row->session, ==, "");
  g_assert_null (row->response);
  g_assert_null (row->doubt);
}

static void
test_states_with_commas_stay_whole (void)
{
  static const struct
  {
    const char *cell;
    const char *states;
  } cases[] = {
    { "Canada,Mexico, Peru", "Canada|Mexico|Peru" },
    { "Bosnia and Herzegovina,Trinidad & Tobago", "Bosnia and Herzegovina|Trinidad & Tobago" },
    { "Congo, Democratic Republic of the, Chad", "Congo, Democratic Republic of the|Chad" },
    { "Korea, Dem. People's Rep. of,Korea, Republic of", "Korea, Dem. People's Rep. of|Korea, Republic of" },
    { "Iran, Islamic Republic of", "Iran, Islamic Republic of" },
    { "Micronesia, Federated States of,Fiji", "Micronesia, Federated States of|Fiji" },
    { "Bahamas, The,Barbados", "Bahamas, The|Barbados" },
    { "Macedonia, FYR, Malta", "Macedonia, FYR|Malta" },
    { "Venezuela (Bolivarian Republic of),Iran (Islamic Republic of)",
      "Venezuela (Bolivarian Republic of)|Iran (Islamic Republic of)" },
    { "Republic of Korea,Democratic Republic of Congo", "Republic of Korea|Democratic Republic of Congo" },
    { "Korea, Republic of; Chad", "Korea, Republic of|Chad" },
    { "Chad\r\nPeru", "Chad|Peru" },
    { " , ,", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) states = nazar_upr_info_split_states (cases[i].cell);

      assert_list (states, cases[i].states);
    }
}

static void
test_issues_split_at_capitals (void)
{
  g_auto (GStrv) issues = nazar_upr_info_split_issues ("Asylum-seekers - refugees,Torture and other CID treatment, "
                                                       "Economic, social and cultural rights,HIV - Aids");

  assert_list (issues, "Asylum-seekers - refugees|Torture and other CID treatment|"
                       "Economic, social and cultural rights|HIV - Aids");
}

static void
test_entities_and_spaces_are_tidied (void)
{
  g_autoptr (GPtrArray) rows = read_text ("To,Text\nChad,\"  Mend&nbsp;the &quot;old&quot; \v\v well &#8211; &#x41; "
                                          "&#146;\xc2\xa0 & lamps &bogus; &#0; \"\n");
  const NazarUprInfoRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->text, ==, "Mend the \"old\"\nwell – A ’ & lamps &bogus; &#0;");
}

static void
test_bad_files_are_told_apart (void)
{
  assert_fails ("", NAZAR_CSV_ERROR_EMPTY);
  assert_fails (",,,\n,,,\n", NAZAR_CSV_ERROR_EMPTY);
  assert_fails ("Name,Address\nA,B\n", NAZAR_CSV_ERROR_NO_KNOWN_COLUMN);
  assert_fails ("To,Text\n", NAZAR_CSV_ERROR_NOTHING_FOUND);
  assert_fails ("To,Text\nChad,\n", NAZAR_CSV_ERROR_NOTHING_FOUND);
  assert_fails ("To,Text\nChad,\"Mend the well\n", NAZAR_CSV_ERROR_UNCLOSED_QUOTE);
}

static void
test_rubbish_below_header_is_given_up (void)
{
  g_autoptr (GString) text = g_string_new ("To,Text\n");
  g_autoptr (GString) many = g_string_new ("To,Text\n");

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "x\n");
  assert_fails (text->str, NAZAR_CSV_ERROR_NOTHING_FOUND);

  for (guint i = 0; i <= NAZAR_UPR_INFO_MAX_ROWS; i++)
    g_string_append (many, "x,y\n");
  assert_fails (many->str, NAZAR_CSV_ERROR_TOO_MANY_ROWS);
}

static void
test_damaged_tables_never_crash (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "upr-info-small.csv", NULL);
  g_autofree char *original = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &original, &len, NULL));
  for (guint round = 0; round < 500; round++)
    {
      g_autofree char *bytes = g_memdup2 (original, len);
      gsize cut = g_test_rand_int_range (1, len + 1);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      gsize length;

      for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
        bytes[g_test_rand_int_range (0, len)] = g_test_rand_bit () ? g_test_rand_int_range (0, 256) : "\",\r\n&;"[i % 6];

      text = nazar_encoding_decode (bytes, cut, nazar_encoding_guess (bytes, cut), &length, NULL, NULL);
      rows = nazar_upr_info_read (text, length, NULL, NULL, NULL, NULL, NULL);
      for (guint i = 0; rows != NULL && i < rows->len; i++)
        {
          const NazarUprInfoRow *row = g_ptr_array_index (rows, i);

          g_assert_true (g_utf8_validate (row->text, -1, NULL));
          g_assert_cmpuint (row->end, <=, length);
        }
    }
}

static char *
read_shared_sample (gsize *len)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data",
                                                 "upr-info-sessions-1-5.csv", NULL);
  char *bytes = NULL;

  if (!g_file_get_contents (path, &bytes, len, NULL))
    g_test_skip ("the shared sample is not here");
  return bytes;
}

static void
test_published_table_loses_no_row (void)
{
  gsize len;
  g_autofree char *bytes = read_shared_sample (&len);
  g_autoptr (GPtrArray) rows = NULL;
  guint n_supported = 0;
  guint n_empty;

  if (bytes == NULL)
    return;

  rows = read_bytes (bytes, len, &n_empty);
  g_assert_cmpuint (rows->len, ==, 6094);
  g_assert_cmpuint (n_empty, ==, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const NazarUprInfoRow *row = g_ptr_array_index (rows, i);

      g_assert_null (row->doubt);
      g_assert_cmpuint (g_strv_length (row->from), ==, 1);
      g_assert_cmpuint (row->line, ==, i + 2);
      n_supported += g_str_equal (row->response, "supported");
    }
  g_assert_cmpuint (n_supported, ==, 4087);
}

static void
test_published_table_reads_the_same_in_other_encodings (void)
{
  gsize len;
  g_autofree char *bytes = read_shared_sample (&len);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree gunichar2 *units = NULL;
  g_autoptr (GPtrArray) same = NULL;
  glong n_units;

  if (bytes == NULL)
    return;

  rows = read_bytes (bytes, len, NULL);
  text = g_strdelimit (nazar_encoding_decode (bytes, len, "mac-roman", NULL, NULL, NULL), "\r", '\n');
  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  same = read_bytes ((const char *) units, n_units * 2, NULL);

  g_assert_cmpuint (same->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const NazarUprInfoRow *row = g_ptr_array_index (rows, i);
      const NazarUprInfoRow *other = g_ptr_array_index (same, i);

      g_assert_cmpstr (row->text, ==, other->text);
      g_assert_true (g_strv_equal ((const char *const *) row->issues, (const char *const *) other->issues));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/upr-info/reads-every-column", test_reads_every_column);
  g_test_add_func ("/upr-info/odd-rows-are-doubtful-not-lost", test_odd_rows_are_doubtful_not_lost);
  g_test_add_func ("/upr-info/reads-old-mac-files", test_reads_old_mac_files);
  g_test_add_func ("/upr-info/reads-windows-cyrillic", test_reads_windows_cyrillic);
  g_test_add_func ("/upr-info/recognises-its-header", test_recognises_its_header);
  g_test_add_func ("/upr-info/later-names-of-columns", test_later_names_of_columns);
  g_test_add_func ("/upr-info/states-with-commas-stay-whole", test_states_with_commas_stay_whole);
  g_test_add_func ("/upr-info/issues-split-at-capitals", test_issues_split_at_capitals);
  g_test_add_func ("/upr-info/entities-and-spaces-are-tidied", test_entities_and_spaces_are_tidied);
  g_test_add_func ("/upr-info/bad-files-are-told-apart", test_bad_files_are_told_apart);
  g_test_add_func ("/upr-info/rubbish-below-the-header-is-given-up", test_rubbish_below_header_is_given_up);
  g_test_add_func ("/upr-info/damaged-tables-never-crash", test_damaged_tables_never_crash);
  g_test_add_func ("/upr-info/published-table-loses-no-row", test_published_table_loses_no_row);
  g_test_add_func ("/upr-info/published-table-reads-the-same-in-other-encodings",
                   test_published_table_reads_the_same_in_other_encodings);

  return g_test_run ();
}
