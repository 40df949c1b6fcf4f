/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <string.h>

/* What nazar-bench loads into the real program (LD_PRELOAD), so that nothing of
 * it stands in the program itself. It waits for the first frame in which rows of
 * a list are drawn, and prints
 *
 *   frame ROWS
 *   memory RSS PSS          (kB, in that frame)
 *   rest RSS PSS            (kB, a second later)
 *
 * and closes the window. */

#define REST_MILLISECONDS 1000

static GListModel *filled;
static gboolean watching;

static void
print_memory (const char *when)
{
  g_autofree char *text = NULL;
  const char *rss, *pss;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return;

  rss = strstr (text, "\nRss:");
  pss = strstr (text, "\nPss:");
  if (rss != NULL && pss != NULL)
    printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", when, g_ascii_strtoll (rss + 5, NULL, 10),
            g_ascii_strtoll (pss + 5, NULL, 10));
  fflush (stdout);
}

static gboolean
on_rest_cb (gpointer window)
{
  print_memory ("rest");
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* Whether a row of a list is in sight and has a text in it. */
static gboolean
shows_row (GtkWidget *widget,
           gboolean   in_list)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return FALSE;
  if (in_list && GTK_IS_INSCRIPTION (widget))
    {
      const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));

      return text != NULL && *text != '\0';
    }

  in_list = in_list || GTK_IS_LIST_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_row (child, in_list))
      return TRUE;
  return FALSE;
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   GtkWidget     *window)
{
  if (!shows_row (window, FALSE))
    return;

  printf ("frame %u\n", g_list_model_get_n_items (filled));
  fflush (stdout);
  print_memory ("memory");
  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, window);
  g_timeout_add (REST_MILLISECONDS, on_rest_cb, window);
}

static void
watch (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

      if (clock == NULL)
        continue;
      g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), window);
      gtk_widget_queue_draw (window);
      watching = TRUE;
    }
}

/* Stands before GIO's own: here every list says that it was filled. */
G_MODULE_EXPORT void
g_list_model_items_changed (GListModel *list,
                            guint       position,
                            guint       removed,
                            guint       added)
{
  static void (*original) (GListModel *, guint, guint, guint);

  if (original == NULL)
    original = dlsym (RTLD_NEXT, "g_list_model_items_changed");
  original (list, position, removed, added);

  if (!watching && added > 0 && strcmp (G_OBJECT_TYPE_NAME (list), "NazarListModel") == 0)
    {
      filled = list;
      watch ();
    }
}
