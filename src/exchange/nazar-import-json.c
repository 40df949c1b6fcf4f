/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-records.h"
#include "nazar-value-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nazar's own JSON: {"format": "nazar", "version": 1, "records": [...]}. */

#define FORMAT "nazar"
#define VERSION 1

static gboolean
recognise_json (const NazarImportInput *input)
{
  const char *text = input->text;

  while (g_ascii_isspace (*text))
    text++;
  return *text == '{' || *text == '[';
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
read_fields (NazarImportItem *item,
             JsonObject      *object)
{
  const NazarRecordInfo *info = nazar_record_get_info (item->record);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;
      guint index;

      if (strcmp (name, "type") == 0 || strcmp (name, "id") == 0 || nazar_record_info_find_computed (info, name) != NULL)
        continue;
      if (G_OBJECT_TYPE (item->record) == NAZAR_TYPE_ATTACHMENT && strcmp (name, "bytes") == 0)
        continue;
      /* Another way to say that there is none (DOMAIN.md, interview). */
      if (G_OBJECT_TYPE (item->record) == NAZAR_TYPE_INTERVIEW && strcmp (name, "consent") == 0 &&
          g_strcmp0 (get_string (object, name), "none") == 0)
        continue;

      if (nazar_record_info_find (info, name, &index) == NULL)
        {
          /* Translators: the name of a field in a file. */
          g_autofree char *sentence = g_strdup_printf (_("The field “%s” is unknown and was left out."), name);

          nazar_import_item_doubt (item, sentence);
          continue;
        }

      value = nazar_value_from_json (&info->fields[index], node, &error);
      if (error != NULL)
        nazar_import_item_doubt (item, error->message);
      else
        nazar_record_set_at (item->record, index, value);
    }
}

static gboolean
is_usable_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > 200)
    return FALSE;
  for (const char *p = id; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) || g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* An answer without an id of its own has the one that its question gives it. */
static void
identify_answer (NazarImportItem *item,
                 GHashTable      *ids)
{
  const NazarRecordInfo *info = nazar_record_get_info (item->record);
  const char *visit = nazar_record_get (item->record, "visit");
  const char *checklist = nazar_record_get (item->record, "checklist");
  const char *question = nazar_record_get (item->record, "question");
  g_autofree char *id = NULL;
  NazarRecord *record;

  if (visit == NULL || checklist == NULL || question == NULL)
    return;

  id = nazar_answer_dup_id (visit, checklist, question);
  record = nazar_record_new (NAZAR_TYPE_ANSWER, id);
  for (guint i = 0; i < info->n_fields; i++)
    nazar_record_set_at (record, i, nazar_record_get_at (item->record, i));
  g_object_unref (item->record);
  item->record = record;
  if (!g_hash_table_add (ids, g_steal_pointer (&id)))
    nazar_import_item_refuse (item, _("This question is answered twice in the file."));
}

/* A record that cannot be read still counts: it is left out with its reason. */
static NazarImportItem *
read_record (JsonNode   *node,
             GHashTable *ids)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? get_string (object, "type") : NULL;
  const char *id = object != NULL ? get_string (object, "id") : NULL;
  GType type = nazar_record_type_from_name (name);
  gboolean usable = id == NULL || is_usable_id (id);
  guint n_types;
  NazarImportItem *item;

  item = nazar_import_item_new (nazar_record_new (type != G_TYPE_INVALID ? type : nazar_record_types (&n_types)[0],
                                                  usable ? id : NULL));
  if (object == NULL)
    nazar_import_item_refuse (item, _("This is no record."));
  else if (type == G_TYPE_INVALID)
    {
      /* Translators: the name of a kind of record in a file. */
      g_autofree char *sentence = g_strdup_printf (_("Records of the kind “%s” are unknown to this Nazar."), name != NULL ? name : "");

      nazar_import_item_refuse (item, sentence);
    }
  else if (!usable)
    nazar_import_item_refuse (item, _("Its id cannot be used."));
  else if (!g_hash_table_add (ids, g_strdup (nazar_record_get_id (item->record))))
    nazar_import_item_refuse (item, _("Its id stands twice in the file."));
  else
    read_fields (item, object);
  if (type == NAZAR_TYPE_ANSWER && id == NULL && item->state == NAZAR_IMPORT_NEW)
    identify_answer (item, ids);
  if (type == NAZAR_TYPE_ATTACHMENT && item->state == NAZAR_IMPORT_NEW)
    nazar_import_content_read (item, json_object_get_member (object, "bytes"));

  return item;
}

static gboolean
is_integer (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
check_format (JsonNode  *root,
              GError   **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;
  JsonNode *records = object != NULL ? json_object_get_member (object, "records") : NULL;

  if (object == NULL || g_strcmp0 (get_string (object, "format"), FORMAT) != 0)
    {
      g_set_error_literal (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_OTHER_PROGRAM,
                           _("This JSON file is not one of Nazar’s."));
      return FALSE;
    }

  if (is_integer (version) && json_node_get_int (version) > VERSION)
    {
      g_set_error_literal (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_NEWER,
                           _("This JSON file was written by a newer Nazar. Update the program to import it."));
      return FALSE;
    }

  if (!is_integer (version) || json_node_get_int (version) != VERSION || records == NULL || !JSON_NODE_HOLDS_ARRAY (records))
    {
      g_set_error_literal (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE,
                           _("This JSON file has no list of records."));
      return FALSE;
    }

  return TRUE;
}

/* References lead to ids of the file or of the register; the register's are seen
 * when the record is stored. */
static gboolean
read_json (const NazarImportInput  *input,
           NazarImportPlan         *plan,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonArray *records;
  guint n_records;

  root = nazar_json_parse (input->text, input->length, error);
  if (root == NULL || !check_format (root, error))
    return FALSE;

  records = json_object_get_array_member (json_node_get_object (root), "records");
  n_records = json_array_get_length (records);
  for (guint i = 0; i < n_records; i++)
    {
      if (i % 1000 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (input->progress != NULL)
            input->progress ((double) i / n_records, input->progress_data);
        }
      nazar_import_plan_add_item (plan, read_record (json_array_get_element (records, i), ids));
    }

  return TRUE;
}

const NazarImporter nazar_importer_json = { "nazar", NC_ ("import", "Nazar’s own JSON"), recognise_json, read_json };
