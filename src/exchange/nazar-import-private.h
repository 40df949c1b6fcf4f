/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-import.h"
#include "nazar-json.h"

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
  GPtrArray *terms;     /* of NazarImportItem: terms, and bodies that items refer to */
  GPtrArray *warnings;  /* of sentences */
  GHashTable *term_ids; /* vocabulary and label, or a body’s name → id */
  GHashTable *remap;    /* id in the plan → id in the register */

  NazarRecord *chosen_source; /* (nullable): what the user chose in the review */
  gboolean source_is_chosen;
};

void nazar_import_item_refuse       (NazarImportItem *item,
                                     const char      *sentence);
void nazar_import_item_doubt        (NazarImportItem *item,
                                     const char      *sentence);
void nazar_import_answers_check     (NazarImportPlan *plan,
                                     NazarConnection *connection);
void nazar_import_plan_remap_record (NazarImportPlan *self,
                                     NazarRecord     *record);

/* The content of attachments (nazar-import-content.c). */
void     nazar_import_content_read    (NazarImportItem  *item,
                                       JsonNode         *node);
gboolean nazar_import_content_find    (NazarImportItem  *item,
                                       NazarConnection  *connection,
                                       GError          **error);
void     nazar_import_content_require (NazarImportItem  *item);
gboolean nazar_import_content_store   (NazarImportItem  *item,
                                       NazarRecord      *record,
                                       NazarStore       *store,
                                       gboolean         *stored,
                                       GError          **error);

G_END_DECLS
