/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-vocabulary.h"

/* How the tables of words are written down. */

#define VOCABULARY(variable, vocabulary_name, list)                                                \
  const NazarVocabulary variable = { vocabulary_name, list, G_N_ELEMENTS (list), NULL }

#define WORD(id, label) { id, label, NULL, NAZAR_NO_RANK }
