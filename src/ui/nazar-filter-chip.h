/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FILTER_CHIP (nazar_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (NazarFilterChip, nazar_filter_chip, NAZAR, FILTER_CHIP, GtkBox)

GtkWidget *nazar_filter_chip_new (const char *words);

G_END_DECLS
