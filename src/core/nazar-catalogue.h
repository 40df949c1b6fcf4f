/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A compiled catalogue of translations (gettext's .mo), read without gettext, whose
 * language is the whole process's. */

typedef struct _NazarCatalogue NazarCatalogue;

NazarCatalogue *nazar_catalogue_open (const char           *path);
void            nazar_catalogue_free (NazarCatalogue       *catalogue);
const char     *nazar_catalogue_find (const NazarCatalogue *catalogue,
                                      const char           *context,
                                      const char           *msgid,
                                      guint                 form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarCatalogue, nazar_catalogue_free)

G_END_DECLS
