/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-connection.h"
#include "nazar-record.h"

G_BEGIN_DECLS

/**
 * NazarSearchHit:
 * @type: name of the record's type
 * @id: its id
 * @title: its title
 * @text: the whole of its text
 * @exact: whether the words themselves were found, not only their stems
 */
typedef struct
{
  char *type;
  char *id;
  char *title;
  char *text;
  gboolean exact;
} NazarSearchHit;

gboolean   nazar_search_check        (NazarConnection  *connection,
                                      char            **problem,
                                      GError          **error);
GPtrArray *nazar_search_find         (NazarConnection  *connection,
                                      const char       *typed,
                                      gboolean          personal,
                                      guint             limit,
                                      GError          **error);
char      *nazar_search_expression   (const char       *typed,
                                      gboolean          personal);
void       nazar_search_hit_free     (NazarSearchHit   *hit);

G_END_DECLS
