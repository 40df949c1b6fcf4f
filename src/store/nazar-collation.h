/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean nazar_collation_register (sqlite3     *db,
                                   const char  *language,
                                   GError     **error);

G_END_DECLS
