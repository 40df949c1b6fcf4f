/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FACILITY_PART (nazar_facility_part_get_type ())
G_DECLARE_FINAL_TYPE (NazarFacilityPart, nazar_facility_part, NAZAR, FACILITY_PART, GtkBox)

void nazar_facility_part_set_facility (NazarFacilityPart *self,
                                       NazarLive         *live,
                                       NazarRecord       *facility);

G_END_DECLS
