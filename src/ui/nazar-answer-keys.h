/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

#define NAZAR_N_YES_NO 3

/** What a key chooses where it chooses nothing. */
#define NAZAR_NO_OPTION G_MAXUINT

guint       nazar_answer_key_find (const NazarQuestion *question,
                                   guint                keyval,
                                   GdkModifierType      state);
char       *nazar_answer_key_dup  (const NazarQuestion *question,
                                   guint                option);

G_END_DECLS
