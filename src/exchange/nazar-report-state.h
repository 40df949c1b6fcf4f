/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The State that a text speaks of. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nazar_report_state_from_symbol (const char *symbol);
char *nazar_report_state_find        (const char *head,
                                      const char *body,
                                      const char *language);

G_END_DECLS
