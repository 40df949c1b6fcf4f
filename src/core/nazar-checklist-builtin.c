/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-checklist.h"

#include "nazar-core-resources.h"

/* The questionnaires that come with the program: data/reference/checklists. */
static const char *const files[] = {
  "/kg/nazar/core/checklists/police.json",
  "/kg/nazar/core/checklists/prison.json",
};

static NazarChecklist *builtins[G_N_ELEMENTS (files)];
static GBytes *texts[G_N_ELEMENTS (files)];

/* A fault in them is a programmer's mistake, and a test reads them all. */
static void
read_builtins (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      texts[i] = g_resource_lookup_data (nazar_core_get_resource (), files[i], 0, &error);
      if (texts[i] != NULL)
        builtins[i] = nazar_checklist_parse (g_bytes_get_data (texts[i], NULL), g_bytes_get_size (texts[i]), &error);
      if (builtins[i] == NULL)
        g_error ("%s: %s", files[i], error->message);
    }
}

/**
 * nazar_checklist_builtins:
 * @n_checklists: (out): their number
 *
 * Returns: (transfer none) (array length=n_checklists): the questionnaires that come with
 *   the program
 */
NazarChecklist *const *
nazar_checklist_builtins (guint *n_checklists)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      read_builtins ();
      g_once_init_leave (&once, 1);
    }

  *n_checklists = G_N_ELEMENTS (builtins);
  return builtins;
}

/**
 * nazar_checklist_builtin:
 * @id_or_series: (nullable): the id of a version, or a series for its newest version
 *
 * Returns: (transfer none) (nullable): the questionnaire
 */
NazarChecklist *
nazar_checklist_builtin (const char *id_or_series)
{
  guint n_checklists;
  NazarChecklist *const *all = nazar_checklist_builtins (&n_checklists);
  NazarChecklist *newest = NULL;

  for (guint i = 0; id_or_series != NULL && i < n_checklists; i++)
    {
      if (g_str_equal (nazar_checklist_get_id (all[i]), id_or_series))
        return all[i];
      if (g_str_equal (nazar_checklist_get_series (all[i]), id_or_series) &&
          (newest == NULL || nazar_checklist_get_version (all[i]) > nazar_checklist_get_version (newest)))
        newest = all[i];
    }

  return newest;
}

/**
 * nazar_checklist_builtin_text:
 * @id: (nullable): the id of a version that comes with the program
 * @length: (out) (optional): its bytes
 *
 * Returns: (transfer none) (nullable): its JSON, to be kept in a register; ends in NUL
 */
const char *
nazar_checklist_builtin_text (const char *id,
                              gsize      *length)
{
  guint n_checklists;
  NazarChecklist *const *all = nazar_checklist_builtins (&n_checklists);

  for (guint i = 0; id != NULL && i < n_checklists; i++)
    if (g_str_equal (nazar_checklist_get_id (all[i]), id))
      {
        /* Data of a resource that is not compressed ends in NUL. */
        return g_bytes_get_data (texts[i], length);
      }

  return NULL;
}
