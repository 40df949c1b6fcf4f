/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A document or plan that recommendations stand in (DOMAIN.md, "source"). */
struct _NazarSource
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarSource, nazar_source, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "mechanism", NAZAR_KIND_CHOICE, NC_ ("field", "Mechanism"), NULL, NAZAR_FIELD_REQUIRED,
    .vocabulary = &nazar_vocabulary_mechanism },
  { "committee", NAZAR_KIND_CHOICE, NC_ ("field", "Committee"), N_ ("Only for treaty bodies."), 0,
    .vocabulary = &nazar_vocabulary_committee },
  { "state_concerned", NAZAR_KIND_TEXT, NC_ ("field", "State concerned"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE },
  { "symbol", NAZAR_KIND_TEXT, NC_ ("field", "Symbol"), N_ ("As printed, such as A/HRC/15/2."), NAZAR_FIELD_SEARCHABLE },
  { "title", NAZAR_KIND_TEXT, NC_ ("field", "Title"), NULL,
    NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "cycle", NAZAR_KIND_TEXT, NC_ ("field", "Cycle"), NULL, 0 },
  { "session", NAZAR_KIND_TEXT, NC_ ("field", "Session"), NULL, 0 },
  { "date", NAZAR_KIND_DATE, NC_ ("field", "Date"), N_ ("A day, a month or a year."), 0 },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "url", NAZAR_KIND_TEXT, NC_ ("field", "Link"), NULL, 0 },
  { "body", NAZAR_KIND_REFERENCE, NC_ ("field", "Issued by"), NULL, 0, .target = "body" },
  { "notes", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Notes"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
};

/* Computed in src/store/queries/computed.sql. */
static const NazarField computed[] = {
  { "recommendations", NAZAR_KIND_INTEGER, NC_ ("field", "Recommendations"), NULL, 0 },
};

static const char *const names[] = { "title", "symbol", "state_concerned", NULL };

static const NazarRecordInfo info = {
  "source", NC_ ("record", "Source"), NC_ ("record", "Sources"),
  fields, G_N_ELEMENTS (fields), computed, G_N_ELEMENTS (computed), names
};

static char *
nazar_source_dup_title (NazarRecord *record)
{
  const char *title = nazar_record_get (record, "title");
  const char *symbol = nazar_record_get (record, "symbol");
  const char *state = nazar_record_get (record, "state_concerned");
  const char *session = nazar_record_get (record, "session");

  if (title != NULL)
    return g_strdup (title);
  if (symbol != NULL)
    return state != NULL ? g_strdup_printf ("%s, %s", symbol, state) : g_strdup (symbol);
  if (state != NULL && session != NULL)
    /* Translators: the name of a State and the number of a session. */
    return g_strdup_printf (_("%s, session %s"), state, session);

  return g_strdup (state);
}

static void
nazar_source_class_init (NazarSourceClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_source_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_source_init (NazarSource *self)
{
}
