/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The bytes of a folded word; what is longer is cut, in texts and in queries alike. */
#define NAZAR_WORD_MAX_BYTES 192

/**
 * NazarWordTraits:
 * @NAZAR_WORD_LATIN: has letters of the Latin alphabet
 * @NAZAR_WORD_CYRILLIC: has Cyrillic letters
 * @NAZAR_WORD_DIGITS: has digits
 * @NAZAR_WORD_OTHER: has letters of another script
 * @NAZAR_WORD_KYRGYZ: was written with ң, ө or ү
 * @NAZAR_WORD_UZBEK: was written with ў, қ, ғ or ҳ
 * @NAZAR_WORD_APOSTROPHE: was written with an apostrophe after o or g
 */
typedef enum
{
  NAZAR_WORD_LATIN = 1 << 0,
  NAZAR_WORD_CYRILLIC = 1 << 1,
  NAZAR_WORD_DIGITS = 1 << 2,
  NAZAR_WORD_OTHER = 1 << 3,
  NAZAR_WORD_KYRGYZ = 1 << 4,
  NAZAR_WORD_UZBEK = 1 << 5,
  NAZAR_WORD_APOSTROPHE = 1 << 6,
} NazarWordTraits;

#define NAZAR_WORD_SCRIPTS                                                                         \
  (NAZAR_WORD_LATIN | NAZAR_WORD_CYRILLIC | NAZAR_WORD_DIGITS | NAZAR_WORD_OTHER)

/**
 * NazarWordIter:
 * @start: the byte of the text at which the word begins
 * @end: the byte after it
 * @folded: the word as it is compared, ending in NUL
 * @length: the bytes of @folded
 * @n_letters: the characters of @folded
 * @traits: #NazarWordTraits
 *
 * Goes through the words of a text. Lives on the stack and owns nothing.
 */
typedef struct
{
  /*< private >*/
  const guint8 *text;
  gsize size;
  gsize position;

  /*< public >*/
  gsize start;
  gsize end;
  gsize length;
  guint n_letters;
  guint traits;
  char folded[NAZAR_WORD_MAX_BYTES + 1];
} NazarWordIter;

void     nazar_word_iter_init (NazarWordIter *iter,
                               const char    *text,
                               gssize         length);
gboolean nazar_word_iter_next (NazarWordIter *iter);

gboolean nazar_is_apostrophe  (gunichar       c);
char    *nazar_fold           (const char    *text);

G_END_DECLS
