/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-list-layout.h"

#include <glib/gi18n-lib.h>

static const NazarColumnLayout recommendation_columns[] = {
  { "number", NAZAR_COLUMN_NUMBER, NULL, 80, 104, 0 },
  { "title", NAZAR_COLUMN_TITLE, NC_ ("column", "Text"), -1, 0, 0 },
  { "source", NAZAR_COLUMN_VALUE, NULL, 180, 0, 2 },
  /* Translators: the heads of two columns that hold icons only; as short as can be. */
  { "state_status", NAZAR_COLUMN_STATUS, NC_ ("column", "State"), 60, 168, 0 },
  { "independent_status", NAZAR_COLUMN_STATUS, NC_ ("column", "Monitors"), 84, 182, 0 },
  { "deadline", NAZAR_COLUMN_VALUE, NULL, 120, 0, 1 },
};
static const char *const recommendation_filters[] = {
  "source", "mechanism", "themes", "state_status", "independent_status", "differ", "body", "deadline", "response",
  "groups", "priority", "follow_up", NULL
};
static const char *const recommendation_sorts[] = {
  "number", "title", "source", "state_concerned", "session", "state_status", "independent_status", "deadline", "distance",
  NULL
};

static const NazarColumnLayout source_columns[] = {
  { "title", NAZAR_COLUMN_TITLE, NULL, -1, 0, 0 },
  { "mechanism", NAZAR_COLUMN_VALUE, NULL, 140, 190, 1 },
  { "state_concerned", NAZAR_COLUMN_VALUE, NC_ ("column", "State"), 130, 0, 3 },
  { "symbol", NAZAR_COLUMN_VALUE, NULL, 120, 150, 2 },
  { "date", NAZAR_COLUMN_VALUE, NULL, 100, 130, 0 },
  /* Translators: the number of recommendations, abbreviated; heads a narrow column. */
  { "recommendations", NAZAR_COLUMN_VALUE, NC_ ("column", "Recomm."), 80, 110, 0 },
};
static const char *const source_filters[] = { "mechanism", "committee", "date", "body", "language", NULL };
static const char *const source_sorts[] = {
  "title", "mechanism", "state_concerned", "symbol", "date", "recommendations", NULL
};

static const NazarColumnLayout body_columns[] = {
  { "name", NAZAR_COLUMN_TITLE, NULL, -1, 0, 0 },
  { "kind", NAZAR_COLUMN_VALUE, NULL, 150, 240, 0 },
};
static const char *const body_filters[] = { "kind", "parent", NULL };
static const char *const body_sorts[] = { "name", "kind", NULL };

static const NazarColumnLayout term_columns[] = {
  { "label", NAZAR_COLUMN_TITLE, NULL, -1, 0, 0 },
  { "vocabulary", NAZAR_COLUMN_VALUE, NULL, 150, 240, 0 },
};
static const char *const term_filters[] = { "vocabulary", "broader", NULL };
static const char *const term_sorts[] = { "label", "vocabulary", NULL };

static const NazarColumnLayout facility_columns[] = {
  { "name", NAZAR_COLUMN_TITLE, NULL, -1, 0, 0 },
  { "kind", NAZAR_COLUMN_VALUE, NULL, 150, 210, 1 },
  { "oblast", NAZAR_COLUMN_VALUE, NC_ ("column", "Oblast"), 100, 130, 2 },
  { "held", NAZAR_COLUMN_VALUE, NC_ ("column", "Held"), 80, 110, 2, "capacity" },
  { "last_visit", NAZAR_COLUMN_VALUE, NULL, 120, 150, 0 },
  /* Translators: the number of open recommendations; heads a narrow column. */
  { "open_recommendations", NAZAR_COLUMN_VALUE, NC_ ("column", "Open"), 70, 80, 3 },
};
static const char *const facility_filters[] = { "kind", "oblast", "authority", "last_visit", NULL };
static const char *const facility_sorts[] = {
  "name", "kind", "oblast", "capacity", "held", "last_visit", "open_recommendations", NULL
};

static const NazarColumnLayout visit_columns[] = {
  { "facility", NAZAR_COLUMN_TITLE, NULL, -1, 0, 0 },
  { "kind", NAZAR_COLUMN_VALUE, NULL, 130, 150, 1 },
  { "begin", NAZAR_COLUMN_VALUE, NULL, 120, 160, 0 },
  { "state", NAZAR_COLUMN_STATUS, NULL, 60, 140, 0 },
  { "interviews", NAZAR_COLUMN_VALUE, NULL, 90, 110, 2, "interviews_needed" },
  { "answered", NAZAR_COLUMN_VALUE, NULL, 90, 110, 2, "questions" },
};
static const char *const visit_filters[] = { "kind", "state", "facility", "facility_kind", "oblast", "begin", NULL };
static const char *const visit_sorts[] = { "begin", "facility", "kind", "state", "interviews", "answered", NULL };

#define COLUMNS(type) #type, type##_columns, G_N_ELEMENTS (type##_columns), type##_filters, type##_sorts

static const NazarListLayout layouts[] = {
  { COLUMNS (recommendation), 2, "" },
  { COLUMNS (facility), 2, "name" },
  { COLUMNS (visit), 2, "begin", TRUE, .is_whole = TRUE },
  { COLUMNS (source), 2, "" },
  { COLUMNS (body), 1, "" },
  { COLUMNS (term), 1, "" },
};

static const NazarListLayout *
find_layout (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (strcmp (layouts[i].type, nazar_record_info (type)->name) == 0)
      return &layouts[i];

  return NULL;
}

/**
 * nazar_list_layout:
 * @type: a kind of record that has a list of its own
 *
 * Returns: (transfer none): how its list looks
 */
const NazarListLayout *
nazar_list_layout (GType type)
{
  const NazarListLayout *layout = find_layout (type);

  g_return_val_if_fail (layout != NULL, &layouts[0]);

  return layout;
}

/**
 * nazar_list_is_listed:
 * @type: a kind of record
 *
 * Returns: whether it has a list of its own: others are seen with what they belong to
 */
gboolean
nazar_list_is_listed (GType type)
{
  return find_layout (type) != NULL;
}

/**
 * nazar_list_find_field:
 * @type: a kind of record
 * @name: name of a field, stored or computed
 *
 * Returns: (transfer none) (nullable): the field
 */
const NazarField *
nazar_list_find_field (GType       type,
                       const char *name)
{
  const NazarRecordInfo *info = nazar_record_info (type);
  const NazarField *field = nazar_record_info_find (info, name, NULL);

  return field != NULL ? field : nazar_record_info_find_computed (info, name);
}

/**
 * nazar_list_column_title:
 * @type: a kind of record
 * @column: a column of its list
 *
 * Returns: (transfer none): its header in the language of the program
 */
const char *
nazar_list_column_title (GType                    type,
                         const NazarColumnLayout *column)
{
  if (column->title != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title);

  return nazar_field_label (nazar_list_find_field (type, column->field));
}

/**
 * nazar_list_sort_title:
 * @type: a kind of record
 * @field: name of a field, or "" for the order of entry
 *
 * Returns: (transfer none): what sorting by it is called
 */
const char *
nazar_list_sort_title (GType       type,
                       const char *field)
{
  if (*field == '\0')
    return C_ ("sort", "Order of entry");
  if (strcmp (field, "distance") == 0)
    return C_ ("sort", "Distance between the tracks");

  return nazar_field_label (nazar_list_find_field (type, field));
}
