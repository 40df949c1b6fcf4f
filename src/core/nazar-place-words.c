/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-place-words.h"

#include "nazar-places.h"

static const char *
name_in (const char *id,
         const char *language)
{
  const NazarPlace *place = nazar_place_get (id);

  return place != NULL ? nazar_place_name (place, language) : id;
}

NazarVocabulary nazar_vocabulary_oblast = { "oblast", NULL, 0, name_in };
NazarVocabulary nazar_vocabulary_district = { "district", NULL, 0, name_in };

static void
fill (NazarVocabulary *vocabulary,
      gboolean         within)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (NazarChoice));
  guint n_places;
  const NazarPlace *places = nazar_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    if ((places[i].within != NULL) == within)
      {
        NazarChoice choice = { places[i].id, nazar_place_name (&places[i], "en"), NULL, NAZAR_NO_RANK };

        g_array_append_val (choices, choice);
      }

  vocabulary->n_choices = choices->len;
  vocabulary->choices = (const NazarChoice *) g_array_steal (choices, NULL);
}

/**
 * nazar_places_fill_vocabularies:
 *
 * Fills both vocabularies from places.json. Every class that has a field of them calls
 * it before anybody can see that field.
 */
void
nazar_places_fill_vocabularies (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      fill (&nazar_vocabulary_oblast, FALSE);
      fill (&nazar_vocabulary_district, TRUE);
      g_once_init_leave (&once, 1);
    }
}

/**
 * nazar_place_is_within:
 * @district: id of a district
 * @oblast: id of an oblast or city
 *
 * Returns: whether the district lies there; %TRUE where either is unknown
 */
gboolean
nazar_place_is_within (const char *district,
                       const char *oblast)
{
  const NazarPlace *inner = nazar_place_get (district);

  return inner == NULL || inner->within == NULL || nazar_place_get (oblast) == NULL || g_str_equal (inner->within->id, oblast);
}
