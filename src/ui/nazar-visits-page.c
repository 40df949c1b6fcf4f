/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-visits-page.h"

#include "nazar-records.h"
#include "nazar-visit-page.h"

struct _NazarVisitsPage
{
  AdwBin parent_instance;

  NazarLive *live;
  GtkStack *stack;
  GtkWidget *list;
  NazarVisitPage *open; /* NULL while the list is shown */
};

G_DEFINE_FINAL_TYPE (NazarVisitsPage, nazar_visits_page, ADW_TYPE_BIN)

static void
close_visit (NazarVisitsPage *self)
{
  GtkWidget *page = GTK_WIDGET (g_steal_pointer (&self->open));

  gtk_stack_set_visible_child (self->stack, self->list);
  if (page != NULL)
    gtk_stack_remove (self->stack, page);
}

/* Goes back to the list, and to the visit's row in it. */
static void
on_closed_cb (NazarVisitsPage *self)
{
  g_autoptr (NazarRecord) visit = self->open != NULL ? g_object_ref (nazar_visit_page_get_visit (self->open)) : NULL;

  close_visit (self);
  if (visit != NULL)
    nazar_records_page_show_record (NAZAR_RECORDS_PAGE (self->list), nazar_record_get_id (visit));
  nazar_records_page_focus_rows (NAZAR_RECORDS_PAGE (self->list));
}

static void
open_visit (NazarVisitsPage *self,
            NazarRecord     *visit)
{
  if (self->open != NULL && nazar_visit_page_get_visit (self->open) == visit)
    return;

  close_visit (self);
  self->open = NAZAR_VISIT_PAGE (nazar_visit_page_new (self->live, visit));
  g_signal_connect_object (self->open, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->open));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->open));
}

static void
on_opened_cb (NazarVisitsPage *self,
              NazarRecord     *visit)
{
  open_visit (self, visit);
  nazar_visit_page_focus (self->open);
}

static void
nazar_visits_page_dispose (GObject *object)
{
  NazarVisitsPage *self = NAZAR_VISITS_PAGE (object);

  self->open = NULL;
  g_clear_object (&self->live);

  G_OBJECT_CLASS (nazar_visits_page_parent_class)->dispose (object);
}

static void
nazar_visits_page_class_init (NazarVisitsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nazar_visits_page_dispose;
}

static void
nazar_visits_page_init (NazarVisitsPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * nazar_visits_page_new:
 * @live: a register as windows see it
 *
 * Returns: (transfer full): the page of its visits, with their list
 */
GtkWidget *
nazar_visits_page_new (NazarLive *live)
{
  NazarVisitsPage *self = g_object_new (NAZAR_TYPE_VISITS_PAGE, NULL);

  self->live = g_object_ref (live);
  self->list = nazar_records_page_new (live, NAZAR_TYPE_VISIT);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, self->list);
  return GTK_WIDGET (self);
}

/**
 * nazar_visits_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none): the list, whether it is shown or not
 */
NazarRecordsPage *
nazar_visits_page_get_list (NazarVisitsPage *self)
{
  g_return_val_if_fail (NAZAR_IS_VISITS_PAGE (self), NULL);

  return NAZAR_RECORDS_PAGE (self->list);
}

/**
 * nazar_visits_page_show_list:
 * @self: a page
 *
 * Shows the list in the place of the visit.
 *
 * Returns: (transfer none): the list
 */
NazarRecordsPage *
nazar_visits_page_show_list (NazarVisitsPage *self)
{
  g_return_val_if_fail (NAZAR_IS_VISITS_PAGE (self), NULL);

  close_visit (self);
  return NAZAR_RECORDS_PAGE (self->list);
}

/**
 * nazar_visits_page_open:
 * @self: a page
 * @id: id of a visit
 * @part: (nullable): a record that belongs to it, to show
 *
 * Opens the visit, where there is one.
 */
void
nazar_visits_page_open (NazarVisitsPage *self,
                        const char      *id,
                        NazarRecord     *part)
{
  g_autoptr (NazarRecord) visit = NULL;

  g_return_if_fail (NAZAR_IS_VISITS_PAGE (self));

  visit = nazar_live_get (self->live, NAZAR_TYPE_VISIT, id);
  if (visit == NULL)
    return;

  open_visit (self, visit);
  if (part != NULL)
    nazar_visit_page_show_part (self->open, part);
  else
    nazar_visit_page_focus (self->open);
}

/**
 * nazar_visits_page_back:
 * @self: a page
 *
 * Goes back from a section to the map, where only one of them has room, and from the
 * visit to the list.
 *
 * Returns: whether there was a way back
 */
gboolean
nazar_visits_page_back (NazarVisitsPage *self)
{
  g_return_val_if_fail (NAZAR_IS_VISITS_PAGE (self), FALSE);

  if (self->open == NULL)
    return nazar_records_page_back (NAZAR_RECORDS_PAGE (self->list));

  nazar_visit_page_back (self->open);
  return TRUE;
}
