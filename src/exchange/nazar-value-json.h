/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-json.h"
#include "nazar-record.h"

G_BEGIN_DECLS

JsonNode   *nazar_value_to_json   (const NazarField  *field,
                                   const char        *value);
char       *nazar_value_from_json (const NazarField  *field,
                                   JsonNode          *node,
                                   GError           **error);
JsonObject *nazar_record_to_json  (NazarRecord       *record,
                                   NazarAudience      audience,
                                   gboolean           with_unset);

G_END_DECLS
