/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nazar_pdf_pages_new (GBytes  *bytes,
                                GError **error);

G_END_DECLS
