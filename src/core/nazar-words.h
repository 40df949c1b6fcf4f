/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The words of the program in any of its languages at once, whatever language the
 * process runs in, and in any thread: for reports. Windows use gettext. xgettext
 * finds their English in N_() and NC_(), and in nazar_words_plural() itself:
 *
 *   nazar_words_get (words, N_("Contents"))
 *   nazar_words_context (words, "date", NC_("date", "about %s"))
 *   nazar_words_plural (words, "%u page", "%u pages", n) */

typedef struct _NazarWords NazarWords;

const NazarWords *nazar_words_for          (const char            *language);
const char       *nazar_words_language     (const NazarWords      *words);

const char       *nazar_words_get          (const NazarWords      *words,
                                            const char            *msgid) G_GNUC_FORMAT (2);
const char       *nazar_words_context      (const NazarWords      *words,
                                            const char            *context,
                                            const char            *msgid) G_GNUC_FORMAT (3);
const char       *nazar_words_plural       (const NazarWords      *words,
                                            const char            *singular,
                                            const char            *plural,
                                            gint64                 n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

const char       *nazar_words_field_label  (const NazarWords      *words,
                                            const NazarField      *field);
const char       *nazar_words_choice       (const NazarWords      *words,
                                            const NazarVocabulary *vocabulary,
                                            const char            *id);
const char       *nazar_words_type         (const NazarWords      *words,
                                            GType                  type);
const char       *nazar_words_types        (const NazarWords      *words,
                                            GType                  type);
char             *nazar_words_value        (const NazarWords      *words,
                                            const NazarField      *field,
                                            const char            *value);

G_END_DECLS
