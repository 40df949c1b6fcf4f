/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-checklist.h"
#include "nazar-connection.h"
#include "nazar-doc.h"
#include "nazar-record.h"

G_BEGIN_DECLS

NazarDoc *nazar_questionnaire_new (NazarChecklist   *checklist,
                                   NazarConnection  *connection,
                                   NazarRecord      *visit,
                                   const char       *language,
                                   GError          **error);

G_END_DECLS
