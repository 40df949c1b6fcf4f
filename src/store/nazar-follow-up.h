/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

guint nazar_follow_up_times   (NazarConnection  *connection,
                               const char       *recommendation,
                               GError          **error);
char *nazar_follow_up_words   (guint             times,
                               const char       *language);
GStrv nazar_follow_up_open    (NazarConnection  *connection,
                               const char       *facility,
                               const char       *visit,
                               GError          **error);
char *nazar_follow_up_find    (NazarConnection  *connection,
                               const char       *recommendation,
                               const char       *visit,
                               GError          **error);
GStrv nazar_follow_up_earlier (NazarConnection  *connection,
                               const char       *recommendation,
                               GError          **error);

G_END_DECLS
