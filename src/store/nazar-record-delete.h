/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

GPtrArray *nazar_record_find_referring (NazarConnection   *connection,
                                        GType              type,
                                        const NazarField  *field,
                                        const char        *id,
                                        GError           **error);
gboolean   nazar_record_delete         (NazarConnection   *connection,
                                        GType              type,
                                        const char        *id,
                                        GError           **error);

G_END_DECLS
