/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettingsSchemaSource *nazar_places_schema_source   (void);
char                  *nazar_places_documents       (void);

G_END_DECLS
