/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-detail-view.h"

#include "nazar-assessment-list.h"
#include "nazar-display.h"
#include "nazar-facility-part.h"
#include "nazar-field-rows.h"
#include "nazar-files-view.h"
#include "nazar-history-dialog.h"
#include "nazar-record-form.h"
#include "nazar-records.h"
#include "nazar-reply-list.h"
#include "nazar-track-timeline.h"
#include "nazar-uses-group.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* The page of one record. Of a recommendation the text comes first, then what
 * became of it, then the fields. There is no Save: rows store what is entered. */
struct _NazarDetailView
{
  AdwBin parent_instance;

  NazarLive *live;
  NazarRecord *record;
  NazarOwnedList *assessments;
  NazarOwnedList *replies;
  GSimpleActionGroup *actions;
  GtkWidget *menu_button;
  GtkWidget *form; /* for records of the type @form_type */
  GType form_type;
  GtkWidget *text_row;
  GtkWidget *files;
  gboolean gone; /* the record was deleted */

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget *recommendation_part;
  GtkLabel *text;
  GtkWidget *text_box;
  GtkLabel *meta;
  GtkToggleButton *edit_button;
  NazarTrackTimeline *timeline;
  GtkWidget *differ_box;
  GtkLabel *differ;
  NazarAssessmentList *state_list;
  NazarAssessmentList *independent_list;
  NazarAssessmentList *mechanism_list;
  NazarReplyList *reply_list;
  GtkLabel *missing;
  AdwBin *form_bin;
  AdwBin *files_bin;
  NazarFacilityPart *facility;
  NazarUsesGroup *uses;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (NazarDetailView, nazar_detail_view, ADW_TYPE_BIN)

static gboolean
is_recommendation (NazarDetailView *self)
{
  return self->record != NULL && NAZAR_IS_RECOMMENDATION (self->record);
}

static gboolean
is_read_only (NazarDetailView *self)
{
  return nazar_store_is_read_only (nazar_live_get_store (self->live));
}

/* ---- What it shows ---- */

/* Source, place in it, the State's response: "Report of 2019 · III, 14 · Noted". */
static void
show_meta (NazarDetailView *self)
{
  const char *source = nazar_record_get (self->record, "source");
  const char *response = nazar_record_get (self->record, "response");
  g_autofree char *place = nazar_display_place (self->record);
  g_autoptr (GString) line = g_string_new (NULL);

  if (source != NULL)
    {
      g_autofree char *title = nazar_display_title (self->live, NAZAR_TYPE_SOURCE, source);
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", source, title);

      g_string_append (line, link);
    }
  if (place != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (place, -1);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", escaped);
    }
  if (response != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (nazar_vocabulary_label (&nazar_vocabulary_response, response), -1);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", escaped);
    }

  gtk_label_set_markup (self->meta, line->str);
}

/* The row is made when it is wanted, and filled before it is shown (see make_form()). */
static void
set_editing (NazarDetailView *self,
             gboolean         editing)
{
  if (editing && self->text_row == NULL)
    {
      const NazarRecordInfo *info = nazar_record_get_info (self->record);

      self->text_row = nazar_field_row_new (self->live, nazar_record_info_find (info, "text", NULL));
      nazar_field_row_set_record (NAZAR_FIELD_ROW (self->text_row), self->record);
      gtk_list_box_append (GTK_LIST_BOX (self->text_box), self->text_row);
    }
  else if (!editing && self->text_row != NULL)
    {
      nazar_field_row_flush (NAZAR_FIELD_ROW (self->text_row));
      gtk_list_box_remove (GTK_LIST_BOX (self->text_box), g_steal_pointer (&self->text_row));
    }

  gtk_widget_set_visible (self->text_box, editing);
}

static void
show_text (NazarDetailView *self)
{
  const char *text = nazar_record_get (self->record, "text");

  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), self->text_row == NULL && text != NULL);
}

static void
show_missing (NazarDetailView *self)
{
  g_autoptr (GPtrArray) missing = nazar_record_missing (self->record);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", nazar_field_label (g_ptr_array_index (missing, i)));

  /* Translators: %s are labels of fields: "Source, Text". */
  sentence = g_strdup_printf (_("Still missing: %s"), labels->str);
  gtk_label_set_text (self->missing, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing->len > 0);
}

static void
show_differ (NazarDetailView *self)
{
  const char *state = nazar_track_current_status (self->assessments, "state");
  const char *independent = nazar_track_current_status (self->assessments, "independent");
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->differ_box, nazar_statuses_differ (state, independent));
  if (!nazar_statuses_differ (state, independent))
    return;

  /* Translators: two statuses: "The State says “Implemented”, monitors find “Planned”." */
  sentence = g_strdup_printf (_("The State says “%s”, monitors find “%s”."),
                              nazar_vocabulary_label (&nazar_vocabulary_status, state),
                              nazar_vocabulary_label (&nazar_vocabulary_status, independent));
  gtk_label_set_text (self->differ, sentence);
}

static void
show_values (NazarDetailView *self)
{
  show_missing (self);
  if (is_recommendation (self))
    {
      show_text (self);
      show_meta (self);
    }
}

static void
show_page (NazarDetailView *self)
{
  gboolean shown = self->record != NULL && !self->gone;

  gtk_stack_set_visible_child_name (self->stack, self->record == NULL ? "none" : self->gone ? "gone" : "record");
  gtk_widget_set_visible (self->menu_button, shown);
}

/* ---- Its parts and the record ---- */

static void
make_form (NazarDetailView *self)
{
  GType type = G_OBJECT_TYPE (self->record);

  if (type == self->form_type)
    return;

  self->form_type = type;
  self->form = nazar_record_form_new (self->live, type, FALSE);
  /* Filled first, for GTK 4.8 measures a text view wrongly that has no width yet. */
  nazar_record_form_set_record (NAZAR_RECORD_FORM (self->form), self->record);
  adw_bin_set_child (self->form_bin, self->form);
}

/* Binds the rows to the record, or to none where it is gone. */
static void
bind (NazarDetailView *self)
{
  NazarRecord *record = self->gone ? NULL : self->record;
  gboolean recommendation = record != NULL && is_recommendation (self);

  nazar_record_form_set_record (NAZAR_RECORD_FORM (self->form), record);
  set_editing (self, FALSE);

  nazar_owned_list_set_owner (self->assessments, recommendation ? nazar_record_get_id (record) : NULL);
  nazar_owned_list_set_owner (self->replies, recommendation ? nazar_record_get_id (record) : NULL);
  nazar_uses_group_set_record (self->uses, self->live, recommendation ? NULL : record);
  nazar_files_view_set_record (NAZAR_FILES_VIEW (self->files), record);
  nazar_facility_part_set_facility (self->facility, self->live, record != NULL && NAZAR_IS_FACILITY (record) ? record : NULL);

  /* A text that is still to be written is ready to be written. */
  gtk_toggle_button_set_active (self->edit_button, FALSE);
  if (recommendation && !is_read_only (self) && nazar_record_get (record, "text") == NULL)
    gtk_toggle_button_set_active (self->edit_button, TRUE);

  gtk_widget_set_visible (self->recommendation_part, is_recommendation (self));
  gtk_widget_set_visible (GTK_WIDGET (self->uses), !is_recommendation (self));
  if (record != NULL)
    show_values (self);
  show_page (self);
}

static void
forget (NazarDetailView *self)
{
  nazar_record_form_forget (NAZAR_RECORD_FORM (self->form));
  nazar_files_view_forget (NAZAR_FILES_VIEW (self->files));
  if (self->text_row != NULL)
    nazar_field_row_forget (NAZAR_FIELD_ROW (self->text_row));
  nazar_card_list_forget (NAZAR_CARD_LIST (self->state_list));
  nazar_card_list_forget (NAZAR_CARD_LIST (self->independent_list));
  nazar_card_list_forget (NAZAR_CARD_LIST (self->mechanism_list));
  nazar_card_list_forget (NAZAR_CARD_LIST (self->reply_list));
}

static void
on_live_changed_cb (NazarDetailView *self,
                    GPtrArray       *changes)
{
  if (self->record == NULL)
    return;

  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);
      gboolean own = g_str_equal (change->id, nazar_record_get_id (self->record));

      if (own && !self->gone && change->action == NAZAR_JOURNAL_DELETE)
        {
          forget (self);
          self->gone = TRUE;
          bind (self);
        }
      else if (own && self->gone && change->action == NAZAR_JOURNAL_CREATE)
        {
          self->gone = FALSE;
          bind (self);
        }
    }

  /* A source or body may have another name now. */
  if (is_recommendation (self) && !self->gone)
    show_meta (self);
}

/* ---- What it does ---- */

static gboolean
on_source_link_cb (NazarDetailView *self,
                   const char      *source)
{
  nazar_window_show_record (GTK_WIDGET (self), NAZAR_TYPE_SOURCE, source);
  return GDK_EVENT_STOP;
}

static void
on_edit_toggled_cb (NazarDetailView *self)
{
  set_editing (self, is_recommendation (self) && !self->gone && gtk_toggle_button_get_active (self->edit_button));
  if (is_recommendation (self))
    show_text (self);
}

/* Only where somebody pressed it: a record that is looked at takes no focus. */
static void
on_edit_clicked_cb (NazarDetailView *self)
{
  if (self->text_row != NULL)
    gtk_widget_grab_focus (self->text_row);
}

static void
on_assessment_activated_cb (NazarDetailView *self,
                            const char      *id)
{
  nazar_card_list_open (NAZAR_CARD_LIST (self->state_list), id);
  nazar_card_list_open (NAZAR_CARD_LIST (self->independent_list), id);
  nazar_card_list_open (NAZAR_CARD_LIST (self->mechanism_list), id);
}

static void
assess_reply (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  NazarDetailView *self = user_data;
  g_autoptr (NazarRecord) reply = nazar_live_get (self->live, NAZAR_TYPE_REPLY, g_variant_get_string (parameter, NULL));

  if (reply == NULL)
    return;

  /* What is just being typed belongs into the assessment, too. */
  nazar_card_list_flush (NAZAR_CARD_LIST (self->reply_list));
  nazar_card_list_add (NAZAR_CARD_LIST (self->state_list), nazar_reply_make_assessment (reply));
}

static void
show_history (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  NazarDetailView *self = user_data;

  nazar_detail_view_flush (self);
  nazar_history_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->live, self->record);
}

static void
copy_text (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NazarDetailView *self = user_data;
  g_autofree char *title = nazar_display_title (self->live, G_OBJECT_TYPE (self->record), nazar_record_get_id (self->record));
  g_autofree char *text = NULL;

  if (is_recommendation (self) && nazar_record_get (self->record, "text") != NULL)
    {
      g_autofree char *place = nazar_display_place (self->record);
      g_autofree char *source =
        nazar_display_title (self->live, NAZAR_TYPE_SOURCE, nazar_record_get (self->record, "source"));

      text = g_strdup_printf ("%s\n— %s%s%s", nazar_record_get (self->record, "text"), source,
                              place != NULL ? " · " : "", place != NULL ? place : "");
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text != NULL ? text : title);
  nazar_window_toast (GTK_WIDGET (self), _("Copied"), FALSE);
}

static void
delete_record (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  NazarDetailView *self = user_data;
  const char *ids[] = { nazar_record_get_id (self->record), NULL };

  nazar_detail_view_flush (self);
  nazar_live_delete (self->live, G_OBJECT_TYPE (self->record), ids);
  nazar_window_toast (GTK_WIDGET (self), _("The record is deleted."), TRUE);
}

static void
make_actions (NazarDetailView *self)
{
  static const GActionEntry entries[] = {
    { .name = "assess-reply", .activate = assess_reply, .parameter_type = "s" },
    { .name = "copy", .activate = copy_text },
    { .name = "history", .activate = show_history },
    { .name = "delete", .activate = delete_record },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "detail", G_ACTION_GROUP (self->actions));

  self->menu_button = g_object_ref_sink (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), self->menu);
  gtk_widget_set_tooltip_text (self->menu_button, _("Menu of the record"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Menu of the record"), -1);
  gtk_widget_insert_action_group (self->menu_button, "detail", G_ACTION_GROUP (self->actions));
}

/* ---- The widget ---- */

static void
nazar_detail_view_dispose (GObject *object)
{
  NazarDetailView *self = NAZAR_DETAIL_VIEW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  if (self->menu_button != NULL)
    gtk_widget_insert_action_group (self->menu_button, "detail", NULL);
  g_clear_object (&self->menu_button);
  g_clear_object (&self->actions);
  g_clear_object (&self->assessments);
  g_clear_object (&self->replies);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_detail_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-detail-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, recommendation_part);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, text);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, text_box);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, meta);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, timeline);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, differ_box);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, differ);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, state_list);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, independent_list);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, mechanism_list);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, reply_list);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, missing);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, form_bin);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, files_bin);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, facility);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, uses);
  gtk_widget_class_bind_template_child (widget_class, NazarDetailView, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_source_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_assessment_activated_cb);
}

static void
nazar_detail_view_class_init (NazarDetailViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_detail_view_dispose;

  g_type_ensure (NAZAR_TYPE_TRACK_TIMELINE);
  g_type_ensure (NAZAR_TYPE_ASSESSMENT_LIST);
  g_type_ensure (NAZAR_TYPE_REPLY_LIST);
  g_type_ensure (NAZAR_TYPE_FACILITY_PART);
  g_type_ensure (NAZAR_TYPE_USES_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
nazar_detail_view_init (NazarDetailView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_actions (self);
  nazar_assessment_list_set_track (self->state_list, "state");
  nazar_assessment_list_set_track (self->independent_list, "independent");
  nazar_assessment_list_set_track (self->mechanism_list, "mechanism");
  show_page (self);
}

/**
 * nazar_detail_view_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): a page without a record
 */
GtkWidget *
nazar_detail_view_new (NazarLive *live)
{
  NazarDetailView *self;

  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);

  self = g_object_new (NAZAR_TYPE_DETAIL_VIEW, NULL);
  self->live = g_object_ref (live);
  self->assessments = nazar_owned_list_new (live, NAZAR_TYPE_ASSESSMENT);
  self->replies = nazar_owned_list_new (live, NAZAR_TYPE_REPLY);
  self->files = nazar_files_view_new (live);
  adw_bin_set_child (self->files_bin, self->files);

  nazar_track_timeline_set_list (self->timeline, self->assessments);
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->state_list), self->assessments);
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->independent_list), self->assessments);
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->mechanism_list), self->assessments);
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->reply_list), self->replies);
  g_signal_connect_object (self->assessments, "changed", G_CALLBACK (show_differ), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), !is_read_only (self));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "delete")),
                               !is_read_only (self));
  return GTK_WIDGET (self);
}

/**
 * nazar_detail_view_set_record:
 * @self: a page
 * @record: (nullable): a live record
 *
 * What was typed for the record before is stored first.
 */
void
nazar_detail_view_set_record (NazarDetailView *self,
                              NazarRecord     *record)
{
  g_return_if_fail (NAZAR_IS_DETAIL_VIEW (self));

  if (record == self->record)
    return;

  nazar_detail_view_flush (self);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  self->gone = FALSE;

  if (record != NULL)
    {
      g_signal_connect_object (record, "notify", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
      make_form (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  if (self->form != NULL)
    bind (self);
}

/**
 * nazar_detail_view_get_menu_button:
 * @self: a page
 *
 * Returns: (transfer none): the button with the record's menu, for a header bar
 */
GtkWidget *
nazar_detail_view_get_menu_button (NazarDetailView *self)
{
  g_return_val_if_fail (NAZAR_IS_DETAIL_VIEW (self), NULL);

  return self->menu_button;
}

/**
 * nazar_detail_view_flush:
 * @self: a page
 *
 * Stores what was typed and not stored yet. Rows do so by themselves when they
 * are left or the page is closed; to be called before undo, and before quitting.
 */
void
nazar_detail_view_flush (NazarDetailView *self)
{
  g_return_if_fail (NAZAR_IS_DETAIL_VIEW (self));

  if (self->form == NULL || self->gone)
    return;

  nazar_record_form_flush (NAZAR_RECORD_FORM (self->form));
  nazar_files_view_flush (NAZAR_FILES_VIEW (self->files));
  if (self->text_row != NULL)
    nazar_field_row_flush (NAZAR_FIELD_ROW (self->text_row));
  nazar_card_list_flush (NAZAR_CARD_LIST (self->state_list));
  nazar_card_list_flush (NAZAR_CARD_LIST (self->independent_list));
  nazar_card_list_flush (NAZAR_CARD_LIST (self->mechanism_list));
  nazar_card_list_flush (NAZAR_CARD_LIST (self->reply_list));
}
