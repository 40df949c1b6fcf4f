/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-media-private.h"

#include <string.h>

/* Pictures written anew from the parts that show the picture: its pixels, their
 * colours, the moves of an animation. All else is left behind, known or not: a list
 * of what to remove would miss what the next camera writes. Pixels are copied as
 * they are, never decoded. The colour profile stays, for the colour of a bruise is
 * evidence; so does the orientation, which is written into Exif data of its own. */

/* The smallest Exif data: one entry, the orientation. */
static void
append_exif (GByteArray *out,
             guint       orientation)
{
  const guint8 tiff[] = {
    'M', 'M', 0, 42, 0, 0, 0, 8,
    0, 1,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (guint8) orientation, 0, 0,
    0, 0, 0, 0
  };

  g_byte_array_append (out, tiff, sizeof tiff);
}

#define EXIF_SIZE 26

static void
append_be (GByteArray *out,
           guint32     number,
           guint       n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    g_byte_array_append (out, &(guint8){ number >> (8 * i) & 0xFF }, 1);
}

/* Padding is nothing that somebody put there. */
static void
note_rest (const guint8   *data,
           gsize           size,
           gsize           at,
           NazarMediaRest *rest)
{
  for (; at < size; at++)
    if (data[at] != 0)
      {
        rest->what |= NAZAR_MEDIA_AFTER;
        return;
      }
}

/**
 * nazar_media_look_for_place:
 * @rest: what stands beside a picture
 * @packet: some data that may be XMP
 * @size: their number
 *
 * Notes whether it tells a place. A word is enough for that; the rest of XMP is a
 * language of its own.
 */
void
nazar_media_look_for_place (NazarMediaRest *rest,
                            const guint8   *packet,
                            gsize           size)
{
  if (g_strstr_len ((const char *) packet, MIN (size, G_MAXINT), "GPSLatitude") != NULL)
    rest->has_xmp_place = TRUE;
}

/**
 * nazar_media_note_xmp:
 * @rest: what stands beside a picture
 * @packet: XMP
 * @size: its bytes
 */
void
nazar_media_note_xmp (NazarMediaRest *rest,
                      const guint8   *packet,
                      gsize           size)
{
  rest->what |= NAZAR_MEDIA_MORE;
  nazar_media_look_for_place (rest, packet, size);
}

/* Some write the head that it has in JPEG elsewhere, too. */
static void
note_exif (NazarMediaRest *rest,
           const guint8   *content,
           gsize           length)
{
  gsize head = length >= 6 && memcmp (content, "Exif\0", 6) == 0 ? 6 : 0;

  rest->what |= NAZAR_MEDIA_EXIF;
  if (rest->exif != NULL)
    return;
  rest->exif = content + head;
  rest->exif_size = length - head;
}

/* ---- JPEG --------------------------------------------------------------------------- */

enum
{
  JPEG_TEM = 0x01,
  JPEG_SOF0 = 0xC0,
  JPEG_RST0 = 0xD0,
  JPEG_RST7 = 0xD7,
  JPEG_SOI = 0xD8,
  JPEG_EOI = 0xD9,
  JPEG_SOS = 0xDA,
  JPEG_EXP = 0xDF,
  JPEG_APP0 = 0xE0,
  JPEG_APP1 = 0xE1,
  JPEG_APP2 = 0xE2,
  JPEG_APP14 = 0xEE,
  JPEG_COM = 0xFE,
};

/* After a scan's header come its pixels, until a marker that is neither a stuffed
 * zero nor a restart. */
static gsize
find_scan_end (const guint8 *data,
               gsize         size,
               gsize         at)
{
  while (at + 1 < size)
    {
      const guint8 *next = memchr (data + at, 0xFF, size - 1 - at);

      if (next == NULL)
        return size;
      at = next - data;
      if (data[at + 1] != 0 && !(data[at + 1] >= JPEG_RST0 && data[at + 1] <= JPEG_RST7))
        return at;
      at += 2;
    }
  return size;
}

static void
append_segment (GByteArray   *out,
                guint8        marker,
                const guint8 *content,
                gsize         length)
{
  g_byte_array_append (out, (const guint8[]){ 0xFF, marker }, 2);
  append_be (out, length + 2, 2);
  g_byte_array_append (out, content, length);
}

/* What of an application's segment the picture needs. */
static gboolean
append_application (GByteArray   *out,
                    guint8        marker,
                    const guint8 *content,
                    gsize         length)
{
  if (marker == JPEG_APP0 && length >= 14 && memcmp (content, "JFIF", 5) == 0)
    {
      guint8 plain[14];

      /* Without the small picture that may follow. */
      memcpy (plain, content, 12);
      plain[12] = plain[13] = 0;
      append_segment (out, marker, plain, sizeof plain);
      return length == 14;
    }
  if (marker == JPEG_APP2 && length >= 14 && memcmp (content, "ICC_PROFILE", 12) == 0)
    {
      append_segment (out, marker, content, length);
      return TRUE;
    }
  if (marker == JPEG_APP14 && length >= 12 && memcmp (content, "Adobe", 5) == 0)
    {
      append_segment (out, marker, content, 12);
      return length == 12;
    }
  return FALSE;
}

static void
note_segment (guint8          marker,
              const guint8   *content,
              gsize           length,
              NazarMediaRest *rest)
{
  static const char xmp[] = "http://ns.adobe.com/xap/1.0/";

  if (marker == JPEG_COM)
    rest->what |= NAZAR_MEDIA_WORDS;
  else if (marker == JPEG_APP0)
    rest->what |= NAZAR_MEDIA_COPY;
  else if (marker == JPEG_APP1 && length > 6 && memcmp (content, "Exif\0", 6) == 0)
    note_exif (rest, content, length);
  else if (marker == JPEG_APP1 && length > sizeof xmp && memcmp (content, xmp, sizeof xmp) == 0)
    nazar_media_note_xmp (rest, content, length);
  else
    rest->what |= NAZAR_MEDIA_MORE;
}

static void
append_jpeg_exif (GByteArray *out,
                  guint       orientation)
{
  g_byte_array_append (out, (const guint8[]){ 0xFF, JPEG_APP1 }, 2);
  append_be (out, 2 + 6 + EXIF_SIZE, 2);
  g_byte_array_append (out, (const guint8 *) "Exif\0", 6);
  append_exif (out, orientation);
}

gboolean
nazar_media_strip_jpeg (const guint8   *data,
                        gsize           size,
                        guint           orientation,
                        GByteArray     *out,
                        NazarMediaRest *rest)
{
  gsize at = 2;
  gboolean has_scan = FALSE;

  g_byte_array_append (out, data, 2);
  if (orientation > 1)
    append_jpeg_exif (out, orientation);

  while (at + 2 <= size)
    {
      guint8 marker = data[at + 1];
      gsize length;

      if (data[at] != 0xFF)
        return FALSE;
      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      if (marker == JPEG_EOI)
        {
          g_byte_array_append (out, data + at, 2);
          note_rest (data, size, at + 2, rest);
          return has_scan;
        }
      if (marker == JPEG_TEM)
        {
          at += 2;
          continue;
        }
      if (at + 4 > size || marker < JPEG_SOF0 || (marker >= JPEG_RST0 && marker <= JPEG_SOI))
        return FALSE;

      length = nazar_media_be16 (data + at + 2);
      if (length < 2 || length > size - at - 2)
        return FALSE;
      if (marker <= JPEG_EXP)
        g_byte_array_append (out, data + at, 2 + length);
      else if (!append_application (out, marker, data + at + 4, length - 2))
        note_segment (marker, data + at + 4, length - 2, rest);
      at += 2 + length;

      if (marker == JPEG_SOS)
        {
          gsize end = find_scan_end (data, size, at);

          has_scan = TRUE;
          g_byte_array_append (out, data + at, end - at);
          at = end;
        }
    }

  /* Cut short inside its pixels; what there is can be looked at. */
  return has_scan && at >= size;
}

/* ---- PNG ------------------------------------------------------------------------------ */

static guint32
png_crc (const guint8 *data,
         gsize         size)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
  return ~crc;
}

static void
append_png_exif (GByteArray *out,
                 guint       orientation)
{
  gsize start;

  append_be (out, EXIF_SIZE, 4);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) "eXIf", 4);
  append_exif (out, orientation);
  append_be (out, png_crc (out->data + start, out->len - start), 4);
}

static void
note_png_chunk (const char     *name,
                const guint8   *content,
                gsize           length,
                NazarMediaRest *rest)
{
  static const char xmp[] = "XML:com.adobe.xmp";

  if (strcmp (name, "eXIf") == 0)
    note_exif (rest, content, length);
  else if (strcmp (name, "iTXt") == 0 && length > sizeof xmp && memcmp (content, xmp, sizeof xmp) == 0)
    nazar_media_note_xmp (rest, content, length);
  else
    rest->what |= strcmp (name + 1, "EXt") == 0 || strcmp (name + 1, "TXt") == 0 ? NAZAR_MEDIA_WORDS : NAZAR_MEDIA_MORE;
}

gboolean
nazar_media_strip_png (const guint8   *data,
                       gsize           size,
                       guint           orientation,
                       GByteArray     *out,
                       NazarMediaRest *rest)
{
  static const char *const kept[] = { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
                                      "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT", NULL };
  gsize at = 8;

  g_byte_array_append (out, data, 8);
  while (at + 12 <= size)
    {
      char name[5] = { 0 };
      gsize length = nazar_media_be32 (data + at);

      memcpy (name, data + at + 4, 4);
      if (length > size - at - 12 || (at == 8) != (strcmp (name, "IHDR") == 0))
        return FALSE;

      if (g_strv_contains (kept, name))
        g_byte_array_append (out, data + at, length + 12);
      else if (g_ascii_isupper (name[0]))
        return FALSE; /* a part without which the picture cannot be shown */
      else
        note_png_chunk (name, data + at + 8, length, rest);
      if (at == 8 && orientation > 1)
        append_png_exif (out, orientation);

      at += length + 12;
      if (strcmp (name, "IEND") == 0)
        {
          note_rest (data, size, at, rest);
          return TRUE;
        }
    }

  return FALSE;
}

/* ---- GIF -------------------------------------------------------------------------------- */

/* Returns: what follows the blocks; 0 where they are cut short */
static gsize
skip_gif_blocks (const guint8 *data,
                 gsize         size,
                 gsize         at)
{
  while (at < size)
    {
      if (data[at] == 0)
        return at + 1;
      at += 1 + data[at];
    }
  return 0;
}

static gsize
gif_table_size (guint8 flags)
{
  return flags & 0x80 ? (gsize) 3 << ((flags & 7) + 1) : 0;
}

static gboolean
is_gif_loop (const guint8 *data,
             gsize         at,
             gsize         end)
{
  return end - at >= 14 && data[at + 2] == 11 &&
         (memcmp (data + at + 3, "NETSCAPE2.0", 11) == 0 || memcmp (data + at + 3, "ANIMEXTS1.0", 11) == 0);
}

gboolean
nazar_media_strip_gif (const guint8   *data,
                       gsize           size,
                       guint           orientation,
                       GByteArray     *out,
                       NazarMediaRest *rest)
{
  gsize at, end;

  if (size < 13)
    return FALSE;
  at = 13 + gif_table_size (data[10]);
  if (at > size)
    return FALSE;
  g_byte_array_append (out, data, at);

  while (at < size)
    switch (data[at])
      {
      case 0x3B:
        g_byte_array_append (out, data + at, 1);
        note_rest (data, size, at + 1, rest);
        return TRUE;

      case 0x2C:
        if (size - at < 11)
          return FALSE;
        end = at + 10 + gif_table_size (data[at + 9]) + 1;
        end = end < size ? skip_gif_blocks (data, size, end) : 0;
        if (end == 0)
          return FALSE;
        g_byte_array_append (out, data + at, end - at);
        at = end;
        break;

      case 0x21:
        end = size - at > 2 ? skip_gif_blocks (data, size, at + 2) : 0;
        if (end == 0)
          return FALSE;
        if (data[at + 1] == 0xF9 || (data[at + 1] == 0xFF && is_gif_loop (data, at, end)))
          g_byte_array_append (out, data + at, end - at);
        else
          rest->what |= data[at + 1] == 0xFE || data[at + 1] == 0x01 ? NAZAR_MEDIA_WORDS : NAZAR_MEDIA_MORE;
        at = end;
        break;

      default:
        return FALSE;
      }

  return FALSE;
}

/* ---- WebP ------------------------------------------------------------------------------- */

#define WEBP_HAS_XMP 0x04
#define WEBP_HAS_EXIF 0x08

static gboolean
append_webp_chunks (const guint8      *data,
                    gsize              at,
                    gsize              end,
                    const char *const *kept,
                    guint              orientation,
                    GByteArray        *out,
                    NazarMediaRest    *rest)
{
  while (at + 8 <= end)
    {
      char name[5] = { 0 };
      gsize length = nazar_media_le32 (data + at + 4);
      gsize whole = MIN (8 + length + (length & 1), end - at);
      gsize start = out->len;

      memcpy (name, data + at, 4);
      if (length > end - at - 8)
        return FALSE;
      if (!g_strv_contains (kept, name))
        {
          if (strcmp (name, "EXIF") == 0)
            note_exif (rest, data + at + 8, length);
          else if (strcmp (name, "XMP ") == 0)
            nazar_media_note_xmp (rest, data + at + 8, length);
          else
            rest->what |= NAZAR_MEDIA_MORE;
          at += whole;
          continue;
        }

      g_byte_array_append (out, data + at, whole);
      if (strcmp (name, "VP8X") == 0 && length >= 10)
        out->data[start + 8] = (out->data[start + 8] & ~(WEBP_HAS_XMP | WEBP_HAS_EXIF)) | (orientation > 1 ? WEBP_HAS_EXIF : 0);
      at += whole;
    }

  return at == end;
}

gboolean
nazar_media_strip_webp (const guint8   *data,
                        gsize           size,
                        guint           orientation,
                        GByteArray     *out,
                        NazarMediaRest *rest)
{
  static const char *const kept[] = { "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP", NULL };
  gsize end = (gsize) nazar_media_le32 (data + 4) + 8;
  guint32 length;

  if (end > size || end < 12)
    return FALSE;
  note_rest (data, size, end, rest);

  g_byte_array_append (out, data, 12);
  if (!append_webp_chunks (data, 12, end, kept, orientation, out, rest))
    return FALSE;
  if (out->len & 1)
    g_byte_array_append (out, (const guint8[]){ 0 }, 1);
  if (orientation > 1)
    {
      g_byte_array_append (out, (const guint8[]){ 'E', 'X', 'I', 'F', EXIF_SIZE, 0, 0, 0 }, 8);
      append_exif (out, orientation);
    }

  length = GUINT32_TO_LE (out->len - 8);
  memcpy (out->data + 4, &length, 4);
  return out->len > 12;
}
