/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-body-map.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

static const char *const sides[] = { "front", "back" };

static gboolean
holds (const NazarBodyPath *path,
       double               x,
       double               y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < path->n_points; i++)
    {
      const NazarBodyPoint *a = &path->points[i], *b = &path->points[(i + 1) % path->n_points];

      if ((a->y > y) != (b->y > y) && x < a->x + (b->x - a->x) * (y - a->y) / (b->y - a->y))
        inside = !inside;
    }

  return inside;
}

/* How many regions of a side hold the point, and which was the last of them. */
static guint
count_regions (const char  *side,
               double       x,
               double       y,
               const char **last)
{
  guint n = 0;

  for (guint i = 0; i < nazar_vocabulary_body_region.n_choices; i++)
    {
      const char *id = nazar_vocabulary_body_region.choices[i].id;
      const NazarBodyPath *path = nazar_body_map_region_path (side, id);

      if (path != NULL && holds (path, x, y))
        {
          n++;
          *last = id;
        }
    }

  return n;
}

static void
test_every_point_inside_is_in_one_region (void)
{
  const NazarBodyPath *outline = nazar_body_map_outline ();
  guint n_inside = 0;

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (double y = 0.37; y < 1000; y += 3.1)
      for (double x = 0.41; x < 1000; x += 5.3)
        {
          const char *region = nazar_body_map_region (sides[s], x, y), *last = NULL;

          if (!holds (outline, x, y))
            {
              g_assert_null (region);
              continue;
            }
          n_inside++;
          g_assert_cmpuint (count_regions (sides[s], x, y, &last), ==, 1);
          g_assert_cmpstr (region, ==, last);
        }

  g_assert_cmpuint (n_inside, >, 20000);
}

static void
test_whole_thousandths_are_in_a_region (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (int y = 25; y < 510; y++)
      g_assert_nonnull (nazar_body_map_region (sides[s], 500, y));
}

static void
test_left_and_right_are_the_persons_own (void)
{
  g_assert_cmpstr (nazar_body_map_region ("front", 600, 700), ==, "left-knee");
  g_assert_cmpstr (nazar_body_map_region ("front", 400, 700), ==, "right-knee");
  g_assert_cmpstr (nazar_body_map_region ("back", 400, 700), ==, "left-knee-back");
  g_assert_cmpstr (nazar_body_map_region ("back", 600, 700), ==, "right-knee-back");
  g_assert_cmpstr (nazar_body_map_region ("front", 870, 530), ==, "left-palm");
  g_assert_cmpstr (nazar_body_map_region ("back", 870, 530), ==, "right-hand-back");
}

static void
test_both_halves_mirror_each_other (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (double y = 0.5; y < 1000; y += 9)
      for (double x = 500.5; x < 1000; x += 7)
        {
          const char *here = nazar_body_map_region (sides[s], x, y), *there = nazar_body_map_region (sides[s], 1000 - x, y);

          g_assert_cmpint (here == NULL, ==, there == NULL);
          if (here == NULL)
            continue;
          if (g_str_has_prefix (here, "left-"))
            g_assert_cmpstr (there + strlen ("right-"), ==, here + strlen ("left-"));
          else if (g_str_has_prefix (here, "right-"))
            g_assert_cmpstr (here + strlen ("right-"), ==, there + strlen ("left-"));
          else
            g_assert_cmpstr (here, ==, there);
        }
}

static void
test_no_region_is_on_both_sides (void)
{
  for (guint i = 0; i < nazar_vocabulary_body_region.n_choices; i++)
    {
      const char *id = nazar_vocabulary_body_region.choices[i].id;
      gboolean front = nazar_body_map_region_path ("front", id) != NULL, back = nazar_body_map_region_path ("back", id) != NULL;

      g_assert_cmpint (front, !=, back);
    }
}

static void
test_every_region_can_be_reached (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (int y = 0; y <= 1000; y += 3)
      for (int x = 0; x <= 1000; x += 3)
        if (nazar_body_map_region (sides[s], x, y) != NULL)
          g_hash_table_add (seen, (gpointer) nazar_body_map_region (sides[s], x, y));

  g_assert_cmpuint (g_hash_table_size (seen), ==, nazar_vocabulary_body_region.n_choices);
}

static void
test_a_near_miss_is_brought_onto_the_body (void)
{
  const NazarBodyPath *outline = nazar_body_map_outline ();

  for (guint i = 0; i < outline->n_points; i++)
    for (int dx = -12; dx <= 12; dx += 12)
      {
        double x = round (outline->points[i].x) + dx, y = round (outline->points[i].y);

        g_assert_true (nazar_body_map_snap (&x, &y, 12));
        g_assert_cmpfloat (x, ==, round (x));
        g_assert_cmpfloat (y, ==, round (y));
        g_assert_nonnull (nazar_body_map_region ("front", x, y));
      }
}

static void
test_a_point_on_the_body_stays (void)
{
  double x = 610.3, y = 699.6;

  g_assert_true (nazar_body_map_snap (&x, &y, 0));
  g_assert_cmpfloat (x, ==, 610);
  g_assert_cmpfloat (y, ==, 700);
}

static void
test_a_point_beside_the_body_is_refused (void)
{
  double x = 20, y = 20;

  g_assert_false (nazar_body_map_snap (&x, &y, 15));
  g_assert_cmpfloat (x, ==, 20);
  g_assert_cmpfloat (y, ==, 20);
  g_assert_null (nazar_body_map_region ("front", x, y));
  g_assert_null (nazar_body_map_region ("back", 5000, -3));
}

static void
test_a_cursor_goes_from_front_to_back (void)
{
  const char *side = "front";
  double x = 500, y = 300;

  for (int i = 0; i < 30; i++)
    {
      nazar_body_map_move_across (&side, &x, y, 20);
      g_assert_nonnull (nazar_body_map_region (side, x, y));
    }
  g_assert_cmpstr (side, ==, "back");
  nazar_body_map_move_across (&side, &x, y, 20);
  g_assert_cmpstr (side, ==, "back");
  for (int i = 0; i < 30; i++)
    nazar_body_map_move_across (&side, &x, y, -20);
  g_assert_cmpstr (side, ==, "front");
}

/* From the chest on, wherever the arrow keys lead. */
static void
test_the_arrow_keys_reach_every_region (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GQueue) open = g_queue_new ();

  g_queue_push_tail (open, g_strdup ("front 500 300"));
  while (!g_queue_is_empty (open))
    {
      g_autofree char *place = g_queue_pop_head (open);
      g_auto (GStrv) words = g_strsplit (place, " ", 3);

      if (!g_hash_table_add (seen, g_strdup (place)))
        continue;
      g_hash_table_add (found, (gpointer) nazar_body_map_region (words[0], atoi (words[1]), atoi (words[2])));
      for (int key = 0; key < 4; key++)
        {
          const char *side = g_str_equal (words[0], "back") ? "back" : "front";
          double x = atoi (words[1]), y = atoi (words[2]);

          if (key < 2)
            nazar_body_map_move_across (&side, &x, y, key == 0 ? -5 : 5);
          else
            nazar_body_map_move_down (side, &x, &y, key == 2 ? -5 : 5);
          g_queue_push_tail (open, g_strdup_printf ("%s %d %d", side, (int) x, (int) y));
        }
    }

  g_assert_cmpuint (g_hash_table_size (found), ==, nazar_vocabulary_body_region.n_choices);
}

static void
test_what_is_drawn_lies_on_the_sheet (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      guint n_lines;
      const NazarBodyPath *lines = nazar_body_map_lines (sides[s], &n_lines);

      g_assert_cmpuint (n_lines, >, 10);
      for (guint i = 0; i < n_lines; i++)
        for (guint j = 0; j < lines[i].n_points; j++)
          {
            g_assert_cmpfloat (fabs (lines[i].points[j].x - 500), <=, 500);
            g_assert_cmpfloat (fabs (lines[i].points[j].y - 500), <=, 500);
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-map/every-point-inside-is-in-one-region", test_every_point_inside_is_in_one_region);
  g_test_add_func ("/body-map/whole-thousandths-are-in-a-region", test_whole_thousandths_are_in_a_region);
  g_test_add_func ("/body-map/left-and-right-are-the-persons-own", test_left_and_right_are_the_persons_own);
  g_test_add_func ("/body-map/both-halves-mirror-each-other", test_both_halves_mirror_each_other);
  g_test_add_func ("/body-map/no-region-is-on-both-sides", test_no_region_is_on_both_sides);
  g_test_add_func ("/body-map/every-region-can-be-reached", test_every_region_can_be_reached);
  g_test_add_func ("/body-map/a-near-miss-is-brought-onto-the-body", test_a_near_miss_is_brought_onto_the_body);
  g_test_add_func ("/body-map/a-point-on-the-body-stays", test_a_point_on_the_body_stays);
  g_test_add_func ("/body-map/a-point-beside-the-body-is-refused", test_a_point_beside_the_body_is_refused);
  g_test_add_func ("/body-map/a-cursor-goes-from-front-to-back", test_a_cursor_goes_from_front_to_back);
  g_test_add_func ("/body-map/the-arrow-keys-reach-every-region", test_the_arrow_keys_reach_every_region);
  g_test_add_func ("/body-map/what-is-drawn-lies-on-the-sheet", test_what_is_drawn_lies_on_the_sheet);

  return g_test_run ();
}
