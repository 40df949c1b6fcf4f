/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-window-private.h"

#include "nazar-compat.h"
#include "nazar-export-dialog.h"
#include "nazar-field-row.h"
#include "nazar-import-dialog.h"
#include "nazar-visits-page.h"

#include <glib/gi18n-lib.h>

/* What the menu, the keyboard and the pages can ask of a window. */

/* ---- pages ---------------------------------------------------------------- */

static void
show_page (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  nazar_window_show_page (NAZAR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_sidebar (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  NazarWindow *self = NAZAR_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
show_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  NazarWindow *self = NAZAR_WINDOW (widget);

  self->menu_wanted = TRUE;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  nazar_window_on_flap_revealed (self);
}

/* A menu cannot open while its button still is outside the window. */
void
nazar_window_on_flap_revealed (NazarWindow *self)
{
  if (!self->menu_wanted || adw_flap_get_reveal_progress (self->flap) < 1)
    return;

  self->menu_wanted = FALSE;
  nazar_sidebar_show_menu (self->sidebar);
}

/* The page of records that is shown; else that of recommendations. */
static NazarRecordsPage *
ensure_records_page (NazarWindow *self)
{
  if (nazar_window_show_list (self) == NULL)
    nazar_window_show_page (self, "recommendation");

  return nazar_window_show_list (self);
}

static void
search (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  nazar_records_page_focus_search (ensure_records_page (NAZAR_WINDOW (widget)));
}

/* The part of a page that has the keyboard may have something of its own to add. */
static void
new_record (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  if (focus != NULL && gtk_widget_activate_action (focus, "section.new", NULL))
    return;

  nazar_records_page_new_record (ensure_records_page (NAZAR_WINDOW (widget)));
}

static void
back (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  NazarWindow *self = NAZAR_WINDOW (widget);
  GtkWidget *page = nazar_window_get_page (self);

  if (NAZAR_IS_RECORDS_PAGE (page) && nazar_records_page_back (NAZAR_RECORDS_PAGE (page)))
    return;
  if (NAZAR_IS_VISITS_PAGE (page) && nazar_visits_page_back (NAZAR_VISITS_PAGE (page)))
    return;
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* ---- undo ----------------------------------------------------------------- */

static void
take_back (NazarWindow     *self,
           gboolean         redo,
           NazarUndoPolicy  policy)
{
  /* What is still being typed is an edit, too: the latest one. */
  nazar_field_row_flush_focus (GTK_WIDGET (self));
  self->redoing = redo;
  self->undo_asked = TRUE;
  if (redo)
    nazar_live_redo (self->live, policy);
  else
    nazar_live_undo (self->live, policy);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  take_back (NAZAR_WINDOW (widget), FALSE, NAZAR_UNDO_REFUSE);
}

static void
redo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  take_back (NAZAR_WINDOW (widget), TRUE, NAZAR_UNDO_REFUSE);
}

static void
on_conflict_answered_cb (GtkWidget  *owner,
                         const char *answer)
{
  NazarWindow *self = NAZAR_WINDOW (owner);

  if (self->live == NULL)
    return;
  if (g_str_equal (answer, "rest"))
    take_back (self, self->redoing, NAZAR_UNDO_KEEP_LATER);
  else if (g_str_equal (answer, "overwrite"))
    take_back (self, self->redoing, NAZAR_UNDO_OVERWRITE);
}

static void
ask_about_conflict (NazarWindow  *self,
                    const GError *error)
{
  const NazarAskButton answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "rest", self->redoing ? _("Redo the _Rest") : _("Undo the _Rest"), ADW_RESPONSE_DEFAULT },
    { "overwrite", _("_Overwrite Later Changes"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  nazar_compat_ask (GTK_WIDGET (self), _("Changed Since Then"), error->message, answers, on_conflict_answered_cb);
}

/* An edit, an undo or a redo could not be stored. */
void
nazar_window_on_failed (NazarWindow  *self,
                        const GError *error)
{
  gboolean was_undo = self->undo_asked;

  self->undo_asked = FALSE;
  if (g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_CONFLICT))
    ask_about_conflict (self, error);
  else if (was_undo && !g_error_matches (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOTHING))
    nazar_window_show_toast (self, error->message, _("Try Again"), self->redoing ? "win.redo" : "win.undo");
  else
    nazar_window_show_toast (self, error->message, NULL, NULL);
}

/* Edits are on the disk. What an undo took back may be on another page, so it is said. */
void
nazar_window_on_stored (NazarWindow *self)
{
  nazar_author_bar_ask (self->author);
  if (nazar_live_is_busy (self->live) || !self->undo_asked)
    return;

  self->undo_asked = FALSE;
  if (self->redoing)
    nazar_window_show_toast (self, _("The change is made again."), _("Undo"), "win.undo");
  else
    nazar_window_show_toast (self, _("The last change is taken back."), _("Redo"), "win.redo");
}

/* ---- files ---------------------------------------------------------------- */

static GtkFileFilter *
create_filter (const char        *name,
               const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static GListModel *
create_import_filters (void)
{
  static const char *const all[] = { "txt", "text", "csv", "json", NULL };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known = create_filter (_("Reports as text, CSV, JSON"), all);
  g_autoptr (GtkFileFilter) any = create_filter (_("All files"), NULL);

  g_list_store_append (filters, known);
  g_list_store_append (filters, any);
  return G_LIST_MODEL (filters);
}

static void
on_import_chosen_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);

  if (file != NULL)
    nazar_window_import (NAZAR_WINDOW (source), file);
}

static void
choose_import (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GListModel) filters = create_import_filters ();

  nazar_compat_open_file (GTK_WINDOW (widget), _("Import"), filters, on_import_chosen_cb, NULL);
}

/**
 * nazar_window_import:
 * @self: a window
 * @file: a file that is no register
 *
 * Shows what would be imported from it; nothing is stored yet. Without a register
 * it waits for one.
 */
void
nazar_window_import (NazarWindow *self,
                     GFile       *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (self->live == NULL)
    {
      g_autofree char *sentence = NULL;

      g_set_object (&self->to_import, file);
      /* Translators: %s is the name of a file. */
      sentence = g_strdup_printf (_("“%s” is not a register. Make or open the register that it belongs into, and its import begins."),
                                  shown);
      nazar_window_show_start (self, sentence);
      return;
    }

  if (nazar_store_is_read_only (nazar_live_get_store (self->live)))
    {
      nazar_window_show_toast (self, _("Nothing can be imported into a register that is open read-only."), NULL, NULL);
      return;
    }

  nazar_import_dialog_present (GTK_WINDOW (self), self->live, file);
}

static void
export (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  NazarWindow *self = NAZAR_WINDOW (widget);

  nazar_export_dialog_present (GTK_WINDOW (self), self->live,
                               nazar_record_type_from_name (gtk_stack_get_visible_child_name (self->pages)));
}

static void
close_register (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  nazar_window_close_register (NAZAR_WINDOW (widget));
}

/* ---- class ---------------------------------------------------------------- */

void
nazar_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.new-record", NULL, new_record);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, choose_import);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.close-register", NULL, close_register);

  /* These come after what has the focus: an entry undoes its own typing first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

/* Enables what can be done with the register that is open. */
void
nazar_window_update_actions (NazarWindow *self)
{
  static const char *const reading[] = {
    "win.show-page", "win.toggle-sidebar", "win.show-menu", "win.back", "win.search", "win.export", "win.close-register",
  };
  static const char *const writing[] = { "win.new-record", "win.undo", "win.redo", "win.import" };
  gboolean is_open = self->live != NULL;
  gboolean may_write = is_open && !nazar_store_is_read_only (nazar_live_get_store (self->live));

  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading[i], is_open);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], may_write);
}
