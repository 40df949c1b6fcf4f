/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field-row.h"

G_BEGIN_DECLS

#define NAZAR_TYPE_RECORD_FORM (nazar_record_form_get_type ())
G_DECLARE_FINAL_TYPE (NazarRecordForm, nazar_record_form, NAZAR, RECORD_FORM, GtkBox)

GtkWidget     *nazar_record_form_new        (NazarLive       *live,
                                             GType            type,
                                             gboolean         locked);
void           nazar_record_form_set_record (NazarRecordForm *self,
                                             NazarRecord     *record);
NazarFieldRow *nazar_record_form_get_row    (NazarRecordForm *self,
                                             const char      *field);
void           nazar_record_form_flush      (NazarRecordForm *self);
void           nazar_record_form_forget     (NazarRecordForm *self);

G_END_DECLS
