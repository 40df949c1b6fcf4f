/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-collator.h"
#include "nazar-fold.h"

G_BEGIN_DECLS

/**
 * NazarLanguage:
 * @id: as in files and on the command line: en, ru, ky, uz, uz@cyrillic
 * @name: its name in itself
 * @icu_locale: as ICU spells it
 *
 * One of the languages of the program. The table ends with an id of %NULL.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *icu_locale;
} NazarLanguage;

const NazarLanguage *nazar_languages              (void);
const NazarLanguage *nazar_language_find          (const char *id);
const char          *nazar_language_from_spelling (const char *spelling);
const char          *nazar_language_icu_locale    (const char *id);

void                 nazar_language_init          (const char *preferred,
                                                   const char *localedir);
const char          *nazar_language_current       (void);

const char          *nazar_language_guess         (const char *text);
char                *nazar_number_format          (gint64      number,
                                                   const char *language);

G_END_DECLS
