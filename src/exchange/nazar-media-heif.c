/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-media-private.h"

#include <string.h>

/* HEIF and AVIF are boxes in boxes. A table of items tells where in the file each
 * picture and each piece of data about it stands, counted from the file's beginning,
 * so nothing can be moved: what is no picture is overwritten in its place. The
 * orientation is a property of the picture itself. */

typedef struct
{
  guint8 *data; /* the file as it will be */
  gsize size;
  NazarMediaRest *rest;
  const guint8 *original;
  GHashTable *pictures; /* ids of items that are pictures */
  GHashTable *exif;     /* ids of items that are Exif data */
  gsize inside;         /* where the items' own store (idat) begins; 0: none */
  gsize inside_length;
} Heif;

typedef struct
{
  const char *name; /* four bytes */
  gsize start;      /* of its content */
  gsize end;
} Box;

static gboolean
read_box (const Heif *self,
          gsize       at,
          gsize       end,
          Box        *box)
{
  guint64 length;
  gsize head = 8;

  if (end - at < 8)
    return FALSE;

  length = nazar_media_be32 (self->data + at);
  if (length == 1 && end - at >= 16)
    {
      length = (guint64) nazar_media_be32 (self->data + at + 8) << 32 | nazar_media_be32 (self->data + at + 12);
      head = 16;
    }
  else if (length == 0)
    {
      length = end - at;
    }
  if (length < head || length > end - at)
    return FALSE;

  *box = (Box){ (const char *) self->data + at + 4, at + head, at + length };
  return TRUE;
}

static gboolean
is_called (const Box         *box,
           const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (memcmp (box->name, names[i], 4) == 0)
      return TRUE;

  return FALSE;
}

/* An Exif item is overwritten with empty Exif data, anything else with zeros.
 * Returns: whether something was there */
static gboolean
blank (Heif    *self,
       gsize    start,
       gsize    length,
       gboolean is_exif)
{
  static const guint8 empty[] = { 0, 0, 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0 };
  gsize n_empty = is_exif && length >= sizeof empty ? sizeof empty : 0;
  guint8 *content = self->data + start;
  gsize i = n_empty;

  while (i < length && content[i] == 0)
    i++;
  if (i == length && memcmp (content, empty, n_empty) == 0)
    return FALSE;

  memset (content, 0, length);
  memcpy (content, empty, n_empty);
  return TRUE;
}

static guint64
get_number (const Heif *self,
            gsize      *at,
            guint       n_bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | self->data[*at + i];
  *at += n_bytes;
  return number;
}

/* Which items are pictures. */
static gboolean
read_items (Heif      *self,
            const Box *table)
{
  static const char *const pictures[] = { "hvc1", "hev1", "lhv1", "av01", "grid", "iden", "iovl", "tmap", NULL };
  guint version;
  gsize at = table->start;

  if (table->end - at < 8)
    return FALSE;
  version = self->data[at];
  at += version == 0 ? 6 : 8;

  while (at < table->end)
    {
      Box item;
      gsize inside;
      guint id;

      if (!read_box (self, at, table->end, &item) || memcmp (item.name, "infe", 4) != 0 || item.end - item.start < 12 ||
          self->data[item.start] < 2 || (self->data[item.start] > 2 && item.end - item.start < 14))
        return FALSE;
      inside = item.start + 4;
      id = get_number (self, &inside, self->data[item.start] == 2 ? 2 : 4);
      inside += 2;
      if (is_called (&(Box){ (const char *) self->data + inside, 0, 0 }, pictures))
        g_hash_table_add (self->pictures, GUINT_TO_POINTER (id));
      else if (memcmp (self->data + inside, "Exif", 4) == 0)
        g_hash_table_add (self->exif, GUINT_TO_POINTER (id));
      at = item.end;
    }

  return at == table->end;
}

/* Four bytes say how far after them the Exif data begin. */
static void
note_exif (Heif *self,
           gsize start,
           gsize length)
{
  guint32 skip = length > 4 ? nazar_media_be32 (self->original + start) : 0;

  if (self->rest->exif != NULL || length <= 4 || skip >= length - 4)
    return;
  self->rest->exif = self->original + start + 4 + skip;
  self->rest->exif_size = length - 4 - skip;
}

static gboolean
blank_extent (Heif   *self,
              guint   id,
              guint   method,
              guint64 offset,
              guint64 length)
{
  gsize room = method == 0 ? self->size : self->inside_length, start;
  gboolean is_exif;

  if (g_hash_table_contains (self->pictures, GUINT_TO_POINTER (id)))
    return TRUE;
  if (method > 1 || length == 0 || offset > room || length > room - offset)
    return FALSE;

  start = (method == 1 ? self->inside : 0) + offset;
  is_exif = g_hash_table_contains (self->exif, GUINT_TO_POINTER (id));
  if (is_exif)
    note_exif (self, start, length);
  else
    nazar_media_look_for_place (self->rest, self->original + start, length);
  if (blank (self, start, length, is_exif))
    self->rest->what |= is_exif ? NAZAR_MEDIA_EXIF : NAZAR_MEDIA_MORE;
  return TRUE;
}

static gboolean
blank_items (Heif      *self,
             const Box *table)
{
  gsize at = table->start + 4, end = table->end;
  guint version, sizes, n_items;
  guint offset_size, length_size, base_size, index_size;

  if (end - table->start < 8)
    return FALSE;
  version = self->data[table->start];
  sizes = get_number (self, &at, 2);
  offset_size = sizes >> 12;
  length_size = sizes >> 8 & 0xF;
  base_size = sizes >> 4 & 0xF;
  index_size = version > 0 ? sizes & 0xF : 0;
  if (version > 2 || offset_size > 8 || length_size > 8 || base_size > 8 || index_size > 8 || end - at < 4)
    return FALSE;
  n_items = get_number (self, &at, version < 2 ? 2 : 4);

  for (guint i = 0; i < n_items; i++)
    {
      guint id, method, n_extents;
      guint64 base;

      if (end - at < 10 + base_size)
        return FALSE;
      id = get_number (self, &at, version < 2 ? 2 : 4);
      method = version > 0 ? get_number (self, &at, 2) & 0xF : 0;
      at += 2;
      if (end - at < base_size + 2)
        return FALSE;
      base = get_number (self, &at, base_size);
      n_extents = get_number (self, &at, 2);
      if (end - at < (gsize) n_extents * (index_size + offset_size + length_size))
        return FALSE;

      for (guint j = 0; j < n_extents; j++)
        {
          guint64 offset, length;

          at += index_size;
          offset = get_number (self, &at, offset_size);
          length = get_number (self, &at, length_size);
          if (offset > G_MAXUINT64 - base || !blank_extent (self, id, method, base + offset, length))
            return FALSE;
        }
    }

  return TRUE;
}

/* A box becomes one that everybody skips. */
static void
free_box (Heif      *self,
          const Box *box,
          guint      what)
{
  guint8 *name = (guint8 *) box->name;

  if (memcmp (name, "free", 4) != 0)
    self->rest->what |= what;
  memcpy (name, "free", 4);
  if (blank (self, box->start, box->end - box->start, FALSE))
    self->rest->what |= what;
}

/* Properties that tell of people and times. They are counted, so they keep their places. */
static gboolean
free_properties (Heif *self,
                 gsize at,
                 gsize end)
{
  static const char *const told[] = { "udes", "crtt", "mdft", "altt", "uuid", "free", "skip", NULL };
  Box box;

  for (; at < end; at = box.end)
    {
      if (!read_box (self, at, end, &box))
        return FALSE;
      if (memcmp (box.name, "ipco", 4) == 0 && !free_properties (self, box.start, box.end))
        return FALSE;
      if (is_called (&box, told))
        free_box (self, &box, NAZAR_MEDIA_WORDS);
    }

  return TRUE;
}

static gboolean
strip_meta (Heif      *self,
            const Box *meta)
{
  static const char *const told[] = { "uuid", "udta", "free", "skip", "xml ", "bxml", NULL };
  Box box, items = { NULL }, places = { NULL };
  gsize at;

  if (meta->end - meta->start < 4)
    return FALSE;
  for (at = meta->start + 4; at < meta->end; at = box.end)
    {
      if (!read_box (self, at, meta->end, &box))
        return FALSE;
      if (memcmp (box.name, "iinf", 4) == 0)
        items = box;
      else if (memcmp (box.name, "iloc", 4) == 0)
        places = box;
      else if (memcmp (box.name, "idat", 4) == 0)
        {
          self->inside = box.start;
          self->inside_length = box.end - box.start;
        }
      else if (memcmp (box.name, "iprp", 4) == 0 && !free_properties (self, box.start, box.end))
        return FALSE;
      else if (is_called (&box, told))
        free_box (self, &box, NAZAR_MEDIA_MORE);
    }

  return items.name != NULL && places.name != NULL && read_items (self, &items) && blank_items (self, &places);
}

static gboolean
strip_boxes (Heif *self)
{
  static const char *const kept[] = { "ftyp", "mdat", "meta", NULL };
  static const char *const needed[] = { "moov", "moof", NULL };
  gboolean has_meta = FALSE;
  Box box;

  for (gsize at = 0; at < self->size; at = box.end)
    {
      if (!read_box (self, at, self->size, &box) || is_called (&box, needed))
        return FALSE;
      if (memcmp (box.name, "meta", 4) == 0)
        {
          if (has_meta || !strip_meta (self, &box))
            return FALSE;
          has_meta = TRUE;
        }
      else if (!is_called (&box, kept))
        {
          free_box (self, &box, NAZAR_MEDIA_AFTER);
        }
    }

  return has_meta;
}

gboolean
nazar_media_strip_heif (const guint8   *data,
                        gsize           size,
                        guint           orientation,
                        GByteArray     *out,
                        NazarMediaRest *rest)
{
  g_autoptr (GHashTable) pictures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) exif = g_hash_table_new (NULL, NULL);
  Heif self = { .rest = rest, .original = data, .pictures = pictures, .exif = exif };

  g_byte_array_append (out, data, size);
  self.data = out->data;
  self.size = size;
  return strip_boxes (&self) && g_hash_table_size (pictures) > 0;
}
