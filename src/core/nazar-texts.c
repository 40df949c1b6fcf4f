/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-texts.h"

#include "nazar-json.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The place of a language in the table, or NAZAR_N_LANGUAGES. */
static guint
place_of (const char *language)
{
  const NazarLanguage *languages = nazar_languages ();
  guint i = 0;

  while (i < NAZAR_N_LANGUAGES && g_strcmp0 (languages[i].id, language) != 0)
    i++;

  return i;
}

/**
 * nazar_texts_read:
 * @self: an empty text
 * @node: an object {language: text}
 * @member: (out) (transfer none) (optional) (nullable): on error, the member of @node
 *   that is wrong, or %NULL
 * @error: return location for a %NAZAR_JSON_ERROR_SYNTAX with a sentence
 *
 * Reads a text. Empty texts are none.
 *
 * Returns: whether @node is such an object
 */
gboolean
nazar_texts_read (NazarTexts  *self,
                  JsonNode    *node,
                  const char **member,
                  GError     **error)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *text;

  g_return_val_if_fail (self != NULL && node != NULL, FALSE);

  if (member != NULL)
    *member = NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_SYNTAX,
                           _("A text in several languages is expected, such as {\"en\": \"…\", \"ru\": \"…\"}."));
      return FALSE;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &text))
    {
      guint place = place_of (language);

      if (place < NAZAR_N_LANGUAGES && json_node_get_value_type (text) == G_TYPE_STRING)
        {
          char *stripped = g_strstrip (g_strdup (json_node_get_string (text)));

          g_free (self->texts[place]);
          self->texts[place] = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
          g_free (stripped);
          continue;
        }

      if (member != NULL)
        *member = language;
      if (place < NAZAR_N_LANGUAGES)
        g_set_error (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_SYNTAX,
                     /* Translators: %s is a language, such as ru. */
                     _("The text in “%s” must stand in quotation marks."), language);
      else
        g_set_error (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_SYNTAX,
                     _("“%s” is none of the languages en, ru, ky, uz, uz@cyrillic."), language);
      return FALSE;
    }

  return TRUE;
}

/**
 * nazar_texts_clear:
 * @self: a text
 *
 * Frees what it holds.
 */
void
nazar_texts_clear (NazarTexts *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < NAZAR_N_LANGUAGES; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

/**
 * nazar_texts_exact:
 * @self: a text
 * @language: one of the five ids
 *
 * Returns: (transfer none) (nullable): it in that language; %NULL where it does not
 *   stand in it
 */
const char *
nazar_texts_exact (const NazarTexts *self,
                   const char       *language)
{
  guint place = place_of (language);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place < NAZAR_N_LANGUAGES, NULL);

  return self->texts[place];
}

/**
 * nazar_texts_get:
 * @self: a text
 * @language: one of the five ids
 *
 * Returns: (transfer none): it in that language, else in English, else in the first
 *   language that it stands in; empty where there is none; never %NULL
 */
const char *
nazar_texts_get (const NazarTexts *self,
                 const char       *language)
{
  const char *text = nazar_texts_exact (self, language);

  /* English is the first of the table. */
  for (guint i = 0; text == NULL && i < NAZAR_N_LANGUAGES; i++)
    text = self->texts[i];

  return text != NULL ? text : "";
}

/**
 * nazar_texts_is_empty:
 * @self: a text
 *
 * Returns: whether it stands in no language
 */
gboolean
nazar_texts_is_empty (const NazarTexts *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < NAZAR_N_LANGUAGES; i++)
    if (self->texts[i] != NULL)
      return FALSE;

  return TRUE;
}
