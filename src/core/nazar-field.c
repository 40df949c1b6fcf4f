/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-field.h"

#include "nazar-date.h"
#include "nazar-json.h"
#include "nazar-language.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (nazar-field-error-quark, nazar_field_error)

/* A whole book fits; what is longer is no field's text. */
#define MAX_TEXT_BYTES (16 * 1024 * 1024)
#define MAX_REFERENCE_BYTES 200

static const char *const audience_names[] = { "none", "authority", "public" };

/**
 * nazar_field_label:
 * @field: a field
 *
 * Returns: (transfer none): its label in the language of the program
 */
const char *
nazar_field_label (const NazarField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label);
}

/**
 * nazar_field_hint:
 * @field: a field
 *
 * Returns: (transfer none) (nullable): what to enter, in the language of the program
 */
const char *
nazar_field_hint (const NazarField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->hint != NULL ? g_dgettext (GETTEXT_PACKAGE, field->hint) : NULL;
}

/**
 * nazar_field_is_set:
 * @field: a field
 *
 * Returns: whether its value is a JSON array
 */
gboolean
nazar_field_is_set (const NazarField *field)
{
  return field->kind >= NAZAR_KIND_TEXTS;
}

/**
 * nazar_field_is_reference:
 * @field: a field
 *
 * Returns: whether it refers to one other record or to several
 */
gboolean
nazar_field_is_reference (const NazarField *field)
{
  return field->kind == NAZAR_KIND_REFERENCE || field->kind == NAZAR_KIND_REFERENCES;
}

/**
 * nazar_field_is_text:
 * @field: a field
 *
 * Returns: whether it holds words written by people
 */
gboolean
nazar_field_is_text (const NazarField *field)
{
  return field->kind == NAZAR_KIND_TEXT || field->kind == NAZAR_KIND_LONG_TEXT;
}

/**
 * nazar_field_is_number:
 * @field: a field
 *
 * Returns: whether it holds a number, whole or not
 */
gboolean
nazar_field_is_number (const NazarField *field)
{
  return field->kind == NAZAR_KIND_INTEGER || field->kind == NAZAR_KIND_DECIMAL;
}

/**
 * nazar_field_may_refer_to:
 * @field: a field
 * @type: name of a kind of record
 *
 * Returns: whether it is a reference that may lead to such a record
 */
gboolean
nazar_field_may_refer_to (const NazarField *field,
                          const char       *type)
{
  return field->target != NULL &&
         (strcmp (field->target, type) == 0 || (strcmp (field->target, NAZAR_ANY_RECORD) == 0 && strcmp (type, "attachment") != 0));
}

/**
 * nazar_field_may_leave:
 * @field: a field
 * @audience: for whom something is written
 *
 * The one function that decides what leaves the register (DESIGN.md, idea 3;
 * OPCAT article 21: no personal data without express consent). What shows who
 * spoke leaves here for nobody: where a consent allows it, the exporter that
 * knows the consent asks for it by itself.
 *
 * Returns: whether the field may be written for @audience
 */
gboolean
nazar_field_may_leave (const NazarField *field,
                       NazarAudience     audience)
{
  g_return_val_if_fail (field != NULL, FALSE);

  switch (audience)
    {
    case NAZAR_AUDIENCE_NONE:
      return TRUE;
    case NAZAR_AUDIENCE_AUTHORITY:
      return (field->flags & NAZAR_FIELD_SPEAKER) == 0;
    case NAZAR_AUDIENCE_PUBLIC:
    default:
      return (field->flags & NAZAR_FIELD_PERSONAL) == 0;
    }
}

/* A structure without the parts that may not leave. */
static JsonNode *
redact_structure (const NazarField *field,
                  JsonObject       *object,
                  NazarAudience     audience)
{
  JsonObject *rest = json_object_new ();

  for (guint i = 0; i < field->n_fields; i++)
    {
      const NazarField *sub = &field->fields[i];
      JsonNode *part = json_object_get_member (object, sub->name);

      if (part != NULL && nazar_field_may_leave (sub, audience))
        json_object_set_member (rest, sub->name, json_node_copy (part));
    }

  return json_node_init_object (json_node_alloc (), rest);
}

/**
 * nazar_field_redact:
 * @field: a field
 * @value: (nullable): its canonical text
 * @audience: for whom something is written
 *
 * Returns: (transfer full) (nullable): what of the value may be written for
 *   @audience: structures without the parts that are marked; %NULL where nothing may
 */
char *
nazar_field_redact (const NazarField *field,
                    const char       *value,
                    NazarAudience     audience)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) rest = NULL;
  g_autoptr (JsonArray) array = NULL;
  JsonArray *members;

  if (value == NULL || !nazar_field_may_leave (field, audience))
    return NULL;
  if (field->kind != NAZAR_KIND_STRUCTURES || audience == NAZAR_AUDIENCE_NONE)
    return g_strdup (value);

  root = nazar_json_parse (value, -1, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return NULL;

  array = json_array_new ();
  members = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (members); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (members, i)))
      json_array_add_element (array, redact_structure (field, json_array_get_object_element (members, i), audience));

  rest = json_node_init_array (json_node_alloc (), array);
  return nazar_json_to_text (rest, FALSE);
}

/**
 * nazar_audience_from_name:
 * @name: (nullable): "none", "authority" or "public"
 * @audience: (out): the audience
 *
 * Returns: whether the name is one of the three
 */
gboolean
nazar_audience_from_name (const char    *name,
                          NazarAudience *audience)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (audience_names); i++)
    if (strcmp (audience_names[i], name) == 0)
      {
        *audience = (NazarAudience) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * nazar_audience_name:
 * @audience: an audience
 *
 * Returns: (transfer none): its name as on the command line
 */
const char *
nazar_audience_name (NazarAudience audience)
{
  return audience_names[audience];
}

static char *
invalid (const NazarField  *field,
         GError           **error,
         const char        *expected)
{
  g_set_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID,
               /* Translators: the first %s is a field's label, the second a whole sentence. */
               _("%s: %s"), nazar_field_label (field), expected);
  return NULL;
}

static char *
normalize_text (const NazarField  *field,
                const char        *input,
                GError           **error)
{
  g_autofree char *text = NULL;

  if (strlen (input) > MAX_TEXT_BYTES)
    return invalid (field, error, _("This text is too long to be stored."));

  text = g_strdup (input);
  g_strstrip (text);

  /* A line of text has no line ends: they would break tables and forms. */
  if (field->kind == NAZAR_KIND_TEXT)
    g_strdelimit (text, "\r\n\t", ' ');

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
normalize_integer (const NazarField  *field,
                   const char        *input,
                   GError           **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (input, 10, 0, G_MAXINT64, &number, NULL))
    return invalid (field, error, _("A whole number is expected here, such as 12."));
  if (field->maximum > 0 && number > field->maximum)
    {
      g_autofree char *most = nazar_number_format (field->maximum, nazar_language_current ());
      /* Translators: a number, such as 100 000. */
      g_autofree char *sentence = g_strdup_printf (_("This number is too large: at most %s is expected here."), most);

      return invalid (field, error, sentence);
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
normalize_decimal (const NazarField  *field,
                   const char        *input,
                   GError           **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (input), ",", '.');
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number = g_ascii_strtod (point, &end);

  if (end == point || *end != '\0' || !isfinite (number) || strpbrk (point, "xX") != NULL)
    return invalid (field, error, _("A number is expected here, such as 42.87."));

  /* Two spellings of one number are one value. */
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

static char *
normalize_flag (const NazarField  *field,
                const char        *input,
                GError           **error)
{
  if (g_strv_contains ((const char *const[]) { "1", "true", "yes", NULL }, input))
    return g_strdup ("1");
  if (g_strv_contains ((const char *const[]) { "0", "false", "no", NULL }, input))
    return g_strdup ("0");

  return invalid (field, error, _("“true” or “false” is expected here."));
}

static char *
normalize_choice (const NazarField  *field,
                  const char        *input,
                  GError           **error)
{
  if (nazar_vocabulary_find (field->vocabulary, input) == NULL)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint i = 0; i < field->vocabulary->n_choices; i++)
        g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", field->vocabulary->choices[i].id);

      g_set_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID,
                   /* Translators: a field's label, what was entered, a list of words. */
                   _("%s: “%s” is none of these: %s."), nazar_field_label (field), input, words->str);
      return NULL;
    }

  return g_strdup (input);
}

static char *
normalize_reference (const NazarField  *field,
                     const char        *input,
                     GError           **error)
{
  if (strlen (input) > MAX_REFERENCE_BYTES)
    return invalid (field, error, _("This is not the id of a record."));

  return g_strdup (input);
}

static char *
normalize_moment (const NazarField  *field,
                  const char        *input,
                  GError           **error)
{
  if (!nazar_moment_is_valid (input))
    return invalid (field, error, _("A moment is expected here, such as 2019-03-14T21:04:00Z."));

  return g_strdup (input);
}

static char *
normalize_date (const NazarField  *field,
                const char        *input,
                GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  char *date = nazar_date_normalize (input, &local_error);

  if (date == NULL)
    return invalid (field, error, local_error->message);

  return date;
}

/* One member of a set is spelled like a field of its own that holds one value. */
static NazarField
member_field (const NazarField *field)
{
  NazarField member = *field;

  member.kind = field->kind == NAZAR_KIND_CHOICES      ? NAZAR_KIND_CHOICE
                : field->kind == NAZAR_KIND_REFERENCES ? NAZAR_KIND_REFERENCE
                                                       : NAZAR_KIND_TEXT;
  return member;
}

static char *
normalize_strings (const NazarField  *field,
                   JsonArray         *array,
                   GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NazarField member = member_field (field);
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *value = NULL;
      g_autoptr (GError) local_error = NULL;

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return invalid (field, error, _("A list of words in quotes is expected here."));

      value = nazar_field_normalize (&member, json_node_get_string (node), &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (value != NULL && !g_hash_table_contains (seen, value))
        {
          g_strv_builder_add (builder, value);
          g_hash_table_add (seen, g_steal_pointer (&value));
        }
    }

  strv = g_strv_builder_end (builder);
  return nazar_strv_to_json ((const char *const *) strv);
}

static gboolean
append_structure (const NazarField  *field,
                  JsonObject        *input,
                  JsonBuilder       *builder,
                  GError           **error)
{
  json_builder_begin_object (builder);

  for (guint i = 0; i < field->n_fields; i++)
    {
      const NazarField *sub = &field->fields[i];
      JsonNode *node = json_object_get_member (input, sub->name);
      g_autofree char *text = node != NULL ? nazar_json_to_input (node) : NULL;
      g_autofree char *value = NULL;
      g_autoptr (GError) local_error = NULL;

      value = text != NULL ? nazar_field_normalize (sub, text, &local_error) : NULL;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (value == NULL)
        continue;

      json_builder_set_member_name (builder, sub->name);
      if (sub->kind == NAZAR_KIND_INTEGER)
        json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
      else if (sub->kind == NAZAR_KIND_DECIMAL)
        json_builder_add_double_value (builder, g_ascii_strtod (value, NULL));
      else if (sub->kind == NAZAR_KIND_FLAG)
        json_builder_add_boolean_value (builder, *value == '1');
      else if (nazar_field_is_set (sub))
        json_builder_add_value (builder, nazar_json_parse (value, -1, NULL));
      else
        json_builder_add_string_value (builder, value);
    }

  json_builder_end_object (builder);
  return TRUE;
}

static char *
normalize_structures (const NazarField  *field,
                      JsonArray         *array,
                      GError           **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  if (json_array_get_length (array) == 0)
    return NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return invalid (field, error, _("A list of objects is expected here."));
      if (!append_structure (field, json_node_get_object (node), builder, error))
        return NULL;
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return nazar_json_to_text (root, FALSE);
}

static char *
normalize_set (const NazarField  *field,
               const char        *input,
               GError           **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local_error = NULL;

  root = nazar_json_parse (input, -1, &local_error);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return invalid (field, error, _("A list in square brackets is expected here, such as [\"a\", \"b\"]."));

  if (field->kind == NAZAR_KIND_STRUCTURES)
    return normalize_structures (field, json_node_get_array (root), error);

  return normalize_strings (field, json_node_get_array (root), error);
}

/**
 * nazar_field_normalize:
 * @field: a field
 * @input: (nullable): what was typed or read
 * @error: return location for a #NazarFieldError
 *
 * The one place where a value is checked. An empty input is an unset field.
 *
 * Returns: (transfer full) (nullable): the canonical text (see #NazarFieldKind);
 *   %NULL where it is unset, or on error, which then says what is expected
 */
char *
nazar_field_normalize (const NazarField  *field,
                       const char        *input,
                       GError           **error)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (input == NULL)
    return NULL;
  if (!g_utf8_validate (input, -1, NULL))
    return invalid (field, error, _("This text is not UTF-8."));
  if (nazar_field_is_text (field))
    return normalize_text (field, input, error);

  trimmed = g_strstrip (g_strdup (input));
  if (*trimmed == '\0')
    return NULL;

  switch (field->kind)
    {
    case NAZAR_KIND_DATE:
      return normalize_date (field, trimmed, error);
    case NAZAR_KIND_MOMENT:
      return normalize_moment (field, trimmed, error);
    case NAZAR_KIND_INTEGER:
      return normalize_integer (field, trimmed, error);
    case NAZAR_KIND_DECIMAL:
      return normalize_decimal (field, trimmed, error);
    case NAZAR_KIND_FLAG:
      return normalize_flag (field, trimmed, error);
    case NAZAR_KIND_CHOICE:
      return normalize_choice (field, trimmed, error);
    case NAZAR_KIND_REFERENCE:
      return normalize_reference (field, trimmed, error);
    case NAZAR_KIND_TEXTS:
    case NAZAR_KIND_CHOICES:
    case NAZAR_KIND_REFERENCES:
    case NAZAR_KIND_STRUCTURES:
      return normalize_set (field, trimmed, error);
    case NAZAR_KIND_TEXT:
    case NAZAR_KIND_LONG_TEXT:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * nazar_field_display:
 * @field: a field
 * @value: (nullable): its canonical text
 *
 * How the value is shown to people in the language of the program. References
 * stay ids: only the store knows the titles of records.
 *
 * Returns: (transfer full): text; empty where the field is unset
 */
char *
nazar_field_display (const NazarField *field,
                     const char       *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  switch (field->kind)
    {
    case NAZAR_KIND_DATE:
      return nazar_date_format (value, nazar_language_current ());
    case NAZAR_KIND_MOMENT:
      return nazar_moment_format (value, nazar_language_current ());
    case NAZAR_KIND_FLAG:
      return g_strdup (*value == '1' ? C_ ("flag", "Yes") : C_ ("flag", "No"));
    case NAZAR_KIND_CHOICE:
      return g_strdup (nazar_vocabulary_label (field->vocabulary, value));
    case NAZAR_KIND_TEXTS:
    case NAZAR_KIND_CHOICES:
    case NAZAR_KIND_REFERENCES:
      {
        NazarField member = member_field (field);
        g_auto (GStrv) words = nazar_strv_from_json (value);

        for (guint i = 0; words[i] != NULL; i++)
          {
            char *shown = nazar_field_display (&member, words[i]);
            g_free (words[i]);
            words[i] = shown;
          }
        return g_strjoinv (", ", words);
      }
    case NAZAR_KIND_TEXT:
    case NAZAR_KIND_LONG_TEXT:
    case NAZAR_KIND_INTEGER:
    case NAZAR_KIND_DECIMAL:
    case NAZAR_KIND_REFERENCE:
    case NAZAR_KIND_STRUCTURES:
    default:
      return g_strdup (value);
    }
}

/* Nearly all sets have nothing escaped in them; those are read and written without
 * a parser. NULL: it takes one. */
static GStrv
read_plain_set (const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *at = value;

  if (*at++ != '[' || !g_utf8_validate (value, -1, NULL))
    return NULL;

  do
    {
      gsize length = *at == '"' ? strcspn (at + 1, "\"\\") : 0;
      g_autofree char *member = NULL;

      if (*at != '"' || at[length + 1] != '"')
        return NULL;
      member = g_strndup (at + 1, length);
      g_strv_builder_add (builder, member);
      at += length + 2;
    }
  while (*at++ == ',');

  return strcmp (at - 1, "]") == 0 ? g_strv_builder_end (builder) : NULL;
}

static char *
write_plain_set (const char *const *strv)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; strv[i] != NULL; i++)
    {
      for (const char *p = strv[i]; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p) || *p == '"' || *p == '\\')
          return NULL;
      g_string_append (text, i > 0 ? ",\"" : "\"");
      g_string_append (text, strv[i]);
      g_string_append_c (text, '"');
    }

  g_string_append_c (text, ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nazar_strv_from_json:
 * @value: (nullable): the canonical text of a set
 *
 * Returns: (transfer full): its members; empty where there are none
 */
GStrv
nazar_strv_from_json (const char *value)
{
  GStrv plain = value != NULL ? read_plain_set (value) : NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (plain != NULL)
    return plain;

  builder = g_strv_builder_new ();
  root = value != NULL ? nazar_json_parse (value, -1, NULL) : NULL;
  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    {
      JsonArray *array = json_node_get_array (root);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *node = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
            g_strv_builder_add (builder, json_node_get_string (node));
        }
    }

  return g_strv_builder_end (builder);
}

/**
 * nazar_strv_to_json:
 * @strv: (nullable): the members of a set
 *
 * Returns: (transfer full) (nullable): the canonical text; %NULL for an empty set
 */
char *
nazar_strv_to_json (const char *const *strv)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *array;
  char *plain;

  if (strv == NULL || strv[0] == NULL)
    return NULL;

  plain = write_plain_set (strv);
  if (plain != NULL)
    return plain;

  array = json_array_new ();
  for (guint i = 0; strv[i] != NULL; i++)
    json_array_add_string_element (array, strv[i]);

  root = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return nazar_json_to_text (root, FALSE);
}

/**
 * nazar_strv_holds:
 * @strv: (nullable): words
 * @word: (nullable): a word
 *
 * Returns: whether @word is one of them
 */
gboolean
nazar_strv_holds (const char *const *strv,
                  const char        *word)
{
  return strv != NULL && word != NULL && g_strv_contains (strv, word);
}
