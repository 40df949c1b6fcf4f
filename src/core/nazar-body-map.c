/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-body-map.h"

#include "nazar-vocabulary-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The figure is drawn once, as the half that begins at the middle line, and mirrored.
 * A half is 250 wide and 1000 high: u from the middle line outwards, y downwards. */
typedef struct
{
  short u;
  short y;
} HalfPoint;

#define HALF_WIDTH 250.0

/* A region of one half: everything of the figure within its polygon. The polygons of a
 * side share their edges and fill the half without a gap. */
typedef struct
{
  const char *left; /* the person's own left */
  const char *right; /* the same for what lies across the middle line */
  const HalfPoint *points;
  guint n_points;
} Cell;

#define POINTS(...) (const HalfPoint[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const HalfPoint[]) { __VA_ARGS__ }))

/* ---- The regions ---- */

static const NazarChoice regions[] = {
  WORD ("forehead", NC_ ("body-region", "Forehead and crown")),
  WORD ("left-face", NC_ ("body-region", "Left side of the face")),
  WORD ("right-face", NC_ ("body-region", "Right side of the face")),
  WORD ("left-ear", NC_ ("body-region", "Left ear")),
  WORD ("right-ear", NC_ ("body-region", "Right ear")),
  WORD ("throat", NC_ ("body-region", "Throat")),
  WORD ("left-shoulder", NC_ ("body-region", "Left shoulder")),
  WORD ("right-shoulder", NC_ ("body-region", "Right shoulder")),
  WORD ("left-chest", NC_ ("body-region", "Left side of the chest")),
  WORD ("right-chest", NC_ ("body-region", "Right side of the chest")),
  WORD ("left-abdomen", NC_ ("body-region", "Left side of the abdomen")),
  WORD ("right-abdomen", NC_ ("body-region", "Right side of the abdomen")),
  WORD ("groin", NC_ ("body-region", "Groin")),
  WORD ("left-upper-arm", NC_ ("body-region", "Left upper arm")),
  WORD ("right-upper-arm", NC_ ("body-region", "Right upper arm")),
  WORD ("left-elbow-crook", NC_ ("body-region", "Crook of the left elbow")),
  WORD ("right-elbow-crook", NC_ ("body-region", "Crook of the right elbow")),
  WORD ("left-forearm", NC_ ("body-region", "Left forearm")),
  WORD ("right-forearm", NC_ ("body-region", "Right forearm")),
  WORD ("left-wrist", NC_ ("body-region", "Left wrist")),
  WORD ("right-wrist", NC_ ("body-region", "Right wrist")),
  WORD ("left-palm", NC_ ("body-region", "Left palm and fingers")),
  WORD ("right-palm", NC_ ("body-region", "Right palm and fingers")),
  WORD ("left-thigh", NC_ ("body-region", "Left thigh")),
  WORD ("right-thigh", NC_ ("body-region", "Right thigh")),
  WORD ("left-knee", NC_ ("body-region", "Left knee")),
  WORD ("right-knee", NC_ ("body-region", "Right knee")),
  WORD ("left-shin", NC_ ("body-region", "Left shin")),
  WORD ("right-shin", NC_ ("body-region", "Right shin")),
  WORD ("left-ankle", NC_ ("body-region", "Left ankle")),
  WORD ("right-ankle", NC_ ("body-region", "Right ankle")),
  WORD ("left-foot", NC_ ("body-region", "Left foot")),
  WORD ("right-foot", NC_ ("body-region", "Right foot")),
  WORD ("head-back", NC_ ("body-region", "Back of the head")),
  WORD ("left-ear-back", NC_ ("body-region", "Behind the left ear")),
  WORD ("right-ear-back", NC_ ("body-region", "Behind the right ear")),
  WORD ("nape", NC_ ("body-region", "Nape of the neck")),
  WORD ("left-shoulder-back", NC_ ("body-region", "Back of the left shoulder")),
  WORD ("right-shoulder-back", NC_ ("body-region", "Back of the right shoulder")),
  WORD ("left-upper-back", NC_ ("body-region", "Left side of the upper back")),
  WORD ("right-upper-back", NC_ ("body-region", "Right side of the upper back")),
  WORD ("left-lower-back", NC_ ("body-region", "Left side of the lower back")),
  WORD ("right-lower-back", NC_ ("body-region", "Right side of the lower back")),
  WORD ("left-buttock", NC_ ("body-region", "Left buttock")),
  WORD ("right-buttock", NC_ ("body-region", "Right buttock")),
  WORD ("left-upper-arm-back", NC_ ("body-region", "Back of the left upper arm")),
  WORD ("right-upper-arm-back", NC_ ("body-region", "Back of the right upper arm")),
  WORD ("left-elbow", NC_ ("body-region", "Left elbow")),
  WORD ("right-elbow", NC_ ("body-region", "Right elbow")),
  WORD ("left-forearm-back", NC_ ("body-region", "Back of the left forearm")),
  WORD ("right-forearm-back", NC_ ("body-region", "Back of the right forearm")),
  WORD ("left-wrist-back", NC_ ("body-region", "Back of the left wrist")),
  WORD ("right-wrist-back", NC_ ("body-region", "Back of the right wrist")),
  WORD ("left-hand-back", NC_ ("body-region", "Back of the left hand")),
  WORD ("right-hand-back", NC_ ("body-region", "Back of the right hand")),
  WORD ("left-thigh-back", NC_ ("body-region", "Back of the left thigh")),
  WORD ("right-thigh-back", NC_ ("body-region", "Back of the right thigh")),
  WORD ("left-knee-back", NC_ ("body-region", "Hollow of the left knee")),
  WORD ("right-knee-back", NC_ ("body-region", "Hollow of the right knee")),
  WORD ("left-calf", NC_ ("body-region", "Left calf")),
  WORD ("right-calf", NC_ ("body-region", "Right calf")),
  WORD ("left-ankle-back", NC_ ("body-region", "Back of the left ankle")),
  WORD ("right-ankle-back", NC_ ("body-region", "Back of the right ankle")),
  WORD ("left-heel", NC_ ("body-region", "Left heel")),
  WORD ("right-heel", NC_ ("body-region", "Right heel")),
};
VOCABULARY (nazar_vocabulary_body_region, "body-region", regions);

/* Corners that several polygons share. The last letter tells the middle line (M), the
 * line between arm and trunk (G) and the outer edge (E). */
#define BROW_M { 0, 72 }
#define BROW_EAR { 40, 72 }
#define BROW_E { 250, 72 }
#define LOBE_EAR { 40, 114 }
#define LOBE_E { 250, 114 }
#define JAW { 32, 134 }
#define CHIN { 14, 150 }
#define CHIN_M { 0, 153 }
#define NOTCH_M { 0, 188 }
#define NECK { 42, 172 }
#define NECK_TOP { 52, 140 }
#define NECK_E { 250, 140 }
#define COLLAR { 82, 200 }
#define ARMPIT { 99, 258 }
#define CAP_E { 250, 236 }
#define RIBS_M { 0, 316 }
#define RIBS_G { 104, 328 }
#define ELBOW_UP_G { 111, 366 }
#define ELBOW_UP_E { 250, 340 }
#define HIP_G { 116, 400 }
#define ELBOW_LOW_G { 118, 412 }
#define ELBOW_LOW_E { 250, 378 }
#define WRIST_UP_G { 130, 478 }
#define WRIST_UP_E { 250, 436 }
#define WRIST_LOW_G { 136, 502 }
#define WRIST_LOW_E { 250, 462 }
#define HAND_G { 152, 640 }
#define BELLY_M { 0, 438 }
#define BELLY { 70, 438 }
#define CROTCH { 12, 508 }
#define CROTCH_M { 0, 522 }
#define KNEE_UP_M { 0, 662 }
#define KNEE_UP_E { 250, 662 }
#define KNEE_LOW_M { 0, 732 }
#define KNEE_LOW_E { 250, 732 }
#define ANKLE_UP_M { 0, 893 }
#define ANKLE_UP_E { 250, 893 }
#define ANKLE_LOW_M { 0, 937 }
#define ANKLE_LOW_E { 250, 937 }

#define UPPER_ARM POINTS (ARMPIT, CAP_E, ELBOW_UP_E, ELBOW_UP_G, RIBS_G)
#define ELBOW POINTS (ELBOW_UP_G, ELBOW_UP_E, ELBOW_LOW_E, ELBOW_LOW_G, HIP_G)
#define FOREARM POINTS (ELBOW_LOW_G, ELBOW_LOW_E, WRIST_UP_E, WRIST_UP_G)
#define WRIST POINTS (WRIST_UP_G, WRIST_UP_E, WRIST_LOW_E, WRIST_LOW_G)
#define HAND POINTS (WRIST_LOW_G, WRIST_LOW_E, KNEE_UP_E, HAND_G)
#define SHOULDER POINTS (NECK, NECK_TOP, NECK_E, CAP_E, ARMPIT, COLLAR)
#define KNEE POINTS (KNEE_UP_M, KNEE_UP_E, KNEE_LOW_E, KNEE_LOW_M)
#define LOWER_LEG POINTS (KNEE_LOW_M, KNEE_LOW_E, ANKLE_UP_E, ANKLE_UP_M)
#define ANKLE POINTS (ANKLE_UP_M, ANKLE_UP_E, ANKLE_LOW_E, ANKLE_LOW_M)
#define FOOT POINTS (ANKLE_LOW_M, ANKLE_LOW_E, { 250, 1000 }, { 0, 1000 })

static const Cell front_cells[] = {
  { "forehead", "forehead", POINTS ({ 0, 0 }, { 250, 0 }, BROW_E, BROW_EAR, BROW_M) },
  { "left-face", "right-face", POINTS (BROW_M, BROW_EAR, LOBE_EAR, JAW, CHIN, CHIN_M) },
  { "left-ear", "right-ear", POINTS (BROW_EAR, BROW_E, LOBE_E, LOBE_EAR) },
  { "throat", "throat", POINTS (CHIN_M, CHIN, JAW, LOBE_EAR, LOBE_E, NECK_E, NECK_TOP, NECK, NOTCH_M) },
  { "left-shoulder", "right-shoulder", SHOULDER },
  { "left-chest", "right-chest", POINTS (NOTCH_M, NECK, COLLAR, ARMPIT, RIBS_G, RIBS_M) },
  { "left-abdomen", "right-abdomen", POINTS (RIBS_M, RIBS_G, ELBOW_UP_G, HIP_G, BELLY, BELLY_M) },
  { "groin", "groin", POINTS (BELLY_M, BELLY, CROTCH, CROTCH_M) },
  { "left-upper-arm", "right-upper-arm", UPPER_ARM },
  { "left-elbow-crook", "right-elbow-crook", ELBOW },
  { "left-forearm", "right-forearm", FOREARM },
  { "left-wrist", "right-wrist", WRIST },
  { "left-palm", "right-palm", HAND },
  { "left-thigh", "right-thigh",
    POINTS (CROTCH_M, CROTCH, BELLY, HIP_G, ELBOW_LOW_G, WRIST_UP_G, WRIST_LOW_G, HAND_G, KNEE_UP_E, KNEE_UP_M) },
  { "left-knee", "right-knee", KNEE },
  { "left-shin", "right-shin", LOWER_LEG },
  { "left-ankle", "right-ankle", ANKLE },
  { "left-foot", "right-foot", FOOT },
};

#define FOLD_M { 0, 520 }
#define FOLD { 60, 522 }
#define FOLD_G WRIST_LOW_G

static const Cell back_cells[] = {
  { "head-back", "head-back", POINTS ({ 0, 0 }, { 250, 0 }, BROW_E, BROW_EAR, LOBE_EAR, { 26, 131 }, { 0, 140 }) },
  { "left-ear-back", "right-ear-back", POINTS (BROW_EAR, BROW_E, LOBE_E, LOBE_EAR) },
  { "nape", "nape", POINTS ({ 0, 140 }, { 26, 131 }, LOBE_EAR, LOBE_E, NECK_E, NECK_TOP, NECK, NOTCH_M) },
  { "left-shoulder-back", "right-shoulder-back", SHOULDER },
  { "left-upper-back", "right-upper-back", POINTS (NOTCH_M, NECK, COLLAR, ARMPIT, RIBS_G, RIBS_M) },
  { "left-lower-back", "right-lower-back", POINTS (RIBS_M, RIBS_G, ELBOW_UP_G, HIP_G, { 0, 424 }) },
  { "left-buttock", "right-buttock", POINTS ({ 0, 424 }, HIP_G, ELBOW_LOW_G, WRIST_UP_G, WRIST_LOW_G, FOLD, FOLD_M) },
  { "left-upper-arm-back", "right-upper-arm-back", UPPER_ARM },
  { "left-elbow", "right-elbow", ELBOW },
  { "left-forearm-back", "right-forearm-back", FOREARM },
  { "left-wrist-back", "right-wrist-back", WRIST },
  { "left-hand-back", "right-hand-back", HAND },
  { "left-thigh-back", "right-thigh-back", POINTS (FOLD_M, FOLD, FOLD_G, HAND_G, KNEE_UP_E, KNEE_UP_M) },
  { "left-knee-back", "right-knee-back", KNEE },
  { "left-calf", "right-calf", LOWER_LEG },
  { "left-ankle-back", "right-ankle-back", ANKLE },
  { "left-heel", "right-heel", FOOT },
};

/* ---- The figure ---- */

/* From the crown to the crotch; a point that is written twice is a corner. */
static const HalfPoint outline_points[] = {
  { 0, 20 }, { 20, 24 }, { 34, 38 }, { 41, 60 }, { 41, 80 }, { 41, 80 }, { 47, 78 }, { 48, 92 }, { 42, 108 }, { 38, 108 },
  { 38, 108 }, { 35, 126 }, { 27, 140 }, { 27, 140 }, { 27, 154 }, { 33, 168 }, { 56, 179 }, { 84, 187 }, { 107, 198 },
  { 121, 216 }, { 128, 240 }, { 134, 272 }, { 141, 310 }, { 148, 346 }, { 153, 372 }, { 161, 398 }, { 170, 430 }, { 177, 460 },
  { 182, 480 }, { 191, 490 }, { 202, 502 }, { 211, 520 }, { 215, 534 }, { 209, 538 }, { 201, 528 }, { 196, 523 }, { 196, 523 },
  { 200, 542 }, { 204, 560 }, { 206, 576 }, { 200, 580 }, { 197, 579 }, { 197, 588 }, { 191, 592 }, { 187, 586 }, { 186, 588 },
  { 181, 590 }, { 177, 582 }, { 175, 578 }, { 170, 574 }, { 167, 562 }, { 163, 540 }, { 160, 518 }, { 159, 500 }, { 160, 482 },
  { 154, 462 }, { 144, 436 }, { 134, 408 }, { 128, 384 }, { 124, 362 }, { 116, 330 }, { 108, 296 }, { 100, 262 }, { 100, 262 },
  { 98, 290 }, { 93, 322 }, { 88, 352 }, { 87, 378 }, { 91, 404 }, { 98, 436 }, { 102, 470 }, { 102, 510 }, { 99, 556 },
  { 93, 606 }, { 85, 650 }, { 79, 678 }, { 77, 704 }, { 79, 732 }, { 83, 766 }, { 82, 802 }, { 75, 846 }, { 66, 886 },
  { 60, 914 }, { 61, 932 }, { 68, 950 }, { 80, 966 }, { 84, 977 }, { 72, 983 }, { 50, 982 }, { 38, 976 }, { 33, 960 },
  { 33, 940 }, { 36, 918 }, { 35, 892 }, { 30, 850 }, { 24, 806 }, { 22, 770 }, { 26, 738 }, { 29, 710 }, { 28, 684 },
  { 23, 650 }, { 16, 606 }, { 9, 560 }, { 4, 528 }, { 0, 512 },
};

typedef struct
{
  const HalfPoint *points;
  guint n_points;
} Stroke;

/* What is drawn inside, as little as tells the parts apart. */
static const Stroke front_strokes[] = {
  { POINTS ({ 10, 86 }, { 17, 82 }, { 25, 84 }) }, /* brow */
  { POINTS ({ 12, 93 }, { 18, 90 }, { 24, 93 }, { 18, 95 }, { 12, 93 }) }, /* eye */
  { POINTS ({ 3, 94 }, { 4, 106 }, { 7, 113 }, { 0, 116 }) }, /* nose */
  { POINTS ({ 0, 128 }, { 7, 127 }, { 12, 128 }) }, /* mouth */
  { POINTS ({ 27, 140 }, { 14, 150 }, { 0, 153 }) }, /* chin */
  { POINTS ({ 8, 190 }, { 30, 186 }, { 58, 188 }, { 84, 196 }) }, /* collarbone */
  { POINTS ({ 0, 274 }, { 18, 280 }, { 46, 279 }, { 72, 268 }, { 92, 246 }) }, /* chest */
  { POINTS ({ 0, 318 }, { 16, 322 }, { 40, 340 }, { 62, 366 }) }, /* ribs */
  { POINTS ({ 0, 402 }, { 3, 405 }, { 0, 408 }) }, /* navel */
  { POINTS ({ 92, 428 }, { 64, 452 }, { 34, 484 }, { 10, 509 }) }, /* groin */
  { POINTS ({ 36, 676 }, { 44, 670 }, { 60, 670 }, { 68, 678 }) }, /* knee */
  { POINTS ({ 40, 718 }, { 48, 724 }, { 60, 724 }, { 66, 716 }) },
  { POINTS ({ 130, 366 }, { 138, 372 }, { 149, 368 }) }, /* elbow */
  { POINTS ({ 163, 484 }, { 172, 486 }, { 180, 483 }) }, /* wrist */
  { POINTS ({ 174, 500 }, { 184, 514 }, { 186, 528 }) }, /* palm */
  { POINTS ({ 194, 546 }, { 197, 579 }) }, /* fingers */
  { POINTS ({ 184, 550 }, { 187, 586 }) },
  { POINTS ({ 174, 548 }, { 177, 582 }) },
  { POINTS ({ 40, 934 }, { 46, 928 }, { 56, 930 }) }, /* ankle */
  { POINTS ({ 47, 970 }, { 47, 981 }) }, /* toes */
  { POINTS ({ 56, 970 }, { 57, 982 }) },
  { POINTS ({ 65, 969 }, { 67, 981 }) },
  { POINTS ({ 73, 967 }, { 76, 979 }) },
};

static const Stroke back_strokes[] = {
  { POINTS ({ 0, 140 }, { 12, 138 }, { 26, 130 }) }, /* hairline */
  { POINTS ({ 0, 186 }, { 0, 300 }, { 0, 424 }) }, /* spine */
  { POINTS ({ 28, 212 }, { 30, 244 }, { 40, 270 }, { 56, 262 }, { 76, 232 }) }, /* shoulder blade */
  { POINTS ({ 60, 414 }, { 40, 420 }, { 22, 432 }) }, /* pelvis */
  { POINTS ({ 0, 444 }, { 0, 480 }, { 0, 510 }) }, /* buttocks */
  { POINTS ({ 4, 512 }, { 24, 524 }, { 52, 522 }, { 78, 508 }) },
  { POINTS ({ 36, 698 }, { 52, 694 }, { 68, 698 }) }, /* knee */
  { POINTS ({ 48, 742 }, { 53, 780 }, { 52, 812 }) }, /* calf */
  { POINTS ({ 42, 880 }, { 44, 908 }, { 42, 930 }) }, /* heel */
  { POINTS ({ 54, 880 }, { 53, 908 }, { 55, 930 }) },
  { POINTS ({ 38, 962 }, { 48, 966 }, { 60, 962 }) },
  { POINTS ({ 132, 372 }, { 140, 366 }, { 148, 370 }) }, /* elbow */
  { POINTS ({ 163, 484 }, { 172, 486 }, { 180, 483 }) }, /* wrist */
  { POINTS ({ 194, 540 }, { 197, 579 }) }, /* fingers */
  { POINTS ({ 184, 542 }, { 187, 586 }) },
  { POINTS ({ 174, 542 }, { 177, 582 }) },
};

/* ---- From the tables to paths ---- */

/* Straight pieces between two points of a table. */
#define STEPS 6

typedef struct
{
  const Cell *cells;
  guint n_cells;
  NazarBodyPath *lines;
  guint n_lines;
  NazarBodyPath *left; /* of the cells */
  NazarBodyPath *right;
} Side;

typedef struct
{
  NazarBodyPath outline;
  NazarBodyPoint *half; /* the outline from crown to crotch, as u and y */
  guint n_half;
  Side front;
  Side back;
} Map;

static NazarBodyPoint
point_at (const HalfPoint *points,
          int              n_points,
          int              index)
{
  /* Beyond an end that lies on the middle line the figure goes on in the mirror. */
  if (index < 0)
    return points[0].u == 0 ? (NazarBodyPoint) { -points[1].u, points[1].y } : (NazarBodyPoint) { points[0].u, points[0].y };
  if (index >= n_points)
    return points[n_points - 1].u == 0 ? (NazarBodyPoint) { -points[n_points - 2].u, points[n_points - 2].y }
                                       : (NazarBodyPoint) { points[n_points - 1].u, points[n_points - 1].y };

  return (NazarBodyPoint) { points[index].u, points[index].y };
}

static double
spline (double a,
        double b,
        double c,
        double d,
        double t)
{
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

/* A smooth line through the points (Catmull-Rom), as u and y. */
static GArray *
make_smooth (const HalfPoint *points,
             int              n_points)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (NazarBodyPoint));

  for (int i = 0; i + 1 < n_points; i++)
    {
      NazarBodyPoint a = point_at (points, n_points, i - 1), b = point_at (points, n_points, i);
      NazarBodyPoint c = point_at (points, n_points, i + 1), d = point_at (points, n_points, i + 2);

      for (int step = i == 0 ? 0 : 1; step <= STEPS && (b.x != c.x || b.y != c.y); step++)
        {
          double t = (double) step / STEPS;
          NazarBodyPoint point = { MAX (spline (a.x, b.x, c.x, d.x, t), 0), spline (a.y, b.y, c.y, d.y, t) };

          g_array_append_val (path, point);
        }
    }

  return path;
}

static NazarBodyPath
make_path (GArray *points)
{
  NazarBodyPath path = { NULL, points->len };

  path.points = (NazarBodyPoint *) g_array_free (points, FALSE);
  return path;
}

/* From u to thousandths, on the reader's right (1) or left (-1). */
static NazarBodyPath
place_path (const NazarBodyPoint *points,
            guint                 n_points,
            int                   sign)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (NazarBodyPoint));

  for (guint i = 0; i < n_points; i++)
    {
      NazarBodyPoint point = { 500 + sign * points[i].x * 500 / HALF_WIDTH, points[i].y };

      g_array_append_val (placed, point);
    }

  return make_path (placed);
}

static NazarBodyPath
make_outline (const Map *map)
{
  NazarBodyPath right = place_path (map->half, map->n_half, 1), left = place_path (map->half, map->n_half, -1);
  GArray *whole = g_array_new (FALSE, FALSE, sizeof (NazarBodyPoint));

  g_array_append_vals (whole, right.points, right.n_points);
  for (guint i = left.n_points - 1; i > 0; i--)
    g_array_append_val (whole, left.points[i - 1]);
  g_free ((gpointer) right.points);
  g_free ((gpointer) left.points);
  return make_path (whole);
}

static gboolean
is_middle_line (const Stroke *stroke)
{
  for (guint i = 0; i < stroke->n_points; i++)
    if (stroke->points[i].u != 0)
      return FALSE;

  return TRUE;
}

static void
make_lines (Side         *side,
            const Stroke *strokes,
            guint         n_strokes)
{
  side->lines = g_new0 (NazarBodyPath, 2 * n_strokes);
  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr (GArray) smooth = make_smooth (strokes[i].points, strokes[i].n_points);

      side->lines[side->n_lines++] = place_path ((NazarBodyPoint *) smooth->data, smooth->len, 1);
      if (!is_middle_line (&strokes[i]))
        side->lines[side->n_lines++] = place_path ((NazarBodyPoint *) smooth->data, smooth->len, -1);
    }
}

/* A region over the middle line is one polygon. */
static NazarBodyPath
make_cell_path (const Cell *cell,
                int         sign)
{
  gboolean both = g_str_equal (cell->left, cell->right);
  GArray *path = g_array_new (FALSE, FALSE, sizeof (NazarBodyPoint));

  for (guint i = 0; i < cell->n_points; i++)
    {
      NazarBodyPoint point = { 500 + (both ? 1 : sign) * cell->points[i].u * 500 / HALF_WIDTH, cell->points[i].y };

      g_array_append_val (path, point);
    }
  /* The tables begin such polygons on the middle line and end them there. */
  for (guint i = cell->n_points; both && i > 0; i--)
    {
      NazarBodyPoint point = { 500 - cell->points[i - 1].u * 500 / HALF_WIDTH, cell->points[i - 1].y };

      g_array_append_val (path, point);
    }

  return make_path (path);
}

/* The person's left is on the reader's right of the front, and on the left of the back. */
static void
make_cells (Side       *side,
            const Cell *cells,
            guint       n_cells,
            int         left_sign)
{
  side->cells = cells;
  side->n_cells = n_cells;
  side->left = g_new0 (NazarBodyPath, n_cells);
  side->right = g_new0 (NazarBodyPath, n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      side->left[i] = make_cell_path (&cells[i], left_sign);
      side->right[i] = make_cell_path (&cells[i], -left_sign);
    }
}

static const Map *
get_map (void)
{
  static Map map;
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      GArray *half = make_smooth (outline_points, G_N_ELEMENTS (outline_points));

      map.n_half = half->len;
      map.half = (NazarBodyPoint *) g_array_free (half, FALSE);
      map.outline = make_outline (&map);
      make_cells (&map.front, front_cells, G_N_ELEMENTS (front_cells), 1);
      make_cells (&map.back, back_cells, G_N_ELEMENTS (back_cells), -1);
      make_lines (&map.front, front_strokes, G_N_ELEMENTS (front_strokes));
      make_lines (&map.back, back_strokes, G_N_ELEMENTS (back_strokes));
      g_once_init_leave (&made, 1);
    }

  return &map;
}

static const Side *
get_side (const char *side)
{
  return g_strcmp0 (side, "back") == 0 ? &get_map ()->back : &get_map ()->front;
}

/* ---- Where a point lies ---- */

/* Whether the edge from a to b is crossed by the way from (u, y) outwards. */
static gboolean
crosses (NazarBodyPoint a,
         NazarBodyPoint b,
         double         u,
         double         y)
{
  return (a.y > y) != (b.y > y) && u < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
}

static gboolean
is_in_figure (double u,
              double y)
{
  const Map *map = get_map ();
  gboolean inside = FALSE;

  for (guint i = 0; i + 1 < map->n_half; i++)
    inside ^= crosses (map->half[i], map->half[i + 1], u, y);

  return inside;
}

static gboolean
is_in_cell (const Cell *cell,
            double      u,
            double      y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < cell->n_points; i++)
    {
      HalfPoint a = cell->points[i], b = cell->points[(i + 1) % cell->n_points];

      inside ^= crosses ((NazarBodyPoint) { a.u, a.y }, (NazarBodyPoint) { b.u, b.y }, u, y);
    }

  return inside;
}

/**
 * nazar_body_map_region:
 * @side: "front" or "back"
 * @x: across, in thousandths
 * @y: down, in thousandths
 *
 * Returns: (transfer none) (nullable): id of the region there, to be looked up in
 *   #nazar_vocabulary_body_region; %NULL beside the body
 */
const char *
nazar_body_map_region (const char *side,
                       double      x,
                       double      y)
{
  const Side *looked = get_side (side);
  gboolean is_front = looked == &get_map ()->front;
  double u = fabs (x - 500) * HALF_WIDTH / 500;

  if (!is_in_figure (u, y))
    return NULL;

  for (guint i = 0; i < looked->n_cells; i++)
    if (is_in_cell (&looked->cells[i], u, y))
      return (x >= 500) == is_front ? looked->cells[i].left : looked->cells[i].right;

  return NULL;
}

/**
 * nazar_body_map_snap:
 * @x: (inout): across, in thousandths
 * @y: (inout): down, in thousandths
 * @reach: how far beside the body a point may lie, in thousandths of the height
 *
 * Brings a point to the nearest whole thousandths that are on the body.
 *
 * Returns: whether there are any within reach; the point is as it was where not
 */
gboolean
nazar_body_map_snap (double *x,
                     double *y,
                     double  reach)
{
  double best = G_MAXDOUBLE, best_x = *x, best_y = *y;
  int across = ceil (MAX (reach, 1) / NAZAR_BODY_MAP_WIDTH), down = ceil (MAX (reach, 1));

  for (int dy = -down; dy <= down; dy++)
    for (int dx = -across; dx <= across; dx++)
      {
        double to_x = round (*x) + dx, to_y = round (*y) + dy;
        double distance = hypot ((to_x - *x) * NAZAR_BODY_MAP_WIDTH, to_y - *y);

        if (distance < best && distance <= MAX (reach, 1) && is_in_figure (fabs (to_x - 500) * HALF_WIDTH / 500, to_y))
          {
            best = distance;
            best_x = to_x;
            best_y = to_y;
          }
      }

  *x = best_x;
  *y = best_y;
  return best < G_MAXDOUBLE;
}

/**
 * nazar_body_map_move_across:
 * @side: (inout): "front" or "back"
 * @x: (inout): across, in thousandths
 * @y: down, in thousandths
 * @step: in thousandths of the height, to the left where it is negative
 *
 * Goes to the next place across that is on the body: over what lies between, and from
 * the front on to the back, which stands beside it on the right.
 */
void
nazar_body_map_move_across (const char **side,
                            double      *x,
                            double       y,
                            double       step)
{
  gboolean on_back = g_str_equal (*side, "back");
  double to = *x + step / NAZAR_BODY_MAP_WIDTH;

  for (int figure = on_back; figure == 0 || figure == 1; figure += step < 0 ? -1 : 1)
    {
      const char *there = figure == 1 ? "back" : "front";

      for (; to >= 0 && to <= 1000; to += step / NAZAR_BODY_MAP_WIDTH)
        if (nazar_body_map_region (there, to, y) != NULL)
          {
            *side = there;
            *x = to;
            return;
          }
      to = step < 0 ? 1000 : 0;
    }
}

/** How far aside a step down may lead, in thousandths of the width. */
#define ASIDE 60

/**
 * nazar_body_map_move_down:
 * @side: "front" or "back"
 * @x: (inout): across, in thousandths
 * @y: (inout): down, in thousandths
 * @step: in thousandths, upwards where it is negative
 *
 * Goes to the next place down that is on the body, a little aside where it slants.
 */
void
nazar_body_map_move_down (const char *side,
                          double     *x,
                          double     *y,
                          double      step)
{
  for (double to = *y + step; to > 0 && to < 1000; to += step)
    for (int aside = 0; aside <= 2 * ASIDE; aside += 2)
      {
        /* By turns to the right and to the left, further and further. */
        double across = *x + (aside % 4 == 0 ? aside / 2 : -(aside / 2 + 1));

        if (nazar_body_map_region (side, across, to) != NULL)
          {
            *x = across;
            *y = to;
            return;
          }
      }
}

/* ---- What is drawn ---- */

/**
 * nazar_body_map_outline:
 *
 * Returns: (transfer none): the figure, closed; it is the same on both sides
 */
const NazarBodyPath *
nazar_body_map_outline (void)
{
  return &get_map ()->outline;
}

/**
 * nazar_body_map_lines:
 * @side: "front" or "back"
 * @n_lines: (out): their number
 *
 * Returns: (transfer none) (array length=n_lines): the fine lines inside, open
 */
const NazarBodyPath *
nazar_body_map_lines (const char *side,
                      guint      *n_lines)
{
  *n_lines = get_side (side)->n_lines;
  return get_side (side)->lines;
}

/**
 * nazar_body_map_region_path:
 * @side: "front" or "back"
 * @region: id of a region
 *
 * Returns: (transfer none) (nullable): a closed path that holds just that region of the
 *   figure, and room beside it: to be clipped to the outline; %NULL where the region is
 *   not on that side
 */
const NazarBodyPath *
nazar_body_map_region_path (const char *side,
                            const char *region)
{
  const Side *looked = get_side (side);

  for (guint i = 0; i < looked->n_cells; i++)
    {
      if (g_strcmp0 (looked->cells[i].left, region) == 0)
        return &looked->left[i];
      if (g_strcmp0 (looked->cells[i].right, region) == 0)
        return &looked->right[i];
    }

  return NULL;
}
