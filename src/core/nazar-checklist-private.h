/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-checklist.h"

G_BEGIN_DECLS

/* What a questionnaire consists of, for the files that read, link and answer it.
 *
 * Its questions, areas and the figures of a visit are the nodes of a graph, numbered
 * in this order. A question hangs on what its condition, its area, its calculation
 * and those of its columns refer to; nothing hangs on a constraint, which is why two
 * numbers may check each other. */

#define NAZAR_NO_NODE G_MAXUINT

/**
 * NazarLinks:
 * @first: for each node, where its targets begin; one more at the end
 * @targets: the nodes that hang on a node
 */
typedef struct
{
  guint *first;
  guint *targets;
} NazarLinks;

struct _NazarChecklist
{
  gatomicrefcount references;
  GStringChunk *strings; /* ids and the like */
  char *id;
  char *series;
  guint version;
  NazarTexts title;
  NazarTexts introduction;
  GStrv facility_kinds;
  GStrv checked_languages;
  GStrv complete_languages;
  NazarArea *areas;
  guint n_areas;
  NazarQuestion *questions;
  guint n_questions;
  guint n_asked;
  GHashTable *areas_by_id;
  GHashTable *questions_by_id;

  guint n_nodes;
  NazarLinks uses;   /* of states and values */
  NazarLinks checks; /* of constraints */
  guint *order;      /* all nodes, each after those that it hangs on */
  guint *rank;       /* a node's place in the order */
};

/**
 * NazarFault:
 * @area: (nullable): where it is
 * @question: (nullable): where it is
 * @column: (nullable): where it is
 * @member: (nullable): the member of the file, such as shown_if
 * @code: what kind of fault
 * @reason: (nullable): a sentence; %NULL where there is no fault
 */
typedef struct
{
  const NazarArea *area;
  const NazarQuestion *question;
  const NazarQuestion *column;
  const char *member;
  NazarChecklistError code;
  char *reason;
} NazarFault;

NazarChecklist *nazar_checklist_new        (void);
gboolean        nazar_checklist_link       (NazarChecklist       *self,
                                            NazarFault           *fault);
guint           nazar_checklist_find_node  (const NazarChecklist *self,
                                            const char           *name,
                                            const NazarQuestion **column);

G_END_DECLS
