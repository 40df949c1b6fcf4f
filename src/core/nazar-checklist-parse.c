/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-checklist-private.h"

#include "nazar-json-line.h"
#include "nazar-json.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From JSON to a questionnaire. People write these files by hand, so whatever is
 * wrong is said with its line, and a word that is not known is refused rather than
 * passed over. */

#define MAX_ID_BYTES 100
#define MAX_VERSION 1000000

typedef struct
{
  const char *text;
  gsize length;
  NazarChecklist *checklist;
  GPtrArray *path; /* (element-type utf8): from the root to what is being read */
  const char *area;
  const char *question;
  const char *column;
  gboolean lacking[NAZAR_N_LANGUAGES];
  GError **error;
} Reader;

typedef gboolean (*ReadFunc) (Reader     *self,
                              JsonObject *object,
                              gpointer    item);

static void
push (Reader     *self,
      const char *segment)
{
  g_ptr_array_add (self->path, g_strdup (segment));
}

static void
push_place (Reader *self,
            guint   place)
{
  g_ptr_array_add (self->path, g_strdup_printf ("%u", place));
}

static void
pop (Reader *self)
{
  g_ptr_array_set_size (self->path, self->path->len - 1);
}

static char *
dup_place (Reader *self,
           guint   line)
{
  if (self->column != NULL)
    /* Translators: a place in a file: a line, the ids of a question and of a column of its table. */
    return g_strdup_printf (_("Line %u, question “%s”, column “%s”"), line, self->question, self->column);
  if (self->question != NULL)
    /* Translators: a place in a file: a line, the id of a question. */
    return g_strdup_printf (_("Line %u, question “%s”"), line, self->question);
  if (self->area != NULL)
    /* Translators: a place in a file: a line, the id of an area. */
    return g_strdup_printf (_("Line %u, area “%s”"), line, self->area);

  /* Translators: a place in a file. */
  return g_strdup_printf (_("Line %u"), line);
}

/* @member: (nullable): of what is being read */
G_GNUC_PRINTF (4, 5)
static gboolean
fail (Reader              *self,
      NazarChecklistError  code,
      const char          *member,
      const char          *format,
      ...)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autofree char *place = NULL;
  g_autofree char *reason = NULL;
  va_list arguments;

  g_ptr_array_extend (path, self->path, NULL, NULL);
  g_ptr_array_add (path, (gpointer) member);
  g_ptr_array_add (path, NULL);
  place = dup_place (self, nazar_json_line (self->text, self->length, (const char *const *) path->pdata));

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (self->error, NAZAR_CHECKLIST_ERROR, code,
               /* Translators: a place in a file, then a sentence. */
               _("%s: %s"), place, reason);
  return FALSE;
}

static gboolean
fail_missing (Reader     *self,
              const char *member)
{
  return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, NULL,
               /* Translators: %s is a word of the file, such as text. */
               _("“%s” is missing here."), member);
}

/* @known: the words between spaces, with one before the first and after the last */
static gboolean
check_members (Reader     *self,
               JsonObject *object,
               const char *known)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, NULL))
    {
      g_autofree char *word = g_strdup_printf (" %s ", member);

      if (strstr (known, word) == NULL || strchr (member, ' ') != NULL)
        return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, member,
                     /* Translators: both %s are words of the file. */
                     _("“%s” is not known here. Known are:%s"), member, known);
    }

  return TRUE;
}

/* An absent text is NULL and no error. */
static gboolean
read_string (Reader      *self,
             JsonObject  *object,
             const char  *member,
             const char **string)
{
  JsonNode *node = json_object_get_member (object, member);

  *string = NULL;
  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING || *json_node_get_string (node) == '\0')
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, member,
                 /* Translators: %s is a word of the file. */
                 _("“%s” must be a word or text in quotation marks."), member);

  *string = json_node_get_string (node);
  return TRUE;
}

static gboolean
is_id (const char *id,
       const char *beside)
{
  if (!g_ascii_isalnum (*id) || strlen (id) > MAX_ID_BYTES)
    return FALSE;

  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && strchr (beside, *p) == NULL)
      return FALSE;

  return TRUE;
}

/* @beside: the characters allowed beside small letters and digits */
static gboolean
read_id (Reader      *self,
         JsonObject  *object,
         const char  *member,
         const char  *beside,
         const char **id)
{
  if (!read_string (self, object, member, id))
    return FALSE;
  if (*id == NULL)
    return fail_missing (self, member);
  if (!is_id (*id, beside))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, member,
                 /* Translators: the first %s is a word, the second some signs such as -. */
                 _("“%s” cannot be used as an id. It may have small Latin letters, digits and %s, and begins with a letter or digit."),
                 *id, beside);

  *id = g_string_chunk_insert_const (self->checklist->strings, *id);
  return TRUE;
}

/* @length: (nullable): for a list that must have something */
static gboolean
read_array (Reader      *self,
            JsonObject  *object,
            const char  *member,
            guint        limit,
            JsonArray  **array)
{
  JsonNode *node = json_object_get_member (object, member);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, member,
                 /* Translators: %s is a word of the file. */
                 _("“%s” must be a list in square brackets."), member);

  *array = json_node_get_array (node);
  if (json_array_get_length (*array) > limit)
    return fail (self, NAZAR_CHECKLIST_ERROR_SIZE, member,
                 /* Translators: %s is a word of the file, %u a number. */
                 _("“%s” has more than %u members."), member, limit);

  return TRUE;
}

static gboolean
read_strv (Reader     *self,
           JsonObject *object,
           const char *member,
           GStrv      *strv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!read_array (self, object, member, NAZAR_CHECKLIST_MAX_OPTIONS, &array))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING || *json_node_get_string (node) == '\0')
        {
          push (self, member);
          push_place (self, i);
          return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, NULL,
                       /* Translators: %s is a word of the file. */
                       _("“%s” must be a list of words in quotation marks."), member);
        }
      g_strv_builder_add (builder, json_node_get_string (node));
    }

  *strv = g_strv_builder_end (builder);
  return TRUE;
}

static void
note_languages (Reader           *self,
                const NazarTexts *texts)
{
  for (guint i = 0; i < NAZAR_N_LANGUAGES && !nazar_texts_is_empty (texts); i++)
    self->lacking[i] |= nazar_texts_exact (texts, nazar_languages ()[i].id) == NULL;
}

static gboolean
read_texts (Reader     *self,
            JsonObject *object,
            const char *member,
            gboolean    required,
            NazarTexts *texts)
{
  g_autoptr (GError) local_error = NULL;
  JsonNode *node = json_object_get_member (object, member);
  const char *language;

  if (node == NULL)
    return !required || fail_missing (self, member);

  if (!nazar_texts_read (texts, node, &language, &local_error))
    {
      push (self, member);
      return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, language, "%s", local_error->message);
    }
  if (required && nazar_texts_is_empty (texts))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, member,
                 /* Translators: %s is a word of the file. */
                 _("“%s” stands in no language."), member);

  note_languages (self, texts);
  return TRUE;
}

static gboolean
read_expression (Reader               *self,
                 JsonObject           *object,
                 const char           *member,
                 NazarExpressionKind   kind,
                 NazarExpression     **expression)
{
  g_autoptr (GError) local_error = NULL;
  const char *text;

  if (!read_string (self, object, member, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;

  *expression = nazar_expression_parse (text, kind, &local_error);
  if (*expression == NULL)
    return fail (self, NAZAR_CHECKLIST_ERROR_EXPRESSION, member,
                 /* Translators: a word of the file, then a sentence. */
                 _("“%s” cannot be read. %s"), member, local_error->message);

  return TRUE;
}

static gboolean
read_flag (Reader     *self,
           JsonObject *object,
           const char *member,
           gboolean   *flag)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, member,
                 /* Translators: %s is a word of the file. */
                 _("“%s” must be true or false, without quotation marks."), member);

  *flag = node != NULL && json_node_get_boolean (node);
  return TRUE;
}

/* A list of objects, each read into an item of its own. */
static gboolean
read_items (Reader     *self,
            const char *member,
            JsonArray  *array,
            gpointer    items,
            gsize       item_size,
            ReadFunc    read)
{
  push (self, member);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      push_place (self, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, NULL,
                     /* Translators: %s is a word of the file. */
                     _("“%s” must be a list of objects in braces."), member);
      if (!read (self, json_node_get_object (node), (char *) items + i * item_size))
        return FALSE;
      pop (self);
    }
  pop (self);

  return TRUE;
}

static gboolean
read_option (Reader     *self,
             JsonObject *object,
             gpointer    item)
{
  NazarOption *option = item;

  return check_members (self, object, " id text ") &&
         read_id (self, object, "id", "-_.", &option->id) &&
         read_texts (self, object, "text", TRUE, &option->text);
}

static gboolean
check_options (Reader              *self,
               const NazarQuestion *question)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean wanted = question->kind == NAZAR_QUESTION_CHOICE || question->kind == NAZAR_QUESTION_CHOICES;

  if (wanted && question->n_options == 0)
    return fail_missing (self, "choices");
  if (!wanted && question->n_options > 0)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "choices",
                 _("Only questions of the kinds “choice” and “choices” have choices."));

  for (guint i = 0; i < question->n_options; i++)
    if (!g_hash_table_add (seen, (gpointer) question->options[i].id))
      {
        push (self, "choices");
        push_place (self, i);
        return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "id",
                     /* Translators: %s is a word of the file. */
                     _("The choice “%s” stands here for the second time."), question->options[i].id);
      }

  return TRUE;
}

static gboolean
read_options (Reader        *self,
              JsonObject    *object,
              NazarQuestion *question)
{
  JsonArray *array;

  if (!read_array (self, object, "choices", NAZAR_CHECKLIST_MAX_OPTIONS, &array))
    return FALSE;

  if (array != NULL)
    {
      question->n_options = json_array_get_length (array);
      question->options = g_new0 (NazarOption, question->n_options);
      if (!read_items (self, "choices", array, question->options, sizeof (NazarOption), read_option))
        return FALSE;
    }

  return check_options (self, question);
}

static gboolean
read_kind (Reader        *self,
           JsonObject    *object,
           NazarQuestion *question)
{
  const char *name;

  if (!read_string (self, object, "kind", &name))
    return FALSE;
  if (name == NULL)
    return fail_missing (self, "kind");

  for (guint i = 0; i <= NAZAR_QUESTION_TABLE; i++)
    if (strcmp (nazar_question_kind_name (i), name) == 0)
      {
        question->kind = i;
        return TRUE;
      }

  return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "kind",
               /* Translators: a word of the file, then a list of words. */
               _("“%s” is no kind of question. The kinds are %s."), name,
               "yes-no-na, number, choice, choices, text, date, table");
}

static gboolean
check_question (Reader              *self,
                const NazarQuestion *question)
{
  if (question->kind != NAZAR_QUESTION_NUMBER && !nazar_texts_is_empty (&question->unit))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "unit", _("Only numbers have a unit."));
  if (question->kind != NAZAR_QUESTION_NUMBER && question->calculate != NULL)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "calculate", _("Only numbers can be calculated."));
  if (question->required && question->calculate != NULL)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "required", _("What is calculated is never asked, so it cannot be required."));
  if (question->constraint == NULL && !nazar_texts_is_empty (&question->constraint_text))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "constraint_text", _("“constraint_text” needs a “constraint” beside it."));

  return TRUE;
}

/* What questions and columns have in common. */
static gboolean
read_common (Reader        *self,
             JsonObject    *object,
             NazarQuestion *question)
{
  return read_texts (self, object, "text", TRUE, &question->text) &&
         read_kind (self, object, question) &&
         read_texts (self, object, "unit", FALSE, &question->unit) &&
         read_options (self, object, question) &&
         read_expression (self, object, "constraint", NAZAR_EXPRESSION_CONDITION, &question->constraint) &&
         read_texts (self, object, "constraint_text", FALSE, &question->constraint_text) &&
         read_expression (self, object, "calculate", NAZAR_EXPRESSION_NUMBER, &question->calculate) &&
         check_question (self, question);
}

static gboolean
read_column (Reader     *self,
             JsonObject *object,
             gpointer    item)
{
  NazarQuestion *column = item;
  NazarQuestion *table = (NazarQuestion *) column->table;

  if (!read_id (self, object, "id", "-", &column->id))
    return FALSE;
  self->column = column->id;
  if (!check_members (self, object, " id text kind unit choices constraint constraint_text calculate ") ||
      !read_common (self, object, column))
    return FALSE;

  if (nazar_question_find_column (table, column->id) != column)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "id",
                 /* Translators: %s is a word of the file. */
                 _("The id “%s” is already that of another column."), column->id);
  if (column->kind == NAZAR_QUESTION_CHOICES || column->kind == NAZAR_QUESTION_TABLE)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "kind",
                 _("A column is of the kind yes-no-na, number, choice, text or date."));

  self->column = NULL;
  return TRUE;
}

static gboolean
read_columns (Reader        *self,
              JsonObject    *object,
              NazarQuestion *question)
{
  JsonArray *array;

  if (!read_array (self, object, "columns", NAZAR_CHECKLIST_MAX_COLUMNS, &array))
    return FALSE;
  if (question->kind != NAZAR_QUESTION_TABLE && array != NULL)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "columns", _("Only tables have columns."));
  if (question->kind != NAZAR_QUESTION_TABLE)
    return TRUE;
  if (array == NULL || json_array_get_length (array) == 0)
    return fail_missing (self, "columns");

  question->n_columns = json_array_get_length (array);
  question->columns = g_new0 (NazarQuestion, question->n_columns);
  for (guint i = 0; i < question->n_columns; i++)
    {
      question->columns[i].checklist = self->checklist;
      question->columns[i].table = question;
      question->columns[i].rules = (const char *const *) g_new0 (char *, 1);
      question->columns[i].index = i;
    }

  return read_items (self, "columns", array, question->columns, sizeof (NazarQuestion), read_column);
}

static gboolean
read_id_once (Reader      *self,
              JsonObject  *object,
              GHashTable  *known,
              const char **id)
{
  if (!read_id (self, object, "id", "-", id))
    return FALSE;
  if (g_hash_table_contains (known, *id))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "id",
                 /* Translators: %s is a word of the file. */
                 _("The id “%s” is already in use."), *id);

  return TRUE;
}

/* The questions of one area stand together. */
static gboolean
read_area_of (Reader        *self,
              JsonObject    *object,
              NazarQuestion *question)
{
  const char *id;
  NazarArea *area;

  if (!read_string (self, object, "area", &id))
    return FALSE;
  if (id == NULL)
    return fail_missing (self, "area");

  area = g_hash_table_lookup (self->checklist->areas_by_id, id);
  if (area == NULL)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "area",
                 /* Translators: %s is a word of the file. */
                 _("There is no area “%s”."), id);
  if (area->n_questions > 0 && area->first + area->n_questions != question->index)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "area",
                 /* Translators: %s is a word of the file. */
                 _("The questions of the area “%s” must stand together."), id);

  if (area->n_questions++ == 0)
    area->first = question->index;
  question->area = area;
  return TRUE;
}

static gboolean
read_question (Reader     *self,
               JsonObject *object,
               gpointer    item)
{
  NazarQuestion *question = item;
  NazarChecklist *checklist = self->checklist;

  question->checklist = checklist;
  question->index = question - checklist->questions;
  if (!read_id_once (self, object, checklist->questions_by_id, &question->id))
    return FALSE;
  self->question = question->id;
  if (strcmp (question->id, "visit") == 0)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "id", _("“visit” stands for the visit and cannot be the id of a question."));

  if (!check_members (self, object,
                      " id area text hint kind rules unit required choices columns shown_if constraint constraint_text calculate ") ||
      !read_area_of (self, object, question) ||
      !read_flag (self, object, "required", &question->required) ||
      !read_common (self, object, question) ||
      !read_texts (self, object, "hint", FALSE, &question->hint) ||
      !read_strv (self, object, "rules", (GStrv *) &question->rules) ||
      !read_columns (self, object, question) ||
      !read_expression (self, object, "shown_if", NAZAR_EXPRESSION_CONDITION, &question->shown_if))
    return FALSE;

  g_hash_table_insert (checklist->questions_by_id, (gpointer) question->id, question);
  if (question->calculate == NULL)
    question->number = ++checklist->n_asked;
  self->question = NULL;
  return TRUE;
}

static gboolean
read_area (Reader     *self,
           JsonObject *object,
           gpointer    item)
{
  NazarArea *area = item;
  NazarChecklist *checklist = self->checklist;

  area->index = area - checklist->areas;
  if (!read_id_once (self, object, checklist->areas_by_id, &area->id))
    return FALSE;
  self->area = area->id;
  if (!check_members (self, object, " id title rules shown_if ") ||
      !read_texts (self, object, "title", TRUE, &area->title) ||
      !read_strv (self, object, "rules", (GStrv *) &area->rules) ||
      !read_expression (self, object, "shown_if", NAZAR_EXPRESSION_CONDITION, &area->shown_if))
    return FALSE;

  g_hash_table_insert (checklist->areas_by_id, (gpointer) area->id, area);
  self->area = NULL;
  return TRUE;
}

/* "format": "nazar-checklist", "schema": 1 */
static gboolean
check_format (Reader     *self,
              JsonObject *object)
{
  JsonNode *schema = json_object_get_member (object, "schema");
  const char *format;

  if (!read_string (self, object, "format", &format))
    return FALSE;
  if (g_strcmp0 (format, "nazar-checklist") != 0)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "format",
                 _("This is not a questionnaire of Nazar: its “format” is not “nazar-checklist”."));
  if (schema == NULL)
    return fail_missing (self, "schema");
  if (json_node_get_value_type (schema) != G_TYPE_INT64 || json_node_get_int (schema) != 1)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "schema",
                 _("This program reads questionnaires whose “schema” is 1. A newer program may read this one."));

  return TRUE;
}

static gboolean
read_version (Reader     *self,
              JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "version");
  gint64 version;

  if (node == NULL)
    return fail_missing (self, "version");

  version = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
  if (version < 1 || version > MAX_VERSION)
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, "version", _("“version” must be a whole number from 1."));

  self->checklist->version = (guint) version;
  return TRUE;
}

static gboolean
check_languages (Reader *self)
{
  GStrv languages = self->checklist->checked_languages;

  for (guint i = 0; languages[i] != NULL; i++)
    if (nazar_language_find (languages[i]) == NULL)
      {
        push (self, "checked_languages");
        push_place (self, i);
        return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, NULL,
                     /* Translators: %s is a language, such as ru. */
                     _("“%s” is none of the languages en, ru, ky, uz, uz@cyrillic."), languages[i]);
      }

  return TRUE;
}

static gboolean
read_head (Reader     *self,
           JsonObject *object)
{
  NazarChecklist *checklist = self->checklist;
  const char *id, *series;

  if (!read_id (self, object, "id", "-.", &id) ||
      !read_id (self, object, "series", "-.", &series))
    return FALSE;

  checklist->id = g_strdup (id);
  checklist->series = g_strdup (series);
  return read_version (self, object) &&
         read_texts (self, object, "title", TRUE, &checklist->title) &&
         read_texts (self, object, "introduction", FALSE, &checklist->introduction) &&
         read_strv (self, object, "facility_kinds", &checklist->facility_kinds) &&
         read_strv (self, object, "checked_languages", &checklist->checked_languages) &&
         check_languages (self);
}

static gboolean
read_body (Reader     *self,
           JsonObject *object)
{
  NazarChecklist *checklist = self->checklist;
  JsonArray *areas, *questions;

  if (!read_array (self, object, "areas", NAZAR_CHECKLIST_MAX_AREAS, &areas) ||
      !read_array (self, object, "questions", NAZAR_CHECKLIST_MAX_QUESTIONS, &questions))
    return FALSE;
  if (areas == NULL || json_array_get_length (areas) == 0)
    return fail_missing (self, "areas");
  if (questions == NULL || json_array_get_length (questions) == 0)
    return fail_missing (self, "questions");

  checklist->n_areas = json_array_get_length (areas);
  checklist->areas = g_new0 (NazarArea, checklist->n_areas);
  if (!read_items (self, "areas", areas, checklist->areas, sizeof (NazarArea), read_area))
    return FALSE;

  checklist->n_questions = json_array_get_length (questions);
  checklist->questions = g_new0 (NazarQuestion, checklist->n_questions);
  return read_items (self, "questions", questions, checklist->questions, sizeof (NazarQuestion), read_question);
}

static void
set_complete_languages (Reader *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < NAZAR_N_LANGUAGES; i++)
    if (!self->lacking[i])
      g_strv_builder_add (builder, nazar_languages ()[i].id);

  self->checklist->complete_languages = g_strv_builder_end (builder);
}

/* The place of a fault that was found in the whole. */
static gboolean
fail_at (Reader     *self,
         NazarFault *fault)
{
  g_autofree char *reason = g_steal_pointer (&fault->reason);

  if (fault->question != NULL)
    {
      push (self, "questions");
      push_place (self, fault->question->index);
      self->question = fault->question->id;
    }
  else if (fault->area != NULL)
    {
      push (self, "areas");
      push_place (self, fault->area->index);
      self->area = fault->area->id;
    }
  if (fault->column != NULL)
    {
      push (self, "columns");
      push_place (self, fault->column->index);
      self->column = fault->column->id;
    }

  return fail (self, fault->code, fault->member, "%s", reason);
}

static gboolean
read_whole (Reader   *self,
            JsonNode *root)
{
  NazarFault fault = { 0 };
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail (self, NAZAR_CHECKLIST_ERROR_SCHEMA, NULL, _("A questionnaire is one object in braces."));

  object = json_node_get_object (root);
  if (!check_format (self, object) ||
      !check_members (self, object,
                      " $schema format schema id series version title introduction facility_kinds checked_languages areas questions ") ||
      !read_head (self, object) || !read_body (self, object))
    return FALSE;

  set_complete_languages (self);
  return nazar_checklist_link (self->checklist, &fault) || fail_at (self, &fault);
}

/**
 * nazar_checklist_parse:
 * @text: a questionnaire as JSON (docs/checklist.md)
 * @length: its length in bytes, or -1 when it ends in NUL
 * @error: return location for a #NazarChecklistError, whose sentence begins with the
 *   line
 *
 * Returns: (transfer full) (nullable): the questionnaire; %NULL on error
 */
NazarChecklist *
nazar_checklist_parse (const char  *text,
                       gssize       length,
                       GError     **error)
{
  g_autoptr (NazarChecklist) checklist = NULL;
  g_autoptr (GPtrArray) path = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local_error = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  reader.text = text;
  reader.length = length < 0 ? strlen (text) : (gsize) length;
  if (reader.length > NAZAR_CHECKLIST_MAX_BYTES)
    {
      g_set_error (error, NAZAR_CHECKLIST_ERROR, NAZAR_CHECKLIST_ERROR_SIZE,
                   /* Translators: %d is a number. */
                   _("A questionnaire has at most %d MiB."), NAZAR_CHECKLIST_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  if (nazar_json_check (text, reader.length, &local_error))
    root = nazar_json_parse (text, reader.length, &local_error);
  if (root == NULL)
    {
      g_set_error_literal (error, NAZAR_CHECKLIST_ERROR, NAZAR_CHECKLIST_ERROR_SYNTAX, local_error->message);
      return NULL;
    }

  reader.checklist = checklist = nazar_checklist_new ();
  reader.path = path = g_ptr_array_new_with_free_func (g_free);
  reader.error = error;
  return read_whole (&reader, root) ? g_steal_pointer (&checklist) : NULL;
}
