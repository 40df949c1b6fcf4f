/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The expressions of questionnaires: conditions, constraints, calculations. A
 * subset of what XLSForm writes:
 *
 *     ${13} = 'no' and (${held} > ${visit.capacity} or not(selected(${14}, 'window')))
 *     . <= ${visit.held}                 . is the value that is being checked
 *     sum(${cells.people}) div count(${cells.people})
 *
 * What is not answered yet is unknown, and so is what follows from it; `and`, `or`
 * and `not` are SQL's. */

#define NAZAR_EXPRESSION_ERROR (nazar_expression_error_quark ())
GQuark nazar_expression_error_quark (void);

/**
 * NazarExpressionError:
 * @NAZAR_EXPRESSION_ERROR_SYNTAX: cannot be read
 * @NAZAR_EXPRESSION_ERROR_KIND: a condition where a number is needed, or the like
 * @NAZAR_EXPRESSION_ERROR_SIZE: too long or too deeply nested
 */
typedef enum
{
  NAZAR_EXPRESSION_ERROR_SYNTAX,
  NAZAR_EXPRESSION_ERROR_KIND,
  NAZAR_EXPRESSION_ERROR_SIZE,
} NazarExpressionError;

typedef enum
{
  NAZAR_VALUE_UNKNOWN,
  NAZAR_VALUE_TEXT,
  NAZAR_VALUE_NUMBER,
  NAZAR_VALUE_TRUTH,
  NAZAR_VALUE_LIST,
} NazarValueKind;

/**
 * NazarValue:
 * @kind: what it holds; zeroed memory is unknown
 * @truth: of a truth
 * @number: of a number; always finite
 * @text: of a text
 * @list: (element-type NazarValue): of a list: the choices ticked, or a column's cells
 *
 * What an expression works on. It owns its text and list.
 */
typedef struct
{
  NazarValueKind kind;
  gboolean truth;
  double number;
  char *text;
  GArray *list;
} NazarValue;

/** The value that `.` stands for is asked for under this name. */
#define NAZAR_EXPRESSION_SELF "."

/**
 * NazarResolveFunc:
 * @name: what stands between the braces, or %NAZAR_EXPRESSION_SELF
 * @value: (out): its value; unknown when the function leaves it alone
 * @data: as given to nazar_expression_evaluate()
 */
typedef void (*NazarResolveFunc) (const char *name,
                                  NazarValue *value,
                                  gpointer    data);

typedef enum
{
  NAZAR_OP_REFERENCE, /* text: the name, NAZAR_EXPRESSION_SELF for . */
  NAZAR_OP_TEXT,      /* text */
  NAZAR_OP_NUMBER,    /* number */
  NAZAR_OP_TRUTH,     /* number: 1 or 0 */
  NAZAR_OP_OR,        /* those from here on: left, right */
  NAZAR_OP_AND,
  NAZAR_OP_EQUAL,
  NAZAR_OP_UNEQUAL,
  NAZAR_OP_LESS,
  NAZAR_OP_AT_MOST,
  NAZAR_OP_MORE,
  NAZAR_OP_AT_LEAST,
  NAZAR_OP_ADD,
  NAZAR_OP_SUBTRACT,
  NAZAR_OP_MULTIPLY,
  NAZAR_OP_DIVIDE,
  NAZAR_OP_REMAINDER,
  NAZAR_OP_SELECTED, /* selected (left, right) */
  NAZAR_OP_NOT,      /* those from here on: left only */
  NAZAR_OP_NEGATIVE,
  NAZAR_OP_SUM,      /* several things in one of these: linked by right, an ARGUMENT */
  NAZAR_OP_COUNT,
  NAZAR_OP_MIN,
  NAZAR_OP_MAX,
  NAZAR_OP_ARGUMENT, /* left: what is meant; right: (nullable): the next ARGUMENT */
} NazarOp;

/**
 * NazarExpressionNode:
 * @op: what it does
 * @column: where it stands in the text, in characters from 1
 * @text: (nullable): of a reference or a text
 * @number: of a number or a truth
 * @left: (nullable): the first operand
 * @right: (nullable): the second
 *
 * A read expression, for those who look at its shape.
 */
typedef struct _NazarExpressionNode NazarExpressionNode;

struct _NazarExpressionNode
{
  NazarOp op;
  guint column;
  char *text;
  double number;
  NazarExpressionNode *left;
  NazarExpressionNode *right;
};

/** What an expression gives, as far as its text alone tells. */
typedef enum
{
  NAZAR_EXPRESSION_CONDITION, /* true, false or unknown */
  NAZAR_EXPRESSION_NUMBER,    /* a number or unknown */
} NazarExpressionKind;

typedef struct _NazarExpression NazarExpression;

/**
 * NazarDescribeFunc:
 * @name: a reference
 * @value: (nullable): a constant that it is compared with; %NULL: say what the
 *   reference itself is called
 * @data: as given to nazar_expression_dup_words()
 *
 * Returns: (transfer full) (nullable): words, such as `13` and `“no”`; %NULL where
 *   it cannot be said
 */
typedef char *(*NazarDescribeFunc) (const char *name,
                                    const char *value,
                                    gpointer    data);

NazarExpression           *nazar_expression_parse          (const char            *text,
                                                            NazarExpressionKind    kind,
                                                            GError               **error);
void                       nazar_expression_free           (NazarExpression       *self);
const char                *nazar_expression_get_text       (const NazarExpression *self);
const NazarExpressionNode *nazar_expression_get_root       (const NazarExpression *self);
const char *const         *nazar_expression_get_references (const NazarExpression *self);
void                       nazar_expression_evaluate       (const NazarExpression *self,
                                                            NazarResolveFunc       resolve,
                                                            gpointer               data,
                                                            NazarValue            *value);
char                      *nazar_expression_dup_words      (const NazarExpression *self,
                                                            const char            *language,
                                                            NazarDescribeFunc      describe,
                                                            gpointer               data);

void                       nazar_value_clear               (NazarValue            *self);
void                       nazar_value_set_text            (NazarValue            *self,
                                                            const char            *text);
void                       nazar_value_set_number          (NazarValue            *self,
                                                            double                 number);
void                       nazar_value_set_truth           (NazarValue            *self,
                                                            gboolean               truth);
NazarValue                *nazar_value_append              (NazarValue            *self);

gboolean                   nazar_number_from_text          (const char            *text,
                                                            double                *number);
char                      *nazar_number_to_text            (double                 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NazarExpression, nazar_expression_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NazarValue, nazar_value_clear)

G_END_DECLS
