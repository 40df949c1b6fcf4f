/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *nazar_highlight_attributes (const char     *text,
                                           const char     *typed);
char          *nazar_highlight_excerpt    (const char     *text,
                                           const char     *typed);

G_END_DECLS
