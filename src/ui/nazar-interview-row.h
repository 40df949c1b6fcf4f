/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_INTERVIEW_ROW (nazar_interview_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarInterviewRow, nazar_interview_row, NAZAR, INTERVIEW_ROW, GtkListBoxRow)

GtkWidget   *nazar_interview_row_new           (NazarRecord       *interview);
NazarRecord *nazar_interview_row_get_interview (NazarInterviewRow *self);
void         nazar_interview_row_update        (NazarInterviewRow *self);
const char  *nazar_interview_code              (NazarRecord       *interview);

G_END_DECLS
