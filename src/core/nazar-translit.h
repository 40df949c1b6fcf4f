/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nazar_translit_to_latin     (const char *text);
char *nazar_translit_to_cyrillic  (const char *text);
char *nazar_translit_other_script (const char *word);

G_END_DECLS
