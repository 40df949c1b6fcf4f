/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-personal-words.h"

#include "nazar-fold.h"

#include <string.h>

/* Two letters are no name; endings of cases are not longer than this ("Асановдун",
 * "Асановым", "Asanovning"). */
#define MIN_NAME_LETTERS 3
#define MIN_STEM_LETTERS 4
#define MAX_ENDING_LETTERS 5
/* Shorter numbers are counts and years. */
#define MIN_DIGITS 6

typedef struct
{
  char *folded; /* a word as it is compared, or digits alone */
  guint n_letters;
  char *origin;
} Word;

struct _NazarPersonalWords
{
  GPtrArray *names;
  GPtrArray *numbers;
};

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->folded);
  g_free (word->origin);
  g_free (word);
}

/**
 * nazar_personal_words_new:
 *
 * Returns: (transfer full): no words yet
 */
NazarPersonalWords *
nazar_personal_words_new (void)
{
  NazarPersonalWords *self = g_new0 (NazarPersonalWords, 1);

  self->names = g_ptr_array_new_with_free_func (word_free);
  self->numbers = g_ptr_array_new_with_free_func (word_free);
  return self;
}

/**
 * nazar_personal_words_free:
 * @self: (transfer full): words
 */
void
nazar_personal_words_free (NazarPersonalWords *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->numbers);
  g_free (self);
}

static void
add_word (GPtrArray  *words,
          const char *folded,
          guint       n_letters,
          const char *origin)
{
  Word *word = g_new0 (Word, 1);

  word->folded = g_strdup (folded);
  word->n_letters = n_letters;
  word->origin = g_strdup (origin);
  g_ptr_array_add (words, word);
}

/* The next run of digits with what people write between them; FALSE at the end. */
static gboolean
next_number (const char *text,
             gsize      *position,
             gsize      *start,
             gsize      *end,
             GString    *digits)
{
  gsize at = *position;

  while (text[at] != '\0' && !g_ascii_isdigit (text[at]))
    at++;
  if (text[at] == '\0')
    return FALSE;

  *start = at;
  g_string_truncate (digits, 0);
  for (; text[at] != '\0' && (g_ascii_isdigit (text[at]) || strchr (" -()./", text[at]) != NULL); at++)
    if (g_ascii_isdigit (text[at]))
      {
        g_string_append_c (digits, text[at]);
        *end = at + 1;
      }
  *position = at;
  return TRUE;
}

/**
 * nazar_personal_words_add_name:
 * @self: words
 * @name: (nullable): the name of a person, perhaps of several
 * @origin: whose it is, for people
 */
void
nazar_personal_words_add_name (NazarPersonalWords *self,
                               const char         *name,
                               const char         *origin)
{
  NazarWordIter iter;

  if (name == NULL)
    return;

  nazar_word_iter_init (&iter, name, -1);
  while (nazar_word_iter_next (&iter))
    if (iter.n_letters >= MIN_NAME_LETTERS && (iter.traits & NAZAR_WORD_DIGITS) == 0)
      add_word (self->names, iter.folded, iter.n_letters, origin);
  nazar_personal_words_add_contact (self, name, origin);
}

/**
 * nazar_personal_words_add_contact:
 * @self: words
 * @contact: (nullable): how a person can be reached
 * @origin: whose it is, for people
 *
 * Of it only numbers and mail addresses are looked for: its other words ("mother",
 * "Osh") are everybody's.
 */
void
nazar_personal_words_add_contact (NazarPersonalWords *self,
                                  const char         *contact,
                                  const char         *origin)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_auto (GStrv) parts = contact != NULL ? g_strsplit_set (contact, " ,;\n\t<>", -1) : NULL;
  gsize position = 0, start, end;

  while (contact != NULL && next_number (contact, &position, &start, &end, digits))
    if (digits->len >= MIN_DIGITS)
      add_word (self->numbers, digits->str, digits->len, origin);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      char *at = strchr (parts[i], '@');

      if (at != NULL && at > parts[i])
        {
          *at = '\0';
          nazar_personal_words_add_name (self, parts[i], origin);
        }
    }
}

/**
 * nazar_personal_words_is_empty:
 * @self: words
 *
 * Returns: whether there is nothing to look for
 */
gboolean
nazar_personal_words_is_empty (NazarPersonalWords *self)
{
  return self->names->len == 0 && self->numbers->len == 0;
}

static const Word *
find_name (NazarPersonalWords  *self,
           const NazarWordIter *iter)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Word *word = g_ptr_array_index (self->names, i);

      if (strcmp (iter->folded, word->folded) == 0)
        return word;
      if (word->n_letters >= MIN_STEM_LETTERS && iter->n_letters <= word->n_letters + MAX_ENDING_LETTERS &&
          g_str_has_prefix (iter->folded, word->folded))
        return word;
    }

  return NULL;
}

static const char *
skip_zeros (const char *digits)
{
  return digits + strspn (digits, "0");
}

/* Numbers are the same where their last digits are: with and without the country's code. */
static const Word *
find_number (NazarPersonalWords *self,
             const char         *typed)
{
  const char *digits = skip_zeros (typed);

  for (guint i = 0; strlen (digits) >= MIN_DIGITS && i < self->numbers->len; i++)
    {
      const Word *word = g_ptr_array_index (self->numbers, i);

      if (strstr (digits, skip_zeros (word->folded)) != NULL || g_str_has_suffix (word->folded, digits))
        return word;
    }

  return NULL;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const NazarPersonalMatch *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/**
 * nazar_personal_words_find:
 * @self: words
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (element-type NazarPersonalMatch): where they stand in it, in
 *   order; names in any case and spelling of letters, and with the endings of cases
 */
GArray *
nazar_personal_words_find (NazarPersonalWords *self,
                           const char         *text)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (NazarPersonalMatch));
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize position = 0, start, end;
  NazarWordIter iter;

  if (text == NULL)
    return matches;

  nazar_word_iter_init (&iter, text, -1);
  while (self->names->len > 0 && nazar_word_iter_next (&iter))
    {
      const Word *word = find_name (self, &iter);

      if (word != NULL)
        {
          NazarPersonalMatch match = { iter.start, iter.end, word->origin };

          g_array_append_val (matches, match);
        }
    }
  while (self->numbers->len > 0 && next_number (text, &position, &start, &end, digits))
    {
      const Word *word = find_number (self, digits->str);

      if (word != NULL)
        {
          NazarPersonalMatch match = { start, end, word->origin };

          g_array_append_val (matches, match);
        }
    }

  g_array_sort (matches, compare_matches);
  return matches;
}

/**
 * nazar_personal_words_mask:
 * @self: words
 * @text: (nullable): a text
 * @mask: what to put in the place of each
 *
 * Returns: (transfer full) (nullable): the text without them
 */
char *
nazar_personal_words_mask (NazarPersonalWords *self,
                           const char         *text,
                           const char         *mask)
{
  g_autoptr (GArray) matches = nazar_personal_words_find (self, text);
  GString *masked;
  gsize done = 0;

  if (text == NULL || matches->len == 0)
    return g_strdup (text);

  masked = g_string_new (NULL);
  for (guint i = 0; i < matches->len; i++)
    {
      const NazarPersonalMatch *match = &g_array_index (matches, NazarPersonalMatch, i);

      if (match->start < done)
        continue;
      g_string_append_len (masked, text + done, match->start - done);
      g_string_append (masked, mask);
      done = match->end;
    }
  g_string_append (masked, text + done);
  return g_string_free (masked, FALSE);
}
