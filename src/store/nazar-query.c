/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-query.h"

#include "nazar-search-index.h"
#include "nazar-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (nazar-query-error-quark, nazar_query_error)

typedef struct
{
  const NazarField *field;
  char *value; /* NULL: unset */
} Filter;

/* Which records of a kind, in which order: made from the field table, run as one
 * SELECT of row numbers. Filters of one field are alternatives; those of several
 * must all hold. */
struct _NazarQuery
{
  GType type;
  GPtrArray *filters;
  char *search;
  gboolean personal;
  const NazarField *sort;
  gboolean descending;
};

static void
filter_free (Filter *filter)
{
  g_free (filter->value);
  g_free (filter);
}

/**
 * nazar_query_new:
 * @type: the kind of record
 *
 * Returns: (transfer full): a query for all of them, in the order of entry
 */
NazarQuery *
nazar_query_new (GType type)
{
  NazarQuery *self = g_new0 (NazarQuery, 1);

  self->type = type;
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) filter_free);
  return self;
}

/**
 * nazar_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same query
 */
NazarQuery *
nazar_query_copy (NazarQuery *self)
{
  NazarQuery *copy = nazar_query_new (self->type);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const Filter *filter = g_ptr_array_index (self->filters, i);
      Filter *twin = g_new0 (Filter, 1);

      twin->field = filter->field;
      twin->value = g_strdup (filter->value);
      g_ptr_array_add (copy->filters, twin);
    }
  copy->search = g_strdup (self->search);
  copy->personal = self->personal;
  copy->sort = self->sort;
  copy->descending = self->descending;
  return copy;
}

/**
 * nazar_query_free:
 * @self: (transfer full): a query
 */
void
nazar_query_free (NazarQuery *self)
{
  g_ptr_array_unref (self->filters);
  g_free (self->search);
  g_free (self);
}

/**
 * nazar_query_get_record_type:
 * @self: a query
 *
 * Returns: the kind of record
 */
GType
nazar_query_get_record_type (NazarQuery *self)
{
  return self->type;
}

static const NazarField *
find_field (NazarQuery *self,
            const char *name)
{
  const NazarRecordInfo *info = nazar_record_info (self->type);
  const NazarField *field = nazar_record_info_find (info, name, NULL);

  return field != NULL ? field : nazar_record_info_find_computed (info, name);
}

static char *
normalize_interval (const NazarField  *field,
                    const char        *value,
                    GError           **error)
{
  g_auto (GStrv) ends = g_strsplit (value, "/", 2);

  for (guint i = 0; ends[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      char *date = g_str_equal (ends[i], "..") ? g_strdup ("..") : nazar_field_normalize (field, ends[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      g_free (ends[i]);
      ends[i] = date != NULL ? date : g_strdup ("..");
    }

  return g_strjoinv ("/", ends);
}

/* A whole year or month is a filter on every date within it; so is an interval. */
static char *
normalize_filter (const NazarField  *field,
                  const char        *value,
                  GError           **error)
{
  if (nazar_field_is_set (field) || field->kind == NAZAR_KIND_REFERENCE)
    return g_strdup (*value != '\0' ? value : NULL);
  if (field->kind == NAZAR_KIND_DATE && strchr (value, '/') != NULL)
    return normalize_interval (field, value, error);

  return nazar_field_normalize (field, value, error);
}

/**
 * nazar_query_add_filter:
 * @self: a query
 * @field: name of a field, stored or computed
 * @value: (nullable): what it must be; for a set, what it must hold; for a
 *   reference, an id, or the title or symbol of what is referred to; for a date,
 *   perhaps a year or month; empty: that it is unset
 * @error: return location for a #NazarQueryError or #NazarFieldError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_query_add_filter (NazarQuery  *self,
                        const char  *field,
                        const char  *value,
                        GError     **error)
{
  const NazarField *found = find_field (self, field);
  g_autoptr (GError) local_error = NULL;
  Filter *filter;
  char *wanted;

  if (found == NULL)
    {
      g_set_error (error, NAZAR_QUERY_ERROR, NAZAR_QUERY_ERROR_UNKNOWN_FIELD,
                   /* Translators: the name of a kind of record and of a field. */
                   _("Records of the kind %s have no field “%s”."), nazar_record_info (self->type)->name, field);
      return FALSE;
    }

  wanted = normalize_filter (found, value != NULL ? value : "", &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  filter = g_new0 (Filter, 1);
  filter->field = found;
  filter->value = wanted;
  g_ptr_array_add (self->filters, filter);
  return TRUE;
}

/**
 * nazar_query_set_search:
 * @self: a query
 * @typed: (nullable): words that must be found in a record or in what belongs to it
 */
void
nazar_query_set_search (NazarQuery *self,
                        const char *typed)
{
  g_free (self->search);
  self->search = g_strdup (typed);
}

/**
 * nazar_query_set_personal:
 * @self: a query
 * @personal: whether the search looks into personal fields, too
 */
void
nazar_query_set_personal (NazarQuery *self,
                          gboolean    personal)
{
  self->personal = personal;
}

/**
 * nazar_query_set_sort:
 * @self: a query
 * @field: (nullable): name of a field; %NULL for the order of entry
 * @descending: whether the last comes first
 *
 * Returns: %FALSE where there is no such field
 */
gboolean
nazar_query_set_sort (NazarQuery *self,
                      const char *field,
                      gboolean    descending)
{
  const NazarField *found = field != NULL ? find_field (self, field) : NULL;

  if (field != NULL && found == NULL)
    return FALSE;

  self->sort = found;
  self->descending = descending;
  return TRUE;
}

/* The kind of record that a reference leads to; NULL where it may be any. */
static const NazarRecordInfo *
find_target (const NazarField *field)
{
  GType type = nazar_record_type_from_name (field->target);

  return type != G_TYPE_INVALID ? nazar_record_info (type) : NULL;
}

/* By id, or by what people call the record referred to. */
static void
append_reference (GString          *sql,
                  const NazarField *field,
                  const char       *column,
                  guint             place)
{
  const NazarRecordInfo *target = find_target (field);

  if (target == NULL || target->names == NULL)
    {
      g_string_append_printf (sql, "%s = ?%u", column, place);
      return;
    }

  g_string_append_printf (sql, "%s IN (SELECT id FROM %s WHERE id = ?%u", column, target->name, place);
  for (guint i = 0; target->names[i] != NULL; i++)
    g_string_append_printf (sql, " OR %s = ?%u", target->names[i], place);
  g_string_append_c (sql, ')');
}

static gboolean
needs_value (const Filter *filter)
{
  return filter->value != NULL && filter->field->kind != NAZAR_KIND_FLAG;
}

/* Between two dates, of which either may be open (EDTF: 2024-01/2025, ../2024-11). Of
 * partial dates the first possible day counts. */
static void
append_interval (GString    *sql,
                 const char *column,
                 guint       place)
{
  g_autofree char *from = g_strdup_printf ("substr (?%u, 1, instr (?%u, '/') - 1)", place, place);
  g_autofree char *to = g_strdup_printf ("substr (?%u, instr (?%u, '/') + 1)", place, place);

  g_string_append_printf (sql, "((%s = '..' OR rtrim (%s, '~') >= %s) AND (%s = '..' OR substr (%s, 1, length (%s)) <= %s))", from,
                          column, from, to, column, to, to);
}

static void
append_condition (GString      *sql,
                  const Filter *filter,
                  guint         place)
{
  const NazarField *field = filter->field;
  g_autofree char *column = g_strconcat ("v.\"", field->name, "\"", NULL);

  if (field->kind == NAZAR_KIND_FLAG)
    g_string_append_printf (sql, "coalesce (%s, 0) = %d", column, g_strcmp0 (filter->value, "1") == 0);
  else if (filter->value == NULL)
    g_string_append_printf (sql, "%s IS NULL", column);
  else if (field->kind == NAZAR_KIND_DATE && strchr (filter->value, '/') != NULL)
    append_interval (sql, column, place);
  else if (field->kind == NAZAR_KIND_DATE)
    g_string_append_printf (sql, "(%s = ?%u OR rtrim (%s, '~') = ?%u OR %s LIKE ?%u || '-%%')", column, place, column, place,
                            column, place);
  else if (nazar_field_is_number (field))
    g_string_append_printf (sql, "CAST (%s AS NUMERIC) = CAST (?%u AS NUMERIC)", column, place);
  else if (field->kind == NAZAR_KIND_REFERENCE)
    append_reference (sql, field, column, place);
  else if (nazar_field_is_set (field))
    {
      g_string_append_printf (sql, "EXISTS (SELECT 1 FROM json_each (%s) e WHERE ", column);
      if (field->kind == NAZAR_KIND_REFERENCES)
        append_reference (sql, field, "e.value", place);
      else
        g_string_append_printf (sql, "e.value = ?%u", place);
      g_string_append_c (sql, ')');
    }
  else
    g_string_append_printf (sql, "%s = ?%u", column, place);
}

/* The parameters come in the order in which they are appended to @values. */
static void
append_filters (NazarQuery *self,
                GString    *sql,
                GPtrArray  *values)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const Filter *first = g_ptr_array_index (self->filters, i);
      const char *glue = " AND (";

      if (!g_hash_table_add (done, (gpointer) first->field))
        continue;

      for (guint j = i; j < self->filters->len; j++)
        {
          const Filter *filter = g_ptr_array_index (self->filters, j);

          if (filter->field != first->field)
            continue;
          if (needs_value (filter))
            g_ptr_array_add (values, filter->value);
          g_string_append (sql, glue);
          append_condition (sql, filter, values->len);
          glue = " OR ";
        }
      g_string_append_c (sql, ')');
    }
}

/* Whether anything that is asked for is computed: the view costs more than the table. */
static gboolean
needs_view (NazarQuery *self)
{
  const NazarRecordInfo *info = nazar_record_info (self->type);
  gboolean needed = self->sort != NULL && nazar_record_info_find_computed (info, self->sort->name) != NULL;

  for (guint i = 0; i < self->filters->len; i++)
    {
      const Filter *filter = g_ptr_array_index (self->filters, i);

      needed = needed || nazar_record_info_find_computed (info, filter->field->name) != NULL;
    }

  return needed;
}

/* By what people call the records referred to. */
static void
append_reference_order (NazarQuery *self,
                        GString    *sql,
                        const char *direction)
{
  const NazarRecordInfo *target = find_target (self->sort);

  if (target == NULL || target->names == NULL)
    {
      g_string_append_printf (sql, " ORDER BY v.\"%s\" %s NULLS LAST, v.n", self->sort->name, direction);
      return;
    }

  g_string_append (sql, " ORDER BY (SELECT coalesce (NULL");
  for (guint i = 0; target->names[i] != NULL; i++)
    g_string_append_printf (sql, ", x.%s", target->names[i]);
  g_string_append_printf (sql, ") FROM %s x WHERE x.id = v.\"%s\") COLLATE NAZAR %s NULLS LAST, v.n", target->name,
                          self->sort->name, direction);
}

static void
append_order (NazarQuery *self,
              GString    *sql)
{
  const char *direction = self->descending ? "DESC" : "ASC";

  if (self->sort->kind == NAZAR_KIND_DATE)
    g_string_append_printf (sql, " ORDER BY rtrim (v.\"%s\", '~') %s NULLS LAST, v.n", self->sort->name, direction);
  else if (self->sort->kind == NAZAR_KIND_CHOICE)
    {
      /* In the order of the vocabulary. */
      g_string_append_printf (sql, " ORDER BY CASE v.\"%s\"", self->sort->name);
      for (guint i = 0; i < self->sort->vocabulary->n_choices; i++)
        g_string_append_printf (sql, " WHEN '%s' THEN %u", self->sort->vocabulary->choices[i].id, i);
      g_string_append_printf (sql, " END %s NULLS LAST, v.n", direction);
    }
  else if (nazar_field_is_number (self->sort) || self->sort->kind == NAZAR_KIND_FLAG)
    g_string_append_printf (sql, " ORDER BY v.\"%s\" %s NULLS LAST, v.n", self->sort->name, direction);
  else if (self->sort->kind == NAZAR_KIND_REFERENCE)
    append_reference_order (self, sql, direction);
  else if (strcmp (self->sort->name, "title") == 0 && nazar_record_info_find (nazar_record_info (self->type), "text", NULL) != NULL)
    g_string_append_printf (sql, " ORDER BY coalesce (v.title, v.text) COLLATE NAZAR %s NULLS LAST, v.n", direction);
  else
    g_string_append_printf (sql, " ORDER BY v.\"%s\" COLLATE NAZAR %s NULLS LAST, v.n", self->sort->name, direction);
}

static char *
make_expression (NazarQuery *self)
{
  return self->search != NULL ? nazar_search_expression (self->search, self->personal) : NULL;
}

static NazarStatement *
prepare (NazarQuery       *self,
         NazarConnection  *connection,
         const char       *columns,
         gboolean          ordered,
         GError          **error)
{
  const NazarRecordInfo *info = nazar_record_info (self->type);
  g_autofree char *expression = make_expression (self);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GString) sql = g_string_new (NULL);
  NazarStatement *statement;

  g_string_append_printf (sql, "SELECT %s FROM %s%s v WHERE 1", columns, info->name, needs_view (self) ? "_view" : "");
  if (expression != NULL)
    {
      g_autofree char *numbers = nazar_search_numbers_sql (self->type);

      g_ptr_array_add (values, expression);
      g_string_append_printf (sql, " AND v.n IN (%s)", numbers);
    }
  append_filters (self, sql, values);
  if (ordered)
    append_order (self, sql);

  statement = nazar_connection_query (connection, error, sql->str, NULL);
  for (guint i = 0; statement != NULL && i < values->len; i++)
    nazar_statement_bind_text (statement, i + 1, g_ptr_array_index (values, i));
  return statement;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Ticks the numbers off in a row of bits, from which they are read in their order:
 * many times faster than to compare them. */
static void
sort_dense (GArray *numbers,
            gint64  max)
{
  gsize n_words = max / 64 + 1;
  g_autofree guint64 *bits = g_new0 (guint64, n_words);

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 n = g_array_index (numbers, gint64, i);

      bits[n / 64] |= G_GUINT64_CONSTANT (1) << (n % 64);
    }

  g_array_set_size (numbers, 0);
  for (gsize i = 0; i < n_words; i++)
    for (guint64 rest = bits[i]; rest != 0; rest &= rest - 1)
      {
        gint64 n = i * 64 + __builtin_ctzll (rest);

        g_array_append_val (numbers, n);
      }
}

static void
sort_sparse (GArray *numbers)
{
  guint n_kept = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 || g_array_index (numbers, gint64, i) != g_array_index (numbers, gint64, n_kept - 1))
      g_array_index (numbers, gint64, n_kept++) = g_array_index (numbers, gint64, i);
  g_array_set_size (numbers, n_kept);
}

static void
reverse (GArray *numbers)
{
  for (guint i = 0; i < numbers->len / 2; i++)
    {
      gint64 *first = &g_array_index (numbers, gint64, i);
      gint64 *last = &g_array_index (numbers, gint64, numbers->len - 1 - i);
      gint64 n = *first;

      *first = *last;
      *last = n;
    }
}

/* The order of entry, each number once. To sort here leaves it to SQLite to find
 * the rows in whatever order is the fastest. */
static void
sort_numbers (GArray   *numbers,
              gboolean  descending)
{
  gint64 min = 0, max = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      min = MIN (min, g_array_index (numbers, gint64, i));
      max = MAX (max, g_array_index (numbers, gint64, i));
    }

  if (min >= 0 && max / 64 < (gint64) numbers->len + 100000)
    sort_dense (numbers, max);
  else
    sort_sparse (numbers);

  if (descending)
    reverse (numbers);
}

static GArray *
read_numbers (NazarStatement  *row,
              GError         **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  while (nazar_statement_step (row, &local_error))
    {
      gint64 n = nazar_statement_int (row, 0);

      g_array_append_val (numbers, n);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&numbers);
}

/**
 * nazar_query_run:
 * @self: a query
 * @connection: a connection
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the numbers of the
 *   records in their order
 */
GArray *
nazar_query_run (NazarQuery       *self,
                 NazarConnection  *connection,
                 GError          **error)
{
  g_autofree char *expression = self->filters->len == 0 && self->sort == NULL ? make_expression (self) : NULL;
  g_autoptr (NazarStatement) row = NULL;
  GArray *numbers;

  if (expression != NULL)
    {
      /* What every key typed asks for. */
      numbers = nazar_search_numbers (connection, self->type, expression, error);
    }
  else
    {
      row = prepare (self, connection, "v.n", self->sort != NULL, error);
      numbers = row != NULL ? read_numbers (row, error) : NULL;
    }

  if (numbers != NULL && self->sort == NULL)
    sort_numbers (numbers, self->descending);
  return numbers;
}

/**
 * nazar_query_count:
 * @self: a query
 * @connection: a connection
 * @count: (out): how many records there are
 * @error: return location for a #NazarStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_query_count (NazarQuery       *self,
                   NazarConnection  *connection,
                   gint64           *count,
                   GError          **error)
{
  g_autoptr (NazarStatement) row = prepare (self, connection, "count (*)", FALSE, error);

  if (row == NULL || !nazar_statement_step (row, error))
    return FALSE;

  *count = nazar_statement_int (row, 0);
  return TRUE;
}

/**
 * nazar_query_values:
 * @connection: a connection
 * @type: a kind of record
 * @n: a record's number
 * @error: return location for a #NazarStoreError
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the computed
 *   fields of the record by their names; those that are unset are left out
 */
GHashTable *
nazar_query_values (NazarConnection  *connection,
                    GType             type,
                    gint64            n,
                    GError          **error)
{
  const NazarRecordInfo *info = nazar_record_info (type);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GString) sql = g_string_new ("SELECT 1");
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  if (info->n_computed == 0)
    return g_steal_pointer (&values);

  for (guint i = 0; i < info->n_computed; i++)
    g_string_append_printf (sql, ", \"%s\"", info->computed[i].name);
  g_string_append_printf (sql, " FROM %s_view WHERE n = ?", info->name);

  row = nazar_connection_query (connection, error, sql->str, "i", n);
  if (row == NULL)
    return NULL;

  if (nazar_statement_step (row, &local_error))
    for (guint i = 0; i < info->n_computed; i++)
      if (!nazar_statement_is_null (row, i + 1))
        g_hash_table_insert (values, (gpointer) info->computed[i].name, g_strdup (nazar_statement_text (row, i + 1)));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&values);
}
