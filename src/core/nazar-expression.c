/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-expression-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* From the text to the tree of nodes, by descent from the weakest operator to the
 * strongest. What each node gives (a condition, a number, a text) is checked on the
 * way, so that a condition is refused when the form is read and not in a prison. */

G_DEFINE_QUARK (nazar-expression-error-quark, nazar_expression_error)

#define MAX_BYTES 65536
#define MAX_NODES 1000
#define MAX_DEPTH 50

#define NO_BREAK_SPACE 0xA0

/* What a node gives, as far as the text tells. */
typedef enum
{
  GIVES_CONDITION,
  GIVES_NUMBER,
  GIVES_TEXT,
  GIVES_ANY, /* a reference */
} Gives;

typedef struct
{
  const char *text;
  const char *p;
  guint depth;
  GPtrArray *nodes;
  GError **error;
} Parser;

typedef struct
{
  const char *spelling;
  NazarOp op;
} Operator;

static const Operator or_operators[] = { { "or", NAZAR_OP_OR } };
static const Operator and_operators[] = { { "and", NAZAR_OP_AND } };
static const Operator equality_operators[] = { { "!=", NAZAR_OP_UNEQUAL }, { "=", NAZAR_OP_EQUAL } };
static const Operator order_operators[] = {
  { "<=", NAZAR_OP_AT_MOST },
  { ">=", NAZAR_OP_AT_LEAST },
  { "<", NAZAR_OP_LESS },
  { ">", NAZAR_OP_MORE },
};
static const Operator sum_operators[] = { { "+", NAZAR_OP_ADD }, { "-", NAZAR_OP_SUBTRACT } };
static const Operator product_operators[] = {
  { "*", NAZAR_OP_MULTIPLY },
  { "div", NAZAR_OP_DIVIDE },
  { "mod", NAZAR_OP_REMAINDER },
};

/* From the weakest; each binds what the next ones leave. */
static const struct
{
  const Operator *operators;
  guint n_operators;
} levels[] = {
  { or_operators, G_N_ELEMENTS (or_operators) },
  { and_operators, G_N_ELEMENTS (and_operators) },
  { equality_operators, G_N_ELEMENTS (equality_operators) },
  { order_operators, G_N_ELEMENTS (order_operators) },
  { sum_operators, G_N_ELEMENTS (sum_operators) },
  { product_operators, G_N_ELEMENTS (product_operators) },
};

static const Operator functions[] = {
  { "not", NAZAR_OP_NOT },
  { "selected", NAZAR_OP_SELECTED },
  { "true", NAZAR_OP_TRUTH },
  { "false", NAZAR_OP_TRUTH },
  { "sum", NAZAR_OP_SUM },
  { "count", NAZAR_OP_COUNT },
  { "min", NAZAR_OP_MIN },
  { "max", NAZAR_OP_MAX },
};

static NazarExpressionNode *parse_level (Parser *self,
                                         guint   level,
                                         Gives  *gives);

static guint
column_of (Parser     *self,
           const char *place)
{
  return (guint) g_utf8_pointer_to_offset (self->text, place) + 1;
}

/* The sentence begins with the place. */
G_GNUC_PRINTF (4, 5)
static gpointer
fail (Parser               *self,
      NazarExpressionError  code,
      const char           *place,
      const char           *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (self->error, NAZAR_EXPRESSION_ERROR, code,
               /* Translators: a place in an expression, counted in characters, then a sentence. */
               _("Character %u: %s"), column_of (self, place), reason);
  return NULL;
}

static gpointer
fail_here (Parser *self)
{
  const char *end = self->p;

  for (guint i = 0; i < 20 && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  if (*self->p == '\0')
    return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, self->p, _("The expression ends too early."));
  if (g_utf8_strchr ("‘’“”«»", -1, g_utf8_get_char (self->p)) != NULL)
    return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, self->p,
                 _("Texts stand between straight quotation marks ('), not between curved ones."));

  return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, self->p,
               /* Translators: %.*s is the text that follows. */
               _("“%.*s” is not expected here."), (int) (end - self->p), self->p);
}

static void
skip_space (Parser *self)
{
  while (g_ascii_isspace (*self->p) || g_utf8_get_char (self->p) == NO_BREAK_SPACE)
    self->p = g_utf8_next_char (self->p);
}

static NazarExpressionNode *
add_node (Parser              *self,
          NazarOp              op,
          const char          *place,
          NazarExpressionNode *left,
          NazarExpressionNode *right)
{
  NazarExpressionNode *node;

  if (self->nodes->len >= MAX_NODES)
    return fail (self, NAZAR_EXPRESSION_ERROR_SIZE, place, _("The expression has too many parts."));

  node = g_new0 (NazarExpressionNode, 1);
  node->op = op;
  node->column = column_of (self, place);
  node->left = left;
  node->right = right;
  g_ptr_array_add (self->nodes, node);
  return node;
}

/* Words end where no letter follows; a hyphen is part of one only before a letter. */
static gsize
name_length (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalpha (p[length]) || (length > 0 && (p[length] == '_' || g_ascii_isdigit (p[length]))) ||
         (length > 0 && p[length] == '-' && g_ascii_isalpha (p[length + 1])))
    length++;

  return length;
}

static gboolean
take (Parser     *self,
      const char *spelling)
{
  gsize length = strlen (spelling);

  skip_space (self);
  if (strncmp (self->p, spelling, length) != 0)
    return FALSE;
  if (g_ascii_isalpha (*spelling) && name_length (self->p) != length)
    return FALSE;

  self->p += length;
  return TRUE;
}

static gboolean
enter (Parser *self)
{
  if (++self->depth <= MAX_DEPTH)
    return TRUE;

  fail (self, NAZAR_EXPRESSION_ERROR_SIZE, self->p,
        /* Translators: %d is a number of levels. */
        _("The expression is nested more than %d levels deep."), MAX_DEPTH);
  return FALSE;
}

static gboolean
take_closing (Parser *self)
{
  if (take (self, ")"))
    return TRUE;

  if (*self->p == '\0')
    fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, self->p, _("A closing bracket is missing."));
  else
    fail_here (self);
  return FALSE;
}

static NazarExpressionNode *
parse_text (Parser *self,
            Gives  *gives)
{
  const char *start = self->p;
  const char *end = strchr (start + 1, *start);
  NazarExpressionNode *node;

  if (end == NULL)
    return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, start, _("The closing quotation mark is missing."));

  node = add_node (self, NAZAR_OP_TEXT, start, NULL, NULL);
  if (node != NULL)
    node->text = g_strndup (start + 1, end - start - 1);
  self->p = end + 1;
  *gives = GIVES_TEXT;
  return node;
}

static NazarExpressionNode *
parse_number (Parser *self,
              Gives  *gives)
{
  const char *start = self->p;
  g_autofree char *digits = NULL;
  NazarExpressionNode *node;

  while (g_ascii_isdigit (*self->p))
    self->p++;
  if (*self->p == '.')
    self->p++;
  while (g_ascii_isdigit (*self->p))
    self->p++;

  digits = g_strndup (start, self->p - start);
  node = add_node (self, NAZAR_OP_NUMBER, start, NULL, NULL);
  if (node == NULL)
    return NULL;

  node->number = g_ascii_strtod (digits, NULL);
  *gives = GIVES_NUMBER;
  if (!isfinite (node->number))
    return fail (self, NAZAR_EXPRESSION_ERROR_SIZE, start, _("This number is too large."));

  return node;
}

static NazarExpressionNode *
parse_reference (Parser *self,
                 Gives  *gives)
{
  const char *start = self->p;
  const char *end = strpbrk (start + 2, "}${'\"");
  g_autofree char *name = NULL;
  NazarExpressionNode *node;

  if (end == NULL || *end != '}')
    return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, start, _("The closing brace of the reference is missing."));

  name = g_strstrip (g_strndup (start + 2, end - start - 2));
  if (*name == '\0' || strcmp (name, NAZAR_EXPRESSION_SELF) == 0)
    return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, start, _("The reference names nothing."));

  node = add_node (self, NAZAR_OP_REFERENCE, start, NULL, NULL);
  if (node != NULL)
    node->text = g_steal_pointer (&name);
  self->p = end + 1;
  *gives = GIVES_ANY;
  return node;
}

static NazarExpressionNode *
parse_self (Parser *self,
            Gives  *gives)
{
  NazarExpressionNode *node = add_node (self, NAZAR_OP_REFERENCE, self->p, NULL, NULL);

  if (node != NULL)
    node->text = g_strdup (NAZAR_EXPRESSION_SELF);
  self->p++;
  *gives = GIVES_ANY;
  return node;
}

static NazarExpressionNode *
expect (Parser              *self,
        NazarExpressionNode *node,
        gboolean             met,
        const char          *place,
        const char          *sentence)
{
  return met ? node : fail (self, NAZAR_EXPRESSION_ERROR_KIND, place, "%s", sentence);
}

static NazarExpressionNode *
parse_selected (Parser     *self,
                const char *place)
{
  Gives left_gives = GIVES_ANY, right_gives = GIVES_ANY;
  NazarExpressionNode *left = parse_level (self, 0, &left_gives);
  NazarExpressionNode *right;

  if (left == NULL)
    return NULL;
  if (!take (self, ","))
    return fail_here (self);
  right = parse_level (self, 0, &right_gives);
  if (right == NULL)
    return NULL;
  if (left->op != NAZAR_OP_REFERENCE || right->op != NAZAR_OP_TEXT)
    return fail (self, NAZAR_EXPRESSION_ERROR_KIND, place,
                 _("A question and the id of an answer are expected, such as selected(${q}, 'a')."));

  return add_node (self, NAZAR_OP_SELECTED, place, left, right);
}

static NazarExpressionNode *
parse_not (Parser     *self,
           const char *place)
{
  Gives gives = GIVES_ANY;
  NazarExpressionNode *left = parse_level (self, 0, &gives);

  if (left == NULL ||
      !expect (self, left, gives == GIVES_CONDITION, place,
               _("A condition is expected in the brackets, such as ${q} = 'yes'.")))
    return NULL;

  return add_node (self, NAZAR_OP_NOT, place, left, NULL);
}

/* sum, count, min, max: of one thing or of several. */
static NazarExpressionNode *
parse_arguments (Parser     *self,
                 NazarOp     op,
                 const char *place)
{
  NazarExpressionNode *last = add_node (self, op, place, NULL, NULL);
  NazarExpressionNode *first = last;

  do
    {
      Gives gives = GIVES_ANY;
      const char *start = self->p;
      NazarExpressionNode *node = last != NULL ? parse_level (self, 0, &gives) : NULL;

      if (node == NULL ||
          !expect (self, node, gives == GIVES_NUMBER || gives == GIVES_ANY, start, _("A number is expected here.")))
        return NULL;
      if (last == first && last->left == NULL)
        {
          last->left = node;
          continue;
        }
      last->right = add_node (self, NAZAR_OP_ARGUMENT, start, node, NULL);
      last = last->right;
    }
  while (take (self, ","));

  return last != NULL ? first : NULL;
}

static NazarExpressionNode *
parse_inside (Parser     *self,
              NazarOp     op,
              const char *place,
              Gives      *gives)
{
  NazarExpressionNode *node;

  *gives = op == NAZAR_OP_SELECTED || op == NAZAR_OP_NOT || op == NAZAR_OP_TRUTH ? GIVES_CONDITION : GIVES_NUMBER;
  switch (op)
    {
    case NAZAR_OP_SELECTED:
      return parse_selected (self, place);
    case NAZAR_OP_NOT:
      return parse_not (self, place);
    case NAZAR_OP_TRUTH:
      node = add_node (self, op, place, NULL, NULL);
      if (node != NULL)
        node->number = *place == 't' ? 1 : 0;
      return node;
    default:
      return parse_arguments (self, op, place);
    }
}

static NazarExpressionNode *
parse_function (Parser *self,
                Gives  *gives)
{
  const char *start = self->p;
  gsize length = name_length (start);
  g_autofree char *name = g_strndup (start, length);
  NazarExpressionNode *node;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (strcmp (functions[i].spelling, name) != 0)
        continue;

      self->p += length;
      if (!take (self, "("))
        return fail_here (self);
      if (!enter (self))
        return NULL;
      node = parse_inside (self, functions[i].op, start, gives);
      self->depth--;
      return node != NULL && take_closing (self) ? node : NULL;
    }

  return fail (self, NAZAR_EXPRESSION_ERROR_SYNTAX, start,
               /* Translators: a word, then a list of words. */
               _("“%s” is not known. Texts stand between quotation marks ('), and the functions are %s."), name,
               "not, selected, true, false, sum, count, min, max");
}

static NazarExpressionNode *
parse_primary (Parser *self,
               Gives  *gives)
{
  const char *start;
  NazarExpressionNode *node;

  skip_space (self);
  start = self->p;
  if (*start == '\'' || *start == '"')
    return parse_text (self, gives);
  if (g_ascii_isdigit (*start) || (*start == '.' && g_ascii_isdigit (start[1])))
    return parse_number (self, gives);
  if (*start == '.')
    return parse_self (self, gives);
  if (strncmp (start, "${", 2) == 0)
    return parse_reference (self, gives);
  if (g_ascii_isalpha (*start))
    return parse_function (self, gives);
  if (*start != '(' && *start != '-')
    return fail_here (self);

  self->p++;
  if (!enter (self))
    return NULL;
  node = *start == '(' ? parse_level (self, 0, gives) : parse_primary (self, gives);
  self->depth--;
  if (node == NULL || (*start == '(' && !take_closing (self)))
    return NULL;
  if (*start == '(')
    return node;

  if (!expect (self, node, *gives == GIVES_NUMBER || *gives == GIVES_ANY, start, _("A number is expected after the minus.")))
    return NULL;
  *gives = GIVES_NUMBER;
  return add_node (self, NAZAR_OP_NEGATIVE, start, node, NULL);
}

static const Operator *
take_operator (Parser *self,
               guint   level)
{
  for (guint i = 0; i < levels[level].n_operators; i++)
    if (take (self, levels[level].operators[i].spelling))
      return &levels[level].operators[i];

  return NULL;
}

/* What may stand on both sides of an operator, and what it gives. */
static const char *
check_operands (NazarOp  op,
                Gives    left,
                Gives    right,
                Gives   *gives)
{
  gboolean conditions = left == GIVES_CONDITION && right == GIVES_CONDITION;
  gboolean values = left != GIVES_CONDITION && right != GIVES_CONDITION;

  *gives = op <= NAZAR_OP_AT_LEAST ? GIVES_CONDITION : GIVES_NUMBER;
  if (op == NAZAR_OP_OR || op == NAZAR_OP_AND)
    return conditions ? NULL : _("Conditions are expected on both sides, such as ${q} = 'yes'.");
  if (op == NAZAR_OP_EQUAL || op == NAZAR_OP_UNEQUAL)
    return conditions || values ? NULL : _("A condition cannot be compared with a value.");
  if (op <= NAZAR_OP_AT_LEAST)
    return values ? NULL : _("A condition is neither more nor less than something else.");

  return values && left != GIVES_TEXT && right != GIVES_TEXT ? NULL : _("Numbers are expected on both sides.");
}

static NazarExpressionNode *
parse_level (Parser *self,
             guint   level,
             Gives  *gives)
{
  NazarExpressionNode *left;

  if (level == G_N_ELEMENTS (levels))
    return parse_primary (self, gives);

  left = parse_level (self, level + 1, gives);
  while (left != NULL)
    {
      Gives right_gives = GIVES_ANY;
      const Operator *found = take_operator (self, level);
      const char *place, *sentence;
      NazarExpressionNode *right;

      if (found == NULL)
        break;

      place = self->p - strlen (found->spelling);
      right = parse_level (self, level + 1, &right_gives);
      if (right == NULL)
        return NULL;
      sentence = check_operands (found->op, *gives, right_gives, gives);
      if (sentence != NULL)
        return fail (self, NAZAR_EXPRESSION_ERROR_KIND, place, "%s", sentence);
      left = add_node (self, found->op, place, left, right);
    }

  return left;
}

static void
free_node (gpointer data)
{
  NazarExpressionNode *node = data;

  g_free (node->text);
  g_free (node);
}

static NazarExpressionNode *
parse_whole (Parser              *self,
             NazarExpressionKind  kind)
{
  Gives gives = GIVES_ANY;
  NazarExpressionNode *root = parse_level (self, 0, &gives);

  if (root == NULL)
    return NULL;
  skip_space (self);
  if (*self->p != '\0')
    return fail_here (self);
  if (kind == NAZAR_EXPRESSION_CONDITION && gives != GIVES_CONDITION)
    return fail (self, NAZAR_EXPRESSION_ERROR_KIND, self->text, _("A condition is expected, such as ${q} = 'yes'."));
  if (kind == NAZAR_EXPRESSION_NUMBER && gives != GIVES_NUMBER && gives != GIVES_ANY)
    return fail (self, NAZAR_EXPRESSION_ERROR_KIND, self->text, _("A number is expected, such as ${a} + ${b}."));

  return root;
}

static GStrv
list_references (GPtrArray *nodes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const NazarExpressionNode *node = g_ptr_array_index (nodes, i);

      if (node->op == NAZAR_OP_REFERENCE && g_hash_table_add (seen, node->text))
        g_strv_builder_add (builder, node->text);
    }

  return g_strv_builder_end (builder);
}

/**
 * nazar_expression_parse:
 * @text: the expression
 * @kind: what it must give
 * @error: return location for a #NazarExpressionError; its sentence begins with
 *   the place, in characters
 *
 * Returns: (transfer full) (nullable): the expression; %NULL on error
 */
NazarExpression *
nazar_expression_parse (const char           *text,
                        NazarExpressionKind   kind,
                        GError              **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (free_node);
  Parser parser = { text, text, 0, nodes, error };
  NazarExpressionNode *root;
  NazarExpression *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), NULL);

  if (strlen (text) > MAX_BYTES)
    return fail (&parser, NAZAR_EXPRESSION_ERROR_SIZE, text, _("The expression is too long."));

  root = parse_whole (&parser, kind);
  if (root == NULL)
    return NULL;

  self = g_new0 (NazarExpression, 1);
  self->text = g_strdup (text);
  self->root = root;
  self->references = list_references (nodes);
  self->nodes = g_steal_pointer (&nodes);
  return self;
}

/**
 * nazar_expression_free:
 * @self: (nullable): an expression
 */
void
nazar_expression_free (NazarExpression *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_strfreev (self->references);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

/**
 * nazar_expression_get_text:
 * @self: an expression
 *
 * Returns: (transfer none): it as it was written
 */
const char *
nazar_expression_get_text (const NazarExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * nazar_expression_get_root:
 * @self: an expression
 *
 * Returns: (transfer none): what stands at the top of its tree
 */
const NazarExpressionNode *
nazar_expression_get_root (const NazarExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/**
 * nazar_expression_get_references:
 * @self: an expression
 *
 * Returns: (transfer none): the names it refers to, each once, in no order that
 *   means anything; %NAZAR_EXPRESSION_SELF among them where `.` is used
 */
const char *const *
nazar_expression_get_references (const NazarExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->references;
}
