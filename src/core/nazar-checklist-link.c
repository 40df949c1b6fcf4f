/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-checklist-private.h"

#include "nazar-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What expressions refer to: whether it is there and can be compared so, and in
 * which order states and values can be worked out. */

#define VISIT_PREFIX "visit."
#define MAX_CIRCLE 8 /* members of a circle that are named */

typedef struct
{
  guint from;
  guint to;
} Link;

typedef struct
{
  NazarChecklist *checklist;
  NazarFault *fault;
  GArray *uses;   /* (element-type Link) */
  GArray *checks; /* (element-type Link) */
} Linker;

/* What a reference means: @question is %NULL for a figure of the visit. */
typedef struct
{
  NazarQuestionKind kind;
  const NazarQuestion *question;
} Target;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Linker              *self,
      NazarChecklistError  code,
      const char          *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  self->fault->code = code;
  self->fault->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

G_GNUC_PRINTF (3, 4)
static gboolean
fail_node (Linker                    *self,
           const NazarExpressionNode *node,
           const char                *format,
           ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return fail (self, NAZAR_CHECKLIST_ERROR_EXPRESSION,
               /* Translators: a word of the file, a place counted in characters, a sentence. */
               _("“%s”, character %u: %s"), self->fault->member, node->column, reason);
}

/**
 * nazar_checklist_find_node:
 * @self: a questionnaire
 * @name: a reference
 * @column: (out) (optional) (nullable): the column, where one is meant
 *
 * Returns: the node of the graph that is meant, or %NAZAR_NO_NODE
 */
guint
nazar_checklist_find_node (const NazarChecklist  *self,
                           const char            *name,
                           const NazarQuestion  **column)
{
  const char *dot = strchr (name, '.');
  const NazarQuestion *question;
  const NazarQuestion *found = NULL;

  if (g_str_has_prefix (name, VISIT_PREFIX))
    {
      for (guint i = 0; i < NAZAR_N_FIGURES; i++)
        if (strcmp (nazar_figure_name (i), dot + 1) == 0)
          return self->n_questions + self->n_areas + i;
      return NAZAR_NO_NODE;
    }

  if (dot != NULL)
    {
      g_autofree char *id = g_strndup (name, dot - name);

      question = nazar_checklist_find_question (self, id);
      found = question != NULL ? nazar_question_find_column (question, dot + 1) : NULL;
      if (found == NULL)
        return NAZAR_NO_NODE;
    }
  else
    {
      question = nazar_checklist_find_question (self, name);
    }

  if (column != NULL)
    *column = found;
  return question != NULL ? question->index : NAZAR_NO_NODE;
}

/* (nullable): a column of the row that the expression works on */
static const NazarQuestion *
own_column (Linker     *self,
            const char *name)
{
  return self->fault->column != NULL ? nazar_question_find_column (self->fault->question, name) : NULL;
}

static gboolean
find_self (Linker                    *self,
           const NazarExpressionNode *node,
           Target                    *target)
{
  target->question = self->fault->column != NULL ? self->fault->column : self->fault->question;
  if (strcmp (self->fault->member, "constraint") != 0)
    return fail_node (self, node, _("“.” is the value itself, which only a constraint can ask about."));
  if (target->question->kind == NAZAR_QUESTION_TABLE)
    return fail_node (self, node, _("A table is no single value. Put the constraint on one of its columns."));

  target->kind = target->question->kind;
  return TRUE;
}

static gboolean
find_target (Linker                    *self,
             const NazarExpressionNode *node,
             gboolean                   several,
             Target                    *target)
{
  const NazarChecklist *checklist = self->checklist;
  const NazarQuestion *column = NULL;
  guint found;

  if (strcmp (node->text, NAZAR_EXPRESSION_SELF) == 0)
    return find_self (self, node, target);

  target->question = own_column (self, node->text);
  if (target->question == NULL)
    {
      found = nazar_checklist_find_node (checklist, node->text, &column);
      if (found == NAZAR_NO_NODE)
        return fail_node (self, node,
                          /* Translators: %s is a name that an expression refers to. */
                          _("There is nothing called “%s” in this questionnaire."), node->text);
      if (column != NULL && !several)
        return fail_node (self, node,
                          /* Translators: %s is a column of a table. */
                          _("“%s” has a value in each row. Put it into sum(), count(), min() or max()."), node->text);
      target->question = column != NULL                  ? column
                         : found < checklist->n_questions ? &checklist->questions[found]
                                                          : NULL;
    }

  target->kind = target->question != NULL ? target->question->kind : NAZAR_QUESTION_NUMBER;
  if (target->kind == NAZAR_QUESTION_TABLE)
    return fail_node (self, node,
                      /* Translators: %s is the id of a table. */
                      _("“%s” is a table. Name one of its columns, such as ${table.column}, in sum(), count(), min() or max()."),
                      node->text);

  return TRUE;
}

/* Whether the question can ever have the value. */
static gboolean
takes (const Target *target,
       const char   *value)
{
  double number;

  switch (target->kind)
    {
    case NAZAR_QUESTION_YES_NO_NA:
      return strcmp (value, "yes") == 0 || strcmp (value, "no") == 0 || strcmp (value, "na") == 0;
    case NAZAR_QUESTION_NUMBER:
      return nazar_number_from_text (value, &number);
    case NAZAR_QUESTION_CHOICE:
    case NAZAR_QUESTION_CHOICES:
      return nazar_question_find_option (target->question, value) != NULL;
    case NAZAR_QUESTION_DATE:
      return nazar_date_is_valid (value);
    case NAZAR_QUESTION_TEXT:
    case NAZAR_QUESTION_TABLE:
    default:
      return TRUE;
    }
}

/* One side of a comparison against the other. */
static gboolean
check_side (Linker                    *self,
            const NazarExpressionNode *reference,
            const NazarExpressionNode *other,
            NazarOp                    op)
{
  g_autofree char *constant = NULL;
  Target target = { 0 };

  if (reference->op != NAZAR_OP_REFERENCE)
    return TRUE;
  if (!find_target (self, reference, FALSE, &target))
    return FALSE;
  if (target.kind == NAZAR_QUESTION_CHOICES)
    return fail_node (self, reference,
                      /* Translators: %s is the id of a question. */
                      _("“%s” may have several answers. Write selected(${…}, 'answer')."), reference->text);
  if (op > NAZAR_OP_UNEQUAL && (target.kind == NAZAR_QUESTION_YES_NO_NA || target.kind == NAZAR_QUESTION_CHOICE))
    return fail_node (self, reference,
                      /* Translators: %s is the id of a question. */
                      _("The answers to “%s” are equal or not, but none is more than another."), reference->text);

  if (other->op == NAZAR_OP_TEXT)
    constant = g_strdup (other->text);
  else if (other->op == NAZAR_OP_NUMBER)
    constant = nazar_number_to_text (other->number);
  if (constant != NULL && !takes (&target, constant))
    return fail_node (self, other,
                      /* Translators: an answer, the id of a question. */
                      _("“%s” can never be the answer to “%s”."), constant, reference->text);

  return TRUE;
}

static gboolean
check_selected (Linker                    *self,
                const NazarExpressionNode *node)
{
  Target target = { 0 };

  if (!find_target (self, node->left, FALSE, &target))
    return FALSE;
  if (target.kind != NAZAR_QUESTION_CHOICE && target.kind != NAZAR_QUESTION_CHOICES &&
      target.kind != NAZAR_QUESTION_YES_NO_NA)
    return fail_node (self, node->left,
                      /* Translators: %s is the id of a question. */
                      _("“%s” has no answers to choose from."), node->left->text);
  if (!takes (&target, node->right->text))
    return fail_node (self, node->right,
                      /* Translators: an answer, the id of a question. */
                      _("“%s” can never be the answer to “%s”."), node->right->text, node->left->text);

  return TRUE;
}

/* What something is calculated from. */
static gboolean
check_number (Linker                    *self,
              const NazarExpressionNode *node,
              NazarOp                    op)
{
  gboolean several = op >= NAZAR_OP_SUM;
  Target target = { 0 };

  if (node->op != NAZAR_OP_REFERENCE)
    return TRUE;
  if (!find_target (self, node, several, &target))
    return FALSE;
  if (target.kind != NAZAR_QUESTION_NUMBER && op != NAZAR_OP_COUNT)
    return fail_node (self, node,
                      /* Translators: %s is the id of a question. */
                      _("“%s” is not a number."), node->text);

  return TRUE;
}

static gboolean
check_node (Linker                    *self,
            const NazarExpressionNode *node)
{
  switch (node->op)
    {
    case NAZAR_OP_EQUAL:
    case NAZAR_OP_UNEQUAL:
    case NAZAR_OP_LESS:
    case NAZAR_OP_AT_MOST:
    case NAZAR_OP_MORE:
    case NAZAR_OP_AT_LEAST:
      return check_side (self, node->left, node->right, node->op) &&
             check_side (self, node->right, node->left, node->op);
    case NAZAR_OP_ADD:
    case NAZAR_OP_SUBTRACT:
    case NAZAR_OP_MULTIPLY:
    case NAZAR_OP_DIVIDE:
    case NAZAR_OP_REMAINDER:
      return check_number (self, node->left, node->op) && check_number (self, node->right, node->op);
    case NAZAR_OP_NEGATIVE:
      return check_number (self, node->left, node->op);
    case NAZAR_OP_SELECTED:
      return check_selected (self, node);
    case NAZAR_OP_SUM:
    case NAZAR_OP_COUNT:
    case NAZAR_OP_MIN:
    case NAZAR_OP_MAX:
      for (const NazarExpressionNode *argument = node; argument != NULL; argument = argument->right)
        if (!check_number (self, argument->left, node->op))
          return FALSE;
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
check_nodes (Linker                    *self,
             const NazarExpressionNode *node)
{
  if (!check_node (self, node))
    return FALSE;
  if (node->op == NAZAR_OP_SELECTED)
    return TRUE;

  return (node->left == NULL || check_nodes (self, node->left)) &&
         (node->right == NULL || check_nodes (self, node->right));
}

static void
add_links (Linker                *self,
           const NazarExpression *expression,
           guint                  node,
           GArray                *links)
{
  const char *const *names = nazar_expression_get_references (expression);

  for (guint i = 0; names[i] != NULL; i++)
    {
      Link link = { nazar_checklist_find_node (self->checklist, names[i], NULL), node };

      if (strcmp (names[i], NAZAR_EXPRESSION_SELF) != 0 && own_column (self, names[i]) == NULL)
        g_array_append_val (links, link);
    }
}

static gboolean
link_expression (Linker                *self,
                 const NazarExpression *expression,
                 const char            *member,
                 guint                  node,
                 GArray                *links)
{
  const NazarExpressionNode *root;

  if (expression == NULL)
    return TRUE;

  self->fault->member = member;
  root = nazar_expression_get_root (expression);
  /* A reference that stands alone is a number to be calculated with. */
  if (!check_number (self, root, NAZAR_OP_ADD) || !check_nodes (self, root))
    return FALSE;

  add_links (self, expression, node, links);
  return TRUE;
}

/* Columns of a row that are calculated from each other. */
static gboolean
check_column (Linker              *self,
              const NazarQuestion *column,
              guint8              *state)
{
  const char *const *names;

  if (column->calculate == NULL || state[column->index] == 2)
    return TRUE;

  self->fault->column = column;
  self->fault->member = "calculate";
  if (state[column->index] == 1)
    return fail (self, NAZAR_CHECKLIST_ERROR_CIRCLE, _("The columns are calculated from each other in a circle."));

  state[column->index] = 1;
  names = nazar_expression_get_references (column->calculate);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const NazarQuestion *next = nazar_question_find_column (column->table, names[i]);

      if (next != NULL && !check_column (self, next, state))
        return FALSE;
    }

  state[column->index] = 2;
  return TRUE;
}

static gboolean
link_columns (Linker              *self,
              const NazarQuestion *question)
{
  g_autofree guint8 *state = g_new0 (guint8, question->n_columns);

  for (guint i = 0; i < question->n_columns; i++)
    {
      const NazarQuestion *column = &question->columns[i];

      self->fault->column = column;
      if (!link_expression (self, column->constraint, "constraint", question->index, self->checks) ||
          !link_expression (self, column->calculate, "calculate", question->index, self->uses))
        return FALSE;
    }
  for (guint i = 0; i < question->n_columns; i++)
    if (!check_column (self, &question->columns[i], state))
      return FALSE;

  self->fault->column = NULL;
  return TRUE;
}

static gboolean
link_questions (Linker *self)
{
  NazarChecklist *checklist = self->checklist;

  for (guint i = 0; i < checklist->n_questions; i++)
    {
      const NazarQuestion *question = &checklist->questions[i];
      Link link = { checklist->n_questions + question->area->index, i };

      self->fault->question = question;
      if (!link_expression (self, question->shown_if, "shown_if", i, self->uses) ||
          !link_expression (self, question->constraint, "constraint", i, self->checks) ||
          !link_expression (self, question->calculate, "calculate", i, self->uses) ||
          !link_columns (self, question))
        return FALSE;
      if (question->area->shown_if != NULL)
        g_array_append_val (self->uses, link);
    }

  self->fault->question = NULL;
  return TRUE;
}

static gboolean
link_areas (Linker *self)
{
  NazarChecklist *checklist = self->checklist;

  for (guint i = 0; i < checklist->n_areas; i++)
    {
      self->fault->area = &checklist->areas[i];
      if (!link_expression (self, checklist->areas[i].shown_if, "shown_if", checklist->n_questions + i, self->uses))
        return FALSE;
    }

  self->fault->area = NULL;
  return TRUE;
}

static void
sort_links (GArray     *links,
            guint       n_nodes,
            NazarLinks *sorted)
{
  g_autofree guint *at = g_new0 (guint, n_nodes + 1);

  sorted->first = g_new0 (guint, n_nodes + 1);
  sorted->targets = g_new0 (guint, links->len + 1);
  for (guint i = 0; i < links->len; i++)
    sorted->first[g_array_index (links, Link, i).from + 1]++;
  for (guint i = 0; i < n_nodes; i++)
    sorted->first[i + 1] += sorted->first[i];

  memcpy (at, sorted->first, (n_nodes + 1) * sizeof *at);
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      sorted->targets[at[link->from]++] = link->to;
    }
}

/* Each node after those that it hangs on; how many could be placed. */
static guint
put_in_order (NazarChecklist *checklist,
              guint          *waiting)
{
  const NazarLinks *uses = &checklist->uses;
  guint n_ordered = 0;

  for (guint i = 0; i < uses->first[checklist->n_nodes]; i++)
    waiting[uses->targets[i]]++;
  for (guint i = 0; i < checklist->n_nodes; i++)
    if (waiting[i] == 0)
      checklist->order[n_ordered++] = i;

  for (guint done = 0; done < n_ordered; done++)
    {
      guint node = checklist->order[done];

      checklist->rank[node] = done;
      for (guint i = uses->first[node]; i < uses->first[node + 1]; i++)
        if (--waiting[uses->targets[i]] == 0)
          checklist->order[n_ordered++] = uses->targets[i];
    }

  return n_ordered;
}

static const char *
node_name (const NazarChecklist *checklist,
           guint                 node)
{
  return node < checklist->n_questions ? checklist->questions[node].id
                                       : checklist->areas[node - checklist->n_questions].id;
}

static gboolean
refers_to (const NazarChecklist  *checklist,
           const NazarExpression *expression,
           guint                  node)
{
  const char *const *names = expression != NULL ? nazar_expression_get_references (expression) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (nazar_checklist_find_node (checklist, names[i], NULL) == node)
      return TRUE;

  return FALSE;
}

/* Where in the file @node is made to hang on @other. */
static gboolean
find_reason (Linker *self,
             guint   node,
             guint   other)
{
  const NazarChecklist *checklist = self->checklist;
  NazarFault *fault = self->fault;

  if (node >= checklist->n_questions)
    {
      fault->area = &checklist->areas[node - checklist->n_questions];
      fault->member = "shown_if";
      return TRUE;
    }

  /* Of its area it cannot be said better. */
  fault->question = &checklist->questions[node];
  fault->member = refers_to (checklist, fault->question->calculate, other)  ? "calculate"
                  : refers_to (checklist, fault->question->shown_if, other) ? "shown_if"
                                                                            : NULL;
  for (guint i = 0; fault->member == NULL && i < fault->question->n_columns; i++)
    if (refers_to (checklist, fault->question->columns[i].calculate, other))
      {
        fault->column = &fault->question->columns[i];
        fault->member = "calculate";
      }

  return other < checklist->n_questions;
}

static gboolean
fail_circle (Linker      *self,
             const guint *waiting)
{
  const NazarChecklist *checklist = self->checklist;
  g_autofree guint *before = g_new0 (guint, checklist->n_nodes);
  g_autofree gboolean *seen = g_new0 (gboolean, checklist->n_nodes);
  g_autoptr (GString) names = g_string_new (NULL);
  guint node = 0, n_named = 0, end;

  /* Each that waits hangs on another that waits, so going back goes round. */
  for (guint i = 0; i < self->uses->len; i++)
    {
      const Link *link = &g_array_index (self->uses, Link, i);

      if (waiting[link->from] > 0)
        before[link->to] = link->from;
    }
  while (waiting[node] == 0)
    node++;
  for (; !seen[node]; node = before[node])
    seen[node] = TRUE;

  /* Begin where the file says why. */
  for (end = node; !find_reason (self, node, before[node]) && before[node] != end;)
    node = before[node];
  end = node;
  do
    {
      if (n_named++ < MAX_CIRCLE)
        g_string_append_printf (names, "%s → ", node_name (checklist, node));
      node = before[node];
    }
  while (node != end);
  g_string_append_printf (names, "%s%s", n_named > MAX_CIRCLE ? "… → " : "", node_name (checklist, node));

  return fail (self, NAZAR_CHECKLIST_ERROR_CIRCLE,
               /* Translators: %s is a chain of ids with arrows between them. */
               _("These depend on each other in a circle: %s."), names->str);
}

/**
 * nazar_checklist_link:
 * @self: a questionnaire that has been read
 * @fault: (out): what is wrong, and where; its reason is to be freed
 *
 * Checks what its expressions refer to, and sets up its graph.
 *
 * Returns: %FALSE where there is a fault
 */
gboolean
nazar_checklist_link (NazarChecklist *self,
                      NazarFault     *fault)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (Link));
  Linker linker = { self, fault, uses, checks };
  g_autofree guint *waiting = NULL;

  self->n_nodes = self->n_questions + self->n_areas + NAZAR_N_FIGURES;
  if (!link_areas (&linker) || !link_questions (&linker))
    return FALSE;

  sort_links (uses, self->n_nodes, &self->uses);
  sort_links (checks, self->n_nodes, &self->checks);
  self->order = g_new0 (guint, self->n_nodes);
  self->rank = g_new0 (guint, self->n_nodes);
  waiting = g_new0 (guint, self->n_nodes);
  if (put_in_order (self, waiting) < self->n_nodes)
    return fail_circle (&linker, waiting);

  return TRUE;
}
