/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>

/* How a text's bytes become UTF-8, and how text is told from anything else.
 * Which encoding it is, is guessed in nazar-encoding-guess.c.
 *
 * Single-byte encodings are read from ICU, which carries its own tables: iconv
 * takes them from modules that a small system need not have. */

#define REPLACEMENT "\xef\xbf\xbd"
#define SAMPLE_SIZE 65536
#define UTF16_SAMPLE_SIZE 4096

typedef enum
{
  FORM_UTF8,
  FORM_UTF16LE,
  FORM_UTF16BE,
  FORM_SINGLE_BYTE
} Form;

/* What nazar_encoding_list() does not show: how the encoding of the same index is read. */
typedef struct
{
  Form form;
  const char *icu_name;
} Reading;

static const NazarEncoding encodings[] = {
  { "utf-8", N_ ("Unicode (UTF-8)") },
  { "utf-16le", N_ ("Unicode (UTF-16, little-endian)") },
  { "utf-16be", N_ ("Unicode (UTF-16, big-endian)") },
  { "windows-1251", N_ ("Cyrillic (Windows-1251)") },
  { "windows-1252", N_ ("Western (Windows-1252)") },
  { "mac-roman", N_ ("Western (Mac Roman)") },
  { "mac-cyrillic", N_ ("Cyrillic (Mac)") },
  { "koi8-r", N_ ("Cyrillic (KOI8-R)") },
  { "cp866", N_ ("Cyrillic (DOS, CP866)") },
};

static const Reading readings[] = {
  { FORM_UTF8, NULL },
  { FORM_UTF16LE, NULL },
  { FORM_UTF16BE, NULL },
  { FORM_SINGLE_BYTE, "windows-1251" },
  { FORM_SINGLE_BYTE, "windows-1252" },
  { FORM_SINGLE_BYTE, "macintosh" },
  { FORM_SINGLE_BYTE, "x-mac-cyrillic" },
  { FORM_SINGLE_BYTE, "KOI8-R" },
  { FORM_SINGLE_BYTE, "IBM866" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (encodings) == G_N_ELEMENTS (readings));

typedef gunichar UpperHalf[128];

static UpperHalf upper_halves[G_N_ELEMENTS (encodings)];
static gboolean upper_half_is_known[G_N_ELEMENTS (encodings)];

/* The first bytes of files that are no text. The offset is always 0. */
static const struct
{
  const char *bytes;
  gsize len;
  NazarContentKind kind;
} signatures[] = {
  { "%PDF-", 5, NAZAR_CONTENT_PDF },
  { "PK\3\4", 4, NAZAR_CONTENT_ZIP },
  { "PK\5\6", 4, NAZAR_CONTENT_ZIP },
  { "PK\7\10", 4, NAZAR_CONTENT_ZIP },
  { "SQLite format 3\0", 16, NAZAR_CONTENT_SQLITE },
  { "\x89PNG\r\n\x1a\n", 8, NAZAR_CONTENT_OTHER_BINARY },
  { "\xff\xd8\xff", 3, NAZAR_CONTENT_OTHER_BINARY },
  { "\x7f" "ELF", 4, NAZAR_CONTENT_OTHER_BINARY },
  { "\x1f\x8b\x08", 3, NAZAR_CONTENT_OTHER_BINARY },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, NAZAR_CONTENT_OTHER_BINARY },
  { "\xfd" "7zXZ\0", 6, NAZAR_CONTENT_OTHER_BINARY },
  { "7z\xbc\xaf\x27\x1c", 6, NAZAR_CONTENT_OTHER_BINARY },
  { "Rar!\x1a\x07", 6, NAZAR_CONTENT_OTHER_BINARY },
  { "GIF87a", 6, NAZAR_CONTENT_OTHER_BINARY },
  { "GIF89a", 6, NAZAR_CONTENT_OTHER_BINARY },
};

G_DEFINE_QUARK (nazar-encoding-error-quark, nazar_encoding_error)

static int
find_encoding (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (g_ascii_strcasecmp (encodings[i].id, id) == 0)
        return i;
    }
  return -1;
}

/* The characters of the bytes 0x80 to 0xff; 0 where a byte has none. ICU gives
 * control characters for the holes of the Windows encodings. */
static gboolean
load_upper_half (UpperHalf   half,
                 const char *icu_name)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (icu_name, &status);

  if (U_FAILURE (status))
    return FALSE;

  for (guint i = 0; i < 128; i++)
    {
      char byte = (char) (i + 128);
      UChar out[2] = { 0, 0 };
      int n;

      status = U_ZERO_ERROR;
      n = ucnv_toUChars (converter, out, G_N_ELEMENTS (out), &byte, 1, &status);
      if (U_FAILURE (status) || n != 1 || out[0] == 0xfffd || g_unichar_iscntrl (out[0]))
        half[i] = 0;
      else
        half[i] = out[0];
    }

  ucnv_close (converter);
  return TRUE;
}

static void
load_upper_halves (void)
{
  static gsize loaded = 0;

  if (!g_once_init_enter (&loaded))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (readings[i].form == FORM_SINGLE_BYTE)
        upper_half_is_known[i] = load_upper_half (upper_halves[i], readings[i].icu_name);
    }

  g_once_init_leave (&loaded, 1);
}

/* Whether the bytes open with @mark, a byte order mark in one of its three forms. */
static gboolean
has_mark (const char *bytes,
          gsize       len,
          const char *mark)
{
  gsize mark_len = strlen (mark);

  return len >= mark_len && memcmp (bytes, mark, mark_len) == 0;
}

static char *
decode_utf8 (const char *bytes,
             gsize       len,
             gsize      *length,
             gsize      *n_replaced)
{
  GString *text;
  const char *at;
  const char *end;

  if (has_mark (bytes, len, "\xef\xbb\xbf"))
    {
      bytes += 3;
      len -= 3;
    }

  text = g_string_sized_new (len);
  at = bytes;
  end = bytes + len;
  while (at < end)
    {
      const char *invalid;

      g_utf8_validate_len (at, end - at, &invalid);
      g_string_append_len (text, at, invalid - at);
      at = invalid;
      if (at < end)
        {
          g_string_append (text, REPLACEMENT);
          (*n_replaced)++;
          at++;
        }
    }

  *length = text->len;
  return g_string_free (text, FALSE);
}

static gunichar
read_unit (const guchar *at,
           gboolean      big_endian)
{
  return big_endian ? (gunichar) (at[0] << 8 | at[1]) : (gunichar) (at[1] << 8 | at[0]);
}

/* Reads one character of UTF-16; 0 where there is none (half a pair, a NUL). */
static gunichar
read_utf16 (const guchar *at,
            gsize         left,
            gboolean      big_endian,
            gsize        *n_bytes)
{
  gunichar unit;

  *n_bytes = MIN (left, 2);
  if (left < 2)
    return 0;

  unit = read_unit (at, big_endian);
  if (unit >= 0xd800 && unit < 0xdc00 && left >= 4)
    {
      gunichar second = read_unit (at + 2, big_endian);

      if (second >= 0xdc00 && second < 0xe000)
        {
          *n_bytes = 4;
          return 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
        }
    }

  return unit >= 0xd800 && unit < 0xe000 ? 0 : unit;
}

static char *
decode_utf16 (const char *bytes,
              gsize       len,
              gboolean    big_endian,
              gsize      *length,
              gsize      *n_replaced)
{
  const guchar *at = (const guchar *) bytes;
  GString *text;

  if (has_mark (bytes, len, big_endian ? "\xfe\xff" : "\xff\xfe"))
    {
      at += 2;
      len -= 2;
    }

  text = g_string_sized_new (len);
  while (len > 0)
    {
      gsize n_bytes;
      gunichar character = read_utf16 (at, len, big_endian, &n_bytes);

      if (character != 0)
        {
          g_string_append_unichar (text, character);
        }
      else
        {
          g_string_append (text, REPLACEMENT);
          (*n_replaced)++;
        }
      at += n_bytes;
      len -= n_bytes;
    }

  *length = text->len;
  return g_string_free (text, FALSE);
}

/* Two passes, so that a large file is never held in a buffer twice its size. */
static char *
decode_single_bytes (const char     *bytes,
                     gsize           len,
                     const gunichar *upper_half,
                     gsize          *length,
                     gsize          *n_replaced)
{
  char sequences[256][4];
  guchar widths[256];
  gsize total = 0;
  char *text;
  char *out;

  for (guint i = 0; i < 256; i++)
    {
      gunichar character = i < 128 ? i : upper_half[i - 128];

      widths[i] = g_unichar_to_utf8 (character != 0 ? character : 0xfffd, sequences[i]);
    }

  for (gsize i = 0; i < len; i++)
    total += widths[(guchar) bytes[i]];

  text = g_malloc (total + 1);
  out = text;
  for (gsize i = 0; i < len; i++)
    {
      guchar byte = bytes[i];

      memcpy (out, sequences[byte], widths[byte]);
      out += widths[byte];
      if (byte == 0 || (byte >= 128 && upper_half[byte - 128] == 0))
        (*n_replaced)++;
    }
  *out = '\0';

  *length = total;
  return text;
}

/* Whether a sample holds more control characters than a text does. Line ends,
 * tabs, page breaks and the end mark of DOS files are no sign of a binary file. */
static gboolean
has_binary_controls (const char *bytes,
                     gsize       len)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < len; i++)
    {
      guchar byte = bytes[i];

      if ((byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1a) || byte == 0x7f)
        n_controls++;
    }

  return n_controls >= 2 && n_controls * 100 > len;
}

/* The start, the middle and the end of the bytes: many formats open with plain words. */
static gboolean
is_binary_anywhere (const char *bytes,
                    gsize       len)
{
  gsize middle;

  if (len <= 3 * SAMPLE_SIZE)
    return has_binary_controls (bytes, len);

  middle = len / 2 - SAMPLE_SIZE / 2;
  return has_binary_controls (bytes, SAMPLE_SIZE)
         || has_binary_controls (bytes + middle, SAMPLE_SIZE)
         || has_binary_controls (bytes + len - SAMPLE_SIZE, SAMPLE_SIZE);
}

static gboolean
is_blank (const char *bytes,
          gsize       len)
{
  if (has_mark (bytes, len, "\xef\xbb\xbf"))
    {
      bytes += 3;
      len -= 3;
    }
  else if (has_mark (bytes, len, "\xff\xfe") || has_mark (bytes, len, "\xfe\xff"))
    {
      return len == 2;
    }

  for (gsize i = 0; i < len; i++)
    {
      if (!g_ascii_isspace (bytes[i]))
        return FALSE;
    }
  return TRUE;
}

/* A character that the languages of the program's texts are made of. */
static gboolean
is_expected_in_utf16 (gunichar character)
{
  return (character >= 0x20 && character < 0x530 && !(character >= 0x7f && character < 0xa0))
         || (character >= '\t' && character <= '\r')
         || (character >= 0x2000 && character < 0x2150)
         || character == 0xfeff;
}

/* UTF-16 without a mark: zero bytes stand on one side of the pairs only, and
 * what the pairs say is text. */
static gboolean
looks_like_utf16 (const char *bytes,
                  gsize       len,
                  gboolean    big_endian)
{
  gsize n_pairs = MIN (len, UTF16_SAMPLE_SIZE) / 2;
  gsize n_zeros = 0;
  gsize n_wrong_zeros = 0;
  gsize n_expected = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      const guchar *pair = (const guchar *) bytes + 2 * i;

      if (pair[big_endian ? 0 : 1] == 0)
        n_zeros++;
      if (pair[big_endian ? 1 : 0] == 0)
        n_wrong_zeros++;
      if (is_expected_in_utf16 (read_unit (pair, big_endian)))
        n_expected++;
    }

  return n_zeros > n_pairs / 20 && n_wrong_zeros * 20 <= n_zeros && n_expected * 20 >= n_pairs * 19;
}

/**
 * nazar_encoding_list:
 * @n_encodings: (out): their number
 *
 * Returns: (transfer none): the encodings that can be read, in the order of a menu
 */
const NazarEncoding *
nazar_encoding_list (guint *n_encodings)
{
  g_return_val_if_fail (n_encodings != NULL, NULL);

  *n_encodings = G_N_ELEMENTS (encodings);
  return encodings;
}

/**
 * nazar_encoding_get_label:
 * @id: an encoding's id
 *
 * Returns: (transfer none): its name in the user's language; @id itself when there is no such encoding
 */
const char *
nazar_encoding_get_label (const char *id)
{
  int found;

  g_return_val_if_fail (id != NULL, NULL);

  found = find_encoding (id);
  return found < 0 ? id : _(encodings[found].label);
}

/**
 * nazar_encoding_get_upper_half:
 * @id: an encoding's id
 *
 * Returns: (transfer none) (nullable): the 128 characters of the bytes 0x80 to 0xff, 0 where a byte
 *   stands for none; %NULL when @id is no single-byte encoding that can be read
 */
const gunichar *
nazar_encoding_get_upper_half (const char *id)
{
  int found;

  g_return_val_if_fail (id != NULL, NULL);

  load_upper_halves ();
  found = find_encoding (id);
  return found >= 0 && upper_half_is_known[found] ? upper_halves[found] : NULL;
}

/**
 * nazar_encoding_get_utf16:
 * @bytes: (array length=len): the content of a file
 * @len: its length in bytes
 *
 * Tells UTF-16 by its byte order mark, or without one by its zero bytes.
 *
 * Returns: (transfer none) (nullable): "utf-16le", "utf-16be", or %NULL for anything else
 */
const char *
nazar_encoding_get_utf16 (const char *bytes,
                          gsize       len)
{
  g_return_val_if_fail (bytes != NULL || len == 0, NULL);

  if (has_mark (bytes, len, "\xff\xfe") || looks_like_utf16 (bytes, len, FALSE))
    return "utf-16le";
  if (has_mark (bytes, len, "\xfe\xff") || looks_like_utf16 (bytes, len, TRUE))
    return "utf-16be";
  return NULL;
}

/**
 * nazar_encoding_get_content_kind:
 * @bytes: (array length=len): the content of a file
 * @len: its length in bytes
 *
 * Judges by the first bytes, by zero bytes and by control characters. A byte
 * that no encoding knows does not make a text binary.
 *
 * Returns: what the file is
 */
NazarContentKind
nazar_encoding_get_content_kind (const char *bytes,
                                 gsize       len)
{
  g_return_val_if_fail (bytes != NULL || len == 0, NAZAR_CONTENT_EMPTY);

  if (is_blank (bytes, len))
    return NAZAR_CONTENT_EMPTY;

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      if (len >= signatures[i].len && memcmp (bytes, signatures[i].bytes, signatures[i].len) == 0)
        return signatures[i].kind;
    }

  if (nazar_encoding_get_utf16 (bytes, len) != NULL || !is_binary_anywhere (bytes, len))
    return NAZAR_CONTENT_TEXT;

  /* Readers of PDF allow some bytes before its mark. */
  if (g_strstr_len (bytes, MIN (len, 1024), "%PDF-") != NULL)
    return NAZAR_CONTENT_PDF;
  return NAZAR_CONTENT_OTHER_BINARY;
}

/**
 * nazar_encoding_is_binary:
 * @bytes: (array length=len): the content of a file
 * @len: its length in bytes
 *
 * Returns: whether the file is neither text nor empty
 */
gboolean
nazar_encoding_is_binary (const char *bytes,
                          gsize       len)
{
  return nazar_encoding_get_content_kind (bytes, len) > NAZAR_CONTENT_TEXT;
}

/**
 * nazar_encoding_decode:
 * @bytes: (array length=len): a text in the encoding @id
 * @len: its length in bytes
 * @id: the encoding's id; capital letters do not matter
 * @length: (out) (optional): the length of the result in bytes
 * @n_replaced: (out) (optional): how many bytes had no character
 * @error: return location for a #GError
 *
 * Reads the text as UTF-8. What has no character in this encoding becomes
 * U+FFFD and is counted, as does the character NUL, so that the result holds
 * none. A byte order mark is left out.
 *
 * Returns: (transfer full): valid UTF-8, ended by a NUL; %NULL with
 *   %NAZAR_ENCODING_ERROR_UNKNOWN when there is no such encoding
 */
char *
nazar_encoding_decode (const char  *bytes,
                       gsize        len,
                       const char  *id,
                       gsize       *length,
                       gsize       *n_replaced,
                       GError     **error)
{
  const gunichar *upper_half;
  gsize text_length = 0;
  gsize n = 0;
  char *text;
  int found;

  g_return_val_if_fail (bytes != NULL || len == 0, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = find_encoding (id);
  upper_half = nazar_encoding_get_upper_half (id);
  if (found < 0 || (readings[found].form == FORM_SINGLE_BYTE && upper_half == NULL))
    {
      g_set_error (error, NAZAR_ENCODING_ERROR, NAZAR_ENCODING_ERROR_UNKNOWN,
                   /* Translators: %s is the name of a text encoding as typed, such as koi8-r. */
                   _("The encoding “%s” is not known."), id);
      return NULL;
    }

  if (readings[found].form == FORM_UTF8)
    text = decode_utf8 (bytes, len, &text_length, &n);
  else if (readings[found].form == FORM_SINGLE_BYTE)
    text = decode_single_bytes (bytes, len, upper_half, &text_length, &n);
  else
    text = decode_utf16 (bytes, len, readings[found].form == FORM_UTF16BE, &text_length, &n);

  if (length != NULL)
    *length = text_length;
  if (n_replaced != NULL)
    *n_replaced = n;
  return text;
}
