/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-field.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NAZAR_TYPE_RECORD (nazar_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (NazarRecord, nazar_record, NAZAR, RECORD, GObject)

/**
 * NazarRecordInfo:
 * @name: name of the type in tables, JSON and on the command line
 * @label: English name of one record, for people
 * @plural: English name of several
 * @fields: the one table of its fields
 * @n_fields: their number, at most 64
 * @computed: (nullable): fields that the store computes (src/store/queries/computed.sql)
 * @n_computed: their number
 * @names: (nullable): the fields by which people call such a record, the best first;
 *   ends with %NULL
 *
 * What the whole program knows of a kind of record.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *plural;
  const NazarField *fields;
  guint n_fields;
  const NazarField *computed;
  guint n_computed;
  const char *const *names;
} NazarRecordInfo;

struct _NazarRecordClass
{
  GObjectClass parent_class;

  const NazarRecordInfo *info;
  GParamSpec **properties;

  /* The line by which people know the record; %NULL when it has none yet. */
  char *(*dup_title) (NazarRecord *self);

  /* (nullable): a sentence where a value that is right by itself does not go with the
   * others or with today. */
  char *(*dup_problem) (NazarRecord      *self,
                        const NazarField *field,
                        const char       *value);

  /* (nullable): whether the words of a searchable field are worth finding. */
  gboolean (*is_searched) (NazarRecord      *self,
                           const NazarField *field,
                           const char       *value);
};

void                   nazar_record_class_install_fields (NazarRecordClass      *klass,
                                                          const NazarRecordInfo *info);

const GType           *nazar_record_types           (guint              *n_types);
GType                  nazar_record_type_from_name  (const char         *name);
const NazarRecordInfo *nazar_record_info            (GType               type);
const char            *nazar_record_type_label      (GType               type);
const char            *nazar_record_type_plural     (GType               type);
const NazarField      *nazar_record_info_find       (const NazarRecordInfo *info,
                                                     const char            *name,
                                                     guint                 *index);
const NazarField      *nazar_record_info_find_computed (const NazarRecordInfo *info,
                                                        const char            *name);
const NazarField      *nazar_record_info_owner      (const NazarRecordInfo *info);

NazarRecord           *nazar_record_new             (GType               type,
                                                     const char         *id);
NazarRecord           *nazar_record_copy            (NazarRecord        *self);
const NazarRecordInfo *nazar_record_get_info        (NazarRecord        *self);
const char            *nazar_record_get_id          (NazarRecord        *self);
gint64                 nazar_record_get_n           (NazarRecord        *self);
const char            *nazar_record_get             (NazarRecord        *self,
                                                     const char         *field);
const char            *nazar_record_get_at          (NazarRecord        *self,
                                                     guint               index);
gboolean               nazar_record_get_flag        (NazarRecord        *self,
                                                     const char         *field);
GStrv                  nazar_record_get_strv        (NazarRecord        *self,
                                                     const char         *field);
void                   nazar_record_set             (NazarRecord        *self,
                                                     const char         *field,
                                                     const char         *value);
void                   nazar_record_set_at          (NazarRecord        *self,
                                                     guint               index,
                                                     const char         *value);
void                   nazar_record_set_strv        (NazarRecord        *self,
                                                     const char         *field,
                                                     const char *const  *strv);
gboolean               nazar_record_enter           (NazarRecord        *self,
                                                     const char         *field,
                                                     const char         *input,
                                                     GError            **error);
void                   nazar_record_set_author_language (NazarRecord    *self);
char                  *nazar_record_dup_title       (NazarRecord        *self);
char                  *nazar_record_dup_problem     (NazarRecord        *self,
                                                     const char         *field);
GPtrArray             *nazar_record_missing         (NazarRecord        *self);

/* For the store. */
void                   nazar_record_set_n           (NazarRecord        *self,
                                                     gint64              n);
guint64                nazar_record_get_dirty       (NazarRecord        *self);
void                   nazar_record_set_dirty       (NazarRecord        *self,
                                                     guint64             dirty);
void                   nazar_record_set_clean       (NazarRecord        *self);

G_END_DECLS
