/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_AUTHOR_BAR (nazar_author_bar_get_type ())
G_DECLARE_FINAL_TYPE (NazarAuthorBar, nazar_author_bar, NAZAR, AUTHOR_BAR, AdwBin)

void nazar_author_bar_ask (NazarAuthorBar *self);

G_END_DECLS
