/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-record-form.h"

#include "nazar-field-rows.h"
#include "nazar-yes-no-row.h"

#include <glib/gi18n-lib.h>

/* The fields of a record in groups of rows. The field table says what each row
 * is; here they are only laid out. */
struct _NazarRecordForm
{
  GtkBox parent_instance;

  NazarLive *live;
  gboolean locked;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (NazarRecordForm, nazar_record_form, GTK_TYPE_BOX)

typedef struct
{
  const char *title;
  const char *const *fields; /* NULL at its end */
} Group;

typedef struct
{
  const char *type;
  const char *const *elsewhere; /* fields that the page shows by itself */
  const char *const *yes_no;    /* flags where "no" says something else than no answer */
  const Group *groups;
  guint n_groups;
} Layout;

#define FIELDS(...) (const char *const[]) { __VA_ARGS__, NULL }

static const Group recommendation_groups[] = {
  { NC_("form", "Follow-up"),
    FIELDS ("body", "other_bodies", "priority", "deadline", "reply_due", "follow_up", "repeats") },
  { NC_("form", "Classification"), FIELDS ("themes", "groups", "sdgs", "action") },
  { NC_("form", "Where it stands"),
    FIELDS ("title", "source", "number", "section", "paragraph", "states", "response", "response_text", "language", "annotation_id") },
  { NC_("form", "Context and notes"), FIELDS ("context", "notes") },
};

static const Group facility_groups[] = {
  { NC_("form", "The place"),
    FIELDS ("name", "names", "kind", "authority", "capacity", "year_built", "closed_on") },
  { NC_("form", "Where it is"), FIELDS ("oblast", "district", "place", "address", "latitude", "longitude") },
  { NC_("form", "What it was"), FIELDS ("former_names", "former_authorities") },
};

static const Group visit_groups[] = {
  { NULL, FIELDS ("facility", "kind", "reason", "begin", "end", "announced", "joint_with", "person_in_charge") },
  { NC_("form", "Access and cooperation"), FIELDS ("access", "minutes_waited", "privacy") },
  { NC_("form", "In words"), FIELDS ("summary", "changes_since_last", "good_practice", "notes", "language") },
};

static const Layout layouts[] = {
  { "recommendation", FIELDS ("text"), FIELDS (NULL), recommendation_groups, G_N_ELEMENTS (recommendation_groups) },
  { "facility", FIELDS (NULL), FIELDS (NULL), facility_groups, G_N_ELEMENTS (facility_groups) },
  { "visit", FIELDS ("state", "team", "population", "checklists", "source", "reopened"), FIELDS ("announced", "privacy"),
    visit_groups, G_N_ELEMENTS (visit_groups) },
};

static const Layout *
find_layout (const NazarRecordInfo *info)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].type, info->name))
      return &layouts[i];

  return NULL;
}

static GtkWidget *
add_group (NazarRecordForm *self,
           const char      *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), g_dpgettext2 (GETTEXT_PACKAGE, "form", title));
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

static void
add_row (NazarRecordForm  *self,
         GtkWidget        *group,
         const Layout     *layout,
         const NazarField *field)
{
  GtkWidget *row = layout != NULL && nazar_strv_holds (layout->yes_no, field->name)
                     ? nazar_yes_no_row_new (self->live, field, self->locked)
                     : nazar_field_row_new_locked (self->live, field, self->locked);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_layout (NazarRecordForm       *self,
            const NazarRecordInfo *info,
            const Layout          *layout)
{
  for (guint i = 0; i < layout->n_groups; i++)
    {
      GtkWidget *group = add_group (self, layout->groups[i].title);

      for (guint j = 0; layout->groups[i].fields[j] != NULL; j++)
        add_row (self, group, layout, nazar_record_info_find (info, layout->groups[i].fields[j], NULL));
    }
}

/* What no group names comes in the order of the table: a new field needs no line here. */
static void
add_rest (NazarRecordForm       *self,
          const NazarRecordInfo *info,
          const Layout          *layout)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *name = info->fields[i].name;

      if (nazar_record_form_get_row (self, name) != NULL ||
          (layout != NULL && nazar_strv_holds (layout->elsewhere, name)))
        continue;
      if (group == NULL)
        group = add_group (self, NULL);
      add_row (self, group, layout, &info->fields[i]);
    }
}

static void
nazar_record_form_finalize (GObject *object)
{
  NazarRecordForm *self = NAZAR_RECORD_FORM (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->live);

  G_OBJECT_CLASS (nazar_record_form_parent_class)->finalize (object);
}

static void
nazar_record_form_class_init (NazarRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_record_form_finalize;
}

static void
nazar_record_form_init (NazarRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * nazar_record_form_new:
 * @live: a register as windows see it
 * @type: a kind of record
 * @locked: whether it is for reading only, as of a visit that is approved
 *
 * Returns: (transfer full): a form for such records
 */
GtkWidget *
nazar_record_form_new (NazarLive *live,
                       GType      type,
                       gboolean   locked)
{
  NazarRecordForm *self = g_object_new (NAZAR_TYPE_RECORD_FORM, NULL);
  const NazarRecordInfo *info = nazar_record_info (type);
  const Layout *layout = find_layout (info);

  self->live = g_object_ref (live);
  self->locked = locked;
  if (layout != NULL)
    add_layout (self, info, layout);
  add_rest (self, info, layout);
  return GTK_WIDGET (self);
}

/**
 * nazar_record_form_set_record:
 * @self: a form
 * @record: (nullable): a live record of its kind
 *
 * What was typed for the record before is stored first.
 */
void
nazar_record_form_set_record (NazarRecordForm *self,
                              NazarRecord     *record)
{
  g_return_if_fail (NAZAR_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_set_record (g_ptr_array_index (self->rows, i), record);
}

/**
 * nazar_record_form_get_row:
 * @self: a form
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its row
 */
NazarFieldRow *
nazar_record_form_get_row (NazarRecordForm *self,
                           const char      *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      NazarFieldRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (nazar_field_row_get_field (row)->name, field))
        return row;
    }

  return NULL;
}

/**
 * nazar_record_form_flush:
 * @self: a form
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_record_form_flush (NazarRecordForm *self)
{
  g_return_if_fail (NAZAR_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_flush (g_ptr_array_index (self->rows, i));
}

/**
 * nazar_record_form_forget:
 * @self: a form
 *
 * Forgets what was typed and not stored yet: its record is gone.
 */
void
nazar_record_form_forget (NazarRecordForm *self)
{
  g_return_if_fail (NAZAR_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    nazar_field_row_forget (g_ptr_array_index (self->rows, i));
}
