/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"

G_BEGIN_DECLS

int      nazar_schema_version (void);
gboolean nazar_schema_check   (NazarConnection  *connection,
                               int              *version,
                               GError          **error);
gboolean nazar_schema_migrate (NazarConnection  *connection,
                               const char       *path,
                               int               version,
                               GError          **error);

G_END_DECLS
