/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-keys.h"

#include "nazar-language.h"

/* The letters for yes, no and not applicable; the first of each stands on its button.
 *
 * First come those with which the words begin in the language of the window. Then come
 * Y and N, and what their keys type when the other layout is on, unless a letter means
 * the opposite in that language: in Russian the key of Y types the first letter of "no",
 * in Uzbek Y is that letter itself. The full stop types another letter, too. */
static const struct
{
  const char *language;
  const char *letters[NAZAR_N_YES_NO];
} answer_keys[] = {
  { "en", { "y", "nт", ".-ю" } },
  { "ru", { "дy", "нnт", ".-ю" } },
  { "ky", { "оy", "жnт", ".-ю" } },
  { "uz", { "hҳх", "yйn", ".-ю" } },
  { "uz@cyrillic", { "ҳхh", "йyn", ".-ю" } },
};

static const char *
find_letters (guint option)
{
  const char *language = nazar_language_current ();

  for (gsize i = 0; i < G_N_ELEMENTS (answer_keys); i++)
    if (g_strcmp0 (answer_keys[i].language, language) == 0)
      return answer_keys[i].letters[option];

  return answer_keys[0].letters[option];
}

static guint
count_options (const NazarQuestion *question)
{
  return question->kind == NAZAR_QUESTION_YES_NO_NA ? NAZAR_N_YES_NO : question->n_options;
}

/**
 * nazar_answer_key_find:
 * @question: a question with answers to choose from
 * @keyval: a key
 * @state: its modifiers, without locks
 *
 * Digits count the answers from 1; 0 is the tenth. Yes, no and not applicable have
 * letters besides.
 *
 * Returns: which of the answers it chooses, or %NAZAR_NO_OPTION
 */
guint
nazar_answer_key_find (const NazarQuestion *question,
                       guint                keyval,
                       GdkModifierType      state)
{
  gunichar letter = nazar_key_letter (keyval, state);
  guint option = NAZAR_NO_OPTION;

  if (letter == 0)
    return NAZAR_NO_OPTION;
  if (letter < 0x80 && g_ascii_isdigit ((char) letter))
    option = letter == '0' ? 9 : letter - '1';
  for (guint i = 0; i < NAZAR_N_YES_NO && question->kind == NAZAR_QUESTION_YES_NO_NA; i++)
    if (g_utf8_strchr (find_letters (i), -1, letter) != NULL)
      option = i;

  return option < count_options (question) ? option : NAZAR_NO_OPTION;
}

/**
 * nazar_answer_key_dup:
 * @question: a question with answers to choose from
 * @option: one of them, from 0
 *
 * Returns: (transfer full) (nullable): the key that chooses it, as it is printed on
 *   keyboards; %NULL where it has none
 */
char *
nazar_answer_key_dup (const NazarQuestion *question,
                      guint                option)
{
  if (question->kind == NAZAR_QUESTION_YES_NO_NA)
    {
      gunichar letter = g_unichar_toupper (g_utf8_get_char (find_letters (option)));
      char text[7] = "";

      g_unichar_to_utf8 (letter, text);
      return g_strdup (text);
    }

  return option < 10 ? g_strdup_printf ("%u", (option + 1) % 10) : NULL;
}
