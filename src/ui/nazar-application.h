/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_APPLICATION (nazar_application_get_type ())
G_DECLARE_FINAL_TYPE (NazarApplication, nazar_application, NAZAR, APPLICATION, AdwApplication)

NazarApplication *nazar_application_new (const char *application_id);

G_END_DECLS
