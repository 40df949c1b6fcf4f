/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-search.h"

#include "test-util.h"

#include <string.h>

/* Which records, in which order; and what their two tracks say. */

static const char *
label_field (GType type)
{
  return type == NAZAR_TYPE_RECOMMENDATION ? "number"
         : type == NAZAR_TYPE_SOURCE       ? "title"
         : type == NAZAR_TYPE_BODY         ? "name"
         : type == NAZAR_TYPE_TERM         ? "label"
                                           : "status";
}

/* The labels of the records that a query finds, with a space between them. */
static char *
find (TestRegister *self,
      NazarQuery   *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  NazarConnection *connection = nazar_store_lock_reader (self->store);
  GType type = nazar_query_get_record_type (query);
  gint64 count = -1;

  numbers = nazar_query_run (query, connection, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (NazarRecord) record = nazar_record_sql_load_n (connection, type, g_array_index (numbers, gint64, i), &error);

      g_assert_no_error (error);
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", nazar_record_get (record, label_field (type)));
    }

  g_assert_true (nazar_query_count (query, connection, &count, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, numbers->len);
  nazar_store_unlock_reader (self->store);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

/* Field, value, field, value ..., NULL. */
static void
assert_filtered (TestRegister *self,
                 GType         type,
                 const char   *expected,
                 ...)
{
  g_autoptr (NazarQuery) query = nazar_query_new (type);
  g_autoptr (NazarQuery) copy = NULL;
  g_autofree char *found = NULL, *found_again = NULL;
  const char *field;
  va_list args;

  va_start (args, expected);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);
      g_autoptr (GError) error = NULL;

      g_assert_true (nazar_query_add_filter (query, field, value, &error));
      g_assert_no_error (error);
    }
  va_end (args);

  found = find (self, query);
  g_assert_cmpstr (found, ==, expected);
  copy = nazar_query_copy (query);
  found_again = find (self, copy);
  g_assert_cmpstr (found_again, ==, expected);
}

typedef struct
{
  NazarRecord *upr, *plan, *police, *court, *water, *children;
  NazarRecord *one, *two, *three, *four;
} World;

static void
world_clear (World *world)
{
  NazarRecord **records = (NazarRecord **) world;

  for (guint i = 0; i < sizeof *world / sizeof *records; i++)
    g_object_unref (records[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static NazarRecord *
assess (NazarStore  *store,
        NazarRecord *recommendation,
        const char  *track,
        const char  *date,
        const char  *status)
{
  return test_add_record (store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (recommendation), "track", track, "date",
                          date, "status", status, NULL);
}

static World
make_world (NazarStore *store)
{
  World world = { 0 };
  g_autofree char *themes = NULL;
  g_autoptr (NazarRecord) claim = NULL, finding = NULL, other = NULL;

  world.upr = test_add_record (store, NAZAR_TYPE_SOURCE, "mechanism", "upr", "title", "Universal report", "symbol", "A/HRC/1", "session",
                               "5", "state_concerned", "Peru", "date", "2019-03-14", NULL);
  world.plan = test_add_record (store, NAZAR_TYPE_SOURCE, "mechanism", "national-plan", "title", "Plan", "date", "2019~", NULL);
  world.police = test_add_record (store, NAZAR_TYPE_BODY, "name", "Police", NULL);
  world.court = test_add_record (store, NAZAR_TYPE_BODY, "name", "Court", NULL);
  world.water = test_add_record (store, NAZAR_TYPE_TERM, "vocabulary", "theme", "label", "Water", NULL);
  world.children = test_add_record (store, NAZAR_TYPE_TERM, "vocabulary", "group", "label", "Children", NULL);
  themes = g_strdup_printf ("[\"%s\"]", nazar_record_get_id (world.water));

  world.one = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "number", "1", "source", nazar_record_get_id (world.upr), "text",
                               "Mend bridges", "response", "supported", "body", nazar_record_get_id (world.police), "themes", themes,
                               "deadline", "2020-05-01", "states", "[\"Chad\", \"Togo\"]", "follow_up", "true", NULL);
  world.two = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "number", "2", "source", nazar_record_get_id (world.upr), "text",
                               "Dig wells", "response", "noted", "body", nazar_record_get_id (world.court), "deadline", "2020-05", "states",
                               "[\"Togo\"]", NULL);
  world.three = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "number", "3", "source", nazar_record_get_id (world.plan), "text",
                                 "Plant trees", "deadline", "2020~", "follow_up", "false", NULL);
  world.four = test_add_record (store, NAZAR_TYPE_RECOMMENDATION, "number", "4", "text", "Build schools", "deadline", "2021", NULL);
  claim = assess (store, world.one, "state", "2019", "implemented");
  finding = assess (store, world.one, "independent", "2019", "planned");
  other = assess (store, world.two, "state", "2019", "planned");
  return world;
}

static void
test_filters (TestRegister  *self,
              gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  GType r = NAZAR_TYPE_RECOMMENDATION;

  assert_filtered (self, r, "1 2 3 4", NULL);
  assert_filtered (self, r, "2", "number", "2", NULL);
  assert_filtered (self, r, "2", "response", "noted", NULL);
  assert_filtered (self, r, "1", "states", "Chad", NULL);
  assert_filtered (self, r, "1 2", "states", "Togo", NULL);
  assert_filtered (self, r, "", "states", "Tog", NULL);
  assert_filtered (self, r, "1", "follow_up", "true", NULL);
  assert_filtered (self, r, "2 3 4", "follow_up", "no", NULL);

  /* Of the source and of the tracks. */
  assert_filtered (self, r, "1 2", "mechanism", "upr", NULL);
  assert_filtered (self, r, "1 2", "state_concerned", "Peru", NULL);
  assert_filtered (self, r, "1 2", "source_symbol", "A/HRC/1", NULL);
  assert_filtered (self, r, "1 2", "session", "5", NULL);
  assert_filtered (self, r, "1", "state_status", "implemented", NULL);
  assert_filtered (self, r, "1", "independent_status", "planned", NULL);
  assert_filtered (self, r, "1", "differ", "true", NULL);
  assert_filtered (self, r, "1", "distance", "3", NULL);
  assert_filtered (self, r, "", "distance", "2", NULL);
  assert_filtered (self, NAZAR_TYPE_SOURCE, "Universal report", "recommendations", "2", NULL);
  assert_filtered (self, NAZAR_TYPE_SOURCE, "Plan", "recommendations", "1", NULL);
}

static void
test_references (TestRegister  *self,
                 gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  GType r = NAZAR_TYPE_RECOMMENDATION;

  assert_filtered (self, r, "1 2", "source", nazar_record_get_id (world.upr), NULL);
  assert_filtered (self, r, "1 2", "source", "A/HRC/1", NULL);
  assert_filtered (self, r, "3", "source", "Plan", NULL);
  assert_filtered (self, r, "2", "body", "Court", NULL);
  assert_filtered (self, r, "2", "body", nazar_record_get_id (world.court), NULL);
  assert_filtered (self, r, "1", "themes", "Water", NULL);
  assert_filtered (self, r, "1", "themes", nazar_record_get_id (world.water), NULL);
  assert_filtered (self, r, "", "themes", "Fire", NULL);
  assert_filtered (self, r, "", "source", "Nothing", NULL);
}

static void
test_unset (TestRegister  *self,
            gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  GType r = NAZAR_TYPE_RECOMMENDATION;

  assert_filtered (self, r, "3 4", "response", "", NULL);
  assert_filtered (self, r, "3 4", "response", NULL, NULL);
  assert_filtered (self, r, "4", "source", "", NULL);
  assert_filtered (self, r, "2 3 4", "themes", "", NULL);
  assert_filtered (self, r, "3 4", "state_status", "", NULL);
  assert_filtered (self, r, "2 3 4", "independent_status", "", NULL);
  assert_filtered (self, r, "2 3 4", "distance", "", NULL);
}

static void
test_dates (TestRegister  *self,
            gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  GType r = NAZAR_TYPE_RECOMMENDATION;

  assert_filtered (self, r, "1 2 3", "deadline", "2020", NULL);
  assert_filtered (self, r, "1 2", "deadline", "2020-05", NULL);
  assert_filtered (self, r, "1 2", "deadline", "05.2020", NULL);
  assert_filtered (self, r, "1", "deadline", "2020-05-01", NULL);
  assert_filtered (self, r, "", "deadline", "2020-05-02", NULL);
  assert_filtered (self, r, "4", "deadline", "2021", NULL);
  assert_filtered (self, NAZAR_TYPE_SOURCE, "Universal report Plan", "date", "2019", NULL);
}

static void
test_combined (TestRegister  *self,
               gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  GType r = NAZAR_TYPE_RECOMMENDATION;

  /* Of one field any may hold, of several all must. */
  assert_filtered (self, r, "1 2", "response", "noted", "response", "supported", NULL);
  assert_filtered (self, r, "2 3 4", "response", "noted", "response", "", NULL);
  assert_filtered (self, r, "2", "response", "noted", "states", "Togo", "response", "supported", "body", "Court", NULL);
  assert_filtered (self, r, "", "response", "noted", "body", "Police", NULL);
  assert_filtered (self, r, "1", "mechanism", "upr", "differ", "true", "deadline", "2020", "themes", "Water", "follow_up", "true", NULL);
  assert_filtered (self, r, "1 2 3 4", "follow_up", "true", "follow_up", "false", NULL);
}

static void
test_refuses (TestRegister  *self,
              gconstpointer  data)
{
  const char *const cases[][2] = {
    { "colour", "red" }, { "response", "accepted" }, { "deadline", "soon" }, { "follow_up", "maybe" }, { "distance", "far" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
      g_autoptr (GError) error = NULL;

      g_assert_false (nazar_query_add_filter (query, cases[i][0], cases[i][1], &error));
      test_assert_sentence (error);
    }
}

/* What is typed is never SQL. */
static void
test_injection (TestRegister  *self,
                gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  const char *const typed[] = { "' OR 1 = 1 --", "\"); DROP TABLE recommendation; --", "%", "_", "\\", "*", "' \"" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
      g_autofree char *found = NULL;

      assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "", "number", typed[i], NULL);
      assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "", "states", typed[i], NULL);
      assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "", "source", typed[i], NULL);
      nazar_query_set_search (query, typed[i]);
      found = find (self, query);
    }
  assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "1 2 3 4", NULL);
}

/* ---- order ---------------------------------------------------------------------- */

static void
assert_sorted (TestRegister *self,
               GType         type,
               const char   *field,
               gboolean      descending,
               const char   *expected)
{
  g_autoptr (NazarQuery) query = nazar_query_new (type);
  g_autofree char *found = NULL;

  g_assert_true (nazar_query_set_sort (query, field, descending));
  found = find (self, query);
  g_assert_cmpstr (found, ==, expected);
}

static void
add_all (NazarStore        *store,
         GType              type,
         const char        *field,
         const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (NazarRecord) record = test_add_record (store, type, field, values[i], NULL);
    }
}

static void
test_natural (TestRegister  *self,
              gconstpointer  data)
{
  const char *const numbers[] = { "76.14", "76.2", "9", "76.14a", "10", "133.1", "76.3.10", "76.3.9", NULL };

  add_all (self->store, NAZAR_TYPE_RECOMMENDATION, "number", numbers);
  assert_sorted (self, NAZAR_TYPE_RECOMMENDATION, "number", FALSE, "9 10 76.2 76.3.9 76.3.10 76.14 76.14a 133.1");
  assert_sorted (self, NAZAR_TYPE_RECOMMENDATION, "number", TRUE, "133.1 76.14a 76.14 76.3.10 76.3.9 76.2 10 9");
  assert_sorted (self, NAZAR_TYPE_RECOMMENDATION, NULL, FALSE, "76.14 76.2 9 76.14a 10 133.1 76.3.10 76.3.9");
  assert_sorted (self, NAZAR_TYPE_RECOMMENDATION, NULL, TRUE, "76.3.9 76.3.10 133.1 10 76.14a 9 76.2 76.14");
}

static void
test_letters (TestRegister  *self,
              gconstpointer  data)
{
  const char *const russian[] = { "яма", "Ёж", "жук", "еда", "Арка", "ёлка", NULL };

  add_all (self->store, NAZAR_TYPE_TERM, "label", russian);
  assert_sorted (self, NAZAR_TYPE_TERM, "label", FALSE, "Арка еда Ёж ёлка жук яма");
}

static void
test_kyrgyz (TestRegister  *self,
             gconstpointer  data)
{
  const char *const kyrgyz[] = { "өкмөт", "пахта", "нан", "ңаа", "онон", "үй", "фон", "убак", NULL };

  add_all (self->store, NAZAR_TYPE_TERM, "label", kyrgyz);
  assert_sorted (self, NAZAR_TYPE_TERM, "label", FALSE, "нан ңаа онон өкмөт пахта убак үй фон");
}

static void
test_sort_kinds (TestRegister  *self,
                 gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  GType r = NAZAR_TYPE_RECOMMENDATION;

  /* What is unset comes last either way. */
  assert_sorted (self, r, "deadline", FALSE, "3 2 1 4");
  assert_sorted (self, r, "deadline", TRUE, "4 1 2 3");
  assert_sorted (self, r, "response", FALSE, "1 2 3 4");
  assert_sorted (self, r, "response", TRUE, "2 1 3 4");
  assert_sorted (self, r, "source", FALSE, "3 1 2 4");
  assert_sorted (self, r, "source", TRUE, "1 2 3 4");
  assert_sorted (self, r, "body", FALSE, "2 1 3 4");
  assert_sorted (self, r, "title", FALSE, "4 2 1 3");
  assert_sorted (self, r, "distance", TRUE, "1 2 3 4");
  assert_sorted (self, r, "differ", TRUE, "1 2 3 4");
  assert_sorted (self, NAZAR_TYPE_SOURCE, "recommendations", FALSE, "Plan Universal report");

  /* Statuses in the order of the vocabulary. */
  assert_sorted (self, r, "state_status", FALSE, "2 1 3 4");
  assert_sorted (self, r, "state_status", TRUE, "1 2 3 4");
}

static void
test_sort_unknown (TestRegister  *self,
                   gconstpointer  data)
{
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_TERM);

  g_assert_false (nazar_query_set_sort (query, "colour", FALSE));
}

static void
test_sort_every_field (TestRegister  *self,
                       gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);

      for (guint i = 0; i < info->n_fields + info->n_computed; i++)
        {
          const NazarField *field = i < info->n_fields ? &info->fields[i] : &info->computed[i - info->n_fields];
          g_autoptr (NazarQuery) query = nazar_query_new (types[t]);
          g_autofree char *sorted = NULL, *unset = NULL;

          g_assert_true (nazar_query_set_sort (query, field->name, TRUE));
          sorted = find (self, query);
          g_assert_true (nazar_query_add_filter (query, field->name, "", NULL));
          unset = find (self, query);
        }
    }
}

/* ---- search ---------------------------------------------------------------------- */

static char *
search (TestRegister *self,
        const char   *typed,
        gboolean      personal)
{
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);

  nazar_query_set_search (query, typed);
  nazar_query_set_personal (query, personal);
  return find (self, query);
}

static void
assert_search (TestRegister *self,
               const char   *typed,
               const char   *expected)
{
  g_autofree char *found = search (self, typed, FALSE);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_search_owner (TestRegister  *self,
                   gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autoptr (NazarRecord) finding = NULL, reply = NULL;

  finding = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation", nazar_record_get_id (world.two), "evidence",
                             "The pumps are rusty", NULL);
  reply = test_add_record (self->store, NAZAR_TYPE_REPLY, "recommendation", nazar_record_get_id (world.three), "summary",
                           "Saplings were bought", NULL);

  assert_search (self, "bridges", "1");
  assert_search (self, "pump", "2");
  assert_search (self, "saplings", "3");

  /* What is corrected is found by its new words only. */
  test_set (self->store, finding, "evidence", "The ropes are torn");
  assert_search (self, "pump", "");
  assert_search (self, "ropes", "2");

  /* It moves with its owner. */
  test_set (self->store, finding, "recommendation", nazar_record_get_id (world.four));
  assert_search (self, "ropes", "4");
}

static void
test_search_deleted (TestRegister  *self,
                     gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autoptr (NazarRecord) finding = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation",
                                                     nazar_record_get_id (world.two), "evidence", "The pumps are rusty", NULL);
  g_autoptr (GPtrArray) hits = NULL;

  test_delete (self->store, world.two);
  assert_search (self, "pump", "");
  assert_search (self, "wells", "");
  hits = nazar_search_find (nazar_store_lock_reader (self->store), "pump", TRUE, 100, NULL);
  nazar_store_unlock_reader (self->store);
  g_assert_cmpuint (hits->len, ==, 0);
  test_assert_in_order (self->store);
}

static void
test_search_personal (TestRegister  *self,
                      gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autoptr (NazarRecord) finding = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation",
                                                     nazar_record_get_id (world.two), "assessor", "Айжамал", "evidence", "Seen", NULL);
  g_autofree char *openly = search (self, "Айжамал", FALSE), *asked = search (self, "Айжамал", TRUE);
  g_autofree char *both = search (self, "Айжамал seen", TRUE), *half = search (self, "Айжамал seen", FALSE);
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_cmpstr (openly, ==, "");
  g_assert_cmpstr (asked, ==, "2");
  g_assert_cmpstr (both, ==, "2");
  g_assert_cmpstr (half, ==, "");

  hits = nazar_search_find (nazar_store_lock_reader (self->store), "Айжамал", FALSE, 100, NULL);
  nazar_store_unlock_reader (self->store);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_search_and_filter (TestRegister  *self,
                        gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
  g_autoptr (NazarQuery) descending = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
  g_autofree char *found = NULL, *backwards = NULL;

  test_set (self->store, world.four, "text", "Dig gardens");
  assert_search (self, "dig", "2 4");
  nazar_query_set_search (query, "dig");
  g_assert_true (nazar_query_add_filter (query, "response", "", NULL));
  found = find (self, query);
  g_assert_cmpstr (found, ==, "4");

  nazar_query_set_search (descending, "dig");
  g_assert_true (nazar_query_set_sort (descending, "title", FALSE));
  backwards = find (self, descending);
  g_assert_cmpstr (backwards, ==, "4 2");
}

static void
test_search_hits (TestRegister  *self,
                  gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  g_autoptr (GPtrArray) hits = nazar_search_find (nazar_store_lock_reader (self->store), "wells", FALSE, 100, NULL);
  const NazarSearchHit *hit;

  nazar_store_unlock_reader (self->store);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->type, ==, "recommendation");
  g_assert_cmpstr (hit->id, ==, nazar_record_get_id (world.two));
  g_assert_cmpstr (hit->title, ==, "Dig wells");
  g_assert_cmpstr (hit->text, ==, "Dig wells");
  g_assert_true (hit->exact);
}

/* ---- the current status of a track -------------------------------------------------- */

static void
assert_statuses (TestRegister *self,
                 const char   *state,
                 const char   *independent,
                 const char   *distance)
{
  g_autofree char *found = test_ask (self->store, "SELECT ifnull (state_status, '-') || ' ' || ifnull (independent_status, '-') || ' ' ||"
                                                  " ifnull (distance, '-') || ' ' || differ FROM recommendation_view");
  g_autofree char *expected = g_strdup_printf ("%s %s %s %d", state, independent, distance, strcmp (distance, "-") != 0);

  g_assert_cmpstr (found, ==, expected);
}

typedef struct
{
  const char *dates[3]; /* entered in this order, as not-started, in-progress, implemented */
  const char *current;
} Rule;

static void
test_latest (TestRegister  *self,
             gconstpointer  data)
{
  const char *const statuses[] = { "not-started", "in-progress", "implemented" };
  const Rule rules[] = {
    { { "2019", "2018", "2020" }, "implemented" },
    { { "2021", "2018", "2020" }, "not-started" },
    /* the earliest possible day */
    { { "2019", "2019-02", "2018-12-31" }, "in-progress" },
    { { "2019-06", "2019", "2019-05-30" }, "not-started" },
    /* then the more exact one */
    { { "2019-01-01", "2019", "2019-01" }, "not-started" },
    { { "2019", "2019-01-01", "2019-01" }, "in-progress" },
    /* "about" is less exact */
    { { "2019", "2019~", "2018" }, "not-started" },
    { { "2019-05~", "2019-05", "2019-05~" }, "in-progress" },
    { { "2019-01-01~", "2019-01", "2019" }, "not-started" },
    /* then the order of entry */
    { { "2019", "2019", "2019" }, "implemented" },
    { { "2019-05~", "2019-05~", "2019" }, "in-progress" },
    /* without a date before all others */
    { { "2001", NULL, NULL }, "not-started" },
    { { NULL, NULL, NULL }, "implemented" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (NazarRecord) recommendation = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "text", "Mend", NULL);

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (NazarRecord) assessment = assess (self->store, recommendation, "independent", rules[i].dates[j], statuses[j]);
        }
      assert_statuses (self, "-", rules[i].current, "-");
      test_delete (self->store, recommendation);
    }
}

static void
test_tracks_apart (TestRegister  *self,
                   gconstpointer  data)
{
  g_autoptr (NazarRecord) recommendation = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "text", "Mend", NULL);
  g_autoptr (NazarRecord) claim = assess (self->store, recommendation, "state", "2019", "implemented");
  g_autoptr (NazarRecord) graded = assess (self->store, recommendation, "mechanism", "2021", "refused");
  g_autoptr (NazarRecord) finding = NULL;
  g_autoptr (NazarRecord) undecided = test_add_record (self->store, NAZAR_TYPE_ASSESSMENT, "recommendation",
                                                       nazar_record_get_id (recommendation), "track", "state", "date", "2022", NULL);

  assert_statuses (self, "implemented", "-", "-");
  finding = assess (self->store, recommendation, "independent", "2001", "planned");
  assert_statuses (self, "implemented", "planned", "3");
}

/* DESIGN.md, idea 4. */
static void
test_ranks (TestRegister  *self,
            gconstpointer  data)
{
  const struct
  {
    const char *status;
    int rank;
  } all[] = {
    { NULL, -9 },          { "no-information", -9 }, { "regressed", -1 },         { "refused", 0 },     { "not-started", 0 },
    { "planned", 1 },      { "in-progress", 2 },     { "partly-implemented", 3 }, { "implemented", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      {
        g_autoptr (NazarRecord) recommendation = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "text", "Mend", NULL);
        g_autoptr (NazarRecord) claim = all[i].status != NULL ? assess (self->store, recommendation, "state", "2019", all[i].status) : NULL;
        g_autoptr (NazarRecord) finding = all[j].status != NULL ? assess (self->store, recommendation, "independent", "2019", all[j].status)
                                                                : NULL;
        gboolean differ = all[i].rank > all[j].rank && all[j].rank > -9;
        g_autofree char *distance = differ ? g_strdup_printf ("%d", all[i].rank - all[j].rank) : g_strdup ("-");

        assert_statuses (self, all[i].status != NULL ? all[i].status : "-", all[j].status != NULL ? all[j].status : "-", distance);
        test_delete (self->store, recommendation);
      }
}

static void
test_planned (TestRegister  *self,
              gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);

  assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "1", "state_status", "implemented", NULL);
  assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "2", "state_status", "planned", NULL);
  assert_filtered (self, NAZAR_TYPE_RECOMMENDATION, "", "independent_status", "implemented", NULL);
}

/* Where the tracks differ, the widest first. */
static void
test_widest_first (TestRegister  *self,
                   gconstpointer  data)
{
  const char *const pairs[][2] = { { "planned", "not-started" }, { "implemented", "regressed" }, { "implemented", "planned" },
                                   { "planned", "implemented" } };
  g_autoptr (NazarQuery) query = nazar_query_new (NAZAR_TYPE_RECOMMENDATION);
  g_autofree char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (NazarRecord) recommendation = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "number", number, NULL);
      g_autoptr (NazarRecord) claim = assess (self->store, recommendation, "state", "2019", pairs[i][0]);
      g_autoptr (NazarRecord) finding = assess (self->store, recommendation, "independent", "2019", pairs[i][1]);
    }

  g_assert_true (nazar_query_add_filter (query, "differ", "true", NULL));
  g_assert_true (nazar_query_set_sort (query, "distance", TRUE));
  found = find (self, query);
  g_assert_cmpstr (found, ==, "2 3 1");
}

static void
test_values (TestRegister  *self,
             gconstpointer  data)
{
  g_auto (World) world = make_world (self->store);
  NazarConnection *connection = nazar_store_lock_reader (self->store);
  g_autoptr (GHashTable) one = nazar_query_values (connection, NAZAR_TYPE_RECOMMENDATION, nazar_record_get_n (world.one), NULL);
  g_autoptr (GHashTable) four = nazar_query_values (connection, NAZAR_TYPE_RECOMMENDATION, nazar_record_get_n (world.four), NULL);
  g_autoptr (GHashTable) term = nazar_query_values (connection, NAZAR_TYPE_TERM, nazar_record_get_n (world.water), NULL);

  nazar_store_unlock_reader (self->store);
  g_assert_cmpstr (g_hash_table_lookup (one, "source_symbol"), ==, "A/HRC/1");
  g_assert_cmpstr (g_hash_table_lookup (one, "independent_status"), ==, "planned");
  g_assert_cmpstr (g_hash_table_lookup (one, "distance"), ==, "3");
  g_assert_cmpstr (g_hash_table_lookup (four, "differ"), ==, "0");
  g_assert_false (g_hash_table_contains (four, "source_symbol"));
  g_assert_cmpuint (g_hash_table_size (term), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/query/filters-of-each-kind", test_filters);
  test_add ("/query/references-by-id-symbol-and-title", test_references);
  test_add ("/query/empty-means-unset", test_unset);
  test_add ("/query/year-or-month-finds-every-date-in-it", test_dates);
  test_add ("/query/filters-combine", test_combined);
  test_add ("/query/refuses-what-no-field-can-be", test_refuses);
  test_add ("/query/what-is-typed-is-never-sql", test_injection);
  test_add ("/query/sort/numbers-in-natural-order", test_natural);
  test_add ("/query/sort/russian-letters", test_letters);
  test_add ("/query/sort/kyrgyz-letters", test_kyrgyz);
  test_add ("/query/sort/unset-last-words-in-their-order", test_sort_kinds);
  test_add ("/query/sort/refuses-an-unknown-field", test_sort_unknown);
  test_add ("/query/sort/by-every-field", test_sort_every_field);
  test_add ("/query/search/finds-a-recommendation-by-what-belongs-to-it", test_search_owner);
  test_add ("/query/search/what-is-deleted-is-not-found", test_search_deleted);
  test_add ("/query/search/personal-words-only-when-asked", test_search_personal);
  test_add ("/query/search/combines-with-filters-and-order", test_search_and_filter);
  test_add ("/query/search/hits-have-type-title-and-text", test_search_hits);
  test_add ("/query/status/the-latest-assessment-of-a-track", test_latest);
  test_add ("/query/status/tracks-are-apart", test_tracks_apart);
  test_add ("/query/status/differ-where-the-state-claims-more", test_ranks);
  test_add ("/query/status/planned-is-not-implemented", test_planned);
  test_add ("/query/status/widest-distance-first", test_widest_first);
  test_add ("/query/values-are-the-computed-fields", test_values);

  return test_run_all ();
}
