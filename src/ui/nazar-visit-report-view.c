/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-report-view.h"

#include "nazar-compat.h"
#include "nazar-display.h"
#include "nazar-paper.h"
#include "nazar-records.h"
#include "nazar-reference-picker.h"

#include <glib/gi18n-lib.h>

/* The section of a visit that makes its report: for whom, in which language; and before
 * it is saved, what is left out of it and why, and which words were taken out. */
struct _NazarVisitReportView
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarRecord *visit;
  char *recipient; /* (nullable) */
  GCancellable *making;
  guint refresh;
  gboolean stale; /* something changed while it was out of sight */

  GtkWidget *audiences[3]; /* check buttons, as in NazarAudience */
  AdwComboRow *language;
  AdwActionRow *recipient_row;
  GtkWidget *keep_words;
  GtkWidget *save;
  GtkWidget *spinner;
  GtkWidget *omissions;
  GtkWidget *finds;
  GPtrArray *rows; /* of both groups */
};

G_DEFINE_FINAL_TYPE (NazarVisitReportView, nazar_visit_report_view, GTK_TYPE_BOX)

#define REFRESH_DELAY_MS 150

static NazarAudience
get_audience (NazarVisitReportView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->audiences); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->audiences[i])))
      return (NazarAudience) i;

  return NAZAR_AUDIENCE_PUBLIC;
}

static NazarReportOptions
get_options (NazarVisitReportView *self)
{
  return (NazarReportOptions){
    .language = nazar_paper_get_language (self->language),
    .audience = get_audience (self),
    .recipient = self->recipient,
    .keep_words = gtk_switch_get_active (GTK_SWITCH (self->keep_words)),
  };
}

/* ---- What is left out ---- */

static void
clear_rows (NazarVisitReportView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (NazarVisitReportView *self,
         GtkWidget            *group,
         const char           *title,
         const char           *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_report (NazarVisitReportView *self,
             NazarReport          *report)
{
  GPtrArray *omissions = nazar_report_get_omissions (report);
  GPtrArray *finds = nazar_report_get_finds (report);

  clear_rows (self);
  for (guint i = 0; i < omissions->len; i++)
    add_row (self, self->omissions, g_ptr_array_index (omissions, i), NULL);
  if (omissions->len == 0)
    add_row (self, self->omissions, _("Nothing is left out."), NULL);

  for (guint i = 0; i < finds->len; i++)
    {
      const NazarReportFind *find = g_ptr_array_index (finds, i);
      /* Translators: where the words stand, and whose they are, as "Findings: words of I-03, Name". */
      g_autofree char *title = g_strdup_printf (_("%s: words of %s"), find->where, find->origin);

      add_row (self, self->finds, title, find->excerpt);
    }
  gtk_widget_set_visible (self->finds, finds->len > 0);
}

static void
on_made_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NazarVisitReportView *self = NAZAR_VISIT_REPORT_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarReport) report = nazar_paper_make_report_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_sensitive (self->save, report != NULL);
  if (report != NULL)
    {
      show_report (self, report);
      return;
    }
  clear_rows (self);
  add_row (self, self->omissions, error->message, NULL);
  gtk_widget_set_visible (self->finds, FALSE);
}

static gboolean
on_refresh_cb (gpointer data)
{
  NazarVisitReportView *self = data;
  NazarReportOptions options = get_options (self);

  self->refresh = 0;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  nazar_paper_make_report (GTK_WIDGET (self), self->live, self->visit, &options, self->making, on_made_cb);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (NazarVisitReportView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale && self->refresh == 0)
    self->refresh = g_timeout_add (REFRESH_DELAY_MS, on_refresh_cb, self);
}

static void
on_audience_cb (NazarVisitReportView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->recipient_row), get_audience (self) == NAZAR_AUDIENCE_AUTHORITY);
  refresh_soon (self);
}

/* ---- The recipient ---- */

static void
show_recipient (NazarVisitReportView *self)
{
  const char *place = nazar_record_get (self->visit, "facility");
  g_autoptr (NazarRecord) facility = place != NULL ? nazar_live_get (self->live, NAZAR_TYPE_FACILITY, place) : NULL;
  const char *body = self->recipient != NULL ? self->recipient
                     : facility != NULL      ? nazar_record_get (facility, "authority")
                                             : NULL;
  g_autofree char *title = body != NULL ? nazar_display_title (self->live, NAZAR_TYPE_BODY, body) : NULL;

  adw_action_row_set_subtitle (self->recipient_row, title != NULL ? title : _("The authority that runs the place"));
}

static void
on_picked_cb (NazarVisitReportView *self,
              NazarRecord          *body)
{
  g_free (self->recipient);
  self->recipient = g_strdup (nazar_record_get_id (body));
  show_recipient (self);
  refresh_soon (self);
}

static void
add_recipient_button (NazarVisitReportView *self)
{
  const NazarField *field = nazar_record_info_find (nazar_record_info (NAZAR_TYPE_FACILITY), "authority", NULL);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = nazar_reference_picker_new (self->live, field);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Choose another recipient"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose another recipient"), -1);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->recipient_row, button);
}

/* ---- Saving ---- */

static void
on_place_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (NazarVisitReportView) self = user_data;
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);
  NazarReportOptions options = get_options (self);

  if (file != NULL)
    nazar_paper_write_report (GTK_WIDGET (self), self->live, self->visit, &options, file);
}

/* No name of a place: file names are seen by everybody. */
static void
on_save_cb (NazarVisitReportView *self)
{
  const char *begin = nazar_record_get (self->visit, "begin");
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.pdf", begin != NULL ? begin : "visit",
                                           nazar_audience_name (get_audience (self)), nazar_paper_get_language (self->language));

  nazar_compat_save_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save the Report"), NULL, name, NULL,
                          on_place_chosen_cb, g_object_ref (self));
}

/* ---- The widget ---- */

static void
add_audience (NazarVisitReportView *self,
              GtkWidget            *group,
              NazarAudience         audience,
              const char           *title,
              const char           *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_audience_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->audiences[audience] = check;
}

static void
add_audiences (NazarVisitReportView *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("For whom"));
  add_audience (self, group, NAZAR_AUDIENCE_PUBLIC, C_ ("report", "The public"),
                _("No person can be recognised. Small numbers are not told."));
  add_audience (self, group, NAZAR_AUDIENCE_AUTHORITY, C_ ("report", "An authority"),
                _("Nothing shows who spoke, except those who agreed to this recipient. Officials stand by name."));
  add_audience (self, group, NAZAR_AUDIENCE_NONE, C_ ("report", "Only ourselves"),
                _("All of it. Whoever finds the file can read who spoke."));
  for (guint i = 0; i < G_N_ELEMENTS (self->audiences); i++)
    if (i != NAZAR_AUDIENCE_PUBLIC)
      gtk_check_button_set_group (GTK_CHECK_BUTTON (self->audiences[i]),
                                  GTK_CHECK_BUTTON (self->audiences[NAZAR_AUDIENCE_PUBLIC]));
  gtk_box_append (GTK_BOX (self), group);
}

static GtkWidget *
make_keep_row (NazarVisitReportView *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->keep_words = gtk_switch_new ();
  gtk_widget_set_valign (self->keep_words, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Leave names where other texts have them"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Else each stands as “[…]”."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->keep_words);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->keep_words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep_words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Leave names where other texts have them"), -1);
  g_signal_connect_object (self->keep_words, "notify::active", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_options (NazarVisitReportView *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->language = nazar_paper_language_row_new ();
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  self->recipient_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->recipient_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->recipient_row), C_ ("report", "Recipient"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->language));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->recipient_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_keep_row (self));
  gtk_box_append (GTK_BOX (self), group);
}

static void
add_results (NazarVisitReportView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->save = gtk_button_new_with_mnemonic (_("_Save the Report…"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->save, "pill");
  gtk_widget_set_halign (self->save, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->save, TRUE);
  gtk_widget_set_sensitive (self->save, FALSE);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->save);

  self->finds = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->finds), _("Names and numbers found in other texts"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->finds),
                                         _("Words of personal fields that stand where everybody would read them."));
  gtk_widget_set_visible (self->finds, FALSE);
  self->omissions = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->omissions), _("Left out, and why"));
  self->spinner = gtk_spinner_new ();
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->omissions), self->spinner);

  gtk_box_append (GTK_BOX (self), self->finds);
  gtk_box_append (GTK_BOX (self), self->omissions);
  gtk_box_append (GTK_BOX (self), line);
}

static void
nazar_visit_report_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nazar_visit_report_view_parent_class)->map (widget);
  if (NAZAR_VISIT_REPORT_VIEW (widget)->stale)
    refresh_soon (NAZAR_VISIT_REPORT_VIEW (widget));
}

static void
nazar_visit_report_view_dispose (GObject *object)
{
  NazarVisitReportView *self = NAZAR_VISIT_REPORT_VIEW (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->visit);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_visit_report_view_parent_class)->dispose (object);
}

static void
nazar_visit_report_view_finalize (GObject *object)
{
  NazarVisitReportView *self = NAZAR_VISIT_REPORT_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_free (self->recipient);

  G_OBJECT_CLASS (nazar_visit_report_view_parent_class)->finalize (object);
}

static void
nazar_visit_report_view_class_init (NazarVisitReportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_visit_report_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_visit_report_view_finalize;
  GTK_WIDGET_CLASS (klass)->map = nazar_visit_report_view_map;
}

static void
nazar_visit_report_view_init (NazarVisitReportView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  add_audiences (self);
  add_options (self);
  add_results (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->audiences[NAZAR_AUDIENCE_PUBLIC]), TRUE);
}

/**
 * nazar_visit_report_view_new:
 * @live: a register as windows see it
 * @visit: a live visit
 *
 * Returns: (transfer full): what makes its report
 */
GtkWidget *
nazar_visit_report_view_new (NazarLive   *live,
                             NazarRecord *visit)
{
  NazarVisitReportView *self = g_object_new (NAZAR_TYPE_VISIT_REPORT_VIEW, NULL);

  self->live = g_object_ref (live);
  self->visit = g_object_ref (visit);
  add_recipient_button (self);
  show_recipient (self);
  refresh_soon (self);
  g_signal_connect_object (live, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
