/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-live.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window of one register, and what its pages ask of it.
 *
 * Header bars: every page brings its own AdwHeaderBar (a page with a list and a
 * detail beside it brings one for each pane). The first begins with a button
 * that has the action "win.toggle-sidebar", the icon "sidebar-show-symbolic" and
 * a tooltip; only the last shows the window's buttons at its end.
 *
 * Actions for pages: win.undo, win.redo, win.import, win.export, win.new-record,
 * win.search, win.toggle-sidebar, win.back, win.show-page ("overview", or the
 * name of a record type). */

#define NAZAR_TYPE_WINDOW (nazar_window_get_type ())
G_DECLARE_FINAL_TYPE (NazarWindow, nazar_window, NAZAR, WINDOW, AdwApplicationWindow)

/**
 * NazarOpening:
 * @NAZAR_OPENING_REGISTER: open a register that is there
 * @NAZAR_OPENING_NEW: make an empty one
 * @NAZAR_OPENING_EXAMPLE: make one with the example in it
 *
 * How a window comes to its register.
 */
typedef enum
{
  NAZAR_OPENING_REGISTER,
  NAZAR_OPENING_NEW,
  NAZAR_OPENING_EXAMPLE,
} NazarOpening;

NazarWindow *nazar_window_new           (AdwApplication *application);
void         nazar_window_open          (NazarWindow    *self,
                                         const char     *path,
                                         NazarOpening    how,
                                         gboolean        may_ask);
NazarLive   *nazar_window_get_live      (NazarWindow    *self);
const char  *nazar_window_get_path      (NazarWindow    *self);
void         nazar_window_show_start    (NazarWindow    *self,
                                         const char     *sentence);
void         nazar_window_import        (NazarWindow    *self,
                                         GFile          *file);

void         nazar_window_toast         (GtkWidget      *child,
                                         const char     *message,
                                         gboolean        offer_undo);
void         nazar_window_show_error    (GtkWidget      *child,
                                         const GError   *error);
void         nazar_window_show_record   (GtkWidget      *child,
                                         GType           type,
                                         const char     *id);
void         nazar_window_show_filtered (GtkWidget      *child,
                                         GType           type,
                                         const char     *field,
                                         const char     *value);

G_END_DECLS
