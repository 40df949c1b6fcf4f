/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_PLAIN_ROW (nazar_plain_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarPlainRow, nazar_plain_row, NAZAR, PLAIN_ROW, AdwPreferencesRow)

struct _NazarPlainRowClass
{
  AdwPreferencesRowClass parent_class;
};

GtkWidget *nazar_plain_row_new (void);

G_END_DECLS
