/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-owned-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_INTERVIEW_EDITOR (nazar_interview_editor_get_type ())
G_DECLARE_FINAL_TYPE (NazarInterviewEditor, nazar_interview_editor, NAZAR, INTERVIEW_EDITOR, AdwBin)

GtkWidget   *nazar_interview_editor_new           (NazarLive            *live,
                                                   NazarRecord          *visit,
                                                   NazarRecord          *interview,
                                                   NazarOwnedList       *findings,
                                                   gboolean              locked);
NazarRecord *nazar_interview_editor_get_interview (NazarInterviewEditor *self);
void         nazar_interview_editor_begin         (NazarInterviewEditor *self);
double       nazar_interview_editor_get_scroll    (NazarInterviewEditor *self);
void         nazar_interview_editor_set_scroll    (NazarInterviewEditor *self,
                                                   double                scroll);
void         nazar_interview_editor_set_folded    (NazarInterviewEditor *self,
                                                   gboolean              folded);
void         nazar_interview_editor_forget        (NazarInterviewEditor *self);

G_END_DECLS
