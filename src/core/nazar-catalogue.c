/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-catalogue.h"

#include <string.h>

/* The format: seven numbers of 32 bits, of which the first five are its sign, its
 * revision, how many strings, and where the tables of originals and translations
 * stand; a table's entry is a string's length and place; a NUL ends each string.
 * The originals are sorted. An original's context stands before it, with an EOT
 * between; plural forms stand after one another, with a NUL between. */
#define SIGN 0x950412deu
#define SIGN_SWAPPED 0xde120495u
#define HEAD_SIZE 28
#define ENTRY_SIZE 8
#define CONTEXT_END "\004"

struct _NazarCatalogue
{
  GMappedFile *file;
  const char *bytes;
  gsize size;
  gboolean swapped;
  guint32 n_strings;
  guint32 originals;
  guint32 translations;
};

static guint32
read_number (const NazarCatalogue *self,
             gsize                 place)
{
  guint32 number;

  memcpy (&number, self->bytes + place, sizeof number);
  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

static const char *
get_string (const NazarCatalogue *self,
            guint32               table,
            guint32               index,
            gsize                *length)
{
  gsize entry = table + (gsize) index * ENTRY_SIZE;

  *length = read_number (self, entry);
  return self->bytes + read_number (self, entry + 4);
}

static gboolean
table_is_whole (const NazarCatalogue *self,
                guint32               table)
{
  if ((guint64) table + (guint64) self->n_strings * ENTRY_SIZE > self->size)
    return FALSE;

  for (guint32 i = 0; i < self->n_strings; i++)
    {
      gsize entry = table + (gsize) i * ENTRY_SIZE;
      guint64 length = read_number (self, entry);
      guint64 place = read_number (self, entry + 4);

      if (place + length >= self->size || self->bytes[place + length] != '\0' ||
          !g_utf8_validate (self->bytes + place, (gssize) strlen (self->bytes + place), NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_head (NazarCatalogue *self)
{
  guint32 sign;

  if (self->size < HEAD_SIZE || self->size > G_MAXUINT32)
    return FALSE;

  sign = read_number (self, 0);
  if (sign != SIGN && sign != SIGN_SWAPPED)
    return FALSE;

  self->swapped = sign == SIGN_SWAPPED;
  self->n_strings = read_number (self, 8);
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);

  /* The upper half of the revision counts incompatible changes. */
  return read_number (self, 4) >> 16 <= 1 && table_is_whole (self, self->originals) &&
         table_is_whole (self, self->translations);
}

/**
 * nazar_catalogue_open:
 * @path: a .mo file
 *
 * Every string's place is checked here, so that a damaged file can do no harm.
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL where the file is
 *   missing or damaged
 */
NazarCatalogue *
nazar_catalogue_open (const char *path)
{
  g_autoptr (NazarCatalogue) self = NULL;
  GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);

  if (file == NULL)
    return NULL;

  self = g_new0 (NazarCatalogue, 1);
  self->file = file;
  self->bytes = g_mapped_file_get_contents (file);
  self->size = g_mapped_file_get_length (file);
  if (!read_head (self))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * nazar_catalogue_free:
 * @catalogue: (transfer full): a catalogue
 */
void
nazar_catalogue_free (NazarCatalogue *catalogue)
{
  g_mapped_file_unref (catalogue->file);
  g_free (catalogue);
}

/* As strcmp() of @original with the context, its mark and the msgid put together. */
static int
compare_key (const char *original,
             const char *context,
             const char *msgid)
{
  if (context != NULL)
    {
      gsize length = strlen (context);
      int order = strncmp (original, context, length);

      if (order != 0)
        return order;
      original += length;
      order = strncmp (original, CONTEXT_END, 1);
      if (order != 0)
        return order;
      original++;
    }

  return strcmp (original, msgid);
}

/**
 * nazar_catalogue_find:
 * @catalogue: a catalogue
 * @context: (nullable): the msgid's context
 * @msgid: the words in English; of words with a plural, the singular
 * @form: which plural form; 0 for other words
 *
 * Returns: (transfer none) (nullable): the translation, as long as @catalogue lives;
 *   %NULL where there is none
 */
const char *
nazar_catalogue_find (const NazarCatalogue *catalogue,
                      const char           *context,
                      const char           *msgid,
                      guint                 form)
{
  guint32 low = 0, high = catalogue->n_strings;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      gsize length;
      int order = compare_key (get_string (catalogue, catalogue->originals, middle, &length), context, msgid);

      if (order == 0)
        {
          const char *text = get_string (catalogue, catalogue->translations, middle, &length);
          const char *end = text + length;

          for (guint i = 0; i < form && text <= end; i++)
            text += strlen (text) + 1;
          return text < end && *text != '\0' ? text : NULL;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}
