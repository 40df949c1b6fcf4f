/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nazar_json_check (const char         *text,
                           gsize               length,
                           GError            **error);
guint    nazar_json_line  (const char         *text,
                           gsize               length,
                           const char *const  *path);

G_END_DECLS
