/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-checklist.h"
#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

NazarChecklist *nazar_checklist_cached     (const char       *definition,
                                            GError          **error);
NazarChecklist *nazar_checklist_load       (NazarConnection  *connection,
                                            const char       *id,
                                            GError          **error);
NazarRecord    *nazar_checklist_new_record (NazarChecklist   *checklist);

G_END_DECLS
