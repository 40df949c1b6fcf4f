/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nazar-example.h"
#include "nazar-import.h"
#include "nazar-undo.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* Import: what is recognised, found, known already, stored; and what is refused. */

#define HEAD "{\"format\": \"nazar\", \"version\": 1, \"records\": ["
#define TAIL "]}"

static NazarImportPlan *
read_path (TestRegister  *self,
           const char    *path,
           const char    *kind,
           const char    *option,
           const char    *value,
           GError       **error)
{
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);

  if (option != NULL)
    g_hash_table_insert (options, (gpointer) option, (gpointer) value);
  return nazar_import_read (self->store, path, kind, options, NULL, NULL, NULL, error);
}

static NazarImportPlan *
read_text (TestRegister *self,
           const char   *name,
           const char   *text)
{
  g_autofree char *path = test_write (self, name, text, -1);
  g_autoptr (GError) error = NULL;
  NazarImportPlan *plan = read_path (self, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static NazarImportItem *
item_at (NazarImportPlan *plan,
         guint            index)
{
  return g_ptr_array_index (nazar_import_plan_get_items (plan), index);
}

static void
assert_counts (NazarImportPlan *plan,
               const char      *expected)
{
  NazarImportCounts counts = nazar_import_plan_count (plan);
  g_autofree char *found = g_strdup_printf ("%u = %u new + %u known + %u united + %u left out", counts.read, counts.fresh, counts.known,
                                            counts.united, counts.left_out);

  g_assert_cmpuint (counts.read, ==, counts.fresh + counts.known + counts.united + counts.left_out);
  g_assert_cmpuint (counts.read, ==, nazar_import_plan_get_items (plan)->len);
  g_assert_cmpstr (found, ==, expected);
}

static void
store (TestRegister    *self,
       NazarImportPlan *plan)
{
  g_autoptr (GError) error = NULL;

  nazar_import_plan_store (plan, self->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  test_assert_in_order (self->store);
}

static void
import_text (TestRegister *self,
             const char   *text,
             const char   *expected)
{
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json", text);

  assert_counts (plan, expected);
  store (self, plan);
}

static void
assert_doubt (NazarImportPlan *plan,
              guint            index,
              const char      *words)
{
  NazarImportItem *item = item_at (plan, index);

  if (words == NULL)
    {
      g_assert_cmpstr (item->doubt, ==, NULL);
      return;
    }
  g_assert_nonnull (item->doubt);
  g_assert_true (g_str_has_suffix (item->doubt, "."));
  if (strstr (item->doubt, words) == NULL)
    g_assert_cmpstr (item->doubt, ==, words);
}

/* ---- Nazar's own JSON ------------------------------------------------------------ */

static void
test_missing_ids (TestRegister  *self,
                  gconstpointer  data)
{
  g_autofree char *ids = NULL;

  import_text (self,
               HEAD "{\"type\": \"term\", \"label\": \"Water\"}, {\"type\": \"term\", \"label\": \"Fire\"},"
                    "{\"type\": \"term\", \"id\": \"own-id\", \"label\": \"Air\"}" TAIL,
               "3 = 3 new + 0 known + 0 united + 0 left out");
  ids = test_ask (self->store, "SELECT length (id) FROM term ORDER BY n");
  g_assert_cmpstr (ids, ==, "36,36,6");
}

/* References lead to records of the file, before or after, or of the register. */
static void
test_references (TestRegister  *self,
                 gconstpointer  data)
{
  g_autoptr (NazarRecord) body = test_add_record (self->store, NAZAR_TYPE_BODY, "id", "police", "name", "Police", NULL);
  g_autofree char *found = NULL;

  import_text (self,
               HEAD "{\"type\": \"recommendation\", \"id\": \"r\", \"source\": \"s\", \"text\": \"Mend\", \"body\": \"police\","
                    " \"themes\": [\"t\", \"t\"]},"
                    "{\"type\": \"source\", \"id\": \"s\", \"title\": \"Report\"}, {\"type\": \"term\", \"id\": \"t\", \"label\": \"Water\"}" TAIL,
               "3 = 3 new + 0 known + 0 united + 0 left out");
  found = test_ask (self->store, "SELECT source || body || themes FROM recommendation");
  g_assert_cmpstr (found, ==, "spolice[\"t\"]");
}

static void
test_bad_references (TestRegister  *self,
                     gconstpointer  data)
{
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json",
                                                HEAD
                                                "{\"type\": \"body\", \"id\": \"b\", \"name\": \"Police\", \"parent\": \"ministry\"},"
                                                "{\"type\": \"source\", \"id\": \"s\", \"title\": \"Report\"},"
                                                "{\"type\": \"recommendation\", \"id\": \"r\", \"source\": \"s\", \"text\": \"Mend\","
                                                " \"themes\": [\"none\", \"b\"]},"
                                                "{\"type\": \"recommendation\", \"id\": \"q\", \"source\": \"gone\", \"text\": \"Build\"},"
                                                "{\"type\": \"assessment\", \"id\": \"a\", \"recommendation\": \"q\"},"
                                                "{\"type\": \"reply\", \"id\": \"y\", \"recommendation\": \"b\"}" TAIL);
  g_autofree char *themes = NULL, *parent = NULL;

  /* What belongs to nothing is left out, and so is what belongs to that. */
  assert_counts (plan, "6 = 3 new + 0 known + 0 united + 3 left out");
  assert_doubt (plan, 0, "Part of: there is no record ministry, neither in the file nor in the register.");
  assert_doubt (plan, 1, NULL);
  assert_doubt (plan, 2, "there is no record none");
  assert_doubt (plan, 3, "there is no record gone");
  assert_doubt (plan, 4, "there is no record q");

  store (self, plan);
  parent = test_ask (self->store, "SELECT ifnull (parent, '-') FROM body");
  g_assert_cmpstr (parent, ==, "-");
  themes = test_ask (self->store, "SELECT ifnull (themes, '-') FROM recommendation");
  g_assert_cmpstr (themes, ==, "-");
}

static void
test_bad_records (TestRegister  *self,
                  gconstpointer  data)
{
  g_autoptr (NazarRecord) body = test_add_record (self->store, NAZAR_TYPE_BODY, "id", "police", "name", "Police", NULL);
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json",
                                                HEAD "{\"type\": \"term\", \"id\": \"t\", \"label\": \"Water\"},"
                                                     "{\"type\": \"term\", \"id\": \"t\", \"label\": \"Fire\"},"
                                                     "{\"type\": \"planet\", \"id\": \"p\"}, {\"label\": \"Air\"}, 5, null, [],"
                                                     "{\"type\": \"term\", \"id\": \"a b\", \"label\": \"Earth\"},"
                                                     "{\"type\": \"term\", \"id\": \"\", \"label\": \"Earth\"},"
                                                     "{\"type\": \"term\", \"id\": \"police\", \"label\": \"Earth\"}" TAIL);

  assert_counts (plan, "10 = 1 new + 0 known + 0 united + 9 left out");
  assert_doubt (plan, 0, NULL);
  assert_doubt (plan, 1, "Its id stands twice in the file.");
  assert_doubt (plan, 2, "Records of the kind “planet” are unknown to this Nazar.");
  assert_doubt (plan, 4, "This is no record.");
  assert_doubt (plan, 7, "Its id cannot be used.");
  assert_doubt (plan, 8, "Its id cannot be used.");
  assert_doubt (plan, 9, "Its id belongs to a record of another kind in the register.");
  g_assert_cmpuint (nazar_import_plan_count (plan).doubtful, ==, 9);

  store (self, plan);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM term"), ==, 1);
}

/* A field that cannot be read is left out; the record is stored. */
static void
test_bad_fields (TestRegister  *self,
                 gconstpointer  data)
{
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json",
                                                HEAD "{\"type\": \"source\", \"title\": \"Report\", \"colour\": \"red\", \"date\": \"soon\","
                                                     " \"mechanism\": 5, \"session\": 5, \"recommendations\": 12, \"notes\": null}" TAIL);
  g_autofree char *found = NULL;

  assert_counts (plan, "1 = 1 new + 0 known + 0 united + 0 left out");
  assert_doubt (plan, 0, "The field “colour” is unknown and was left out.");
  assert_doubt (plan, 0, "Date: A date is expected here");
  assert_doubt (plan, 0, "Mechanism: “5” is none of these");
  store (self, plan);
  found = test_ask (self->store, "SELECT title || session || ifnull (date, '-') || ifnull (mechanism, '-') FROM source");
  g_assert_cmpstr (found, ==, "Report5--");
}

static void
test_typed_values (TestRegister  *self,
                   gconstpointer  data)
{
  g_autofree char *found = NULL;

  import_text (self,
               HEAD "{\"type\": \"recommendation\", \"number\": 76.14, \"follow_up\": true, \"states\": [\"Peru\"], \"sdgs\": [\"16\"]},"
                    "{\"type\": \"body\", \"name\": \"Police\", \"former_names\": [{\"name\": \"Militia\", \"until\": \"2016\"}]}" TAIL,
               "2 = 2 new + 0 known + 0 united + 0 left out");
  found = test_ask (self->store, "SELECT number || follow_up || states || sdgs || (SELECT former_names FROM body) FROM recommendation");
  g_assert_cmpstr (found, ==, "76.141[\"Peru\"][\"16\"][{\"name\":\"Militia\",\"until\":\"2016\"}]");
}

/* ---- what is there already ----------------------------------------------------------- */

static const char known_text[] = HEAD
    "{\"type\": \"source\", \"id\": \"s\", \"mechanism\": \"upr\", \"state_concerned\": \"Peru\", \"session\": \"5\"},"
    "{\"type\": \"term\", \"id\": \"t\", \"vocabulary\": \"theme\", \"label\": \"Water\"},"
    "{\"type\": \"body\", \"id\": \"b\", \"name\": \"Police\"},"
    "{\"type\": \"recommendation\", \"id\": \"r1\", \"source\": \"s\", \"section\": \"V\", \"number\": \"1\", \"text\": \"Mend\", \"themes\": [\"t\"]},"
    "{\"type\": \"recommendation\", \"id\": \"r2\", \"source\": \"s\", \"text\": \"Build  wells\", \"states\": [\"Chad\", \"Togo\"]},"
    "{\"type\": \"assessment\", \"id\": \"a1\", \"recommendation\": \"r1\", \"track\": \"state\", \"status\": \"planned\"},"
    "{\"type\": \"assessment\", \"id\": \"a2\", \"recommendation\": \"r1\", \"track\": \"state\", \"status\": \"planned\"},"
    "{\"type\": \"reply\", \"id\": \"y\", \"recommendation\": \"r2\", \"summary\": \"Soon\"}" TAIL;

/* The same without any id; and with other ids, spaces and order. */
static const char unnamed_text[] = HEAD
    "{\"type\": \"reply\", \"recommendation\": \"2\", \"summary\": \"Soon\"},"
    "{\"type\": \"source\", \"id\": \"0\", \"mechanism\": \"upr\", \"state_concerned\": \"Peru\", \"session\": \"5\"},"
    "{\"type\": \"term\", \"id\": \"9\", \"vocabulary\": \"theme\", \"label\": \"Water\"},"
    "{\"type\": \"body\", \"name\": \"Police\"},"
    "{\"type\": \"assessment\", \"recommendation\": \"1\", \"track\": \"state\", \"status\": \"planned\"},"
    "{\"type\": \"assessment\", \"recommendation\": \"1\", \"track\": \"state\", \"status\": \"planned\"},"
    "{\"type\": \"recommendation\", \"id\": \"1\", \"source\": \"0\", \"section\": \"V\", \"number\": \"1\", \"text\": \"Mend\", \"themes\": [\"9\"]},"
    "{\"type\": \"recommendation\", \"id\": \"2\", \"source\": \"0\", \"text\": \"Build wells\", \"states\": [\"Togo\", \"Chad\"]}" TAIL;

static void
test_twice (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  import_text (self, known_text, "8 = 8 new + 0 known + 0 united + 0 left out");
  before = test_ask (self->store, "SELECT max (n) FROM journal");
  import_text (self, known_text, "8 = 0 new + 8 known + 0 united + 0 left out");
  import_text (self, unnamed_text, "8 = 0 new + 8 known + 0 united + 0 left out");

  /* Where nothing is new nothing is written. */
  after = test_ask (self->store, "SELECT max (n) FROM journal");
  g_assert_cmpstr (after, ==, before);
}

static void
test_twice_without_ids (TestRegister  *self,
                        gconstpointer  data)
{
  import_text (self, unnamed_text, "8 = 8 new + 0 known + 0 united + 0 left out");
  import_text (self, unnamed_text, "8 = 0 new + 8 known + 0 united + 0 left out");
  import_text (self, known_text, "8 = 0 new + 8 known + 0 united + 0 left out");
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM assessment"), ==, 2);
}

/* Two records that look alike are two, where the file says so. */
static void
test_twins (TestRegister  *self,
            gconstpointer  data)
{
  g_autoptr (NazarRecord) one = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "id", "x", "number", "1", "text", "Mend", NULL);

  import_text (self,
               HEAD "{\"type\": \"recommendation\", \"id\": \"y\", \"number\": \"1\", \"text\": \"Mend\"},"
                    "{\"type\": \"recommendation\", \"id\": \"x\", \"number\": \"1\", \"text\": \"Mend\"}" TAIL,
               "2 = 1 new + 1 known + 0 united + 0 left out");
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM recommendation"), ==, 2);
}

static void
test_same_source (TestRegister  *self,
                  gconstpointer  data)
{
  import_text (self,
               HEAD "{\"type\": \"source\", \"id\": \"s\", \"mechanism\": \"upr\", \"symbol\": \"A/HRC/15/2\", \"title\": \"Report\"},"
                    "{\"type\": \"source\", \"id\": \"u\", \"mechanism\": \"upr\", \"state_concerned\": \"Peru\", \"session\": \"5\", \"date\": \"2009\"}" TAIL,
               "2 = 2 new + 0 known + 0 united + 0 left out");

  /* By symbol, whatever else is said. */
  import_text (self, HEAD "{\"type\": \"source\", \"symbol\": \"a/hrc/15/2\", \"session\": \"15\"}" TAIL,
               "1 = 0 new + 1 known + 0 united + 0 left out");
  /* Without one by mechanism, State, session, title and date. */
  import_text (self, HEAD "{\"type\": \"source\", \"mechanism\": \"upr\", \"state_concerned\": \"Peru\", \"session\": \"5\", \"date\": \"2009\","
                          " \"cycle\": \"1\"}" TAIL,
               "1 = 0 new + 1 known + 0 united + 0 left out");
  import_text (self,
               HEAD "{\"type\": \"source\", \"mechanism\": \"upr\", \"state_concerned\": \"Peru\", \"session\": \"6\", \"date\": \"2009\"},"
                    "{\"type\": \"source\", \"mechanism\": \"upr\", \"state_concerned\": \"Chad\", \"session\": \"5\", \"date\": \"2009\"},"
                    "{\"type\": \"source\", \"mechanism\": \"spt\", \"state_concerned\": \"Peru\", \"session\": \"5\", \"date\": \"2009\"},"
                    "{\"type\": \"source\", \"symbol\": \"A/HRC/15/3\", \"title\": \"Report\"}" TAIL,
               "4 = 4 new + 0 known + 0 united + 0 left out");
}

static void
test_same_recommendation (TestRegister  *self,
                          gconstpointer  data)
{
  const char *const first = HEAD
      "{\"type\": \"source\", \"id\": \"s\", \"symbol\": \"A/1\"},"
      "{\"type\": \"recommendation\", \"source\": \"s\", \"section\": \"II\", \"paragraph\": \"7\", \"number\": \"1a\", \"text\": \"Mend\"}" TAIL;
  const char *const second = HEAD
      "{\"type\": \"source\", \"id\": \"other\", \"symbol\": \"A/1\"},"
      "{\"type\": \"recommendation\", \"source\": \"other\", \"section\": \"II\", \"paragraph\": \"7\", \"number\": \"1a\", \"text\": \"Mend it\"},"
      "{\"type\": \"recommendation\", \"source\": \"other\", \"section\": \"III\", \"paragraph\": \"7\", \"number\": \"1a\", \"text\": \"Mend\"},"
      "{\"type\": \"recommendation\", \"source\": \"other\", \"section\": \"II\", \"paragraph\": \"8\", \"number\": \"1a\", \"text\": \"Mend\"},"
      "{\"type\": \"recommendation\", \"source\": \"other\", \"section\": \"II\", \"paragraph\": \"7\", \"number\": \"1b\", \"text\": \"Mend\"},"
      "{\"type\": \"recommendation\", \"source\": \"other\", \"text\": \"Mend\"}" TAIL;

  import_text (self, first, "2 = 2 new + 0 known + 0 united + 0 left out");
  import_text (self, second, "6 = 4 new + 2 known + 0 united + 0 left out");
}

static void
test_fills (TestRegister  *self,
            gconstpointer  data)
{
  g_autoptr (NazarRecord) source = test_add_record (self->store, NAZAR_TYPE_SOURCE, "id", "s", "symbol", "A/1", NULL);
  g_autoptr (NazarRecord) record = test_add_record (self->store, NAZAR_TYPE_RECOMMENDATION, "source", "s", "number", "1", "text", "Mend",
                                                    "response", "pending", "notes", "Ours", NULL);
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json",
                                                HEAD "{\"type\": \"source\", \"id\": \"f\", \"symbol\": \"A/1\", \"session\": \"5\"},"
                                                     "{\"type\": \"recommendation\", \"source\": \"f\", \"number\": \"1\", \"text\": \"Mend it\","
                                                     " \"response\": \"noted\", \"notes\": \"Theirs\", \"paragraph\": null,"
                                                     " \"priority\": \"high\"}" TAIL);
  NazarImportItem *item = item_at (plan, 1);
  g_autoptr (GString) differences = g_string_new (NULL);

  assert_counts (plan, "2 = 0 new + 2 known + 0 united + 0 left out");
  g_assert_cmpuint (nazar_import_plan_count (plan).differing, ==, 2);
  for (guint i = 0; i < item->differences->len; i++)
    {
      const NazarImportDifference *difference = g_ptr_array_index (item->differences, i);

      g_string_append_printf (differences, "%s%s=%s ", difference->field->name, difference->fills ? "+" : "", difference->value);
    }
  g_assert_cmpstr (differences->str, ==, "text=Mend it response+=noted priority+=high notes=Theirs ");

  /* What is empty and what is pending is filled; what differs stays. */
  store (self, plan);
  test_assert_field (self->store, source, "session", "5");
  test_assert_field (self->store, record, "response", "noted");
  test_assert_field (self->store, record, "priority", "high");
  test_assert_field (self->store, record, "text", "Mend");
  test_assert_field (self->store, record, "notes", "Ours");
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal WHERE kind = 'import' AND action = 'change'"), ==, 2);
}

static void
test_update (TestRegister  *self,
             gconstpointer  data)
{
  const char *const text = HEAD "{\"type\": \"term\", \"id\": \"t\", \"label\": \"Fire\", \"code\": null}" TAIL;
  g_autoptr (NazarRecord) term = test_add_record (self->store, NAZAR_TYPE_TERM, "id", "t", "label", "Water", "code", "w", NULL);
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json", text);
  g_autoptr (NazarImportPlan) again = NULL;

  item_at (plan, 0)->update = TRUE;
  store (self, plan);
  test_assert_field (self->store, term, "label", "Fire");
  /* What the file says nothing of stays. */
  test_assert_field (self->store, term, "code", "w");

  again = read_text (self, "in.json", text);
  g_assert_cmpuint (nazar_import_plan_count (again).differing, ==, 0);
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_REFUSE, NULL));
  test_assert_field (self->store, term, "label", "Water");
}

static void
test_left_out (TestRegister  *self,
               gconstpointer  data)
{
  g_autoptr (NazarImportPlan) plan = read_text (self, "in.json",
                                                HEAD "{\"type\": \"term\", \"label\": \"Water\"}, {\"type\": \"term\", \"label\": \"Fire\"}" TAIL);
  g_autofree char *found = NULL;

  item_at (plan, 0)->take = FALSE;
  assert_counts (plan, "2 = 1 new + 0 known + 0 united + 1 left out");
  store (self, plan);
  found = test_ask (self->store, "SELECT label FROM term");
  g_assert_cmpstr (found, ==, "Fire");
}

/* ---- files that cannot be read --------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *bytes;
  gssize length;
  const char *words;
} BadFile;

static void
assert_unreadable (TestRegister *self,
                   const char   *path,
                   const char   *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_path (self, path, NULL, NULL, NULL, &error));
  test_assert_sentence (error);
  g_test_message ("%s", error->message);
  if (strstr (error->message, words) == NULL)
    g_assert_cmpstr (error->message, ==, words);
}

static void
test_bad_files (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *binary = g_malloc (4096);
  const BadFile files[] = {
    { "empty.json", "", 0, "The file is empty." },
    { "empty.csv", "", 0, "The file is empty." },
    { "empty.txt", "", 0, "The file is empty." },
    { "noise.csv", binary, 4096, "This file holds no text." },
    { "noise.txt", binary, 4096, "This file holds no text." },
    { "noise.json", binary, 4096, "This file holds no text." },
    { "report.pdf", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", -1, "This is a PDF." },
    { "report.txt", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", -1, "text is the way for now" },
    { "letter.docx", "PK\x03\x04\x14\0\x06\0\0\0\0\0", 12, "Save it as text or CSV" },
    { "other.nazar", "SQLite format 3\0\x10\0\1\1\0\0\0\0", 24, "This is a database." },
    { "cut.json", HEAD "{\"type\": \"term\", \"label\": \"Wat", -1, "damaged or cut short" },
    { "two.json", HEAD TAIL HEAD TAIL, -1, "damaged or cut short" },
    { "array.json", "[1, 2]", -1, "not one of Nazar’s" },
    { "other.json", "{\"format\": \"geo\", \"version\": 1, \"records\": []}", -1, "not one of Nazar’s" },
    { "unsaid.json", "{\"records\": []}", -1, "not one of Nazar’s" },
    { "newer.json", "{\"format\": \"nazar\", \"version\": 2, \"records\": []}", -1, "newer Nazar" },
    { "odd.json", "{\"format\": \"nazar\", \"version\": \"1\", \"records\": []}", -1, "has no list of records" },
    { "half.json", "{\"format\": \"nazar\", \"version\": 1.5, \"records\": []}", -1, "has no list of records" },
    { "none.json", "{\"format\": \"nazar\", \"version\": 1}", -1, "has no list of records" },
    { "object.json", "{\"format\": \"nazar\", \"version\": 1, \"records\": {}}", -1, "has no list of records" },
    { "nothing.json", HEAD TAIL, -1, "Nothing to import was found in “nothing.json”." },
    { "table.csv", "Name,Age\nAnn,5\n", -1, "not UPR Info’s table" },
    { "TABLE.CSV", "Name,Age\nAnn,5\n", -1, "not UPR Info’s table" },
    { "open.csv", "To,Text,From\nPeru,\"Mend,Chad\n", -1, "is not closed" },
    { "header.csv", "To,Text,From\n", -1, "." },
    { "prose.txt", "Dear friends,\n\nall is well here.\n", -1, "No numbered recommendations were found" },
  };

  for (guint i = 0; i < 4096; i++)
    binary[i] = (char) (i % 251);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = test_write (self, files[i].name, files[i].bytes, files[i].length);

      assert_unreadable (self, path, files[i].words);
    }
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM journal"), ==, 0);
}

static void
test_no_files (TestRegister  *self,
               gconstpointer  data)
{
  g_autofree char *missing = test_path (self, "missing.json");

  assert_unreadable (self, missing, "There is no file “missing.json”.");
  assert_unreadable (self, self->folder, "is a folder, not a file.");
  assert_unreadable (self, "/dev/null", "is not an ordinary file.");
}

static void
test_deep (TestRegister  *self,
           gconstpointer  data)
{
  g_autofree char *open = g_strnfill (100000, '['), *shut = g_strnfill (100000, ']');
  g_autofree char *deep = g_strconcat (open, shut, NULL);
  g_autofree char *inside = g_strconcat (HEAD, deep, TAIL, NULL);
  g_autofree char *bare_path = test_write (self, "bare.json", deep, -1), *inside_path = test_write (self, "inside.json", inside, -1);

  assert_unreadable (self, bare_path, "nested more than 100 levels deep");
  assert_unreadable (self, inside_path, "nested more than 100 levels deep");
}

static void
test_million_columns (TestRegister  *self,
                      gconstpointer  data)
{
  g_autofree char *columns = g_strnfill (1000000, ',');
  g_autofree char *text = g_strconcat ("To,Text,From", columns, "\n", NULL);
  g_autofree char *path = test_write (self, "wide.csv", text, -1);

  assert_unreadable (self, path, "column");
}

static void
test_encodings (TestRegister  *self,
                gconstpointer  data)
{
  static const char bom[] = "\xEF\xBB\xBF" HEAD "{\"type\": \"term\", \"label\": \"Суу\"}" TAIL;
  g_autofree char *utf16 = NULL, *found = NULL, *utf16_path = NULL, *bom_path = test_write (self, "bom.json", bom, -1);
  g_autoptr (NazarImportPlan) first = NULL, second = NULL;
  gsize length;

  utf16 = g_convert ("\xEF\xBB\xBF" HEAD "{\"type\": \"term\", \"label\": \"Өрт\"}" TAIL, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  utf16_path = test_write (self, "utf16.json", utf16, length);
  first = read_path (self, bom_path, NULL, NULL, NULL, NULL);
  store (self, first);
  second = read_path (self, utf16_path, NULL, NULL, NULL, NULL);
  store (self, second);
  found = test_ask (self->store, "SELECT label FROM term ORDER BY n");
  g_assert_cmpstr (found, ==, "Суу,Өрт");
}

static void
test_usage (TestRegister  *self,
            gconstpointer  data)
{
  g_autofree char *path = test_write (self, "in.json", HEAD "{\"type\": \"term\", \"label\": \"Water\"}" TAIL, -1);
  g_autoptr (GError) kind = NULL, option = NULL, encoding = NULL;

  g_assert_null (read_path (self, path, "poem", NULL, NULL, &kind));
  g_assert_error (kind, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE);
  test_assert_sentence (kind);
  g_assert_null (read_path (self, path, NULL, "colour", "red", &option));
  g_assert_error (option, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE);
  test_assert_sentence (option);
  g_assert_null (read_path (self, path, NULL, "encoding", "morse", &encoding));
  g_assert_error (encoding, NAZAR_IMPORT_ERROR, NAZAR_IMPORT_ERROR_USAGE);
  test_assert_sentence (encoding);
}

/* ---- one transaction ---------------------------------------------------------------------- */

static void
cancel_cb (double   fraction,
           gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static char *
many_terms (guint n)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"type\": \"term\", \"label\": \"Theme %u with words to be found\"}", i > 0 ? "," : "", i);
  g_string_append (text, TAIL);
  return g_string_free (text, FALSE);
}

static void
test_cancel (TestRegister  *self,
             gconstpointer  data)
{
  g_autofree char *text = many_terms (1000), *path = test_write (self, "many.json", text, -1);
  g_autoptr (GCancellable) reading = g_cancellable_new (), storing = g_cancellable_new ();
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL, NULL, NULL);
  g_autoptr (GError) read_error = NULL, store_error = NULL;

  g_cancellable_cancel (reading);
  g_assert_null (nazar_import_read (self->store, path, NULL, NULL, NULL, NULL, reading, &read_error));
  g_assert_error (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_false (nazar_import_plan_store (plan, self->store, cancel_cb, storing, storing, &store_error));
  g_assert_error (store_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (test_count (self->store, "SELECT (SELECT count (*) FROM term) + (SELECT count (*) FROM journal)"), ==, 0);

  store (self, plan);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM term"), ==, 1000);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress (TestRegister  *self,
               gconstpointer  data)
{
  g_autofree char *text = many_terms (5000), *path = test_write (self, "many.json", text, -1);
  double reading = 0, storing = 0;
  g_autoptr (NazarImportPlan) plan = nazar_import_read (self->store, path, NULL, NULL, progress_cb, &reading, NULL, NULL);

  g_assert_true (nazar_import_plan_store (plan, self->store, progress_cb, &storing, NULL, NULL));
  g_assert_cmpfloat (reading, >, 0);
  g_assert_cmpfloat (storing, >, 0);
}

static void
test_full_disk (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *text = many_terms (3000), *path = test_write (self, "many.json", text, -1);
  g_autoptr (NazarImportPlan) plan = read_path (self, path, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  NazarConnection *writer;
  g_autofree char *sql = NULL;
  gint64 pages = 0;

  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  writer = nazar_store_get_writer (self->store);
  g_assert_true (nazar_connection_get_int (writer, &pages, NULL, "PRAGMA page_count", NULL));
  sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 30);
  g_assert_true (nazar_connection_exec (writer, NULL, sql, NULL));
  nazar_store_rollback (self->store);

  g_assert_false (nazar_import_plan_store (plan, self->store, NULL, NULL, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_FULL);
  test_assert_sentence (error);
  g_assert_cmpint (test_count (self->store, "SELECT (SELECT count (*) FROM term) + (SELECT count (*) FROM journal)"), ==, 0);
  test_assert_in_order (self->store);

  /* Once there is room, the same review is stored. */
  g_assert_true (nazar_store_begin (self->store, NAZAR_JOURNAL_EDIT, 0, NULL));
  g_assert_true (nazar_connection_exec (nazar_store_get_writer (self->store), NULL, "PRAGMA max_page_count = 100000", NULL));
  nazar_store_rollback (self->store);
  store (self, plan);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM term"), ==, 3000);
}

static void
test_read_only (TestRegister  *self,
                gconstpointer  data)
{
  g_autofree char *path = test_write (self, "in.json", known_text, -1);
  g_autoptr (NazarStore) reader = nazar_store_open (self->path, NAZAR_STORE_READ_ONLY, NULL, NULL);
  g_autoptr (NazarImportPlan) plan = nazar_import_read (reader, path, NULL, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  assert_counts (plan, "8 = 8 new + 0 known + 0 united + 0 left out");
  g_assert_false (nazar_import_plan_store (plan, reader, NULL, NULL, NULL, &error));
  g_assert_error (error, NAZAR_STORE_ERROR, NAZAR_STORE_ERROR_READ_ONLY);
}

static void
test_example (TestRegister  *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nazar_example_fill (self->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_count (self->store, "SELECT count (*) FROM recommendation"), ==, 41);
  test_assert_in_order (self->store);
  g_assert_true (nazar_undo (self->store, NAZAR_UNDO_REFUSE, NULL));
  g_assert_cmpint (test_count (self->store, "SELECT (SELECT count (*) FROM recommendation) + (SELECT count (*) FROM source)"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);

  test_add ("/import/json/missing-ids-are-made", test_missing_ids);
  test_add ("/import/json/references-lead-into-file-or-register", test_references);
  test_add ("/import/json/references-to-nothing-are-left-out", test_bad_references);
  test_add ("/import/json/bad-records-are-left-out-with-their-reason", test_bad_records);
  test_add ("/import/json/bad-fields-are-left-out-with-their-reason", test_bad_fields);
  test_add ("/import/json/typed-values", test_typed_values);
  test_add ("/import/known/same-file-twice-adds-nothing", test_twice);
  test_add ("/import/known/without-ids-too", test_twice_without_ids);
  test_add ("/import/known/twins-stay-two", test_twins);
  test_add ("/import/known/source-by-symbol-or-description", test_same_source);
  test_add ("/import/known/recommendation-by-source-section-paragraph-number", test_same_recommendation);
  test_add ("/import/known/empty-and-pending-fields-are-filled", test_fills);
  test_add ("/import/known/differences-are-taken-with-update", test_update);
  test_add ("/import/review/what-is-left-out-is-not-stored", test_left_out);
  test_add ("/import/refuses/files-with-a-sentence-for-each", test_bad_files);
  test_add ("/import/refuses/missing-file-folder-device", test_no_files);
  test_add ("/import/refuses/deep-nesting", test_deep);
  test_add ("/import/refuses/a-million-columns", test_million_columns);
  test_add ("/import/refuses/unknown-kind-option-encoding", test_usage);
  test_add ("/import/encodings-of-json", test_encodings);
  test_add ("/import/cancelled-stores-nothing", test_cancel);
  test_add ("/import/progress-grows", test_progress);
  test_add ("/import/full-disk-stores-nothing", test_full_disk);
  test_add ("/import/read-only-register-reads-and-refuses", test_read_only);
  test_add ("/import/example-is-an-import", test_example);

  return test_run_all ();
}
