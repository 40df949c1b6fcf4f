/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

G_BEGIN_DECLS

gboolean nazar_report_note (NazarStore     *store,
                            const char     *kind,
                            const char     *id,
                            const char     *language,
                            NazarAudience   audience,
                            GError        **error);

G_END_DECLS
