/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bulk-assessment-dialog.h"

#include "nazar-date.h"
#include "nazar-identity.h"
#include "nazar-language.h"
#include "nazar-list-words.h"
#include "nazar-lookup.h"
#include "nazar-records.h"
#include "nazar-status-badge.h"

#include <glib/gi18n-lib.h>

/* One assessment for all recommendations that are selected. */
struct _NazarBulkAssessmentDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  AdwComboRow *track;
  GtkWidget *date;
  AdwComboRow *status;
  AdwComboRow *plan;
  GtkWidget *plan_item;
  GtkWidget *problem_group;
  GtkLabel *problem;
  AdwPreferencesGroup *evidence_group;
  GtkTextView *evidence;
  GtkWidget *assess;

  GPtrArray *plans; /* of NazarRecord, as in the row after its first line */
};

G_DEFINE_FINAL_TYPE (NazarBulkAssessmentDialog, nazar_bulk_assessment_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ASSESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define MAX_PLANS 500

static const NazarField *
find_field (const char *name)
{
  return nazar_record_info_find (nazar_record_info (NAZAR_TYPE_ASSESSMENT), name, NULL);
}

static const char *
get_label (const char *name)
{
  return nazar_field_label (find_field (name));
}

/* ---- Reading the rows ---- */

/* "" until one was chosen. */
static const char *
get_status (NazarBulkAssessmentDialog *self)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (self->status));
}

static void
on_status_cb (NazarBulkAssessmentDialog *self)
{
  gboolean planned = strcmp (get_status (self), "planned") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->plan), planned);
  gtk_widget_set_visible (self->plan_item, planned);
  gtk_widget_set_sensitive (self->assess, *get_status (self) != '\0');
}

static void
set_plan (NazarBulkAssessmentDialog *self,
          NazarRecord               *record)
{
  guint selected = adw_combo_row_get_selected (self->plan);

  if (selected > 0)
    nazar_record_set (record, "plan", nazar_record_get_id (g_ptr_array_index (self->plans, selected - 1)));
  nazar_record_enter (record, "plan_item", gtk_editable_get_text (GTK_EDITABLE (self->plan_item)), NULL);
}

static char *
dup_evidence (NazarBulkAssessmentDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->evidence);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Who said it: on the independent track, whoever works with the program. */
static void
set_assessor (NazarRecord *record)
{
  g_autofree char *author = nazar_identity_get_author ();

  if (strcmp (nazar_record_get (record, "track"), "independent") == 0)
    nazar_record_enter (record, "assessor", author, NULL);
}

static void
mark_problem (NazarBulkAssessmentDialog *self,
              const char                *sentence)
{
  gtk_widget_add_css_class (self->date, "error");
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (self->problem_group, TRUE);
  gtk_widget_grab_focus (self->date);
}

static void
on_assess_cb (NazarBulkAssessmentDialog *self)
{
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);
  g_autofree char *evidence = dup_evidence (self);
  g_autoptr (GError) error = NULL;

  if (!nazar_record_enter (record, "date", gtk_editable_get_text (GTK_EDITABLE (self->date)), &error) ||
      nazar_record_get (record, "date") == NULL)
    {
      mark_problem (self, error != NULL ? error->message : nazar_field_hint (find_field ("date")));
      return;
    }

  nazar_record_set (record, "track", nazar_vocabulary_track.choices[adw_combo_row_get_selected (self->track)].id);
  nazar_record_set (record, "status", get_status (self));
  if (strcmp (get_status (self), "planned") == 0)
    set_plan (self, record);
  set_assessor (record);
  if (nazar_record_enter (record, "evidence", evidence, NULL) && nazar_record_get (record, "evidence") != NULL)
    nazar_record_set (record, "language", nazar_language_current ());

  g_signal_emit (self, signals[SIGNAL_ASSESSED], 0, record);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Making the rows ---- */

static void
fill_tracks (NazarBulkAssessmentDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < nazar_vocabulary_track.n_choices; i++)
    gtk_string_list_append (words, nazar_vocabulary_label (&nazar_vocabulary_track, nazar_vocabulary_track.choices[i].id));
  adw_combo_row_set_model (self->track, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->track, 1);
}

static void
on_status_setup_cb (GtkListItemFactory *factory,
                    GtkListItem        *item)
{
  gtk_list_item_set_child (item, nazar_status_badge_new ());
}

static void
on_status_bind_cb (GtkListItemFactory *factory,
                   GtkListItem        *item)
{
  GtkStringObject *status = gtk_list_item_get_item (item);

  nazar_status_badge_set_status (NAZAR_STATUS_BADGE (gtk_list_item_get_child (item)), gtk_string_object_get_string (status));
}

static void
fill_statuses (NazarBulkAssessmentDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) ids = gtk_string_list_new (NULL);

  gtk_string_list_append (ids, "");
  for (guint i = 0; i < nazar_vocabulary_status.n_choices; i++)
    gtk_string_list_append (ids, nazar_vocabulary_status.choices[i].id);
  g_signal_connect (factory, "setup", G_CALLBACK (on_status_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_status_bind_cb), NULL);
  adw_combo_row_set_factory (self->status, factory);
  adw_combo_row_set_model (self->status, G_LIST_MODEL (ids));
}

static void
fill_plans (NazarBulkAssessmentDialog *self,
            NazarLive                 *live)
{
  NazarStore *store = nazar_live_get_store (live);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->plans = nazar_lookup_records (nazar_store_lock_reader (store), NAZAR_TYPE_SOURCE, find_field ("plan")->scope, "",
                                      MAX_PLANS, NULL);
  nazar_store_unlock_reader (store);
  if (self->plans == NULL)
    self->plans = g_ptr_array_new ();

  gtk_string_list_append (titles, C_ ("plan", "None"));
  for (guint i = 0; i < self->plans->len; i++)
    {
      g_autofree char *title = nazar_record_dup_title (g_ptr_array_index (self->plans, i));

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->plan, G_LIST_MODEL (titles));
}

static void
on_date_changed_cb (NazarBulkAssessmentDialog *self)
{
  gtk_widget_remove_css_class (self->date, "error");
  gtk_widget_set_visible (self->problem_group, FALSE);
}

static void
set_titles (NazarBulkAssessmentDialog *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->track), get_label ("track"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), get_label ("date"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status), get_label ("status"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->plan), get_label ("plan"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->plan_item), get_label ("plan_item"));
  adw_preferences_group_set_title (self->evidence_group, get_label ("evidence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label ("evidence"), -1);
}

static void
nazar_bulk_assessment_dialog_finalize (GObject *object)
{
  g_clear_pointer (&NAZAR_BULK_ASSESSMENT_DIALOG (object)->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (nazar_bulk_assessment_dialog_parent_class)->finalize (object);
}

static void
nazar_bulk_assessment_dialog_class_init (NazarBulkAssessmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nazar_bulk_assessment_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-bulk-assessment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, track);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, date);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, status);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, plan_item);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, NazarBulkAssessmentDialog, assess);
  gtk_widget_class_bind_template_callback (widget_class, on_assess_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * NazarBulkAssessmentDialog::assessed:
   * @assessment: what is said of each recommendation; without a recommendation
   *
   * The assessment was confirmed.
   */
  signals[SIGNAL_ASSESSED] = g_signal_new ("assessed", NAZAR_TYPE_BULK_ASSESSMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, NAZAR_TYPE_RECORD);
}

static void
nazar_bulk_assessment_dialog_init (NazarBulkAssessmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_bulk_assessment_dialog_new:
 * @parent: the window
 * @live: a register as windows see it
 * @n_recommendations: how many are to be assessed
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWidget *
nazar_bulk_assessment_dialog_new (GtkWindow *parent,
                                  NazarLive *live,
                                  guint      n_recommendations)
{
  NazarBulkAssessmentDialog *self = g_object_new (NAZAR_TYPE_BULK_ASSESSMENT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *today = nazar_today ();
  g_autofree char *selected = nazar_list_selected (n_recommendations);

  adw_window_title_set_subtitle (self->heading, selected);
  set_titles (self);
  fill_tracks (self);
  fill_statuses (self);
  fill_plans (self, live);
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (on_date_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (on_status_cb), self, G_CONNECT_SWAPPED);
  on_status_cb (self);
  return GTK_WIDGET (self);
}
