/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-expression.h"

#include "nazar-words.h"

#include <glib/gi18n-lib.h>

/* Conditions as sentences for paper. Only what people can follow while they walk
 * through a prison: things compared with constants, joined by and and or. */

typedef struct
{
  const NazarWords *words;
  NazarDescribeFunc describe;
  gpointer data;
} Writer;

static char *write_node (const Writer              *self,
                         const NazarExpressionNode *node,
                         gboolean                   negated);

static NazarOp
negate (NazarOp op)
{
  switch (op)
    {
    case NAZAR_OP_EQUAL:
      return NAZAR_OP_UNEQUAL;
    case NAZAR_OP_UNEQUAL:
      return NAZAR_OP_EQUAL;
    case NAZAR_OP_LESS:
      return NAZAR_OP_AT_LEAST;
    case NAZAR_OP_AT_MOST:
      return NAZAR_OP_MORE;
    case NAZAR_OP_MORE:
      return NAZAR_OP_AT_MOST;
    case NAZAR_OP_AT_LEAST:
    default:
      return NAZAR_OP_LESS;
    }
}

/* 5 < 13 is 13 > 5. */
static NazarOp
mirror (NazarOp op)
{
  switch (op)
    {
    case NAZAR_OP_LESS:
      return NAZAR_OP_MORE;
    case NAZAR_OP_AT_MOST:
      return NAZAR_OP_AT_LEAST;
    case NAZAR_OP_MORE:
      return NAZAR_OP_LESS;
    case NAZAR_OP_AT_LEAST:
      return NAZAR_OP_AT_MOST;
    default:
      return op;
    }
}

/* (transfer full) (nullable): the text of a constant, as a value is stored */
static char *
dup_constant (const NazarExpressionNode *node)
{
  if (node->op == NAZAR_OP_TEXT)
    return g_strdup (node->text);
  if (node->op == NAZAR_OP_NUMBER)
    return nazar_number_to_text (node->number);
  if (node->op == NAZAR_OP_NEGATIVE && node->left->op == NAZAR_OP_NUMBER)
    return nazar_number_to_text (-node->left->number);

  return NULL;
}

static char *
write_comparison (const Writer              *self,
                  const NazarExpressionNode *node,
                  gboolean                   negated)
{
  gboolean mirrored = node->left->op != NAZAR_OP_REFERENCE;
  const NazarExpressionNode *reference = mirrored ? node->right : node->left;
  NazarOp op = mirrored ? mirror (node->op) : node->op;
  g_autofree char *constant = dup_constant (mirrored ? node->left : node->right);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (reference->op != NAZAR_OP_REFERENCE || constant == NULL)
    return NULL;
  name = self->describe (reference->text, NULL, self->data);
  value = self->describe (reference->text, constant, self->data);
  if (name == NULL || value == NULL)
    return NULL;

  switch (negated ? negate (op) : op)
    {
    /* Translators: parts of rules on a printed questionnaire, such as: 13 is “no”. */
    case NAZAR_OP_EQUAL:
      return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s is %s")), name, value);
    case NAZAR_OP_UNEQUAL:
      return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s is not %s")), name, value);
    case NAZAR_OP_LESS:
      return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s is less than %s")), name, value);
    case NAZAR_OP_AT_MOST:
      return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s is at most %s")), name, value);
    case NAZAR_OP_MORE:
      return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s is more than %s")), name, value);
    case NAZAR_OP_AT_LEAST:
    default:
      return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s is at least %s")), name, value);
    }
}

static char *
write_selected (const Writer              *self,
                const NazarExpressionNode *node,
                gboolean                   negated)
{
  g_autofree char *name = self->describe (node->left->text, NULL, self->data);
  g_autofree char *value = self->describe (node->left->text, node->right->text, self->data);

  if (name == NULL || value == NULL)
    return NULL;
  if (negated)
    return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s does not include %s")), name, value);

  return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s includes %s")), name, value);
}

/* "Either or" inside "and" stands in brackets. */
static char *
write_part (const Writer              *self,
            const NazarExpressionNode *node,
            gboolean                   negated,
            NazarOp                    outer)
{
  g_autofree char *part = write_node (self, node, negated);

  while (node->op == NAZAR_OP_NOT)
    {
      node = node->left;
      negated = !negated;
    }
  if (part != NULL && outer == NAZAR_OP_AND && node->op == (negated ? NAZAR_OP_AND : NAZAR_OP_OR))
    return g_strdup_printf ("(%s)", part);

  return g_steal_pointer (&part);
}

static char *
write_logic (const Writer              *self,
             const NazarExpressionNode *node,
             gboolean                   negated)
{
  NazarOp op = negated == (node->op == NAZAR_OP_AND) ? NAZAR_OP_OR : NAZAR_OP_AND;
  g_autofree char *left = write_part (self, node->left, negated, op);
  g_autofree char *right = left != NULL ? write_part (self, node->right, negated, op) : NULL;

  if (right == NULL)
    return NULL;
  if (op == NAZAR_OP_AND)
    return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s and %s")), left, right);

  return g_strdup_printf (nazar_words_context (self->words, "rule", NC_ ("rule", "%s or %s")), left, right);
}

static char *
write_node (const Writer              *self,
            const NazarExpressionNode *node,
            gboolean                   negated)
{
  switch (node->op)
    {
    case NAZAR_OP_OR:
    case NAZAR_OP_AND:
      return write_logic (self, node, negated);
    case NAZAR_OP_NOT:
      return write_node (self, node->left, !negated);
    case NAZAR_OP_SELECTED:
      return write_selected (self, node, negated);
    case NAZAR_OP_EQUAL:
    case NAZAR_OP_UNEQUAL:
    case NAZAR_OP_LESS:
    case NAZAR_OP_AT_MOST:
    case NAZAR_OP_MORE:
    case NAZAR_OP_AT_LEAST:
      return write_comparison (self, node, negated);
    default:
      return NULL;
    }
}

/**
 * nazar_expression_dup_words:
 * @self: a condition
 * @language: one of the five ids
 * @describe: (scope call): says what a reference and its values are called
 * @data: for @describe
 *
 * Returns: (transfer full) (nullable): the condition in words, without a full stop:
 *   "13 is “no” and 14 is more than 3"; %NULL where it is not simple enough
 */
char *
nazar_expression_dup_words (const NazarExpression *self,
                            const char            *language,
                            NazarDescribeFunc      describe,
                            gpointer               data)
{
  const Writer writer = { nazar_words_for (language), describe, data };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (describe != NULL, NULL);

  return write_node (&writer, nazar_expression_get_root (self), FALSE);
}
