/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_SETTINGS_ENABLE_BACKEND
#include "nazar-settings.h"

#include "nazar-places.h"

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The preferences of the program are a GSettings of its own file, beside the
 * name of the author, so that all it remembers of a person is in one folder. Where
 * the schema is not installed, or the folder cannot be written, the program works
 * on and remembers until its end. */

#define SCHEMA_ID "kg.nazar.Nazar"
#define SCHEMA_PATH "/kg/nazar/Nazar/"

static const struct
{
  const char *key;
  const char *value;
} defaults[] = {
  { "language", "''" },
  { "author-asked", "false" },
  { "remember-recent", "true" },
  { "recent", "@as []" },
  { "window-width", "1180" },
  { "window-height", "760" },
  { "window-maximized", "false" },
  { "color-scheme", "'default'" },
};

static GSettings *settings;
static GHashTable *memory; /* key → GVariant, for what the schema does not know */

static GSettingsBackend *
open_backend (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "nazar", NULL);
  g_autofree char *path = g_build_filename (folder, "preferences.ini", NULL);

  if (g_getenv ("GSETTINGS_BACKEND") != NULL)
    return g_settings_backend_get_default ();
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_access (folder, W_OK) != 0)
    return g_memory_settings_backend_new ();

  return g_keyfile_settings_backend_new (path, SCHEMA_PATH, "preferences");
}

static void
open_settings (void)
{
  g_autoptr (GSettingsSchemaSource) source = nazar_places_schema_source ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;

  memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (schema == NULL || !g_settings_schema_has_key (schema, defaults[i].key))
      g_hash_table_insert (memory, g_strdup (defaults[i].key), g_variant_ref_sink (g_variant_new_parsed (defaults[i].value)));

  if (schema != NULL)
    {
      g_autoptr (GSettingsBackend) backend = open_backend ();

      settings = g_settings_new_full (schema, backend, NULL);
    }
}

static GVariant *
get_value (const char *key)
{
  GVariant *value;

  if (memory == NULL)
    open_settings ();

  value = g_hash_table_lookup (memory, key);
  return value != NULL ? g_variant_ref (value) : g_settings_get_value (settings, key);
}

static void
set_value (const char *key,
           GVariant   *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  if (memory == NULL)
    open_settings ();

  if (g_hash_table_contains (memory, key))
    g_hash_table_insert (memory, g_strdup (key), g_steal_pointer (&owned));
  else
    g_settings_set_value (settings, key, owned);
}

/**
 * nazar_settings_get_string:
 * @key: a key
 *
 * Returns: (transfer full): its value
 */
char *
nazar_settings_get_string (const char *key)
{
  g_autoptr (GVariant) value = get_value (key);

  return g_variant_dup_string (value, NULL);
}

/**
 * nazar_settings_set_string:
 * @key: a key
 * @value: its value from now on
 */
void
nazar_settings_set_string (const char *key,
                           const char *value)
{
  set_value (key, g_variant_new_string (value));
}

/**
 * nazar_settings_get_boolean:
 * @key: a key
 *
 * Returns: its value
 */
gboolean
nazar_settings_get_boolean (const char *key)
{
  g_autoptr (GVariant) value = get_value (key);

  return g_variant_get_boolean (value);
}

/**
 * nazar_settings_set_boolean:
 * @key: a key
 * @value: its value from now on
 */
void
nazar_settings_set_boolean (const char *key,
                            gboolean    value)
{
  set_value (key, g_variant_new_boolean (value));
}

/**
 * nazar_settings_get_int:
 * @key: a key
 *
 * Returns: its value
 */
int
nazar_settings_get_int (const char *key)
{
  g_autoptr (GVariant) value = get_value (key);

  return g_variant_get_int32 (value);
}

/**
 * nazar_settings_set_int:
 * @key: a key
 * @value: its value from now on
 */
void
nazar_settings_set_int (const char *key,
                        int         value)
{
  set_value (key, g_variant_new_int32 (value));
}

/**
 * nazar_settings_get_strv:
 * @key: a key
 *
 * Returns: (transfer full): its value
 */
GStrv
nazar_settings_get_strv (const char *key)
{
  g_autoptr (GVariant) value = get_value (key);

  return g_variant_dup_strv (value, NULL);
}

/**
 * nazar_settings_set_strv:
 * @key: a key
 * @value: its value from now on
 */
void
nazar_settings_set_strv (const char        *key,
                         const char *const *value)
{
  set_value (key, g_variant_new_strv (value, -1));
}
