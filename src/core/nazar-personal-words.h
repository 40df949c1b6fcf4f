/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/* The words of personal fields, to be looked for in other people's texts: a name in a
 * note, a telephone number in a summary. */

typedef struct _NazarPersonalWords NazarPersonalWords;

/**
 * NazarPersonalMatch:
 * @start: byte of the text at which the word begins
 * @end: the byte after it
 * @origin: whose word it is, such as "I-03: Name"
 */
typedef struct
{
  gsize start;
  gsize end;
  const char *origin;
} NazarPersonalMatch;

NazarPersonalWords *nazar_personal_words_new         (void);
void                nazar_personal_words_free        (NazarPersonalWords *self);
void                nazar_personal_words_add_name    (NazarPersonalWords *self,
                                                      const char         *name,
                                                      const char         *origin);
void                nazar_personal_words_add_contact (NazarPersonalWords *self,
                                                      const char         *contact,
                                                      const char         *origin);
gboolean            nazar_personal_words_is_empty    (NazarPersonalWords *self);
GArray             *nazar_personal_words_find        (NazarPersonalWords *self,
                                                      const char         *text);
char               *nazar_personal_words_mask        (NazarPersonalWords *self,
                                                      const char         *text,
                                                      const char         *mask);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarPersonalWords, nazar_personal_words_free)

G_END_DECLS
