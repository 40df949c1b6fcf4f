/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* An authority or organisation (DOMAIN.md, "body"). Its name is data with dates:
 * bodies are renamed and their functions pass to others. */
struct _NazarBody
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarBody, nazar_body, NAZAR_TYPE_RECORD)

static const NazarField former_name_fields[] = {
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "until", NAZAR_KIND_DATE, NC_ ("field", "Until"), NULL, 0 },
};

static const NazarField fields[] = {
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "former_names", NAZAR_KIND_STRUCTURES, NC_ ("field", "Former names"), NULL, NAZAR_FIELD_SEARCHABLE,
    .fields = former_name_fields, .n_fields = G_N_ELEMENTS (former_name_fields) },
  { "parent", NAZAR_KIND_REFERENCE, NC_ ("field", "Part of"), NULL, 0, .target = "body" },
  { "kind", NAZAR_KIND_CHOICE, NC_ ("field", "Kind"), NULL, 0, .vocabulary = &nazar_vocabulary_body_kind },
  { "address", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Address"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "notes", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Notes"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
};

static const char *const names[] = { "name", NULL };

static const NazarRecordInfo info = {
  "body", NC_ ("record", "Body"), NC_ ("record", "Bodies"), fields, G_N_ELEMENTS (fields), NULL, 0, names
};

static char *
nazar_body_dup_title (NazarRecord *record)
{
  return g_strdup (nazar_record_get (record, "name"));
}

static void
nazar_body_class_init (NazarBodyClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_body_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_body_init (NazarBody *self)
{
}
