/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"

G_BEGIN_DECLS

struct _NazarImportPlan
{
  GObject parent_instance;

  const NazarImporter *importer;
  char *name;
  char *charset;
  char *text;
  gsize length;
  GPtrArray *items;     /* of NazarImportItem */
  GPtrArray *sources;   /* of NazarImportItem */
  GPtrArray *terms;     /* of NazarImportItem */
  GPtrArray *warnings;  /* of sentences */
  GHashTable *term_ids; /* vocabulary and label → id */
  GHashTable *remap;    /* id in the plan → id in the register */

  NazarRecord *chosen_source; /* (nullable): what the user chose in the review */
  gboolean source_is_chosen;
};

void nazar_import_plan_remap_record (NazarImportPlan *self,
                                     NazarRecord     *record);

G_END_DECLS
