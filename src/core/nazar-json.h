/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** How deep JSON may be nested; json-glib 1.6 crashes on much deeper input. */
#define NAZAR_JSON_MAX_DEPTH 100

#define NAZAR_JSON_ERROR (nazar_json_error_quark ())
GQuark nazar_json_error_quark (void);

typedef enum
{
  NAZAR_JSON_ERROR_DEPTH,
  NAZAR_JSON_ERROR_ENCODING,
  NAZAR_JSON_ERROR_SYNTAX,
} NazarJsonError;

JsonNode *nazar_json_parse    (const char  *text,
                               gssize       length,
                               GError     **error);
char     *nazar_json_to_text  (JsonNode    *node,
                               gboolean     pretty);
char     *nazar_json_to_input (JsonNode    *node);

G_END_DECLS
