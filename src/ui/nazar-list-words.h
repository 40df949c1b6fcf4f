/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarListWords:
 * @empty_title: that there are none
 * @empty_text: what they are for, and the first step
 * @choose: what to do while none is shown
 * @add: what the button with the plus does
 *
 * Sentences about a kind of record, in the language of the program.
 */
typedef struct
{
  const char *empty_title;
  const char *empty_text;
  const char *choose;
  const char *add;
} NazarListWords;

NazarListWords nazar_list_words    (GType    type);
char          *nazar_list_count    (gint64   shown,
                                    gint64   total,
                                    gboolean filtered,
                                    gint64   selected);
char          *nazar_list_differ   (gint64   n);
char          *nazar_list_selected (gint64   n);
char          *nazar_list_deleted  (GType    type,
                                    gint64   n);
char          *nazar_list_copied   (gint64   n);
char          *nazar_list_assessed (gint64   n);
const char    *nazar_list_unset    (const NazarField *field);
char          *nazar_list_interval (const NazarField *field,
                                    const char       *value);

G_END_DECLS
