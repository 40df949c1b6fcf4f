/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NazarVisitSection:
 *
 * The sections of a visit, in the order of the work. Those of its questionnaires stand
 * in place of %NAZAR_SECTION_QUESTIONS.
 */
typedef enum
{
  NAZAR_SECTION_CIRCUMSTANCES,
  NAZAR_SECTION_TEAM,
  NAZAR_SECTION_POPULATION,
  NAZAR_SECTION_QUESTIONNAIRES,
  NAZAR_SECTION_QUESTIONS,
  NAZAR_SECTION_INTERVIEWS,
  NAZAR_SECTION_FINDINGS,
  NAZAR_SECTION_RECOMMENDATIONS,
  NAZAR_SECTION_DOCUMENTS,
  NAZAR_SECTION_REPORT,
} NazarVisitSection;

#define NAZAR_N_VISIT_SECTIONS 10

#define NAZAR_TYPE_VISIT_MAP (nazar_visit_map_get_type ())
G_DECLARE_FINAL_TYPE (NazarVisitMap, nazar_visit_map, NAZAR, VISIT_MAP, AdwBin)

GtkWidget  *nazar_visit_map_new       (NazarNotebook     *notebook);
void        nazar_visit_map_set_count (NazarVisitMap     *self,
                                       NazarVisitSection  section,
                                       const char        *words,
                                       gboolean           done);
void        nazar_visit_map_select    (NazarVisitMap     *self,
                                       NazarVisitSection  section,
                                       const NazarArea   *area);
void        nazar_visit_map_step      (NazarVisitMap     *self,
                                       gboolean           forward);
void        nazar_visit_map_focus     (NazarVisitMap     *self);
const char *nazar_visit_section_title (NazarVisitSection  section);

G_END_DECLS
