/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-encoding.h"

#include <string.h>

/* A text as bytes of an encoding, made with the program's own tables: what has no
 * byte there fails the test. */
static GString *
encode (const char *text,
        const char *id)
{
  const gunichar *upper_half = nazar_encoding_get_upper_half (id);
  GString *bytes = g_string_new (NULL);

  g_assert_nonnull (upper_half);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      guint i = 0;

      if (character < 128)
        {
          g_string_append_c (bytes, character);
          continue;
        }
      while (i < 128 && upper_half[i] != character)
        i++;
      g_assert_cmpuint (i, <, 128);
      g_string_append_c (bytes, i + 128);
    }
  return bytes;
}

static GString *
encode_utf16 (const char *text,
              gboolean    big_endian,
              gboolean    with_mark)
{
  GString *bytes = g_string_new (NULL);
  g_autofree gunichar2 *units = NULL;
  glong n;

  units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  g_assert_nonnull (units);
  for (glong i = with_mark ? -1 : 0; i < n; i++)
    {
      gunichar2 unit = i < 0 ? 0xfeff : units[i];
      gunichar2 placed = big_endian ? GUINT16_TO_BE (unit) : GUINT16_TO_LE (unit);

      g_string_append_len (bytes, (const char *) &placed, 2);
    }
  return bytes;
}

/* The text is guessed to be in @id and reads as it was written. */
static void
assert_reads (const GString *bytes,
              const char    *id,
              const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *decoded = NULL;
  gsize length;
  gsize n_replaced;

  g_assert_cmpint (nazar_encoding_get_content_kind (bytes->str, bytes->len), ==, NAZAR_CONTENT_TEXT);
  g_assert_cmpstr (nazar_encoding_guess (bytes->str, bytes->len), ==, id);
  decoded = nazar_encoding_decode (bytes->str, bytes->len, id, &length, &n_replaced, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, text);
  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_cmpuint (n_replaced, ==, 0);
}

static void
assert_guessed (const char *text,
                const char *id)
{
  g_autoptr (GString) bytes = encode (text, id);

  assert_reads (bytes, id, text);
}

static void
test_recognises_unicode (void)
{
  const char *text = "Text,Place\nThe “blue” register,Ысык-Көл\n𝄞,Chüy\n";
  const char *cyrillic = "Текст,Жер\nЭшиктер ачык болсун,Нарын\n";
  g_autoptr (GString) plain = g_string_new (text);
  g_autoptr (GString) marked = g_string_new ("\xef\xbb\xbf");

  g_string_append (marked, text);
  assert_reads (plain, "utf-8", text);
  assert_reads (marked, "utf-8", text);

  for (guint i = 0; i < 4; i++)
    {
      gboolean big_endian = i & 1;
      g_autoptr (GString) bytes = encode_utf16 (text, big_endian, i & 2);
      g_autoptr (GString) cyrillic_bytes = encode_utf16 (cyrillic, big_endian, i & 2);

      assert_reads (bytes, big_endian ? "utf-16be" : "utf-16le", text);
      assert_reads (cyrillic_bytes, big_endian ? "utf-16be" : "utf-16le", cyrillic);
    }
}

static void
test_ascii_is_utf8 (void)
{
  g_assert_cmpstr (nazar_encoding_guess ("plain words\r\n", 13), ==, "utf-8");
  g_assert_cmpstr (nazar_encoding_guess (NULL, 0), ==, "utf-8");
}

static void
test_stray_byte_leaves_utf8 (void)
{
  const char *text = "Көп эшик, көп терезе, көп жарык\xff";
  g_autofree char *decoded = NULL;
  gsize n_replaced;

  g_assert_cmpstr (nazar_encoding_guess (text, strlen (text)), ==, "utf-8");
  decoded = nazar_encoding_decode (text, strlen (text), "utf-8", NULL, &n_replaced, NULL);
  g_assert_cmpstr (decoded, ==, "Көп эшик, көп терезе, көп жарык\xef\xbf\xbd");
  g_assert_cmpuint (n_replaced, ==, 1);
}

static void
test_tells_mac_roman_from_windows (void)
{
  static const char *const texts[] = {
    "Ask Madame Benoîte for the key\r",
    "the neighbours’ lamps,women’s ward\r",
    "open “every” door\r",
    "rooms 11–19 — all of them\r",
    "a café, two keys\r",
    "São Tomé,Réunion,Curaçao\r",
    "l’État répond à la lettre\r",
    "ÉTAT CIVIL,GONZÁLEZ\r",
    "El niño del pañuelo está aquí\r",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *windows = g_strdelimit (g_strdup (texts[i]), "\r", '\n');

      assert_guessed (texts[i], "mac-roman");
      assert_guessed (windows, "windows-1252");
    }
}

/* Line ends are a hint only: words decide. */
static void
test_words_outweigh_line_ends (void)
{
  assert_guessed ("Madame Benoîte,the women’s ward\n“Open” it\n", "mac-roman");
  assert_guessed ("Madame Benoîte,the women’s ward\r“Open” it\r", "windows-1252");
}

static void
test_recognises_cyrillic (void)
{
  static const char *const ids[] = { "windows-1251", "koi8-r", "cp866", "mac-cyrillic" };
  const char *text = "Открыть журнал посещений каждой колонии и отвечать на письма в срок.\n"
                     "Чинить лампы, ставить скамьи, давать воду.\n";

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_guessed (text, ids[i]);

  assert_guessed ("Keep the register (журнал) of every visit\n", "windows-1251");
  assert_guessed ("Кыргызстан,Noted\n", "windows-1251");
}

static void
test_unknown_bytes_are_counted (void)
{
  g_autofree char *windows = NULL;
  g_autofree char *utf16 = NULL;
  gsize n_replaced;
  gsize length;

  windows = nazar_encoding_decode ("a\x81" "b\0c", 5, "windows-1252", &length, &n_replaced, NULL);
  g_assert_cmpstr (windows, ==, "a\xef\xbf\xbd" "b\xef\xbf\xbd" "c");
  g_assert_cmpuint (length, ==, 9);
  g_assert_cmpuint (n_replaced, ==, 2);

  /* A NUL, half a pair and half a unit. */
  utf16 = nazar_encoding_decode ("a\0\0\0\x00\xd8" "b\0c", 9, "utf-16le", &length, &n_replaced, NULL);
  g_assert_cmpstr (utf16, ==, "a\xef\xbf\xbd\xef\xbf\xbd" "b\xef\xbf\xbd");
  g_assert_cmpuint (n_replaced, ==, 3);
}

static void
test_unknown_encoding_is_an_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nazar_encoding_decode ("a", 1, "klingon", NULL, NULL, &error));
  g_assert_error (error, NAZAR_ENCODING_ERROR, NAZAR_ENCODING_ERROR_UNKNOWN);
}

static void
test_every_listed_encoding_reads (void)
{
  guint n;
  const NazarEncoding *encodings = nazar_encoding_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *decoded = NULL;

      decoded = nazar_encoding_decode ("a\xc0", 2, encodings[i].id, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_utf8_validate (decoded, -1, NULL));
      g_assert_cmpstr (nazar_encoding_get_label (encodings[i].id), !=, encodings[i].id);
    }
}

static void
assert_kind (const char      *bytes,
             gsize            len,
             NazarContentKind kind)
{
  g_assert_cmpint (nazar_encoding_get_content_kind (bytes, len), ==, kind);
  g_assert_cmpint (nazar_encoding_is_binary (bytes, len), ==,
                   kind != NAZAR_CONTENT_TEXT && kind != NAZAR_CONTENT_EMPTY);
}

static void
test_recognises_binary_files (void)
{
  g_autoptr (GString) noise = g_string_new (NULL);
  g_autoptr (GString) late = g_string_new (NULL);

  assert_kind ("%PDF-1.7\n", 9, NAZAR_CONTENT_PDF);
  assert_kind ("\n\n%PDF-1.7\n\1\2\3\4", 15, NAZAR_CONTENT_PDF);
  assert_kind ("PK\3\4....", 8, NAZAR_CONTENT_ZIP);
  assert_kind ("SQLite format 3\0....", 20, NAZAR_CONTENT_SQLITE);
  assert_kind ("\x89PNG\r\n\x1a\n....", 12, NAZAR_CONTENT_OTHER_BINARY);
  assert_kind ("\x7f" "ELF....", 8, NAZAR_CONTENT_OTHER_BINARY);

  for (guint i = 0; i < 1000; i++)
    g_string_append_c (noise, (i * 7919) >> 3);
  assert_kind (noise->str, noise->len, NAZAR_CONTENT_OTHER_BINARY);

  /* Words at the beginning do not make it text. */
  for (guint i = 0; i < 20000; i++)
    g_string_append (late, "plain words\n");
  for (guint i = 0; i < 200; i++)
    g_string_append_len (late, noise->str, noise->len);
  assert_kind (late->str, late->len, NAZAR_CONTENT_OTHER_BINARY);
}

static void
test_recognises_empty_files (void)
{
  assert_kind (NULL, 0, NAZAR_CONTENT_EMPTY);
  assert_kind ("\xef\xbb\xbf", 3, NAZAR_CONTENT_EMPTY);
  assert_kind ("\xff\xfe", 2, NAZAR_CONTENT_EMPTY);
  assert_kind (" \r\n\t\n", 5, NAZAR_CONTENT_EMPTY);
}

static void
test_text_about_pdf_is_text (void)
{
  const char *text = "A file that begins with %PDF- is a PDF\f\nnext page\x1a";

  assert_kind (text, strlen (text), NAZAR_CONTENT_TEXT);
}

static void
test_any_bytes_decode_to_utf8 (void)
{
  guint n;
  const NazarEncoding *encodings = nazar_encoding_list (&n);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      guint len = g_test_rand_int_range (0, 300);

      for (guint i = 0; i < len; i++)
        g_string_append_c (bytes, g_test_rand_int_range (0, 256));

      g_assert_nonnull (nazar_encoding_guess (bytes->str, bytes->len));
      nazar_encoding_get_content_kind (bytes->str, bytes->len);
      for (guint i = 0; i < n; i++)
        {
          gsize length;
          g_autofree char *decoded = nazar_encoding_decode (bytes->str, bytes->len, encodings[i].id, &length, NULL, NULL);

          g_assert_true (g_utf8_validate_len (decoded, length, NULL));
        }
    }
}

static void
test_published_table_is_mac_roman (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data",
                                                 "upr-info-sessions-1-5.csv", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize len;

  if (!g_file_get_contents (path, &bytes, &len, NULL))
    {
      g_test_skip ("the shared sample is not here");
      return;
    }

  g_assert_cmpstr (nazar_encoding_guess (bytes, len), ==, "mac-roman");
  text = nazar_encoding_decode (bytes, len, "mac-roman", NULL, NULL, NULL);
  g_assert_nonnull (strstr (text, "Mr. Hissène Habré"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/recognises-unicode-with-and-without-mark", test_recognises_unicode);
  g_test_add_func ("/encoding/ascii-is-utf8", test_ascii_is_utf8);
  g_test_add_func ("/encoding/stray-byte-leaves-utf8", test_stray_byte_leaves_utf8);
  g_test_add_func ("/encoding/tells-mac-roman-from-windows", test_tells_mac_roman_from_windows);
  g_test_add_func ("/encoding/words-outweigh-line-ends", test_words_outweigh_line_ends);
  g_test_add_func ("/encoding/recognises-cyrillic", test_recognises_cyrillic);
  g_test_add_func ("/encoding/unknown-bytes-are-counted", test_unknown_bytes_are_counted);
  g_test_add_func ("/encoding/unknown-encoding-is-an-error", test_unknown_encoding_is_an_error);
  g_test_add_func ("/encoding/every-listed-encoding-reads", test_every_listed_encoding_reads);
  g_test_add_func ("/encoding/recognises-binary-files", test_recognises_binary_files);
  g_test_add_func ("/encoding/recognises-empty-files", test_recognises_empty_files);
  g_test_add_func ("/encoding/text-about-pdf-is-text", test_text_about_pdf_is_text);
  g_test_add_func ("/encoding/any-bytes-decode-to-utf8", test_any_bytes_decode_to_utf8);
  g_test_add_func ("/encoding/published-table-is-mac-roman", test_published_table_is_mac_roman);

  return g_test_run ();
}
