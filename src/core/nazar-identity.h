/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nazar_identity_get_device (void);
char *nazar_identity_get_author (void);
void  nazar_identity_set_author (const char *name);

G_END_DECLS
