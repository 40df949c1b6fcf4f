/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-visit-map.h"

G_BEGIN_DECLS

/* The sections of one visit, each made when it is first looked at. */

#define NAZAR_TYPE_VISIT_SECTIONS (nazar_visit_sections_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitSections, nazar_visit_sections, NAZAR, VISIT_SECTIONS, AdwBin)

GtkWidget         *nazar_visit_sections_new            (NazarNotebook       *notebook);
NazarVisitSection  nazar_visit_sections_get_shown      (NazarVisitSections  *self);
const NazarArea   *nazar_visit_sections_get_area       (NazarVisitSections  *self);
void               nazar_visit_sections_show           (NazarVisitSections  *self,
                                                        NazarVisitSection    section);
void               nazar_visit_sections_show_questions (NazarVisitSections  *self,
                                                        NazarChecklist      *checklist,
                                                        const NazarArea     *area,
                                                        const NazarQuestion *question);
void               nazar_visit_sections_show_part      (NazarVisitSections  *self,
                                                        NazarRecord         *part);
void               nazar_visit_sections_enter          (NazarVisitSections  *self);
gboolean           nazar_visit_sections_add            (NazarVisitSections  *self);
gboolean           nazar_visit_sections_back           (NazarVisitSections  *self);
void               nazar_visit_sections_flush          (NazarVisitSections  *self);
void               nazar_visit_sections_forget         (NazarVisitSections  *self);

G_END_DECLS
