/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-media.h"

G_BEGIN_DECLS

/* The kinds of picture whose parts the program knows. */
typedef enum
{
  NAZAR_PICTURE_NONE,
  NAZAR_PICTURE_JPEG,
  NAZAR_PICTURE_PNG,
  NAZAR_PICTURE_GIF,
  NAZAR_PICTURE_WEBP,
  NAZAR_PICTURE_TIFF,
  NAZAR_PICTURE_BMP,
  NAZAR_PICTURE_HEIF,
  NAZAR_PICTURE_OTHER,
} NazarPictureFormat;

/**
 * NazarMediaWhat:
 * @NAZAR_MEDIA_EXIF: Exif data
 * @NAZAR_MEDIA_WORDS: comments and other texts
 * @NAZAR_MEDIA_COPY: a smaller copy of the picture
 * @NAZAR_MEDIA_AFTER: what stands after the end of the picture
 * @NAZAR_MEDIA_MORE: XMP, IPTC, and whatever else no picture needs
 */
typedef enum
{
  NAZAR_MEDIA_EXIF = 1 << 0,
  NAZAR_MEDIA_COPY = 1 << 1,
  NAZAR_MEDIA_WORDS = 1 << 2,
  NAZAR_MEDIA_AFTER = 1 << 3,
  NAZAR_MEDIA_MORE = 1 << 4,
} NazarMediaWhat;

/**
 * NazarMediaRest:
 * @what: which sorts of data there were
 * @exif: (nullable): the Exif data, a TIFF, in the picture's own bytes
 * @exif_size: their number
 * @has_xmp_place: whether XMP told the place
 *
 * What stands in a picture's file beside the picture.
 */
typedef struct
{
  guint what;
  const guint8 *exif;
  gsize exif_size;
  gboolean has_xmp_place;
} NazarMediaRest;

NazarPictureFormat nazar_media_picture_format (const guint8       *data,
                                               gsize               size);

/* Each writes the picture anew from the parts that it needs, and returns FALSE where
 * the file is damaged or of a sort that this cannot be done with. */
gboolean           nazar_media_strip_jpeg     (const guint8       *data,
                                               gsize               size,
                                               guint               orientation,
                                               GByteArray         *out,
                                               NazarMediaRest     *rest);
gboolean           nazar_media_strip_png      (const guint8       *data,
                                               gsize               size,
                                               guint               orientation,
                                               GByteArray         *out,
                                               NazarMediaRest     *rest);
gboolean           nazar_media_strip_gif      (const guint8       *data,
                                               gsize               size,
                                               guint               orientation,
                                               GByteArray         *out,
                                               NazarMediaRest     *rest);
gboolean           nazar_media_strip_webp     (const guint8       *data,
                                               gsize               size,
                                               guint               orientation,
                                               GByteArray         *out,
                                               NazarMediaRest     *rest);
gboolean           nazar_media_strip_tiff     (const guint8       *data,
                                               gsize               size,
                                               guint               orientation,
                                               GByteArray         *out,
                                               NazarMediaRest     *rest);
gboolean           nazar_media_strip_heif     (const guint8       *data,
                                               gsize               size,
                                               guint               orientation,
                                               GByteArray         *out,
                                               NazarMediaRest     *rest);
gboolean           nazar_media_tiff_size      (const guint8       *data,
                                               gsize               size,
                                               guint64            *width,
                                               guint64            *height);
void               nazar_media_note_xmp       (NazarMediaRest     *rest,
                                               const guint8       *packet,
                                               gsize               size);
void               nazar_media_look_for_place (NazarMediaRest     *rest,
                                               const guint8       *packet,
                                               gsize               size);

/* ---- Exif data, a TIFF without pixels ----------------------------------------------- */

/* Its tables. */
typedef enum
{
  NAZAR_EXIF_PICTURE,
  NAZAR_EXIF_CAMERA,
  NAZAR_EXIF_PLACE,
  NAZAR_EXIF_COPY,
} NazarExifTable;

guint              nazar_exif_get_orientation (const guint8       *data,
                                               gsize               size);
gboolean           nazar_exif_is_plain        (const guint8       *data,
                                               gsize               size);
gboolean           nazar_exif_has             (const guint8       *data,
                                               gsize               size,
                                               NazarExifTable      table,
                                               guint16             tag);
char              *nazar_exif_get_text        (const guint8       *data,
                                               gsize               size,
                                               NazarExifTable      table,
                                               guint16             tag);
gboolean           nazar_exif_get_degrees     (const guint8       *data,
                                               gsize               size,
                                               guint16             tag,
                                               double             *degrees);

/* ---- tables of a TIFF ---------------------------------------------------------------- */

typedef struct
{
  const guint8 *data;
  gsize size;
  gboolean is_big_endian;
} NazarTiff;

typedef struct
{
  guint16 tag;
  guint16 type;
  guint32 count;
  const guint8 *value; /* in the file */
  gsize length;        /* G_MAXSIZE where the value is not whole */
} NazarTiffEntry;

gboolean              nazar_tiff_open         (NazarTiff            *self,
                                               const guint8         *data,
                                               gsize                 size,
                                               gsize                *first_page);
GArray               *nazar_tiff_read_page    (const NazarTiff      *self,
                                               gsize                 at,
                                               gsize                *next);
const NazarTiffEntry *nazar_tiff_find         (GArray               *entries,
                                               guint16               tag);
guint32               nazar_tiff_get_number   (const NazarTiff      *self,
                                               const NazarTiffEntry *entry,
                                               guint32               index);

static inline guint32
nazar_media_be16 (const guint8 *p)
{
  return (guint32) p[0] << 8 | p[1];
}

static inline guint32
nazar_media_be32 (const guint8 *p)
{
  return nazar_media_be16 (p) << 16 | nazar_media_be16 (p + 2);
}

static inline guint32
nazar_media_le16 (const guint8 *p)
{
  return (guint32) p[1] << 8 | p[0];
}

static inline guint32
nazar_media_le24 (const guint8 *p)
{
  return (guint32) p[2] << 16 | nazar_media_le16 (p);
}

static inline guint32
nazar_media_le32 (const guint8 *p)
{
  return nazar_media_le16 (p + 2) << 16 | nazar_media_le16 (p);
}

G_END_DECLS
