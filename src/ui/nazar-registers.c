/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-registers.h"

#include "nazar-compat.h"
#include "nazar-places.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Which window shows which file. */

#define SUFFIX ".nazar"

static char *
real_path (const char *path)
{
  char *found = realpath (path, NULL);
  char *real = g_strdup (found);

  free (found);
  return real != NULL ? real : g_canonicalize_filename (path, NULL);
}

/* The window that shows the register, else one that shows none, else a new one. */
static NazarWindow *
window_for (AdwApplication *application,
            const char     *path)
{
  g_autofree char *real = real_path (path);
  NazarWindow *empty = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      const char *shown = NAZAR_IS_WINDOW (l->data) ? nazar_window_get_path (l->data) : NULL;
      g_autofree char *real_shown = shown != NULL ? real_path (shown) : NULL;

      if (g_strcmp0 (real, real_shown) == 0)
        return l->data;
      if (empty == NULL && NAZAR_IS_WINDOW (l->data) && shown == NULL)
        empty = l->data;
    }

  return empty != NULL ? empty : nazar_window_new (application);
}

static void
show (AdwApplication *application,
      const char     *path,
      NazarOpening    how,
      gboolean        may_ask)
{
  NazarWindow *window = window_for (application, path);

  if (nazar_window_get_path (window) == NULL)
    nazar_window_open (window, path, how, may_ask);
  gtk_window_present (GTK_WINDOW (window));
}

/* A regular file that neither is called a register nor begins like one. */
static gboolean
is_to_import (const char *path)
{
  char head[16] = { 0 };
  gssize got = 0;
  int fd;

  if (g_str_has_suffix (path, SUFFIX) || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      got = read (fd, head, sizeof head);
      close (fd);
    }
  return got < (gssize) sizeof head || memcmp (head, "SQLite format 3", sizeof head) != 0;
}

/* The window used last that shows a register, else one that shows none. */
static NazarWindow *
window_to_import_into (AdwApplication *application)
{
  NazarWindow *first = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      if (!NAZAR_IS_WINDOW (l->data))
        continue;
      if (nazar_window_get_live (l->data) != NULL)
        return l->data;
      first = first != NULL ? first : l->data;
    }

  return first != NULL ? first : nazar_window_new (application);
}

/**
 * nazar_registers_open:
 * @application: the program
 * @file: a register, or a file to import
 * @may_ask: whether the author's name may be asked for before the first edit
 *
 * Shows the register, in the window that shows it already where there is one; the
 * review of an import for any other file.
 */
void
nazar_registers_open (AdwApplication *application,
                      GFile          *file,
                      gboolean        may_ask)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL && !is_to_import (path))
    {
      show (application, path, NAZAR_OPENING_REGISTER, may_ask);
      return;
    }

  NazarWindow *window = window_to_import_into (application);

  gtk_window_present (GTK_WINDOW (window));
  nazar_window_import (window, file);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registers = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (registers, _("Registers of Nazar"));
  gtk_file_filter_add_suffix (registers, SUFFIX + 1);
  gtk_file_filter_set_name (any, _("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, registers);
  g_list_store_append (filters, any);
  return G_LIST_MODEL (filters);
}

static void
on_open_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);

  if (file != NULL)
    nazar_registers_open (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (source))), file, TRUE);
}

/**
 * nazar_registers_choose_open:
 * @window: the window that asks
 *
 * Lets a person choose a register and opens it.
 */
void
nazar_registers_choose_open (NazarWindow *window)
{
  g_autoptr (GListModel) filters = create_filters ();

  nazar_compat_open_file (GTK_WINDOW (window), _("Open Register"), filters, on_open_chosen_cb, NULL);
}

static void
on_save_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GFile) file = nazar_compat_choose_file_finish (result);
  g_autofree char *path = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  path = g_strdup (g_file_peek_path (file));
  if (!g_str_has_suffix (path, SUFFIX))
    {
      g_autofree char *bare = g_steal_pointer (&path);

      path = g_strconcat (bare, SUFFIX, NULL);
    }
  show (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (source))), path, GPOINTER_TO_INT (user_data), TRUE);
}

static void
choose_where (NazarWindow  *window,
              const char   *title,
              const char   *name,
              NazarOpening  how)
{
  g_autofree char *folder = nazar_places_documents ();
  g_autofree char *file_name = g_strconcat (name, SUFFIX, NULL);
  g_autoptr (GListModel) filters = create_filters ();

  nazar_compat_save_file (GTK_WINDOW (window), title, folder, file_name, filters, on_save_chosen_cb, GINT_TO_POINTER (how));
}

/**
 * nazar_registers_choose_new:
 * @window: the window that asks
 *
 * Lets a person choose where a new register is to be, and makes it.
 */
void
nazar_registers_choose_new (NazarWindow *window)
{
  /* Translators: the name that is proposed for the file of a new register. */
  choose_where (window, _("New Register"), C_("file name", "Register"), NAZAR_OPENING_NEW);
}

/**
 * nazar_registers_choose_example:
 * @window: the window that asks
 *
 * Opens the example where it was made before; else lets a person choose where it
 * is to be, and makes it.
 */
void
nazar_registers_choose_example (NazarWindow *window)
{
  /* Translators: the name that is proposed for the file of the example register. */
  const char *name = C_("file name", "Nazar example");
  g_autofree char *folder = nazar_places_documents ();
  g_autofree char *file_name = g_strconcat (name, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    show (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), path, NAZAR_OPENING_REGISTER, TRUE);
  else
    choose_where (window, _("Try the Example"), name, NAZAR_OPENING_EXAMPLE);
}
