/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-vocabulary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NazarFieldKind:
 *
 * What a field holds. A value is always its canonical text, or %NULL while it
 * is unset; the kind says how that text is spelled and shown:
 *
 * - text, long text: as written
 * - date: `2019-03-14`, `2019-03`, `2019`, each perhaps with `~` (about)
 * - moment: `2019-03-14T21:04:00Z`
 * - integer: decimal digits
 * - decimal: a number with a point, such as `42.8746`
 * - flag: `1` or `0`
 * - choice: the id of a choice of the vocabulary
 * - reference: the id of a record of the type @target
 * - texts, choices, references: a JSON array of strings without repeats
 * - structures: a JSON array of objects with the fields of a table of their own
 */
typedef enum
{
  NAZAR_KIND_TEXT,
  NAZAR_KIND_LONG_TEXT,
  NAZAR_KIND_DATE,
  NAZAR_KIND_MOMENT,
  NAZAR_KIND_INTEGER,
  NAZAR_KIND_DECIMAL,
  NAZAR_KIND_FLAG,
  NAZAR_KIND_CHOICE,
  NAZAR_KIND_REFERENCE,
  NAZAR_KIND_TEXTS,
  NAZAR_KIND_CHOICES,
  NAZAR_KIND_REFERENCES,
  NAZAR_KIND_STRUCTURES,
} NazarFieldKind;

/**
 * NazarFieldFlags:
 * @NAZAR_FIELD_REQUIRED: a record without it is not complete (storing is never refused)
 * @NAZAR_FIELD_SEARCHABLE: its words are found by the search
 * @NAZAR_FIELD_TRANSLATABLE: translators work on it
 * @NAZAR_FIELD_SPEAKER: shows who spoke; leaves the register only by consent
 * @NAZAR_FIELD_OFFICIAL: names persons in office; never goes to the public
 * @NAZAR_FIELD_STAFF: names the monitors; never goes to the public
 * @NAZAR_FIELD_OWNER: the record belongs to the one referred to and is deleted with it
 */
typedef enum
{
  NAZAR_FIELD_REQUIRED = 1 << 0,
  NAZAR_FIELD_SEARCHABLE = 1 << 1,
  NAZAR_FIELD_TRANSLATABLE = 1 << 2,
  NAZAR_FIELD_SPEAKER = 1 << 3,
  NAZAR_FIELD_OFFICIAL = 1 << 4,
  NAZAR_FIELD_STAFF = 1 << 5,
  NAZAR_FIELD_OWNER = 1 << 6,
} NazarFieldFlags;

#define NAZAR_FIELD_PERSONAL (NAZAR_FIELD_SPEAKER | NAZAR_FIELD_OFFICIAL | NAZAR_FIELD_STAFF)

/** The target of a reference to a record of any kind but a file: a file belongs to no file. */
#define NAZAR_ANY_RECORD "*"

typedef struct _NazarField NazarField;

/**
 * NazarField:
 * @name: identifier in tables, JSON and on the command line
 * @kind: what it holds
 * @label: English label for people
 * @hint: (nullable): what to enter, in a sentence
 * @flags: #NazarFieldFlags
 * @vocabulary: (nullable): for choices
 * @target: (nullable): the record type referred to, or %NAZAR_ANY_RECORD
 * @scope: (nullable): for references to terms: the vocabulary of the terms
 * @fields: (nullable): the table of a structure's own fields
 * @n_fields: their number
 * @maximum: for integers: the largest that is believed; 0 where none is known
 */
struct _NazarField
{
  const char *name;
  NazarFieldKind kind;
  const char *label;
  const char *hint;
  guint flags;
  const NazarVocabulary *vocabulary;
  const char *target;
  const char *scope;
  const NazarField *fields;
  guint n_fields;
  gint64 maximum;
};

/**
 * NazarAudience:
 *
 * For whom something leaves the register.
 */
typedef enum
{
  NAZAR_AUDIENCE_NONE,
  NAZAR_AUDIENCE_AUTHORITY,
  NAZAR_AUDIENCE_PUBLIC,
} NazarAudience;

#define NAZAR_FIELD_ERROR (nazar_field_error_quark ())
GQuark nazar_field_error_quark (void);

typedef enum
{
  NAZAR_FIELD_ERROR_INVALID,
} NazarFieldError;

const char *nazar_field_label        (const NazarField  *field);
const char *nazar_field_hint         (const NazarField  *field);
gboolean    nazar_field_is_set       (const NazarField  *field);
gboolean    nazar_field_is_reference (const NazarField  *field);
gboolean    nazar_field_is_text      (const NazarField  *field);
gboolean    nazar_field_is_number    (const NazarField  *field);
gboolean    nazar_field_may_refer_to (const NazarField  *field,
                                      const char        *type);
gboolean    nazar_field_may_leave    (const NazarField  *field,
                                      NazarAudience      audience);
char       *nazar_field_redact       (const NazarField  *field,
                                      const char        *value,
                                      NazarAudience      audience);
gboolean    nazar_audience_from_name (const char        *name,
                                      NazarAudience     *audience);
const char *nazar_audience_name      (NazarAudience      audience);
char       *nazar_field_normalize    (const NazarField  *field,
                                      const char        *input,
                                      GError           **error);
char       *nazar_field_display      (const NazarField  *field,
                                      const char        *value);

GStrv       nazar_strv_from_json     (const char        *value);
char       *nazar_strv_to_json       (const char *const *strv);
gboolean    nazar_strv_holds         (const char *const *strv,
                                      const char        *word);

G_END_DECLS
