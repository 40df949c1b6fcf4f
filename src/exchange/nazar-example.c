/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-example.h"

#include "nazar-exchange-resources.h"
#include "nazar-import.h"

/* The example register: data/reference/example.json, built in. It goes the way of
 * any import, so that it is in the journal like one. */

/**
 * nazar_example_fill:
 * @store: an empty register
 * @error: return location for an error
 *
 * Fills it with the example: the recommendations of an NGO's report of 2019,
 * summarised in Nazar's own words.
 *
 * Returns: %FALSE on error
 */
gboolean
nazar_example_fill (NazarStore  *store,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NazarImportPlan) plan = NULL;

  bytes = g_resource_lookup_data (nazar_exchange_get_resource (), "/kg/nazar/exchange/example.json",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;

  plan = nazar_import_read_bytes (store, "example.json", bytes, error);
  return plan != NULL && nazar_import_plan_store (plan, store, NULL, NULL, NULL, error);
}
