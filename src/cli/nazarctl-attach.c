/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-attach.h"

#include <glib/gi18n-lib.h>

/* The command that attaches a file to a record. */

NazarctlExit
nazarctl_attach (const NazarctlArguments *arguments)
{
  g_autoptr (GFile) file = g_file_new_for_path (arguments->words[2]);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarAttached) attached = NULL;
  g_autoptr (GError) error = NULL;
  NazarctlExit exit;

  store = nazarctl_open (arguments->words[0], TRUE, &exit);
  if (store == NULL)
    return exit;

  if (nazar_store_find_type (store, arguments->words[1], &error) == G_TYPE_INVALID)
    return nazarctl_fail (error);
  attached = nazar_attach_read (file, arguments->words[1], arguments->keep_metadata ? NAZAR_ATTACH_KEEP_METADATA : NAZAR_ATTACH_DEFAULT,
                                NULL, &error);
  if (attached == NULL || !nazar_attach_add (store, attached, &error))
    return nazarctl_fail (error);

  if (attached->removed != NULL)
    /* Translators: what was removed from a photograph, in sentences, such as “Place: 42.87460, 74.56980.” */
    fprintf (stderr, "nazarctl: %s %s\n", _("This was removed from the picture:"), attached->removed);
  nazarctl_put (nazar_record_get_id (attached->record));
  nazarctl_put ("\n");
  return EXIT_DONE;
}
