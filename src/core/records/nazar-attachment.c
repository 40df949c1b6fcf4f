/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* A document or photograph kept inside the register, as part of any record (DOMAIN.md).
 * Its bytes stand in the table `blob` under their SHA-256 (nazar-blob.h). */
struct _NazarAttachment
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarAttachment, nazar_attachment, NAZAR_TYPE_RECORD)

static const NazarField fields[] = {
  { "record", NAZAR_KIND_REFERENCE, NC_ ("field", "Belongs to"), NULL,
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_OWNER, .target = NAZAR_ANY_RECORD },
  { "interview", NAZAR_KIND_REFERENCE, NC_ ("field", "Interview"), N_ ("Whose data it is."), 0, .target = "interview" },
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_SPEAKER },
  { "media_type", NAZAR_KIND_TEXT, NC_ ("field", "Type"), NULL, NAZAR_FIELD_REQUIRED },
  { "size", NAZAR_KIND_INTEGER, NC_ ("field", "Size"), N_ ("In bytes."), NAZAR_FIELD_REQUIRED },
  { "sha256", NAZAR_KIND_TEXT, NC_ ("field", "SHA-256"), NULL, NAZAR_FIELD_REQUIRED },
  { "caption", NAZAR_KIND_TEXT, NC_ ("field", "Caption"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "personal", NAZAR_KIND_FLAG, NC_ ("field", "Personal"), N_ ("Shows or names somebody: it stays in the register."), 0 },
  { "added", NAZAR_KIND_MOMENT, NC_ ("field", "Added"), NULL, 0 },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
};

static const char *const names[] = { "name", NULL };

static const NazarRecordInfo info = {
  "attachment", NC_ ("record", "File"), NC_ ("record", "Files"),
  fields, G_N_ELEMENTS (fields), NULL, 0, names
};

static char *
nazar_attachment_dup_title (NazarRecord *record)
{
  const char *caption = nazar_record_get (record, "caption");

  return g_strdup (caption != NULL ? caption : nazar_record_get (record, "name"));
}

static void
nazar_attachment_class_init (NazarAttachmentClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_attachment_dup_title;
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_attachment_init (NazarAttachment *self)
{
}
