/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-media-private.h"

#include "nazar-date.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pictures without what they tell of the place, the device and the people, and what
 * that was, in words. */

/* How much of one thing is told. */
#define MAX_TOLD_CHARS 80

typedef gboolean (*StripFunc) (const guint8   *data,
                               gsize           size,
                               guint           orientation,
                               GByteArray     *out,
                               NazarMediaRest *rest);

static GBytes *
strip_with (StripFunc       func,
            GBytes         *bytes,
            guint           orientation,
            NazarMediaRest *rest)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GByteArray) out = g_byte_array_sized_new (size + 256);

  *rest = (NazarMediaRest){ 0 };
  if (!func (data, size, orientation, out, rest))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Returns: (transfer full) (nullable): the picture alone, and what else there was in
 * @bytes; NULL where that cannot be told apart */
static GBytes *
strip (GBytes         *bytes,
       NazarMediaRest *rest)
{
  static const StripFunc funcs[] = {
    [NAZAR_PICTURE_JPEG] = nazar_media_strip_jpeg,
    [NAZAR_PICTURE_PNG] = nazar_media_strip_png,
    [NAZAR_PICTURE_GIF] = nazar_media_strip_gif,
    [NAZAR_PICTURE_WEBP] = nazar_media_strip_webp,
    [NAZAR_PICTURE_TIFF] = nazar_media_strip_tiff,
    [NAZAR_PICTURE_HEIF] = nazar_media_strip_heif,
    [NAZAR_PICTURE_OTHER] = NULL,
  };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  StripFunc func = funcs[nazar_media_picture_format (data, size)];
  g_autoptr (GBytes) stripped = NULL;
  guint orientation;

  *rest = (NazarMediaRest){ 0 };
  stripped = func != NULL ? strip_with (func, bytes, 0, rest) : NULL;
  if (stripped == NULL || rest->exif == NULL)
    return g_steal_pointer (&stripped);

  orientation = nazar_exif_get_orientation (rest->exif, rest->exif_size);
  return orientation > 1 ? strip_with (func, bytes, orientation, rest) : g_steal_pointer (&stripped);
}

static gboolean
tells_nothing (const NazarMediaRest *rest)
{
  return (rest->what & ~NAZAR_MEDIA_EXIF) == 0 &&
         ((rest->what & NAZAR_MEDIA_EXIF) == 0 || nazar_exif_is_plain (rest->exif, rest->exif_size));
}

/* A second look: there is nothing more to tell, and nothing more to remove. */
static gboolean
is_clean (GBytes *bytes)
{
  NazarMediaRest rest;
  g_autoptr (GBytes) again = strip (bytes, &rest);

  return again != NULL && tells_nothing (&rest) && g_bytes_equal (again, bytes);
}

/**
 * nazar_media_clean:
 * @bytes: the content of a file
 * @media_type: what it is
 * @error: return location for %NAZAR_MEDIA_ERROR_TELLS
 *
 * Takes out of a picture what tells where, when, by whom and with which device it
 * was made: Exif with place and maker's notes, XMP, IPTC, texts, small copies, what is
 * hidden after its end. Pixels, colours and orientation stay as they are. A file that
 * is neither picture nor video stays as it is.
 *
 * Returns: (transfer full) (nullable): the picture without it, @bytes themselves where
 *   there was nothing; %NULL with a sentence where it cannot be taken out
 */
GBytes *
nazar_media_clean (GBytes     *bytes,
                   const char *media_type,
                   GError    **error)
{
  g_autoptr (GBytes) clean = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  NazarPictureFormat format = nazar_media_picture_format (data, size);
  NazarMediaRest rest;

  if (format == NAZAR_PICTURE_BMP ||
      (format == NAZAR_PICTURE_NONE && !g_str_has_prefix (media_type, "image/") && !g_str_has_prefix (media_type, "video/")))
    return g_bytes_ref (bytes);

  clean = strip (bytes, &rest);
  if (clean != NULL && is_clean (clean))
    return g_bytes_equal (clean, bytes) ? g_bytes_ref (bytes) : g_steal_pointer (&clean);

  if (format == NAZAR_PICTURE_NONE || format == NAZAR_PICTURE_OTHER)
    g_set_error (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TELLS,
                 /* Translators: %s is a kind of file, such as video/mp4. */
                 _("Nazar cannot remove the place and the device from this kind of file (%s). "
                   "Attach it with them only if nobody can be harmed by that."),
                 media_type);
  else
    g_set_error_literal (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TELLS,
                         _("The picture is damaged or of an unusual sort, and Nazar cannot remove the place and the device from it. "
                           "Attach it with them only if nobody can be harmed by that."));
  return NULL;
}

/* ---- in words ----------------------------------------------------------------------- */

typedef struct
{
  NazarExifTable table;
  guint16 tag;
} Tag;

/* Maker, model, serial numbers, computer. */
static const Tag device_tags[] = {
  { NAZAR_EXIF_PICTURE, 0x010F },
  { NAZAR_EXIF_PICTURE, 0x0110 },
  { NAZAR_EXIF_PICTURE, 0xC62F },
  { NAZAR_EXIF_CAMERA, 0xA431 },
  { NAZAR_EXIF_PICTURE, 0x013C },
};

/* Artist, owner, copyright, author. */
static const Tag people_tags[] = {
  { NAZAR_EXIF_PICTURE, 0x013B },
  { NAZAR_EXIF_CAMERA, 0xA430 },
  { NAZAR_EXIF_PICTURE, 0x8298 },
  { NAZAR_EXIF_PICTURE, 0x9C9D },
};

static const Tag program_tags[] = { { NAZAR_EXIF_PICTURE, 0x0131 } };

/* Description, title, comments. */
static const Tag word_tags[] = {
  { NAZAR_EXIF_PICTURE, 0x010E },
  { NAZAR_EXIF_PICTURE, 0x9C9B },
  { NAZAR_EXIF_PICTURE, 0x9C9C },
  { NAZAR_EXIF_CAMERA, 0x9286 }
};

/* When it was taken, made digital, written. */
static const Tag time_tags[] = { { NAZAR_EXIF_CAMERA, 0x9003 }, { NAZAR_EXIF_CAMERA, 0x9004 }, { NAZAR_EXIF_PICTURE, 0x0132 } };

#define TAG_LATITUDE 2
#define TAG_LONGITUDE 4
#define TAG_COPY_JPEG 0x0201

/* The values of several tags, each once. */
static char *
join_texts (const NazarMediaRest *rest,
            const Tag            *tags,
            guint                 n_tags)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_tags; i++)
    {
      g_autofree char *text = nazar_exif_get_text (rest->exif, rest->exif_size, tags[i].table, tags[i].tag);
      g_autofree char *head = NULL;

      if (text == NULL)
        continue;
      head = g_utf8_strlen (text, -1) > MAX_TOLD_CHARS ? g_utf8_substring (text, 0, MAX_TOLD_CHARS) : g_steal_pointer (&text);
      if (!g_ptr_array_find_with_equal_func (texts, head, g_str_equal, NULL))
        g_ptr_array_add (texts, g_steal_pointer (&head));
    }

  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

static char *
describe_place (const NazarMediaRest *rest)
{
  double latitude, longitude;
  char north[G_ASCII_DTOSTR_BUF_SIZE], east[G_ASCII_DTOSTR_BUF_SIZE];

  if (!nazar_exif_get_degrees (rest->exif, rest->exif_size, TAG_LATITUDE, &latitude) ||
      !nazar_exif_get_degrees (rest->exif, rest->exif_size, TAG_LONGITUDE, &longitude))
    return NULL;

  return g_strdup_printf ("%s, %s", g_ascii_formatd (north, sizeof north, "%.5f", latitude),
                          g_ascii_formatd (east, sizeof east, "%.5f", longitude));
}

/* 2019:03:14 21:04:00, as cameras write it, in the camera's own time. */
static char *
describe_time (const NazarMediaRest *rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (time_tags); i++)
    {
      g_autofree char *text = nazar_exif_get_text (rest->exif, rest->exif_size, time_tags[i].table, time_tags[i].tag);
      g_autofree char *day = NULL, *shown = NULL;

      if (text == NULL || strlen (text) < 10)
        continue;
      day = g_strdelimit (g_strndup (text, 10), ":", '-');
      if (!nazar_date_is_valid (day))
        continue;
      shown = nazar_date_format (day, nazar_language_current ());
      if (strlen (text) < 16 || !g_ascii_isdigit (text[11]) || !g_ascii_isdigit (text[12]) || text[13] != ':' ||
          !g_ascii_isdigit (text[14]) || !g_ascii_isdigit (text[15]))
        return g_steal_pointer (&shown);
      return g_strdup_printf ("%s, %.5s", shown, text + 11);
    }

  return NULL;
}

static void
add_sentence (GString    *out,
              const char *sentence)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
}

/* @format: a sentence with one placeholder */
static void
add_told (GString    *out,
          const char *format,
          char       *told)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *sentence = told != NULL ? g_strjoinv (told, parts) : NULL;

  if (sentence != NULL)
    add_sentence (out, sentence);
  g_free (told);
}

static void
add_exif (GString              *out,
          const NazarMediaRest *rest)
{
  /* Translators: what a photograph tells: latitude and longitude. */
  add_told (out, _("Place: %s."), describe_place (rest));
  /* Translators: what a photograph tells: maker, model and number of a camera. */
  add_told (out, _("Device: %s."), join_texts (rest, device_tags, G_N_ELEMENTS (device_tags)));
  /* Translators: what a photograph tells: a date and a time of day. */
  add_told (out, _("Time: %s."), describe_time (rest));
  /* Translators: what a photograph tells: names of people. */
  add_told (out, _("Names: %s."), join_texts (rest, people_tags, G_N_ELEMENTS (people_tags)));
  /* Translators: what a photograph tells: the name of the program that wrote it. */
  add_told (out, _("Program: %s."), join_texts (rest, program_tags, G_N_ELEMENTS (program_tags)));
}

/* Whether somebody's words stand in the Exif data. */
static gboolean
has_words (const NazarMediaRest *rest)
{
  g_autofree char *words = rest->exif != NULL ? join_texts (rest, word_tags, G_N_ELEMENTS (word_tags)) : NULL;

  return words != NULL;
}

/**
 * nazar_media_describe_metadata:
 * @bytes: the content of a file
 *
 * Returns: (transfer full) (nullable): what a picture tells of the place, the device,
 *   the time and the people, in sentences; %NULL where it tells nothing
 */
char *
nazar_media_describe_metadata (GBytes *bytes)
{
  g_autoptr (GString) out = g_string_new (NULL);
  NazarMediaRest rest;
  g_autoptr (GBytes) stripped = strip (bytes, &rest);

  if (rest.exif != NULL)
    add_exif (out, &rest);
  if (rest.has_xmp_place && (rest.exif == NULL || !nazar_exif_has (rest.exif, rest.exif_size, NAZAR_EXIF_PLACE, TAG_LATITUDE)))
    add_sentence (out, _("The place."));
  if ((rest.what & NAZAR_MEDIA_COPY) != 0 ||
      (rest.exif != NULL && nazar_exif_has (rest.exif, rest.exif_size, NAZAR_EXIF_COPY, TAG_COPY_JPEG)))
    add_sentence (out, _("A small copy of the picture, which may show what was cut away."));
  if ((rest.what & NAZAR_MEDIA_WORDS) != 0 || has_words (&rest))
    add_sentence (out, _("Texts that a person or a program wrote into it."));
  if ((rest.what & NAZAR_MEDIA_AFTER) != 0)
    add_sentence (out, _("Something after the end of the picture, such as a short video."));
  if ((rest.what & NAZAR_MEDIA_MORE) != 0 || (out->len == 0 && !tells_nothing (&rest)))
    add_sentence (out, _("Other data of a camera or a program."));

  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
