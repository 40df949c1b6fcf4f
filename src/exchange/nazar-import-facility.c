/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-import-private.h"

#include "nazar-csv.h"
#include "nazar-language.h"
#include "nazar-places.h"
#include "nazar-records.h"
#include "nazar-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table of places of detention: a column for each field, headed by the field's name or
 * by its label in any language of the program; "name_ru" and the like for names in
 * other languages. */

#define MAX_ROWS 100000

/* What a column holds. */
typedef struct
{
  const NazarField *field; /* NULL where it is not known */
  const char *language;    /* (nullable): of a name in another language */
} Column;

typedef struct
{
  NazarImportPlan *plan;
  const NazarRecordInfo *info;
  GArray *columns;    /* empty before the header */
  GHashTable *places; /* name and oblast → the first item of that place */
  GPtrArray *names;   /* of the row: languages and names in turn */
  GPtrArray *kept;    /* of the row: what could not be understood */
} Reading;

/* ---- The header ---- */

static const struct
{
  const char *head;
  const char *field;
} other_heads[] = {
  { "lat", "latitude" },
  { "lon", "longitude" },
  { "lng", "longitude" },
  { "region", "oblast" },
  { "type", "kind" },
  { "area", "district" },
  { "town", "place" },
  { "closed", "closed_on" },
  { "body", "authority" },
};

static gboolean
is_head_of (const NazarField *field,
            const char       *head)
{
  const NazarLanguage *languages = nazar_languages ();

  for (guint i = 0; i < G_N_ELEMENTS (other_heads); i++)
    if (strcmp (other_heads[i].field, field->name) == 0 && strcmp (other_heads[i].head, head) == 0)
      return TRUE;

  if (g_strcmp0 (field->name, head) == 0)
    return TRUE;
  for (guint i = 0; languages[i].id != NULL; i++)
    {
      g_autofree char *label = nazar_fold (nazar_words_field_label (nazar_words_for (languages[i].id), field));

      if (strcmp (g_strdelimit (label, " -", '_'), head) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "name_ru", "name (ru)", "name-uz@cyrillic" */
static const char *
name_language (const char *head)
{
  const NazarLanguage *languages = nazar_languages ();
  g_autofree char *lower = g_ascii_strdown (head, -1);

  if (!g_str_has_prefix (lower, "name") || strlen (lower) < 6)
    return NULL;

  g_strdelimit (lower, "()[]_-: ", ' ');
  for (guint i = 0; languages[i].id != NULL; i++)
    if (strcmp (g_strstrip (lower + 4), languages[i].id) == 0)
      return languages[i].id;

  return NULL;
}

static Column
read_head (const NazarRecordInfo *info,
           const char            *text)
{
  g_autofree char *head = nazar_fold (text);
  Column column = { .language = name_language (text) };

  for (guint i = 0; column.language == NULL && column.field == NULL && i < info->n_fields; i++)
    if (info->fields[i].kind != NAZAR_KIND_STRUCTURES && is_head_of (&info->fields[i], g_strdelimit (g_strstrip (head), " -", '_')))
      column.field = &info->fields[i];

  return column;
}

static GArray *
read_heads (const NazarRecordInfo *info,
            const char *const     *cells)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  for (guint i = 0; cells[i] != NULL; i++)
    {
      Column column = read_head (info, cells[i]);

      g_array_append_val (columns, column);
    }
  return columns;
}

static gboolean
has_column (GArray     *columns,
            const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (column->field != NULL && strcmp (column->field->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
recognise_facilities (const NazarImportInput *input)
{
  g_auto (GStrv) header = nazar_csv_read_header (input->text, input->length, NULL);
  g_autoptr (GArray) columns = NULL;

  if (header == NULL)
    return FALSE;

  columns = read_heads (nazar_record_info (NAZAR_TYPE_FACILITY), (const char *const *) header);
  return has_column (columns, "name") && (has_column (columns, "oblast") || has_column (columns, "capacity"));
}

/* ---- Cells ---- */

/* The id of a choice by its id, or by what people call it in any language. */
static const char *
find_choice (const NazarVocabulary *vocabulary,
             const char            *typed)
{
  const NazarLanguage *languages = nazar_languages ();
  g_autofree char *folded = nazar_fold (typed);

  for (guint i = 0; i < vocabulary->n_choices; i++)
    {
      if (g_ascii_strcasecmp (vocabulary->choices[i].id, typed) == 0)
        return vocabulary->choices[i].id;
      for (guint j = 0; languages[j].id != NULL; j++)
        {
          g_autofree char *label =
            nazar_fold (nazar_words_choice (nazar_words_for (languages[j].id), vocabulary, vocabulary->choices[i].id));

          if (strcmp (label, folded) == 0)
            return vocabulary->choices[i].id;
        }
    }

  return NULL;
}

static const char *
find_place (NazarRecord      *record,
            const NazarField *field,
            const char       *typed)
{
  gboolean is_district = strcmp (field->name, "district") == 0;
  const char *oblast = nazar_record_get (record, "oblast");
  const NazarPlace *within = is_district && oblast != NULL ? nazar_place_get (oblast) : NULL;
  const NazarPlace *place = nazar_place_find (typed,
                                              is_district ? NAZAR_PLACE_DISTRICT | NAZAR_PLACE_CITY_DISTRICT | NAZAR_PLACE_CITY
                                                          : NAZAR_PLACE_OBLAST | NAZAR_PLACE_CITY,
                                              within);

  return place != NULL ? place->id : NULL;
}

/* What cannot be understood is kept in the notes, and said. */
static void
keep (Reading          *reading,
      NazarImportItem  *item,
      const NazarField *field,
      const char       *text,
      const char       *reason)
{
  /* Translators: a sentence that says what is wrong with a value, then the value. */
  g_autofree char *sentence = g_strdup_printf (_("%s “%s” was put into the notes."), reason, text);

  g_ptr_array_add (reading->kept, g_strdup_printf ("%s: %s", nazar_field_label (field), text));
  nazar_import_item_doubt (item, sentence);
}

/* @what: why the value of a choice is not understood */
static void
keep_choice (Reading          *reading,
             NazarImportItem  *item,
             const NazarField *field,
             const char       *text,
             const char       *what)
{
  g_autofree char *reason = g_strdup_printf (_("%s: %s"), nazar_field_label (field), what);

  keep (reading, item, field, text, reason);
}

static void
read_value (Reading          *reading,
            NazarImportItem  *item,
            const NazarField *field,
            const char       *text)
{
  gboolean is_place = strcmp (field->name, "oblast") == 0 || strcmp (field->name, "district") == 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  const char *id = NULL;

  if (strcmp (field->name, "authority") == 0)
    {
      nazar_record_set (item->record, field->name, nazar_import_plan_add_body (reading->plan, text));
      return;
    }
  if (is_place || field->kind == NAZAR_KIND_CHOICE)
    {
      id = is_place ? find_place (item->record, field, text) : find_choice (field->vocabulary, text);
      if (id != NULL)
        nazar_record_set (item->record, field->name, id);
      else
        keep_choice (reading, item, field, text,
                     is_place ? _("No such place is known in Kyrgyzstan.") : _("This word is not known here."));
      return;
    }

  value = nazar_field_normalize (field, text, &error);
  if (error != NULL)
    keep (reading, item, field, text, error->message);
  else
    nazar_record_set (item->record, field->name, value);
}

static void
set_names (Reading         *reading,
           NazarImportItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  if (reading->names->len == 0)
    return;

  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->names->len; i += 2)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "language");
      json_builder_add_string_value (builder, g_ptr_array_index (reading->names, i));
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, g_ptr_array_index (reading->names, i + 1));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = nazar_json_to_text (root, FALSE);

  if (nazar_record_get (item->record, "name") == NULL)
    nazar_record_set (item->record, "name", g_ptr_array_index (reading->names, 1));
  nazar_record_enter (item->record, "names", json, NULL);
}

static void
set_kept (Reading         *reading,
          NazarImportItem *item)
{
  const char *notes = nazar_record_get (item->record, "notes");
  g_autoptr (GString) lines = g_string_new (notes);

  for (guint i = 0; i < reading->kept->len; i++)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", (const char *) g_ptr_array_index (reading->kept, i));
  if (reading->kept->len > 0)
    nazar_record_set (item->record, "notes", lines->str);
}

/* Swapped coordinates, a district of another oblast, a day that is still to come. */
static void
look_at_problems (Reading         *reading,
                  NazarImportItem *item)
{
  for (guint i = 0; i < reading->info->n_fields; i++)
    {
      const NazarField *field = &reading->info->fields[i];
      g_autofree char *problem =
        nazar_record_get_at (item->record, i) != NULL ? nazar_record_dup_problem (item->record, field->name) : NULL;
      g_autofree char *sentence = problem != NULL ? g_strdup_printf (_("%s: %s"), nazar_field_label (field), problem) : NULL;

      if (sentence != NULL)
        nazar_import_item_doubt (item, sentence);
    }
}

/* ---- Rows ---- */

static void
unite (Reading         *reading,
       NazarImportItem *item)
{
  const char *name = nazar_record_get (item->record, "name");
  const char *oblast = nazar_record_get (item->record, "oblast");
  g_autofree char *folded = nazar_fold (name);
  g_autofree char *key = g_strjoin ("\x1f", folded, oblast != NULL ? oblast : "", NULL);
  NazarImportItem *first = g_hash_table_lookup (reading->places, key);

  if (first == NULL)
    {
      g_hash_table_insert (reading->places, g_steal_pointer (&key), item);
      return;
    }

  item->state = NAZAR_IMPORT_UNITED;
  for (guint i = 0; i < reading->info->n_fields; i++)
    if (nazar_record_get_at (first->record, i) == NULL)
      nazar_record_set_at (first->record, i, nazar_record_get_at (item->record, i));
}

static void
read_cells (Reading           *reading,
            NazarImportItem   *item,
            const NazarCsvRow *row,
            gboolean           districts)
{
  for (guint i = 0; i < reading->columns->len && i < row->n_cells; i++)
    {
      const Column *column = &g_array_index (reading->columns, Column, i);
      g_autofree char *text = g_strstrip (g_strdup (row->cells[i]));

      if (*text == '\0')
        continue;
      if (column->language != NULL && !districts)
        {
          g_ptr_array_add (reading->names, g_strdup (column->language));
          g_ptr_array_add (reading->names, g_strdup (text));
        }
      else if (column->field != NULL && districts == (strcmp (column->field->name, "district") == 0))
        read_value (reading, item, column->field, text);
    }
}

static gboolean
read_row (const NazarCsvRow  *row,
          gpointer            user_data,
          GError            **error)
{
  Reading *reading = user_data;
  NazarImportItem *item;

  if (reading->columns == NULL)
    {
      reading->columns = read_heads (reading->info, row->cells);
      if (has_column (reading->columns, "name"))
        return TRUE;
      g_set_error_literal (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_NOTHING_FOUND,
                           _("The table has no column “name”. A table of facilities needs it, and may have kind, authority, oblast, "
                             "district, address, capacity and the other fields of a facility."));
      return FALSE;
    }
  if (g_hash_table_size (reading->places) > MAX_ROWS)
    {
      g_set_error (error, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_TOO_LARGE, _("The table has more than %d rows."), MAX_ROWS);
      return FALSE;
    }

  item = nazar_import_item_new (nazar_record_new (NAZAR_TYPE_FACILITY, NULL));
  item->line = row->line;
  item->start = row->start;
  item->end = row->end;
  g_ptr_array_set_size (reading->names, 0);
  g_ptr_array_set_size (reading->kept, 0);
  /* Where a district lies is known when its oblast is. */
  read_cells (reading, item, row, FALSE);
  read_cells (reading, item, row, TRUE);
  set_names (reading, item);
  set_kept (reading, item);
  look_at_problems (reading, item);

  nazar_import_plan_add_item (reading->plan, item);
  if (nazar_record_get (item->record, "name") == NULL)
    nazar_import_item_refuse (item, _("It has no name."));
  else
    unite (reading, item);
  return TRUE;
}

static gboolean
read_facilities (const NazarImportInput  *input,
                 NazarImportPlan         *plan,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { plan, nazar_record_info (NAZAR_TYPE_FACILITY), NULL, places, names, kept };
  gboolean ok = nazar_csv_read (input->text, input->length, read_row, &reading, input->progress, input->progress_data, cancellable,
                                error);

  g_clear_pointer (&reading.columns, g_array_unref);
  return ok;
}

const NazarImporter nazar_importer_facility = { "facility", NC_ ("import", "Table of facilities (CSV)"), recognise_facilities,
                                                read_facilities };
