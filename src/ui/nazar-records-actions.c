/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records-page-private.h"

#include "nazar-bulk.h"
#include "nazar-bulk-assessment-dialog.h"
#include "nazar-list-layout.h"
#include "nazar-list-words.h"
#include "nazar-records.h"
#include "nazar-visit-start-dialog.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* What can be done with the rows of a list: by keys, by the menu of a row, and by
 * the buttons that appear where several are selected. */

static GArray *
get_selected (NazarRecordsPage *self)
{
  return nazar_list_keeper_get_selected (self->keeper);
}

static NazarStore *
get_store (NazarRecordsPage *self)
{
  return nazar_live_get_store (self->live);
}

/* ---- Bulk work ---- */

typedef struct
{
  NazarRecordsPage *page;
  gint64 n;
  char *(*words) (NazarRecordsPage *page, gint64 n);
} Work;

static Work *
begin_work (NazarRecordsPage *self,
            char           *(*words) (NazarRecordsPage *page, gint64 n))
{
  Work *work = g_new0 (Work, 1);

  /* What is being typed belongs to what is worked on. */
  nazar_detail_view_flush (self->detail);
  *work = (Work){ g_object_ref (self), get_selected (self)->len, words };
  self->n_working++;
  gtk_widget_set_visible (self->spinner, TRUE);
  return work;
}

/* Says what was done, or why it was not. */
static void
end_work (Work         *work,
          const GError *error,
          gboolean      offer_undo)
{
  NazarRecordsPage *self = work->page;

  self->n_working--;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      g_autofree char *words = work->words (self, work->n);

      gtk_widget_set_visible (self->spinner, self->n_working > 0);
      if (error != NULL)
        nazar_window_show_error (GTK_WIDGET (self), error);
      else
        nazar_window_toast (GTK_WIDGET (self), words, offer_undo);
    }

  g_object_unref (work->page);
  g_free (work);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  nazar_store_run_finish (NAZAR_STORE (source), result, &error);
  end_work (user_data, error, TRUE);
}

static char *
deleted_words (NazarRecordsPage *self,
               gint64            n)
{
  return nazar_list_deleted (self->type, n);
}

static char *
copied_words (NazarRecordsPage *self,
              gint64            n)
{
  return nazar_list_copied (n);
}

static char *
assessed_words (NazarRecordsPage *self,
                gint64            n)
{
  return nazar_list_assessed (n);
}

static void
on_text_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = nazar_bulk_text_finish (NAZAR_STORE (source), result, &error);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (work->page)), text);
  end_work (work, error, FALSE);
}

static void
copy_selected (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (widget);

  nazar_bulk_text_async (get_store (self), self->type, get_selected (self), on_text_cb, begin_work (self, copied_words));
}

/* The row that takes the place of the one that goes. */
static void
select_neighbour (NazarRecordsPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = nazar_list_model_find (self->list, g_array_index (get_selected (self), gint64, 0));

  if (position == G_MAXUINT || n_items < 2)
    nazar_list_keeper_unselect (self->keeper);
  else
    nazar_records_page_select_position (self, position + 1 < n_items ? position + 1 : position - 1);
  nazar_records_page_show_selected (self);
}

static void
delete_selected (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (widget);
  g_autoptr (GArray) numbers = g_array_ref (get_selected (self));
  Work *work = begin_work (self, deleted_words);

  if (numbers->len == 1)
    select_neighbour (self);
  else
    nazar_list_keeper_unselect (self->keeper);

  nazar_bulk_delete_async (get_store (self), self->type, numbers, on_written_cb, work);
}

static void
on_assessment_cb (NazarRecordsPage *self,
                  NazarRecord      *assessment)
{
  nazar_bulk_assess_async (get_store (self), get_selected (self), assessment, on_written_cb,
                           begin_work (self, assessed_words));
}

static void
assess_selected (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  NazarRecordsPage *self = NAZAR_RECORDS_PAGE (widget);
  GtkWidget *dialog = nazar_bulk_assessment_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->live,
                                                        get_selected (self)->len);

  g_signal_connect_object (dialog, "assessed", G_CALLBACK (on_assessment_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- A new record ---- */

/* What the new record has in common with those that are looked at. */
static void
fill_new (NazarRecordsPage *self,
          NazarRecord      *record,
          const char       *field)
{
  GArray *selected = nazar_list_keeper_get_selected (self->keeper);
  const char *value = nazar_filter_bar_get_value (self->filters, field);
  g_autoptr (NazarRecord) model = NULL;

  if (value == NULL && selected->len == 1)
    model = nazar_live_get_n (self->live, self->type, g_array_index (selected, gint64, 0));
  if (model != NULL)
    value = nazar_record_get (model, field);

  nazar_record_set (record, field, value);
}

/**
 * nazar_records_page_new_record:
 * @self: a page
 *
 * Stores a new record and opens it; asks first where a visit is to be started.
 */
void
nazar_records_page_new_record (NazarRecordsPage *self)
{
  g_autoptr (NazarRecord) record = NULL;

  g_return_if_fail (NAZAR_IS_RECORDS_PAGE (self));

  if (self->type == NAZAR_TYPE_VISIT)
    {
      nazar_visit_start_dialog_present (GTK_WIDGET (self), self->live, nazar_filter_bar_get_value (self->filters, "facility"));
      return;
    }

  record = nazar_record_new (self->type, NULL);
  if (self->type == NAZAR_TYPE_RECOMMENDATION)
    fill_new (self, record, "source");
  else if (self->type == NAZAR_TYPE_SOURCE)
    fill_new (self, record, "mechanism");
  else if (self->type == NAZAR_TYPE_TERM)
    fill_new (self, record, "vocabulary");

  nazar_live_store (self->live, record);
  nazar_records_page_want (self, record);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/* ---- Other actions ---- */

static void
select_all (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  nazar_list_keeper_select_all (NAZAR_RECORDS_PAGE (widget)->keeper);
}

static void
select_nothing (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  nazar_list_keeper_unselect (NAZAR_RECORDS_PAGE (widget)->keeper);
}

static void
open_selected (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  nazar_records_page_enter (NAZAR_RECORDS_PAGE (widget));
}

static void
new_record (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  nazar_records_page_new_record (NAZAR_RECORDS_PAGE (widget));
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  nazar_records_page_back (NAZAR_RECORDS_PAGE (widget));
}

static void
clear_filters (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  nazar_records_page_clear (NAZAR_RECORDS_PAGE (widget));
}

static void
show_differing (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  nazar_records_page_show_differing (NAZAR_RECORDS_PAGE (widget));
}

void
nazar_records_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.new", NULL, new_record);
  gtk_widget_class_install_action (widget_class, "records.open", NULL, open_selected);
  gtk_widget_class_install_action (widget_class, "records.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "records.copy", NULL, copy_selected);
  gtk_widget_class_install_action (widget_class, "records.delete", NULL, delete_selected);
  gtk_widget_class_install_action (widget_class, "records.assess", NULL, assess_selected);
  gtk_widget_class_install_action (widget_class, "records.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "records.unselect", NULL, select_nothing);
  gtk_widget_class_install_action (widget_class, "records.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "records.show-differing", NULL, show_differing);
  gtk_widget_class_install_property_action (widget_class, "records.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "records.descending", "descending");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "records.back", NULL);
}

/* Enables what can be done with what is selected. */
void
nazar_records_page_update_actions (NazarRecordsPage *self)
{
  gboolean may_write = !nazar_store_is_read_only (get_store (self));
  guint n_selected = get_selected (self)->len;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "records.new", may_write);
  gtk_widget_action_set_enabled (widget, "records.open", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "records.copy", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "records.delete", may_write && n_selected > 0);
  gtk_widget_action_set_enabled (widget, "records.assess",
                                 may_write && n_selected > 0 && self->type == NAZAR_TYPE_RECOMMENDATION);
  gtk_widget_action_set_enabled (widget, "records.unselect", n_selected > 0);
}

/* ---- Menus ---- */

/* By keyboard: the headers of columns take no focus. */
GMenuModel *
nazar_records_page_create_sort_menu (NazarRecordsPage *self)
{
  const char *const *fields = nazar_list_layout (self->type)->sorts;
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (names, nazar_list_sort_title (self->type, ""), "records.sort::");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("records.sort::", fields[i], NULL);

      g_menu_append (names, nazar_list_sort_title (self->type, fields[i]), action);
    }
  g_menu_append (directions, C_ ("sort", "Last First"), "records.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));
  return G_MENU_MODEL (menu);
}

static void
show_menu_at (NazarRecordsPage *self,
              guint             position,
              int               x,
              int               y)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (self->view);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (selection, position))
    nazar_list_keeper_select (self->keeper, position);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_popover), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_popover));
}

static void
on_right_click_cb (NazarRecordsPage *self,
                   int               n_press,
                   double            x,
                   double            y,
                   GtkGesture       *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  show_menu_at (self, nazar_records_columns_find_row (self->columns, picked), x, y);
}

/* The menu key and Shift+F10: at the row that has the focus. */
static gboolean
on_menu_key_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  NazarRecordsPage *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint position = nazar_records_columns_find_row (self->columns, focus);
  graphene_rect_t bounds;

  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;

  show_menu_at (self, position, bounds.origin.x + 24, bounds.origin.y + bounds.size.height);
  return TRUE;
}

/* ---- Keys and clicks ---- */

static void
add_shortcut (GtkEventController *controller,
              const char         *trigger,
              GtkShortcutAction  *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

static void
add_keys (NazarRecordsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_shortcut (keys, "<Control>c|<Control>Insert", gtk_named_action_new ("records.copy"));
  add_shortcut (keys, "<Control>a", gtk_named_action_new ("records.select-all"));
  add_shortcut (keys, "Delete|KP_Delete", gtk_named_action_new ("records.delete"));
  add_shortcut (keys, "Menu|<Shift>F10", gtk_callback_action_new (on_menu_key_cb, self, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static gboolean
on_down_key_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  nazar_records_page_enter_rows (NAZAR_RECORDS_PAGE (user_data));
  return TRUE;
}

/* Opens after the row has taken the click as its own. */
static gboolean
open_idle_cb (gpointer data)
{
  NazarRecordsPage *self = data;

  if (get_selected (self)->len == 1 && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    nazar_records_page_open (self);
  return G_SOURCE_REMOVE;
}

static guint
row_at_event (NazarRecordsPage *self,
              GdkEvent         *event)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkNative *native = gtk_widget_get_native (view);
  double x, y, native_x, native_y;

  if (!gdk_event_get_position (event, &x, &y))
    return GTK_INVALID_LIST_POSITION;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (native), view, x - native_x, y - native_y, &x, &y))
    return GTK_INVALID_LIST_POSITION;

  return nazar_records_columns_find_row (self->columns, gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT));
}

static gboolean
is_primary (GdkEvent *event)
{
  return gdk_event_get_event_type (event) == GDK_TOUCH_END || gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;
}

/* In GTK 4.8 both the row and the cell take Ctrl and a click, and the second takes
 * back what the first did. */
static gboolean
toggle_row (NazarRecordsPage *self,
            guint             position)
{
  GtkWidget *rows = nazar_list_keeper_get_rows (self->keeper);

  gtk_widget_activate_action (rows, "list.select-item", "(ubb)", position, TRUE, FALSE);
  nazar_list_keeper_focus (self->keeper, position);
  return TRUE;
}

/* Sees clicks before the rows do. */
static gboolean
on_view_event_cb (NazarRecordsPage   *self,
                  GdkEvent           *event,
                  GtkEventController *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GdkModifierType modifiers = gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  gboolean is_press = type == GDK_BUTTON_PRESS;
  gboolean is_release = type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END;
  guint position = (is_press || is_release) && is_primary (event) ? row_at_event (self, event) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (is_press && modifiers == GDK_CONTROL_MASK)
    return toggle_row (self, position);

  if (is_release && modifiers == 0 && nazar_records_page_opens_by_click (self))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_idle_cb, g_object_ref (self), g_object_unref);
  return FALSE;
}

void
nazar_records_page_add_controllers (NazarRecordsPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *search_keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_view_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), events);

  add_keys (self);
  add_shortcut (search_keys, "Down", gtk_callback_action_new (on_down_key_cb, self, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self->search), search_keys);
}
