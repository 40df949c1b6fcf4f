/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-blob.h"
#include "nazar-media.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The content of attachments in Nazar's own JSON: base64 beside the fields. No
 * attachment is stored without its content, nor with another than it says. */

/* GLib's own decoder skips what is no base64. */
static GBytes *
decode (const char *text)
{
  gsize n_letters = 0, n_signs = 0, length;
  guchar *bytes;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '=')
      n_signs++;
    else if (g_ascii_isspace (*p))
      continue;
    else if ((g_ascii_isalnum (*p) || *p == '+' || *p == '/') && n_signs == 0)
      n_letters++;
    else
      return NULL;
  if (n_signs > 2 || (n_letters + n_signs) % 4 != 0)
    return NULL;

  bytes = g_base64_decode (text, &length);
  return g_bytes_new_take (bytes, length);
}

/* What the file says of the content must be so; what it does not say is added. */
static gboolean
agrees (NazarRecord *record,
        const char  *field,
        const char  *truth)
{
  const char *said = nazar_record_get (record, field);

  if (said != NULL && g_ascii_strcasecmp (said, truth) != 0)
    return FALSE;

  nazar_record_set (record, field, truth);
  return TRUE;
}

/**
 * nazar_import_content_read:
 * @item: an attachment whose fields were read
 * @node: (nullable): its content in base64
 *
 * Reads the content into the item, or refuses the item.
 */
void
nazar_import_content_read (NazarImportItem *item,
                           JsonNode        *node)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL, *size = NULL;
  const char *text;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;

  text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "?";
  if (strlen (text) / 4 * 3 <= NAZAR_MEDIA_MAX_BYTES + 3)
    item->content = decode (text);
  else
    nazar_media_check_length (G_MAXUINT64, &error);
  if (item->content != NULL)
    nazar_media_check_limits (item->content, &error);
  if (item->content == NULL || error != NULL)
    {
      nazar_import_item_refuse (item, error != NULL ? error->message : _("Its content is damaged: it is no base64."));
      return;
    }

  sha256 = nazar_blob_digest (item->content);
  size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (item->content));
  if (!agrees (item->record, "size", size) || !agrees (item->record, "sha256", sha256))
    {
      nazar_import_item_refuse (item, _("Its content is damaged: size or SHA-256 are not what the file says."));
      return;
    }
  if (nazar_record_get (item->record, "media_type") == NULL)
    {
      g_autofree char *media_type = nazar_media_guess_type (item->content, nazar_record_get (item->record, "name"));

      nazar_record_set (item->record, "media_type", media_type);
    }
}

/**
 * nazar_import_content_find:
 * @item: an item of any kind
 * @connection: a connection to the register
 * @error: return location for a #NazarStoreError
 *
 * Forgets what the file says of a content that neither it nor the register has.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_import_content_find (NazarImportItem *item,
                           NazarConnection *connection,
                           GError         **error)
{
  gboolean exists;

  if (G_OBJECT_TYPE (item->record) != NAZAR_TYPE_ATTACHMENT || item->content != NULL)
    return TRUE;
  if (!nazar_blob_exists (connection, nazar_record_get (item->record, "sha256"), &exists, error))
    return FALSE;

  if (!exists)
    {
      nazar_record_set (item->record, "sha256", NULL);
      nazar_record_set (item->record, "size", NULL);
    }
  return TRUE;
}

/**
 * nazar_import_content_require:
 * @item: an item of any kind, of which it is known whether the register has it
 *
 * Refuses a new attachment without content.
 */
void
nazar_import_content_require (NazarImportItem *item)
{
  if (G_OBJECT_TYPE (item->record) == NAZAR_TYPE_ATTACHMENT && item->state == NAZAR_IMPORT_NEW &&
      nazar_record_get (item->record, "sha256") == NULL)
    nazar_import_item_refuse (item, _("Its content is neither in the file nor in the register."));
}

/**
 * nazar_import_content_store:
 * @item: an item of any kind
 * @record: the record as it is stored
 * @store: the register, inside a transaction
 * @stored: (out): whether something was stored
 * @error: return location for a #NazarStoreError
 *
 * Stores the content that goes with the record; one that the register has lost comes
 * back by that.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_import_content_store (NazarImportItem *item,
                            NazarRecord     *record,
                            NazarStore      *store,
                            gboolean        *stored,
                            GError         **error)
{
  const char *sha256;

  *stored = FALSE;
  if (item->content == NULL)
    return TRUE;

  sha256 = nazar_record_get (item->record, "sha256");
  return g_strcmp0 (nazar_record_get (record, "sha256"), sha256) != 0 ||
         nazar_blob_put (nazar_store_get_writer (store), sha256, item->content, stored, error);
}
