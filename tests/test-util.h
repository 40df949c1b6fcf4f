/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nazar-records.h"
#include "nazar-store.h"

G_BEGIN_DECLS

/* What tests of the store, of import and export and of nazarctl have in common:
 * a folder of their own, a register in it, and the program as a process. */

/**
 * TestRegister:
 * @folder: an empty folder, removed in the end
 * @path: a register in it
 * @store: (nullable): the register, open for writing
 */
typedef struct
{
  char *folder;
  char *path;
  NazarStore *store;
} TestRegister;

/**
 * TestRun:
 * @exit: exit code; -1 where the program was ended by a signal
 * @out: what it wrote
 * @err: what it complained of
 *
 * How a command ended.
 */
typedef struct
{
  int exit;
  char *out;
  char *err;
} TestRun;

typedef void (*TestRegisterFunc) (TestRegister *self,
                                  gconstpointer data);

void         test_init              (int                 *argc,
                                     char              ***argv);
int          test_run_all           (void);
void         test_add               (const char          *path,
                                     TestRegisterFunc     func);
void         test_add_with          (const char          *path,
                                     TestRegisterFunc     func,
                                     gconstpointer        data);

void         test_register_close    (TestRegister        *self);
void         test_register_open     (TestRegister        *self);
char        *test_path              (TestRegister        *self,
                                     const char          *name);
char        *test_write             (TestRegister        *self,
                                     const char          *name,
                                     const char          *text,
                                     gssize               length);
char        *test_read              (const char          *path);
char        *test_digest            (const char          *path);
void         test_remove_folder     (const char          *path);
guint        test_count_files       (const char          *folder);

NazarRecord *test_add_record        (NazarStore          *store,
                                     GType                type,
                                     ...) G_GNUC_NULL_TERMINATED;
void         test_add_terms         (NazarStore          *store,
                                     guint                n_terms);
void         test_set               (NazarStore          *store,
                                     NazarRecord         *record,
                                     const char          *field,
                                     const char          *value);
void         test_delete            (NazarStore          *store,
                                     NazarRecord         *record);
void         test_assert_field      (NazarStore          *store,
                                     NazarRecord         *record,
                                     const char          *field,
                                     const char          *value);
gboolean     test_exists            (NazarStore          *store,
                                     NazarRecord         *record);
gint64       test_count             (NazarStore          *store,
                                     const char          *sql);
char        *test_ask               (NazarStore          *store,
                                     const char          *sql);
void         test_assert_in_order   (NazarStore          *store);
void         test_assert_sentence   (const GError        *error);

const char  *test_program           (void);
TestRun      test_run               (const char          *word,
                                     ...) G_GNUC_NULL_TERMINATED;
TestRun      test_run_argv          (const char *const   *argv,
                                     const char *const   *environment,
                                     GSpawnChildSetupFunc child_setup,
                                     gpointer             data);
void         test_run_clear         (TestRun             *self);
char        *test_do                (const char          *word,
                                     ...) G_GNUC_NULL_TERMINATED;
void         test_fail              (int                  exit,
                                     const char          *sentence,
                                     const char          *word,
                                     ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestRun, test_run_clear)

G_END_DECLS
