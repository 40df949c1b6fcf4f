/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-author-bar.h"
#include "nazar-banner.h"
#include "nazar-records-page.h"
#include "nazar-sidebar.h"
#include "nazar-start-page.h"
#include "nazar-window.h"

G_BEGIN_DECLS

struct _NazarWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  NazarStartPage *start;
  GtkRevealer *opening;
  AdwFlap *flap;
  NazarSidebar *sidebar;
  GtkStack *pages;
  NazarBanner *read_only;
  NazarBanner *notice;
  NazarAuthorBar *author;

  NazarLive *live;      /* NULL while no register is open */
  char *path;           /* of the register that is open or being opened */
  NazarOpening how;
  gboolean may_ask;     /* for the author's name before the first edit */
  gboolean closed;
  gboolean menu_wanted; /* as soon as the sidebar is there */
  gboolean redoing;     /* whether the latest undo or redo was a redo */
  gboolean undo_asked;  /* an undo or redo has not been answered yet */
  GFile *to_import;     /* waits for a register */
  AdwToast *toast;      /* (unowned) the one that is shown */
  guint toast_timer;    /* when it goes */
};

void       nazar_window_install_actions (GtkWidgetClass *widget_class);
void       nazar_window_update_actions  (NazarWindow    *self);
void       nazar_window_show_page       (NazarWindow    *self,
                                         const char     *name);
GtkWidget *nazar_window_get_page        (NazarWindow    *self);
NazarRecordsPage *nazar_window_show_list (NazarWindow   *self);
void       nazar_window_close_register  (NazarWindow    *self);
void       nazar_window_on_flap_revealed (NazarWindow   *self);
void       nazar_window_on_failed       (NazarWindow    *self,
                                         const GError   *error);
void       nazar_window_on_stored       (NazarWindow    *self);
void       nazar_window_show_toast      (NazarWindow    *self,
                                         const char     *message,
                                         const char     *button,
                                         const char     *action);

G_END_DECLS
