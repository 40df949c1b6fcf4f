/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-pdf-pages.h"

#include "nazar-attach.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

#define MARGIN 12

/* ---- One page ---- */

static void
draw_page (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        data)
{
  PopplerPage *page = data;
  double page_width, page_height;

  poppler_page_get_size (page, &page_width, &page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (page_width > 0)
    cairo_scale (cr, width / page_width, width / page_width);
  poppler_page_render (page, cr);
}

static void
drop (gpointer  object,
      GClosure *closure)
{
  g_object_unref (object);
}

/* As high as its width asks for. */
static void
on_resize_cb (GtkDrawingArea *area,
              int             width,
              int             height,
              PopplerPage    *page)
{
  double page_width, page_height;

  poppler_page_get_size (page, &page_width, &page_height);
  if (page_width > 0)
    gtk_drawing_area_set_content_height (area, (int) (width * page_height / page_width));
}

/* ---- The list ---- */

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_margin_top (area, MARGIN);
  gtk_widget_set_margin_bottom (area, MARGIN);
  gtk_widget_set_margin_start (area, MARGIN);
  gtk_widget_set_margin_end (area, MARGIN);
  gtk_widget_add_css_class (area, "card");
  gtk_list_item_set_child (item, area);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *item,
            PopplerDocument    *document)
{
  GtkDrawingArea *area = GTK_DRAWING_AREA (gtk_list_item_get_child (item));
  PopplerPage *page = poppler_document_get_page (document, gtk_list_item_get_position (item));
  /* Translators: %u is the number of a page. */
  g_autofree char *name = g_strdup_printf (_("Page %u"), gtk_list_item_get_position (item) + 1);
  double page_width, page_height;

  if (page == NULL)
    return;

  poppler_page_get_size (page, &page_width, &page_height);
  gtk_drawing_area_set_content_height (area, page_width > 0 ? (int) (760 * page_height / page_width) : 0);
  g_signal_connect_data (area, "resize", G_CALLBACK (on_resize_cb), g_object_ref (page), drop, 0);
  gtk_drawing_area_set_draw_func (area, draw_page, page, g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_unbind_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  GtkDrawingArea *area = GTK_DRAWING_AREA (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_matched (area, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_resize_cb, NULL);
  gtk_drawing_area_set_draw_func (area, NULL, NULL, NULL);
}

/* As many empty strings as pages: each is read when it comes into sight. */
static GListModel *
make_model (PopplerDocument *document)
{
  GtkStringList *pages = gtk_string_list_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    gtk_string_list_append (pages, "");
  return G_LIST_MODEL (pages);
}

/**
 * nazar_pdf_pages_new:
 * @bytes: a PDF
 * @error: return location for a #NazarAttachError
 *
 * Returns: (transfer full) (nullable): its pages, one below the other
 */
GtkWidget *
nazar_pdf_pages_new (GBytes  *bytes,
                     GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &local_error);
  GtkListItemFactory *factory;
  GtkWidget *scrolled, *list;

  if (document == NULL)
    {
      g_set_error_literal (error, NAZAR_ATTACH_ERROR, NAZAR_ATTACH_ERROR_UNREADABLE,
                           g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                             ? _("This PDF wants a password. Save a copy to open it with another program.")
                             : _("This PDF is damaged, and cannot be shown."));
      return NULL;
    }

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind_cb), document, drop, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (make_model (document))), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}
