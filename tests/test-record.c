/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-json.h"

#include "test-util.h"

#include <string.h>

/* What a record is: its table of fields, and what may stand in each kind. */

static void
test_tables (TestRegister  *self,
             gconstpointer  data)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);
      g_autofree char *sql = g_strdup_printf ("SELECT name || ' ' || type FROM pragma_table_info ('%s') ORDER BY cid", info->name);
      g_autofree char *found = test_ask (self->store, sql);
      g_autoptr (GString) expected = g_string_new ("n INTEGER,id TEXT");

      for (guint i = 0; i < info->n_fields; i++)
        {
          NazarFieldKind kind = info->fields[i].kind;

          g_string_append_printf (expected, ",%s %s", info->fields[i].name,
                                  kind == NAZAR_KIND_DECIMAL                               ? "REAL"
                                  : kind == NAZAR_KIND_INTEGER || kind == NAZAR_KIND_FLAG ? "INTEGER"
                                                                                          : "TEXT");
        }
      g_assert_cmpstr (found, ==, expected->str);
    }
}

static void
test_foreign_keys (TestRegister  *self,
                   gconstpointer  data)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);
      g_autofree char *sql = g_strdup_printf ("SELECT \"from\" || ' ' || \"table\" || ' ' || \"to\" || ' ' || on_delete"
                                              " FROM pragma_foreign_key_list ('%s') ORDER BY id DESC",
                                              info->name);
      g_autofree char *found = test_ask (self->store, sql);
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint i = 0; i < info->n_fields; i++)
        /* SQL has no keys to tables of any kind: the commit looks at those. */
        if (info->fields[i].kind == NAZAR_KIND_REFERENCE && !g_str_equal (info->fields[i].target, NAZAR_ANY_RECORD))
          g_string_append_printf (expected, "%s%s %s id NO ACTION", expected->len > 0 ? "," : "", info->fields[i].name,
                                  info->fields[i].target);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

static void
test_computed (TestRegister  *self,
               gconstpointer  data)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);

      for (guint i = 0; i < info->n_computed; i++)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s_view WHERE %s IS NULL", info->name, info->computed[i].name);

          g_assert_cmpint (test_count (self->store, sql), ==, 0);
          g_assert_null (nazar_record_info_find (info, info->computed[i].name, NULL));
          g_assert_true (nazar_record_info_find_computed (info, info->computed[i].name) == &info->computed[i]);
        }
    }
}

static void
test_types (void)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  g_assert_cmpuint (n_types, >=, 13);
  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);

      g_assert_true (nazar_record_type_from_name (info->name) == types[t]);
      /* Those that a record must refer to come before it. */
      for (guint i = 0; i < info->n_fields; i++)
        if ((info->fields[i].flags & NAZAR_FIELD_OWNER) && !g_str_equal (info->fields[i].target, NAZAR_ANY_RECORD))
          {
            guint place = 0;

            while (strcmp (nazar_record_info (types[place])->name, info->fields[i].target) != 0)
              place++;
            g_assert_cmpuint (place, <, t);
          }
    }
  g_assert_true (nazar_record_type_from_name ("nothing") == G_TYPE_INVALID);
  g_assert_true (nazar_record_type_from_name (NULL) == G_TYPE_INVALID);
}

static void
test_properties (void)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);
      g_autoptr (NazarRecord) record = nazar_record_new (types[t], NULL);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (info->fields[i].name), "_", '-');
          g_autofree char *value = g_strdup_printf ("value %u", i);
          g_autofree char *got = NULL;

          g_object_set (record, name, value, NULL);
          g_object_get (record, name, &got, NULL);
          g_assert_cmpstr (got, ==, value);
          g_assert_cmpstr (nazar_record_get (record, info->fields[i].name), ==, value);
          g_assert_cmpstr (nazar_record_get_at (record, i), ==, value);
        }
    }
}

static void
on_notify_cb (NazarRecord *record,
              GParamSpec  *pspec,
              GString     *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notify (void)
{
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  g_signal_connect (record, "notify", G_CALLBACK (on_notify_cb), names);
  nazar_record_set (record, "reply_due", "2019");
  g_assert_cmpstr (names->str, ==, "reply-due record-title ");
  nazar_record_set (record, "reply_due", "2019");
  nazar_record_set (record, "number", "");
  g_assert_cmpstr (names->str, ==, "reply-due record-title ");
}

static void
test_dirty (void)
{
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_TERM, NULL);

  g_assert_cmpuint (nazar_record_get_dirty (record), ==, 0);
  nazar_record_set (record, "code", "w");
  g_assert_cmpuint (nazar_record_get_dirty (record), ==, 1 << 1);
  nazar_record_set_clean (record);
  nazar_record_set (record, "code", "w");
  g_assert_cmpuint (nazar_record_get_dirty (record), ==, 0);
}

typedef struct
{
  const char *field;
  const char *input;
  const char *value;
} Entered;

static GType
type_of (const char *field)
{
  if (nazar_record_info_find (nazar_record_info (NAZAR_TYPE_RECOMMENDATION), field, NULL) != NULL)
    return NAZAR_TYPE_RECOMMENDATION;
  return NAZAR_TYPE_BODY;
}

static void
test_enter (void)
{
  const Entered cases[] = {
    { "number", "  76.14 ", "76.14" },
    { "number", "a\nb\tc\r", "a b c" },
    { "number", " \n ", NULL },
    { "text", "\n Two\n\nparagraphs. \n", "Two\n\nparagraphs." },
    { "text", "Өкмөт ўқувчи “ʼ” 😀 \x01", "Өкмөт ўқувчи “ʼ” 😀 \x01" },
    { "text", "", NULL },
    { "text", NULL, NULL },
    { "deadline", " 2019-03-14 ", "2019-03-14" },
    { "deadline", "2019-03", "2019-03" },
    { "deadline", "2019~", "2019~" },
    { "deadline", "14.03.2019", "2019-03-14" },
    { "deadline", "03.2019", "2019-03" },
    { "deadline", " ", NULL },
    { "follow_up", "true", "1" },
    { "follow_up", "yes", "1" },
    { "follow_up", "0", "0" },
    { "follow_up", " false ", "0" },
    { "response", "partly-supported", "partly-supported" },
    { "response", " noted ", "noted" },
    { "source", " an-id ", "an-id" },
    { "states", "[]", NULL },
    { "states", "[\"\", \" \"]", NULL },
    { "states", " [ \"Peru\", \"Чехия\" , \"Peru\"] ", "[\"Peru\",\"Чехия\"]" },
    { "themes", "[\"b\",\"a\",\"b\"]", "[\"b\",\"a\"]" },
    { "former_names", "[]", NULL },
    { "former_names", "[{\"until\": \"10.2025\", \"name\": \" Old \"}, {\"name\": null}]",
      "[{\"name\":\"Old\",\"until\":\"2025-10\"},{}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NazarRecord) record = nazar_record_new (type_of (cases[i].field), NULL);
      g_autoptr (GError) error = NULL;

      nazar_record_set (record, cases[i].field, "before");
      g_assert_true (nazar_record_enter (record, cases[i].field, cases[i].input, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (nazar_record_get (record, cases[i].field), ==, cases[i].value);

      /* What is canonical stays as it is. */
      g_assert_true (nazar_record_enter (record, cases[i].field, cases[i].value, &error));
      g_assert_cmpstr (nazar_record_get (record, cases[i].field), ==, cases[i].value);
    }
}

static void
test_refuses (void)
{
  const Entered cases[] = {
    { "response", "accepted", "Response: “accepted” is none of these: supported, noted, partly-supported, pending." },
    { "response", "Supported", "is none of these" },
    { "language", "kk", "en, ru, ky, uz, uz@cyrillic" },
    { "deadline", "soon", "A date is expected here" },
    { "deadline", "2019-02-29", "28 days" },
    { "deadline", "2019-13", "no month 13" },
    { "deadline", "0999", "Deadline: " },
    { "follow_up", "maybe", "“true” or “false” is expected here." },
    { "states", "Peru", "A list in square brackets is expected here" },
    { "states", "[\"Peru\"", "A list in square brackets is expected here" },
    { "states", "{}", "A list in square brackets is expected here" },
    { "states", "[1]", "A list of words in quotes is expected here." },
    { "states", "[[\"Peru\"]]", "A list of words in quotes is expected here." },
    { "states", "[null]", "A list of words in quotes is expected here." },
    { "former_names", "[\"Old\"]", "A list of objects is expected here." },
    { "former_names", "[{\"until\": \"never\"}]", "Until: A date is expected here" },
    { "text", "\xff\xfe", "not UTF-8" },
    { "number", "\xd0", "not UTF-8" },
    { "source", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                "xxxxxxxxx", "This is not the id of a record." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NazarRecord) record = nazar_record_new (type_of (cases[i].field), NULL);
      g_autoptr (GError) error = NULL;

      nazar_record_set (record, cases[i].field, "before");
      g_assert_false (nazar_record_enter (record, cases[i].field, cases[i].input, &error));
      g_assert_error (error, NAZAR_FIELD_ERROR, NAZAR_FIELD_ERROR_INVALID);
      test_assert_sentence (error);
      if (strstr (error->message, cases[i].value) == NULL)
        g_assert_cmpstr (error->message, ==, cases[i].value);
      g_assert_cmpstr (nazar_record_get (record, cases[i].field), ==, "before");
    }
}

static void
test_refuses_endless (void)
{
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  g_autofree char *text = g_strnfill (16 * 1024 * 1024 + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (nazar_record_enter (record, "text", text, &error));
  test_assert_sentence (error);
  text[16 * 1024 * 1024] = '\0';
  g_assert_true (nazar_record_enter (record, "text", text, NULL));
}

/* Kinds that no record of today uses are checked all the same. */
static void
test_kinds (void)
{
  const NazarField integer = { "count", NAZAR_KIND_INTEGER, "Count", NULL, 0 };
  const NazarField moment = { "at", NAZAR_KIND_MOMENT, "At", NULL, 0 };
  const struct
  {
    const NazarField *field;
    const char *input;
    const char *value;
  } cases[] = {
    { &integer, " 012 ", "12" },
    { &integer, "9223372036854775807", "9223372036854775807" },
    { &integer, "9223372036854775808", NULL },
    { &integer, "-1", NULL },
    { &integer, "1.5", NULL },
    { &integer, "12 km", NULL },
    { &moment, "2019-03-14T21:04:00Z", "2019-03-14T21:04:00Z" },
    { &moment, "2019-03-14 21:04", NULL },
    { &moment, "2019-03-14T25:04:00Z", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = nazar_field_normalize (cases[i].field, cases[i].input, &error);

      g_assert_cmpstr (value, ==, cases[i].value);
      if (cases[i].value == NULL)
        test_assert_sentence (error);
    }
}

static void
test_display (void)
{
  const NazarRecordInfo *info = nazar_record_info (NAZAR_TYPE_RECOMMENDATION);
  const char *const cases[][3] = {
    { "response", "partly-supported", "Partly supported" },
    { "response", "unheard-of", "unheard-of" },
    { "states", "[\"Peru\",\"Чехия\"]", "Peru, Чехия" },
    { "follow_up", "1", "Yes" },
    { "follow_up", "0", "No" },
    { "deadline", "2019-03", "March 2019" },
    { "text", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = nazar_field_display (nazar_record_info_find (info, cases[i][0], NULL), cases[i][1]);

      g_assert_cmpstr (shown, ==, cases[i][2]);
    }
}

static void
assert_title (GType       type,
              const char *expected,
              const char *field,
              const char *value,
              const char *other,
              const char *other_value)
{
  g_autoptr (NazarRecord) record = nazar_record_new (type, NULL);
  g_autofree char *title = NULL;
  g_autofree char *property = NULL;

  if (field != NULL)
    nazar_record_set (record, field, value);
  if (other != NULL)
    nazar_record_set (record, other, other_value);
  title = nazar_record_dup_title (record);
  g_assert_cmpstr (title, ==, expected);
  g_object_get (record, "record-title", &property, NULL);
  g_assert_cmpstr (property, ==, expected);
}

static void
test_titles (void)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  g_autofree char *title = NULL;

  for (guint t = 0; t < n_types; t++)
    assert_title (types[t], "Without a title", NULL, NULL, NULL, NULL);
  assert_title (NAZAR_TYPE_RECOMMENDATION, "First line", "text", "First line\nand second", NULL, NULL);
  assert_title (NAZAR_TYPE_RECOMMENDATION, "Own", "text", "First line", "title", "Own");
  assert_title (NAZAR_TYPE_SOURCE, "A/HRC/15/2, Peru", "symbol", "A/HRC/15/2", "state_concerned", "Peru");
  assert_title (NAZAR_TYPE_SOURCE, "Peru, session 5", "session", "5", "state_concerned", "Peru");
  assert_title (NAZAR_TYPE_ASSESSMENT, "State: Planned", "track", "state", "status", "planned");
  assert_title (NAZAR_TYPE_REPLY, "No 12", "symbol", "No 12", "summary", "Long");

  /* A long text ends at a word and says that it goes on. */
  for (guint i = 0; i < 40; i++)
    g_string_append (words, "сунуштар ");
  nazar_record_set (record, "text", words->str);
  title = nazar_record_dup_title (record);
  g_assert_true (g_str_has_suffix (title, "сунуштар…"));
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, 120);
}

static void
test_missing (void)
{
  g_autoptr (NazarRecord) record = nazar_record_new (NAZAR_TYPE_ASSESSMENT, NULL);
  g_autoptr (GPtrArray) missing = nazar_record_missing (record);
  g_autoptr (GPtrArray) rest = NULL;

  g_assert_cmpuint (missing->len, ==, 4);
  g_assert_cmpstr (((const NazarField *) g_ptr_array_index (missing, 0))->name, ==, "recommendation");
  nazar_record_set (record, "recommendation", "r");
  nazar_record_set (record, "track", "state");
  nazar_record_set (record, "status", "planned");
  rest = nazar_record_missing (record);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (((const NazarField *) g_ptr_array_index (rest, 0))->name, ==, "date");
}

static void
test_copy (TestRegister  *self,
           gconstpointer  data)
{
  g_autoptr (NazarRecord) record = test_add_record (self->store, NAZAR_TYPE_TERM, "label", "Water", NULL);
  g_autoptr (NazarRecord) copy = NULL;

  nazar_record_set (record, "code", "w");
  copy = nazar_record_copy (record);
  nazar_record_set (record, "label", "Fire");

  g_assert_true (G_OBJECT_TYPE (copy) == NAZAR_TYPE_TERM);
  g_assert_cmpstr (nazar_record_get_id (copy), ==, nazar_record_get_id (record));
  g_assert_cmpint (nazar_record_get_n (copy), ==, nazar_record_get_n (record));
  g_assert_cmpstr (nazar_record_get (copy, "label"), ==, "Water");
  g_assert_cmpstr (nazar_record_get (copy, "code"), ==, "w");
  g_assert_cmpuint (nazar_record_get_dirty (copy), ==, 1 << 1);
}

static void
test_author_language (void)
{
  g_autoptr (NazarRecord) fresh = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);
  g_autoptr (NazarRecord) known = nazar_record_new (NAZAR_TYPE_RECOMMENDATION, NULL);

  nazar_record_set_author_language (fresh);
  g_assert_cmpstr (nazar_record_get (fresh, "language"), ==, "en");
  nazar_record_set (known, "language", "ky");
  nazar_record_set_author_language (known);
  g_assert_cmpstr (nazar_record_get (known, "language"), ==, "ky");
}

/* DOMAIN.md: whatever can be translated says in which language it is. */
static void
test_languages (void)
{
  guint n_types;
  const GType *types = nazar_record_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      const NazarRecordInfo *info = nazar_record_info (types[t]);
      gboolean translatable = FALSE;

      for (guint i = 0; i < info->n_fields; i++)
        translatable = translatable || (info->fields[i].flags & NAZAR_FIELD_TRANSLATABLE);
      g_assert_true (!translatable || nazar_record_info_find (info, "language", NULL) != NULL);
    }
}

static void
test_audience (void)
{
  const NazarField *assessor = nazar_record_info_find (nazar_record_info (NAZAR_TYPE_ASSESSMENT), "assessor", NULL);
  const NazarField *evidence = nazar_record_info_find (nazar_record_info (NAZAR_TYPE_ASSESSMENT), "evidence", NULL);
  const NazarField speaker = { "account", NAZAR_KIND_LONG_TEXT, "Account", NULL, NAZAR_FIELD_SPEAKER };
  const NazarField official = { "person", NAZAR_KIND_TEXT, "Person", NULL, NAZAR_FIELD_OFFICIAL };
  const struct
  {
    const NazarField *field;
    gboolean authority, public;
  } cases[] = { { assessor, TRUE, FALSE }, { evidence, TRUE, TRUE }, { &speaker, FALSE, FALSE }, { &official, TRUE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (nazar_field_may_leave (cases[i].field, NAZAR_AUDIENCE_NONE));
      g_assert_true (nazar_field_may_leave (cases[i].field, NAZAR_AUDIENCE_AUTHORITY) == cases[i].authority);
      g_assert_true (nazar_field_may_leave (cases[i].field, NAZAR_AUDIENCE_PUBLIC) == cases[i].public);
    }
}

static void
test_audience_names (void)
{
  NazarAudience audience;

  for (guint i = NAZAR_AUDIENCE_NONE; i <= NAZAR_AUDIENCE_PUBLIC; i++)
    {
      g_assert_true (nazar_audience_from_name (nazar_audience_name (i), &audience));
      g_assert_cmpuint (audience, ==, i);
    }
  g_assert_false (nazar_audience_from_name ("everybody", &audience));
  g_assert_false (nazar_audience_from_name (NULL, &audience));
}

static char *
nest (guint depth)
{
  g_autofree char *open = g_strnfill (depth, '[');
  g_autofree char *shut = g_strnfill (depth, ']');

  return g_strconcat (open, shut, NULL);
}

static void
test_json_depth (void)
{
  g_autofree char *most = nest (100), *more = nest (101), *endless = nest (100000);
  g_autoptr (JsonNode) fits = nazar_json_parse (most, -1, NULL);
  g_autoptr (JsonNode) brackets = nazar_json_parse ("[\"[[[[[[[[[[[[[[[[[\\\"[[[[\\\\\"]", -1, NULL);
  const char *const too_deep[] = { more, endless };

  g_assert_nonnull (fits);
  g_assert_nonnull (brackets);
  for (guint i = 0; i < G_N_ELEMENTS (too_deep); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nazar_json_parse (too_deep[i], -1, &error));
      g_assert_error (error, NAZAR_JSON_ERROR, NAZAR_JSON_ERROR_DEPTH);
      test_assert_sentence (error);
    }
}

static void
test_json_bad (void)
{
  const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", NAZAR_JSON_ERROR_SYNTAX },        { "{\"a\": [1, 2", NAZAR_JSON_ERROR_SYNTAX }, { "[1,]", NAZAR_JSON_ERROR_SYNTAX },
    { "[1] [2]", NAZAR_JSON_ERROR_SYNTAX }, { "\"\xff\"", NAZAR_JSON_ERROR_ENCODING },        { "{\"a\nb\" 1}", NAZAR_JSON_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nazar_json_parse (cases[i].text, -1, &error));
      g_assert_error (error, NAZAR_JSON_ERROR, cases[i].code);
      test_assert_sentence (error);
    }
}

static void
test_set_round (void)
{
  const char *const words[] = { "plain", "“quotes” \"and\" \\ and /", "new\nline\ttab \x01 \x7f", "Ўзбек ҳуқуқ 😀", NULL };
  g_autofree char *value = nazar_strv_to_json (words);
  g_auto (GStrv) back = nazar_strv_from_json (value);
  g_auto (GStrv) none = nazar_strv_from_json (NULL);

  g_assert_cmpstrv (back, words);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_true (nazar_strv_holds (words, "plain"));
  g_assert_false (nazar_strv_holds (words, "other"));
  g_assert_false (nazar_strv_holds (NULL, "other"));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/record/tables-equal-field-tables", test_tables);
  test_add ("/record/references-are-foreign-keys-without-cascade", test_foreign_keys);
  test_add ("/record/computed-fields-stand-in-the-views", test_computed);
  g_test_add_func ("/record/types-have-names-and-owners-come-first", test_types);
  g_test_add_func ("/record/fields-are-properties-by-their-canonical-names", test_properties);
  g_test_add_func ("/record/tells-what-changed-and-only-that", test_notify);
  g_test_add_func ("/record/knows-what-is-not-stored-yet", test_dirty);
  g_test_add_func ("/record/enter/makes-input-canonical", test_enter);
  g_test_add_func ("/record/enter/refuses-with-a-sentence-and-keeps-the-value", test_refuses);
  g_test_add_func ("/record/enter/refuses-a-text-without-end", test_refuses_endless);
  g_test_add_func ("/record/enter/numbers-and-moments", test_kinds);
  g_test_add_func ("/record/shows-values-in-words", test_display);
  g_test_add_func ("/record/title-is-the-line-people-know-it-by", test_titles);
  g_test_add_func ("/record/missing-lists-required-fields", test_missing);
  test_add ("/record/copy-has-values-id-and-what-is-not-stored", test_copy);
  g_test_add_func ("/record/new-texts-are-in-the-authors-language", test_author_language);
  g_test_add_func ("/record/translatable-records-have-a-language", test_languages);
  g_test_add_func ("/record/public-leaves-out-personal-fields", test_audience);
  g_test_add_func ("/record/audiences-have-names", test_audience_names);
  g_test_add_func ("/json/refuses-deep-nesting", test_json_depth);
  g_test_add_func ("/json/refuses-what-is-damaged", test_json_bad);
  g_test_add_func ("/json/sets-come-back-as-they-went", test_set_round);

  return test_run_all ();
}
