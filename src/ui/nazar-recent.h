/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The registers opened last. The list is the program's own: the desktop's list of
 * recent files is not told. */

GStrv nazar_recent_list          (void);
void  nazar_recent_add           (const char *path);
void  nazar_recent_remove        (const char *path);
void  nazar_recent_set_remember  (gboolean    remember);

G_END_DECLS
