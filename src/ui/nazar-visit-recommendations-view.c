/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visit-recommendations-view.h"

#include "nazar-follow-up-row.h"
#include "nazar-follow-up.h"
#include "nazar-recommendation-list.h"
#include "nazar-records.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* The section of a visit in which earlier recommendations are looked at again, and new
 * ones are made. An interim visit begins with the earlier ones; so does every other
 * visit to a place that has any. */
struct _NazarVisitRecommendationsView
{
  GtkBox parent_instance;

  NazarLive *live;
  NazarRecord *visit; /* (nullable) */
  NazarOwnedList *recommendations;
  GtkWidget *earlier; /* group of NazarFollowUpRow */
  GPtrArray *rows;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (NazarVisitRecommendationsView, nazar_visit_recommendations_view, GTK_TYPE_BOX)

static gboolean
is_locked (NazarVisitRecommendationsView *self)
{
  return self->visit != NULL && g_strcmp0 (nazar_record_get (self->visit, "state"), "approved") == 0;
}

static void
clear_earlier (NazarVisitRecommendationsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      nazar_follow_up_row_flush (g_ptr_array_index (self->rows, i));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->earlier), g_ptr_array_index (self->rows, i));
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_earlier (NazarVisitRecommendationsView *self)
{
  NazarStore *store = nazar_live_get_store (self->live);
  const char *facility = self->visit != NULL ? nazar_record_get (self->visit, "facility") : NULL;
  g_auto (GStrv) ids = NULL;

  clear_earlier (self);
  if (facility != NULL)
    {
      ids = nazar_follow_up_open (nazar_store_lock_reader (store), facility, nazar_record_get_id (self->visit), NULL);
      nazar_store_unlock_reader (store);
    }

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (NazarRecord) recommendation = nazar_live_get (self->live, NAZAR_TYPE_RECOMMENDATION, ids[i]);
      GtkWidget *row;

      if (recommendation == NULL)
        continue;
      row = nazar_follow_up_row_new (self->live, self->visit, recommendation, is_locked (self));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->earlier), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->earlier, self->rows->len > 0);
}

static void
on_live_changed_cb (NazarVisitRecommendationsView *self,
                    GPtrArray                     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const NazarChange *change = g_ptr_array_index (changes, i);

      if (change->type != NAZAR_TYPE_ASSESSMENT && change->type != NAZAR_TYPE_RECOMMENDATION)
        continue;
      for (guint j = 0; j < self->rows->len; j++)
        nazar_follow_up_row_update (g_ptr_array_index (self->rows, j));
      return;
    }
}

static void
show_lock (NazarVisitRecommendationsView *self)
{
  nazar_card_list_set_locked (NAZAR_CARD_LIST (self->list), is_locked (self));
  show_earlier (self);
}

static void
open_recommendation (GtkWidget  *widget,
                     const char *action,
                     GVariant   *id)
{
  nazar_visit_recommendations_view_flush (NAZAR_VISIT_RECOMMENDATIONS_VIEW (widget));
  nazar_window_show_record (widget, NAZAR_TYPE_RECOMMENDATION, g_variant_get_string (id, NULL));
}

static void
forget_visit (NazarVisitRecommendationsView *self)
{
  if (self->visit != NULL)
    g_signal_handlers_disconnect_by_data (self->visit, self);
  g_clear_object (&self->visit);
}

static void
nazar_visit_recommendations_view_dispose (GObject *object)
{
  NazarVisitRecommendationsView *self = NAZAR_VISIT_RECOMMENDATIONS_VIEW (object);

  forget_visit (self);
  g_clear_object (&self->recommendations);
  g_clear_object (&self->live);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (nazar_visit_recommendations_view_parent_class)->dispose (object);
}

static void
nazar_visit_recommendations_view_class_init (NazarVisitRecommendationsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_visit_recommendations_view_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "follow-up.open", "s", open_recommendation);
}

static void
nazar_visit_recommendations_view_init (NazarVisitRecommendationsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);

  self->earlier = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->earlier), _("Earlier recommendations: what is there now?"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->earlier),
                                         _("Answers are assessments on the independent track that rest on this visit."));
  gtk_widget_set_visible (self->earlier, FALSE);
  gtk_box_append (GTK_BOX (self), self->earlier);

  self->list = g_object_new (NAZAR_TYPE_RECOMMENDATION_LIST, NULL);
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * nazar_visit_recommendations_view_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): a section without a visit yet
 */
GtkWidget *
nazar_visit_recommendations_view_new (NazarLive *live)
{
  NazarVisitRecommendationsView *self = g_object_new (NAZAR_TYPE_VISIT_RECOMMENDATIONS_VIEW, NULL);

  self->live = g_object_ref (live);
  self->recommendations = nazar_owned_list_new (live, NAZAR_TYPE_RECOMMENDATION);
  nazar_owned_list_set_field (self->recommendations, "visit");
  nazar_card_list_set_list (NAZAR_CARD_LIST (self->list), self->recommendations);
  g_signal_connect_object (live, "changed", G_CALLBACK (on_live_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nazar_visit_recommendations_view_set_visit:
 * @self: a section
 * @visit: (nullable): a live visit
 */
void
nazar_visit_recommendations_view_set_visit (NazarVisitRecommendationsView *self,
                                            NazarRecord                   *visit)
{
  g_return_if_fail (NAZAR_IS_VISIT_RECOMMENDATIONS_VIEW (self));

  if (visit == self->visit)
    return;

  nazar_visit_recommendations_view_flush (self);
  clear_earlier (self);
  forget_visit (self);
  if (visit != NULL)
    {
      self->visit = g_object_ref (visit);
      g_signal_connect_object (visit, "notify::state", G_CALLBACK (show_lock), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (visit, "notify::facility", G_CALLBACK (show_earlier), self, G_CONNECT_SWAPPED);
    }
  nazar_recommendation_list_set_visit (NAZAR_RECOMMENDATION_LIST (self->list), self->live, visit);
  nazar_owned_list_set_owner (self->recommendations, visit != NULL ? nazar_record_get_id (visit) : NULL);
  show_lock (self);
}

/**
 * nazar_visit_recommendations_view_add:
 * @self: a section with a visit that may be changed
 * @finding: (nullable): id of the finding that it answers
 *
 * Adds a recommendation and opens it.
 */
void
nazar_visit_recommendations_view_add (NazarVisitRecommendationsView *self,
                                      const char                    *finding)
{
  g_return_if_fail (NAZAR_IS_VISIT_RECOMMENDATIONS_VIEW (self) && self->visit != NULL);

  nazar_recommendation_list_add (NAZAR_RECOMMENDATION_LIST (self->list), finding);
}

/**
 * nazar_visit_recommendations_view_show:
 * @self: a section
 * @recommendation: id of a recommendation of its visit
 *
 * Opens it.
 */
void
nazar_visit_recommendations_view_show (NazarVisitRecommendationsView *self,
                                       const char                    *recommendation)
{
  nazar_card_list_open (NAZAR_CARD_LIST (self->list), recommendation);
}

/**
 * nazar_visit_recommendations_view_flush:
 * @self: a section
 *
 * Stores what was typed and not stored yet.
 */
void
nazar_visit_recommendations_view_flush (NazarVisitRecommendationsView *self)
{
  nazar_card_list_flush (NAZAR_CARD_LIST (self->list));
  for (guint i = 0; i < self->rows->len; i++)
    nazar_follow_up_row_flush (g_ptr_array_index (self->rows, i));
}
