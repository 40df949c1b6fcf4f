/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-list.h"

#include "nazar-fold.h"
#include "nazar-import-row.h"

#include <string.h>

/* What was found in a file, as a list of any length with a search and a choice of
 * what is shown. Filtering goes in steps, between frames. */
struct _NazarImportList
{
  AdwBin parent_instance;

  NazarImportPlan *plan;
  GListStore *items;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  GtkCustomSorter *doubts_first;
  GStrv words; /* folded words that are searched for */

  GtkSearchEntry *search;
  GtkDropDown *show;
  GtkStack *stack;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (NazarImportList, nazar_import_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_SELECTED = 1,
};

static GParamSpec *selected_property;

/* More than these are filtered in steps, which lets the selection go. */
#define MAX_ITEMS_AT_ONCE 2000

/* In the order of the drop-down in the template. */
typedef enum
{
  SHOW_ALL,
  SHOW_DOUBTS_FIRST,
  SHOW_DOUBTS,
  SHOW_NEW,
  SHOW_KNOWN,
  SHOW_DIFFERENT,
  SHOW_LEFT_OUT,
} Show;

static gboolean
is_shown (NazarImportItem *item,
          Show             show)
{
  switch (show)
    {
    case SHOW_DOUBTS:
      return item->doubt != NULL;
    case SHOW_NEW:
      return item->state == NAZAR_IMPORT_NEW;
    case SHOW_KNOWN:
      return item->state == NAZAR_IMPORT_KNOWN;
    case SHOW_DIFFERENT:
      return item->differences != NULL && item->differences->len > 0;
    case SHOW_LEFT_OUT:
      return !item->take || item->state == NAZAR_IMPORT_REFUSED;
    case SHOW_ALL:
    case SHOW_DOUBTS_FIRST:
    default:
      return TRUE;
    }
}

/* What the item is now, and what the file says in its place: of the rows of a
 * table, that is the names of States, too. */
static gboolean
holds_words (NazarImportList *self,
             NazarImportItem *item)
{
  const char *file = nazar_import_plan_get_text (self->plan, NULL);
  g_autofree char *place = NULL, *title = NULL, *passage = NULL, *whole = NULL, *folded = NULL;
  gboolean has_text;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;

  has_text = nazar_record_info_find (nazar_record_get_info (item->record), "text", NULL) != NULL;
  place = nazar_import_item_dup_place (item);
  title = has_text ? g_strdup (nazar_record_get (item->record, "text")) : nazar_record_dup_title (item->record);
  passage = file != NULL && item->end > item->start ? g_strndup (file + item->start, item->end - item->start) : g_strdup ("");
  whole = g_strjoin (" ", place, title != NULL ? title : "", passage, NULL);
  folded = nazar_fold (whole);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
match_item (gpointer item,
            gpointer user_data)
{
  NazarImportList *self = user_data;

  return is_shown (item, gtk_drop_down_get_selected (self->show)) && holds_words (self, item);
}

static int
compare_doubts (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const NazarImportItem *first = a, *second = b;

  return (second->doubt != NULL) - (first->doubt != NULL);
}

static void
show_list_or_nothing (NazarImportList *self)
{
  gboolean nothing = g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0 &&
                     gtk_filter_list_model_get_pending (self->filtered) == 0;

  gtk_stack_set_visible_child_name (self->stack, nothing ? "nothing" : "list");
}

static void
filter_anew (NazarImportList *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_list_or_nothing (self);
}

static void
on_search_changed_cb (NazarImportList *self)
{
  g_autofree char *folded = nazar_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);

  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
  filter_anew (self);
}

static void
on_show_changed_cb (NazarImportList *self)
{
  gboolean doubts_first = gtk_drop_down_get_selected (self->show) == SHOW_DOUBTS_FIRST;

  /* The model takes no sorter that it has already for a new one. */
  gtk_sort_list_model_set_sorter (self->sorted, doubts_first ? GTK_SORTER (self->doubts_first) : NULL);
  filter_anew (self);
}

static void
on_stop_search_cb (NazarImportList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_activate_cb (NazarImportList *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
on_selected_cb (NazarImportList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), selected_property);
}

/* Space takes the selected item or leaves it out, Delete leaves it out. */
static gboolean
on_key_pressed_cb (NazarImportList *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  NazarImportItem *item = nazar_import_list_get_selected (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (item == NULL || GTK_IS_CHECK_BUTTON (focus) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_space)
    nazar_import_item_set_take (item, !item->take);
  else if (keyval == GDK_KEY_Delete)
    nazar_import_item_set_take (item, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
take_shown (NazarImportList *self,
            gboolean         take)
{
  GListModel *shown = G_LIST_MODEL (self->sorted);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    g_ptr_array_add (items, g_list_model_get_item (shown, i));
  for (guint i = 0; i < items->len; i++)
    nazar_import_item_set_take (g_ptr_array_index (items, i), take);
}

static void
take_shown_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  take_shown (NAZAR_IMPORT_LIST (widget), strcmp (action, "review.take-shown") == 0);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (NAZAR_IMPORT_LIST (widget)->search));
}

static void
on_clicked_cb (GtkGestureClick *gesture,
               int              n_press,
               double           x,
               double           y,
               gpointer         user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_OPENED], 0);
}

static void
on_row_setup_cb (NazarImportList *self,
                 GtkListItem     *list_item)
{
  GtkWidget *row = nazar_import_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_clicked_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
on_row_bind_cb (NazarImportList *self,
                GtkListItem     *list_item)
{
  nazar_import_row_set_item (NAZAR_IMPORT_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
on_row_unbind_cb (NazarImportList *self,
                  GtkListItem     *list_item)
{
  nazar_import_row_set_item (NAZAR_IMPORT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
nazar_import_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, nazar_import_list_get_selected (NAZAR_IMPORT_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static gboolean
nazar_import_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NAZAR_IMPORT_LIST (widget)->view));
}

static void
nazar_import_list_dispose (GObject *object)
{
  NazarImportList *self = NAZAR_IMPORT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->doubts_first);
  g_clear_object (&self->items);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (nazar_import_list_parent_class)->dispose (object);
}

static void
nazar_import_list_class_init (NazarImportListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nazar_import_list_get_property;
  object_class->dispose = nazar_import_list_dispose;
  widget_class->grab_focus = nazar_import_list_grab_focus;

  /**
   * NazarImportList:selected:
   *
   * The item that the selection is on.
   */
  selected_property = g_param_spec_object ("selected", NULL, NULL, NAZAR_TYPE_IMPORT_ITEM, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_SELECTED, selected_property);

  /**
   * NazarImportList::opened:
   *
   * The selected item was clicked, or Enter was pressed on it.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", NAZAR_TYPE_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "review.take-shown", NULL, take_shown_action);
  gtk_widget_class_install_action (widget_class, "review.leave-out-shown", NULL, take_shown_action);
  gtk_widget_class_install_action (widget_class, "review.search", NULL, search_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-import-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarImportList, search);
  gtk_widget_class_bind_template_child (widget_class, NazarImportList, show);
  gtk_widget_class_bind_template_child (widget_class, NazarImportList, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarImportList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind_cb);
}

static void
nazar_import_list_init (NazarImportList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (NAZAR_TYPE_IMPORT_ITEM);
  self->filter = gtk_custom_filter_new (match_item, self, NULL);
  self->doubts_first = gtk_custom_sorter_new (compare_doubts, NULL, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), GTK_FILTER (g_object_ref (self->filter)));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (show_list_or_nothing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (show_list_or_nothing), self, G_CONNECT_SWAPPED);
}

/**
 * nazar_import_list_set_plan:
 * @self: a list
 * @plan: what was found in a file
 */
void
nazar_import_list_set_plan (NazarImportList *self,
                            NazarImportPlan *plan)
{
  GPtrArray *items = nazar_import_plan_get_items (plan);

  g_return_if_fail (NAZAR_IS_IMPORT_LIST (self));

  /* Emptied first, so that GTK does not compare every row with every other. */
  g_list_store_remove_all (self->items);
  g_set_object (&self->plan, plan);
  gtk_filter_list_model_set_incremental (self->filtered, items->len > MAX_ITEMS_AT_ONCE);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
}

/**
 * nazar_import_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the selected item
 */
NazarImportItem *
nazar_import_list_get_selected (NazarImportList *self)
{
  g_return_val_if_fail (NAZAR_IS_IMPORT_LIST (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * nazar_import_list_select:
 * @self: a list
 * @item: one of its items
 */
void
nazar_import_list_select (NazarImportList *self,
                          NazarImportItem *item)
{
  GListModel *shown = G_LIST_MODEL (self->sorted);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (NazarImportItem) here = g_list_model_get_item (shown, i);

      if (here == item)
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
          return;
        }
    }
}

/**
 * nazar_import_list_insert_after:
 * @self: a list
 * @item: a new item
 * @after: the item before it in the file
 */
void
nazar_import_list_insert_after (NazarImportList *self,
                                NazarImportItem *item,
                                NazarImportItem *after)
{
  guint position;

  if (g_list_store_find (self->items, after, &position))
    g_list_store_insert (self->items, position + 1, item);
}

/**
 * nazar_import_list_remove:
 * @self: a list
 * @item: an item that is no more
 */
void
nazar_import_list_remove (NazarImportList *self,
                          NazarImportItem *item)
{
  guint position;

  if (g_list_store_find (self->items, item, &position))
    g_list_store_remove (self->items, position);
}

/**
 * nazar_import_list_refilter:
 * @self: a list
 *
 * Looks again which items are to be shown, where that depends on what the
 * register has.
 */
void
nazar_import_list_refilter (NazarImportList *self)
{
  Show show = gtk_drop_down_get_selected (self->show);

  if (show == SHOW_NEW || show == SHOW_KNOWN || show == SHOW_DIFFERENT)
    filter_anew (self);
}
