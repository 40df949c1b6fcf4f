/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-detail-view.h"
#include "nazar-filter-bar.h"
#include "nazar-list-counts.h"
#include "nazar-list-keeper.h"
#include "nazar-list-model.h"
#include "nazar-records-columns.h"
#include "nazar-records-page.h"

G_BEGIN_DECLS

struct _NazarRecordsPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  AdwHeaderBar *list_header;
  AdwWindowTitle *list_title;
  AdwWindowTitle *detail_title;
  GtkWidget *detail_pane;
  AdwHeaderBar *detail_header;
  GtkWidget *add_button;
  GtkEditable *search;
  GtkMenuButton *filter_button;
  GtkMenuButton *sort_button;
  NazarFilterBar *filters;
  GtkLabel *count;
  GtkWidget *differ;
  GtkLabel *differ_label;
  GtkWidget *spinner;
  GtkStack *list_stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  AdwStatusPage *empty_page;
  GtkWidget *empty_import;
  GtkWidget *empty_add;
  GtkActionBar *several_bar;
  GtkWidget *assess_button;
  GtkWidget *several_assess;
  GtkStack *detail_stack;
  AdwStatusPage *none_page;
  AdwStatusPage *several_page;
  GtkWidget *context_popover;
  NazarDetailView *detail;

  NazarLive *live;
  GType type;
  gboolean is_whole; /* records are opened on a page of their own */
  NazarListModel *list;
  NazarRecordsColumns *columns;
  NazarListKeeper *keeper;
  NazarListCounts *counts;
  NazarQuery *to_count; /* what the list was asked for, counted when it has come */

  char *sort;          /* name of a field; "" for the order of entry */
  gboolean descending;
  gboolean by_distance; /* sorted so because of the filter on what differs */
  gboolean asked;       /* the list has been given its first query */
  char *wanted;         /* id of a record to show as soon as the list has it */
  NazarRecord *shown;   /* in the detail pane */
  guint show_timeout;
  guint width_idle;
  guint n_working; /* bulk work on its way */
};

void nazar_records_page_install_actions (GtkWidgetClass   *widget_class);
GMenuModel *nazar_records_page_create_sort_menu (NazarRecordsPage *self);
void nazar_records_page_add_controllers (NazarRecordsPage *self);
void nazar_records_page_update_actions  (NazarRecordsPage *self);
void nazar_records_page_show_selected   (NazarRecordsPage *self);
gboolean nazar_records_page_opens_by_click (NazarRecordsPage *self);
void nazar_records_page_open            (NazarRecordsPage *self);
void nazar_records_page_enter           (NazarRecordsPage *self);
void nazar_records_page_enter_rows      (NazarRecordsPage *self);
void nazar_records_page_clear           (NazarRecordsPage *self);
void nazar_records_page_show_differing  (NazarRecordsPage *self);
void nazar_records_page_want            (NazarRecordsPage *self,
                                         NazarRecord      *record);
void nazar_records_page_select_position (NazarRecordsPage *self,
                                         guint             position);

G_END_DECLS
