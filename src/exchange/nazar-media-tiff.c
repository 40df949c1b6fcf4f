/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-media-private.h"

#include <string.h>

/* TIFF is a chain of pages, each a table of tags; a tag's value stands in the table
 * or where the table points to, as do the strips or tiles of pixels. Written anew is
 * the chain with the tags that pixels need. */

#define MAX_PAGES 10000
#define GROWTH 65536 /* what the tables may add to a file */
#define ENTRY_SIZE 12

enum
{
  TAG_NEW_SUBFILE_TYPE = 254,
  TAG_WIDTH = 256,
  TAG_HEIGHT = 257,
  TAG_STRIP_OFFSETS = 273,
  TAG_STRIP_COUNTS = 279,
  TAG_TILE_OFFSETS = 324,
  TAG_TILE_COUNTS = 325,
  TAG_SUB_IFDS = 330,
  TAG_OLD_JPEG = 513,
  TAG_XMP = 700,
  TAG_IPTC = 33723,
  TAG_PHOTOSHOP = 34377,
  TAG_DNG_VERSION = 50706,
};

enum
{
  TYPE_SHORT = 3,
  TYPE_LONG = 4,
  TYPE_FRACTION = 5,
  TYPE_TABLE = 13,
};

/* In the order of their numbers. */
static const guint16 kept_tags[] = {
  254, 255, 256, 257, 258, 259, 262, 263, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 290, 291, 292, 293, 296, 297,
  301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328, 332, 334, 336, 338, 339, 340, 341, 342, 347, 529, 530, 531,
  532, 34675
};

static guint32
get_16 (const NazarTiff *self,
        const guint8    *p)
{
  return self->is_big_endian ? nazar_media_be16 (p) : nazar_media_le16 (p);
}

static guint32
get_32 (const NazarTiff *self,
        const guint8    *p)
{
  return self->is_big_endian ? nazar_media_be32 (p) : nazar_media_le32 (p);
}

static void
put_32 (const NazarTiff *self,
        GByteArray      *out,
        gsize            at,
        guint32          number)
{
  guint32 ordered = self->is_big_endian ? GUINT32_TO_BE (number) : GUINT32_TO_LE (number);

  memcpy (out->data + at, &ordered, 4);
}

static void
append_16 (const NazarTiff *self,
           GByteArray      *out,
           guint16          number)
{
  guint16 ordered = self->is_big_endian ? GUINT16_TO_BE (number) : GUINT16_TO_LE (number);

  g_byte_array_append (out, (const guint8 *) &ordered, 2);
}

static void
append_32 (const NazarTiff *self,
           GByteArray      *out,
           guint32          number)
{
  g_byte_array_set_size (out, out->len + 4);
  put_32 (self, out, out->len - 4, number);
}

/**
 * nazar_tiff_open:
 * @self: (out caller-allocates): a TIFF
 * @data: its bytes, which it does not own, beginning as those of a TIFF
 * @size: their number
 * @first_page: (out): where its first table stands
 *
 * Returns: %FALSE where it is too short
 */
gboolean
nazar_tiff_open (NazarTiff    *self,
                 const guint8 *data,
                 gsize         size,
                 gsize        *first_page)
{
  if (size < 8)
    return FALSE;

  *self = (NazarTiff){ data, size, data[0] == 'M' };
  *first_page = get_32 (self, data + 4);
  return TRUE;
}

static gsize
type_size (guint16 type)
{
  static const guint8 sizes[] = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

  return type < G_N_ELEMENTS (sizes) ? sizes[type] : 0;
}

static void
read_entry (const NazarTiff *self,
            gsize            at,
            NazarTiffEntry  *entry)
{
  const guint8 *p = self->data + at;
  guint64 length;

  entry->tag = get_16 (self, p);
  entry->type = get_16 (self, p + 2);
  entry->count = get_32 (self, p + 4);
  entry->value = p + 8;
  length = (guint64) entry->count * type_size (entry->type);
  entry->length = length;
  if (length <= 4)
    return;

  if (length <= self->size && get_32 (self, p + 8) <= self->size - length)
    entry->value = self->data + get_32 (self, p + 8);
  else
    entry->length = G_MAXSIZE;
}

/**
 * nazar_tiff_read_page:
 * @self: a TIFF
 * @at: where one of its tables stands
 * @next: (out): where the next one stands; 0 after the last
 *
 * Returns: (transfer full) (nullable) (element-type NazarTiffEntry): the entries of the
 *   table; %NULL where it is cut short
 */
GArray *
nazar_tiff_read_page (const NazarTiff *self,
                      gsize            at,
                      gsize           *next)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (NazarTiffEntry));
  gsize n_entries, end;

  if (at < 8 || at > self->size - 2)
    return NULL;
  n_entries = get_16 (self, self->data + at);
  end = at + 2 + n_entries * ENTRY_SIZE;
  if (n_entries == 0 || end > self->size)
    return NULL;

  for (gsize i = 0; i < n_entries; i++)
    {
      NazarTiffEntry entry;

      read_entry (self, at + 2 + i * ENTRY_SIZE, &entry);
      g_array_append_val (entries, entry);
    }

  *next = end + 4 <= self->size ? get_32 (self, self->data + end) : 0;
  return g_steal_pointer (&entries);
}

/**
 * nazar_tiff_find:
 * @entries: (element-type NazarTiffEntry): a table
 * @tag: a tag
 *
 * Returns: (transfer none) (nullable): its entry
 */
const NazarTiffEntry *
nazar_tiff_find (GArray *entries,
                 guint16 tag)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, NazarTiffEntry, i).tag == tag)
      return &g_array_index (entries, NazarTiffEntry, i);

  return NULL;
}

/**
 * nazar_tiff_get_number:
 * @self: a TIFF
 * @entry: (nullable): an entry of one of its tables
 * @index: place of the number; a fraction is two of them
 *
 * Returns: a whole number of the entry; 0 where there is none
 */
guint32
nazar_tiff_get_number (const NazarTiff      *self,
                       const NazarTiffEntry *entry,
                       guint32               index)
{
  gsize width;

  if (entry == NULL || entry->length == G_MAXSIZE)
    return 0;

  width = entry->type == TYPE_SHORT ? 2 : entry->type == TYPE_LONG || entry->type == TYPE_TABLE || entry->type == TYPE_FRACTION ? 4
                                                                                                                                : 0;
  if (width == 0 || ((gsize) index + 1) * width > entry->length)
    return 0;
  return width == 2 ? get_16 (self, entry->value + 2 * (gsize) index) : get_32 (self, entry->value + 4 * (gsize) index);
}

gboolean
nazar_media_tiff_size (const guint8 *data,
                       gsize         size,
                       guint64      *width,
                       guint64      *height)
{
  NazarTiff self;
  gsize at;

  if (!nazar_tiff_open (&self, data, size, &at))
    return FALSE;

  /* Of several pages the largest. */
  for (guint i = 0; at != 0 && i < MAX_PAGES; i++)
    {
      g_autoptr (GArray) entries = nazar_tiff_read_page (&self, at, &at);
      guint64 wide, high;

      if (entries == NULL)
        return i > 0;
      wide = nazar_tiff_get_number (&self, nazar_tiff_find (entries, TAG_WIDTH), 0);
      high = nazar_tiff_get_number (&self, nazar_tiff_find (entries, TAG_HEIGHT), 0);
      if (i == 0 || wide * high > *width * *height)
        {
          *width = wide;
          *height = high;
        }
    }

  return TRUE;
}

static gboolean
is_kept (guint16 tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_tags); i++)
    if (kept_tags[i] == tag)
      return TRUE;

  return FALSE;
}

/* Copies the strips or tiles, and writes where they are now. */
static gboolean
append_pixels (const NazarTiff      *self,
               const NazarTiffEntry *offsets,
               const NazarTiffEntry *counts,
               gsize                 limit,
               GByteArray           *out,
               GArray               *places)
{
  if (counts == NULL || counts->count != offsets->count || offsets->length == G_MAXSIZE || counts->length == G_MAXSIZE)
    return FALSE;

  for (guint32 i = 0; i < offsets->count; i++)
    {
      gsize start = nazar_tiff_get_number (self, offsets, i);
      gsize length = nazar_tiff_get_number (self, counts, i);
      guint32 place = out->len;

      /* Strips that lie upon each other would make a large file of a small one. */
      if (start > self->size || length > self->size - start || out->len + length > limit)
        return FALSE;
      g_byte_array_append (out, self->data + start, length);
      if (out->len & 1)
        g_byte_array_append (out, (const guint8[]){ 0 }, 1);
      g_array_append_val (places, place);
    }

  return TRUE;
}

/* Appends the value where it does not fit into the table.
 * Returns: where it is now */
static guint32
append_value (GByteArray   *out,
              gconstpointer value,
              gsize         length)
{
  guint32 place = out->len;

  g_byte_array_append (out, value, length);
  if (out->len & 1)
    g_byte_array_append (out, (const guint8[]){ 0 }, 1);
  return place;
}

static void
append_entry (const NazarTiff      *self,
              const NazarTiffEntry *entry,
              GArray               *places,
              GByteArray           *table,
              GByteArray           *out)
{
  gboolean is_place = entry->tag == TAG_STRIP_OFFSETS || entry->tag == TAG_TILE_OFFSETS;

  append_16 (self, table, entry->tag);
  append_16 (self, table, is_place ? TYPE_LONG : entry->type);
  append_32 (self, table, entry->count);
  if (is_place && places->len == 1)
    {
      append_32 (self, table, g_array_index (places, guint32, 0));
    }
  else if (is_place)
    {
      guint32 place = out->len;

      for (guint i = 0; i < places->len; i++)
        append_32 (self, out, g_array_index (places, guint32, i));
      append_32 (self, table, place);
    }
  else if (entry->length <= 4)
    {
      g_byte_array_append (table, entry->value, 4);
    }
  else
    {
      append_32 (self, table, append_value (out, entry->value, entry->length));
    }
}

static void
note_entry (const NazarTiffEntry *entry,
            NazarMediaRest       *rest)
{
  if (entry->tag == TAG_XMP && entry->length != G_MAXSIZE)
    nazar_media_note_xmp (rest, entry->value, entry->length);
  else if (entry->tag == TAG_XMP || entry->tag == TAG_IPTC || entry->tag == TAG_PHOTOSHOP)
    rest->what |= NAZAR_MEDIA_MORE;
  else
    rest->what |= NAZAR_MEDIA_EXIF;
}

/* @link: where the place of this page stands in @out; set to that of the next. */
static gboolean
append_page (const NazarTiff *self,
             GArray          *entries,
             gsize            limit,
             GByteArray      *out,
             gsize           *link,
             NazarMediaRest  *rest)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GByteArray) table = g_byte_array_new ();
  const NazarTiffEntry *strips = nazar_tiff_find (entries, TAG_STRIP_OFFSETS);
  const NazarTiffEntry *tiles = nazar_tiff_find (entries, TAG_TILE_OFFSETS);
  guint16 n_entries = 0;

  if ((strips == NULL) == (tiles == NULL) || nazar_tiff_find (entries, TAG_OLD_JPEG) != NULL ||
      !append_pixels (self, strips != NULL ? strips : tiles,
                      nazar_tiff_find (entries, strips != NULL ? TAG_STRIP_COUNTS : TAG_TILE_COUNTS), limit, out, places))
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const NazarTiffEntry *entry = &g_array_index (entries, NazarTiffEntry, i);

      if (!is_kept (entry->tag))
        {
          note_entry (entry, rest);
          continue;
        }
      if (entry->length == G_MAXSIZE || type_size (entry->type) == 0 ||
          out->len + MAX (entry->length, 4 * (gsize) places->len) > limit)
        return FALSE;
      append_entry (self, entry, places, table, out);
      n_entries++;
    }

  put_32 (self, out, *link, out->len);
  append_16 (self, out, n_entries);
  g_byte_array_append (out, table->data, table->len);
  *link = out->len;
  append_32 (self, out, 0);
  return TRUE;
}

/* A smaller copy of another page, which may show what was cut away there. */
static gboolean
is_thumbnail (const NazarTiff *self,
              GArray          *entries)
{
  return (nazar_tiff_get_number (self, nazar_tiff_find (entries, TAG_NEW_SUBFILE_TYPE), 0) & 1) != 0 ||
         nazar_tiff_find (entries, TAG_OLD_JPEG) != NULL;
}

gboolean
nazar_media_strip_tiff (const guint8   *data,
                        gsize           size,
                        guint           orientation,
                        GByteArray     *out,
                        NazarMediaRest *rest)
{
  gsize limit = size + GROWTH, link = 4, at;
  NazarTiff self;

  if (!nazar_tiff_open (&self, data, size, &at) || at == 0)
    return FALSE;
  rest->exif = data;
  rest->exif_size = size;
  g_byte_array_append (out, data, 4);
  append_32 (&self, out, 0);

  for (guint i = 0; at != 0; i++)
    {
      g_autoptr (GArray) entries = nazar_tiff_read_page (&self, at, &at);

      /* Raw pictures of cameras keep the picture itself in tables below the first. */
      if (entries == NULL || i == MAX_PAGES || nazar_tiff_find (entries, TAG_SUB_IFDS) != NULL ||
          nazar_tiff_find (entries, TAG_DNG_VERSION) != NULL)
        return FALSE;

      if (i > 0 && is_thumbnail (&self, entries))
        rest->what |= NAZAR_MEDIA_COPY;
      else if (!append_page (&self, entries, limit, out, &link, rest))
        return FALSE;
    }

  return TRUE;
}
