/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_BANNER (nazar_banner_get_type ())
G_DECLARE_FINAL_TYPE (NazarBanner, nazar_banner, NAZAR, BANNER, AdwBin)

void nazar_banner_show    (NazarBanner *self,
                           const char  *icon_name,
                           const char  *sentence,
                           const char  *button);
void nazar_banner_dismiss (NazarBanner *self);

G_END_DECLS
