/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-places.h"

#include "nazar-core-resources.h"
#include "nazar-fold.h"
#include "nazar-json.h"
#include "nazar-language.h"

#include <string.h>

static const struct
{
  const char *name;
  NazarPlaceKind kind;
} kinds[] = {
  { "oblast", NAZAR_PLACE_OBLAST },
  { "city", NAZAR_PLACE_CITY },
  { "district", NAZAR_PLACE_DISTRICT },
  { "district-city", NAZAR_PLACE_CITY_DISTRICT },
};

/* The words that say what a place is, folded: people write a name with and without. */
static const char *const kind_words[] = {
  "oblast", "region", "province", "область", "обл", "облусу", "облус", "viloyati", "viloyat", "вилояти",
  "district", "raion", "rayon", "район", "р-н", "району", "tumani", "tuman", "тумани", "city", "town", "город",
  "г", "шаары", "ш", "shahri", "shahar", "шахри",
};

static GArray *places;

static NazarPlaceKind
read_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return kinds[i].kind;

  return NAZAR_PLACE_DISTRICT;
}

static const NazarPlace *
find_id (const char *id)
{
  for (guint i = 0; id != NULL && i < places->len; i++)
    if (g_str_equal (g_array_index (places, NazarPlace, i).id, id))
      return &g_array_index (places, NazarPlace, i);

  return NULL;
}

/* The file is the program's own: what is wrong in it is a programmer's mistake. */
static void
read_places (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (nazar_core_get_resource (), "/kg/nazar/core/places.json", 0, NULL);
  g_autoptr (JsonNode) root = nazar_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  JsonArray *array = json_object_get_array_member (json_node_get_object (root), "places");
  guint length = json_array_get_length (array);

  places = g_array_sized_new (FALSE, TRUE, sizeof (NazarPlace), length);
  g_array_set_size (places, length);
  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      NazarPlace *place = &g_array_index (places, NazarPlace, i);

      place->id = g_intern_string (json_object_get_string_member (object, "id"));
      place->kind = read_kind (json_object_get_string_member (object, "kind"));
      nazar_texts_read (&place->names, json_object_get_member (object, "names"), NULL, NULL);
    }
  for (guint i = 0; i < length; i++)
    g_array_index (places, NazarPlace, i).within =
        find_id (json_object_get_string_member_with_default (json_array_get_object_element (array, i), "within", NULL));
}

/**
 * nazar_places:
 * @n_places: (out): their number
 *
 * Returns: (transfer none) (array length=n_places): the oblasts, cities and districts
 */
const NazarPlace *
nazar_places (guint *n_places)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      read_places ();
      g_once_init_leave (&once, 1);
    }

  *n_places = places->len;
  return (const NazarPlace *) places->data;
}

/**
 * nazar_place_get:
 * @id: (nullable): an id, such as KG-O
 *
 * Returns: (transfer none) (nullable): the place
 */
const NazarPlace *
nazar_place_get (const char *id)
{
  guint n_places;

  nazar_places (&n_places);
  return find_id (id);
}

/**
 * nazar_place_children:
 * @place: an oblast or city
 *
 * Returns: (transfer container) (element-type NazarPlace): what lies in it
 */
GPtrArray *
nazar_place_children (const NazarPlace *place)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, NazarPlace, i).within == place)
      g_ptr_array_add (children, &g_array_index (places, NazarPlace, i));

  return children;
}

/**
 * nazar_place_name:
 * @place: a place
 * @language: (nullable): one of the five ids; %NULL for the program's language
 *
 * Returns: (transfer none): its name
 */
const char *
nazar_place_name (const NazarPlace *place,
                  const char       *language)
{
  return nazar_texts_get (&place->names, language != NULL ? language : nazar_language_current ());
}

/* The words of a name without those that say what it is. */
static char *
bare_name (const char *name)
{
  GString *bare = g_string_new (NULL);
  NazarWordIter iter;

  nazar_word_iter_init (&iter, name, -1);
  while (nazar_word_iter_next (&iter))
    {
      gboolean is_kind = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
        {
          g_autofree char *word = nazar_fold (kind_words[i]);

          is_kind = is_kind || g_str_equal (word, iter.folded);
        }
      if (!is_kind)
        g_string_append (bare, iter.folded);
    }

  return g_string_free (bare, FALSE);
}

static gboolean
is_called (const NazarPlace *place,
           const char       *typed,
           gboolean          bare)
{
  g_autofree char *wanted = bare ? bare_name (typed) : nazar_fold (typed);

  if (*wanted == '\0')
    return FALSE;

  for (guint i = 0; i < NAZAR_N_LANGUAGES; i++)
    {
      const char *name = nazar_texts_exact (&place->names, nazar_languages ()[i].id);
      g_autofree char *called = name == NULL ? NULL : bare ? bare_name (name) : nazar_fold (name);

      if (g_strcmp0 (called, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * nazar_place_find:
 * @typed: (nullable): an id, or a name in any language, with or without the word for
 *   what it is
 * @kinds: the #NazarPlaceKind bits to look among
 * @within: (nullable): only what lies there
 *
 * Returns: (transfer none) (nullable): the place; of an oblast and a city of one name the
 *   oblast, unless the word for a city stands there
 */
const NazarPlace *
nazar_place_find (const char       *typed,
                  guint             wanted_kinds,
                  const NazarPlace *within)
{
  guint n_places;
  const NazarPlace *all = nazar_places (&n_places);

  if (typed == NULL)
    return NULL;

  for (int bare = 0; bare < 2; bare++)
    for (guint i = 0; i < n_places; i++)
      if ((all[i].kind & wanted_kinds) && (within == NULL || all[i].within == within) &&
          (g_ascii_strcasecmp (all[i].id, typed) == 0 || is_called (&all[i], typed, bare)))
        return &all[i];

  return NULL;
}
