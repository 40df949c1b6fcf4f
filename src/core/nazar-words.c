/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-words.h"

#include "nazar-catalogue.h"
#include "nazar-date.h"
#include "nazar-language.h"
#include "nazar-locale-dir.h"
#include "nazar-record.h"

#include <glib/gi18n-lib.h>

/* Which of a catalogue's plural forms belongs to a number. */
typedef guint (*PluralRule) (guint64 n);

struct _NazarWords
{
  const char *language;
  PluralRule plural;
  NazarCatalogue *catalogue; /* (nullable): English needs none */
};

static guint
plural_one_other (guint64 n)
{
  return n == 1 ? 0 : 1;
}

static guint
plural_russian (guint64 n)
{
  if (n % 10 == 1 && n % 100 != 11)
    return 0;
  if (n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14))
    return 1;

  return 2;
}

static NazarWords *
load (const char *language)
{
  NazarWords *words = g_new0 (NazarWords, 1);

  words->language = language;
  words->plural = g_str_equal (language, "ru") ? plural_russian : plural_one_other;
  if (!g_str_equal (language, "en"))
    {
      g_autofree char *path = g_build_filename (nazar_locale_dir (), language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      words->catalogue = nazar_catalogue_open (path);
    }

  return words;
}

/**
 * nazar_words_for:
 * @language: one of the five ids
 *
 * May be called in any thread. Where a language's catalogue is missing or damaged,
 * its words are English.
 *
 * Returns: (transfer none): its words, which are never freed
 */
const NazarWords *
nazar_words_for (const char *language)
{
  static GMutex mutex;
  static GHashTable *known;
  const NazarLanguage *found = nazar_language_find (language);
  g_autoptr (GMutexLocker) locker = NULL;
  NazarWords *words;

  g_return_val_if_fail (found != NULL, nazar_words_for ("en"));

  locker = g_mutex_locker_new (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);

  words = g_hash_table_lookup (known, found->id);
  if (words == NULL)
    {
      words = load (found->id);
      g_hash_table_insert (known, (gpointer) words->language, words);
    }

  return words;
}

/**
 * nazar_words_language:
 * @words: words
 *
 * Returns: (transfer none): the id of their language
 */
const char *
nazar_words_language (const NazarWords *words)
{
  g_return_val_if_fail (words != NULL, "en");

  return words->language;
}

static const char *
find (const NazarWords *words,
      const char       *context,
      const char       *msgid)
{
  const char *text = words->catalogue != NULL ? nazar_catalogue_find (words->catalogue, context, msgid, 0) : NULL;

  return text != NULL ? text : msgid;
}

/**
 * nazar_words_get:
 * @words: words
 * @msgid: the words in English, marked for xgettext by N_() where they stand
 *
 * Returns: (transfer none): them in the language of @words, or @msgid
 */
const char *
nazar_words_get (const NazarWords *words,
                 const char       *msgid)
{
  g_return_val_if_fail (words != NULL, msgid);
  g_return_val_if_fail (msgid != NULL && *msgid != '\0', msgid);

  return find (words, NULL, msgid);
}

/**
 * nazar_words_context:
 * @words: words
 * @context: their context
 * @msgid: the words in English, marked by NC_() with the same context
 *
 * Returns: (transfer none): them in the language of @words, or @msgid
 */
const char *
nazar_words_context (const NazarWords *words,
                     const char       *context,
                     const char       *msgid)
{
  g_return_val_if_fail (words != NULL, msgid);
  g_return_val_if_fail (context != NULL && msgid != NULL, msgid);

  return find (words, context, msgid);
}

/**
 * nazar_words_plural:
 * @words: words
 * @singular: the words in English for one
 * @plural: for several
 * @n: a number, 0 or more
 *
 * xgettext knows this function as it knows ngettext(): its words need no mark.
 *
 * Returns: (transfer none): the words for @n in the language of @words
 */
const char *
nazar_words_plural (const NazarWords *words,
                    const char       *singular,
                    const char       *plural,
                    gint64            n)
{
  const char *text = NULL;

  g_return_val_if_fail (words != NULL, plural);
  g_return_val_if_fail (singular != NULL && plural != NULL && n >= 0, plural);

  if (words->catalogue != NULL)
    text = nazar_catalogue_find (words->catalogue, NULL, singular, words->plural ((guint64) n));
  if (text != NULL)
    return text;

  return n == 1 ? singular : plural;
}

/**
 * nazar_words_field_label:
 * @words: words
 * @field: a field
 *
 * Returns: (transfer none): its label
 */
const char *
nazar_words_field_label (const NazarWords *words,
                         const NazarField *field)
{
  g_return_val_if_fail (words != NULL && field != NULL, "");

  return find (words, "field", field->label);
}

/**
 * nazar_words_choice:
 * @words: words
 * @vocabulary: a vocabulary
 * @id: (nullable): a choice's stored word
 *
 * Returns: (transfer none): its label; @id itself where the vocabulary does not
 *   know it; never %NULL
 */
const char *
nazar_words_choice (const NazarWords      *words,
                    const NazarVocabulary *vocabulary,
                    const char            *id)
{
  const NazarChoice *choice = nazar_vocabulary_find (vocabulary, id);

  g_return_val_if_fail (words != NULL, "");

  if (choice == NULL)
    return id != NULL ? id : "";
  if (vocabulary->name_in != NULL)
    return vocabulary->name_in (id, words->language);

  return find (words, vocabulary->name, choice->label);
}

/**
 * nazar_words_type:
 * @words: words
 * @type: a kind of record
 *
 * Returns: (transfer none): what one such record is called
 */
const char *
nazar_words_type (const NazarWords *words,
                  GType             type)
{
  g_return_val_if_fail (words != NULL, "");

  return find (words, "record", nazar_record_info (type)->label);
}

/**
 * nazar_words_types:
 * @words: words
 * @type: a kind of record
 *
 * Returns: (transfer none): what several such records are called
 */
const char *
nazar_words_types (const NazarWords *words,
                   GType             type)
{
  g_return_val_if_fail (words != NULL, "");

  return find (words, "record", nazar_record_info (type)->plural);
}

static char *
show_members (const NazarWords *words,
              const NazarField *field,
              const char       *value)
{
  NazarField member = *field;
  g_auto (GStrv) members = nazar_strv_from_json (value);

  member.kind = field->kind == NAZAR_KIND_CHOICES ? NAZAR_KIND_CHOICE : NAZAR_KIND_TEXT;
  for (guint i = 0; members[i] != NULL; i++)
    {
      char *shown = nazar_words_value (words, &member, members[i]);

      g_free (members[i]);
      members[i] = shown;
    }

  return g_strjoinv (", ", members);
}

/**
 * nazar_words_value:
 * @words: words
 * @field: a field
 * @value: (nullable): its canonical text
 *
 * How the value is shown to people. References stay ids: only the store knows the
 * titles of records.
 *
 * Returns: (transfer full): text; empty where the field is unset
 */
char *
nazar_words_value (const NazarWords *words,
                   const NazarField *field,
                   const char       *value)
{
  g_return_val_if_fail (words != NULL && field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  switch (field->kind)
    {
    case NAZAR_KIND_DATE:
      return nazar_date_format (value, words->language);
    case NAZAR_KIND_MOMENT:
      return nazar_moment_format (value, words->language);
    case NAZAR_KIND_FLAG:
      return g_strdup (*value == '1' ? find (words, "flag", NC_ ("flag", "Yes")) : find (words, "flag", NC_ ("flag", "No")));
    case NAZAR_KIND_CHOICE:
      return g_strdup (nazar_words_choice (words, field->vocabulary, value));
    case NAZAR_KIND_TEXTS:
    case NAZAR_KIND_CHOICES:
    case NAZAR_KIND_REFERENCES:
      return show_members (words, field, value);
    case NAZAR_KIND_TEXT:
    case NAZAR_KIND_LONG_TEXT:
    case NAZAR_KIND_INTEGER:
    case NAZAR_KIND_REFERENCE:
    case NAZAR_KIND_STRUCTURES:
    default:
      return g_strdup (value);
    }
}
