/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-records.h"

#include "nazar-json.h"
#include "nazar-place-words.h"

#include <glib/gi18n-lib.h>

/* A place of deprivation or restriction of liberty (DOMAIN.md). */
struct _NazarFacility
{
  NazarRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (NazarFacility, nazar_facility, NAZAR_TYPE_RECORD)

static const NazarField name_fields[] = {
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_language },
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE },
};

static const NazarField former_fields[] = {
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), NULL, NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE },
  { "until", NAZAR_KIND_DATE, NC_ ("field", "Until"), N_ ("A day, a month or a year."), 0 },
};

static const NazarField fields[] = {
  { "name", NAZAR_KIND_TEXT, NC_ ("field", "Name"), N_ ("As the place is called now."),
    NAZAR_FIELD_REQUIRED | NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "names", NAZAR_KIND_STRUCTURES, NC_ ("field", "Names in other languages"), NULL,
    NAZAR_FIELD_SEARCHABLE, .fields = name_fields, .n_fields = G_N_ELEMENTS (name_fields) },
  { "former_names", NAZAR_KIND_STRUCTURES, NC_ ("field", "Former names"), NULL,
    NAZAR_FIELD_SEARCHABLE, .fields = former_fields, .n_fields = G_N_ELEMENTS (former_fields) },
  { "kind", NAZAR_KIND_CHOICE, NC_ ("field", "Kind"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_facility_kind },
  { "authority", NAZAR_KIND_REFERENCE, NC_ ("field", "Authority"), N_ ("The body that runs the place."), 0, .target = "body" },
  { "former_authorities", NAZAR_KIND_STRUCTURES, NC_ ("field", "Earlier belonged to"), NULL,
    NAZAR_FIELD_SEARCHABLE, .fields = former_fields, .n_fields = G_N_ELEMENTS (former_fields) },
  { "oblast", NAZAR_KIND_CHOICE, NC_ ("field", "Oblast or city"), NULL,
    NAZAR_FIELD_REQUIRED, .vocabulary = &nazar_vocabulary_oblast },
  { "district", NAZAR_KIND_CHOICE, NC_ ("field", "District"), NULL, 0, .vocabulary = &nazar_vocabulary_district },
  { "place", NAZAR_KIND_TEXT, NC_ ("field", "Town or village"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
  { "address", NAZAR_KIND_TEXT, NC_ ("field", "Address"), NULL, NAZAR_FIELD_SEARCHABLE },
  { "latitude", NAZAR_KIND_DECIMAL, NC_ ("field", "Latitude"), N_ ("Degrees north, such as 42.87."), 0 },
  { "longitude", NAZAR_KIND_DECIMAL, NC_ ("field", "Longitude"), N_ ("Degrees east, such as 74.59."), 0 },
  { "year_built", NAZAR_KIND_INTEGER, NC_ ("field", "Year built"), NULL, 0, .maximum = 2999 },
  { "capacity", NAZAR_KIND_INTEGER, NC_ ("field", "Capacity"), N_ ("How many people it is meant to hold."),
    0, .maximum = NAZAR_MOST_PEOPLE },
  { "closed_on", NAZAR_KIND_DATE, NC_ ("field", "Closed since"), N_ ("A day, a month or a year."), 0 },
  { "language", NAZAR_KIND_CHOICE, NC_ ("field", "Language"), NULL, 0, .vocabulary = &nazar_vocabulary_language },
  { "notes", NAZAR_KIND_LONG_TEXT, NC_ ("field", "Notes"), NULL, NAZAR_FIELD_SEARCHABLE | NAZAR_FIELD_TRANSLATABLE },
};

/* Computed in src/store/queries/computed.sql. */
static const NazarField computed[] = {
  { "visits", NAZAR_KIND_INTEGER, NC_ ("field", "Visits"), NULL, 0 },
  { "last_visit", NAZAR_KIND_DATE, NC_ ("field", "Last visit"), NULL, 0 },
  { "held", NAZAR_KIND_INTEGER, NC_ ("field", "Held at the last visit"), NULL, 0 },
  { "open_recommendations", NAZAR_KIND_INTEGER, NC_ ("field", "Open recommendations"), NULL, 0 },
};

static const char *const names[] = { "name", NULL };

static const NazarRecordInfo info = {
  "facility", NC_ ("record", "Facility"), NC_ ("record", "Facilities"),
  fields, G_N_ELEMENTS (fields), computed, G_N_ELEMENTS (computed), names
};

static char *
nazar_facility_dup_title (NazarRecord *record)
{
  return g_strdup (nazar_record_get (record, "name"));
}

/* The country lies between 39 and 44 degrees north and 69 and 81 degrees east, so that
 * swapped coordinates are seen; places abroad are not visited by its monitors. */
static char *
check_coordinate (const NazarField *field,
                  const char       *value)
{
  gboolean north = g_str_equal (field->name, "latitude");
  double degrees = g_ascii_strtod (value, NULL);

  if (north && degrees >= 39 && degrees <= 44)
    return NULL;
  if (!north && degrees >= 69 && degrees <= 81)
    return NULL;
  if ((north && degrees >= 69 && degrees <= 81) || (!north && degrees >= 39 && degrees <= 44))
    return g_strdup (_("Latitude and longitude seem to be swapped."));

  return g_strdup (_("This point does not lie in Kyrgyzstan."));
}

static char *
nazar_facility_dup_problem (NazarRecord      *record,
                            const NazarField *field,
                            const char       *value)
{
  if (g_str_equal (field->name, "latitude") || g_str_equal (field->name, "longitude"))
    return check_coordinate (field, value);
  if (g_str_equal (field->name, "closed_on"))
    return nazar_record_future_problem (value);
  if (g_str_equal (field->name, "district") && nazar_record_get (record, "oblast") != NULL &&
      !nazar_place_is_within (value, nazar_record_get (record, "oblast")))
    return g_strdup (_("This district lies in another oblast."));

  return NULL;
}

static void
nazar_facility_class_init (NazarFacilityClass *klass)
{
  NazarRecordClass *record_class = NAZAR_RECORD_CLASS (klass);

  record_class->dup_title = nazar_facility_dup_title;
  record_class->dup_problem = nazar_facility_dup_problem;
  nazar_places_fill_vocabularies ();
  nazar_record_class_install_fields (record_class, &info);
}

static void
nazar_facility_init (NazarFacility *self)
{
}

/**
 * nazar_facility_dup_name:
 * @facility: a facility
 * @language: (nullable): one of the program's languages
 *
 * Returns: (transfer full): its name in that language, or else as it is called
 */
char *
nazar_facility_dup_name (NazarRecord *facility,
                         const char  *language)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *others;

  root = nazar_record_get (facility, "names") != NULL ? nazar_json_parse (nazar_record_get (facility, "names"), -1, NULL) : NULL;
  others = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  for (guint i = 0; others != NULL && i < json_array_get_length (others); i++)
    {
      JsonObject *name = json_array_get_object_element (others, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (name, "language", NULL), language) == 0 &&
          json_object_has_member (name, "name"))
        return g_strdup (json_object_get_string_member (name, "name"));
    }

  return nazar_record_dup_title (facility);
}
