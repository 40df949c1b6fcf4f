/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-collator.h"

#include "nazar-language.h"

#include <string.h>
#include <unicode/ucol.h>

struct _NazarCollator
{
  gatomicrefcount references;
  const char *language; /* one of the ids, never freed */
  UCollator *collator;  /* %NULL where ICU has no data: then bytes are compared */
};

G_DEFINE_BOXED_TYPE (NazarCollator, nazar_collator, nazar_collator_ref, nazar_collator_unref)

/* ICU has no rule for Uzbek in Cyrillic letters: its own four come last. */
#define UZBEK_CYRILLIC_RULES u"[reorder Cyrl]&я<ў<<<Ў<қ<<<Қ<ғ<<<Ғ<ҳ<<<Ҳ"

static UCollator *
open_collator (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator;

  if (g_str_equal (language, "uz@cyrillic"))
    collator = ucol_openRules (UZBEK_CYRILLIC_RULES, -1, UCOL_DEFAULT, UCOL_TERTIARY, NULL, &status);
  else
    collator = ucol_open (nazar_language_icu_locale (language), &status);

  if (U_SUCCESS (status))
    {
      ucol_setStrength (collator, UCOL_TERTIARY);
      ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    }

  return collator;
}

/**
 * nazar_collator_new:
 * @language: one of the five ids
 *
 * Returns: (transfer full): a collator
 */
NazarCollator *
nazar_collator_new (const char *language)
{
  NazarCollator *self;

  g_return_val_if_fail (nazar_language_find (language) != NULL, NULL);

  self = g_new0 (NazarCollator, 1);
  g_atomic_ref_count_init (&self->references);
  self->language = nazar_language_find (language)->id;
  self->collator = open_collator (self->language);
  return self;
}

/**
 * nazar_collator_ref:
 * @self: a collator
 *
 * Returns: (transfer full): @self
 */
NazarCollator *
nazar_collator_ref (NazarCollator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * nazar_collator_unref:
 * @self: (transfer full): a collator
 */
void
nazar_collator_unref (NazarCollator *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->collator, ucol_close);
  g_free (self);
}

static int
compare_bytes (const char *a,
               gsize       a_length,
               const char *b,
               gsize       b_length)
{
  int result = memcmp (a, b, MIN (a_length, b_length));

  if (result == 0)
    return (a_length > b_length) - (a_length < b_length);

  return (result > 0) - (result < 0);
}

/**
 * nazar_collator_compare_bytes:
 * @self: a collator
 * @a: (nullable): text; what is not UTF-8 counts as U+FFFD
 * @a_length: its bytes, or -1 when it ends in NUL
 * @b: (nullable): text
 * @b_length: its bytes, or -1 when it ends in NUL
 *
 * Returns: -1, 0 or 1; %NULL stands before every text
 */
int
nazar_collator_compare_bytes (const NazarCollator *self,
                              const char          *a,
                              gssize               a_length,
                              const char          *b,
                              gssize               b_length)
{
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (self != NULL, 0);

  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);

  if (a_length < 0)
    a_length = strlen (a);
  if (b_length < 0)
    b_length = strlen (b);

  if (self->collator == NULL || a_length > G_MAXINT32 || b_length > G_MAXINT32)
    return compare_bytes (a, a_length, b, b_length);

  /* UCOL_LESS, UCOL_EQUAL and UCOL_GREATER are -1, 0 and 1. */
  return ucol_strcollUTF8 (self->collator, a, a_length, b, b_length, &status);
}

/**
 * nazar_collator_compare:
 * @self: a collator
 * @a: (nullable): text
 * @b: (nullable): text
 *
 * Returns: -1, 0 or 1; %NULL stands before every text
 */
int
nazar_collator_compare (const NazarCollator *self,
                        const char          *a,
                        const char          *b)
{
  return nazar_collator_compare_bytes (self, a, -1, b, -1);
}

/**
 * nazar_collator_key:
 * @self: a collator
 * @text: (nullable): text
 *
 * Returns: (transfer full): bytes without NUL, not UTF-8, that strcmp() orders as
 *   nazar_collator_compare() orders the texts; empty for %NULL
 */
char *
nazar_collator_key (const NazarCollator *self,
                    const char          *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  g_autofree char *valid = NULL;
  glong length;
  int32_t size;
  char *key;

  g_return_val_if_fail (self != NULL, NULL);

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  if (self->collator == NULL)
    return g_steal_pointer (&valid);

  utf16 = g_utf8_to_utf16 (valid, -1, NULL, &length, NULL);
  size = ucol_getSortKey (self->collator, utf16, length, NULL, 0);
  key = g_malloc0 (size + 1);
  ucol_getSortKey (self->collator, utf16, length, (uint8_t *) key, size);
  return key;
}

/* One collator a thread, made anew when the language has changed. */
static const NazarCollator *
current_collator (void)
{
  static GPrivate private = G_PRIVATE_INIT ((GDestroyNotify) nazar_collator_unref);
  const char *language = nazar_language_current ();
  NazarCollator *collator = g_private_get (&private);

  if (collator == NULL || !g_str_equal (collator->language, language))
    {
      collator = nazar_collator_new (language);
      g_private_replace (&private, collator);
    }

  return collator;
}

/**
 * nazar_collate:
 * @a: (nullable): text
 * @b: (nullable): text
 *
 * Compares by the current language: 76.2 stands before 76.14.
 *
 * Returns: -1, 0 or 1; %NULL stands before every text
 */
int
nazar_collate (const char *a,
               const char *b)
{
  return nazar_collator_compare (current_collator (), a, b);
}

/**
 * nazar_collate_key:
 * @text: (nullable): text
 *
 * Returns: (transfer full): see nazar_collator_key(), for the current language
 */
char *
nazar_collate_key (const char *text)
{
  return nazar_collator_key (current_collator (), text);
}
