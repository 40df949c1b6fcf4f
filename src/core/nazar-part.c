/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-part.h"

#include "nazar-json.h"

/* ---- A part ---- */

typedef struct
{
  NazarPartList *list; /* NULL once it is in none */
} NazarPartPrivate;

struct _NazarPartList
{
  GObject parent_instance;

  const NazarField *field;
  NazarRecord *record;
  gulong changed_id;
  GPtrArray *parts;
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarPart, nazar_part, NAZAR_TYPE_RECORD)

static NazarPartPrivate *
get_private (NazarPart *self)
{
  return nazar_part_get_instance_private (self);
}

/* The part as an object of JSON, with another value in one of its fields. */
static void
append_part (JsonBuilder      *builder,
             NazarPart        *part,
             const NazarField *other,
             const char       *value)
{
  const NazarRecordInfo *info = nazar_record_get_info (NAZAR_RECORD (part));

  json_builder_begin_object (builder);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *shown = &info->fields[i] == other ? value : nazar_record_get_at (NAZAR_RECORD (part), i);

      if (shown == NULL)
        continue;
      json_builder_set_member_name (builder, info->fields[i].name);
      if (nazar_field_is_set (&info->fields[i]))
        json_builder_add_value (builder, nazar_json_parse (shown, -1, NULL));
      else
        json_builder_add_string_value (builder, shown);
    }
  json_builder_end_object (builder);
}

static char *
dup_text (const NazarField *field,
          JsonBuilder      *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = nazar_json_to_text (root, FALSE);
  return nazar_field_normalize (field, text, NULL);
}

/* What the record says of its field with just this part in it: another part with a
 * fault of its own is no reason to refuse what is right here. */
static char *
nazar_part_dup_problem (NazarRecord      *record,
                        const NazarField *field,
                        const char       *value)
{
  NazarPartList *list = get_private (NAZAR_PART (record))->list;
  NazarRecord *whole = list != NULL ? list->record : NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *text = NULL;

  if (whole == NULL || NAZAR_RECORD_GET_CLASS (whole)->dup_problem == NULL)
    return NULL;

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  append_part (builder, NAZAR_PART (record), field, value);
  text = dup_text (list->field, builder);
  return NAZAR_RECORD_GET_CLASS (whole)->dup_problem (whole, list->field, text);
}

static char *
nazar_part_dup_title (NazarRecord *record)
{
  return NULL;
}

static void
nazar_part_class_init (NazarPartClass *klass)
{
  NAZAR_RECORD_CLASS (klass)->dup_title = nazar_part_dup_title;
  NAZAR_RECORD_CLASS (klass)->dup_problem = nazar_part_dup_problem;
}

static void
nazar_part_init (NazarPart *self)
{
}

/* ---- The kinds of part ---- */

static void
init_kind (gpointer klass,
           gpointer class_data)
{
  const NazarField *field = class_data;
  NazarRecordInfo *info = g_new0 (NazarRecordInfo, 1);

  info->name = field->name;
  info->label = info->plural = field->label;
  info->fields = field->fields;
  info->n_fields = field->n_fields;
  nazar_record_class_install_fields (NAZAR_RECORD_CLASS (klass), info);
}

/* A kind of part for each field that holds parts, made when one is first wanted. */
static GType
get_kind (const NazarField *field)
{
  static GHashTable *kinds = NULL;
  static GMutex mutex;
  GType kind;

  g_mutex_lock (&mutex);
  if (kinds == NULL)
    kinds = g_hash_table_new (NULL, NULL);

  kind = GPOINTER_TO_SIZE (g_hash_table_lookup (kinds, field));
  if (kind == 0)
    {
      g_autofree char *name = g_strdup_printf ("NazarPart-%s-%u", field->name, g_hash_table_size (kinds));
      const GTypeInfo info = {
        .class_size = sizeof (NazarPartClass),
        .class_init = init_kind,
        .class_data = field,
        .instance_size = sizeof (NazarPart),
      };

      kind = g_type_register_static (NAZAR_TYPE_PART, name, &info, G_TYPE_FLAG_FINAL);
      g_hash_table_insert (kinds, (gpointer) field, GSIZE_TO_POINTER (kind));
    }
  g_mutex_unlock (&mutex);

  return kind;
}

/* ---- The list ---- */

static GType
nazar_part_list_get_item_type (GListModel *model)
{
  return NAZAR_TYPE_PART;
}

static guint
nazar_part_list_get_n_items (GListModel *model)
{
  return NAZAR_PART_LIST (model)->parts->len;
}

static gpointer
nazar_part_list_get_item (GListModel *model,
                          guint       position)
{
  GPtrArray *parts = NAZAR_PART_LIST (model)->parts;

  return position < parts->len ? g_object_ref (g_ptr_array_index (parts, position)) : NULL;
}

static void
init_model (GListModelInterface *interface)
{
  interface->get_item_type = nazar_part_list_get_item_type;
  interface->get_n_items = nazar_part_list_get_n_items;
  interface->get_item = nazar_part_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NazarPartList, nazar_part_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_model))

static void
free_part (gpointer part)
{
  get_private (part)->list = NULL;
  g_object_unref (part);
}

static NazarPart *
insert_part (NazarPartList *self,
             guint          index)
{
  NazarPart *part = NAZAR_PART (nazar_record_new (get_kind (self->field), NULL));

  get_private (part)->list = self;
  g_ptr_array_insert (self->parts, index, part);
  return part;
}

static char *
dup_value (NazarPart  *part,
           JsonObject *object,
           guint       index)
{
  JsonNode *node = json_object_get_member (object, nazar_record_get_info (NAZAR_RECORD (part))->fields[index].name);
  g_autofree char *text = node != NULL ? nazar_json_to_input (node) : NULL;

  return text != NULL ? nazar_field_normalize (&nazar_record_get_info (NAZAR_RECORD (part))->fields[index], text, NULL) : NULL;
}

static gboolean
is_same (NazarPart  *part,
         JsonObject *object)
{
  for (guint i = 0; i < nazar_record_get_info (NAZAR_RECORD (part))->n_fields; i++)
    {
      g_autofree char *value = dup_value (part, object, i);

      if (g_strcmp0 (value, nazar_record_get_at (NAZAR_RECORD (part), i)) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
read_part (NazarPart  *part,
           JsonObject *object)
{
  for (guint i = 0; i < nazar_record_get_info (NAZAR_RECORD (part))->n_fields; i++)
    {
      g_autofree char *value = dup_value (part, object, i);

      nazar_record_set_at (NAZAR_RECORD (part), i, value);
    }
}

static GPtrArray *
read_objects (NazarPartList *self,
              JsonNode      *root)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      g_ptr_array_add (objects, json_array_get_object_element (array, i));

  return objects;
}

/* Follows the field. Parts that are still there stay the same objects: an undo does not
 * close the card that somebody works in. */
static void
follow (NazarPartList *self)
{
  const char *value = self->record != NULL ? nazar_record_get (self->record, self->field->name) : NULL;
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  g_autoptr (GPtrArray) objects = read_objects (self, root);
  guint before = self->parts->len, after = objects->len, head = 0, tail = 0, removed, added;

  while (head < MIN (before, after) &&
         is_same (g_ptr_array_index (self->parts, head), g_ptr_array_index (objects, head)))
    head++;
  while (tail < MIN (before, after) - head &&
         is_same (g_ptr_array_index (self->parts, before - 1 - tail), g_ptr_array_index (objects, after - 1 - tail)))
    tail++;

  /* Between what is the same at both ends: as many as there were have other values now. */
  for (; head < MIN (before, after) - tail; head++)
    read_part (g_ptr_array_index (self->parts, head), g_ptr_array_index (objects, head));
  removed = before - head - tail;
  added = after - head - tail;
  if (removed > 0)
    g_ptr_array_remove_range (self->parts, head, removed);
  for (guint i = 0; i < added; i++)
    read_part (insert_part (self, head + i), g_ptr_array_index (objects, head + i));
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
}

static void
nazar_part_list_finalize (GObject *object)
{
  NazarPartList *self = NAZAR_PART_LIST (object);

  if (self->record != NULL)
    g_signal_handler_disconnect (self->record, self->changed_id);
  g_clear_object (&self->record);
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (nazar_part_list_parent_class)->finalize (object);
}

static void
nazar_part_list_class_init (NazarPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_part_list_finalize;
}

static void
nazar_part_list_init (NazarPartList *self)
{
  self->parts = g_ptr_array_new_with_free_func (free_part);
}

/**
 * nazar_part_put:
 * @self: a part
 *
 * Puts what the part holds into the record that it is part of.
 *
 * Returns: (transfer none) (nullable): that record, to be stored; %NULL where it is part
 *   of none any more
 */
NazarRecord *
nazar_part_put (NazarPart *self)
{
  NazarPartList *list;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (NAZAR_IS_PART (self), NULL);

  list = get_private (self)->list;
  if (list == NULL || list->record == NULL)
    return NULL;

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->parts->len; i++)
    append_part (builder, g_ptr_array_index (list->parts, i), NULL, NULL);
  text = dup_text (list->field, builder);
  nazar_record_set (list->record, list->field->name, text);
  return list->record;
}

/**
 * nazar_part_list_new:
 * @field: a field that holds structures
 *
 * Returns: (transfer full): a list that is empty until it has a record
 */
NazarPartList *
nazar_part_list_new (const NazarField *field)
{
  NazarPartList *self;

  g_return_val_if_fail (field != NULL && field->kind == NAZAR_KIND_STRUCTURES, NULL);

  self = g_object_new (NAZAR_TYPE_PART_LIST, NULL);
  self->field = field;
  return self;
}

/**
 * nazar_part_list_set_record:
 * @self: a list
 * @record: (nullable): a record that has the field
 */
void
nazar_part_list_set_record (NazarPartList *self,
                            NazarRecord   *record)
{
  guint before;

  g_return_if_fail (NAZAR_IS_PART_LIST (self));

  if (record == self->record)
    return;

  if (self->record != NULL)
    g_clear_signal_handler (&self->changed_id, self->record);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *name = g_strdelimit (g_strdup (self->field->name), "_", '-');
      g_autofree char *detail = g_strconcat ("notify::", name, NULL);

      self->changed_id = g_signal_connect_swapped (record, detail, G_CALLBACK (follow), self);
    }

  /* Another record has other parts, even where they look the same. */
  before = self->parts->len;
  g_ptr_array_set_size (self->parts, 0);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  follow (self);
}

/**
 * nazar_part_list_get_record:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the record whose parts these are
 */
NazarRecord *
nazar_part_list_get_record (NazarPartList *self)
{
  return self->record;
}

/**
 * nazar_part_list_get_length:
 * @self: a list
 *
 * Returns: how many parts there are
 */
guint
nazar_part_list_get_length (NazarPartList *self)
{
  return self->parts->len;
}

/**
 * nazar_part_list_get:
 * @self: a list
 * @index: a place in it
 *
 * Returns: (transfer none): the part there
 */
NazarPart *
nazar_part_list_get (NazarPartList *self,
                     guint          index)
{
  g_return_val_if_fail (index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

/**
 * nazar_part_list_find:
 * @self: a list
 * @part: a part
 * @index: (out) (optional): its place
 *
 * Returns: whether it is there
 */
gboolean
nazar_part_list_find (NazarPartList *self,
                      NazarPart     *part,
                      guint         *index)
{
  return g_ptr_array_find (self->parts, part, index);
}

/**
 * nazar_part_list_add:
 * @self: a list that has a record
 *
 * The new part is the last; nazar_part_put() is to be called when it holds something.
 *
 * Returns: (transfer none): an empty part
 */
NazarPart *
nazar_part_list_add (NazarPartList *self)
{
  NazarPart *part;

  g_return_val_if_fail (NAZAR_IS_PART_LIST (self), NULL);
  g_return_val_if_fail (self->record != NULL, NULL);

  part = insert_part (self, self->parts->len);
  g_list_model_items_changed (G_LIST_MODEL (self), self->parts->len - 1, 0, 1);
  return part;
}

/**
 * nazar_part_list_remove:
 * @self: a list
 * @part: one of its parts
 *
 * Takes the part out of the record, which is then to be stored.
 */
void
nazar_part_list_remove (NazarPartList *self,
                        NazarPart     *part)
{
  guint index;

  g_return_if_fail (NAZAR_IS_PART_LIST (self));
  if (!g_ptr_array_find (self->parts, part, &index))
    return;

  g_ptr_array_remove_index (self->parts, index);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);
  if (self->parts->len > 0)
    nazar_part_put (g_ptr_array_index (self->parts, 0));
  else
    nazar_record_set (self->record, self->field->name, NULL);
}
