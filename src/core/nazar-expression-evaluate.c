/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-expression-private.h"

#include "nazar-date.h"

#include <math.h>
#include <string.h>

/* Three-valued: unknown is a value of its own, which and, or and not treat as SQL
 * does, and which everything else passes on. */

/* The longest number that "%.6f" writes: 309 digits before the point. */
#define MAX_NUMBER_BYTES 400
#define DECIMALS "%.6f"

/* 0.1 + 0.2 is 0.3 for people. */
#define EPSILON 1e-9

typedef struct
{
  NazarResolveFunc resolve;
  gpointer data;
} Evaluator;

/* Of the cells or numbers in the brackets of sum, count, min or max. */
typedef struct
{
  guint n;
  double sum;
  double min;
  double max;
  gboolean unknown;
} Totals;

static void evaluate (const Evaluator           *self,
                      const NazarExpressionNode *node,
                      NazarValue                *value);

static gboolean
to_number (const NazarValue *value,
           double           *number)
{
  if (value->kind == NAZAR_VALUE_TEXT)
    return nazar_number_from_text (value->text, number);

  *number = value->number;
  return value->kind == NAZAR_VALUE_NUMBER;
}

/* and, or: one side may decide alone. */
static void
evaluate_logic (const Evaluator           *self,
                const NazarExpressionNode *node,
                NazarValue                *value)
{
  gboolean decisive = node->op == NAZAR_OP_OR;
  g_auto (NazarValue) left = { 0 };
  g_auto (NazarValue) right = { 0 };

  evaluate (self, node->left, &left);
  if (left.kind == NAZAR_VALUE_TRUTH && left.truth == decisive)
    {
      nazar_value_set_truth (value, decisive);
      return;
    }

  evaluate (self, node->right, &right);
  if (right.kind == NAZAR_VALUE_TRUTH && (right.truth == decisive || left.kind == NAZAR_VALUE_TRUTH))
    nazar_value_set_truth (value, right.truth);
}

static int
compare_numbers (double left,
                 double right)
{
  double scale = MAX (1.0, MAX (fabs (left), fabs (right)));

  if (fabs (left - right) <= EPSILON * scale)
    return 0;

  return left < right ? -1 : 1;
}

/* Dates and numbers have an order, other texts are equal or not. */
static gboolean
compare_texts (const char *left,
               const char *right,
               int        *order)
{
  double a, b;

  if (nazar_date_is_valid (left) && nazar_date_is_valid (right))
    *order = nazar_date_compare (left, right);
  else if (nazar_number_from_text (left, &a) && nazar_number_from_text (right, &b))
    *order = compare_numbers (a, b);
  else
    return FALSE;

  return TRUE;
}

/* -1, 0, 1; or FALSE where neither is more than the other: they are unequal. */
static gboolean
find_order (const NazarValue *left,
            const NazarValue *right,
            int              *order)
{
  double a, b;

  if (left->kind == NAZAR_VALUE_TEXT && right->kind == NAZAR_VALUE_TEXT)
    return compare_texts (left->text, right->text, order);
  if (!to_number (left, &a) || !to_number (right, &b))
    return FALSE;

  *order = compare_numbers (a, b);
  return TRUE;
}

static gboolean
are_equal (const NazarValue *left,
           const NazarValue *right)
{
  int order;

  if (left->kind == NAZAR_VALUE_TEXT && right->kind == NAZAR_VALUE_TEXT)
    return strcmp (left->text, right->text) == 0;

  return find_order (left, right, &order) && order == 0;
}

static gboolean
is_known (const NazarValue *value)
{
  return value->kind != NAZAR_VALUE_UNKNOWN && value->kind != NAZAR_VALUE_LIST;
}

static void
evaluate_equality (NazarOp           op,
                   const NazarValue *left,
                   const NazarValue *right,
                   NazarValue       *value)
{
  gboolean equal = left->kind == NAZAR_VALUE_TRUTH ? right->kind == NAZAR_VALUE_TRUTH && left->truth == right->truth
                                                   : are_equal (left, right);

  nazar_value_set_truth (value, equal == (op == NAZAR_OP_EQUAL));
}

static void
evaluate_comparison (const Evaluator           *self,
                     const NazarExpressionNode *node,
                     NazarValue                *value)
{
  g_auto (NazarValue) left = { 0 };
  g_auto (NazarValue) right = { 0 };
  int order;

  evaluate (self, node->left, &left);
  evaluate (self, node->right, &right);
  if (!is_known (&left) || !is_known (&right))
    return;

  if (node->op == NAZAR_OP_EQUAL || node->op == NAZAR_OP_UNEQUAL)
    evaluate_equality (node->op, &left, &right, value);
  else if (!find_order (&left, &right, &order))
    return;
  else if (node->op == NAZAR_OP_LESS)
    nazar_value_set_truth (value, order < 0);
  else if (node->op == NAZAR_OP_AT_MOST)
    nazar_value_set_truth (value, order <= 0);
  else if (node->op == NAZAR_OP_MORE)
    nazar_value_set_truth (value, order > 0);
  else
    nazar_value_set_truth (value, order >= 0);
}

static double
calculate (NazarOp op,
           double  left,
           double  right)
{
  switch (op)
    {
    case NAZAR_OP_ADD:
      return left + right;
    case NAZAR_OP_SUBTRACT:
      return left - right;
    case NAZAR_OP_MULTIPLY:
      return left * right;
    case NAZAR_OP_DIVIDE:
      return right != 0 ? left / right : NAN;
    case NAZAR_OP_REMAINDER:
    default:
      return right != 0 ? fmod (left, right) : NAN;
    }
}

static void
evaluate_arithmetic (const Evaluator           *self,
                     const NazarExpressionNode *node,
                     NazarValue                *value)
{
  g_auto (NazarValue) left = { 0 };
  g_auto (NazarValue) right = { 0 };
  double a, b;

  evaluate (self, node->left, &left);
  evaluate (self, node->right, &right);
  if (to_number (&left, &a) && to_number (&right, &b))
    nazar_value_set_number (value, calculate (node->op, a, b));
}

static void
evaluate_selected (const Evaluator           *self,
                   const NazarExpressionNode *node,
                   NazarValue                *value)
{
  g_auto (NazarValue) ticked = { 0 };
  gboolean found = FALSE;

  evaluate (self, node->left, &ticked);
  if (ticked.kind == NAZAR_VALUE_UNKNOWN)
    return;

  if (ticked.kind == NAZAR_VALUE_TEXT)
    found = strcmp (ticked.text, node->right->text) == 0;
  for (guint i = 0; ticked.list != NULL && i < ticked.list->len; i++)
    found |= g_strcmp0 (g_array_index (ticked.list, NazarValue, i).text, node->right->text) == 0;

  nazar_value_set_truth (value, found);
}

static void
add_to_totals (Totals           *self,
               const NazarValue *value)
{
  double number = 0;

  if (value->kind == NAZAR_VALUE_UNKNOWN)
    return;

  /* A cell that is no number is counted, but cannot be added up. */
  self->unknown |= !to_number (value, &number);
  self->sum += number;
  self->min = self->n > 0 ? MIN (self->min, number) : number;
  self->max = self->n > 0 ? MAX (self->max, number) : number;
  self->n++;
}

/* Empty cells are passed over, but a question without an answer leaves the whole
 * unknown. */
static gboolean
add_up (const Evaluator           *self,
        const NazarExpressionNode *node,
        Totals                    *totals)
{
  g_auto (NazarValue) value = { 0 };

  evaluate (self, node->left, &value);
  if (value.kind == NAZAR_VALUE_UNKNOWN)
    return FALSE;

  if (value.kind != NAZAR_VALUE_LIST)
    add_to_totals (totals, &value);
  for (guint i = 0; value.list != NULL && i < value.list->len; i++)
    add_to_totals (totals, &g_array_index (value.list, NazarValue, i));

  return TRUE;
}

static void
evaluate_totals (const Evaluator           *self,
                 const NazarExpressionNode *node,
                 NazarValue                *value)
{
  Totals totals = { 0 };

  for (const NazarExpressionNode *argument = node; argument != NULL; argument = argument->right)
    if (!add_up (self, argument, &totals))
      return;

  if (node->op == NAZAR_OP_COUNT)
    nazar_value_set_number (value, totals.n);
  else if (totals.n > 0 && !totals.unknown)
    nazar_value_set_number (value, node->op == NAZAR_OP_SUM   ? totals.sum
                                   : node->op == NAZAR_OP_MIN ? totals.min
                                                              : totals.max);
}

static void
evaluate_one (const Evaluator           *self,
              const NazarExpressionNode *node,
              NazarValue                *value)
{
  g_auto (NazarValue) inner = { 0 };
  double number;

  evaluate (self, node->left, &inner);
  if (node->op == NAZAR_OP_NOT && inner.kind == NAZAR_VALUE_TRUTH)
    nazar_value_set_truth (value, !inner.truth);
  else if (node->op == NAZAR_OP_NEGATIVE && to_number (&inner, &number))
    nazar_value_set_number (value, -number);
}

static void
evaluate (const Evaluator           *self,
          const NazarExpressionNode *node,
          NazarValue                *value)
{
  switch (node->op)
    {
    case NAZAR_OP_REFERENCE:
      self->resolve (node->text, value, self->data);
      break;
    case NAZAR_OP_TEXT:
      nazar_value_set_text (value, node->text);
      break;
    case NAZAR_OP_NUMBER:
      nazar_value_set_number (value, node->number);
      break;
    case NAZAR_OP_TRUTH:
      nazar_value_set_truth (value, node->number != 0);
      break;
    case NAZAR_OP_OR:
    case NAZAR_OP_AND:
      evaluate_logic (self, node, value);
      break;
    case NAZAR_OP_SELECTED:
      evaluate_selected (self, node, value);
      break;
    case NAZAR_OP_NOT:
    case NAZAR_OP_NEGATIVE:
      evaluate_one (self, node, value);
      break;
    case NAZAR_OP_SUM:
    case NAZAR_OP_COUNT:
    case NAZAR_OP_MIN:
    case NAZAR_OP_MAX:
      evaluate_totals (self, node, value);
      break;
    case NAZAR_OP_ADD:
    case NAZAR_OP_SUBTRACT:
    case NAZAR_OP_MULTIPLY:
    case NAZAR_OP_DIVIDE:
    case NAZAR_OP_REMAINDER:
      evaluate_arithmetic (self, node, value);
      break;
    case NAZAR_OP_EQUAL:
    case NAZAR_OP_UNEQUAL:
    case NAZAR_OP_LESS:
    case NAZAR_OP_AT_MOST:
    case NAZAR_OP_MORE:
    case NAZAR_OP_AT_LEAST:
      evaluate_comparison (self, node, value);
      break;
    case NAZAR_OP_ARGUMENT:
    default:
      g_return_if_reached ();
    }
}

/**
 * nazar_expression_evaluate:
 * @self: an expression
 * @resolve: (scope call): gives the values of references
 * @data: for @resolve
 * @value: (out caller-allocates): what it gives; to be cleared
 *
 * Numbers that are too large, and divisions by zero, are unknown.
 */
void
nazar_expression_evaluate (const NazarExpression *self,
                           NazarResolveFunc       resolve,
                           gpointer               data,
                           NazarValue            *value)
{
  const Evaluator evaluator = { resolve, data };

  g_return_if_fail (self != NULL);
  g_return_if_fail (resolve != NULL);
  g_return_if_fail (value != NULL);

  memset (value, 0, sizeof *value);
  evaluate (&evaluator, self->root, value);
}

/**
 * nazar_value_clear:
 * @self: a value
 *
 * Frees what it holds; it is unknown afterwards.
 */
void
nazar_value_clear (NazarValue *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_clear_pointer (&self->list, g_array_unref);
  memset (self, 0, sizeof *self);
}

/**
 * nazar_value_set_text:
 * @self: a value
 * @text: (nullable): its text; %NULL for unknown
 */
void
nazar_value_set_text (NazarValue *self,
                      const char *text)
{
  nazar_value_clear (self);
  self->kind = text != NULL ? NAZAR_VALUE_TEXT : NAZAR_VALUE_UNKNOWN;
  self->text = g_strdup (text);
}

/**
 * nazar_value_set_number:
 * @self: a value
 * @number: its number; what is not finite is unknown
 */
void
nazar_value_set_number (NazarValue *self,
                        double      number)
{
  nazar_value_clear (self);
  if (!isfinite (number))
    return;

  self->kind = NAZAR_VALUE_NUMBER;
  self->number = number;
}

/**
 * nazar_value_set_truth:
 * @self: a value
 * @truth: whether it is true
 */
void
nazar_value_set_truth (NazarValue *self,
                       gboolean    truth)
{
  nazar_value_clear (self);
  self->kind = NAZAR_VALUE_TRUTH;
  self->truth = truth;
}

static void
clear_element (gpointer data)
{
  nazar_value_clear (data);
}

/**
 * nazar_value_append:
 * @self: a list, or an unknown value, which becomes an empty list
 *
 * Returns: (transfer none): a new unknown value at its end, which is good until the
 *   next one is appended
 */
NazarValue *
nazar_value_append (NazarValue *self)
{
  if (self->list == NULL)
    {
      nazar_value_clear (self);
      self->kind = NAZAR_VALUE_LIST;
      self->list = g_array_new (FALSE, TRUE, sizeof (NazarValue));
      g_array_set_clear_func (self->list, clear_element);
    }

  g_array_set_size (self->list, self->list->len + 1);
  return &g_array_index (self->list, NazarValue, self->list->len - 1);
}

/**
 * nazar_number_from_text:
 * @text: (nullable): text
 * @number: (out): the number
 *
 * Returns: whether @text is digits with perhaps a minus before and a point in them
 */
gboolean
nazar_number_from_text (const char *text,
                        double     *number)
{
  const char *p = text;
  gsize digits, decimals = 1;

  if (text == NULL || strlen (text) > MAX_NUMBER_BYTES)
    return FALSE;

  p += *p == '-';
  digits = strspn (p, "0123456789");
  p += digits;
  if (*p == '.')
    {
      decimals = strspn (p + 1, "0123456789");
      p += 1 + decimals;
    }
  if (digits == 0 || decimals == 0 || *p != '\0')
    return FALSE;

  *number = g_ascii_strtod (text, NULL);
  return isfinite (*number);
}

/**
 * nazar_number_to_text:
 * @number: a finite number
 *
 * Returns: (transfer full): its digits, at most six after the point
 */
char *
nazar_number_to_text (double number)
{
  char text[MAX_NUMBER_BYTES];
  gsize length;

  g_return_val_if_fail (isfinite (number), NULL);

  g_ascii_formatd (text, sizeof text, DECIMALS, number);
  length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  length -= text[length - 1] == '.';
  text[length] = '\0';

  return g_strdup (strcmp (text, "-0") != 0 ? text : "0");
}
