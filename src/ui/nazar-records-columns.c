/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records-columns.h"

#include "nazar-cell.h"
#include "nazar-list-layout.h"

/* The columns of a list: which of them fit, what their cells show, and by which
 * the list is sorted. */
struct _NazarRecordsColumns
{
  GObject parent_instance;

  GtkColumnView *view; /* owns what owns this */
  const NazarListLayout *layout;
  NazarCellContext context;
  GPtrArray *columns; /* of GtkColumnViewColumn, as in the layout */

  const NazarColumnLayout *compared; /* the column whose sorter was asked last */
  gboolean setting_sort;
  int width;
};

G_DEFINE_FINAL_TYPE (NazarRecordsColumns, nazar_records_columns, G_TYPE_OBJECT)

enum
{
  SIGNAL_SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a column's factory and sorter know. */
typedef struct
{
  NazarRecordsColumns *self;
  const NazarColumnLayout *column;
} Column;

static void
show_item (GtkListItem *item,
           Column      *column)
{
  NazarRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);

  nazar_cell_show (cell, column->column, &column->self->context, row);
}

static void
on_row_changed_cb (GtkListItem *item,
                   NazarRow    *row)
{
  show_item (item, g_object_get_data (G_OBJECT (item), "nazar-column"));
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             Column             *column)
{
  GtkWidget *cell = nazar_cell_new (column->column, &column->self->context);

  nazar_cell_set_item (cell, item);
  g_object_set_data (G_OBJECT (item), "nazar-column", column);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *item,
            Column             *column)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_row_changed_cb), item);
  show_item (item, column);
}

static void
on_unbind_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              Column             *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed_cb, item);
}

/* Nothing is sorted here: being asked tells which column's header was pressed. */
static int
compare_nothing (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  Column *column = user_data;

  column->self->compared = column->column;
  return -1;
}

static void
on_sorter_changed_cb (NazarRecordsColumns *self,
                      GtkSorterChange      change,
                      GtkSorter           *sorter)
{
  GtkOrdering ordering;

  if (self->setting_sort)
    return;

  /* Any two different objects do. */
  self->compared = NULL;
  ordering = gtk_sorter_compare (sorter, self, self->view);
  g_signal_emit (self, signals[SIGNAL_SORTED], 0, self->compared != NULL ? self->compared->field : "",
                 ordering == GTK_ORDERING_LARGER);
}

static void
add_column (NazarRecordsColumns     *self,
            const NazarColumnLayout *layout)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *data = g_new0 (Column, 1);
  GtkColumnViewColumn *column;
  GtkSorter *sorter;

  *data = (Column){ self, layout };
  g_object_set_data_full (G_OBJECT (factory), "nazar-column", data, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), data);

  column = gtk_column_view_column_new (nazar_list_column_title (self->context.type, layout), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_nothing, data, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, layout->width < 0);
  gtk_column_view_append_column (self->view, column);

  g_ptr_array_add (self->columns, column);
  g_object_unref (sorter);
}

static void
forget_titles (NazarRecordsColumns *self)
{
  g_hash_table_remove_all (self->context.titles);
}

static void
nazar_records_columns_finalize (GObject *object)
{
  NazarRecordsColumns *self = NAZAR_RECORDS_COLUMNS (object);

  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->context.titles);
  g_free (self->context.search);
  g_clear_object (&self->context.live);

  G_OBJECT_CLASS (nazar_records_columns_parent_class)->finalize (object);
}

static void
nazar_records_columns_class_init (NazarRecordsColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_records_columns_finalize;

  /**
   * NazarRecordsColumns::sorted:
   * @field: name of a field; "" for the order of entry
   * @descending: whether the last comes first
   *
   * The header of a column was pressed.
   */
  signals[SIGNAL_SORTED] = g_signal_new ("sorted", NAZAR_TYPE_RECORDS_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
nazar_records_columns_init (NazarRecordsColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->context.titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->context.compact = TRUE;
}

/**
 * nazar_records_columns_new:
 * @view: a view without columns; it must not outlive the result
 * @live: a register as windows see it
 * @type: the kind of record that is listed
 *
 * Returns: (transfer full): the columns of @view
 */
NazarRecordsColumns *
nazar_records_columns_new (GtkColumnView *view,
                           NazarLive     *live,
                           GType          type)
{
  NazarRecordsColumns *self = g_object_new (NAZAR_TYPE_RECORDS_COLUMNS, NULL);

  self->view = view;
  self->layout = nazar_list_layout (type);
  self->context.live = g_object_ref (live);
  self->context.type = type;
  self->context.lines = self->layout->lines;
  for (guint i = 0; i < self->layout->n_columns; i++)
    add_column (self, &self->layout->columns[i]);

  g_signal_connect_object (live, "changed", G_CALLBACK (forget_titles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (on_sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  nazar_records_columns_set_width (self, 1);
  return self;
}

/**
 * nazar_records_columns_set_search:
 * @self: columns
 * @typed: (nullable): what is searched for, and marked in rows shown from now on
 */
void
nazar_records_columns_set_search (NazarRecordsColumns *self,
                                  const char          *typed)
{
  g_free (self->context.search);
  self->context.search = typed != NULL && *typed != '\0' ? g_strdup (typed) : NULL;
}

static void
show_again (NazarRecordsColumns *self,
            GtkWidget           *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkListItem *item = child == NULL ? nazar_cell_find_item (widget) : NULL;

  if (item != NULL && gtk_list_item_get_item (item) != NULL)
    show_item (item, g_object_get_data (G_OBJECT (item), "nazar-column"));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    show_again (self, child);
}

static int
column_width (const NazarColumnLayout *layout,
              gboolean                 wide)
{
  return wide && layout->wide > 0 ? layout->wide : layout->width;
}

/* The highest rank whose columns leave room for the title. */
static int
highest_rank (NazarRecordsColumns *self,
              int                  width,
              gboolean             wide)
{
  int rank;

  for (rank = 0; rank <= NAZAR_LIST_MAX_RANK; rank++)
    {
      int rest = width;

      for (guint i = 0; i < self->layout->n_columns; i++)
        if (self->layout->columns[i].rank <= rank && self->layout->columns[i].width > 0)
          rest -= column_width (&self->layout->columns[i], wide);
      if (rank > 0 && rest < NAZAR_LIST_TITLE_WIDTH)
        break;
    }

  return rank - 1;
}

static void
show_column (NazarRecordsColumns *self,
             guint                index,
             gboolean             visible,
             gboolean             wide)
{
  GtkColumnViewColumn *column = g_ptr_array_index (self->columns, index);
  gboolean was_visible = self->width > 0 && gtk_column_view_column_get_visible (column);
  gboolean other_words = self->context.compact == wide;

  /* What people have made wider or narrower stays so while it can. */
  if (visible && (!was_visible || other_words))
    gtk_column_view_column_set_fixed_width (column, column_width (&self->layout->columns[index], wide));
  /* GTK 4.8 counts the width of hidden columns. */
  if (!visible)
    gtk_column_view_column_set_fixed_width (column, 0);
  gtk_column_view_column_set_visible (column, visible);
}

/**
 * nazar_records_columns_set_width:
 * @self: columns
 * @width: the pixels that the list has
 *
 * Shows the columns that fit.
 */
void
nazar_records_columns_set_width (NazarRecordsColumns *self,
                                 int                  width)
{
  gboolean wide = width >= NAZAR_LIST_WIDE;
  int rank = highest_rank (self, width, wide);

  if (width == self->width)
    return;

  for (guint i = 0; i < self->layout->n_columns; i++)
    show_column (self, i, self->layout->columns[i].rank <= rank, wide);
  self->width = width;

  if (self->context.compact == wide)
    {
      self->context.compact = !wide;
      show_again (self, GTK_WIDGET (self->view));
    }
}

/**
 * nazar_records_columns_set_sort:
 * @self: columns
 * @field: name of a field; "" for the order of entry
 * @descending: whether the last comes first
 *
 * Makes the headers show how the list is sorted.
 */
void
nazar_records_columns_set_sort (NazarRecordsColumns *self,
                                const char          *field,
                                gboolean             descending)
{
  GtkColumnViewColumn *column = NULL;

  for (guint i = 0; i < self->layout->n_columns; i++)
    if (strcmp (self->layout->columns[i].field, field) == 0)
      column = g_ptr_array_index (self->columns, i);

  self->setting_sort = TRUE;
  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting_sort = FALSE;
}

/**
 * nazar_records_columns_find_row:
 * @self: columns
 * @widget: (nullable): a widget inside the view
 *
 * Returns: the position of the row that @widget is, or is in;
 *   %GTK_INVALID_LIST_POSITION where it is in none
 */
guint
nazar_records_columns_find_row (NazarRecordsColumns *self,
                                GtkWidget           *widget)
{
  while (widget != NULL && widget != GTK_WIDGET (self->view) && !GTK_IS_LIST_VIEW (widget))
    {
      GtkListItem *item = nazar_cell_find_item (widget);

      if (item != NULL)
        return gtk_list_item_get_position (item);
      widget = gtk_widget_get_parent (widget);
    }

  return GTK_INVALID_LIST_POSITION;
}
