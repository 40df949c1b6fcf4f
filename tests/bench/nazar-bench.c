/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench.h"

#include "nazar-config.h"
#include "nazar-language.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Exit codes: 0 every ratio is within its limit, 1 one is not, 2 something could
 * not be measured. */
#define EXIT_OVER_LIMIT 1
#define EXIT_NOT_MEASURED 2

#define WHAT_WIDTH 40

static const struct
{
  const char *name;
  void (*run) (NazarBench *bench);
} parts[] = {
  { "window", nazar_bench_window },
  { "search", nazar_bench_search },
  { "import", nazar_bench_import },
  { "edit", nazar_bench_edit },
  { "visits", nazar_bench_visits },
};

void
nazar_bench_pair_init (NazarBenchPair *pair)
{
  pair->ours = g_array_new (FALSE, FALSE, sizeof (double));
  pair->theirs = g_array_new (FALSE, FALSE, sizeof (double));
}

void
nazar_bench_pair_clear (NazarBenchPair *pair)
{
  g_clear_pointer (&pair->ours, g_array_unref);
  g_clear_pointer (&pair->theirs, g_array_unref);
}

/* Adds one round's measure of each side. */
void
nazar_bench_pair_add (NazarBenchPair *pair,
                      double          ours,
                      double          theirs)
{
  g_array_append_val (pair->ours, ours);
  g_array_append_val (pair->theirs, theirs);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

/* Prints the medians and their ratio, and remembers whether the limit was passed. */
void
nazar_bench_report (NazarBench     *bench,
                    const char     *what,
                    const char     *unit,
                    double          limit,
                    NazarBenchPair *pair)
{
  double ours = median (pair->ours), theirs = median (pair->theirs);
  double ratio = ours / theirs;

  printf ("%s%*s %10.3f %10.3f %-3s %6.2f %6.2f%s\n", what, WHAT_WIDTH - (int) g_utf8_strlen (what, -1), "", ours, theirs, unit,
          ratio, limit, ratio > limit ? "  over" : "");
  fflush (stdout);
  bench->passed = bench->passed && ratio <= limit;
}

/* Milliseconds since some moment. */
double
nazar_bench_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

char *
nazar_bench_file (NazarBench *bench,
                  const char *name)
{
  return g_build_filename (bench->folder, name, NULL);
}

/* Removes a register or table with all that stands beside it. */
void
nazar_bench_remove (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-lock" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/* Ends the program: what cannot be done cannot be measured. */
void
nazar_bench_fail (const GError *error,
                  const char   *what)
{
  fprintf (stderr, "%s%s%s\n", what, error != NULL ? ": " : "", error != NULL ? error->message : "");
  exit (EXIT_NOT_MEASURED);
}

/* The person's own preferences, recent registers and name stay as they are. */
static void
live_in (const char *path)
{
  static const char *const places[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (path, places[i], NULL);

      g_setenv (places[i], place, TRUE);
    }
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}

static char *folder;

static void
on_exit_cb (void)
{
  remove_folder (folder);
}

static gboolean
is_wanted (const char        *name,
           const char *const *only)
{
  return only == NULL || g_strv_contains (only, name);
}

static void
check_names (const char *const *only)
{
  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        known = known || strcmp (parts[j].name, only[i]) == 0;
      if (!known)
        {
          fprintf (stderr, "There is no part %s: window, search, import, edit, visits.\n", only[i]);
          exit (EXIT_NOT_MEASURED);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  gboolean quick = FALSE;
  g_autofree char *where = NULL;
  g_auto (GStrv) only = NULL;
  const GOptionEntry entries[] = {
    { "quick", 'q', 0, G_OPTION_ARG_NONE, &quick, "A tenth of everything, three rounds: only to see that it works", NULL },
    { "folder", 'f', 0, G_OPTION_ARG_FILENAME, &where, "Where the files are made (on a disk)", "FOLDER" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &only, NULL, "[window|search|import|edit|visits ...]" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  NazarBench bench = { .rounds = 9, .n_many = 100000, .n_few = 100, .n_rows = 40000, .passed = TRUE };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    nazar_bench_fail (error, "nazar-bench");
  check_names ((const char *const *) only);
  if (quick)
    bench = (NazarBench){ .rounds = 3, .n_many = 10000, .n_few = 100, .n_rows = 4000, .passed = TRUE };

  folder = g_build_filename (where != NULL ? where : NAZAR_BUILD_ROOT, "nazar-bench-XXXXXX", NULL);
  if (g_mkdtemp (folder) == NULL)
    nazar_bench_fail (NULL, folder);
  atexit (on_exit_cb);
  bench.folder = folder;
  live_in (folder);
  nazar_language_init (NULL, NAZAR_LOCALEDIR);

  printf ("Medians of %u rounds; both sides measured in turns.\n", bench.rounds);
  printf ("%*s %10s %10s %-3s %6s %6s\n", WHAT_WIDTH, "", "Nazar", "against", "", "ratio", "limit");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_wanted (parts[i].name, (const char *const *) only))
      parts[i].run (&bench);

  if (quick)
    printf ("These figures are too few to judge by.\n");
  return bench.passed || quick ? EXIT_SUCCESS : EXIT_OVER_LIMIT;
}
