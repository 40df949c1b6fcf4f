/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-keeper.h"

#include "nazar-cell.h"

/* Keeps what is selected, and the place in the list, while the list is filled
 * anew: GTK knows rows by their positions, this by the numbers of the records.
 *
 * GTK makes 200 rows of a long list although a dozen are in sight. So the view
 * shows the beginning of the list first, and the rest when that is painted. */
struct _NazarListKeeper
{
  GObject parent_instance;

  GtkColumnView *view; /* owns what owns this */
  NazarListModel *list;
  GtkSliceListModel *slice; /* what of the list the view has */
  GtkSelectionModel *selection;
  GtkAdjustment *adjustment;
  guint grow_source;

  GArray *selected; /* of gint64, in the order of the list */
  gint64 first;     /* number of the first row in sight; 0 at the top */
  gboolean emptied; /* the list is being filled anew */
  gboolean had_focus;
  gboolean new_query; /* another question: the old place means nothing */
  gboolean changing;
};

G_DEFINE_FINAL_TYPE (NazarListKeeper, nazar_list_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* So many numbers are looked for one by one, more through a table. */
#define FEW 16

/* More rows than these are in sight on large screens only. */
#define FIRST_ROWS 32
#define ALL_ROWS (G_MAXUINT - 1)
#define GROW_MS 30

/**
 * nazar_list_keeper_get_rows:
 * @self: a keeper
 *
 * Returns: (transfer none): the list inside the view, which has the rows
 */
GtkWidget *
nazar_list_keeper_get_rows (NazarListKeeper *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static guint
get_n_items (NazarListKeeper *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static gboolean
rows_have_focus (NazarListKeeper *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* ---- How much of the list is shown ---- */

static void
show_all (NazarListKeeper *self)
{
  g_clear_handle_id (&self->grow_source, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, ALL_ROWS);
}

/* Ever more at a time, so that keys and clicks are not kept waiting. */
static gboolean
grow_cb (gpointer data)
{
  NazarListKeeper *self = data;
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < 4 * FIRST_ROWS && size < get_n_items (self))
    {
      gtk_slice_list_model_set_size (self->slice, size * 2);
      return G_SOURCE_CONTINUE;
    }

  self->grow_source = 0;
  gtk_slice_list_model_set_size (self->slice, ALL_ROWS);
  return G_SOURCE_REMOVE;
}

static void
show_beginning (NazarListKeeper *self)
{
  g_clear_handle_id (&self->grow_source, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
}

static void
show_rest_soon (NazarListKeeper *self)
{
  if (self->grow_source == 0 && gtk_slice_list_model_get_size (self->slice) < ALL_ROWS)
    self->grow_source = g_timeout_add_full (G_PRIORITY_LOW, GROW_MS, grow_cb, self, NULL);
}

/* ---- What is selected ---- */

static GArray *
read_selected (NazarListKeeper *self)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (self->selection);
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (gint64), gtk_bitset_get_size (set));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 n = nazar_list_model_get_n (self->list, position);

      if (n > 0)
        g_array_append_val (numbers, n);
    }

  return numbers;
}

static gboolean
same_numbers (const GArray *a,
              const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static void
update_selected (NazarListKeeper *self)
{
  GArray *numbers;

  if (self->emptied || self->changing)
    return;

  numbers = read_selected (self);
  if (same_numbers (numbers, self->selected))
    {
      g_array_unref (numbers);
      return;
    }

  g_array_unref (self->selected);
  self->selected = numbers;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
find_few (NazarListKeeper *self,
          GtkBitset       *set)
{
  for (guint i = 0; i < self->selected->len; i++)
    {
      guint position = nazar_list_model_find (self->list, g_array_index (self->selected, gint64, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (set, position);
    }
}

static void
find_many (NazarListKeeper *self,
           GtkBitset       *set)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->selected->len; i++)
    g_hash_table_add (numbers, &g_array_index (self->selected, gint64, i));
  for (guint i = 0; i < get_n_items (self); i++)
    {
      gint64 n = nazar_list_model_get_n (self->list, i);

      if (g_hash_table_contains (numbers, &n))
        gtk_bitset_add (set, i);
    }
}

/* Returns: the first of the rows that are selected again */
static guint
restore_selected (NazarListKeeper *self)
{
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, get_n_items (self));

  if (self->selected->len <= FEW)
    find_few (self, set);
  else
    find_many (self, set);

  if (gtk_bitset_is_empty (set))
    return GTK_INVALID_LIST_POSITION;

  show_all (self);
  self->changing = TRUE;
  gtk_selection_model_set_selection (self->selection, set, all);
  self->changing = FALSE;
  return gtk_bitset_get_minimum (set);
}

/* ---- The place in the list ---- */

static void
scroll_to (NazarListKeeper *self,
           guint            position)
{
  show_all (self);
  gtk_widget_activate_action (nazar_list_keeper_get_rows (self), "list.scroll-to-item", "u", position);
}

/* All rows are of one height. */
static void
on_scrolled_cb (NazarListKeeper *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double upper = gtk_adjustment_get_upper (self->adjustment);

  if (self->emptied)
    return;
  self->first = value > 0 && upper > 0 ? nazar_list_model_get_n (self->list, value * get_n_items (self) / upper + 0.5) : 0;
}

static gboolean
is_in_sight (NazarListKeeper *self,
             guint            position)
{
  double height = gtk_adjustment_get_upper (self->adjustment) / MAX (get_n_items (self), 1);
  double top = gtk_adjustment_get_value (self->adjustment);

  return position * height >= top && (position + 1) * height <= top + gtk_adjustment_get_page_size (self->adjustment);
}

/* Rows that are laid out can have the focus: what is selected, else the first in
 * sight. */
static void
give_focus (NazarListKeeper *self,
            GdkFrameClock   *clock)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (self->selection);
  guint selected = gtk_bitset_is_empty (set) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (set);
  guint first = self->first > 0 ? nazar_list_model_find (self->list, self->first) : 0;

  g_signal_handlers_disconnect_by_func (clock, give_focus, self);
  if (get_n_items (self) == 0 || first == G_MAXUINT)
    return;

  nazar_list_keeper_focus (self, selected != GTK_INVALID_LIST_POSITION && is_in_sight (self, selected) ? selected : first);
}

static void
give_focus_soon (NazarListKeeper *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));

  if (clock != NULL)
    {
      g_signal_handlers_disconnect_by_func (clock, give_focus, self);
      g_signal_connect_object (clock, "after-paint", G_CALLBACK (give_focus), self, G_CONNECT_SWAPPED);
    }
}

static void
restore_place (NazarListKeeper *self,
               guint            selected)
{
  guint first = self->first > 0 ? nazar_list_model_find (self->list, self->first) : GTK_INVALID_LIST_POSITION;
  guint shown = self->new_query || first == GTK_INVALID_LIST_POSITION ? selected : first;

  if (shown != GTK_INVALID_LIST_POSITION && (self->new_query || self->first > 0))
    scroll_to (self, shown);

  if (self->had_focus)
    give_focus_soon (self);
}

/* ---- What happens to the list ---- */

/* Before the view knows it. */
static void
on_items_changed_cb (NazarListKeeper *self,
                     guint            position,
                     guint            removed,
                     guint            added)
{
  if (removed > 0 && get_n_items (self) == 0)
    {
      self->emptied = TRUE;
      self->had_focus = rows_have_focus (self);
    }
}

/* When the view knows it. */
static void
after_items_changed_cb (NazarListKeeper *self)
{
  if (get_n_items (self) == 0)
    show_beginning (self);
}

static void
on_loaded_cb (NazarListKeeper *self)
{
  if (self->emptied)
    {
      guint selected = restore_selected (self);

      self->emptied = FALSE;
      restore_place (self, selected);
    }

  self->new_query = FALSE;
  show_rest_soon (self);
  update_selected (self);
}

static void
nazar_list_keeper_dispose (GObject *object)
{
  g_clear_handle_id (&NAZAR_LIST_KEEPER (object)->grow_source, g_source_remove);

  G_OBJECT_CLASS (nazar_list_keeper_parent_class)->dispose (object);
}

static void
nazar_list_keeper_finalize (GObject *object)
{
  NazarListKeeper *self = NAZAR_LIST_KEEPER (object);

  g_array_unref (self->selected);
  g_clear_object (&self->list);
  g_clear_object (&self->slice);
  g_clear_object (&self->selection);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (nazar_list_keeper_parent_class)->finalize (object);
}

static void
nazar_list_keeper_class_init (NazarListKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nazar_list_keeper_dispose;
  object_class->finalize = nazar_list_keeper_finalize;

  /**
   * NazarListKeeper::changed:
   *
   * Other records are selected than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NAZAR_TYPE_LIST_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
nazar_list_keeper_init (NazarListKeeper *self)
{
  self->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * nazar_list_keeper_new:
 * @view: a view in a scrolled window, without a list; it must not outlive the result
 * @list: the list that it is to show
 *
 * Gives the list to the view, with a selection of several rows.
 *
 * Returns: (transfer full): what keeps selection and place
 */
NazarListKeeper *
nazar_list_keeper_new (GtkColumnView  *view,
                       NazarListModel *list)
{
  NazarListKeeper *self = g_object_new (NAZAR_TYPE_LIST_KEEPER, NULL);

  self->view = view;
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (list)), 0, FIRST_ROWS);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->slice))));
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  gtk_column_view_set_model (view, self->selection);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (after_items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nazar_list_keeper_get_selected:
 * @self: a keeper
 *
 * Returns: (transfer none) (element-type gint64): the numbers of the records that
 *   are selected; not changed later, a new selection is another array
 */
GArray *
nazar_list_keeper_get_selected (NazarListKeeper *self)
{
  return self->selected;
}

/**
 * nazar_list_keeper_new_query:
 * @self: a keeper
 *
 * Says that the list is about to be given another query: what was in sight then
 * means nothing, what is selected stays in sight.
 */
void
nazar_list_keeper_new_query (NazarListKeeper *self)
{
  self->new_query = TRUE;
}

/**
 * nazar_list_keeper_select:
 * @self: a keeper
 * @position: a row
 *
 * Selects only this row, and shows it.
 */
void
nazar_list_keeper_select (NazarListKeeper *self,
                          guint            position)
{
  show_all (self);
  gtk_selection_model_select_item (self->selection, position, TRUE);
  scroll_to (self, position);
}

/**
 * nazar_list_keeper_focus:
 * @self: a keeper
 * @position: a row in sight, or near
 *
 * Gives the keyboard focus to the row.
 */
void
nazar_list_keeper_focus (NazarListKeeper *self,
                         guint            position)
{
  GtkWidget *rows = nazar_list_keeper_get_rows (self);

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkListItem *item = nazar_cell_find_item (row);

      if (item != NULL && gtk_list_item_get_position (item) == position)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }

  gtk_widget_grab_focus (rows);
}

/**
 * nazar_list_keeper_unselect:
 * @self: a keeper
 *
 * Selects nothing.
 */
void
nazar_list_keeper_unselect (NazarListKeeper *self)
{
  gtk_selection_model_unselect_all (self->selection);
}

/**
 * nazar_list_keeper_select_all:
 * @self: a keeper
 *
 * Selects all rows.
 */
void
nazar_list_keeper_select_all (NazarListKeeper *self)
{
  show_all (self);
  gtk_selection_model_select_all (self->selection);
}
