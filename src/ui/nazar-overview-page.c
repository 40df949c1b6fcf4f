/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-overview-page.h"

#include "nazar-language.h"
#include "nazar-overview-table.h"
#include "nazar-records.h"
#include "nazar-stats.h"
#include "nazar-track-figures.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* Where the register stands: figures for each track, where the tracks differ, and
 * the same by source. A worker counts; every number opens its list. */
struct _NazarOverviewPage
{
  AdwBin parent_instance;

  NazarLive *live;
  GCancellable *cancellable;
  guint refresh_source;
  gboolean counting;
  gboolean stale; /* something has changed since the latest count began */

  GtkStack *stack;
  AdwStatusPage *failed;
  AdwActionRow *total_row;
  GtkLabel *total;
  AdwActionRow *differ_row;
  GtkImage *differ_arrow;
  NazarTrackFigures *state;
  NazarTrackFigures *independent;
  NazarOverviewTable *table;
};

G_DEFINE_FINAL_TYPE (NazarOverviewPage, nazar_overview_page, ADW_TYPE_BIN)

/* Edits come in rows; they are counted together. */
#define REFRESH_MS 300

static void refresh (NazarOverviewPage *self);

static void
show_differ (NazarOverviewPage *self,
             gint64             differ)
{
  g_autofree char *number = nazar_number_format (differ, nazar_language_current ());
  g_autofree char *sentence = NULL;

  if (differ > 0)
    /* Translators: %s is a number, the same that decides the plural. */
    sentence = g_strdup_printf (ngettext ("%s recommendation where the State claims more than monitors find",
                                          "%s recommendations where the State claims more than monitors find",
                                          (gulong) differ),
                                number);
  else
    sentence = g_strdup (_("No recommendation where the State claims more than monitors find"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->differ_row), sentence);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->differ_row), differ > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->differ_arrow), differ > 0);
}

static void
show_stats (NazarOverviewPage *self,
            NazarStats        *stats)
{
  const NazarStatsFigures *all = &stats->recommendations;
  g_autofree char *number = nazar_number_format (all->total, nazar_language_current ());

  gtk_label_set_label (self->total, number);
  show_differ (self, all->differ);
  nazar_track_figures_set_figures (self->state, &all->state, all->total);
  nazar_track_figures_set_figures (self->independent, &all->independent, all->total);
  nazar_overview_table_set_stats (self->table, stats);
  gtk_stack_set_visible_child_name (self->stack, all->total > 0 ? "figures" : "empty");
}

static void
on_stats_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (NazarOverviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NazarStats) stats = nazar_stats_read_finish (NAZAR_STORE (source), result, &error);

  self->counting = FALSE;
  if (self->cancellable == NULL)
    return;

  if (stats != NULL)
    {
      show_stats (self, stats);
    }
  else
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }

  if (self->stale)
    refresh (self);
}

static void
count (NazarOverviewPage *self)
{
  if (self->counting || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->counting = TRUE;
  self->stale = FALSE;
  nazar_stats_read_async (nazar_live_get_store (self->live), self->cancellable, on_stats_cb, g_object_ref (self));
}

static gboolean
on_refresh_cb (gpointer user_data)
{
  NazarOverviewPage *self = user_data;

  self->refresh_source = 0;
  count (self);
  return G_SOURCE_REMOVE;
}

/* While the page is hidden nothing is counted; it is when it is shown again. */
static void
refresh (NazarOverviewPage *self)
{
  self->stale = TRUE;
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add (REFRESH_MS, on_refresh_cb, self);
}

static void
on_total_activated_cb (NazarOverviewPage *self)
{
  nazar_window_show_filtered (GTK_WIDGET (self), NAZAR_TYPE_RECOMMENDATION, NULL, NULL);
}

static void
on_differ_activated_cb (NazarOverviewPage *self)
{
  nazar_window_show_filtered (GTK_WIDGET (self), NAZAR_TYPE_RECOMMENDATION, "differ", "1");
}

static void
nazar_overview_page_map (GtkWidget *widget)
{
  NazarOverviewPage *self = NAZAR_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (nazar_overview_page_parent_class)->map (widget);
  if (self->stale)
    count (self);
}

static void
nazar_overview_page_dispose (GObject *object)
{
  NazarOverviewPage *self = NAZAR_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_overview_page_parent_class)->dispose (object);
}

static void
nazar_overview_page_class_init (NazarOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_overview_page_dispose;
  widget_class->map = nazar_overview_page_map;

  g_type_ensure (NAZAR_TYPE_TRACK_FIGURES);
  g_type_ensure (NAZAR_TYPE_OVERVIEW_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, failed);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, total_row);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, total);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, differ_row);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, differ_arrow);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, state);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, independent);
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_total_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_differ_activated_cb);
}

static void
nazar_overview_page_init (NazarOverviewPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nazar_overview_page_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
nazar_overview_page_new (NazarLive *live)
{
  NazarOverviewPage *self;

  g_return_val_if_fail (NAZAR_IS_LIVE (live), NULL);

  self = g_object_new (NAZAR_TYPE_OVERVIEW_PAGE, NULL);
  self->live = g_object_ref (live);
  g_signal_connect_object (live, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
