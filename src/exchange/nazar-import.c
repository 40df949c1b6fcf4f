/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The kinds of file, in the order in which they are tried. A report is any text,
 * so it is tried last. */
static const NazarImporter *const importers[] = {
  &nazar_importer_json,
  &nazar_importer_facility,
  &nazar_importer_upr_info,
  &nazar_importer_report,
};

#define MAX_JSON_BYTES (G_GUINT64_CONSTANT (1) << 30)
#define MAX_TEXT_BYTES (G_GUINT64_CONSTANT (512) << 20)

static void
input_clear (NazarImportInput *input)
{
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input->charset);
  g_free (input->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NazarImportInput, input_clear)

static gboolean
look_at_file (const char  *path,
              const char  *name,
              GError     **error)
{
  GStatBuf st;

  if (g_stat (path, &st) != 0)
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE,
                   /* Translators: %s is a file name. */
                   errno == ENOENT ? _("There is no file “%s”.") : _("The file “%s” cannot be read."), name);
      return FALSE;
    }
  if (S_ISDIR (st.st_mode))
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE, _("“%s” is a folder, not a file."), name);
      return FALSE;
    }
  if (!S_ISREG (st.st_mode))
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE, _("“%s” is not an ordinary file."), name);
      return FALSE;
    }
  if ((guint64) st.st_size > MAX_JSON_BYTES)
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_TOO_LARGE,
                   _("“%s” is larger than 1 GiB. Divide it and import the parts."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_bytes (NazarImportInput  *input,
            const char        *name,
            GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  char *contents;
  gsize length;

  if (!look_at_file (input->path, name, error))
    return FALSE;

  if (!g_file_get_contents (input->path, &contents, &length, &local_error))
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE, _("The file “%s” cannot be read."), name);
      return FALSE;
    }

  input->bytes = g_bytes_new_take (contents, length);
  return TRUE;
}

/* What is no text has a sentence of its own for each sort. */
static gboolean
check_content (NazarContentKind   content,
               const char        *name,
               GError           **error)
{
  const char *sentence;

  switch (content)
    {
    case NAZAR_CONTENT_TEXT:
      return TRUE;
    case NAZAR_CONTENT_EMPTY:
      sentence = _("The file is empty.");
      break;
    case NAZAR_CONTENT_PDF:
      sentence = _("This is a PDF. Save its text to a file and import that: text is the way for now.");
      break;
    case NAZAR_CONTENT_ZIP:
      sentence = _("This is a Word file, a spreadsheet or an archive. Save it as text or CSV and import that.");
      break;
    case NAZAR_CONTENT_SQLITE:
      sentence = _("This is a database. If it is a register, open it instead of importing it.");
      break;
    case NAZAR_CONTENT_OTHER_BINARY:
    default:
      sentence = _("This file holds no text.");
      break;
    }

  /* Translators: a file name and a sentence. */
  g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNREADABLE, _("“%s” cannot be imported. %s"), name, sentence);
  return FALSE;
}

static const char *
get_option (const NazarImportInput *input,
            const char             *name)
{
  return input->options != NULL ? g_hash_table_lookup (input->options, name) : NULL;
}

static gboolean
decode (NazarImportInput  *input,
        const char        *name,
        NazarImportPlan   *plan,
        GError           **error)
{
  gsize size, n_replaced = 0;
  const char *bytes = g_bytes_get_data (input->bytes, &size);
  const char *chosen = get_option (input, "encoding");
  NazarContentKind content = nazar_encoding_get_content_kind (bytes, size);

  /* A charset chosen by hand overrules the guess that a file is no text. */
  if (!(chosen != NULL && content == NAZAR_CONTENT_OTHER_BINARY) && !check_content (content, name, error))
    return FALSE;
  if (size > MAX_TEXT_BYTES && bytes[strspn (bytes, " \t\r\n")] != '{')
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_TOO_LARGE,
                   _("“%s” is larger than 512 MiB. Divide it and import the parts."), name);
      return FALSE;
    }

  input->charset = g_ascii_strdown (chosen != NULL ? chosen : nazar_encoding_guess (bytes, size), -1);
  input->text = nazar_encoding_decode (bytes, size, input->charset, &input->length, &n_replaced, error);
  if (input->text == NULL)
    return FALSE;

  g_clear_pointer (&input->bytes, g_bytes_unref);
  if (n_replaced > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("%u character could not be read in this encoding.", "%u characters could not be read in this encoding.", n_replaced),
          (guint) n_replaced);

      nazar_import_plan_add_warning (plan, sentence);
    }
  return TRUE;
}

static const NazarImporter *
find_importer (const NazarImportInput  *input,
               const char              *kind,
               GError                 **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (kind != NULL ? strcmp (importers[i]->kind, kind) == 0 : importers[i]->recognise (input))
      return importers[i];

  if (kind != NULL)
    {
      g_autoptr (GString) kinds = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
        g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", importers[i]->kind);
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE,
                   /* Translators: a word that was typed, then a list of words. */
                   _("“%s” is no kind of file. These are: %s."), kind, kinds->str);
    }
  else
    {
      g_set_error_literal (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_UNKNOWN_KIND,
                           _("Nazar does not know this kind of file."));
    }
  return NULL;
}

static gboolean
check_encoding (const char  *encoding,
                GError     **error)
{
  guint n_encodings;
  const NazarEncoding *encodings = nazar_encoding_list (&n_encodings);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_encodings; i++)
    {
      if (g_ascii_strcasecmp (encodings[i].id, encoding) == 0)
        return TRUE;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", encodings[i].id);
    }

  g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE,
               /* Translators: a word that was typed, then a list of words. */
               _("“%s” is no encoding that Nazar knows. These are: %s."), encoding, names->str);
  return FALSE;
}

static gboolean
check_options (GHashTable  *options,
               GError     **error)
{
  static const char *const known[] = { "state", "mechanism", "symbol", "title", "date", "session", NULL };
  GHashTableIter iter;
  gpointer name, value;

  if (options == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (strcmp (name, "encoding") == 0)
      {
        if (!check_encoding (value, error))
          return FALSE;
      }
    else if (!g_strv_contains (known, name))
      {
        /* Translators: a word that was typed. */
        g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE, _("There is no option “%s”."), (const char *) name);
        return FALSE;
      }
  return TRUE;
}

static NazarImportPlan *
read_input (NazarStore        *store,
            NazarImportInput  *input,
            const char        *name,
            const char        *kind,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (NazarImportPlan) plan = g_object_new (NAZAR_TYPE_IMPORT_PLAN, NULL);

  plan->name = g_strdup (name);
  if (!decode (input, name, plan, error))
    return NULL;

  plan->importer = find_importer (input, kind, error);
  if (plan->importer == NULL || !plan->importer->read (input, plan, cancellable, error))
    return NULL;

  if (plan->items->len == 0)
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_NOTHING_FOUND,
                   _("Nothing to import was found in “%s”."), name);
      return NULL;
    }

  plan->charset = g_steal_pointer (&input->charset);
  plan->text = g_steal_pointer (&input->text);
  plan->length = input->length;
  if (!nazar_import_plan_match (plan, store, cancellable, error))
    return NULL;

  return g_steal_pointer (&plan);
}

/**
 * nazar_import_read:
 * @store: the register, to see what is known already
 * @path: a file
 * @kind: (nullable): its kind; %NULL to recognise it from the content
 * @options: (nullable) (element-type utf8 utf8): `encoding`, `state`, or fields of
 *   the source of a report
 * @progress: (nullable): told how far it is, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to end it
 * @error: return location for a #NazarImportError or another with a sentence
 *
 * Reads a file and changes nothing. May take long: for a worker's thread.
 *
 * Returns: (transfer full) (nullable): what was found, for the review
 */
NazarImportPlan *
nazar_import_read (NazarStore         *store,
                   const char         *path,
                   const char         *kind,
                   GHashTable         *options,
                   NazarProgressFunc   progress,
                   gpointer            progress_data,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_auto (NazarImportInput) input = { .path = path, .options = options, .progress = progress, .progress_data = progress_data };
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (!check_options (options, error) || !load_bytes (&input, name, error))
    return NULL;

  return read_input (store, &input, name, kind, cancellable, error);
}

/**
 * nazar_import_read_bytes:
 * @store: the register
 * @name: how to call the input
 * @bytes: the input
 * @error: return location for an error
 *
 * As nazar_import_read(), for what is in memory.
 *
 * Returns: (transfer full) (nullable): what was found
 */
NazarImportPlan *
nazar_import_read_bytes (NazarStore  *store,
                         const char  *name,
                         GBytes      *bytes,
                         GError     **error)
{
  g_auto (NazarImportInput) input = { .path = name, .bytes = g_bytes_ref (bytes) };

  return read_input (store, &input, name, NULL, NULL, error);
}
