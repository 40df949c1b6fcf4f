/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-media-private.h"

#include <string.h>

/* Exif data is a TIFF without pixels: a table of the picture, which leads to one of
 * the camera and one of the place, and after it a table of the small copy. Read here
 * and not by Exiv2, which ends the program at some damaged files (std::overflow_error
 * in 0.27.6 passes through gexiv2). */

enum
{
  TAG_ORIENTATION = 0x0112,
  TAG_CAMERA_TABLE = 0x8769,
  TAG_PLACE_TABLE = 0x8825,
  TAG_USER_COMMENT = 0x9286,
};

enum
{
  TYPE_BYTE = 1,
  TYPE_TEXT = 2,
  TYPE_FRACTION = 5,
  TYPE_ANY = 7,
};

/* Returns: (transfer full) (nullable): the entries of a table */
static GArray *
read_table (NazarTiff     *tiff,
            const guint8  *data,
            gsize          size,
            NazarExifTable table)
{
  g_autoptr (GArray) picture = NULL;
  gsize at, next;

  if (size < 8 || !(memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0) || !nazar_tiff_open (tiff, data, size, &at))
    return NULL;

  picture = nazar_tiff_read_page (tiff, at, &next);
  if (picture == NULL || table == NAZAR_EXIF_PICTURE)
    return g_steal_pointer (&picture);

  if (table == NAZAR_EXIF_CAMERA)
    next = nazar_tiff_get_number (tiff, nazar_tiff_find (picture, TAG_CAMERA_TABLE), 0);
  else if (table == NAZAR_EXIF_PLACE)
    next = nazar_tiff_get_number (tiff, nazar_tiff_find (picture, TAG_PLACE_TABLE), 0);
  return next != 0 ? nazar_tiff_read_page (tiff, next, &next) : NULL;
}

/**
 * nazar_exif_get_orientation:
 * @data: Exif data
 * @size: its bytes
 *
 * Returns: 1 to 8: how the picture is to be turned; 0 where nothing says
 */
guint
nazar_exif_get_orientation (const guint8 *data,
                            gsize         size)
{
  NazarTiff tiff;
  g_autoptr (GArray) table = read_table (&tiff, data, size, NAZAR_EXIF_PICTURE);
  guint orientation = table != NULL ? nazar_tiff_get_number (&tiff, nazar_tiff_find (table, TAG_ORIENTATION), 0) : 0;

  return orientation <= 8 ? orientation : 0;
}

/**
 * nazar_exif_is_plain:
 * @data: Exif data
 * @size: its bytes
 *
 * Returns: whether they hold the orientation and nothing else
 */
gboolean
nazar_exif_is_plain (const guint8 *data,
                     gsize         size)
{
  NazarTiff tiff;
  g_autoptr (GArray) table = read_table (&tiff, data, size, NAZAR_EXIF_PICTURE);
  g_autoptr (GArray) copy = read_table (&tiff, data, size, NAZAR_EXIF_COPY);

  return table != NULL && copy == NULL && table->len == 1 && nazar_tiff_find (table, TAG_ORIENTATION) != NULL;
}

/**
 * nazar_exif_has:
 * @data: Exif data
 * @size: its bytes
 * @table: one of its tables
 * @tag: a tag
 *
 * Returns: whether the tag stands there
 */
gboolean
nazar_exif_has (const guint8  *data,
                gsize          size,
                NazarExifTable table,
                guint16        tag)
{
  NazarTiff tiff;
  g_autoptr (GArray) entries = read_table (&tiff, data, size, table);

  return entries != NULL && nazar_tiff_find (entries, tag) != NULL;
}

/* Returns: (transfer full) (nullable): a text of two bytes a letter, little end first */
static char *
from_utf16 (const guint8 *value,
            gsize         length)
{
  g_autofree gunichar2 *letters = g_new0 (gunichar2, length / 2 + 1);

  for (gsize i = 0; i < length / 2; i++)
    letters[i] = nazar_media_le16 (value + 2 * i);
  return g_utf16_to_utf8 (letters, -1, NULL, NULL, NULL);
}

/**
 * nazar_exif_get_text:
 * @data: Exif data
 * @size: its bytes
 * @table: one of its tables
 * @tag: a tag
 *
 * Returns: (transfer full) (nullable): its text as one line of valid UTF-8; %NULL where
 *   there is none but blanks
 */
char *
nazar_exif_get_text (const guint8  *data,
                     gsize          size,
                     NazarExifTable table,
                     guint16        tag)
{
  NazarTiff tiff;
  g_autoptr (GArray) entries = read_table (&tiff, data, size, table);
  const NazarTiffEntry *entry = entries != NULL ? nazar_tiff_find (entries, tag) : NULL;
  g_autofree char *raw = NULL, *text = NULL;

  if (entry == NULL || entry->length == G_MAXSIZE)
    return NULL;

  if (entry->type == TYPE_TEXT)
    raw = g_strndup ((const char *) entry->value, entry->length);
  else if (entry->type == TYPE_BYTE) /* as Windows writes them */
    raw = from_utf16 (entry->value, entry->length);
  else if (entry->type == TYPE_ANY && tag == TAG_USER_COMMENT && entry->length > 8) /* after the name of a charset */
    raw = g_strndup ((const char *) entry->value + 8, entry->length - 8);
  if (raw == NULL)
    return NULL;

  text = g_utf8_make_valid (raw, -1);
  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * nazar_exif_get_degrees:
 * @data: Exif data
 * @size: its bytes
 * @tag: the tag of a latitude or longitude; the one before it holds N, S, E or W
 * @degrees: (out): the degrees, those to the south and west below 0
 *
 * Returns: %FALSE where there are none
 */
gboolean
nazar_exif_get_degrees (const guint8 *data,
                        gsize         size,
                        guint16       tag,
                        double       *degrees)
{
  NazarTiff tiff;
  g_autoptr (GArray) entries = read_table (&tiff, data, size, NAZAR_EXIF_PLACE);
  const NazarTiffEntry *entry = entries != NULL ? nazar_tiff_find (entries, tag) : NULL;
  const NazarTiffEntry *side = entries != NULL ? nazar_tiff_find (entries, tag - 1) : NULL;
  static const double units[] = { 1, 60, 3600 };

  if (entry == NULL || entry->length == G_MAXSIZE || entry->type != TYPE_FRACTION || entry->count != 3)
    return FALSE;

  *degrees = 0;
  for (guint i = 0; i < 3; i++)
    {
      double below = nazar_tiff_get_number (&tiff, entry, 2 * i + 1);

      if (below == 0 && nazar_tiff_get_number (&tiff, entry, 2 * i) != 0)
        return FALSE;
      if (below != 0)
        *degrees += nazar_tiff_get_number (&tiff, entry, 2 * i) / below / units[i];
    }
  if (side != NULL && side->length != G_MAXSIZE && side->length > 0 && (*side->value == 'S' || *side->value == 'W'))
    *degrees = -*degrees;
  return *degrees >= -180 && *degrees <= 180;
}
