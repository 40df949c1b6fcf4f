/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-data.h"

#include "nazar-records.h"

#include <math.h>

/* Invented texts of the length and mixture of real ones: the same in every run. */

#define N_WORDS 6000
#define RECOMMENDATIONS_PER_SOURCE 150

struct _NazarBenchText
{
  GRand *random;
  GPtrArray *words; /* the most frequent first */
};

static const char *const frequent[] = { NAZAR_BENCH_FREQUENT_WORD, "the",      "and",       "to",      "of",       "human",
                                        "measures",                "ensure",   "in",        "all",     "women",    "protection",
                                        "take",                    "children", "national",  "law",     "against",  "torture",
                                        "continue",                "prisons",  "detention", "police",  "accede",   "strengthen",
                                        "adopt",                   "treaty",   "report",    "courts",  "violence", "education" };

static const char *const frequent_cyrillic[] = { "права", "и",     "меры",  "в",      "по",     "человека", "обеспечить", "на",
                                                 "все",   "закон", "защита", "против", "пыток", "женщин",   "детей",      "доступ" };

static const char *const latin[] = { "ba", "ce", "din", "for", "gu", "hal", "jo", "ker", "li", "mun", "nes", "or",
                                     "pra", "ri", "sto", "tal", "ul", "ven", "wi", "yas", "zo", "shi", "tra", "con" };

static const char *const cyrillic[] = { "ба", "ве", "гор", "да", "жи", "за", "ил", "ку", "лен", "мо", "на", "об",
                                        "пра", "ре", "сто", "ту", "уч", "фор", "ха", "це", "чи", "шел", "юр", "ях" };

static const char *const states[] = { "Arden",    "Belmar", "Corvia",  "Dunmark", "Esteria", "Falland", "Gorania", "Helvan",
                                      "Istrania", "Jorvik", "Karelan", "Lumeria", "Morvia",  "Norland", "Ostia",   "Pelland" };

static const char *const issues[] = { "Rights of the child",  "Torture",           "Detention",         "Justice",
                                      "Freedom of the press", "Women's rights",    "Minorities",        "Labour",
                                      "Death penalty",        "Domestic violence", "Special procedures", "National plan" };

static char *
make_word (GRand             *random,
           const char *const *syllables)
{
  GString *word = g_string_new (NULL);
  int n_syllables = g_rand_int_range (random, 2, 5);

  for (int i = 0; i < n_syllables; i++)
    g_string_append (word, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (latin))]);
  return g_string_free (word, FALSE);
}

/* What writes texts in one script. */
NazarBenchText *
nazar_bench_text_new (guint32  seed,
                      gboolean is_cyrillic)
{
  NazarBenchText *self = g_new0 (NazarBenchText, 1);
  guint n_frequent = is_cyrillic ? G_N_ELEMENTS (frequent_cyrillic) : G_N_ELEMENTS (frequent);

  self->random = g_rand_new_with_seed (seed);
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_frequent; i++)
    g_ptr_array_add (self->words, g_strdup (is_cyrillic ? frequent_cyrillic[i] : frequent[i]));
  while (self->words->len < N_WORDS)
    g_ptr_array_add (self->words, make_word (self->random, is_cyrillic ? cyrillic : latin));
  return self;
}

void
nazar_bench_text_free (NazarBenchText *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* The word at @rank, the most frequent being 0. */
const char *
nazar_bench_text_word (NazarBenchText *self,
                       guint           rank)
{
  return g_ptr_array_index (self->words, rank);
}

/* A word is as frequent as its place among the words says: the tenth is a tenth
 * as frequent as the first, as it is in texts that people write. */
static const char *
draw_word (NazarBenchText *self)
{
  return nazar_bench_text_word (self, (guint) pow (N_WORDS, g_rand_double (self->random)) - 1);
}

/* Words up to about @n_bytes bytes. */
char *
nazar_bench_text_make (NazarBenchText *self,
                       guint           n_bytes)
{
  GString *text = g_string_sized_new (n_bytes + 32);

  while (text->len < n_bytes)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", draw_word (self));
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static const char *
draw (NazarBenchText    *self,
      const char *const *choices,
      guint              n_choices)
{
  return choices[g_rand_int_range (self->random, 0, n_choices)];
}

/* One to three of the choices, with commas between them. */
static char *
draw_several (NazarBenchText    *self,
              const char *const *choices,
              guint              n_choices)
{
  GString *several = g_string_new (NULL);
  guint first = g_rand_int_range (self->random, 0, n_choices);
  guint n = g_rand_int_range (self->random, 1, 4);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (several, "%s%s", i > 0 ? "," : "", choices[(first + i) % n_choices]);
  return g_string_free (several, FALSE);
}

/* A table with the columns of UPR Info's. */
char *
nazar_bench_make_csv (guint n_rows)
{
  g_autoptr (NazarBenchText) text = nazar_bench_text_new (2, FALSE);
  GString *csv = g_string_new ("To,Text,From,Response,Action,Issue,Session\r\n");

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *words = nazar_bench_text_make (text, NAZAR_BENCH_TEXT_BYTES);
      g_autofree char *from = draw_several (text, states, G_N_ELEMENTS (states));
      g_autofree char *about = draw_several (text, issues, G_N_ELEMENTS (issues));
      guint source = i / RECOMMENDATIONS_PER_SOURCE;

      g_string_append_printf (csv, "%s,\"%s\",\"%s\",%s,%d,\"%s\",%u\r\n", states[source % G_N_ELEMENTS (states)], words, from,
                              i % 3 == 0 ? "Noted" : "Accepted", g_rand_int_range (text->random, 1, 6), about,
                              1 + source / (guint) G_N_ELEMENTS (states));
    }

  return g_string_free (csv, FALSE);
}

/* ---- registers ------------------------------------------------------------ */

static gboolean
add_assessment (NazarStore     *store,
                NazarBenchText *text,
                NazarRecord    *recommendation,
                const char     *track,
                GError        **error)
{
  static const char *const statuses[] = { "not-started", "planned", "in-progress", "partly-implemented", "implemented" };
  g_autoptr (NazarRecord) assessment = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);
  g_autofree char *progress = nazar_bench_text_make (text, NAZAR_BENCH_TEXT_BYTES / 2);

  nazar_record_set (assessment, "recommendation", nazar_record_get_id (recommendation));
  nazar_record_set (assessment, "date", "2024-05");
  nazar_record_set (assessment, "track", track);
  nazar_record_set (assessment, "status", draw (text, statuses, G_N_ELEMENTS (statuses)));
  nazar_record_set (assessment, "progress", progress);
  return nazar_store_save (store, assessment, error);
}

static gboolean
add_recommendation (NazarStore     *store,
                    NazarBenchText *text,
                    const char     *source,
                    guint           place,
                    GError        **error)
{
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  g_autofree char *words = nazar_bench_text_make (text, NAZAR_BENCH_TEXT_BYTES);
  g_autofree char *number = g_strdup_printf ("%u.%u", 70 + place / 100, 1 + place % 100);
  const char *from[] = { draw (text, states, G_N_ELEMENTS (states)), NULL };

  nazar_record_set (record, "source", source);
  nazar_record_set (record, "number", number);
  nazar_record_set (record, "text", words);
  nazar_record_set (record, "response", place % 3 == 0 ? "noted" : "supported");
  nazar_record_set_strv (record, "states", from);

  return nazar_store_save (store, record, error) &&
         (place % 3 != 0 || add_assessment (store, text, record, "state", error)) &&
         (place % 4 != 0 || add_assessment (store, text, record, "independent", error));
}

static gboolean
add_source (NazarStore   *store,
            guint         index,
            NazarRecord **source,
            GError      **error)
{
  g_autofree char *symbol = g_strdup_printf ("A/HRC/%u/%u", 10 + index / 20, 1 + index % 20);
  g_autofree char *session = g_strdup_printf ("%u", 1 + index / (guint) G_N_ELEMENTS (states));

  g_clear_object (source);
  *source = nazar_record_new (NAZAR_TYPE_SOURCE, NULL);
  nazar_record_set (*source, "mechanism", "upr");
  nazar_record_set (*source, "symbol", symbol);
  nazar_record_set (*source, "state_concerned", states[index % G_N_ELEMENTS (states)]);
  nazar_record_set (*source, "session", session);
  return nazar_store_save (store, *source, error);
}

static gboolean
fill (NazarStore  *store,
      guint        n_recommendations,
      GError     **error)
{
  g_autoptr (NazarBenchText) english = nazar_bench_text_new (1, FALSE);
  g_autoptr (NazarBenchText) russian = nazar_bench_text_new (2, TRUE);
  g_autoptr (NazarRecord) source = NULL;

  for (guint i = 0; i < n_recommendations; i++)
    {
      guint place = i % RECOMMENDATIONS_PER_SOURCE;

      if (place == 0 && !add_source (store, i / RECOMMENDATIONS_PER_SOURCE, &source, error))
        return FALSE;
      if (!add_recommendation (store, i % 5 == 0 ? russian : english, nazar_record_get_id (source), place, error))
        return FALSE;
    }
  return TRUE;
}

/* Makes a register, or finds the one that was made before: its path. Every fifth
 * recommendation is in Cyrillic, every third has an assessment of the State's,
 * every fourth an independent one. */
char *
nazar_bench_make_register (NazarBench *bench,
                           guint       n_recommendations)
{
  g_autofree char *name = g_strdup_printf ("%u.nazar", n_recommendations);
  g_autofree char *path = nazar_bench_file (bench, name);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  store = nazar_store_create (path, NULL, &error);
  if (store == NULL || !nazar_store_begin (store, NAZAR_JOURNAL_EDIT, 0, &error) || !fill (store, n_recommendations, &error) ||
      !nazar_store_commit (store, &error))
    nazar_bench_fail (error, path);

  return g_steal_pointer (&path);
}
