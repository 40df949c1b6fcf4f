/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-language.h"

#include <glib/gstdio.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <unicode/unum.h>
#include <unistd.h>

static const NazarLanguage languages[] = {
  { "en", "English", "en_GB" },
  { "ru", "Русский", "ru" },
  { "ky", "Кыргызча", "ky" },
  { "uz", "Oʻzbekcha", "uz_Latn" },
  { "uz@cyrillic", "Ўзбекча", "uz_Cyrl" },
  { NULL, NULL, NULL },
};

/* An id of the table, or %NULL before nazar_language_init(). */
static const char *current;

/**
 * nazar_languages:
 *
 * Returns: (transfer none): the five languages; the last entry has no id
 */
const NazarLanguage *
nazar_languages (void)
{
  return languages;
}

/**
 * nazar_language_find:
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the language with exactly this id
 */
const NazarLanguage *
nazar_language_find (const char *id)
{
  for (const NazarLanguage *language = languages; language->id != NULL; language++)
    if (g_strcmp0 (language->id, id) == 0)
      return language;

  return NULL;
}

/**
 * nazar_language_icu_locale:
 * @id: one of the five ids
 *
 * Returns: (transfer none): the name that ICU has for it
 */
const char *
nazar_language_icu_locale (const char *id)
{
  const NazarLanguage *language = nazar_language_find (id);

  g_return_val_if_fail (language != NULL, "en_GB");

  return language->icu_locale;
}

/**
 * nazar_language_from_spelling:
 * @spelling: (nullable): a language as systems and formats write it: `ky_KG.UTF-8`,
 *   `uz_UZ@cyrillic`, `uz_UZ.UTF-8@cyrillic`, `uz-Cyrl`, `RU`, `kir`
 *
 * Returns: (transfer none) (nullable): its id; %NULL when it is none of the five
 */
const char *
nazar_language_from_spelling (const char *spelling)
{
  static const char *const codes[][2] = {
    { "en", "en" },  { "eng", "en" }, { "ru", "ru" },  { "rus", "ru" },
    { "ky", "ky" },  { "kir", "ky" }, { "uz", "uz" },  { "uzb", "uz" },
  };
  g_autofree char *lower = g_ascii_strdown (spelling != NULL ? spelling : "", -1);
  gsize length = strcspn (lower, "_-.@");
  const char *rest = lower + length;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (strlen (codes[i][0]) != length || strncmp (codes[i][0], lower, length) != 0)
        continue;
      if (g_str_equal (codes[i][1], "uz") && strstr (rest, "cyr") != NULL)
        return nazar_language_find ("uz@cyrillic")->id;
      return nazar_language_find (codes[i][1])->id;
    }

  return NULL;
}

/* LANGUAGE is a list; the first that the program speaks is meant. */
static const char *
language_of_environment (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *list = g_getenv ("LANGUAGE");

  if (list != NULL && *list != '\0')
    {
      g_auto (GStrv) spellings = g_strsplit (list, ":", -1);

      for (gsize i = 0; spellings[i] != NULL; i++)
        {
          const char *id = nazar_language_from_spelling (spellings[i]);

          if (id != NULL)
            return id;
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return nazar_language_from_spelling (value);
    }

  return NULL;
}

static gboolean
is_c_locale (const char *name)
{
  return name == NULL || g_str_equal (name, "C") || g_str_has_prefix (name, "C.") ||
         g_str_equal (name, "POSIX");
}

/* gettext translates nothing while the locale of messages is C, and from glibc
 * 2.39 on not in C.UTF-8 either, whatever LANGUAGE says. Where the system has no
 * other locale, C.UTF-8 under another name serves: only the name is looked at. */
static gboolean
set_messages_by_alias (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nazar-locale-XXXXXX", NULL);
  g_autofree char *link = NULL;
  g_autofree char *path_before = g_strdup (g_getenv ("LOCPATH"));
  gboolean done;

  if (folder == NULL)
    return FALSE;

  link = g_build_filename (folder, "nazar.utf8", NULL);
  done = symlink ("/usr/lib/locale/C.utf8", link) == 0;
  if (done)
    {
      g_setenv ("LOCPATH", folder, TRUE);
      done = setlocale (LC_MESSAGES, "nazar.UTF-8") != NULL;
      if (path_before != NULL)
        g_setenv ("LOCPATH", path_before, TRUE);
      else
        g_unsetenv ("LOCPATH");
      g_unlink (link);
    }

  g_rmdir (folder);
  return done;
}

static void
set_locale (gboolean translated)
{
  /* A locale that is not installed leaves C in force. */
  setlocale (LC_ALL, "");

  if (!g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    setlocale (LC_CTYPE, "C.UTF-8");
  if (translated && is_c_locale (setlocale (LC_MESSAGES, NULL)) && !set_messages_by_alias ())
    setlocale (LC_MESSAGES, "C.UTF-8");

  /* A decimal comma would break the reading and writing of numbers in files. */
  setlocale (LC_NUMERIC, "C");
}

/**
 * nazar_language_init:
 * @preferred: (nullable): the id chosen in the preferences; %NULL to follow
 *   LANGUAGE, then the locale
 * @localedir: the folder of the catalogues
 *
 * Chooses the language of the process, whatever locales the system has, and sets
 * gettext up; LANGUAGE in the environment is set to the choice, so that libraries
 * follow it as well. Input and output are UTF-8 from here on, numbers keep their
 * point. To be called at the start, before there are threads. A program with
 * windows calls gtk_disable_setlocale() before GTK starts: GTK would set the
 * locale back.
 */
void
nazar_language_init (const char *preferred,
                     const char *localedir)
{
  const NazarLanguage *language = nazar_language_find (preferred);
  const char *id = language != NULL ? language->id : language_of_environment ();

  g_return_if_fail (localedir != NULL);

  current = id != NULL ? id : "en";
  g_setenv ("LANGUAGE", current, TRUE);
  set_locale (!g_str_equal (current, "en"));

  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * nazar_language_current:
 *
 * Returns: (transfer none): the id of the language in effect; `en` before
 *   nazar_language_init()
 */
const char *
nazar_language_current (void)
{
  return current != NULL ? current : "en";
}

/**
 * nazar_number_format:
 * @number: a number
 * @language: one of the five ids
 *
 * Returns: (transfer full): @number with its thousands marked as in @language
 */
char *
nazar_number_format (gint64      number,
                     const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[64];
  UNumberFormat *format;
  int32_t length;

  g_return_val_if_fail (nazar_language_find (language) != NULL, NULL);

  format = unum_open (UNUM_DECIMAL, NULL, 0, nazar_language_icu_locale (language), NULL, &status);
  length = unum_formatInt64 (format, number, text, G_N_ELEMENTS (text), NULL, &status);
  g_clear_pointer (&format, unum_close);
  if (U_FAILURE (status))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}
