/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-population.h"

#include "nazar-json.h"

/* A count of -1 is not known; a cell without any number is not there. */
typedef struct
{
  char *sex;
  char *age;
  char *status;
  gint64 count;
  gint64 wrong_place;
} Cell;

struct _NazarPopulation
{
  GPtrArray *cells;
};

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->sex);
  g_free (cell->age);
  g_free (cell->status);
  g_free (cell);
}

static gint64
read_number (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : -1;
}

static Cell *
cell_new (const char *sex,
          const char *age,
          const char *status)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->sex = g_strdup (sex);
  cell->age = g_strdup (age);
  cell->status = g_strdup (status);
  cell->count = cell->wrong_place = -1;
  return cell;
}

/**
 * nazar_population_read:
 * @value: (nullable): the canonical text of a visit's population
 *
 * Returns: (transfer full): the table
 */
NazarPopulation *
nazar_population_read (const char *value)
{
  NazarPopulation *self = g_new0 (NazarPopulation, 1);
  g_autoptr (JsonNode) root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  self->cells = g_ptr_array_new_with_free_func (cell_free);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      Cell *cell = cell_new (json_object_get_string_member_with_default (object, "sex", NULL),
                             json_object_get_string_member_with_default (object, "age", NULL),
                             json_object_get_string_member_with_default (object, "status", NULL));

      cell->count = read_number (object, "count");
      cell->wrong_place = read_number (object, "wrong_place");
      g_ptr_array_add (self->cells, cell);
    }

  return self;
}

/**
 * nazar_population_free:
 * @self: (transfer full): a table
 */
void
nazar_population_free (NazarPopulation *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * nazar_population_is_empty:
 * @self: a table
 *
 * Returns: whether no number is in it
 */
gboolean
nazar_population_is_empty (NazarPopulation *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (((Cell *) g_ptr_array_index (self->cells, i))->count >= 0)
      return FALSE;

  return TRUE;
}

static gboolean
matches (const Cell *cell,
         const char *sex,
         const char *age,
         const char *status)
{
  return (sex == NULL || g_strcmp0 (cell->sex, sex) == 0) && (age == NULL || g_strcmp0 (cell->age, age) == 0) &&
         (status == NULL || g_strcmp0 (cell->status, status) == 0);
}

/**
 * nazar_population_sum:
 * @self: a table
 * @sex: (nullable): only of this sex
 * @age: (nullable): only of this age
 * @status: (nullable): only of this status
 *
 * Returns: how many are held
 */
gint64
nazar_population_sum (NazarPopulation *self,
                      const char      *sex,
                      const char      *age,
                      const char      *status)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      if (matches (cell, sex, age, status) && cell->count > 0)
        sum += cell->count;
    }

  return sum;
}

/**
 * nazar_population_wrong_place:
 * @self: a table
 *
 * Returns: how many of those held belong in another kind of place
 */
gint64
nazar_population_wrong_place (NazarPopulation *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->cells->len; i++)
    sum += MAX (((Cell *) g_ptr_array_index (self->cells, i))->wrong_place, 0);

  return sum;
}

/**
 * nazar_population_get:
 * @self: a table
 * @sex: a sex
 * @age: an age
 * @status: a status
 * @wrong_place: (out) (optional): how many belong elsewhere; -1 where not known
 *
 * Returns: the number in that cell; -1 where not known
 */
gint64
nazar_population_get (NazarPopulation *self,
                      const char      *sex,
                      const char      *age,
                      const char      *status,
                      gint64          *wrong_place)
{
  gint64 count = -1, elsewhere = -1;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      if (!matches (cell, sex, age, status))
        continue;
      if (cell->count >= 0)
        count = MAX (count, 0) + cell->count;
      if (cell->wrong_place >= 0)
        elsewhere = MAX (elsewhere, 0) + cell->wrong_place;
    }

  if (wrong_place != NULL)
    *wrong_place = elsewhere;
  return count;
}

/**
 * nazar_population_set:
 * @self: a table
 * @sex: a sex
 * @age: an age
 * @status: a status
 * @count: how many are held; -1 where not known
 * @wrong_place: how many of them belong elsewhere; -1 where not known
 */
void
nazar_population_set (NazarPopulation *self,
                      const char      *sex,
                      const char      *age,
                      const char      *status,
                      gint64           count,
                      gint64           wrong_place)
{
  Cell *cell;

  for (guint i = self->cells->len; i > 0; i--)
    if (matches (g_ptr_array_index (self->cells, i - 1), sex, age, status))
      g_ptr_array_remove_index (self->cells, i - 1);
  if (count < 0 && wrong_place < 0)
    return;

  cell = cell_new (sex, age, status);
  cell->count = count;
  cell->wrong_place = wrong_place;
  g_ptr_array_add (self->cells, cell);
}

static void
add_word (JsonBuilder *builder,
          const char  *name,
          const char  *word)
{
  if (word == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, word);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  if (number < 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/**
 * nazar_population_write:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): its canonical text; %NULL where it is empty
 */
char *
nazar_population_write (NazarPopulation *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  if (self->cells->len == 0)
    return NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->cells, i);

      json_builder_begin_object (builder);
      add_word (builder, "sex", cell->sex);
      add_word (builder, "age", cell->age);
      add_word (builder, "status", cell->status);
      add_number (builder, "count", cell->count);
      add_number (builder, "wrong_place", cell->wrong_place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}
