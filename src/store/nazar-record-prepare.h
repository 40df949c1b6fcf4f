/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

gboolean nazar_record_prepare (NazarConnection  *connection,
                               NazarRecord      *record,
                               GError          **error);

G_END_DECLS
