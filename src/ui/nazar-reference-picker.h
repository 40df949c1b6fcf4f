/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_REFERENCE_PICKER (nazar_reference_picker_get_type ())
G_DECLARE_FINAL_TYPE (NazarReferencePicker, nazar_reference_picker, NAZAR, REFERENCE_PICKER, GtkPopover)

GtkWidget *nazar_reference_picker_new (NazarLive        *live,
                                       const NazarField *field);

G_END_DECLS
