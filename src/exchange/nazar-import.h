/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-encoding.h"
#include "nazar-store.h"

G_BEGIN_DECLS

#define NAZAR_IMPORT_ERROR (nazar_import_error_quark ())
GQuark nazar_import_error_quark (void);

typedef enum
{
  NAZAR_IMPORT_ERROR_UNREADABLE,
  NAZAR_IMPORT_ERROR_UNKNOWN_KIND,
  NAZAR_IMPORT_ERROR_NOTHING_FOUND,
  NAZAR_IMPORT_ERROR_TOO_LARGE,
  NAZAR_IMPORT_ERROR_OTHER_PROGRAM,
  NAZAR_IMPORT_ERROR_NEWER,
  NAZAR_IMPORT_ERROR_USAGE,
} NazarImportError;

/** Called from the thread that reads; @fraction is from 0 to 1. */
typedef void (*NazarProgressFunc) (double   fraction,
                                   gpointer user_data);

/**
 * NazarImportState:
 * @NAZAR_IMPORT_NEW: not in the register yet
 * @NAZAR_IMPORT_KNOWN: in the register already
 * @NAZAR_IMPORT_UNITED: the same as an earlier item of this file, and joined with it
 * @NAZAR_IMPORT_REFUSED: cannot be stored; the doubt says why
 */
typedef enum
{
  NAZAR_IMPORT_NEW,
  NAZAR_IMPORT_KNOWN,
  NAZAR_IMPORT_UNITED,
  NAZAR_IMPORT_REFUSED,
} NazarImportState;

/* ---- one item that was found ---------------------------------------------- */

#define NAZAR_TYPE_IMPORT_ITEM (nazar_import_item_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportItem, nazar_import_item, NAZAR, IMPORT_ITEM, GObject)

/**
 * NazarImportDifference:
 * @field: a field in which a known record and the file differ
 * @value: (nullable): what the file has
 * @fills: whether the register has nothing there (or the response is pending), so
 *   that it is taken unasked
 */
typedef struct
{
  const NazarField *field;
  char *value;
  gboolean fills;
} NazarImportDifference;

struct _NazarImportItem
{
  GObject parent_instance;

  NazarRecord *record;    /* what would be stored; edited in the review */
  NazarRecord *known;     /* (nullable): the record in the register, as it is there */
  GPtrArray *differences; /* (nullable) of NazarImportDifference, for a known record */
  NazarImportState state;
  gboolean take;    /* FALSE: left out */
  gboolean update;  /* take what differs, too */
  char *doubt;      /* (nullable): why it is doubtful, a sentence */
  GBytes *content;  /* (nullable): of an attachment */
  guint page;       /* 0: none */
  guint line;       /* 0: none */
  gsize start, end; /* bytes of the plan's text that it came from */
};

NazarImportItem *nazar_import_item_new (NazarRecord *record);

/* ---- all that was found in a file ------------------------------------------ */

#define NAZAR_TYPE_IMPORT_PLAN (nazar_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (NazarImportPlan, nazar_import_plan, NAZAR, IMPORT_PLAN, GObject)

/**
 * NazarImportCounts:
 *
 * read = new + known + united + left_out, always.
 */
typedef struct
{
  guint read;
  guint fresh;
  guint known;
  guint united;
  guint left_out;
  guint doubtful;
  guint differing;
} NazarImportCounts;

NazarImportPlan   *nazar_import_read             (NazarStore          *store,
                                                  const char          *path,
                                                  const char          *kind,
                                                  GHashTable          *options,
                                                  NazarProgressFunc    progress,
                                                  gpointer             progress_data,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
NazarImportPlan   *nazar_import_read_bytes       (NazarStore          *store,
                                                  const char          *name,
                                                  GBytes              *bytes,
                                                  GError             **error);
const char        *nazar_import_plan_get_kind    (NazarImportPlan     *self);
const char        *nazar_import_plan_get_kind_label (NazarImportPlan  *self);
const char        *nazar_import_plan_get_name    (NazarImportPlan     *self);
const char        *nazar_import_plan_get_text    (NazarImportPlan     *self,
                                                  gsize               *length);
const char        *nazar_import_plan_get_charset (NazarImportPlan     *self);
GPtrArray         *nazar_import_plan_get_items   (NazarImportPlan     *self);
/* The sources that items stand in: items themselves, with `known` where the register has them. */
GPtrArray         *nazar_import_plan_get_sources (NazarImportPlan     *self);
GPtrArray         *nazar_import_plan_get_warnings (NazarImportPlan    *self);
GStrv              nazar_import_plan_dup_states  (NazarImportPlan     *self);
NazarImportCounts  nazar_import_plan_count       (NazarImportPlan     *self);
gboolean           nazar_import_plan_set_source  (NazarImportPlan     *self,
                                                  NazarStore          *store,
                                                  NazarRecord         *source,
                                                  GError             **error);
gboolean           nazar_import_plan_match       (NazarImportPlan     *self,
                                                  NazarStore          *store,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
gboolean           nazar_import_plan_join        (NazarImportPlan     *self,
                                                  guint                index);
gboolean           nazar_import_plan_split       (NazarImportPlan     *self,
                                                  guint                index,
                                                  gsize                offset);
gboolean           nazar_import_plan_store       (NazarImportPlan     *self,
                                                  NazarStore          *store,
                                                  NazarProgressFunc    progress,
                                                  gpointer             progress_data,
                                                  GCancellable        *cancellable,
                                                  GError             **error);

/* ---- kinds ------------------------------------------------------------------ */

/**
 * NazarImportInput:
 * @path: the file
 * @bytes: its bytes
 * @charset: (nullable): the charset of the text; chosen by the user or recognised
 * @text: (nullable): the bytes as UTF-8, where the file is a text
 * @length: the text's bytes
 * @options: names and values from the command line or the review
 */
typedef struct
{
  const char *path;
  GBytes *bytes;
  char *charset;
  char *text;
  gsize length;
  GHashTable *options;
  NazarProgressFunc progress;
  gpointer progress_data;
} NazarImportInput;

/**
 * NazarImporter:
 * @kind: its name on the command line (`--as`)
 * @label: English name for people
 * @recognise: whether the input is of this kind
 * @read: adds what the input holds to a plan
 *
 * One kind of file. They stand in one table in nazar-import.c.
 */
typedef struct
{
  const char *kind;
  const char *label;
  gboolean (*recognise) (const NazarImportInput *input);
  gboolean (*read) (const NazarImportInput *input,
                    NazarImportPlan        *plan,
                    GCancellable           *cancellable,
                    GError                **error);
} NazarImporter;

extern const NazarImporter nazar_importer_json;
extern const NazarImporter nazar_importer_facility;
extern const NazarImporter nazar_importer_upr_info;
extern const NazarImporter nazar_importer_report;

/* For importers. */
NazarRecord *nazar_import_plan_add_source (NazarImportPlan *self,
                                           NazarRecord     *source);
const char  *nazar_import_plan_add_term   (NazarImportPlan *self,
                                           const char      *vocabulary,
                                           const char      *label,
                                           const char      *language);
const char  *nazar_import_plan_add_body   (NazarImportPlan *self,
                                           const char      *name);
void         nazar_import_plan_add_item   (NazarImportPlan *self,
                                           NazarImportItem *item);
void         nazar_import_plan_add_warning (NazarImportPlan *self,
                                            const char      *sentence);

G_END_DECLS
