/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-config.h"
#include "nazar-date.h"
#include "nazar-json.h"
#include "nazar-language.h"
#include "nazar-locale-dir.h"
#include "nazar-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const NazarctlCommand commands[] = {
  { "init", "REGISTER [--no-encryption | --passphrase-file FILE] [--example]", 1, 1, "nPx", nazarctl_init },
  { "import", "REGISTER FILE [--as KIND] [--dry-run] [--update] [--option NAME=VALUE ...]", 2, 2, "adUo", nazarctl_import },
  { "list", "REGISTER TYPE [--format table|json|csv] [--filter FIELD=VALUE ...] [--sort FIELD] [--personal]", 2, 2, "fFsp", nazarctl_list },
  { "show", "REGISTER ID [--format text|json] [--personal]", 2, 2, "fp", nazarctl_show },
  { "search", "REGISTER QUERY [--format table|json] [--personal]", 2, 2, "fp", nazarctl_search },
  { "edit", "REGISTER TYPE|ID FIELD=VALUE|FIELD:=JSON ...", 3, 0, "", nazarctl_edit },
  { "attach", "REGISTER ID FILE [--keep-metadata]", 3, 3, "k", nazarctl_attach },
  { "delete", "REGISTER ID", 2, 2, "", nazarctl_delete },
  { "undo", "REGISTER", 1, 1, "", nazarctl_undo },
  { "redo", "REGISTER", 1, 1, "", nazarctl_redo },
  { "stats", "REGISTER [--format text|json]", 1, 1, "f", nazarctl_stats },
  { "export", "REGISTER FILE.json|FILE.csv [--type TYPE] [--redact public|authority|none]", 2, 2, "tr", nazarctl_export },
  { "report", "REGISTER visit|questionnaire ID FILE.pdf [--lang LANG] [--redact public|authority|none] [--option NAME=VALUE ...]", 4, 4,
    "lro", nazarctl_report },
  { "journal", "REGISTER [--record ID] [--format text|json] [--personal]", 1, 1, "fRp", nazarctl_journal },
  { "check", "REGISTER", 1, 1, "", nazarctl_check },
  { "backup", "REGISTER FILE", 2, 2, "", nazarctl_backup },
  { "restore", "REGISTER FILE", 2, 2, "", nazarctl_restore },
};

static NazarctlArguments arguments;
static char *today;
static gboolean show_version;
static gboolean show_help;

/* An option and the letter by which commands name it. Values are taken as the
 * bytes that were typed: GOption would convert them from the locale's charset. */
static const struct
{
  char letter;
  GOptionEntry entry;
} option_letters[] = {
  { 'f', { "format", 0, 0, G_OPTION_ARG_FILENAME, &arguments.format, NULL, NULL } },
  { 'F', { "filter", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.filters, NULL, NULL } },
  { 'o', { "option", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.options, NULL, NULL } },
  { 'a', { "as", 0, 0, G_OPTION_ARG_FILENAME, &arguments.kind, NULL, NULL } },
  { 's', { "sort", 0, 0, G_OPTION_ARG_FILENAME, &arguments.sort, NULL, NULL } },
  { 'R', { "record", 0, 0, G_OPTION_ARG_FILENAME, &arguments.record, NULL, NULL } },
  { 'l', { "lang", 0, 0, G_OPTION_ARG_FILENAME, &arguments.language, NULL, NULL } },
  { 't', { "type", 0, 0, G_OPTION_ARG_FILENAME, &arguments.type, NULL, NULL } },
  { 'r', { "redact", 0, 0, G_OPTION_ARG_FILENAME, &arguments.redact, NULL, NULL } },
  { 'P', { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &arguments.passphrase_file, NULL, NULL } },
  { 'n', { "no-encryption", 0, 0, G_OPTION_ARG_NONE, &arguments.no_encryption, NULL, NULL } },
  { 'x', { "example", 0, 0, G_OPTION_ARG_NONE, &arguments.example, NULL, NULL } },
  { 'd', { "dry-run", 0, 0, G_OPTION_ARG_NONE, &arguments.dry_run, NULL, NULL } },
  { 'U', { "update", 0, 0, G_OPTION_ARG_NONE, &arguments.update, NULL, NULL } },
  { 'p', { "personal", 0, 0, G_OPTION_ARG_NONE, &arguments.personal, NULL, NULL } },
  { 'k', { "keep-metadata", 0, 0, G_OPTION_ARG_NONE, &arguments.keep_metadata, NULL, NULL } },
};

static const GOptionEntry common_options[] = {
  { "today", 0, 0, G_OPTION_ARG_FILENAME, &today, NULL, NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, NULL, NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &show_help, NULL, NULL },
  { NULL },
};

/**
 * nazarctl_put:
 * @text: text in UTF-8
 *
 * Writes it to standard output as it is, in every locale.
 */
void
nazarctl_put (const char *text)
{
  fputs (text, stdout);
}

/**
 * nazarctl_put_json:
 * @json_node: (transfer full): a JsonNode
 *
 * Writes it to standard output.
 */
void
nazarctl_put_json (gpointer json_node)
{
  g_autoptr (JsonNode) node = json_node;
  g_autofree char *text = nazar_json_to_text (node, TRUE);

  nazarctl_put (text);
  nazarctl_put ("\n");
}

/**
 * nazarctl_fail:
 * @error: why
 *
 * Says it on standard error, in one sentence.
 *
 * Returns: the exit code
 */
NazarctlExit
nazarctl_fail (const GError *error)
{
  fprintf (stderr, "nazarctl: %s\n", error != NULL ? error->message : _("It failed."));
  return EXIT_FAILED;
}

static void
put_usage (FILE                  *out,
           const NazarctlCommand *command)
{
  fprintf (out, "%s\n", _("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (command == NULL || command == &commands[i])
      fprintf (out, "  nazarctl %s %s\n", commands[i].name, commands[i].usage);
  fprintf (out, "  nazarctl --version | --help\n%s\n",
           /* Translators: --today and DATE stay as they are. */
           _("With every command: --today DATE computes as if it were that day."));
}

/**
 * nazarctl_fail_usage:
 * @sentence: what is wrong with the command line
 *
 * Says it on standard error.
 *
 * Returns: the exit code
 */
NazarctlExit
nazarctl_fail_usage (const char *sentence)
{
  fprintf (stderr, "nazarctl: %s\n%s\n", sentence, _("“nazarctl --help” shows the usage."));
  return EXIT_USAGE;
}

/**
 * nazarctl_open:
 * @path: a register
 * @writes: whether the command changes it
 * @exit: (out): the exit code where it could not be opened
 *
 * Returns: (transfer full) (nullable): the register
 */
NazarStore *
nazarctl_open (const char   *path,
               gboolean      writes,
               NazarctlExit *exit)
{
  g_autoptr (GError) error = NULL;
  NazarStore *store = nazar_store_open (path, writes ? NAZAR_STORE_DEFAULT : NAZAR_STORE_READ_ONLY, NULL, &error);

  *exit = store == NULL ? nazarctl_fail (error) : EXIT_DONE;
  return store;
}

/**
 * nazarctl_type:
 * @name: what was typed for a kind of record
 * @exit: (out): the exit code where there is none
 *
 * Returns: the kind, or %G_TYPE_INVALID
 */
GType
nazarctl_type (const char   *name,
               NazarctlExit *exit)
{
  GType type = nazar_record_type_from_name (name);
  guint n_types;
  const GType *types = nazar_record_types (&n_types);
  g_autoptr (GString) names = NULL;
  g_autofree char *sentence = NULL;

  if (type != G_TYPE_INVALID)
    return type;

  names = g_string_new (NULL);
  for (guint i = 0; i < n_types; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", nazar_record_info (types[i])->name);
  /* Translators: a word that was typed, then a list of words. */
  sentence = g_strdup_printf (_("“%s” is no kind of record. These are: %s."), name, names->str);
  *exit = nazarctl_fail_usage (sentence);
  return G_TYPE_INVALID;
}

/**
 * nazarctl_split:
 * @text: NAME=VALUE or NAME:=JSON
 * @name: (out): the name
 * @value: (out): the value
 * @is_json: (out) (optional): whether it was given as JSON
 *
 * Returns: %FALSE where there is no name or no sign
 */
gboolean
nazarctl_split (const char  *text,
                char       **name,
                char       **value,
                gboolean    *is_json)
{
  const char *sign = strchr (text, '=');
  gboolean json;

  if (sign == NULL || sign == text)
    return FALSE;

  json = is_json != NULL && sign[-1] == ':';
  if (json && sign - text == 1)
    return FALSE;

  *name = g_strndup (text, sign - text - (json ? 1 : 0));
  *value = g_strdup (sign + 1);
  if (is_json != NULL)
    *is_json = json;
  return TRUE;
}

static const NazarctlCommand *
find_command (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

/* Takes the options out of what was typed: before a command is known, those that
 * stand before it. */
static gboolean
parse (const NazarctlCommand *command,
       char                ***words,
       GError               **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, command == NULL);
  g_option_context_add_main_entries (context, common_options, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (option_letters); i++)
    if (command != NULL && strchr (command->options, option_letters[i].letter) != NULL)
      {
        const GOptionEntry entries[] = { option_letters[i].entry, { NULL } };

        g_option_context_add_main_entries (context, entries, NULL);
      }

  return g_option_context_parse_strv (context, words, error);
}

static NazarctlExit
run (char **words)
{
  const NazarctlCommand *command = NULL;
  g_autoptr (GError) error = NULL;
  int n_words;

  if (parse (NULL, &words, &error))
    command = find_command (words[1]);
  if (error != NULL || (command != NULL && !parse (command, &words, &error)))
    return nazarctl_fail_usage (error->message);

  if (show_version)
    {
      fprintf (stdout, "nazarctl %s\n%s\n", NAZAR_VERSION, _("This build cannot encrypt: registers are plain files."));
      return EXIT_DONE;
    }
  if (show_help)
    {
      put_usage (stdout, command);
      return EXIT_DONE;
    }
  if (command == NULL)
    {
      if (words[1] != NULL)
        /* Translators: a word that was typed. */
        fprintf (stderr, "nazarctl: %s\n", _("There is no such command."));
      put_usage (stderr, NULL);
      return EXIT_USAGE;
    }
  if (today != NULL && !nazar_set_today (today))
    return nazarctl_fail_usage (_("--today needs a day, such as 2019-03-14."));

  n_words = g_strv_length (words) - 2;
  if (n_words > 0 && strcmp (words[2], "--") == 0)
    {
      words++;
      n_words--;
    }
  if (n_words < command->min_words || (command->max_words > 0 && n_words > command->max_words))
    {
      put_usage (stderr, command);
      return EXIT_USAGE;
    }

  arguments.words = words + 2;
  arguments.n_words = n_words;
  return command->run (&arguments);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) words = g_strdupv (argv);
  NazarctlExit exit;

  nazar_language_init (NULL, nazar_locale_dir ());
  g_set_prgname ("nazarctl");
  exit = run (words);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "nazarctl: %s\n", _("The output could not be written."));
      return EXIT_FAILED;
    }
  return exit;
}
