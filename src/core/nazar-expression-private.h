/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-expression.h"

G_BEGIN_DECLS

struct _NazarExpression
{
  char *text;
  GPtrArray *nodes; /* owns them */
  NazarExpressionNode *root;
  GStrv references;
};

G_END_DECLS
