/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

GPtrArray *nazar_visit_dup_missing (NazarConnection  *connection,
                                    NazarRecord      *visit,
                                    GError          **error);

G_END_DECLS
