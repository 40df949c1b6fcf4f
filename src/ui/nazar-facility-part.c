/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-facility-part.h"

#include "nazar-date.h"
#include "nazar-follow-up.h"
#include "nazar-occupancy-chart.h"
#include "nazar-owned-list.h"
#include "nazar-population.h"
#include "nazar-records.h"
#include "nazar-visit-start-dialog.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* What a place of detention has seen: its visits, how full it was, and what is still to
 * be done there. */
struct _NazarFacilityPart
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarRecord *facility; /* (nullable) */
  NazarOwnedList *visits;
  guint refresh;

  GtkWidget *visit_group;
  GtkWidget *chart_box;
  GtkWidget *chart;
  GtkWidget *legend;
  GtkWidget *open_group;
  GtkWidget *start;
  GPtrArray *visit_rows;
  GPtrArray *open_rows;
};

G_DEFINE_FINAL_TYPE (NazarFacilityPart, nazar_facility_part, GTK_TYPE_BOX)

static void
clear_rows (GtkWidget *group,
            GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
on_row_activated_cb (GtkWidget *row)
{
  NazarRecord *record = g_object_get_data (G_OBJECT (row), "record");

  nazar_window_show_record (row, G_OBJECT_TYPE (record), nazar_record_get_id (record));
}

static void
add_row (GtkWidget   *group,
         GPtrArray   *rows,
         NazarRecord *record,
         const char  *title,
         const char  *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (rows, row);
}

/* ---- Visits ---- */

static int
compare_begins (gconstpointer a,
                gconstpointer b)
{
  return nazar_date_compare (nazar_record_get (*(NazarRecord *const *) a, "begin"), nazar_record_get (*(NazarRecord *const *) b, "begin"));
}

/* "Approved · 150 held" */
static char *
dup_visit_subtitle (NazarRecord *visit)
{
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (visit, "population"));
  const char *state = nazar_record_get (visit, "state");
  gint64 held = nazar_population_sum (population, NULL, NULL, NULL);
  g_autofree char *words = held > 0 ? g_strdup_printf (_("%d held"), (int) held) : NULL;

  return g_strjoin (" · ", nazar_vocabulary_label (&nazar_vocabulary_visit_state, state != NULL ? state : "draft"), words, NULL);
}

static void
show_chart (NazarFacilityPart *self,
            GPtrArray         *visits)
{
  const char *places = nazar_record_get (self->facility, "capacity");
  gint64 capacity = places != NULL ? g_ascii_strtoll (places, NULL, 10) : 0;
  guint n = nazar_occupancy_chart_set_visits (NAZAR_OCCUPANCY_CHART (self->chart), visits, capacity);
  /* Translators: explains a chart: the dashed line and the hatched part of the columns. */
  g_autofree char *words = capacity > 0 ? g_strdup_printf (_("People held at each visit; dashed: the %d places; hatched: held in the wrong kind of place."),
                                                           (int) capacity)
                                        : g_strdup (_("People held at each visit; hatched: held in the wrong kind of place."));

  gtk_label_set_text (GTK_LABEL (self->legend), words);
  gtk_widget_set_visible (self->chart_box, n > 0);
}

static void
show_visits (NazarFacilityPart *self)
{
  GPtrArray *records = nazar_owned_list_get_records (self->visits);
  g_autoptr (GPtrArray) visits = g_ptr_array_new (); /* they live in the list */

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (visits, g_ptr_array_index (records, i));
  g_ptr_array_sort (visits, compare_begins);
  clear_rows (self->visit_group, self->visit_rows);
  for (guint i = visits->len; i > 0; i--)
    {
      NazarRecord *visit = g_ptr_array_index (visits, i - 1);
      g_autofree char *title = nazar_record_dup_title (visit);
      g_autofree char *subtitle = dup_visit_subtitle (visit);

      add_row (self->visit_group, self->visit_rows, visit, title, subtitle);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->visit_group), visits->len == 0 ? _("Never visited.") : NULL);
  show_chart (self, visits);
}

/* ---- What is still open ---- */

static void
show_open (NazarFacilityPart *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  g_auto (GStrv) ids = NULL;

  clear_rows (self->open_group, self->open_rows);
  ids = nazar_follow_up_open (nazar_store_lock_reader (store), nazar_record_get_id (self->facility), NULL, NULL);
  nazar_store_unlock_reader (store);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (NazarRecord) recommendation = nazar_live_get (self->live, NAZAR_TYPE_RECOMMENDATION, ids[i]);
      g_autofree char *title = recommendation != NULL ? nazar_record_dup_title (recommendation) : NULL;

      if (recommendation != NULL)
        add_row (self->open_group, self->open_rows, recommendation, title, NULL);
    }
  gtk_widget_set_visible (self->open_group, self->open_rows->len > 0);
}

static gboolean
on_refresh_cb (gpointer data)
{
  NazarFacilityPart *self = data;

  self->refresh = 0;
  if (self->facility != NULL)
    {
      show_visits (self);
      show_open (self);
    }
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (NazarFacilityPart *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh_cb, self);
}

static void
on_live_changed_cb (NazarFacilityPart *self,
                    GPtrArray         *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      GType type = ((const NazarChange *) g_ptr_array_index (changes, i))->type;

      if (type == NAZAR_TYPE_RECOMMENDATION || type == NAZAR_TYPE_ASSESSMENT || type == NAZAR_TYPE_FACILITY)
        refresh_soon (self);
    }
}

static void
on_start_cb (NazarFacilityPart *self)
{
  nazar_visit_start_dialog_present (GTK_WIDGET (self), self->live, nazar_record_get_id (self->facility));
}

/* ---- The widget ---- */

static void
nazar_facility_part_dispose (GObject *object)
{
  NazarFacilityPart *self = NAZAR_FACILITY_PART (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->visits);
  g_clear_object (&self->facility);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_facility_part_parent_class)->dispose (object);
}

static void
nazar_facility_part_finalize (GObject *object)
{
  g_ptr_array_unref (NAZAR_FACILITY_PART (object)->visit_rows);
  g_ptr_array_unref (NAZAR_FACILITY_PART (object)->open_rows);

  G_OBJECT_CLASS (nazar_facility_part_parent_class)->finalize (object);
}

static void
nazar_facility_part_class_init (NazarFacilityPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_facility_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = nazar_facility_part_finalize;
}

static GtkWidget *
make_chart_box (NazarFacilityPart *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->chart = nazar_occupancy_chart_new ();
  self->legend = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->legend), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->legend), 0);
  gtk_widget_add_css_class (self->legend, "caption");
  gtk_widget_add_css_class (self->legend, "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->chart);

  self->chart_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->chart_box, "card");
  gtk_widget_add_css_class (self->chart_box, "nazar-note");
  gtk_box_append (GTK_BOX (self->chart_box), scrolled);
  gtk_box_append (GTK_BOX (self->chart_box), self->legend);
  return self->chart_box;
}

static void
nazar_facility_part_init (NazarFacilityPart *self)
{
  self->visit_rows = g_ptr_array_new ();
  self->open_rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);

  self->visit_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->visit_group), _("Visits"));
  self->start = gtk_button_new_with_mnemonic (_("_Start a Visit…"));
  gtk_widget_add_css_class (self->start, "flat");
  gtk_widget_set_valign (self->start, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->start, "clicked", G_CALLBACK (on_start_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->visit_group), self->start);
  self->open_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->open_group), _("Recommendations that are still open"));

  gtk_box_append (GTK_BOX (self), make_chart_box (self));
  gtk_box_append (GTK_BOX (self), self->visit_group);
  gtk_box_append (GTK_BOX (self), self->open_group);
}

/**
 * nazar_facility_part_set_facility:
 * @self: a part of the page of a facility
 * @live: a register as windows see it
 * @facility: (nullable): a live facility
 */
void
nazar_facility_part_set_facility (NazarFacilityPart *self,
                                  NazarLive         *live,
                                  NazarRecord       *facility)
{
  g_return_if_fail (NAZAR_IS_FACILITY_PART (self));

  if (g_set_object (&self->live, live))
    {
      self->visits = nazar_owned_list_new (live, NAZAR_TYPE_VISIT);
      nazar_owned_list_set_field (self->visits, "facility");
      g_signal_connect_object (self->visits, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_visible (self->start, !nazar_store_is_read_only (nazar_live_get_store (live)));
    }
  if (g_set_object (&self->facility, facility))
    nazar_owned_list_set_owner (self->visits, facility != NULL ? nazar_record_get_id (facility) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), facility != NULL);
  if (facility != NULL)
    refresh_soon (self);
}
