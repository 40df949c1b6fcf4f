/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-filter-bar.h"

#include "nazar-filter-chip.h"
#include "nazar-list-words.h"
#include "nazar-list-layout.h"
#include "nazar-status-badge.h"
#include "nazar-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* The filters of a list, a chip for each field. Several values of one field are
 * alternatives; fields must all hold, as in NazarQuery. */
struct _NazarFilterBar
{
  GtkWidget parent_instance;

  NazarLive *live;
  GType type;
  GPtrArray *filters; /* of Filter */
  GtkWidget *clear;
};

typedef struct
{
  const NazarField *field;
  GPtrArray *values; /* of strings; "" is unset */
  GtkWidget *chip;
} Filter;

G_DEFINE_FINAL_TYPE (NazarFilterBar, nazar_filter_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_ptr_array_unref (filter->values);
  if (filter->chip != NULL)
    gtk_widget_unparent (filter->chip);
  g_free (filter);
}

static Filter *
find_filter (NazarFilterBar *self,
             const char     *field)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);

      if (strcmp (filter->field->name, field) == 0)
        return filter;
    }

  return NULL;
}

/* ---- In words ---- */

static char *
value_words (NazarFilterBar   *self,
             const NazarField *field,
             const char       *value)
{
  if (*value == '\0')
    return g_strdup (nazar_list_unset (field));
  if (field->vocabulary == &nazar_vocabulary_status)
    return g_strdup (nazar_status_word (value));
  if (field->kind == NAZAR_KIND_DATE && strchr (value, '/') != NULL)
    return nazar_list_interval (field, value);
  if (nazar_field_is_reference (field))
    return nazar_store_dup_title (nazar_live_get_store (self->live), nazar_record_type_from_name (field->target), value);
  if (nazar_field_is_set (field))
    return g_strdup (value);

  return nazar_field_display (field, value);
}

static char *
filter_words (NazarFilterBar *self,
              const Filter   *filter)
{
  const NazarField *field = filter->field;
  const char *first = g_ptr_array_index (filter->values, 0);
  g_autofree char *words = NULL;

  if (field->kind == NAZAR_KIND_FLAG && strcmp (first, "1") == 0)
    return g_strdup (nazar_field_label (field));

  for (guint i = 0; i < filter->values->len; i++)
    {
      g_autofree char *before = g_steal_pointer (&words);
      g_autofree char *value = value_words (self, field, g_ptr_array_index (filter->values, i));

      words = before == NULL ? g_steal_pointer (&value)
                             /* Translators: two values of which one must hold, such as "Planned or In progress". */
                             : g_strdup_printf (C_ ("filter", "%s or %s"), before, value);
    }

  /* Translators: a field and the value it must have, such as "State’s status: Planned". */
  return g_strdup_printf (C_ ("filter", "%s: %s"), nazar_field_label (field), words);
}

/* ---- The chips ---- */

static void
announce (NazarFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->filters->len > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_chip_removed_cb (NazarFilterBar  *self,
                    NazarFilterChip *chip)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);

      if (filter->chip == GTK_WIDGET (chip))
        {
          g_ptr_array_remove_index (self->filters, i);
          announce (self);
          return;
        }
    }
}

static void
show_chip (NazarFilterBar *self,
           Filter         *filter)
{
  g_autofree char *words = filter_words (self, filter);
  GtkWidget *chip = nazar_filter_chip_new (words);

  gtk_widget_insert_before (chip, GTK_WIDGET (self), filter->chip != NULL ? filter->chip : self->clear);
  g_clear_pointer (&filter->chip, gtk_widget_unparent);
  filter->chip = chip;
  g_signal_connect_object (chip, "removed", G_CALLBACK (on_chip_removed_cb), self, G_CONNECT_SWAPPED);
}

/* A source that was renamed has another name in its chip, too. */
static void
on_live_changed_cb (NazarFilterBar *self)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);

      if (nazar_field_is_reference (filter->field))
        show_chip (self, filter);
    }
}

static void
add (NazarFilterBar *self,
     const char     *field,
     const char     *value)
{
  const NazarField *found = nazar_list_find_field (self->type, field);
  Filter *filter = find_filter (self, field);

  g_return_if_fail (found != NULL);

  if (filter == NULL)
    {
      filter = g_new0 (Filter, 1);
      filter->field = found;
      filter->values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->filters, filter);
    }
  if (!g_ptr_array_find_with_equal_func (filter->values, value, g_str_equal, NULL))
    g_ptr_array_add (filter->values, g_strdup (value));
  show_chip (self, filter);
}

static void
nazar_filter_bar_dispose (GObject *object)
{
  NazarFilterBar *self = NAZAR_FILTER_BAR (object);

  g_ptr_array_set_size (self->filters, 0);
  g_clear_pointer (&self->clear, gtk_widget_unparent);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_filter_bar_parent_class)->dispose (object);
}

static void
nazar_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_FILTER_BAR (object)->filters);

  G_OBJECT_CLASS (nazar_filter_bar_parent_class)->finalize (object);
}

static void
nazar_filter_bar_class_init (NazarFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nazar_filter_bar_dispose;
  object_class->finalize = nazar_filter_bar_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), NAZAR_TYPE_WRAP_LAYOUT);

  /**
   * NazarFilterBar::changed:
   *
   * There are other filters than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
nazar_filter_bar_init (NazarFilterBar *self)
{
  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->clear = gtk_button_new_with_label (_("Clear filters"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (nazar_filter_bar_clear), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * nazar_filter_bar_set_live:
 * @self: filters
 * @live: a register as windows see it
 * @type: the kind of record that is filtered
 */
void
nazar_filter_bar_set_live (NazarFilterBar *self,
                           NazarLive      *live,
                           GType           type)
{
  g_return_if_fail (NAZAR_IS_FILTER_BAR (self));
  g_return_if_fail (self->live == NULL);

  self->live = g_object_ref (live);
  self->type = type;
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nazar_filter_bar_add:
 * @self: filters
 * @field: name of a field, stored or computed
 * @value: what it must be; "" that it is unset
 *
 * Adds a filter, or an alternative to one.
 */
void
nazar_filter_bar_add (NazarFilterBar *self,
                      const char     *field,
                      const char     *value)
{
  g_return_if_fail (NAZAR_IS_FILTER_BAR (self));

  add (self, field, value);
  announce (self);
}

/**
 * nazar_filter_bar_set_only:
 * @self: filters
 * @field: (nullable): name of a field, stored or computed; %NULL for no filter
 * @value: (nullable): what it must be; "" that it is unset
 *
 * Puts one filter in the place of all others.
 */
void
nazar_filter_bar_set_only (NazarFilterBar *self,
                           const char     *field,
                           const char     *value)
{
  g_return_if_fail (NAZAR_IS_FILTER_BAR (self));

  if (field == NULL)
    {
      nazar_filter_bar_clear (self);
      return;
    }

  g_ptr_array_set_size (self->filters, 0);
  nazar_filter_bar_add (self, field, value);
}

/**
 * nazar_filter_bar_clear:
 * @self: filters
 *
 * Takes all filters away.
 */
void
nazar_filter_bar_clear (NazarFilterBar *self)
{
  g_return_if_fail (NAZAR_IS_FILTER_BAR (self));

  if (self->filters->len == 0)
    return;
  g_ptr_array_set_size (self->filters, 0);
  announce (self);
}

/**
 * nazar_filter_bar_is_empty:
 * @self: filters
 *
 * Returns: whether there are none
 */
gboolean
nazar_filter_bar_is_empty (NazarFilterBar *self)
{
  return self->filters->len == 0;
}

/**
 * nazar_filter_bar_has_field:
 * @self: filters
 * @field: name of a field
 *
 * Returns: whether there is a filter on it
 */
gboolean
nazar_filter_bar_has_field (NazarFilterBar *self,
                            const char     *field)
{
  return find_filter (self, field) != NULL;
}

/**
 * nazar_filter_bar_get_value:
 * @self: filters
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): the one value that the field must have
 */
const char *
nazar_filter_bar_get_value (NazarFilterBar *self,
                            const char     *field)
{
  const Filter *filter = find_filter (self, field);
  const char *value = filter != NULL && filter->values->len == 1 ? g_ptr_array_index (filter->values, 0) : NULL;

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * nazar_filter_bar_apply:
 * @self: filters
 * @query: a query for the same kind of record
 *
 * Adds the filters to the query.
 */
void
nazar_filter_bar_apply (NazarFilterBar *self,
                        NazarQuery     *query)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      const Filter *filter = g_ptr_array_index (self->filters, i);

      for (guint j = 0; j < filter->values->len; j++)
        nazar_query_add_filter (query, filter->field->name, g_ptr_array_index (filter->values, j), NULL);
    }
}
