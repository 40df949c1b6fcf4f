/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    nazar_runs_from_build_folder (void);
const char *nazar_locale_dir             (void);

G_END_DECLS
