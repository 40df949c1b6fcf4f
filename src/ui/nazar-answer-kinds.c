/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-answer-kinds.h"

#include "nazar-answer-drop.h"
#include "nazar-answer-entry.h"
#include "nazar-answer-pick.h"
#include "nazar-answer-table.h"
#include "nazar-answer-text.h"

static GType
find_type (const NazarQuestion *question,
           gboolean             compact)
{
  switch (question->kind)
    {
    case NAZAR_QUESTION_YES_NO_NA:
    case NAZAR_QUESTION_CHOICES:
      return NAZAR_TYPE_ANSWER_PICK;
    case NAZAR_QUESTION_CHOICE:
      return compact ? NAZAR_TYPE_ANSWER_DROP : NAZAR_TYPE_ANSWER_PICK;
    case NAZAR_QUESTION_TABLE:
      return NAZAR_TYPE_ANSWER_TABLE;
    case NAZAR_QUESTION_TEXT:
      return compact ? NAZAR_TYPE_ANSWER_ENTRY : NAZAR_TYPE_ANSWER_TEXT;
    case NAZAR_QUESTION_NUMBER:
    case NAZAR_QUESTION_DATE:
    default:
      return NAZAR_TYPE_ANSWER_ENTRY;
    }
}

/**
 * nazar_answer_input_new:
 * @notebook: the answers of a visit
 * @question: a question of it that is not calculated, or a column of a table
 * @compact: whether it stands in a cell of a table
 *
 * Returns: (transfer full): what answers it
 */
GtkWidget *
nazar_answer_input_new (NazarNotebook       *notebook,
                        const NazarQuestion *question,
                        gboolean             compact)
{
  g_return_val_if_fail (NAZAR_IS_NOTEBOOK (notebook) && question != NULL, NULL);

  return g_object_new (find_type (question, compact), "notebook", notebook, "question", question, "compact", compact, NULL);
}
