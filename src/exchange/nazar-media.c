/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-media-private.h"

#include "nazar-encoding.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (nazar-media-error-quark, nazar_media_error)

/* What a file is, told by its bytes, and whether it is small enough. */

/* Other kinds of file are recognised by their first bytes, too. */
#define SNIFF_BYTES (64 * 1024)

static gboolean
starts_with (const guint8 *data,
             gsize         size,
             gsize         offset,
             const char   *magic,
             gsize         length)
{
  return size >= offset + length && memcmp (data + offset, magic, length) == 0;
}

static gboolean
is_heif (const guint8 *data,
         gsize         size)
{
  static const char *const brands[] = { "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" };

  for (guint i = 0; starts_with (data, size, 4, "ftyp", 4) && i < G_N_ELEMENTS (brands); i++)
    if (starts_with (data, size, 8, brands[i], 4))
      return TRUE;
  return FALSE;
}

static gboolean
is_bmp (const guint8 *data,
        gsize         size)
{
  /* "BM" alone may begin a text. */
  return starts_with (data, size, 0, "BM", 2) && size >= 30 && data[6] == 0 && data[7] == 0 && data[8] == 0 &&
         data[9] == 0 && (nazar_media_le32 (data + 14) == 12 || nazar_media_le32 (data + 14) >= 40);
}

/**
 * nazar_media_picture_format:
 * @data: the content of a file
 * @size: its bytes
 *
 * Returns: which kind of picture it is by its first bytes
 */
NazarPictureFormat
nazar_media_picture_format (const guint8 *data,
                            gsize         size)
{
  if (starts_with (data, size, 0, "\xFF\xD8\xFF", 3))
    return NAZAR_PICTURE_JPEG;
  if (starts_with (data, size, 0, "\x89PNG\r\n\x1A\n", 8))
    return NAZAR_PICTURE_PNG;
  if (starts_with (data, size, 0, "GIF87a", 6) || starts_with (data, size, 0, "GIF89a", 6))
    return NAZAR_PICTURE_GIF;
  if (starts_with (data, size, 0, "RIFF", 4) && starts_with (data, size, 8, "WEBP", 4))
    return NAZAR_PICTURE_WEBP;
  /* Canon's raw pictures begin as TIFF. */
  if (starts_with (data, size, 0, "II*\0", 4) && starts_with (data, size, 8, "CR", 2))
    return NAZAR_PICTURE_OTHER;
  if (starts_with (data, size, 0, "II*\0", 4) || starts_with (data, size, 0, "MM\0*", 4))
    return NAZAR_PICTURE_TIFF;
  if (is_heif (data, size))
    return NAZAR_PICTURE_HEIF;
  if (is_bmp (data, size))
    return NAZAR_PICTURE_BMP;
  return NAZAR_PICTURE_NONE;
}

static const char *
own_type (const guint8 *data,
          gsize         size)
{
  switch (nazar_media_picture_format (data, size))
    {
    case NAZAR_PICTURE_JPEG:
      return "image/jpeg";
    case NAZAR_PICTURE_PNG:
      return "image/png";
    case NAZAR_PICTURE_GIF:
      return "image/gif";
    case NAZAR_PICTURE_WEBP:
      return "image/webp";
    case NAZAR_PICTURE_TIFF:
      return "image/tiff";
    case NAZAR_PICTURE_BMP:
      return "image/bmp";
    case NAZAR_PICTURE_HEIF:
      return starts_with (data, size, 8, "avi", 3) ? "image/avif" : "image/heif";
    case NAZAR_PICTURE_OTHER:
      return "image/x-canon-cr2";
    case NAZAR_PICTURE_NONE:
    default:
      return nazar_encoding_get_content_kind ((const char *) data, size) == NAZAR_CONTENT_PDF ? "application/pdf" : NULL;
    }
}

/**
 * nazar_media_guess_type:
 * @bytes: the content of a file
 * @name: (nullable): its name
 *
 * Recognises a file by its bytes. Its name only tells among kinds that are the same
 * by their bytes: a Word file is an archive, a table is a text.
 *
 * Returns: (transfer full): the media type; "application/octet-stream" where the bytes
 *   tell nothing
 */
char *
nazar_media_guess_type (GBytes     *bytes,
                        const char *name)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *own = own_type (data, size);
  g_autofree char *by_bytes = NULL, *by_name = NULL;
  gboolean is_text;

  if (own != NULL && strcmp (own, "image/tiff") != 0)
    return g_strdup (own);

  is_text = nazar_encoding_get_content_kind ((const char *) data, size) <= NAZAR_CONTENT_TEXT;
  by_bytes = own != NULL ? g_strdup (own) : g_content_type_guess (NULL, data, MIN (size, SNIFF_BYTES), NULL);
  if (is_text != g_content_type_is_a (by_bytes, "text/plain"))
    {
      g_free (by_bytes);
      by_bytes = g_strdup (is_text ? "text/plain" : "application/octet-stream");
    }

  /* Everything is a kind of "application/octet-stream", but no name says which. */
  by_name = name != NULL ? g_content_type_guess (name, NULL, 0, NULL) : NULL;
  if (by_name != NULL && strcmp (by_bytes, "application/octet-stream") != 0 && g_content_type_is_a (by_name, by_bytes))
    return g_steal_pointer (&by_name);
  return g_steal_pointer (&by_bytes);
}

/**
 * nazar_media_kind:
 * @media_type: (nullable): a media type
 *
 * Returns: how such a file can be looked at
 */
NazarMediaKind
nazar_media_kind (const char *media_type)
{
  static const char *const pictures[] = { "image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff", "image/bmp", NULL };

  if (media_type == NULL)
    return NAZAR_MEDIA_OTHER;
  if (g_strv_contains (pictures, media_type))
    return NAZAR_MEDIA_PICTURE;
  if (strcmp (media_type, "application/pdf") == 0)
    return NAZAR_MEDIA_PDF;
  if (g_str_has_prefix (media_type, "text/") || g_content_type_is_a (media_type, "text/plain"))
    return NAZAR_MEDIA_TEXT;
  return NAZAR_MEDIA_OTHER;
}

/* ---- how large a picture is -------------------------------------------------------- */

/* The first frame header; what stands before it is skipped by its length. */
static gboolean
jpeg_size (const guint8 *data,
           gsize         size,
           guint64      *width,
           guint64      *height)
{
  gsize at = 2;

  while (at + 4 <= size && data[at] == 0xFF)
    {
      guint8 marker = data[at + 1];
      gboolean is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;

      if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
        {
          at += marker == 0xFF ? 1 : 2;
          continue;
        }
      if (is_frame && at + 9 <= size)
        {
          *height = nazar_media_be16 (data + at + 5);
          *width = nazar_media_be16 (data + at + 7);
          return TRUE;
        }
      if (is_frame || marker == 0xDA || marker == 0xD9)
        return FALSE;
      at += 2 + nazar_media_be16 (data + at + 2);
    }

  return FALSE;
}

static gboolean
png_size (const guint8 *data,
          gsize         size,
          guint64      *width,
          guint64      *height)
{
  if (!starts_with (data, size, 12, "IHDR", 4) || size < 24)
    return FALSE;

  *width = nazar_media_be32 (data + 16);
  *height = nazar_media_be32 (data + 20);
  return TRUE;
}

static gboolean
webp_size (const guint8 *data,
           gsize         size,
           guint64      *width,
           guint64      *height)
{
  if (size < 30)
    return FALSE;

  if (starts_with (data, size, 12, "VP8X", 4))
    {
      *width = (guint64) nazar_media_le24 (data + 24) + 1;
      *height = (guint64) nazar_media_le24 (data + 27) + 1;
      return TRUE;
    }
  if (starts_with (data, size, 12, "VP8L", 4) && data[20] == 0x2F)
    {
      guint32 bits = nazar_media_le32 (data + 21);

      *width = (bits & 0x3FFF) + 1;
      *height = (bits >> 14 & 0x3FFF) + 1;
      return TRUE;
    }
  if (starts_with (data, size, 12, "VP8 ", 4) && starts_with (data, size, 23, "\x9D\x01\x2A", 3))
    {
      *width = nazar_media_le16 (data + 26) & 0x3FFF;
      *height = nazar_media_le16 (data + 28) & 0x3FFF;
      return TRUE;
    }
  return FALSE;
}

static gboolean
bmp_size (const guint8 *data,
          gsize         size,
          guint64      *width,
          guint64      *height)
{
  if (nazar_media_le32 (data + 14) == 12)
    {
      *width = nazar_media_le16 (data + 18);
      *height = nazar_media_le16 (data + 20);
      return TRUE;
    }

  /* A height below 0 is that of a picture which begins at the top. */
  *width = ABS ((gint64) (gint32) nazar_media_le32 (data + 18));
  *height = ABS ((gint64) (gint32) nazar_media_le32 (data + 22));
  return TRUE;
}

/**
 * nazar_media_get_dimensions:
 * @bytes: the content of a file
 * @width: (out): the width in pixels
 * @height: (out): the height in pixels
 *
 * Reads from the head of a picture how large it says it is, so that this is known
 * before anything decodes it.
 *
 * Returns: %FALSE where it is no picture of the kinds %NAZAR_MEDIA_PICTURE, or a
 *   damaged one, and then should not be decoded
 */
gboolean
nazar_media_get_dimensions (GBytes  *bytes,
                            guint64 *width,
                            guint64 *height)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *width = *height = 0;
  switch (nazar_media_picture_format (data, size))
    {
    case NAZAR_PICTURE_JPEG:
      return jpeg_size (data, size, width, height);
    case NAZAR_PICTURE_PNG:
      return png_size (data, size, width, height);
    case NAZAR_PICTURE_GIF:
      if (size < 10)
        return FALSE;
      *width = nazar_media_le16 (data + 6);
      *height = nazar_media_le16 (data + 8);
      return TRUE;
    case NAZAR_PICTURE_WEBP:
      return webp_size (data, size, width, height);
    case NAZAR_PICTURE_TIFF:
      return nazar_media_tiff_size (data, size, width, height);
    case NAZAR_PICTURE_BMP:
      return bmp_size (data, size, width, height);
    case NAZAR_PICTURE_NONE:
    case NAZAR_PICTURE_HEIF:
    case NAZAR_PICTURE_OTHER:
    default:
      return FALSE;
    }
}

/**
 * nazar_media_check_length:
 * @length: bytes of a file
 * @error: return location for a #NazarMediaError
 *
 * Returns: %FALSE where there are none or too many
 */
gboolean
nazar_media_check_length (guint64  length,
                          GError **error)
{
  if (length == 0)
    {
      g_set_error_literal (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_EMPTY, _("The file is empty."));
      return FALSE;
    }
  if (length > NAZAR_MEDIA_MAX_BYTES)
    {
      g_set_error_literal (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TOO_LARGE,
                           _("The file is larger than 100 MiB, and nothing larger can be attached."));
      return FALSE;
    }

  return TRUE;
}

/**
 * nazar_media_check_limits:
 * @bytes: the content of a file
 * @error: return location for a #NazarMediaError
 *
 * Returns: %FALSE where it is empty or too large to be attached
 */
gboolean
nazar_media_check_limits (GBytes  *bytes,
                          GError **error)
{
  guint64 width, height;

  if (!nazar_media_check_length (g_bytes_get_size (bytes), error))
    return FALSE;
  if (!nazar_media_get_dimensions (bytes, &width, &height) || height == 0 || width <= NAZAR_MEDIA_MAX_PIXELS / height)
    return TRUE;

  {
    g_autofree char *wide = nazar_number_format (width, nazar_language_current ());
    g_autofree char *high = nazar_number_format (height, nazar_language_current ());

    g_set_error (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TOO_LARGE,
                 /* Translators: width and height of a picture in pixels. */
                 _("The picture has %s × %s pixels. More than 200 million cannot be attached: make it smaller first."), wide, high);
  }
  return FALSE;
}
