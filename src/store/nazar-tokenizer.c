/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-tokenizer.h"

#include "nazar-fold.h"
#include "nazar-store-error.h"
#include "nazar-translit.h"

#include <libstemmer.h>
#include <string.h>

/* For each word of a document the index holds the folded word and, at the same
 * place, its stem with a mark before it that no word begins with: so a stem is
 * never taken for a word nor found by a prefix. A stem that is the word itself is
 * not repeated. A query names the forms that it wants; see append_term(). */

#define STEM_MARK '\001'

/* Shorter words are not stemmed. */
#define MIN_STEM_LETTERS 5

/* A shorter word is not looked for in the other script of Uzbek: as a beginning
 * it would find too much. */
#define MIN_TRANSLIT_LETTERS 4

/* More of what was typed is not looked at. */
#define MAX_TYPED_BYTES 2000

/* The state of one tokenizer or one search: a stemmer serves one thread at a time. */
typedef struct
{
  struct sb_stemmer *russian;
  struct sb_stemmer *english;
} Stemmers;

/* One word of what was typed. */
typedef struct
{
  char *word;  /* folded */
  char *stem;  /* (nullable): the stem that words related to it have */
  char *other; /* (nullable): folded, in the other script of Uzbek */
  gsize start; /* in what was typed */
  gsize end;
  gboolean digits;
  gboolean joined; /* to the word before it: A/HRC/15/2 is looked for as a whole */
  gboolean prefix; /* may be the beginning of a word */
} Term;

static void
stemmers_free (Stemmers *self)
{
  sb_stemmer_delete (self->russian);
  sb_stemmer_delete (self->english);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stemmers, stemmers_free)

static Stemmers *
stemmers_new (void)
{
  Stemmers *self = g_new0 (Stemmers, 1);

  self->russian = sb_stemmer_new ("russian", "UTF_8");
  self->english = sb_stemmer_new ("english", "UTF_8");
  return self;
}

/* Which stemmer the word wants: none when it is in two scripts, in another one, or
 * written with letters of Kyrgyz or Uzbek. */
static struct sb_stemmer *
stemmer_for (Stemmers *self,
             guint     traits)
{
  if ((traits & NAZAR_WORD_SCRIPTS) == NAZAR_WORD_LATIN)
    return self->english;
  if ((traits & (NAZAR_WORD_SCRIPTS | NAZAR_WORD_KYRGYZ | NAZAR_WORD_UZBEK)) == NAZAR_WORD_CYRILLIC)
    return self->russian;

  return NULL;
}

/* The stem of the word that @iter is at, owned by the stemmer until the next
 * call; %NULL for a word that is not stemmed. */
static const char *
stem_of (Stemmers            *self,
         const NazarWordIter *iter,
         gsize               *length)
{
  struct sb_stemmer *stemmer;
  const sb_symbol *stem;

  if (iter->n_letters < MIN_STEM_LETTERS)
    return NULL;
  stemmer = stemmer_for (self, iter->traits);
  if (stemmer == NULL)
    return NULL;

  stem = sb_stemmer_stem (stemmer, (const sb_symbol *) iter->folded, iter->length);
  if (stem == NULL)
    return NULL;

  *length = sb_stemmer_length (stemmer);
  return (const char *) stem;
}

/* ---- The tokenizer of FTS5 ---- */

typedef int (*TokenFunc) (void       *context,
                          int         flags,
                          const char *token,
                          int         length,
                          int         start,
                          int         end);

static int
on_create_cb (void           *data,
              const char    **arguments,
              int             n_arguments,
              Fts5Tokenizer **tokenizer)
{
  if (n_arguments > 0)
    return SQLITE_ERROR;

  *tokenizer = (Fts5Tokenizer *) stemmers_new ();
  return SQLITE_OK;
}

static void
on_delete_cb (Fts5Tokenizer *tokenizer)
{
  stemmers_free ((Stemmers *) tokenizer);
}

static int
emit_stem (Stemmers            *stemmers,
           const NazarWordIter *iter,
           void                *context,
           TokenFunc            token)
{
  char marked[NAZAR_WORD_MAX_BYTES + 2];
  gsize length;
  const char *stem = stem_of (stemmers, iter, &length);

  if (stem == NULL || length > NAZAR_WORD_MAX_BYTES ||
      (length == iter->length && memcmp (stem, iter->folded, length) == 0))
    return SQLITE_OK;

  marked[0] = STEM_MARK;
  memcpy (marked + 1, stem, length);
  return token (context, FTS5_TOKEN_COLOCATED, marked, length + 1, iter->start, iter->end);
}

/* In a query the mark before a word says that a stem is meant. */
static int
emit_query_word (const NazarWordIter *iter,
                 const char          *text,
                 void                *context,
                 TokenFunc            token)
{
  char marked[NAZAR_WORD_MAX_BYTES + 2];

  if (iter->start == 0 || text[iter->start - 1] != STEM_MARK)
    return token (context, 0, iter->folded, iter->length, iter->start, iter->end);

  marked[0] = STEM_MARK;
  memcpy (marked + 1, iter->folded, iter->length);
  return token (context, 0, marked, iter->length + 1, iter->start, iter->end);
}

static int
on_tokenize_cb (Fts5Tokenizer *tokenizer,
                void          *context,
                int            flags,
                const char    *text,
                int            length,
                TokenFunc      token)
{
  Stemmers *stemmers = (Stemmers *) tokenizer;
  NazarWordIter iter;
  int code = SQLITE_OK;

  nazar_word_iter_init (&iter, text != NULL ? text : "", text != NULL ? length : 0);
  while (code == SQLITE_OK && nazar_word_iter_next (&iter))
    {
      if (flags & FTS5_TOKENIZE_QUERY)
        {
          code = emit_query_word (&iter, text, context, token);
          continue;
        }

      code = token (context, 0, iter.folded, iter.length, iter.start, iter.end);
      if (code == SQLITE_OK)
        code = emit_stem (stemmers, &iter, context, token);
    }

  return code;
}

static fts5_api *
get_fts5 (sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;

  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  return api;
}

/**
 * nazar_tokenizer_register:
 * @db: a connection
 * @error: return location for a #NazarStoreError
 *
 * Makes the tokenizer `nazar` known to FTS5 on @db, for `tokenize = 'nazar'`.
 *
 * Returns: %FALSE on error, as where SQLite was built without FTS5
 */
gboolean
nazar_tokenizer_register (sqlite3  *db,
                          GError  **error)
{
  static fts5_tokenizer tokenizer = { on_create_cb, on_delete_cb, on_tokenize_cb };
  fts5_api *api;
  int code;

  g_return_val_if_fail (db != NULL, FALSE);

  api = get_fts5 (db);
  if (api == NULL)
    return nazar_store_error_set (error, db, SQLITE_ERROR);

  code = api->xCreateTokenizer (api, "nazar", NULL, &tokenizer, NULL);
  return code == SQLITE_OK || nazar_store_error_set (error, db, code);
}

/* ---- What was typed ---- */

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->word);
  g_free (term->stem);
  g_free (term->other);
}

/* The stem to look for. A short word has none, but may be the stem of longer ones. */
static char *
stem_wanted (Stemmers            *stemmers,
             const NazarWordIter *iter)
{
  gsize length;
  const char *stem = stem_of (stemmers, iter, &length);

  if (stem != NULL)
    return g_strndup (stem, length);
  if (iter->n_letters < MIN_STEM_LETTERS && stemmer_for (stemmers, iter->traits) != NULL)
    return g_strdup (iter->folded);

  return NULL;
}

static char *
other_wanted (const NazarWordIter *iter,
              const char          *typed)
{
  g_autofree char *word = NULL;
  g_autofree char *other = NULL;

  if (iter->n_letters < MIN_TRANSLIT_LETTERS || (iter->traits & (NAZAR_WORD_DIGITS | NAZAR_WORD_OTHER)))
    return NULL;

  word = g_strndup (typed + iter->start, iter->end - iter->start);
  other = nazar_translit_other_script (word);

  return other != NULL ? nazar_fold (other) : NULL;
}

static gboolean
has_space (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length;)
    {
      gunichar c = g_utf8_get_char_validated (text + i, length - i);

      if (c >= (gunichar) -2) /* not UTF-8 */
        i++;
      else if (g_unichar_isspace (c))
        return TRUE;
      else
        i = g_utf8_next_char (text + i) - text;
    }

  return FALSE;
}

/* Words without a space between them are looked for as a whole where one of them
 * is a number: a symbol, a date, 76.14. */
static void
join_terms (GArray     *terms,
            const char *typed)
{
  guint end;

  for (guint begin = 0; begin < terms->len; begin = end)
    {
      gboolean digits = g_array_index (terms, Term, begin).digits;

      for (end = begin + 1; end < terms->len; end++)
        {
          Term *before = &g_array_index (terms, Term, end - 1);
          Term *term = &g_array_index (terms, Term, end);

          if (has_space (typed + before->end, term->start - before->end))
            break;
          digits = digits || term->digits;
        }
      for (guint i = begin + 1; i < end; i++)
        g_array_index (terms, Term, i).joined = digits;
    }
}

/* (transfer full): an array of Term */
static GArray *
read_terms (const char *typed)
{
  g_autoptr (Stemmers) stemmers = stemmers_new ();
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (Term));
  gsize size = MIN (strlen (typed), MAX_TYPED_BYTES);
  NazarWordIter iter;

  g_array_set_clear_func (terms, term_clear);
  nazar_word_iter_init (&iter, typed, size);
  while (terms->len < NAZAR_SEARCH_MAX_WORDS && nazar_word_iter_next (&iter))
    {
      Term term = { .start = iter.start, .end = iter.end };

      term.word = g_strdup (iter.folded);
      term.stem = stem_wanted (stemmers, &iter);
      term.other = other_wanted (&iter, typed);
      term.digits = (iter.traits & NAZAR_WORD_DIGITS) != 0;
      g_array_append_val (terms, term);
    }

  join_terms (terms, typed);
  if (terms->len > 0)
    {
      Term *last = &g_array_index (terms, Term, terms->len - 1);

      last->prefix = terms->len < NAZAR_SEARCH_MAX_WORDS &&
                     !has_space (typed + last->end, size - last->end);
    }

  return terms;
}

/* How many terms from @index on are to stand one behind the other. */
static guint
phrase_length (const GArray *terms,
               guint         index)
{
  guint end = index + 1;

  while (end < terms->len && g_array_index (terms, Term, end).joined)
    end++;

  return end - index;
}

/* ---- Expressions ---- */

static void
append_phrase (GString      *expression,
               const GArray *terms,
               guint         begin,
               guint         n,
               gboolean      exact)
{
  g_string_append_c (expression, '"');
  for (guint i = begin; i < begin + n; i++)
    {
      if (i > begin)
        g_string_append_c (expression, ' ');
      g_string_append (expression, g_array_index (terms, Term, i).word);
    }
  g_string_append_c (expression, '"');

  if (!exact && g_array_index (terms, Term, begin + n - 1).prefix)
    g_string_append_c (expression, '*');
}

/* All forms in which a word is found: itself, words of the same stem, the stem
 * where it stands as a word, the word in the other script. */
static void
append_term (GString    *expression,
             const Term *term)
{
  const char *star = term->prefix ? "*" : "";

  g_string_append_printf (expression, "(\"%s\"%s", term->word, star);
  if (term->stem != NULL)
    {
      g_string_append_printf (expression, " OR \"%c%s\"", STEM_MARK, term->stem);
      if (strcmp (term->stem, term->word) != 0)
        g_string_append_printf (expression, " OR \"%s\"", term->stem);
    }
  if (term->other != NULL)
    g_string_append_printf (expression, " OR \"%s\"%s", term->other, star);
  g_string_append_c (expression, ')');
}

static char *
make_expression (const char *typed,
                 gboolean    exact)
{
  g_autoptr (GArray) terms = read_terms (typed);
  GString *expression;
  guint n;

  if (terms->len == 0)
    return NULL;

  expression = g_string_new (NULL);
  for (guint i = 0; i < terms->len; i += n)
    {
      n = phrase_length (terms, i);
      if (i > 0)
        g_string_append (expression, " AND ");
      if (exact || n > 1)
        append_phrase (expression, terms, i, n, exact);
      else
        append_term (expression, &g_array_index (terms, Term, i));
    }

  return g_string_free (expression, FALSE);
}

/**
 * nazar_search_query:
 * @typed: (nullable): what was typed; nothing in it is syntax
 *
 * The expression that finds all documents with all words of @typed: each as it is
 * or in another form of it, and in the other script of Uzbek; the last one as the
 * beginning of a word, too, unless a space follows it. Words joined by signs, one
 * of them a number (A/HRC/15/2, 76.14), are found in that order only.
 *
 * Returns: (transfer full) (nullable): an expression for MATCH, which may stand in
 *   brackets; %NULL when no word was typed
 */
char *
nazar_search_query (const char *typed)
{
  return typed != NULL ? make_expression (typed, FALSE) : NULL;
}

/**
 * nazar_search_query_exact:
 * @typed: (nullable): what was typed
 *
 * The expression that finds the documents in which all words stand as they were
 * typed, but for what folding makes equal.
 *
 * Returns: (transfer full) (nullable): an expression for MATCH; %NULL when no word
 *   was typed
 */
char *
nazar_search_query_exact (const char *typed)
{
  return typed != NULL ? make_expression (typed, TRUE) : NULL;
}

/* ---- Where it was found ---- */

static gboolean
is_word (const NazarWordIter *iter,
         const char          *word,
         gboolean             prefix)
{
  return prefix ? g_str_has_prefix (iter->folded, word) : strcmp (iter->folded, word) == 0;
}

static gboolean
matches_term (Stemmers            *stemmers,
              const NazarWordIter *iter,
              const Term          *term)
{
  gsize length;
  const char *stem;

  if (is_word (iter, term->word, term->prefix) ||
      (term->other != NULL && is_word (iter, term->other, term->prefix)))
    return TRUE;
  if (term->stem == NULL)
    return FALSE;
  if (is_word (iter, term->stem, FALSE))
    return TRUE;

  stem = stem_of (stemmers, iter, &length);
  return stem != NULL && length == strlen (term->stem) && memcmp (stem, term->stem, length) == 0;
}

/* @iter is a copy: the words after it are looked at here. */
static gboolean
matches_phrase (NazarWordIter iter,
                const GArray *terms,
                guint         begin,
                guint         n,
                gsize        *end)
{
  for (guint i = begin; i < begin + n; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if ((i > begin && !nazar_word_iter_next (&iter)) || !is_word (&iter, term->word, term->prefix))
        return FALSE;
    }

  *end = iter.end;
  return TRUE;
}

static void
add_range (GArray *ranges,
           gsize   start,
           gsize   end)
{
  NazarRange range = { start, end };
  NazarRange *last = ranges->len > 0 ? &g_array_index (ranges, NazarRange, ranges->len - 1) : NULL;

  if (last != NULL && start < last->end)
    last->end = MAX (last->end, end);
  else
    g_array_append_val (ranges, range);
}

/**
 * nazar_search_matches:
 * @text: (nullable): a text
 * @typed: (nullable): what was typed
 *
 * Finds the places for which nazar_search_query() finds a text, to show them. A
 * word is shown where not all words are there, too.
 *
 * Returns: (transfer full) (element-type NazarRange): ranges of bytes of @text, in
 *   order, none touching another's bytes
 */
GArray *
nazar_search_matches (const char *text,
                      const char *typed)
{
  g_autoptr (GArray) terms = read_terms (typed != NULL ? typed : "");
  g_autoptr (Stemmers) stemmers = stemmers_new ();
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (NazarRange));
  NazarWordIter iter;

  nazar_word_iter_init (&iter, text != NULL && terms->len > 0 ? text : "", -1);
  while (nazar_word_iter_next (&iter))
    {
      guint n;

      for (guint i = 0; i < terms->len; i += n)
        {
          gsize end = iter.end;

          n = phrase_length (terms, i);
          if (n > 1 ? matches_phrase (iter, terms, i, n, &end)
                    : matches_term (stemmers, &iter, &g_array_index (terms, Term, i)))
            add_range (ranges, iter.start, end);
        }
    }

  return ranges;
}
