/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-record.h"

#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-uuid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *id;
  gint64 n;
  guint64 dirty;
  char **values;
} NazarRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NazarRecord, nazar_record, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
};

static GParamSpec *title_property;

static const NazarRecordInfo *
get_info (NazarRecord *self)
{
  return NAZAR_RECORD_GET_CLASS (self)->info;
}

static guint
find_index (NazarRecord *self,
            const char  *field)
{
  guint index = 0;

  if (nazar_record_info_find (get_info (self), field, &index) == NULL)
    g_error ("The type %s has no field %s", get_info (self)->name, field);

  return index;
}

/* Property ids begin at 1 on every level, so the owner of the pspec tells whose
 * id it is. */
static void
nazar_record_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  NazarRecord *self = NAZAR_RECORD (object);

  if (pspec->owner_type == NAZAR_TYPE_RECORD)
    g_value_take_string (value, nazar_record_dup_title (self));
  else
    g_value_set_string (value, nazar_record_get_at (self, prop_id - 1));
}

static void
nazar_record_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (pspec->owner_type != NAZAR_TYPE_RECORD)
    nazar_record_set_at (NAZAR_RECORD (object), prop_id - 1, g_value_get_string (value));
}

static void
nazar_record_constructed (GObject *object)
{
  NazarRecord *self = NAZAR_RECORD (object);
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  G_OBJECT_CLASS (nazar_record_parent_class)->constructed (object);

  priv->values = g_new0 (char *, get_info (self)->n_fields);
}

static void
nazar_record_finalize (GObject *object)
{
  NazarRecord *self = NAZAR_RECORD (object);
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  for (guint i = 0; i < get_info (self)->n_fields; i++)
    g_free (priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);

  G_OBJECT_CLASS (nazar_record_parent_class)->finalize (object);
}

static void
nazar_record_class_init (NazarRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = nazar_record_constructed;
  object_class->finalize = nazar_record_finalize;
  object_class->get_property = nazar_record_get_property;
  object_class->set_property = nazar_record_set_property;

  /**
   * NazarRecord:record-title:
   *
   * The line by which people know the record.
   */
  title_property = g_param_spec_string ("record-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_TITLE, title_property);
}

static void
nazar_record_init (NazarRecord *self)
{
}

/**
 * nazar_record_class_install_fields:
 * @klass: the class of a kind of record
 * @info: what there is to know of it; lives as long as the program
 *
 * Makes each field of the table a property: a string that is the field's
 * canonical text, `due_date` becoming `due-date`.
 */
void
nazar_record_class_install_fields (NazarRecordClass      *klass,
                                   const NazarRecordInfo *info)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_return_if_fail (info->n_fields <= 64);

  klass->info = info;
  klass->properties = g_new0 (GParamSpec *, info->n_fields);
  /* A subclass has its own property ids; without these its get_property would be unset. */
  object_class->get_property = nazar_record_get_property;
  object_class->set_property = nazar_record_set_property;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (info->fields[i].name), "_", '-');

      klass->properties[i] = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
    }
}

/**
 * nazar_record_type_from_name:
 * @name: (nullable): name of a type, such as "recommendation"
 *
 * Returns: the type, or %G_TYPE_INVALID
 */
GType
nazar_record_type_from_name (const char *name)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint i = 0; name != NULL && i < n_types; i++)
    if (strcmp (nazar_record_info (types[i])->name, name) == 0)
      return types[i];

  return G_TYPE_INVALID;
}

/**
 * nazar_record_info:
 * @type: a kind of record
 *
 * Returns: (transfer none): what the program knows of it
 */
const NazarRecordInfo *
nazar_record_info (GType type)
{
  /* Classes of records are never unloaded: they are static types. */
  NazarRecordClass *klass = g_type_class_peek (type);

  if (klass == NULL)
    klass = g_type_class_ref (type);

  return klass->info;
}

/**
 * nazar_record_type_label:
 * @type: a kind of record
 *
 * Returns: (transfer none): the name of one such record in the language of the program
 */
const char *
nazar_record_type_label (GType type)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "record", nazar_record_info (type)->label);
}

/**
 * nazar_record_type_plural:
 * @type: a kind of record
 *
 * Returns: (transfer none): the name of several in the language of the program
 */
const char *
nazar_record_type_plural (GType type)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "record", nazar_record_info (type)->plural);
}

static const NazarField *
find_field (const NazarField *fields,
            guint             n_fields,
            const char       *name,
            guint            *index)
{
  for (guint i = 0; name != NULL && i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      {
        if (index != NULL)
          *index = i;
        return &fields[i];
      }

  return NULL;
}

/**
 * nazar_record_info_find:
 * @info: a kind of record
 * @name: (nullable): a field's name
 * @index: (out) (optional): its place in the table
 *
 * Returns: (transfer none) (nullable): the stored field of that name
 */
const NazarField *
nazar_record_info_find (const NazarRecordInfo *info,
                        const char            *name,
                        guint                 *index)
{
  return find_field (info->fields, info->n_fields, name, index);
}

/**
 * nazar_record_info_find_computed:
 * @info: a kind of record
 * @name: (nullable): a field's name
 *
 * Returns: (transfer none) (nullable): the computed field of that name
 */
const NazarField *
nazar_record_info_find_computed (const NazarRecordInfo *info,
                                 const char            *name)
{
  return find_field (info->computed, info->n_computed, name, NULL);
}

/**
 * nazar_record_info_owner:
 * @info: a kind of record
 *
 * Returns: (transfer none) (nullable): the first field that refers to the record
 *   which such a record belongs to
 */
const NazarField *
nazar_record_info_owner (const NazarRecordInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & NAZAR_FIELD_OWNER)
      return &info->fields[i];

  return NULL;
}

/**
 * nazar_record_new:
 * @type: a kind of record
 * @id: (nullable): its id, or %NULL to make a new one
 *
 * Returns: (transfer full): a record with no field set, not yet stored
 */
NazarRecord *
nazar_record_new (GType       type,
                  const char *id)
{
  NazarRecord *self;
  NazarRecordPrivate *priv;

  g_return_val_if_fail (g_type_is_a (type, NAZAR_TYPE_RECORD), NULL);

  self = g_object_new (type, NULL);
  priv = nazar_record_get_instance_private (self);
  priv->id = id != NULL ? g_strdup (id) : nazar_uuid_new ();
  return self;
}

/**
 * nazar_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a record with the same id and values, and the same
 *   fields not yet stored: what a writer takes along to its own thread
 */
NazarRecord *
nazar_record_copy (NazarRecord *self)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);
  NazarRecord *copy = nazar_record_new (G_OBJECT_TYPE (self), priv->id);
  NazarRecordPrivate *copy_priv = nazar_record_get_instance_private (copy);

  for (guint i = 0; i < get_info (self)->n_fields; i++)
    copy_priv->values[i] = g_strdup (priv->values[i]);
  copy_priv->n = priv->n;
  copy_priv->dirty = priv->dirty;
  return copy;
}

/**
 * nazar_record_get_info:
 * @self: a record
 *
 * Returns: (transfer none): what the program knows of its kind
 */
const NazarRecordInfo *
nazar_record_get_info (NazarRecord *self)
{
  g_return_val_if_fail (NAZAR_IS_RECORD (self), NULL);

  return get_info (self);
}

/**
 * nazar_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its id, the same on every device
 */
const char *
nazar_record_get_id (NazarRecord *self)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  g_return_val_if_fail (NAZAR_IS_RECORD (self), NULL);

  return priv->id;
}

/**
 * nazar_record_get_n:
 * @self: a record
 *
 * Returns: its number in this file, or 0 while it is not stored
 */
gint64
nazar_record_get_n (NazarRecord *self)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  return priv->n;
}

/**
 * nazar_record_get:
 * @self: a record
 * @field: name of a field of its kind
 *
 * Returns: (transfer none) (nullable): the canonical text (see #NazarFieldKind),
 *   valid until the field changes; %NULL while it is unset
 */
const char *
nazar_record_get (NazarRecord *self,
                  const char  *field)
{
  g_return_val_if_fail (NAZAR_IS_RECORD (self), NULL);

  return nazar_record_get_at (self, find_index (self, field));
}

/**
 * nazar_record_get_at:
 * @self: a record
 * @index: place of a field in the table
 *
 * Returns: (transfer none) (nullable): as nazar_record_get()
 */
const char *
nazar_record_get_at (NazarRecord *self,
                     guint        index)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  g_return_val_if_fail (index < get_info (self)->n_fields, NULL);

  return priv->values[index];
}

/**
 * nazar_record_get_flag:
 * @self: a record
 * @field: name of a flag
 *
 * Returns: whether it is set to true
 */
gboolean
nazar_record_get_flag (NazarRecord *self,
                       const char  *field)
{
  return g_strcmp0 (nazar_record_get (self, field), "1") == 0;
}

/**
 * nazar_record_get_strv:
 * @self: a record
 * @field: name of a set
 *
 * Returns: (transfer full): its members; empty where there are none
 */
GStrv
nazar_record_get_strv (NazarRecord *self,
                       const char  *field)
{
  return nazar_strv_from_json (nazar_record_get (self, field));
}

/**
 * nazar_record_set_at:
 * @self: a record
 * @index: place of a field in the table
 * @value: (nullable): its canonical text, as nazar_field_normalize() gives it
 */
void
nazar_record_set_at (NazarRecord *self,
                     guint        index,
                     const char  *value)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  g_return_if_fail (index < get_info (self)->n_fields);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (priv->values[index], value) == 0)
    return;

  g_free (priv->values[index]);
  priv->values[index] = g_strdup (value);
  priv->dirty |= G_GUINT64_CONSTANT (1) << index;

  g_object_notify_by_pspec (G_OBJECT (self), NAZAR_RECORD_GET_CLASS (self)->properties[index]);
  g_object_notify_by_pspec (G_OBJECT (self), title_property);
}

/**
 * nazar_record_set:
 * @self: a record
 * @field: name of a field of its kind
 * @value: (nullable): its canonical text, as nazar_field_normalize() gives it
 *
 * Sets a value the caller knows to be canonical; what people type goes through
 * nazar_record_enter().
 */
void
nazar_record_set (NazarRecord *self,
                  const char  *field,
                  const char  *value)
{
  g_return_if_fail (NAZAR_IS_RECORD (self));

  nazar_record_set_at (self, find_index (self, field), value);
}

/**
 * nazar_record_set_strv:
 * @self: a record
 * @field: name of a set
 * @strv: (nullable): its members; repeats are left out
 */
void
nazar_record_set_strv (NazarRecord       *self,
                       const char        *field,
                       const char *const *strv)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autofree char *value = NULL;

  for (guint i = 0; strv != NULL && strv[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (members, strv[i], g_str_equal, NULL))
      g_ptr_array_add (members, (gpointer) strv[i]);
  g_ptr_array_add (members, NULL);

  value = nazar_strv_to_json ((const char *const *) members->pdata);
  nazar_record_set (self, field, value);
}

static char *
find_problem (NazarRecord      *self,
              const NazarField *field,
              const char       *value)
{
  NazarRecordClass *klass = NAZAR_RECORD_GET_CLASS (self);

  return klass->dup_problem != NULL && value != NULL ? klass->dup_problem (self, field, value) : NULL;
}

/**
 * nazar_record_dup_problem:
 * @self: a record
 * @field: name of a field of its kind
 *
 * Returns: (transfer full) (nullable): a sentence where the field's value does not go
 *   with the record's others or with today, such as an end before the beginning
 */
char *
nazar_record_dup_problem (NazarRecord *self,
                          const char  *field)
{
  guint index = find_index (self, field);

  return find_problem (self, &get_info (self)->fields[index], nazar_record_get_at (self, index));
}

/**
 * nazar_record_enter:
 * @self: a record
 * @field: name of a field of its kind
 * @input: (nullable): what was typed or read
 * @error: return location for a #NazarFieldError
 *
 * Checks the input and sets the field.
 *
 * Returns: %FALSE and no change where the input is invalid
 */
gboolean
nazar_record_enter (NazarRecord  *self,
                    const char   *field,
                    const char   *input,
                    GError      **error)
{
  guint index = find_index (self, field);
  g_autoptr (GError) local_error = NULL;
  const NazarField *declared = &get_info (self)->fields[index];
  g_autofree char *value = nazar_field_normalize (declared, input, &local_error);
  g_autofree char *problem = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  problem = find_problem (self, declared, value);
  if (problem != NULL)
    {
      g_set_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID,
                   _("%s: %s"), nazar_field_label (declared), problem);
      return FALSE;
    }

  nazar_record_set_at (self, index, value);
  return TRUE;
}

/**
 * nazar_record_set_author_language:
 * @self: a new record
 *
 * Says that its texts are in the language that its author works in, where the
 * record has a language and none is known yet.
 */
void
nazar_record_set_author_language (NazarRecord *self)
{
  guint index;

  if (nazar_record_info_find (get_info (self), "language", &index) != NULL && nazar_record_get_at (self, index) == NULL)
    nazar_record_set_at (self, index, nazar_language_current ());
}

/**
 * nazar_record_dup_title:
 * @self: a record
 *
 * Returns: (transfer full): the line by which people know the record; where it
 *   has none yet, a word that says so
 */
char *
nazar_record_dup_title (NazarRecord *self)
{
  char *title;

  g_return_val_if_fail (NAZAR_IS_RECORD (self), NULL);

  title = NAZAR_RECORD_GET_CLASS (self)->dup_title (self);
  return title != NULL ? title : g_strdup (_("Without a title"));
}

/**
 * nazar_record_missing:
 * @self: a record
 *
 * Returns: (transfer container) (element-type NazarField): the required fields
 *   that are still unset
 */
GPtrArray *
nazar_record_missing (NazarRecord *self)
{
  const NazarRecordInfo *info = get_info (self);
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & NAZAR_FIELD_REQUIRED) && nazar_record_get_at (self, i) == NULL)
      g_ptr_array_add (missing, (gpointer) &info->fields[i]);

  return missing;
}

/**
 * nazar_record_set_n:
 * @self: a record
 * @n: its number in this file
 */
void
nazar_record_set_n (NazarRecord *self,
                    gint64       n)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  priv->n = n;
}

/**
 * nazar_record_get_dirty:
 * @self: a record
 *
 * Returns: a bit for each field that was set since the record was loaded or stored
 */
guint64
nazar_record_get_dirty (NazarRecord *self)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  return priv->dirty;
}

/**
 * nazar_record_set_dirty:
 * @self: a record
 * @dirty: a bit for each field that is not stored yet
 */
void
nazar_record_set_dirty (NazarRecord *self,
                        guint64      dirty)
{
  NazarRecordPrivate *priv = nazar_record_get_instance_private (self);

  priv->dirty = dirty;
}

/**
 * nazar_record_set_clean:
 * @self: a record
 *
 * Says that what the record holds is what the register holds.
 */
void
nazar_record_set_clean (NazarRecord *self)
{
  nazar_record_set_dirty (self, 0);
}
