/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-overview-table.h"

#include "nazar-language.h"
#include "nazar-records.h"
#include "nazar-window.h"

#include <glib/gi18n-lib.h>

/* The figures of each source, a row a source. A row opens the list of what
 * stands in it. */
struct _NazarOverviewTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (NazarOverviewTable, nazar_overview_table, ADW_TYPE_BIN)

/* One source's figures, as a list wants them. */
#define NAZAR_TYPE_OVERVIEW_ROW (nazar_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (NazarOverviewRow, nazar_overview_row, NAZAR, OVERVIEW_ROW, GObject)

struct _NazarOverviewRow
{
  GObject parent_instance;

  char *id;
  char *title;
  gint64 numbers[6]; /* in the order of the columns */
};

G_DEFINE_FINAL_TYPE (NazarOverviewRow, nazar_overview_row, G_TYPE_OBJECT)

static const char *const columns[] = {
  NC_ ("overview", "All"),
  NC_ ("overview", "Tracks differ"),
  NC_ ("overview", "State: planned"),
  NC_ ("overview", "State: implemented"),
  NC_ ("overview", "Monitors: planned"),
  NC_ ("overview", "Monitors: implemented"),
};

static void
nazar_overview_row_finalize (GObject *object)
{
  NazarOverviewRow *self = NAZAR_OVERVIEW_ROW (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (nazar_overview_row_parent_class)->finalize (object);
}

static void
nazar_overview_row_class_init (NazarOverviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nazar_overview_row_finalize;
}

static void
nazar_overview_row_init (NazarOverviewRow *self)
{
}

static NazarOverviewRow *
make_row (const NazarStatsSource *source)
{
  const NazarStatsFigures *figures = &source->figures;
  const gint64 numbers[] = {
    figures->total,
    figures->differ,
    nazar_stats_count (&figures->state, "planned"),
    nazar_stats_count (&figures->state, "implemented"),
    nazar_stats_count (&figures->independent, "planned"),
    nazar_stats_count (&figures->independent, "implemented"),
  };
  NazarOverviewRow *row = g_object_new (NAZAR_TYPE_OVERVIEW_ROW, NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (numbers) == G_N_ELEMENTS (row->numbers));
  G_STATIC_ASSERT (G_N_ELEMENTS (numbers) == G_N_ELEMENTS (columns));

  row->id = g_strdup (source->id != NULL ? source->id : "");
  if (source->title != NULL)
    row->title = g_strdup (source->title);
  else
    row->title = g_strdup (source->id != NULL ? _("Source without a title") : _("Without a source"));
  memcpy (row->numbers, numbers, sizeof numbers);
  return row;
}

static void
on_title_setup_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item,
                   gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_list_item_set_child (item, label);
}

static void
on_title_bind_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  user_data)
{
  NazarOverviewRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), row->title);
  gtk_widget_set_tooltip_text (label, row->title);
}

static void
on_number_setup_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *item,
                    gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_number_bind_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item,
                   gpointer                  user_data)
{
  NazarOverviewRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint column = GPOINTER_TO_UINT (user_data);
  g_autofree char *number = nazar_number_format (row->numbers[column], nazar_language_current ());
  g_autofree char *sentence = NULL;

  /* Translators: the head of a column and the number in it. */
  sentence = g_strdup_printf (_("%s: %s"), g_dpgettext2 (GETTEXT_PACKAGE, "overview", columns[column]), number);
  gtk_label_set_label (GTK_LABEL (label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  if (row->numbers[column] == 0)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static void
on_activate_cb (NazarOverviewTable *self,
                guint               position)
{
  g_autoptr (NazarOverviewRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  nazar_window_show_filtered (GTK_WIDGET (self), NAZAR_TYPE_RECOMMENDATION, "source", row->id);
}

static void
add_columns (NazarOverviewTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) title = gtk_column_view_column_new (nazar_record_type_label (NAZAR_TYPE_SOURCE), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_title_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_title_bind_cb), NULL);
  gtk_column_view_column_set_expand (title, TRUE);
  gtk_column_view_append_column (self->view, title);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = NULL;

      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (on_number_setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_number_bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "overview", columns[i]), factory);
      gtk_column_view_append_column (self->view, column);
    }
}

static void
nazar_overview_table_dispose (GObject *object)
{
  g_clear_object (&NAZAR_OVERVIEW_TABLE (object)->rows);

  G_OBJECT_CLASS (nazar_overview_table_parent_class)->dispose (object);
}

static void
nazar_overview_table_class_init (NazarOverviewTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nazar_overview_table_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/kg/nazar/Nazar/ui/nazar-overview-table.ui");
  gtk_widget_class_bind_template_child (widget_class, NazarOverviewTable, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
}

static void
nazar_overview_table_init (NazarOverviewTable *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (NAZAR_TYPE_OVERVIEW_ROW);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  add_columns (self);
  gtk_column_view_set_model (self->view, model);
}

/**
 * nazar_overview_table_set_stats:
 * @self: the table
 * @stats: figures of the register; copied
 */
void
nazar_overview_table_set_stats (NazarOverviewTable *self,
                                NazarStats         *stats)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (NAZAR_IS_OVERVIEW_TABLE (self));

  for (guint i = 0; i < stats->sources->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (stats->sources, i)));

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}
