/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_START_PAGE (nazar_start_page_get_type ())
G_DECLARE_FINAL_TYPE (NazarStartPage, nazar_start_page, NAZAR, START_PAGE, AdwBin)

void nazar_start_page_update     (NazarStartPage *self);
void nazar_start_page_show_error (NazarStartPage *self,
                                  const char     *sentence);

G_END_DECLS
