/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-bench-data.h"

#include "nazar-config.h"

#include <stdio.h>
#include <string.h>

/* The real program with the large register against the same with the small one:
 * how long from its start to the first frame with rows of the list in it, and how
 * much memory it has then and a second later. */

typedef struct
{
  double frame;         /* milliseconds */
  double frame_memory;  /* PSS in MB */
  double rest_memory;
  double rest_resident; /* RSS in MB */
  guint n_rows;
} Run;

static GSubprocess *
start (const char *path)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", NAZAR_BENCH_PROBE, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, NAZAR_BUILD_ROOT "/src/ui/nazar", path, NULL);
  if (process == NULL)
    nazar_bench_fail (error, "nazar");
  return process;
}

static Run
run (const char *path)
{
  double began = nazar_bench_now ();
  g_autoptr (GSubprocess) process = start (path);
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autoptr (GError) error = NULL;
  Run result = { 0 };
  char *line;

  while ((line = g_data_input_stream_read_line (output, NULL, NULL, &error)) != NULL)
    {
      double rss, pss;

      if (sscanf (line, "frame %u", &result.n_rows) == 1)
        result.frame = nazar_bench_now () - began;
      else if (sscanf (line, "memory %lf %lf", &rss, &pss) == 2)
        result.frame_memory = pss / 1024;
      else if (sscanf (line, "rest %lf %lf", &rss, &pss) == 2)
        {
          result.rest_memory = pss / 1024;
          result.rest_resident = rss / 1024;
        }
      g_free (line);
    }

  if (!g_subprocess_wait_check (process, NULL, &error) || result.rest_memory == 0)
    nazar_bench_fail (error, "nazar showed no list");
  return result;
}

void
nazar_bench_window (NazarBench *bench)
{
  g_autofree char *many = NULL;
  g_autofree char *few = NULL;
  g_auto (NazarBenchPair) frame, frame_memory, rest_memory, rest_resident;
  g_autofree char *what = g_strdup_printf ("first frame, %u against %u", bench->n_many, bench->n_few);

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    nazar_bench_fail (NULL, "There is no display. scripts/bench makes one.");

  many = nazar_bench_make_register (bench, bench->n_many);
  few = nazar_bench_make_register (bench, bench->n_few);
  nazar_bench_pair_init (&frame);
  nazar_bench_pair_init (&frame_memory);
  nazar_bench_pair_init (&rest_memory);
  nazar_bench_pair_init (&rest_resident);

  run (many);
  run (few);
  for (guint round = 0; round < bench->rounds; round++)
    {
      Run ours = run (many), theirs = run (few);

      g_assert (ours.n_rows == bench->n_many && theirs.n_rows == bench->n_few);
      nazar_bench_pair_add (&frame, ours.frame, theirs.frame);
      nazar_bench_pair_add (&frame_memory, ours.frame_memory, theirs.frame_memory);
      nazar_bench_pair_add (&rest_memory, ours.rest_memory, theirs.rest_memory);
      nazar_bench_pair_add (&rest_resident, ours.rest_resident, theirs.rest_resident);
    }

  nazar_bench_report (bench, what, "ms", 1.25, &frame);
  nazar_bench_report (bench, "memory (PSS) in that frame", "MB", 1.25, &frame_memory);
  nazar_bench_report (bench, "memory (PSS) a second later", "MB", 1.25, &rest_memory);
  nazar_bench_report (bench, "memory (RSS) a second later", "MB", 1.25, &rest_resident);
}
