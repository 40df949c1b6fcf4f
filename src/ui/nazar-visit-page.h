/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_VISIT_PAGE (nazar_visit_page_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitPage, nazar_visit_page, NAZAR, VISIT_PAGE, AdwBin)

GtkWidget   *nazar_visit_page_new       (NazarLive      *live,
                                         NazarRecord    *visit);
NazarRecord *nazar_visit_page_get_visit (NazarVisitPage *self);
void         nazar_visit_page_focus     (NazarVisitPage *self);
void         nazar_visit_page_show_part (NazarVisitPage *self,
                                         NazarRecord    *part);
void         nazar_visit_page_back      (NazarVisitPage *self);

G_END_DECLS
