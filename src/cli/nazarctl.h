/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-store.h"

#include <stdio.h>

G_BEGIN_DECLS

/* How a command ends. */
typedef enum
{
  EXIT_DONE = 0,
  EXIT_FAILED = 1,
  EXIT_USAGE = 2,
} NazarctlExit;

/**
 * NazarctlArguments:
 * @words: what stands after the command, options taken out
 * @n_words: their number
 *
 * What was typed. Each command declares which options it knows.
 */
typedef struct
{
  char **words;
  int n_words;

  char *format;
  char **filters;
  char **options;
  char *kind;
  char *sort;
  char *record;
  char *type;
  char *redact;
  char *language;
  char *passphrase_file;
  gboolean no_encryption;
  gboolean example;
  gboolean dry_run;
  gboolean update;
  gboolean personal;
  gboolean keep_metadata;
} NazarctlArguments;

/**
 * NazarctlCommand:
 * @name: what is typed
 * @usage: the words after it
 * @min_words: how many words at least
 * @max_words: how many at most; 0: no limit
 * @options: letters of the options that it knows (see option_letters in nazarctl.c)
 * @run: does it
 */
typedef struct
{
  const char *name;
  const char *usage;
  int min_words;
  int max_words;
  const char *options;
  NazarctlExit (*run) (const NazarctlArguments *arguments);
} NazarctlCommand;

NazarctlExit nazarctl_init    (const NazarctlArguments *arguments);
NazarctlExit nazarctl_import  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_list    (const NazarctlArguments *arguments);
NazarctlExit nazarctl_show    (const NazarctlArguments *arguments);
NazarctlExit nazarctl_search  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_edit    (const NazarctlArguments *arguments);
NazarctlExit nazarctl_attach  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_delete  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_undo    (const NazarctlArguments *arguments);
NazarctlExit nazarctl_redo    (const NazarctlArguments *arguments);
NazarctlExit nazarctl_stats   (const NazarctlArguments *arguments);
NazarctlExit nazarctl_export  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_report  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_journal (const NazarctlArguments *arguments);
NazarctlExit nazarctl_check   (const NazarctlArguments *arguments);
NazarctlExit nazarctl_backup  (const NazarctlArguments *arguments);
NazarctlExit nazarctl_restore (const NazarctlArguments *arguments);

NazarctlExit nazarctl_fail       (const GError *error);
NazarctlExit nazarctl_fail_usage (const char   *sentence);
NazarStore  *nazarctl_open       (const char   *path,
                                  gboolean      writes,
                                  NazarctlExit *exit);
NazarctlExit nazarctl_read_options (const NazarctlArguments *arguments,
                                    GHashTable              *options);
gboolean     nazarctl_list_checklists (NazarConnection  *connection,
                                       gboolean          as_json,
                                       GError          **error);
gboolean     nazarctl_split      (const char   *text,
                                  char        **name,
                                  char        **value,
                                  gboolean     *is_json);
GType        nazarctl_type       (const char   *name,
                                  NazarctlExit *exit);
void         nazarctl_put        (const char   *text);
void         nazarctl_put_json   (gpointer      json_node);

G_END_DECLS
