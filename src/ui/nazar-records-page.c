/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records-page-private.h"

#include "nazar-display.h"
#include "nazar-filter-popover.h"
#include "nazar-list-layout.h"
#include "nazar-list-words.h"
#include "nazar-pane-layout.h"
#include "nazar-records.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* A kind of record: the list of them, and beside it the one that is chosen. */
G_DEFINE_FINAL_TYPE (NazarRecordsPage, nazar_records_page, ADW_TYPE_BIN)

enum
{
  PROP_SORT = 1,
  PROP_DESCENDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Whoever holds an arrow key down goes past rows without opening each. */
#define SHOW_DELAY_MS 50

static gboolean
is_filtered (NazarRecordsPage *self)
{
  return !nazar_filter_bar_is_empty (self->filters) || *gtk_editable_get_text (self->search) != '\0';
}

static guint
get_n_items (NazarRecordsPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* ---- The query ---- */

static void
ask (NazarRecordsPage *self)
{
  g_autoptr (NazarQuery) query = nazar_query_new (self->type);
  const char *typed = gtk_editable_get_text (self->search);

  self->asked = TRUE;
  nazar_filter_bar_apply (self->filters, query);
  nazar_query_set_search (query, *typed != '\0' ? typed : NULL);
  nazar_query_set_personal (query, TRUE);
  nazar_query_set_sort (query, *self->sort != '\0' ? self->sort : NULL, self->descending);

  nazar_records_columns_set_search (self->columns, typed);
  nazar_list_keeper_new_query (self->keeper);
  nazar_list_model_set_query (self->list, query);
  g_clear_pointer (&self->to_count, nazar_query_free);
  self->to_count = g_steal_pointer (&query);
}

/* What several selected rows were chosen from is not there any more. */
static void
clear_selection_of_several (NazarRecordsPage *self)
{
  if (nazar_list_keeper_get_selected (self->keeper)->len < 2)
    return;

  nazar_list_keeper_unselect (self->keeper);
  nazar_window_toast (GTK_WIDGET (self), _("Nothing is selected any more, because other rows are shown now."), FALSE);
}

static void
set_sort (NazarRecordsPage *self,
          const char       *field,
          gboolean          descending)
{
  if (strcmp (field, self->sort) == 0 && descending == self->descending)
    return;

  g_free (self->sort);
  self->sort = g_strdup (field);
  self->descending = descending;
  self->by_distance = FALSE;
  nazar_records_columns_set_sort (self->columns, self->sort, self->descending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

static void
on_sorted_cb (NazarRecordsPage *self,
              const char       *field,
              gboolean          descending)
{
  set_sort (self, field, descending);
  ask (self);
}

/* The list of what differs begins with the widest distance. */
static void
sort_for_filters (NazarRecordsPage *self)
{
  gboolean differing = nazar_filter_bar_has_field (self->filters, "differ");

  if (differing && strcmp (self->sort, "distance") != 0)
    {
      set_sort (self, "distance", TRUE);
      self->by_distance = TRUE;
    }
  else if (!differing && self->by_distance)
    {
      set_sort (self, "", FALSE);
    }
}

static void
on_filters_changed_cb (NazarRecordsPage *self)
{
  clear_selection_of_several (self);
  sort_for_filters (self);
  ask (self);
}

static void
on_filter_chosen_cb (NazarRecordsPage *self,
                     const char       *field,
                     const char       *value)
{
  nazar_filter_bar_add (self->filters, field, value);
}

static void
on_search_changed_cb (NazarRecordsPage *self)
{
  clear_selection_of_several (self);
  ask (self);
}

/**
 * nazar_records_page_focus_rows:
 * @self: a page
 *
 * Gives the list the focus.
 */
void
nazar_records_page_focus_rows (NazarRecordsPage *self)
{
  gtk_widget_grab_focus (nazar_list_keeper_get_rows (self->keeper));
}

/* From what was typed to what was found. */
void
nazar_records_page_enter_rows (NazarRecordsPage *self)
{
  if (nazar_list_keeper_get_selected (self->keeper)->len == 0 && get_n_items (self) > 0)
    nazar_records_page_select_position (self, 0);
  else
    nazar_records_page_focus_rows (self);
}

static void
on_stop_search_cb (NazarRecordsPage *self)
{
  gtk_editable_set_text (self->search, "");
  nazar_records_page_focus_rows (self);
}

void
nazar_records_page_show_differing (NazarRecordsPage *self)
{
  nazar_filter_bar_add (self->filters, "differ", "1");
}

/* Clears the search and all filters. */
void
nazar_records_page_clear (NazarRecordsPage *self)
{
  gtk_editable_set_text (self->search, "");
  nazar_filter_bar_clear (self->filters);
}

/* ---- The figures ---- */

static void
show_counts (NazarRecordsPage *self)
{
  gint64 total = nazar_list_counts_get_total (self->counts);
  gint64 differ = nazar_list_counts_get_differ (self->counts);
  g_autofree char *count = nazar_list_count (get_n_items (self), total, is_filtered (self) && total >= 0,
                                             nazar_list_keeper_get_selected (self->keeper)->len);
  g_autofree char *differ_text = nazar_list_differ (differ);

  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->differ_label, differ_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->differ), GTK_ACCESSIBLE_PROPERTY_LABEL, differ_text, -1);
  gtk_widget_set_visible (self->differ, differ > 0 && !nazar_filter_bar_has_field (self->filters, "differ"));
}

/* ---- The detail ---- */

static void
show_title (NazarRecordsPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;

  if (self->shown != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->detail_stack), "record") == 0)
    {
      title = nazar_record_dup_title (self->shown);
      if (self->type == NAZAR_TYPE_RECOMMENDATION)
        place = nazar_display_place (self->shown);
    }

  adw_window_title_set_title (self->detail_title, title != NULL ? title : "");
  adw_window_title_set_subtitle (self->detail_title, place != NULL ? place : "");
}

static void
show_record (NazarRecordsPage *self,
             NazarRecord      *record)
{
  if (self->is_whole)
    return;

  if (record != self->shown)
    {
      if (self->shown != NULL)
        g_signal_handlers_disconnect_by_func (self->shown, show_title, self);
      g_set_object (&self->shown, record);
      if (record != NULL)
        g_signal_connect_object (record, "notify::record-title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
      nazar_detail_view_set_record (self->detail, record);
    }

  gtk_stack_set_visible_child_name (self->detail_stack, record != NULL ? "record" : "none");
  show_title (self);
}

static void
show_selected (NazarRecordsPage *self)
{
  GArray *selected = nazar_list_keeper_get_selected (self->keeper);

  if (selected->len == 1)
    {
      g_autoptr (NazarRecord) record = nazar_live_get_n (self->live, self->type, g_array_index (selected, gint64, 0));

      show_record (self, record);
    }
  else if (selected->len > 1)
    {
      g_autofree char *words = nazar_list_selected (selected->len);

      adw_status_page_set_title (self->several_page, words);
      gtk_stack_set_visible_child_name (self->detail_stack, "several");
      show_title (self);
    }
  else
    {
      /* What is being read stays, even where an edit took it out of the list. */
      show_record (self, self->shown);
    }
}

static gboolean
on_show_timeout_cb (gpointer data)
{
  NazarRecordsPage *self = data;

  self->show_timeout = 0;
  show_selected (self);
  return G_SOURCE_REMOVE;
}

static void
update_several_bar (NazarRecordsPage *self)
{
  gtk_action_bar_set_revealed (self->several_bar, adw_leaflet_get_folded (self->leaflet) &&
                                                    nazar_list_keeper_get_selected (self->keeper)->len > 1);
}

static void
on_selected_cb (NazarRecordsPage *self)
{
  show_counts (self);
  nazar_records_page_update_actions (self);
  update_several_bar (self);
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  self->show_timeout = g_timeout_add (SHOW_DELAY_MS, on_show_timeout_cb, self);
}

/* Whether a click opens a row: there is nothing beside the list that would show it. */
gboolean
nazar_records_page_opens_by_click (NazarRecordsPage *self)
{
  return self->is_whole || adw_leaflet_get_folded (self->leaflet);
}

static void
on_folded_cb (NazarRecordsPage *self)
{
  adw_header_bar_set_show_end_title_buttons (self->list_header, nazar_records_page_opens_by_click (self));
  if (self->keeper != NULL)
    update_several_bar (self);
}

/* Shows at once what is selected. */
void
nazar_records_page_show_selected (NazarRecordsPage *self)
{
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  show_selected (self);
}

static void
open_whole (NazarRecordsPage *self)
{
  GArray *selected = nazar_list_keeper_get_selected (self->keeper);
  g_autoptr (NazarRecord) record = NULL;

  if (selected->len == 1)
    record = nazar_live_get_n (self->live, self->type, g_array_index (selected, gint64, 0));
  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, record);
}

/* Shows at once what is selected; in a narrow window, in the place of the list. */
void
nazar_records_page_open (NazarRecordsPage *self)
{
  if (self->is_whole)
    {
      open_whole (self);
      return;
    }

  nazar_records_page_show_selected (self);
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

/* The same by keyboard, which goes on there. */
void
nazar_records_page_enter (NazarRecordsPage *self)
{
  nazar_records_page_open (self);
  if (!self->is_whole)
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
on_activate_cb (NazarRecordsPage *self,
                guint             position)
{
  nazar_list_keeper_select (self->keeper, position);
  nazar_records_page_enter (self);
}

/* Selects the row and gives it the focus. */
void
nazar_records_page_select_position (NazarRecordsPage *self,
                                    guint             position)
{
  nazar_list_keeper_select (self->keeper, position);
  nazar_list_keeper_focus (self->keeper, position);
}

/* ---- A record that is wanted ---- */

/* Selects the wanted record if the list has it; filters that hide it give way. */
static void
find_wanted (NazarRecordsPage *self)
{
  g_autoptr (NazarRecord) record = self->wanted != NULL ? nazar_live_get (self->live, self->type, self->wanted) : NULL;
  guint position;

  /* A new record has no number until it is stored. */
  if (record == NULL || nazar_record_get_n (record) == 0 || nazar_list_model_is_loading (self->list))
    return;

  position = nazar_list_model_find (self->list, nazar_record_get_n (record));
  if (position != G_MAXUINT)
    {
      g_clear_pointer (&self->wanted, g_free);
      nazar_list_keeper_select (self->keeper, position);
    }
  else if (is_filtered (self))
    {
      nazar_records_page_clear (self);
    }
}

/* Shows the record, and selects it as soon as the list has it. */
void
nazar_records_page_want (NazarRecordsPage *self,
                         NazarRecord      *record)
{
  g_free (self->wanted);
  self->wanted = g_strdup (nazar_record_get_id (record));
  nazar_list_keeper_unselect (self->keeper);
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  show_record (self, record);
  if (!self->is_whole)
    adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  find_wanted (self);
}

/* ---- What happens to the register ---- */

static void
on_loaded_cb (NazarRecordsPage *self,
              const GError     *error)
{
  if (error != NULL)
    nazar_window_show_error (GTK_WIDGET (self), error);

  gtk_stack_set_visible_child_name (self->list_stack, get_n_items (self) > 0 ? "list"
                                                      : is_filtered (self)   ? "nothing"
                                                                             : "empty");
  if (self->to_count != NULL)
    nazar_list_counts_set_query (self->counts, self->to_count);
  g_clear_pointer (&self->to_count, nazar_query_free);
  show_counts (self);
  find_wanted (self);
}

static void
on_live_changed_cb (NazarRecordsPage *self,
                    GPtrArray        *changes)
{
  for (guint i = 0; self->shown != NULL && i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->action == NAZAR_JOURNAL_DELETE && strcmp (change->id, nazar_record_get_id (self->shown)) == 0)
        {
          show_record (self, NULL);
          adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
        }
    }
}

static gboolean
on_width_idle_cb (gpointer data)
{
  NazarRecordsPage *self = data;

  self->width_idle = 0;
  nazar_records_columns_set_width (self->columns, gtk_widget_get_width (GTK_WIDGET (self->scroller)));
  return G_SOURCE_REMOVE;
}

/* Columns must not come and go while the list is being laid out. */
static void
on_width_changed_cb (NazarRecordsPage *self)
{
  if (self->width_idle == 0)
    self->width_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_idle_cb, self, NULL);
}

/* ---- Making it ---- */

static void
set_words (NazarRecordsPage *self)
{
  NazarListWords words = nazar_list_words (self->type);
  gboolean is_recommendation = self->type == NAZAR_TYPE_RECOMMENDATION;

  adw_window_title_set_title (self->list_title, nazar_record_type_plural (self->type));
  gtk_widget_set_tooltip_text (self->add_button, words.add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words.add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nazar_record_type_plural (self->type), -1);
  adw_status_page_set_title (self->empty_page, words.empty_title);
  adw_status_page_set_description (self->empty_page, words.empty_text);
  gtk_button_set_label (GTK_BUTTON (self->empty_add), words.add);
  adw_status_page_set_description (self->none_page, words.choose);
  /* Files bring recommendations, and their sources along. */
  gtk_widget_set_visible (self->empty_import, is_recommendation || self->type == NAZAR_TYPE_SOURCE);
  gtk_widget_set_visible (self->assess_button, is_recommendation);
  gtk_widget_set_visible (self->several_assess, is_recommendation);
}

static void
connect_list (NazarRecordsPage *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  self->list = nazar_list_model_new (self->live, self->type);
  self->columns = nazar_records_columns_new (self->view, self->live, self->type);
  self->keeper = nazar_list_keeper_new (self->view, self->list);
  self->counts = nazar_list_counts_new (self->live, self->type);

  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (on_sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->counts, "counted", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "notify::busy", G_CALLBACK (find_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_width_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
nazar_records_page_map (GtkWidget *widget)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (widget);

  GTK_WIDGET_CLASS (nazar_records_page_parent_class)->map (widget);
  if (!self->asked)
    ask (self);
}

static void
nazar_records_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nazar_records_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (object);
  const char *field;

  switch (prop_id)
    {
    case PROP_SORT:
      field = g_value_get_string (value);
      set_sort (self, field, strcmp (field, "distance") == 0);
      break;
    case PROP_DESCENDING:
      set_sort (self, self->sort, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  ask (self);
}

static void
nazar_records_page_dispose (GObject *object)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (object);

  g_clear_handle_id (&self->show_timeout, g_source_remove);
  g_clear_handle_id (&self->width_idle, g_source_remove);
  g_clear_pointer (&self->context_popover, gtk_widget_unparent);
  /* A view that goes takes its columns out, and says that it is sorted otherwise. */
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  /* The cells go before what they are made from. */
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);

  G_OBJECT_CLASS (nazar_records_page_parent_class)->dispose (object);
}

static void
nazar_records_page_finalize (GObject *object)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (object);

  g_clear_object (&self->columns);
  g_clear_object (&self->keeper);
  g_clear_object (&self->counts);
  g_clear_object (&self->list);
  g_clear_pointer (&self->to_count, nazar_query_free);
  g_clear_object (&self->shown);
  g_clear_object (&self->live);
  g_free (self->sort);
  g_free (self->wanted);

  G_OBJECT_CLASS (nazar_records_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, detail_title);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, detail_header);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, search);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, count);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, differ);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, differ_label);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, view);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, empty_import);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, empty_add);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, several_bar);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, assess_button);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, several_assess);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, several_page);
  gtk_widget_class_bind_template_child (widget_class, NazarRecordsPage, context_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, nazar_records_page_enter_rows);
}

static void
nazar_records_page_class_init (NazarRecordsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nazar_records_page_get_property;
  object_class->set_property = nazar_records_page_set_property;
  object_class->dispose = nazar_records_page_dispose;
  object_class->finalize = nazar_records_page_finalize;
  widget_class->map = nazar_records_page_map;

  /**
   * NazarRecordsPage:sort:
   *
   * Name of the field that the list is sorted by; "" for the order of entry.
   */
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * NazarRecordsPage:descending:
   *
   * Whether the last comes first.
   */
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * NazarRecordsPage::opened:
   * @record: a live record
   *
   * A record was opened that has a page of its own.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", NAZAR_TYPE_RECORDS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, NAZAR_TYPE_RECORD);

  g_type_ensure (NAZAR_TYPE_FILTER_BAR);
  g_type_ensure (NAZAR_TYPE_PANE_LAYOUT);
  bind_template (widget_class);
  nazar_records_page_install_actions (widget_class);
}

static void
nazar_records_page_init (NazarRecordsPage *self)
{
  self->sort = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->context_popover, GTK_WIDGET (self->view));
}

/**
 * nazar_records_page_new:
 * @live: a register as windows see it
 * @type: a kind of record that has a list of its own
 *
 * Returns: (transfer full): the page of these records
 */
GtkWidget *
nazar_records_page_new (NazarLive *live,
                        GType      type)
{
  NazarRecordsPage *self = g_object_new (NAZAR_TYPE_RECORDS_PAGE, NULL);
  GtkWidget *popover = nazar_filter_popover_new (live, type);
  g_autoptr (GMenuModel) sort_menu = NULL;

  self->live = g_object_ref (live);
  self->type = type;
  self->is_whole = nazar_list_layout (type)->is_whole;
  gtk_widget_set_visible (self->detail_pane, !self->is_whole);
  nazar_filter_bar_set_live (self->filters, live, type);
  self->detail = NAZAR_DETAIL_VIEW (nazar_detail_view_new (live));
  gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->detail), "record");
  adw_header_bar_pack_end (self->detail_header, nazar_detail_view_get_menu_button (self->detail));
  connect_list (self);
  set_words (self);
  set_sort (self, nazar_list_layout (type)->sort, nazar_list_layout (type)->descending);

  sort_menu = nazar_records_page_create_sort_menu (self);
  gtk_menu_button_set_menu_model (self->sort_button, sort_menu);
  gtk_menu_button_set_popover (self->filter_button, popover);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_filter_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->list_stack, "waiting");
  nazar_records_page_add_controllers (self);
  nazar_records_page_update_actions (self);
  on_folded_cb (self);
  return GTK_WIDGET (self);
}

/**
 * nazar_records_page_show_record:
 * @self: a page
 * @id: id of a record of its kind
 *
 * Shows the record and selects it; filters that hide it are taken away.
 */
void
nazar_records_page_show_record (NazarRecordsPage *self,
                                const char       *id)
{
  g_autoptr (NazarRecord) record = NULL;

  g_return_if_fail (NAZAR_IS_RECORDS_PAGE (self));

  record = nazar_live_get (self->live, self->type, id);
  if (record != NULL)
    nazar_records_page_want (self, record);
}

/**
 * nazar_records_page_set_filter:
 * @self: a page
 * @field: name of a field, stored or computed
 * @value: what it must be; "" that it is unset
 *
 * Puts one filter in the place of the search and all other filters.
 */
void
nazar_records_page_set_filter (NazarRecordsPage *self,
                               const char       *field,
                               const char       *value)
{
  g_return_if_fail (NAZAR_IS_RECORDS_PAGE (self));

  gtk_editable_set_text (self->search, "");
  nazar_filter_bar_set_only (self->filters, field, value);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * nazar_records_page_focus_search:
 * @self: a page
 *
 * Makes ready for typing what to search for.
 */
void
nazar_records_page_focus_search (NazarRecordsPage *self)
{
  g_return_if_fail (NAZAR_IS_RECORDS_PAGE (self));

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * nazar_records_page_back:
 * @self: a page
 *
 * Goes back from the detail to the list, where only one of them has room.
 *
 * Returns: whether there was a way back
 */
gboolean
nazar_records_page_back (NazarRecordsPage *self)
{
  g_return_val_if_fail (NAZAR_IS_RECORDS_PAGE (self), FALSE);

  if (!adw_leaflet_get_folded (self->leaflet) || !adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    return FALSE;

  nazar_records_page_focus_rows (self);
  return TRUE;
}
