/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The preferences, by the names of their keys in kg.nazar.Nazar.gschema.xml. */

char     *nazar_settings_get_string  (const char         *key);
void      nazar_settings_set_string  (const char         *key,
                                      const char         *value);
gboolean  nazar_settings_get_boolean (const char         *key);
void      nazar_settings_set_boolean (const char         *key,
                                      gboolean            value);
int       nazar_settings_get_int     (const char         *key);
void      nazar_settings_set_int     (const char         *key,
                                      int                 value);
GStrv     nazar_settings_get_strv    (const char         *key);
void      nazar_settings_set_strv    (const char         *key,
                                      const char *const  *value);

G_END_DECLS
