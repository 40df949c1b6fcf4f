/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** As many as nazar_languages() has. */
#define NAZAR_N_LANGUAGES 5

/**
 * NazarTexts:
 *
 * One text in the languages of the program: a JSON object {language: text}. Zeroed
 * memory is a text that stands in no language.
 */
typedef struct
{
  /*< private >*/
  char *texts[NAZAR_N_LANGUAGES];
} NazarTexts;

gboolean    nazar_texts_read     (NazarTexts       *self,
                                  JsonNode         *node,
                                  const char      **member,
                                  GError          **error);
void        nazar_texts_clear    (NazarTexts       *self);
const char *nazar_texts_get      (const NazarTexts *self,
                                  const char       *language);
const char *nazar_texts_exact    (const NazarTexts *self,
                                  const char       *language);
gboolean    nazar_texts_is_empty (const NazarTexts *self);

G_END_DECLS
