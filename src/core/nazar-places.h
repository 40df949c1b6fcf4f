/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-texts.h"

G_BEGIN_DECLS

/* The oblasts, cities and districts of Kyrgyzstan, which come with the program. */

/** Bits, so that several can be looked for at once. */
typedef enum
{
  NAZAR_PLACE_OBLAST = 1 << 0,
  NAZAR_PLACE_CITY = 1 << 1,
  NAZAR_PLACE_DISTRICT = 1 << 2,
  NAZAR_PLACE_CITY_DISTRICT = 1 << 3,
} NazarPlaceKind;

#define NAZAR_PLACE_ANY                                                                            \
  (NAZAR_PLACE_OBLAST | NAZAR_PLACE_CITY | NAZAR_PLACE_DISTRICT | NAZAR_PLACE_CITY_DISTRICT)

typedef struct _NazarPlace NazarPlace;

/**
 * NazarPlace:
 * @id: what is stored; ISO 3166-2 where that has it, as KG-O
 * @kind: one #NazarPlaceKind
 * @within: (nullable): the oblast or city that it lies in
 * @names: what people read
 */
struct _NazarPlace
{
  const char *id;
  NazarPlaceKind kind;
  const NazarPlace *within;
  NazarTexts names;
};

const NazarPlace *nazar_places         (guint            *n_places);
const NazarPlace *nazar_place_get      (const char       *id);
GPtrArray        *nazar_place_children (const NazarPlace *place);
const char       *nazar_place_name     (const NazarPlace *place,
                                        const char       *language);
const NazarPlace *nazar_place_find     (const char       *typed,
                                        guint             kinds,
                                        const NazarPlace *within);

G_END_DECLS
