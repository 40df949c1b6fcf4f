/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-card-list.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_ASSESSMENT_LIST (nazar_assessment_list_get_type ())
G_DECLARE_FINAL_TYPE (NazarAssessmentList, nazar_assessment_list, NAZAR, ASSESSMENT_LIST, NazarCardList)

void nazar_assessment_list_set_track (NazarAssessmentList *self,
                                      const char          *track);

G_END_DECLS
