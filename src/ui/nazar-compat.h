/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What GTK 4.8 and libadwaita 1.2 do otherwise than the versions after them. */

/**
 * NazarAskButton:
 * @id: what the callback is told
 * @label: what the button says
 * @appearance: how it looks
 *
 * One of the choices of a dialog. A table of them ends with an id of %NULL; the
 * first is also what closing the dialog means.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} NazarAskButton;

/**
 * NazarAskFunc:
 * @owner: the object that asked
 * @answer: the id of the choice
 */
typedef void (*NazarAskFunc) (GtkWidget  *owner,
                              const char *answer);

/**
 * NazarAskTextFunc:
 * @owner: the object that asked
 * @text: what was written, not empty
 */
typedef void (*NazarAskTextFunc) (GtkWidget  *owner,
                                  const char *text);

void   nazar_compat_ask                (GtkWidget           *owner,
                                        const char          *heading,
                                        const char          *body,
                                        const NazarAskButton *answers,
                                        NazarAskFunc         callback);

void   nazar_compat_ask_text           (GtkWidget           *owner,
                                        const char          *heading,
                                        const char          *body,
                                        const char          *label,
                                        const char          *button,
                                        NazarAskTextFunc     callback);

void   nazar_compat_tell               (GtkApplication      *application,
                                        const char          *heading,
                                        const char          *body);

void   nazar_compat_open_file          (GtkWindow           *parent,
                                        const char          *title,
                                        GListModel          *filters,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void   nazar_compat_save_file          (GtkWindow           *parent,
                                        const char          *title,
                                        const char          *folder,
                                        const char          *name,
                                        GListModel          *filters,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GFile *nazar_compat_choose_file_finish (GAsyncResult        *result);

void   nazar_compat_forget_files       (void);

G_END_DECLS
