/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-fold.h"

#include <string.h>
#include <unicode/utf8.h>

/* One folding for everything that is searched or compared: small letters, no
 * diacritics, ё as е, the letters that a Russian keyboard lacks as the ones
 * typed in their place, and no apostrophe inside a word. It goes letter by
 * letter, so that a word in the middle of a text is folded where it stands. */

/* The most characters that one character becomes (U+FDFA becomes 18). */
#define MAX_EXPANSION 18

#define COMBINING_BREVE 0x0306
#define ZERO_WIDTH_SPACE 0x200B

typedef enum
{
  CHAR_SEPARATOR,
  CHAR_WORD,      /* letter or digit */
  CHAR_MARK,      /* belongs to the letter before it and is left out */
  CHAR_INVISIBLE, /* is left out, even in the middle of a word */
  CHAR_APOSTROPHE,
} CharClass;

static inline gboolean
is_ascii_word (guint8 c)
{
  return (guint8) ((c | 0x20) - 'a') < 26 || (guint8) (c - '0') < 10;
}

/* The letters of Russian without ё: the range that a Cyrillic text mostly is. */
static inline gboolean
is_plain_cyrillic (gunichar c)
{
  return c >= 0x0410 && c <= 0x044F;
}

/**
 * nazar_is_apostrophe:
 * @c: a character
 *
 * Returns: whether people type @c where an Uzbek word has the mark of oʻ, gʻ or
 *   the tutuq belgisi
 */
gboolean
nazar_is_apostrophe (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '`':
    case 0x00B4: /* ´ */
    case 0x02B9: /* ʹ */
    case 0x02BB: /* ʻ */
    case 0x02BC: /* ʼ */
    case 0x02BD: /* ʽ */
    case 0x02BF: /* ʿ */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201B: /* ‛ */
    case 0x2032: /* ′ */
    case 0xFF07: /* ＇ */
      return TRUE;
    default:
      return FALSE;
    }
}

static CharClass
classify (gunichar c)
{
  if (nazar_is_apostrophe (c))
    return CHAR_APOSTROPHE;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
      return CHAR_WORD;
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return CHAR_MARK;
    case G_UNICODE_FORMAT:
      return c == ZERO_WIDTH_SPACE ? CHAR_SEPARATOR : CHAR_INVISIBLE;
    default:
      return CHAR_SEPARATOR;
    }
}

/* The letters of the five languages that fold to another, and what their
 * presence tells. */
static gunichar
fold_own_letter (gunichar  c,
                 guint    *traits)
{
  switch (c)
    {
    case 0x0401: /* Ё */
    case 0x0451:
      return 0x0435;
    case 0x04A2: /* Ң */
    case 0x04A3:
      *traits |= NAZAR_WORD_KYRGYZ;
      return 0x043D;
    case 0x04E8: /* Ө */
    case 0x04E9:
      *traits |= NAZAR_WORD_KYRGYZ;
      return 0x043E;
    case 0x04AE: /* Ү */
    case 0x04AF:
      *traits |= NAZAR_WORD_KYRGYZ;
      return 0x0443;
    case 0x040E: /* Ў */
    case 0x045E:
      *traits |= NAZAR_WORD_UZBEK;
      return 0x0443;
    case 0x049A: /* Қ */
    case 0x049B:
      *traits |= NAZAR_WORD_UZBEK;
      return 0x043A;
    case 0x0492: /* Ғ */
    case 0x0493:
      *traits |= NAZAR_WORD_UZBEK;
      return 0x0433;
    case 0x04B2: /* Ҳ */
    case 0x04B3:
      *traits |= NAZAR_WORD_UZBEK;
      return 0x0445;
    default:
      return 0;
    }
}

/* Small letters that Unicode does not take apart. */
static const char *
plain_spelling (gunichar c)
{
  switch (c)
    {
    case 0x00DF: /* ß */
    case 0x1E9E:
      return "ss";
    case 0x00E6: /* æ */
      return "ae";
    case 0x00F0: /* ð */
    case 0x0111: /* đ */
      return "d";
    case 0x00F8: /* ø */
      return "o";
    case 0x0131: /* ı */
      return "i";
    case 0x0142: /* ł */
      return "l";
    case 0x0153: /* œ */
      return "oe";
    case 0x03C2: /* ς */
      return "σ";
    default:
      return NULL;
    }
}

static gsize
append (char     *out,
        gunichar  c,
        guint    *traits)
{
  gunichar own = fold_own_letter (c, traits);
  const char *plain;

  if (c < 0x80)
    {
      out[0] = g_ascii_tolower (c);
      return 1;
    }

  if (own != 0)
    return g_unichar_to_utf8 (own, out);
  if (is_plain_cyrillic (c))
    return g_unichar_to_utf8 (c < 0x0430 ? c + 0x20 : c, out);

  c = g_unichar_tolower (c);
  plain = plain_spelling (c);
  if (plain != NULL)
    {
      memcpy (out, plain, strlen (plain));
      return strlen (plain);
    }
  if (g_unichar_isdigit (c))
    {
      out[0] = '0' + g_unichar_digit_value (c);
      return 1;
    }

  return g_unichar_to_utf8 (c, out);
}

/* Writes what @c folds to: at most %MAX_EXPANSION characters of 4 bytes. Of a
 * character in a word only letters and digits remain. */
static gsize
fold_char (gunichar  c,
           gboolean  in_word,
           char     *out,
           guint    *traits)
{
  gunichar parts[MAX_EXPANSION];
  gsize n_parts;
  gsize length = 0;

  /* й is no и with a diacritic, and ў, which can be taken apart, is Uzbek. */
  if (is_plain_cyrillic (c) || fold_own_letter (c, traits) != 0)
    return append (out, c, traits);

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n_parts, G_N_ELEMENTS (parts)); i++)
    {
      CharClass class = classify (parts[i]);

      if (class == CHAR_APOSTROPHE && !in_word)
        out[length++] = '\'';
      else if (class != CHAR_MARK && class != CHAR_INVISIBLE && (!in_word || class == CHAR_WORD))
        length += append (out + length, parts[i], traits);
    }

  return length;
}

/* A breve written apart from its letter: и and breve are й, у and breve are ў. */
static void
fold_breve (char  *end,
            guint *traits)
{
  if (memcmp (end - 2, "и", 2) == 0)
    memcpy (end - 2, "й", 2);
  else if (memcmp (end - 2, "у", 2) == 0)
    *traits |= NAZAR_WORD_UZBEK;
}

static guint
script_of (gunichar c)
{
  if (c < 0x80)
    return (guint8) (c - '0') < 10 ? NAZAR_WORD_DIGITS : NAZAR_WORD_LATIN;
  if (c >= 0x0400 && c <= 0x052F)
    return NAZAR_WORD_CYRILLIC;

  return NAZAR_WORD_OTHER;
}

/* The character at @position; a byte that is not UTF-8 counts as a separator. */
static inline gunichar
char_at (const guint8 *text,
         gsize         size,
         gsize         position,
         gsize        *next)
{
  /* U8_NEXT counts in int32_t and never needs more than four bytes. */
  const guint8 *here = text + position;
  gint32 left = MIN (size - position, U8_MAX_LENGTH);
  gint32 used = 0;
  UChar32 c;

  U8_NEXT (here, used, left, c);
  *next = position + used;
  return c < 0 ? 0xFFFD : (gunichar) c;
}

/* What is cut off at the limit is cut off at a whole character. */
static void
word_append (NazarWordIter *iter,
             const char    *folded,
             gsize          length)
{
  for (gsize i = 0; i < length;)
    {
      gunichar c = g_utf8_get_char (folded + i);
      gsize bytes = g_utf8_skip[(guint8) folded[i]];

      if (iter->length + bytes > NAZAR_WORD_MAX_BYTES)
        return;
      memcpy (iter->folded + iter->length, folded + i, bytes);
      iter->length += bytes;
      iter->n_letters++;
      iter->traits |= script_of (c);
      i += bytes;
    }
}

static void
word_append_char (NazarWordIter *iter,
                  gunichar       c)
{
  char folded[MAX_EXPANSION * U8_MAX_LENGTH];

  if (is_plain_cyrillic (c) && iter->length + 2 <= NAZAR_WORD_MAX_BYTES)
    {
      gunichar lower = c < 0x0430 ? c + 0x20 : c;

      iter->folded[iter->length++] = (char) (0xC0 | (lower >> 6));
      iter->folded[iter->length++] = (char) (0x80 | (lower & 0x3F));
      iter->n_letters++;
      iter->traits |= NAZAR_WORD_CYRILLIC;
      return;
    }

  word_append (iter, folded, fold_char (c, TRUE, folded, &iter->traits));
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

/* d'Ivoire and l'homme are two words; o'z, e'lon, san'at and State's are one. */
static gboolean
is_elision (const char *folded,
            gsize       length)
{
  return length == 1 && folded[0] != 'g' && g_ascii_islower (folded[0]) && !is_vowel (folded[0]);
}

/* Called behind an apostrophe: whether the word goes on after it. */
static gboolean
joins (NazarWordIter *iter,
       gsize          after)
{
  gsize next;
  gunichar c;

  if (after >= iter->size || is_elision (iter->folded, iter->length))
    return FALSE;

  c = char_at (iter->text, iter->size, after, &next);
  if (classify (c) != CHAR_WORD)
    return FALSE;

  if (iter->length > 0 && strchr ("og", iter->folded[iter->length - 1]) != NULL)
    iter->traits |= NAZAR_WORD_APOSTROPHE;
  return TRUE;
}

static void
find_start (NazarWordIter *iter)
{
  while (iter->position < iter->size)
    {
      guint8 byte = iter->text[iter->position];
      gsize next = iter->position + 1;

      if (byte < 0x80 ? is_ascii_word (byte)
                      : classify (char_at (iter->text, iter->size, iter->position, &next)) ==
                          CHAR_WORD)
        break;
      iter->position = next;
    }
}

/* Reads one character that is not ASCII; returns whether the word goes on. */
static gboolean
read_char (NazarWordIter *iter)
{
  gsize next;
  gunichar c = char_at (iter->text, iter->size, iter->position, &next);
  CharClass class = is_plain_cyrillic (c) ? CHAR_WORD : classify (c);

  switch (class)
    {
    case CHAR_WORD:
      word_append_char (iter, c);
      iter->end = next;
      break;
    case CHAR_MARK:
      if (c == COMBINING_BREVE && iter->length >= 2)
        fold_breve (iter->folded + iter->length, &iter->traits);
      iter->end = next;
      break;
    case CHAR_INVISIBLE:
      break;
    case CHAR_APOSTROPHE:
      if (g_unichar_isalpha (c)) /* the true letters ʻ and ʼ belong to the word before them */
        iter->end = next;
      if (!joins (iter, next))
        return FALSE;
      break;
    case CHAR_SEPARATOR:
    default:
      return FALSE;
    }

  iter->position = next;
  return TRUE;
}

static void
read_word (NazarWordIter *iter)
{
  while (iter->position < iter->size)
    {
      guint8 byte = iter->text[iter->position];

      if (byte >= 0x80)
        {
          if (!read_char (iter))
            return;
          continue;
        }

      if (is_ascii_word (byte))
        {
          if (iter->length < NAZAR_WORD_MAX_BYTES)
            {
              iter->folded[iter->length++] = byte | 0x20; /* small; digits have the bit */
              iter->n_letters++;
              iter->traits |= script_of (byte);
            }
          iter->end = iter->position + 1;
        }
      else if ((byte != '\'' && byte != '`') || !joins (iter, iter->position + 1))
        {
          return;
        }
      iter->position++;
    }
}

/**
 * nazar_word_iter_init:
 * @iter: an iterator on the stack
 * @text: any bytes, which must outlive @iter; what is not UTF-8 separates words
 * @length: the length of @text, or -1 when it ends in NUL
 *
 * Begins before the first word of @text.
 */
void
nazar_word_iter_init (NazarWordIter *iter,
                      const char    *text,
                      gssize         length)
{
  g_return_if_fail (iter != NULL);
  g_return_if_fail (text != NULL || length == 0);

  iter->text = (const guint8 *) text;
  iter->size = length < 0 ? strlen (text) : (gsize) length;
  iter->position = 0;
  iter->start = iter->end = 0;
  iter->length = 0;
  iter->n_letters = 0;
  iter->traits = 0;
  iter->folded[0] = '\0';
}

/**
 * nazar_word_iter_next:
 * @iter: an iterator
 *
 * Goes to the next word: a run of letters and digits, with apostrophes, soft
 * hyphens and accents inside it.
 *
 * Returns: %FALSE when there is none
 */
gboolean
nazar_word_iter_next (NazarWordIter *iter)
{
  do
    {
      iter->length = 0;
      iter->n_letters = 0;
      iter->traits = 0;
      find_start (iter);
      if (iter->position >= iter->size)
        return FALSE;
      iter->start = iter->end = iter->position;
      read_word (iter);
    }
  while (iter->length == 0);

  iter->folded[iter->length] = '\0';
  return TRUE;
}

/* An apostrophe inside a word is left out, any other is written as '. */
static gboolean
is_left_out (const guint8 *text,
             gsize         size,
             gsize         position,
             gboolean      after_letter)
{
  gsize next;

  return after_letter && position < size &&
         classify (char_at (text, size, position, &next)) == CHAR_WORD;
}

/**
 * nazar_fold:
 * @text: (nullable): text; what is not UTF-8 becomes U+FFFD
 *
 * Writes a text in the form in which texts are searched and compared: small
 * letters, compatibility forms resolved, no diacritics, ё as е, ң ө ү as н о у,
 * ў қ ғ ҳ as у к г х, no soft hyphens, no apostrophes inside words. Folding twice
 * changes nothing more.
 *
 * Returns: (transfer full): the folded text
 */
char *
nazar_fold (const char *text)
{
  const guint8 *bytes = (const guint8 *) text;
  gsize size = text != NULL ? strlen (text) : 0;
  GString *folded = g_string_sized_new (size + 1);
  gboolean after_letter = FALSE;
  guint traits = 0;

  for (gsize position = 0; position < size;)
    {
      char piece[MAX_EXPANSION * U8_MAX_LENGTH];
      gunichar c = char_at (bytes, size, position, &position);
      CharClass class;

      if (c < 0x80 && is_ascii_word (c))
        {
          g_string_append_c (folded, c | 0x20);
          after_letter = TRUE;
          continue;
        }

      class = classify (c);
      if (class == CHAR_APOSTROPHE)
        {
          if (!is_left_out (bytes, size, position, after_letter))
            g_string_append_c (folded, '\'');
          after_letter = FALSE;
        }
      else if (class == CHAR_MARK)
        {
          if (c == COMBINING_BREVE && folded->len >= 2)
            fold_breve (folded->str + folded->len, &traits);
        }
      else if (class != CHAR_INVISIBLE)
        {
          after_letter = class == CHAR_WORD;
          g_string_append_len (folded, piece, fold_char (c, after_letter, piece, &traits));
        }
    }

  return g_string_free (folded, FALSE);
}
