/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The table of the people held (DOMAIN.md, visit: population). */

typedef struct _NazarPopulation NazarPopulation;

NazarPopulation *nazar_population_read         (const char      *value);
void             nazar_population_free         (NazarPopulation *self);
gboolean         nazar_population_is_empty     (NazarPopulation *self);
gint64           nazar_population_sum          (NazarPopulation *self,
                                                const char      *sex,
                                                const char      *age,
                                                const char      *status);
gint64           nazar_population_wrong_place  (NazarPopulation *self);
gint64           nazar_population_get          (NazarPopulation *self,
                                                const char      *sex,
                                                const char      *age,
                                                const char      *status,
                                                gint64          *wrong_place);
void             nazar_population_set          (NazarPopulation *self,
                                                const char      *sex,
                                                const char      *age,
                                                const char      *status,
                                                gint64           count,
                                                gint64           wrong_place);
char            *nazar_population_write        (NazarPopulation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarPopulation, nazar_population_free)

G_END_DECLS
