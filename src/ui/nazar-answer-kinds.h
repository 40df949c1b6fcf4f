/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answer-input.h"

G_BEGIN_DECLS

GtkWidget *nazar_answer_input_new (NazarNotebook       *notebook,
                                   const NazarQuestion *question,
                                   gboolean             compact);

G_END_DECLS
