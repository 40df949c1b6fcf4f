/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazarctl.h"

#include "nazar-json.h"
#include "nazar-query.h"
#include "nazar-record-sql.h"
#include "nazar-records.h"
#include "nazar-visit-answers.h"
#include "nazar-visit-missing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The command that makes and changes records. */

/* A reference may be given as an id, or as people call what it leads to, where
 * that is one record only. */
static char *
resolve_reference (NazarStore        *store,
                   const NazarField  *field,
                   const char        *value,
                   GError           **error)
{
  GType type = strcmp (field->target, NAZAR_ANY_RECORD) != 0 ? nazar_record_type_from_name (field->target)
                                                              : nazar_store_find_type (store, value, NULL);
  g_autoptr (NazarRecord) record =
    *value != '\0' && type != G_TYPE_INVALID ? nazar_store_load (store, type, value, NULL) : NULL;
  static const char *const names[] = { "symbol", "title", "name", "label", NULL };
  NazarConnection *connection;
  char *id = NULL;

  if (record != NULL || *value == '\0')
    return g_strdup (value);
  /* Those that come with the program are not in the register before they are used. */
  if (type == NAZAR_TYPE_CHECKLIST_RECORD && nazar_checklist_builtin (value) != NULL)
    return g_strdup (nazar_checklist_get_id (nazar_checklist_builtin (value)));

  connection = nazar_store_lock_reader (store);
  for (guint i = 0; type != G_TYPE_INVALID && id == NULL && names[i] != NULL; i++)
    {
      g_autoptr (NazarQuery) query = nazar_query_new (type);
      g_autoptr (GArray) numbers = NULL;
      g_autoptr (NazarRecord) found = NULL;

      if (nazar_record_info_find (nazar_record_info (type), names[i], NULL) == NULL ||
          !nazar_query_add_filter (query, names[i], value, NULL))
        continue;
      numbers = nazar_query_run (query, connection, NULL);
      if (numbers != NULL && numbers->len == 1)
        found = nazar_record_sql_load_n (connection, type, g_array_index (numbers, gint64, 0), NULL);
      id = found != NULL ? g_strdup (nazar_record_get_id (found)) : NULL;
    }
  nazar_store_unlock_reader (store);

  if (id == NULL)
    g_set_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_NOT_FOUND,
                 /* Translators: a field's label, then what was typed. */
                 _("%s: there is no record “%s” to refer to, or there are several. Nothing was changed."),
                 nazar_field_label (field), value);
  return id;
}

static char *
resolve_references (NazarStore        *store,
                    const NazarField  *field,
                    const char        *value,
                    GError           **error)
{
  g_auto (GStrv) words = nazar_strv_from_json (value);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *id = resolve_reference (store, field, words[i], error);

      if (id == NULL)
        return NULL;
      g_free (words[i]);
      words[i] = id;
    }
  return words[0] != NULL ? nazar_strv_to_json ((const char *const *) words) : g_strdup (value);
}

/* What was typed after `=`, or after `:=` as JSON; `null` clears a field. */
static char *
read_value (const NazarField  *field,
            const char        *typed,
            gboolean           is_json,
            GError           **error)
{
  g_autoptr (JsonNode) node = NULL;

  /* Sets and lists are JSON either way. */
  if (!is_json || (nazar_field_is_set (field) && strcmp (typed, "null") != 0))
    return g_strdup (typed);

  node = nazar_json_parse (typed, -1, NULL);
  if (node == NULL)
    {
      g_set_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID,
                   /* Translators: a field's label; := and the words after “as” stay as they are. */
                   _("%s: JSON is expected after := here, such as \"text\", 12, true or null."), nazar_field_label (field));
      return NULL;
    }
  return JSON_NODE_HOLDS_NULL (node) ? g_strdup ("") : nazar_json_to_input (node);
}

/* Fails with the exit code of a wrong command line where the field is unknown, and
 * with that of a failure where its value is. */
static NazarctlExit
enter (NazarStore  *store,
       NazarRecord *record,
       const char  *assignment)
{
  const NazarRecordInfo *info = nazar_record_get_info (record);
  g_autofree char *name = NULL, *typed = NULL, *value = NULL, *resolved = NULL;
  g_autoptr (GError) error = NULL;
  const NazarField *field;
  gboolean is_json;

  if (!nazarctl_split (assignment, &name, &typed, &is_json))
    return nazarctl_fail_usage (_("FIELD=VALUE is needed, or FIELD:=JSON for sets and lists."));

  field = nazar_record_info_find (info, name, NULL);
  if (field == NULL)
    {
      /* Translators: the name of a kind of record and of a field. */
      g_autofree char *sentence = g_strdup_printf (_("Records of the kind %s have no field “%s”."), info->name, name);

      return nazarctl_fail_usage (sentence);
    }

  value = read_value (field, typed, is_json, &error);
  if (value == NULL)
    return nazarctl_fail (error);

  if (field->kind == NAZAR_KIND_REFERENCE)
    resolved = resolve_reference (store, field, value, &error);
  else if (field->kind == NAZAR_KIND_REFERENCES)
    resolved = resolve_references (store, field, value, &error);
  else
    resolved = g_strdup (value);

  if (resolved == NULL || !nazar_record_enter (record, name, resolved, &error))
    return nazarctl_fail (error);
  return EXIT_DONE;
}

static NazarRecord *
find_record (NazarStore  *store,
             const char  *type_or_id,
             GError     **error)
{
  GType type = nazar_record_type_from_name (type_or_id);

  if (type != G_TYPE_INVALID)
    return nazar_record_new (type, NULL);

  type = nazar_store_find_type (store, type_or_id, error);
  return type != G_TYPE_INVALID ? nazar_store_load (store, type, type_or_id, error) : NULL;
}

/* A question is answered once at a visit: the id of the answer says so. */
static NazarRecord *
find_answer (NazarStore  *store,
             NazarRecord *typed)
{
  const char *visit = nazar_record_get (typed, "visit"), *checklist = nazar_record_get (typed, "checklist");
  const char *question = nazar_record_get (typed, "question");
  const NazarRecordInfo *info = nazar_record_get_info (typed);
  g_autofree char *id = NULL;
  NazarRecord *answer;

  if (visit == NULL || checklist == NULL || question == NULL)
    return g_object_ref (typed);

  id = nazar_answer_dup_id (visit, checklist, question);
  answer = nazar_store_load (store, NAZAR_TYPE_ANSWER, id, NULL);
  if (answer == NULL)
    answer = nazar_record_new (NAZAR_TYPE_ANSWER, id);
  for (guint i = 0; i < info->n_fields; i++)
    if (nazar_record_get_at (typed, i) != NULL)
      nazar_record_set_at (answer, i, nazar_record_get_at (typed, i));
  return answer;
}

static gboolean
check_answer (NazarStore   *store,
              NazarRecord  *answer,
              GError      **error)
{
  const char *id = nazar_record_get (answer, "checklist");
  g_autoptr (NazarChecklist) checklist = id != NULL ? nazar_checklist_load (nazar_store_lock_reader (store), id, error) : NULL;

  if (id != NULL)
    nazar_store_unlock_reader (store);

  return id == NULL || (checklist != NULL && nazar_answer_normalize (answer, checklist, error));
}

/* What a visit that is called complete still lacks: said, never in the way. */
static void
warn_of_missing (NazarStore  *store,
                 NazarRecord *visit)
{
  g_autoptr (GPtrArray) sentences = nazar_visit_dup_missing (nazar_store_lock_reader (store), visit, NULL);

  nazar_store_unlock_reader (store);
  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    fprintf (stderr, "nazarctl: %s\n", (const char *) g_ptr_array_index (sentences, i));
}

NazarctlExit
nazarctl_edit (const NazarctlArguments *arguments)
{
  g_autoptr (NazarStore) store = NULL;
  g_autoptr (NazarRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  NazarctlExit exit;

  store = nazarctl_open (arguments->words[0], TRUE, &exit);
  if (store == NULL)
    return exit;

  record = find_record (store, arguments->words[1], &error);
  if (record == NULL)
    return nazarctl_fail (error);

  for (int i = 2; i < arguments->n_words; i++)
    {
      exit = enter (store, record, arguments->words[i]);
      if (exit != EXIT_DONE)
        return exit;
    }

  if (NAZAR_IS_ANSWER (record) && nazar_record_get_n (record) == 0)
    {
      NazarRecord *answer = find_answer (store, record);

      g_object_unref (record);
      record = answer;
    }
  if (NAZAR_IS_ANSWER (record) && !check_answer (store, record, &error))
    return nazarctl_fail (error);
  if (nazar_record_get_n (record) == 0)
    nazar_record_set_author_language (record);
  if (!nazar_store_save (store, record, &error))
    return nazarctl_fail (error);
  if (NAZAR_IS_VISIT (record) && g_strcmp0 (nazar_record_get (record, "state"), "complete") == 0)
    warn_of_missing (store, record);

  nazarctl_put (nazar_record_get_id (record));
  nazarctl_put ("\n");
  return EXIT_DONE;
}
