/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-vocabulary.h"

G_BEGIN_DECLS

/* The oblasts and districts of places.json as words that fields choose from. */

extern NazarVocabulary nazar_vocabulary_oblast;
extern NazarVocabulary nazar_vocabulary_district;

void     nazar_places_fill_vocabularies (void);
gboolean nazar_place_is_within          (const char *district,
                                         const char *oblast);

G_END_DECLS
