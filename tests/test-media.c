/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "nazar-media.h"

#include <gexiv2/gexiv2.h>
#include <string.h>

/* What files are, how large pictures are, and what they tell. gexiv2 is the one who
 * looks whether something was forgotten: the program itself does not use it. */

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static gboolean
holds (GBytes     *bytes,
       const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, words, strlen (words)) != NULL;
}

static void
assert_type (GBytes     *bytes,
             const char *name,
             const char *expected)
{
  g_autofree char *type = nazar_media_guess_type (bytes, name);

  g_assert_cmpstr (type, ==, expected);
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, NAZAR_MEDIA_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

/* ---- what a file is ------------------------------------------------------------------ */

static const struct
{
  const char *name;
  const char *type;
} pictures[] = {
  { "media-photo.jpg", "image/jpeg" },  { "media-photo.png", "image/png" },   { "media-photo.webp", "image/webp" },
  { "media-photo.gif", "image/gif" },   { "media-photo.heic", "image/heif" }, { "media-pages.tif", "image/tiff" },
};

static void
test_type_by_bytes (void)
{
  g_autoptr (GBytes) text = bytes_of ("Бул жерде эч нерсе жок.\n");
  g_autoptr (GBytes) old_text = g_bytes_new_static ("\xC4\xEE\xEA\xF3\xEC\xE5\xED\xF2 \xE1\xE5\xE7 \xE8\xEC\xE5\xED\xE8\n", 19);
  g_autoptr (GBytes) pdf = bytes_of ("%PDF-1.4\n1 0 obj\n");
  g_autoptr (GBytes) noise = g_bytes_new_static ("\x01\x02\x00\x80\xFF\x00\x03\x07\x00\x00", 10);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = load (pictures[i].name);

      assert_type (bytes, pictures[i].name, pictures[i].type);
      assert_type (bytes, "letter.txt", pictures[i].type);
      assert_type (bytes, NULL, pictures[i].type);
    }

  assert_type (text, "picture.jpg", "text/plain");
  assert_type (old_text, NULL, "text/plain");
  assert_type (pdf, "picture.jpg", "application/pdf");
  assert_type (noise, "picture.jpg", "application/octet-stream");
  assert_type (noise, "letter.pdf", "application/octet-stream");
}

/* An archive may be a Word file, a text may be a table: that the name may say. */
static void
test_type_by_both (void)
{
  g_autoptr (GBytes) archive = g_bytes_new_static ("PK\x03\x04\x14\x00\x00\x00\x08\x00", 10);
  g_autoptr (GBytes) table = bytes_of ("Place,Held\nKersheit,14\n");

  assert_type (archive, NULL, "application/zip");
  assert_type (archive, "report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  assert_type (archive, "report.jpg", "application/zip");
  assert_type (table, "places.csv", "text/csv");
  assert_type (table, "places", "text/plain");
}

static void
test_kind (void)
{
  g_assert_cmpint (nazar_media_kind ("image/jpeg"), ==, NAZAR_MEDIA_PICTURE);
  /* A drawing in SVG can run programs; as a text it cannot. */
  g_assert_cmpint (nazar_media_kind ("image/svg+xml"), ==, NAZAR_MEDIA_TEXT);
  g_assert_cmpint (nazar_media_kind ("application/pdf"), ==, NAZAR_MEDIA_PDF);
  g_assert_cmpint (nazar_media_kind ("text/csv"), ==, NAZAR_MEDIA_TEXT);
  g_assert_cmpint (nazar_media_kind ("video/mp4"), ==, NAZAR_MEDIA_OTHER);
  g_assert_cmpint (nazar_media_kind (NULL), ==, NAZAR_MEDIA_OTHER);
}

/* ---- how large it is ------------------------------------------------------------------ */

/* Heads of pictures that are 30,000 pixels wide and high, and nothing after them. */
static const struct
{
  const char *name;
  guint8 head[64];
  gsize length;
} bombs[] = {
  { "png", "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x75\x30\0\0\x75\x30\x08\x06\0\0\0", 33 },
  { "jpeg", "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xFF\xC2\0\x11\x08\x75\x30\x75\x30\3\1\x11\0\2\x11\1\3\x11\1", 39 },
  { "gif", "GIF89a\x30\x75\x30\x75\0\0\0", 13 },
  { "webp", "RIFF\x1E\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x2F\x75\0\x2F\x75\0", 30 },
  { "webp-lossless", "RIFF\x1E\0\0\0WEBPVP8L\x0A\0\0\0\x2F\xFF\xFF\xFF\x0F\0\0\0\0", 30 },
  { "tiff", "II*\0\x08\0\0\0\2\0\0\1\4\0\1\0\0\0\x30\x75\0\0\1\1\4\0\1\0\0\0\x30\x75\0\0\0\0\0\0", 38 },
  { "tiff-big-endian", "MM\0*\0\0\0\x08\0\2\1\0\0\3\0\0\0\1\x75\x30\0\0\1\1\0\3\0\0\0\1\x75\x30\0\0\0\0\0\0", 38 },
  { "bmp", "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x30\x75\0\0\xD0\x8A\xFF\xFF\1\0\x18\0", 30 },
};

static void
test_bombs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bombs[i].head, bombs[i].length);
      g_autoptr (GError) error = NULL;
      guint64 width, height;
      guint64 side = g_str_equal (bombs[i].name, "webp-lossless") ? 16384 : 30000;

      g_test_message ("%s", bombs[i].name);
      g_assert_true (nazar_media_get_dimensions (bytes, &width, &height));
      g_assert_cmpuint (width, ==, side);
      g_assert_cmpuint (height, ==, side);
      g_assert_false (nazar_media_check_limits (bytes, &error));
      g_assert_error (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TOO_LARGE);
      assert_sentence (error);
    }
}

static void
test_limit (void)
{
  const guint8 exact[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x4E\x20\0\0\x27\x10\x08\x06\0\0\0";
  const guint8 more[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x4E\x21\0\0\x27\x10\x08\x06\0\0\0";
  const guint8 most[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x08\x06\0\0\0";
  g_autoptr (GBytes) allowed = g_bytes_new_static (exact, sizeof exact);
  g_autoptr (GBytes) refused = g_bytes_new_static (more, sizeof more);
  g_autoptr (GBytes) huge = g_bytes_new_static (most, sizeof most);
  g_autoptr (GError) large = NULL, empty = NULL;

  g_assert_true (nazar_media_check_limits (allowed, NULL));
  g_assert_false (nazar_media_check_limits (refused, NULL));
  g_assert_false (nazar_media_check_limits (huge, NULL));

  g_assert_true (nazar_media_check_length (100 * 1024 * 1024, NULL));
  g_assert_false (nazar_media_check_length (100 * 1024 * 1024 + 1, &large));
  assert_sentence (large);
  g_assert_false (nazar_media_check_length (0, &empty));
  g_assert_error (empty, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_EMPTY);
  assert_sentence (empty);
}

static void
test_dimensions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = load (pictures[i].name);
      guint64 width, height;
      gboolean known = nazar_media_get_dimensions (bytes, &width, &height);

      /* HEIF is not shown, so it is not decoded. */
      g_assert_cmpint (known, ==, nazar_media_kind (pictures[i].type) == NAZAR_MEDIA_PICTURE);
      g_assert_cmpuint (width, ==, known ? 24 : 0);
      g_assert_cmpuint (height, ==, known ? 16 : 0);
    }
}

/* ---- what it tells ---------------------------------------------------------------------- */

/* Everything that was written into the pictures. */
static const char *const secrets[] = { "Lumenta", "K-7", "LM4471", "Pikselnik", "Ozgonova", "Kersheit", "cell nine", "2019:03:14" };

static void
assert_tells_nothing (GBytes     *bytes,
                      const char *type)
{
  g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autofree char *described = nazar_media_describe_metadata (bytes);
  g_auto (GStrv) tags = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpstr (described, ==, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (holds (bytes, secrets[i]));

  if (!gexiv2_metadata_open_buf (metadata, data, size, NULL))
    {
      /* It takes a GIF of less than a hundred bytes for none, and may know no HEIF. */
      g_assert_true (g_str_equal (type, "image/gif") || g_str_equal (type, "image/heif"));
      return;
    }
  g_assert_false (gexiv2_metadata_has_xmp (metadata));
  g_assert_false (gexiv2_metadata_has_iptc (metadata));
  tags = gexiv2_metadata_get_exif_tags (metadata);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (tags[i], "Exif.GPSInfo"));
      g_assert_false (g_str_has_prefix (tags[i], "Exif.Photo"));
      g_assert_true (g_str_equal (tags[i], "Exif.Image.Orientation") || g_str_equal (type, "image/tiff"));
    }
}

static void
assert_turned (GBytes     *bytes,
               const char *type)
{
  g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  /* GIF has none; that of HEIF is no Exif. */
  if (g_str_equal (type, "image/gif") || g_str_equal (type, "image/heif"))
    return;

  gexiv2_metadata_open_buf (metadata, data, size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gexiv2_metadata_try_get_tag_long (metadata, "Exif.Image.Orientation", NULL), ==, 6);
}

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = load (pictures[i].name);
      g_autoptr (GBytes) clean = NULL, again = NULL;
      g_autoptr (GError) error = NULL;
      guint64 width, height, clean_width, clean_height;

      g_test_message ("%s", pictures[i].name);
      g_assert_true (holds (bytes, "Ozgonova"));
      clean = nazar_media_clean (bytes, pictures[i].type, &error);
      g_assert_no_error (error);
      assert_type (clean, NULL, pictures[i].type);
      assert_tells_nothing (clean, pictures[i].type);
      assert_turned (clean, pictures[i].type);

      nazar_media_get_dimensions (bytes, &width, &height);
      nazar_media_get_dimensions (clean, &clean_width, &clean_height);
      g_assert_cmpuint (width, ==, clean_width);
      g_assert_cmpuint (height, ==, clean_height);

      /* A picture that tells nothing stays as it is. */
      again = nazar_media_clean (clean, pictures[i].type, &error);
      g_assert_no_error (error);
      g_assert_true (again == clean);
    }
}

/* Returns: the bytes from @first to @last */
static GBytes *
part (GBytes     *bytes,
      const char *first,
      gsize       first_length,
      const char *last,
      gsize       last_length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *start = memmem (data, size, first, first_length);
  const char *end = start != NULL ? memmem (start, data + size - start, last, last_length) : NULL;

  g_assert_nonnull (end);
  return g_bytes_new (start, end - start);
}

static void
test_pixels_stay (void)
{
  g_autoptr (GBytes) jpeg = load ("media-photo.jpg"), png = load ("media-photo.png"), pages = load ("media-pages.tif");
  g_autoptr (GBytes) clean_jpeg = nazar_media_clean (jpeg, "image/jpeg", NULL);
  g_autoptr (GBytes) clean_png = nazar_media_clean (png, "image/png", NULL);
  g_autoptr (GBytes) clean_pages = nazar_media_clean (pages, "image/tiff", NULL);
  gsize size;
  const char *data = g_bytes_get_data (jpeg, &size);
  const char *scan = data + size - 2;
  g_autoptr (GBytes) idat = part (png, "IDAT", 4, "IEND", 4);
  g_autoptr (GBytes) clean_idat = part (clean_png, "IDAT", 4, "IEND", 4);

  /* The last scan: that of the small copy comes before it. */
  while (memcmp (scan, "\xFF\xDA", 2) != 0)
    scan--;
  g_assert_cmpmem (scan, data + size - scan,
                   (const char *) g_bytes_get_data (clean_jpeg, NULL) + g_bytes_get_size (clean_jpeg) - (data + size - scan),
                   data + size - scan);
  g_assert_true (g_bytes_equal (idat, clean_idat));

  /* Both pages are there: the second is no small copy of the first. */
  {
    g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
    const guint8 *content = g_bytes_get_data (clean_pages, &size);

    g_assert_true (gexiv2_metadata_open_buf (metadata, content, size, NULL));
    g_assert_cmpint (gexiv2_metadata_try_get_tag_long (metadata, "Exif.Image.ImageWidth", NULL), ==, 24);
    g_assert_cmpint (gexiv2_metadata_try_get_tag_long (metadata, "Exif.Thumbnail.ImageWidth", NULL), ==, 20);
  }
}

static void
test_describe (void)
{
  g_autoptr (GBytes) photo = load ("media-photo.jpg"), heif = load ("media-photo.heic"), animation = load ("media-photo.gif");
  g_autofree char *told = nazar_media_describe_metadata (photo);
  g_autofree char *heif_told = nazar_media_describe_metadata (heif);
  g_autofree char *animation_told = nazar_media_describe_metadata (animation);

  g_assert_cmpstr (told, ==,
                   "Place: 42.87460, 74.56980. Device: Lumenta, K-7, LM4471. Time: 14 March 2019, 21:04. Names: Asel Ozgonova. "
                   "Program: Pikselnik. A small copy of the picture, which may show what was cut away. "
                   "Texts that a person or a program wrote into it. Other data of a camera or a program.");
  g_assert_true (g_str_has_prefix (heif_told, "Place: 42.87460, 74.56980. Device: Lumenta, K-7, LM4471."));
  g_assert_cmpstr (animation_told, ==,
                   "Texts that a person or a program wrote into it. Other data of a camera or a program.");
}

/* A camera's short video, kept where nothing that shows pictures looks. */
static void
test_after_the_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = load (pictures[i].name), first = NULL, longer = NULL, clean = NULL;
      g_autoptr (GByteArray) joined = g_byte_array_new ();
      g_autofree char *told = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;
      const guint8 *data;

      /* A box of HEIF that nobody knows; after the end of the others, anything. */
      first = nazar_media_clean (bytes, pictures[i].type, &error);
      g_assert_no_error (error);
      data = g_bytes_get_data (first, &size);
      g_byte_array_append (joined, data, size);
      g_byte_array_append (joined, (const guint8 *) "\0\0\0\x18mpvdHIDDEN FILM 123", 24);
      longer = g_bytes_new (joined->data, joined->len);

      clean = nazar_media_clean (longer, pictures[i].type, &error);
      g_assert_no_error (error);
      g_assert_false (holds (clean, "HIDDEN"));
      if (g_str_equal (pictures[i].type, "image/tiff"))
        continue; /* its parts stand anywhere: there is no end */
      told = nazar_media_describe_metadata (longer);
      g_assert_cmpstr (told, ==, "Something after the end of the picture, such as a short video.");
    }
}

/* What no camera of today writes is left out like what all of them write. */
static void
test_unknown_parts (void)
{
  g_autoptr (GBytes) photo = load ("media-photo.jpg"), strange = NULL, clean = NULL;
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (photo, &size);

  g_byte_array_append (joined, data, 2);
  g_byte_array_append (joined, (const guint8 *) "\xFF\xEB\0\x10WHEREABOUTS 12", 18);
  g_byte_array_append (joined, data + 2, size - 2);
  strange = g_bytes_new (joined->data, joined->len);

  clean = nazar_media_clean (strange, "image/jpeg", &error);
  g_assert_no_error (error);
  g_assert_false (holds (clean, "WHEREABOUTS"));
  assert_tells_nothing (clean, "image/jpeg");
}

/* Wherever a file is cut: a sentence, or a picture that tells nothing. */
static void
test_cut_anywhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) whole = load (pictures[i].name);

      for (gsize length = 1; length < g_bytes_get_size (whole); length++)
        {
          g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, length), clean = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *type = nazar_media_guess_type (bytes, NULL);
          g_autofree char *told = nazar_media_describe_metadata (bytes);
          guint64 width, height;

          nazar_media_get_dimensions (bytes, &width, &height);
          clean = nazar_media_clean (bytes, type, &error);
          if (clean == NULL)
            {
              g_assert_error (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TELLS);
              assert_sentence (error);
              continue;
            }
          for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
            g_assert_false (holds (clean, secrets[j]));
        }
    }
}

/* Nothing that is overwritten by chance ends the program or makes a file grow. */
static void
test_damaged_anywhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) whole = load (pictures[i].name);
      gsize size;
      const guint8 *data = g_bytes_get_data (whole, &size);

      for (guint round = 0; round < 2000; round++)
        {
          guint8 *damaged = g_memdup2 (data, size);
          g_autoptr (GBytes) bytes = NULL, clean = NULL;
          g_autofree char *told = NULL, *type = NULL;
          guint64 width, height;

          for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
            damaged[g_test_rand_int_range (0, size)] = g_test_rand_int_range (0, 3) > 0 ? g_test_rand_int () : 0xFF;
          bytes = g_bytes_new_take (damaged, size);
          type = nazar_media_guess_type (bytes, NULL);
          nazar_media_get_dimensions (bytes, &width, &height);
          told = nazar_media_describe_metadata (bytes);
          clean = nazar_media_clean (bytes, type, NULL);
          if (told != NULL)
            g_assert_true (g_utf8_validate (told, -1, NULL));
          if (clean != NULL)
            g_assert_cmpuint (g_bytes_get_size (clean), <=, size + 65536 + 64);
        }
    }
}

static void
test_cannot_be_cleaned (void)
{
  g_autoptr (GBytes) film = g_bytes_new_static ("\0\0\0\x18" "ftypisom\0\0\2\0isommp41", 24);
  g_autoptr (GBytes) drawing = bytes_of ("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
  g_autoptr (GBytes) raw = g_bytes_new_static ("II*\0\x10\0\0\0CR\2\0\0\0\0\0", 16);
  GBytes *const all[] = { film, drawing, raw };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *type = nazar_media_guess_type (all[i], NULL);

      g_assert_null (nazar_media_clean (all[i], type, &error));
      g_assert_error (error, NAZAR_MEDIA_ERROR, NAZAR_MEDIA_ERROR_TELLS);
      assert_sentence (error);
    }
}

static void
test_other_files_stay (void)
{
  g_autoptr (GBytes) text = bytes_of ("Place: Kersheit\n");
  g_autoptr (GBytes) pdf = bytes_of ("%PDF-1.4\n/Author (Ozgonova)\n");
  g_autoptr (GBytes) same_text = nazar_media_clean (text, "text/plain", NULL);
  g_autoptr (GBytes) same_pdf = nazar_media_clean (pdf, "application/pdf", NULL);

  g_assert_true (same_text == text);
  g_assert_true (same_pdf == pdf);
  g_assert_null (nazar_media_describe_metadata (text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gexiv2_initialize ();
  gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);

  g_test_add_func ("/media/type/is-told-by-the-bytes", test_type_by_bytes);
  g_test_add_func ("/media/type/name-chooses-among-kinds-with-the-same-bytes", test_type_by_both);
  g_test_add_func ("/media/type/kind-says-how-it-can-be-looked-at", test_kind);
  g_test_add_func ("/media/size/is-read-from-the-head", test_dimensions);
  g_test_add_func ("/media/size/bomb-is-known-by-its-head", test_bombs);
  g_test_add_func ("/media/size/limits-are-exact", test_limit);
  g_test_add_func ("/media/clean/place-device-and-people-go-and-orientation-stays", test_clean);
  g_test_add_func ("/media/clean/pixels-stay-bit-by-bit", test_pixels_stay);
  g_test_add_func ("/media/clean/what-stands-after-the-end-goes", test_after_the_end);
  g_test_add_func ("/media/clean/what-nobody-knows-goes", test_unknown_parts);
  g_test_add_func ("/media/clean/file-cut-anywhere-tells-nothing", test_cut_anywhere);
  g_test_add_func ("/media/clean/file-damaged-anywhere-does-no-harm", test_damaged_anywhere);
  g_test_add_func ("/media/clean/says-where-it-cannot", test_cannot_be_cleaned);
  g_test_add_func ("/media/clean/leaves-other-files-alone", test_other_files_stay);
  g_test_add_func ("/media/describe/says-what-a-picture-tells", test_describe);

  return g_test_run ();
}
