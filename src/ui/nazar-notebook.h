/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-answers.h"
#include "nazar-live.h"

G_BEGIN_DECLS

/* The answers of one visit as windows see them. What is entered is written at once;
 * what others write, or undo takes back, is seen at once.
 *
 * Questionnaires, questions and answers that it gives out live until
 * NazarNotebook::checklists-changed has been emitted. */

#define NAZAR_TYPE_NOTEBOOK (nazar_notebook_get_type ())
G_DECLARE_FINAL_TYPE (NazarNotebook, nazar_notebook, NAZAR, NOTEBOOK, GObject)

NazarNotebook *nazar_notebook_new                (NazarLive           *live,
                                                  NazarRecord         *visit);
NazarLive     *nazar_notebook_get_live           (NazarNotebook       *self);
NazarRecord   *nazar_notebook_get_visit          (NazarNotebook       *self);
gboolean       nazar_notebook_is_locked          (NazarNotebook       *self);

GPtrArray     *nazar_notebook_get_checklists     (NazarNotebook       *self);
NazarAnswers  *nazar_notebook_get_answers        (NazarNotebook       *self,
                                                  NazarChecklist      *checklist);
char          *nazar_notebook_dup_answer_id      (NazarNotebook       *self,
                                                  const NazarQuestion *question);
void           nazar_notebook_count              (NazarNotebook       *self,
                                                  guint               *answered,
                                                  guint               *questions);

gboolean       nazar_notebook_enter              (NazarNotebook       *self,
                                                  const NazarQuestion *question,
                                                  const char          *input,
                                                  GError             **error);
void           nazar_notebook_enter_note         (NazarNotebook       *self,
                                                  const NazarQuestion *question,
                                                  const char          *note);

NazarRecord   *nazar_notebook_get_previous_visit (NazarNotebook       *self);
const char    *nazar_notebook_get_previous       (NazarNotebook       *self,
                                                  const NazarQuestion *question);
GPtrArray     *nazar_notebook_load_earlier       (NazarNotebook       *self,
                                                  const NazarQuestion *question,
                                                  GError             **error);

G_END_DECLS
