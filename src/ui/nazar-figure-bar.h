/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_FIGURE_BAR (nazar_figure_bar_get_type ())
G_DECLARE_FINAL_TYPE (NazarFigureBar, nazar_figure_bar, NAZAR, FIGURE_BAR, GtkWidget)

GtkWidget *nazar_figure_bar_new          (void);
void       nazar_figure_bar_set_fraction (NazarFigureBar *self,
                                          double          fraction);

G_END_DECLS
