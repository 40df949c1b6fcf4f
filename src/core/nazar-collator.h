/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_COLLATOR (nazar_collator_get_type ())

/**
 * NazarCollator:
 *
 * The order of a language's dictionaries, with numbers in their natural order.
 * Immutable; one may be used by several threads at once.
 */
typedef struct _NazarCollator NazarCollator;

GType          nazar_collator_get_type      (void);
NazarCollator *nazar_collator_new           (const char          *language);
NazarCollator *nazar_collator_ref           (NazarCollator       *self);
void           nazar_collator_unref         (NazarCollator       *self);
int            nazar_collator_compare       (const NazarCollator *self,
                                             const char          *a,
                                             const char          *b);
int            nazar_collator_compare_bytes (const NazarCollator *self,
                                             const char          *a,
                                             gssize               a_length,
                                             const char          *b,
                                             gssize               b_length);
char          *nazar_collator_key           (const NazarCollator *self,
                                             const char          *text);

int            nazar_collate                (const char          *a,
                                             const char          *b);
char          *nazar_collate_key            (const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarCollator, nazar_collator_unref)

G_END_DECLS
