/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-report-private.h"

#include "nazar-date.h"
#include "nazar-population.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>

/* The place in figures: capacity, people held by group, and how full it was before. */

#define MAX_VISITS 12

typedef struct
{
  char *label;
  gint64 count;
  gint64 wrong_place;
} Group;

static void
group_clear (gpointer data)
{
  g_free (((Group *) data)->label);
}

static GArray *
groups_new (void)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  return groups;
}

static gboolean
is_small (NazarReport *self,
          gint64       count)
{
  return self->audience == NAZAR_AUDIENCE_PUBLIC && count > 0 && count < 5;
}

/* Where one group alone is too small to be told, the sum would give it away: the
 * smallest of the others is not told either. Returns its place, or -1. */
static int
find_companion (NazarReport *self,
                GArray      *groups)
{
  int companion = -1;
  guint n_small = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      gint64 count = g_array_index (groups, Group, i).count;

      if (is_small (self, count))
        n_small++;
      else if (count > 0 && (companion < 0 || count < g_array_index (groups, Group, companion).count))
        companion = i;
    }

  return n_small == 1 ? companion : -1;
}

static char *
dup_count (NazarReport *self,
           GArray      *groups,
           guint        i,
           int          companion)
{
  return (int) i == companion ? g_strdup (WORD (self, N_("not told")))
                              : nazar_report_people (self, g_array_index (groups, Group, i).count);
}

static void
add_groups (NazarReport *self,
            const char  *caption,
            GArray      *groups)
{
  NazarDocColumn columns[] = {
    { WORD (self, N_("Group")), 3, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Held")), 1, NAZAR_DOC_ALIGN_END },
  };
  int companion = find_companion (self, groups);
  gint64 sum = 0;
  g_autofree char *total = NULL;

  nazar_doc_begin_table (self->doc, caption, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *count = dup_count (self, groups, i, companion);
      const char *cells[] = { g_array_index (groups, Group, i).label, count };

      nazar_doc_add_row (self->doc, NAZAR_DOC_ROW, cells);
      sum += g_array_index (groups, Group, i).count;
    }
  total = nazar_report_people (self, sum);
  nazar_doc_add_row (self->doc, NAZAR_DOC_ROW_TOTAL, (const char *const[]){ WORD (self, N_("Sum")), total });
  nazar_doc_end (self->doc);
}

static GArray *
groups_by_sex_and_age (NazarReport     *self,
                       NazarPopulation *population)
{
  GArray *groups = groups_new ();
  const NazarVocabulary *sexes = &nazar_vocabulary_population_sex, *ages = &nazar_vocabulary_population_age;

  for (guint i = 0; i < sexes->n_choices; i++)
    for (guint j = 0; j < ages->n_choices; j++)
      {
        Group group = { 0 };

        group.count = nazar_population_sum (population, sexes->choices[i].id, ages->choices[j].id, NULL);
        if (group.count == 0)
          continue;
        group.label = g_strdup_printf ("%s, %s", nazar_words_choice (self->words, sexes, sexes->choices[i].id),
                                       nazar_words_choice (self->words, ages, ages->choices[j].id));
        g_array_append_val (groups, group);
      }

  return groups;
}

static GArray *
groups_by_status (NazarReport     *self,
                  NazarPopulation *population)
{
  GArray *groups = groups_new ();
  const NazarVocabulary *statuses = &nazar_vocabulary_held_as;

  for (guint i = 0; i < statuses->n_choices; i++)
    {
      Group group = { 0 };

      group.count = nazar_population_sum (population, NULL, NULL, statuses->choices[i].id);
      if (group.count == 0)
        continue;
      group.label = g_strdup (nazar_words_choice (self->words, statuses, statuses->choices[i].id));
      g_array_append_val (groups, group);
    }

  return groups;
}

/* Every cell of the table, for those who may see it. */
static void
add_cells (NazarReport     *self,
           NazarPopulation *population)
{
  const NazarVocabulary *sexes = &nazar_vocabulary_population_sex, *ages = &nazar_vocabulary_population_age;
  const NazarVocabulary *statuses = &nazar_vocabulary_held_as;
  NazarDocColumn columns[] = {
    { WORD (self, N_("Group")), 4, NAZAR_DOC_ALIGN_START },
    { WORD (self, N_("Held")), 1, NAZAR_DOC_ALIGN_END },
    { WORD (self, N_("In the wrong kind of place")), 1.5, NAZAR_DOC_ALIGN_END },
  };

  nazar_doc_begin_table (self->doc, WORD (self, N_("Population")), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sexes->n_choices * ages->n_choices * statuses->n_choices; i++)
    {
      const char *sex = sexes->choices[i / (ages->n_choices * statuses->n_choices)].id;
      const char *age = ages->choices[i / statuses->n_choices % ages->n_choices].id;
      const char *status = statuses->choices[i % statuses->n_choices].id;
      gint64 wrong, count = nazar_population_get (population, sex, age, status, &wrong);
      g_autofree char *label = NULL, *number = NULL, *elsewhere = NULL;

      if (count < 0 && wrong < 0)
        continue;
      label = g_strdup_printf ("%s, %s, %s", nazar_words_choice (self->words, sexes, sex),
                               nazar_words_choice (self->words, ages, age), nazar_words_choice (self->words, statuses, status));
      number = count >= 0 ? nazar_report_number (self, count) : g_strdup ("");
      elsewhere = wrong >= 0 ? nazar_report_number (self, wrong) : g_strdup ("");
      nazar_doc_add_row (self->doc, NAZAR_DOC_ROW, (const char *const[]){ label, number, elsewhere });
    }
  {
    g_autofree char *held = nazar_report_number (self, nazar_population_sum (population, NULL, NULL, NULL));
    g_autofree char *wrong = nazar_report_number (self, nazar_population_wrong_place (population));

    nazar_doc_add_row (self->doc, NAZAR_DOC_ROW_TOTAL, (const char *const[]){ WORD (self, N_("Sum")), held, wrong });
  }
  nazar_doc_end (self->doc);
}

static void
add_population (NazarReport     *self,
                NazarPopulation *population)
{
  g_autoptr (GArray) by_sex = groups_by_sex_and_age (self, population);
  g_autoptr (GArray) by_status = groups_by_status (self, population);
  gboolean is_public = self->audience == NAZAR_AUDIENCE_PUBLIC;

  if (nazar_population_is_empty (population))
    return;
  if (!is_public)
    {
      add_cells (self, population);
      return;
    }

  add_groups (self, WORD (self, N_("Held, by sex and age")), by_sex);
  add_groups (self, WORD (self, N_("Held, by status")), by_status);
  nazar_report_omit (self, _("Population: only sums go to the public, and numbers under five as “fewer than 5”."));
}

/* How full the place was at this visit and those before it. Sums under five are not told. */
static void
add_occupancy_chart (NazarReport *self)
{
  const char *capacity = self->facility != NULL ? nazar_record_get (self->facility, "capacity") : NULL;
  g_autoptr (NazarStatement) row = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gint64 values[MAX_VISITS], parts[MAX_VISITS];
  NazarDocChart chart = { 0 };

  row = nazar_connection_query (self->connection, NULL,
                                "SELECT * FROM (SELECT \"begin\", population, n FROM visit WHERE facility = ?1 AND population IS NOT NULL"
                                " AND (?2 IS NULL OR rtrim (\"begin\", '~') <= rtrim (?2, '~'))"
                                " ORDER BY rtrim (\"begin\", '~') DESC, n DESC LIMIT 12) ORDER BY rtrim (\"begin\", '~'), n",
                                "ss", nazar_record_get (self->visit, "facility"), nazar_record_get (self->visit, "begin"));
  while (row != NULL && chart.n < MAX_VISITS && nazar_statement_step (row, NULL))
    {
      g_autoptr (NazarPopulation) population = nazar_population_read (nazar_statement_text (row, 1));
      gint64 held = nazar_population_sum (population, NULL, NULL, NULL);
      gint64 wrong = nazar_population_wrong_place (population);

      values[chart.n] = is_small (self, held) ? -1 : held;
      parts[chart.n] = is_small (self, held) || is_small (self, wrong) ? 0 : wrong;
      g_ptr_array_add (labels, nazar_date_format (nazar_statement_text (row, 0), self->language));
      g_ptr_array_add (texts, nazar_report_people (self, held));
      chart.n++;
    }
  if (chart.n == 0)
    return;

  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (texts, NULL);
  chart.title = WORD (self, N_("People held"));
  chart.labels = (const char *const *) labels->pdata;
  chart.texts = (const char *const *) texts->pdata;
  chart.values = values;
  chart.parts = parts;
  chart.value_label = WORD (self, N_("Held"));
  chart.part_label = WORD (self, N_("In the wrong kind of place"));
  chart.reference = capacity != NULL ? g_ascii_strtoll (capacity, NULL, 10) : 0;
  chart.reference_label = WORD (self, N_("Capacity"));
  nazar_doc_add_columns (self->doc, &chart);
}

static void
add_sums (NazarReport     *self,
          NazarPopulation *population)
{
  gint64 held = nazar_population_sum (population, NULL, NULL, NULL), wrong = nazar_population_wrong_place (population);
  const char *capacity = self->facility != NULL ? nazar_record_get (self->facility, "capacity") : NULL;
  g_autofree char *held_text = nazar_report_people (self, held), *wrong_text = nazar_report_people (self, wrong);

  if (!nazar_population_is_empty (population))
    nazar_doc_add_fact (self->doc, WORD (self, N_("Held")), held_text);
  if (capacity != NULL && g_ascii_strtoll (capacity, NULL, 10) > 0 && held > 0 && !is_small (self, held))
    {
      g_autofree char *share = g_strdup_printf ("%" G_GINT64_FORMAT " %%", held * 100 / g_ascii_strtoll (capacity, NULL, 10));

      nazar_doc_add_fact (self->doc, WORD (self, N_("Held against capacity")), share);
    }
  if (wrong > 0)
    nazar_doc_add_fact (self->doc, WORD (self, N_("In the wrong kind of place")), wrong_text);
}

/**
 * nazar_visit_report_add_figures:
 * @self: a report
 *
 * The place, and how many people it held.
 */
void
nazar_visit_report_add_figures (NazarReport *self)
{
  static const char *const fields[] = { "kind", "authority", "oblast", "district", "place", "address", "year_built", "capacity", NULL };
  g_autoptr (NazarPopulation) population = nazar_population_read (nazar_record_get (self->visit, "population"));
  g_autofree char *name = self->facility != NULL ? nazar_facility_dup_name (self->facility, self->language) : NULL;

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("The place in figures")));
  nazar_doc_begin_facts (self->doc);
  if (name != NULL)
    nazar_doc_add_fact (self->doc, WORD (self, N_("Place")), name);
  for (guint i = 0; self->facility != NULL && fields[i] != NULL; i++)
    nazar_report_add_fact (self, self->facility, fields[i]);
  add_sums (self, population);
  nazar_doc_end (self->doc);

  add_population (self, population);
  add_occupancy_chart (self);
}

/**
 * nazar_visit_report_add_access:
 * @self: a report
 *
 * How the monitors were received, and how many interviews they held.
 */
void
nazar_visit_report_add_access (NazarReport *self)
{
  static const char *const fields[] = { "access", "minutes_waited", "privacy", "person_in_charge", NULL };
  guint n_held = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < self->interviews->len; i++)
    {
      const char *with = nazar_record_get (g_ptr_array_index (self->interviews, i), "with");

      n_held += with == NULL || g_str_equal (with, "detainee") || g_str_equal (with, "patient") || g_str_equal (with, "resident");
    }
  count = nazar_report_people (self, n_held);

  nazar_doc_add_heading (self->doc, 1, TRUE, WORD (self, N_("Access and cooperation")));
  nazar_doc_begin_facts (self->doc);
  for (guint i = 0; fields[i] != NULL; i++)
    nazar_report_add_fact (self, self->visit, fields[i]);
  nazar_doc_add_fact (self->doc, WORD (self, N_("Interviews with people held")), count);
  nazar_doc_end (self->doc);
}
