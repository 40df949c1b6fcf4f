/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-export.h"
#include "nazar-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Commands that bring in and take out. */

/**
 * nazarctl_read_options:
 * @arguments: what was typed
 * @options: (element-type utf8 utf8): takes the names and values of --option
 *
 * Returns: %EXIT_DONE, or the exit code after the usage was printed
 */
NazarctlExit
nazarctl_read_options (const NazarctlArguments *arguments,
                       GHashTable              *options)
{
  for (guint i = 0; arguments->options != NULL && arguments->options[i] != NULL; i++)
    {
      char *name, *value;

      if (!nazarctl_split (arguments->options[i], &name, &value, NULL))
        return nazarctl_fail_usage (_("--option needs NAME=VALUE."));
      g_hash_table_insert (options, name, value);
    }

  return EXIT_DONE;
}

/* Where an item stands in its file, or which record of the register it is. */
static char *
item_place (NazarImportItem *item,
            guint            index)
{
  const NazarRecordInfo *info = nazar_record_get_info (item->record);
  gboolean has_number = nazar_record_info_find (info, "number", NULL) != NULL;
  const char *section = has_number ? nazar_record_get (item->record, "section") : NULL;
  const char *number = has_number ? nazar_record_get (item->record, "number") : NULL;
  g_autoptr (GString) place = g_string_new (NULL);

  if (item->line > 0)
    /* Translators: the number of a line in a file. */
    g_string_append_printf (place, _("line %u"), item->line);
  if (section != NULL || number != NULL)
    g_string_append_printf (place, "%s%s%s%s", place->len > 0 ? ", " : "", section != NULL ? section : "",
                            section != NULL && number != NULL ? " " : "", number != NULL ? number : "");
  if (place->len == 0 && item->known != NULL)
    g_string_append (place, nazar_record_get_id (item->known));
  else if (place->len == 0)
    /* Translators: the place of a record in a file: 1 for the first. */
    g_string_append_printf (place, _("record %u"), index + 1);

  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* A value as one line. */
static char *
one_line (const char *value)
{
  return g_strdelimit (g_strdup (value != NULL ? value : ""), "\r\n\t", ' ');
}

static void
put_item (NazarImportItem *item,
          guint            index,
          gboolean         update)
{
  g_autofree char *place = NULL;

  if (item->doubt == NULL && (item->differences == NULL || item->differences->len == 0))
    return;

  place = item_place (item, index);
  if (item->doubt != NULL)
    fprintf (stdout, "%s: %s\n", place, item->doubt);

  for (guint i = 0; item->differences != NULL && i < item->differences->len; i++)
    {
      const NazarImportDifference *difference = g_ptr_array_index (item->differences, i);
      g_autofree char *old_value = one_line (nazar_record_get (item->known, difference->field->name));
      g_autofree char *new_value = one_line (difference->value);

      fprintf (stdout, "%s: %s: ", place, nazar_field_label (difference->field));
      if (difference->fills)
        /* Translators: a value that was unset so far. */
        fprintf (stdout, _("filled with “%s”"), new_value);
      else if (update)
        /* Translators: an old and a new value. */
        fprintf (stdout, _("“%s” replaced by “%s”"), old_value, new_value);
      else
        /* Translators: what the register and a file have; --update stays as it is. */
        fprintf (stdout, _("the register has “%s”, the file “%s” (taken with --update)"), old_value, new_value);
      fputc ('\n', stdout);
    }
}

static void
put_plan (NazarImportPlan *plan,
          gboolean         update)
{
  NazarImportCounts counts = nazar_import_plan_count (plan);
  GPtrArray *items = nazar_import_plan_get_items (plan);
  GPtrArray *warnings = nazar_import_plan_get_warnings (plan);

  for (guint i = 0; i < warnings->len; i++)
    fprintf (stdout, "%s\n", (const char *) g_ptr_array_index (warnings, i));
  for (guint i = 0; i < items->len; i++)
    put_item (g_ptr_array_index (items, i), i, update);

  fprintf (stdout, "%s: ", nazar_import_plan_get_kind_label (plan));
  /* Translators: a sum that adds up: read = new + already there + united + left out. */
  fprintf (stdout, _("%u read = %u new + %u already there + %u united + %u left out; %u doubtful"), counts.read, counts.fresh,
           counts.known, counts.united, counts.left_out, counts.doubtful);
  fputc ('\n', stdout);
}

NazarctlExit
nazarctl_import (const NazarctlArguments *arguments)
{
  g_autoptr (GHashTable) options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  NazarctlExit exit = nazarctl_read_options (arguments, options);

  if (exit != EXIT_DONE)
    return exit;

  store = nazarctl_open (arguments->words[0], !arguments->dry_run, &exit);
  if (store == NULL)
    return exit;

  plan = nazar_import_read (store, arguments->words[1], arguments->kind, options, NULL, NULL, NULL, &error);
  if (plan == NULL)
    return g_error_matches (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE) ? nazarctl_fail_usage (error->message)
                                                                                 : nazarctl_fail (error);

  for (guint i = 0; i < nazar_import_plan_get_items (plan)->len; i++)
    ((NazarImportItem *) g_ptr_array_index (nazar_import_plan_get_items (plan), i))->update = arguments->update;

  if (!arguments->dry_run && !nazar_import_plan_store (plan, store, NULL, NULL, NULL, &error))
    return nazarctl_fail (error);

  put_plan (plan, arguments->update);
  return EXIT_DONE;
}

NazarctlExit
nazarctl_export (const NazarctlArguments *arguments)
{
  NazarAudience audience = NAZAR_AUDIENCE_PUBLIC;
  NazarExportFormat format;
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GType type = G_TYPE_INVALID;
  NazarctlExit exit;

  if (arguments->redact != NULL && !nazar_audience_from_name (arguments->redact, &audience))
    return nazarctl_fail_usage (_("--redact needs public, authority or none."));
  if (!nazar_export_format_from_path (arguments->words[1], &format, &error))
    return nazarctl_fail_usage (error->message);
  if (arguments->type != NULL && (type = nazarctl_type (arguments->type, &exit)) == G_TYPE_INVALID)
    return exit;

  store = nazar_store_open (arguments->words[0], NAZAR_STORE_FALL_BACK, NULL, &error);
  if (store == NULL || !nazar_export (store, arguments->words[1], format, type, audience, NULL, NULL, NULL, NULL, &error))
    return nazarctl_fail (error);

  if (nazar_store_is_read_only (store))
    fprintf (stderr, "nazarctl: %s\n", _("This export is not in the journal, for the register cannot be written now."));
  return EXIT_DONE;
}
